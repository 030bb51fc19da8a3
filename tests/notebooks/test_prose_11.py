"""The numbers in the text of notebook 11; those of its predictions are held here as well."""

import math

import pytest

from tests.notebooks.prose import said, text, unchecked
from toynn.datasets import digits
from toynn_course.exercises import PREDICTIONS
from toynn_course.explorers import pad

NOTEBOOK = "11_real_digits.ipynb"

CLAIMS = [
    ("These are %d handwritten digits", lambda: len(digits())),
    ("Each image is a row of %d inputs", lambda: digits().n_inputs),
    ("a share of 0.5 costs %.2f, a share of 0.01 costs %.1f", lambda: (math.log(2), math.log(100))),
    ("Take only 400 images to train with, and give %d of them", lambda: 400 // 5),
    ("The other %d images", lambda: len(digits()) - 400),
    ("in a frame of %d by %d dots", lambda: (pad.SIDE, pad.SIDE)),
    ("how many of the %d dots of each cell had ink", lambda: pad.FULL),
]


@pytest.mark.parametrize(("words", "recompute"), CLAIMS)
def test_the_text_says_what_comes_out(words, recompute):
    assert said(words, recompute()) in text(NOTEBOOK)


def test_no_number_stands_in_the_text_unchecked():
    # 88.7% is printed as 0.887, and so with all shares: those are compared below
    shares = "88.7 95.2 97.0 37.5 64.9 90.7 95.4 77.7 78.2 90.1"
    assert unchecked(NOTEBOOK, CLAIMS, given=f"1998 4.0 1000 100 99 {shares}") == []


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("88.7% with ten blurred pictures", "0.887"),
        ("95.2% without, 97.0% with", "'Network(64-10, softmax)': 0.952"),
        ("95.2% without, 97.0% with", "'Network(64-30-10, tanh, softmax)': 0.97"),
        ("44% against 87%", "(0.443, 0.872)"),
        ("From 97% to 37.5%", "(0.356, 0.375)"),
        ("64.9% of the moved test images", "[0.649, 0.907, 0.954]"),
        ("the first network reads it in 3 places of 9, the second in all 9", "[3, 9]"),
        ("30 hidden nodes 90.7%, and with 100 of them 95.4%", "[0.649, 0.907, 0.954]"),
        ("reads 77.7% of the test images", "[(1.0, 0.777), (0.782, 0.901)]"),
        ("it gets 78.2% of the labels", "[(1.0, 0.777), (0.782, 0.901)]"),
        ("reads 90.1% of the test images", "[(1.0, 0.777), (0.782, 0.901)]"),
    ],
)
def test_a_percentage_in_the_text_is_a_share_that_a_cell_prints(words, printed):
    assert words in text(NOTEBOOK)
    assert printed in _outputs()


def test_the_predictions_speak_of_the_same_shares():
    assert "The mean images get 88.7% right" in PREDICTIONS["11.hidden"].question
    assert "reads 97% of the test images" in PREDICTIONS["11.shift"].question


def _outputs():
    """What the cells of the notebook print."""
    from tests.notebooks.prose import _printed, cells

    return "\n".join(
        _printed(output)
        for cell in cells(NOTEBOOK)
        if cell.cell_type == "code"
        for output in cell.outputs
    )
