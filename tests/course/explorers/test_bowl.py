"""The bowl: how many steps it takes, which the slowest direction decides."""

import math

import numpy as np
import pytest

from toynn_course.explorers import BowlExplorer
from toynn_course.explorers.bowl import NEAR, START, cost, gradient, off_course
from toynn_course.explorers.descent import MOST_STEPS


def explorer_at(condition=10, rate=0.05, steps=0, momentum=0.0):
    explorer = BowlExplorer(condition, rate, momentum)
    explorer.controls["steps"].value = steps
    assert explorer.picture.trouble == ""
    return explorer


def test_the_gradient_is_the_one_that_nudges_measure():
    for place in np.random.default_rng(0).normal(0, 3, (20, 2)):
        for axis in (0, 1):
            nudge = np.eye(2)[axis] * 1e-5
            nudged = (cost(place + nudge, 7) - cost(place - nudge, 7)) / 2e-5
            assert math.isclose(gradient(place, 7)[axis], nudged, rel_tol=1e-6, abs_tol=1e-6)


@pytest.mark.parametrize(("rate", "steps"), [(0.05, 81), (0.09, 44), (0.099, 422)])
def test_a_walk_from_5_5_comes_within_a_thousandth_in_so_many_steps(rate, steps):
    x = y = 5.0
    count = 0
    while math.sqrt(x * x + y * y) >= 0.001:
        x, y, count = x - rate * 2 * x, y - rate * 20 * y, count + 1
    assert count == steps
    assert f"arrived after {steps} steps" in explorer_at(10, rate, MOST_STEPS).picture.sentence
    assert (START.tolist(), NEAR) == ([5, 5], 0.001)


def test_above_the_limit_it_diverges_and_says_so():
    sentence = explorer_at(10, 0.101, MOST_STEPS).picture.sentence
    assert "diverged after 966 steps" in sentence  # 5 times 1.02^966 is above a billion
    assert "Only a rate below 0.1 is stable here" in sentence
    assert 5 * 1.02**965 < 1e9 < 5 * 1.02**966


def test_at_the_limit_it_bounces_for_ever():
    explorer = explorer_at(10, 0.1, MOST_STEPS)
    assert "at (0, 5), it is 5 from the bottom" in explorer.picture.sentence
    assert explorer.picture.table[2][-1] == "−1"


@pytest.mark.parametrize("condition", [1, 10, 50])
def test_how_far_straight_downhill_is_off_the_way(condition):
    down = math.degrees(math.atan2(condition, 1))  # at (5, 5) the slopes are as 1 to condition
    assert math.isclose(off_course(START, condition), down - 45, abs_tol=1e-5)
    assert f"downhill is {down - 45:.0f}° off" in explorer_at(condition).picture.sentence


def test_in_a_round_bowl_one_step_can_be_enough():
    assert "arrived after 1 step," in explorer_at(1, 0.5, 10).picture.sentence


@pytest.mark.parametrize(
    ("control", "value"), [("condition", 50), ("momentum", 0.5), ("slide", 0.02), ("rate", 0.09)]
)
def test_every_control_changes_the_picture_and_the_words(control, value):
    explorer = explorer_at(steps=3)
    before = explorer.picture.value, explorer.picture.sentence, explorer.picture.table
    explorer.controls[control].value = value
    after = explorer.picture.value, explorer.picture.sentence, explorer.picture.table
    assert not any(a == b for a, b in zip(before, after, strict=True))
    assert explorer.picture.alt == explorer.picture.sentence


def test_the_buttons_take_steps():
    explorer = explorer_at()
    for button, words in (("step", "After 1 step,"), ("ten", "After 11 steps,")):
        explorer.controls[button].click()
        assert words in explorer.picture.sentence
    explorer.controls["end"].click()
    assert "arrived after 81 steps" in explorer.picture.sentence
    explorer.controls["reset"].click()
    assert "At the start, at (5, 5)" in explorer.picture.sentence


def test_the_table_names_what_a_step_does_along_each_weight():
    rows = explorer_at(10, 0.09).picture.table
    assert rows[1] == ["w1", "5", "5", "10", "2", "0.82"]
    assert rows[2] == ["w2", "5", "5", "100", "20", "−0.8"]


@pytest.mark.parametrize(
    ("kept", "steps"), [(0.0, 215), (0.5, 96), (0.65, 47), (0.7, 46), (0.75, 58), (0.9, 152)]
)
def test_momentum_keeps_a_share_of_the_last_step(kept, steps):
    x = y = 5.0
    dx = dy = count = 0
    while math.sqrt(x * x + y * y) >= 0.001:
        dx, dy = kept * dx - 0.0195 * 2 * x, kept * dy - 0.0195 * 100 * y
        x, y, count = x + dx, y + dy, count + 1
    assert count == steps
    explorer = explorer_at(50, 0.0195, MOST_STEPS, kept)
    assert f"arrived after {steps} steps" in explorer.picture.sentence


def test_momentum_raises_the_limit_of_the_rate():
    assert "arrived" in explorer_at(10, 0.149, MOST_STEPS, 0.5).picture.sentence
    sentence = explorer_at(10, 0.151, MOST_STEPS, 0.5).picture.sentence
    assert "diverged" in sentence
    assert "Only a rate below 0.15 is stable here" in sentence
    assert "across, the curvature is 20 and the momentum 0.5." in sentence


def test_with_momentum_no_factor_is_told():
    rows = explorer_at(10, 0.09, 2, 0.5).picture.table
    assert [len(row) for row in rows] == [5, 5, 5]


def test_the_condition_number_goes_from_1_to_50():
    slider = BowlExplorer().controls["condition"]
    assert (slider.min, slider.max, slider.step) == (1, 50, 1)


def test_a_rate_that_makes_no_sense_gets_a_line():
    explorer = explorer_at()
    explorer.controls["rate"].value = -0.1
    assert "the learning rate is -0.1" in explorer.picture.trouble


def test_what_stays_in_the_file_is_a_sentence():
    assert repr(BowlExplorer()).startswith("Run this cell")
