"""The depth explorer, beside gradients found without any backpropagation, and known shares."""

import math

import numpy as np
import pytest

from toynn import numerical_gradient
from toynn_course.explorers import DepthDrawing, DepthExplorer
from toynn_course.explorers.depth import CHOICES, DEEPEST, WEIGHTS, deep, profile, spread


def usual_share(depth, activation, weights):
    """The gradient of the first layer divided by that of the last, the median of 20 seeds."""
    norms = [profile(depth, 20, activation, weights, seed).norms for seed in range(20)]
    return np.median([norm[0] / norm[-1] for norm in norms])


@pytest.mark.parametrize("activation", CHOICES)
def test_norms_are_those_of_gradients_measured_with_nudges(activation):
    rng = np.random.default_rng(4)
    X, Y = rng.normal(size=(2, 25, 5))
    network = deep(3, 5, activation, "Xavier", rng)
    slow = numerical_gradient(network, X, Y, "quadratic")
    lengths = [math.sqrt(sum(slope**2 for slope in layer.weights.flat)) for layer in slow[:-1]]
    assert profile(3, 5, activation, "Xavier", seed=4).norms == pytest.approx(lengths, rel=1e-5)


def test_the_spread_is_that_of_a_node_from_sample_to_sample():
    assert spread(np.array([[1.0, 9.0], [3.0, 9.0]])) == pytest.approx(math.sqrt((1 + 0) / 2))
    assert spread(np.array([[1.0, 9.0], [1.0, 9.0]])) == 0
    assert spread(np.array([[0.5, 0.5], [0.5 + 1e-16, 0.5]])) == 0  # rounding is no spread


@pytest.mark.parametrize(
    ("activation", "weights", "depth", "share"),
    [  # found with another program, for one seed
        ("sigmoid", "Xavier", 10, 8e-7),
        ("tanh", "Xavier", 10, 0.82),
        ("relu", "He", 10, 0.32),
        ("tanh", "normal, 1", 10, 44),
        ("tanh", "normal, 1", 20, 2100),
    ],
)
def test_what_is_left_of_the_gradient(activation, weights, depth, share):
    assert 0.4 < usual_share(depth, activation, weights) / share < 2.5


def test_constant_weights_make_twins_and_random_ones_do_not():
    twins = {weights: profile(3, 20, "tanh", weights).twins for weights in WEIGHTS}
    assert [name for name, same in twins.items() if same] == ["zero", "constant, 0.1"]


def test_another_layer_leaves_the_layers_before_it_as_they_were():
    shallow, deeper = profile(4).spreads, profile(9).spreads
    assert np.array_equal(shallow, deeper[:4])


def test_every_combination_of_ends_and_menus_can_be_drawn():
    drawing = DepthDrawing()
    for activation in CHOICES:
        for weights in WEIGHTS:
            for depth, width in ((1, 5), (1, 100), (DEEPEST, 5), (DEEPEST, 100)):
                with np.errstate(all="raise", under="ignore"):
                    found = drawing.update(depth, width, activation, weights, seed=1)
                assert len(found.table) == depth + 1
                assert "nan" not in found.sentence
                assert "inf" not in found.sentence


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "Back to front it shrinks: the gradient of layer 1 is 1.1e-06"),
        ({"activation": "tanh"}, "It stays level: the gradient of layer 1 is 0.83 times"),
        ({"activation": "tanh", "weights": "normal, 1"}, "Back to front it grows"),
        ({"weights": "zero"}, "No gradient reaches any hidden layer. In layer 10 all samples look"),
        ({"weights": "constant, 0.1"}, "All 20 nodes of a layer are the same."),
        ({"depth": 1}, "1 hidden layer of 20, sigmoid, weights Xavier. Its gradient is 1."),
    ],
)
def test_what_it_shows_is_told(values, words):
    explorer = DepthExplorer()
    for name, value in values.items():
        explorer.controls[name].value = value
    assert words in explorer.picture.sentence
    assert explorer.picture.alt == explorer.picture.sentence
    assert explorer.picture.trouble == ""


@pytest.mark.parametrize(
    ("control", "value"),
    [("depth", 11), ("width", 21), ("activation", "tanh"), ("weights", "He"), ("seed", 1)],
)
def test_every_control_changes_the_picture_the_words_and_the_table(control, value):
    explorer = DepthExplorer()
    before = explorer.picture.value, explorer.picture.sentence, explorer.picture.table
    explorer.controls[control].value = value
    after = explorer.picture.value, explorer.picture.sentence, explorer.picture.table
    assert not any(a == b for a, b in zip(before, after, strict=True))


def test_the_sliders_go_as_far_as_the_notebook_says():
    controls = DepthExplorer().controls
    limits = [(controls[name].min, controls[name].max) for name in ("depth", "width")]
    assert limits == [(1, 20), (5, 100)]


def test_what_stays_in_the_file_is_a_sentence():
    assert repr(DepthExplorer()).startswith("Run this cell")
