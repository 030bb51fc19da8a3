"""Explorers: pictures of one idea each, that answer to a few controls.

They stand on toynn.plots and on the numerics, and need JupyterLab to be seen.
"""

from toynn.explore.live import Explorer, LiveFigure, Picture, Player, Scene
from toynn.explore.watch import TrainingViewer

__all__ = ["Explorer", "LiveFigure", "Picture", "Player", "Scene", "TrainingViewer"]
