"""Metrics against loops in plain Python and against scikit-learn."""

import numpy as np
import pytest
from hypothesis import given, strategies
from sklearn import metrics as theirs

from tests.toynn.cases import seeds
from toynn import (
    Activation,
    accuracy,
    confusion_matrix,
    identity,
    most_likely,
    relu,
    sigmoid,
    softmax,
    softplus,
    step,
    tanh,
    threshold,
)
from toynn.metrics import usual_decision

classes = strategies.lists(strategies.tuples(*[strategies.integers(0, 3)] * 2), min_size=1)


def test_a_half_goes_up():
    assert threshold([0.5, np.nextafter(0.5, 0), 1.0, 0.0]).tolist() == [1.0, 0.0, 1.0, 0.0]
    assert np.round(0.5) == 0  # what rounding would have made of it


def test_the_threshold_and_both_answers_can_be_chosen():
    assert threshold([-0.1, 0.0, 0.1], at=0, low=-1, high=1).tolist() == [-1, 1, 1]


def test_the_most_likely_answer_is_the_first_of_the_largest():
    found = most_likely([[0.1, 0.7, 0.2], [0.4, 0.2, 0.4], [-3.0, -2.0, -1.0]])
    assert found.tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 1]]
    assert most_likely([0.1, 0.9]).tolist() == [0, 1]


@given(classes)
def test_accuracy_is_that_of_scikit_learn(pairs):
    decided, true = zip(*pairs, strict=True)
    found = accuracy(np.eye(4)[list(decided)], np.eye(4)[list(true)])
    assert found == pytest.approx(theirs.accuracy_score(true, decided))
    assert type(found) is float


def test_a_sample_is_right_only_when_all_its_outputs_are():
    assert accuracy([[0, 1], [1, 1], [0, 0]], [[0, 1], [0, 1], [1, 1]]) == pytest.approx(1 / 3)


@given(classes)
def test_the_confusion_matrix_is_that_of_scikit_learn(pairs):
    decided, true = zip(*pairs, strict=True)
    found = confusion_matrix(np.eye(4)[list(decided)], np.eye(4)[list(true)])
    assert np.array_equal(found, theirs.confusion_matrix(true, decided, labels=range(4)))
    assert found.dtype.kind == "i"


def test_row_i_column_j_counts_what_is_i_and_was_taken_for_j():
    # one sample, of class 0, taken for class 1
    assert confusion_matrix([[0, 1]], [[1, 0]]).tolist() == [[0, 1], [0, 0]]


@given(seeds)
def test_the_diagonal_of_the_confusion_matrix_is_the_accuracy(seed):
    rng = np.random.default_rng(seed)
    decided, true = np.eye(3)[rng.integers(0, 3, (2, 20))]
    right = np.trace(confusion_matrix(decided, true)) / 20
    assert accuracy(decided, true) == pytest.approx(right)


@pytest.mark.parametrize(
    ("activation", "outputs", "decided"),
    [
        (sigmoid, [[0.2, 0.5]], [[0, 1]]),
        (step, [[0.0, 1.0]], [[0, 1]]),
        (tanh, [[-0.1, 0.0]], [[-1, 1]]),
        (softmax, [[0.2, 0.3, 0.1]], [[0, 1, 0]]),
        (Activation("percent", lambda z: 50 + 0 * z, range=(0, 100)), [[49.0, 50.0]], [[0, 100]]),
    ],
)
def test_outputs_are_usually_decided_in_the_middle_of_their_range(activation, outputs, decided):
    assert usual_decision(activation)(outputs).tolist() == decided


@pytest.mark.parametrize("activation", [identity, relu, softplus], ids=repr)
def test_outputs_without_bounds_have_no_usual_decision(activation):
    assert usual_decision(activation) is None


@pytest.mark.parametrize(
    ("activation", "targets", "outputs", "decided"),
    [
        (tanh, [[0.0], [1.0]], [0.49, 0.5, -0.9], [0, 1, 0]),  # in the middle between 0 and 1
        (relu, [[0.0], [1.0]], [0.2, 3.0, 0.6], [0, 1, 1]),
        (sigmoid, [[-1.0], [1.0]], [0.1, 0.9, 0.0], [1, 1, 1]),  # a sigmoid is never below 0
    ],
)
def test_two_different_targets_are_what_is_usually_decided_between(
    activation, targets, outputs, decided
):
    decide = usual_decision(activation, np.array(targets))
    low, high = np.unique(targets)
    assert decide(outputs).tolist() == [high if up else low for up in decided]


def test_many_different_targets_leave_the_decision_to_the_range():
    many = np.array([[0.1], [0.2], [0.7]])
    assert usual_decision(identity, many) is None
    assert usual_decision(tanh, many)([0.0, -0.1]).tolist() == [1, -1]
