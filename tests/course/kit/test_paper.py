"""Paper sheets: every number on them against loops and small nudges that know nothing of toynn."""

import math
import re

import pytest

from toynn_course.kit.paper import SHEETS, answers_page, rounded, sheets_page, slips, walk_of

ROW = re.compile(r'<tr><th scope="row">(.*?)</th><td>(.*?)</td><td>(.*?)</td></tr>')
each_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)


def plain(text):
    return re.sub(r"</?sub>", "", text)


def printed(sheet):
    """The numbers of a sheet's first table of answers, by name."""
    part = answers_page().split(sheet.name)[1].split("likely mistakes")[0]
    rows = [(plain(name), value) for name, _, value in ROW.findall(part)]
    return {name: float(value.replace("−", "-")) for name, value in rows if "through" not in name}


def numbers_of(sheet):
    """The inputs, the targets, and the layers as lists of (weights, bias), from the walk."""
    walk = walk_of(sheet)
    layers = [
        [(list(map(float, row)), float(b)) for row, b in zip(l.weights, l.biases, strict=True)]
        for l in walk.network.layers  # noqa: E741
    ]
    return list(walk.X[0]), list(walk.Y[0]), layers


def cost(x, y, layers):
    """The cost of one sample, node by node."""
    for layer in layers:
        sums = [sum(w * a for w, a in zip(ws, x, strict=True)) + b for ws, b in layer]
        x = [1 / (1 + math.exp(-z)) for z in sums]
    return sum((a - t) ** 2 / 2 for a, t in zip(x, y, strict=True))


def names(letter, count):
    return [f"{letter}{j + 1}" if count > 1 else letter for j in range(count)]


def slope(change):
    """The slope of a function at 0."""
    return (change(1e-5) - change(-1e-5)) / 2e-5


@each_sheet
def test_the_derivatives_are_what_a_nudge_gives(sheet):
    x, y, layers = numbers_of(sheet)
    found = printed(sheet)
    labels = [names(letter, size) for letter, size in zip("xho", sheet.sizes, strict=True)]
    for l, layer in enumerate(layers):  # noqa: E741
        for j, (ws, b) in enumerate(layer):
            for k, w in enumerate([*ws, b]):

                def change(by, l=l, j=j, k=k, ws=ws, b=b, w=w):  # noqa: E741
                    row = [*ws, b]
                    row[k] = w + by
                    moved = [list(each) for each in layers]
                    moved[l][j] = (row[:-1], row[-1])
                    return cost(x, y, moved)

                here = labels[l + 1][j]
                name = f"dC/dw{here}{labels[l][k]}" if k < len(ws) else f"dC/db{here}"
                assert found[name] == pytest.approx(slope(change), abs=6e-5), name


@each_sheet
def test_the_cost_is_that_of_a_loop(sheet):
    assert printed(sheet)["C"] == pytest.approx(cost(*numbers_of(sheet)), abs=6e-5)


def test_a_sheet_prints_what_it_says_and_leaves_the_rest_open():
    _, *parts = re.split(r"<h2>Sheet \d: ", sheets_page())
    fields = [part.count("<input") for part in parts]
    # back: 5 at the output of 1-1-1 and 5 at h; in 2-2-1 6 at o and 6 at each h; forward 7.
    assert fields[:4] == [0, 10, 18, 25]
    assert fields[4] > 18


@each_sheet
def test_no_derivative_is_too_small_for_four_digits(sheet):
    found = [value for name, value in printed(sheet).items() if name.startswith("dC/d")]
    assert min(map(abs, found)) >= 0.003


@each_sheet
def test_a_likely_mistake_gives_another_number_than_the_right_one(sheet):
    found = printed(sheet)
    wrong = slips(walk_of(sheet))
    assert len(wrong) >= 5
    for name, value, _ in wrong:
        assert rounded(value) != rounded(found[name.replace("_", "")]), name


def test_the_sheets_do_not_use_the_numbers_of_the_notebook():
    shown = sheets_page()
    assert "0.3720" not in shown
    assert "0.5507" not in shown


def test_a_number_is_rounded_with_a_real_minus_and_without_a_negative_zero():
    assert rounded(-0.12345) == "−0.1235"
    assert rounded(-0.00001) == "0.0000"
