"""Stamps: short words in many places of a figure that moves, from glyphs that were drawn once.

Matplotlib takes two milliseconds for each text that changes. A figure with twenty numbers in it has
no time for that; copying glyphs takes a fiftieth of it.
"""

from functools import lru_cache

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

from toynn_course.plots.palette import INK

FONT = FontProperties(family="DejaVu Sans", size=11)


class Stamps(Artist):
    """Words, each centred at a place of its axes."""

    def __init__(self):
        super().__init__()
        self.words = []

    def set_words(self, words):
        """Show others: a list of triples (x, y, text)."""
        self.words = list(words)

    def draw(self, renderer):
        """Put every word together, and copy it to its place."""
        gc = renderer.new_gc()
        for x, y, text in self.words:
            image = word(text, renderer.dpi)
            centre = self.axes.transData.transform((x, y))
            left, bottom = np.round(centre - np.array(image.shape[1::-1]) / 2)
            renderer.draw_image(gc, left, bottom, image)


@lru_cache(maxsize=1024)
def word(text, dpi):
    """The pixels of a word, the lowest row first; shape (height, width, 4)."""
    return np.ascontiguousarray(np.hstack([glyph(character, dpi) for character in text]))


@lru_cache(maxsize=256)
def glyph(character, dpi):
    """The pixels of a character, as wide as it is in a word."""
    height = round(1.5 * FONT.get_size() * dpi / 72)
    wide = _width(f"0{character}0", dpi) - _width("00", dpi)
    scratch = RendererAgg(round(wide) + 2, height, dpi)
    gc = scratch.new_gc()
    gc.set_foreground(INK)
    scratch.draw_text(gc, 0, round(0.74 * height), character, FONT, 0)
    return np.array(scratch.buffer_rgba())[::-1, : max(round(wide), 1)]


def _width(text, dpi):
    return RendererAgg(8, 8, dpi).get_text_width_height_descent(text, FONT, ismath=False)[0]
