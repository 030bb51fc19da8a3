"""Live figures: what makes the next picture ready before the finger leaves the key.

What costs time in a figure is drawing its axes and text. So a live figure is drawn once; after
that only the artists that move are drawn, on a copy of the rest.
"""

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg

from toynn_course.plots.label import Label
from toynn_course.plots.raster import quick_png

ON_TOP = 10  # above all that stays, so that a figure drawn at once has the same order


class LiveFigure:
    """A matplotlib figure that is drawn once, and then only where it moves.

    figure : matplotlib Figure
    moving : the artists that change from picture to picture, the lowest first
    """

    def __init__(self, figure, moving):
        self.figure, self.moving = figure, list(moving)
        self.canvas = FigureCanvasAgg(figure)
        self.background = None
        for height, artist in enumerate(self.moving, ON_TOP):
            artist.set(animated=True, zorder=height)

    def refresh(self):
        """Draw everything again next time: for when an axis, a title or a label has changed."""
        self.background = None
        for artist in self.moving:
            if isinstance(artist, Label):
                artist.forget()

    def png(self):
        """The figure as it is now, as the bytes of a PNG file."""
        if self.background is None:
            self.canvas.draw()
            self.background = self.canvas.copy_from_bbox(self.figure.bbox)
        self.canvas.restore_region(self.background)
        for artist in self.moving:
            artist.axes.draw_artist(artist)
        return quick_png(np.asarray(self.canvas.buffer_rgba()))
