"""One neuron with one input: how weight, bias and activation shape its output."""

import numpy as np
from matplotlib.figure import Figure

from toynn import identity, leaky_relu, relu, sigmoid, step, tanh
from toynn.network import Node
from toynn_course import plots
from toynn_course.plots.drawing import Drawing

CHOICES = {
    "step": step,
    "sigmoid": sigmoid,
    "tanh": tanh,
    "relu": relu,
    "leaky relu": leaky_relu,
    "linear": identity,
}
HEIGHTS = {"step": (-0.15, 1.15), "sigmoid": (-0.15, 1.15), "tanh": (-1.2, 1.2)}
REACH = 6


def threshold_at(w, b):
    """Where z = wx + b is 0: x = -b/w, or None if z is the same for every x."""
    return None if w == 0 else -b / w


class ActivationDrawing(Drawing):
    """The output of one neuron over its input, with a probe that reads off z, a and f'(z)."""

    def update(self, activation="sigmoid", w=1.0, b=0.0, x=2.0, derivative=True, threshold=True):
        """The curve, the slope, the line and the probe at these values.

        activation : a key of CHOICES
        derivative, threshold : whether the slope is drawn, and the line where z is 0
        """
        f = CHOICES[activation]
        w, b, x = (round(value, 1) for value in (w, b, x))  # what the sliders say
        if self.changed(activation):
            self.axes.set_ylim(HEIGHTS.get(activation, (-6.5, 6.5)))
        node, zs = Node([w], b, f), w * self.xs + b
        start = threshold_at(w, b)
        self.curve.set_ydata(f(zs))
        slopes = f.derivative(zs) if derivative and f.f_prime else np.full_like(zs, np.nan)
        self.slope.set_ydata(slopes)
        self.line.set_xdata([np.nan if start is None or not threshold else start] * 2)
        where = self._set_probe(x, node([x]))
        sentences = [
            _neuron(activation, w, b),
            f"The probe at x = {x} reads a = {node([x]):z.3f}{where}.",
            _steepest(f, slopes),
        ]
        return self.scene(" ".join(filter(None, sentences)), _table(activation, node, x, start))

    def _set_probe(self, x, a):
        """Put the probe at the edge where it would be outside, and say so."""
        low, high = self.axes.get_ylim()
        self.stem.set_data([x, x], [0, a])
        self.probe.set_data([x], [np.clip(a, low, high)])
        self.probe.set_marker("v" if a < low else "^" if a > high else "o")
        return " (below the picture)" if a < low else " (above the picture)" if a > high else ""

    def draw(self):
        """One set of axes, with the curve, its slope, the threshold and the probe."""
        figure = Figure(figsize=(9, 3.9), dpi=100)
        self.axes = axes = figure.subplots()
        figure.subplots_adjust(left=0.09, right=0.985, top=0.87, bottom=0.135)
        axes.set_xlim(-REACH, REACH)
        axes.set_xlabel("input x", fontsize=12)
        axes.set_ylabel("output a = f(wx + b)", fontsize=12)
        axes.tick_params(labelsize=11)
        axes.grid(color=plots.GREY, alpha=0.3)
        axes.axhline(0, color=plots.INK, linewidth=1)
        self.xs = np.linspace(-REACH, REACH, 1201)
        line = {"color": plots.INK, "linestyle": ":", "linewidth": 2}
        (self.line,) = axes.plot([0, 0], [-99, 99], label="threshold: z = 0", **line)
        (self.slope,) = axes.plot(
            self.xs, 0 * self.xs, "--", color=plots.ORANGE, linewidth=2, label="slope f'(z)"
        )
        (self.curve,) = axes.plot(
            self.xs, 0 * self.xs, color=plots.BLUE, linewidth=3, label="output a"
        )
        (self.stem,) = axes.plot([], [], color=plots.INK, linewidth=1)
        (self.probe,) = axes.plot([], [], "o", color=plots.INK, markersize=10, label="probe")
        handles = [self.curve, self.slope, self.line, self.probe]
        axes.legend(
            handles=handles, ncols=4, loc="lower left", bbox_to_anchor=(0, 1), frameon=False,
            fontsize=11.5, borderaxespad=0.3,
        )  # fmt: skip
        return figure, [self.line, self.slope, self.curve, self.stem, self.probe]


def _table(activation, node, x, start):
    """What the probe reads: z, a, the slope there, and where z is 0."""
    (w,), b, f = node.weights, node.bias, CHOICES[activation]
    z, a = node.z([x]), node([x])
    return [
        ["what", "how", "value"],
        ["z", f"w x + b = {w} · {x} {'-' if b < 0 else '+'} {abs(b)}", f"{z:z.3f}"],
        ["a", f"f(z), here {activation}", f"{a:z.3f}"],
        ["f'(z)", "slope of f at z", f"{f.derivative(z):z.3f}" if f.f_prime else "none to use"],
        ["threshold", "the x where z = 0", "none" if start is None else f"{start:z.3f}"],
    ]


def _neuron(activation, w, b):
    """What w and b do to the curve, in a sentence."""
    start = threshold_at(w, b)
    name = f"{activation} with w = {w} and b = {b}:"
    if start is None:
        return f"{name} since w is 0, the input does not count; the output is the same everywhere."
    where = "" if abs(start) <= REACH else " (outside the picture)"
    side = "up" if w > 0 else "down"
    return f"{name} the threshold is at x = {start:z.2f}{where}, and the output goes {side} there."


def _steepest(f, slopes):
    """How steep f gets in the picture, in a sentence; nothing where no slope is shown."""
    if f.f_prime is None:
        return "A step is flat on both sides of its jump, so it has no slope to show."
    return "" if np.isnan(slopes).all() else f"The slope f'(z) gets up to {slopes.max():.3f}."
