"""A saddle: level ground that is lowest along one line, and highest along another."""

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from toynn_course import plots
from toynn_course.explorers.descent import (
    as_a_map,
    checked_rate,
    count,
    number,
    path,
    room,
    strokes,
)
from toynn_course.plots.drawing import Drawing
from toynn_course.plots.page import styled, tidy

STARTS = ((0.5, 0.5), (0.01, 0.01), (0.001, 0.001), (0.5, -0.5), (0.5, -0.49))
LOW = 0.01  # a path has arrived when its cost is below this
LIMIT = 2  # starts lie between -2 and 2
REACH = 1.6
LEVELS = (0.01, 0.1, 0.3, 0.5, 0.8, 1.5, 3.0)


def cost(place):
    """The cost ½ (1 − w₁w₂)²."""
    w1, w2 = place
    return 0.5 * (1 - w1 * w2) ** 2


def gradient(place):
    """The derivatives of the cost with respect to w₁ and to w₂."""
    w1, w2 = place
    return (w1 * w2 - 1) * np.array([w2, w1])


def arrived(place):
    """Whether the cost of a place is as good as 0."""
    return cost(place) < LOW


class SaddleDrawing(Drawing):
    """Gradient descent on the cost of two weights in a row, whose middle is a saddle."""

    def update(self, start=STARTS[0], rate=0.1, steps=0):
        """The path seen from above, and the cost after each step.

        start : the pair (w₁, w₂), each from -2 to 2
        """
        walked = path(gradient, _checked_start(start), checked_rate(rate), steps, arrived)
        x, y = np.where(np.abs(walked.places) < 3 * LIMIT, walked.places, np.nan).T
        self.first.set_data(x[:1], y[:1])
        self.trail.set_data(x, y)
        self.now.set_data(x[-1:], y[-1:])
        place = walked.places[-1]
        ahead = np.array([place, place - rate * gradient(place)])
        self.ahead.set_data(strokes(self.axes[0], *ahead.T) if not walked.end else [[], []])
        costs = cost(walked.places.T)
        top = next(top for top in (1, 3, 14) if top > costs[0])
        if self.changed(end := room(walked.n_steps), top):
            self.axes[1].set(xlim=(-0.02 * end, 1.03 * end), ylim=(-0.03 * top, top))
        costs = np.where(costs < 3 * top, costs, np.nan)
        self.costs.set_data(range(len(costs)), costs)
        self.head.set_data([walked.n_steps], costs[-1:])
        return self.scene(tell(walked, rate), table(walked))

    @styled
    def draw(self):
        """The cost from above, and the cost after each step."""
        figure = Figure(figsize=(9, 4.3), dpi=100)
        left, right = self.axes = figure.subplots(1, 2, width_ratios=(1.15, 1))
        figure.subplots_adjust(left=0.08, right=0.985, top=0.92, bottom=0.215, wspace=0.2)
        line = np.linspace(-2.5, 2.5, 201)
        contours = left.contour(
            line, line, cost(np.meshgrid(line, line)), LEVELS, colors=plots.GREY, linewidths=0.8
        )
        left.clabel(contours, [0.1, 0.3, 0.8, 1.5, 3.0], fontsize=9, colors=plots.TEXT[plots.GREY])
        bend = np.linspace(0.3, 3, 100)
        gap = np.array([np.nan])
        sides = (np.concatenate([bend, gap, -bend]), np.concatenate([1 / bend, gap, -1 / bend]))
        (lowest,) = left.plot(*sides, color=plots.INK, linewidth=2.5)
        (ridge,) = left.plot(line, -line, ":", color=plots.INK, linewidth=1.5)
        (middle,) = left.plot([0], [0], "X", color=plots.INK, markersize=10)
        (self.trail,) = left.plot([], [], ".-", color=plots.BLUE, linewidth=1.2, markersize=7)
        hollow = {"markerfacecolor": "white", "markersize": 9, "markeredgewidth": 2}
        (self.first,) = left.plot([], [], "s", color=plots.BLUE, **hollow)
        (self.ahead,) = left.plot([], [], color=plots.ORANGE, linewidth=2.5)
        (self.now,) = left.plot([], [], "o", color=plots.ORANGE, markersize=10)
        left.set(title="The cost from above", xlabel="w₁", ylabel="w₂")
        as_a_map(left, REACH)
        level = contours.legend_elements()[0][0]
        left.legend(
            [self.first, self.trail, self.now, self.ahead, middle, lowest, ridge, level],
            ["start", "path", "now", "next", "saddle", "cost 0", "w₂ = −w₁", "equal cost"],
            loc="upper center", frameon=False, bbox_to_anchor=(0.95, -0.14), ncols=8, fontsize=11,
            columnspacing=1.2, handlelength=1.5,
        )  # fmt: skip
        (self.costs,) = right.plot([], [], ".-", color=plots.BLUE, linewidth=1.2, markersize=5)
        (self.head,) = right.plot([], [], "o", color=plots.ORANGE, markersize=9)
        right.axhline(0.5, color=plots.INK, linewidth=1, linestyle=":")
        right.set(title="Cost after each step (dotted: saddle)", xlabel="steps")
        right.xaxis.set_major_locator(MaxNLocator(5, integer=True, steps=[1, 2, 5, 10]))
        for axes in self.axes:
            tidy(axes)
        return figure, [self.trail, self.ahead, self.first, self.now, self.costs, self.head]


def _checked_start(start):
    """The start as an array. Raises ValueError if it lies too far away."""
    if not all(abs(w) <= LIMIT for w in start):
        raise ValueError(f"the start is {name(start)}, expected numbers from −2 to 2; type others.")
    return np.array(start)


def name(place):
    """A place as it is written: (0.5, −0.49)."""
    return f"({number(place[0])}, {number(place[1])})"


def table(walked):
    """A row for each weight: where it started, where it is, and the slope along it."""
    slopes = gradient(walked.places[-1])
    rows = zip(walked.places[0], walked.places[-1], slopes, strict=True)
    header = ["along", "start", "now", "slope now"]
    return [header] + [[f"w{i}", *map(number, row)] for i, row in enumerate(rows, 1)]


def tell(walked, rate):
    """What a path on the saddle shows, in two or three sentences."""
    n, place = walked.n_steps, walked.places[-1]
    way = f"From {name(walked.places[0])} with rate {rate:g}"
    if walked.end == "diverged":
        return f"{way}: diverged after {count(n)}. Lower the rate."
    if walked.end == "arrived":
        return f"{way}: arrived after {count(n)} at {name(place)}, where the cost is below {LOW:g}."
    after = f"After {count(n)} from {name(walked.places[0])} with rate {rate:g}"
    here = f"{after if n else 'At the start'}, at {name(place)}, the cost is {number(cost(place))}."
    if place[0] == -place[1]:
        return (
            f"{here} On the line w₂ = −w₁ every step leads to the saddle, and none leads off it: "
            "the slopes go to 0, yet lower places lie on both sides."
        )
    if np.abs(place).max() < 0.2:
        return f"{here} Near the saddle the slopes are small, and so are the steps."
    return f"{here} The slopes are {number(gradient(place)[0])} and {number(gradient(place)[1])}."
