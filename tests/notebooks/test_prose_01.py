"""The figures of notebook 01, and the numbers that its exercise asks for."""

from functools import cache

import pytest

from tests.notebooks.prose import Claim, claim_tests
from toynn import Network, quadratic, tanh, train
from toynn.datasets import circle, digits, xor
from toynn_course.exercises import EXERCISES

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
    Claim("circle-data", "500", lambda: len(circle(rng=0))),
    Claim("parameters-counted", "8 8 2 4 2 1", lambda: (2 * 4, 4 * 2, 2 * 1, 4, 2, 1)),
    Claim("parameters-counted", "25", lambda: 2 * 4 + 4 * 2 + 2 * 1 + 4 + 2 + 1),
    Claim("cost-of-always-0", "0.5", lambda: quadratic([[0.0], [0.0]], [[1.0], [-1.0]])),
    Claim("first-epoch", "301", lambda: len(run(circle))),
    Claim("read-it-off", "100"),  # an epoch to look at
    Claim("four-words-here", "25 25", lambda: (run(circle)[0].network.n_parameters,) * 2),
    Claim("four-words-here", "1500", lambda: circle(rng=0).X.size + circle(rng=0).Y.size),
    Claim("first-digits", "1797 64", lambda: (len(digits()), digits().n_inputs)),
    Claim(
        "article-kinds-of-learning",
        "300 500",
        lambda: (len(run(circle)) - 1, len(circle(rng=0))),
    ),
    Claim("01.watch", "50", lambda: len(list(circle(rng=0).batches(10)))),
    Claim("01.watch", "291 265", lambda: (n_right(run(circle)[1]), n_right(run(circle)[0]))),
    Claim("01.changes", "265", lambda: n_right(run(circle)[0])),
]

test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests(NOTEBOOK, CLAIMS)


def test_the_three_numbers_to_read_off_are_those_of_the_run():
    answer = EXERCISES["01.three"].reference
    epochs = run(circle)
    assert answer["right_at_0"] == n_right(epochs[0])
    assert answer["right_at_10"] == n_right(epochs[10])
    assert answer["cost_at_100"] == pytest.approx(epochs[100].cost, abs=5e-4)


def test_the_mistakes_of_reading_off_are_those_of_other_epochs_and_the_other_data():
    named = {mistake.name: mistake.answers for mistake in EXERCISES["01.three"].mistakes}
    epochs = run(circle)
    counts = [n_right(epoch) for epoch in epochs]
    costs = [round(epoch.cost, 3) for epoch in epochs]
    for answer in named["another epoch"]:
        ((name, value),) = answer.items()
        assert value in (costs if name == "cost_at_100" else counts)
    assert {"cost_at_100": round(run(xor)[100].cost, 3)} in named["the numbers of the squares"]


def test_every_point_is_on_its_own_side_long_before_the_cost_stops_falling():
    epochs = run(circle)
    first = next(epoch.number for epoch in epochs if epoch.accuracy == 1)
    assert first < 100
    assert epochs[300].cost < epochs[first].cost / 10
