"""The numbers in the text of notebook 01, and those that its exercise asks for."""

from functools import cache

import pytest

from tests.notebooks.prose import said, text, unchecked
from toynn import Network, quadratic, tanh, train
from toynn.datasets import circle, digits, xor
from toynn_course.exercises import EXERCISES, PREDICTIONS

NOTEBOOK = "01_a_network_learns.ipynb"


@cache
def run(cloud):
    """The epochs that the notebook trains."""
    start = Network.random((2, 4, 2, 1), activation=tanh, rng=3)
    data = cloud(rng=0)
    return list(train(start, data, epochs=300, learning_rate=0.01, batch_size=10, rng=0))


def n_right(epoch):
    """How many of the 500 points are on their own side."""
    data = circle(rng=0)
    return int(((epoch.network(data.X) >= 0) == (data.Y > 0)).sum())


CLAIMS = [
    ("Here are %d points", lambda: len(circle(rng=0))),
    ("%d weights lead into the first layer", lambda: 2 * 4),
    ("that makes %d numbers", lambda: 2 * 4 + 4 * 2 + 2 * 1 + 4 + 2 + 1),
    ("a cost of exactly %.1f", lambda: quadratic([[0.0], [0.0]], [[1.0], [-1.0]])),
    ("That is %d epochs", lambda: len(run(circle))),
    ("it holds 25 numbers, and the data %d", lambda: circle(rng=0).X.size + circle(rng=0).Y.size),
    ("%d handwritten digits", lambda: len(digits())),
    ("The inputs are %d numbers instead of two", lambda: digits().n_inputs),
    ("has gone %d times through %d points", lambda: (len(run(circle)) - 1, len(circle(rng=0)))),
]


@pytest.mark.parametrize(("words", "recompute"), CLAIMS)
def test_the_text_says_what_comes_out(words, recompute):
    assert said(words, recompute()) in text(NOTEBOOK)


def test_no_number_stands_in_the_text_unchecked():
    assert unchecked(NOTEBOOK, CLAIMS, given="100") == []  # an epoch to look at


def test_the_three_numbers_to_read_off_are_those_of_the_run():
    answer = EXERCISES["01.three"].solution
    epochs = run(circle)
    assert answer["right_at_0"] == n_right(epochs[0])
    assert answer["right_at_10"] == n_right(epochs[10])
    assert answer["cost_at_100"] == pytest.approx(epochs[100].cost, abs=5e-4)


def test_the_mistakes_of_reading_off_are_those_of_other_epochs_and_the_other_data():
    named = {mistake.name: mistake for mistake in EXERCISES["01.three"].mistakes}
    epochs = run(circle)
    assert named["the epoch before"].ways == (
        {"right_at_0": n_right(epochs[1])},
        {"right_at_10": n_right(epochs[9])},
    )
    other = named["the other data"].wrong["cost_at_100"]
    assert other == pytest.approx(run(xor)[100].cost, abs=5e-4)


def test_the_question_counts_the_steps_of_an_epoch():
    assert "in 50 small steps" in PREDICTIONS["01.watch"].question
    assert len(list(circle(rng=0).batches(10))) == 50


def test_every_point_is_on_its_own_side_long_before_the_cost_stops_falling():
    epochs = run(circle)
    first = next(epoch.number for epoch in epochs if epoch.accuracy == 1)
    assert first < 100
    assert epochs[300].cost < epochs[first].cost / 10
