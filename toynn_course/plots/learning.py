"""A network that learns, in pictures that stay: what it answers, and where its numbers went."""

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from toynn_course.plots.arrows import point_at
from toynn_course.plots.page import PIXELS, describe, place_to_draw, styled, tidy
from toynn_course.plots.palette import BLUE, GREY, INK, ORANGE, TEXT
from toynn_course.plots.plane import draw_answers, draw_points
from toynn_course.plots.words import counted, few, percent


@styled
def points(data, ax=None, *, radius=None, size=5.0):
    """The samples alone: orange circles where the target is above 0, blue squares elsewhere.

    Parameters
    ----------
    data : Dataset with 2 inputs and 1 target
    ax : matplotlib Axes to draw on; None for a new one
    radius : of a dashed circle around the middle, the rule that a person sees; None for none

    Returns the Axes.

    Examples
    --------
    >>> from toynn.datasets import circle
    >>> from toynn_course.plots import alt
    >>> print(alt(points(circle(rng=0), radius=3)))
    500 points: 250 orange circles and 250 blue squares. A dashed circle of radius 3 around the
    middle has all of the orange ones inside and all of the blue ones outside.
    """
    ax = place_to_draw(ax, 5.9, 4.7, margins=(0.75, 1.45, 0.7, 0.5))
    draw_points(ax, data, size)
    ax.set(xlabel="x1", ylabel="x2")
    text = f"{len(data)} points: {_n_orange(data)} orange circles and "
    text += f"{len(data) - _n_orange(data)} blue squares."
    if radius is not None:
        turn = np.linspace(0, 2 * np.pi, 200)
        ax.plot(radius * np.cos(turn), radius * np.sin(turn), color=INK, linestyle="--", zorder=4)
        text += f" A dashed circle of radius {radius:g} around the middle has "
        text += _tell_sides(data, radius)
    return describe(ax, text)


@styled
def film(epochs, data, at):
    """What a network answers at a few epochs of its training, as maps from left to right.

    epochs : list of Epoch, as in list(train(...)); data : Dataset with 2 inputs and 1 target
    at : the numbers of the epochs

    Returns the Figure.
    """
    figure = Figure(figsize=(3.2 * len(at), 3.6), dpi=PIXELS, facecolor="white")
    for place, number in enumerate(at):
        inner = (place + 0.14) / len(at), 0.14, 0.83 / len(at), 0.74
        ax = tidy(figure.add_axes(inner))
        draw_answers(ax, epochs[number].network)
        draw_points(ax, data, size=3.6)
        right = round(epochs[number].accuracy * len(data))
        ax.set_title(f"epoch {number}: {right} of {len(data)} right", fontsize=12)
        described = f"After {counted(number, 'epoch')}" if number else "Before training"
        describe(ax, f"{described}, {right} of {len(data)} points are classified correctly.")
    return figure


@styled
def numbers_moved(before, after, ax=None):
    """Every number of a network before and after training: a ring, a line, and a dot.

    before, after : Networks of the same sizes; ax : matplotlib Axes, or None for new ones

    Returns the Axes.

    Examples
    --------
    >>> from toynn import Layer, Network
    >>> from toynn_course.plots import alt
    >>> before, after = (Network([Layer([[w, 1.0]], [0.0])]) for w in (0.5, 2.0))
    >>> print(alt(numbers_moved(before, after)))
    The 3 numbers of Network(2-1, sigmoid), before training and after it. 1 of them moved, by 1.5 at
    most: weight 1 of node 1 in layer 1, from 0.5 to 2. An arrow says: this one moved most: 0.5 → 2.
    """
    rows = _named_numbers(before, after)
    ax = place_to_draw(ax, 8.2, 0.19 * len(rows) + 1.6, margins=(1.75, 2.0, 0.7, 0.5))
    _draw_moves(ax, rows)
    _name_groups(ax, before)
    most = max(range(len(rows)), key=lambda row: abs(rows[row][2] - rows[row][1]))
    name, start, end = rows[most]
    moved = sum(start != end for _, start, end in rows)
    describe(
        ax,
        f"The {len(rows)} numbers of {before}, before training and after it. {moved} of them moved,"
        f" by {few(abs(end - start))} at most: {name}, from {few(start)} to {few(end)}.",
    )
    edge, spot = ax.get_xlim()[1], max(start, end)
    right = ax.transData.transform([(edge, 0), (spot, 0)])[:, 0] * 72 / ax.figure.dpi
    words = f"this one moved most:\n{few(start)} → {few(end)}"
    return point_at(ax, words, (spot, most), (right[0] - right[1] + 70, 0))


@styled
def finishes(shares, enough, ax=None):
    """How well many networks ended, from the worst to the best, as a dot for each.

    shares : the accuracy of each; enough : what counts as success, drawn as a dashed line

    Returns the Axes.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(finishes([0.8, 1.0, 0.99, 0.7], 0.99)))
    The accuracy of 4 networks, from the worst, 70%, to the best, 100%. 2 of them reach 99%.
    """
    shares = np.sort(shares)
    ax = place_to_draw(ax, 7.2, 3.2)
    good = shares >= enough
    places = np.arange(1, len(shares) + 1)
    ax.plot(places[~good], shares[~good], "s", color=BLUE, markersize=5)
    ax.plot(places[good], shares[good], "o", color=ORANGE, markersize=5, clip_on=False)
    ax.axhline(enough, color=INK, linestyle="--", linewidth=1.2)
    ax.set(xlabel="networks, from the worst to the best", title="Accuracy at the end")
    ax.set_ylim(top=1)
    ax.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    return describe(
        ax,
        f"The accuracy of {len(shares)} networks, from the worst, {percent(shares[0])}, to the "
        f"best, {percent(shares[-1])}. {good.sum()} of them reach {percent(enough)}.",
    )


def _n_orange(data):
    return int((data.Y[:, 0] > 0).sum())


def _tell_sides(data, radius):
    inside, orange = np.hypot(*data.X.T) < radius, data.Y[:, 0] > 0
    within, beyond = inside[orange], ~inside[~orange]
    oranges, blues = f"{_amount(within)} of the orange ones", f"{_amount(beyond)} of the blue ones"
    return f"{oranges} inside and {blues} outside."


def _amount(true):
    return "all" if true.all() else f"{true.sum()}"


def _named_numbers(before, after):
    """A row for each number: its name, and its values before and after."""
    return [
        row
        for l, (old, new) in enumerate(zip(before.layers, after.layers, strict=True), 1)  # noqa: E741
        for row in (
            *(
                (f"weight {k + 1} of node {j + 1} in layer {l}", value, new.weights[j, k])
                for (j, k), value in np.ndenumerate(old.weights)
            ),
            *(
                (f"the bias of node {j + 1} in layer {l}", value, new.biases[j])
                for j, value in enumerate(old.biases)
            ),
        )
    ]


def _draw_moves(ax, rows):
    """A line from each old value to the new one, with a ring and a dot at its ends."""
    for row, (_, start, end) in enumerate(rows):
        colour = ORANGE if end > 0 else BLUE
        ax.plot([start, end], [row, row], color=colour, linewidth=2, zorder=2)
        ax.plot(end, row, "o" if end > 0 else "s", color=colour, markersize=7, zorder=4)
    starts = [start for _, start, _ in rows]
    ring = {"markerfacecolor": "white", "markeredgecolor": GREY, "markeredgewidth": 1.5}
    ax.plot(starts, range(len(rows)), "o", markersize=6, zorder=3, **ring)
    ax.axvline(0, color=INK, linewidth=1, zorder=1)
    ax.set(ylim=(len(rows), -1), yticks=[], xlabel="value")
    ax.set_title("ring: before training    filled: after it", fontsize=12)
    ax.spines["left"].set_visible(False)


def _name_groups(ax, network):
    """Beside the rows, which of them belong to which layer."""
    row = 0
    for l, layer in enumerate(network.layers, 1):  # noqa: E741
        for number, thing in ((layer.weights.size, "weight"), (layer.biases.size, "bias")):
            words = f"layer {l}: {counted(number, thing, 'biases' if thing == 'bias' else None)}"
            ax.annotate(
                words, (0, row + (number - 1) / 2), (-8, 0), xycoords=("axes fraction", "data"),
                textcoords="offset points", ha="right", va="center", fontsize=11, color=TEXT[INK],
            )  # fmt: skip
            row += number
            ax.axhline(row - 0.5, color="#E4E4E4", linewidth=0.8, zorder=0)
