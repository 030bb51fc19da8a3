"""Several runs in one picture: a line each, with its name at its end."""

import numpy as np

from toynn_course.plots.page import describe, place_to_draw, styled
from toynn_course.plots.palette import BLUE, GREY, ORANGE, TEXT
from toynn_course.plots.words import few

LOOKS = ((ORANGE, "-"), (BLUE, "--"), (GREY, ":"))


@styled
def over_epochs(what, lines, ax=None, *, every=1, between=(0, None)):
    """Up to three lines over the same epochs.

    what : what the lines show, such as "cost"
    lines : dict of name to values, from epoch 0 on
    every : how many epochs lie between two values
    between : the lowest and the highest value to draw; None for as high as they go

    Returns the Axes.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(over_epochs("cost", {"test": [2.0, 0.5, 0.75]})))
    The cost over 2 epochs. test: from 2 to 0.75, lowest in epoch 1 with 0.5, highest in epoch 0
    with 2.
    """
    ax = place_to_draw(ax, 6.9, 3.9, margins=(0.8, 1.75, 0.7, 0.3))
    told = []
    for (name, values), (colour, style) in zip(lines.items(), LOOKS, strict=False):
        ax.plot(every * np.arange(len(values)), values, color=colour, linestyle=style)
        end = (every * (len(values) - 1), values[-1])
        ax.annotate(name, end, (6, 0), textcoords="offset points", va="center", color=TEXT[colour])
        low, high = np.min(values), np.max(values)
        first, last = every * np.argmin(values), every * np.argmax(values)
        told.append(
            f"{name}: from {few(values[0])} to {few(values[-1])}, lowest in epoch {first} with "
            f"{few(low)}, highest in epoch {last} with {few(high)}."
        )
    ax.set(xlabel="epoch", ylabel=what, xlim=(0, None), ylim=between)
    epochs = every * (max(map(len, lines.values())) - 1)
    return describe(ax, f"The {what} over {epochs} epochs. {' '.join(told)}".replace("\n", " "))
