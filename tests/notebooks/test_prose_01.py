"""The figures of notebook 01, and the numbers that its exercise asks for."""

from functools import cache

import pytest

from tests.notebooks.prose import Claim, claim_tests
from toynn import Network, quadratic, tanh, train, train_many
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
    """How many of the 500 points are classified correctly."""
    data = circle(rng=0)
    return int(((epoch.network(data.X) >= 0) == (data.Y > 0)).sum())


def cost_of(answer, target=1.0):
    """Half the squared difference of one answer."""
    return (answer - target) ** 2 / 2


@cache
def hundred():
    """The accuracies of the hundred networks on the squares, from the worst to the best."""
    starts = [Network.random((2, 4, 2, 1), activation=tanh, rng=seed) for seed in range(100)]
    common = {"epochs": 100, "learning_rate": 0.03, "batch_size": 10}
    *_, last = train_many(starts, xor(rng=0), **common, rngs=range(100))
    return sorted(epoch.accuracy for epoch in last)


def n_good():
    """How many of them end with 99% or more."""
    return sum(share >= 0.99 for share in hundred())


def three_points():
    """The answers to the points that are in no data set."""
    return run(circle)[-1].network([[0.5, -0.5], [1.0, 1.0], [-4.5, 2.0]])[:, 0]


@cache
def read_digits():
    """Test images misread, of how many; numbers that moved, and did not; pixels always white."""
    training, test = digits().split(rng=0)
    start = Network.random((64, 30, 10), rng=0)
    *_, last = train(start, training, epochs=30, learning_rate=3.0, batch_size=10, rng=0)
    wrong = last.network(test.X).argmax(axis=1) != test.Y.argmax(axis=1)
    moved = sum(
        int((old.weights != new.weights).sum() + (old.biases != new.biases).sum())
        for old, new in zip(start.layers, last.network.layers, strict=True)
    )
    white = int((training.X == 0).all(axis=0).sum())
    assert start.n_parameters - moved == 30 * white
    return int(wrong.sum()), len(test), moved, start.n_parameters - moved, white


CLAIMS = [
    Claim("circle-data", "500", lambda: len(circle(rng=0))),
    Claim("parameters-counted", "8 8 2 4 2 1", lambda: (2 * 4, 4 * 2, 2 * 1, 4, 2, 1)),
    Claim("parameters-counted", "25", lambda: 2 * 4 + 4 * 2 + 2 * 1 + 4 + 2 + 1),
    Claim("cost-of-always-0", "0.5", lambda: quadratic([[0.0], [0.0]], [[1.0], [-1.0]])),
    Claim("first-epoch", "301 300", lambda: (len(run(circle)), len(run(circle)) - 1)),
    Claim("read-it-off", "100"),  # an epoch to look at
    Claim("four-words-here", "25", lambda: run(circle)[0].network.n_parameters),
    Claim("the-model-25-numbers-6", "0.509", "the-model-25-numbers-5"),
    Claim("explain-it-1", "0.99 0.98 -0.97", lambda: tuple(three_points())),
    Claim("first-digits", "1797 64", lambda: (len(digits()), digits().n_inputs)),
    Claim("a-peek-at-real-4", "33 2170 90 three", lambda: (read_digits()[0], *read_digits()[2:])),
    Claim("kinds-of-learning", "300 500", lambda: (len(run(circle)) - 1, len(circle(rng=0)))),
    Claim("01.watch", "50", lambda: len(list(circle(rng=0).batches(10)))),
    Claim("01.watch", "291 265", lambda: (n_right(run(circle)[1]), n_right(run(circle)[0]))),
    Claim("01.watch", "26", lambda: n_right(run(circle)[1]) - n_right(run(circle)[0])),
    Claim("01.still", "61", lambda: next(e.number for e in run(circle) if e.accuracy == 1)),
    Claim("01.still", "0.097 0.004", lambda: (run(circle)[61].cost, run(circle)[300].cost)),
    Claim("01.still", "0.405 0.005", lambda: (cost_of(0.1), cost_of(0.9))),
    Claim("01.changes", "265", lambda: n_right(run(circle)[0])),
    Claim("01.changes", "1500", lambda: circle(rng=0).X.size + circle(rng=0).Y.size),
    Claim("01.hundred", "78 22", lambda: (n_good(), 100 - n_good())),
    Claim("01.hundred", "78", n_good),
    Claim("01.digits", "899 898", lambda: tuple(map(len, digits().split(rng=0)))),
    Claim("01.digits", "30"),  # epochs, as in the cell below
    Claim("01.digits", "33 865", lambda: (read_digits()[0], read_digits()[1] - read_digits()[0])),
    Claim("01.digits", "nine ten", lambda: (10 - 1, 10)),  # digits that a guess gets wrong, of ten
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


def test_every_point_is_classified_correctly_long_before_the_cost_stops_falling():
    epochs = run(circle)
    first = next(epoch.number for epoch in epochs if epoch.accuracy == 1)
    assert first < 100
    assert epochs[300].cost < epochs[first].cost / 10


def test_a_network_with_random_weights_gets_about_half_of_the_points_right():
    data = circle(rng=0)
    starts = [Network.random((2, 4, 2, 1), activation=tanh, rng=seed) for seed in range(100)]
    shares = [float(((start(data.X) >= 0) == (data.Y > 0)).mean()) for start in starts]
    assert min(shares) > 0.4
    assert max(shares) < 0.6


def test_the_four_worst_of_the_hundred_get_about_a_fifth_wrong():
    assert 0.15 < 1 - hundred()[3] <= 1 - hundred()[0] < 0.25
    assert hundred()[4] > 0.9


def test_every_one_of_the_25_numbers_moved_and_every_bias_began_at_0():
    first, last = run(circle)[0].network, run(circle)[-1].network
    for old, new in zip(first.layers, last.layers, strict=True):
        assert not old.biases.any()
        assert (old.weights != new.weights).all()
        assert (old.biases != new.biases).all()


def test_the_same_network_learns_the_squares_as_well():
    assert run(xor)[-1].accuracy == 1
