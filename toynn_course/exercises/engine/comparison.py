"""Compare results: when two are the same, and how to say what one is."""

import numpy as np

FEW = 12  # numbers that a message still shows one by one


def equal(value, expected, tolerance, nan=False):
    """Whether a result is the expected one: shapes alike, numbers within the tolerance.

    Lists, tuples and arrays are the same, and so are int and float; strings are compared without
    case. nan : whether NaN equals NaN
    """
    if isinstance(expected, str) and isinstance(value, str):
        return _bare(value) == _bare(expected)
    if isinstance(expected, dict):
        return (
            isinstance(value, dict)
            and value.keys() == expected.keys()
            and all(equal(value[key], expected[key], tolerance, nan) for key in expected)
        )
    a, b = as_array(value), as_array(expected)
    if a is not None and b is not None:
        return a.shape == b.shape and np.allclose(
            a, b, rtol=tolerance, atol=tolerance, equal_nan=nan
        )
    if is_sequence(value) and is_sequence(expected):
        return len(value) == len(expected) and all(
            equal(one, other, tolerance, nan) for one, other in zip(value, expected, strict=True)
        )
    return a is None and b is None and _same_object(value, expected)


def unchanged(after, before):
    """Whether an argument is still what it was; only arrays, lists and dicts are looked into."""
    if isinstance(before, np.ndarray):
        return after.shape == before.shape and np.array_equal(after, before)
    if isinstance(before, list | tuple):
        return len(after) == len(before) and all(map(unchanged, after, before))
    if isinstance(before, dict):
        return after.keys() == before.keys() and all(unchanged(after[k], before[k]) for k in before)
    if isinstance(before, int | float | str):
        return type(after) is type(before) and repr(after) == repr(before)  # also for nan
    return True


def as_array(value):
    """Numbers of any shape as an array, or None if it is something else."""
    if not isinstance(value, int | float | complex | np.generic | np.ndarray) and not is_sequence(
        value
    ):
        return None
    try:
        array = np.asarray(value)
    except (ValueError, TypeError):
        return None
    return array if array.dtype.kind in "biufc" else None


def is_sequence(value):
    """A list, a tuple, or an array that holds other things than numbers."""
    return isinstance(value, list | tuple | np.ndarray)


def difference(value, expected, tolerance):
    """The first place at which two results differ: (where it is, or "", and the two parts)."""
    a, b = as_array(value), as_array(expected)
    if a is not None and b is not None:
        if a.shape != b.shape or a.size <= FEW:
            return "", value, expected
        differs = ~np.isclose(a, b, rtol=tolerance, atol=tolerance, equal_nan=True)
        index = tuple(np.argwhere(differs)[0].tolist())
        return str(list(index)), a[index].item(), b[index].item()
    for name, one, other in _pairs(value, expected):
        if not equal(one, other, tolerance):
            place, one_part, other_part = difference(one, other, tolerance)
            return f"{name} {place}".strip(), one_part, other_part
    return "", value, expected


def _pairs(value, expected):
    """The items of two dicts or lists side by side, each with its name."""
    if isinstance(value, dict) and isinstance(expected, dict):
        return [(str(key), value.get(key), item) for key, item in expected.items()]
    if is_sequence(value) and is_sequence(expected) and len(value) == len(expected):
        return [(f"number {i + 1}", value[i], item) for i, item in enumerate(expected)]
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


def described(value, other=None):
    """A value in a few words; with as many digits as tell it from the other one."""
    for digits in (6, 9, 17):
        text = _described(value, digits)
        if other is None or text != _described(other, digits):
            break
    return text


def _described(value, digits):
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else value[:60] + "…")
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_described(v, digits)}" for key, v in value.items()) + "}"
    array = as_array(value)
    if array is not None:
        few = array.size <= FEW
        return _numbers(array.tolist(), digits) if few else f"an array of shape {array.shape}"
    if is_sequence(value):
        few = len(value) <= 6
        items = [_described(item, digits) for item in value] if few else [f"{len(value)} values"]
        return "[" + ", ".join(items) + "]"
    return _name(value)


def _name(value):
    """A function by its own name; of other objects, of what kind they are."""
    if value is None:
        return "None"
    own = getattr(value, "__name__", "") if callable(value) else ""
    return own or f"a {type(value).__name__}"


def _numbers(value, digits):
    if isinstance(value, list):
        return "[" + ", ".join(_numbers(item, digits) for item in value) + "]"
    return repr(float(f"{value:.{digits}g}")) if isinstance(value, float) else repr(value)


def _bare(text):
    return " ".join(text.casefold().split())


def _same_object(value, expected):
    try:
        return type(value) is type(expected) and bool(value == expected)
    except Exception:  # noqa: BLE001 - whatever an object of the reader's raises when compared
        return False
