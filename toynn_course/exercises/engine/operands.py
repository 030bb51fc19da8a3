"""Operands: the names and shapes of the two arrays whose shapes did not fit together.

NumPy's own words name only the sizes that differ; a reader needs to know which array has which
shape.
"""

import ast
import itertools
import linecache

import numpy as np


def shapes_at(error):
    """A sentence such as "`W` has the shape (2, 3), and `x` has the shape (2,)."; or "".

    Only for two operands that are names, or transposed ones: nothing is calculated again.
    """
    try:
        frame, operation = _operation_at(error.__traceback__)
        sides = [_shape_of(side, frame) for side in (operation.left, operation.right)]
    except Exception:  # noqa: BLE001 - a help, where it can be given
        return ""
    return f"{sides[0]}, and {sides[1]}."


def _operation_at(step):
    """The frame in which an exception was raised, and the operation there."""
    while step.tb_next:
        step = step.tb_next
    code = step.tb_frame.f_code
    positions = itertools.islice(code.co_positions(), step.tb_lasti // 2, None)
    line, last_line, start, end = next(positions)
    if line != last_line:
        raise ValueError("an operation in several lines")
    text = linecache.getline(code.co_filename, line).encode()[start:end].decode()
    return step.tb_frame, ast.parse(text, mode="eval").body


def _shape_of(side, frame):
    """How a sentence says the shape of a name such as `W` or `W.T`."""
    is_turned = isinstance(side, ast.Attribute) and side.attr == "T"
    name = (side.value if is_turned else side).id
    value = frame.f_locals.get(name, frame.f_globals.get(name))
    shape = value.shape[::-1] if is_turned else np.shape(value)
    return f"`{ast.unparse(side)}` has the shape {shape}"
