"""The article's program, run 200 times as it was published, and with either mistake fixed."""

from functools import cache

import numpy as np
from matplotlib.figure import Figure

from toynn.datasets import swap
from toynn_course import plots
from toynn_course.hunt.article_program import Program
from toynn_course.plots.drawing import Drawing
from toynn_course.plots.page import styled, tidy
from toynn_course.plots.words import fixed

RUNS, EPOCHS, EVERY = 200, 1000, 10
FAINT = 40  # of the runs are drawn one by one


@cache
def costs_of_runs(sign_fixed=False, index_fixed=False):
    """The costs of all runs, measured every ten epochs, and how many runs learn to swap.

    The settings are those of the published main program.
    """
    X, Y = swap().X, swap().Y
    fixed = {"sign_fixed": sign_fixed, "index_fixed": index_fixed}
    program = Program((2, 2), weights=(-0.5, 0.5), biases=(0, 0), runs=RUNS, rng=0, **fixed)
    costs = [program.total_cost(X, Y)]
    for _ in range(EPOCHS // EVERY):
        program.train(X, Y, weight_rate=0.2, bias_rate=0.5, epochs=EVERY)
        costs.append(program.total_cost(X, Y))
    return np.array(costs), program.n_right(X, Y)


class RunsDrawing(Drawing):
    """The cost of each run over the epochs, and the middle one of them in front."""

    def update(self, sign_fixed=False, index_fixed=False):
        """Which of the two mistakes are fixed."""
        costs, n_right = costs_of_runs(sign_fixed, index_fixed)
        for line, run in zip(self.lines, costs.T, strict=False):
            line.set_ydata(run)
        middle = np.median(costs, axis=1)
        self.middle.set_ydata(middle)
        start, end = middle[[0, -1]]
        if self.changed(sign_fixed, index_fixed):
            self.note.set_text(f"{n_right} of {RUNS} runs learn to swap")
        higher = int((costs[-1] > costs[0]).sum())
        fixes = {"the sign of the bias": sign_fixed, "the index": index_fixed}
        state = " and ".join(name for name, is_fixed in fixes.items() if is_fixed)
        state = f"With {state} fixed" if state else "As it was published"
        return self.scene(
            f"{state}, the cost of the middle run goes from {fixed(start, 2)} to {fixed(end, 3)} "
            f"in {EPOCHS} epochs. In {higher} of {RUNS} runs it ends higher than it began. "
            f"{n_right} of {RUNS} runs learn to swap."
        )

    @styled
    def draw(self):
        """The axes, with some of the runs as thin lines."""
        figure = Figure(figsize=(8, 3.7), dpi=100)
        ax = tidy(figure.add_axes((0.085, 0.16, 0.88, 0.73)))
        ax.set(title="Cost of each run", xlabel="epoch", xlim=(0, EPOCHS), ylim=(0, 1.05))
        epochs = np.arange(0, EPOCHS + 1, EVERY)
        thin = {"color": plots.GREY, "linewidth": 0.6, "alpha": 0.6}
        self.lines = [ax.plot(epochs, 0 * epochs, **thin)[0] for _ in range(FAINT)]
        (self.middle,) = ax.plot(epochs, 0 * epochs, color=plots.ORANGE, linewidth=3)
        self.note = ax.set_title("", loc="right", weight="bold")
        ax.legend(
            [self.lines[0], self.middle], [f"{FAINT} of {RUNS} runs", "the middle run"],
            loc="center right", bbox_to_anchor=(1, 0.66), frameon=False, fontsize=11,
        )  # fmt: skip
        return figure, [*self.lines, self.middle]
