"""Letters: which comes next, which follow each other, where they lie, which are listened to."""

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.patheffects import withStroke
from matplotlib.ticker import PercentFormatter

from toynn_course.plots.apart import move_apart
from toynn_course.plots.letter_bars import frame_bars, outlines, places, shown_symbols, tell_next
from toynn_course.plots.page import bare, describe, place_to_draw, styled
from toynn_course.plots.palette import BLUE, GREY, INK, ORANGE, TEXT
from toynn_course.plots.words import counted, listed, percent, roughly

MOST_TOLD = 3  # rows of a table that the words name
DOT = "·"  # what stands for the end mark in a figure
HALO = [withStroke(linewidth=3, foreground="white")]  # so that a letter on a line can be read


@styled
def next_letter(symbols, shares, beginning="", ax=None):
    """How probable each letter is to come next, as a bar for each.

    symbols : the end mark, then the letters; shares : a probability for each
    beginning : the letters before

    Returns the Axes.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(next_letter(".aent", [0.1, 0.2, 0.6, 0.05, 0.05], "an")))
    After “an” comes e with 60%, a with 20% or the end with 10%; each other letter is less probable.
    """
    ax = place_to_draw(ax, 8.4, 3.2, margins=(0.75, 0.15, 0.5, 0.45))
    shown = shown_symbols(symbols, shares)
    signs = [symbols[number] for number in shown]
    frame_bars(ax, signs, symbols[0])
    bars = outlines(np.asarray(shares)[shown], places(signs, symbols[0]))
    ax.add_collection(PolyCollection(bars, facecolor=BLUE))
    ax.set(title=f"What comes after “{beginning}”?", ylim=(0, min(1.02, 1.2 * np.max(shares))))
    ax.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    return describe(ax, tell_next(symbols, shares, beginning))


@styled
def letter_pairs(symbols, tables, ax=None):
    """Which symbol follows which: a row for the one before, a column for the one that follows.

    symbols : their signs, the end mark first
    tables : dict of a name to an array of probabilities whose rows add up to 1; one or two

    Returns the Axes.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(letter_pairs(".ab", {"counted": [[0, 0.5, 0.5], [0.25, 0, 0.75], [0, 1, 0]]})))
    counted: after b comes a with 100%; after a comes b with 75%; at the beginning comes a with 50%.
    """
    side, n = len(symbols), len(tables)
    step = 1.15 * side  # from the left edge of a table to that of the next
    ax = place_to_draw(ax, 5.2 * n + 0.6, 5.9, margins=(0.75, 0.1, 0.15, 0.85))
    ax.spines[:].set_visible(False)
    for number, (name, table) in enumerate(tables.items()):
        left = number * step - 0.5
        box = left, left + side, side - 0.5, -0.5
        shades = np.asarray(table, dtype=float) ** 0.5  # or else only the darkest would be seen
        ax.imshow(shades, cmap="Blues", vmin=0, vmax=1, extent=box)
        ax.plot(
            [*box[:2], *box[1::-1], left], [*box[3:], box[3], *box[2:3] * 2, box[3]], color=GREY
        )
        ax.text(left, -0.075 * side - 0.7, name, fontsize=13)
    ticks = [number * step + place for number in range(n) for place in range(side)]
    signs = [DOT, *symbols[1:]]
    ax.tick_params(length=0, labeltop=True, labelbottom=False, labelsize=11)
    ax.set_xticks(ticks, signs * n)
    ax.set_yticks(range(side), signs)
    ax.set(xlim=(-0.8, (n - 1) * step + side), ylim=(side - 0.3, -0.7), ylabel="the letter before")
    told = [f"{name}: {_likeliest(symbols, np.asarray(table))}." for name, table in tables.items()]
    return describe(ax, " ".join(told))


def _likeliest(symbols, table):
    """What follows in the rows with the surest answers."""
    surest = np.argsort(-table.max(axis=1), kind="stable")[:MOST_TOLD]
    return "; ".join(
        f"{_after(symbols, i)} comes {_named(symbols, table[i].argmax())} with "
        f"{percent(table[i].max())}"
        for i in surest
    )


def _after(symbols, i):
    return f"after {symbols[i]}" if i else "at the beginning"


def _named(symbols, i):
    return symbols[i] if i else "the end"


@styled
def letter_plane(letters, points, vowels="aeiou", ax=None, *, line=None):
    """Letters at their places on a plane, vowels in circles and orange.

    Letters that would lie on each other are moved apart, as little as it takes.

    letters : their signs; points : two numbers for each
    vowels : the signs to mark
    line : (w1, w2, b) of a line w1 x1 + w2 x2 + b = 0 to draw; None for none

    Returns the Axes.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(letter_plane("abe", [[1, 0], [-1, 0], [1, 1]], line=(1, 0, 0))))
    3 letters on a plane, the vowels a and e in circles. On one side of the line: a and e. On the
    other: b.
    """
    points = np.asarray(points, dtype=float)
    ax = place_to_draw(ax, 7.0, 5.4, margins=(0.8, 0.3, 0.7, 0.3))
    low, high = points.min(axis=0), points.max(axis=0)
    (left, right), (bottom, top) = np.stack([low, high], axis=1) + np.outer(high - low, (-0.1, 0.1))
    ax.set(xlabel="first hidden node", ylabel="second hidden node")
    ax.set(xlim=(left, right), ylim=(bottom, top))  # first, for they say how far apart letters are
    signs = [
        _draw_letter(ax, letter, spot, letter in vowels)
        for letter, spot in zip(letters, points, strict=True)
    ]
    move_apart(ax, signs)
    marked = [letter for letter in letters if letter in vowels]
    text = f"{len(letters)} letters on a plane"
    text += f", the vowels {listed(marked)} in circles." if marked else "."
    if line is not None:
        w, b = np.array(line[:2]), line[2]
        along = np.array([-w[1], w[0]]) * np.hypot(right - left, top - bottom) / np.hypot(*w)
        ends = np.outer([-1, 1], along) - b * w / (w @ w)
        ax.plot(*ends.T, color=GREY, linestyle="--", zorder=1)
        text += f" {_two_sides(letters, points @ w + b > 0)}"
    return describe(ax, text)


def _draw_letter(ax, letter, spot, vowel):
    ring = {"boxstyle": "circle,pad=0.2", "facecolor": "white", "edgecolor": ORANGE}
    look = {"fontweight": "bold", "bbox": ring} if vowel else {"path_effects": HALO}
    colour = TEXT[ORANGE if vowel else BLUE]
    look |= {"ha": "center", "va": "center", "fontsize": 13, "color": colour, "zorder": 3}
    return ax.text(*spot, letter, **look)


def _two_sides(letters, first):
    one, other = (
        [letter for letter, on in zip(letters, first, strict=True) if on == side] or ["none"]
        for side in (True, False)
    )
    return f"On one side of the line: {listed(one)}. On the other: {listed(other)}."


@styled
def listened(rows, ax=None):
    """How much each guess listens to the letters before it: a row of boxes for each guess.

    rows : for each guess the letters before it, a share of attention for each, and what came

    Returns the Axes.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(listened([("..", [0.5, 0.5], "b"), (".b", [0.25, 0.75], "o")])))
    2 guesses. For the b at the beginning it listens most to an end mark, 50%. For the o after b it
    listens most to b, 75%.
    """
    n, places = len(rows), len(rows[0][0])
    size = 0.7 * (places + 2.2) + 0.2, 0.46 * (n + 1) + 0.2
    ax = bare(place_to_draw(ax, *size, margins=(0.1, 0.1, 0.1, 0.1)))
    for y, (letters, shares, came) in enumerate(rows):
        for x, (letter, share) in enumerate(zip(letters, shares, strict=True)):
            ax.fill_between([x - 0.47, x + 0.47], y - 0.45, y + 0.45, color=_shade(share))
            sign = DOT if letter == "." else letter
            ax.text(x - 0.18, y, sign, ha="center", va="center", fontsize=13)
            if share >= 0.1:
                number = f"{100 * share:.0f}"
                ax.text(x + 0.18, y, number, ha="center", va="center", fontsize=11)
        arrow = {"arrowstyle": "->", "color": GREY}
        ax.annotate("", (places + 0.35, y), (places - 0.4, y), arrowprops=arrow)
        sign = "end" if came == "." else came
        ax.text(places + 0.9, y, sign, ha="center", va="center", fontsize=13, fontweight="bold")
    look = {"va": "center", "fontsize": 11, "color": INK}
    ax.text(-0.47, -1, "the letters before, and how many % of its attention", **look)
    ax.text(places + 0.9, -1, "came", ha="center", **look)
    ax.set(xlim=(-0.55, places + 1.6), ylim=(n - 0.45, -1.5))
    return describe(ax, f"{counted(n, 'guess', 'guesses')}. {' '.join(map(_tell_guess, rows))}")


def _shade(share):
    """A colour between white and orange."""
    return tuple(1 - float(share) * (1 - part) for part in (0.96, 0.66, 0.41))


def _tell_guess(row):
    letters, shares, came = row
    place, word = int(np.argmax(shares)), letters.lstrip(".")
    what = "the end of the word" if came == "." else f"the {came}"
    where = f"after {word}" if word else "at the beginning"
    heard = "an end mark" if letters[place] == "." else letters[place]
    return f"For {what} {where} it listens most to {heard}, {roughly(shares[place])}."
