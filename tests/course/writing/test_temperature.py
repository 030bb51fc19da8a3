"""Temperature: 1 is softmax, 0 the largest, a very high one makes all alike; draws follow."""

import numpy as np
import pytest
from hypothesis import given, strategies

from toynn import softmax
from toynn_course.writing import draw, with_temperature

sums = strategies.lists(strategies.floats(-1e6, 1e6), min_size=2, max_size=9).map(np.array)
temperatures = strategies.floats(0, 1e6)


@given(sums)
def test_at_1_it_is_softmax(z):
    assert with_temperature(z) == pytest.approx(softmax(z), abs=1e-12)


@given(sums, temperatures)
def test_it_adds_up_to_1_and_nothing_overflows(z, temperature):
    shares = with_temperature(z, temperature)
    assert shares.sum() == pytest.approx(1)
    assert (shares >= 0).all()


@given(sums, strategies.sampled_from([0.0, 5e-324, 1e-300]))
def test_towards_0_the_largest_gets_everything(z, temperature):
    shares = with_temperature(z, temperature)
    largest = z == z.max()
    if temperature == 0 or np.diff(np.unique(z)[-2:]).min(initial=1) > 1e-290:
        assert shares == pytest.approx(largest / largest.sum())


@given(sums)
def test_a_very_high_one_makes_all_alike(z):
    assert with_temperature(z, 1e12) == pytest.approx(np.full(len(z), 1 / len(z)), rel=1e-5)


@given(sums, temperatures, temperatures)
def test_the_order_stays_and_the_largest_shrinks_as_it_rises(z, one, other):
    low, high = sorted((one, other))
    cold, warm = with_temperature(z, low), with_temperature(z, high)
    assert cold.max() >= warm.max() - 1e-9
    assert warm[z.argmax()] == pytest.approx(warm.max())


def test_extreme_sums_do_no_harm():
    assert with_temperature(np.array([1e308, -1e308, 0.0]), 1e-5).tolist() == [1, 0, 0]
    assert with_temperature(np.array([[0.0, 0.0], [0.0, -800.0]]), 1).tolist()[0] == [0.5, 0.5]


@pytest.mark.parametrize("temperature", [-0.1, float("nan"), float("inf"), "warm", True])
def test_another_temperature_is_refused(temperature):
    with pytest.raises((ValueError, TypeError), match="temperature is"):
        with_temperature(np.zeros(3), temperature)


@given(strategies.lists(strategies.floats(0, 1), min_size=1, max_size=30), strategies.integers(0))
def test_what_is_drawn_is_possible(shares, seed):
    if sum(shares) < 1e-9:
        return
    number = draw(np.array(shares), np.random.default_rng(seed % 2**32))
    assert shares[number] > 0


@pytest.mark.parametrize("shares", [[], [0.0, 0.0], [np.nan, 1.0]])
def test_where_nothing_is_probable_nothing_is_drawn(shares):
    with pytest.raises(ValueError, match="do not add up to a number above 0"):
        draw(np.array(shares), np.random.default_rng(0))


def test_draws_are_as_frequent_as_they_are_probable():
    rng, shares = np.random.default_rng(1), np.array([0.1, 0.0, 0.6, 0.3])
    drawn = np.bincount([draw(shares, rng) for _ in range(20_000)], minlength=4) / 20_000
    assert drawn == pytest.approx(shares, abs=0.015)  # four standard errors
