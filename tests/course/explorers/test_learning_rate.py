"""The learning-rate explorer: its walks are those of a bare loop, and its words fit them."""

import math
import warnings

import numpy as np
import pytest

from toynn_course.explorers import LearningRateExplorer
from toynn_course.explorers.descent import FAR, HIGHEST_RATE, LOWEST_RATE, MOST_STEPS, number, path
from toynn_course.explorers.learning_rate import CURVES, LIMIT, table, tell


def explorer_at(curve="w²", start=10.0, rate=0.1, steps=0):
    explorer = LearningRateExplorer(curve, start, rate)
    explorer.controls["steps"].value = steps
    assert explorer.picture.trouble == ""
    return explorer


def walked(curve="w²", start=10.0, rate=0.1, steps=10):
    """The sentence and the table of a walk, without a picture."""
    curve = CURVES[curve]
    walk = path(curve.slope, start, rate, steps)
    return tell(curve, walk, rate), table(curve, walk, rate)


def shown(explorer):
    return explorer.picture.value, explorer.picture.sentence, explorer.picture.table


# --- the curves


@pytest.mark.parametrize("curve", CURVES.values(), ids=lambda curve: curve.name)
def test_the_slope_of_a_curve_is_the_one_that_a_nudge_measures(curve):
    for w in np.linspace(-10, 10, 81):
        nudged = (curve.cost(w + 1e-5) - curve.cost(w - 1e-5)) / 2e-5
        assert math.isclose(curve.slope(w), nudged, rel_tol=1e-5, abs_tol=1e-5)


@pytest.mark.parametrize("curve", CURVES.values(), ids=lambda curve: curve.name)
def test_no_place_of_a_curve_is_lower_than_its_lowest(curve):
    everywhere = curve.cost(np.linspace(-100, 100, 200_001))
    assert everywhere.min() >= curve.cost(curve.lowest) - 1e-12
    assert abs(curve.slope(curve.lowest)) < 1e-12


@pytest.mark.parametrize(
    ("name", "w", "limit"),
    [
        ("w²", 0, 1),
        ("5w²", 0, 0.2),
        ("double well", -8, 1),
        ("double well", 6, 4 / 3),
        ("plateau", 0, 0.4),
        ("cliff", 0, 0.4),
    ],
)
def test_a_valley_settles_below_its_limit_and_not_above_it(name, w, limit):
    slope = CURVES[name].slope
    below, above = (
        path(slope, w + 0.001, share * limit, 2000).places[-1] for share in (0.99, 1.01)
    )
    assert abs(below - w) < 1e-6
    assert abs(above - w) > 0.001


# --- the walks

COURSE = [
    (0.05, "3.49"),
    (0.2, "0.06"),
    (0.5, "0.00"),
    (0.9, "1.07"),
    (1.0, "10.00"),
    (1.05, "25.94"),
    (1.1, "61.92"),
]


@pytest.mark.parametrize(("rate", "distance"), COURSE)
def test_ten_steps_on_the_parabola_lead_where_the_course_says(rate, distance):
    explorer = explorer_at(rate=rate, steps=10)
    w = 10.0
    for _ in range(10):
        w = w - rate * 2 * w
    assert f"{abs(w):.2f}" == distance
    assert explorer.picture.table[-1][:2] == ["10 steps", number(w)]
    assert f"w is {number(w)} after 10 steps" in explorer.picture.sentence


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ({"rate": 0.05}, "go the same way, and get shorter"),
        ({"rate": 0.05}, "65.1% of the way"),
        ({"rate": 0.5}, "w stays here, and this is the lowest place"),
        ({"rate": 0.9}, "zig-zags: every step goes too far, but less so"),
        ({"rate": 1.0}, "back and forth between −10 and 10, and will do so forever"),
        ({"rate": 1.05}, "it is diverging"),
        ({"rate": 1.1}, "it is diverging"),
        ({"rate": 10.0}, "Diverged: from 10 with rate 10"),
        ({"rate": 0.1, "steps": 0}, "A step with rate 0.1 moves w by −2"),
        ({"rate": 0.1, "steps": 1}, "The step moved w by −2"),
        ({"curve": "5w²", "rate": 0.5}, "it is diverging"),
        ({"curve": "5w²", "rate": 0.5}, "w is 10,485,760 after 10 steps, outside the picture"),
        ({"curve": "double well", "start": 0.0}, "the top of a hill"),
        ({"curve": "double well", "start": 0.0, "steps": 0}, "the top of a hill"),
        ({"curve": "double well", "steps": 200}, "bottom of a valley; but the lowest place is at"),
        ({"curve": "plateau", "rate": 0.03, "steps": 100}, "2.3% of the way"),
        ({"curve": "plateau", "rate": 0.3}, "get longer, since the slope gets steeper"),
        ({"curve": "cliff", "rate": 0.3}, "equally long, since the slope is the same"),
        ({"curve": "cliff", "start": 0.5, "rate": 0.6, "steps": 8}, "the rate is too high here"),
        (
            {"curve": "double well", "start": 5.0, "rate": 2.0, "steps": 1},
            "The last step went so far",
        ),
    ],
)
def test_the_sentence_says_what_the_walk_does(setting, words):
    assert words in walked(**setting)[0]


def test_the_table_has_the_step_by_hand():
    rows = walked(steps=1)[1]
    assert rows[1:] == [["0 steps", "10", "100", "20", "−2"], ["1 step", "8", "64", "16", "−1.6"]]


def test_a_long_table_keeps_the_start_and_the_last_places():
    rows = walked(steps=100)[1]
    assert [row[0] for row in rows[1:3]] == ["0 steps", "91 steps"]
    assert rows[-1][0] == "100 steps"


@pytest.mark.parametrize("curve", CURVES)
@pytest.mark.parametrize("rate", [LOWEST_RATE, 0.3, 1.1, HIGHEST_RATE])
@pytest.mark.parametrize("start", [-LIMIT, 0.0, 3.7, LIMIT])
def test_no_walk_overflows_or_warns(curve, rate, start):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        words = str(walked(curve, start, rate, MOST_STEPS))
    assert "nan" not in words
    assert "inf" not in words


def test_a_walk_that_diverged_takes_no_more_steps():
    walked = path(lambda w: 2 * w, 10.0, 1.1, 10_000)
    assert walked.end == "diverged"
    assert FAR < abs(walked.places[-1]) < 2 * FAR
    assert walked.n_steps < 200


# --- the controls


def test_the_controls_have_the_ranges_of_the_course():
    controls = LearningRateExplorer().controls
    assert list(controls["curve"].options) == ["w²", "5w²", "double well", "plateau", "cliff"]
    assert (controls["start"].min, controls["start"].max) == (-10, 10)
    slide = controls["slide"]
    assert (slide.base**slide.min, slide.base**slide.max) == (LOWEST_RATE, HIGHEST_RATE)


@pytest.mark.parametrize(
    ("control", "value"),
    [("curve", "plateau"), ("start", -3.0), ("slide", 10**-0.3), ("rate", 0.9)],
)
def test_every_control_changes_the_picture_and_the_words(control, value):
    explorer = explorer_at(steps=10)
    before = shown(explorer)
    explorer.controls[control].value = value
    assert explorer.picture.value.startswith(b"\x89PNG")
    assert not any(a == b for a, b in zip(before, shown(explorer), strict=True))
    assert explorer.picture.alt == explorer.picture.sentence


@pytest.mark.parametrize(("button", "steps"), [("step", 1), ("ten", 10)])
def test_a_button_takes_steps_and_reset_takes_them_back(button, steps):
    explorer = explorer_at()
    before = shown(explorer)
    explorer.controls[button].click()
    explorer.controls[button].click()
    assert len(explorer.picture.table) == min(2 + 2 * steps, 12)
    assert shown(explorer)[0] != before[0]
    explorer.controls["reset"].click()
    assert shown(explorer) == before


def test_the_slider_follows_the_number_to_its_nearest_notch():
    explorer = explorer_at()
    slide, rate = explorer.controls["slide"], explorer.controls["rate"]
    for value in (0.9, 1.0123, 0.05, 10.0, 0.0001):
        rate.value = value
        notches = math.log10(slide.value) / slide.step
        assert math.isclose(notches, round(notches), abs_tol=1e-9)
        assert abs(math.log10(slide.value / value)) <= slide.step / 2
        assert f"rate {value:g}" in explorer.picture.sentence


def test_what_the_page_sends_back_for_a_notch_leaves_the_number_alone():
    explorer = explorer_at(rate=0.9)
    slide, rate = explorer.controls["slide"], explorer.controls["rate"]
    slide.value = slide.value * (1 + 1e-12)
    assert rate.value == 0.9


def test_the_number_follows_the_slider_and_does_not_push_it_about(monkeypatch):
    explorer = explorer_at()
    monkeypatch.setattr(explorer, "redraw", lambda: None)  # the controls alone are looked at
    slide, rate = explorer.controls["slide"], explorer.controls["rate"]
    for k in range(-199, 50):  # a page computes the last digits in its own way
        sent = 10 ** (-4 + (k + 200) * 0.02) * (1 + 1e-15)
        slide.value = sent
        assert slide.value == sent
        assert rate.value == float(f"{10 ** (k / 50):.3g}")


@pytest.mark.parametrize("rate", [0.0, -1.0, 100.0, math.nan, math.inf])
def test_a_rate_that_makes_no_sense_gets_a_line_and_the_next_one_works(rate):
    explorer = explorer_at(steps=10)
    before = shown(explorer)
    explorer.controls["rate"].value = rate
    assert "the learning rate is" in explorer.picture.trouble
    assert "expected 0.0001 to 10" in explorer.picture.trouble
    assert shown(explorer) == before
    explorer.controls["rate"].value = 0.2
    assert explorer.picture.trouble == ""


def test_a_slider_that_moves_draws_once():
    explorer = explorer_at(steps=10)
    drawn = []
    explorer.picture.observe(lambda change: drawn.append(change.new), "value")
    explorer.controls["slide"].value = 10**-0.3
    explorer.controls["rate"].value = 0.7
    assert len(drawn) == 2


def test_the_picture_reaches_as_far_as_the_walk():
    explorer = explorer_at(rate=1.1, steps=10)
    left, right = explorer.drawing.axes
    assert left.get_xlim() == (-100, 100)  # 61.9 lies within
    assert right.get_ylim() == (-100, 100)
    explorer.controls["reset"].click()
    assert left.get_xlim() == (-11, 11)


def test_what_stays_in_the_file_is_a_sentence():
    assert repr(LearningRateExplorer()).startswith("Run this cell")
