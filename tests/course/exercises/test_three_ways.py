"""Every notebook, with its exercises solved and with a mistake in each; nbval runs it unsolved."""

import asyncio
import json
import re
from pathlib import Path

import nbclient
import nbformat
import pytest

from toynn_course.exercises import EXERCISES
from toynn_course.exercises.write import exercise_of, with_mistakes, with_solutions

NOTEBOOKS = sorted((Path(__file__).parents[3] / "notebooks").glob("*.ipynb"))


async def run(path, fill, folder):
    """What each check of a notebook says once it is filled in and run, and the hint after it.

    An exception in any cell is one here, too, and nothing may be written to stderr.
    """
    filled = fill(json.loads(path.read_text(encoding="utf-8")))
    notebook = nbformat.reads(json.dumps(filled), as_version=4)
    names = [exercise.id for cell in notebook.cells if (exercise := exercise_of(cell))]
    for name in names:
        here = next(i for i, cell in enumerate(notebook.cells) if checks(cell, name))
        asking = f'from toynn_course.exercises import hint\nhint("{name}")'
        notebook.cells.insert(here + 1, nbformat.v4.new_code_cell(asking))
    resources = {"metadata": {"path": str(folder)}}
    await nbclient.NotebookClient(notebook, resources=resources, timeout=60).async_execute()
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


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def ran(request, tmp_path_factory):
    """A notebook, and what its checks say with the solutions in, and with the mistakes."""

    async def side_by_side():
        ways = with_solutions, with_mistakes
        folders = [tmp_path_factory.mktemp(way.__name__) for way in ways]
        return await asyncio.gather(*map(run, [request.param] * 2, ways, folders))

    return request.param, *asyncio.run(side_by_side())


def test_with_the_solutions_in_every_check_says_right(ran):
    path, solved, _ = ran
    assert set(solved) == {name for name in EXERCISES if name[:2] == path.name[:2]}
    wrong = [name for name, (check, _) in solved.items() if check[:6] != "Right."]
    assert wrong == []


def test_with_a_mistake_in_each_exercise_its_name_and_its_hint_show(ran):
    *_, mistaken = ran
    for name, (check, hint) in mistaken.items():
        mistake = EXERCISES[name].mistakes[0]
        assert in_one_line(f"A known mistake: {mistake.name}.") in check, name
        assert in_one_line(mistake.message) in check, name
        assert in_one_line(mistake.hints[0]) in hint, name
