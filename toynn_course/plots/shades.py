"""Shades: a plane in the colours of what a network answers there, quick enough for a slider."""

import numpy as np
from matplotlib.artist import Artist
from PIL import Image

from toynn_course.plots.palette import DIVERGING

COLOURS = DIVERGING(np.arange(256), bytes=True)


class Shades(Artist):
    """Values on a grid, as colours that fill their axes, in a quarter of an imshow's time.

    low, high : the values at the two ends of the palette
    """

    def __init__(self, low, high):
        super().__init__()
        self.low, self.high = low, high
        self.set_values(np.full((1, 1), low))

    def set_values(self, values):
        """Show other values; shape (n_rows, n_columns), the lowest row of the plane first."""
        shares = (np.asarray(values, dtype=np.float32) - self.low) / (self.high - self.low)
        self.image = Image.fromarray(255 * shares)

    def draw(self, renderer):
        """Fill the axes, with straight lines from value to value."""
        left, bottom, right, top = (round(edge) for edge in self.axes.bbox.extents)
        values = self.image.resize((right - left, top - bottom), Image.Resampling.BILINEAR)
        pixels = COLOURS[np.clip(values, 0, 255).astype(np.uint8)]
        renderer.draw_image(renderer.new_gc(), left, bottom, pixels)


def middles(low, high, n):
    """The middles of n cells of a grid between low and high, as an array.

    >>> middles(0, 4, 4)
    array([0.5, 1.5, 2.5, 3.5])
    """
    return low + (high - low) * (np.arange(n) + 0.5) / n
