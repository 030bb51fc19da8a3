"""Several trainings in one picture: their costs over time, and how they end at many rates."""

from itertools import cycle

import numpy as np
from matplotlib.ticker import NullFormatter, PercentFormatter

from toynn_course.plots.page import describe, place_to_draw, styled
from toynn_course.plots.palette import BLUE, GREEN, INK, ORANGE
from toynn_course.plots.words import few, percent

LOOKS = ((BLUE, "-", "s"), (ORANGE, "--", "o"), (GREEN, ":", "^"), (INK, "-.", "D"))


@styled
def cost_curves(curves, ax=None, *, title="Cost", xlabel="epoch", legend="best"):
    """The costs of several trainings, each with its first cost at 0.

    Parameters
    ----------
    curves : dict of name to a sequence of costs
    ax : matplotlib Axes to draw on; None for a new one
    legend : where the names are, as matplotlib's `loc`

    Returns the Axes.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(cost_curves({"seed 1": [0.2, 0.1, 0.05], "seed 2": [0.2, 0.1, 0.3]})))
    Cost over 2 epochs. seed 1: from 0.2 to 0.05. seed 2: from 0.2 to 0.3, lowest 0.1 at epoch 1.
    """
    ax = place_to_draw(ax, 7.6, 3.8)
    for (name, costs), (colour, dash, _) in zip(curves.items(), cycle(LOOKS), strict=False):
        ax.plot(costs, dash, color=colour, label=name, linewidth=2)
    ax.set(title=title, xlabel=xlabel)
    ax.set_ylim(0, 1.12 * np.quantile(np.concatenate([*curves.values()]), 0.995))
    ax.legend(loc=legend, frameon=False, fontsize=11)
    n = max(map(len, curves.values())) - 1
    told = " ".join(f"{name}: {_tell(costs, xlabel)}." for name, costs in curves.items())
    return describe(ax, f"{title} over {n} {xlabel.rstrip('s')}s. {told}")


def _tell(costs, xlabel):
    """Where a curve begins, ends, and is lowest."""
    lowest = int(np.argmin(costs))
    text = f"from {few(costs[0])} to {few(costs[-1])}"
    if few(costs[lowest]) == few(costs[-1]):
        return text
    return f"{text}, lowest {few(costs[lowest])} at {xlabel.rstrip('s')} {lowest}"


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
