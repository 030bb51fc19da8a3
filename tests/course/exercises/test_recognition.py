"""A mistake gets its name only if every case bears it out."""

import math
import time

import numpy as np

from tests.course.exercises.small import add, adding, blanks, multiplying
from toynn_course.exercises.engine.exercise import case
from toynn_course.exercises.engine.signs import one_number_for_many, overflows
from toynn_course.exercises.engine.verdict import judge


def with_mistake(function, when=None, **more):
    """The exercise to add, with a known mistake "known"."""
    exercise = adding(**more)
    exercise.mistake("known", when=when)(function)
    return exercise


def product(a, b):
    return a @ b


def name_of(exercise, answer):
    return judge(exercise, answer).mistake


def test_the_same_results_in_every_case_are_the_same_mistake():
    assert name_of(multiplying(), lambda a, b: b * a) == "product"
    assert name_of(multiplying(), lambda a, b: a * b if np.ndim(a) else 7.0) is None
    assert name_of(multiplying(), lambda a, b: a + b if np.ndim(a) else a * b) is None


def test_an_answer_that_stops_in_a_case_does_not_have_a_mistake_that_gives_a_result_there():
    def add(a, b):
        return float(a) * float(b)  # a float of an array of two is a TypeError

    assert name_of(multiplying(), add) is None


def test_equal_exceptions_alone_prove_nothing():
    exercise = with_mistake(product, cases=(case(np.ones(3), np.ones(2)),))
    assert name_of(exercise, lambda a, b: 2 * (a @ b)) == "known"
    assert name_of(exercise, lambda a, b: a[::-1] @ b) is None  # the same words, another slip


def test_an_exception_beside_a_wrong_value_has_to_come_from_the_same_operation():
    def times(a, b):
        return a * b if np.ndim(a) == 0 else a @ b[:1]

    exercise = with_mistake(times)

    def the_same(a, b):
        return b * a if np.ndim(b) == 0 else a @ b[0:1]

    def another(a, b):
        return b * a if np.ndim(b) == 0 else np.matmul(a, b[:1])

    assert name_of(exercise, the_same) == "known"
    assert name_of(exercise, another) is None


def test_a_mistake_is_known_also_where_the_machine_was_busy_when_it_was_tried_first():
    rounds = []

    def slow(a, b):
        rounds.append(a)
        time.sleep(0.2 if len(rounds) == 1 else 0)  # longer than an answer may take
        return a * b

    exercise = with_mistake(slow, seconds=0.1)
    assert name_of(exercise, lambda a, b: b * a) == "known"


def test_a_sign_sees_all_outcomes_at_once():
    seen = []

    def sign(found):
        seen.append(len(found))
        return all(each.value == 7 for each in found)

    exercise = with_mistake(add, when=sign)
    assert name_of(exercise, lambda a, b: 7) == "known"
    assert name_of(exercise, lambda a, b: 7 if np.ndim(a) else 8) is None
    assert set(seen) == {2}


def test_a_sign_that_cannot_compare_is_no_sign():
    exercise = with_mistake(add, when=lambda found: found[0].value > 1000)
    assert name_of(exercise, lambda a, b: "text") is None


def sigmoids():
    def sigmoid(z):
        return 1 / (1 + np.exp(np.minimum(-z, 700)))

    cases = (case(0.0), case(np.array([1.0, 2.0])), case(-1000.0))
    exercise = adding(sigmoid, cases=cases)
    exercise.mistake("overflow", when=overflows)(add)
    exercise.mistake("one", when=one_number_for_many)(add)
    return exercise


def test_an_overflow_is_named_only_if_everything_else_is_right():
    assert name_of(sigmoids(), lambda z: 1 / (1 + np.exp(-z))) == "overflow"
    assert name_of(sigmoids(), lambda z: 1 / 1 + np.exp(-z)) is None
    assert name_of(sigmoids(), lambda z: 2 / (1 + np.exp(-z))) is None

    def looping(z):
        return [looping(each) for each in z] if np.ndim(z) else 1 / (1 + math.exp(-z))

    assert name_of(sigmoids(), looping) == "overflow"


def test_one_number_for_an_array_is_named_only_if_single_numbers_are_right():
    def sigmoid(z):
        return float(1 / (1 + np.exp(np.minimum(-np.mean(z), 700))))

    assert name_of(sigmoids(), sigmoid) == "one"
    assert name_of(sigmoids(), lambda z: 0.3) is None


# --- several blanks


def test_the_first_wrong_blank_is_the_one_that_is_named():
    assert name_of(blanks(), {"dw": 1.0, "db": 0.7}) == "doubled"
    assert name_of(blanks(), {"dw": 0.5, "db": 0.125}) == "a half"
    assert name_of(blanks(), {"dw": 0.7, "db": 0.125}) is None  # what follows may come from that


def test_any_wrong_blank_is_named_where_none_depends_on_another():
    assert name_of(blanks(independent=True), {"dw": 0.7, "db": 0.125}) == "a half"
