"""Labels: words in a figure that moves, drawn no more often than they change."""

import numpy as np
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from toynn_course.plots.palette import INK

PAPER = {"facecolor": "white", "linewidth": 0, "pad": 2}
"""The `bbox` of a label on something that moves: without an edge it ends with a pixel."""


class Label(Text):
    """Text that is drawn once at each place, and then copied: glyphs cost more than pixels.

    What lies below it may change where the text has a `PAPER`; elsewhere not before `forget`.
    """

    copies = renderer = None

    def forget(self):
        """Draw again, since what lies below has changed."""
        self.renderer = None

    def draw(self, renderer):
        """Draw or copy."""
        if renderer is not self.renderer:
            self.copies, self.renderer = {}, renderer
        what = self.get_text(), *self.get_position(), self.get_va(), self.get_ha()
        if what in self.copies and self.get_visible():
            renderer.restore_region(self.copies[what])
        elif self.get_text() and self.get_visible():
            super().draw(renderer)
            self.copies[what] = renderer.copy_from_bbox(self._whole(renderer))

    def _whole(self, renderer):
        """What the text covers, in whole pixels."""
        if paper := self.get_bbox_patch():
            return Bbox.from_extents(*np.round(paper.get_window_extent(renderer).extents))
        return self.get_window_extent(renderer).padded(1)

    def put(self, spot, text, va="center", ha="center"):
        """Write a text at a spot."""
        self.set(position=spot, text=text, va=va, ha=ha)


def label(axes, **look):
    """A Label on axes, to be put somewhere."""
    return axes.add_artist(Label(**{"fontsize": 11, "color": INK} | look))
