"""CSV files: a table that a spreadsheet saved, as numbers to train with.

Real files have gaps, typing errors and odd encodings. Each problem is reported with its line and
its column, so that it can be fixed in the spreadsheet.
"""

import csv

import numpy as np

from toynn.checks import as_path


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
    """The names of the target columns, as a list."""
    if not isinstance(targets, str | list | tuple):
        raise TypeError(f"targets is {targets!r}, expected names of columns; write targets='price'")
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
    """There are rows and columns, and every row has a value for each column."""
    if not lines:
        raise ValueError(
            f"{path} has no rows, expected a line of column names, then lines of values; "
            "add both, or choose another file"
        )
    if len(header) == 1:
        raise ValueError(
            f"{path} has a single column, {header[0]!r}, expected some for inputs and one for "
            "targets; put commas between the values"
        )
    for at, row in lines:
        _check_row(path, header, at, row)


def _check_row(path, header, at, row):
    """A row has a value for each column."""
    if len(row) != len(header):
        raise ValueError(
            f"{path}, line {at} has {len(row)} values but the first line names "
            f"{len(header)} columns; write one value for each"
        )
    if "" in row:
        raise ValueError(
            f"{path}, line {at}: the value of {header[row.index('')]!r} is missing; "
            "write one, leave the line out, or leave the column out"
        )


def _check_targets(path, header, targets):
    """Every column has a name of its own, and some are targets, and some are left as inputs."""
    chosen = [target for target in targets if target in header]
    inputs = [name for name in header if name not in targets]
    if not chosen or len(chosen) < len(targets) or not inputs or len(set(header)) < len(header):
        raise ValueError(
            f"{path} has the columns {', '.join(header)}, and you asked for targets={targets}; "
            "name each column once, and choose some of them as targets and leave some as inputs"
        )


def _is_number(cell):
    """Whether the cell holds a finite number."""
    try:
        return np.isfinite(float(cell))
    except ValueError:
        return False


def _numbers(path, columns, names):
    """These columns as a table of numbers."""
    for name in names:
        for at, cell in columns[name]:
            if not _is_number(cell):
                raise ValueError(
                    f"{path}, line {at}: the value of {name!r} is {cell!r}, expected a number; "
                    "write one, leave the line out, or leave the column out"
                )
    return np.array([[float(cell) for _, cell in columns[name]] for name in names]).T
