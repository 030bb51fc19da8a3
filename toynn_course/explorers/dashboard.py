"""The dashboard's picture: cost, accuracy and gradient norm, epoch by epoch, of up to four runs."""

from itertools import zip_longest

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import NullLocator, PercentFormatter

from toynn_course import plots
from toynn_course.explorers.descent import room
from toynn_course.plots.drawing import Drawing
from toynn_course.plots.page import styled, tidy
from toynn_course.plots.words import few, percent

PINS = "ABC"
LOOKS = ((plots.BLUE, "--"), (plots.ORANGE, ":"), (plots.GREEN, "-."))
LOGGED = (0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
LOWEST = 1e-4  # of a cost or a slope that the scales still show
FIELDS = ("cost", "accuracy", "slope")


class DashboardDrawing(Drawing):
    """A run, beside up to three that were pinned."""

    def update(self, run, epochs=None, pins=()):
        """The three curves of each run.

        run : Run; epochs : how many it has trained, so that an Explorer notices when there are more
        pins : Runs
        """
        longest = max(each.records[-1].number for each in (run, *pins))
        if self.changed(end := room(longest)):
            for axes in self.axes:
                axes.set_xlim(0, end)
        self._set(self.lines[0], self.heads, run)
        for lines, pinned in zip_longest(self.lines[1:], pins):
            self._set(lines, None, pinned)
        return self.scene(tell(run, pins), log(run, pins))

    def _set(self, lines, heads, run):
        """The curves of one run, or none where there is no run."""
        records = run.records if run else []
        numbers = [record.number for record in records]
        for i, field in enumerate(FIELDS):
            values = np.array([getattr(record, field) for record in records])
            shown = np.maximum(values, 0 if field == "accuracy" else LOWEST)
            lines[i].set_data(numbers, shown)
            if heads:
                heads[i].set_data(numbers[-1:], shown[-1:])

    @styled
    def draw(self):
        """Three empty panels, and the legend of the runs below them."""
        figure = Figure(figsize=(9, 3.9), dpi=100)
        self.axes = cost, accuracy, slope = figure.subplots(1, 3)
        figure.subplots_adjust(left=0.085, right=0.975, top=0.9, bottom=0.235, wspace=0.33)
        for axes, title in zip(self.axes, ("Cost", "Accuracy", "Gradient norm"), strict=True):
            axes.set(title=title, xlabel="epoch", xlim=(0, 10))
            tidy(axes)
            axes.grid(axis="y", color=plots.PALE, linewidth=0.8)
        for axes in (cost, slope):
            axes.set(yscale="log", ylim=(LOWEST * 0.8, 3))
            axes.yaxis.set_minor_locator(NullLocator())  # its many ticks take long to draw
            axes.set_yticks([1e-4, 1e-3, 0.01, 0.1, 1], ["0.0001", "0.001", "0.01", "0.1", "1"])
        accuracy.set(ylim=(-0.03, 1.06), yticks=[0, 0.25, 0.5, 0.75, 1])
        accuracy.yaxis.set_major_formatter(PercentFormatter(1))
        now = {"color": plots.INK, "linewidth": 2.2}
        looks = [now, *({"color": c, "linestyle": s, "linewidth": 2} for c, s in LOOKS)]
        self.lines = [[axes.plot([], [], **look)[0] for axes in self.axes] for look in looks]
        dot = {"color": plots.INK, "markersize": 7, "clip_on": False}
        self.heads = [axes.plot([], [], "o", **dot)[0] for axes in self.axes]
        figure.legend(
            [lines[0] for lines in self.lines], ["this run", *(f"pin {name}" for name in PINS)],
            loc="lower center", ncols=4, frameon=False, fontsize=11, handlelength=3,
        )  # fmt: skip
        moving = [line for lines in (*self.lines[:0:-1], self.lines[0]) for line in lines]
        return figure, [*moving, *self.heads]


def tell(run, pins=()):
    """What the curves show, in a sentence for each run."""
    sentences = [f"This run: {_told(run)}"]
    sentences += [f"Pin {name}: {_told(each)}" for name, each in zip(PINS, pins, strict=False)]
    return " ".join(sentences)


def _told(run):
    last = run.records[-1]
    begun = "before the first epoch" if last.number == 0 else f"after epoch {last.number}"
    text = (
        f"{run.setting}; {begun} the cost is {few(last.cost, 3)}, the accuracy "
        f"{percent(last.accuracy)}, the gradient norm {few(last.slope)}."
    )
    return f"{text} {last.stopped}" if last.stopped else text


def log(run, pins=()):
    """A row for some of the epochs of the run, and one for the last of each pin."""
    last = run.records[-1]
    shown = [record for record in run.records[:-1] if record.number in LOGGED]
    rows = [_row(f"epoch {record.number}", record) for record in (*shown, last)]
    rows += [
        _row(f"pin {name}, epoch {pinned.records[-1].number}", pinned.records[-1])
        for name, pinned in zip(PINS, pins, strict=False)
    ]
    return [["", "cost", "accuracy", "gradient norm"], *rows]


def _row(name, record):
    return [name, f"{record.cost:.4f}", percent(record.accuracy), f"{record.slope:.4f}"]
