"""Work: the code of a reader's exercises, out of the notebooks, and the networks that they saved.

Nothing is run: a notebook is read as text, and a network as numbers.
"""

import json
import re
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from toynn import Network
from toynn_course.exercises.engine.exercise import Exercise
from toynn_course.exercises.engine.notebooks import exercise_of
from toynn_course.exercises.engine.verdict import HEADLINES

UNTOUCHED = HEADLINES["not attempted"]


class Solved(NamedTuple):
    """The code of an exercise as it stands in the notebook, and what its check said last."""

    asked: Exercise
    code: str
    said: str


class Saved(NamedTuple):
    """A network that was saved, and the name of its file."""

    name: str
    network: Network


def notebooks(folder="."):
    """The notebooks of the course in a folder, each as a dict; what is damaged is left out."""
    found = []
    for path in sorted(Path(folder).glob("[0-9][0-9]_*.ipynb")):
        try:
            book = json.loads(path.read_text(encoding="utf-8"))
            titled = title(book), exercises(book)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue  # another program may be writing it
        found.append((path.name[:2], *titled))
    return found


def title(book):
    """The first heading of a notebook, or an empty text."""
    first = _text(book["cells"][0].get("source", "")) if book["cells"] else ""
    heading = re.match(r"# (.+)", first)
    return heading[1].strip() if heading else ""


def exercises(book):
    """The exercises of a notebook that were attempted."""
    cells = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
    found = []
    for cell in cells:
        if asked := exercise_of(cell):
            said = _said(cells, asked)
            code = _text(cell["source"])
            if said != UNTOUCHED and (said or "..." not in code):
                found.append(Solved(asked, code, said))
    return found


def _said(cells, asked):
    """The first line that the check of an exercise showed, or an empty text."""
    for cell in cells:
        if f'check("{asked.id}"' in _text(cell["source"]).replace("'", '"'):
            for output in cell.get("outputs", ()):
                text = _text(output.get("data", {}).get("text/plain", ""))
                lines = [line for line in text.splitlines() if _is_headline(line)]
                if lines:
                    return lines[0]
    return ""


def _is_headline(line):
    return any(line.startswith(each.split("{")[0]) for each in HEADLINES.values())


def _text(source):
    """The text of a cell, which a file keeps in one piece or in lines."""
    return source if isinstance(source, str) else "".join(source)


def networks(folder="."):
    """The networks that were saved in a folder, the oldest first; other files are left out."""
    paths = [path for path in Path(folder).glob("*.npz") if _is_ours(path)]
    found = []
    for path in sorted(paths, key=lambda path: (path.stat().st_mtime, path.name)):
        try:
            found.append(Saved(path.name, Network.load(path)))
        except ValueError:
            continue  # it is damaged, or has activations of the reader's own
    return found


def _is_ours(path):
    """Whether `Network.save` may have written the file."""
    try:
        with ZipFile(path) as archive:
            return "toynn.npy" in archive.namelist()
    except (OSError, BadZipFile):
        return False
