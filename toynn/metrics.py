"""Metrics: how an output becomes a decision, and how often the decision is right.

Training never sees any of this: it follows the cost. Decisions are for people.
"""

import math
from functools import partial

import numpy as np

from toynn.activations import softmax
from toynn.checks import as_numbers


def threshold(outputs, at=0.5, low=0.0, high=1.0):
    """`high` where an output is at least `at`, else `low`.

    An output of exactly 0.5 goes up, where `np.round` would send it down to 0.

    >>> threshold([0.2, 0.5, 0.9])
    array([0., 1., 1.])
    """
    return np.where(as_numbers(outputs, "outputs") >= at, high, low)


def most_likely(outputs):
    """A one-hot row per sample, hot at its largest output; the first of several equal ones.

    >>> most_likely([[0.1, 0.7, 0.2]])
    array([[0., 1., 0.]])
    """
    outputs = as_numbers(outputs, "outputs")
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


def accuracy(decisions, targets):
    """The share of samples, between 0 and 1, whose outputs are all decided right.

    decisions, targets : arrays, shape (n_samples, n_outputs). Raises ValueError if they differ.

    >>> accuracy([[0, 1], [1, 1]], [[0, 1], [0, 1]])
    0.5
    """
    decisions, targets = as_numbers(decisions, "decisions"), as_numbers(targets, "targets")
    if decisions.shape != targets.shape or decisions.size == 0:
        raise ValueError(
            f"decisions have shape {decisions.shape} and targets {targets.shape}, expected the "
            "same shape and at least one number; give one target for each decision"
        )
    return float(np.atleast_2d(decisions == targets).all(axis=-1).mean())


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
    decided, true = _one_hot(decisions, "decisions"), _one_hot(targets, "targets")
    if decided.shape != true.shape:
        raise ValueError(
            f"decisions have shape {decided.shape} and targets {true.shape}, "
            "expected the same shape; give one target for each decision"
        )
    return (true.T @ decided).astype(int)


def _one_hot(rows, what):
    rows = as_numbers(rows, what)
    if rows.ndim != 2 or not (((rows == 0) | (rows == 1)).all() and (rows.sum(axis=1) == 1).all()):
        raise ValueError(
            f"{what} are not one-hot, expected rows with a single 1 and else 0; "
            "turn outputs into decisions with most_likely first"
        )
    return rows
