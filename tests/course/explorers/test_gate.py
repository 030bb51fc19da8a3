"""The gate explorer: its counts are those of whole-number arithmetic, and XOR stops at 3 of 4."""

import itertools

import numpy as np
import pytest

from toynn.datasets import gate
from toynn_course.explorers import GateExplorer
from toynn_course.explorers.gate import GATES, answers

ROWS = [(0, 0), (0, 1), (1, 0), (1, 1)]
TARGETS = {"AND": (0, 0, 0, 1), "OR": (0, 1, 1, 1), "NAND": (1, 1, 1, 0), "XOR": (0, 1, 1, 0)}


def n_right(name, w1, w2, b):
    """How many rows a neuron gets right, with weights and bias in whole tenths."""
    return sum(
        (w1 * x1 + w2 * x2 + b >= 0) == target
        for (x1, x2), target in zip(ROWS, TARGETS[name], strict=True)
    )


def set_to(explorer, name, w1, w2, b):
    with explorer.at_once():
        explorer.controls["gate"].value = name
        explorer.controls["w1"].value, explorer.controls["w2"].value = w1, w2
        explorer.controls["b"].value = b
    assert explorer.picture.trouble == ""
    return explorer.picture.sentence


def test_the_controls_have_the_ranges_of_the_course():
    controls = GateExplorer().controls
    assert list(controls["gate"].options) == list(GATES) == list(TARGETS)
    for name in ("w1", "w2", "b"):
        slider = controls[name]
        assert (slider.min, slider.max, slider.step) == (-5, 5, 0.1)


@pytest.mark.parametrize(("name", "best"), [("AND", 4), ("OR", 4), ("NAND", 4), ("XOR", 3)])
def test_of_all_settings_of_the_sliders_the_best_gets_so_many_right(name, best):
    tenths = np.arange(-50, 51)
    w1, w2, b = np.meshgrid(tenths, tenths, tenths, sparse=True)
    assert np.max(n_right(name, w1, w2, b)) == best


@pytest.mark.parametrize("name", GATES)
def test_the_explorer_counts_as_whole_numbers_do(name):
    settings = np.random.default_rng(0).integers(-50, 51, (200, 3)).tolist()
    on_the_cut = [(1, 2, -3), (3, 4, -7), (7, -7, 0), (0, 0, 0), (-3, 3, -3), (6, 1, -7)]
    for w1, w2, b in settings + on_the_cut:
        right = answers(w1 / 10, w2 / 10, b / 10, gate(name.lower()))[-1]
        assert right.sum() == n_right(name, w1, w2, b), (w1, w2, b)


@pytest.mark.parametrize(
    ("name", "value"), [("gate", "XOR"), ("w1", 2.0), ("w2", -1.0), ("b", 3.0)]
)
def test_every_control_changes_the_picture_and_the_words(name, value):
    explorer = GateExplorer()
    set_to(explorer, "AND", 1.0, 1.0, -1.5)
    picture, sentence, table = (
        getattr(explorer.picture, n) for n in ("value", "sentence", "table")
    )
    explorer.controls[name].value = value
    assert explorer.picture.value.startswith(b"\x89PNG")
    assert explorer.picture.value != picture
    assert explorer.picture.sentence == explorer.picture.alt != sentence
    assert explorer.picture.table != table


@pytest.mark.parametrize(
    ("name", "setting"),
    [("AND", (1, 1, -1.5)), ("OR", (1, 1, -0.5)), ("NAND", (-1, -1, 1.5))],
)
def test_three_gates_can_be_made_of_one_neuron(name, setting):
    explorer = GateExplorer()
    assert f"{name} with" in (sentence := set_to(explorer, name, *setting))
    assert "4 of 4 right" in sentence
    assert [row[-1] for row in explorer.picture.table] == ["right?"] + ["yes"] * 4
    assert len(explorer.drawing.wrong.get_xdata()) == 0


def test_the_best_so_far_stays_and_each_gate_has_its_own():
    explorer = GateExplorer()
    set_to(explorer, "XOR", 1, 1, -0.5)
    sentence = set_to(explorer, "XOR", -5, -5, -5)
    assert "2 of 4 right" in sentence
    assert "Best so far for XOR: 3 of 4 (w1 = 1.0, w2 = 1.0, b = -0.5)" in sentence
    assert "Best so far for OR: 1 of 4" in set_to(explorer, "OR", -5, -5, -5)
    assert "Best so far for XOR: 3 of 4" in set_to(explorer, "XOR", -5, -5, -5)


def test_the_table_has_the_arithmetic_of_each_row():
    explorer = GateExplorer()
    set_to(explorer, "AND", 2, -1, 0.5)
    assert explorer.picture.table[3] == ["1, 0", "2.5", "0.924", "1", "0", "no"]  # 2 + 0.5


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ((0, 0, 2), "no cut, the answer is 1 everywhere"),
        ((0, 0, -2), "no cut, the answer is 0 everywhere"),
        ((2, 0, -1), "vertical, at x1 = 0.50"),
        ((0, 4, -1), "horizontal, at x2 = 0.25"),
        ((2, 4, -1), "meets the x1 axis at 0.50 and the x2 axis at 0.25"),
        ((2, 4, 0), "meets the x1 axis at 0.00 and the x2 axis at 0.00"),
    ],
)
def test_the_cut_is_told_in_words(setting, words):
    assert words in set_to(GateExplorer(), "AND", *setting)


def test_the_sides_are_named_where_they_are():
    explorer = GateExplorer()
    set_to(explorer, "AND", 1, 1, -1.5)
    zero, one = explorer.drawing.sides
    assert zero.get_visible()
    assert one.get_visible()
    assert one.get_position() > zero.get_position()
    set_to(explorer, "AND", 0, 0, 1)
    assert (zero.get_visible(), one.get_visible()) == (False, True)


def test_the_cut_is_where_the_weighted_sum_is_0():
    explorer = GateExplorer()
    for w1, w2, b in itertools.product([-5, 0, 5], repeat=3):
        set_to(explorer, "OR", w1, w2, b)
        xs, ys = explorer.drawing.cut.get_data()
        assert len(xs) == (0 if w1 == w2 == 0 else 2)
        assert np.allclose(w1 * np.array(xs) + w2 * np.array(ys) + b, 0)


def test_what_stays_in_the_file_is_a_sentence():
    assert repr(GateExplorer()).startswith("Run this cell")
