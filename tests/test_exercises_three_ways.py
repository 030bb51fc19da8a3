"""Every notebook, with its exercises solved and with a mistake in each; nbval runs it unsolved."""

import json
import re
from pathlib import Path

import nbclient
import nbformat
import pytest

from toynn.exercises import EXERCISES
from toynn.exercises.write import exercise_of, with_mistakes, with_solutions

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def run(path, fill, folder):
    """What each check of a notebook says once it is filled in and run, and the hint after it.

    An exception in any cell is one here, too, and nothing may be written to stderr.
    """
    filled = fill(json.loads(path.read_text(encoding="utf-8")))
    notebook = nbformat.reads(json.dumps(filled), as_version=4)
    names = [exercise.id for cell in notebook.cells if (exercise := exercise_of(cell))]
    for name in names:
        here = next(i for i, cell in enumerate(notebook.cells) if checks(cell, name))
        asking = f'from toynn.exercises import hint\nhint("{name}")'
        notebook.cells.insert(here + 1, nbformat.v4.new_code_cell(asking))
    nbclient.execute(notebook, cwd=str(folder), timeout=60)
    outputs = [each for cell in notebook.cells for each in cell.get("outputs", ())]
    assert [each.text for each in outputs if each.get("name") == "stderr"] == []
    pairs = zip(notebook.cells, notebook.cells[1:], strict=False)
    found = {name: pair for pair in pairs for name in names if checks(pair[0], name)}
    return {name: (said(check), said(hint)) for name, (check, hint) in found.items()}


def checks(cell, name):
    """Whether a cell is the check of that exercise."""
    pattern = rf'^check\(\s*"{name}",'
    return cell.cell_type == "code" and re.search(pattern, cell.source, re.MULTILINE)


def said(cell):
    """The text of what a cell ends with."""
    return in_one_line(cell.outputs[-1].data["text/plain"])


def in_one_line(text):
    """Without the line breaks of plain text, which may stand after a hyphen, too."""
    return "".join(text.split())


@each_notebook
def test_with_the_solutions_in_every_check_says_right(path, tmp_path):
    found = run(path, with_solutions, tmp_path)
    assert set(found) == {name for name in EXERCISES if name[:2] == path.name[:2]}
    assert [name for name, (check, _) in found.items() if not check.startswith("Right.")] == []


@each_notebook
def test_with_a_mistake_in_each_exercise_its_name_and_its_hint_show(path, tmp_path):
    for name, (check, hint) in run(path, with_mistakes, tmp_path).items():
        mistake = EXERCISES[name].mistakes[0]
        assert in_one_line(f"A known mistake: {mistake.name}.") in check, name
        assert in_one_line(mistake.message) in check, name
        assert in_one_line(mistake.hints[0]) in hint, name
