"""Curves, each with its name at its end: over epochs, or over the layers of a network."""

from itertools import cycle, pairwise

import numpy as np
from matplotlib.ticker import MaxNLocator, PercentFormatter

from toynn_course.plots.page import describe, place_to_draw, styled
from toynn_course.plots.palette import CLASS_COLOURS, CLASS_MARKERS, INK, PALE
from toynn_course.plots.scale import log_scale, log_view
from toynn_course.plots.words import counted, percent, tiny

DASHES = ("-", (0, (6, 2)), (0, (4, 1.5, 1, 1.5)), (0, (2, 1.2)), (0, (1, 1)))
APART = 0.085  # of the height: names are at least this far from each other
SIZE = {"width": 8.2, "height": 3.8, "margins": (0.75, 2.5, 0.7, 0.5)}


@styled
def learning_curves(curves, ax=None, *, title="Accuracy on the test data"):
    """The accuracy after each epoch, from epoch 0 on, a line for each training.

    Parameters
    ----------
    curves : dict of name to a sequence of accuracies between 0 and 1, all of the same length
    ax : matplotlib Axes to draw on; None for a new one

    Returns the Axes.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(learning_curves({"tanh": [0.1, 0.8, 0.95], "sigmoid": [0.1, 0.1, 0.1]})))
    Accuracy on the test data over 2 epochs. tanh: 10%, then 95%. sigmoid: 10%, then 10%.
    """
    ax = place_to_draw(ax, **SIZE)
    n_epochs = len(next(iter(curves.values()))) - 1
    _draw(ax, curves, range(n_epochs + 1))
    _name(ax, curves, apart([values[-1] for values in curves.values()], APART))
    ax.set(title=title, xlabel="epoch", xlim=(0, n_epochs), ylim=(0, 1.04))
    ax.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    ax.yaxis.set_major_formatter(PercentFormatter(1))
    ends = [f"{name}: {percent(v[0])}, then {percent(v[-1])}." for name, v in curves.items()]
    return describe(ax, f"{title} over {counted(n_epochs, 'epoch')}. {' '.join(ends)}")


@styled
def layer_curves(curves, ax=None, *, title="Norm of the gradient"):
    """A number above 0 for each layer, from the first to the last, a line for each network.

    Parameters
    ----------
    curves : dict of name to a sequence of numbers, all of the same length
    ax : matplotlib Axes to draw on; None for a new one

    Returns the Axes, on a logarithmic scale.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(layer_curves({"sigmoid": [2e-6, 3e-3, 1.5], "tanh": [0.5, 0.4, 0.8]})))
    Norm of the gradient, by layer. sigmoid: 2.0e-06 in layer 1, 1.5 in layer 3. tanh: 0.5 in
    layer 1, 0.8 in layer 3.
    """
    ax = place_to_draw(ax, **SIZE)
    n_layers = len(next(iter(curves.values())))
    low, high = log_view(np.array(list(curves.values())))
    logs = np.log10([values[-1] for values in curves.values()])
    _draw(ax, curves, range(1, n_layers + 1))
    log_scale(ax, low, high)
    _name(ax, curves, 10.0 ** np.array(apart(logs, APART * (high - low))))
    ax.set(title=title, xlabel="layer", xlim=(0.5, n_layers + 0.5))
    ax.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    ends = [f"{name}: {tiny(v[0])} in layer 1, {tiny(v[-1])} in layer {n_layers}."
            for name, v in curves.items()]  # fmt: skip
    return describe(ax, f"{title}, by layer. {' '.join(ends)}")


def _draw(ax, curves, numbers):
    """A line for each curve, with a marker of its own at its end, or at each of a few points."""
    looks = zip(curves.values(), cycle(CLASS_COLOURS), cycle(DASHES), cycle(CLASS_MARKERS))
    for values, colour, dash, marker in looks:
        ax.plot(numbers, values, color=colour, linestyle=dash)
        every = numbers if len(numbers) <= 20 else numbers[-1:]
        ends = np.asarray(values)[-len(every) :]
        ax.plot(every, ends, marker, color=colour, clip_on=False, markersize=6)
    ax.grid(axis="y", color=PALE, linewidth=0.8)
    ax.set_axisbelow(True)


def _name(ax, curves, heights):
    """The name of each curve at this height, on the right of the picture."""
    for name, height in zip(curves, heights, strict=True):
        ax.annotate(
            name, (1, height), (10, 0), xycoords=("axes fraction", "data"), va="center",
            textcoords="offset points", color=INK, annotation_clip=False,
        )  # fmt: skip


def apart(heights, gap):
    """The heights, moved as far as it takes for each to be a gap from the next.

    >>> apart([0.5, 0.1, 0.5], 0.25)
    [0.375, 0.1, 0.625]
    """
    order = np.argsort(heights, kind="stable")
    moved = np.array(heights, dtype=float)
    for _ in range(100):  # each round pushes neighbours that are too close off one another
        for below, above in pairwise(order):
            push = max(0.0, gap - (moved[above] - moved[below])) / 2
            moved[below] -= push
            moved[above] += push
    return [round(height, 6) for height in moved.tolist()]
