"""Projection: thicker lines and darker greys in every figure, for the back row of a room.

Nothing changes until `project()` is called. Then it holds for all figures that are shown later.
"""

from weakref import WeakSet

import numpy as np
from matplotlib.collections import Collection
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.text import Text

from toynn_course.plots.palette import GREY, INK, PALE, TEXT

THICKER = 1.5
DARKER = {GREY.lower(): INK, TEXT[GREY].lower(): INK, PALE.lower(): GREY}


class Projection:
    """Whether figures are drawn for a projector, and which ones are so already."""

    def __init__(self):
        self.on, self.done = False, WeakSet()

    def prepare(self, figure):
        """Make the lines of a figure thicker and its greys darker, once, if that is wanted."""
        if not self.on or figure in self.done:
            return figure
        self.done.add(figure)
        for artist in figure.findobj():
            if isinstance(artist, Line2D):
                artist.set_linewidth(THICKER * artist.get_linewidth())
                artist.set_color(darker(artist.get_color()))
            elif isinstance(artist, Collection):
                artist.set_linewidth(THICKER * np.asarray(artist.get_linewidth()))
            elif isinstance(artist, Text):
                artist.set_color(darker(artist.get_color()))
        return figure


def darker(colour):
    """A grey that can be seen from afar; all other colours as they are."""
    try:
        return DARKER.get(to_hex(colour), colour)
    except ValueError:  # "auto", or none at all
        return colour


PROJECTION = Projection()
"""The one of this kernel: a room has one projector."""


def project(*, on):
    """Draw all figures for a projector from now on, or as usual again."""
    PROJECTION.on = on
