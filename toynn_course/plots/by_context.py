"""What a longer context is worth: a line for each way to guess, over the letters that it sees."""

from itertools import cycle

from toynn_course.plots.page import describe, place_to_draw, styled
from toynn_course.plots.palette import BLUE, GREY, ORANGE, TEXT
from toynn_course.plots.words import fixed, listed

LOOKS = ((BLUE, ":", "s"), (BLUE, "-", "s"), (ORANGE, "--", "o"), (GREY, "-.", "^"))


@styled
def by_context(contexts, costs, ax=None):
    """The cost per letter of several ways to guess, for each length of the context.

    contexts : the numbers of letters; costs : dict of a name to a cost for each of them

    Returns the Axes.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(by_context([1, 2], {"counting": [2.375, 2.25]})))
    Cost per letter over the letters of the context, 1 and 2. counting: 2.38 and 2.25.
    """
    contexts = list(contexts)
    ax = place_to_draw(ax, 7.9, 4.2, margins=(0.75, 2.2, 0.7, 0.3))
    for (name, values), (colour, dash, marker) in zip(costs.items(), cycle(LOOKS), strict=False):
        ax.plot(contexts, values, dash, marker=marker, color=colour, markersize=7)
        ax.annotate(name, (contexts[-1], values[-1]), (10, 0), textcoords="offset points",
                    va="center", color=TEXT[colour])  # fmt: skip
    ax.set(xlabel="letters of the context", ylabel="cost per letter", xticks=contexts)
    told = [
        f"{name}: {listed(fixed(value, 2) for value in values)}." for name, values in costs.items()
    ]
    where = listed(contexts)
    return describe(
        ax, f"Cost per letter over the letters of the context, {where}. {' '.join(told)}"
    )
