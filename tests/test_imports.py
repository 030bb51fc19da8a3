"""Imports run one way: `toynn` needs NumPy alone, and the course stands on top of it."""

import ast
import subprocess
import sys
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

NUMERICS = [
    "checks",
    "storage",
    "activations",
    "costs",
    "initial",
    "network",
    "backprop",
    "descent",
    "metrics",
    "csv_file",
    "datasets",
    "training",
    "watching",
    "side_by_side",
]
"""The modules of toynn, in an order in which each needs only those before it."""

COURSE = [
    "plots",
    "writing",
    "jupyter",
    "explorers",
    "playground",
    "hunt",
    "exercises",
    "what_i_built",
    "projector",
    "slides",
    "kit",
    "site",
]
"""The folders of toynn_course, in an order in which each needs only those before it."""

WIDGETS = {"ipywidgets", "anywidget", "traitlets"}


@cache
def modules(root=ROOT):
    """Every module of both packages: its dotted name, and its syntax tree."""
    found = {}
    for package in ("toynn", "toynn_course"):
        for path in sorted((root / package).rglob("*.py")):
            name = ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
            found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def imported(name, tree, known, nodes=None):
    """What a module imports, anywhere in it: modules of ours by their name, others by package."""
    found = set()
    for node in ast.walk(tree) if nodes is None else nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} uses a relative import"
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {each if each in known else node.module for each in inner}
    return {each if each in known else each.split(".")[0] for each in found}


def arrows(known):
    """For every module those that it imports; an import of a package counts as its __init__."""
    return {name: imported(name, tree, known) for name, tree in known.items()}


def place(name):
    """Where a module of ours stands in the order of the house, or None for a package's __init__."""
    package, _, rest = name.partition(".")
    order = NUMERICS if package == "toynn" else COURSE
    part = rest.split(".")[0]
    if part not in order:
        assert part in {"", "site"}, f"{name} is not in the order of the house: give it a place"
        return None
    return (package == "toynn_course", order.index(part))


def against_the_order(known):
    """The imports that run from an earlier part of the house to a later one."""
    return [
        f"{name} imports {other}"
        for name, others in arrows(known).items()
        for other in sorted(others & known.keys())
        if (here := place(name)) is not None and (there := place(other)) is not None
        if here < there or (name.startswith("toynn.") and other.startswith("toynn_course"))
    ]


def the_cycle(known):
    """A list of modules that import each other in a circle, or None."""
    try:
        list(TopologicalSorter(arrows(known)).static_order())
    except CycleError as error:
        return error.args[1]
    return None


def test_no_imports_run_in_a_circle_lazy_ones_included():
    assert the_cycle(modules()) is None


def test_imports_run_in_the_order_of_the_house():
    assert against_the_order(modules()) == []


def test_the_orders_name_what_is_there():
    assert set(NUMERICS) == {path.stem for path in ROOT.glob("toynn/*.py")} - {"__init__"}
    assert set(COURSE) == {path.parent.name for path in ROOT.glob("toynn_course/*/__init__.py")}


@pytest.mark.parametrize(
    ("module", "line", "found"),
    [
        ("toynn.backprop", "from toynn.training import train", "order"),
        ("toynn.training", "import toynn_course.plots", "order"),
        ("toynn.costs", "from toynn_course import plots", "order"),
        ("toynn_course.plots.page", "from toynn_course.jupyter.panel import Panel", "order"),
        ("toynn_course.playground.session", "from toynn_course.exercises import check", "order"),
        ("toynn_course.playground.settings", "from toynn_course.playground import state", "circle"),
        ("toynn_course.explorers.walk", "import toynn_course.explorers.stepper", "circle"),
        ("toynn_course.explorers.bowl", "from toynn_course.explorers import controls", "circle"),
    ],
)  # fmt: skip
def test_a_planted_import_is_found_though_it_is_lazy(module, line, found):
    later = ast.parse(f"def later():\n    {line}").body
    planted = ast.Module([*modules()[module].body, *later], type_ignores=[])
    known = modules() | {module: planted}
    if found == "order":
        assert any(problem.startswith(f"{module} imports") for problem in against_the_order(known))
    else:
        assert module in the_cycle(known)


def test_toynn_never_mentions_the_course():
    for path in ROOT.glob("toynn/*.py"):
        assert "toynn_course" not in path.read_text(encoding="utf-8"), path.name


def test_toynn_needs_numpy_and_where_it_is_used_tqdm():
    known = {name: tree for name, tree in modules().items() if name.split(".")[0] == "toynn"}
    ours = {"toynn", *known}

    def others(found):
        return {each for each in found - ours if each not in sys.stdlib_module_names}

    lazy = {each for name, tree in known.items() for each in imported(name, tree, ours)}
    at_the_top = {
        each for name, tree in known.items() for each in imported(name, tree, ours, tree.body)
    }
    assert others(lazy) <= {"numpy", "tqdm"}
    assert others(at_the_top) == {"numpy"}


def loaded_by(program):
    """The packages that a program loads in a Python of its own."""
    program = (
        f"import sys; before = set(sys.modules); {program}; "
        "print(*{name.split('.')[0] for name in set(sys.modules) - before})"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


def test_importing_toynn_loads_numpy_and_no_other_third_party_package():
    loaded = loaded_by("import toynn, toynn.datasets")
    assert loaded - set(sys.stdlib_module_names) == {"numpy", "toynn"}


@pytest.mark.parametrize(
    "names",
    [
        "Session, Settings, edited, make_points, run",
        "state, actions, undo, session",
        "data, measured, experiments",
        "code, saved, reading, notebook",
        "looks, messages, picture, frames, words",
        "handshake, pace, requests",
    ],
)
def test_the_playground_without_its_screen_loads_no_widgets(names):
    assert not loaded_by(f"from toynn_course.playground import {names}") & WIDGETS


def test_the_playground_of_the_page_is_loaded_when_it_is_asked_for():
    loaded = loaded_by("from toynn_course.playground import Playground")
    assert {"ipywidgets", "anywidget"} <= loaded


def test_the_exercises_can_be_judged_without_widgets():
    program = "from toynn_course.exercises import check, EXERCISES; check('02.sigmoid', len)"
    assert not loaded_by(program) & WIDGETS
