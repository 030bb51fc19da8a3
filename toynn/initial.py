"""Initial weights: where a network begins, before it has learned anything."""

import numpy as np

from toynn import checks


def _xavier(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(2 / (n_inputs + n_nodes)), (n_nodes, n_inputs))


def _he(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(2 / n_inputs), (n_nodes, n_inputs))


def _zero(_rng, n_nodes, n_inputs):
    return np.zeros((n_nodes, n_inputs))


SCHEMES = {"xavier": _xavier, "he": _he, "zero": _zero}
"""Weights by name: Xavier (Glorot and Bengio 2010, eq. 12), He (He et al. 2015, eq. 10), zero."""


def weights_of(choice):
    """A function of (rng, n_nodes, n_inputs) that draws the weights of a layer.

    choice : the name of a scheme in SCHEMES, or (low, high)

    >>> weights_of("zero")(None, 1, 2)
    array([[0., 0.]])
    """
    if isinstance(choice, str):
        return checks.named(choice, SCHEMES, "scheme for the weights")
    return uniform(choice, "weights")


def uniform(limits, what):
    """A function of (rng, *shape) that draws numbers evenly between two limits."""
    low, high = checks.as_range(limits, what)
    return lambda rng, *shape: rng.uniform(low, high, shape)
