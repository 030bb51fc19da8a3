"""Training against gradient descent in plain Python, and what watches it against made-up epochs."""

import inspect
import os
import signal
import subprocess
import sys
from collections import deque
from itertools import islice, pairwise

import numpy as np
import pytest
from hypothesis import given, settings, strategies

from tests.toynn import plain
from toynn import (
    ACTIVATIONS,
    COSTS,
    L1,
    L2,
    Activation,
    Cost,
    Dataset,
    Epoch,
    Layer,
    LearningRate,
    Network,
    cross_entropy,
    early_stopping,
    most_likely,
    progress,
    report,
    threshold,
    train,
    until_flat,
)
from toynn.datasets import gate, plane, swap
from toynn.training import harmless


def random_network(sizes=(2, 3, 2), seed=0, **activations):
    return Network.random(sizes, weights=(-1, 1), biases=(-1, 1), rng=seed, **activations)


def random_data(n=7, n_inputs=2, n_outputs=2, seed=1):
    rng = np.random.default_rng(seed)
    return Dataset(rng.normal(size=(n, n_inputs)), rng.uniform(size=(n, n_outputs)))


def plain_step(network, X, Y, rate):
    """The network after a step, its gradient found by the complex step."""
    layers = []
    gradients = plain.gradient(network, X, Y, "quadratic")
    for layer, (weights, biases) in zip(network.layers, gradients, strict=True):
        W = layer.weights - rate.weights * np.array(weights)
        b = layer.biases - rate.biases * np.array(biases)
        layers.append(Layer(W, b, layer.activation))
    return Network(layers)


def far(network, other):
    """The largest distance between any two parameters."""
    pairs = zip(network.layers, other.layers, strict=True)
    return max(
        np.abs(np.c_[a.weights, a.biases] - np.c_[b.weights, b.biases]).max() for a, b in pairs
    )


# What an epoch is


@pytest.mark.parametrize("batch_size", [None, 1, 3, 7])
def test_epochs_are_steps_of_gradient_descent_over_batches_in_order(batch_size):
    network, data = random_network(), random_data(7)
    rate = LearningRate(weights=0.5, biases=0.2)
    expected = network
    for epoch in train(network, data, epochs=3, learning_rate=rate, batch_size=batch_size):
        assert far(epoch.network, expected) < 1e-12
        for start in range(0, 7, batch_size or 7):  # 3, 3 and 1 of the seven in batches of 3
            rows = slice(start, start + (batch_size or 7))
            expected = plain_step(expected, data.X[rows], data.Y[rows], rate)
    assert epoch.number == 3


def test_epoch_zero_is_the_untrained_network():
    network, data = random_network(), random_data()
    first = next(train(network, data, epochs=1, learning_rate=1.0))
    assert first.network is network
    expected = plain.mean_cost(plain.parameters(network), data.X, data.Y, "quadratic").real
    assert first.cost == pytest.approx(expected, rel=1e-12)
    assert (first.number, first.gain, first.gain_percent, first.seconds) == (0, 0.0, 0.0, 0.0)
    assert first.stopped == ""


def test_cost_and_accuracy_are_those_of_the_network_after_the_epoch_on_all_the_data():
    network, data = random_network(), gate_pairs()
    for epoch in train(network, data, epochs=30, learning_rate=2.0, batch_size=3, rng=0):
        layers = plain.parameters(epoch.network)
        cost = plain.mean_cost(layers, data.X, data.Y, "quadratic").real
        assert epoch.cost == pytest.approx(cost, rel=1e-12)
        right = [
            all((a >= 0.5) == y for a, y in zip(plain.outputs(layers, x), targets, strict=True))
            for x, targets in data
        ]
        assert epoch.accuracy == sum(right) / 4
        assert type(epoch.cost) is type(epoch.accuracy) is float
    assert epoch.accuracy > 0


def gate_pairs():
    """Four samples with two targets each: "and" beside "or"."""
    return Dataset(gate("and").X, np.c_[gate("and").Y, gate("or").Y])


def test_the_gain_is_by_how_much_the_cost_fell():
    epochs = list(train(random_network(), random_data(), epochs=5, learning_rate=0.5))
    for before, after in pairwise(epochs):
        assert after.gain == before.cost - after.cost
        assert after.gain_percent == pytest.approx(100 * after.gain / before.cost)
    assert epochs[-1].cost < epochs[0].cost
    assert epochs[1].gain > 0


def test_a_cost_that_rises_is_a_negative_gain():
    network = Network([Layer([[1.0]], [0.0], "identity")])
    data = Dataset([[1.0]], [[0.0]])
    # w = 1 goes to 1 - 2.1 * 1 = -1.1 and b to -2.1, so the output goes from 1 to -3.2
    last = list(train(network, data, epochs=1, learning_rate=2.1))[-1]
    assert last.gain == pytest.approx(1 / 2 - 3.2**2 / 2)


def test_an_epoch_of_no_cost_has_no_gain_in_percent():
    network = Network([Layer([[0.0]], [0.0], "identity")])
    *_, last = train(network, Dataset([[1.0]], [[0.0]]), epochs=2, learning_rate=1.0)
    assert (last.cost, last.gain, last.gain_percent) == (0.0, 0.0, 0.0)


def test_epochs_are_numbered_from_zero_to_the_last():
    numbers = [e.number for e in train(random_network(), swap(), epochs=4, learning_rate=1)]
    assert numbers == [0, 1, 2, 3, 4]


def test_an_epoch_reads_as_one_line_without_its_time():
    epoch = Epoch(3, 0.25, 0.5, 0.125, 33.333, 1.5, random_network())
    assert str(epoch) == repr(epoch) == "epoch    3: cost 0.2500, accuracy 50.0%, gain +33.33%"
    assert str(Epoch(0, 0.25, None, 0.0, 0.0, 0.0, random_network())) == (
        "epoch    0: cost 0.2500, accuracy none"
    )
    stopped = Epoch(1, 0.5, 1.0, -0.25, -100.0, 0.0, random_network(), "It is over.")
    assert str(stopped) == "epoch    1: cost 0.5000, accuracy 100.0%, gain -100.00%. It is over."


# What training leaves alone, and what it depends on


def test_training_leaves_the_network_and_the_data_as_they_were():
    network, data = random_network(), random_data()
    *_, last = train(network, data, epochs=3, learning_rate=1.0, batch_size=2, rng=0)
    assert network == random_network() != last.network
    assert np.array_equal(data.X, random_data().X)
    assert np.array_equal(data.Y, random_data().Y)


def test_every_epoch_keeps_the_network_of_its_own_time():
    epochs = list(train(random_network(), random_data(), epochs=3, learning_rate=1.0))
    for before, after in pairwise(epochs):
        assert far(before.network, after.network) > 1e-6
        assert not after.network.layers[0].weights.flags.writeable


def test_the_same_seed_gives_the_same_result_and_another_seed_another():
    def last(rng):
        options = {"epochs": 3, "learning_rate": 1.0, "batch_size": 2}
        return list(train(random_network(), random_data(), rng=rng, **options))[-1]

    assert last(5) == last(5) == last(np.random.default_rng(5))
    assert last(5).network != last(6).network
    assert last(5).network != last(None).network
    assert last(None) == last(None)


def test_samples_are_shuffled_anew_before_each_epoch_each_with_its_own_targets():
    seen = []
    spy = Activation("spy", lambda z: seen.append(z.ravel().tolist()) or z, np.ones_like)
    network = Network([Layer([[1.0]], [0.0], spy)])
    data = Dataset(np.c_[np.arange(6.0)], np.c_[np.arange(6.0)])  # output and target the same
    seen.clear()
    epochs = list(train(network, data, epochs=2, learning_rate=1.0, batch_size=2, rng=0))
    in_steps = [z for batch in seen if len(batch) == 2 for z in batch]
    first, second = in_steps[:6], in_steps[6:]
    assert sorted(first) == sorted(second) == data.X.ravel().tolist()
    assert len({tuple(first), tuple(second), tuple(data.X.ravel())}) == 3
    assert all(epoch.network == network for epoch in epochs)  # no error anywhere, so no step


def test_training_leaves_the_global_random_state_alone():
    before = np.random.get_state()[1].copy()  # noqa: NPY002 - this is the state to leave alone
    list(train(random_network(), random_data(), epochs=2, learning_rate=1, batch_size=2, rng=0))
    assert np.array_equal(before, np.random.get_state()[1])  # noqa: NPY002


def test_repeating_every_sample_leaves_training_unchanged():
    data = random_data()
    twice = Dataset(np.tile(data.X, (2, 1)), np.tile(data.Y, (2, 1)))
    *_, once = train(random_network(), data, epochs=10, learning_rate=1.0)
    *_, again = train(random_network(), twice, epochs=10, learning_rate=1.0)
    assert far(once.network, again.network) < 1e-12
    assert once.cost == pytest.approx(again.cost, rel=1e-12)


def test_a_rate_of_zero_for_biases_keeps_them():
    rate = LearningRate(weights=1.0, biases=0.0)
    *_, last = train(random_network(), random_data(), epochs=5, learning_rate=rate)
    for before, after in zip(random_network().layers, last.network.layers, strict=True):
        assert np.array_equal(before.biases, after.biases)
        assert not np.array_equal(before.weights, after.weights)


def test_the_cost_may_be_named_and_any_valid_one_learns():
    network = random_network(output_activation="softmax")
    data = Dataset(gate("and").X, np.eye(2)[gate("and").labels.astype(int)])
    options = {"epochs": 200, "learning_rate": 1.0}
    *_, named = train(network, data, cost="cross_entropy", **options)
    *_, given = train(network, data, cost=cross_entropy, **options)
    assert named == given
    assert named.accuracy == 1.0
    *_, absolute = train(random_network(), swap(), cost="absolute", **options)
    assert absolute.accuracy == 1.0


def test_accuracy_is_counted_with_the_decision_that_was_asked_for():
    network = Network([Layer(np.eye(2), [0.0, 0.0], "identity")])
    data = Dataset([[0.9, 0.2], [0.3, 0.1]], [[1, 0], [0, 0]])

    def first(**options):
        return next(train(network, data, epochs=1, learning_rate=1.0, **options)).accuracy

    assert first() == 1.0  # in the middle between the two targets that there are
    assert first(decide=None) is None
    assert first(decide=threshold) == 1.0
    assert first(decide=most_likely) == 0.5  # [0, 0] is nobody's one-hot row


def test_amounts_have_no_accuracy():
    network = Network([Layer([[1.0]], [0.0], "identity")])
    data = Dataset([[0.9], [0.3], [0.1]], [[1.5], [0.2], [0.1]])
    assert next(train(network, data, epochs=1, learning_rate=0.1)).accuracy is None


def test_a_tanh_network_is_measured_by_targets_of_zero_and_one_if_it_was_given_such():
    start = Network.random((2, 5, 2), activation="tanh", rng=0)
    *_, last = train(start, swap(), epochs=500, learning_rate=0.1)
    assert np.abs(last.network(swap().X) - swap().Y).max() < 0.2
    assert last.accuracy == 1.0


def test_an_l1_penalty_makes_useless_weights_exactly_zero():
    rng = np.random.default_rng(0)
    X = rng.normal(size=(50, 4))
    data = Dataset(X, X[:, :1])  # only the first input matters
    network = Network.random((4, 1), activation="identity", rng=0)
    options = {"epochs": 200, "learning_rate": 0.1}
    *_, sparse = train(network, data, penalty=L1(0.1), **options)
    *_, shrunk = train(network, data, penalty=L2(0.1), **options)
    assert (sparse.network.layers[0].weights == 0).tolist() == [[False, True, True, True]]
    assert (shrunk.network.layers[0].weights != 0).all()


def test_the_cost_of_an_epoch_is_without_the_penalty():
    options = {"epochs": 1, "learning_rate": 0.0}
    *_, last = train(random_network(), random_data(), penalty=L2(10.0), **options)
    *_, free = train(random_network(), random_data(), **options)
    assert last.cost == free.cost


# When it goes wrong


@pytest.mark.parametrize("activation", ["identity", "relu", "leaky_relu", "softplus"])
def test_diverging_training_stops_with_a_sentence_and_keeps_the_last_good_network(activation):
    network = Network.random((2, 8, 1), activation=activation, output_activation="identity", rng=0)
    with np.errstate(all="warn", under="ignore"):  # warnings are errors here: none may come
        *epochs, last = train(network, plane(50, rng=0), epochs=500, learning_rate=50.0)
    good = epochs[-1]
    assert last.stopped == (
        f"Diverged in epoch {good.number + 1}: the numbers grew without bound at learning rate 50; "
        f"try a smaller one. The network is the one after epoch {good.number}, the last good one."
    )
    assert last.network is good.network
    assert (last.number, last.cost) == (good.number, good.cost)
    assert good.number < 499
    for epoch in epochs:
        assert epoch.stopped == ""
        assert np.isfinite(epoch.cost)
        assert all(np.isfinite(layer.weights).all() for layer in epoch.network.layers)


def test_training_that_a_penalty_blows_up_stops_as_well():
    options = {"epochs": 5000, "learning_rate": 1.0}
    *_, last = train(random_network(), random_data(), penalty=L2(3.0), **options)
    assert last.stopped.startswith("Diverged in epoch ")  # w is multiplied by 1 - 3 in each step


def test_a_network_that_diverges_at_once_is_handed_back_as_it_was():
    network = Network([Layer([[1.0]], [0.0], "identity")])
    data = Dataset([[1e100]], [[0.0]])
    first, last = train(network, data, epochs=5, learning_rate=1e200)
    assert last.network is first.network is network
    assert last.stopped.startswith("Diverged in epoch 1: ")
    assert "at learning rate 1e+200" in last.stopped


def test_a_weight_that_overflows_is_seen_also_where_the_cost_is_still_a_number():
    network = Network([Layer([[0.0]], [0.0], "tanh")])
    # the step is 1e200 times 1e200 for the weight; then tanh(infinity) is 1, just as it should be
    first, last = train(network, Dataset([[1e200]], [[1.0]]), epochs=5, learning_rate=1e200)
    assert last.network is first.network is network
    assert last.stopped.startswith("Diverged in epoch 1: ")


def counted():
    """An activation, and a list with the number of rows of each call of its f."""
    calls = []

    def f(z):
        calls.append(len(z))
        return np.tanh(z)

    return Activation("counted", f, lambda z: 1 - np.tanh(z) ** 2, (-1, 1)), calls


def test_what_a_measurement_and_the_next_step_share_is_worked_out_once():
    activation, calls = counted()
    data = random_data(n=7, n_outputs=1)
    network = Network.random((2, 1), activation=activation, rng=0)
    calls.clear()
    costs = [epoch.cost for epoch in train(network, data, epochs=5, learning_rate=0.1)]
    assert len(costs) == 6
    assert calls == [7] * 6  # a pass for each epoch and for epoch 0, no second one for a step


def test_an_epoch_is_measured_when_somebody_looks_at_it_and_only_once(monkeypatch):
    mean, calls = Cost.mean, []
    monkeypatch.setattr(Cost, "mean", lambda *given: calls.append(given) or mean(*given))
    *_, before, last = train(random_network(), random_data(), epochs=5, learning_rate=0.1)
    assert calls == []
    assert last.cost == last.cost < before.cost
    assert last.gain == before.cost - last.cost
    assert len(calls) == 2


@settings(max_examples=100)
@given(
    sizes=strategies.lists(strategies.integers(1, 30), min_size=2, max_size=8),
    name=strategies.sampled_from([n for n in ACTIVATIONS if n not in {"softmax", "step"}]),
    cost=strategies.sampled_from(["quadratic", "absolute"]),
    reach=strategies.sampled_from([1e-3, 1.0, 1e9, 1e90, 1e150]),
)
def test_below_the_harmless_limit_no_cost_overflows(sizes, name, cost, reach):
    shape = Network.random(sizes, activation=name, weights="zero", rng=0)
    data = Dataset(np.full((3, sizes[0]), reach), np.full((3, sizes[-1]), -1e99))
    limit = harmless(shape, data, COSTS[cost])
    each = np.sqrt(limit / shape.n_parameters) * 0.999  # all of them, as large as may be
    one = np.sqrt(limit) * 0.999  # or one for all
    for size in (each, one):
        layers = [
            Layer(np.full_like(old.weights, size), np.full_like(old.biases, size), name)
            for old in shape.layers
        ]
        with np.errstate(over="raise", invalid="raise"):
            assert np.isfinite(COSTS[cost](Network(layers)(data.X), data.Y))


def interrupted(after):
    """An activation whose derivative is interrupted as if by Ctrl-C after so many calls."""
    calls = iter(range(after + 1))  # one to try it out

    def f_prime(z):
        if next(calls, None) is None:
            raise KeyboardInterrupt
        return np.ones_like(z)

    return Activation("interrupted", lambda z: 1.0 * z, f_prime)


@pytest.mark.parametrize("after", [0, 1, 4, 5])
def test_control_c_leaves_what_was_learnt_so_far(after):
    network = Network.random((2, 1), activation=interrupted(after), rng=0)
    data = Dataset([[1.0, 2.0], [3.0, -1.0]], [[1.0], [0.0]])
    options = {"epochs": 1000, "learning_rate": 0.01, "batch_size": 1}  # two calls an epoch
    try:
        *epochs, last = train(network, data, **options)
    except KeyboardInterrupt:
        pytest.fail("the interrupt came through and took the epochs with it")
    assert [epoch.number for epoch in epochs] == list(range(after // 2 + 1))
    assert last.stopped == (
        f"Stopped by hand in epoch {after // 2 + 1}. "
        f"The network is the one after epoch {after // 2}, the last good one."
    )
    assert last.network is epochs[-1].network
    assert (last.number, last.cost) == (epochs[-1].number, epochs[-1].cost)


SCRIPT = """
import signal
from collections import deque
import numpy as np
from toynn import Activation, Dataset, Network, train

signal.signal(signal.SIGINT, signal.default_int_handler)  # off where tests run in the background
rng = np.random.default_rng(0)
data = Dataset(rng.normal(size=(2000, 20)), rng.uniform(size=(2000, 2)))
calls = iter(range(10**9))

def f_prime(z):
    if next(calls) == 10:
        print("running", flush=True)
    return 1 - np.tanh(z) ** 2

network = Network.random((20, 20, 2), activation=Activation("mine", np.tanh, f_prime), rng=0)
training = train(network, data, epochs=10**9, learning_rate=0.01)
(last,) = deque(training, maxlen=1)
print(last.number, last.network.n_parameters, last.stopped)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C in another way")
def test_a_real_interrupt_leaves_the_last_network_in_the_readers_hands():
    program = [sys.executable, "-c", SCRIPT]
    with subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        try:
            assert run.stdout.readline() == "running\n"
            run.send_signal(signal.SIGINT)
            output, errors = run.communicate(timeout=60)
        finally:
            run.kill()
    assert (run.returncode, errors) == (0, "")
    number, n_parameters, reason = output.split(maxsplit=2)
    assert int(number) >= 4
    assert int(n_parameters) == 20 * 20 + 20 + 20 * 2 + 2
    assert reason.startswith(f"Stopped by hand in epoch {int(number) + 1}. ")


# What watches it


def made_up(*costs, stopped=""):
    """Epochs with these costs, the last one stopped for that reason."""
    last = len(costs) - 1
    for number, cost in enumerate(costs):
        reason = stopped if number == last else ""
        yield Epoch(number, cost, None, 0.0, 0.0, 0.0, random_network(), reason)


def written(epochs, leave_at=None, **options):
    """The numbers of the epochs that a report wrote, and of those that it handed on."""
    lines, handed = [], []
    for epoch in report(epochs, write=lines.append, **options):
        handed.append(epoch.number)
        if epoch.number == leave_at:
            break
    return [line.number for line in lines], handed


def test_a_report_writes_every_so_many_epochs_and_always_the_last():
    assert written(made_up(*[1.0] * 8), every=3) == ([0, 3, 6, 7], list(range(8)))
    assert written(made_up(*[1.0] * 7), every=3) == ([0, 3, 6], list(range(7)))
    assert written(made_up(1.0, 2.0)) == ([0, 1], [0, 1])
    assert written(made_up()) == ([], [])


def test_a_report_writes_the_last_epoch_also_when_the_loop_is_left():
    assert written(made_up(*[1.0] * 9), every=5, leave_at=7) == ([0, 5, 7], list(range(8)))
    assert written(made_up(*[1.0] * 9), every=5, leave_at=5) == ([0, 5], list(range(6)))


def test_a_report_writes_why_training_stopped():
    lines = []
    deque(report(made_up(1.0, 1.0, stopped="Over."), every=50, write=lines.append))
    assert [line.stopped for line in lines] == ["", "Over."]


def test_a_report_prints_unless_told_otherwise(capsys):
    deque(report(train(random_network(), swap(), epochs=2, learning_rate=1.0), every=2))
    lines = capsys.readouterr().out.splitlines()
    assert [line[:11] for line in lines] == ["epoch    0:", "epoch    2:"]


def test_nothing_is_printed_without_a_report(capsys):
    list(train(random_network(), swap(), epochs=2, learning_rate=1.0))
    assert capsys.readouterr() == ("", "")


def handed_on(costs, **options):
    *_, last = epochs = list(until_flat(made_up(*costs), **options))
    return [epoch.number for epoch in epochs], last.stopped


@pytest.mark.parametrize(
    ("costs", "tolerance", "last"),
    [
        ([5, 4, 3, 3, 3, 3, 3], 0, 4),  # 3 and 3 are no falls
        ([5, 4, 3, 4, 5, 1, 0], 0, 4),  # rises are no falls
        ([5, 4, 4, 3, 3, 2, 2, 1], 0, 7),  # never two in a row
        ([5, 3, 5, 4, 3, 2], 0, 3),  # falls, but not below the lowest before
        ([5, 4, 3, 2, 1], 1, 2),  # by no more than 1
        ([5, 3, 1, 0], 1, 3),  # by 2, by 2, then by 1 once
        ([5.0, 4.6, 4.2, 3.8], 0.5, 2),  # slow falls are flat
    ],
)
def test_training_is_flat_when_for_so_many_epochs_no_cost_fell_below_the_lowest(
    costs, tolerance, last
):
    numbers, reason = handed_on(costs, tolerance=tolerance, patience=2)
    assert numbers == list(range(last + 1))
    flat = f"The cost is flat: it fell by no more than {tolerance:g} for 2 epochs."
    assert reason == (flat if last + 1 < len(costs) else "")


def test_the_patience_of_until_flat_is_ten_epochs():
    numbers, _ = handed_on([1.0] * 50, tolerance=0)
    assert numbers == list(range(11))  # the first, and ten that did not fall


def test_what_stopped_training_is_not_called_flat():
    *_, last = until_flat(made_up(1.0, 1.0, 1.0, stopped="Diverged."), tolerance=0, patience=2)
    assert last.stopped == "Diverged."


def one_weight(weights):
    """Epochs whose networks multiply by these weights, with a training cost that always falls."""
    for number, weight in enumerate(weights):
        network = Network([Layer([[weight]], [0.0], "identity")])
        yield Epoch(number, 1 / (number + 1), None, 0.0, 0.0, 0.0, network)


VALIDATION = Dataset([[1.0]], [[0.0]])  # costs weight^2 / 2


@pytest.mark.parametrize(
    ("weights", "handed", "best"),
    [
        ([3, 2, 1, 2, 3, 0, 0], [0, 1, 2, 3, 4, 2], 2),
        ([3, 2, 2, 2, 1], [0, 1, 2, 3, 1], 1),  # equal is no better
        ([3, 2, 3, 1, 2, 0], [0, 1, 2, 3, 4, 5, 5], 5),  # never twice in a row
        ([1, 2], [0, 1, 0], 0),  # training ends first
    ],
)
def test_early_stopping_ends_with_the_epoch_of_the_lowest_validation_cost(weights, handed, best):
    *epochs, last = early_stopping(one_weight(weights), VALIDATION, patience=2)
    assert [epoch.number for epoch in (*epochs, last)] == handed
    assert last.network.layers[0].weights.item() == weights[best]
    cost = weights[best] ** 2 / 2
    assert last.stopped == f"Epoch {best} had the lowest validation cost, {cost:.4f}."


def test_early_stopping_of_no_epochs_gives_none():
    assert list(early_stopping([], VALIDATION)) == []  # an iterator that was used up before


def test_early_stopping_measures_with_the_cost_it_is_given():
    network = random_network((2, 3, 2), output_activation="softmax")
    data = Dataset(gate("and").X, np.eye(2)[gate("and").labels.astype(int)])
    training = train(network, data, epochs=3, learning_rate=1.0, cost=cross_entropy)
    *_, last = early_stopping(training, data, cost="cross_entropy")
    assert last.stopped == f"Epoch 3 had the lowest validation cost, {last.cost:.4f}."


def test_a_progress_bar_hands_on_every_epoch_and_shows_the_cost(capsys):
    network = random_network()
    bar = progress(train(network, swap(), epochs=3, learning_rate=1.0), total=3)
    assert list(bar) == list(train(network, swap(), epochs=3, learning_rate=1.0))
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "4/4" in printed.err
    assert "cost=" in printed.err


def test_watchers_can_be_put_around_each_other():
    lines = []
    training = train(random_network(), swap(), epochs=5000, learning_rate=1.0)
    *_, last = until_flat(report(training, every=1000, write=lines.append), tolerance=1e-4)
    assert last.stopped.startswith("The cost is flat")
    assert lines[-1].number == last.number < 5000


def test_training_is_an_iterator_that_can_be_left_and_taken_up_again():
    training = train(random_network(), random_data(), epochs=6, learning_rate=1.0)
    assert iter(training) is training
    first, rest = list(islice(training, 3)), list(training)
    assert first + rest == list(train(random_network(), random_data(), epochs=6, learning_rate=1.0))


def test_an_epoch_is_worked_out_only_when_it_is_asked_for():
    training = train(random_network(), swap(), epochs=10**9, learning_rate=1.0)
    assert next(training).number == 0
    assert next(training).number == 1


def test_arguments_are_checked_at_once_not_at_the_first_epoch():
    assert not inspect.isgeneratorfunction(train)
    with pytest.raises(ValueError, match="epochs is 0"):
        train(random_network(), swap(), epochs=0, learning_rate=1.0)
