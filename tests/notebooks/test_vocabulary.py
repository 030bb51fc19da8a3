"""The vocabulary page: each word is introduced where the page says, and used nowhere before."""

from pathlib import Path

import pytest

from tests.notebooks import vocabulary
from tests.notebooks.vocabulary import (
    FOLDER,
    LINK,
    PAGE,
    Passage,
    cells,
    first_use,
    forms,
    introduces,
    passages,
    rows,
    titles,
    uses,
)
from tests.notebooks.voice import source, translated

ROWS = rows()
COURSE = passages()
LINKED = [(word, row) for row in ROWS for word in row.words if "](" in row.place]
TO_COME = [(word, row) for row in ROWS for word in row.words if "](" not in row.place]

EVERYDAY = {
    ("00", "00-start-here-1"): "network",  # what the course is about, before anything is named
    ("00", "what-you-will-build"): "network training",
    ("00", "many-numbers-1"): "network",
    ("00", "what-is-where-1"): """leak layer neuron network training gradient gradient_descent
    backpropagation training_loop deep_learning""",  # the names of the notebooks, and a boat
    ("00", "what-you-have-learnt-1"): "network",
    ("01", "01-a-network-learns-1"): "network",
    ("01", "questions-of-this-notebook"): """network
    artificial_intelligence machine_learning deep_learning""",  # it asks how these three differ
    ("01", "01.why_not_looked_up"): "memorise",
    ("01", "kinds-of-learning"): "language_model",  # what the article calls so
    ("02", "one-input-a-sum-1"): "temperature",  # of a greenhouse, here and in the next six
    ("02", "02.wait"): "temperature",
    ("02", "greenhouse"): "temperature",
    ("02", "02.forecast"): "temperature",
    ("02", "node-values"): "temperature",
    ("02", "02.louder"): "temperature",
    ("02", "weight-and-importance"): "temperature",
    ("02", "02.dsigmoid"): "dot_product",  # to those who called np.dot
    ("05", "bowl-explorer"): "momentum",  # the name of a slider, to be left alone
    ("07", "07.blind"): "symmetry",  # of numbers in a test, not of nodes
    ("07", "07.green_light"): "symmetry",
    ("07", "what-next"): "training_loop",  # the name of the next notebook
    ("10", "normalise"): "language_model",  # what everybody has heard of
    ("11", "what-you-have-learnt-1"): "language_model",
    ("12", "objectives"): "language_model",
    ("10", "10.he"): "leak",  # of a leaky relu
}
"""Where a word stands before it is introduced: in everyday English, or in a name or a question."""

FIELD_WORDS = """
derivative with_respect_to architecture matrix vector classified_correctly probability
data_augmentation overfitting condition_number memorise nonlinear nonlinearity backward_pass
backpropagation initial_weights initialisation weight_decay L2_regularisation mini-batch batch
generalise classification regression logistic_function hyperparameter stochastic_gradient_descent
SGD inference logit loss cost calibration embedding token
"""
"""What a learner should be able to look up after the course, whatever the notebooks call it."""


def listed(words):
    """Words from a line; an underscore stands for a space."""
    return [word.replace("_", " ") for word in words.split()]


def places_of(word):
    """Where a word may stand before it is introduced."""
    return {place for place, words in EVERYDAY.items() if word in listed(words)}


def longer_than(word):
    """The words of the page that have this one in them."""
    words = [each for row in ROWS for each in row.words if word in each]
    return [each for each in words if each != word]


@pytest.mark.parametrize(("word", "row"), LINKED, ids=[word for word, _ in LINKED])
def test_a_word_is_introduced_where_the_page_says_and_used_nowhere_before(word, row):
    first = first_use(word, COURSE, places_of(word), longer_than(word))
    assert first, f"no notebook uses {word!r}"
    here = f"{word!r} comes first in notebook {first.notebook}, in {first.where!r}"
    assert introduces(first.text, word), f"{here}, and is not introduced there"
    assert f"[{first.notebook} · " in row.place, here
    assert heading_of(row.place) == first.heading, f"{here}, under {first.heading!r}"


def heading_of(place):
    """The heading that a link leads to; a notebook's title if it leads to a whole notebook."""
    ((_, name, anchor),) = LINK.findall(place)
    found = [title for title in titles(FOLDER / name) if title.replace(" ", "-") == anchor]
    return found[0] if anchor else titles(FOLDER / name)[0]


@pytest.mark.parametrize(("place", "words"), EVERYDAY.items(), ids=str)
def test_no_exception_is_left_over(place, words):
    there = " ".join(each.text for each in COURSE if (each.notebook, each.where) == place)
    unused = [word for word in listed(words) if not uses(there, word)]
    assert unused == [], f"{place} does not use {unused} any more"
    introduced = [word for word in listed(words) if introduces(there, word)]
    assert introduced == [], f"{place} introduces {introduced}: no exception is needed"


@pytest.mark.parametrize(("word", "row"), TO_COME, ids=[word for word, _ in TO_COME])
def test_a_word_without_a_link_is_still_to_come(word, row):
    there = [each.where for each in COURSE if introduces(each.text, word)]
    assert there == [], f"{word!r} is introduced in {there}: give it a link"
    assert row.place.isdigit(), f"{row.place!r} is not the number of a notebook"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words[0])
def test_a_link_leads_to_a_heading_that_exists_once_and_says_its_name(row):
    for text, name, anchor in LINK.findall(row.place):
        assert (FOLDER / name).is_file(), f"there is no {name}"
        there = [title.replace(" ", "-") for title in titles(FOLDER / name)]
        assert not anchor or there.count(anchor) == 1, f"{name} has the headings {there}"
        assert text == f"{name[:2]} · {heading_of(row.place).removeprefix(f'{name[:2]} · ')}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words[0])
def test_a_word_is_explained_in_one_plain_sentence(row):
    assert row.meaning.endswith(".")
    assert row.meaning.count(". ") == 0
    assert len(row.meaning.split()) <= 35
    assert translated([row.meaning, row.elsewhere]) == []


def test_every_word_stands_on_the_page_once():
    words = [word for row in ROWS for word in row.words]
    assert len(words) == len(set(words))
    assert len(words) > 70


@pytest.mark.parametrize("word", listed(FIELD_WORDS))
def test_a_word_of_the_field_is_on_the_page(word):
    page = " ".join(source(cell) for cell in cells(PAGE))
    assert uses(page, word)


@pytest.mark.parametrize("path", [FOLDER.parent / "README.md", FOLDER / "00_start_here.ipynb"])
def test_the_page_can_be_found(path):
    assert "vocabulary.ipynb)" in path.read_text(encoding="utf-8")


# --- what finds a word


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("bias", "Its biases are 0."),
        ("mini-batch", "In mini batches, or in minibatches"),
        ("initialisation", "Xavier initialization"),
        ("generalise", "It generalizes well."),
        ("matrix", "Two matrices"),
        ("minimum", "local minima"),
        ("probability", "ten Probabilities"),
        ("diverge", "it has diverged"),
        ("learning rate", "a learning\nrate of 0.1"),
    ],
)
def test_a_word_is_found_however_it_is_written(word, text):
    assert uses(text, word)
    assert introduces(f"A **{forms_found(word, text)}**.", word)


def forms_found(word, text):
    return vocabulary.re.search(forms(word), vocabulary.plain(text), vocabulary.re.IGNORECASE)[0]


@pytest.mark.parametrize("text", ["`bias` and $bias$", "unbiased", "[b](bias.ipynb)", "<bias>"])
def test_code_formulas_addresses_and_other_words_are_no_use_of_a_word(text):
    assert not uses(text, "bias")


def test_a_word_in_a_bold_sentence_is_not_introduced_by_it():
    assert introduces("is called its **bias**:", "bias")
    assert introduces("**Biases.** There are many.", "bias")
    assert not introduces("**You may think that the bias is large.**", "bias")
    assert not introduces("its bias", "bias")


def test_the_first_use_is_the_first_in_the_order_of_the_course():
    early, later = (Passage(n, "", "here", "a seed") for n in ("01", "02"))
    assert first_use("seed", [early, later]) is early
    assert first_use("seed", [early, later], {("01", "here")}) is later
    assert first_use("weight", [early, later]) is None


def test_a_heading_a_question_and_an_exercise_are_read_and_a_title_is_not(tmp_path):
    texts = ["# 01 · A title\nHello.", "Before.\n## Then\nAfter.", 'check("01.three", 3)']
    book = {"cells": [cell(n, text) for n, text in enumerate(texts)]}
    path = tmp_path / "01_a.ipynb"
    path.write_text(vocabulary.json.dumps(book), encoding="utf-8")
    *read, asked = vocabulary.passages(Path(tmp_path))
    assert [(each.heading, each.text.split()) for each in read] == [
        ("01 · A title", ["Hello."]),
        ("01 · A title", ["Before."]),
        ("Then", ["Then", "After."]),
    ]
    assert asked.where == "01.three"
    assert "classified correctly" in asked.text


def cell(number, text):
    kind = "code" if text.startswith("check") else "markdown"
    return {"cell_type": kind, "id": str(number), "source": [text]}
