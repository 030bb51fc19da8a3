"""What a reader or an instructor calls: hints, solutions, cards, notebooks with answers in them."""

import json
import subprocess
import sys

import numpy as np
import pytest

from toynn_course.exercises import EXERCISES, check, hint, solution
from toynn_course.exercises.engine.card import Card
from toynn_course.exercises.engine.commands import _hints_given, _last_mistake


@pytest.fixture(autouse=True)
def no_hints_given():
    """A memory of hints for each test."""
    _hints_given.clear()
    _last_mistake.clear()


# --- hints and solutions


def test_hints_are_for_the_mistake_that_was_recognised_last():
    general = EXERCISES["02.neuron"].hints
    minus = next(each for each in EXERCISES["02.neuron"].mistakes if each.name == "minus b")
    assert general[0] in repr(hint("02.neuron")).replace("\n", " ")
    check("02.neuron", lambda x, w, b: 1 / (1 + np.exp(-(np.dot(w, x) - b))))
    shown = [repr(hint("02.neuron")).replace("\n", " ") for _ in range(3)]
    assert all(text in card for text, card in zip(minus.hints, shown, strict=False))
    assert 'solution("02.neuron")' in shown[-1]
    check("02.neuron", ...)
    assert general[1] in repr(hint("02.neuron")).replace("\n", " ")


def test_a_solution_is_code_as_a_notebook_has_it():
    assert "    def sigmoid(z):" in repr(solution("02.sigmoid"))
    assert "and_gate = (1, 1, -1.5)  # w1, w2, b" in repr(solution("02.and"))
    exercise = EXERCISES["02.sigmoid"]
    lists = next(each for each in exercise.right_answers if each.__name__ == "lists")
    assert "return [sigmoid(value) for value in z]" in exercise.source_of(lists)


def test_an_unknown_exercise_is_refused_with_the_nearest_name():
    with pytest.raises(ValueError, match=r"did you mean '02.sigmoid'"):
        check("02.sigmod", ...)


def test_a_check_whose_arguments_have_changed_places_says_what_comes_first():
    with pytest.raises(TypeError, match=r"the exercise is <function .* the name first"):
        check(solution, "02.sigmoid")


def test_a_card_is_safe_and_readable_html():
    card = Card("Is a < b?", ("`x < y` & more",), code="a < b", unfold=("Why", "`z`"))
    shown = card._repr_html_()
    assert "<code>x &lt; y</code> &amp; more" in shown
    assert "<details><summary>Why</summary>" in shown
    assert repr(card) == "Is a < b?\n    a < b\n`x < y` & more"


# --- notebooks with answers in them


def notebook_with(*cells):
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def code(source, *tags):
    cell = {"cell_type": "code", "source": source, "metadata": {"tags": list(tags)}}
    return cell | {"outputs": [{"output_type": "stream"}], "execution_count": 3}


def run_module(*arguments):
    command = [sys.executable, "-m", "toynn_course.exercises", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.mark.parametrize("what", ["solutions", "mistakes"])
def test_notebooks_are_written_with_answers_in_their_stub_cells(tmp_path, what):
    exercise = EXERCISES["02.sigmoid"]
    stub = code(exercise.stub_source, "exercise:02.sigmoid")
    (tmp_path / "from").mkdir()
    path = tmp_path / "from" / "02_a.ipynb"
    path.write_text(json.dumps(notebook_with(stub, code("1 + 1"))))
    for _ in range(2):  # it can be run again
        done = run_module(what, tmp_path / "to", "--notebooks", tmp_path / "from")
        assert "1 notebooks" in done.stdout, done
    cells = json.loads((tmp_path / "to" / "02_a.ipynb").read_text())["cells"]
    answers = {"solutions": exercise.reference, "mistakes": exercise.mistakes[0].answers[0]}
    assert "".join(cells[0]["source"]) == exercise.source_of(answers[what])
    assert cells[1]["source"] == "1 + 1"
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells)


def test_notebooks_are_not_written_over(tmp_path):
    (tmp_path / "a.ipynb").write_text(json.dumps(notebook_with()))
    refused = run_module("solutions", tmp_path, "--notebooks", tmp_path)
    assert refused.returncode == 2
    assert "choose another folder" in refused.stderr
    assert "there are no notebooks" in run_module("solutions", "x", "--notebooks", "y").stderr
