"""The figures of notebook 09, and what its exercises say of their tasks."""

from itertools import combinations
from unittest import mock

import numpy as np
import pytest

from tests.notebooks.prose import Claim, claim_tests
from toynn_course.exercises import EXERCISES
from toynn_course.exercises.engine.verdict import judge
from toynn_course.exercises.nb09 import spiral, trials
from toynn_course.exercises.nb09.trials import SEEDS, n_numbers, tried
from toynn_course.playground import Session, Settings
from toynn_course.playground.experiments import SOLVED
from toynn_course.playground.settings import FEATURES

NOTEBOOK = "09_playground.ipynb"


def session(**settings):
    return Session(Settings(**settings))


def wrong_labels():
    points = session(noise=50).points
    return np.mean((np.hypot(*points.places.T) < 2.5) != points.targets)


def opening():
    network = session().network
    return network.sizes[0], *network.sizes[1:-1], network.n_parameters


def limits(name):
    """The test loss to get below, and the epochs, as an exercise checks them."""
    exercise = EXERCISES[name]
    with mock.patch.object(trials, "_runs", return_value=[]) as runs:
        exercise.put_to_use(exercise.reference)
    return runs.call_args.args[1], trials.EPOCHS


def solved_with_all_features():
    return tried(0.05, dataset="spiral", features=FEATURES, hidden=(6, 6)).solved


CLAIMS = [
    Claim("opening-network", "4 2", lambda: opening()[1:3]),
    Claim("opening-network", "25 500", lambda: (opening()[-1], len(session().points))),
    Claim("solved", "0.02", lambda: SOLVED),
    Claim("playground", "2017"),
    Claim("features-or-depth", "8 8 300", "spiral-maps"),
    Claim("circle-exercise", "0.02 200", "09.circle"),
    Claim("spiral-exercise", "12 0.05 200", "09.spiral"),
    Claim("noisy-labels", "50", lambda: len(session(ratio=10).training)),
    Claim("overfitting", "0.5", lambda: (0 - 1) ** 2 / 2),
    Claim("network-by-hand", "2.3", "network-by-hand-code"),
    # the exercises
    Claim("09.circle", "0.02 200", lambda: limits("09.circle")),
    Claim("09.xor", "0.02 200", lambda: limits("09.xor")),
    Claim("09.spiral", "0.05 200 12", lambda: (*limits("09.spiral"), spiral.MOST)),
    Claim("09.spiral", "0.5 2.64", lambda: (0.5, np.pi - 0.5)),
    Claim("09.spiral", "0.48", lambda: np.sin(0.5)),
    Claim("09.spiral", "four five", lambda: (solved_with_all_features(), len(SEEDS))),
    Claim("09.fewest", "0.02 200", lambda: limits("09.fewest")),
    Claim("09.fewest", "25 17", lambda: (opening()[-1], n_numbers(2, (4,)))),
]

test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests(NOTEBOOK, CLAIMS)


def test_about_a_quarter_of_the_labels_is_wrong():
    assert wrong_labels() == pytest.approx(0.25, abs=0.04)


def test_the_numbers_of_a_network_are_counted_as_toynn_counts_them():
    for features, hidden in [(("X1",), ()), (("X1", "X2"), (4, 2)), (FEATURES, (8, 8, 8))]:
        network = session(features=features, hidden=hidden).network
        assert n_numbers(len(features), hidden) == network.n_parameters
    assert (n_numbers(2, (4, 2)), n_numbers(2, (4,)), n_numbers(2, ())) == (25, 17, 3)


def test_what_is_right_is_right_on_all_five_seeds():
    for name in ("09.circle", "09.xor", "09.spiral", "09.fewest"):
        exercise = EXERCISES[name]
        assert exercise.put_to_use(exercise.reference).solved == 5


def test_no_smaller_network_is_solved_for_the_circle_and_none_as_small_for_xor():
    for hidden in [(1,), (2,), (3,), (1, 3), (3, 1), (2, 2), (1, 2), (2, 1)]:
        assert tried(0.02, hidden=hidden).solved < 5
    for name, hidden in [("relu", (4,)), ("relu", (4, 1)), ("relu", (3, 2)), ("tanh", (5,))]:
        assert tried(0.02, dataset="xor", activation=name, hidden=hidden).solved < 5


def test_three_numbers_solve_the_circle_with_the_squares_alone():
    pairs = [*combinations(FEATURES, 1), *combinations(FEATURES, 2)]
    found = [pair for pair in pairs if tried(0.02, features=pair, hidden=()).solved == 5]
    assert found == [("X1^2", "X2^2")]


def test_the_first_word_on_a_wrong_answer_does_not_wait_for_the_training():
    said = []
    judge(EXERCISES["09.circle"], (2,), announce=said.append)
    judge(EXERCISES["09.circle"], ("two",), announce=said.append)
    assert said == [trials.PROGRESS]  # and a wrong form is told without any training
