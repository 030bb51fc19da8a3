"""The figures of notebook 09, and what its exercises say of their tasks."""

import inspect
from collections import defaultdict
from unittest import mock

import numpy as np
import pytest
from toynn_course.exercises.nb09.old import SEEDS, n_numbers, tried

from tests.notebooks.prose import Claim, claim_tests
from toynn_course.exercises import EXERCISES
from toynn_course.exercises.nb09 import old as nb09
from toynn_course.playground import Session, Settings
from toynn_course.playground.experiments import SOLVED

NOTEBOOK = "09_playground.ipynb"
ALL = ("X1", "X2", "X1^2", "X2^2", "X1X2", "sin(X1)", "sin(X2)")


def session(**settings):
    return Session(Settings(**settings))


def wrong_labels():
    points = session(noise=50).points
    return np.mean((np.hypot(*points.places.T) < 2.5) != points.targets)


def opening():
    network = session().network
    return network.sizes[0], *network.sizes[1:-1], network.n_parameters


def limits(name):
    """The test loss to get below, the most neurons, and the epochs, as an exercise checks them."""
    exercise = EXERCISES[name]
    with mock.patch.object(nb09, "tried", return_value=defaultdict(int)) as checked:
        exercise.put_to_use(exercise.solution)
    call = inspect.signature(tried).bind(*checked.call_args.args, **checked.call_args.kwargs)
    call.apply_defaults()
    return tuple(call.arguments[name] for name in ("limit", "most", "epochs"))


def solved_with_all_features():
    settings = {"dataset": "spiral", "learning_rate": 0.1, "features": ALL, "hidden": (6, 6)}
    return tried(0.05, 12, **settings)["seeds that are solved"]


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
    Claim("09.circle", "0.02 200", lambda: limits("09.circle")[::2]),
    Claim("09.xor", "0.02 200", lambda: limits("09.xor")[::2]),
    Claim("09.spiral", "0.05 12 200", lambda: limits("09.spiral")),
    Claim("09.spiral", "four five", lambda: (solved_with_all_features(), len(SEEDS))),
    Claim("09.fewest", "0.02 200", lambda: limits("09.fewest")[::2]),
    Claim("09.fewest", "25", lambda: opening()[-1]),
]

test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests(NOTEBOOK, CLAIMS)


def test_about_a_quarter_of_the_labels_is_wrong():
    assert wrong_labels() == pytest.approx(0.25, abs=0.04)


def test_the_numbers_of_a_network_are_counted_as_toynn_counts_them():
    for features, hidden in [(("X1",), ()), (("X1", "X2"), (4, 2)), (ALL, (8, 8, 8))]:
        network = session(features=features, hidden=hidden).network
        assert n_numbers(len(features), hidden) == network.n_parameters
    assert (n_numbers(2, (4, 2)), n_numbers(2, (4,)), n_numbers(2, ())) == (25, 17, 3)


def test_what_is_right_is_right_on_all_five_seeds():
    for name in ("09.circle", "09.xor", "09.spiral", "09.fewest"):
        exercise = EXERCISES[name]
        assert exercise.put_to_use(exercise.solution)["seeds that are solved"] == 5


def test_a_number_for_the_layers_is_one_layer():
    circle = EXERCISES["09.circle"]
    assert circle.put_to_use(4) == circle.put_to_use((4,)) == circle.put_to_use([4])
