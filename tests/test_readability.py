"""The numerics can be read in one sitting, from top to bottom, with NumPy alone."""

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path
from statistics import median

import pytest

import toynn

FOLDER = Path(toynn.__file__).parent
ORDER = [
    "_checks",
    "activations",
    "costs",
    "network",
    "backprop",
    "descent",
    "metrics",
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


def imported(tree):
    """The modules of toynn that a module imports, and the other packages, at its top or within."""
    own, others = set(), set()
    for node in ast.walk(tree):
        names = [alias.name for alias in getattr(node, "names", [])]
        if isinstance(node, ast.ImportFrom) and node.module == "toynn":
            own |= set(names)
        elif isinstance(node, ast.ImportFrom):
            names = [node.module]
        if isinstance(node, ast.Import | ast.ImportFrom):
            own |= {name.split(".")[1] for name in names if name.startswith("toynn.")}
            others |= {name.split(".")[0] for name in names} - {"toynn"}
    return own, others


def test_a_usual_function_has_five_lines_or_fewer():
    assert median(lengths().values()) <= 5


def test_no_function_has_more_than_thirty_lines():
    assert [(name, n) for name, n in lengths().items() if n > 30] == []


def test_modules_import_one_way():
    for place, name in enumerate(ORDER):
        own, _ = imported(TREES[name])
        assert own <= set(ORDER[:place]), f"{name} needs what comes after it"


def test_no_imports_run_in_a_circle():
    graph = {
        path.stem: imported(ast.parse(path.read_text("utf-8")))[0] for path in FOLDER.glob("*.py")
    }
    list(TopologicalSorter(graph).static_order())  # raises CycleError


def test_nothing_below_knows_of_plots_exercises_or_explorers():
    above = {"plots", "exercises", "explore"}
    assert {name: imported(tree)[0] & above for name, tree in TREES.items()} == {
        name: set() for name in ORDER
    }


def test_the_numerics_need_numpy_and_where_it_is_used_scikit_learn_or_tqdm():
    others = set().union(*(imported(tree)[1] for tree in TREES.values()))
    assert others - set(sys.stdlib_module_names) == {"numpy", "sklearn", "tqdm"}
    top = set()
    for tree in TREES.values():
        top |= imported(
            ast.Module([node for node in tree.body if "Import" in type(node).__name__], [])
        )[1]
    assert top - set(sys.stdlib_module_names) == {"numpy"}


def test_importing_toynn_loads_numpy_and_no_other_third_party_package():
    program = (
        "import sys; before = set(sys.modules); import toynn; "
        "print(*{name.split('.')[0] for name in set(sys.modules) - before})"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert set(run.stdout.split()) - set(sys.stdlib_module_names) == {"numpy", "toynn"}


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
