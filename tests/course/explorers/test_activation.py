"""The activation explorer: every control moves picture and words, and the numbers are right."""

import math

import pytest

from toynn_course.explorers import ActivationExplorer
from toynn_course.explorers.activation import CHOICES, threshold_at


def shown(explorer):
    """What the explorer shows: the picture, the sentence, and the table as a dict."""
    picture = explorer.picture
    assert picture.trouble == ""
    assert picture.alt == picture.sentence
    return picture.value, picture.sentence, {row[0]: row[-1] for row in picture.table}


def after(**values):
    """What a new explorer shows once its controls have these values."""
    explorer = ActivationExplorer()
    for name, value in values.items():
        explorer.controls[name].value = value
    return shown(explorer)


def test_the_controls_have_the_ranges_of_the_course():
    controls = ActivationExplorer().controls
    assert list(controls["activation"].options) == [
        "step", "sigmoid", "tanh", "relu", "leaky relu", "linear",
    ]  # fmt: skip
    for name, reach in {"w": 10, "b": 10, "x": 6}.items():
        slider = controls[name]
        assert (slider.min, slider.max, slider.step) == (-reach, reach, 0.1)


@pytest.mark.parametrize(
    ("name", "value"),
    [("w", -3.0), ("b", 1.5), ("x", -4.0), ("derivative", False), ("threshold", False)]
    + [("activation", name) for name in CHOICES if name != "sigmoid"],
)
def test_every_control_changes_the_picture(name, value):
    picture, sentence, table = after()
    picture_after, sentence_after, table_after = after(**{name: value})
    assert picture_after.startswith(b"\x89PNG")
    assert picture_after != picture
    if name != "threshold":  # the line is hidden, but the threshold is still there to be read
        assert (sentence_after, table_after) != (sentence, table)


def test_the_probe_at_2_reads_the_slope_0_105():
    _, sentence, table = after(x=2.0)
    e = math.exp(-2)
    assert table["a"] == f"{1 / (1 + e):.3f}" == "0.881"
    assert table["f'(z)"] == f"{e / (1 + e) ** 2:.3f}" == "0.105"
    assert "gets up to 0.250" in sentence


@pytest.mark.parametrize("w", [-10.0, -0.7, 0.1, 1.0, 10.0])
def test_the_slope_of_the_sigmoid_never_exceeds_a_quarter(w):
    explorer = ActivationExplorer(w=w)
    assert 0 < explorer.drawing.slope.get_ydata().max() <= 0.25


@pytest.mark.parametrize(("w", "b", "threshold"), [(1, -3, 3), (2, -3, 1.5), (-2, -3, -1.5)])
def test_the_threshold_is_where_the_weighted_sum_is_0(w, b, threshold):
    _, sentence, table = after(w=w, b=b)
    assert w * threshold + b == 0
    assert table["threshold"] == f"{threshold:.3f}"
    assert f"threshold is at x = {threshold:.2f}" in sentence
    assert ("goes up" if w > 0 else "goes down") in sentence


def test_without_a_weight_there_is_no_threshold():
    assert threshold_at(0.0, 2.0) is None
    _, sentence, table = after(w=0.0, b=2.0)
    assert table["threshold"] == "none"
    assert "the input does not count" in sentence
    assert math.isnan(ActivationExplorer(w=0.0).drawing.line.get_xdata()[0])


def test_a_threshold_of_0_is_not_written_as_minus_0():
    assert after(w=1.0, b=0.0)[2]["threshold"] == "0.000"
    assert "-0.00" not in after(w=-1.0, b=0.0)[1]


def test_a_threshold_outside_the_picture_is_told():
    assert "x = 10.00 (outside the picture)" in after(w=1.0, b=-10.0)[1]


def test_a_step_has_no_slope_and_its_box_rests():
    explorer = ActivationExplorer()
    explorer.controls["activation"].value = "step"
    _, sentence, table = shown(explorer)
    assert table["f'(z)"] == "none to use"
    assert "no slope" in sentence
    assert explorer.controls["derivative"].disabled
    explorer.controls["activation"].value = "tanh"
    assert not explorer.controls["derivative"].disabled


def test_a_probe_outside_the_picture_stays_in_sight():
    explorer = ActivationExplorer("relu", w=10.0, x=6.0)
    _, sentence, table = shown(explorer)
    assert table["a"] == "60.000"
    assert "above the picture" in sentence
    assert explorer.drawing.probe.get_marker() == "^"
    assert explorer.drawing.probe.get_ydata()[0] == explorer.drawing.axes.get_ylim()[1]


def test_sliders_mean_the_number_they_show():
    assert after(w=1e-17)[2]["threshold"] == "none"


def test_the_box_shows_the_slope_only_when_ticked():
    assert "f'(z) gets" not in after(derivative=False)[1]


def test_what_stays_in_the_file_is_a_sentence():
    assert repr(ActivationExplorer()).startswith("Run this cell")
