"""Bugs: backpropagation with one line wrong, each as people really write it.

`Backward` is `toynn.backward` for the quadratic cost taken apart into its five lines. A bug is a
`Backward` with another line in one place; the rest of it is right.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from toynn.backprop import Gradient


def right_error(a, targets):
    """dC/da at the outputs."""
    return a - targets


def right_slope(activation, z, a):
    """f'(z)."""
    return activation.derivative(z)


def all_paths(delta, W):
    """dC/da of the layer before: each node's sum over all links that leave it."""
    return delta @ W


def right_weights(delta, before, own):
    """dC/dW: the mean over the samples of delta_j a_k."""
    return delta.T @ before / len(delta)


def right_biases(delta):
    """dC/db: the mean over the samples of delta_j."""
    return delta.mean(axis=0)


@dataclass(frozen=True)
class Backward:
    """A way to go backward, right unless one of its lines is not.

    name : what people call the mistake
    line : the line as the wrong program has it
    error : (a, targets) -> dC/da at the outputs
    output_slope, hidden_slope : (activation, z, a) -> da/dz at the outputs and at hidden nodes
    through : (delta, W) -> dC/da of the layer before
    weights : (delta, a of the layer before, a of this layer) -> dC/dW
    biases : delta -> dC/db

    >>> from toynn import Network, forward
    >>> network = Network.random((2, 3, 2), rng=0)
    >>> passed = forward(network, [[1.0, 0.0]])
    >>> right, wrong = (BUGS[name](network, passed, [[0, 1]]) for name in ("none", "sign"))
    >>> bool((wrong[0].weights == -right[0].weights).all())
    True
    """

    name: str
    line: str
    error: Callable = right_error
    output_slope: Callable = right_slope
    hidden_slope: Callable = right_slope
    through: Callable = all_paths
    weights: Callable = right_weights
    biases: Callable = right_biases

    def __call__(self, network, passed, targets):
        """What is taken for the gradient: a Gradient for each layer."""
        layers, (zs, activations) = network.layers, passed
        slope = self.output_slope(layers[-1].activation, zs[-1], activations[-1])
        delta = self.error(activations[-1], np.asarray(targets)) * slope  # (1)
        gradients = [self._gradient(delta, *activations[-2:])]
        for n in reversed(range(1, len(layers))):
            slope = self.hidden_slope(layers[n - 1].activation, zs[n - 1], activations[n])
            delta = self.through(delta, layers[n].weights) * slope  # (2)
            gradients.append(self._gradient(delta, *activations[n - 1 : n + 1]))
        return tuple(reversed(gradients))

    def _gradient(self, delta, before, own):
        return Gradient(self.weights(delta, before, own), self.biases(delta), delta)  # (3), (4)


# --- the wrong lines


def no_slope(activation, z, a):
    """The forgotten f'."""
    return np.ones_like(z)


def slope_at_a(activation, z, a):
    """The slope f' at a, which has been through f already."""
    return activation.derivative(a)


def z_for_a(activation, z, a):
    """The sigmoid's own slope a (1 - a), with z instead of a."""
    return z * (1 - z)


def first_path(delta, W):
    """Only the link to the first node of the next layer."""
    return delta[:, :1] * W[0]


def summed(delta, before, own):
    """A sum over the samples."""
    return delta.T @ before


def own_number(delta, before, own):
    """The article's index: to w_jk the activation number j of the layer before, or 0."""
    numbered = np.zeros_like(delta)
    n = min(delta.shape[1], before.shape[1])
    numbered[:, :n] = before[:, :n]
    slopes = (delta * numbered).mean(axis=0)
    return np.repeat(slopes[:, np.newaxis], before.shape[1], axis=1)


def own_layer(delta, before, own):
    """The activations of the layer where the links end, for the layers that have as many nodes."""
    wrong = own if own.shape == before.shape else before
    return delta.T @ wrong / len(delta)


BUGS = {
    bug.name: bug
    for bug in (
        Backward("none", "delta = (a - y) * f_prime(z)"),
        Backward("sign", "delta = (y - a) * f_prime(z)", error=lambda a, y: y - a),
        Backward("twice", "delta = 2 * (a - y) * f_prime(z)", error=lambda a, y: 2 * (a - y)),
        Backward(
            "sum, not mean",
            "dW = delta.T @ a",
            weights=summed,
            biases=lambda delta: delta.sum(axis=0),
        ),
        Backward("no slope at the output", "delta = a - y", output_slope=no_slope),
        Backward("no slope at hidden nodes", "delta = delta @ W", hidden_slope=no_slope),
        Backward("one path", "delta = delta[:, :1] * W[0] * f_prime(z)", through=first_path),
        Backward(
            "slope at a",
            "delta = (a - y) * f_prime(a)",
            output_slope=slope_at_a,
            hidden_slope=slope_at_a,
        ),
        Backward(
            "z for a",
            "delta = (a - y) * z * (1 - z)",
            output_slope=z_for_a,
            hidden_slope=z_for_a,
        ),
        Backward("the article's index", "dW[j, k] = delta[j] * a[j]", weights=own_number),
        Backward("own layer", "dW = delta.T @ a_of_this_layer / n", weights=own_layer),
        Backward("bias minus", "db = -delta.mean(axis=0)", biases=lambda d: -d.mean(axis=0)),
    )
}
"""Every bug of the table in notebook 07, and "none", by name."""
