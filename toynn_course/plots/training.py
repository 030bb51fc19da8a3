"""Training as a curve: the cost and the accuracy over the epochs, and why they ended."""

import textwrap
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from matplotlib.ticker import MaxNLocator, PercentFormatter

from toynn_course.plots.page import describe, place_to_draw, styled, tidy
from toynn_course.plots.palette import BLUE, GREY, INK, ORANGE, PALE, TEXT
from toynn_course.plots.words import counted, few, percent

LARGEST = 1e250  # of a cost, as it is drawn: above it, a scale with its margins overflows


@styled
def cost_curve(epochs, ax=None, *, accuracy=True, log=None):
    """The cost after each epoch, the accuracy in a panel below it, and why training ended.

    Parameters
    ----------
    epochs : list of Epoch, as in list(train(...))
    ax : matplotlib Axes to draw on; None for a new one
    accuracy : whether to show the accuracy as well, where there is one
    log : whether costs are on a logarithmic scale; None for where they grew a hundredfold

    Returns the Axes of the cost. Raises TypeError for epochs that are still to be trained,
    ValueError if there are none.

    Examples
    --------
    >>> from toynn import Network, train
    >>> from toynn.datasets import swap
    >>> from toynn_course.plots import alt
    >>> start = Network.random((2, 2), weights=(-1, 1), rng=0)
    >>> epochs = list(train(start, swap(), epochs=100, learning_rate=1.0))
    >>> print(alt(cost_curve(epochs)))
    Cost over 100 epochs: falls from 0.32 to 0.015, nine tenths of it by epoch 40.
    Accuracy rises from 0% to 100%.
    """
    curve, last = _curve(epochs)
    with_accuracy = accuracy and last.accuracy is not None
    ax = place_to_draw(ax, 6.4, 4.6 if with_accuracy else 3.6)
    panels = [ax, _panel_below(ax)] if with_accuracy else [ax]
    numbers = [epoch.number for epoch in curve]
    costs = np.minimum([epoch.cost for epoch in curve], LARGEST)
    end = last.number, min(last.cost, LARGEST)
    _draw_over_epochs(ax, numbers, costs, end, BLUE)
    _scale_costs(ax, costs, log)
    _say_value(ax, end, few(last.cost), BLUE)
    ax.set_title("Cost")
    if with_accuracy:
        shares = np.array([epoch.accuracy for epoch in curve])
        _draw_accuracy(panels[1], numbers, shares, last)
    if last.stopped:
        _mark_stop(panels, last)
    panels[-1].set_xlabel("epoch")
    return describe(ax, _tell_training(curve, last, with_accuracy))


def _curve(epochs):
    """The epochs that form a curve, and the last one, which may be an earlier one once more."""
    if not isinstance(epochs, Sequence):
        raise TypeError(
            f"epochs is of type {type(epochs).__name__}, expected a list of Epochs; a figure "
            "does not train, so write epochs = list(train(...)) first"
        )
    if not epochs:
        raise ValueError("epochs is empty, expected at least one; use list(train(...))")
    onward = [now for before, now in pairwise(epochs) if now.number > before.number]
    return [epochs[0], *onward], epochs[-1]


def _panel_below(ax, share=0.36, gap=0.17):
    """Axes on the lower part of the place of another, which keeps the upper part."""
    left, bottom, width, height = ax.get_position().bounds
    ax.set_position((left, bottom + height * (share + gap), width, height * (1 - share - gap)))
    ax.tick_params(labelbottom=False)
    return tidy(ax.figure.add_axes((left, bottom, width, height * share), sharex=ax))


def _draw_over_epochs(ax, numbers, values, end, colour):
    """A line with a dot where it ends, or where the kept network is."""
    ax.plot(numbers, values, color=colour)
    ax.plot(*end, "o", color=colour, markersize=7, clip_on=False, zorder=5)
    ax.set_xlim(numbers[0], max(numbers[-1], numbers[0] + 1))
    ax.xaxis.set_major_locator(MaxNLocator(_n_words(ax, 5), integer=True))
    ax.grid(axis="y", color=PALE, linewidth=0.8)
    ax.set_axisbelow(True)


def _say_value(ax, end, words, colour):
    """A value beside its dot; above it, where the curve goes on."""
    up = 12 if end[0] < ax.lines[0].get_xdata()[-1] else 0
    ax.annotate(
        words, end, (11, up), textcoords="offset points", va="center",
        color=TEXT[colour], bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
        annotation_clip=False,
    )  # fmt: skip


def _scale_costs(ax, costs, log):
    log = costs.max() / 100 > costs[0] if log is None else log
    if log and (costs > 0).any():
        ax.set_yscale("log")
    else:
        low, high = min(0, costs.min()), costs.max()
        room = 0.08 * ((high - low) or 1)
        ax.set_ylim(low - room * (low < 0), high + room)


def _n_words(ax, most):
    """How many words of 6 characters fit side by side below or above the Axes."""
    return int(np.clip(ax.get_window_extent().width * 72 / ax.figure.dpi // 42, 2, most))


def _draw_accuracy(ax, numbers, shares, last):
    end = last.number, last.accuracy
    _draw_over_epochs(ax, numbers, shares, end, ORANGE)
    ax.set(title="Accuracy", ylim=(0, 1.04), yticks=[0, 0.5, 1])
    ax.yaxis.set_major_formatter(PercentFormatter(1))
    _say_value(ax, end, percent(last.accuracy), ORANGE)


def _mark_stop(panels, last):
    """A line at the last epoch, and beside the title why training ended there."""
    for panel in panels:
        panel.axvline(last.number, color=INK, linewidth=1.2, linestyle=(0, (2, 2)), zorder=1)
    words = textwrap.shorten(_reason(last), 7 * _n_words(panels[0], 8), placeholder=" …")
    panels[0].set_title(words, loc="right", fontsize=11, color=TEXT[GREY])


def _reason(epoch):
    """Why training stopped, cut to what came first."""
    return epoch.stopped.split(": ")[0].split(". ")[0].rstrip(".")


def _tell_training(curve, last, with_accuracy):
    costs = np.array([epoch.cost for epoch in curve])
    if len(curve) == 1:
        text = f"Cost after epoch {last.number}, a single dot: {few(last.cost)}."
    else:
        first, end = curve[0].number, curve[-1].number
        span = counted(end, "epoch") if first == 0 else f"epochs {first} to {end}"
        text = f"Cost over {span}: {_tell_costs([epoch.number for epoch in curve], costs)}."
    if with_accuracy:
        text += f" Accuracy {_tell_change(curve[0].accuracy, curve[-1].accuracy, percent)}."
    if last.stopped:
        text += f" A dashed line at epoch {last.number} says: {_reason(last)}."
    return text


def _tell_change(first, last, say):
    if say(first) == say(last):
        return f"{'ends where it began, at' if first != last else 'is'} {say(last)}"
    return f"{'rises' if last > first else 'falls'} from {say(first)} to {say(last)}"


def _tell_costs(numbers, costs):
    """How the cost went, and where it did most of its way."""
    text, fall = _tell_change(costs[0], costs[-1], few), costs[0] - costs[-1]
    notable = 0.03 * (costs.max() - costs.min())
    if costs.max() - notable > max(costs[0], costs[-1]):
        text += f", highest {few(costs.max())} at epoch {numbers[costs.argmax()]}"
    if costs.min() + notable < min(costs[0], costs[-1]):
        text += f", lowest {few(costs.min())} at epoch {numbers[costs.argmin()]}"
    if fall > 0 and len(costs) > 10 and few(costs[0]) != few(costs[-1]):
        begun, done = (int(np.argmax(costs[0] - costs >= s * fall)) for s in (0.1, 0.9))
        if begun > 0.05 * len(costs):
            return f"{text}, mostly between epochs {numbers[begun]} and {numbers[done]}"
        text += f", nine tenths of it by epoch {numbers[done]}"
    return text
