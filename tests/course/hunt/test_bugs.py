"""The bugs of notebook 07 against numerical gradients: what each breaks, and what it leaves."""

import numpy as np
import pytest

from toynn import Network, forward, numerical_gradient
from toynn_course.hunt.bugs import BUGS

X = np.array([[0.5, -1.0], [1.5, 0.25], [-0.75, 0.5], [-1.25, -1.5]])
Y = np.array([[0.0, 1.0], [1.0, 0.0], [0.3, 0.9], [1.0, 1.0]])
NETWORK = Network.random((2, 3, 2), activation="sigmoid", weights=(-1, 1), biases=(-1, 1), rng=7)
SQUARE = Network.random((2, 2, 2), activation="sigmoid", weights=(-1, 1), biases=(-1, 1), rng=7)

FINGERPRINTS = {
    # By bug: W1, b1, W2, b2; a number is what the right ones are multiplied by
    "none": (1, 1, 1, 1),
    "sign": (-1, -1, -1, -1),
    "twice": (2, 2, 2, 2),
    "sum, not mean": (4, 4, 4, 4),
    "no slope at the output": ("wrong", "wrong", "wrong", "wrong"),
    "no slope at hidden nodes": ("wrong", "wrong", 1, 1),
    "one path": ("wrong", "wrong", 1, 1),
    "slope at a": ("wrong", "wrong", "wrong", "wrong"),
    "z for a": ("wrong", "wrong", "wrong", "wrong"),
    "the article's index": ("wrong", 1, "wrong", 1),
    "bias minus": (1, -1, 1, -1),
}


def arrays(gradients):
    return [array for gradient in gradients for array in gradient[:2]]


def fingerprint(bug, network):
    """How each array of a bug's gradient compares with the numerical one."""
    found = arrays(BUGS[bug](network, forward(network, X), Y))
    return [compared(*pair) for pair in zip(found, arrays(right(network)), strict=True)]


def right(network):
    return numerical_gradient(network, X, Y, "quadratic")


def compared(wrong, right):
    ratios = wrong / right
    return round(ratios.flat[0]) if np.ptp(ratios) < 1e-6 else "wrong"


@pytest.mark.parametrize("bug", FINGERPRINTS)
def test_the_fingerprint_of(bug):
    assert fingerprint(bug, NETWORK) == list(FINGERPRINTS[bug])


def test_the_layers_own_activations_show_where_the_layer_before_is_as_wide():
    assert fingerprint("own layer", SQUARE) == ["wrong", 1, "wrong", 1]
    assert set(BUGS) == {*FINGERPRINTS, "own layer"}


def test_no_two_bugs_give_the_same_arrays():
    found = {name: np.concatenate([a.ravel() for a in arrays(bug(SQUARE, forward(SQUARE, X), Y))])
             for name, bug in BUGS.items()}  # fmt: skip
    for name, numbers in found.items():
        for other, theirs in found.items():
            assert name == other or not np.allclose(numbers, theirs)
