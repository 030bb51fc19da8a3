"""One neuron with one input: how weight, bias and activation shape its output."""

import ipywidgets as widgets
import numpy as np
from matplotlib.figure import Figure

from toynn import identity, leaky_relu, relu, sigmoid, step, tanh
from toynn.network import Node
from toynn_course import plots
from toynn_course.jupyter import Explorer, Scene

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


class ActivationExplorer(Explorer):
    """The output of one neuron over its input, with a probe that reads off z, a and f'(z).

    activation : a key of CHOICES; w, b, x : where the sliders begin
    """

    summary = "Run this cell: one neuron appears here, with sliders for its weight and bias."

    def __init__(self, activation="sigmoid", w=1.0, b=0.0, x=2.0):
        controls = {
            "activation": widgets.Dropdown(
                options=list(CHOICES), value=activation, description="Activation",
                style={"description_width": "5.5em"}, layout={"width": "15em"},
            ),
            "w": slider("Weight w", w, 10),
            "b": slider("Bias b", b, 10),
            "x": slider("Probe x", x, REACH),
            "derivative": box("Slope f'(z)"),
            "threshold": box("Threshold line"),
        }  # fmt: skip
        self.shown = None
        figure, moving = self._draw()
        super().__init__(controls, figure, moving)

    def scene(self, activation, w, b, x, derivative, threshold):
        """The curve, the slope, the line and the probe at these values."""
        f = CHOICES[activation]
        w, b, x = (round(value, 1) for value in (w, b, x))  # what the sliders say
        if activation != self.shown:
            self._change_activation(activation)
        node, zs = Node([w], b, f), w * self.xs + b
        z, a, start = node.z([x]), node([x]), threshold_at(w, b)
        self.curve.set_ydata(f(zs))
        slopes = f.derivative(zs) if derivative and f.f_prime else np.full_like(zs, np.nan)
        self.slope.set_ydata(slopes)
        self.line.set_xdata([np.nan if start is None or not threshold else start] * 2)
        low, high = self.axes.get_ylim()
        self.stem.set_data([x, x], [0, a])
        self.probe.set_data([x], [np.clip(a, low, high)])
        self.probe.set_marker("v" if a < low else "^" if a > high else "o")
        table = [
            ["what", "how", "value"],
            ["z", f"w x + b = {w} · {x} {'-' if b < 0 else '+'} {abs(b)}", f"{z:z.3f}"],
            ["a", f"f(z), here {activation}", f"{a:z.3f}"],
            ["f'(z)", "slope of f at z", f"{f.derivative(z):z.3f}" if f.f_prime else "none to use"],
            ["threshold", "x = -b/w", "none" if start is None else f"{start:z.3f}"],
        ]
        words = _neuron(activation, w, b), _probe(x, a, low, high), _steepest(f, slopes)
        return Scene(" ".join(words).rstrip(), table)

    def _draw(self):
        figure = Figure(figsize=(9, 3.9), dpi=100)
        self.axes = axes = figure.subplots()
        figure.subplots_adjust(left=0.075, right=0.985, top=0.87, bottom=0.135)
        axes.set_xlim(-REACH, REACH)
        axes.set_xlabel("input x", fontsize=12)
        axes.set_ylabel("output a = f(wx + b)", fontsize=12)
        axes.tick_params(labelsize=11)
        axes.grid(color=plots.GREY, alpha=0.3)
        axes.axhline(0, color=plots.INK, linewidth=1)
        self.xs = np.linspace(-REACH, REACH, 1201)
        line = {"color": plots.INK, "linestyle": ":", "linewidth": 2}
        (self.line,) = axes.plot([0, 0], [-99, 99], label="threshold x = -b/w", **line)
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

    def _change_activation(self, activation):
        """Draw the axis anew; a step has no slope to show."""
        self.shown = activation
        self.axes.set_ylim(HEIGHTS.get(activation, (-6.5, 6.5)))
        self.controls["derivative"].disabled = CHOICES[activation].f_prime is None
        self.live.refresh()


def slider(text, value, reach):
    """A slider from -reach to reach in steps of 0.1."""
    return widgets.FloatSlider(
        value=value, min=-reach, max=reach, step=0.1, description=text, readout_format=".1f",
        style={"description_width": "5.5em"}, layout={"width": "21em"},
    )  # fmt: skip


def box(text):
    """A ticked box."""
    return widgets.Checkbox(
        value=True, description=text, indent=False, layout={"width": "10em", "margin": "2px 1em"}
    )


def _neuron(activation, w, b):
    """What w and b do to the curve, in a sentence."""
    start = threshold_at(w, b)
    name = f"{activation} with w = {w} and b = {b}:"
    if start is None:
        return f"{name} since w is 0, the input does not count; the output is the same everywhere."
    where = "" if abs(start) <= REACH else " (outside the picture)"
    side = "up" if w > 0 else "down"
    return f"{name} the threshold is at x = {start:z.2f}{where}, and the output goes {side} there."


def _probe(x, a, low, high):
    """What the probe reads, in a sentence."""
    where = " (below the picture)" if a < low else " (above the picture)" if a > high else ""
    return f"The probe at x = {x} reads a = {a:z.3f}{where}."


def _steepest(f, slopes):
    """How steep f gets in the picture, in a sentence; nothing where no slope is shown."""
    if f.f_prime is None:
        return "A step is flat on both sides of its jump, so it has no slope to show."
    return "" if np.isnan(slopes).all() else f"The slope f'(z) gets up to {slopes.max():.3f}."
