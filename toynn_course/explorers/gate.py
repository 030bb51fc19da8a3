"""One neuron with two inputs and a truth table: a straight cut, and what it can separate."""

import numpy as np
from matplotlib.figure import Figure

from toynn import datasets, sigmoid, threshold
from toynn.network import Node
from toynn_course import plots
from toynn_course.plots.drawing import Drawing
from toynn_course.plots.label import PAPER, label
from toynn_course.plots.shades import Shades, middles

GATES = ("AND", "OR", "NAND", "XOR")
REACH = 5
LOW, HIGH, GRID = -0.5, 1.5, 50  # the part of the plane that is shown

CORNERS = np.array([[LOW, LOW], [LOW, HIGH], [HIGH, LOW], [HIGH, HIGH]])


def answers(w1, w2, b, data):
    """For each sample: z, the output a, the answer 0 or 1, and whether it is the target."""
    node = Node([w1, w2], b)
    zs = np.array([round(node.z(x), 6) for x in data.X])  # 0.1 + 0.2 - 0.3 should be 0
    outputs = sigmoid(zs)
    decided = threshold(outputs)
    return zs, outputs, decided, decided == data.Y[:, 0]


def n_right(gate, w1, w2, b):
    """How many of the four rows of a gate a neuron gets right."""
    return int(answers(w1, w2, b, datasets.gate(gate.lower()))[-1].sum())


class GateDrawing(Drawing):
    """Where in the plane one neuron answers 1, and how many rows of a gate it gets right."""

    def update(self, gate="AND", w1=0.0, w2=0.0, b=0.0, best=None):
        """The map of the output, the cut through it, and the four rows on the curve.

        best : (n_right, w1, w2, b) of the best setting so far, to mention as well; or None
        """
        w1, w2, b = (round(value, 1) for value in (w1, w2, b))  # what the sliders say
        data = datasets.gate(gate.lower())
        zs, outputs, decided, right = answers(w1, w2, b, data)
        self.map.set_values(sigmoid(self.places @ [w1, w2] + b))
        self.cut.set_data(*_cut(w1, w2, b))
        self._name_sides(w1, w2, b)
        self._place_rows(data, zs, outputs, right)
        sentences = [
            f"{gate} with w1 = {w1}, w2 = {w2}, b = {b}: {right.sum()} of 4 right.",
            _tell_best(gate, *best) if best else "",
            _describe_cut(w1, w2, b),
        ]
        return self.scene(" ".join(filter(None, sentences)), _table(data, zs, outputs, decided))

    def draw(self):
        """The plane of the inputs, and the curve on which its rows lie."""
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
        line = middles(LOW, HIGH, GRID)
        self.places = np.stack(np.meshgrid(line, line), axis=-1)
        self.map = axes.add_artist(Shades(0, 1))
        (self.cut,) = axes.plot([], [], color=plots.INK, linewidth=3, label="cut: z = 0")
        self.sides = [label(axes, text=f"answer {n}", fontsize=12, bbox=PAPER) for n in (0, 1)]
        axes.set(xlim=(LOW, HIGH), ylim=(LOW, HIGH), xticks=(0, 1), yticks=(0, 1), aspect="equal")
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

    def _place_rows(self, data, zs, outputs, right):
        """The four rows of the truth table, in the plane and on the curve."""
        for markers, rows in (
            ((self.ones_here, self.ones), data.Y[:, 0] == 1),
            ((self.zeros_here, self.zeros), data.Y[:, 0] == 0),
            ((self.wrong_here, self.wrong), ~right),
        ):
            markers[0].set_data(*data.X[rows].T)
            markers[1].set_data(zs[rows], outputs[rows])

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


def _table(data, zs, outputs, decided):
    """What the neuron makes of each row of the truth table."""
    rows = [
        [f"{x1:.0f}, {x2:.0f}", f"{z:z.1f}", f"{a:.3f}", f"{answer:.0f}", f"{target:.0f}",
         "yes" if answer == target else "no"]
        for (x1, x2), z, a, answer, target in zip(
            data.X, zs, outputs, decided, data.Y[:, 0], strict=True
        )
    ]  # fmt: skip
    return [["x1, x2", "z", "a", "answer", "should be", "right?"], *rows]


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
        return f"The cut is vertical, at x1 = {-b / w1:z.2f}."
    if w1 == 0:
        return f"The cut is horizontal, at x2 = {-b / w2:z.2f}."
    return f"The cut meets the x1 axis at {-b / w1:z.2f} and the x2 axis at {-b / w2:z.2f}."


def _tell_best(gate, n_right, w1, w2, b):
    """The best so far, in a sentence."""
    return f"Best so far for {gate}: {n_right} of 4 (w1 = {w1}, w2 = {w2}, b = {b})."
