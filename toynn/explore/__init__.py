"""Explorers: pictures of one idea each, that answer to a few controls.

They stand on toynn.plots and on the numerics, and need JupyterLab to be seen.
"""

from toynn.explore.activation import ActivationExplorer
from toynn.explore.gate import GateExplorer
from toynn.explore.live import Explorer, LiveFigure, Picture, Player, Scene
from toynn.explore.selftest import RoundTrip, environment
from toynn.explore.stepper import Stepper
from toynn.explore.watch import TrainingViewer

__all__ = [
    "ActivationExplorer",
    "Explorer",
    "GateExplorer",
    "LiveFigure",
    "Picture",
    "Player",
    "RoundTrip",
    "Scene",
    "Stepper",
    "TrainingViewer",
    "environment",
]
