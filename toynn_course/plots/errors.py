"""Errors over the size of a nudge: where the curve bends, and where rounding takes over."""

import numpy as np

from toynn_course.plots.arrows import point_at
from toynn_course.plots.page import describe, place_to_draw, styled
from toynn_course.plots.palette import BLUE, ORANGE, TEXT

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
    best = [_best(name, nudges, found) for name, found in errors.items()]
    describe(ax, f"Relative error over the nudge: {'; '.join(best)}.")
    return _point_at_causes(ax, nudges, *errors.values()) if len(nudges) > 8 else ax


def _point_at_causes(ax, nudges, central, forward):
    """Arrows at the two causes, and at the best nudge of the first kind."""
    low = int(np.argmin(central))
    for words, place, error, away in (
        ("the curve bends", 3, forward[3], (-62, 50)),
        ("rounding", -4, central[-4], (42, 50)),
        ("best", low, central[low], (44, 7)),
    ):
        point_at(ax, words, (nudges[place], error), away)
    return ax


def _best(name, nudges, found):
    place = int(np.argmin(found))
    return f"{name} is best at {nudges[place]:.0e}, with {found[place]:.0e}"
