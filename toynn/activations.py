"""Activations: how a node turns its weighted sum z into its output a, and how steep it is there.

An activation is a record of two functions, f and its derivative f'. Both work on a single
number and on arrays of any shape, and neither overflows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

import numpy as np

from toynn import checks


@dataclass(frozen=True)
class Activation:
    """A function f and its derivative f', under one name.

    Parameters
    ----------
    name : str
    f : function of an array z, returning an array of the same shape
    f_prime : function of an array z, returning the slope of f at every z; without it the
        activation can be shown but not trained
    range : (low, high), the values that f stays between

    Raises
    ------
    TypeError if f or f_prime cannot be called, ValueError if one does not work on whole arrays.

    Examples
    --------
    Your own activation takes one line:

    >>> bump = Activation("bump", lambda z: np.exp(-z**2), lambda z: -2 * z * np.exp(-z**2), (0, 1))
    >>> bump(0.0), bump.derivative(0.0)
    (1.0, -0.0)
    """

    name: str
    f: Callable
    f_prime: Callable | None = None
    range: tuple[float, float] = (-inf, inf)

    def __post_init__(self):
        checks.works_on_arrays(self.f, f"f of {self.name}")
        if self.f_prime is not None:
            checks.works_on_arrays(self.f_prime, f"f_prime of {self.name}")

    def __call__(self, z):
        """The output a = f(z), in the shape of z."""
        return _plain(self.f(checks.as_numbers(z, "z")))

    def derivative(self, z):
        """The slope f'(z), in the shape of z. Raises TypeError if there is none."""
        f_prime = checks.has_derivative(self)
        return _plain(f_prime(checks.as_numbers(z, "z")))

    def __repr__(self):
        return self.name


def _plain(result):
    """A single number as a Python float; an array as it is."""
    return result if np.ndim(result) else float(result)


LARGEST_EXPONENT = np.array(700.0)  # e^709 is the last power of e that a float can hold


def _sigmoid(z):
    return 1 / (1 + np.exp(np.minimum(-z, LARGEST_EXPONENT)))


def _sigmoid_prime(z):
    a = _sigmoid(z)
    return a * (1 - a)


def _softmax(z):
    with np.errstate(over="ignore"):  # 1e308 and -1e308 are infinitely far apart
        powers = np.exp(z - z.max(axis=-1, keepdims=True))  # the shift cancels in the division
    return powers / powers.sum(axis=-1, keepdims=True)


LEAK = 0.01

sigmoid = Activation("sigmoid", _sigmoid, _sigmoid_prime, (0, 1))
tanh = Activation("tanh", np.tanh, lambda z: 1 - np.tanh(z) ** 2, (-1, 1))
relu = Activation("relu", lambda z: np.maximum(z, 0.0), lambda z: (z > 0) * 1.0, (0, inf))
leaky_relu = Activation(
    "leaky_relu", lambda z: np.where(z > 0, z, LEAK * z), lambda z: np.where(z > 0, 1.0, LEAK)
)
softplus = Activation("softplus", lambda z: np.logaddexp(0, z), _sigmoid, (0, inf))
identity = Activation("identity", lambda z: z, np.ones_like)
step = Activation("step", lambda z: np.where(z >= 0, 1.0, 0.0), range=(0, 1))
softmax = Activation("softmax", _softmax, range=(0, 1))

ACTIVATIONS = {
    each.name: each for each in (sigmoid, tanh, relu, leaky_relu, softplus, identity, softmax, step)
}
