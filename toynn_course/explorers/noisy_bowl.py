"""The long bowl again, made of a bowl for each of 64 samples: steps on some of them, and momentum.

The cost of a sample is a bowl with a bottom of its own; their mean has its bottom at (0, 0). A step
on a few samples goes down the mean of their bowls, which is only nearly the way down.
"""

import math

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, NullLocator

from toynn_course import plots
from toynn_course.explorers.bowl import LEVELS, REACH, ROUND, START
from toynn_course.explorers.descent import (
    FAR,
    MOST_STEPS,
    Path,
    as_a_map,
    checked_rate,
    count,
    number,
    room,
)
from toynn_course.plots.drawing import Drawing
from toynn_course.plots.page import styled, tidy

CONDITION = 10
N = 64
LAST = 20  # steps over which it is said how far away the path keeps


def bottoms(rng=1):
    """The bottom of the bowl of each sample, shape (64, 2); their mean is (0, 0)."""
    places = np.random.default_rng(rng).normal(0, (1.6, 0.7), (N, 2))
    return places - places.mean(axis=0)


BOTTOMS = bottoms()


def means(batch, steps, rng=2):
    """The bottom of the mean bowl of each step's samples, shape (steps, 2).

    Each epoch takes the samples in another order; batch : how many in a step, a divisor of 64
    """
    rng, per_epoch = np.random.default_rng(rng), N // batch
    orders = [rng.permutation(N) for _ in range(math.ceil(steps / per_epoch))]
    chosen = BOTTOMS[np.reshape(orders, (-1, batch))] if orders else np.zeros((0, batch, 2))
    return chosen.mean(axis=1)[:steps]


def walk(batch, rate, momentum, steps):
    """The Path that this many steps take.

    >>> walk(64, 0.02, 0.0, 2).places.round(3)  # w - rate (2 w1, 20 w2), as in notebook 05
    array([[5.   , 5.   ],
           [4.8  , 3.   ],
           [4.608, 1.8  ]])
    """
    x, y = START.tolist()
    along = across = 0.0
    places = [(x, y)]
    for p, q in means(batch, steps).tolist():
        along = momentum * along + 2 * (x - p)
        across = momentum * across + 2 * CONDITION * (y - q)
        x, y = x - rate * along, y - rate * across
        places.append((x, y))
        if max(abs(x), abs(y)) > FAR:
            return Path(np.array(places), "diverged")
    return Path(np.array(places), "")


class NoisyBowlDrawing(Drawing):
    """Gradient descent in a long bowl, on some samples in each step, with momentum or not."""

    def update(self, batch=N, momentum=0.0, rate=0.02, steps=0):
        """The path seen from above, and the distance to the bottom after each step."""
        walked = walk(batch, checked_rate(rate), momentum, min(steps, MOST_STEPS))
        x, y = np.where(np.abs(walked.places) < 100 * REACH, walked.places, np.nan).T
        self.trail.set_data(x, y)
        self.now.set_data(x[-1:], y[-1:])
        if self.changed(end := room(walked.n_steps)):
            self.axes[1].set_xlim(-0.02 * end, 1.03 * end)
        distances = np.hypot(*walked.places.T)
        self.distances.set_data(range(len(distances)), distances)
        self.head.set_data([walked.n_steps], distances[-1:])
        return self.scene(tell(walked, batch, momentum, rate), table(walked, batch))

    @styled
    def draw(self):
        """The bowl from above, with the bottoms of its samples, and the distance to its own."""
        figure = Figure(figsize=(9, 4.3), dpi=100)
        left, right = self.axes = figure.subplots(1, 2, width_ratios=(1.35, 1))
        figure.subplots_adjust(left=0.07, right=0.98, top=0.92, bottom=0.215, wspace=0.2)
        as_a_map(left, REACH)
        contours = draw_bowl(left)
        (each,) = left.plot(*BOTTOMS.T, "+", color=plots.GREY, markersize=6)
        (self.trail,) = left.plot([], [], ".-", color=plots.BLUE, linewidth=1, markersize=4)
        (self.now,) = left.plot([], [], "o", color=plots.ORANGE, markersize=10)
        hollow = {"markerfacecolor": "white", "markersize": 9, "markeredgewidth": 2}
        (first,) = left.plot(*START, "s", color=plots.BLUE, **hollow)
        (bottom,) = left.plot([0], [0], "^", color=plots.INK, markersize=9)
        bottom.set_markeredgecolor("white")
        left.set(title="The bowl from above", xlabel="w₁", ylabel="w₂")
        left.legend(
            [first, self.trail, self.now, bottom, each, contours],
            ["start", "path", "now", "bottom", "bottom of one sample", "equal cost"],
            loc="upper center", frameon=False, bbox_to_anchor=(0.9, -0.14), ncols=6, fontsize=11,
            columnspacing=1.3, handlelength=1.6,
        )  # fmt: skip
        (self.distances,) = right.plot([], [], "-", color=plots.BLUE, linewidth=1.2)
        (self.head,) = right.plot([], [], "o", color=plots.ORANGE, markersize=9)
        right.set(title="Distance to the bottom", xlabel="steps", yscale="log", ylim=(3e-4, 1e2))
        right.yaxis.set_minor_locator(NullLocator())  # its many ticks take long to draw
        right.set_yticks([1e-3, 1e-2, 0.1, 1, 10, 100], [0.001, 0.01, 0.1, 1, 10, 100])
        right.xaxis.set_major_locator(MaxNLocator(5, integer=True, steps=[1, 2, 5, 10]))
        for axes in self.axes:
            tidy(axes)
        return figure, [self.trail, bottom, self.now, self.distances, self.head]


def draw_bowl(axes):
    """Ellipses of equal cost, as one line with gaps in it."""
    radii = np.sqrt(LEVELS)[:, None]
    xs, ys = radii * np.cos(ROUND), radii * np.sin(ROUND) / math.sqrt(CONDITION)
    gap = ((0, 0), (0, 1))
    lines = [np.pad(line, gap, constant_values=np.nan).ravel() for line in (xs, ys)]
    (contours,) = axes.plot(*lines, color=plots.GREY, linewidth=1)
    return contours


def kept_away(walked):
    """The mean distance to the bottom over the last steps, or None where there are too few."""
    places = walked.places[-LAST:]
    return float(np.hypot(*places.T).mean()) if walked.n_steps >= LAST else None


def table(walked, batch):
    """Where the path is, how far from the bottom, and how much of the data it has looked at."""
    x, y = walked.places[-1]
    away, kept = math.hypot(x, y), kept_away(walked)
    return [
        ["steps", "samples looked at", "w1", "w2", "distance", f"mean of the last {LAST}"],
        [
            str(walked.n_steps), f"{walked.n_steps * batch:,}",
            *map(number, (x, y, away)), "" if kept is None else number(kept),
        ],
    ]  # fmt: skip


def tell(walked, batch, momentum, rate):
    """What a path shows, in two sentences."""
    on = f"all {N} samples" if batch == N else "1 sample" if batch == 1 else f"{batch} samples"
    how = f"Rate {rate:g}, {on} in a step" + (f", momentum {momentum:g}" if momentum else "")
    if walked.end == "diverged":
        return f"{how}: diverged after {count(walked.n_steps)}, further and further across."
    where = "At the start" if walked.n_steps == 0 else f"After {count(walked.n_steps)}"
    away, kept = math.hypot(*walked.places[-1]), kept_away(walked)
    sentence = f"{how}. {where} it is {number(away)} from the bottom."
    if kept is None:
        return sentence
    return f"{sentence} Over the last {LAST} steps it was {number(kept)} away on average."
