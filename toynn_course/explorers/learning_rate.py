"""The learning rate on a curve: how one weight walks downhill, zig-zags, bounces or diverges."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from toynn.activations import sigmoid, softplus
from toynn_course import plots
from toynn_course.explorers.descent import (
    checked_rate,
    count,
    number,
    path,
    room,
    strokes,
)
from toynn_course.plots.drawing import Drawing
from toynn_course.plots.page import styled, tidy
from toynn_course.plots.words import percent

LIMIT = 10  # starts lie between -10 and 10
VIEWS = (11, 25, 50, 100, 250, 500, 1000)  # how far the picture reaches to both sides
ARROWS = 10  # how many of the last steps are drawn
ROWS = 11  # how many of the last places are in the table
LATER = 500  # how many steps ahead to look for divergence
FLAT = 1e-6  # a slope as small as this counts as 0

LN20 = math.log(20)


@dataclass(frozen=True)
class Curve:
    """A cost C of a single weight w, and its slope C'.

    formula : C in writing
    cost, slope : functions of w, a number or an array
    lowest : the w with the lowest cost
    """

    name: str
    formula: str
    cost: Callable
    slope: Callable
    lowest: float

    def __repr__(self):
        return f"Curve({self.name}: C = {self.formula})"


CURVES = {
    curve.name: curve
    for curve in (
        Curve("w²", "w²", lambda w: w * w, lambda w: 2 * w, 0.0),
        Curve("5w²", "5w²", lambda w: 5 * w * w, lambda w: 10 * w, 0.0),
        Curve(
            "double well",
            "(w⁴/4 + 2w³/3 − 24w² + 2560/3) / 56",
            lambda w: (w * w * (w * w / 4 + 2 * w / 3 - 24) + 2560 / 3) / 56,
            lambda w: w * (w + 8) * (w - 6) / 56,
            -8.0,
        ),
        Curve(
            "plateau",
            "10w² / (w² + 4)",
            lambda w: 10 * w * w / (w * w + 4),
            lambda w: 80 * w / (w * w + 4) ** 2,
            0.0,
        ),
        Curve(
            "cliff",
            "w/4 + ln(1 + exp(−21w)/20) / 4",
            lambda w: w / 4 + softplus(-21 * w - LN20) / 4,
            lambda w: 1 / 4 - 21 / 4 * sigmoid(-21 * w - LN20),
            0.0,
        ),
    )
}


class LearningRateDrawing(Drawing):
    """Gradient descent on a curve, at any learning rate."""

    def update(self, curve="w²", start=10.0, rate=0.1, steps=0):
        """The steps on the curve, the tangent where they end, and w after each step.

        curve : a key of CURVES
        """
        curve, start = CURVES[curve], round(start, 1)
        walked = path(curve.slope, start, checked_rate(rate), steps)
        ws = walked.places
        view = next((view for view in VIEWS if view >= np.abs(ws).max()), VIEWS[-1])
        if self.changed(curve, view, room(walked.n_steps)):
            self._set_axes(curve, view, room(walked.n_steps))
        ws = np.where(np.abs(ws) <= 2 * view, ws, np.nan)  # what is far outside is not drawn
        costs = curve.cost(ws)
        self.first.set_data(ws[:1], costs[:1])
        self.trail.set_data(ws, costs)
        self.now.set_data(ws[-1:], costs[-1:])
        self.tangent.set_data(*_tangent(curve, ws[-1], view, self.axes[0].get_ylim()))
        self.arrows.set_data(strokes(self.axes[0], ws[-1 - ARROWS :], costs[-1 - ARROWS :]))
        ahead = np.array([ws[-1], ws[-1] - rate * curve.slope(ws[-1])])
        self.ahead.set_data(strokes(self.axes[0], ahead, np.full(2, self.below)))
        self.course.set_data(range(len(ws)), ws)
        self.head.set_data([len(ws) - 1], ws[-1:])
        return self.scene(tell(curve, walked, rate), table(curve, walked, rate))

    @styled
    def draw(self):
        """The curve with the steps on it, and w after each step."""
        figure = Figure(figsize=(9, 4.1), dpi=100)
        left, right = self.axes = figure.subplots(1, 2, width_ratios=(1.7, 1))
        figure.subplots_adjust(left=0.075, right=0.985, top=0.91, bottom=0.225, wspace=0.22)
        (self.curve,) = left.plot([], [], color=plots.INK, linewidth=2)
        (self.bottom,) = left.plot([], [], "^", color=plots.INK, markersize=9, clip_on=False)
        (self.tangent,) = left.plot([], [], "--", color=plots.ORANGE, linewidth=2)
        (self.arrows,) = left.plot([], [], color=plots.BLUE, linewidth=1.5)
        (self.ahead,) = left.plot([], [], color=plots.ORANGE, linewidth=2)
        (self.trail,) = left.plot([], [], ".", color=plots.BLUE, markersize=8)
        hollow = {"markerfacecolor": "white", "markersize": 10, "markeredgewidth": 2}
        (self.first,) = left.plot([], [], "s", color=plots.BLUE, **hollow)
        (self.now,) = left.plot([], [], "o", color=plots.ORANGE, markersize=11)
        left.set(xlabel="w", ylabel="cost C")
        left.legend(
            [self.first, self.arrows, self.now, self.tangent, self.ahead, self.bottom],
            ["start", "steps", "now", "tangent", "next step", "lowest"], loc="upper center",
            bbox_to_anchor=(0.5, -0.17), ncols=6, fontsize=11, columnspacing=1.2, handlelength=1.4,
            frameon=False,
        )  # fmt: skip
        (self.course,) = right.plot([], [], ".-", color=plots.BLUE, linewidth=1.5, markersize=7)
        (self.head,) = right.plot([], [], "o", color=plots.ORANGE, markersize=9)
        self.level = right.axhline(0, color=plots.INK, linewidth=1, linestyle=":")
        right.set(title="w after each step", xlabel="steps")
        right.xaxis.set_major_locator(MaxNLocator(5, integer=True, steps=[1, 2, 5, 10]))
        for axes in self.axes:
            tidy(axes)
        moving = [self.arrows, self.trail, self.tangent, self.ahead, self.first, self.now]
        return figure, [*moving, self.course, self.head]

    @styled
    def _set_axes(self, curve, view, steps):
        """Draw what belongs to a curve, as far as the view reaches."""
        left, right = self.axes
        line = np.linspace(-view, view, 801)
        costs = curve.cost(line)
        top = costs.max()
        self.curve.set_data(line, costs)
        self.bottom.set_data([curve.lowest], [-0.045 * top])
        self.below = -0.095 * top
        ticks = MaxNLocator(5, steps=[1, 2, 5, 10]).tick_values(-view, view)
        ticks = ticks[abs(ticks) <= view]
        left.set(title=f"C = {curve.formula}", xlim=(-view, view), xticks=ticks)
        left.set_ylim(-0.13 * top, 1.06 * top)
        right.set(xlim=(-0.02 * steps, 1.03 * steps), ylim=(-view, view), yticks=ticks)
        self.level.set_ydata([curve.lowest, curve.lowest])


def _tangent(curve, w, view, limits):
    """Two points of the tangent at w, equally far from it on the screen however steep it is."""
    slope = curve.slope(w)
    width, height = 2 * view, limits[1] - limits[0]
    dx = 0.22 / math.hypot(1 / width, 0.7 * slope / height)
    return [w - dx, w + dx], [curve.cost(w) - dx * slope, curve.cost(w) + dx * slope]


def table(curve, walked, rate):
    """w, C, C' and the step that follows: the start, and the last places."""
    header = ["after", "w", "C", "C′", "next step: −rate × C′"]
    numbers = range(len(walked.places))
    rows = []
    for n in (*numbers[:1], *numbers[1:][-ROWS + 1 :]):
        w = float(walked.places[n])
        slope = curve.slope(w)
        step = "none" if n == walked.n_steps and walked.end else number(-rate * slope)
        rows.append([count(n), number(w), number(curve.cost(w)), number(slope), step])
    return [header, *rows]


def tell(curve, walked, rate):
    """What a path on a curve shows, in two sentences."""
    start, w = (float(w) for w in walked.places[[0, -1]])
    n, slope = walked.n_steps, curve.slope(w)
    if walked.end == "diverged":
        return (
            f"Diverged: from {number(start)} with rate {rate:g}, w is {number(w)} after "
            f"{count(n)}, and no more steps are taken. Lower the rate, or press Reset."
        )
    if n == 0:
        place = f"At the start, w = {number(w)}, the cost is {number(curve.cost(w))} and the slope"
        step = f"A step with rate {rate:g} moves w by {number(-rate * slope)}."
        return f"{place} is {number(slope)}. {_rest(curve, w) if abs(slope) < FLAT else step}"
    outside = ", outside the picture" if abs(w) > VIEWS[-1] else ""
    place = f"From {number(start)} with rate {rate:g}, w is {number(w)} after {count(n)}{outside}"
    return f"{place}, and the cost is {number(curve.cost(w))}. {_trend(curve, walked.places, rate)}"


def _trend(curve, ws, rate):
    """What the last steps did."""
    last = ws[-1] - ws[-2]
    before = ws[-2] - ws[-3] if len(ws) > 2 else 0.0
    if abs(curve.slope(float(ws[-1]))) < FLAT:
        return _rest(curve, float(ws[-1]))
    if before * last < 0:
        return _zigzag(curve, ws, abs(last), abs(before), rate)
    rises = curve.cost(float(ws[-1])) > curve.cost(float(ws[-2])) + 1e-12
    if rises:
        return "The last step went so far that the cost rose."
    if not before:
        return f"The step moved w by {number(last)}."
    share = (ws[-1] - ws[0]) / (curve.lowest - ws[0]) if ws[0] != curve.lowest else 0
    so_far = f"So far w has come {percent(share)} of the way to the lowest place."
    same = f"The steps go the same way, and {_growth(abs(last / before))}."
    return f"{same} {so_far}" if share > 0 else same


def _growth(ratio):
    """How the length of a step compares with the one before."""
    if abs(ratio - 1) < 1e-6:
        return "all are equally long, since the slope is the same everywhere here"
    if ratio > 1:
        return "get longer, since the slope gets steeper"
    return "get shorter, since the slope gets flatter"


def _zigzag(curve, ws, last, before, rate):
    """What it means that w has turned round."""
    if math.isclose(last, before, rel_tol=1e-9):
        ends = " and ".join(number(float(w)) for w in sorted(ws[-2:]))
        return f"w jumps back and forth between {ends}, and will do so forever."
    if last < before:
        return "It zig-zags: every step goes too far, but less so than the one before."
    further = "Every step goes too far, and further than the one before"
    if path(curve.slope, float(ws[-1]), rate, LATER).end == "diverged":
        return f"{further}: it is diverging."
    return f"{further}: the rate is too high here."


def _rest(curve, w):
    """What it means that the slope is 0, or as good as 0."""
    here, beside = curve.cost(w), curve.cost(np.array([w - 0.01, w + 0.01]))
    if abs(w - curve.lowest) < 0.01:
        return "The slope is 0, so w stays here, and this is the lowest place."
    if (beside < here).all():
        top = "this is the top of a hill, with lower ground on both sides"
        return f"The slope is 0, so w stays here; but {top}."
    lowest = f"the lowest place is at w = {number(curve.lowest)}"
    return f"The slope is 0, so w stays here, at the bottom of a valley; but {lowest}."
