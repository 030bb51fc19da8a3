"""Building a network: how many numbers it has, and what each node does with them."""

import ipywidgets as widgets
import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from toynn import Layer, Network, forward, identity, relu, sigmoid, tanh
from toynn_course import plots
from toynn_course.jupyter import Explorer, Scene

CHOICES = {"sigmoid": sigmoid, "tanh": tanh, "relu": relu, "linear": identity}
EXAMPLE = (1.0, 0.5, -1.0, 2.0)  # what goes in, as many as there are inputs


def equivalent(network):
    """The one linear layer that answers like a network without a bend.

    >>> first, second = Layer([[1, 2]], [3], "identity"), Layer([[2], [-1]], [0, 1], "identity")
    >>> network = Network([first, second])
    >>> equivalent(network).weights.tolist(), equivalent(network).biases.tolist()
    ([[2.0, 4.0], [-1.0, -2.0]], [6.0, -2.0])
    """
    W, b = np.eye(network.sizes[0]), np.zeros(network.sizes[0])
    for layer in network.layers:
        W, b = layer.weights @ W, layer.weights @ b + layer.biases
    return Layer(W, b, identity)


class NetworkBuilder(Explorer):
    """A network of the sizes that the sliders ask for, and its sums, a node at a time."""

    summary = "Run this cell: a network to build, and to compute node by node, appears here."

    def __init__(self):
        controls = {
            "inputs": slider("Inputs", 2, 1, 4),
            "layers": slider("Hidden layers", 1, 0, 3),
            "nodes": slider("Nodes in each", 5, 1, 6),
            "outputs": slider("Outputs", 2, 1, 3),
            "activation": widgets.Dropdown(
                options=list(CHOICES),
                description="Activation",
                style={"description_width": "8em"},
                layout={"width": "19em"},
            ),
            "seed": slider("Seed", 0, 0, 20),
            "next": self.button("Next node", self.next_node),
            "again": self.button("From the start", self.restart),
        }
        self.shown, self.position = None, 0
        super().__init__(controls, *self._draw())

    def next_node(self):
        """Compute one node more."""
        self.position = min(self.position + 1, sum(self.network.sizes[1:]))
        self.redraw()

    def restart(self):
        """Forget what has been computed."""
        self.position = 0
        self.redraw()

    def scene(self, inputs, layers, nodes, outputs, activation, seed):
        """The network, with the nodes that have been computed so far."""
        chosen = (inputs, *[nodes] * layers, outputs), activation, seed
        if chosen != self.shown:
            self._change_network(*chosen)
        passed = forward(self.network, [EXAMPLE[:inputs]])
        values = [float(a) for row in passed.activations for a in row[0]]
        for number, text in enumerate(self.texts):
            known = number < min(len(values), inputs + self.position)
            text.set_text(f"{values[number]:z.2f}" if known else "")
        self._mark()
        words = [self._counted(), self._sum(passed), self._collapsed()]
        return Scene(" ".join(filter(None, words)), self._table())

    def _draw(self):
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
        self.texts = [self.axes.text(0, 0, "", **style) for _ in range(most)]
        self.titles = [self.axes.text(0, 6.0, "", **style) for _ in range(5)]
        return figure, [self.into, self.circles, self.squares, self.ring, *self.texts]

    def _change_network(self, sizes, activation, seed):
        """Draw the nodes and the links of another network."""
        self.shown, self.position = (sizes, activation, seed), 0
        f = CHOICES[activation]
        self.network = Network.random(
            sizes, activation=f, weights=(-1, 1), biases=(-1, 1), rng=seed
        )
        self.places = [
            [(4 * column / (len(sizes) - 1), 2.75 + (size - 1) / 2 - row) for row in range(size)]
            for column, size in enumerate(sizes)
        ]
        flat = [place for column in self.places for place in column]
        self.squares.set_data(*zip(*self.places[0], strict=True))
        self.circles.set_data(*zip(*flat[sizes[0] :], strict=True))
        for text, place in zip(self.texts, [*flat, *[(0, 0)] * len(self.texts)], strict=False):
            text.set_position(place)
        for lines, sign in zip(self.links, (1, -1), strict=True):
            lines.set_segments([ends for ends, weight in self._weights() if weight * sign > 0])
        hidden = [f"layer {n}" for n in range(1, len(sizes) - 1)]
        names = ["inputs", *hidden, f"layer {len(sizes) - 1}: outputs"]
        for title, name, column in zip(self.titles, names, self.places, strict=False):
            title.set(text=name, position=(column[0][0], 6.0))
        for title in self.titles[len(names) :]:
            title.set_text("")
        self.live.refresh()

    def _weights(self):
        """Each link with its two ends and its weight."""
        for before, after, layer in zip(
            self.places, self.places[1:], self.network.layers, strict=False
        ):
            for end, row in zip(after, layer.weights, strict=True):
                for start, weight in zip(before, row, strict=True):
                    yield (start, end), weight

    def _last(self):
        """The layer and the number of the node that was computed last, from 0; None before."""
        left = self.position - 1
        for number, layer in enumerate(self.network.layers):
            if 0 <= left < len(layer):
                return number, left
            left -= len(layer)
        return None

    def _mark(self):
        last = self._last()
        if last is None:
            self.ring.set_data([], [])
            self.into.set_segments([])
            return
        layer, node = last
        end = self.places[layer + 1][node]
        self.ring.set_data([end[0]], [end[1]])
        self.into.set_segments([[start, end] for start in self.places[layer]])

    def _counted(self):
        return f"Sizes {self.network.sizes}: {self.network.n_parameters} numbers to learn."

    def _sum(self, passed):
        """The weighted sum of the node that was computed last, term by term."""
        last = self._last()
        if last is None:
            return "Press Next node to compute the first one."
        layer, j = last
        node, inputs = self.network.layers[layer][j], passed.activations[layer][0]
        terms = [f"{w:z.2f} · {x:z.2f}" for w, x in zip(node.weights, inputs, strict=True)]
        z, a = passed.zs[layer][0][j], passed.activations[layer + 1][0][j]
        total = " + ".join([*terms, f"{node.bias:z.2f}"])
        return f"Layer {layer + 1}, node {j + 1}: z = {total} = {z:z.2f}, a = f(z) = {a:z.2f}."

    def _collapsed(self):
        """The single layer that does the same, where nothing bends."""
        if self.shown[1] != "linear":
            return ""
        one = equivalent(self.network)
        return (
            f"Linear: one layer answers the same, with W = {_rounded(one.weights)} and "
            f"b = {_rounded(one.biases)}."
        )

    def _table(self):
        rows = []
        for number, layer in enumerate(self.network.layers, 1):
            j, k = len(layer), layer.n_inputs
            counted = f"{j} · {k} + {j} = {j * k + j}"
            rows.append([f"layer {number}", f"{j} × {k}", f"{j}", counted])
        header = ["", "shape of W", "length of b", "numbers"]
        return [header, *rows, ["in all", "", "", f"{self.network.n_parameters}"]]


def _rounded(numbers):
    """Nested lists of numbers with two digits."""
    if np.ndim(numbers) == 0:
        return f"{numbers:z.2f}"
    return "[" + ", ".join(_rounded(number) for number in numbers) + "]"


def slider(text, value, low, high):
    """A slider for a whole number."""
    return widgets.IntSlider(
        value=value,
        min=low,
        max=high,
        description=text,
        style={"description_width": "8em"},
        layout={"width": "19em"},
    )
