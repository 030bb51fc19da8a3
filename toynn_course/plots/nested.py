"""Fields within fields, as circles: artificial intelligence, and what lies inside it."""

from matplotlib.patches import Circle

from toynn_course.plots.page import bare, describe, place_to_draw, styled
from toynn_course.plots.palette import BLUE, INK
from toynn_course.plots.words import listed

SHADES = ("#EAF2F8", "#CFE3F1", "#FBE3D0", "#F7CFAE")
WIDEST, STEP = 2.0, 0.52


@styled
def nested(fields, ax=None):
    """Circles inside each other, the widest field first, each with an example outside the next.

    fields : pairs of a name and an example that belongs there and not in the next circle

    Returns the Axes.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(nested([("games", "go fish"), ("board games", "chess")])))
    2 circles inside each other, from the outside in: games (for example go fish) and board games
    (for example chess).
    """
    ax = bare(place_to_draw(ax, 7.8, 4.1, margins=(0.05, 0.05, 0.05, 0.05)))
    for number, (name, example) in enumerate(fields):
        radius = WIDEST - STEP * number
        bottom = radius - WIDEST
        shade = SHADES[number % len(SHADES)]
        ax.add_patch(Circle((0, bottom), radius, facecolor=shade, edgecolor=INK, linewidth=1.4))
        y = bottom + max(0, radius - STEP)  # the middle of what the next circle leaves free
        ax.plot([0, 2.15], [y, y], color=INK, linewidth=0.9, zorder=3)
        ax.plot(0, y, "o", color=BLUE, markersize=8, zorder=4)
        ax.text(2.25, y + 0.13, name, va="center", fontweight="bold")
        ax.text(2.25, y - 0.17, example, va="center", fontsize=11)
    ax.set(xlim=(-2.05, 5.8), ylim=(-2.06, 2.06), aspect="equal")
    parts = [f"{name} (for example {example})" for name, example in fields]
    words = f"{len(fields)} circles inside each other, from the outside in: {listed(parts)}."
    return describe(ax, words.replace("\n", " "))
