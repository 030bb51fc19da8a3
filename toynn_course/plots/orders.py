"""Orders of magnitude: things so different in size that only powers of ten can hold them."""

import math

from toynn_course.plots.page import describe, place_to_draw, styled
from toynn_course.plots.palette import BLUE, GREY, INK, PALE


@styled
def orders_of_magnitude(sizes, ax=None, *, what="parameters"):
    """Sizes on one line each, where every step to the right is a factor of ten.

    sizes : dict of a name to a number of at least 1, the smallest first

    Returns the Axes.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(orders_of_magnitude({"disc": 25, "digits": 2260, "GPT-2": 1.5e9})))
    The number of parameters, in powers of ten. disc: 25. digits: 2,260. GPT-2: 1.5 billion.
    """
    ax = place_to_draw(ax, 8.6, 0.55 * len(sizes) + 1.2, margins=(2.6, 1.3, 0.7, 0.3))
    top = math.ceil(math.log10(max(sizes.values())))
    for y, size in enumerate(sizes.values()):
        ax.plot([1, size], [y, y], color=BLUE, linewidth=2)
        ax.plot(size, y, "o", color=BLUE, markersize=8)
        ax.annotate(in_words(size), (size, y), (9, 0), textcoords="offset points", va="center")
    ax.set(xscale="log", xlim=(1, 10**top), ylim=(len(sizes) - 0.5, -0.6), xlabel=f"{what}")
    ax.set_yticks(range(len(sizes)), list(sizes))
    ax.tick_params(axis="y", length=0)
    steps = range(0, top + 1, 3)
    ax.set_xticks([10**step for step in steps], [in_words(10**step) for step in steps])
    ax.minorticks_off()
    ax.grid(axis="x", color=PALE)
    ax.set_axisbelow(True)
    ax.spines["left"].set_color(GREY)
    ax.xaxis.label.set_color(INK)
    told = " ".join(f"{name}: {in_words(size)}." for name, size in sizes.items())
    return describe(ax, f"The number of {what}, in powers of ten. {told}")


LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def in_words(number):
    """A large number as people say it.

    >>> in_words(25), in_words(2260), in_words(10**6), in_words(1.75e11)
    ('25', '2,260', '1 million', '175 billion')
    """
    for unit, name in LARGE:
        if number >= unit:
            return f"{number / unit:g} {name}"
    return f"{number:,.0f}"
