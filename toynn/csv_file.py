"""CSV files: a table that a spreadsheet saved, as numbers to train with.

Real files have gaps, typing errors and odd encodings. Each problem is reported with its line and
its column, so that it can be fixed in the spreadsheet.
"""

import csv

import numpy as np

from toynn.checks import as_path, must


def read(path, targets):
    """The inputs X, the targets Y, the names of the inputs and the names of the classes.

    targets : the name of the target column, or a list of names; see `toynn.datasets.read_csv`
    """
    targets = _as_names(targets)
    header, lines = _lines(path)
    _check_form(path, header, lines)
    _check_targets(path, header, targets)
    columns = {name: [(at, row[i]) for at, row in lines] for i, name in enumerate(header)}
    inputs = [name for name in header if name not in targets]
    X = _numbers(path, columns, inputs)
    words = [cell for _, cell in columns[targets[0]]]
    if len(targets) > 1 or any(map(_is_number, words)):
        return X, _numbers(path, columns, targets), inputs, []
    classes, place = np.unique(words, return_inverse=True)
    return X, np.eye(len(classes))[place], inputs, classes.tolist()


def _as_names(targets):
    """targets is {targets!r}, expected names of columns; write targets='price'"""
    must(isinstance(targets, str | list | tuple), _as_names, locals(), TypeError)
    return [targets] if isinstance(targets, str) else list(targets)


def _lines(path):
    """The names in the first line, and the cells of each line after it as (line number, cells)."""
    try:
        with as_path(path).open(newline="", encoding="utf-8-sig") as file:
            rows = csv.reader(file)
            lines = [(rows.line_num, [cell.strip() for cell in row]) for row in rows if any(row)]
    except (UnicodeDecodeError, csv.Error) as error:
        raise ValueError(
            f"{path} cannot be read ({error}), expected text in UTF-8 with commas between the "
            "values; save it again as CSV UTF-8"
        ) from None
    return lines[0][1] if lines else [], lines[1:]


def _check_form(path, header, lines):
    """{path} has no rows, expected a line of column names, then lines of values; add both, or
    choose another file
    """
    must(lines, _check_form, locals())
    _check_columns(path, header)
    for at, row in lines:
        _check_length(path, header, at, row)
        _check_gaps(path, header, at, row)


def _check_columns(path, header):
    """{path} has a single column, {header[0]!r}, expected some for inputs and one for targets; put
    commas between the values
    """
    must(len(header) > 1, _check_columns, locals())


def _check_length(path, header, at, row):
    """{path}, line {at}: the number of values is {given}, but the first line names {n} columns;
    write one value for each
    """
    given, n = len(row), len(header)
    must(given == n, _check_length, locals())


def _check_gaps(path, header, at, row):
    """{path}, line {at}: the value of {gaps[0]!r} is missing; write one, leave the line out, or
    leave the column out
    """
    gaps = [name for name, cell in zip(header, row, strict=True) if not cell]
    must(not gaps, _check_gaps, locals())


def _check_targets(path, header, targets):
    """{path} has the columns {names}, and you asked for targets={targets}; name each column once,
    and choose some of them as targets and leave some as inputs
    """
    names, once = ", ".join(header), len(set(header)) == len(header)
    chosen = bool(targets) and all(target in header for target in targets)
    left = any(name not in targets for name in header)
    must(once and chosen and left, _check_targets, locals())


def _is_number(cell):
    """Whether the cell holds a finite number."""
    try:
        return np.isfinite(float(cell))
    except ValueError:
        return False


def _numbers(path, columns, names):
    """These columns as a table of numbers."""
    cells = [(name, *cell) for name in names for cell in columns[name]]
    values = [_number(path, *cell) for cell in cells]
    return np.reshape(values, (len(names), -1)).T


def _number(path, name, at, cell):
    """{path}, line {at}: the value of {name!r} is {cell!r}, expected a number; write one, leave the
    line out, or leave the column out
    """
    must(_is_number(cell), _number, locals())
    return float(cell)
