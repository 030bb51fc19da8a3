"""Drawings: figures that follow values, on the page of a notebook or at rest on paper."""

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.figure import Figure

from toynn_course.plots.live import LiveFigure
from toynn_course.plots.page import describe
from toynn_course.plots.projection import PROJECTION


class Scene(NamedTuple):
    """What a drawing shows: its figure, and the same in words.

    sentence : what the figure shows, which is also its alt text
    table : rows of text, the first one the header
    """

    figure: Figure
    sentence: str
    table: Sequence[Sequence[str]] = ()


class Drawing:
    """A figure that follows values. It needs no widgets: an Explorer gives it the values of some.

    A subclass draws what there is in `draw`, and moves it in `update(**values)`, which returns what
    `scene` makes of its words.
    """

    def __init__(self):
        figure, moving = self.draw()
        self.live, self.shown = LiveFigure(PROJECTION.prepare(figure), moving), None

    def draw(self):
        """Draw all of it once; returns the figure, and the artists that move, the lowest first."""
        raise NotImplementedError

    @property
    def figure(self):
        """The one figure that all the values move."""
        return self.live.figure

    def update(self, **values):
        """Move the artists to where the values want them, and return a Scene."""
        raise NotImplementedError

    def static(self, **values):
        """The figure at these values, with its alt text, for `plots.show`: for paper and GitHub."""
        return self.update(**values).figure

    def scene(self, sentence, table=()):
        """The Scene of the figure as it is now; the sentence becomes its alt text."""
        describe(self.figure.axes[0], sentence)
        return Scene(self.figure, sentence, table)

    def changed(self, *parts):
        """Whether the still parts have changed; if so, the whole figure is drawn again."""
        if parts == self.shown:
            return False
        self.shown = parts
        self.live.refresh()
        return True
