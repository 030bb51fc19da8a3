"""Answers whose writers had not seen the checks: no false name, none accepted, none refused."""

import importlib
import re
from pathlib import Path

import numpy as np
import pytest

from tests.course.exercises.answers import Answers
from toynn_course.exercises import EXERCISES
from toynn_course.exercises.engine.comparison import equal
from toynn_course.exercises.engine.outcome import plain
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
FUNCTIONS = [each for each in EXERCISES.values() if each.kind == "function"]
WRONG = [each for answers in ANSWERS.values() for each in answers if not each.right]

each_exercise = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda each: each.id)


@pytest.mark.parametrize("answer", RIGHT, ids=str)
def test_an_unusual_right_answer_is_right(answer):
    found = judge(EXERCISES[answer.exercise], answer.answer)
    assert found.state == "right", found


@pytest.mark.parametrize("answer", WRONG, ids=str)
def test_a_wrong_answer_never_gets_a_false_name(answer):
    found = judge(EXERCISES[answer.exercise], answer.answer)
    assert found.state != "right"
    assert found.mistake == answer.named, found
    assert answer.told in found.message, found


@each_exercise
def test_at_least_half_of_a_class_gets_a_name_or_is_told_its_slip(exercise):
    answers = ANSWERS.get(exercise.id, [])
    wrong = [each for each in answers if not each.right]
    assert len(wrong) >= 5
    assert len(answers) - len(wrong) >= 4
    assert sum(bool(each.named or each.told) for each in wrong) >= len(wrong) / 2


# --- a message can be pasted

PIECES = re.compile(
    r"`(?P<call>\w+\(.*\))` gives (a result in which item `(?P<item>.*?)` is )?(?P<given>.*?)\. "
    r"It should be (?P<wanted>.*?)\.$"
)
NAMES = {"np": np, "array": np.array, "nan": np.nan, "inf": np.inf}


CALLED = [each for each in FUNCTIONS if not each.use]  # the others tell their cases in words


@pytest.mark.parametrize("exercise", CALLED, ids=lambda each: each.id)
def test_the_call_in_a_message_gives_what_the_message_says(exercise):
    wrong = [each.answer for each in ANSWERS[exercise.id] if not each.right]
    judged = [(answer, judge(exercise, answer)) for answer in wrong if callable(answer)]
    shown = [(answer, PIECES.search(found.message)) for answer, found in judged]
    assert any(found for _, found in shown), "no message shows a call with its two results"
    for answer, found in shown:
        if found:
            assert_true(exercise, answer, found)


def assert_true(exercise, answer, found):
    """The call that a message shows gives what it says, of the answer and of the solution."""
    for function, said in [(answer, found["given"]), (exercise.reference, found["wanted"])]:
        with np.errstate(all="ignore"):
            result = eval(found["call"], NAMES | {exercise.name: function})  # noqa: S307 - our own text
        if found["item"]:
            result = eval(f"result{found['item']}", {"result": result})  # noqa: S307 - our own text
        if re.match(r"(an? |the |\d+ values|\d+$)", said) is None:
            assert equal(plain(result), eval(said, dict(NAMES)), nan=True), found[0]  # noqa: S307
