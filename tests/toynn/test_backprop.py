"""Backpropagation against two oracles: central differences, and the complex step in plain Python.

Kinks are avoided by drawing the numbers of a case again until every z and every output stays
away from them; cases.py has the margin.
"""

import numpy as np
import pytest
from hypothesis import given, settings, strategies

from tests.toynn import plain
from tests.toynn.cases import PAIRINGS, case, seeds, sizes
from toynn import (
    Activation,
    Cost,
    Gradient,
    Layer,
    Network,
    backward,
    forward,
    numerical_gradient,
    quadratic,
)


def nested(gradients):
    """Gradients as the nested pairs that `plain` works with."""
    return [(gradient.weights, gradient.biases) for gradient in gradients]


def central_differences(network, X, Y, cost, nudge):
    """(C(w + nudge) - C(w - nudge)) / (2 nudge) for each number of the plain network."""
    layers = plain.parameters(network)

    def slope(numbers, i):
        value, costs = numbers[i], []
        for moved in (value + nudge, value - nudge):
            numbers[i] = moved
            costs.append(plain.mean_cost(layers, X.tolist(), Y.tolist(), cost).real)
        numbers[i] = value
        return (costs[0] - costs[1]) / (2 * nudge)

    def slopes(numbers):
        return [slope(numbers, i) for i in range(len(numbers))]

    return [([slopes(row) for row in weights], slopes(biases)) for weights, biases, _ in layers]


@pytest.mark.parametrize("pairing", PAIRINGS, ids="-".join)
def test_backward_agrees_with_central_differences_and_with_the_complex_step(pairing):
    network, X, Y = case((2, 4, 3), *pairing, 3)
    found = backward(network, forward(network, X), Y, pairing[-1])
    differences = numerical_gradient(network, X, Y, pairing[-1])
    assert plain.worst_error(found, nested(differences)) < 1e-6
    assert plain.worst_error(found, plain.gradient(network, X, Y, pairing[-1])) < 1e-12


@settings(max_examples=60)
@given(sizes, strategies.sampled_from(PAIRINGS), strategies.integers(1, 4), seeds)
def test_backward_agrees_with_the_complex_step_for_any_shape(shape, pairing, n_samples, seed):
    network, X, Y = case(shape, *pairing, n_samples, seed)
    found = backward(network, forward(network, X), Y, pairing[-1])
    assert plain.worst_error(found, plain.gradient(network, X, Y, pairing[-1])) < 1e-12


@settings(max_examples=20)
@given(sizes, strategies.sampled_from(PAIRINGS), seeds)
def test_numerical_gradient_agrees_with_differences_of_a_network_in_plain_python(
    shape, pairing, seed
):
    network, X, Y = case(shape, *pairing, 2, seed)
    found = numerical_gradient(network, X, Y, pairing[-1], nudge=1e-4)
    expected = central_differences(network, X, Y, pairing[-1], 1e-4)
    # two numbers that agree to about 1e-15, divided by 2e-4
    assert np.allclose(plain.flat(nested(found)), plain.flat(expected), rtol=0, atol=1e-10)


def test_numerical_gradient_takes_central_differences_not_forward_ones():
    # C = (w^4 - 0)^2 / 2 with w^4 as activation of w: C = w^8 / 2, C' = 4 w^7 = 4 at w = 1.
    # Central differences are wrong by h^2 C'''/6 = h^2 * 28, forward ones by h C''/2 = h * 14.
    quartic = Activation("quartic", lambda z: z**4, lambda z: 4 * z**3)
    network = Network([Layer([[1.0]], [0.0], quartic)])
    (found,) = numerical_gradient(network, [[1.0]], [[0.0]], quadratic, nudge=1e-3)
    assert found.weights[0, 0] == pytest.approx(4 + 28e-6, abs=1e-8)
    assert found.delta is None


def test_a_gradient_worked_by_hand():
    # x = 2, then z = 0.5 * 2 - 1 = 0, a = 0.5, f' = 0.25, then z = 4 * 0.5 - 2 = 0, the same again
    network = Network([Layer([[0.5]], [-1.0]), Layer([[4.0]], [-2.0])])
    first, last = backward(network, forward(network, [[2.0]]), [[1.0]], quadratic)
    # dC/da = 0.5 - 1 = -0.5, so delta = -0.5 * 0.25 = -0.125, and dC/dw = -0.125 * 0.5
    assert (last.delta.item(), last.biases.item(), last.weights.item()) == (-0.125, -0.125, -0.0625)
    # delta = -0.125 * 4 * 0.25 = -0.125, and dC/dw = -0.125 * 2
    assert (first.delta.item(), first.biases.item(), first.weights.item()) == (
        -0.125,
        -0.125,
        -0.25,
    )


@pytest.mark.parametrize("pairing", PAIRINGS[::5], ids="-".join)
def test_a_repeated_sample_leaves_the_mean_gradient_unchanged(pairing):
    network, X, Y = case((2, 4, 3), *pairing, 3)
    once = backward(network, forward(network, X), Y, pairing[-1])
    X, Y = np.repeat(X, 3, axis=0), np.repeat(Y, 3, axis=0)
    thrice = backward(network, forward(network, X), Y, pairing[-1])
    assert plain.worst_error(once, nested(thrice)) < 1e-14


def test_the_gradient_of_a_batch_is_the_mean_of_the_gradients_of_its_samples():
    network, X, Y = case((5, 3, 4, 2), "tanh", "sigmoid", "binary_cross_entropy", 4)
    together = backward(network, forward(network, X), Y, "binary_cross_entropy")
    each = [
        backward(network, forward(network, X[[i]]), Y[[i]], "binary_cross_entropy")
        for i in range(len(X))
    ]
    means = [
        (sum(g.weights for g in layer) / 4, sum(g.biases for g in layer) / 4)
        for layer in zip(*each, strict=True)
    ]
    assert plain.worst_error(together, means) < 1e-14


def test_the_delta_of_a_sample_is_how_its_own_cost_changes_with_each_bias():
    network, X, Y = case((3, 4, 2), "tanh", "softmax", "cross_entropy", 3)
    together = backward(network, forward(network, X), Y, "cross_entropy")
    for i in range(len(X)):
        alone = plain.gradient(network, X[[i]], Y[[i]], "cross_entropy")
        for layer, (_, biases) in zip(together, alone, strict=True):
            assert layer.delta[i] == pytest.approx(biases, rel=1e-12)


def test_gradients_have_the_shapes_of_the_parameters():
    network, X, Y = case((5, 3, 4, 2), "relu", "identity", "quadratic", 6)
    found = backward(network, forward(network, X), Y, "quadratic")
    assert [g.weights.shape for g in found] == [(3, 5), (4, 3), (2, 4)]
    assert [g.biases.shape for g in found] == [(3,), (4,), (2,)]
    assert [g.delta.shape for g in found] == [(6, 3), (6, 4), (6, 2)]
    assert all(isinstance(g, Gradient) for g in found)


def test_an_activation_and_a_cost_of_ones_own_pass_the_gradient_check():
    bump = Activation("bump", lambda z: np.exp(-(z**2)), lambda z: -2 * z * np.exp(-(z**2)), (0, 1))
    quartic = Cost("quartic", lambda a, y: (a - y) ** 4, lambda a, y: 4 * (a - y) ** 3)
    network = Network.random((3, 4, 2), activation=bump, biases=(-1, 1), rng=0)
    rng = np.random.default_rng(1)
    X, Y = rng.normal(size=(5, 3)), rng.normal(size=(5, 2))
    found = backward(network, forward(network, X), Y, quartic)
    assert plain.worst_error(found, nested(numerical_gradient(network, X, Y, quartic))) < 1e-6


def test_a_wrong_derivative_of_ones_own_does_not_pass():
    wrong = Activation("wrong", lambda z: np.exp(-(z**2)), lambda z: -z * np.exp(-(z**2)), (0, 1))
    network = Network.random((3, 4, 2), activation=wrong, biases=(-1, 1), rng=0)
    X, Y = np.ones((1, 3)), np.zeros((1, 2))
    found = backward(network, forward(network, X), Y, quadratic)
    assert plain.worst_error(found, nested(numerical_gradient(network, X, Y, quadratic))) > 0.1


def test_neither_gradient_changes_what_it_is_given():
    network, X, Y = case((2, 4, 3), "tanh", "sigmoid", "quadratic", 3)
    passed = forward(network, X)
    before = [np.copy(array) for array in (X, Y, *passed.zs, *passed.activations)]
    same = Network(network.layers)
    backward(network, passed, Y, quadratic)
    numerical_gradient(network, X, Y, quadratic)
    after = (X, Y, *passed.zs, *passed.activations)
    assert all(map(np.array_equal, before, after))
    assert network == same


def test_one_sample_may_come_without_its_outer_brackets():
    network, X, Y = case((2, 4, 3), "tanh", "sigmoid", "quadratic", 1)
    flat = backward(network, forward(network, X[0]), Y[0], "quadratic")
    assert plain.worst_error(flat, plain.gradient(network, X, Y, "quadratic")) < 1e-12


@pytest.mark.parametrize("pairing", PAIRINGS, ids="-".join)
@pytest.mark.parametrize("z", [1000.0, -1000.0])
def test_no_gradient_warns_or_is_lost_at_z_of_a_thousand(pairing, z):
    hidden, output, cost = pairing
    layers = [Layer(np.eye(2), [z, z], hidden), Layer(np.eye(2), [z, -z], output)]
    network = Network(layers)
    with np.errstate(divide="raise", over="raise", invalid="raise"):
        found = backward(network, forward(network, [[0.0, 1.0]]), [[0.0, 1.0]], cost)
    assert np.isfinite(plain.flat(nested(found))).all()
