"""The best straight line between two kinds of points, against lines of all directions."""

import numpy as np
import pytest
from hypothesis import given, strategies

from tests.toynn.cases import seeds
from toynn import Network
from toynn_course.writing import best_cut, places


def thrown(n, seed):
    rng = np.random.default_rng(seed)
    kind = rng.random(n) < 0.4
    return rng.normal(0, 1, (n, 2)) + 0.7 * kind[:, None], kind


def best_of_many(points, kind, n=720):
    """The most points on their own side of a line of n directions, with an end of every cut."""
    best = 0
    for angle in 2 * np.pi * np.arange(n) / n:
        heights = points @ [np.cos(angle), np.sin(angle)]
        for height in heights:
            for above in (heights > height, heights >= height):
                best = max(best, int((above == kind).sum()))
    return best


@given(strategies.integers(2, 12), seeds)
def test_no_line_does_better_and_one_does_as_well(n, seed):
    points, kind = thrown(n, seed)
    cut = best_cut(points, kind)
    assert cut.right >= best_of_many(points, kind, 90)
    assert ((points @ cut.normal > cut.offset) == kind).sum() == cut.right
    assert np.hypot(*cut.normal) == pytest.approx(1)


def test_fine_looks_find_what_it_finds():
    for seed in range(5):
        points, kind = thrown(15, seed)
        assert best_cut(points, kind).right == best_of_many(points, kind, 2000)


def test_points_in_one_place_are_not_parted():
    points = [[0, 0], [0, 0], [0, 0], [1, 1]]
    assert best_cut(points, [True, False, False, True]).right == 3


def test_the_corners_of_a_square_are_the_xor_of_notebook_02():
    assert best_cut([[0, 0], [0, 1], [1, 0], [1, 1]], [False, True, True, False]).right == 3


def test_the_place_of_a_letter_is_what_the_first_layer_makes_of_its_one_hot_row():
    network = Network.random((27, 2, 27), activation="identity", rng=0)
    for number, place in enumerate(places(network, 27)):
        layer = network.layers[0]
        assert layer(np.eye(27)[number]) == pytest.approx(place + layer.biases)
    wide = Network.random((54, 2, 27), rng=0)
    assert np.array_equal(places(wide, 27), wide.layers[0].weights[:, 27:].T)


@pytest.mark.parametrize(
    ("points", "kind"),
    [([[0, 0]], [True]), ([[0, 0], [1, 1]], [True]), ([[0, 0, 1], [1, 1, 1]], [True, False])],
)
def test_a_line_needs_points_in_a_plane_and_the_kind_of_each(points, kind):
    with pytest.raises(ValueError, match="expected two points or more with two numbers each"):
        best_cut(points, kind)


def test_places_are_those_of_a_network_with_an_input_for_each_letter():
    network = Network.random((27, 2, 27), rng=0)
    for wrong, n, said in (
        (network, 28, "has 27 inputs"),
        (network, 0, "n is 0"),
        ("x", 27, "str"),
    ):
        with pytest.raises((ValueError, TypeError), match=said):
            places(wrong, n)
