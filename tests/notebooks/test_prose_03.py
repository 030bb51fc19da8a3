"""The figures of notebook 03."""

import itertools
from functools import cache

import numpy as np

from tests.notebooks.prose import Claim, claim_tests
from toynn import Network, Node, identity, tanh, train_many
from toynn.datasets import gate, xor

NOTEBOOK = "03_from_neuron_to_network.ipynb"
SIZES = (2, 6, 6, 6, 1)
RATES = (0.003, 0.01, 0.03, 0.1)


def n_numbers(*sizes):
    """Weights and biases, counted link by link and node by node."""
    links = sum(a * b for a, b in itertools.pairwise(sizes))
    return links + sum(sizes[1:])


def lamp(first=([20, 20], -10), second=([-20, -20], 30), third=([20, 20], -30)):
    """What the third neuron makes of the four settings of the switches."""
    hidden = [Node(*first), Node(*second)]
    return [round(Node(*third)([node(x) for node in hidden])) for x in gate("xor").X]


@cache
def shares(activation):
    """For each rate, the share of points that each of ten networks classifies correctly."""
    starts = [
        Network.random(
            SIZES, activation=activation, output_activation="tanh", weights=(-1, 1), rng=seed
        )
        for seed in range(10)
    ]
    found = {}
    for rate in RATES:
        how = {"epochs": 100, "learning_rate": rate, "batch_size": 10, "rngs": range(10)}
        *_, last = train_many(starts, xor(200, rng=0), **how)
        found[rate] = [epoch.accuracy for epoch in last]
    return found


def best_rate(activation):
    """The rate at which the networks are best on average."""
    means = {rate: np.mean(found) for rate, found in shares(activation).items()}
    return max(means, key=means.get)


@cache
def right_of_the_best_line():
    """How many of the 200 points any straight line gets right.

    A best line can be turned until it touches two points, so lines through all pairs are enough,
    each with every point on the line counted on the side that suits it.
    """
    data = xor(200, rng=0)
    most = 0
    for start, end in itertools.combinations(range(len(data)), 2):
        along = data.X[end] - data.X[start]
        side = (data.X - data.X[start]) @ [-along[1], along[0]]
        side[[start, end]] = 0
        off = np.abs(side) > 1e-9
        agree = int((np.sign(side[off]) == data.Y[off, 0]).sum())
        most = max(most, max(agree, int(off.sum()) - agree) + int((~off).sum()))
    return most


def largest_gap(n):
    """How far n bumps, between kilometre 0 and 20, miss the hike."""
    km = [0, 3, 5, 6, 8, 10, 12, 14, 16, 20]
    metres = [600, 700, 1300, 1250, 1900, 1600, 2400, 1500, 1400, 600]
    middles, walk = np.linspace(0, 20, n), np.linspace(0, 20, 2001)
    half = (middles[1] - middles[0]) / 2
    up, down = (np.tanh(2.5 / half * (walk[:, None] - middles + s * half)) for s in (1, -1))
    bumps = (up - down) / 2 * np.interp(middles, km, metres)
    return float(np.abs(bumps.sum(axis=1) - np.interp(walk, km, metres)).max())


CLAIMS = [
    Claim("03-from-neuron-to-1", "three", lambda: 4 - 1),  # of four rows: notebook 02
    Claim("03-from-neuron-to-1", "four", lambda: len(gate("xor"))),
    Claim("two-cuts-and-a-3", "0 1 1 0", lambda: tuple(lamp())),
    Claim("two-cuts-and-a-3", "80"),  # minutes, an estimate
    Claim("the-idea-of-a-network", "20 -10", "two-cuts-and-a-2"),
    Claim("sizes-and-how-many-1", "two two one", lambda: (2, 2, 1)),
    Claim("counting-parameters", "six", lambda: n_numbers(2, 2)),
    Claim("counting-parameters", "10 | 5 | 15", lambda: (5 * 2, 5, 5 * 2 + 5)),
    Claim("counting-parameters", "10 | 2 | 12", lambda: (2 * 5, 2, 2 * 5 + 2)),
    Claim("counting-parameters", "20 | 7 | 27", lambda: (5 * 2 + 2 * 5, 5 + 2, n_numbers(2, 5, 2))),
    Claim("article-parameters", "33", lambda: n_numbers(2, 2, 5, 2)),  # its inputs are nodes
    Claim("article-parameters", "27", lambda: n_numbers(2, 5, 2)),
    Claim("03.trap", "nine", lambda: (np.ones((3, 1)) - np.ones(3)).size),
    Claim("exercise-a-whole-network-6", "27", lambda: n_numbers(2, 5, 2)),
    Claim("linear-layers-collapse", "109", lambda: n_numbers(*SIZES)),
    Claim("linear-layers-collapse", "three", lambda: n_numbers(2, 1)),
    Claim("linear-layers-collapse", "100", "train-both"),
    Claim("linear-layers-collapse", "four ten four", lambda: (len(SIZES) - 1, 10, len(RATES))),
    Claim(
        "train-both-meaning",
        "0.01 71.0%",
        lambda: (best_rate(identity), np.mean(shares(identity)[best_rate(identity)])),
    ),
    Claim(
        "train-both-meaning",
        "three four",
        lambda: (sum(min(found) == 1 for found in shares(tanh).values()), len(RATES)),
    ),
    Claim(
        "train-both-meaning",
        "149 74.5%",
        lambda: (right_of_the_best_line(), right_of_the_best_line() / 200),
    ),
    Claim("what-can-it-draw", "3 5", lambda: (30 / 10, 50 / 10)),  # the thresholds, -b / w
    Claim("bump-gaps", "421 97 24", lambda: tuple(map(largest_gap, (10, 40, 160)))),
    Claim("universal", "1993"),  # Leshno, Lin, Pinkus and Schocken, Neural Networks 6
    Claim("summary", "27", lambda: Network.random((2, 5, 2), rng=0).n_parameters),
]

test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests(NOTEBOOK, CLAIMS)


def test_another_third_neuron_lights_the_lamp_where_the_switches_agree():
    assert lamp(third=([-20, -20], 30)) == [1, 0, 0, 1]


def test_no_other_neuron_can_be_changed_for_that():
    third = Node([20, 20], -30)
    any_answer = np.linspace(0, 1, 11)
    assert all(third([answer, Node([-20, -20], 30)([1, 1])]) < 0.01 for answer in any_answer)
    assert all(third([Node([20, 20], -10)([0, 0]), answer]) < 0.01 for answer in any_answer)


def test_the_compared_networks_differ_in_nothing_but_the_hidden_activation():
    pair = [
        Network.random(
            SIZES, activation=kind, output_activation="tanh", weights=(-1, 1), rng=4
        ).layers
        for kind in (identity, tanh)
    ]
    for one, other in zip(*pair, strict=True):
        assert (one.weights == other.weights).all()
        assert (one.biases == other.biases).all()
    assert [layer.activation.name for layer in pair[0]] == [*["identity"] * 3, "tanh"]


def test_four_times_the_bumps_leave_about_a_quarter_of_the_gap():
    gaps = [largest_gap(n) for n in (10, 40, 160)]
    for wide, narrow in itertools.pairwise(gaps):
        assert 3.5 < wide / narrow < 5
