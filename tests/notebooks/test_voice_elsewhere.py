"""The voice of what a learner reads outside the notebooks: README, docstrings and messages."""

import ast
from pathlib import Path

import pytest

from tests.notebooks.voice import translated

ROOT = Path(__file__).parents[2]
FOLDERS = ("toynn", "toynn_course", "hub")
PAGES = sorted(
    [ROOT / "README.md", *(path for each in FOLDERS for path in ROOT.glob(f"{each}/**/*.md"))]
)
MODULES = sorted(path for each in FOLDERS for path in ROOT.glob(f"{each}/**/*.py"))


def strings_in(source):
    """Every string of a program, docstrings included; what a formatted one inserts is an x."""
    tree = ast.parse(source)
    formatted = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    inside = {id(part) for node in formatted for part in ast.walk(node) if part is not node}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in inside:
            yield "".join(words_of(part) for part in node.values)
        elif is_text(node) and id(node) not in inside:
            yield node.value


def is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def words_of(part):
    return part.value if is_text(part) else "x"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_on_a_page_reads_like_a_translation(path):
    assert translated([path.read_text(encoding="utf-8")]) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_docstring_and_no_message_reads_like_a_translation(path):
    assert translated(strings_in(path.read_text(encoding="utf-8"))) == []


def test_the_strings_of_a_program_are_its_docstrings_its_texts_and_what_is_between_insertions():
    source = 'def f(a):\n    """A sum."""\n    return f"it is {a:.2f} or " "so"\n'
    assert list(strings_in(source)) == ["A sum.", "it is x or so"]
