"""Costs as pictures: what they measure, how steep they are, and the valley they make."""

import numpy as np

from toynn import binary_cross_entropy, quadratic, sigmoid
from toynn_course.plots.arrows import PAPER, point_at
from toynn_course.plots.page import bare, describe, new_axes, side_by_side, styled
from toynn_course.plots.palette import BLUE, GREY, INK, ORANGE, TEXT
from toynn_course.plots.words import fixed, listed

LOOKS = ((BLUE, "s"), (ORANGE, "o"))  # of the neuron that is less wrong, and of the other
LINES = ((ORANGE, "-"), (BLUE, "--"))  # the quadratic cost and cross-entropy, as in their explorer
NAMES = ("quadratic", "cross-entropy")
FEW = 0.005  # kept away from an answer that a cost has no number for


@styled
def answers_on_a_scale(first, second, target):
    """Two answers between 0 and 1, and where they should be.

    >>> from toynn_course.plots import alt
    >>> alt(answers_on_a_scale(0.25, 0.5, 0))
    'A scale from 0 to 1. One neuron answers 0.25, another 0.50; both should answer 0. An arrow
    says: both should be here.'
    """
    ax = bare(new_axes(6.4, 1.25, (0.5, 0.5, 0.1, 0.1)))
    ax.plot([0, 1], [0, 0], color=GREY, linewidth=1.5)
    for end in (0, 1):
        ax.plot([end, end], [-0.15, 0.15], color=GREY, linewidth=1.5)
        ax.text(end, -0.55, str(end), ha="center", va="center")
    for answer, side, (colour, marker) in zip((first, second), (-1, 1), LOOKS, strict=True):
        ax.plot([answer], [0], marker, color=colour, markersize=12, clip_on=False)
        ha = "right" if side < 0 else "left"
        ax.text(answer + 0.02 * side, 0.6, fixed(answer, 2), ha=ha, va="center", color=TEXT[colour])
    ax.set(xlim=(0, 1), ylim=(-1, 1))
    told = f"One neuron answers {fixed(first, 2)}, another {fixed(second, 2)}"
    describe(ax, f"A scale from 0 to 1. {told}; both should answer {target}.")
    return point_at(ax, "both should be here", (target, 0), (110, 26))


@styled
def cost_and_slopes(target=1.0, off=0.8):
    """The quadratic cost over the output, with its slope where that is too low and too high.

    off : how far the output is too low, and too high

    >>> from toynn_course.plots import alt
    >>> alt(cost_and_slopes()).split(". ")[1]
    'An arrow says: too low: slope −0.8'
    """
    ax = new_axes(height=3.4, margins=(0.75, 0.4, 0.7, 0.2))
    outputs = np.linspace(target - 1.5, target + 1.5, 121)
    ax.plot(outputs, quadratic.f(outputs, target), color=GREY)
    ax.set(xlabel=f"output a; it should be {target:g}", ylabel="cost", ylim=(-0.06, 1.15))
    describe(
        ax,
        f"The quadratic cost over the output is a parabola that touches 0 at a = {target:g}, with "
        f"tangents at a = {fixed(target - off, 1)} and {fixed(target + off, 1)}.",
    )
    for a, name, (colour, _), side in zip(
        (target - off, target + off), ("too low", "too high"), LOOKS, (-1, 1), strict=True
    ):
        cost, slope = quadratic.f(a, target), quadratic.derivative(a, target)
        ends = np.array([a - 0.3, a + 0.3])
        ax.plot(ends, cost + slope * (ends - a), color=colour, linewidth=4)
        point_at(ax, f"{name}:\nslope {fixed(slope, 1)}", (a, cost), (-45 * side, 70))
    return point_at(ax, "right: level", (target, 0), (0, 42))


@styled
def on_the_sigmoid(first, second):
    """The sums z of two neurons on the sigmoid, with the slope that each of them has.

    >>> from toynn_course.plots import alt
    >>> alt(on_the_sigmoid(0, 4)).split(". ")[-1]
    'An arrow says: flat: slope 0.018.'
    """
    ax = new_axes(height=3.4, margins=(0.75, 0.4, 0.7, 0.2))
    line = np.linspace(-6, 6, 241)
    ax.plot(line, sigmoid(line), color=GREY)
    slopes = [sigmoid.derivative(z) for z in (first, second)]
    for z, slope, (colour, marker) in zip((first, second), slopes, LOOKS, strict=True):
        ends = np.array([z - 1.3, z + 1.3])
        ax.plot(ends, sigmoid(z) + slope * (ends - z), color=colour, linewidth=4)
        ax.plot([z], [sigmoid(z)], marker, color=colour, markersize=10)
    ax.set(xlabel="z", ylabel="answer a", ylim=(-0.05, 1.1))
    describe(
        ax,
        f"The sigmoid with two neurons on it and their tangents: one at z = {fixed(first, 1)}, one "
        f"further out, at z = {fixed(second, 1)}.",
    )
    words = f"still rising:\nslope {fixed(slopes[0], 3)}"
    point_at(ax, words, (first, sigmoid(first)), (-110, 10))
    words = f"flat: slope {fixed(slopes[1], 3)}"
    return point_at(ax, words, (second, sigmoid(second)), (-10, -70))


@styled
def two_costs(answer):
    """What an answer between 0 and 1 costs where 0 is right, in both costs.

    >>> from toynn_course.plots import alt
    >>> print(alt(two_costs(0.98)))
    What an answer costs that should be 0. The quadratic cost rises to 0.5 and no further. At the
    answer 0.98 it is 0.48, and the cross-entropy 3.91. An arrow says: no limit.
    """
    ax = new_axes(height=3.4, margins=(0.75, 1.6, 0.7, 0.2))
    outputs = np.linspace(0, 1 - FEW, 400)
    costs = (quadratic, binary_cross_entropy)
    there = [float(cost.f(answer, 0)) for cost in costs]
    for cost, value, (colour, dash) in zip(costs, there, LINES, strict=True):
        ax.plot(outputs, cost.f(outputs, 0), dash, color=colour)
        ax.plot([answer], [value], "o", color=INK, markersize=9, clip_on=False)
    look = {"transform": ax.get_yaxis_transform(), "va": "center"}
    ax.text(1.03, there[0], "quadratic:\nnever above 0.5", color=TEXT[ORANGE], **look)
    ax.text(1.03, there[1], "cross-entropy", color=TEXT[BLUE], **look)
    ax.set(xlabel="answer a; it should be 0", ylabel="cost", xlim=(0, 1), ylim=(-0.2, 5.6))
    describe(
        ax,
        "What an answer costs that should be 0. The quadratic cost rises to 0.5 and no further. "
        f"At the answer {fixed(answer, 2)} it is {fixed(there[0], 2)}, and the cross-entropy "
        f"{fixed(there[1], 2)}.",
    )
    return point_at(ax, "no limit", (1 - FEW, -np.log(FEW)), (-75, -20))


@styled
def race(slow, quick):
    """The answers of a neuron over the epochs, with two costs, in a panel for each rate.

    slow : dict of rate to answers, with the quadratic cost
    quick : dict of one rate to answers, with cross-entropy
    """
    axes = side_by_side(2, height=3.5)
    ((quick_rate, quick),) = quick.items()
    for ax, (rate, run), epochs, words in zip(
        axes, slow.items(), (300, 40), ("flat for so long", "flat, then it drops"), strict=True
    ):
        for answers, (colour, dash) in zip((run, quick), LINES, strict=True):
            ax.plot(answers[: epochs + 1], dash, color=colour)
        ax.axhline(0.5, color=GREY, linestyle=":", linewidth=1.5)
        spots = ((0.74, 0.7), (0.2, 0.13)) if ax is axes[0] else ((0.44, 0.65), (0.55, 0.4))
        for name, (x, y), (colour, _) in zip(NAMES, spots, LINES, strict=True):
            ax.text(x * epochs, y, name, color=TEXT[colour])
        ax.set(xlabel="epoch", ylim=(0, 1.08), xlim=(0, epochs))
        ax.set_title(f"quadratic at {rate:g}, cross-entropy at {quick_rate:g}", fontsize=12)
        describe(
            ax,
            f"{_tell_run('Quadratic cost, solid', rate, run)} "
            f"{_tell_run('Cross-entropy, dashed', quick_rate, quick)}",
        )
        flat = next(n for n, a in enumerate(run) if a < 0.5) // 2
        point_at(ax, words, (flat, run[flat]), (15, -52) if ax is axes[0] else (105, -15))
    axes[0].set_ylabel("answer; it should be 0")
    return axes[0].figure


def _tell_run(name, rate, run):
    """How a run goes, at its start, half-way, and where it passes one half."""
    passed = next(n for n, a in enumerate(run) if a < 0.5)
    half = passed // 2
    return (
        f"{name}, with rate {rate:g}: {fixed(run[0], 2)} at the start, {fixed(run[half], 2)} in "
        f"epoch {half}, below one half from epoch {passed} on."
    )


@styled
def petals_and_line(lengths, widths, w, b):
    """Petals as points, and a line above them.

    >>> from toynn_course.plots import alt
    >>> print(alt(petals_and_line(np.array([1, 6]), np.array([0.2, 2]), 1, 0)))
    2 petals as points: lengths from 1.0 to 6.0 cm, widths from 0.2 to 2.0 cm, the longer the
    wider. The line a = 1.0 x + 0.0 runs above them. An arrow says: far too steep.
    """
    ax = new_axes(height=3.4, margins=(0.75, 0.4, 0.7, 0.2))
    ax.plot(lengths, widths, "o", color=BLUE, markersize=4)
    ends = np.array([0.0, 3.0])
    ax.plot(ends, w * ends + b, color=ORANGE)
    ax.set(xlabel="petal length x in cm", ylabel="petal width y in cm", xlim=(0, 7.2))
    spans = [(fixed(each.min(), 1), fixed(each.max(), 1)) for each in (lengths, widths)]
    describe(
        ax,
        f"{len(lengths)} petals as points: lengths from {' to '.join(spans[0])} cm, widths from "
        f"{' to '.join(spans[1])} cm, the longer the wider. The line a = {fixed(w, 1)} x + "
        f"{fixed(b, 1)} runs above them.",
    )
    return point_at(ax, "far too steep", (2.4, 2.4 * w + b), (-75, 25))


@styled
def valley(ws, bs, costs, start):
    """The cost of every line as a map, with where you started and where it is lowest.

    ws, bs : the numbers of a line; costs : a row for each b; start : a pair (w, b)
    """
    costs = np.asarray(costs)
    ax = new_axes(6.4, 4.8, (0.75, 0.4, 0.7, 0.3))
    levels = np.geomspace(1.2 * costs.min(), costs.max(), 12)
    ax.contourf(ws, bs, costs, levels=levels, cmap="cividis", extend="min")
    row, column = np.unravel_index(costs.argmin(), costs.shape)
    low = ws[column], bs[row]
    sides = [len(bs) // 4, 3 * len(bs) // 4]
    along = np.array([np.ptp(ws[costs[sides].argmin(axis=1)]), np.ptp(bs[sides])]) * (-1, 1)
    along /= along[1]
    ends = [tuple(np.add(low, length * along)) for length in (-1.2, 1.2)]
    across = (start[0] - 0.05, start[1]), (low[0] + 0.08, start[1])
    for (one, other), style in ((ends, "<->"), (across, "<-")):
        arrow = {"arrowstyle": style, "color": "white", "linewidth": 2}
        ax.annotate("", one, other, arrowprops=arrow)
    ax.plot(*start, "s", color=ORANGE, markeredgecolor="white", markersize=11)
    ax.plot(*low, "o", color="white", markeredgecolor=INK, markersize=11)
    look = {"bbox": PAPER, "fontsize": 11.5, "va": "center"}
    ax.text(*np.add(ends[1], (0.08, 0.1)), "along: gentle", **look)
    ax.text(low[0] - 0.06, low[1] - 0.05, "lowest", ha="right", **look)
    ax.text(start[0] + 0.06, start[1] + 0.35, "you began here", ha="center", **look)
    ax.text(start[0] - 0.22, start[1] - 0.35, "across: steep", ha="center", **look)
    ax.set(xlabel="slope w", ylabel="bias b")
    return describe(
        ax,
        "A map of the cost over w and b, dark where it is low: a long, narrow valley from the top "
        f"left to the bottom right, lowest at w = {fixed(low[0], 2)}, b = {fixed(low[1], 2)}, with "
        f"a cost of {fixed(costs.min(), 3)}. Along the valley the cost rises gently, across it "
        f"steeply. You began at w = {fixed(start[0], 1)}, b = {fixed(start[1], 1)}, up on "
        "its side.",
    )


@styled
def best_rates(rates, counts):
    """How many neurons of 20 reach the goal with each cost at each rate, a panel for each start.

    rates : learning rates
    counts : dict of a title to the counts with the quadratic cost, and those with cross-entropy

    >>> from toynn_course.plots import alt
    >>> print(alt(best_rates([1, 10], {"small weights": ([3, 2], [4, 4])})))
    small weights: neurons of 20 that get all flowers right, at the rates 1 and 10: with the
    quadratic cost 3 and 2; with cross-entropy 4 and 4. An arrow says: 3 at best.
    """
    axes = side_by_side(len(counts), height=3.5)
    for ax, (title, both) in zip(axes, counts.items(), strict=True):
        for numbers, (colour, dash) in zip(both, LINES, strict=True):
            ax.plot(rates, numbers, dash, marker="o", color=colour, clip_on=False)
        ax.set_xscale("log")
        ax.set_xticks(rates, [f"{rate:g}" for rate in rates])
        ax.minorticks_off()
        ax.text(rates[-1], 21, NAMES[1], color=TEXT[BLUE], ha="right")
        ax.text(rates[-2], 0.7, NAMES[0], color=TEXT[ORANGE], ha="right")
        ax.set(xlabel="learning rate", ylim=(0, 23), yticks=[0, 5, 10, 15, 20])
        ax.set_title(title, fontsize=12)
        told = "; ".join(f"with {n} {listed(c)}" for n, c in zip(NAMES, both, strict=True))
        told = told.replace("with quadratic", "with the quadratic cost")
        goal = f"{title}: neurons of 20 that get all flowers right, at the rates"
        describe(ax, f"{goal} {listed(f'{rate:g}' for rate in rates)}: {told}.")
        best = max(both[0])
        spot = rates[list(both[0]).index(best)], best
        point_at(ax, f"{best} at best", spot, (25, -42))
    axes[0].set_ylabel("neurons with all right")
    return axes[0].figure
