"""Depth: what is left of the samples, and of the gradient, after many layers."""

from typing import NamedTuple

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator

from toynn import Layer, Network, backward, forward, identity, leaky_relu, relu, sigmoid, tanh
from toynn.initial import weights_of
from toynn_course import plots
from toynn_course.plots.drawing import Drawing
from toynn_course.plots.label import label
from toynn_course.plots.page import styled, tidy
from toynn_course.plots.scale import ROOM, log_scale, log_view
from toynn_course.plots.words import tiny

CHOICES = {
    "sigmoid": sigmoid,
    "tanh": tanh,
    "relu": relu,
    "leaky relu": leaky_relu,
    "linear": identity,
}
DEEPEST, NARROWEST, WIDEST = 20, 5, 100
N_SAMPLES = 25  # so few that with 100 nodes NumPy stays on one thread, which is quicker here
CONSTANT = 0.1
ROUNDING = 1e-14  # of the largest activation: a smaller spread is what floats cannot hold

LEVEL = 10  # gradients that differ by less than this factor count as level


def normal(spread):
    """A function that draws weights around 0 with this standard deviation."""
    return lambda rng, *shape: rng.normal(0, spread, shape)


WEIGHTS = {
    "zero": weights_of("zero"),
    f"constant, {CONSTANT}": lambda _rng, *shape: np.full(shape, CONSTANT),
    "uniform, -1 to 1": weights_of((-1, 1)),
    "normal, 0.01": normal(0.01),
    "normal, 1": normal(1.0),
    "Xavier": weights_of("xavier"),
    "He": weights_of("he"),
}
"""Initial weights by name: functions of a generator, n_nodes and n_inputs."""


class Profile(NamedTuple):
    """What the hidden layers show before anything is trained, from the first to the last.

    spreads : how much the activations of a node vary from sample to sample
    norms : the length of the gradient of the layer's weights
    twins : whether the nodes of a layer are all the same
    """

    spreads: np.ndarray
    norms: np.ndarray
    twins: bool


def deep(depth, width, activation, weights, rng):
    """A network of equally wide hidden layers, with as many inputs and linear outputs.

    activation : a key of CHOICES; weights : a key of WEIGHTS
    """
    activations = [CHOICES[activation]] * depth + [identity]
    draw = WEIGHTS[weights]
    return Network([Layer(draw(rng, width, width), np.zeros(width), f) for f in activations])


def profile(depth=10, width=20, activation="sigmoid", weights="Xavier", seed=0):
    """The Profile of a deep network, for inputs and targets drawn around 0 with a spread of 1.

    >>> found = profile(3, 20, "tanh", "Xavier")
    >>> found.spreads.round(2), found.norms.shape, found.twins
    (array([0.63, 0.49, 0.41]), (3,), False)
    """
    rng = np.random.default_rng(seed)
    X, Y = rng.normal(size=(2, N_SAMPLES, width))
    network = deep(depth, width, activation, weights, rng)
    passed = forward(network, X)
    gradients = backward(network, passed, Y, "quadratic")
    first = network.layers[0].weights
    return Profile(
        np.array([spread(a) for a in passed.activations[1:-1]]),
        np.array([np.linalg.norm(gradient.weights) for gradient in gradients[:-1]]),
        bool((first == first[0]).all()),
    )


def spread(activations):
    """How much a node's activation varies from sample to sample, over all nodes of a layer."""
    found = np.sqrt(activations.var(axis=0).mean())
    return found if found > ROUNDING * np.abs(activations).max() else 0.0


class DepthDrawing(Drawing):
    """What is left of the samples on their way forward, and of the gradient on its way back."""

    def update(self, depth=10, width=20, activation="sigmoid", weights="Xavier", seed=0):
        """A bar for each hidden layer: its spread on the left, its gradient on the right.

        activation : a key of CHOICES; weights : a key of WEIGHTS
        seed : of the weights, the inputs and the targets
        """
        found = profile(depth, width, activation, weights, seed)
        views = log_view(found.spreads), log_view(found.norms)
        if self.changed(views):
            for axes, ends in zip(self.axes, views, strict=True):
                log_scale(axes, *ends)
        for panel, values in enumerate((found.spreads, found.norms)):
            self._set_bars(panel, values, 10.0 ** views[panel][0])
            self.words[panel].set_text(ends_of(values))
        self.level.set_data([1, depth], found.norms[[-1, -1]])
        self.level.set_visible(depth > 1)
        return self.scene(tell(found, width, activation, weights), table(found))

    @styled
    def draw(self):
        """Two panels with no bars yet."""
        figure = Figure(figsize=(9, 3.9), dpi=100)
        self.axes = figure.subplots(1, 2)
        figure.subplots_adjust(left=0.065, right=0.985, top=0.91, bottom=0.2, wspace=0.17)
        colours, titles = (plots.BLUE, plots.ORANGE), ("Spread of the samples", "Gradient")
        ways = "samples travel this way →", "← the gradient travels this way"
        self.bars, self.zeros, self.words = [], [], []
        for axes, colour, title, way in zip(self.axes, colours, titles, ways, strict=True):
            bars = LineCollection([], colors=colour, linewidths=11, capstyle="butt")
            self.bars.append(axes.add_collection(bars, autolim=False))
            self.zeros += axes.plot([], [], "x", color=plots.INK, markersize=8, clip_on=False)
            look = {"transform": axes.transAxes, "ha": "left", "va": "center", "fontsize": 12}
            self.words.append(label(axes, x=0.03, y=1 - ROOM / 2.4, **look))
            axes.set(title=title, xlim=(0.4, DEEPEST + 0.6))
            axes.xaxis.set_major_locator(FixedLocator([1, 5, 10, 15, 20]))
            axes.set_xlabel(f"hidden layer\n{way}")
            tidy(axes)
        (self.level,) = self.axes[1].plot([], [], ":", color=plots.INK, linewidth=2)
        return figure, [*self.bars, *self.zeros, self.level, *self.words]

    def _set_bars(self, panel, values, floor):
        """A bar for each value, and a cross on the floor for each that is 0."""
        numbers = np.arange(1, len(values) + 1)
        bars = [[(n, floor), (n, value)] for n, value in zip(numbers, values, strict=True) if value]
        self.bars[panel].set_segments(bars)
        nothing = numbers[values == 0]
        self.zeros[panel].set_data(nothing, np.full(len(nothing), floor))


def ends_of(values):
    """What the first layer has, and what the last."""
    first, last = tiny(values[0]), tiny(values[-1])
    return f"layer 1: {first}, layer {len(values)}: {last}" if len(values) > 1 else first


def table(found):
    """The two numbers of each layer."""
    numbers = zip(found.spreads, found.norms, strict=True)
    rows = [[f"{n}", tiny(spread), tiny(norm)] for n, (spread, norm) in enumerate(numbers, 1)]
    return [["hidden layer", "spread of the samples", "gradient"], *rows]


def tell(found, width, activation, weights):
    """What a deep network shows before it is trained, in a few sentences."""
    depth = len(found.norms)
    layers = f"{depth} hidden layers" if depth > 1 else "1 hidden layer"
    parts = [f"{layers} of {width}, {activation}, weights {weights}.", _tell_gradient(found.norms)]
    parts.append(_tell_spread(found.spreads))
    if found.twins:
        parts.append(f"All {width} nodes of a layer are the same.")
    return " ".join(filter(None, parts))


def _tell_gradient(norms):
    """What becomes of the gradient on its way back."""
    first, last, depth = norms[0], norms[-1], len(norms)
    if not norms.any():
        return "No gradient reaches any hidden layer."
    if depth == 1:
        return f"Its gradient is {tiny(first)}."
    if not first:
        return "No gradient reaches layer 1."
    share = first / last
    place = f"the gradient of layer 1 is {tiny(share)} times that of layer {depth}"
    if share < 1 / LEVEL:
        return f"Back to front it shrinks: {place}."
    return f"Back to front it grows: {place}." if share > LEVEL else f"It stays level: {place}."


def _tell_spread(spreads):
    """What becomes of the samples on their way forward."""
    first, last, depth = spreads[0], spreads[-1], len(spreads)
    if not last:
        return f"In layer {depth} all samples look the same."
    if depth == 1:
        return f"The spread of the samples is {tiny(first)}."
    return (
        f"The spread of the samples is {tiny(first)} in layer 1 and {tiny(last)} in layer {depth}."
    )
