"""Outcomes: what an answer gives, case by case, as it is run on copies of the inputs."""

import ast
import copy
import inspect
import linecache
import math
import sys
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np

from toynn_course.exercises.engine.causes import names_in
from toynn_course.exercises.engine.comparison import equal, unchanged
from toynn_course.exercises.engine.exercise import Case, Edited, Exercise
from toynn_course.exercises.engine.operands import shapes_at
from toynn_course.exercises.engine.overflow import overflowed
from toynn_course.exercises.engine.sandbox import AskedError, LeftError, Notes, TimeUp, run

STRICT = {"over": "warn", "divide": "warn", "invalid": "warn", "under": "ignore"}
HAS_FLAGS = sys.platform != "emscripten"
"""Whether NumPy can warn at all: WebAssembly has no floating-point flags."""
LOOKING = 20  # times as long as an answer may take, a look for overflow may
MOST_VALUES = 1_000_000  # in a result; the largest exercise has a few hundred


@dataclass(frozen=True)
class Failure:
    """Where and why an answer stopped.

    kind : the name of the exception
    text : its words
    function, line, code : the reader's function that it passed last, the line in it, and its text
    operation : what was being done there, such as "MatMult" or "np.exp"
    expression : the same with everything in it, such as "W @ x"
    shapes : a sentence with the shapes of two arrays that do not fit together, or ""
    names : the names that the function knows
    """

    kind: str
    text: str = ""
    function: str = ""
    line: int = 0
    code: str = ""
    operation: str = ""
    expression: str = ""
    shapes: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What an answer gave in one case.

    value : the result, or None
    expected : the right result
    failure : Failure, or None
    warned : the texts of NumPy's warnings
    changed : the name of an argument that the answer changed, or ""
    printed : the beginning of what it printed
    right : whether all that is as it should be
    """

    case: Case
    value: Any = None
    expected: Any = None
    failure: Failure | None = None
    warned: tuple[str, ...] = ()
    changed: str = ""
    printed: str = ""
    right: bool = False

    @property
    def inputs(self):
        """The arguments of the case."""
        return self.case.inputs


class TooLargeError(Exception):
    """A result with more values than can be looked at."""


def outcomes(exercise, answer, seconds=None):
    """An `Outcome` for each case; if the time is up, the last is that of the case under way.

    seconds : how long it may take; None for what the exercise says
    """
    found = results(exercise, answer, seconds)
    solved = solution_results(exercise)[: len(found)]
    return [_judged(exercise, *pair) for pair in zip(found, solved, strict=True)]


def _judged(exercise, found, solved):
    """An outcome with the right result beside it, and whether it is right."""
    right = (
        not found.failure
        and equal(found.value, solved.value, exercise.rtol, exercise.atol, nan=True)
        and set(found.warned) <= set(solved.warned)
        and found.changed in ("", solved.changed)
    )
    return replace(found, expected=solved.value, right=right)


@cache
def solution_results(exercise):
    """The outcomes of the solution, or the expected results where they are written down."""
    cases = exercise.all_cases
    given = [each.expected for each in cases]
    if all(result is not None for result in given):
        return [Outcome(*pair) for pair in zip(cases, given, strict=True)]
    return results(exercise, exercise.reference, seconds=math.inf)  # also on a slow machine


def results(exercise, answer, seconds=None):
    """What an answer gave in each case, not yet compared with what it should give.

    seconds : how long it may take; None for what the exercise says
    """
    seconds = exercise.seconds if seconds is None else seconds
    answer = answer.function if isinstance(answer, Edited) else answer
    cases, found, notes = exercise.all_cases, [], Notes()

    def work():
        with np.errstate(**STRICT):
            for each in cases:
                found.append(_result(exercise, answer, each, notes))

    state = run(work, seconds, notes)
    found = list(found)  # what is left running may still add to it
    if state != "ended" and len(found) < len(cases):
        kind = "TimeUp" if state == "stopped" else "StillRunning"
        found.append(Outcome(cases[len(found)], failure=Failure(kind), **_noted(notes)))
    if not HAS_FLAGS and exercise.seconds == Exercise.seconds:  # what trains or draws takes longer
        _look_for_overflow(exercise, answer, found, LOOKING * seconds)
    return found


def _look_for_overflow(exercise, answer, found, seconds):
    """Add the warnings to outcomes that NumPy cannot give in a browser.

    Each case is run once more, and far more slowly, so that takes a time of its own.
    """

    def look():
        for number, each in enumerate(found):
            if not each.failure:
                warned = overflowed(partial(exercise.put_to_use, answer), each.inputs)
                found[number] = replace(each, warned=each.warned + warned)

    run(look, seconds)


def _noted(notes):
    """What was printed and warned of since the last time, for an `Outcome`."""
    return dict(zip(("printed", "warned"), notes.take(), strict=True))


def _result(exercise, answer, each, notes):
    """What an answer gave in one case."""
    inputs = copy.deepcopy(each.inputs)
    found = {}
    try:
        found["value"] = plain(exercise.put_to_use(answer, *inputs))
        found["changed"] = _changed(answer, inputs, each.inputs)
    except TimeUp:
        raise
    except BaseException as error:  # noqa: BLE001 - whatever the answer raises
        found = {"failure": failure_of(error, answer)}
    return Outcome(each, **found, **_noted(notes))


def plain(value):
    """A copy of a result in plain types: what an answer does later cannot change it."""
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, np.ndarray):
        _refuse_if_large(value.size)
        return np.array(value).item() if value.ndim == 0 else np.array(value)
    if type(value) in (list, tuple):
        _refuse_if_large(len(value))
        return type(value)(plain(item) for item in value)
    if isinstance(value, dict):
        _refuse_if_large(len(value))
        return {key: plain(item) for key, item in value.items()}
    return value


def _refuse_if_large(size):
    if size > MOST_VALUES:
        raise TooLargeError(f"{size:,} values")


def _changed(answer, inputs, originals):
    """The name of the first argument that is no longer what it was, or ""."""
    for number, (after, before) in enumerate(zip(inputs, originals, strict=True)):
        if not unchanged(after, before):
            names = parameters(answer)
            return names[number] if number < len(names) else f"argument {number + 1}"
    return ""


def parameters(answer):
    """The names of a function's parameters; none if Python cannot tell them."""
    try:
        return list(inspect.signature(answer).parameters)
    except (TypeError, ValueError):
        return []


# --- failures


def failure_of(error, answer):
    """The Failure that an exception stands for."""
    place, names = _place_of(error, answer), tuple(names_in(answer))
    return Failure(_kind_of(error), _text_of(error), **place, shapes=shapes_at(error), names=names)


def _kind_of(error):
    """The name of the exception, or of the nearest kind of it that belongs to Python itself."""
    for kind in (TooLargeError, LeftError, AskedError):
        if isinstance(error, kind):
            return kind.__name__
    return next(kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins")


def _text_of(error):
    """What the exception says, on one line."""
    try:
        return " ".join(str(error).split())[:200]
    except Exception:  # noqa: BLE001 - an exception of the reader's own, with any __str__
        return ""


def _place_of(error, answer):
    """The last of the reader's own functions that an exception passed, and what it did there."""
    code = getattr(inspect.unwrap(answer), "__code__", None) if callable(answer) else None
    own_file = code.co_filename if code else None
    last, step = None, error.__traceback__
    while step:
        filename = step.tb_frame.f_code.co_filename
        if filename == own_file or _is_a_cell(filename):
            last = step
        step = step.tb_next
    return _place(last) if last else {}


def _place(step):
    """Where in a function an exception passed."""
    code = step.tb_frame.f_code
    return {
        "function": code.co_name,
        "line": step.tb_lineno - code.co_firstlineno + 1,
        "code": linecache.getline(code.co_filename, step.tb_lineno).strip(),
        **_expression(code, step.tb_lasti),
    }


def _expression(code, instruction):
    """The expression that was being computed, and the operation in it."""
    start, end, left, right = list(code.co_positions())[instruction // 2]
    lines = [linecache.getline(code.co_filename, n) for n in range(start or 1, (end or 0) + 1)]
    if not lines or left is None:
        return {}
    lines[-1] = lines[-1].encode()[:right].decode(errors="ignore")
    lines[0] = lines[0].encode()[left:].decode(errors="ignore")
    try:
        tree = ast.parse("(" + "".join(lines) + "\n)", mode="eval").body
    except SyntaxError:  # a statement, such as an assignment to an item
        return {"expression": " ".join("".join(lines).split())}
    return {"operation": _operation(tree), "expression": ast.unparse(tree)}


def _operation(tree):
    """What an expression does at its top, such as "MatMult", "np.exp" or "Subscript"."""
    if isinstance(tree, ast.BinOp):
        return type(tree.op).__name__
    if isinstance(tree, ast.Call):
        return ast.unparse(tree.func)
    return type(tree).__name__


def _is_a_cell(filename):
    """A notebook's cells have file names, but no files."""
    if filename.startswith("<"):
        return filename.startswith("<ipython-input")
    return not Path(filename).exists()
