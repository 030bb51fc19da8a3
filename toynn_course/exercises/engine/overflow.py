"""Overflow: what NumPy would warn of, found by looking at the values.

In a browser NumPy never warns, since WebAssembly has no floating-point flags. So an answer is
called once more, and each step that NumPy calculates is looked at: where finite numbers give
infinity, or numbers give nan, the warning is given that a processor with flags would have caused.
Like that one, it heeds `np.errstate` and the filters of warnings.
"""

import copy
import functools
import warnings

import numpy as np
from numpy import (
    isfinite,
    isinf,
    isnan,
    logical_and,
)  # as they are: those in np are watched meanwhile

from toynn_course.exercises.engine.notes import Notes
from toynn_course.exercises.engine.replacement import replaced
from toynn_course.exercises.engine.time_limit import TimeUp

CREATING = "array", "asarray", "zeros", "ones", "full", "arange", "linspace", "eye", "where"
POLES = {  # where infinity is the right answer for these, and not too large a number
    "divide": lambda _, divisor: divisor == 0,
    "floor_divide": lambda _, divisor: divisor == 0,
    "reciprocal": lambda divisor: divisor == 0,
    "power": lambda base, _: base == 0,
    "float_power": lambda base, _: base == 0,
}
POLES |= dict.fromkeys(("log", "log2", "log10", "log1p", "arctanh"), lambda _: np.True_)
OPERATORS = "add", "subtract", "multiply", "divide", "floor_divide", "power", "remainder"


def overflowed(function, inputs):
    """The warnings of NumPy that function(*inputs) deserves, such as "overflow encountered in exp".

    An exception in the function ends the look, and only TimeUp is passed on.
    """
    notes = Notes()
    strict = np.errstate(over="warn", divide="warn", invalid="warn", under="ignore")
    with notes.taken(), strict, replaced(*_watching_functions()):
        try:
            function(*_watched(copy.deepcopy(tuple(inputs))))
        except TimeUp:
            raise
        except BaseException:  # noqa: BLE001, S110 - it was noted when the answer was run first
            pass
    return notes.warnings


def _watching_functions():
    """NumPy's functions that calculate or make arrays, as (namespace, name, value)."""
    for name, value in list(vars(np).items()):
        if isinstance(value, np.ufunc):
            yield vars(np), name, _Function(value)
        elif name in CREATING:
            yield vars(np), name, _with_watched_result(value)


def _with_watched_result(function):
    return lambda *arguments, **more: _watched(function(*arguments, **more))


def _watched(value):
    """The same value, with the arrays and NumPy's numbers in it watched."""
    if isinstance(value, np.ndarray | np.inexact):
        return np.asanyarray(value).view(_Watched)
    if type(value) in (list, tuple):
        return type(value)(map(_watched, value))
    if type(value) is dict:
        return {key: _watched(each) for key, each in value.items()}
    return value


def _plain(value):
    """The same value, no longer watched."""
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return value.view(np.ndarray) if isinstance(value, _Watched) else value


class _Watched(np.ndarray):
    """An array, or a number as one without axes, whose calculations are looked at."""

    def __array_ufunc__(self, ufunc, method, *arguments, **more):
        is_scalar = ufunc.__name__ in OPERATORS and not any(map(np.ndim, arguments))
        return _calculated(ufunc, method, arguments, more, "scalar " * is_scalar)

    def __getitem__(self, place):
        return _watched(super().__getitem__(place))

    def __iter__(self):
        return (self[number] for number in range(len(self)))

    def __round__(self, digits=0):
        return self.round(digits)


class _Function:
    """A function of NumPy's whose calculations are looked at."""

    def __init__(self, ufunc):
        self.ufunc = ufunc

    def __call__(self, *arguments, **more):
        return _calculated(self.ufunc, "__call__", arguments, more)

    def __getattr__(self, name):
        return getattr(self.ufunc, name)


def _calculated(ufunc, method, arguments, more, prefix=""):
    """The result of a step, with a warning if it left the range of a float."""
    arguments, more = _plain(arguments), {name: _plain(value) for name, value in more.items()}
    before = copy.deepcopy(arguments) if "out" in more else arguments
    with np.errstate(all="ignore"):
        result = getattr(ufunc, method)(*arguments, **more)
        left = _ways_left(ufunc, method, before, result, more.get("where", True))
    name = method if method in ("reduce", "accumulate") else prefix + ufunc.__name__
    for kind in left:
        _warn(kind, name)
    return _watched(result)


def _ways_left(ufunc, method, arguments, result, where):
    """The ways in which the result of any step left the range of a float."""
    if not isinstance(result, np.ndarray | np.inexact) or result.dtype.kind not in "fc":
        return []
    if method == "__call__" and ufunc.signature is None:
        return _left(ufunc, arguments, result, where)
    return _left_at_all(arguments, result)


def _left(ufunc, arguments, result, where):
    """The ways in which a result left the range of a float: "divide", "over" and "invalid"."""
    finite = functools.reduce(logical_and, map(isfinite, arguments))
    numbers = functools.reduce(logical_and, [~isnan(each) for each in arguments])
    pole = POLES.get(ufunc.__name__, lambda *_: np.False_)(*arguments)
    infinite = isinf(result) & finite & where
    found = {"divide": infinite & pole, "over": infinite & ~pole}
    found["invalid"] = isnan(result) & numbers & where
    return [kind for kind, places in found.items() if np.any(places)]


def _left_at_all(arguments, result):
    """The same for a sum and the like, in which many numbers become one."""
    arguments = [each for each in arguments if isinstance(each, np.ndarray)]
    finite = all(isfinite(each).all() for each in arguments)
    numbers = not any(isnan(each).any() for each in arguments)
    found = {"over": finite and isinf(result).any(), "invalid": numbers and isnan(result).any()}
    return [kind for kind, is_so in found.items() if is_so]


def _warn(kind, name):
    """Do what NumPy does when a flag is raised."""
    words = {"over": "overflow", "divide": "divide by zero", "invalid": "invalid value"}
    text, mode = f"{words[kind]} encountered in {name}", np.geterr()[kind]
    if mode == "raise":
        raise FloatingPointError(text)
    if mode == "warn":
        warnings.warn(text, RuntimeWarning, stacklevel=2)
