"""Notebook 00: what it says of the other notebooks, and the arithmetic of its questions."""

import math

import numpy as np

from tests.notebooks.prose import FOLDER, text, unclaimed
from toynn import Network
from toynn_course.exercises import EXERCISES, PREDICTIONS, QUIZZES
from toynn_course.exercises.engine.question import UNSURE

NOTEBOOK = "00_start_here.ipynb"


def test_no_figure_is_unclaimed():
    assert unclaimed(NOTEBOOK, []) == []


def test_every_notebook_that_is_there_is_named_in_the_table():
    there = text(NOTEBOOK, "what-is-where-1")
    assert "| 00 Start here |" in there
    for path in FOLDER.glob("[0-9]*.ipynb"):
        assert path.name == NOTEBOOK or f"]({path.name}) |" in there


def test_the_area_and_its_mistakes_are_computed_right():
    area = EXERCISES["00.area"]
    assert area.reference == round(math.pi * 3**2, 2)
    wrong = {mistake.name: mistake.answers for mistake in area.mistakes}
    assert wrong["the circumference"] == [2 * math.pi * 3]
    assert wrong["the radius is not squared"] == [math.pi * 3]


def test_the_quiz_counts_parameters_as_a_network_does():
    options = {question.id: question.options for question in QUIZZES["00.quiz"].questions}
    right = next(option for option in options["00.parameters"] if option.right)
    assert right.text == str(Network.random((3, 4, 2), rng=0).n_parameters)
    input_layer = Network.random((3, 3, 4, 2), rng=0).n_parameters
    assert str(input_layer) in [option.text for option in options["00.parameters"]]


def test_the_quiz_has_eight_questions_and_names_a_misconception_for_each_wrong_option():
    questions = QUIZZES["00.quiz"].questions
    assert len(questions) == 8
    for question in questions:
        options = [option for option in question.options if option is not UNSURE]
        assert all(bool(option.misconception) != option.right for option in options)


def test_python_and_numpy_multiply_as_the_prediction_says():
    assert str(2 * [1, 2, 3]) in PREDICTIONS["00.array"].question
    right = next(option for option in PREDICTIONS["00.array"].options if option.right)
    assert all(str(number) in right.text for number in 2 * np.array([1, 2, 3]))
