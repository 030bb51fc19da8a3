"""The engine of the exercises: how an answer is run, judged and spoken of."""

import json
import math
import signal
import subprocess
import sys
import threading
import time
import warnings
from dataclasses import replace

import numpy as np
import pytest

from toynn_course.exercises import (
    EXERCISES,
    check,
    hint,
    solution,
)
from toynn_course.exercises.engine import limits
from toynn_course.exercises.engine.card import Card
from toynn_course.exercises.engine.commands import _hints_given, _last_mistake
from toynn_course.exercises.engine.comparison import described, difference, equal
from toynn_course.exercises.engine.exercise import (
    Exercise,
    Mistake,
    case,
    filled,
    source_of,
)
from toynn_course.exercises.engine.limits import limited_memory, within
from toynn_course.exercises.engine.verdict import judge


@pytest.fixture(autouse=True)
def apart(tmp_path, monkeypatch):
    """A folder and a memory of hints for each test."""
    monkeypatch.chdir(tmp_path)
    _hints_given.clear()
    _last_mistake.clear()


# --- a small exercise to try things on


def add__stub(a, b):
    """The sum of two numbers, or of two arrays."""


def add__solution(a, b):
    return a + b


def add__times(a, b):
    return a * b


def add__turned(a, b):
    return a[0] + b


def exercise_of(stub=add__stub, solution=add__solution, **more):
    """An exercise with the rest filled in."""
    cases = (case(2.0, 3.0), case(np.array([1.0, 2.0]), np.array([3.0, 4.0])))
    given = {"cases": cases, "question": "Why?", "answer": "Because."}
    return Exercise("99.add", "A sum", "Add.", stub, solution, **(given | more))


ADD = exercise_of(mistakes=(Mistake("product", add__times, "You multiply.", ("Add.",)),))


# --- the five states


def test_the_states_of_a_check():
    assert judge(ADD, add__stub).state == "not attempted"
    assert judge(ADD, add__times).state == "recognised"
    assert judge(ADD, lambda a, b: a - b).state == "wrong"
    assert judge(ADD, lambda a, b: a + oops).state == "error"  # noqa: F821
    assert judge(ADD, lambda a, b: b + a).state == "right"


def test_an_empty_answer_is_not_attempted():
    for answer in [..., None, lambda a, b: ..., lambda a, b: None, lambda a, b: [a, ...]]:
        assert judge(ADD, answer).state == "not attempted"


def add__with_blanks(a, b):
    first = np.sum(a)
    total = ...
    return first + total


def test_a_blank_that_is_left_is_not_an_error():
    exercise = exercise_of(stub=add__with_blanks)
    assert judge(exercise, add__with_blanks).state == "not attempted"


def test_an_answer_that_computes_and_returns_nothing_is_told_so():
    def add(a, b):
        total = a + b  # noqa: F841

    assert "ends without `return`" in judge(ADD, add).message


def test_an_answer_that_prints_in_place_of_returning_is_told_so():
    def add(a, b):
        print(a + b)

    assert "Try `return` in place of `print`" in judge(ADD, add).message


def test_a_mistake_is_recognised_although_another_case_stops():
    def add(a, b):
        return float(a) * float(b)  # a float of an array of two is a TypeError

    assert judge(ADD, add).mistake == "product"


def test_a_mistake_is_not_recognised_when_one_result_differs():
    def add(a, b):
        return a * b if np.ndim(a) else 7.0

    assert judge(ADD, add).state == "wrong"


def test_a_mistake_that_raises_is_recognised_by_its_exception():
    exercise = exercise_of(mistakes=(Mistake("turned", add__turned, "You take a[0]."),))
    assert judge(exercise, lambda a, b: a[0] + b).mistake == "turned"
    assert judge(exercise, lambda a, b: a.oops).state == "error"


def add__numbers_alone(a, b):
    return float(a) * float(b)  # stops at an array, so it agrees in the first case only


def test_the_mistake_that_agrees_in_most_cases_is_named_and_the_first_of_equals():
    partly, wholly = Mistake("partly", add__numbers_alone, ""), Mistake("wholly", add__times, "")
    for mistakes in [(partly, wholly), (wholly, partly), (wholly, replace(wholly, name="again"))]:
        assert judge(exercise_of(mistakes=mistakes), add__times).mistake == "wholly"


def test_no_mistake_is_tried_after_one_that_agrees_in_every_case():
    tried = []

    def slow(a, b):
        tried.append(a)

    mistakes = Mistake("product", add__times, ""), Mistake("slow", slow, "")
    exercise = exercise_of(mistakes=mistakes)
    assert judge(exercise, lambda a, b: b * a).mistake == "product"
    assert tried == []
    assert judge(exercise, lambda a, b: a - b).state == "wrong"
    assert tried


def test_a_predicate_is_asked_when_no_results_agree():
    mistake = Mistake("large", add__times, "Too large.", when=lambda seen: seen.value > 1000)
    exercise = exercise_of(mistakes=(mistake,), cases=(case(2.0, 3.0),))
    assert judge(exercise, lambda a, b: 5000).mistake == "large"
    assert judge(exercise, lambda a, b: 7).state == "wrong"
    assert judge(exercise, lambda a, b: "text").state == "wrong"  # the predicate cannot compare


# --- what is said


def message(answer, exercise=ADD):
    return judge(exercise, answer).message


def test_an_unknown_wrong_answer_is_shown_beside_the_expected_one():
    assert message(lambda a, b: a - b) == "`add(2.0, 3.0)` gives -1.0, and expected is 5.0."
    only_arrays = message(lambda a, b: a + b if np.ndim(a) == 0 else a - b)
    assert only_arrays == (
        "1 of 2 cases are right, this one is not. "
        "`add([1.0, 2.0], [3.0, 4.0])` gives [-2.0, -2.0], and expected is [4.0, 6.0]."
    )


def test_an_exception_is_told_with_its_line_and_its_cause():
    def add(a, b):
        total = 0
        return total + summ(a, b)  # noqa: F821

    assert message(add) == (
        "In line 3 of `add`, `return total + summ(a, b)  # noqa: F821`, Python stopped with a "
        "NameError: name 'summ' is not defined. `summ` is not known there: is it spelt as where it "
        "was made, and has the cell that makes it been run? It was tried on `add(2.0, 3.0)`."
    )


SAYINGS = [
    (lambda a, b: "5", "the text '5', and expected is a number"),
    (lambda a, b: math.nan, "'not a number'"),
    (lambda a, b: math.inf, "'infinity'"),
    (lambda a, b: np.ones((2, 3)), "an array of shape (2, 3), and expected is a single number"),
    (lambda a, b: max, "the function max"),
    (lambda a, b: (x for x in (a, b)), "a generator"),
    (lambda a, b: [a, "b"], "a list that does not hold numbers alone"),
    (lambda a, b: a / 0 * 0 + a + b, "Something is divided by 0"),
    (lambda a, b: (np.log(np.zeros(1)) * 0 + a + b)[0], "nan means"),
    (lambda a, b: a + b if np.log(np.zeros(1)) else 0, "NumPy warned on the way: divide"),
    (lambda a, b: a + b if a > 0 else 0, "`if`, `and`, `max` and the like want one yes or no"),
    (lambda a, b: a + np.ones(3)[: np.size(a) + 1] + b, "and expected is"),
    (lambda a, b: [1] * a, "can't multiply"),
    (lambda a, b: [0.0] * 2_000_000, "gave back 2,000,000 values, far more than the task asks"),
    (lambda a, b: compile("a +", "", "exec"), "SyntaxError"),
    (lambda a: a, "with the arguments (a, b)"),
    (5.0, 'wants the function itself, to try it on several inputs: `check("99.add", add)`'),
]


@pytest.mark.parametrize(("answer", "words"), SAYINGS, ids=[words for _, words in SAYINGS])
def test_what_is_said_about(answer, words):
    assert words in message(answer)


def test_what_is_said_may_hold_braces():
    exercise = exercise_of(
        stub=lambda a: ..., solution=lambda a: a["x"], cases=(case({"x": 1}), case({"x": 2}))
    )
    assert "{x: 1}" in message(lambda a: np.random.default_rng().random(), exercise)


def test_a_difference_in_a_large_result_is_pointed_at():
    zeros = case(np.zeros((5, 4)))
    exercise = exercise_of(stub=lambda a: ..., solution=lambda a: a, cases=(zeros,))

    def add(a):
        a = a.copy()
        a[3, 2] = 1
        return a

    assert "at [3, 2] 1.0, and expected is 0.0" in message(add, exercise)
    assert difference([np.zeros(2), {"b": [1, 2]}], [np.zeros(2), {"b": [1, 3]}], 1e-5) == (
        "number 2 b",
        [1, 2],
        [1, 3],
    )


def test_values_that_look_alike_are_shown_with_more_digits():
    assert described(0.1234567, 0.1234568) == "0.1234567"
    assert described(np.float64(2) / 3) == "0.666667"


def test_results_are_compared_by_shape_and_value_and_not_by_type():
    assert equal([1, 2], np.array([1.0, 2.0]), 1e-5)
    assert equal(np.float32(0.1), 0.1, 1e-5)
    assert not equal(np.zeros((2, 1)), np.zeros(2), 1e-5)
    assert equal([np.zeros((2, 2)), np.zeros(3)], ([[0, 0], [0, 0]], (0, 0, 0)), 1e-5)
    assert equal(" Supervised", "supervised", 1e-5)
    assert not equal("0.5", 0.5, 1e-5)
    assert not equal(None, 0.0, 1e-5)


# --- answers that are values

BLANKS = Exercise(
    "99.blanks",
    "Two numbers",
    "Fill in.",
    stub="dw = ...  # dC/dw\ndb = ...  # dC/db",
    solution={"dw": 0.5, "db": 0.25},
    mistakes=(Mistake("doubled", {"dw": 1.0}, "Twice as much."),),
)


def test_blanks_are_filled_in_one_by_one():
    assert BLANKS.solution_source == "dw = 0.5  # dC/dw\ndb = 0.25  # dC/db"
    assert BLANKS.source_of(BLANKS.whole({"dw": 1.0})) == "dw = 1.0  # dC/dw\ndb = 0.25  # dC/db"
    with pytest.raises(ValueError, match="3 values came for 2 blanks"):
        filled(BLANKS.stub, (1, 2, 3))


def test_blanks_that_are_left_are_named():
    found = judge(BLANKS, {"dw": 0.5, "db": ...})
    assert (found.state, "Still to fill in: `db`" in found.message) == ("not attempted", True)


def test_values_are_right_under_their_names_and_in_their_order():
    assert judge(BLANKS, {"dw": 0.5, "db": 0.25}).state == "right"
    assert judge(BLANKS, (0.5, np.float32(0.25))).state == "right"


def test_a_mistake_in_one_blank_is_recognised_whatever_the_others_hold():
    assert judge(BLANKS, {"dw": 1.0, "db": 7.0}).mistake == "doubled"


def test_the_expected_value_is_not_given_away():
    found = judge(BLANKS, {"dw": 0.5, "db": 0.125})
    assert found.message == "1 of 2 are right. `db` is 0.125; that is not it."


@pytest.mark.parametrize("answer", [7, "text", {}, [1, 2, 3], {"dw": 0.5}, math.nan, max])
def test_a_value_of_another_form_gets_a_sentence(answer):
    assert judge(BLANKS, answer).state == "wrong"
    assert judge(EXERCISES["02.and"], answer).state not in {"right", "not attempted"}


def test_any_value_that_does_what_is_asked_is_right():
    for line in [(3, 4, -5), ((0.5, 0.5), -0.9), np.array([1.0, 1.0, -1.001])]:
        assert check("02.and", line).state == "right"
    found = check("02.and", (1, 0, -0.5))
    assert found.message.endswith("For the inputs 1 and 0 you get 1, and expected is 0.")


# --- hints and solutions


def test_hints_are_for_the_mistake_that_was_recognised_last():
    general = EXERCISES["02.neuron"].hints
    minus = EXERCISES["02.neuron"].mistakes[0]
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
    lists = next(f for f in EXERCISES["02.sigmoid"].also_right if f.__name__ == "sigmoid__lists")
    assert "return [sigmoid(value) for value in z]" in source_of(lists)


def test_an_unknown_exercise_is_refused_with_the_nearest_name():
    with pytest.raises(ValueError, match=r"did you mean '02.sigmoid'"):
        check("02.sigmod", ...)


def test_a_card_is_safe_and_readable_html():
    card = Card("Is a < b?", ("`x < y` & more",), code="a < b", unfold=("Why", "`z`"))
    shown = card._repr_html_()
    assert "<code>x &lt; y</code> &amp; more" in shown
    assert "<details><summary>Why</summary>" in shown
    assert repr(card) == "Is a < b?\n    a < b\n`x < y` & more"


# --- limits


def for_ever():
    while True:
        pass


def threads():
    """Those that are alive."""
    return set(threading.enumerate())


def wait_for_others_than(before):
    """Return once no thread but these is alive; one that stays ends in a timeout."""
    while threads() - before:
        time.sleep(0.01)


@pytest.mark.parametrize("in_time", [limits.within, limits._by_the_clock])
def test_a_loop_is_stopped_and_nothing_is_left_behind(in_time):
    before, traced = threads(), sys.gettrace()
    assert in_time(0.1, for_ever) == "stopped"
    assert in_time(5, lambda: None) == "ended"
    assert sys.gettrace() == traced
    wait_for_others_than(before)


def test_work_that_ends_about_when_its_time_is_up_ends_well():
    def work():
        end = time.perf_counter() + 0.01
        while time.perf_counter() < end:
            pass

    assert {within(0.01, work) for _ in range(100)} <= {"ended", "stopped"}


def test_where_threads_cannot_start_the_clock_is_looked_at(monkeypatch):
    def start(self):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(limits._Worker, "start", start)
    assert within(0.1, for_ever) == "stopped"
    assert "after 0.1 seconds" in message(lambda a, b: for_ever(), exercise_of(seconds=0.1))


def test_what_cannot_be_stopped_is_left_behind_with_a_sentence(monkeypatch):
    monkeypatch.setattr(limits, "PATIENCE", 0.1)
    found = message(lambda a, b: time.sleep(5), exercise_of(seconds=0.1))
    assert "goes on in the background. Restart the kernel" in found


def test_an_answer_that_catches_everything_does_not_hang():
    script = """if True:
        from dataclasses import replace
        from toynn_course.exercises import EXERCISES
        from toynn_course.exercises.engine.verdict import judge

        def sigmoid(z):
            while True:
                try:
                    z = z + 1
                except:
                    pass

        print(judge(replace(EXERCISES["02.sigmoid"], seconds=0.1), sigmoid).message)
        """
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=30
    )
    assert "was still running after 0.1 seconds" in done.stdout
    assert done.stderr == ""


def test_an_error_of_our_own_is_not_lost():
    with pytest.raises(ZeroDivisionError):
        within(1, lambda: 1 / 0)


def test_an_answer_is_stopped_in_another_thread_as_well():
    found = []
    quick = exercise_of(seconds=0.2)
    thread = threading.Thread(target=lambda: found.append(judge(quick, lambda a, b: for_ever())))
    thread.start()
    thread.join(timeout=5)
    assert "still running after 0.2 seconds" in found[0].message


def test_the_interrupt_of_the_reader_passes_at_once():
    def add(a, b):
        signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)  # as Jupyter does
        for_ever()

    before, slow = threads(), exercise_of(seconds=600)  # longer than the limit of any test
    with pytest.raises(KeyboardInterrupt):
        judge(slow, add)
    wait_for_others_than(before)


@pytest.mark.parametrize("moment", ["start", "join", "stop"])
def test_an_answer_is_stopped_whenever_ctrl_c_comes(moment, monkeypatch):
    method, interrupts = getattr(limits._Worker, moment), [KeyboardInterrupt]

    def interrupted(worker, *seconds):
        if moment == "start":
            method(worker)
        if interrupts:
            raise interrupts.pop()
        method(worker, *seconds)

    monkeypatch.setattr(limits._Worker, moment, interrupted)
    before = threads()
    with pytest.raises(KeyboardInterrupt):
        within(0.1, for_ever)
    wait_for_others_than(before)


@pytest.mark.skipif(sys.platform != "linux", reason="memory can be limited on Linux only")
def test_the_limit_on_memory_is_lifted_afterwards():
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    with limited_memory(2**28), pytest.raises(MemoryError):
        np.ones(2**27)
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    assert np.ones(2**16).sum() == 2**16


def test_an_answer_leaves_streams_and_warnings_as_they_were():
    before = sys.stdout, sys.stderr, warnings.filters[:], np.geterr()
    judge(ADD, lambda a, b: np.log(-a) or print(b))
    assert (sys.stdout, sys.stderr, warnings.filters[:], np.geterr()) == before


def test_inputs_are_copies():
    given = np.array([1.0, 2.0])
    exercise = exercise_of(cases=(case(given, given),))

    def add(a, b):
        a += b
        return a

    assert "changes its argument `a`" in message(add, exercise)
    assert given.tolist() == [1.0, 2.0]


def test_importing_the_exercises_loads_numpy_and_nothing_else_of_weight():
    script = """if True:
        import sys, toynn_course.exercises
        heavy = {"ipywidgets", "matplotlib", "IPython", "anywidget", "sklearn"}
        print(sorted(heavy & set(sys.modules)))
        """
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert out.stdout == "[]\n", out


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
    wanted = exercise.solution if what == "solutions" else exercise.mistakes[0].wrong
    assert "".join(cells[0]["source"]) == source_of(wanted)
    assert cells[1]["source"] == "1 + 1"
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells)


def test_notebooks_are_not_written_over(tmp_path):
    (tmp_path / "a.ipynb").write_text(json.dumps(notebook_with()))
    refused = run_module("solutions", tmp_path, "--notebooks", tmp_path)
    assert refused.returncode == 2
    assert "choose another folder" in refused.stderr
    assert "there are no notebooks" in run_module("solutions", "x", "--notebooks", "y").stderr
