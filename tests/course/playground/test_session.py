"""The session of the playground learns by the rules of the TensorFlow Playground, and keeps them.

The oracle is a port in plain Python of how that one behaves, written from its rules: targets of 1
and -1, the loss (a - y)^2 / 2 without the penalty, the mean gradient of a batch, the points in
their order, L2 as learning rate x rate x weight off each weight, L1 stopping at 0.
"""

import itertools
import math

import numpy as np
import pytest

from tests.benchmarks import epochs
from toynn import Activation, Layer, Network, softmax
from toynn_course.playground import Session, Settings
from toynn_course.playground.actions import MOST_KEPT
from toynn_course.playground.problems import (
    FEATURE_FUNCTIONS,
    Points,
    features_of,
    make_points,
)
from toynn_course.playground.settings import (
    ACTIVATIONS,
    BATCH_SIZES,
    DATASETS,
    FEATURES,
    MOST_LAYERS,
    NEW_LAYER,
    NOISES,
    OUTPUTS,
    RATES,
    RATIOS,
    REGULARIZATION_RATES,
    REGULARIZATIONS,
    ROOM,
)

F = {
    "tanh": (math.tanh, lambda z: 1 - math.tanh(z) ** 2),
    "sigmoid": (
        lambda z: 1 / (1 + math.exp(-z)),
        lambda z: math.exp(-z) / (1 + math.exp(-z)) ** 2,
    ),
    "relu": (lambda z: max(z, 0.0), lambda z: float(z > 0)),
    "linear": (lambda z: z, lambda z: 1.0),
}


class Port:
    """A network of lists, trained as the TensorFlow Playground trains."""

    def __init__(self, network, hidden, output):
        self.layers = [
            [layer.weights.tolist(), layer.biases.tolist(), hidden] for layer in network.layers
        ]
        self.layers[-1][2] = output

    def passed(self, x):
        zs, values = [], [list(x)]
        for weights, biases, name in self.layers:
            z = [
                b + sum(w * a for w, a in zip(row, values[-1], strict=True))
                for row, b in zip(weights, biases, strict=True)
            ]
            zs.append(z)
            values.append([F[name][0](each) for each in z])
        return zs, values

    def add_slopes(self, x, y, sums):
        zs, values = self.passed(x)
        errors = [values[-1][0] - y]
        for at in reversed(range(len(self.layers))):
            weights, _, name = self.layers[at]
            deltas = [e * F[name][1](z) for e, z in zip(errors, zs[at], strict=True)]
            for j, delta in enumerate(deltas):
                sums[at][1][j] += delta
                for k, a in enumerate(values[at]):
                    sums[at][0][j][k] += delta * a
            errors = [
                sum(delta * weights[j][k] for j, delta in enumerate(deltas))
                for k in range(len(values[at]))
            ]

    def step(self, batch, rate, pull):
        sums = [[[[0.0] * len(row) for row in W], [0.0] * len(b)] for W, b, _ in self.layers]
        for x, y in batch:
            self.add_slopes(x, y, sums)
        for (weights, biases, _), (dW, db) in zip(self.layers, sums, strict=True):
            for j, row in enumerate(weights):
                biases[j] -= rate * db[j] / len(batch)
                for k, w in enumerate(row):
                    row[k] = pull(w, w - rate * dW[j][k] / len(batch))

    def epoch(self, samples, size, rate, pull):
        for start in range(0, len(samples), size):
            self.step(samples[start : start + size], rate, pull)

    def loss(self, samples):
        return sum((self.passed(x)[1][-1][0] - y) ** 2 / 2 for x, y in samples) / len(samples)


def pull_of(settings):
    """What the penalty makes of a weight: (before the step, after it) -> the new one."""
    take = settings.learning_rate * settings.regularization_rate
    if settings.regularization == "L2":
        return lambda before, after: after - take * before
    if settings.regularization == "L1":
        return lambda _, after: math.copysign(max(abs(after) - take, 0), after)
    return lambda _, after: after


BY_HAND = {
    "X1": lambda a, _: a,
    "X2": lambda _, b: b,
    "X1^2": lambda a, _: a * a,
    "X2^2": lambda _, b: b * b,
    "X1X2": lambda a, b: a * b,
    "sin(X1)": lambda a, _: math.sin(a),
    "sin(X2)": lambda _, b: math.sin(b),
}


def samples_of(session, points):
    """Pairs of features and a target of 1 or -1, or an amount."""
    names = session.settings.features
    rows = [[BY_HAND[name](a, b) for name in names] for a, b in points.places.tolist()]
    marks = [2 * t - 1 if points.classes else t for t in points.targets.tolist()]
    return list(zip(rows, marks, strict=True))


RULES = {
    "the default": {},
    "relu, regression": {"problem": "regression", "activation": "relu", "batch_size": 30},
    "sigmoid, spiral": {"dataset": "spiral", "activation": "sigmoid", "features": FEATURES},
    "linear, batches that leave some over": {"activation": "linear", "batch_size": 17},
    "L2": {"regularization": "L2", "regularization_rate": 0.1, "dataset": "xor"},
    "L1": {"regularization": "L1", "regularization_rate": 0.1, "dataset": "gauss", "noise": 20},
    "no hidden layer, single points": {"hidden": (), "batch_size": 1, "ratio": 10},
    "deep": {"hidden": (3, 3, 2, 2, 2, 2), "learning_rate": 0.3, "ratio": 20, "dataset": "moons"},
    "zero weights": {"weights": "zero", "dataset": "gauss"},
    "hills": {"problem": "regression", "dataset": "multi_gauss", "ratio": 10, "noise": 5},
}


@pytest.mark.parametrize("settings", RULES.values(), ids=RULES)
def test_three_epochs_are_those_of_the_tensorflow_playground(settings):
    session = Session(Settings().changed(**settings))
    output = "linear" if session.settings.problem == "regression" else "tanh"
    port = Port(session.network, session.settings.activation, output)
    training = samples_of(session, session.training)
    test = samples_of(session, session.test)
    for epoch in range(4):
        assert session.losses.epoch == epoch
        assert session.losses.training == pytest.approx(port.loss(training), rel=1e-9)
        assert session.losses.test == pytest.approx(port.loss(test), rel=1e-9)
        s = session.settings
        port.epoch(training, s.batch_size, s.learning_rate, pull_of(s))
        session.train()
    for layer, (weights, biases, _) in zip(session.network.layers, port.layers, strict=True):
        assert np.allclose(layer.weights, weights, rtol=0, atol=1e-9)
        assert np.allclose(layer.biases, biases, rtol=0, atol=1e-9)


def test_the_first_weights_lie_between_a_half_below_and_a_half_above_and_all_biases_are_a_tenth():
    session = Session(Settings(hidden=(8,) * 6, features=FEATURES))
    every = np.concatenate([layer.weights.ravel() for layer in session.network.layers])
    assert len(every) == 7 * 8 + 5 * 64 + 8
    assert -0.5 <= every.min() < -0.45
    assert 0.45 < every.max() <= 0.5
    assert abs(every.mean()) < 0.05
    assert {b for layer in session.network.layers for b in layer.biases} == {0.1}


def test_zero_weights_come_with_zero_biases():
    session = Session(Settings(weights="zero"))
    assert not any(layer.weights.any() or layer.biases.any() for layer in session.network.layers)


def test_the_controls_have_exactly_the_values_of_the_tensorflow_playground():
    assert RATES == (1e-5, 1e-4, 1e-3, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)
    assert list(ACTIVATIONS) == ["relu", "tanh", "sigmoid", "linear"]
    assert REGULARIZATIONS == ("none", "L1", "L2")
    assert REGULARIZATION_RATES == (0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)
    assert DATASETS["classification"][:4] == ("circle", "xor", "gauss", "spiral")
    assert DATASETS["regression"] == ("plane", "multi_gauss")
    assert list(RATIOS) == [10, 20, 30, 40, 50, 60, 70, 80, 90]
    assert list(NOISES) == [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50]
    assert list(BATCH_SIZES) == list(range(1, 31))
    assert FEATURES == ("X1", "X2", "X1^2", "X2^2", "X1X2", "sin(X1)", "sin(X2)")
    assert (MOST_LAYERS, list(ROOM), NEW_LAYER) == (6, [1, 2, 3, 4, 5, 6, 7, 8], 2)


def test_the_defaults_are_those_of_the_tensorflow_playground():
    assert vars(Settings()) | {"data_seed": 0, "weight_seed": 0} == {
        "learning_rate": 0.03,
        "activation": "tanh",
        "regularization": "none",
        "regularization_rate": 0,
        "problem": "classification",
        "dataset": "circle",
        "output": "tanh, quadratic",
        "ratio": 50,
        "noise": 0,
        "batch_size": 10,
        "features": ("X1", "X2"),
        "hidden": (4, 2),
        "weights": "uniform",
        "data_seed": 0,
        "weight_seed": 0,
    }


def test_every_value_of_every_control_is_taken_and_a_neighbour_is_not():
    for name, values in {
        "learning_rate": RATES,
        "activation": ACTIVATIONS,
        "regularization": REGULARIZATIONS,
        "regularization_rate": REGULARIZATION_RATES,
        "ratio": RATIOS,
        "noise": NOISES,
        "batch_size": BATCH_SIZES,
    }.items():
        session = Session()
        for value in values:
            session.change(**{name: value})
            assert getattr(session.settings, name) == value
        for odd in (0.5, -1, 31.5, "ramp", None, True, float("nan")):
            with pytest.raises((ValueError, TypeError), match=name):
                session.change(**{name: odd})
            assert getattr(session.settings, name) == value


@pytest.mark.parametrize(
    "odd",
    [
        {"hidden": (9,)},
        {"hidden": (0,)},
        {"hidden": (2,) * 7},
        {"hidden": 4},
        {"hidden": (2.0,)},
        {"hidden": (True,)},
        {"features": ()},
        {"features": ("X1", "X1")},
        {"features": ("X3",)},
        {"dataset": "plane"},
        {"problem": "regression", "output": "softmax, cross-entropy"},
        {"problem": "guessing"},
        {"data_seed": -1},
        {"data_seed": 0.5},
        {"weight_seed": True},
        {"weights": "one"},
        {"learning_rte": 1},
        {"activation": "own"},
        {"activation": 3},
        {"hidden": (3,), "batch_size": 31},
    ],
    ids=str,
)
def test_a_setting_that_is_none_is_refused_and_nothing_changes(odd):
    session = trained()
    before = kept(session)
    with pytest.raises((ValueError, TypeError)) as error:
        session.change(**odd)
    assert max(odd, key=lambda name: name not in {"hidden", "problem"}) in str(error.value)
    assert kept(session) == before
    session.train()
    assert session.epoch == 3


def test_a_playground_with_an_unknown_activation_says_which_there_are():
    with pytest.raises(ValueError, match="relu, tanh, sigmoid, linear"):
        Session(Settings(activation="swish"))


def test_a_whole_number_may_come_with_a_point():
    session = Session()
    session.change(batch_size=20.0, noise=5.0)
    session.train()
    assert repr(session.settings.batch_size) == "20"


def trained(epochs=2, **settings):
    session = Session(Settings().changed(**settings))
    session.train(epochs)
    return session


def kept(session):
    """All that a reader could lose."""
    return (
        session.settings,
        session.network,
        session.epoch,
        list(session.history),
        list(session.events),
        session.diverged,
        session.points.places.tolist(),
        session.training.places.tolist(),
        session.test.targets.tolist(),
        session.losses,
        session.accuracy,
        dict(session.activations),
        session.user_network,
        len(session.my_points),
    )


@pytest.mark.parametrize(
    "change",
    [{"learning_rate": 3}, {"regularization": "L1"}, {"regularization_rate": 0.1}],
    ids=str,
)
def test_the_rates_change_while_the_network_learns(change):
    session = trained()
    network, points = session.network, session.points
    session.change(**change)
    assert (session.network, session.points, session.epoch) == (network, points, 2)


@pytest.mark.parametrize(
    "change",
    [
        {"activation": "relu"},
        {"batch_size": 11},
        {"features": ("X1",)},
        {"hidden": (4,)},
        {"output": "sigmoid, cross-entropy"},
        {"weights": "zero"},
        {"weight_seed": 5},
    ],
    ids=str,
)
def test_the_form_of_the_network_begins_again_with_the_same_points(change):
    session = trained()
    points, training = session.points, session.training
    session.change(**change)
    assert (session.epoch, session.events, len(session.history)) == (0, (), 1)
    assert session.points is points
    assert session.training is training
    assert session.network == Session(Settings().changed(**change)).network


@pytest.mark.parametrize(
    "change",
    [
        {"dataset": "xor"},
        {"noise": 50},
        {"ratio": 30},
        {"data_seed": 9},
        {"problem": "regression"},
        {"problem": "several classes"},
    ],
    ids=str,
)
def test_other_data_makes_new_points_and_begins_again(change):
    session = trained()
    before = session.training
    session.change(**change)
    assert session.epoch == 0
    assert len(session.training) != len(before) or not (
        np.array_equal(session.training.places, before.places)
        and np.array_equal(session.training.targets, before.targets)
    )
    assert session.network.layers[0] == Session().network.layers[0]  # from the same seed


def test_regenerate_makes_new_points_and_keeps_the_weights():
    session = trained()
    network, before = session.network, session.points.places.tolist()
    session.regenerate()
    assert session.network is network
    assert session.epoch == 2
    assert session.points.places.tolist() != before
    session.train()
    assert session.epoch == 3


def test_reset_keeps_the_data_and_changes_the_weights():
    session = trained()
    start, points = session.start, session.points
    session.new_weights()
    assert session.points is points
    assert session.epoch == 0
    assert session.start != start
    session.reset()
    assert session.network == session.start


def test_starting_over_sets_all_other_settings_back_and_trains():
    session = Session(Settings(dataset="spiral", learning_rate=1))
    session.train(3)
    session.start_over(2, hidden=(3,))
    assert (session.settings, session.epoch) == (Settings(hidden=(3,)), 2)
    session.start_over()
    assert (session.settings, session.epoch) == (Settings(), 0)
    session.train()
    session.start_over()  # where no setting changes, too
    assert session.epoch == 0
    session.start_over(problem="regression")
    assert session.settings == Settings().changed(problem="regression")


def test_answers_are_the_outputs_for_the_features_of_places():
    session = Session(Settings(features=("X1", "X2", "sin(X1)"), dataset="xor"))
    outputs = session.network(session.test_data.X)
    assert (session.answers(session.test.places) == outputs).all()


def test_the_features_are_what_their_names_say():
    places = np.random.default_rng(0).uniform(-6, 6, (40, 2))
    table = features_of(places, FEATURES)
    for (x1, x2), row in zip(places.tolist(), table.tolist(), strict=True):
        for name, value in zip(FEATURES, row, strict=True):
            assert value == pytest.approx(BY_HAND[name](x1, x2), abs=1e-12)
    assert set(FEATURE_FUNCTIONS) == set(FEATURES)


@pytest.mark.parametrize("ratio", RATIOS)
def test_the_ratio_splits_the_points_and_loses_none(ratio):
    for problem, n in (("classification", 500), ("regression", 1200)):
        session = Session(Settings().changed(problem=problem, ratio=ratio))
        assert len(session.training) == n * ratio // 100
        assert len(session.test) == n - len(session.training)
        both = np.vstack([session.training.places, session.test.places])
        assert sorted(both.tolist()) == sorted(session.points.places.tolist())


def test_few_points_leave_at_least_one_on_each_side():
    for n, ratio in itertools.product(range(2, 12), RATIOS):
        points = Points(np.arange(2.0 * n).reshape(n, 2), np.zeros(n))
        training, test = points.split(ratio, 0)
        assert len(training) >= 1
        assert len(test) >= 1
        assert len(training) + len(test) == n
    training, test = points[:1].split(50, 0)
    assert (len(training), len(test)) == (1, 1)


def test_noise_moves_labels_or_points_the_more_the_more_there_is():
    def change(dataset, noise):
        problem = next(name for name, known in DATASETS.items() if dataset in known)
        calm, loud = (
            make_points(Settings().changed(problem=problem, dataset=dataset, noise=each))
            for each in (0, noise)
        )
        moved = np.abs(calm.places - loud.places).max()
        labels = np.mean(np.abs(calm.targets - loud.targets))
        return moved, labels

    for dataset in ("circle", "xor", "plane", "multi_gauss"):
        assert change(dataset, 25)[0] == 0
        assert 0 < change(dataset, 20)[1] < change(dataset, 50)[1]
    for dataset in ("spiral", "gauss", "moons", "three clouds", "three arms"):
        assert change(dataset, 25)[1] == 0
        assert 0 < change(dataset, 5)[0] < change(dataset, 50)[0]


def test_a_weight_and_a_bias_can_be_set_and_nothing_else_moves():
    session = trained()
    before = session.network
    session.edit(0, 3, 1, 7)
    session.edit(2, 0, None, -0.25)
    for number, (old, new) in enumerate(zip(before.layers, session.network.layers, strict=True)):
        for j, k in itertools.product(range(len(old)), range(old.n_inputs)):
            wanted = 7 if (number, j, k) == (0, 3, 1) else old.weights[j, k]
            assert new.weights[j, k] == wanted
        assert new.biases.tolist() == ([-0.25] if number == 2 else old.biases.tolist())
    assert session.epoch == 2


@pytest.mark.parametrize(
    "edit",
    [(3, 0, 0, 1), (0, 4, 0, 1), (0, 0, 2, 1), (-1, 0, 0, 1), (0, -1, 0, 1), (0, 0, -1, 1),
     (0, 0, 0, math.inf), (0, 0, 0, math.nan), (0, 0, 0, "1"), (0, 0, None, True)],
    ids=str,
)  # fmt: skip
def test_an_edit_of_what_is_not_there_or_no_number_changes_nothing(edit):
    session = trained()
    before = kept(session)
    with pytest.raises((ValueError, TypeError)):
        session.edit(*edit)
    assert kept(session) == before


def test_divergence_keeps_the_last_good_network_and_says_the_epoch():
    session = Session(Settings().changed(problem="regression", learning_rate=10))
    networks = [session.network]
    while not session.diverged:
        session.train()
        networks.append(session.network)
        assert len(networks) < 200
    good = session.epoch
    assert session.diverged.startswith(f"Diverged in epoch {good + 1}: ")
    assert f"epoch {good}, the last good one" in session.diverged
    assert networks[-1] == networks[-2]
    assert all(np.isfinite(layer.weights).all() for layer in session.network.layers)
    assert math.isfinite(session.losses.training)
    assert session.history[-1].epoch == good
    session.train(5)
    assert session.epoch == good


def test_training_goes_on_after_the_rate_is_lowered():
    session = Session(Settings().changed(problem="regression", learning_rate=10, hidden=()))
    session.train(200)
    assert session.diverged
    epoch, loss = session.epoch, session.losses.training
    session.change(learning_rate=0.01)  # it goes on from the last good network
    session.train()
    assert session.epoch == epoch + 1
    assert not session.diverged
    assert session.losses.training < loss


def test_a_network_that_blew_up_by_hand_learns_again_from_an_edit():
    session = Session(Settings().changed(problem="regression", hidden=()))
    session.edit(0, 0, 0, 1e308)
    session.train()
    assert session.diverged
    session.edit(0, 0, 0, 0.1)
    assert not session.diverged
    session.train()
    assert session.epoch == 1


def test_the_chart_keeps_few_losses_evenly_spaced():
    session = Session(Settings(hidden=(), ratio=10, batch_size=30, dataset="gauss"))
    for epoch in range(1, 2 * MOST_KEPT + 40):
        session.train()
        numbers = [losses.epoch for losses in session.history]
        assert len(numbers) <= MOST_KEPT
        assert numbers[0] == 0
        assert {b - a for a, b in itertools.pairwise(numbers)} <= {session.every}
        assert epoch - numbers[-1] < session.every


def right(session):
    """How many test points are decided right, one at a time."""
    count = 0
    for x, mark in samples_of(session, session.test):
        outputs = session.network(x).tolist()
        if session.output == softmax:
            count += outputs.index(max(outputs)) == (mark + 1) / 2
        else:
            border = 0 if session.output.range[0] < 0 else 0.5
            count += (outputs[0] >= border) == (mark == 1)
    return count / len(session.test)


@pytest.mark.parametrize("output", OUTPUTS["classification"])
@pytest.mark.parametrize("dataset", ["circle", "gauss"])
def test_the_accuracy_is_the_share_of_test_points_decided_right(output, dataset):
    session = trained(3, output=output, dataset=dataset, noise=30)
    assert session.accuracy == pytest.approx(right(session))


@pytest.mark.parametrize("kind", ["identity", "relu", "softplus", "leaky_relu"])
def test_the_accuracy_of_a_network_of_the_readers_own_is_counted_too(kind):
    session = Session()
    session.use(Network.random((2, 3, 1), activation="tanh", output_activation=kind, rng=1))
    session.train(2)
    assert session.accuracy == pytest.approx(right(session))


def test_the_accuracy_counts_when_all_test_points_are_of_one_class():
    session = Session()
    session.set_points(Points(np.array([[1.0, 2], [2, 1], [3, 3], [2, 2]]), np.ones(4)))
    for kind in ("relu", "sigmoid", "identity", "tanh"):
        layer = Layer([[1.0, 1.0]], [0.0], kind)
        session.use(Network([layer]))
        assert session.accuracy == 1


def test_amounts_have_no_accuracy():
    assert Session(Settings().changed(problem="regression")).accuracy is None


def test_of_several_classes_the_largest_output_decides():
    session = trained(3, problem="several classes")
    assert session.network.sizes[-1] == 3
    outputs = session.network(features_of(session.test.places, ("X1", "X2"))).tolist()
    count = sum(
        row.index(max(row)) == target
        for row, target in zip(outputs, session.test.targets, strict=True)
    )
    assert session.accuracy == pytest.approx(count / len(outputs))


def test_the_gradients_are_the_slopes_of_the_training_loss():
    session = trained(2, hidden=(3,), output="sigmoid, cross-entropy", dataset="xor")
    nudge, gradients = 1e-5, session.gradients()
    for layer, node, weight in [(0, 0, 0), (0, 2, 1), (0, 1, None), (1, 0, 2), (1, 0, None)]:
        value = (
            session.network.layers[layer].biases[node]
            if weight is None
            else session.network.layers[layer].weights[node, weight]
        )
        losses = []
        for sign in (1, -1):
            session.edit(layer, node, weight, value + sign * nudge)
            losses.append(session.losses.training)
        session.edit(layer, node, weight, value)
        one = gradients[layer]
        found = one.biases[node] if weight is None else one.weights[node, weight]
        assert found == pytest.approx((losses[0] - losses[1]) / (2 * nudge), abs=1e-7)


def test_without_points_there_is_nothing_to_learn_from_and_a_sentence_says_so():
    session = Session(Settings().changed(problem="my points"))
    assert session.gradients() is None
    assert session.losses == (0, 0, 0)
    with pytest.raises(ValueError, match="no points to learn from"):
        session.train()
    session.regenerate()
    assert session.accuracy is None


def test_an_activation_that_raises_in_the_middle_of_an_epoch_leaves_the_network_before():
    def fussy(z):
        if np.abs(z).max() > 6:
            raise ValueError("too far for me")
        return z / 2

    own = Activation("fussy", fussy, lambda z: np.full_like(z, 0.5))
    session = Session(Settings(), [own])
    session.change(activation="fussy")
    session.edit(0, 0, 0, 1e6)
    before = session.network
    with pytest.raises(ValueError, match="too far"):
        session.train()
    assert session.network is before


@pytest.mark.parametrize("name", epochs.CONTENDERS)
def test_what_the_benchmark_times_arrives_at_the_outputs_of_the_port(name):
    session = Session()
    session.use(Network([*session.network.layers[:-1], linear(session.network.layers[-1])]))
    port, samples = Port(session.network, "tanh", "linear"), samples_of(session, session.training)
    contender = epochs.CONTENDERS[name](session, 3)
    contender.run()
    for _ in range(3):
        port.epoch(samples, 10, 0.03, lambda _, after: after)
    wanted = [port.passed(x)[1][-1][0] for x, _ in samples]
    assert contender.outputs(session.training_data.X).tolist() == pytest.approx(wanted, abs=1e-9)


def linear(layer):
    """The layer, without a bend."""
    return Layer(layer.weights, layer.biases, "identity")


def test_the_epochs_benchmark_prints_a_cell_for_each_contender():
    *_, row, note = epochs.lines(rounds=1, small=True)
    assert len(row.split(" | ")) == 1 + len(epochs.CONTENDERS)
    assert "partial_fit" in note
