"""Training side by side: each network becomes what `train` makes of it alone."""

from itertools import zip_longest

import numpy as np
import pytest
from hypothesis import given, settings, strategies

from tests.toynn.cases import OF_A_NODE, OUTPUTS, seeds, sizes, targets_for
from toynn import (
    L1,
    L2,
    Activation,
    Adam,
    Dataset,
    Layer,
    LearningRate,
    Momentum,
    Network,
    side_by_side,
    train,
    train_many,
)
from toynn.datasets import circle, iris, swap, xor


def alone(networks, datasets, rngs, **options):
    """The same from `train`, one after the other; one that has ended keeps its last epoch."""
    runs = [
        list(train(network, data, rng=rng, **options))
        for network, data, rng in zip(networks, datasets, rngs, strict=True)
    ]
    ends = [run[-1] for run in runs]
    for epochs in zip_longest(*runs):
        yield [epoch or end for epoch, end in zip(epochs, ends, strict=True)]


def assert_same(epoch, expected):
    """Two epochs agree in everything but the time."""
    assert epoch.number == expected.number
    assert epoch.stopped == expected.stopped
    assert epoch.accuracy == expected.accuracy
    names = ("cost", "gain", "gain_percent")
    for name in names:
        assert getattr(epoch, name) == pytest.approx(getattr(expected, name), rel=1e-9, abs=1e-10)
    assert epoch.network.sizes == expected.network.sizes
    for layer, other in zip(epoch.network.layers, expected.network.layers, strict=True):
        assert layer.activation == other.activation
        assert layer.weights == pytest.approx(other.weights, rel=1e-12, abs=1e-12)
        assert layer.biases == pytest.approx(other.biases, rel=1e-12, abs=1e-12)


def assert_all_the_same(networks, data, rngs, **options):
    datasets = [data] * len(networks) if isinstance(data, Dataset) else data
    given_rngs = None if rngs is None else [np.random.default_rng(rng) for rng in rngs]
    found = train_many(networks, data, rngs=given_rngs, **options)
    expected = alone(networks, datasets, rngs or [None] * len(networks), **options)
    n = 0
    for epochs, others in zip(found, expected, strict=True):
        assert len(epochs) == len(networks)
        for epoch, other in zip(epochs, others, strict=True):
            assert_same(epoch, other)
        n += 1
    return n


@settings(max_examples=60)
@given(
    sizes=sizes,
    hidden=strategies.sampled_from(OF_A_NODE),
    pair=strategies.sampled_from(OUTPUTS),
    n_networks=strategies.integers(1, 4),
    n_samples=strategies.integers(1, 7),
    batch_size=strategies.integers(1, 7),
    extras=strategies.tuples(
        strategies.sampled_from([None, L1(0.01), L2(0.1)]),
        strategies.sampled_from([None, Momentum(0.9), Adam()]),
    ),
    shuffled=strategies.booleans(),
    shared=strategies.booleans(),
    seed=seeds,
)
def test_every_epoch_of_every_network_is_the_one_that_train_yields(
    sizes, hidden, pair, n_networks, n_samples, batch_size, extras, shuffled, shared, seed
):
    (output, cost), (penalty, optimizer) = pair, extras
    if output == "softmax":
        sizes = (*sizes[:-1], max(2, sizes[-1]))
    rng = np.random.default_rng(seed)
    networks = [
        Network.random(sizes, activation=hidden, output_activation=output, biases=(-1, 1), rng=rng)
        for _ in range(n_networks)
    ]
    shape = (n_samples, sizes[-1])
    datasets = [
        Dataset(rng.normal(size=(n_samples, sizes[0])), targets_for(output, cost, shape, rng))
        for _ in range(n_networks)
    ]
    assert_all_the_same(
        networks,
        datasets[0] if shared else datasets,
        [int(n) for n in rng.integers(0, 99, n_networks)] if shuffled else None,
        epochs=3,
        learning_rate=LearningRate(weights=0.1, biases=0.05),
        batch_size=min(batch_size, n_samples),
        cost=cost,
        penalty=penalty,
        optimizer=optimizer,
    )


def linear(weight):
    return Network([Layer([[weight]], [0.0], "identity")])


@pytest.mark.parametrize("batch_size", [1, 2])
def test_those_that_diverge_keep_their_last_good_epoch_while_the_others_go_on(batch_size):
    data = [Dataset([[x], [x / 2]], [[0.0], [1.0]]) for x in (0.5, 1e60, 1.0, 1e150)]
    networks = [linear(w) for w in (1.0, 1.0, -2.0, 1.0)]
    n = assert_all_the_same(
        networks, data, None, epochs=6, learning_rate=0.1, batch_size=batch_size
    )
    assert n == 7
    *_, last = train_many(networks, data, epochs=6, learning_rate=0.1, batch_size=batch_size)
    assert [epoch.number for epoch in last][0::2] == [6, 6]
    assert [bool(epoch.stopped) for epoch in last] == [False, True, False, True]
    assert all(epoch.stopped.startswith("Diverged in epoch ") for epoch in last[1::2])


def test_it_ends_when_none_is_left():
    data = Dataset([[1e100]], [[0.0]])
    *_, last = train_many([linear(1.0), linear(2.0)], data, epochs=10**9, learning_rate=1e200)
    assert [epoch.number for epoch in last] == [0, 0]


def test_a_weight_that_overflows_is_seen_though_the_cost_is_still_a_number():
    networks = [Network([Layer([[w]], [0.0], "tanh")]) for w in (0.0, 0.1)]
    data = [Dataset([[1e200]], [[1.0]]), Dataset([[1.0]], [[1.0]])]
    assert_all_the_same(networks, data, None, epochs=5, learning_rate=1e200)


def test_one_s_own_activation_penalty_and_decision_work_as_in_train():
    class Clip:
        def pull(self, weights, stepped, learning_rate):
            return np.clip(stepped, -1, 1)

    bump = Activation("bump", lambda z: np.exp(-z * z), lambda z: -2 * z * np.exp(-z * z), (0, 1))
    networks = [Network.random((2, 3, 1), activation=bump, rng=seed) for seed in range(3)]
    data = [xor(20, rng=seed) for seed in range(3)]
    data = [Dataset(each.X, each.Y > 0) for each in data]
    options = {"penalty": Clip(), "decide": np.round, "batch_size": 7}
    assert_all_the_same(networks, data, [5, 6, 7], epochs=4, learning_rate=2.0, **options)


@pytest.mark.parametrize("at_once", [1, 100, 10**9])
def test_how_many_are_worked_on_at_once_changes_nothing(monkeypatch, at_once):
    monkeypatch.setattr(side_by_side, "AT_ONCE", at_once)
    networks = [Network.random((4, 5, 3), output_activation="softmax", rng=i) for i in range(7)]
    options = {"epochs": 3, "learning_rate": 0.2, "cost": "cross_entropy"}
    for batch_size in (None, 10):
        assert_all_the_same(networks, iris(), range(7), batch_size=batch_size, **options)


def test_networks_and_data_stay_as_they_are_and_so_do_epochs_that_are_kept():
    networks = [Network.random((2, 2), rng=seed) for seed in range(3)]
    kept = [network.layers[0].weights.copy() for network in networks]
    first, second, third = train_many(networks, swap(), epochs=2, learning_rate=1.0)
    for network, weights, *epochs in zip(networks, kept, first, second, third, strict=True):
        assert np.array_equal(network.layers[0].weights, weights)
        a, b, c = (epoch.network for epoch in epochs)
        assert a == network
        assert a != b != c
        with pytest.raises(ValueError, match="read-only"):
            c.layers[0].weights[0] = 1


def test_generators_go_on_where_they_are():
    rngs = [np.random.default_rng(1), np.random.default_rng(1)]
    networks = [Network.random((2, 3, 1), activation="tanh", rng=0)] * 2
    options = {"epochs": 1, "learning_rate": 0.1, "batch_size": 5}
    *_, last = train_many(networks, circle(20, rng=0), rngs=rngs, **options)
    *_, again = train_many(networks, circle(20, rng=0), rngs=rngs, **options)
    assert last[0] == last[1]
    assert again[0] == again[1] != last[0]


@pytest.mark.parametrize("after", [1, 7])
def test_control_c_leaves_what_was_learned_so_far(after):
    calls = iter(range(after + 1))  # one to try it out

    def interrupted(z):
        if next(calls, None) is None:
            raise KeyboardInterrupt
        return np.ones_like(z)

    slow = Activation("slow", lambda z: 1.0 * z, interrupted)
    networks = [Network.random((2, 2), activation=slow, rng=seed) for seed in range(3)]
    *_, last = train_many(networks, swap(), epochs=99, learning_rate=0.1)
    assert [epoch.number for epoch in last] == [after] * 3
    kept = f"The network is the one after epoch {after}, the last good one."
    assert {epoch.stopped for epoch in last} == {f"Stopped by hand in epoch {after + 1}. {kept}"}


def test_what_it_yields_is_a_sequence_of_epochs_that_are_made_once():
    networks = [Network.random((2, 2), rng=seed) for seed in range(4)]
    _, epochs = train_many(networks, swap(), epochs=1, learning_rate=1.0)
    first, *others = epochs
    assert epochs[0] is first
    assert epochs[-1] is others[-1]
    assert epochs[1:] == others
    assert repr(epochs) == repr([first, *others])
    with pytest.raises(IndexError):
        epochs[4]


GOOD = [Network.random((2, 2), rng=0), Network.random((2, 2), rng=1)]


@pytest.mark.parametrize(
    ("networks", "data", "options", "error", "words"),
    [
        ([], swap(), {}, TypeError, "networks is .*, expected one Network or more in a list"),
        (GOOD[0], swap(), {}, TypeError, "networks is .*, expected one Network or more in a list"),
        ([1, 2], swap(), {}, TypeError, "networks is .*, expected one Network or more in a list"),
        (
            [GOOD[0], Network.random((2, 3, 2), rng=0)],
            swap(),
            {},
            ValueError,
            "network 0 is .*2-2.* but network 1 is .*2-3-2.*; train networks of other sizes",
        ),
        (
            [GOOD[0], Network.random((2, 2), activation="tanh", rng=0)],
            swap(),
            {},
            ValueError,
            "network 0 is .*sigmoid.* but network 1 is .*tanh",
        ),
        (GOOD, [swap()], {}, ValueError, "data is a list with 1, expected a list with 2"),
        (GOOD, swap(), {"rngs": [1]}, ValueError, "rngs is a list with 1, expected a list with 2"),
        (GOOD, swap(), {"rngs": 1}, ValueError, "rngs is 1, expected a list with 2, one for each"),
        (
            GOOD,
            [swap(), Dataset([[1, 0]], [[0, 1]])],
            {},
            ValueError,
            "data set 0 has 2 samples but data set 1 has 1; give all the same number",
        ),
        (GOOD, swap(), {"epochs": 0}, ValueError, "epochs is 0"),
        (GOOD, swap(), {"learning_rate": -1}, ValueError, "learning_rate is -1"),
        (
            GOOD,
            swap(),
            {"cost": "cross_entropy"},
            ValueError,
            "cross_entropy does not go with sigmoid",
        ),
        (GOOD, swap(), {"batch_size": 3}, ValueError, "batch_size is 3"),
        (GOOD, circle(9, rng=0), {}, ValueError, "make a network of sizes"),
        (GOOD, 3, {}, ValueError, "data is 3, expected a list with 2, one for each"),
    ],
)
def test_bad_input_is_refused_at_the_call(networks, data, options, error, words):
    options = {"epochs": 1, "learning_rate": 0.1} | options
    with pytest.raises(error, match=words):
        train_many(networks, data, **options)
