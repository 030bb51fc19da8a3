"""Oracles: ways to find a gradient that share no line with backpropagation.

Each takes a network and data and gives the gradient of the mean quadratic cost, as a list with a
pair of arrays for each layer, dC/dW and dC/db. Where two of them agree, either both are right or
two very different programs have made the same mistake.
"""

import json
from pathlib import Path

import numpy as np

TINY = 1e-30  # the complex step subtracts nothing, so it may be as small as a float can be
STORED = json.loads(Path(__file__).with_name("pytorch.json").read_text(encoding="utf-8"))


def central(nudge):
    """The slope between a place a nudge to the left and one a nudge to the right."""
    return lambda cost, w: (cost(w + nudge) - cost(w - nudge)) / (2 * nudge)


def one_sided(nudge):
    """The slope between the place itself and one a nudge to the right."""
    return lambda cost, w: (cost(w + nudge) - cost(w)) / nudge


def complex_step(cost, w):
    """The slope from one step in the imaginary direction. Source: Squire and Trapp 1998."""
    return cost(w + TINY * 1j).imag / TINY


def by_nudging(network, data, nudge=1e-5):
    """Central differences."""
    return along_each(network, data, central(nudge))


def by_complex_step(network, data):
    """The complex step, which needs no nudge that is neither too large nor too small."""
    return along_each(network, data, complex_step, dtype=complex)


def along_each(network, data, slope, dtype=float):
    """The slope of the cost along each weight and bias.

    slope : function of (cost, w), where cost(w) is the cost with that number at w
    dtype : what the numbers are, float or complex
    """
    arrays = [part.astype(dtype) for layer in network.layers for part in layer_arrays(layer)]
    functions = [layer.activation.f for layer in network.layers]

    def slope_at(array, place):
        value = array[place]

        def cost(w):
            array[place] = w
            found = mean_cost(arrays, functions, data)
            array[place] = value
            return found

        return slope(cost, value)

    found = [
        np.array([slope_at(array, place) for place in np.ndindex(array.shape)]).reshape(array.shape)
        for array in arrays
    ]
    return [*zip(found[::2], found[1::2], strict=True)]


def layer_arrays(layer):
    """The two arrays of a layer."""
    return layer.weights, layer.biases


def mean_cost(arrays, functions, data):
    """The mean quadratic cost, from W, b, W, b, ...; the numbers may be complex."""
    a = data.X
    for W, b, f in zip(arrays[::2], arrays[1::2], functions, strict=True):
        a = f(a @ W.T + b)
    return ((a - data.Y) ** 2).sum() / (2 * len(a))


def by_scikit_learn(network, data, regressor):
    """One step of scikit-learn's own training: how far it moves, at rate 1, is its gradient.

    network : the last of its layers has to be linear, with one output
    regressor : the class sklearn.neural_network.MLPRegressor
    """
    hidden, *_ = network.layers
    theirs = regressor(
        hidden_layer_sizes=network.sizes[1:-1],
        activation={"sigmoid": "logistic"}.get(hidden.activation.name, hidden.activation.name),
        solver="sgd",
        learning_rate_init=1.0,
        momentum=0.0,
        alpha=0.0,
        batch_size=len(data),
    )
    theirs.partial_fit(data.X, data.Y[:, 0])  # makes the arrays, which are then replaced
    theirs.coefs_ = [layer.weights.T.copy() for layer in network.layers]
    theirs.intercepts_ = [layer.biases.copy() for layer in network.layers]
    theirs.partial_fit(data.X, data.Y[:, 0])
    after = zip(network.layers, theirs.coefs_, theirs.intercepts_, strict=True)
    return [(layer.weights - W.T, layer.biases - b) for layer, W, b in after]


def or_stored(name, function, *arguments):
    """What a function gives that needs PyTorch; without PyTorch, what it gave when it was stored.

    name : under which the result is stored
    """
    try:
        return function(*arguments)
    except ImportError:
        return [tuple(map(np.array, pair)) for pair in STORED[name]]


def apart(found, expected):
    """How far two gradients are apart, as a share of their lengths together: 0 to 1."""
    a, b = flat(found), flat(expected)
    return float(np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b)))


def flat(gradient):
    """All numbers of a gradient in a row: of pairs, or of toynn's Gradients."""
    return np.concatenate([np.ravel(array) for layer in gradient for array in layer[:2]])
