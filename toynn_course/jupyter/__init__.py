"""The base of every view in a notebook: panels of controls, explorers, and what plays."""

from toynn_course.jupyter.column import Column
from toynn_course.jupyter.explorer import Explorer, Value
from toynn_course.jupyter.javascript import STYLES, es_module
from toynn_course.jupyter.null import send_none_as_null
from toynn_course.jupyter.panel import Panel
from toynn_course.jupyter.picture import Picture
from toynn_course.jupyter.player import Player

send_none_as_null()

__all__ = ["STYLES", "Column", "Explorer", "Panel", "Picture", "Player", "Value", "es_module"]
