"""The voice and the rhythm of each notebook, and what finds a fault in them."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from tests.notebooks.voice import (
    ANSWER,
    MOST_WORDS,
    USUAL_WORDS,
    given_away,
    said_in,
    source,
    stretches,
    translated,
    words,
)
from toynn_course.exercises import PREDICTIONS

NOTEBOOKS = sorted(Path(__file__).parents[2].glob("notebooks/*.ipynb"))
NUMBERED = NOTEBOOKS[:-1]  # all but the vocabulary page

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)


def cells_of(path):
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


@each_notebook
def test_the_reader_does_something_every_few_hundred_words(path):
    counts = stretches(cells_of(path))
    assert max(counts) <= MOST_WORDS, counts
    assert sum(counts) / len(counts) <= USUAL_WORDS, counts


@each_notebook
def test_an_answer_is_never_far_whatever_counts_as_a_word(path):
    counts = stretches(cells_of(path), ANSWER, words=str.split)
    assert max(counts) <= MOST_WORDS, counts


@each_notebook
def test_nothing_in_a_notebook_reads_like_a_translation(path):
    texts = [source(cell) for cell in cells_of(path) if cell["cell_type"] == "markdown"]
    assert translated([*texts, *said_in(path.name[:2])]) == []


@each_notebook
def test_no_heading_or_objective_gives_the_answer_to_a_question_away(path):
    assert given_away(cells_of(path)) == []


@each_notebook
def test_a_notebook_opens_with_a_question_of_the_reader(path):
    first = source(cells_of(path)[0])
    assert "?" in " ".join(first.split("\n\n")[:4]), first


@pytest.mark.parametrize(
    ("path", "following"), [*pairwise(NUMBERED)], ids=lambda path: path.name[:2]
)
def test_the_end_of_a_notebook_leads_to_the_next(path, following):
    *_, last = [source(cell) for cell in cells_of(path) if cell["cell_type"] == "markdown"]
    assert f"]({following.name})" in last


# --- what finds a fault


def text(words):
    return {"cell_type": "markdown", "source": [words]}


def code(source):
    return {"cell_type": "code", "source": [source]}


def test_words_are_counted_without_code_formulas_and_folded_asides():
    assert words("A **weight** of $w_1 = 3$.\n```python\nlong code here\n```") == [
        *("A", "weight", "of", "x"),
    ]
    assert words("One <details><summary>More</summary>not these</details> two") == ["One", "two"]


def test_a_stretch_ends_where_the_reader_acts():
    cells = [text("one two"), code("x = 1"), text("three"), code('check("02.and", a)'), text("end")]
    assert stretches(cells) == [3, 1]
    assert stretches([text("one"), code("GateExplorer()"), code("Dashboard()")]) == [1, 0, 0]


def test_by_the_strict_count_formulas_tables_and_folded_asides_are_words():
    cells = [text("| $w$ | the $z$ |\n<details>`a + b`</details>"), code('explain("02.why")')]
    assert stretches([*cells, text("end")], ANSWER, words=str.split) == [6 + 3 + 1]
    assert stretches([*cells, code('quiz("00.quiz")')], ANSWER, words=str.split) == [6 + 3, 0]


@pytest.mark.parametrize(
    "phrase",
    [
        "It is used in place of a sum.",
        "Whoever does that",
        "two digits after the point",
        "the derivative of C by w",
        "the points on their own side",
        "It is to be 1.",
    ],
)
def test_a_phrase_that_marks_a_translation_is_found(phrase):
    assert len(translated([phrase])) == 1
    assert translated([f"`{phrase}`"]) == []


def test_a_heading_that_gives_the_answer_to_a_later_question_away_is_found():
    name, question = next(iter(PREDICTIONS.items()))
    asking = code(f'predict("{name}")')
    assert given_away([text("## Something else"), asking]) == []
    right = next(option.text for option in question.options if option.right)
    assert given_away([text(f"## {right}"), asking]) != []
    assert given_away([asking, text(f"## {right}")]) == []
