"""Reading: the reader's own points, from a CSV file."""

import csv
import tempfile
from pathlib import Path

import numpy as np

from toynn.datasets import read_csv
from toynn_course.playground.problems import Points
from toynn_course.plots.words import counted


def points_from(path):
    """Points from a CSV file whose columns are x1, x2, and what each point is.

    The last column holds words or a few whole numbers, for classes, or else amounts.

    Raises ValueError if there is no such file, or if it has another form.
    """
    if not Path(path).is_file():
        raise ValueError(f"there is no file {path}; give its name in the folder of this notebook")
    header = _header(path)
    data = read_csv(path, targets=header[-1])
    if data.classes:
        return Points(data.X, data.Y.argmax(axis=1).astype(float), data.classes)
    values = np.unique(data.Y)
    if len(values) <= 7 and (values == values.round()).all():
        names = ("low", "high") if set(values) <= {-1, 0, 1} and len(values) == 2 else ()
        names = names or tuple(f"{value:g}" for value in values)
        return Points(data.X, np.searchsorted(values, data.Y[:, 0]).astype(float), names)
    return Points(data.X, data.Y[:, 0], ())


def uploaded_points(name, content):
    """Points from an uploaded CSV file: its name, and its bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (Path(name).name or "points.csv")
        path.write_bytes(content)
        try:
            return points_from(path)
        except ValueError as error:
            raise ValueError(str(error).replace(str(path), path.name)) from None


def _header(path):
    """The names of the three columns, in the first line that is not empty."""
    with Path(path).open(newline="", encoding="utf-8-sig", errors="replace") as file:
        rows = csv.reader(line.replace("\0", "") for line in file)
        header = [name.strip() for name in next((row for row in rows if any(row)), [])]
    shown = ", ".join(header)[:80]
    if len(header) != 3:
        too_many = len(header) > 3
        advice = "leave out the others" if too_many else "write all three, separated by commas"
        raise ValueError(
            f"{path} has {counted(len(header), 'column')} ({shown}), expected three: x1, x2, "
            f"and what the point is; {advice}"
        )
    if all(map(_is_number, header[:2])):
        raise ValueError(
            f"{path} begins with numbers ({shown}), expected the names of the columns; "
            "write a first line such as x1,x2,class"
        )
    return header


def _is_number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return True
