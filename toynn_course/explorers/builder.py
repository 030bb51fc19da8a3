"""Building a network: how many numbers it has, and what each node does with them."""

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from toynn import Layer, Network, forward, identity, relu, sigmoid, tanh
from toynn_course import plots
from toynn_course.plots.drawing import Drawing
from toynn_course.plots.label import label

CHOICES = {"sigmoid": sigmoid, "tanh": tanh, "relu": relu, "linear": identity}
EXAMPLE = (1.0, 0.5, -1.0, 2.0)  # what goes in, as many as there are inputs


def equivalent(network):
    """The one linear layer that answers like a network of linear layers.

    >>> first, second = Layer([[1, 2]], [3], "identity"), Layer([[2], [-1]], [0, 1], "identity")
    >>> network = Network([first, second])
    >>> equivalent(network).weights.tolist(), equivalent(network).biases.tolist()
    ([[2.0, 4.0], [-1.0, -2.0]], [6.0, -2.0])
    """
    W, b = np.eye(network.sizes[0]), np.zeros(network.sizes[0])
    for layer in network.layers:
        W, b = layer.weights @ W, layer.weights @ b + layer.biases
    return Layer(W, b, identity)


class NetworkDrawing(Drawing):
    """A network of any sizes, and its sums, a node at a time."""

    def update(
        self, inputs=2, layers=1, nodes=5, outputs=2, activation="sigmoid", seed=0, computed=0
    ):
        """The network, with the values of the nodes that are computed so far.

        activation : a key of CHOICES
        seed : of the random weights and biases
        """
        sizes = (inputs, *[nodes] * layers, outputs)
        if self.changed(sizes):
            self._place_nodes(sizes)
        network = Network.random(
            sizes, activation=CHOICES[activation], weights=(-1, 1), biases=(-1, 1), rng=seed
        )
        passed = forward(network, [EXAMPLE[:inputs]])
        last = _last(network, computed)
        self._set_links(network)
        self._write(passed, inputs + computed)
        self._mark(last)
        words = [
            f"Sizes {network.sizes}: {network.n_parameters} numbers to learn.",
            _sum(network, passed, *last) if last else "Press Next node to compute the first one.",
            _collapsed(network) if activation == "linear" else "",
        ]
        return self.scene(" ".join(filter(None, words)), _table(network))

    def draw(self):
        """All the nodes that there can be, still without a place."""
        figure = Figure(figsize=(9, 3.7), dpi=100)
        self.axes = figure.add_axes((0, 0, 1, 1))
        self.axes.set(xlim=(-0.55, 4.65), ylim=(-0.5, 6.4))
        self.axes.axis("off")
        self.links = [
            LineCollection([], colors=plots.ORANGE, linewidths=1.5, zorder=1),
            LineCollection([], colors=plots.BLUE, linewidths=1.5, linestyles="--", zorder=1),
        ]
        self.into = LineCollection([], colors=plots.INK, linewidths=3, zorder=1.5)
        for lines in (*self.links, self.into):
            self.axes.add_collection(lines)
        circles = {"markersize": 34, "color": "white", "markeredgecolor": plots.INK}
        (self.circles,) = self.axes.plot([], [], "o", **circles)
        (self.squares,) = self.axes.plot([], [], "s", **circles)
        (self.ring,) = self.axes.plot([], [], "o", markersize=34, color="none", markeredgewidth=4)
        self.ring.set_markeredgecolor(plots.INK)
        most = len(EXAMPLE) + 3 * 6 + 3
        style = {"ha": "center", "va": "center", "fontsize": 11}
        self.texts = [label(self.axes, **style) for _ in range(most)]
        self.titles = [self.axes.text(0, 6.0, "", **style) for _ in range(5)]
        return figure, [*self.links, self.into, self.circles, self.squares, self.ring, *self.texts]

    def _place_nodes(self, sizes):
        """Places for the nodes of a network, and the names of its layers above them."""
        self.places = [
            [(4 * column / (len(sizes) - 1), 2.75 + (size - 1) / 2 - row) for row in range(size)]
            for column, size in enumerate(sizes)
        ]
        flat = [place for column in self.places for place in column]
        self.squares.set_data(*zip(*self.places[0], strict=True))
        self.circles.set_data(*zip(*flat[sizes[0] :], strict=True))
        for text, place in zip(self.texts, flat, strict=False):
            text.set_position(place)
        hidden = [f"layer {n}" for n in range(1, len(sizes) - 1)]
        names = ["inputs", *hidden, f"layer {len(sizes) - 1}: outputs"]
        for title, name, column in zip(self.titles, names, self.places, strict=False):
            title.set(text=name, position=(column[0][0], 6.0))
        for title in self.titles[len(names) :]:
            title.set_text("")

    def _set_links(self, network):
        """A link for each weight, by its sign."""
        links = list(self._weights(network))
        for lines, sign in zip(self.links, (1, -1), strict=True):
            lines.set_segments([ends for ends, weight in links if weight * sign > 0])

    def _weights(self, network):
        """Each link with its two ends and its weight."""
        for before, after, layer in zip(self.places, self.places[1:], network.layers, strict=False):
            for end, row in zip(after, layer.weights, strict=True):
                for start, weight in zip(before, row, strict=True):
                    yield (start, end), weight

    def _write(self, passed, n_known):
        """The activations of the inputs and of the nodes computed so far."""
        values = [a for row in passed.activations for a in row[0]]
        for number, text in enumerate(self.texts):
            text.set_text(f"{values[number]:z.2f}" if number < min(n_known, len(values)) else "")

    def _mark(self, last):
        """A ring around the node that was computed last, and what comes into it."""
        ends = []
        if last:
            layer, node = last
            ends = [(start, self.places[layer + 1][node]) for start in self.places[layer]]
        self.into.set_segments(ends)
        self.ring.set_data(*([value] for value in ends[0][1]) if ends else ([], []))


def _last(network, computed):
    """The layer and the number of the node that was computed last, from 0; None before."""
    nodes = [(l, j) for l, layer in enumerate(network.layers) for j in range(len(layer))]  # noqa: E741
    return nodes[min(computed, len(nodes)) - 1] if computed else None


def _sum(network, passed, layer, j):
    """The weighted sum of a node, term by term."""
    node, inputs = network.layers[layer][j], passed.activations[layer][0]
    terms = [f"{w:z.2f} · {x:z.2f}" for w, x in zip(node.weights, inputs, strict=True)]
    z, a = passed.zs[layer][0][j], passed.activations[layer + 1][0][j]
    total = " + ".join([*terms, f"{node.bias:z.2f}"])
    return f"Layer {layer + 1}, node {j + 1}: z = {total} = {z:z.2f}, a = f(z) = {a:z.2f}."


def _collapsed(network):
    """The single layer that does the same, where all are linear."""
    one = equivalent(network)
    return (
        f"Linear: a single layer gives the same answers, with W = {_rounded(one.weights)} and "
        f"b = {_rounded(one.biases)}."
    )


def _table(network):
    """How many numbers each layer has."""
    rows = []
    for number, layer in enumerate(network.layers, 1):
        j, k = len(layer), layer.n_inputs
        rows.append([f"layer {number}", f"{j} × {k}", f"{j}", f"{j} · {k} + {j} = {j * k + j}"])
    header = ["", "shape of W", "length of b", "numbers"]
    return [header, *rows, ["total", "", "", f"{network.n_parameters}"]]


def _rounded(numbers):
    """Nested lists of numbers with two decimal places."""
    if np.ndim(numbers) == 0:
        return f"{numbers:z.2f}"
    return "[" + ", ".join(_rounded(number) for number in numbers) + "]"
