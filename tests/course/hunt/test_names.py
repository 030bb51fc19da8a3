"""Every row of the table of notebook 07 is recognised by name, whoever wrote the wrong line."""

import pytest

from tests.course.exercises.answers.nb07 import FINGERPRINTS, whole
from tests.course.hunt.test_bugs import FINGERPRINTS as TABLE
from toynn_course.exercises import EXERCISES
from toynn_course.exercises.engine.outcome import outcomes
from toynn_course.exercises.engine.verdict import judge
from toynn_course.hunt.bugs import BUGS

EXERCISE = EXERCISES["07.backward"]
ROWS = [bug for bug in BUGS if bug != "none"]


def test_there_is_a_rewrite_for_every_row():
    assert set(FINGERPRINTS) == set(ROWS) == {*TABLE, "own layer"} - {"none"}


@pytest.mark.parametrize("bug", ROWS)
def test_a_rewrite_that_is_not_the_mutants_own_code_is_named(bug):
    name, rewrite = FINGERPRINTS[bug]
    assert judge(EXERCISE, rewrite).mistake == name


@pytest.mark.parametrize("bug", ROWS)
def test_the_mutant_itself_is_named_alike(bug):
    name, _ = FINGERPRINTS[bug]

    def mutant(network, passed, targets):
        return BUGS[bug](network, passed, targets)

    assert judge(EXERCISE, mutant).mistake == name


@pytest.mark.parametrize("bug", ROWS)
def test_a_bug_without_a_name_would_not_be_taken_for_another(bug):
    """1e-3 more in every number of a rewrite: it is wrong, and it is no row of the table."""
    _, rewrite = FINGERPRINTS[bug]

    def other(network, passed, targets):
        return [[1e-3 + part for part in pair] for pair in rewrite(network, passed, targets)]

    found = judge(EXERCISE, other)
    assert (found.state, found.mistake) == ("wrong", None)


def test_no_two_mistakes_of_the_exercise_come_to_the_same():
    by_mistake = {
        mistake.name: [str([each.value for each in outcomes(EXERCISE, answer)])
                       for answer in mistake.answers]
        for mistake in EXERCISE.mistakes
    }  # fmt: skip
    for name, found in by_mistake.items():
        for other, theirs in by_mistake.items():
            assert name == other or not set(found) & set(theirs), (name, other)


def test_right_rewrites_are_right():
    assert all(judge(EXERCISE, each.answer).state == "right" for each in whole if each.right)
