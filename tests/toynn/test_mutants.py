"""The test of the gradient check: it notices each formula that is put in wrong.

Each test puts one mistake into a copy of a formula while it runs, and asks for a relative error
far above the one in a million that the gradient check allows.
"""

from dataclasses import replace

import numpy as np
import pytest

from tests.toynn import plain
from tests.toynn.cases import SIZES, case
from toynn import COSTS, Gradient, Layer, Network, backward, forward, numerical_gradient
from toynn.activations import ACTIVATIONS

NOTICED = 1e-3  # a thousand times what the gradient check allows


def worst_errors(network, X, Y, cost, taken=backward):
    """The relative errors of a gradient: by central differences, and by the complex step."""
    found = taken(network, forward(network, X), Y, cost)
    differences = [(each.weights, each.biases) for each in numerical_gradient(network, X, Y, cost)]
    return plain.worst_error(found, differences), plain.worst_error(
        found, plain.gradient(network, X, Y, cost)
    )


def with_activation(network, activation):
    """The same network with another activation in every layer."""
    return Network([Layer(layer.weights, layer.biases, activation) for layer in network.layers])


@pytest.mark.parametrize("shape", SIZES, ids=str)
def test_without_a_mistake_the_gradient_check_is_silent(shape):
    by_differences, by_complex_step = worst_errors(
        *case(shape, "sigmoid", "sigmoid", "quadratic", 3), "quadratic"
    )
    assert by_differences < 1e-6
    assert by_complex_step < 1e-12


@pytest.mark.parametrize("shape", SIZES, ids=str)
def test_the_articles_sign_of_the_bias_is_noticed(monkeypatch, shape):
    def z(layer, inputs):
        return inputs @ layer.weights.T - layer.biases

    network, X, Y = case(shape, "sigmoid", "sigmoid", "quadratic", 3)
    monkeypatch.setattr(Layer, "z", z)
    assert min(worst_errors(network, X, Y, "quadratic")) > NOTICED


@pytest.mark.parametrize("shape", SIZES[1:], ids=str)
def test_the_articles_index_is_noticed(shape):
    def by_own_number(network, passed, Y, cost):
        gradients = list(backward(network, passed, Y, cost))
        for number in range(1, len(gradients)):  # its first layer is right
            delta, a = gradients[number].delta, passed.activations[number]
            own = np.zeros_like(delta)
            n = min(delta.shape[1], a.shape[1])
            own[:, :n] = a[:, :n]
            column = (delta * own).mean(axis=0)[:, None]
            weights = np.tile(column, (1, a.shape[1]))
            gradients[number] = Gradient(weights, gradients[number].biases, delta)
        return gradients

    network, X, Y = case(shape, "sigmoid", "sigmoid", "quadratic", 3)
    assert min(worst_errors(network, X, Y, "quadratic", by_own_number)) > NOTICED


@pytest.mark.parametrize("shape", SIZES, ids=str)
def test_a_sum_in_place_of_a_mean_is_noticed(shape):
    def summed(network, passed, Y, cost):
        return [
            Gradient(len(Y) * each.weights, len(Y) * each.biases)
            for each in backward(network, passed, Y, cost)
        ]

    network, X, Y = case(shape, "sigmoid", "sigmoid", "quadratic", 3)
    assert min(worst_errors(network, X, Y, "quadratic", summed)) > NOTICED


SIGMOID = ACTIVATIONS["sigmoid"]
WRONG_SLOPES = {
    "sigmoid, without 1 - a": SIGMOID.f,
    "sigmoid, of z in place of a": lambda z: z * (1 - z),
    "sigmoid, of a in place of z": lambda z: SIGMOID.f_prime(SIGMOID.f(z)),
    "tanh, with the wrong sign": lambda z: 1 + np.tanh(z) ** 2,
    "tanh, without the square": lambda z: 1 - np.tanh(z),
    "relu, the wrong way round": lambda z: np.where(z > 0, 0.0, 1.0),
    "relu, 1 everywhere": np.ones_like,
    "relu, 0 everywhere": np.zeros_like,
    "leaky_relu, without its leak": lambda z: np.where(z > 0, 1.0, 0.0),
    "leaky_relu, with a larger leak": lambda z: np.where(z > 0, 1.0, 0.1),
    "softplus, falling": lambda z: 1 / (1 + np.exp(z)),
    "softplus, with tanh": np.tanh,
    "identity, as if it were a square": lambda z: 2 * z,
    "identity, flat": np.zeros_like,
}


@pytest.mark.parametrize("mistake", WRONG_SLOPES)
def test_a_wrong_slope_of_an_activation_is_noticed(mistake):
    name, slope = mistake.split(",")[0], WRONG_SLOPES[mistake]
    network, X, Y = case((3, 5, 2), name, name, "quadratic", 3)
    wrong = with_activation(network, replace(ACTIVATIONS[name], f_prime=slope))
    assert min(worst_errors(wrong, X, Y, "quadratic")) > NOTICED


WRONG_COSTS = {
    "quadratic, without the half": lambda a, y: 2 * (a - y),
    "quadratic, with the half once more": lambda a, y: (a - y) / 2,
    "quadratic, uphill": lambda a, y: y - a,
    "absolute, uphill": lambda a, y: np.sign(y - a),
    "absolute, as if it were the quadratic": np.subtract,
    "absolute, without a sign": lambda a, y: np.ones_like(a),
}


@pytest.mark.parametrize("mistake", WRONG_COSTS)
def test_a_wrong_slope_of_a_cost_is_noticed(mistake):
    name, slope = mistake.split(",")[0], WRONG_COSTS[mistake]
    network, X, Y = case((3, 5, 2), "tanh", "tanh", name, 3)
    wrong = replace(COSTS[name], f_prime=slope)

    def with_wrong_cost(network, passed, Y, _):
        return backward(network, passed, Y, wrong)

    assert min(worst_errors(network, X, Y, name, with_wrong_cost)) > NOTICED


@pytest.mark.parametrize(
    ("output", "cost"), [("sigmoid", "binary_cross_entropy"), ("softmax", "cross_entropy")]
)
def test_one_slope_too_many_beside_cross_entropy_is_noticed(monkeypatch, output, cost):
    def delta(_cost, z, outputs, targets, activation):
        return (outputs - targets) * outputs * (1 - outputs)

    network, X, Y = case((3, 5, 2), "tanh", output, cost, 3)
    monkeypatch.setattr(type(COSTS[cost]), "delta", delta)
    assert min(worst_errors(network, X, Y, cost)) > NOTICED
