"""Letter bars: how probable each letter is to come next, as bars that move and in a sentence.

Letters may be of any script: an accent alone or a space is named, and one that the font of the
figures does not have stands in the sentence only.
"""

import unicodedata
from functools import cache

import numpy as np
from matplotlib.font_manager import findfont, get_font
from matplotlib.ticker import PercentFormatter

from toynn_course.plots.page import tidy
from toynn_course.plots.palette import PALE
from toynn_course.plots.words import percent

MOST_BARS = 40  # letters of which each has its bar; of more, only the most probable
TOLD = 3  # letters that are told with their probabilities
FONT = "DejaVu Sans"


def shown_symbols(symbols, shares):
    """The numbers of the symbols that have a bar: all, or the most probable of many."""
    if len(symbols) <= MOST_BARS:
        return np.arange(len(symbols))
    return np.sort(np.argsort(-np.asarray(shares), kind="stable")[:MOST_BARS])


def places(symbols, end):
    """Where each bar stands, from left to right; the one of the end has room for its name."""
    return np.arange(len(symbols)) - 0.7 * np.array([symbol == end for symbol in symbols])


def frame_bars(ax, symbols, end):
    """Draw what stays when only the bars move: the letters below, and the scale."""
    tidy(ax)
    ax.set(ylim=(0, 1.02), xlim=(-1.6, len(symbols) - 0.3))
    ax.set_xticks(places(symbols, end), [_drawable(named(symbol, end)) for symbol in symbols])
    for tick in ax.xaxis.get_major_ticks():
        tick.tick1line.set_visible(False)
    ax.yaxis.set_major_formatter(PercentFormatter(1))
    ax.grid(axis="y", color=PALE, linewidth=0.8)
    ax.set_axisbelow(True)


def outlines(shares, places):
    """The corners of the bars: shape (n, 4, 2)."""
    left, right = places - 0.36, places + 0.36
    top, bottom = np.asarray(shares, dtype=float), np.zeros(len(shares))
    corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
    return np.stack([np.stack(corner, axis=1) for corner in corners], axis=1)


def named(symbol, end):
    r"""A symbol as it is said: the end mark, a space and an accent alone would not be seen.

    >>> named("a", "."), named(".", "."), named(" ", "."), named("\u0301", ".")
    ('a', 'end', 'space', '◌́')
    """
    if symbol == end:
        return "end"
    if symbol.isspace():
        return "space"
    return f"◌{symbol}" if unicodedata.category(symbol).startswith("M") else symbol


def tell_next(symbols, shares, beginning=""):
    """The most probable letters in a sentence.

    symbols : the end mark, then the letters; shares : array, their probabilities

    >>> print(tell_next(".aent", [0.1, 0.2, 0.6, 0.05, 0.05], "an"))
    After “an” comes e with 60%, a with 20% or the end with 10%; each other letter is less
    probable.
    """
    first = np.argsort(-np.asarray(shares), kind="stable")[:TOLD]
    said = [f"{_spoken(symbols[n], symbols[0])} with {percent(shares[n])}" for n in first]
    where = f"After “{beginning}” comes" if beginning else "A word begins with"
    *others, last = said
    text = f"{where} {', '.join(others)} or {last}" if others else f"{where} {last}"
    more = len(symbols) > len(first)
    return f"{text}; each other letter is less probable." if more else f"{text}."


def _spoken(symbol, end):
    name = named(symbol, end)
    return {"end": "the end", "space": "a space"}.get(name, name) if len(name) > 1 else name


@cache
def _drawable(text):
    """The text, or nothing where the font of the figures has no such letters."""
    font = get_font(findfont(FONT))
    return text if all(font.get_char_index(ord(letter)) for letter in text) else ""
