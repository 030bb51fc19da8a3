"""What notebook 11 says about real digits, over several splits, starts and shuffles."""

from functools import cache

import numpy as np
import pytest
from sklearn.neural_network import MLPClassifier

from toynn import (
    L2,
    Dataset,
    Network,
    accuracy,
    cross_entropy,
    most_likely,
    quadratic,
    softmax,
    train,
    train_many,
)
from toynn.datasets import digits, shifted

SEEDS = range(5)
DATA = digits()


def right(network, data):
    return accuracy(most_likely(network(data.X)), data.Y)


def start(hidden, seed, activation="tanh", output=softmax):
    """A network that is not trained yet."""
    sizes = (64, *hidden, 10)
    return Network.random(sizes, activation=activation, output_activation=output, rng=seed)


def trained(network, training, seed, **options):
    """The last epoch, by default as the notebook trains it."""
    usual = {"epochs": 30, "learning_rate": 0.5, "batch_size": 10, "cost": cross_entropy}
    *_, last = train(network, training, **{**usual, **options}, rng=seed)
    return last


@cache
def split(seed):
    """The digits to train with and those to test with, shuffled with that seed."""
    return DATA.split(test=0.3, rng=seed)


@cache
def last_epochs(hidden, activation="tanh", batch_size=10):
    """The last epoch for each seed, trained side by side with the digits as they are."""
    starts = [start(hidden, seed, activation) for seed in SEEDS]
    *_, last = train_many(
        starts,
        [split(seed)[0] for seed in SEEDS],
        epochs=30,
        learning_rate=0.5,
        batch_size=batch_size,
        cost=cross_entropy,
        rngs=SEEDS,
    )
    return last


def centred(hidden, seed, **options):
    """The last epoch of a network trained with the digits as they are, and what tests it."""
    return last_epochs(hidden, **options)[seed], split(seed)[1]


@cache
def moved(hidden, seed):
    """The last epoch of a network trained with nine moved copies of each digit, and its test."""
    training, test = split(seed)
    copies = shifted(training[9 * list(range(len(training)))], rng=seed)
    last = trained(start(hidden, seed), copies, seed, epochs=20, batch_size=32)
    return last, shifted(test, rng=seed)


def mean_image(training, test):
    """The share of the digits that are nearest to the mean of their own kind."""
    means = np.array([training.X[training.labels == digit].mean(axis=0) for digit in range(10)])
    return np.mean(
        [
            np.sum((image - means) ** 2, axis=1).argmin() == label
            for image, label in zip(test.X, test.labels, strict=True)
        ]
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_thirty_hidden_nodes_get_96_percent_right_after_30_epochs(seed):
    last, test = centred((30,), seed)
    assert last.number == 30
    assert right(last.network, test) >= 0.96


@pytest.mark.parametrize("seed", SEEDS)
def test_the_mean_image_gets_nine_tenths_right_and_the_commonest_digit_less_than_one(seed):
    training, test = split(seed)
    assert 0.86 < mean_image(training, test) < 0.93
    assert (test.labels == np.bincount(training.labels).argmax()).mean() < 0.1


def test_on_centred_digits_a_hidden_layer_adds_about_a_point():
    without, with_30 = (
        np.mean(
            [right(centred(hidden, seed)[0].network, centred(hidden, seed)[1]) for seed in SEEDS]
        )
        for hidden in ((), (30,))
    )
    assert 0.955 < without < 0.97
    assert 0 < with_30 - without < 0.02


def test_with_sigmoid_and_large_batches_a_hidden_layer_adds_nothing():
    gains = []
    for seed in SEEDS:
        options = {"activation": "sigmoid", "batch_size": 32}
        (without, test), (with_30, _) = (centred(hidden, seed, **options) for hidden in ((), (30,)))
        gains.append(right(with_30.network, test) - right(without.network, test))
    assert abs(np.mean(gains)) < 0.008


@pytest.mark.parametrize("seed", SEEDS)
def test_after_five_epochs_the_quadratic_cost_is_far_behind_cross_entropy(seed):
    training, test = split(seed)
    options = {"epochs": 5, "batch_size": 32}
    plain = start((30,), seed, "sigmoid", "sigmoid")
    slow = trained(plain, training, seed, cost=quadratic, **options)
    quick = trained(start((30,), seed, "sigmoid"), training, seed, **options)
    assert right(slow.network, test) < 0.65
    assert right(quick.network, test) > 0.84


@pytest.mark.parametrize("hidden", [(), (30,)])
@pytest.mark.parametrize("seed", SEEDS)
def test_trained_with_centred_digits_a_network_fails_when_they_move_by_a_pixel(hidden, seed):
    last, test = centred(hidden, seed)
    assert right(last.network, test) > 0.94
    assert right(last.network, shifted(test, rng=seed)) < 0.45


@pytest.mark.parametrize("seed", [0, 1])
def test_on_moved_digits_the_hidden_layer_decides(seed):
    (without, test), (with_30, _), (with_100, _) = (moved(h, seed) for h in ((), (30,), (100,)))
    assert 0.58 < right(without.network, test) < 0.68
    assert 0.89 < right(with_30.network, test) < 0.95
    assert 0.94 < right(with_100.network, test) < 0.98
    assert without.accuracy < 0.68  # it cannot even learn what it is trained with
    assert with_100.accuracy > 0.99


def test_copies_of_a_digit_on_both_sides_of_the_split_make_the_result_look_better_than_it_is():
    copies = shifted(DATA[9 * list(range(len(DATA)))], rng=0)
    training, test = copies.split(test=0.3, rng=0)
    last = trained(start((100,), 0), training, 0, epochs=20, batch_size=32)
    honest, honest_test = moved((100,), 0)
    assert round(right(last.network, test), 2) == 0.98  # as the exercise of notebook 11 says
    assert right(honest.network, honest_test) < 0.96


def mislabelled(seed):
    """400 digits, of which every fifth has a false label, and all the others as they are."""
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(DATA))
    few, many = DATA[order[:400]], DATA[order[400:]]
    labels = few.labels.copy()
    labels[:80] = (labels[:80] + rng.integers(1, 10, 80)) % 10
    return Dataset(few.X, np.eye(10)[labels], "mislabelled"), many


def test_false_labels_are_memorised_unless_a_penalty_holds_the_weights_back():
    few, many = zip(*map(mislabelled, (0, 1)), strict=True)
    starts = [start((30,), seed=seed) for seed in (0, 1)]
    how = {"epochs": 300, "learning_rate": 0.1, "batch_size": 10, "cost": cross_entropy}
    free = [*train_many(starts, few, **how, rngs=(0, 1))]
    *_, held = train_many(starts, few, **how, penalty=L2(0.01), rngs=(0, 1))
    for i, rest in enumerate(many):
        costs = [cross_entropy(epochs[i].network(rest.X), rest.Y) for epochs in free]
        assert np.argmin(costs) < 100
        assert costs[-1] > 1.5 * min(costs)
        assert free[-1][i].accuracy == 1
        assert 0.72 < held[i].accuracy < 0.82  # 0.8 of the labels are true
        assert right(held[i].network, rest) > right(free[-1][i].network, rest) + 0.08


THEIR_NAMES = {"sigmoid": "logistic", "softmax": "identity"}  # softmax first: nothing is hidden


def mlp_classifier(network, data):
    """scikit-learn's network with the weights of ours, by its public attributes."""
    hidden = network.layers[0].activation.name
    theirs = MLPClassifier(
        hidden_layer_sizes=network.sizes[1:-1],
        activation=THEIR_NAMES.get(hidden, hidden),
        random_state=0,
    )
    theirs.partial_fit(data.X, data.labels, classes=range(10))  # makes coefs_ and intercepts_
    theirs.coefs_ = [layer.weights.T for layer in network.layers]
    theirs.intercepts_ = [layer.biases for layer in network.layers]
    return theirs


def test_weights_copied_into_scikit_learn_give_the_same_outputs():
    last, test = centred((30,), 0)
    theirs = mlp_classifier(last.network, test)
    assert np.abs(theirs.predict_proba(test.X) - last.network(test.X)).max() < 1e-12
    assert theirs.score(test.X, test.labels) == right(last.network, test)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "identity"])
@pytest.mark.parametrize("hidden", [(), (30,), (20, 7)])
def test_scikit_learn_computes_the_same_with_any_activation_and_depth(activation, hidden):
    network = Network.random(
        (64, *hidden, 10),
        activation=[activation] * len(hidden) + ["softmax"],
        biases=(-1, 1),
        rng=0,
    )
    theirs = mlp_classifier(network, DATA)
    assert np.abs(theirs.predict_proba(DATA.X) - network(DATA.X)).max() < 1e-12
