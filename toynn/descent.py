"""Descent: one step downhill, and what may pull at the weights on the way."""

from dataclasses import dataclass

import numpy as np

from toynn import checks
from toynn.network import Layer, Network


@dataclass(frozen=True, kw_only=True)
class LearningRate:
    """What the gradient is multiplied by in a step: one rate for weights and one for biases.

    Raises ValueError or TypeError unless both are finite numbers of at least 0.

    >>> LearningRate(weights=1.0, biases=0.0)
    LearningRate(weights=1.0, biases=0.0)
    """

    weights: float
    biases: float

    def __post_init__(self):
        checks.as_number(self.weights, "the learning rate of the weights", least=0)
        checks.as_number(self.biases, "the learning rate of the biases", least=0)

    @classmethod
    def of(cls, rate):
        """A LearningRate from one, or from a number that serves as both rates."""
        if isinstance(rate, cls):
            return rate
        rate = checks.as_number(rate, "learning_rate", least=0)
        return cls(weights=rate, biases=rate)

    def __str__(self):
        if self.weights == self.biases:
            return f"{self.weights:g}"
        return f"{self.weights:g} for weights and {self.biases:g} for biases"


@dataclass(frozen=True)
class Penalty:
    """What large weights cost on top of the cost itself; biases go free. Use L1 or L2.

    rate : how much of it, at least 0
    """

    rate: float

    def __post_init__(self):
        checks.as_number(self.rate, "the rate of the penalty", least=0)


class L2(Penalty):
    """The penalty rate/2 times the sum of w^2: each step takes the same share off every weight.

    >>> L2(0.1).pull(np.array([2.0]), np.array([2.0]), 0.5)  # 2 - 0.5 * 0.1 * 2
    array([1.9])
    """

    def pull(self, weights, stepped, learning_rate):
        """The weights after a step, pulled towards 0; `weights` are those before it."""
        return stepped - learning_rate * self.rate * weights


class L1(Penalty):
    """The penalty rate times the sum of |w|: each step takes the same amount off every weight.

    A weight that the pull would carry across 0 stops at 0, and stays there unless the gradient
    is stronger than the pull (soft thresholding; Daubechies, Defrise and De Mol 2004).

    >>> L1(0.1).pull(np.array([2.0, 0.01]), np.array([2.0, 0.01]), 0.5)  # 2 - 0.5 * 0.1, and 0
    array([1.95, 0.  ])
    """

    def pull(self, weights, stepped, learning_rate):
        """The weights after a step, pulled towards 0; `weights` are those before it."""
        return np.sign(stepped) * np.maximum(np.abs(stepped) - learning_rate * self.rate, 0)


@checks.first(checks.gradients_fit, as_rate=LearningRate.of)
def descend(network, gradients, rate, penalty=None):
    """The network after one step downhill: w - rate dC/dw for every weight and bias.

    Parameters
    ----------
    network : Network, which stays as it is
    gradients : one Gradient per layer, as `backward` returns them
    rate : LearningRate, or a number for both rates
    penalty : L1 or L2, or None

    Raises ValueError if there is not one gradient per layer, in the shape of its layer.

    Examples
    --------
    >>> from toynn.backprop import Gradient
    >>> network = Network([Layer([[2.0]], [0.5])])
    >>> descend(network, [Gradient(np.array([[4.0]]), np.array([1.0]))], rate=0.1).layers[0][0]
    Node(weights=(1.6,), bias=0.4, activation=sigmoid)
    """
    pairs = zip(network.layers, gradients, strict=True)
    layers = tuple(_stepped(layer, gradient, rate, penalty) for layer, gradient in pairs)
    return checks.unchecked(Network, layers=layers)


def _stepped(layer, gradient, rate, penalty):
    # w - rate dC/dw, with the product in front: NumPy then adds w to it without another array
    weights = -rate.weights * gradient.weights + layer.weights
    biases = -rate.biases * gradient.biases + layer.biases
    if penalty is not None:
        weights = penalty.pull(layer.weights, weights, rate.weights)
    checks.read_only(weights, biases)
    return checks.unchecked(Layer, weights=weights, biases=biases, activation=layer.activation)
