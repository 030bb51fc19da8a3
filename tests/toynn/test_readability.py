"""The numerics can be read in one sitting, from top to bottom, with NumPy alone."""

import ast
from pathlib import Path
from statistics import median

import pytest

import toynn

FOLDER = Path(toynn.__file__).parent
ORDER = [
    "checks",
    "storage",
    "activations",
    "costs",
    "network",
    "backprop",
    "descent",
    "metrics",
    "csv_file",
    "datasets",
    "training",
]
"""The modules of the numerics, in an order in which each needs only those before it."""

TREES = {name: ast.parse((FOLDER / f"{name}.py").read_text("utf-8")) for name in ORDER}


def code_lines(function, lines):
    """How many lines of code a function's body has: docstring, comments and gaps do not count."""
    body = function.body[ast.get_docstring(function) is not None :]
    if not body:
        return 0
    rows = (row.strip() for row in lines[body[0].lineno - 1 : function.end_lineno])
    return sum(bool(row) and not row.startswith("#") for row in rows)


def lengths():
    """The length of each function of the numerics, by module and name."""
    found = {}
    for name, tree in TREES.items():
        lines = (FOLDER / f"{name}.py").read_text("utf-8").splitlines()
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                found[f"{name}.{node.name} line {node.lineno}"] = code_lines(node, lines)
    return found


def test_a_usual_function_has_five_lines_or_fewer():
    assert median(lengths().values()) <= 5


def test_no_function_has_more_than_thirty_lines():
    assert [(name, n) for name, n in lengths().items() if n > 30] == []


@pytest.mark.parametrize("name", ["__init__", *ORDER])
def test_a_module_says_at_its_top_why_it_exists(name):
    text = ast.get_docstring(ast.parse((FOLDER / f"{name}.py").read_text("utf-8")))
    assert text
    assert text.splitlines()[0].endswith((".", ":", ","))


def test_every_public_function_and_class_says_what_it_does():
    silent = [
        f"{name}.{node.name}"
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        if not node.name.startswith("_") and ast.get_docstring(node) is None
    ]
    # what is made inside another function is told by its name
    assert [name for name in silent if name.split(".")[1] not in INNER] == []


INNER = {"cost_now", "step_through", "measure"}


def test_the_public_names_are_all_there():
    assert sorted(toynn.__all__) == sorted(set(toynn.__all__))
    assert all(hasattr(toynn, name) for name in toynn.__all__)
