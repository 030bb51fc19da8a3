"""Overflow is found where NumPy raises no flags, as in a browser, and is the same as with them."""

import warnings

import numpy as np
import pytest

from toynn_course.exercises import EXERCISES
from toynn_course.exercises.engine import outcome
from toynn_course.exercises.engine.exercise import Exercise
from toynn_course.exercises.engine.overflow import overflowed
from toynn_course.exercises.engine.verdict import judge


@pytest.fixture(autouse=True)
def no_flags():
    """NumPy as in a browser, where it never warns."""
    with np.errstate(all="ignore"):
        yield


def flagged(function, inputs):
    """What NumPy itself warns of on a processor with flags."""
    with warnings.catch_warnings(record=True) as caught, np.errstate(all="warn", under="ignore"):
        warnings.simplefilter("always")
        function(*inputs)
    return {str(each.message) for each in caught}


def softmax(z):
    powers = np.exp(z)
    return powers / np.sum(powers)


def one_by_one(z):
    out = np.zeros_like(z)
    for i in range(len(z)):
        out[i] = 1 / (1 + np.exp(-float(z[i])))
    return out


def in_place(z):
    z -= 1
    z *= -1e300
    return z


def of_lists(z):
    return [1 / (1 + np.exp(-value)) for value in z]


LARGE = np.array([-1000.0, 0.0, 1000.0])
STEPS = {
    "sigmoid of a number": (lambda z: 1 / (1 + np.exp(-z)), -1000.0),
    "sigmoid of a whole number": (lambda z: 1 / (1 + np.exp(-z)), -1000),
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), LARGE),
    "sigmoid in a where": (lambda z: np.where(z > 0, 1 / (1 + np.exp(-z)), 0), LARGE),
    "sigmoid of an array that is made": (lambda z: 1 / (1 + np.exp(-np.asarray(z))), [-1000.0]),
    "sigmoid of each": (one_by_one, LARGE),
    "sigmoid of each in a list": (of_lists, [-1000.0, 2.0]),
    "softmax": (softmax, LARGE),
    "in place": (in_place, np.array([1e10, 2.0])),
    "logarithm of 0": (np.log, np.zeros(2)),
    "logarithm of a negative number": (np.log, np.array([-1.0, 2.0])),
    "division by 0": (lambda z: 1 / z, np.zeros(2)),
    "0 / 0": (lambda z: z / z, np.zeros(2)),
    "scalar division": (lambda z: 1 / np.exp(z), -1000.0),
    "scalar product": (lambda z: np.exp(z) * np.exp(z), 700.0),
    "power of 0": (lambda z: z**-1.0, np.zeros(2)),
    "square": (lambda z: z**2, np.array([1e200, 1.0])),
    "sum": (np.sum, np.array([1e308, 1e308])),
    "mean": (np.mean, np.array([1e308, 1e308])),
    "method": (lambda z: z.sum(), np.array([1e308, 1e308])),
    "infinity minus infinity": (lambda z: np.exp(z) - np.exp(z), LARGE),
    "matrix product": (lambda z: z @ z, np.array([1e200, 1e200])),
    "out and where": (
        lambda z: np.divide(1, z, out=np.zeros_like(z), where=z != 0),
        np.array([0.0, 2.0]),
    ),
    "nothing": (lambda z: np.exp(-np.abs(z)).max() + np.log1p(z[1]), LARGE),
    "stable": (lambda z: np.exp(z - np.max(z)) / np.exp(z - z.max()).sum(), LARGE),
    "infinity that came in": (lambda z: np.exp(z) + 1, np.array([np.inf, np.nan])),
}


@pytest.mark.parametrize("name", STEPS)
def test_the_same_is_found_without_flags_as_with_them(name):
    step, z = STEPS[name]
    given = z.copy() if isinstance(z, np.ndarray) else z
    assert set(overflowed(step, (z,))) == flagged(step, (given,))


def test_an_answer_that_knows_of_the_overflow_is_not_warned():
    def knowing(z):
        with np.errstate(over="ignore"):
            return 1 / (1 + np.exp(-z))

    assert overflowed(knowing, (LARGE,)) == ()


def test_an_answer_that_silences_warnings_is_not_warned():
    def silencing(z):
        warnings.filterwarnings("ignore")
        return 1 / (1 + np.exp(-z))

    assert overflowed(silencing, (LARGE,)) == ()


def test_an_exception_is_not_passed_on_and_what_came_before_is_kept():
    def failing(z):
        np.exp(z)
        print("not shown")
        raise SystemExit

    assert overflowed(failing, (LARGE,)) == ("overflow encountered in exp",)
    assert overflowed(None, (LARGE,)) == ()


def test_the_inputs_and_numpy_are_as_before():
    before, z = dict(vars(np)), LARGE.copy()
    overflowed(in_place, (z,))
    assert z.tolist() == LARGE.tolist()
    assert vars(np) == before


LONG = {"07.hunt"}
"""Exercises of which a single case trains a network."""

LOOKED_AT = [
    name
    for name, each in EXERCISES.items()
    if each.kind == "function" and each.seconds == Exercise.seconds
]
"""Exercises whose answers a check looks at for overflow, where there are no flags."""


@pytest.mark.parametrize("name", LOOKED_AT)
def test_every_answer_of_the_course_is_warned_of_the_same_without_flags(name):
    exercise = EXERCISES[name]
    wrong = [answer for mistake in exercise.mistakes for answer in mistake.answers]
    cases = exercise.all_cases[:1] if name in LONG else exercise.all_cases
    for answer in (exercise.reference, *exercise.right_answers, *wrong):
        for each in cases:
            call = lambda *inputs, answer=answer: exercise.put_to_use(answer, *inputs)  # noqa: E731
            try:
                wanted = flagged(call, each.inputs)
            except Exception:  # noqa: BLE001, S112 - an answer that raises is told so
                continue
            assert set(overflowed(call, each.inputs)) == wanted, answer.__name__


def test_a_check_finds_overflow_without_flags(monkeypatch):
    monkeypatch.setattr(outcome, "HAS_FLAGS", False)
    monkeypatch.setattr(outcome, "STRICT", {"all": "ignore"})
    outcome.solution_results.cache_clear()
    with np.errstate(all="ignore"):
        found = judge(EXERCISES["02.sigmoid"], lambda z: 1 / (1 + np.exp(-z)))
        right = judge(EXERCISES["02.sigmoid"], lambda z: (1 + np.tanh(z / 2)) / 2)
    outcome.solution_results.cache_clear()
    assert found.mistake == "the power overflows"
    assert right.state == "right"
