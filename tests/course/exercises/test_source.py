"""The text of an answer, and what an exercise makes of it; a value, and how it is described."""

from fractions import Fraction

import numpy as np
import pytest

from tests.course.exercises.small import add, adding, blanks
from toynn_course.exercises.engine.comparison import difference, equal
from toynn_course.exercises.engine.description import InWords, call_of, code_of, described
from toynn_course.exercises.engine.exercise import case
from toynn_course.exercises.engine.source import blanked, compiled, edited, filled, source_of


def test_a_stub_is_the_solution_without_its_body():
    assert adding().stub_source == (
        'def add(a, b):\n    """The sum of two numbers, or of two arrays."""\n    ...'
    )


def test_a_stub_may_keep_the_lines_around_its_blanks():
    source = "def f(x):\n    first = x + 1  # one more\n    second = 2 * first\n    return second"
    assert blanked(source, ("first",)) == source.replace("x + 1", "...")
    with pytest.raises(ValueError, match="third is assigned 0 times"):
        blanked(source, ("third",))


def test_an_edit_has_to_meet_exactly_one_place():
    source = source_of(add)
    assert compiled(edited(source, {"a + b": "a - b"}), add)(5, 2) == 3
    with pytest.raises(ValueError, match="'a / b' occurs 0 times"):
        edited(source, {"a / b": "a - b"})
    with pytest.raises(ValueError, match="'a' occurs"):
        adding().mistake("known", "Said.", edits=[{"a": "b"}])


def test_a_docstring_is_the_message_and_its_list_the_hints():
    exercise = adding()

    @exercise.mistake("turned")
    def turned(a, b):
        """You take the first number
        twice.

        It counts once.

        - Look at
          line 1.
        - `a + b`
        """
        return a + a

    known = exercise.mistakes[0]
    assert known.message == "You take the first number twice. It counts once."
    assert known.hints == ("Look at line 1.", "`a + b`")
    assert exercise.source_of(turned) == "def add(a, b):\n    return a + a"


def test_a_second_answer_of_a_mistake_needs_no_second_message():
    exercise = adding()
    exercise.mistake("product", "You multiply.", "Add.", edits=[{"a + b": "a * b"}])

    @exercise.mistake("product")
    def other(a, b):
        return b * a

    (known,) = exercise.mistakes
    assert (known.message, len(known.answers)) == ("You multiply.", 2)


def test_blanks_of_a_cell_are_filled_in_one_by_one():
    exercise = blanks()
    assert exercise.solution_source == "dw = 0.5  # dC/dw\ndb = 0.25  # dC/db"
    assert exercise.source_of({"dw": 1.0}) == "dw = 1.0  # dC/dw\ndb = 0.25  # dC/db"
    with pytest.raises(ValueError, match="3 values for 2 blanks"):
        filled(exercise.stub, (1, 2, 3))


def test_drawn_cases_are_always_the_same_ones():
    exercise = adding(draw=lambda rng: rng.uniform(size=2).round(2))
    again = adding(draw=lambda rng: rng.uniform(size=2).round(2))
    assert len(exercise.all_cases) == len(exercise.cases) + 3
    assert [each.inputs for each in exercise.all_cases[2:]] == [
        each.inputs for each in again.all_cases[2:]
    ]


# --- comparison and description


def test_results_are_compared_by_shape_and_value_and_not_by_type():
    assert equal([1, 2], np.array([1.0, 2.0]))
    assert equal(np.float32(0.1), 0.1)
    assert equal(Fraction(1, 4), 0.25)
    assert equal([Fraction(1, 4), 1], (0.25, 1))
    assert not equal(np.zeros((2, 1)), np.zeros(2))
    assert equal([np.zeros((2, 2)), np.zeros(3)], ([[0, 0], [0, 0]], (0, 0, 0)))
    assert equal(" Supervised", "supervised")
    assert not equal("0.5", 0.5)
    assert not equal(None, 0.0)
    assert not equal([1, None], [1, 2])


def test_the_first_difference_is_found_where_it_is():
    nested = [np.zeros(2), {"b": [1, 2]}], [np.zeros(2), {"b": [1, 3]}]
    assert difference(*nested) == ("[1]['b']", [1, 2], [1, 3])


def test_values_that_look_alike_are_shown_with_more_digits():
    assert described(0.1234567, 0.1234568) == "0.1234567"
    assert described(np.float64(2) / 3) == "0.666667"
    assert described(9.8e-305) == "0.0"


def test_arrays_are_shown_as_arrays_and_tuples_as_tuples():
    assert described(np.array([[1.0, 2.5]])) == "array([[1.0, 2.5]])"
    assert described((1.0, [2.0])) == "(1.0, [2.0])"
    assert described((1.0,)) == "(1.0,)"
    assert described(np.zeros((5, 4))) == "an array of shape (5, 4)"


def test_a_result_of_an_exercise_can_say_itself_what_it_is():
    class Height(InWords):
        def in_words(self):
            return "a tower of 9 blocks"

    assert described(Height()) == "a tower of 9 blocks"


def test_code_makes_the_value_again():
    for value in [np.array([1, 2]), np.ones((2, 2)), (np.zeros(1), [3], "a"), {"a": 1.5}, (1,)]:
        assert equal(eval(code_of(value), {"np": np}), value)  # noqa: S307
    assert code_of(np.float32([1])).endswith("dtype=np.float32)")


def test_a_long_call_names_its_arguments_and_their_shapes():
    long = case(np.zeros((20, 30)), 2.0)
    assert call_of(adding(), long) == (
        "`add(a, b)`, where `a` has the shape (20, 30) and `b` is `2.0`,"
    )
