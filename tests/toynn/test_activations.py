"""Activations against mpmath, which works with fifty digits and has formulas of its own."""

import math

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings, strategies
from hypothesis.extra.numpy import array_shapes, arrays

from toynn import ACTIVATIONS, Activation, leaky_relu, relu, sigmoid, softmax, softplus, step, tanh

VALUES = {
    "sigmoid": lambda z: 1 / (1 + mpmath.exp(-z)),
    "tanh": mpmath.tanh,
    "relu": lambda z: max(z, mpmath.mpf(0)),
    "leaky_relu": lambda z: z if z > 0 else z / 100,
    "softplus": lambda z: mpmath.log1p(mpmath.exp(z)),
    "identity": lambda z: z,
    "step": lambda z: mpmath.mpf(z >= 0),
}
POINTS = [-1000.0, -710.0, -50.0, -3.0, -0.5, -1e-9, 0.0, 1e-9, 0.5, 2.0, 30.0, 710.0, 1000.0]
OF_A_NODE = [ACTIVATIONS[name] for name in VALUES]
SLOPED = [each for each in OF_A_NODE if each.f_prime is not None]

zs = arrays(float, array_shapes(max_dims=3, max_side=4), elements=strategies.floats(-1e3, 1e3))


def test_every_activation_has_a_value_to_be_held_against():
    assert set(ACTIVATIONS) == {*VALUES, "softmax"}


@pytest.mark.parametrize("activation", OF_A_NODE, ids=repr)
@pytest.mark.parametrize("z", POINTS)
def test_the_value_is_that_of_mpmath(activation, z):
    with mpmath.workdps(50):
        expected = float(VALUES[activation.name](mpmath.mpf(z)))
    assert activation(z) == pytest.approx(expected, rel=1e-14, abs=1e-300)


@pytest.mark.parametrize("activation", SLOPED, ids=repr)
@pytest.mark.parametrize("z", [z for z in POINTS if z])  # at 0, relu and leaky_relu have a kink
def test_the_slope_is_that_of_mpmath(activation, z):
    with mpmath.workdps(50):
        expected = float(mpmath.diff(VALUES[activation.name], mpmath.mpf(z)))
    assert activation.derivative(z) == pytest.approx(expected, rel=1e-12, abs=1e-15)


def test_at_the_kinks_the_slope_is_the_one_to_the_left():
    assert relu.derivative(0.0) == 0.0
    assert leaky_relu.derivative(0.0) == 0.01


def test_smooth_slopes_at_zero_are_the_known_ones():
    # sigmoid: 1/2 * 1/2; tanh: 1 - 0; softplus: sigmoid(0)
    assert (sigmoid.derivative(0), tanh.derivative(0), softplus.derivative(0)) == (0.25, 1.0, 0.5)


def test_the_slope_of_the_sigmoid_at_two_is_the_one_of_the_course():
    assert round(sigmoid.derivative(2.0), 3) == 0.105


@pytest.mark.parametrize("activation", OF_A_NODE, ids=repr)
@settings(max_examples=20)
@given(z=zs)
def test_an_array_gives_what_its_numbers_give_one_by_one(activation, z):
    before, found = z.copy(), activation(z)
    assert found.shape == z.shape
    assert found.ravel().tolist() == pytest.approx([activation(n) for n in z.ravel().tolist()])
    assert np.array_equal(z, before)


@pytest.mark.parametrize("activation", SLOPED, ids=repr)
@settings(max_examples=20)
@given(z=zs)
def test_slopes_of_an_array_are_those_of_its_numbers_one_by_one(activation, z):
    before, found = z.copy(), activation.derivative(z)
    one_by_one = [activation.derivative(n) for n in z.ravel().tolist()]
    assert found.shape == z.shape
    assert found.ravel().tolist() == pytest.approx(one_by_one)
    assert np.array_equal(z, before)


@pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=repr)
@settings(max_examples=20)
@given(z=zs)
def test_values_stay_within_the_range(activation, z):
    low, high = activation.range
    assert (activation(z) >= low).all()
    assert (activation(z) <= high).all()


@pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=repr)
def test_nothing_overflows_or_warns_at_z_of_a_thousand(activation):
    z = np.array([[-1000.0, 0.0, 1000.0], [1000.0, 1000.0, 1000.0], [-1000.0, -1000.0, -1000.0]])
    with np.errstate(divide="raise", over="raise", invalid="raise"):
        assert np.isfinite(activation(z)).all()
        if activation.f_prime is not None:
            assert np.isfinite(activation.derivative(z)).all()


@pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=repr)
def test_a_whole_number_or_a_list_will_do(activation):
    assert (
        activation([[1, 2], [3, 4]]).tolist() == activation(np.array([[1.0, 2], [3, 4]])).tolist()
    )


@pytest.mark.parametrize("activation", OF_A_NODE, ids=repr)
def test_a_single_number_gives_a_python_float(activation):
    assert type(activation(1)) is float
    assert type(activation(np.float32(0.5))) is float


@settings(max_examples=20)
@given(arrays(float, (3, 4), elements=strategies.floats(-300, 300)))
def test_softmax_is_the_share_of_each_power_of_e_in_the_sum_of_its_row(z):
    for found, row in zip(softmax(z), z.tolist(), strict=True):
        powers = [mpmath.exp(n) for n in row]
        assert found.tolist() == pytest.approx([float(p / sum(powers)) for p in powers], rel=1e-12)


def test_softmax_of_a_thousand_and_zero_is_all_or_nothing():
    assert softmax([1000.0, 0.0, -1000.0]).tolist() == [1.0, 0.0, 0.0]
    assert softmax([1000.0, 1000.0]).tolist() == [0.5, 0.5]


def test_step_goes_up_at_zero():
    assert step([-1e-300, 0.0, 1e-300]).tolist() == [0.0, 1.0, 1.0]


@pytest.mark.parametrize("activation", [softmax, step, Activation("mine", np.abs)], ids=repr)
def test_without_a_derivative_a_sentence_says_what_to_do(activation):
    what = rf"{activation} has no derivative .* use sigmoid or tanh, .* or give"
    with pytest.raises(TypeError, match=what):
        activation.derivative(0.0)


def test_ones_own_activation_takes_one_line():
    square = Activation("square", lambda z: z**2, lambda z: 2 * z)
    assert (square(3), square.derivative(3)) == (9.0, 6.0)
    assert square([1, 2]).tolist() == [1.0, 4.0]
    assert repr(square) == "square"
    assert square.range == (-math.inf, math.inf)


def test_names_in_the_registry_are_the_names_of_the_records():
    assert {name: each.name for name, each in ACTIVATIONS.items()} == {n: n for n in ACTIVATIONS}
    assert [repr(each) for each in ACTIVATIONS.values()] == list(ACTIVATIONS)
