"""Metrics: how an output becomes a decision, and how often the decision is right.

Training never sees any of this: it follows the cost. Decisions are for people.
"""

import math
from functools import partial

import numpy as np

from toynn import checks
from toynn.activations import softmax


def threshold(outputs, at=0.5, low=0.0, high=1.0):
    """`high` where an output is at least `at`, else `low`.

    An output of exactly 0.5 goes up, where `np.round` would send it down to 0.

    >>> threshold([0.2, 0.5, 0.9])
    array([0., 1., 1.])
    """
    return np.where(checks.as_numbers(outputs, "outputs") >= at, high, low)


def most_likely(outputs):
    """A one-hot row per sample, hot at its largest output; the first of several equal ones.

    >>> most_likely([[0.1, 0.7, 0.2]])
    array([[0., 1., 0.]])
    """
    outputs = checks.as_numbers(outputs, "outputs")
    return np.eye(outputs.shape[-1])[outputs.argmax(axis=-1)]


def usual_decision(activation, targets=None):
    """How outputs of this activation are usually decided, as a function; None for open ranges.

    targets : array; where it holds two different numbers, the decision is between those two, and
        else between the ends of the activation's range

    >>> usual_decision(softmax).__name__
    'most_likely'
    """
    if activation == softmax:
        return most_likely
    low, high = activation.range
    if targets is not None and len(two := np.unique(targets)) == 2:
        low, high = two.tolist()
    if math.isinf(low) or math.isinf(high):
        return None
    return partial(threshold, at=(low + high) / 2, low=low, high=high)


def as_decision(decide, activation, targets):
    """A function from outputs to decisions, or None; "usual" is the one of the activation."""
    if decide == "usual":
        return usual_decision(activation, targets)
    return checks.function_or_none(decide, "decide")


@checks.first(checks.decisions_fit)
def accuracy(decisions, targets):
    """The share of samples, between 0 and 1, whose outputs are all classified correctly.

    decisions, targets : arrays, shape (n_samples, n_outputs). Raises ValueError if they differ.

    >>> accuracy([[0, 1], [1, 1]], [[0, 1], [0, 1]])
    0.5
    """
    right = (decisions == targets).all(axis=-1)
    return float(np.count_nonzero(right) / len(right))


def share_right(decide, outputs, targets):
    """The accuracy of outputs once they are decided; None without a decision."""
    return None if decide is None else accuracy(decide(outputs), targets)


@checks.first(checks.one_hot)
def confusion_matrix(decisions, targets):
    """How many samples of each class were decided to be each class.

    decisions, targets : one-hot arrays, shape (n_samples, n_classes)

    Returns an integer array, shape (n_classes, n_classes): row i, column j counts the samples of
    class i that were taken for class j, so that the diagonal is right.
    Raises ValueError if the shapes differ or a row of either is not one-hot.

    >>> confusion_matrix([[1, 0], [0, 1], [0, 1]], [[1, 0], [1, 0], [0, 1]])
    array([[1, 1],
           [0, 1]])
    """
    return (targets.T @ decisions).astype(int)
