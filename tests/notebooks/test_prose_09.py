"""The numbers in the text of notebook 09, and what its exercises say of their tasks."""

import numpy as np
import pytest

from tests.notebooks.prose import said, text, unchecked
from toynn_course.exercises import EXERCISES
from toynn_course.exercises.challenges import CARDS
from toynn_course.exercises.nb09 import n_numbers, tried
from toynn_course.playground import Session, Settings
from toynn_course.playground.experiments import SOLVED

NOTEBOOK = "09_playground.ipynb"
PIXELS = ("X1", "X2", "X1^2", "X2^2", "X1X2", "sin(X1)", "sin(X2)")


def session(**settings):
    return Session(Settings(**settings))


def wrong_labels():
    points = session(noise=50).points
    return np.mean((np.hypot(*points.places.T) < 2.5) != points.targets)


def opening():
    network = session().network
    return network.sizes[0], *network.sizes[1:-1], network.n_parameters


CLAIMS = [
    ("Two inputs, layers of 4 and 2, one output; %d weights and biases", lambda: opening()[-1]),
    ("Half of the %d points", lambda: len(session().points)),
    ("once its test loss is below %.2f", lambda: SOLVED),
    ("the same %d epochs", lambda: CARDS[7].setups[0].epochs),
    ("below a test loss of 0.02 within 200 epochs", tuple),  # of the exercise; see below
    ("below a test loss of 0.05 within 200 epochs", tuple),
    ("only %d points are there to train with", lambda: len(session(ratio=10).training)),
    ("answers 0 everywhere has a loss of %.1f", lambda: (0 - 1) ** 2 / 2),
    ("each 2.3 from the middle", tuple),
]


@pytest.mark.parametrize(("words", "recompute"), CLAIMS)
def test_the_text_says_what_comes_out(words, recompute):
    assert said(words, recompute()) in text(NOTEBOOK)


def test_no_number_stands_in_the_text_unchecked():
    assert unchecked(NOTEBOOK, CLAIMS, given="2017") == []


def test_about_a_quarter_of_the_labels_is_wrong():
    assert wrong_labels() == pytest.approx(0.25, abs=0.04)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("09.circle", "below a test loss of 0.02 within 200 epochs"),
        ("09.xor", "below a test loss of 0.02 within 200 epochs"),
        ("09.spiral", "12 hidden neurons at most"),
        ("09.fewest", "The opening network has 25"),
    ],
)
def test_the_task_is_told_in_the_notebook_and_in_the_check_alike(name, words):
    assert words.split(". ")[0] in EXERCISES[name].task


def test_the_numbers_of_a_network_are_counted_as_toynn_counts_them():
    for features, hidden in [(("X1",), ()), (("X1", "X2"), (4, 2)), (PIXELS, (8, 8, 8))]:
        network = session(features=features, hidden=hidden).network
        assert n_numbers(len(features), hidden) == network.n_parameters
    assert (n_numbers(2, (4, 2)), n_numbers(2, (4,)), n_numbers(2, ())) == (25, 17, 3)


def test_what_is_right_is_right_on_all_five_seeds():
    for name in ("09.circle", "09.xor", "09.spiral", "09.fewest"):
        exercise = EXERCISES[name]
        assert exercise.put_to_use(exercise.solution)["seeds that are solved"] == 5


def test_with_all_seven_features_the_spiral_is_solved_on_four_seeds_of_five():
    assert "four of the five seeds" in EXERCISES["09.spiral"].question
    found = tried(0.05, 12, dataset="spiral", learning_rate=0.1, features=PIXELS, hidden=(6, 6))
    assert found["seeds that are solved"] == 4


def test_a_number_for_the_layers_is_one_layer():
    circle = EXERCISES["09.circle"]
    assert circle.put_to_use(4) == circle.put_to_use((4,)) == circle.put_to_use([4])
