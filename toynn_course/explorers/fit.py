"""Fitting a line by hand: two numbers to choose, and one that says how wrong the choice is."""

import ipywidgets as widgets
import numpy as np
from matplotlib.figure import Figure

from toynn import COSTS
from toynn.datasets import iris
from toynn_course import plots
from toynn_course.jupyter import Explorer, Scene

REACH, STEP = 5, 0.1
OUTLIER = (1.4, 20.0)  # a width of 0.2 cm, with the digits the other way round
TRIES = 5


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


class FitByHand(Explorer):
    """A line through the petals of irises, that two sliders move, and what it costs."""

    summary = "Run this cell: a line to fit by hand appears here, with sliders for w and b."

    def __init__(self):
        self.tries, self.shown, self.revealed = [], None, False
        menu = {"style": {"description_width": "4em"}, "layout": {"width": "13em"}}
        controls = {
            "w": slider("Slope w", 1.0),
            "b": slider("Bias b", 0.0),
            "cost": widgets.Dropdown(options=["quadratic", "absolute"], description="Cost", **menu),
            "total": widgets.Dropdown(options=["mean", "sum"], description="Over all", **menu),
            "outlier": widgets.Checkbox(
                description="With a typing error in the data",
                indent=False,
                layout={"width": "19em", "margin": "2px 1em"},
            ),
            "note": self.button("Note this try", self.note),
            "show": self.button("Show the whole surface", self.show, layout={"width": "14em"}),
        }
        controls["show"].disabled = True
        super().__init__(controls, *self._draw())

    def note(self):
        """Keep the line as it is now in the table; after five tries the surface can be seen."""
        values = self.values
        self.tries.append((values["w"], values["b"]))
        self.controls["show"].disabled = len(self.tries) < TRIES
        self.redraw()

    def show(self):
        """Show the cost of every line at once."""
        self.revealed, self.shown = True, None
        self.redraw()

    def scene(self, w, b, cost, total, outlier):
        """The line, its cost, and the place of both numbers on the surface."""
        if (cost, outlier) != self.shown:
            self._change_data(cost, outlier=outlier)
        w, b = round(w, 1), round(b, 1)  # what the sliders say
        ends = np.array([0.0, 8.0])
        self.line.set_data(ends, w * ends + b)
        self.here.set_data([w], [b])
        self.noted.set_data(*zip(*self.tries, strict=True) if self.tries else ([], []))

        def price(w, b):
            return f"{cost_of_line(w, b, self.lengths, self.widths, cost, total):.3f}"

        rows = [[f"try {n}", f"{w:.1f}", f"{b:z.1f}", price(w, b)] for n, (w, b) in self._latest()]
        return Scene(
            f"The line width = {w:.1f} · length {'-' if b < 0 else '+'} {abs(b):.1f} has a cost "
            f"of {price(w, b)} ({cost}, {total} over {len(self.lengths)} flowers). {self._words()}",
            [["", "w", "b", "cost"], ["now", f"{w:.1f}", f"{b:z.1f}", price(w, b)], *rows],
        )

    def _latest(self):
        """The last tries, with their numbers."""
        return list(enumerate(self.tries, 1))[-6:]

    def _words(self):
        """How far the surface is, or where it is lowest."""
        if not self.revealed:
            left = TRIES - len(self.tries)
            return f"{left} more tries until you can see the surface." if left > 0 else ""
        w, b = self.lowest
        return f"The surface is lowest at w = {w:.1f}, b = {b:.1f}."

    def _draw(self):
        figure = Figure(figsize=(9, 3.9), dpi=100)
        left, right = self.axes = figure.subplots(1, 2, width_ratios=(1.25, 1))
        figure.subplots_adjust(left=0.085, right=0.985, top=0.9, bottom=0.145, wspace=0.2)
        left.set_title("150 irises, and your line", fontsize=12)
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

    def _change_data(self, cost, *, outlier):
        """Draw the flowers, and the surface once it is open."""
        self.shown = cost, outlier
        self.lengths, self.widths = petals(outlier=outlier)
        self.dots.set_data(self.lengths, self.widths)
        self.arrow.set_text("↑ one flower at 20 cm" if outlier else "")
        right = self.axes[1]
        hidden = "Your tries; the surface is still hidden"
        right.set_title("Cost of every line: dark is low" if self.revealed else hidden, fontsize=12)
        if self.revealed:
            values, costs = surface(self.lengths, self.widths, cost)
            self.lowest = lowest(values, costs)
            self._draw_valley(right, values, costs)
        self.live.refresh()

    def _draw_valley(self, ax, values, costs):
        if self.valley is not None:
            self.valley.remove()
        levels = np.geomspace(costs.min(), costs.max(), 14)
        self.valley = ax.contourf(
            values, values, costs, levels=levels, cmap="cividis", extend="min"
        )


def slider(text, value):
    """A slider for one of the two numbers."""
    return widgets.FloatSlider(
        value=value, min=-REACH, max=REACH, step=STEP, description=text, readout_format=".1f",
        style={"description_width": "4em"}, layout={"width": "24em"},
    )  # fmt: skip
