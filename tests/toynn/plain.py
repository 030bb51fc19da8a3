"""Networks in plain Python, one number at a time: what toynn's arrays are held against.

Nothing here uses toynn's own formulas. The numbers may be complex, which gives derivatives without
any calculus and without any loss of digits (the complex step): for a tiny h, the derivative of C
at w is the imaginary part of C(w + ih), divided by h. Source: Squire and Trapp 1998.
"""

import cmath
from math import hypot

H = 1e-30


def _softplus(z):
    return z + _softplus(-z) if z.real > 0 else cmath.log(1 + cmath.exp(z))


FUNCTIONS = {
    "sigmoid": lambda z: 1 / (1 + cmath.exp(-z)),
    "tanh": cmath.tanh,
    "relu": lambda z: z if z.real > 0 else 0,
    "leaky_relu": lambda z: z if z.real > 0 else z / 100,
    "softplus": _softplus,
    "identity": lambda z: z,
}

COSTS = {
    "quadratic": lambda a, y: (a - y) * (a - y) / 2,
    "absolute": lambda a, y: a - y if (a - y).real > 0 else y - a,
    "binary_cross_entropy": lambda a, y: -y * cmath.log(a) - (1 - y) * cmath.log(1 - a),
    "cross_entropy": lambda a, y: -y * cmath.log(a),
}


def parameters(network):
    """For each layer its rows of weights, its biases and the name of its activation."""
    return [
        [layer.weights.tolist(), layer.biases.tolist(), layer.activation.name]
        for layer in network.layers
    ]


def layer_sums(weights, biases, a):
    """The z of each node: each input times its weight, plus the bias."""
    sums = []
    for row, bias in zip(weights, biases, strict=True):
        z = bias
        for weight, value in zip(row, a, strict=True):
            z += weight * value
        sums.append(z)
    return sums


def activated(zs, name):
    """The a of each node."""
    if name == "softmax":
        total = sum(cmath.exp(z) for z in zs)
        return [cmath.exp(z) / total for z in zs]
    return [FUNCTIONS[name](z) for z in zs]


def passed(layers, x):
    """For one sample, every z and every a, layer by layer."""
    zs, activations = [], [list(x)]
    for weights, biases, name in layers:
        zs.append(layer_sums(weights, biases, activations[-1]))
        activations.append(activated(zs[-1], name))
    return zs, activations


def outputs(layers, x):
    """What the network answers to one sample, as real numbers."""
    return [a.real for a in passed(layers, x)[1][-1]]


def mean_cost(layers, X, Y, name):
    """The cost of all outputs of a sample together, and of the samples on average."""
    total = 0
    for x, y in zip(X, Y, strict=True):
        for output, target in zip(passed(layers, x)[1][-1], y, strict=True):
            total += COSTS[name](output, target)
    return total / len(X)


def gradient(network, X, Y, cost):
    """The derivatives by weights and biases of each layer, by the complex step."""
    layers = parameters(network)

    def slope(numbers, i):
        value = numbers[i]
        numbers[i] = complex(value, H)
        change = mean_cost(layers, X.tolist(), Y.tolist(), cost).imag
        numbers[i] = value
        return change / H

    def slopes(numbers):
        return [slope(numbers, i) for i in range(len(numbers))]

    return [([slopes(row) for row in weights], slopes(biases)) for weights, biases, _ in layers]


def flat(values):
    """All numbers in nested lists or arrays, in one list."""
    return [n for v in values for n in flat(v)] if hasattr(values, "__len__") else [values]


def relative_error(found, expected):
    """How far two vectors are apart, as a share of their lengths together: 0 to 1."""
    apart = hypot(*(a - b for a, b in zip(found, expected, strict=True)))
    return apart / (hypot(*found) + hypot(*expected)) if apart else 0.0


def worst_error(gradients, expected):
    """The largest relative error of a layer; its weights and biases count as one vector."""
    return max(
        relative_error(flat([each.weights, each.biases]), flat(pair))
        for each, pair in zip(gradients, expected, strict=True)
    )
