"""Fitting a line by hand: two numbers to choose, and one that says how wrong the choice is."""

import numpy as np
from matplotlib.figure import Figure

from toynn import COSTS
from toynn.datasets import iris
from toynn_course import plots
from toynn_course.plots.drawing import Drawing

REACH, STEP = 5, 0.1
OUTLIER = (1.4, 20.0)  # a width of 0.2 cm, with the digits the other way round
TRIES, LATEST = 5, 6  # until the surface can be seen; as many as the table has rows for


def petals(*, outlier=False):
    """Lengths and widths of the petals of 150 irises in cm, as two arrays."""
    lengths, widths = iris().X[:, 2], iris().X[:, 3]
    if outlier:
        return np.append(lengths, OUTLIER[0]), np.append(widths, OUTLIER[1])
    return lengths, widths


def cost_of_line(w, b, lengths, widths, cost="quadratic", total="mean"):
    """What the line width = w length + b costs: the mean over the flowers, or the sum."""
    mean = COSTS[cost]((w * lengths + b)[:, None], widths[:, None])
    return mean if total == "mean" else mean * len(lengths)


def surface(lengths, widths, cost="quadratic"):
    """The values of the sliders, and the mean cost of every line: a row for each b."""
    line = np.linspace(-REACH, REACH, round(2 * REACH / STEP) + 1)
    answers = line[None, :, None] * lengths + line[:, None, None]
    return line, COSTS[cost].f(answers, widths).mean(axis=2)


def lowest(values, costs):
    """The pair (w, b) with the lowest cost on a surface."""
    row, column = np.unravel_index(costs.argmin(), costs.shape)
    return float(values[column]), float(values[row])


class FitDrawing(Drawing):
    """A line through the petals of irises, what it costs, and where that is among all lines."""

    def update(
        self, w=1.0, b=0.0, cost="quadratic", total="mean", outlier=False, tries=(), revealed=False
    ):  # fmt: skip
        """The line, its cost, and the place of both numbers on the surface.

        tries : pairs (w, b) of lines tried before
        revealed : whether the cost of every line is shown
        """
        if self.changed(cost, outlier, revealed):
            self._change_data(cost, outlier=outlier, revealed=revealed)
        w, b = round(w, 1), round(b, 1)  # what the sliders say
        ends = np.array([0.0, 8.0])
        self.line.set_data(ends, w * ends + b)
        self.here.set_data([w], [b])
        self.noted.set_data(*zip(*tries, strict=True) if tries else ([], []))
        noted = [(f"try {n}", line) for n, line in enumerate(tries, 1)]
        lines = [("now", (w, b)), *noted[-LATEST:]]
        rows = [[name, *self._row(*line, cost, total)] for name, line in lines]
        return self.scene(
            f"The line width = {w:.1f} · length {'-' if b < 0 else '+'} {abs(b):.1f} has a cost "
            f"of {rows[0][-1]} ({cost}, {total} over {len(self.lengths)} flowers). "
            f"{self._tell_surface(len(tries), revealed)}",
            [["", "w", "b", "cost"], *rows],
        )

    def _row(self, w, b, cost, total):
        """The two numbers of a line, and what it costs."""
        price = cost_of_line(w, b, self.lengths, self.widths, cost, total)
        return [f"{w:.1f}", f"{b:z.1f}", f"{price:.3f}"]

    def _tell_surface(self, n_tries, revealed):
        """How far the surface is, or where it is lowest."""
        if revealed:
            w, b = self.lowest
            return f"The surface is lowest at w = {w:.1f}, b = {b:.1f}."
        left = TRIES - n_tries
        more = f"{left} more {'try' if left == 1 else 'tries'}"
        return f"{more}, and you can see the surface." if left > 0 else ""

    def draw(self):
        """The flowers with the line, and the plane of all lines."""
        figure = Figure(figsize=(9, 3.9), dpi=100)
        left, right = self.axes = figure.subplots(1, 2, width_ratios=(1.25, 1))
        figure.subplots_adjust(left=0.085, right=0.985, top=0.9, bottom=0.145, wspace=0.2)
        left.set_title("The irises, and your line", fontsize=12)
        left.set(
            xlabel="petal length in cm", ylabel="petal width in cm", xlim=(0, 8), ylim=(-0.5, 3)
        )
        (self.dots,) = left.plot([], [], "o", color=plots.BLUE, markersize=4, alpha=0.6)
        self.arrow = left.text(OUTLIER[0], 2.95, "", ha="left", va="top", fontsize=11)
        (self.line,) = left.plot([], [], color=plots.ORANGE, linewidth=3)
        right.set(xlabel="w", ylabel="b", xlim=(-REACH, REACH), ylim=(-REACH, REACH))
        (self.noted,) = right.plot([], [], "s", color=plots.GREY, fillstyle="none", markersize=9)
        (self.here,) = right.plot([], [], "o", color=plots.ORANGE, markersize=9)
        self.here.set(markeredgecolor="white")
        self.valley = None
        return figure, [self.line, self.noted, self.here]

    def _change_data(self, cost, *, outlier, revealed):
        """Draw the flowers, and the surface once it is revealed."""
        self.lengths, self.widths = petals(outlier=outlier)
        self.dots.set_data(self.lengths, self.widths)
        self.arrow.set_text("↑ one flower at 20 cm" if outlier else "")
        hidden = "Your tries; the surface is still hidden"
        self.axes[1].set_title("Cost of every line: dark is low" if revealed else hidden, size=12)
        if self.valley is not None:
            self.valley.remove()
        self.valley = self._draw_valley(self.axes[1], cost) if revealed else None

    def _draw_valley(self, ax, cost):
        values, costs = surface(self.lengths, self.widths, cost)
        self.lowest = lowest(values, costs)
        levels = np.geomspace(costs.min(), costs.max(), 14)
        return ax.contourf(values, values, costs, levels=levels, cmap="cividis", extend="min")
