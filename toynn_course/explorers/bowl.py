"""A bowl, round or long: two weights, a downhill that misses the bottom, and momentum."""

import math

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, NullLocator

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

START = np.array([5.0, 5.0])
NEAR = 1e-3  # a path has arrived when it is nearer to the bottom than this
REACH = 6
LEVELS = np.array([1, 5, 25, 100, 250, 500])  # the cost on each of the contour lines
ROUND = np.linspace(0, 2 * np.pi, 121)


def cost(place, condition):
    """The cost x² + condition y²."""
    x, y = place
    return x * x + condition * y * y


def gradient(place, condition):
    """The derivatives of the cost with respect to x and to y."""
    return np.array([2.0, 2.0 * condition]) * place


def arrived(place):
    """Whether a place is as good as at the bottom, (0, 0)."""
    return math.hypot(*place) < NEAR


def off_course(place, condition):
    """The angle in degrees between straight downhill and the way to the bottom."""
    downhill = -gradient(place, condition)
    turn = downhill @ -place / (math.hypot(*downhill) * math.hypot(*place))
    return math.degrees(math.acos(min(turn, 1.0)))


class BowlDrawing(Drawing):
    """Gradient descent in a bowl that is as many times steeper across as along."""

    def update(self, condition=10, momentum=0.0, rate=0.05, steps=0):
        """The path seen from above, the step that is next, and the distance after each step."""

        def slopes(place):
            return gradient(place, condition)

        walked = path(slopes, START, checked_rate(rate), steps, arrived, momentum)
        x, y = np.where(np.abs(walked.places) < 100 * REACH, walked.places, np.nan).T
        self._set_contours(condition)
        self.trail.set_data(x, y)
        self.now.set_data(x[-1:], y[-1:])
        self._set_arrows(walked, condition, rate, momentum)
        if self.changed(end := room(walked.n_steps)):
            self.axes[1].set_xlim(-0.02 * end, 1.03 * end)
        distances = np.hypot(*walked.places.T)
        self.distances.set_data(range(len(distances)), distances)
        self.head.set_data([walked.n_steps], distances[-1:])
        words = tell(walked, condition, rate, momentum)
        return self.scene(words, table(walked, condition, rate, momentum))

    @styled
    def draw(self):
        """The bowl from above, and the distance to its bottom."""
        figure = Figure(figsize=(9, 4.3), dpi=100)
        left, right = self.axes = figure.subplots(1, 2, width_ratios=(1.35, 1))
        figure.subplots_adjust(left=0.07, right=0.98, top=0.92, bottom=0.215, wspace=0.2)
        (self.contours,) = left.plot([], [], color=plots.GREY, linewidth=1)
        (self.way,) = left.plot([], [], ":", color=plots.INK, linewidth=2)
        (self.trail,) = left.plot([], [], ".-", color=plots.BLUE, linewidth=1.2, markersize=7)
        (self.ahead,) = left.plot([], [], color=plots.ORANGE, linewidth=2.5)
        (self.now,) = left.plot([], [], "o", color=plots.ORANGE, markersize=10)
        hollow = {"markerfacecolor": "white", "markersize": 9, "markeredgewidth": 2}
        (first,) = left.plot(*START, "s", color=plots.BLUE, **hollow)
        (bottom,) = left.plot([0], [0], "^", color=plots.INK, markersize=9)
        left.set(title="The bowl from above", xlabel="w₁", ylabel="w₂")
        as_a_map(left, REACH)
        left.legend(
            [first, self.trail, self.now, self.ahead, self.way, bottom, self.contours],
            ["start", "path", "now", "next step", "way to the bottom", "bottom", "equal cost"],
            loc="upper center", frameon=False, bbox_to_anchor=(0.9, -0.14), ncols=7, fontsize=11,
            columnspacing=1.3, handlelength=1.6,
        )  # fmt: skip
        (self.distances,) = right.plot([], [], ".-", color=plots.BLUE, linewidth=1.2, markersize=5)
        (self.head,) = right.plot([], [], "o", color=plots.ORANGE, markersize=9)
        right.axhline(NEAR, color=plots.INK, linewidth=1, linestyle=":")
        right.set(title="Distance to the bottom", xlabel="steps", yscale="log", ylim=(3e-4, 1e3))
        right.yaxis.set_minor_locator(NullLocator())  # its many ticks take long to draw
        right.set_yticks([1e-3, 1e-2, 0.1, 1, 10, 100, 1000], [0.001, 0.01, 0.1, 1, 10, 100, 1000])
        right.text(0.02, NEAR * 0.45, "arrived", transform=right.get_yaxis_transform(), fontsize=11)
        right.xaxis.set_major_locator(MaxNLocator(5, integer=True, steps=[1, 2, 5, 10]))
        for axes in self.axes:
            tidy(axes)
        moving = [self.contours, self.way, self.trail, self.ahead, self.now]
        return figure, [*moving, self.distances, self.head]

    def _set_contours(self, condition):
        """Ellipses of equal cost, as one line with gaps in it."""
        radii = np.sqrt(LEVELS)[:, None]
        xs, ys = radii * np.cos(ROUND), radii * np.sin(ROUND) / math.sqrt(condition)
        gap = ((0, 0), (0, 1))
        lines = [np.pad(line, gap, constant_values=np.nan).ravel() for line in (xs, ys)]
        self.contours.set_data(lines)

    def _set_arrows(self, walked, condition, rate, momentum):
        """The next step, and the way to the bottom; none at the end."""
        before, place = walked.places[-2:] if walked.n_steps else (START, START)
        ahead = place + momentum * (place - before) - rate * gradient(place, condition)
        nowhere = [[], []]
        step = strokes(self.axes[0], *np.array([place, ahead]).T)
        self.ahead.set_data(*(nowhere if walked.end else step))
        self.way.set_data(*(nowhere if walked.end else [[place[0], 0], [place[1], 0]]))


def factors(condition, rate):
    """What a plain step multiplies the distance by, along each weight: 1 - rate C''."""
    return 1 - 2 * rate, 1 - 2 * condition * rate


def table(walked, condition, rate, momentum):
    """A row for each weight: where it is, the slope along it, and what a step does to it."""
    header = ["along", "start", "now", "slope now", "curvature"]
    now, slope = walked.places[-1], gradient(walked.places[-1], condition)
    rows = [
        [f"w{i + 1}", *map(number, (START[i], now[i], slope[i], curvature))]
        for i, curvature in enumerate((2, 2 * condition))
    ]
    if momentum:  # a step then depends on the one before, and multiplies by no fixed number
        return [header, *rows]
    by = zip(rows, factors(condition, rate), strict=True)
    return [[*header, "each step multiplies it by"], *([*row, number(f)] for row, f in by)]


def tell(walked, condition, rate, momentum):
    """What a path in the bowl shows, in two or three sentences."""
    n, place = walked.n_steps, walked.places[-1]
    kept = f", momentum {momentum:g}" if momentum else ""
    bowl = f"Condition number {condition}, rate {rate:g}{kept}"
    limit = (1 + momentum) / condition
    stable = _tell_limit(condition, kept, limit)
    if walked.end == "diverged":
        return f"{bowl}: diverged after {count(n)}, further and further across. {stable}"
    if walked.end == "arrived":
        return f"{bowl}: arrived after {count(n)}, less than {NEAR:g} from the bottom."
    where = "At the start" if n == 0 else f"After {count(n)}"
    away = math.hypot(*place)
    angle = f"{off_course(place, condition):.0f}°"
    sentence = (
        f"{bowl}. {where}, at ({number(place[0])}, {number(place[1])}), it is {number(away)} from "
        f"the bottom, and straight downhill is {angle} off the way there."
    )
    return f"{sentence} {stable}" if rate >= limit else sentence


def _tell_limit(condition, kept, limit):
    reason = f"across, the curvature is {2 * condition}{kept.replace(',', ' and the')}"
    return f"Only a rate below {number(limit)} is stable here: {reason}."
