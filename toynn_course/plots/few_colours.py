"""A picture with few colours, whose file is small."""

import numpy as np
from matplotlib.colors import to_rgb
from PIL import Image

from toynn_course.plots.palette import CLASS_COLOURS, GREY, TEXT

COLOURS = 96  # chosen for each picture, beside those below: enough for flat figures
KEPT = [to_rgb(colour) for colour in ("white", *CLASS_COLOURS, *TEXT.values(), GREY)]
SAMPLE = 11  # every eleventh pixel is enough to choose them from
BITS = 6  # the first of each channel's eight; where only the last two differ, the colour is one


def with_few_colours(pixels):
    """A picture with a palette: the colours of figures as they are, and others that are near.

    pixels : array of bytes, of shape (height, width, 3)

    >>> with_few_colours(np.full((2, 3, 3), 255, dtype=np.uint8)).convert("RGB").getcolors()
    [(6, (255, 255, 255))]
    """
    palette = np.vstack([np.multiply(KEPT, 255).round().astype(np.uint8), _chosen(pixels)])
    cells = _cells(pixels)
    used = np.zeros(1 << 3 * BITS, dtype=bool)
    used[cells] = True
    places = np.zeros(len(used), dtype=np.uint8)  # of each cell's colour in the palette
    places[used] = _nearest(_middles(np.flatnonzero(used)), palette)
    places[_cells(palette)[::-1]] = np.arange(len(palette))[::-1]  # those kept are written last
    few = Image.fromarray(places[cells], "P")
    few.putpalette(palette.tobytes())
    return few


def _chosen(pixels):
    sample = pixels.reshape(1, -1, 3)[:, ::SAMPLE]
    chosen = Image.fromarray(np.ascontiguousarray(sample)).quantize(COLOURS).getpalette()
    return np.array(chosen, dtype=np.uint8).reshape(-1, 3)


def _cells(colours):
    """For each colour the number of its cell, made of the first bits of each channel."""
    red, green, blue = np.moveaxis(colours >> 8 - BITS, -1, 0).astype(np.int32)
    return red << 2 * BITS | green << BITS | blue


def _middles(cells):
    """The colour in the middle of each cell."""
    first = np.stack([cells >> 2 * BITS, cells >> BITS, cells], axis=1) & (1 << BITS) - 1
    return (first + 0.5) * (1 << 8 - BITS)


def _nearest(colours, palette):
    """For each colour the number of the nearest one in the palette."""
    palette = palette.astype(float)
    # |c - p|² = |c|² - 2 c·p + |p|², and |c|² is the same for each p.
    return ((palette**2).sum(axis=1) - 2 * colours @ palette.T).argmin(axis=1)
