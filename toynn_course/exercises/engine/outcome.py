"""Run an answer as it is, on copies of the inputs, and note what came of it.

Nothing that an answer does ends in a traceback: an exception, too much time or memory, and a
result too large to look at are all noted in a `Seen`. Only the reader's own interrupt passes, since
it does not reach the answer's thread.
"""

import contextlib
import copy
import inspect
import io
import linecache
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from toynn_course.exercises.engine.comparison import unchanged
from toynn_course.exercises.engine.exercise import Case
from toynn_course.exercises.engine.limits import TimeUp, limited_memory, within

MOST_PRINTED = 1000  # characters that are kept
MOST_VALUES = 1_000_000  # in a result; the largest exercise has a few hundred


@dataclass(frozen=True)
class Seen:
    """What came of one case.

    value : the result, or None
    error, says : the name of the exception, or "", and its words
    where : the function and the line in it that raised it, and the text of that line
    warned : the texts of NumPy's warnings
    changed : the name of an argument that the answer changed, or ""
    printed : the beginning of what it printed
    expected : the right result, filled in once it is known
    """

    case: Case
    value: Any = None
    error: str = ""
    says: str = ""
    where: tuple = ()
    warned: tuple[str, ...] = ()
    changed: str = ""
    printed: str = ""
    expected: Any = field(default=None)

    @property
    def inputs(self):
        """The arguments of the case."""
        return self.case.inputs


class TooLargeError(Exception):
    """A result with more values than can be looked at."""


def overflows(seen):
    """A power became too large for a float. For a mistake's `when`."""
    return seen.error == "OverflowError" or any("overflow" in text for text in seen.warned)


def gives_one_number(seen):
    """A single number came where an array was expected. For a mistake's `when`."""
    return np.ndim(seen.expected) > 0 and isinstance(seen.value, int | float)


def results(exercise, answer):
    """A `Seen` for each case; when the time is up, the last is that of the case under way."""
    seen = []

    def work():
        with np.errstate(over="warn", divide="warn", invalid="warn", under="ignore"):
            for each in exercise.cases:
                seen.append(_one(exercise, answer, each, notes))  # noqa: PERF401 - may be stopped

    with _noting() as notes, limited_memory():
        state = within(exercise.seconds, work)
    came = list(seen)  # what is left running may still add to it
    if state != "ended" and len(came) < len(exercise.cases):
        error = "TimeUp" if state == "stopped" else "StillRunning"
        came.append(Seen(exercise.cases[len(came)], error=error, **notes.take()))
    return came


def _one(exercise, answer, each, notes):
    """What came of one case."""
    inputs = copy.deepcopy(each.inputs)
    outcome = {}
    try:
        outcome["value"] = plain(exercise.put_to_use(answer, *inputs))
        outcome["changed"] = _changed(answer, inputs, each.inputs)
    except TimeUp:
        raise
    except BaseException as error:  # noqa: BLE001 - whatever the answer raises
        outcome = {
            "error": _builtin_name(error),
            "says": _words_of(error),
            "where": _where(error, answer),
        }
    return Seen(each, **outcome, **notes.take())


def plain(value):
    """A copy of a result in plain types: what an answer does later cannot change it."""
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, np.ndarray):
        _refuse_if_large(value.size)
        return np.array(value).item() if value.ndim == 0 else np.array(value)
    if isinstance(value, list | tuple):
        _refuse_if_large(len(value))
        return [plain(item) for item in value]
    if isinstance(value, dict):
        _refuse_if_large(len(value))
        return {key: plain(item) for key, item in value.items()}
    return value


def _refuse_if_large(size):
    if size > MOST_VALUES:
        raise TooLargeError(f"{size:,} values")


class _Notes(io.TextIOBase):
    """Keeps what is printed and warned, up to a limit, in place of showing it."""

    def __init__(self):
        self.printed, self.warned = "", {}

    def write(self, text):
        self.printed = (self.printed + text)[:MOST_PRINTED]
        return len(text)

    def warn(self, message, category, *_place, **_more):
        if issubclass(category, RuntimeWarning) and len(self.warned) < 10:
            self.warned[str(message)] = True

    def take(self):
        """What was noted since the last time."""
        taken = {"printed": self.printed, "warned": tuple(self.warned)}
        self.printed, self.warned = "", {}
        return taken


@contextlib.contextmanager
def _noting():
    """Within this, print and NumPy's warnings go to the notes."""
    notes = _Notes()
    with (
        warnings.catch_warnings(),
        contextlib.redirect_stdout(notes),
        contextlib.redirect_stderr(notes),
    ):
        warnings.simplefilter("always")
        warnings.showwarning = notes.warn
        yield notes


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


def _builtin_name(error):
    """The name of the exception, or of the nearest kind of it that belongs to Python itself."""
    if isinstance(error, TooLargeError):
        return "TooLargeError"
    return next(kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins")


def _words_of(error):
    """What the exception says, on one line."""
    try:
        return " ".join(str(error).split())[:200]
    except Exception:  # noqa: BLE001 - an exception of the reader's own, with any __str__
        return ""


def _where(error, answer):
    """The innermost function of the reader's that the exception passed, its line, and the text."""
    code = getattr(inspect.unwrap(answer), "__code__", None) if callable(answer) else None
    own_file = code.co_filename if code else None
    where = ()
    step = error.__traceback__
    while step:
        code = step.tb_frame.f_code
        if code.co_filename == own_file or _is_a_cell(code.co_filename):
            line = linecache.getline(code.co_filename, step.tb_lineno).strip()
            where = (code.co_name, step.tb_lineno - code.co_firstlineno + 1, line)
        step = step.tb_next
    return where


def _is_a_cell(filename):
    """A notebook's cells have file names, but no files."""
    if filename.startswith("<"):
        return filename.startswith("<ipython-input")
    return not Path(filename).exists()
