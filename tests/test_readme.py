"""The README is true: its examples print what it says, and its tables hold what there is."""

import contextlib
import io
import json
import re
from pathlib import Path

import pytest

from tests.site.test_notebooks import TELLING
from tests.toynn.test_readability import N_LINES, PAGE

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
NOTEBOOKS = sorted(Path(__file__).parents[1].glob("notebooks/[0-9]*.ipynb"))


def test_every_example_prints_what_stands_below_it():
    examples = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", README, flags=re.DOTALL)
    assert len(examples) == README.count("```python") == 2
    names = {}
    for code, expected in examples:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(code, names)  # noqa: S102 - our own lines
        assert printed.getvalue() == expected


def test_the_map_names_the_folders_that_are_there():
    root = Path(__file__).parents[1]
    named = re.findall(r"^(\w+)/ ", README, flags=re.MULTILINE)
    there = {path.name for path in root.iterdir() if path.is_dir() and path.name[0] != "."}
    assert len(named) == 7
    assert set(named) <= there
    assert {name for name in there - set(named) if any((root / name).glob("**/*.py"))} == set()


def test_the_page_has_as_many_lines_of_code_as_the_readme_says():
    (said,) = re.findall(r"Together they have (\d+) lines of code", README)
    beside = sum(N_LINES[name] for name in (*PAGE, "side_by_side"))
    assert int(said) == beside


def test_the_readme_names_the_notebooks_that_stand_for_all_in_the_tests_of_the_site():
    (said,) = re.findall(r"then notebooks ([^:]+) stand for all", README)
    assert tuple(re.findall(r"\d+", said)) == TELLING


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_and_the_readme_state_the_same_minutes(path):
    (row,) = [line for line in README.splitlines() if line.startswith("| ") and path.name in line]
    said = re.search(r"(\d+)\s+minutes", texts(path))
    assert said, f"{path.name} does not say how long it takes"
    assert row.split("|")[3].strip() == said[1]


def texts(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
