"""The oracles agree with each other, with toynn and with PyTorch, and are held against algebra."""

import numpy as np
import pytest
from sklearn.neural_network import MLPRegressor

from tests.toynn import plain
from toynn import Dataset, Layer, Network, backward, forward
from toynn_course.hunt import oracles
from toynn_course.hunt.oracles import apart, by_complex_step, by_nudging
from toynn_course.hunt.samples import network, samples

LIMITS = {"weights": (-1, 1), "biases": (-1, 1)}
HIDDEN = Network.random((2, 3), activation="sigmoid", rng=7, **LIMITS)
OUTPUT = Network.random((3, 1), activation="identity", rng=8, **LIMITS)
WITNESS = Network([*HIDDEN.layers, *OUTPUT.layers])
DATA = samples((2, 3, 1))
BY_HAND = Network([Layer([[0.9, 1.9], [0.8, -1.2]], [-0.1, -0.3]), Layer([[0.5, -1.1]], [0.3])])
SAMPLE = Dataset([[1.0, 0.5]], [[1.0]])


def right(here, data):
    """The gradient of a network in plain Python, by the complex step."""
    return plain.gradient(here, data.X, data.Y, "quadratic")


def with_pytorch(here, data):
    """The function that stands in notebook 07."""
    torch = pytest.importorskip("torch", reason="PyTorch is not installed; its numbers are stored")
    X, Y = torch.tensor(data.X), torch.tensor(data.Y)
    pairs = [
        [torch.tensor(part.copy(), requires_grad=True) for part in (layer.weights, layer.biases)]
        for layer in here.layers
    ]
    a = X
    for (W, b), layer in zip(pairs, here.layers, strict=True):
        z = a @ W.T + b
        a = torch.sigmoid(z) if layer.activation.name == "sigmoid" else z
    (((a - Y) ** 2).sum() / (2 * len(Y))).backward()
    return [(W.grad.numpy(), b.grad.numpy()) for W, b in pairs]


def by_scikit_learn(here, data):
    """What notebook 07 asks of scikit-learn."""
    return oracles.by_scikit_learn(here, data, MLPRegressor)


@pytest.mark.parametrize(
    ("oracle", "tolerance"),
    [(by_nudging, 1e-10), (by_complex_step, 1e-15), (by_scikit_learn, 1e-15)],
)
def test_an_oracle_agrees_with_a_network_in_plain_python_and_with_backward(oracle, tolerance):
    found = oracle(WITNESS, DATA)
    assert apart(found, right(WITNESS, DATA)) < tolerance
    ours = backward(WITNESS, forward(WITNESS, DATA.X), DATA.Y, "quadratic")
    assert apart(found, ours) < tolerance


@pytest.mark.parametrize(
    ("name", "here", "data"), [("oracles", WITNESS, DATA), ("by hand", BY_HAND, SAMPLE)]
)
def test_what_is_stored_of_pytorch_is_right_and_what_pytorch_gives(name, here, data):
    stored = [tuple(map(np.array, pair)) for pair in oracles.STORED[name]]
    assert apart(stored, right(here, data)) < 1e-15
    assert apart(stored, with_pytorch(here, data)) < 1e-15


def test_without_pytorch_its_stored_numbers_are_taken_and_with_it_its_own():
    def missing():
        raise ImportError

    stored = oracles.or_stored("oracles", missing)
    assert stored[1][0].tolist() == oracles.STORED["oracles"][1][0]
    assert oracles.or_stored("oracles", lambda: "its own") == "its own"


def test_another_error_of_the_function_is_not_hidden():
    def broken():
        raise ValueError("a slip")

    with pytest.raises(ValueError, match="a slip"):
        oracles.or_stored("oracles", broken)


def test_slopes_of_a_cube():
    # w³ at 2: the slope is 12, central 12 + h², forward 12 + 6h + h²
    def cube(w):
        return w**3

    assert oracles.central(0.1)(cube, 2.0) == pytest.approx(12.01)
    assert oracles.one_sided(0.1)(cube, 2.0) == pytest.approx(12.61)
    assert oracles.complex_step(cube, 2.0) == pytest.approx(12, rel=1e-15)


def test_gradients_that_point_in_opposite_directions_are_as_far_apart_as_can_be():
    one = [(np.array([[3.0, 4.0]]), np.array([0.0]))]
    other = [(np.array([[-3.0, -4.0]]), np.array([0.0]))]
    assert apart(one, other) == 1.0
    assert apart(one, one) == 0.0
    double = [(2 * W, 2 * b) for W, b in one]
    assert apart(one, double) == pytest.approx(1 / 3)  # 5 / (5 + 10)


def test_samples_have_no_symmetry():
    for sizes in ((2, 3, 2), (3, 3, 3), (2, 2)):
        for rows in (samples(sizes).X, samples(sizes).Y):
            assert len(np.unique(rows, axis=0)) == len(rows)
            assert all(len(np.unique(row)) == len(row) and row.all() for row in rows)
        assert network(sizes) == network(sizes)
