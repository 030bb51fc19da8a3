"""Backpropagation: how much each weight and bias changes the cost, found in one backward pass."""

from dataclasses import dataclass

import numpy as np

from toynn.checks import as_number, as_rows, named
from toynn.costs import COSTS
from toynn.network import Layer, Network


@dataclass(frozen=True)
class Gradient:
    """The derivatives of the cost by the parameters of one layer.

    weights : dC/dW, shape (n_nodes, n_inputs)
    biases : dC/db, shape (n_nodes,)
    delta : dC/dz of each sample, shape (n_samples, n_nodes); None where nothing was propagated
    """

    weights: np.ndarray
    biases: np.ndarray
    delta: np.ndarray | None = None


def backward(network, passed, targets, cost):
    """The gradient of the mean cost, as a tuple with one Gradient a layer.

    Parameters
    ----------
    network : Network
    passed : what `forward` returned for this network
    targets : array, shape (n_samples, n_outputs)
    cost : Cost or its name

    Raises ValueError if targets and outputs differ in shape, or if the cost makes no sense beside
    the output activation; TypeError if an activation has no derivative.

    Source: Rumelhart, Hinton and Williams 1986, for a mean over samples.

    Examples
    --------
    >>> from toynn.network import forward
    >>> network = Network([Layer([[2.0, -1.0]], [0.5])])
    >>> backward(network, forward(network, [[1, 3]]), [[1]], "quadratic")[0].weights.round(4)
    array([[-0.1463, -0.4388]])
    """
    targets = _as_targets(passed.output, targets)
    output_layer, n_samples = network.layers[-1], len(targets)
    cost = named(cost, COSTS, "cost")
    delta = cost.delta(passed.zs[-1], passed.output, targets, output_layer.activation)
    gradients = []
    for l in reversed(range(len(network.layers))):  # noqa: E741 - the l of the equations
        a = passed.activations[l]
        gradients.append(Gradient(delta.T @ a / n_samples, delta.sum(axis=0) / n_samples, delta))
        if l > 0:
            before = network.layers[l - 1]
            delta = (
                delta @ network.layers[l].weights * before.activation.derivative(passed.zs[l - 1])
            )
    return tuple(reversed(gradients))


def numerical_gradient(network, X, Y, cost, nudge=1e-5):
    """The same gradient without any calculus: move each number a little and look at the cost.

    Central differences, (C(w + nudge) - C(w - nudge)) / (2 nudge), one weight or bias at a time.
    They are slow, and so simple that they are worth trusting: use them to test a `backward`.

    X, Y : arrays, shape (n_samples, n_inputs) and (n_samples, n_outputs)
    cost : Cost or its name
    nudge : how far to move, above 0

    Returns a tuple with one Gradient a layer, without deltas.

    >>> network = Network([Layer([[2.0, -1.0]], [0.5])])
    >>> numerical_gradient(network, [[1, 3]], [[1]], "quadratic")[0].weights.round(4)
    array([[-0.1463, -0.4388]])
    """
    if as_number(nudge, "nudge") <= 0:
        raise ValueError(f"nudge is {nudge}, expected a number above 0; leave it at 1e-5")
    cost, f = named(cost, COSTS, "cost"), network.layers[-1].activation
    arrays = [[layer.weights.copy(), layer.biases.copy()] for layer in network.layers]

    def cost_now():
        pairs = zip(arrays, network.layers, strict=True)
        return cost(Network([Layer(W, b, layer.activation) for (W, b), layer in pairs])(X), Y, f)

    return tuple(
        Gradient(*(_slopes(array, cost_now, nudge) for array in layer)) for layer in arrays
    )


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


def _as_targets(outputs, targets):
    """Targets as a table in the shape of the outputs."""
    targets = as_rows(targets, "targets")
    if targets.shape != outputs.shape:
        raise ValueError(
            f"targets have shape {targets.shape} but the outputs {outputs.shape}; "
            "give one row for each sample, with one target for each output"
        )
    return targets
