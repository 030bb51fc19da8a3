"""A filter that slides over an image: the same few numbers at every place."""

import numpy as np
from matplotlib.patches import Rectangle

from toynn_course.plots.page import bare, describe, place_to_draw, styled
from toynn_course.plots.palette import GREY, INK, ORANGE
from toynn_course.plots.words import few


@styled
def sliding_filter(image, weights, found, spot, ax=None):
    """An image, a filter, and what the filter finds at each place; one place is marked.

    Parameters
    ----------
    image : array, shape (side, side)
    weights : array, shape (size, size), the filter
    found : array, what it finds, a number for each place
    spot : (row, column) of the marked place, counted from 0
    ax : matplotlib Axes to draw on; None for a new one

    Returns the Axes.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(sliding_filter(np.eye(3), np.ones((2, 2)), [[2, 1], [1, 2]], (0, 1))))
    An image of 3 by 3 pixels, a filter of 2 by 2 numbers, and the 2 by 2 numbers that it finds. One
    place is marked: what the filter finds in row 1, column 2 is 1.
    """
    image, weights, found = (np.asarray(each, dtype=float) for each in (image, weights, found))
    ax = bare(place_to_draw(ax, 9.0, 3.7, margins=(0.1, 0.1, 0.1, 0.1)))
    (row, column), (side, size, n) = spot, (len(table) for table in (image, weights, found))
    left, top = side + 2.5, (side - size) / 2
    right, upper = left + size + 2.5, (side - n) / 2
    _draw(ax, image, 0, 0)
    _draw(ax, found / found.max(), right, upper)
    for i, numbers in enumerate(weights):
        for j, number in enumerate(numbers):
            ax.add_patch(Rectangle((left + j, top + i), 1, 1, facecolor="white", edgecolor=GREY))
            ax.text(left + j + 0.5, top + i + 0.5, few(number), ha="center", va="center")
    for x, y, length in [(column, row, size), (right + column, upper + row, 1)]:
        ax.add_patch(Rectangle((x, y), length, length, fill=False, edgecolor=ORANGE, linewidth=3))
    arrow = {"arrowstyle": "->", "color": INK, "linewidth": 1.4}
    middle = top + size / 2
    there = right + column - 0.1, upper + row + 0.5
    ends = [
        ((column + size, row + size / 2), (left - 0.2, middle)),
        ((left + size + 0.2, middle), there),
    ]
    for start, end in ends:
        ax.annotate("", end, start, arrowprops=arrow)
    names = [
        (side / 2, "these pixels"),
        (left + size / 2, "times these weights, added up"),
        (right + n / 2, "make this number"),
    ]
    for x, name in names:
        ax.text(x, side + 0.7, name, ha="center", va="center")
    ax.set(xlim=(-0.2, right + n + 0.2), ylim=(side + 1.2, -0.3), aspect="equal")
    return describe(ax, _tell(side, size, n, spot, found[spot]))


def _draw(ax, values, left, top):
    """A table of numbers from 0 to 1 as grey cells."""
    for i, numbers in enumerate(values):
        for j, number in enumerate(numbers):
            grey = str(1 - 0.85 * float(np.clip(number, 0, 1)))
            cell = Rectangle(
                (left + j, top + i), 1, 1, facecolor=grey, edgecolor=GREY, linewidth=0.6
            )
            ax.add_patch(cell)


def _tell(side, size, n, spot, value):
    return (
        f"An image of {side} by {side} pixels, a filter of {size} by {size} numbers, and the "
        f"{n} by {n} numbers that it finds. One place is marked: what the filter finds in row "
        f"{spot[0] + 1}, column {spot[1] + 1} is {few(value)}."
    )
