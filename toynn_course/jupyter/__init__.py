"""The base of every view in a notebook: live figures, panels of controls, and what plays."""

from toynn_course.jupyter.javascript import STYLES, es_module
from toynn_course.jupyter.live import Explorer, LiveFigure, Panel, Picture, Scene
from toynn_course.jupyter.player import Player

__all__ = ["STYLES", "Explorer", "LiveFigure", "Panel", "Picture", "Player", "Scene", "es_module"]
