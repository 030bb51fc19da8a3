"""Arrows: a few words beside a figure, and where in it to look."""

from toynn_course.plots.page import describe, styled
from toynn_course.plots.palette import INK

PAPER = {"facecolor": "white", "edgecolor": "none", "pad": 2}


@styled
def point_at(ax, words, spot, away):
    """Words with an arrow from them to a spot; they become a part of the alt text.

    spot : (x, y) on the scales of the Axes
    away : (right, up) from the spot to the middle of the words, in points

    Returns the Axes.

    >>> from toynn_course.plots import alt, describe, new_axes
    >>> ax = describe(new_axes(), "A curve.")
    >>> alt(point_at(ax, "here it is flat", (0.5, 0.5), (40, 20)))
    'A curve. An arrow says: here it is flat.'
    """
    ax.annotate(
        words, spot, away, textcoords="offset points", ha="center", va="center", fontsize=11,
        color=INK, bbox=PAPER, zorder=6, annotation_clip=False,
        arrowprops={"arrowstyle": "->", "color": INK, "linewidth": 1.4, "shrinkB": 3},
    )  # fmt: skip
    return describe(ax, f"{ax.get_label()} An arrow says: {words}.")
