"""Curves: an activation and its slope; the cost and the accuracy over the epochs."""

import textwrap
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator, PercentFormatter

from toynn._checks import as_number, named
from toynn.activations import ACTIVATIONS, softmax
from toynn.plots.page import bare, describe, place_to_draw, styled, tidy
from toynn.plots.palette import BLUE, GREY, INK, ORANGE, PALE, TEXT
from toynn.plots.words import about, counted, few, listed, percent

LINE_HEIGHT = 17  # points from one word at the end of a line to the next
LARGEST = 1e250  # of a cost, as it is drawn: above it, a scale with its margins overflows


@styled
def activation_curve(activation, ax=None, *, derivative=True, reach=6.0):
    """An activation a = f(z), and its slope f'(z) dashed.

    Parameters
    ----------
    activation : Activation or its name
    ax : matplotlib Axes to draw on; None for a new one
    derivative : whether to draw the slope as well, where there is one
    reach : z runs from -reach to reach

    Returns the Axes. Raises ValueError for softmax, which is no curve of a single node.

    Examples
    --------
    >>> from toynn.plots import alt
    >>> print(alt(activation_curve("tanh", derivative=False)))
    The activation tanh: from about −1 at z = −6 through 0 at z = 0 to about 1 at z = 6.
    """
    lines = _lines(activation, derivative, reach)
    ax = place_to_draw(ax, 6.4, 3.8, margins=(0.65, 1.55, 0.65, 0.5))
    _draw_lines(ax, lines)
    ax.set(title=str(activation), xlabel="z")
    _name_ends(ax, [(ys[-1], name, colour) for name, _, ys, colour, _ in lines])
    return describe(ax, _tell_activation(activation, lines))


@styled
def activation_curves(activations, ax=None, *, derivative=True, reach=6.0):
    """Several activations, each in a small picture of its own on the same scale of z.

    Parameters
    ----------
    activations : list of Activations or their names
    ax, derivative, reach : as for `activation_curve`

    Returns the Axes that frames them; they are its `child_axes`.
    Raises ValueError if there are none, or for softmax.

    Examples
    --------
    >>> from toynn.plots import alt
    >>> print(alt(activation_curves(["sigmoid", "relu"])))
    2 activations at z = −6, 0 and 6, with their slopes, dashed: sigmoid 0.0025, 0.5 and about 1
    (slope 0.0025, 0.25 and 0.0025); relu 0, 0 and 6 (slope 0, 0 and 1, with a jump).
    """
    if not activations:
        raise ValueError("activations is empty, expected at least one; write ['sigmoid', 'relu']")
    all_lines = [_lines(each, derivative, reach) for each in activations]
    columns = min(3, len(all_lines))
    rows = -(-len(all_lines) // columns)
    size = max(4.4, 2.55 * columns + 0.4), 2.2 * rows + 0.5
    ax = bare(place_to_draw(ax, *size, margins=(0.1, 0.2, 0.1, 0.5)))
    for i, (activation, lines) in enumerate(zip(activations, all_lines, strict=True)):
        panel = _panel(ax, divmod(i, columns), rows, columns)
        _draw_lines(panel, lines)
        panel.set_title(str(activation), fontsize=12)
        panel.set_xticks([-reach, 0, reach])
        panel.yaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10]))
    _line_key(ax, max(all_lines, key=len))
    return describe(ax, _tell_activations(activations, all_lines, few(reach)))


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
    >>> from toynn.plots import alt
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


def _lines(activation, derivative, reach):
    """What to draw of an activation: name, z, values, colour and dash of each line."""
    activation = named(activation, ACTIVATIONS, "activation")
    if activation == softmax:
        raise ValueError(
            "softmax has no curve, because the output of a node depends on the whole layer; "
            "choose another activation, such as sigmoid, which is softmax of two nodes"
        )
    reach = as_number(reach, "reach", least=0.1)
    z = np.linspace(-reach, reach, 601)
    lines = [("output f(z)", z, activation(z), BLUE, "-")]
    if derivative and activation.f_prime is not None:
        lines.append(("slope f′(z)", z, activation.derivative(z), ORANGE, (0, (4, 1.5))))
    return lines


def _draw_lines(ax, lines):
    ax.axhline(0, color=PALE, linewidth=1, zorder=0)
    ax.axvline(0, color=PALE, linewidth=1, zorder=0)
    for _, z, values, colour, dash in lines:
        ax.plot(z, values, color=colour, linestyle=dash)
    ax.set_xlim(lines[0][1][0], lines[0][1][-1])
    ax.margins(y=0.08)


def _panel(ax, spot, rows, columns):
    """Axes for one of several panels, in a frame; spot : its row and column."""
    (row, column), points = spot, ax.get_window_extent().size * 72 / ax.figure.dpi
    left, below, above = 40 / points[0], 32 / points[1], 24 / points[1]
    width, height = 1 / columns, 1 / rows
    corner = column * width + left, 1 - (row + 1) * height + below
    return tidy(ax.inset_axes((*corner, width - left - 0.02, height - below - above)))


def _line_key(ax, lines):
    """Which line is which, above all panels."""
    handles = [
        Line2D([], [], color=colour, linestyle=dash, label=name)
        for name, _, _, colour, dash in lines
    ]
    left = 40 / (ax.get_window_extent().width * 72 / ax.figure.dpi)
    key = ax.legend(
        handles=handles, loc="lower left", bbox_to_anchor=(left, 1), ncols=2, frameon=False,
        handlelength=2.6, borderpad=0, borderaxespad=0.6,
    )  # fmt: skip
    for text, (*_, colour, _) in zip(key.get_texts(), lines, strict=True):
        text.set_color(TEXT[colour])


def _name_ends(ax, ends):
    """Words to the right of lines that end at these heights, pushed apart where they would touch.

    ends : list of (height, words, colour)
    """
    ends = sorted(ends, key=lambda end: end[0])
    ax.autoscale_view()  # now, not when it is drawn: the scale decides where words go
    box, points = ax.get_window_extent(), 72 / ax.figure.dpi
    pixels = [ax.transData.transform((0, height))[1] - box.y0 for height, *_ in ends]
    for (_, words, colour), up in zip(ends, _apart(np.multiply(pixels, points)), strict=True):
        ax.annotate(
            words, (1, 0), xycoords="axes fraction", xytext=(9, up), textcoords="offset points",
            va="center", color=TEXT[colour], annotation_clip=False,
        )  # fmt: skip


def _apart(wanted):
    """Heights as near as wanted, from below upwards, with room for a line each."""
    heights = list(wanted)
    for i in range(1, len(heights)):
        heights[i] = max(heights[i], heights[i - 1] + LINE_HEIGHT)
    return np.subtract(heights, np.mean(np.subtract(heights, wanted)))


def _tell_activation(activation, lines):
    """Each line in words."""
    text = f"The activation {activation}: {_tell_line(*lines[0][1:3])}."
    if len(lines) > 1:
        text += f" Its slope, dashed: {_tell_line(*lines[1][1:3])}."
    return text


def _tell_activations(activations, all_lines, reach):
    """The values of each at both ends and in the middle."""
    told = []
    for activation, lines in zip(activations, all_lines, strict=True):
        values = [
            listed(map(about, line[2][[0, 300, 600]])) + ", with a jump" * _jumps(line[2])
            for line in lines
        ]
        slope = f" (slope {values[1]})" if len(lines) > 1 else ""
        told.append(f"{activation} {values[0]}{slope}")
    slopes = ", with their slopes, dashed" if any(len(lines) > 1 for lines in all_lines) else ""
    many = counted(len(told), "activation")
    return f"{many} at z = −{reach}, 0 and {reach}{slopes}: {'; '.join(told)}."


def _jumps(values):
    """Whether a curve of 601 values has a jump."""
    return bool(np.abs(np.diff(values)).max() > 0.1 * np.ptp(values) > 0)


def _tell_line(z, values):
    """Where a line begins and ends, and what it does in between."""
    steps, middle = np.abs(np.diff(values)), len(z) // 2
    text = f"from {about(values[0])} at z = {few(z[0])}"
    if _jumps(values):
        text += f" with a jump at z = {few(z[steps.argmax() + 1] if z[steps.argmax()] else 0)}"
    else:
        text += f" through {about(values[middle])} at z = 0"
    for extreme, name in ((values.argmax(), "highest"), (values.argmin(), "lowest")):
        beyond = np.abs(values[extreme] - values[[0, middle, -1]]).min()
        if beyond > 0.01 * np.ptp(values):
            text += f", {name} {about(values[extreme])} at z = {few(z[extreme])}"
    return f"{text}{',' if 'est' in text else ''} to {about(values[-1])} at z = {few(z[-1])}"


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
        early = begun <= 0.05 * len(costs)
        text += (
            f", nine tenths of it by epoch {numbers[done]}"
            if early
            else (f", mostly between epochs {numbers[begun]} and {numbers[done]}")
        )
    return text
