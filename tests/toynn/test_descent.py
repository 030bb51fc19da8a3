"""Steps downhill against arithmetic and against scikit-learn's own steps."""

import numpy as np
import pytest
from hypothesis import given, strategies
from sklearn.neural_network import MLPClassifier, MLPRegressor

from toynn import (
    L1,
    L2,
    Gradient,
    Layer,
    LearningRate,
    Network,
    backward,
    descend,
    forward,
)

numbers = strategies.floats(-10, 10)
rates = strategies.floats(0, 2)


def one_weight(weight, bias=0.0):
    return Network([Layer([[weight]], [bias], "identity")])


def stepped(weight, slope, rate, penalty=None):
    """The weight after a step, its gradient being the slope."""
    gradients = [Gradient(np.array([[slope]]), np.array([0.0]))]
    return descend(one_weight(weight), gradients, rate, penalty).layers[0].weights.item()


def test_a_step_takes_the_rate_times_the_gradient_off():
    gradients = [Gradient(np.array([[4.0]]), np.array([1.0]))]
    # 2 - 0.1 * 4 and 0.5 - 0.1 * 1
    assert descend(one_weight(2.0, 0.5), gradients, 0.1) == one_weight(2.0 - 0.4, 0.5 - 0.1)


def test_weights_and_biases_have_rates_of_their_own():
    gradients = [Gradient(np.array([[4.0]]), np.array([1.0]))]
    # 2 - 0.5 * 4 and 0.5 - 0.25 * 1
    rate = LearningRate(weights=0.5, biases=0.25)
    assert descend(one_weight(2.0, 0.5), gradients, rate) == one_weight(0.0, 0.25)
    rate = LearningRate(weights=0.0, biases=0.0)
    assert descend(one_weight(2.0, 0.5), gradients, rate) == one_weight(2.0, 0.5)


def test_one_number_is_both_rates():
    assert LearningRate.of(0.5) == LearningRate(weights=0.5, biases=0.5)
    assert LearningRate.of(LearningRate(weights=1, biases=0)) == LearningRate(weights=1, biases=0)


def test_a_learning_rate_reads_as_a_number_or_as_two():
    assert str(LearningRate.of(0.5)) == "0.5"
    assert str(LearningRate(weights=1.0, biases=0.0)) == "1 for weights and 0 for biases"


def test_the_rates_are_told_apart_by_name_only():
    with pytest.raises(TypeError):
        LearningRate(0.1, 0.2)


def test_a_step_leaves_the_network_as_it_was():
    network = Network.random((2, 3, 1), rng=0)
    same = Network.random((2, 3, 1), rng=0)
    passed = forward(network, [[1.0, 2.0]])
    after = descend(network, backward(network, passed, [[1.0]], "quadratic"), 1.0)
    assert network == same != after
    assert not after.layers[0].weights.flags.writeable
    assert not after.layers[0].biases.flags.writeable
    assert [layer.activation for layer in after.layers] == [
        layer.activation for layer in network.layers
    ]


@given(numbers, numbers, rates, rates)
def test_l2_takes_the_same_share_off_every_weight(weight, slope, rate, strength):
    # the slope of strength / 2 * w^2 is strength * w
    expected = weight - rate * (slope + strength * weight)
    assert stepped(weight, slope, rate, L2(strength)) == pytest.approx(expected, abs=1e-12)


@given(numbers, numbers, rates, rates)
def test_l1_takes_the_same_amount_off_every_weight_and_stops_at_zero(weight, slope, rate, strength):
    found = stepped(weight, slope, rate, L1(strength))
    moved = weight - rate * slope
    amount = rate * strength
    if moved > amount:
        assert found == moved - amount
    elif moved < -amount:
        assert found == moved + amount
    else:
        assert found == 0


def test_l1_holds_a_weight_at_zero_until_the_gradient_is_stronger_than_the_pull():
    assert stepped(0.0, slope=0.9, rate=0.5, penalty=L1(1.0)) == 0
    assert stepped(0.0, slope=-0.9, rate=0.5, penalty=L1(1.0)) == 0
    assert stepped(0.0, slope=-3.0, rate=0.5, penalty=L1(1.0)) == 1.0  # 0.5 * 3 - 0.5 * 1


@pytest.mark.parametrize("penalty", [L1(0.5), L2(0.5)])
def test_penalties_let_biases_go_free_and_follow_the_rate_of_the_weights(penalty):
    gradients = [Gradient(np.array([[0.0]]), np.array([0.0]))]
    rate = LearningRate(weights=0.1, biases=1000.0)
    after = descend(one_weight(1.0, 1.0), gradients, rate, penalty)
    assert after == one_weight(1.0 - 0.1 * 0.5, 1.0)


@pytest.mark.parametrize("alpha", [0.0, 0.3])
@pytest.mark.parametrize("hidden", ["identity", "logistic", "tanh", "relu"])
@pytest.mark.parametrize(
    ("kind", "output", "cost"),
    [
        (MLPClassifier, "softmax", "cross_entropy"),
        (MLPClassifier, "sigmoid", "binary_cross_entropy"),
        (MLPRegressor, "identity", "quadratic"),
    ],
)
def test_a_step_is_the_one_that_scikit_learn_takes(kind, output, cost, hidden, alpha):
    rng = np.random.default_rng(0)
    X = rng.normal(size=(8, 4))
    Y = rng.normal(size=(8, 3))
    if output == "softmax":
        Y = np.eye(3)[np.arange(8) % 3]
    elif output == "sigmoid":
        Y = (np.arange(8)[:, None] // [1, 2, 4]) % 2  # three answers, each yes or no on its own
    theirs = kind(
        hidden_layer_sizes=(5,),
        activation=hidden,
        solver="sgd",
        alpha=alpha,
        batch_size=8,
        learning_rate_init=0.7,
        momentum=0,
        shuffle=False,
        random_state=1,
    )
    options = {"classes": [0, 1, 2]} if kind is MLPClassifier else {}
    theirs.partial_fit(X, Y.argmax(axis=1) if output == "softmax" else Y, **options)
    name = "sigmoid" if hidden == "logistic" else hidden
    parts = zip(theirs.coefs_, theirs.intercepts_, [name, output], strict=True)
    ours = Network([Layer(W.T, b, activation) for W, b, activation in parts])
    theirs.partial_fit(X, Y.argmax(axis=1) if output == "softmax" else Y)
    # scikit-learn divides its penalty alpha / 2 * w^2 by the number of samples
    penalty = L2(alpha / 8)
    after = descend(ours, backward(ours, forward(ours, X), Y, cost), 0.7, penalty)
    for layer, W, b in zip(after.layers, theirs.coefs_, theirs.intercepts_, strict=True):
        assert np.abs(layer.weights - W.T).max() < 1e-12
        assert np.abs(layer.biases - b).max() < 1e-12
    assert after != ours
