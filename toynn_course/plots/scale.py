"""Scale: a logarithmic one, on which a thousandth can be seen beside a one."""

import numpy as np
from matplotlib.ticker import NullLocator

from toynn_course.plots.page import styled
from toynn_course.plots.words import power

LOWS, HIGHS = (-4, -16, -64), (2, 8, 64)  # few, since a new scale takes long to draw
ROOM = 0.14  # of the scale is kept free above the highest value, for words
N_TICKS = 6


def log_view(values):
    """Two powers of ten, of a few, between which all values above 0 lie.

    >>> log_view(np.array([0.5, 3e-4, 0.0]))
    (-4, 2)
    """
    logs = np.log10(values[values > 0])
    low = max((low for low in LOWS if low <= logs.min(initial=0)), default=LOWS[-1])
    high = min((high for high in HIGHS if high >= logs.max(initial=0)), default=HIGHS[-1])
    return low, high


@styled
def log_scale(ax, low, high):
    """A logarithmic scale between two powers of ten, with room for words above it."""
    step = -(-(high - low) // N_TICKS)
    powers = [n for n in range(low, high + 1) if n % step == 0]
    ax.set_yscale("log")
    ax.yaxis.set_minor_locator(NullLocator())  # its many ticks take long to draw
    ax.set_yticks([10.0**n for n in powers], [power(n) for n in powers])
    ax.set_ylim(10.0**low, 10.0 ** (high + ROOM * (high - low)))
