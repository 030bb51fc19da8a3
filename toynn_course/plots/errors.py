"""Errors over the size of a nudge: where the curve bends, and where rounding takes over."""

import numpy as np

from toynn_course.plots.page import describe, place_to_draw, styled
from toynn_course.plots.palette import BLUE, GREY, ORANGE, TEXT

LOOKS = (("-", BLUE, "o"), ("--", ORANGE, "s"))


@styled
def nudge_errors(nudges, errors, ax=None):
    """How far each kind of difference is off, for every size of the nudge.

    nudges : array, from the largest to the smallest
    errors : dict of at most two names, each with an array of relative errors, one for each nudge
    ax : matplotlib Axes to draw on; None for a new one

    Returns the Axes.

    >>> ax = nudge_errors([0.1, 0.01], {"central": [1e-3, 1e-5], "forward": [1e-2, 1e-3]})
    >>> ax.get_label()[:67]
    'Relative error over the nudge: central is best at 1e-02, with 1e-05'
    """
    nudges = np.asarray(nudges)
    ax = place_to_draw(ax, 7.6, 4.2)
    for (name, found), (dashes, colour, marker) in zip(errors.items(), LOOKS, strict=False):
        ax.plot(nudges, found, dashes, color=colour, marker=marker, markersize=5)
        ax.annotate(
            name, (nudges[0], found[0]), (9, 0), textcoords="offset points", va="center",
            color=TEXT[colour], annotation_clip=False,
        )  # fmt: skip
    ax.set(xscale="log", yscale="log", xlabel="nudge", title="Relative error of the slope")
    if len(nudges) > 8:
        _point_at(ax, nudges, *errors.values())
    best = [_best(name, nudges, found) for name, found in errors.items()]
    return describe(ax, f"Relative error over the nudge: {'; '.join(best)}.")


def _point_at(ax, nudges, central, forward):
    """Arrows at the two causes, and at the best nudge of the first kind."""
    low = int(np.argmin(central))
    for text, place, value, shift in (
        ("the curve bends", 3, forward[3], (-110, 45)),
        ("rounding", -4, central[-4], (15, 45)),
        ("best", low, central[low], (30, 2)),
    ):
        ax.annotate(
            text, (nudges[place], value), shift, textcoords="offset points", color=TEXT[GREY],
            arrowprops={"arrowstyle": "->", "color": GREY},
        )  # fmt: skip


def _best(name, nudges, found):
    place = int(np.argmin(found))
    return f"{name} is best at {nudges[place]:.0e}, with {found[place]:.0e}"
