"""How far answers deserve the probability that comes with them."""

import numpy as np

from toynn_course.plots.page import describe, place_to_draw, styled
from toynn_course.plots.palette import BLUE, GREY, ORANGE, TEXT
from toynn_course.plots.words import percent

EDGES = (0, 0.5, 0.7, 0.9, 0.99, 1.000001)
"""Answers are put into groups by what they claim; the last group is 0.99 and more."""

LOOKS = ((BLUE, "o", "-"), (ORANGE, "s", "--"))


@styled
def reliability(answers, ax=None, *, edges=EDGES):
    """For groups of answers: the probability they claim, and how many of them are right.

    answers : dict of name to (claimed, right), two arrays with a value for each answer

    Returns the Axes.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(reliability({"a coin": ([0.6, 0.6, 0.95, 0.95], [1, 0, 1, 0])})))
    What answers claim and how many are right. Of a coin: where they claim 60%, 50% are right; where
    they claim 95%, 50% are right. A dotted diagonal shows where both are equal.
    """
    ax = place_to_draw(ax, 6.4, 4.4, margins=(0.85, 1.75, 0.75, 0.3))
    ax.plot([0.4, 1], [0.4, 1], color=GREY, linestyle=":", linewidth=1.5)
    ax.text(0.62, 0.69, "claims what\ncomes true", ha="right", va="center", fontsize=11)
    told = []
    for (name, (claimed, right)), (colour, marker, line) in zip(
        answers.items(), LOOKS, strict=False
    ):
        groups = _grouped(np.asarray(claimed), np.asarray(right, dtype=float), edges)
        x, y = zip(*groups, strict=True)
        ax.plot(x, y, color=colour, marker=marker, linestyle=line, markersize=8)
        ax.text(1.02, y[-1], name, va="center", color=TEXT[colour], fontweight="bold")
        parts = [f"where they claim {percent(a)}, {percent(b)} are right" for a, b in groups]
        told.append(f"Of {name}: {'; '.join(parts)}.")
    ax.set(
        xlim=(0.4, 1.01), ylim=(0, 1.03), xlabel="probability claimed", ylabel="share that is right"
    )
    first = "What answers claim and how many are right."
    return describe(ax, f"{first} {' '.join(told)} A dotted diagonal shows where both are equal.")


def _grouped(claimed, right, edges):
    """The means of what is claimed and of what is right, for each group with an answer in it."""
    places = np.digitize(claimed, edges)
    return [(claimed[places == n].mean(), right[places == n].mean()) for n in np.unique(places)]
