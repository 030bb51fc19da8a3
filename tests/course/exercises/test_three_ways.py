"""Every notebook, with its exercises solved, and with a mistake in each.

Only the cells that an answer can reach are run here, and those that they need. The others do the
same whatever the answers are. Unsolved, each notebook is run by nbval or in a browser, and held to
its outputs.
"""

import ast
import asyncio
import json
import re
import symtable
from contextlib import closing
from pathlib import Path

import jupyter_client
import nbclient
import nbformat
import pytest

from toynn_course.exercises import EXERCISES
from toynn_course.exercises.engine.notebooks import exercise_of, filled_in, with_solutions

NOTEBOOKS = sorted((Path(__file__).parents[3] / "notebooks").glob("*.ipynb"))


# --- the cells that an answer can reach


def reached_by_answers(cells):
    """The cells with an answer, all that read what depends on one, and what these need to run.

    Cells are told apart by the names that they make and read. A method that changes an object
    counts as making nothing, so where a notebook did this to an answer, a cell would be missing.
    """
    names = [made_and_read(cell.source) for cell in cells]
    depending, kept = set(), set()
    for number, (made, read) in enumerate(names):
        if exercise_of(cells[number]) or read & depending:
            kept.add(number)
            depending |= made
        else:
            depending -= made  # a name that is used again for something else
    for number in reversed(range(len(cells))):
        if number in kept:
            kept |= {n for n in range(number) if names[n][0] & names[number][1]}
    return [cells[number] for number in sorted(kept)]


def made_and_read(source):
    """The global names that a cell assigns, and those that it reads from the cells before it."""
    made, read = set(), set()
    for statement in ast.parse(source).body:
        assigned, used = names_of(ast.unparse(statement))
        read |= used - made
        made |= assigned
    return made, read


def names_of(statement):
    """The global names that a statement assigns and reads, in its functions as well."""
    top = symtable.symtable(statement, "statement", "exec")
    assigned = {symbol.get_name() for symbol in top.get_symbols() if assigns(symbol)}
    used = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_referenced()}
    inner = top.get_children()
    while inner:
        table = inner.pop()
        inner += table.get_children()
        used |= {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()}
    return assigned, used


def assigns(symbol):
    return symbol.is_assigned() or symbol.is_imported()


def sources_reached(*sources):
    """Which of these cells are reached if the first that holds `answer =` is the stub."""
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    stub = next(cell for cell in cells if cell.source.startswith("answer ="))
    stub.metadata.tags = ["exercise:02.sigmoid"]
    return [cell.source for cell in reached_by_answers(cells)]


def test_a_cell_that_knows_nothing_of_an_answer_is_left_out():
    assert sources_reached("before = 1", "answer = 2", "before + 1") == ["answer = 2"]


@pytest.mark.parametrize(
    "reads",
    ["answer + 1", "double(answer)", "def f():\n    return answer", "[answer for _ in range(2)]"],
)
def test_a_cell_that_reads_an_answer_is_run_wherever_it_reads_it(reads):
    assert sources_reached("answer = 2", "other = 1", reads) == ["answer = 2", reads]


def test_a_cell_that_reads_what_was_made_of_an_answer_is_run():
    cells = ["answer = 2", "twice = 2 * answer", "print(twice)"]
    assert sources_reached(*cells) == cells


def test_what_a_cell_needs_is_run_before_it():
    cells = ["import math", "def area(r):\n    return math.pi * r", "answer = 2", "area(answer)"]
    assert sources_reached(*cells) == cells


def test_a_name_that_a_cell_assigns_before_it_reads_it_is_its_own():
    own = "answer = 5\nprint(answer)"
    assert sources_reached("answer = 2", own) == ["answer = 2"]
    first = "print(answer)\nanswer = 5"
    assert sources_reached("answer = 2", first) == ["answer = 2", first]


def test_a_name_that_is_used_again_for_something_else_no_longer_depends_on_the_answer():
    cells = ["answer = 2", "print(answer)", "answer = 5", "print(answer + 1)"]
    assert sources_reached(*cells) == cells[:2]


# --- a run


class Kernel:
    """One kernel in which notebooks run one after the other, each in an empty namespace."""

    def __init__(self, runner):
        self.runner = runner
        self.manager, client = runner.run(jupyter_client.manager.start_new_async_kernel())
        notebook = nbformat.v4.new_notebook()
        self.notebook_client = nbclient.NotebookClient(notebook, km=self.manager, timeout=60)
        self.notebook_client.kc = client

    def run(self, cells, folder):
        """Run these cells in that folder; an exception in one of them is one here, too."""
        start = [nbformat.v4.new_code_cell(line) for line in ("%reset -f", f"%cd -q {folder}")]
        self.notebook_client.nb = nbformat.v4.new_notebook(cells=[*start, *cells])
        self.runner.run(self.notebook_client.async_execute())
        outputs = [output for cell in cells for output in cell.outputs]
        assert [output.text for output in outputs if output.get("name") == "stderr"] == []

    def close(self):
        self.notebook_client.kc.stop_channels()
        self.runner.run(self.manager.shutdown_kernel(now=True))


@pytest.fixture(scope="module")
def kernel():
    with asyncio.Runner() as runner, closing(Kernel(runner)) as kernel:
        yield kernel


def filled_cells(path, fill):
    """The code cells of a notebook that its answers reach, with these answers in them."""
    notebook = fill(json.loads(path.read_text(encoding="utf-8")))
    cells = nbformat.reads(json.dumps(notebook), as_version=4).cells
    return reached_by_answers([cell for cell in cells if cell.cell_type == "code"])


def checks_of(cells):
    """The cell that checks each exercise."""
    names = [exercise.id for cell in cells if (exercise := exercise_of(cell))]
    return {name: next(cell for cell in cells if checks(cell, name)) for name in names}


def checks(cell, name):
    """Whether a cell is the check of that exercise."""
    return re.search(rf'^check\(\s*"{name}",', cell.source, re.MULTILINE)


def shown(cell):
    """The text of what a cell ends with, without line breaks, which may follow a hyphen, too."""
    return without_spaces(cell.outputs[-1].data["text/plain"])


def without_spaces(text):
    return "".join(text.split())


each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@each_notebook
def test_with_the_solutions_in_every_check_says_right(path, kernel, tmp_path):
    cells = filled_cells(path, with_solutions)
    kernel.run(cells, tmp_path)
    checked = checks_of(cells)
    assert set(checked) == {name for name in EXERCISES if name[:2] == path.name[:2]}
    assert [name for name, cell in checked.items() if shown(cell)[:6] != "Right."] == []


def with_mistakes(notebook):
    """The notebook with a mistake in each exercise, unless another one's answer builds on it."""
    built_on = names_built_on(notebook)

    def choose(exercise):
        apart = exercise.name not in built_on
        return exercise.mistakes[0].answers[0] if apart else exercise.reference

    return filled_in(notebook, choose)


def names_built_on(notebook):
    """The names that solutions read from the answers of other exercises, and from nowhere else."""
    answers, others = [], []
    for cell in with_solutions(notebook)["cells"]:
        if cell["cell_type"] == "code":
            kind = answers if exercise_of(cell) else others
            kind.append(made_and_read("".join(cell["source"])))
    given = {name for made, _ in others for name in made}
    return {name for made, read in answers for name in read - made} - given


@each_notebook
def test_with_a_mistake_in_each_exercise_its_name_and_its_hint_show(path, kernel, tmp_path):
    cells = filled_cells(path, with_mistakes)
    checked = checks_of(cells)
    hints = {}
    for name, cell in checked.items():
        asking = f'from toynn_course.exercises import hint\nhint("{name}")'
        hints[name] = nbformat.v4.new_code_cell(asking)
        cells.insert(cells.index(cell) + 1, hints[name])
    kernel.run(cells, tmp_path)
    built_on = names_built_on(json.loads(path.read_text(encoding="utf-8")))
    for name, cell in checked.items():
        if EXERCISES[name].name in built_on:
            continue
        mistake = EXERCISES[name].mistakes[0]
        assert without_spaces(f"A known mistake: {mistake.name}.") in shown(cell), name
        assert without_spaces(mistake.message) in shown(cell), name
        assert without_spaces(mistake.hints[0]) in shown(hints[name]), name
