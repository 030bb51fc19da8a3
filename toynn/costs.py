"""Costs: one number for how wrong an output is, and which way to move it.

A cost is a record of two functions of an output a and its target y: the cost of that one output,
and its derivative by a. A sample costs the sum over its outputs, a data set the mean over its
samples.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from toynn.activations import ACTIVATIONS, Activation, sigmoid, softmax
from toynn.checks import as_numbers, named


@dataclass(frozen=True)
class Cost:
    """A cost function and its derivative, under one name.

    Parameters
    ----------
    name : str
    each : function of (outputs, targets), returning the cost of every output
    each_prime : function of (outputs, targets), returning dC/da of every output
    domain : (low, high), the outputs and targets that the cost can take
    cancels : an Activation whose f' the cost's own derivative cancels, so that dC/dz is simply
        outputs - targets
    beside_softmax : the Cost that takes this one's place beside softmax, whose outputs share one
        answer; None where the two make no sense together

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
    each: Callable
    each_prime: Callable
    domain: tuple[float, float] = (-math.inf, math.inf)
    cancels: Activation | None = None
    beside_softmax: "Cost | None" = None

    def __call__(self, outputs, targets, activation=None):
        """The mean cost of the samples, as a float.

        outputs, targets : numbers, or arrays of shape (n_outputs,) or (n_samples, n_outputs)
        activation : that of the output layer, or its name; only cross_entropy beside softmax
            needs to know

        Raises ValueError if the shapes differ, if a target is outside the domain, or if the cost
        makes no sense beside the activation.
        """
        cost = self
        if activation is not None:
            cost = self.beside(named(activation, ACTIVATIONS, "activation"))
        outputs, targets = _pair(outputs, targets)
        cost.check_targets(targets)
        return float(cost.each(outputs, targets).sum() / len(np.atleast_2d(outputs)))

    def derivative(self, outputs, targets):
        """The derivative dC/da by each output, for each sample, in the shape of the outputs."""
        slope = self.each_prime(*_pair(outputs, targets))
        return slope if np.ndim(slope) else float(slope)

    def delta(self, z, outputs, targets, activation):
        """The derivative dC/dz = dC/da f'(z) by each output node's sum z, for each sample.

        z, outputs, targets : ndarray, shape (n_samples, n_outputs)
        """
        cost = self.beside(activation)
        if activation == cost.cancels:
            return outputs - targets  # the product, worked out: it stays finite where f' is 0
        return cost.each_prime(outputs, targets) * activation.derivative(z)

    def beside(self, activation):
        """The cost to use beside this output activation. Raises ValueError if there is none."""
        if activation == self.cancels:
            return self
        if activation == softmax:
            if self.beside_softmax is None:
                raise ValueError(
                    f"softmax does not go with the {self.name} cost, because its outputs share one "
                    "answer; use cost=cross_entropy with softmax"
                )
            return self.beside_softmax
        (low, high), (lowest, highest) = self.domain, activation.range
        if lowest < low or highest > high:
            raise ValueError(
                f"{self.name} takes outputs between {low} and {high}, but {activation} gives "
                f"{lowest} to {highest}; use a sigmoid or softmax output layer, or another cost"
            )
        return self

    def check_targets(self, targets):
        """Raise ValueError if the cost is not defined for one of the targets."""
        low, high = self.domain
        if targets.min() < low or targets.max() > high:
            raise ValueError(
                f"targets run from {targets.min():g} to {targets.max():g}, but {self.name} takes "
                f"{low} to {high}; rescale the targets, or use another cost such as quadratic"
            )
        if self.cancels == softmax and not np.allclose(targets.sum(axis=-1), 1):
            raise ValueError(
                f"the targets of a sample add up to {targets.sum(axis=-1).flat[0]:g}, but beside "
                "softmax they share one answer and add up to 1; use sigmoid for several answers"
            )

    def __repr__(self):
        return self.name


def _pair(outputs, targets):
    """Outputs and targets as arrays of one shape."""
    outputs, targets = as_numbers(outputs, "outputs"), as_numbers(targets, "targets")
    if outputs.shape != targets.shape or outputs.size == 0:
        raise ValueError(
            f"outputs have shape {outputs.shape} and targets {targets.shape}, expected the same "
            "shape and at least one number; give one target for each output"
        )
    return outputs, targets


def _inside(a):
    """Outputs kept a hair away from 0 and 1, where the logarithm ends: a cost of 36 at most."""
    hair = np.finfo(float).eps
    return np.clip(a, hair, 1 - hair)


def _yes_or_no(a, y):
    a = _inside(a)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


def _yes_or_no_prime(a, y):
    a = _inside(a)
    return (a - y) / (a * (1 - a))


def _one_of_many(a, y):
    return -y * np.log(_inside(a))


def _one_of_many_prime(a, y):
    return -y / _inside(a)


quadratic = Cost("quadratic", lambda a, y: (a - y) ** 2 / 2, lambda a, y: a - y)
absolute = Cost("absolute", lambda a, y: np.abs(a - y), lambda a, y: np.sign(a - y))
cross_entropy = Cost(
    "cross_entropy",
    _yes_or_no,
    _yes_or_no_prime,
    domain=(0, 1),
    cancels=sigmoid,
    beside_softmax=Cost(
        "cross_entropy", _one_of_many, _one_of_many_prime, domain=(0, 1), cancels=softmax
    ),
)

COSTS = {each.name: each for each in (quadratic, cross_entropy, absolute)}
