"""The verdict on an answer, and what its message says."""

import math

import numpy as np
import pytest

from tests.course.exercises.small import adding, blanks, multiplying
from toynn_course.exercises import EXERCISES
from toynn_course.exercises.engine import verdict
from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.engine.outcome import Failure, Outcome, outcomes
from toynn_course.exercises.engine.verdict import judge


def message(answer, exercise=None):
    return judge(exercise or multiplying(), answer).message


# --- the five states


def test_the_states_of_a_check():
    exercise = multiplying()
    assert judge(exercise, lambda a, b: ...).state == "not attempted"
    assert judge(exercise, lambda a, b: a * b).state == "recognised"
    assert judge(exercise, lambda a, b: a - b).state == "wrong"
    assert judge(exercise, lambda a, b: a + oops).state == "error"  # noqa: F821
    assert judge(exercise, lambda a, b: b + a).state == "right"


def test_an_empty_answer_is_not_attempted():
    for answer in [..., None, lambda a, b: ..., lambda a, b: None, lambda a, b: [a, ...]]:
        assert judge(adding(), answer).state == "not attempted"


def test_a_blank_that_is_left_in_the_middle_is_not_an_error():
    def add(a, b):
        first = np.sum(a)
        total = ...
        return first + total

    assert judge(adding(), add).state == "not attempted"


def test_dots_in_an_index_are_no_blank_that_is_left():
    def add(a, b):
        total = a + b
        total[...] = total.sum(axis=1)[..., np.newaxis]
        return total

    found = judge(adding(), add)
    assert found.state == "error"
    assert "In line 3 of `add`" in found.message


def test_an_answer_that_computes_and_returns_nothing_is_told_so():
    def add(a, b):
        total = a + b  # noqa: F841

    assert "ends without `return`" in message(add)


def test_an_answer_that_prints_is_told_to_return_also_if_it_does_nothing_else():
    def add(a, b):
        print(a + b)

    assert "Try `return` instead" in message(add)
    assert "Try `return` instead" in message(lambda a, b: print("3"))


def test_an_answer_that_gives_something_else_the_second_time_is_not_right():
    calls = []

    def add(a, b):
        calls.append(a)
        return a + b + (len(calls) > len(adding().all_cases))

    assert "was called twice and gave different results" in message(add)


def test_an_answer_whose_second_round_is_out_of_time_is_right(monkeypatch):
    rounds = []

    def outcomes_on_a_busy_machine(exercise, answer):
        rounds.append(answer)
        found = outcomes(exercise, answer)
        late = Outcome(found[1].case, failure=Failure("TimeUp"))
        return found if len(rounds) == 1 else [found[0], late]

    monkeypatch.setattr(verdict, "outcomes", outcomes_on_a_busy_machine)
    assert judge(adding(), lambda a, b: b + a).state == "right"
    assert len(rounds) == 2


# --- what is said


def test_an_unknown_wrong_answer_is_shown_beside_the_right_one():
    assert message(lambda a, b: a - b) == "`add(2.0, 3.0)` gives -1.0. It should be 5.0."
    only_arrays = message(lambda a, b: a + b if np.ndim(a) == 0 else a - b)
    assert only_arrays == (
        "1 of 2 cases is right; this one is not. `add(np.array([1.0, 2.0]), np.array([3.0, 4.0]))` "
        "gives array([-2.0, -2.0]). It should be array([4.0, 6.0])."
    )


def test_an_exception_is_told_with_its_line_and_its_cause():
    def add(a, b):
        total = 0
        return total + summ(a, b)  # noqa: F821

    said = message(add)
    assert said.startswith("In line 3 of `add`, `return total + summ(a, b)  # noqa: F821`, Python")
    assert "NameError: name 'summ' is not defined" in said
    assert said.endswith("It was called as `add(2.0, 3.0)`.")


SAYINGS = [
    (lambda a, b: "5", "the text '5'. It should be a number"),
    (lambda a, b: math.nan, "'not a number'"),
    (lambda a, b: math.inf, "'infinity'"),
    (lambda a, b: np.ones((2, 3)), "an array of shape (2, 3). It should be a single number"),
    (lambda a, b: max, "the function max"),
    (lambda a, b: (x for x in (a, b)), "a generator"),
    (lambda a, b: [a, "b"], "[2.0, 'b'], which does not hold numbers alone"),
    (lambda a, b: (np.log(np.zeros(1)) * 0 + a + b)[0], "nan means"),
    (lambda a, b: a + b if np.log(np.zeros(1)) else 0, "NumPy warned on the way: divide"),
    (lambda a, b: [0.0] * 2_000_000, "2,000,000 values"),
    (lambda a, b: compile("a +", "", "exec"), "SyntaxError"),
    (lambda a: a, "it is called with (a, b)"),
    (5.0, 'needs the function itself, to try it on several inputs: `check("99.add", add)`'),
]


@pytest.mark.parametrize(("answer", "words"), SAYINGS, ids=[words for _, words in SAYINGS])
def test_what_is_said_about(answer, words):
    assert words in message(answer)


def test_what_is_said_may_hold_braces():
    exercise = adding(lambda a: a["x"], cases=(case({"x": 1}), case({"x": 2})))
    assert "{'x': 1}" in message(lambda a: np.random.default_rng().random(), exercise)


def test_a_difference_in_a_large_result_is_pointed_at():
    exercise = adding(lambda a: a, cases=(case(np.zeros((5, 4))),))

    def add(a):
        a = a.copy()
        a[3, 2] = 1
        return a

    assert "item `[3, 2]` is 1.0. It should be 0.0." in message(add, exercise)


def test_inputs_are_copies():
    given = np.array([1.0, 2.0])
    exercise = adding(cases=(case(given, given),))

    def add(a, b):
        a += b
        return a

    assert "changes its argument `a`" in message(add, exercise)
    assert given.tolist() == [1.0, 2.0]


@pytest.mark.parametrize("other", [0.0, [1.0, 2.0], None])
@pytest.mark.parametrize("item", [[1.0, 2.0], np.ones(2), 3, (4,), {"a": 5}])
def test_an_argument_into_which_something_of_another_kind_is_put_has_changed(item, other):
    exercise = adding(lambda a: 1.0, cases=(case([item]),))

    def add(a):
        a[0] = other if type(other) is not type(item) else tuple(other)
        return 1.0

    assert "changes its argument `a`" in message(add, exercise)


def test_an_argument_that_holds_nan_and_is_left_alone_has_not_changed():
    exercise = adding(lambda a: 1.0, cases=(case(np.array([np.nan, 1.0])),))
    assert judge(exercise, lambda a: 1.0).state == "right"


def test_of_a_right_result_full_of_nan_the_change_on_the_way_is_told():
    exercise = adding(lambda a: np.full(20, np.nan), cases=(case(np.zeros(2)),))

    def add(a):
        a += 1
        return np.full(20, np.nan)

    assert "changes its argument `a`" in message(add, exercise)


# --- answers that are values


def test_blanks_that_are_left_are_named():
    found = judge(blanks(), {"dw": 0.5, "db": ...})
    assert (found.state, "Still to fill in: `db`" in found.message) == ("not attempted", True)


def test_values_are_right_under_their_names_and_in_their_order():
    assert judge(blanks(), {"dw": 0.5, "db": 0.25}).state == "right"
    assert judge(blanks(), (0.5, np.float32(0.25))).state == "right"


def test_the_expected_value_is_not_given_away():
    found = judge(blanks(), {"dw": 0.5, "db": 0.7})
    assert found.message == "1 of 2 is right. `db` is 0.7, which is not right."


def test_a_value_with_too_few_digits_is_told_so():
    found = judge(blanks(), {"dw": 0.5, "db": 0.2})
    assert found.message.endswith("`db` is 0.2: right as far as it goes, but give more digits.")


def test_of_0_no_digit_is_right():
    found = judge(blanks(), {"dw": 0.5, "db": 0})
    assert found.message == "1 of 2 is right. `db` is 0, which is not right."


FORMS = [
    (7, "Your answer is 7. It should be 2 values."),
    ({"dw": 0.5}, "`db` is missing."),
    ({"dw": 0.5, "db": 0.25, "c": 1}, "`c` does not belong there. The names are `dw`, `db`."),
    ({"dw": "0.5", "db": 0.25}, "`dw` is the text '0.5'. Write the number without quotation marks"),
    ({"dw": (0, 5), "db": 0.25}, "a decimal point, not a comma: 0.5, not 0,5."),
    ({"dw": None, "db": 0.25}, "`dw` is None. It should be one number."),
    ({"dw": math.nan, "db": 0.25}, "`dw` is nan. It should be an ordinary number."),
    ({"dw": 0.5, "db": [1, 2]}, "`db` is [1, 2]. It should be one number."),
    (max, "you gave a function"),
]


@pytest.mark.parametrize(("answer", "words"), FORMS, ids=[words for _, words in FORMS])
def test_a_value_of_another_form_is_told_what_is_wrong_with_it(answer, words):
    found = judge(blanks(), answer)
    assert found.state == "wrong"
    assert words in found.message


def test_lists_of_unequal_lengths_are_an_answer_that_is_not_right():
    exercise = Exercise("99.four", "Four", "Fill in.", stub="four = ...", reference=np.eye(2))
    assert "is not right" in message([[1, [0, 0]], 1], exercise)
    assert "has 3 numbers. It should have 4" in message([[1, [0]], 0], exercise)


def test_a_word_that_is_nearly_right_gets_a_suggestion():
    exercise = Exercise(
        "99.kind",
        title="A kind",
        task="Name it.",
        stub="kind = ...",
        reference="self-supervised",
        words=("supervised", "unsupervised", "self-supervised"),
    )
    assert "Did you mean 'self-supervised'?" in message("self supervized", exercise)
    assert "It should be one of 'supervised', " in message("by heart", exercise)
    assert judge(exercise, " Self-Supervised").state == "right"


def test_the_form_of_an_answer_is_looked_at_before_anything_is_run():
    ran = []
    exercise = Exercise(
        "99.slow",
        title="Slow",
        task="Train.",
        stub="hidden = ...",
        reference=4,
        form=lambda answer: "" if isinstance(answer, int) else "It should be a whole number.",
        use=lambda answer: ran.append(answer) or {"solved": 5},
        cases=(case(shown="the circle", expected={"solved": 5}),),
        progress="Training ...",
    )
    lines = []
    assert judge(exercise, "four", lines.append).message == "It should be a whole number."
    assert (ran, lines) == ([], [])
    assert judge(exercise, 3, lines.append).state == "right"
    assert (ran, lines) == ([3], ["Training ..."])


def test_an_answer_may_be_read_in_several_spellings():
    exercise = Exercise(
        "99.order",
        title="An order",
        task="Order.",
        stub="order = ...",
        reference="BA",
        read=lambda answer: "".join(each for each in "".join(answer).upper() if each.isalpha()),
    )
    assert {judge(exercise, answer).state for answer in ("BA", "b, a", ["B", "A"])} == {"right"}
    assert judge(exercise, "A B").state == "wrong"


def test_any_value_that_does_what_is_asked_is_right():
    for line in [(3, 4, -5), np.array([1.0, 1.0, -1.001])]:
        assert judge(EXERCISES["02.and"], line).state == "right"


def test_importing_the_exercises_loads_no_widgets_and_no_plots():
    import subprocess
    import sys

    script = """if True:
        import sys, toynn_course.exercises
        heavy = {"ipywidgets", "matplotlib", "IPython", "anywidget", "sklearn"}
        print(sorted(heavy & set(sys.modules)))
        """
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert out.stdout == "[]\n", out
