"""Momentum and Adam against arithmetic, against PyTorch's steps and scikit-learn's."""

import json
from pathlib import Path

import numpy as np
import pytest
from sklearn.neural_network import MLPRegressor

from toynn import (
    Adam,
    Dataset,
    Gradient,
    Layer,
    Momentum,
    Network,
    backward,
    descend,
    forward,
    train,
    train_many,
)
from toynn.datasets import gate

STORED = json.loads(Path(__file__).with_name("torch_optimizers.json").read_text())
"""What PyTorch made of a small network in 50 steps, every digit of it."""

RULES = {
    "Momentum(0.8), rate 0.1": (Momentum(0.8), 0.1),
    "Adam(), rate 0.05": (Adam(), 0.05),
    "Adam(0.5, 0.9, 0.001), rate 0.05": (Adam(0.5, 0.9, 0.001), 0.05),
}
each_rule = pytest.mark.parametrize("name", RULES)


def parameters(network):
    return [array for layer in network.layers for array in (layer.weights, layer.biases)]


def assert_same(network, expected):
    for ours, theirs in zip(parameters(network), expected, strict=True):
        assert np.abs(ours - np.asarray(theirs)).max() < 1e-12


def stored_start():
    W1, b1, W2, b2 = STORED["start"]
    return Network([Layer(W1, b1, "tanh"), Layer(W2, b2, "identity")])


def stepped(network, rule, rate, X, Y, n_steps=50):
    """The network after steps that are written out, with the rule between backward and descend."""
    memory = None
    for _ in range(n_steps):
        gradients = backward(network, forward(network, X), Y, "quadratic")
        directions, memory = rule.directions(gradients, memory)
        network = descend(network, directions, rate)
    return network


def directions_for(rule, *slopes):
    """Which way one weight goes in each of these steps."""
    memory = None
    for slope in slopes:
        gradients = [Gradient(np.array([[slope]]), np.array([0.0]))]
        directions, memory = rule.directions(gradients, memory)
        yield directions[0].weights.item()


# --- arithmetic


def test_momentum_adds_each_slope_to_a_share_of_the_last_direction():
    # 2, then 0.5 * 2 + 4 = 5, then 0.5 * 5 - 1 = 1.5
    assert list(directions_for(Momentum(0.5), 2.0, 4.0, -1.0)) == [2.0, 5.0, 1.5]


def test_momentum_cancels_what_changes_its_sign_and_adds_up_what_does_not():
    *_, zigzag = directions_for(Momentum(0.9), *[1.0, -1.0] * 100)
    *_, steady = directions_for(Momentum(0.9), *[1.0] * 200)
    assert abs(zigzag) == pytest.approx(1 / 1.9)  # 1 - 0.9 + 0.81 - ...
    assert steady == pytest.approx(1 / 0.1)  # 1 + 0.9 + 0.81 + ...


def test_without_momentum_each_direction_is_the_slope():
    assert list(directions_for(Momentum(0.0), 2.0, -4.0)) == [2.0, -4.0]


@pytest.mark.parametrize("slope", [1e-4, 1.0, -1e6])
def test_the_first_step_of_adam_has_length_1_whatever_the_slope(slope):
    (first,) = directions_for(Adam(), slope)
    assert first == pytest.approx(np.sign(slope), rel=1e-3)


def test_the_second_step_of_adam_by_hand():
    *_, second = directions_for(Adam(0.5, 0.75, 1e-12), 1.0, 3.0)
    # m = 0.5 * 0.5 + 0.5 * 3 = 1.75, over 1 - 0.25; v = 0.75 * 0.25 + 0.25 * 9, over 1 - 0.5625
    assert second == pytest.approx((1.75 / 0.75) / np.sqrt(2.4375 / 0.4375))


def test_a_rule_is_a_value_that_remembers_nothing_itself():
    rule = Adam()
    assert list(directions_for(rule, 1.0, 2.0)) == list(directions_for(rule, 1.0, 2.0))
    with pytest.raises(AttributeError):
        rule.beta1 = 0.5


# --- other libraries


@each_rule
def test_fifty_steps_are_those_that_pytorch_took(name):
    rule, rate = RULES[name]
    network = stepped(stored_start(), rule, rate, STORED["X"], STORED["Y"])
    assert_same(network, STORED["after_50_steps"][name])


@each_rule
def test_fifty_steps_are_those_that_pytorch_takes(name):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed; its numbers are stored")
    rule, rate = RULES[name]
    tensors = [torch.tensor(a, dtype=float, requires_grad=True) for a in STORED["start"]]
    X, Y = (torch.tensor(STORED[each], dtype=float) for each in "XY")
    if isinstance(rule, Momentum):
        theirs = torch.optim.SGD(tensors, lr=rate, momentum=rule.beta)
    else:
        betas = rule.beta1, rule.beta2
        theirs = torch.optim.Adam(tensors, lr=rate, betas=betas, eps=rule.epsilon)
    W1, b1, W2, b2 = tensors
    for _ in range(50):
        theirs.zero_grad()
        errors = torch.tanh(X @ W1.T + b1) @ W2.T + b2 - Y
        (0.5 * (errors**2).sum(axis=1).mean()).backward()
        theirs.step()
    network = stepped(stored_start(), rule, rate, STORED["X"], STORED["Y"])
    assert_same(network, [tensor.detach().numpy() for tensor in tensors])


@pytest.mark.parametrize(
    ("solver", "rule", "options"),
    [
        ("sgd", Momentum(0.9), {"momentum": 0.9, "nesterovs_momentum": False}),
        # scikit-learn adds epsilon before it corrects the means, so it has to be next to nothing
        ("adam", Adam(epsilon=1e-30), {"epsilon": 1e-30}),
    ],
)
def test_fifty_steps_are_those_that_scikit_learn_takes(solver, rule, options):
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(8, 4)), rng.normal(size=(8, 3))
    theirs = MLPRegressor(
        hidden_layer_sizes=(5,),
        activation="tanh",
        solver=solver,
        alpha=0,
        batch_size=8,
        learning_rate_init=0.02,
        shuffle=False,
        random_state=1,
        max_iter=1,
        **options,
    )
    theirs.partial_fit(X, Y)
    theirs._optimizer, after_one = None, [W.copy() for W in theirs.coefs_]
    start = network_of(theirs)
    del theirs._optimizer  # it begins without a memory, as ours does
    for _ in range(50):
        theirs.partial_fit(X, Y)
    assert np.abs(theirs.coefs_[0] - after_one[0]).max() > 0.01
    ours = stepped(start, rule, 0.02, X, Y)
    assert_same(ours, parameters(network_of(theirs)))


def network_of(theirs):
    """A network with the weights and biases of a regressor of scikit-learn's."""
    parts = zip(theirs.coefs_, theirs.intercepts_, ["tanh", "identity"], strict=True)
    return Network([Layer(W.T.copy(), b.copy(), activation) for W, b, activation in parts])


# --- in train


@pytest.mark.parametrize("rule", [Momentum(0.7), Adam()], ids=repr)
def test_train_hands_the_memory_on_from_step_to_step_and_epoch_to_epoch(rule):
    data, start = gate("xor"), Network.random((2, 3, 1), rng=0)
    *_, last = train(start, data, epochs=5, learning_rate=0.1, batch_size=3, optimizer=rule)
    network, memory = start, None
    for _ in range(5):
        for X, Y in data.batches(3):
            gradients = backward(network, forward(network, X), Y, "quadratic")
            directions, memory = rule.directions(gradients, memory)
            network = descend(network, directions, 0.1)
    assert last.network == network


def test_training_twice_from_the_same_start_comes_out_the_same():
    start, data = Network.random((2, 3, 1), rng=0), gate("xor")
    options = {"epochs": 3, "learning_rate": 0.1, "optimizer": Adam()}
    once, again = ([epoch.network for epoch in train(start, data, **options)] for _ in range(2))
    assert once == again


def test_side_by_side_each_network_remembers_for_itself():
    starts = [Network.random((2, 3, 1), rng=seed) for seed in range(3)]
    *_, together = train_many(starts, gate("xor"), epochs=4, learning_rate=0.1, optimizer=Adam())
    for start, epoch in zip(starts, together, strict=True):
        *_, alone = train(start, gate("xor"), epochs=4, learning_rate=0.1, optimizer=Adam())
        assert_same(epoch.network, parameters(alone.network))


# --- wrong input


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Momentum(1.0), "beta is 1.0, expected a share of at least 0 and below 1"),
        (lambda: Momentum(-0.1), "beta is -0.1"),
        (lambda: Adam(beta1=2), "beta1 is 2"),
        (lambda: Adam(beta2=1), "beta2 is 1"),
        (lambda: Adam(epsilon=0), "epsilon is 0, expected a number above 0"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(make, words):
    with pytest.raises(ValueError, match=words):
        make()


@pytest.mark.parametrize("optimizer", ["adam", Adam, 0.9])
@pytest.mark.parametrize("trains", [train, train_many])
def test_what_is_no_optimizer_is_refused_at_once(optimizer, trains):
    start = Network.random((1, 1), rng=0)
    networks = start if trains is train else [start]
    with pytest.raises(TypeError, match=r"write Momentum\(0.9\), Adam\(\) or None"):
        trains(networks, Dataset([[1]], [[1]]), epochs=1, learning_rate=1, optimizer=optimizer)
