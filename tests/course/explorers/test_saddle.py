"""The saddle: where it leads from five starts, and that it is the cost of a real network."""

import math

import numpy as np
import pytest

from toynn import Dataset, Layer, LearningRate, Network, train
from toynn_course.explorers import SaddleExplorer
from toynn_course.explorers.controls.descents import OWN
from toynn_course.explorers.descent import path
from toynn_course.explorers.saddle import STARTS, arrived, cost, gradient

STEPS = dict(zip(STARTS, (14, 57, 81, None, 63), strict=True))  # None: never


def explorer_at(start=STARTS[0], rate=0.1, steps=0):
    explorer = SaddleExplorer(start, rate)
    explorer.controls["steps"].value = steps
    assert explorer.picture.trouble == ""
    return explorer


def test_the_gradient_is_the_one_that_nudges_measure():
    for place in np.random.default_rng(0).normal(0, 1, (20, 2)):
        for axis in (0, 1):
            nudge = np.eye(2)[axis] * 1e-5
            nudged = (cost(place + nudge) - cost(place - nudge)) / 2e-5
            assert math.isclose(gradient(place)[axis], nudged, rel_tol=1e-6, abs_tol=1e-6)


@pytest.mark.parametrize(("start", "steps"), STEPS.items())
def test_each_start_takes_so_many_steps_to_a_cost_below_a_hundredth(start, steps):
    w1, w2 = start
    count = 0
    while (1 - w1 * w2) ** 2 / 2 >= 0.01 and count < 500:
        error = 1 - w1 * w2
        w1, w2, count = w1 + 0.1 * error * w2, w2 + 0.1 * error * w1, count + 1
    sentence = explorer_at(start, steps=500).picture.sentence
    if steps is None:
        assert count == 500
        assert "After 500 steps" in sentence
        assert "every step leads to the saddle, and none leads off it" in sentence
    else:
        assert count == steps
        assert f"arrived after {steps} steps" in sentence


@pytest.mark.parametrize(("start", "steps"), STEPS.items())
def test_the_walk_is_the_training_of_a_network_with_two_weights(start, steps):
    layers = [Layer([[w]], [0.0], "identity") for w in start]
    rate = LearningRate(weights=0.1, biases=0.0)
    once = Dataset([[1.0]], [[1.0]])
    walked = path(gradient, np.array(start), 0.1, steps or 200, arrived)
    epochs = list(train(Network(layers), once, epochs=walked.n_steps, learning_rate=rate))
    trained = [[layer.weights.item() for layer in epoch.network.layers] for epoch in epochs]
    assert np.allclose(walked.places, trained, rtol=0, atol=1e-12)
    assert math.isclose(epochs[-1].cost, cost(walked.places[-1]), abs_tol=1e-12)


@pytest.mark.parametrize(
    ("control", "value"),
    [("list", "(0.5, −0.5)"), ("w1", -1.2), ("w2", 0.0), ("slide", 0.5), ("rate", 0.05)],
)
def test_every_control_changes_the_picture_and_the_words(control, value):
    explorer = explorer_at(steps=5)
    before = explorer.picture.value, explorer.picture.sentence, explorer.picture.table
    explorer.controls[control].value = value
    after = explorer.picture.value, explorer.picture.sentence, explorer.picture.table
    assert not any(a == b for a, b in zip(before, after, strict=True))
    assert explorer.picture.alt == explorer.picture.sentence


def test_the_list_of_starts_and_the_two_numbers_say_the_same():
    explorer = explorer_at()
    controls = explorer.controls
    controls["list"].value = "(0.5, −0.49)"
    assert (controls["w1"].value, controls["w2"].value) == (0.5, -0.49)
    controls["w1"].value = 0.7
    assert controls["list"].value == OWN
    assert "at (0.7, −0.49)" in explorer.picture.sentence
    controls["w1"].value, controls["w2"].value = 0.01, 0.01
    assert controls["list"].value == "(0.01, 0.01)"
    controls["list"].value = OWN
    assert (controls["w1"].value, controls["w2"].value) == (0.01, 0.01)


def test_choosing_a_start_draws_once():
    explorer = explorer_at()
    drawn = []
    explorer.picture.observe(lambda change: drawn.append(change.new), "sentence")
    explorer.controls["list"].value = "(0.5, −0.5)"
    assert len(drawn) == 1


def test_the_buttons_take_steps():
    explorer = explorer_at((0.5, -0.49))
    for button, words in (("step", "After 1 step from"), ("ten", "After 11 steps from")):
        explorer.controls[button].click()
        assert words in explorer.picture.sentence
    explorer.controls["end"].click()
    assert "arrived after 63 steps" in explorer.picture.sentence
    explorer.controls["reset"].click()
    assert "At the start, at (0.5, −0.49), the cost is 0.775" in explorer.picture.sentence


def test_near_the_saddle_it_says_that_the_steps_are_small():
    assert "Near the saddle" in explorer_at((0.001, 0.001), steps=20).picture.sentence


@pytest.mark.parametrize("w1", [3.0, -2.1, math.nan])
def test_a_start_far_away_gets_a_line(w1):
    explorer = explorer_at()
    explorer.controls["w1"].value = w1
    assert "expected numbers from −2 to 2" in explorer.picture.trouble


def test_too_high_a_rate_diverges_in_words():
    assert "diverged after" in explorer_at(rate=5.0, steps=100).picture.sentence


def test_what_stays_in_the_file_is_a_sentence():
    assert repr(SaddleExplorer()).startswith("Run this cell")
