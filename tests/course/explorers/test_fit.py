"""The line fitted by hand: its cost, its surface, and the table of tries."""

import numpy as np
import pytest

from toynn_course.explorers import FitByHand
from toynn_course.explorers.fit import cost_of_line, lowest, petals, surface


def slow_cost(w, b, *, outlier=False):
    """The mean quadratic cost, flower by flower."""
    lengths, widths = petals(outlier=outlier)
    total = 0.0
    for x, y in zip(lengths, widths, strict=True):
        total += 0.5 * (w * x + b - y) ** 2
    return total / len(lengths)


def test_the_cost_of_a_line_is_the_mean_over_the_flowers():
    assert cost_of_line(0.4, -0.3, *petals()) == pytest.approx(slow_cost(0.4, -0.3))
    assert cost_of_line(0.4, -0.3, *petals(), total="sum") == pytest.approx(
        150 * slow_cost(0.4, -0.3)
    )


def test_the_surface_holds_the_cost_of_the_line_at_each_place():
    values, costs = surface(*petals())
    row, column = 70, 30
    assert costs[row, column] == pytest.approx(slow_cost(values[column], values[row]))


def test_the_lowest_place_is_next_to_the_least_squares_line():
    w, b = lowest(*surface(*petals()))
    slope, intercept = np.polyfit(*petals(), 1)
    assert abs(w - slope) <= 0.1
    assert abs(b - intercept) <= 0.1


def test_one_typing_error_tilts_the_quadratic_line_and_not_the_absolute_one():
    for cost, moves in [("quadratic", True), ("absolute", False)]:
        w, b = lowest(*surface(*petals(), cost))
        tilted = lowest(*surface(*petals(outlier=True), cost))
        assert (abs(tilted[0] - w) + abs(tilted[1] - b) > 0.15) == moves


def test_every_control_changes_the_picture_or_the_words():
    explorer = FitByHand()
    for name, value in [("w", 0.5), ("b", -0.5), ("cost", "absolute"), ("total", "sum")]:
        before = explorer.picture.value, explorer.picture.sentence
        explorer.controls[name].value = value
        after = explorer.picture.value, explorer.picture.sentence
        assert before != after
    before = explorer.picture.value
    explorer.controls["outlier"].value = True
    assert explorer.picture.value != before
    assert explorer.picture.trouble == ""


def test_the_surface_can_be_seen_after_five_tries_and_not_before():
    explorer = FitByHand()
    for number in range(5):
        assert explorer.controls["show"].disabled
        explorer.controls["w"].value = number / 10
        explorer.controls["note"].click()
    assert not explorer.controls["show"].disabled
    hidden = explorer.picture.value
    explorer.controls["show"].click()
    assert explorer.picture.value != hidden
    assert "The surface is lowest at w = 0.4, b = -0.3." in explorer.picture.sentence
    assert explorer.picture.trouble == ""


def test_the_table_lists_the_tries_with_their_costs():
    explorer = FitByHand()
    explorer.controls["w"].value = 0.4
    explorer.controls["b"].value = -0.3
    explorer.controls["note"].click()
    assert explorer.picture.table[-1] == ["try 1", "0.4", "-0.3", f"{slow_cost(0.4, -0.3):.3f}"]
