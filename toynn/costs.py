"""Costs: one number for how wrong an output is, and which way to move it.

A cost is a record of two functions of an output a and its target y: the cost f of that one output,
and its derivative f' with respect to a. A sample costs the sum over its outputs, a data set the
mean over its samples. Which cost goes with which output layer, and what dC/dz then is:

    quadratic              any activation but softmax    (a - y) f'(z)
    absolute               any activation but softmax    sign(a - y) f'(z)
    binary_cross_entropy   sigmoid                       a - y
    cross_entropy          softmax                       a - y
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

import numpy as np

from toynn import checks
from toynn.activations import ACTIVATIONS, sigmoid, softmax


@dataclass(frozen=True)
class Cost:
    """A cost function and its derivative, under one name.

    Parameters
    ----------
    name : str
    f : function of (outputs, targets), returning the cost of every output
    f_prime : function of (outputs, targets), returning dC/da of every output
    range : (low, high), the outputs and targets that the cost can take

    Examples
    --------
    >>> quadratic([[0.5, 1.0], [0.0, 1.0]], [[1.0, 1.0], [0.0, 0.0]])  # (0.125 + 0.5) / 2
    0.3125
    >>> quadratic.derivative(0.5, 1.0)
    -0.5
    >>> cubic = Cost("cubic", lambda a, y: abs(a - y)**3, lambda a, y: 3 * (a - y) * abs(a - y))
    >>> cubic(0.5, 1.0)
    0.125
    """

    name: str
    f: Callable
    f_prime: Callable
    range: tuple[float, float] = (-inf, inf)

    def __call__(self, outputs, targets, activation=None):
        """The mean cost of the samples, as a float.

        outputs, targets : numbers, or arrays of shape (n_outputs,) or (n_samples, n_outputs)
        activation : that of the output layer, or its name; only outputs that could have come from
            softmax and from sigmoid alike need it

        Raises ValueError if the shapes differ, if a number is outside the range, or if the cost
        does not go with the activation.
        """
        outputs, targets = self._checked(outputs, targets, activation)
        return self.mean(np.atleast_2d(outputs), np.atleast_2d(targets))

    def derivative(self, outputs, targets, activation=None):
        """The derivative dC/da with respect to each output, in the shape of the outputs."""
        slope = self.f_prime(*self._checked(outputs, targets, activation))
        return slope if np.ndim(slope) else float(slope)

    @property
    def partner(self):
        """The output activation that the cost is made for; None where any one will do."""
        return PARTNERS.get(self)

    def mean(self, outputs, targets):
        """The mean cost of the samples, without a check; arrays of shape (n_samples, n_outputs)."""
        return float(self.f(outputs, targets).sum()) / len(outputs)

    def delta(self, z, outputs, targets, activation):
        """The derivative dC/dz with respect to each output node's sum z, for each sample.

        z, outputs, targets : ndarray, shape (n_samples, n_outputs)
        """
        if self.partner == activation:
            return outputs - targets  # f'(z) cancels; worked out, it stays finite where f'(z) is 0
        return self.f_prime(outputs, targets) * activation.f_prime(z)

    def goes_with(self, activation):
        """Whether the outputs of this activation can be judged by this cost."""
        low, high = self.range
        if softmax in (self.partner, activation):  # its outputs share one answer
            return self.partner == activation
        return low <= activation.range[0] and activation.range[1] <= high

    def _checked(self, outputs, targets, activation):
        outputs, targets = checks.same_shape(outputs, targets)
        if activation is None:
            checks.outputs_suit(self, outputs, targets)
        else:
            checks.cost_suits(self, checks.named(activation, ACTIVATIONS, "activation"))
        return outputs, checks.targets_suit(self, targets)

    def __repr__(self):
        return self.name


def _inside(a):
    """Outputs kept a hair away from 0 and 1, where the logarithm ends: a cost of 36 at most."""
    return np.minimum(np.maximum(a, LOWEST), HIGHEST)


HAIR = np.finfo(float).eps
LOWEST, HIGHEST = np.array(HAIR), np.array(1 - HAIR)  # arrays, or NumPy makes new ones each time


def _yes_or_no(a, y):
    a = _inside(a)
    return -y * np.log(a) - (1 - y) * np.log(1 - a)


def _yes_or_no_prime(a, y):
    a = _inside(a)
    return (a - y) / (a * (1 - a))


def _one_of_many(a, y):
    return -y * np.log(_inside(a))


def _one_of_many_prime(a, y):
    return -y / _inside(a)


quadratic = Cost("quadratic", lambda a, y: (a - y) ** 2 / 2, lambda a, y: a - y)
absolute = Cost("absolute", lambda a, y: np.abs(a - y), lambda a, y: np.sign(a - y))
binary_cross_entropy = Cost("binary_cross_entropy", _yes_or_no, _yes_or_no_prime, (0, 1))
cross_entropy = Cost("cross_entropy", _one_of_many, _one_of_many_prime, (0, 1))

COSTS = {each.name: each for each in (quadratic, binary_cross_entropy, cross_entropy, absolute)}

PARTNERS = {binary_cross_entropy: sigmoid, cross_entropy: softmax}
"""Costs made for one output activation, whose f' their own derivative cancels: dC/dz is a - y."""
