"""Comparison: when two results are the same, and where they differ."""

from decimal import Decimal
from numbers import Number

import numpy as np

FEW = 12  # numbers that a message still shows one by one


def equal(value, expected, rtol=1e-5, atol=1e-6, nan=False):
    """Whether a result is the expected one: shapes alike, numbers within the tolerances.

    Lists, tuples and arrays are the same, and so are numbers of all kinds; texts are compared
    without case. nan : whether NaN equals NaN
    """
    if isinstance(expected, str) and isinstance(value, str):
        return _bare(value) == _bare(expected)
    if isinstance(expected, dict):
        return (
            isinstance(value, dict)
            and value.keys() == expected.keys()
            and all(equal(value[key], expected[key], rtol, atol, nan) for key in expected)
        )
    a, b = as_array(value), as_array(expected)
    if a is not None and b is not None:
        if a.shape != b.shape:
            return False
        exactly = bool((a == b).all())  # a tenth of the time of np.allclose
        return exactly or np.allclose(a, b, rtol=rtol, atol=atol, equal_nan=nan)
    if is_sequence(value) and is_sequence(expected):
        return len(value) == len(expected) and all(
            equal(one, other, rtol, atol, nan) for one, other in zip(value, expected, strict=True)
        )
    return a is None and b is None and _same_object(value, expected)


def unchanged(after, before):
    """Whether an argument is still what it was; only arrays, lists and dicts are looked into."""
    if type(after) is not type(before):
        return False
    if isinstance(before, np.ndarray):
        return np.array_equal(after, before, equal_nan=before.dtype.kind in "fc")
    if isinstance(before, list | tuple):
        return len(after) == len(before) and all(map(unchanged, after, before))
    if isinstance(before, dict):
        return after.keys() == before.keys() and all(unchanged(after[k], before[k]) for k in before)
    if isinstance(before, int | float | str):
        return repr(after) == repr(before)  # also for nan
    return True


def as_array(value):
    """Numbers of any kind and shape as an array, or None if it is something else."""
    if not isinstance(value, Number | np.generic | np.ndarray | list | tuple):
        return None
    try:
        array = np.asarray(value)
        if array.dtype == object:  # fractions and decimals
            array = _floats(array)
    except (ValueError, TypeError, OverflowError, RecursionError):
        return None
    return array if array is not None and array.dtype.kind in "biufc" else None


def _floats(array):
    """An array of numbers of Python's other kinds as floats, or None."""
    numbers = all(isinstance(each, Number | Decimal) for each in array.flat)
    return array.astype(float) if numbers else None


def is_sequence(value):
    """A list, a tuple, or an array that holds other things than numbers."""
    return isinstance(value, list | tuple | np.ndarray)


def difference(value, expected, rtol=1e-5, atol=1e-6):
    """The first place at which two results differ: (where it is, or "", and the two parts)."""
    a, b = as_array(value), as_array(expected)
    if a is not None and b is not None:
        if a.shape != b.shape or a.size <= FEW:
            return "", value, expected
        differs = ~np.isclose(a, b, rtol=rtol, atol=atol, equal_nan=True)
        index = tuple(np.argwhere(differs)[0].tolist())
        return str(list(index)), a[index].item(), b[index].item()
    for name, one, other in _pairs(value, expected):
        if not equal(one, other, rtol, atol, nan=True):
            place, one_part, other_part = difference(one, other, rtol, atol)
            return f"{name}{place}", one_part, other_part
    return "", value, expected


def _pairs(value, expected):
    """The items of two dicts or lists side by side, each with its place."""
    if isinstance(value, dict) and isinstance(expected, dict):
        return [(f"[{key!r}]", value[key], item) for key, item in expected.items() if key in value]
    if is_sequence(value) and is_sequence(expected) and len(value) == len(expected):
        return [(f"[{i}]", value[i], item) for i, item in enumerate(expected)]
    return []


def blanks_left(value):
    """Where `...` is still to be filled in: keys, positions, or [""] for the whole."""
    if value is ...:
        return [""]
    if isinstance(value, dict):
        return [str(key) for key, item in value.items() if blanks_left(item)]
    if isinstance(value, list | tuple):
        return [f"number {i}" for i, item in enumerate(value, 1) if blanks_left(item)]
    return []


def _bare(text):
    return " ".join(text.casefold().split())


def _same_object(value, expected):
    try:
        return type(value) is type(expected) and bool(value == expected)
    except Exception:  # noqa: BLE001 - whatever an object of the reader's raises when compared
        return False
