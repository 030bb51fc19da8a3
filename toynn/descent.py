"""Descent: one step downhill, which way it goes, and what may pull at the weights on the way."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from toynn import checks
from toynn.backprop import Gradient
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


class Optimizer:
    """A rule for which way a step goes; it may remember the gradients of the steps before.

    A rule is a value: what it remembers is passed from step to step, as a network is.

    >>> rule, memory = Momentum(0.5), None
    >>> for slope in (1.0, 1.0, 1.0):
    ...     gradients = [Gradient(np.array([[slope]]), np.array([0.0]))]
    ...     directions, memory = rule.directions(gradients, memory)
    ...     print(directions[0].weights)
    [[1.]]
    [[1.5]]
    [[1.75]]
    """

    def directions(self, gradients, memory=None):
        """The way to go in the next step, and the memory to pass on to the one after it.

        gradients : one Gradient per layer
        memory : what the step before returned beside its directions; None in the first step

        Returns (list of Gradient, memory); `descend` takes the list instead of the gradients.
        """
        slopes = [slope for gradient in gradients for slope in gradient[:2]]
        remembered = memory or [None] * len(slopes)
        ways, memory = zip(*map(self.direction, slopes, remembered), strict=True)
        return [Gradient(*pair) for pair in zip(ways[::2], ways[1::2], strict=True)], memory


@dataclass(frozen=True)
class Momentum(Optimizer):
    """Steps that keep going: each adds its slope to a share of the last direction.

    beta : the share that is kept, at least 0 and below 1

    Where the slope stays the same, steps grow up to 1 / (1 - beta) times as long; where it changes
    its sign, as across a long valley, they cancel.
    Source: Polyak 1964.
    """

    beta: float = 0.9

    def __post_init__(self):
        checks.as_share(self.beta, "beta")

    def direction(self, slope, v):
        """The way to go for an array of slopes, and what to remember: both are v."""
        v = slope if v is None else self.beta * v + slope  # (5)
        return v, v


class Moments(NamedTuple):
    """What Adam remembers of a parameter: the number of steps, and two running means."""

    t: int = 0
    m: np.ndarray | float = 0.0
    v: np.ndarray | float = 0.0


@dataclass(frozen=True)
class Adam(Optimizer):
    """Steps of about the same length for every parameter, however steep or flat it is there.

    Each parameter's mean slope m is divided by the root of its mean squared slope v. Both are
    running means that begin at 0, so they are divided by how much of them is there so far.

    beta1, beta2 : the shares of m and v that are kept in a step, at least 0 and below 1
    epsilon : what keeps the division from one by 0, above 0

    Source: Kingma and Ba 2015.
    """

    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8

    def __post_init__(self):
        checks.as_share(self.beta1, "beta1")
        checks.as_share(self.beta2, "beta2")
        checks.above_zero(self.epsilon, "epsilon", "1e-8")

    def direction(self, slope, moments):
        """The way to go for an array of slopes, and the Moments to remember."""
        t, m, v = moments or Moments()
        t = t + 1
        m = self.beta1 * m + (1 - self.beta1) * slope  # (6)
        v = self.beta2 * v + (1 - self.beta2) * slope**2  # (7)
        mean, mean_square = m / (1 - self.beta1**t), v / (1 - self.beta2**t)  # (8)
        return mean / (np.sqrt(mean_square) + self.epsilon), Moments(t, m, v)  # (9)


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
