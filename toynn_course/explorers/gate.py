"""One neuron with two inputs and a truth table: a straight cut, and what it can separate."""

import ipywidgets as widgets
import numpy as np
from matplotlib.figure import Figure

from toynn import datasets, sigmoid, threshold
from toynn.network import Node
from toynn_course import plots
from toynn_course.explorers.activation import slider
from toynn_course.jupyter import Explorer, Scene

GATES = ("AND", "OR", "NAND", "XOR")
REACH = 5
LOW, HIGH, GRID = -0.5, 1.5, 50  # the part of the plane that is shown

CORNERS = np.array([[LOW, LOW], [LOW, HIGH], [HIGH, LOW], [HIGH, HIGH]])


def answers(w1, w2, b, data):
    """For each sample: z, the output a, the answer 0 or 1, and whether it is the target."""
    node = Node([w1, w2], b)
    zs = np.array([round(node.z(x), 6) for x in data.X])  # 0.1 + 0.2 - 0.3 is to be 0
    outputs = sigmoid(zs)
    decided = threshold(outputs)
    return zs, outputs, decided, decided == data.Y[:, 0]


class GateExplorer(Explorer):
    """Where in the plane one neuron answers 1, and how many rows of a gate it gets right."""

    summary = "Run this cell: a neuron with two inputs appears here, to be made into a logic gate."

    def __init__(self):
        controls = {
            "gate": widgets.Dropdown(
                options=GATES, description="Gate",
                style={"description_width": "5.5em"}, layout={"width": "15em"},
            ),
            "w1": slider("Weight w1", 0.0, REACH),
            "w2": slider("Weight w2", 0.0, REACH),
            "b": slider("Bias b", 0.0, REACH),
        }  # fmt: skip
        self.shown, self.best = None, {}
        figure, moving = self._draw()
        super().__init__(controls, figure, moving)

    def scene(self, gate, w1, w2, b):
        """The map of the output, the cut through it, and the four rows on the curve."""
        w1, w2, b = (round(value, 1) for value in (w1, w2, b))  # what the sliders say
        data = datasets.gate(gate.lower())
        if gate != self.shown:
            self._change_gate(gate, data)
        zs, outputs, decided, right = answers(w1, w2, b, data)
        n_right = int(right.sum())
        if n_right > self.best.get(gate, (-1,))[0]:
            self.best[gate] = n_right, w1, w2, b
        self.map.set_data(sigmoid(self.places @ [w1, w2] + b))
        self.cut.set_data(*_cut(w1, w2, b))
        self._name_sides(w1, w2, b)
        ones = data.Y[:, 0] == 1
        self.ones.set_data(zs[ones], outputs[ones])
        self.zeros.set_data(zs[~ones], outputs[~ones])
        self.wrong_here.set_data(*data.X[~right].T)
        self.wrong.set_data(zs[~right], outputs[~right])
        rows = zip(data.X, zs, outputs, decided, data.Y[:, 0], right, strict=True)
        return Scene(
            f"{gate} with w1 = {w1}, w2 = {w2}, b = {b}: {n_right} of 4 right. "
            f"{_best(gate, self.best[gate])} {_describe_cut(w1, w2, b)}",
            [
                ["x1, x2", "z", "a", "answer", "should be", "right?"],
                *(
                    [f"{x[0]:.0f}, {x[1]:.0f}", f"{z:z.1f}", f"{a:.3f}", f"{d:.0f}", f"{y:.0f}",
                     "yes" if ok else "no"]
                    for x, z, a, d, y, ok in rows
                ),
            ],
        )  # fmt: skip

    def _draw(self):
        figure = Figure(figsize=(9, 4.1), dpi=100)
        left, right = figure.subplots(1, 2, width_ratios=(1, 1.15))
        figure.subplots_adjust(left=0.07, right=0.985, top=0.88, bottom=0.13, wspace=0.2)
        self._draw_plane(left)
        self._draw_curve(right)
        self.ones_here, self.zeros_here, self.wrong_here = _rows(left)
        self.ones, self.zeros, self.wrong = _rows(right)
        figure.legend(
            handles=[self.ones_here, self.zeros_here, self.wrong_here, self.cut], ncols=4,
            loc="upper left", bbox_to_anchor=(0.06, 1), frameon=False, fontsize=11.5,
            markerscale=0.7,
        )  # fmt: skip
        return figure, [
            self.map, self.cut, *self.sides, self.ones_here, self.zeros_here, self.wrong_here,
            self.ones, self.zeros, self.wrong,
        ]  # fmt: skip

    def _draw_plane(self, axes):
        """The plane of the inputs, coloured by the output, and the cut through it."""
        line = np.linspace(LOW, HIGH, GRID)
        self.places = np.stack(np.meshgrid(line, line), axis=-1)
        self.map = axes.imshow(
            np.zeros((GRID, GRID)), cmap=plots.DIVERGING, vmin=0, vmax=1, origin="lower",
            extent=(LOW, HIGH, LOW, HIGH), interpolation="bilinear",
        )  # fmt: skip
        (self.cut,) = axes.plot([], [], color=plots.INK, linewidth=3, label="cut: z = 0")
        paper = {"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 2}
        self.sides = [axes.text(0, 0, f"answer {n}", fontsize=12, bbox=paper) for n in (0, 1)]
        axes.set(xlim=(LOW, HIGH), ylim=(LOW, HIGH), xticks=(0, 1), yticks=(0, 1))
        axes.set_xlabel("x1", fontsize=12)
        axes.set_ylabel("x2", fontsize=12)
        axes.tick_params(labelsize=11)

    def _draw_curve(self, axes):
        """The sigmoid, on which each row of the gate has its z."""
        zs = np.linspace(-3 * REACH, 3 * REACH, 301)
        axes.plot(zs, sigmoid(zs), color=plots.GREY, linewidth=2)
        axes.axhline(0.5, color=plots.INK, linestyle=":", linewidth=1.5)
        axes.text(-14.5, 0.53, "from 0.5 up: answer 1", fontsize=11)
        axes.set(xlim=(-3 * REACH, 3 * REACH), ylim=(-0.1, 1.1))
        axes.set_xlabel("z = w1 x1 + w2 x2 + b", fontsize=12)
        axes.set_ylabel("output a", fontsize=12)
        axes.tick_params(labelsize=11)

    def _change_gate(self, gate, data):
        """Place the four rows of the truth table."""
        self.shown = gate
        ones = data.Y[:, 0] == 1
        self.ones_here.set_data(*data.X[ones].T)
        self.zeros_here.set_data(*data.X[~ones].T)

    def _name_sides(self, w1, w2, b):
        """Write on each side of the cut what the neuron answers there, in the farthest corner."""
        zs = CORNERS @ [w1, w2] + b
        for answer, farthest in enumerate((zs.argmin(), zs.argmax())):
            x1, x2 = CORNERS[farthest]
            self.sides[answer].set(
                position=(0.5 + 0.93 * (x1 - 0.5), 0.5 + 0.93 * (x2 - 0.5)),
                ha="left" if x1 == LOW else "right",
                va="bottom" if x2 == LOW else "top",
                visible=(zs[farthest] >= 0) == answer,
            )


def _rows(axes):
    """Empty markers for the rows that should be 1, those that should be 0, and the wrong ones."""
    dots = {"linestyle": "", "markersize": 13, "markeredgecolor": "white"}
    (ones,) = axes.plot([], [], "o", color=plots.ORANGE, label="should be 1", **dots)
    (zeros,) = axes.plot([], [], "s", color=plots.BLUE, label="should be 0", **dots)
    cross = {"linestyle": "", "markersize": 24, "markeredgewidth": 3}
    (wrong,) = axes.plot([], [], "x", color=plots.INK, label="wrong", **cross)
    return ones, zeros, wrong


def _cut(w1, w2, b):
    """Two points far out on the line z = 0, as their xs and their ys; none if there is no line."""
    if w1 == w2 == 0:
        return [], []
    weights = np.array([w1, w2])
    middle = -b * weights / (weights @ weights)  # the point of the line nearest to 0, 0
    along = 99 * np.array([-w2, w1]) / np.hypot(w1, w2)
    return np.stack([middle - along, middle + along]).T


def _describe_cut(w1, w2, b):
    """Where the cut runs, in a sentence."""
    if w1 == w2 == 0:
        return f"Both weights are 0: no cut, the answer is {int(b >= 0)} everywhere."
    if w2 == 0:
        return f"The cut is upright, at x1 = {-b / w1:z.2f}."
    if w1 == 0:
        return f"The cut is level, at x2 = {-b / w2:z.2f}."
    return f"The cut meets the x1 axis at {-b / w1:z.2f} and the x2 axis at {-b / w2:z.2f}."


def _best(gate, best):
    """The best so far, in a sentence."""
    n_right, w1, w2, b = best
    return f"Best so far for {gate}: {n_right} of 4 (w1 = {w1}, w2 = {w2}, b = {b})."
