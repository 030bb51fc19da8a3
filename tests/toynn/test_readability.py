"""The numerics can be read in one sitting: their lines are few, and each says one thing."""

import ast
import io
import tokenize
from pathlib import Path
from statistics import median

import pytest

import toynn

FOLDER = Path(toynn.__file__).parent
SOURCES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.py"))}
TREES = {name: ast.parse(source) for name, source in SOURCES.items()}
GUARDS = {"checks", "csv_file", "storage"}
"""Modules that say what is wrong with an argument or a file."""
PAGE = SOURCES.keys() - GUARDS - {"side_by_side"}
"""What a reader reads from top to bottom."""


def code_lines(source):
    """The numbers of the lines that hold code: no docstring, no comment, no gap."""
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    quiet = {tokenize.NL, tokenize.COMMENT, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
    quiet |= {tokenize.ENDMARKER}
    found, fresh = set(), True  # fresh: at the beginning of a statement
    for token in tokens:
        if token.type == tokenize.STRING and fresh:
            continue  # a docstring, or a text below a constant
        if token.type in quiet:
            fresh = fresh or token.type == tokenize.NEWLINE
            continue
        fresh = False
        found |= set(range(token.start[0], token.end[0] + 1))
    return found


N_LINES = {name: len(code_lines(source)) for name, source in SOURCES.items()}


def functions():
    """Every function of the numerics, by module and name, with its lines of code."""
    for name, tree in TREES.items():
        lines = code_lines(SOURCES[name])
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                body = range(node.body[0].lineno, node.end_lineno + 1)
                yield f"{name}.{node.name}", node, len(lines & set(body))


def guards(tree):
    """The `if` statements that raise."""
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.body[-1], ast.Raise)
    ]


def refusals(name):
    """The statements that do nothing but check, and the checks in front of functions."""
    tree = TREES[name]
    alone = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    ahead = [call for _, node, _ in functions() for call in node.decorator_list]
    return [
        call
        for call in (*alone, *ahead)
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("checks.")
        if call in {*ast.walk(tree)}
    ]


def test_all_modules_together_have_few_lines_of_code():
    assert sum(N_LINES.values()) <= 1345
    assert sum(N_LINES[name] for name in PAGE) <= 800
    assert N_LINES["network"] <= 230


def test_forward_begins_within_the_first_two_hundred_lines():
    lines = SOURCES["network"].splitlines()
    assert next(n for n, line in enumerate(lines, 1) if line.startswith("def forward(")) <= 200


def test_what_is_refused_is_said_in_the_modules_of_checks_alone():
    assert {name: len(guards(tree)) for name, tree in TREES.items() if name not in GUARDS} == {
        name: 0 for name in TREES if name not in GUARDS
    }


def test_of_the_page_at_most_a_line_in_twenty_is_a_check():
    n_checks = sum(len(refusals(name)) for name in PAGE)
    assert n_checks <= 0.05 * sum(N_LINES[name] for name in PAGE)


def test_a_usual_function_has_four_lines_or_fewer_and_none_more_than_twenty_five():
    lengths = {name: n for name, _, n in functions()}
    assert median(lengths.values()) <= 4
    assert {name: n for name, n in lengths.items() if n > 25} == {}


def test_no_line_does_two_things():
    for name, source in SOURCES.items():
        tokens = tokenize.generate_tokens(io.StringIO(source).readline)
        assert [token.start for token in tokens if token.string == ";"] == [], name
        one_line = [
            node.lineno
            for node in ast.walk(TREES[name])
            if isinstance(node, ast.If | ast.For | ast.While | ast.With | ast.FunctionDef)
            and node.body[0].lineno == node.lineno
        ]
        assert one_line == [], name


@pytest.mark.parametrize("name", SOURCES)
def test_no_remark_for_a_linter_stands_in_what_learners_read(name):
    assert "noqa" not in SOURCES[name]
    assert "fmt:" not in SOURCES[name]


@pytest.mark.parametrize("name", SOURCES)
def test_a_module_says_at_its_top_why_it_exists(name):
    text = ast.get_docstring(TREES[name])
    assert text
    assert text.splitlines()[0].endswith((".", ":", ","))


def test_every_public_function_and_class_says_what_it_does():
    inner = {
        child
        for _, node, _ in functions()
        for child in ast.walk(node)
        if isinstance(child, ast.FunctionDef) and child is not node
    }  # what is made inside another function is told by its name
    silent = [
        f"{name}.{node.name}"
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        if not node.name.startswith("_") and node not in inner and not ast.get_docstring(node)
    ]
    assert silent == []


def test_the_public_names_are_all_there():
    assert sorted(toynn.__all__) == sorted(set(toynn.__all__))
    assert all(hasattr(toynn, name) for name in toynn.__all__)
