"""Descriptions: a value, or a call, as Python would write it, so that a reader can paste it."""

import numpy as np

from toynn_course.exercises.engine.comparison import FEW, as_array, is_sequence

LONGEST_CALL = 150  # characters; a longer one shows the shapes of its arguments
TINY = 1e-15  # nothing that a reader could tell from 0


class InWords:
    """What an exercise's `use` finds out about an answer, and says itself in a few words."""

    def in_words(self):
        """Words that follow "you get" and "It should be"."""
        raise NotImplementedError


def described(value, other=None, digits=6):
    """A value in Python's own words; with as many digits as tell it from another one."""
    for count in (digits, 9, 17):
        text = _described(value, count)
        if other is None or text != _described(other, count):
            break
    return text


def _described(value, digits):
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else value[:60] + "…")
    if isinstance(value, dict):
        items = (f"{key!r}: {_described(item, digits)}" for key, item in value.items())
        return "{" + ", ".join(items) + "}"
    if isinstance(value, np.ndarray) or is_sequence(value):
        return _many(value, digits)
    array = as_array(value)
    if array is not None and array.ndim == 0:
        return _number(array.item(), digits)
    return _name(value)


def _many(value, digits):
    """An array, a list or a tuple: its numbers if they are few, or else its shape."""
    array = as_array(value)
    if array is not None and array.size > FEW:
        return f"{_article(value)} of shape {array.shape}"
    if isinstance(value, np.ndarray):
        return f"array({_listed(value.tolist(), digits)})"
    if len(value) > FEW:
        return f"{_article(value)} of {len(value)} values"
    return _listed(value, digits)


def _listed(value, digits):
    """The items of a list or a tuple, in its own brackets."""
    if not isinstance(value, list | tuple):
        return _described(value, digits)
    items = [_listed(item, digits) for item in value]
    if isinstance(value, list):
        return "[" + ", ".join(items) + "]"
    return "(" + ", ".join(items) + ("," if len(items) == 1 else "") + ")"


def _article(value):
    kind = "array" if isinstance(value, np.ndarray) else type(value).__name__
    return f"an {kind}" if kind == "array" else f"a {kind}"


def _number(value, digits):
    if isinstance(value, float):
        return repr(0.0 if abs(value) < TINY else float(f"{value:.{digits}g}"))
    return repr(value)


def _name(value):
    """A function by its own name; other objects in their own words, or by their kind."""
    if value is None:
        return "None"
    if isinstance(value, InWords):
        return value.in_words()
    own = getattr(value, "__name__", "") if callable(value) else ""
    return own or f"a {type(value).__name__}"


def call_of(exercise, case):
    """How a message speaks of a case: as code such as `sigmoid(2.0)`, or in words."""
    if case.shown:
        return f"`{case.shown}`" if exercise.kind == "function" else case.shown
    if exercise.kind == "value":
        return ", ".join(map(described, case.inputs))
    code = f"{exercise.name}({', '.join(map(code_of, case.inputs))})"
    return f"`{code}`" if len(code) <= LONGEST_CALL else _call_by_shapes(exercise, case)


def code_of(value):
    """Code that makes a value: every digit of it, and arrays as arrays."""
    if isinstance(value, np.ndarray):
        dtype = "" if value.dtype in (float, int, bool) else f", dtype=np.{value.dtype}"
        return f"np.array({value.tolist()!r}{dtype})"
    if type(value) in (list, tuple):
        items = ", ".join(map(code_of, value))
        single = "," if isinstance(value, tuple) and len(value) == 1 else ""
        return f"[{items}]" if isinstance(value, list) else f"({items}{single})"
    return _name(value) if callable(value) else repr(value)


def _call_by_shapes(exercise, case):
    """A call with the names of its arguments, and the shapes of those that are arrays."""
    names = exercise.parameters
    arguments = ", ".join(names)
    about = [_about(*pair) for pair in zip(names, case.inputs, strict=False)]
    return f"`{exercise.name}({arguments})`, where {_joined(about)},"


def _about(name, value):
    array, code = as_array(value), code_of(value)
    if len(code) < 60 and (array is None or array.size <= FEW):
        return f"`{name}` is `{code}`"
    return f"`{name}` " + ("is a list" if array is None else f"has the shape {array.shape}")


def _joined(texts):
    *others, last = texts
    return f"{', '.join(others)} and {last}" if others else last
