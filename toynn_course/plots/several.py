"""Several trainings in one picture: over their epochs, and how they end at many rates."""

from itertools import cycle

import numpy as np
from matplotlib.ticker import NullFormatter, PercentFormatter

from toynn_course.plots.page import describe, place_to_draw, styled
from toynn_course.plots.palette import BLUE, GREEN, INK, ORANGE, TEXT
from toynn_course.plots.words import counted, few, percent

LOOKS = ((BLUE, "-", "s"), (ORANGE, "--", "o"), (GREEN, ":", "^"), (INK, "-.", "D"))
NAMES_BESIDE = {"width": 6.9, "height": 3.9, "margins": (0.8, 1.75, 0.7, 0.5)}
LEGEND = {"width": 7.6, "height": 3.8}


@styled
def over_epochs(
    what, curves, ax=None, *, title="", xlabel="epoch", every=1, between=(0, None), legend=None
):  # fmt: skip
    """Several trainings over their epochs, a line each.

    Parameters
    ----------
    what : what the lines show, such as "cost"
    curves : dict of name to values, the first of them at 0
    ax : matplotlib Axes to draw on; None for a new one
    every : how many epochs lie between two values
    between : the lowest and the highest value to draw; None for as high as nearly all go
    legend : where the names are, as matplotlib's `loc`; None for the end of each line

    Returns the Axes.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(over_epochs("cost", {"seed 1": [0.2, 0.1, 0.05], "seed 2": [0.2, 0.1, 0.3]})))
    The cost over 2 epochs. seed 1: from 0.2 to 0.05. seed 2: from 0.2 to 0.3, lowest 0.1 at
    epoch 1.
    """
    ax = place_to_draw(ax, **(LEGEND if legend else NAMES_BESIDE))
    for (name, values), (colour, dash, _) in zip(curves.items(), cycle(LOOKS), strict=False):
        numbers = every * np.arange(len(values))
        ax.plot(numbers, values, dash, color=colour, label=name, linewidth=2)
        if not legend:
            ax.annotate(
                name, (numbers[-1], values[-1]), (6, 0), textcoords="offset points", va="center",
                color=TEXT.get(colour, INK),
            )  # fmt: skip
    low, high = between
    if high is None:
        high = 1.12 * np.quantile(np.concatenate([*curves.values()]), 0.995)
    ax.set(title=title, xlabel=xlabel, ylabel=what, ylim=(low, high))
    if legend:
        ax.legend(loc=legend, frameon=False, fontsize=11)
    else:
        ax.set_xlim(0, None)
    unit, last = xlabel.rstrip("s"), every * (max(map(len, curves.values())) - 1)
    told = " ".join(f"{name}: {_tell(v, unit, every)}." for name, v in curves.items())
    words = f"{title or f'The {what}'} over {counted(last, unit)}. {told}"
    return describe(ax, words)


def _tell(values, unit, every):
    """Where a curve begins and ends, and where it is lower or higher than at both of these."""
    ends = few(values[0]), few(values[-1])
    text = f"from {ends[0]} to {ends[1]}"
    for word, place in (("lowest", int(np.argmin(values))), ("highest", int(np.argmax(values)))):
        if few(values[place]) not in ends:
            text += f", {word} {few(values[place])} at {unit} {every * place}"
    return text


@styled
def rate_sweep(rates, results, ax=None, *, title, shares=False, legend="best"):
    """The results of several learning rates, a line for each rule, on logarithmic scales.

    Parameters
    ----------
    rates : the learning rates
    results : dict of name to a value for each rate
    ax : matplotlib Axes to draw on; None for a new one
    shares : whether the values are shares from 0 to 1, on a scale that is not logarithmic

    Returns the Axes.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> ax = rate_sweep((0.1, 1), {"plain": [0.3, 0.01]}, title="Cost")
    >>> print(alt(ax))
    Cost, at each learning rate. plain: 0.3 at 0.1, 0.01 at 1.
    """
    ax = place_to_draw(ax, 7.6, 4.2)
    for (name, values), (colour, dash, marker) in zip(results.items(), cycle(LOOKS), strict=False):
        ax.plot(rates, values, dash, marker=marker, color=colour, label=name, markersize=7)
    ax.set(title=title, xlabel="learning rate", xscale="log", xticks=rates, xticklabels=rates)
    ax.xaxis.set_minor_formatter(NullFormatter())
    if shares:
        ax.set(ylim=(-0.05, 1.1), yticks=[0, 0.5, 1])
        ax.yaxis.set_major_formatter(PercentFormatter(1))
    else:
        ax.set_yscale("log")
        ax.yaxis.set_major_formatter(lambda value, _: f"{value:g}")
    if len(results) > 1:
        ax.legend(loc=legend, frameon=False, fontsize=11)
    say = percent if shares else few
    told = [
        f"{name}: {', '.join(f'{say(v)} at {r:g}' for r, v in zip(rates, values, strict=True))}."
        for name, values in results.items()
    ]
    return describe(ax, f"{title}, at each learning rate. {' '.join(told)}")
