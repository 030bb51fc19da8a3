"""The form of an answer that is a value: what can be said before it is looked at closely."""

import difflib

import numpy as np

from toynn_course.exercises.engine.comparison import as_array, equal
from toynn_course.exercises.engine.description import described


def problem_of(exercise, answer):
    """A sentence about what is wrong with the form of an answer, or ""."""
    if exercise.form:
        return exercise.form(answer)
    if exercise.use:
        return ""
    if not isinstance(exercise.reference, dict):
        return _misfit(f"`{exercise.name}`", answer, exercise.reference, exercise)
    if not isinstance(answer, dict):
        wanted = exercise.expects or f"{len(exercise.reference)} values"
        several = exercise.name in exercise.reference  # a name for each blank, not one for all
        subject = "Your answer" if several else f"`{exercise.name}`"
        return f"{subject} is {described(answer)}. It should be {wanted}."
    return next(filter(None, _problems(exercise, answer)), "")


def _problems(exercise, answer):
    """What is wrong with each of several named values."""
    for key, expected in exercise.reference.items():
        if key not in answer:
            yield f"`{key}` is missing."
        else:
            yield _misfit(f"`{key}`", answer[key], expected, exercise)
    for key in answer:
        if key not in exercise.reference:
            known = ", ".join(f"`{name}`" for name in exercise.reference)
            yield f"`{key}` does not belong there. The names are {known}."


def _misfit(name, value, expected, exercise):
    """What is wrong with the kind of one value, or ""."""
    if isinstance(expected, str):
        return _word_misfit(name, value, exercise.words)
    if as_array(expected) is None:
        return ""
    if np.ndim(expected):
        return numbers_misfit(name, value, np.size(expected))
    return number_misfit(name, value)


def number_misfit(name, value):
    """What is wrong with a value that should be one number, or ""."""
    if isinstance(value, str):
        return f"{name} is the text {value!r}. Write the number without quotation marks."
    if isinstance(value, tuple) and len(value) == 2 and all(type(each) is int for each in value):
        whole, decimals = value
        return (
            f"{name} is the pair {value}. Python writes a decimal point, not a comma: "
            f"{whole}.{decimals}, not {whole},{decimals}."
        )
    array = as_array(value)
    if array is None or array.size != 1:
        return f"{name} is {described(value)}. It should be one number."
    if array.ndim:
        return f"{name} is {described(value)}. It should be one number, without brackets."
    if array.dtype.kind == "c" or not np.isfinite(array).all():
        return f"{name} is {described(value)}. It should be an ordinary number."
    return ""


def numbers_misfit(name, value, count):
    """What is wrong with a value that should be several numbers, or ""."""
    if isinstance(value, str):
        return f"{name} is the text {value!r}. Write numbers, without quotation marks."
    items = value.ravel() if isinstance(value, np.ndarray) else value
    if not isinstance(items, list | tuple | np.ndarray):
        return f"{name} is {described(value)}. It should be {count} numbers."
    for place, item in enumerate(_flat(items), 1):
        if problem := number_misfit(f"Number {place} of {name}", item):
            return problem
    if len(_flat(items)) != count:
        return f"{name} has {len(_flat(items))} numbers. It should have {count}."
    return ""


def _flat(items):
    """The items of nested lists, tuples and arrays, one after the other."""
    flat = []
    for each in items:
        nested = isinstance(each, list | tuple) or (isinstance(each, np.ndarray) and each.ndim)
        flat += _flat(each) if nested else [each]
    return flat


def _word_misfit(name, value, words):
    """What is wrong with a value that should be one of some words, or ""."""
    if not isinstance(value, str):
        return f"{name} is {described(value)}. It should be a text, in quotation marks."
    if not words or any(equal(value, word) for word in words):
        return ""
    near = difflib.get_close_matches(value.casefold().strip(), words, n=1, cutoff=0.7)
    if near:
        return f"{name} is {value!r}. Did you mean {near[0]!r}?"
    return f"{name} is {value!r}. It should be one of {', '.join(map(repr, words))}."


def rounded_too_far(value, expected):
    """Whether a number is the expected one, with fewer digits than the exercise wants."""
    a, b = as_array(value), as_array(expected)
    if a is None or b is None or a.ndim or b.ndim or a in (b, 0):  # 0 has no right digit
        return False
    return any(float(a) == round(float(b), digits) for digits in range(6)) and abs(b - a) < 0.5
