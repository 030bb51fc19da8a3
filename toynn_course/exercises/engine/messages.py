"""Messages about a result that is not right: what the answer gives, and what it should give."""

import numpy as np

from toynn_course.exercises.engine.causes import why_it_stopped
from toynn_course.exercises.engine.comparison import as_array, difference, equal, is_sequence
from toynn_course.exercises.engine.description import call_of, described
from toynn_course.exercises.engine.form import rounded_too_far


def message_about(exercise, outcome):
    """What to say about a case that is not right."""
    call = call_of(exercise, outcome.case)
    if outcome.failure:
        return why_it_stopped(exercise, outcome.failure, call)
    if outcome.value is None:
        return _nothing(outcome, call)
    if equal(outcome.value, outcome.expected, exercise.rtol, exercise.atol, nan=True):
        return _change(outcome, call) if outcome.changed else _warning(outcome, call)
    if exercise.named_blanks:
        return _blanks(exercise, outcome)
    return _difference(exercise, outcome, call)


def _nothing(outcome, call):
    if outcome.printed:
        return (
            f"{call} prints something, but returns nothing. `print` shows a value to you; "
            "`return` passes it to the code that called the function. Try `return` instead."
        )
    return (
        f"{call} returns None, which is what a Python function returns when it ends without "
        "`return`. Does every path through yours end with one?"
    )


def _change(outcome, call):
    return (
        f"{call} changes its argument `{outcome.changed}`, which the caller still needs as it was. "
        "Make a new array instead of writing into that one: `a = a + 1` makes a new one, `a += 1` "
        "and `a[0] = 1` do not."
    )


def _warning(outcome, call):
    return (
        f"The result of {call} is right, but NumPy warned on the way: {outcome.warned[0]}. Some "
        "number went beyond what a float can hold. Here it did no harm; next time it may."
    )


def _blanks(exercise, outcome):
    """For several named values: how many are right, and the first that is not."""
    wrong = [
        key
        for key, value in exercise.reference.items()
        if not equal(outcome.value[key], value, exercise.rtol, exercise.atol)
    ]
    n_right, first = len(exercise.reference) - len(wrong), wrong[0]
    verb = "is" if n_right == 1 else "are"
    text = _not_it(f"`{first}`", outcome.value[first], exercise.reference[first])
    return f"{n_right} of {len(exercise.reference)} {verb} right. {text}"


def _not_it(name, value, expected):
    """About a value whose right one is the solution, so that it is not shown."""
    if rounded_too_far(value, expected):
        return f"{name} is {described(value)}: right as far as it goes, but give more digits."
    return f"{name} is {described(value)}, which is not right."


def _difference(exercise, outcome, call):
    """The first place at which the result and the right one differ."""
    if exercise.kind == "value" and not exercise.use:
        return _not_it(f"`{exercise.name}`", outcome.value, outcome.expected)
    parts = difference(outcome.value, outcome.expected, exercise.rtol, exercise.atol)
    place, value, expected = parts
    subject = f"For {call} you get" if exercise.use else f"{call} gives"
    if place:
        subject = f"{subject} a result in which item `{place}` is"
    return f"{subject} {_comparison(value, expected, '' if place else exercise.expects)}"


def _comparison(value, expected, expects):
    """The value beside the right one, in the words that show the difference.

    expects : the form of the whole result, or "" for a part of it
    """
    if not _same_kind(value, expected):
        return f"{_kind(value)}. It should be {expects or _kind(expected)}."
    a, b = as_array(value), as_array(expected)
    if a is None or b is None:
        return _side_by_side(value, expected)
    if np.isfinite(b).all() and not np.isfinite(a).all():
        return f"{described(value)}. {_NAN if np.isnan(a).any() else _INFINITY}"
    if a.shape != b.shape:
        return f"{_shape(a)}. It should be {_shape(b)}{_form_of(expects)}. {_WHICH_STEP}"
    return _side_by_side(value, expected)


_NAN = (
    "nan means 'not a number'. It comes from 0 / 0, from infinity minus infinity, or from the "
    "logarithm of a negative number."
)
_INFINITY = (
    "inf means 'infinity'. It comes from a division by 0, from the logarithm of 0, or from a "
    "number too large for a float."
)
_WHICH_STEP = "Which step sums too much, or too little, or takes rows for columns?"


def _form_of(expects):
    return f": {expects}" if expects else ""


def _side_by_side(value, expected):
    if is_sequence(value) and is_sequence(expected) and len(value) != len(expected):
        return f"{len(value)} values. It should be {len(expected)}."
    return f"{described(value, expected)}. It should be {described(expected, value)}."


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
        return f"{described(value)}, which does not hold numbers alone"
    return f"the function {described(value)}" if callable(value) else described(value)


def _shape(array):
    return f"an array of shape {array.shape}" if array.ndim else "a single number"
