"""The examples of the README are run, in their order, and print what stands below them."""

import contextlib
import io
import re
from pathlib import Path

from tests.toynn.test_readability import N_LINES, PAGE

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


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
    assert len(named) == 6
    assert set(named) <= there
    assert {name for name in there - set(named) if any((root / name).glob("**/*.py"))} == set()


def test_the_page_has_as_many_lines_of_code_as_the_readme_says():
    (said,) = re.findall(r"Together they have (\d+) lines of code", README)
    beside = sum(N_LINES[name] for name in (*PAGE, "side_by_side"))
    assert int(said) == beside
