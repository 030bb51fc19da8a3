"""Sentences about a result that is not right: what came, what was expected, where to look."""

import numpy as np

from toynn_course.exercises.engine.causes import why_it_stopped
from toynn_course.exercises.engine.comparison import (
    as_array,
    described,
    difference,
    equal,
    is_sequence,
)


def sentence(exercise, seen):
    """What to say about a case that is not right."""
    call = called(exercise, seen.case)
    if seen.error:
        return why_it_stopped(exercise, seen, call)
    if seen.value is None:
        return _nothing(seen, call)
    if equal(seen.value, seen.expected, exercise.tolerance):
        return _change(seen, call) if seen.changed else _warning(seen, call)
    if isinstance(seen.expected, dict) and isinstance(seen.value, dict):
        return _entries(exercise, seen, call)
    return _difference(exercise, seen, call)


def called(exercise, case):
    """How a message speaks of a case, such as `sigmoid(2.0)`."""
    inputs = ", ".join(map(described, case.inputs))
    if case.says or exercise.kind == "value":
        return case.says or inputs
    return f"`{exercise.name}({inputs})`"


def _nothing(seen, call):
    if seen.printed:
        return (
            f"{call} prints something, but gives nothing back. `print` shows a value to you; "
            "`return` hands it to the code that called. Try `return` in place of `print`."
        )
    return (
        f"{call} gives back None, which is what Python returns when a function ends without "
        "`return`. Does every way through it end with a `return`?"
    )


def _change(seen, call):
    return (
        f"{call} changes its argument `{seen.changed}`. Whoever called it still needs it as it "
        "was: make a new array in place of writing into the one that came in (`a = a + 1` makes a "
        "new one, `a += 1` and `a[0] = 1` do not)."
    )


def _warning(seen, call):
    return (
        f"The result for {call} is right, but NumPy warned on the way: {seen.warned[0]}. A number "
        "left the range that a float can hold; the next time it may be one that matters."
    )


def _entries(exercise, seen, call):
    """For several named values: how many are right, and the first that is not."""
    missing = [key for key in seen.expected if key not in seen.value]
    if missing:
        return f"There is no `{missing[0]}` in it."
    right = sum(equal(seen.value[k], v, exercise.tolerance) for k, v in seen.expected.items())
    if right == len(seen.expected):
        return f"Only these belong in it: {', '.join(map(str, seen.expected))}."
    return f"{right} of {len(seen.expected)} are right. {_difference(exercise, seen, call)}"


def _difference(exercise, seen, call):
    """The first place at which the result and the expected one differ."""
    place, value, expected = difference(seen.value, seen.expected, exercise.tolerance)
    hidden = exercise.kind == "value" and not exercise.use  # what is expected is the solution
    return f"{_subject(exercise, call, place)} {_comparison(value, expected, exercise, hidden)}"


def _subject(exercise, call, place):
    """How a sentence about a result begins."""
    at = f" at {place}" if place else ""
    if exercise.kind == "function":
        return f"{call} gives{at}"
    if exercise.use:
        return f"For {call} you get{at}"
    return f"`{place}` is" if isinstance(exercise.solution, dict) else f"`{exercise.name}`{at} is"


def _comparison(value, expected, exercise, hidden):
    """The value beside the expected one, in the words that show the difference."""
    if not _same_kind(value, expected):
        return f"{_kind(value)}, and expected is {exercise.expects or _kind(expected)}."
    a, b = as_array(value), as_array(expected)
    if a is None or b is None:
        return _parts(value, expected, hidden)
    if np.isfinite(b).all() and not np.isfinite(a).all():
        return f"{described(value)}. {_NAN if np.isnan(a).any() else _INFINITY}"
    if a.shape != b.shape:
        wanted = f", that is {exercise.expects}" if exercise.expects else ""
        return f"{_shape(a)}, and expected is {_shape(b)}{wanted}. {_WHICH_STEP}"
    return _parts(value, expected, hidden)


_NAN = (
    "nan means 'not a number': it comes of 0 / 0, of infinity minus infinity, or of the logarithm "
    "of a number below 0."
)
_INFINITY = (
    "inf means 'infinity': it comes of a division by 0, of the logarithm of 0, or of a number too "
    "large for a float."
)
_WHICH_STEP = "Which step adds up too much, or too little, or takes rows for columns?"


def _parts(value, expected, hidden):
    if is_sequence(value) and is_sequence(expected) and len(value) != len(expected):
        return f"a list of {len(value)}, and expected are {len(expected)} values."
    if hidden:
        return f"{described(value)}; that is not it."
    return f"{described(value, expected)}, and expected is {described(expected, value)}."


def _same_kind(value, expected):
    if as_array(expected) is not None:
        return as_array(value) is not None
    if is_sequence(expected):
        return is_sequence(value)
    return isinstance(value, type(expected))


def _kind(value):
    """What kind of value it is, in a few words."""
    array = as_array(value)
    if array is not None:
        return "an array of numbers" if array.ndim else "a number"
    if isinstance(value, str):
        return f"the text {described(value)}"
    if is_sequence(value):
        return f"a list that does not hold numbers alone, {described(value)}"
    return f"the function {described(value)}" if callable(value) else described(value)


def _shape(array):
    return f"an array of shape {array.shape}" if array.ndim else "a single number"
