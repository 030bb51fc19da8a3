"""Costs against arithmetic, loops in plain Python, finite differences and scikit-learn."""

import math

import numpy as np
import pytest
from hypothesis import given, settings, strategies
from sklearn.metrics import log_loss

from tests.toynn import plain
from tests.toynn.cases import OUTPUTS, REFUSED, seeds, targets_for
from toynn import (
    ACTIVATIONS,
    COSTS,
    Activation,
    Cost,
    Network,
    absolute,
    binary_cross_entropy,
    checks,
    cross_entropy,
    identity,
    quadratic,
    sigmoid,
    softmax,
    tanh,
    train,
)
from toynn.datasets import iris, swap

NUDGE = 1e-6


def outputs_and_targets(name, seed, shape=(4, 3)):
    """Numbers that the cost takes, no output within 0.01 of its target, of 0 or of 1."""
    rng = np.random.default_rng(seed)
    if name == "binary_cross_entropy":
        return rng.uniform(0.01, 0.99, shape), rng.uniform(0, 1, shape)
    if name == "cross_entropy":
        shares = np.full(shape[1], 1 / shape[1])
        return [(rng.dirichlet(10 * shares, shape[0]) + shares) / 2 for _ in range(2)]
    targets = rng.normal(size=shape)
    return targets + rng.choice([-1, 1], shape) * rng.uniform(0.01, 2, shape), targets


def test_the_quadratic_cost_is_half_the_square_summed_over_outputs_and_averaged_over_samples():
    # ((0.5^2 + 0^2) / 2 + (0^2 + 1^2) / 2) / 2
    assert quadratic([[0.5, 1.0], [0.0, 1.0]], [[1.0, 1.0], [0.0, 0.0]]) == 0.3125


def test_the_absolute_cost_is_the_distance():
    # (|0.5 - 1| + |2 - -1|) / 1 sample
    assert absolute([[0.5, 2.0]], [[1.0, -1.0]]) == 3.5


def test_binary_cross_entropy_is_minus_the_logarithm_of_each_answer_that_was_due():
    # target 1 costs -log 0.8, target 0 costs -log(1 - 0.4)
    found = binary_cross_entropy([[0.8, 0.4]], [[1, 0]])
    assert found == pytest.approx(-math.log(0.8) - math.log(0.6))


def test_cross_entropy_counts_the_due_answer_alone():
    for activation in (None, softmax, "softmax"):
        cost = cross_entropy([[0.8, 0.2], [0.5, 0.5]], [[1, 0], [0, 1]], activation)
        assert cost == pytest.approx((-math.log(0.8) - math.log(0.5)) / 2)


@pytest.mark.parametrize(
    ("output", "cost"), [("sigmoid", binary_cross_entropy), ("softmax", cross_entropy)]
)
def test_the_cost_of_what_a_network_answers_is_the_one_that_training_used(output, cost):
    data = iris()
    network = Network.random((4, 5, 3), activation="tanh", output_activation=output, rng=0)
    *_, last = train(network, data, epochs=3, learning_rate=0.1, cost=cost)
    assert cost(last.network(data.X), data.Y) == last.cost


def test_outputs_of_softmax_are_refused_by_the_cost_for_sigmoid_and_the_other_way_round():
    data = iris()
    sums = data.X @ np.random.default_rng(0).normal(size=(4, 3))
    with pytest.raises(ValueError, match=r"add up to 1, as those of softmax .* use cross_entropy"):
        binary_cross_entropy(softmax(sums), data.Y)
    with pytest.raises(ValueError, match=r"add up to [\d.]+, but .* use binary_cross_entropy"):
        cross_entropy(sigmoid(sums), data.Y)
    with pytest.raises(ValueError, match=r"outputs run from .* rescale the outputs"):
        binary_cross_entropy(np.tanh(sums), data.Y)
    for cost, output in ((binary_cross_entropy, "softmax"), (cross_entropy, "sigmoid")):
        with pytest.raises(ValueError, match=r"does not go with"):
            cost(softmax(sums), data.Y, output)


def test_outputs_of_sigmoid_that_happen_to_add_up_to_one_are_taken_once_the_reader_says_so():
    network = Network.random((2, 2), weights="zero", rng=0)
    outputs, targets = network(swap().X), swap().Y  # one half everywhere
    with pytest.raises(ValueError, match=r"say so with .*activation='sigmoid'"):
        binary_cross_entropy(outputs, targets)
    assert binary_cross_entropy(outputs, targets, sigmoid) == pytest.approx(2 * math.log(2))


@settings(max_examples=20)
@given(seeds)
def test_cross_entropy_is_the_log_loss_of_scikit_learn(seed):
    rng = np.random.default_rng(seed)
    answers = rng.dirichlet([1, 1, 1], 6)
    labels = rng.integers(0, 3, 6)
    found = cross_entropy(answers, np.eye(3)[labels])
    assert found == pytest.approx(log_loss(labels, answers, labels=[0, 1, 2]), rel=1e-12)
    found = binary_cross_entropy(answers[:, :1], (labels == 0)[:, None])
    assert found == pytest.approx(log_loss(labels == 0, answers[:, 0], labels=[0, 1]), rel=1e-12)


@pytest.mark.parametrize("cost", COSTS.values(), ids=repr)
@settings(max_examples=20)
@given(seeds)
def test_a_cost_is_the_mean_over_samples_of_the_sum_over_outputs(cost, seed):
    outputs, targets = outputs_and_targets(cost.name, seed)
    total = 0.0
    for row, answers in zip(outputs.tolist(), targets.tolist(), strict=True):
        for a, y in zip(row, answers, strict=True):
            total += plain.COSTS[cost.name](a, y).real
    assert cost(outputs, targets) == pytest.approx(total / len(outputs), rel=1e-12)
    assert type(cost(outputs, targets)) is float


@pytest.mark.parametrize("cost", COSTS.values(), ids=repr)
def test_repeating_every_sample_leaves_the_cost_unchanged(cost):
    outputs, targets = outputs_and_targets(cost.name, 0)
    twice = cost(np.tile(outputs, (2, 1)), np.tile(targets, (2, 1)))
    assert twice == pytest.approx(cost(outputs, targets), rel=1e-14)


@pytest.mark.parametrize("cost", COSTS.values(), ids=repr)
@settings(max_examples=20)
@given(seeds)
def test_the_derivative_is_the_slope_of_the_cost_of_each_output(cost, seed):
    outputs, targets = outputs_and_targets(cost.name, seed)
    f = plain.COSTS[cost.name]
    slopes = [
        (f(a + NUDGE, y) - f(a - NUDGE, y)).real / (2 * NUDGE)
        for a, y in zip(outputs.ravel(), targets.ravel(), strict=True)
    ]
    found = cost.derivative(outputs, targets)
    assert found.shape == outputs.shape
    assert found.ravel().tolist() == pytest.approx(slopes, rel=1e-5, abs=1e-8)


@pytest.mark.parametrize(("output", "cost"), OUTPUTS, ids=str)
@settings(max_examples=20)
@given(seeds)
def test_delta_is_the_slope_of_a_samples_cost_by_each_z(output, cost, seed):
    rng = np.random.default_rng(seed)
    z = rng.choice([-1, 1], (3, 2)) * rng.uniform(0.01, 2, (3, 2))  # away from the kinks at 0
    a = ACTIVATIONS[output](z)
    Y = targets_for(output, cost, a.shape, rng)
    found = COSTS[cost].delta(z, a, Y, ACTIVATIONS[output])
    for i, j in np.ndindex(z.shape):
        nudged = [complex(n, plain.H * (k == j)) for k, n in enumerate(z[i].tolist())]
        answers = plain.activated(nudged, output)
        moved = sum(plain.COSTS[cost](*pair) for pair in zip(answers, Y[i], strict=True))
        assert found[i, j] == pytest.approx(moved.imag / plain.H, rel=1e-10, abs=1e-12)


@pytest.mark.parametrize(
    ("cost", "output"), [(binary_cross_entropy, sigmoid), (cross_entropy, softmax)], ids=repr
)
def test_beside_its_partner_the_delta_of_a_cross_entropy_is_output_minus_target(cost, output):
    z = np.array([[1000.0, -1000.0], [-1000.0, 1000.0], [0.3, -0.2]])
    a, Y = output(z), np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    assert np.array_equal(cost.delta(z, a, Y, output), a - Y)


@pytest.mark.parametrize("cost", COSTS.values(), ids=repr)
def test_nothing_overflows_or_warns_where_outputs_are_certain(cost):
    answers = np.array([[0.0, 1.0], [1.0, 0.0], [0.0, 1.0]])
    targets = np.array([[0.0, 1.0], [0.0, 1.0], [0.5, 0.5]])
    with np.errstate(divide="raise", over="raise", invalid="raise"):
        assert math.isfinite(cost(answers, targets, cost.partner))
        assert np.isfinite(cost.derivative(answers, targets, cost.partner)).all()


def test_the_cross_entropy_of_a_certain_wrong_answer_is_large_but_finite():
    assert 30 < binary_cross_entropy([0.0], [1.0]) < 40
    assert binary_cross_entropy([1.0], [1.0]) == pytest.approx(0, abs=1e-15)
    assert 30 < cross_entropy([0.0, 1.0], [1.0, 0.0]) < 40


@pytest.mark.parametrize(("output", "cost"), OUTPUTS, ids=str)
def test_pairings_that_make_sense_are_taken(output, cost):
    assert COSTS[cost].goes_with(ACTIVATIONS[output])
    checks.cost_suits(COSTS[cost], ACTIVATIONS[output])


@pytest.mark.parametrize(("output", "cost"), REFUSED, ids=str)
def test_pairings_that_make_no_sense_are_refused_with_what_to_use_instead(output, cost):
    with pytest.raises(ValueError, match=rf"({output}.*{cost}|{cost}.*{output}).*; use "):
        checks.cost_suits(COSTS[cost], ACTIVATIONS[output])
    assert not COSTS[cost].goes_with(ACTIVATIONS[output])


def test_ones_own_activation_between_zero_and_one_goes_with_binary_cross_entropy():
    bump = Activation("bump", lambda z: np.exp(-(z**2)), lambda z: -2 * z * np.exp(-(z**2)), (0, 1))
    z, Y = np.array([[0.5]]), np.array([[1.0]])
    # C = -log e^(-z^2) = z^2, so dC/dz = 2z = 1
    assert binary_cross_entropy.delta(z, bump(z), Y, bump).item() == pytest.approx(1.0)


@pytest.mark.parametrize("cost", COSTS.values(), ids=repr)
def test_outputs_that_are_no_numbers_any_more_cost_nan_and_are_not_refused(cost):
    nan = float("nan")  # what a network answers whose training diverged
    assert math.isnan(cost([[nan, nan], [0.5, 0.5]], [[1.0, 0.0], [0.0, 1.0]]))
    assert np.isnan(cost.derivative([nan, nan], [1.0, 0.0])).all()


def test_infinite_outputs_cost_infinity_where_any_output_is_taken():
    assert quadratic([math.inf], [0.0]) == absolute([math.inf], [0.0]) == math.inf


@pytest.mark.parametrize("targets", [[-1.0], [1.5]])
def test_binary_cross_entropy_refuses_targets_beyond_zero_and_one(targets):
    with pytest.raises(ValueError, match=f"targets run from {targets[0]:g} .* 0 to 1; rescale"):
        binary_cross_entropy([0.5], targets)


def test_beside_softmax_the_targets_of_a_sample_add_up_to_one():
    with pytest.raises(ValueError, match=r"add up to 2, .* add up to 1; use sigmoid"):
        cross_entropy([[0.5, 0.5]], [[1, 1]], softmax)


@pytest.mark.parametrize("cost", COSTS.values(), ids=repr)
@pytest.mark.parametrize("shapes", [((3,), (3, 1)), ((2, 3), (3, 2)), ((0, 2), (0, 2)), ((), (1,))])
def test_outputs_and_targets_of_different_shapes_are_refused(cost, shapes):
    outputs, targets = map(np.zeros, shapes)
    for call in (cost, cost.derivative):
        with pytest.raises(ValueError, match="give one target for each output") as caught:
            call(outputs, targets)
        assert all(str(shape) in str(caught.value) for shape in shapes)


@settings(max_examples=20)
@given(strategies.floats(-10, 10), strategies.floats(-10, 10))
def test_ones_own_cost_takes_one_line(a, y):
    cubic = Cost("cubic", lambda a, y: abs(a - y) ** 3, lambda a, y: 3 * (a - y) * abs(a - y))
    assert cubic(a, y) == pytest.approx(abs(a - y) ** 3)
    assert cubic.derivative(2.0, 1.0) == 3.0
    assert repr(cubic) == "cubic"
    assert cubic.goes_with(identity)
    assert cubic.goes_with(tanh)


def test_names_in_the_registry_are_the_names_of_the_records():
    assert {name: cost.name for name, cost in COSTS.items()} == {name: name for name in COSTS}
    assert [repr(cost) for cost in COSTS.values()] == list(COSTS)
