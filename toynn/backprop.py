"""Backpropagation: how much each weight and bias changes the cost, found in one backward pass."""

from typing import NamedTuple

import numpy as np

from toynn import checks
from toynn.costs import COSTS
from toynn.network import Layer, Network


class Gradient(NamedTuple):
    """The derivatives of the cost with respect to the parameters of one layer.

    weights : dC/dW, shape (n_nodes, n_inputs)
    biases : dC/db, shape (n_nodes,)
    delta : dC/dz of each sample, shape (n_samples, n_nodes); None where nothing was propagated
    """

    weights: np.ndarray
    biases: np.ndarray
    delta: np.ndarray | None = None


@checks.first(checks.targets_fit, costs=COSTS)
def backward(network, passed, targets, cost):
    """The gradient of the mean cost, as a tuple with one Gradient per layer.

    Parameters
    ----------
    network : Network
    passed : what `forward` returned for this network
    targets : array, shape (n_samples, n_outputs)
    cost : Cost or its name

    Raises ValueError if targets and outputs differ in shape, or if the cost does not go with the
    output activation; TypeError if an activation has no derivative.

    The numbers in brackets are those of the equations in notebook 06.
    Source: Rumelhart, Hinton and Williams 1986, for a mean over samples.

    Examples
    --------
    >>> from toynn.network import forward
    >>> network = Network([Layer([[2.0, -1.0]], [0.5])])
    >>> backward(network, forward(network, [[1, 3]]), [[1]], "quadratic")[0].weights.round(4)
    array([[-0.1463, -0.4388]])
    """
    layers, (zs, activations) = network.layers, passed
    delta = cost.delta(zs[-1], activations[-1], targets, layers[-1].activation)  # (1)
    gradients = [layer_gradient(delta, activations[-2])]
    for layer, before, z, a in reversed([*zip(layers[1:], layers, zs, activations)]):
        delta = delta.dot(layer.weights) * before.activation.f_prime(z)  # (2)
        gradients.append(layer_gradient(delta, a))
    return tuple(reversed(gradients))


def layer_gradient(delta, a):
    """The gradient of one layer, from its delta and from the activations a that it was given."""
    shares = delta / len(delta)  # so that the sums below are means over the samples
    return Gradient(shares.T.dot(a), shares.sum(axis=0), delta)  # (3), (4)


def numerical_gradient(network, X, Y, cost, nudge=1e-5):
    """The same gradient without any calculus: move each number a little and look at the cost.

    Central differences, (C(w + nudge) - C(w - nudge)) / (2 nudge), one weight or bias at a time.
    They are slow, and so simple that they are worth trusting: use them to test a `backward`.

    X, Y : arrays, shape (n_samples, n_inputs) and (n_samples, n_outputs)
    cost : Cost or its name
    nudge : how far to move, above 0

    Returns a tuple with one Gradient per layer, without deltas.

    >>> network = Network([Layer([[2.0, -1.0]], [0.5])])
    >>> numerical_gradient(network, [[1, 3]], [[1]], "quadratic")[0].weights.round(4)
    array([[-0.1463, -0.4388]])
    """
    nudge, cost = checks.above_zero(nudge, "nudge", "1e-5"), checks.named(cost, COSTS, "cost")
    arrays = [[layer.weights.copy(), layer.biases.copy()] for layer in network.layers]
    activations = [layer.activation for layer in network.layers]

    def cost_now():
        nudged = Network([Layer(*pair, f) for pair, f in zip(arrays, activations, strict=True)])
        return cost(nudged(X), Y, activations[-1])

    return tuple(Gradient(*(_slopes(a, cost_now, nudge) for a in layer)) for layer in arrays)


def _slopes(array, cost_now, nudge):
    """The slope of the cost along each number of the array, which is left as it was."""
    slopes = np.empty_like(array)
    for place in np.ndindex(array.shape):
        value = array[place]
        array[place] = value + nudge
        above = cost_now()
        array[place] = value - nudge
        below = cost_now()
        array[place] = value
        slopes[place] = (above - below) / (2 * nudge)
    return slopes
