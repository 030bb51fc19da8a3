"""One sample's way through a small network and back, as steps with every number in them.

The numbers all come from toynn's forward and backward; here they only get their names.
"""

from typing import NamedTuple

import numpy as np

from toynn.backprop import backward
from toynn.costs import quadratic
from toynn.network import Layer, Network, forward

LETTERS = "xho"  # of the inputs, the hidden nodes and the outputs
MARK = "▸ "  # stands before the number that is nudged

HIDDEN = Layer([[0.9, 1.9], [0.8, -1.2]], [-0.1, -0.3])
EXAMPLES = {
    "1-1-1": (Network([Layer([[0.4]], [0.2]), Layer([[-1.4]], [0.5])]), (2.0,), (1.0,)),
    "2-2-1": (Network([HIDDEN, Layer([[0.5, -1.1]], [0.3])]), (1.0, 0.5), (1.0,)),
    "2-2-2": (
        Network([HIDDEN, Layer([[0.5, -1.1], [0.2, 1.2]], [0.3, -0.4])]),
        (1.0, 0.5),
        (1.0, 0.0),
    ),
}
"""For each name a network, the inputs of one sample, and its targets."""


class Place(NamedTuple):
    """Where one number of a network is: weight k of node j of a layer, or its bias if k is None."""

    layer: int
    j: int
    k: int | None = None


class Line(NamedTuple):
    """One calculation: what it finds, the formula, the same with numbers, and the result."""

    name: str
    formula: str
    numbers: str
    value: float


class Step(NamedTuple):
    """What happens at one node (column 0 holds the inputs), or at the cost where node is None."""

    back: bool
    column: int
    node: int | None
    lines: list[Line]


def names(sizes):
    """The names of the inputs, hidden nodes and outputs: x1, x2, h1, ...; without number if alone.

    >>> names((2, 2, 1))
    [['x1', 'x2'], ['h1', 'h2'], ['o']]
    """
    return [
        [f"{letter}{j}" if size > 1 else letter for j in range(1, size + 1)]
        for letter, size in zip(LETTERS, sizes, strict=True)
    ]


def places(network):
    """The places of all weights and biases, node by node."""
    return [
        Place(l, j, k)
        for l, layer in enumerate(network.layers)  # noqa: E741
        for j in range(len(layer))
        for k in [*range(layer.n_inputs), None]
    ]


def paths(network, gradients, layer, k):
    """What each node of a layer contributes to dC/da of input k of that layer, for one sample.

    A contribution is the weight to that node times the node's delta; dC/da is their sum.
    """
    return [float(c) for c in network.layers[layer].weights[:, k] * gradients[layer].delta[0]]


def at(parts, place):
    """The number at a place: of layers a weight or bias, of gradients its derivative."""
    part = parts[place.layer]
    row = part.biases if place.k is None else part.weights[:, place.k]
    return float(row[place.j])


def nudged(network, place, nudge):
    """The network with one of its numbers moved by nudge."""
    layers = list(network.layers)
    weights, biases = layers[place.layer].weights.copy(), layers[place.layer].biases.copy()
    if place.k is None:
        biases[place.j] += nudge
    else:
        weights[place.j, place.k] += nudge
    layers[place.layer] = Layer(weights, biases, layers[place.layer].activation)
    return Network(layers)


class Walk:
    """One sample's way through a network and back, as steps in the order in which they are made.

    network : Network of two layers; x, y : the inputs and the targets of the sample
    """

    def __init__(self, network, x, y):
        self.network, self.X, self.Y = network, np.array([x]), np.array([y])
        self.passed = forward(network, self.X)
        self.gradients = backward(network, self.passed, self.Y, quadratic)
        self.cost = quadratic(self.passed.output, self.Y)
        self.names, self.changes = names(network.sizes), {}  # of the cost, as they are needed
        there = [(c, j) for c in (1, 2) for j in range(network.sizes[c])]
        back = [(c, j) for c in (2, 1, 0) for j in range(network.sizes[c])]
        self.steps = [Step(False, c, j, self._there(c, j)) for c, j in there]
        self.n_forward = len(there) + 1
        self.steps.append(Step(False, 3, None, self._cost()))
        self.steps += [Step(True, c, j, self._back(c, j)) for c, j in back]

    def changed(self, place, nudge):
        """The change of the cost when the number at a place moves by nudge."""
        if (place, nudge) not in self.changes:
            cost = quadratic(nudged(self.network, place, nudge)(self.X), self.Y)
            self.changes[place, nudge] = cost - self.cost
        return self.changes[place, nudge]

    def predicted(self, place, nudge):
        """The change of the cost that the gradient predicts: gradient times nudge."""
        return at(self.gradients, place) * nudge

    def name(self, place):
        """The name of the number at a place, such as w_oh or b_h."""
        node = self.names[place.layer + 1][place.j]
        return f"b_{node}" if place.k is None else f"w_{node}{self.names[place.layer][place.k]}"

    def passed_by(self, column, node, position, back):
        """Whether the first `position` steps hold the one at this node, forward or backward."""
        done = self.steps[:position]
        return any((s.back, s.column, s.node) == (back, column, node) for s in done)

    def found(self, place, position):
        """Whether the gradient of the number at a place is known after this many steps."""
        return self.passed_by(place.layer + 1, place.j, position, back=True)

    def label(self, column, j, position, show, nudge=None):
        """What is known at a node, or at the cost in column 3, after this many steps."""
        known = self._known(column, j, position, nudge)
        if show == "formulas":
            return "\n".join(name for name, _ in known)
        return "\n".join(f"{name} = {number(value)}" for name, value in known)

    def link_labels(self, place, position, show, nudge=None):
        """The weight at a place, and its derivative, which is empty until it is found."""
        name, mark, found = self.name(place), MARK * (place == nudge), self.found(place, position)
        if show == "formulas":
            return mark + name, f"dC/d{name}" * found
        weight, slope = (number(at(part, place)) for part in (self.network.layers, self.gradients))
        return mark + weight, f"dC/dw {slope}" * found

    def _known(self, column, j, position, nudge):
        """Names and values at a node, or at the cost, as far as they are found."""
        if column == 3:
            yield from ((f"y_{o}", y) for o, y in zip(self.names[2], self.Y[0], strict=True))
            if position >= self.n_forward:
                yield "C", self.cost
            return
        name, place = self.names[column][j], Place(column - 1, j)
        there, back = (self.passed_by(column, j, position, back) for back in (False, True))
        if column == 0:
            yield name, self.X[0, j]
            if back:
                yield f"dC/d{name}", sum(paths(self.network, self.gradients, 0, j))
            return
        yield f"{MARK * (place == nudge)}b_{name}", at(self.network.layers, place)
        if there:
            yield f"z_{name}", self.passed.zs[column - 1][0, j]
            yield f"a_{name}", self.passed.activations[column][0, j]
        if back:
            yield f"delta_{name}", self.gradients[column - 1].delta[0, j]

    def _there(self, column, j):
        """Forward through a node: its sum z, and what it passes on."""
        places = self._places(column, j)
        *weights, bias = [(self.name(p), inside(at(self.network.layers, p))) for p in places]
        inputs = [self._a(column - 1, k) for k in range(len(weights))]
        pairs = list(zip(weights, inputs, strict=True))
        formula = " + ".join([*(f"{w} × {a}" for (w, _), (a, _) in pairs), bias[0]])
        numbers = " + ".join([*(f"{w} × {inside(a)}" for (_, w), (_, a) in pairs), bias[1]])
        node, z = self.names[column][j], self.passed.zs[column - 1][0, j]
        name, a = self._a(column, j)
        return [
            Line(f"z_{node}", formula, numbers, z),
            Line(name, f"f(z_{node})", f"f({number(z)})", a),
        ]

    def _cost(self):
        """The cost of each output, and their sum."""
        lines = [
            Line(
                f"cost of {o}",
                f"½ (a_{o} − y_{o})²",
                f"½ ({number(a)} − {number(y)})²",
                quadratic([a], [y]),
            )
            for o, a, y in zip(self.names[2], self.passed.output[0], self.Y[0], strict=True)
        ]
        return [*lines, _sum("C", lines, self.cost)]

    def _back(self, column, j):
        """Back through a node: dC/da, its delta, and what is at it; of an input dC/dx alone."""
        lines = [self._slope(j)] if column == 2 else self._paths(column, j)
        if column == 0:
            return lines
        node, f = self.names[column][j], self.network.layers[column - 1].activation
        z, delta = self.passed.zs[column - 1][0, j], self.gradients[column - 1].delta[0, j]
        slope = f.derivative(z)
        product = f"{inside(lines[-1].value)} × {inside(slope)}"
        return [
            *lines,
            Line(f"f′(z_{node})", f"a_{node} × (1 − a_{node})", f"f′({number(z)})", slope),
            Line(f"delta_{node}", f"dC/da_{node} × f′(z_{node})", product, delta),
            *map(self._gradient, self._places(column, j)),
        ]

    def _slope(self, j):
        """How the cost changes with an output."""
        a, y, o = self.passed.output[0, j], self.Y[0, j], self.names[2][j]
        slope = quadratic.derivative(a, y)
        return Line(f"dC/da_{o}", f"a_{o} − y_{o}", f"{number(a)} − {number(y)}", slope)

    def _paths(self, column, k):
        """A line for each node that this one passes its number to, and their sum."""
        values = paths(self.network, self.gradients, column, k)
        lines = []
        for j, value in enumerate(values):
            place, delta = Place(column, j, k), self.gradients[column].delta[0, j]
            later, weight = self.names[column + 1][j], at(self.network.layers, place)
            formula = f"{self.name(place)} × delta_{later}"
            numbers = f"{inside(weight)} × {inside(delta)}"
            lines.append(Line(f"through {later}", formula, numbers, value))
        return [*lines, _sum(f"sum: dC/d{self._a(column, k)[0]}", lines, sum(values))]

    def _gradient(self, place):
        """The derivative of the cost with respect to the number at a place."""
        delta, node = self.gradients[place.layer].delta[0, place.j], self.names[place.layer + 1]
        name, formula = f"dC/d{self.name(place)}", f"delta_{node[place.j]}"
        value = at(self.gradients, place)
        if place.k is None:
            return Line(name, formula, number(delta), value)
        a_name, a = self._a(place.layer, place.k)
        return Line(name, f"{formula} × {a_name}", f"{inside(delta)} × {inside(a)}", value)

    def _places(self, column, j):
        """The places of the weights and the bias of a node."""
        return [p for p in places(self.network) if (p.layer + 1, p.j) == (column, j)]

    def _a(self, column, k):
        """The name and the value of what an input or node passes on."""
        name = self.names[column][k]
        return name if column == 0 else f"a_{name}", self.passed.activations[column][0, k]


def number(value):
    """A number with four decimal places, or fewer if it has no more.

    >>> number(0.23651), number(-1.50), number(1.75)
    ('0.2365', '−1.5', '1.75')
    """
    text = f"{value:.4f}"
    if abs(value - round(value, 2)) < 1e-9:
        text = f"{round(value, 2):g}"
    return text.replace("-", "−")


def inside(value):
    """A number as you write it inside a product or a sum: in brackets if it is negative.

    >>> inside(0.5), inside(-0.5)
    ('0.5', '(−0.5)')
    """
    return f"({number(value)})" if number(value).startswith("−") else number(value)


def _sum(name, lines, value):
    """The line that adds up other lines."""
    formula = " + ".join(line.name for line in lines)
    return Line(name, formula, " + ".join(inside(line.value) for line in lines), value)
