"""The figures of notebook 10, and of its exercises and predictions."""

from functools import cache

import numpy as np

from tests.notebooks.prose import Claim, claim_tests
from toynn import Network, accuracy, backward, forward, most_likely, tanh, train
from toynn.activations import sigmoid
from toynn.datasets import digits
from toynn_course.exercises.challenges import CARDS
from toynn_course.exercises.nb10 import deepest
from toynn_course.explorers.depth import deep, profile

NOTEBOOK = "10_why_deep_networks_refuse.ipynb"
SPLIT = digits().split(test=0.3, rng=0)


@cache
def read(hidden, epochs=30, **options):
    """The share of the test digits that a network of sigmoids reads, from seed 0."""
    training, test = SPLIT
    weights = {"weights": options.pop("weights", "xavier")}
    start = Network.random((64, *hidden, 10), output_activation="softmax", **weights, rng=0)
    how = {"learning_rate": 0.5, "batch_size": 32, "cost": "cross_entropy", "rng": 0} | options
    *_, last = train(start, training, epochs=epochs, **how)
    return accuracy(most_likely(last.network(test.X)), test.Y)


def share(depth, activation, weights):
    """The gradient of the first layer divided by that of the last, the median of 20 seeds."""
    norms = [profile(depth, 20, activation, weights, seed).norms for seed in range(20)]
    return np.median([norm[0] / norm[-1] for norm in norms])


def spread(n):
    """The spread of a sum of n products of two numbers that each spread by 1."""
    rng = np.random.default_rng(3)
    return rng.normal(size=(2, 5000, n)).prod(axis=0).sum(axis=1).std()


CLAIMS = [
    Claim("title", "300"),  # the epochs of a card of notebook 09
    Claim("title", "1258 539", lambda: tuple(map(len, SPLIT))),
    Claim("title", "8 8", lambda: (SPLIT[0].n_inputs ** 0.5,) * 2),
    Claim("after-one", "95%", lambda: read((30,))),
    Claim("objectives", "0.1 2 10"),  # all of them below
    Claim("objectives", "1991"),
    Claim("by-depth", "2e-03 1e-06 7e-10 4e-13"),
    Claim("quarter-task", "0.25", lambda: sigmoid.derivative(0)),
    Claim("variance", "2010"),
    Claim("after-half", "2015"),
    Claim("normalise", "2015"),
    Claim("residual", "2015 152"),
    # predictions
    Claim("10.starves", "0.25 1", lambda: (sigmoid.derivative(0), tanh.derivative(0))),
    Claim("10.sum", "10", lambda: spread(100)),
    Claim("10.large", "1.5", lambda: share(10, "tanh", "normal, 1") ** (1 / 9)),
    Claim("10.half", "0.7", lambda: 0.5**0.5),
    Claim("10.zero", "0.5", lambda: sigmoid(0)),
    Claim("10.zero", "95 100", lambda: (100 * read((30,)), 100)),
    # exercises
    Claim("10.deepest", "0.25 1", lambda: (sigmoid.derivative(0), tanh.derivative(0))),
    Claim("10.quarter", "1e-3 1e-6 1e-12"),
    Claim("10.quarter", "1024", lambda: 4**5),
    Claim("10.xavier", "2 500 0.004", lambda: (2, 100 + 400, 2 / (100 + 400))),
    Claim("10.xavier", "0.004 0.063", lambda: (2 / 500, (2 / 500) ** 0.5)),
    Claim("10.he", "0.02 0.14", lambda: (2 / 100, (2 / 100) ** 0.5)),
]
test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests(NOTEBOOK, CLAIMS)


def test_two_layers_still_learn_three_are_slower_four_hardly_move_and_five_are_lost():
    found = [read((30,) * n) for n in range(1, 6)]
    assert found == sorted(found, reverse=True)
    assert found[1] > 0.9
    assert 0.8 < found[2] < 0.92
    assert 0.1 < found[3] < 0.3
    assert found[4] < 0.12


def test_another_rate_does_not_wake_five_layers():
    assert max(read((30,) * 5, learning_rate=rate) for rate in (0.1, 2, 10)) < 0.12


def test_five_more_layers_cost_three_more_zeros():
    shares = [share(depth, "sigmoid", "Xavier") for depth in (5, 10, 15, 20)]
    steps = np.diff(np.log10(shares))
    assert steps.min() > -3.5
    assert steps.max() < -2.5


def test_a_wide_network_of_sigmoids_can_be_level():
    norms = profile(10, 100, "sigmoid", "normal, 1").norms
    assert 0.1 < norms[0] / norms[-1] < 10


def test_relu_loses_half_of_the_mean_square_and_all_gradients_are_low():
    xavier, he = (profile(20, 20, "relu", weights) for weights in ("Xavier", "He"))
    assert xavier.spreads[-1] < xavier.spreads[0] / 500
    assert he.spreads[-1] > he.spreads[0] / 10
    assert xavier.norms.max() < he.norms.min()


def test_a_start_of_zeros_reads_a_third_and_a_single_node_a_quarter():
    assert 0.3 < read((30,), weights="zero") < 0.42
    assert 0.2 < read((1,)) < 0.3


def test_a_millionth_breaks_the_tie():
    assert read((30,), weights=(-1e-6, 1e-6)) > 0.8


def test_the_peak_of_the_slope_of_the_sigmoid_is_a_quarter_of_that_of_tanh():
    z = np.linspace(-9, 9, 1801)
    assert (sigmoid.derivative(z).max(), tanh.derivative(z).max()) == (0.25, 1)
    assert sigmoid.derivative(2) > tanh.derivative(2)  # not everywhere: only the peak


def test_with_tanh_the_samples_spread_less_from_layer_to_layer_and_the_gradient_is_level():
    found = profile(20, 20, "tanh", "Xavier")
    assert found.spreads[-1] < found.spreads[0] / 4
    assert 0.5 < found.norms[0] / found.norms[-1] < 2


def test_relu_shrinks_the_activations_forward_and_the_deltas_back_so_that_their_product_is_level():
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(2, 25, 20))
    network = deep(20, 20, "relu", "Xavier", rng)
    passed = forward(network, X)
    gradients = backward(network, passed, Y, "quadratic")
    inputs = [np.linalg.norm(a) for a in passed.activations[:20]]
    deltas = [np.linalg.norm(gradient.biases) for gradient in gradients[:20]]
    norms = [np.linalg.norm(gradient.weights) for gradient in gradients[:20]]
    assert inputs[-1] < inputs[0] / 100
    assert deltas[0] < deltas[-1] / 100
    assert 0.2 < norms[0] / norms[-1] < 5


def started(layers, limit, seed):
    """First gradient by last, and the share of saturated outputs, for the network of 10.deepest."""
    sizes, weights = (64, *[deepest.WIDTH] * layers, 10), (-limit, limit)
    network = Network.random(sizes, weights=weights, output_activation="softmax", rng=seed)
    passed = forward(network, SPLIT[0].X)
    gradients = backward(network, passed, SPLIT[0].Y, "cross_entropy")
    first, last = (np.linalg.norm(gradients[n].weights) for n in (0, -2))
    outputs = np.array(passed.activations[1:-1])
    return first / last, ((outputs < 0.05) | (outputs > 0.95)).mean()


def test_fifty_layers_of_sigmoids_lose_the_gradient_or_are_saturated_and_do_not_learn():
    assert max(started(50, 1.25, seed)[0] for seed in range(3)) < 1e-8
    shares, saturated = zip(*(started(50, 4, seed) for seed in range(3)), strict=True)
    assert 0.01 < np.median(shares) < 100
    assert min(saturated) > 0.6
    how = {"weights": (-4, 4), "epochs": deepest.EPOCHS}
    assert max(read((30,) * 50, learning_rate=rate, **how) for rate in (0.1, 0.5)) < 0.15


def test_six_layers_with_a_limit_of_five_are_mostly_saturated_and_still_get_a_gradient():
    shares, saturated = zip(*(started(6, 5, seed) for seed in range(3)), strict=True)
    assert min(shares) > 0.1
    assert min(saturated) > 0.7


def test_a_card_of_notebook_09_has_three_layers_of_sigmoids_that_do_not_learn():
    card = next(card for card in CARDS if card.prediction == "09.asleep")
    (setup,) = card.setups
    assert setup.settings == {"activation": "sigmoid", "hidden": (8, 8, 8)}
