"""The numbers in the text of notebook 04."""

import math

import pytest

from tests.course.explorers.test_saturated import LITTLE, STARTS, VERY, outputs
from tests.notebooks.prose import said, text, unchecked
from toynn import sigmoid
from toynn.datasets import iris
from toynn_course.exercises import PREDICTIONS

NOTEBOOK = "04_how_wrong.ipynb"


def first_below_half(start, cost="quadratic"):
    return next(n for n, a in enumerate(outputs(*STARTS[start], cost)) if a < 0.5)


CLAIMS = [
    ("a learning rate that suits 100 samples suits 1000", tuple),
    (
        '"average accuracy %.2f%%"',  # 8 epochs at 0, then 23 at 50%, the others at 100%
        lambda: (8 * 0 + 23 * 50 + 969 * 100) / 1000,
    ),
    ("Half of it costs %.2f", lambda: -math.log(0.5)),
    ("%.2f after 50 epochs", lambda: outputs(2, 2, "quadratic")[50]),
    ("%.2f after 150, and below", lambda: outputs(2, 2, "quadratic")[150]),
    ("below 0.5 for the first time in epoch %d", lambda: first_below_half(VERY)),
    (
        "In epoch %d in place of %d",
        lambda: (first_below_half(VERY, "cross-entropy"), first_below_half(VERY)),
    ),
    ("the cost is %d times as large", lambda: len(iris())),
]

# The explanation of a prediction stands in the data of its exercise.
EXPLAINED = [
    (
        "It takes %d epochs from there, and %d from 0.98",
        lambda: (first_below_half(LITTLE), first_below_half(VERY)),
    ),
    ("At z = 4 the slope is %.3f", lambda: sigmoid.derivative(4.0)),
    ("at z = 1.5 it is %.3f", lambda: sigmoid.derivative(1.5)),
]


@pytest.mark.parametrize(("words", "recompute"), CLAIMS)
def test_the_text_says_what_comes_out(words, recompute):
    assert said(words, recompute()) in text(NOTEBOOK)


@pytest.mark.parametrize(("words", "recompute"), EXPLAINED)
def test_the_explanation_of_a_prediction_says_what_comes_out(words, recompute):
    whys = " ".join(option.why for option in PREDICTIONS["04.slow"].options)
    assert said(words, recompute()) in whys


def test_no_number_stands_in_the_text_unchecked():
    tasks = "0.9, 0.8, 0.4 0.6 2.0 0.03 0.5"  # what an exercise or a suggestion sets
    assert unchecked(NOTEBOOK, CLAIMS, given=f"1936 1000 {tasks}") == []
