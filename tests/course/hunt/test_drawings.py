"""The drawings of the hunt: what they show and say, and that each explorer shows the same."""

import io
import re
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from toynn import Dataset, Network, forward, numerical_gradient
from toynn.datasets import swap
from toynn_course import hunt, plots
from toynn_course.hunt.article_program import Program
from toynn_course.hunt.bugs import BUGS
from toynn_course.hunt.fingerprints import fingerprint
from toynn_course.hunt.lineup import PROGRAMS, LineupDrawing, lineup_costs
from toynn_course.hunt.microscope import (
    EPOCHS,
    MicroscopeDrawing,
    costs_while_training,
    said,
)
from toynn_course.hunt.runs import RunsDrawing, costs_of_runs
from toynn_course.hunt.samples import SHAPES, network, samples
from toynn_course.hunt.suspects import SUSPECTS, case_file

CASES = {
    "BugMicroscope": (
        MicroscopeDrawing,
        {"bug": "one path", "shape": "3-3-3", "seed": 4, "exponent": -3, "kind": "forward"},
    ),
    "Lineup": (LineupDrawing, {"named": False}),
    "ArticleExplorer": (RunsDrawing, {"sign_fixed": True, "index_fixed": False}),
}


def pixels(png):
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def saved(figure):
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=figure.dpi)
    return pixels(file.getvalue())


@pytest.mark.parametrize("name", CASES)
def test_the_static_figure_is_pixel_for_pixel_what_the_explorer_shows(name):
    drawing, values = CASES[name]
    explorer = getattr(hunt, name)()
    for control, value in values.items():
        explorer.controls[control].value = value
    assert explorer.picture.trouble == ""
    figure = drawing().static(**values)
    assert np.array_equal(saved(figure), pixels(explorer.picture.value))
    assert plots.alt(figure) == explorer.picture.alt


@pytest.mark.parametrize("name", CASES)
def test_words_are_large_and_nothing_is_cut_off(name):
    drawing, values = CASES[name]
    figure = drawing().static(**values)
    box, (width, height) = figure.get_tightbbox(), figure.get_size_inches()
    assert min(box.x0, box.y0, width - box.x1, height - box.y1) >= -0.01
    assert all(text.get_fontsize() >= 11 for ax in figure.axes for text in ax.texts)


def test_drawings_need_no_widgets():
    program = """
import sys
for name in ("ipywidgets", "anywidget", "traitlets"):
    sys.modules[name] = None
from toynn_course.hunt.lineup import LineupDrawing
from toynn_course.hunt.microscope import MicroscopeDrawing
MicroscopeDrawing().static(), LineupDrawing().static()
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


# --- the microscope


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("bug", BUGS)
def test_every_bug_can_be_looked_at_with_every_nudge(bug, shape):
    drawing = MicroscopeDrawing()
    for exponent, kind in ((-1, "central"), (-5, "forward"), (-14, "central")):
        words = drawing.update(bug=bug, shape=shape, exponent=exponent, kind=kind).sentence
        assert "nan" not in words
        assert "inf" not in words


def test_without_a_bug_every_array_is_right_and_both_curves_are_one():
    words = MicroscopeDrawing().update().sentence
    assert "W1 right, b1 right, W2 right, b2 right" in words
    assert np.array_equal(*(costs_while_training("none", "2-3-2", 7) for _ in range(2)))


def test_the_squares_hold_the_shares_of_the_numerical_gradient():
    drawing = MicroscopeDrawing()
    drawing.update(bug="bias minus", shape="2-2")
    here, data = network((2, 2)), samples((2, 2))
    numerical = numerical_gradient(here, data.X, data.Y, "quadratic")[0]
    wrong = BUGS["bias minus"](here, forward(here, data.X), data.Y)[0]
    shares = (wrong.weights / numerical.weights, wrong.biases / numerical.biases)
    expected = [said(share) for part in shares for share in part.ravel()]
    assert [text for _, _, text in drawing.shares.words] == expected
    assert expected == ["1", "1", "1", "1", "−1", "−1"]


@pytest.mark.parametrize(
    ("share", "words"),
    [(1, "1"), (1.00001, "1"), (1.003, "≈ 1"), (-0.0682, "−0.07"), (5.93, "5.9"), (2.4e5, "> 999"),
     (-2e3, "< −999"), (float("nan"), "?"), (0.0, "0.00"), (0.996, "≈ 1")],
)  # fmt: skip
def test_a_share_is_said_in_a_few_characters(share, words):
    assert said(share) == words


def test_a_right_derivative_of_0_is_right():
    data = Dataset([[1, 0]], [[0, 1]])  # no weight behind the input that is 0 has any effect
    assert fingerprint(BUGS["none"], network((2, 3, 2)), data) == ["right"] * 4


def test_a_small_network_hides_bugs_and_a_square_one_shows_the_own_layer():
    def prints(bug, sizes):
        return set(fingerprint(BUGS[bug], network(sizes), samples(sizes)))

    for bug in ("one path", "no slope at hidden nodes", "own layer"):
        assert prints(bug, (2, 2)) == ({"right"} if bug != "own layer" else {"right", "wrong"})
    assert prints("own layer", (2, 3, 2)) == {"right"}
    assert prints("own layer", (3, 3, 3)) == {"right", "wrong"}


def test_some_bugs_end_lower_than_the_right_gradient():
    ends = {bug: costs_while_training(bug, "2-3-2", 7)[-1] for bug in BUGS}
    better = {bug for bug, end in ends.items() if end < ends["none"] - 1e-4}
    assert {"twice", "no slope at the output"} <= better
    assert ends["sign"] > ends["none"]


def test_numbers_that_overflow_end_the_curve_and_are_told():
    costs = costs_while_training("z for a", "2-3-2", 7)
    assert len(costs) < EPOCHS
    assert np.isfinite(costs).all()
    words = MicroscopeDrawing().update(bug="z for a").sentence
    assert re.search(rf"its numbers overflow in epoch {len(costs) - 1}", words)


# --- the line-up and the suspects


def test_all_four_of_the_line_up_learn_to_swap_and_the_right_one_is_third():
    costs = lineup_costs()
    assert [*PROGRAMS.values()].index("none") == 2
    ends = [each[-1] for each in costs.values()]
    assert ends == sorted(ends)
    assert max(ends) < 0.01
    start = Network.random((2, 5, 2), activation="sigmoid", weights=(-1, 1), biases=(-1, 1), rng=0)
    first = ((start(swap().X) - swap().Y) ** 2).sum() / 4
    assert all(each[0] == pytest.approx(first) for each in costs.values())


def test_the_letters_tell_nothing_before_the_answer():
    drawing = LineupDrawing()
    words = drawing.update(named=False).sentence
    assert not [bug for bug in BUGS if bug in words]
    assert {text.get_text() for text in drawing.texts.values()} == set("ABCD")


def test_the_files_of_the_suspects_fit_their_bugs():
    here, one = network(), samples(n=1)
    for letter, bug in SUSPECTS.items():
        words = case_file(letter, here, one)
        assert bug not in words
        for name, told in zip(("W1", "b1", "W2", "b2"), fingerprint(BUGS[bug], here, one),
                              strict=True):  # fmt: skip
            assert f"{name} {told}" in words
    shares = [[float(n) for n in re.findall(r"-?\d+\.\d*", case_file(s, here, one))] for s in "AB"]
    assert min(shares[1]) >= 4 > min(shares[0])


# --- the runs of the article's program


def test_the_curve_is_that_of_the_program_and_ends_where_it_ends():
    costs, n_right = costs_of_runs()
    program = Program((2, 2), (-0.5, 0.5), (0, 0), runs=200, rng=0)
    assert costs[0] == pytest.approx(program.total_cost(swap().X, swap().Y))
    program.train(swap().X, swap().Y, weight_rate=0.2, bias_rate=0.5, epochs=1000)
    assert costs[-1] == pytest.approx(program.total_cost(swap().X, swap().Y))
    assert n_right == 0
    assert (costs[-1] > costs[0]).all()


@pytest.mark.parametrize(("sign", "index", "learnt"), [(0, 1, 0), (1, 0, 190), (1, 1, 200)])
def test_how_many_learn_with_either_mistake_fixed(sign, index, learnt):
    words = RunsDrawing().update(bool(sign), bool(index)).sentence
    (found,) = re.findall(r"(\d+) of 200 runs learn to swap", words)
    assert int(found) == pytest.approx(learnt, abs=0 if learnt in {0, 200} else 2)
