"""Answers whose writers had not seen the checks: no false name, none accepted, none refused."""

import importlib
from pathlib import Path

import pytest

from tests.course.exercises.answers import Answers
from toynn_course.exercises import EXERCISES
from toynn_course.exercises.engine.verdict import judge

FOLDER = Path(__file__).with_name("answers")
MODULES = [f"tests.course.exercises.answers.{path.stem}" for path in sorted(FOLDER.glob("nb*.py"))]
ANSWERS = {
    answers.exercise: answers
    for module in map(importlib.import_module, MODULES)
    for answers in vars(module).values()
    if isinstance(answers, Answers)
}
RIGHT = [each for answers in ANSWERS.values() for each in answers if each.right]
WRONG = [each for answers in ANSWERS.values() for each in answers if not each.right]

each_exercise = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda each: each.id)


@pytest.mark.parametrize("answer", RIGHT, ids=str)
def test_an_unusual_right_answer_is_right(answer):
    found = judge(EXERCISES[answer.exercise], answer.answer)
    assert found.state == "right", found


@pytest.mark.parametrize("answer", WRONG, ids=str)
def test_a_wrong_answer_gets_the_name_of_its_mistake_or_none(answer):
    found = judge(EXERCISES[answer.exercise], answer.answer)
    assert found.state != "right"
    assert found.mistake == answer.named, found


@each_exercise
def test_at_least_half_of_a_class_gets_a_name_or_is_told_its_slip(exercise):
    answers = ANSWERS[exercise.id]
    wrong = [each for each in answers if not each.right]
    assert len(wrong) >= 5
    assert len(answers) - len(wrong) >= 4
    assert sum(each.named is not None for each in wrong) >= len(wrong) / 2
