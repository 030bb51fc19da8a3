"""Every exercise: its stub, its solutions, its mistakes, and answers that nobody should write."""

import copy
import json
import linecache
import math
import re
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import toynn
from toynn_course.exercises import EXERCISES
from toynn_course.exercises.engine.comparison import equal
from toynn_course.exercises.engine.description import code_of
from toynn_course.exercises.engine.outcome import solution_results
from toynn_course.exercises.engine.verdict import judge
from toynn_course.hunt.autograd import Value

ALL = list(EXERCISES.values())
FUNCTIONS = [exercise for exercise in ALL if exercise.kind == "function"]
MISTAKES = [
    pytest.param(exercise, mistake, answer, id=f"{exercise.id}-{mistake.name}-{number}")
    for exercise in ALL
    for mistake in exercise.mistakes
    for number, answer in enumerate(mistake.answers)
]
CONTENT = [
    path
    for path in (Path(__file__).parents[3] / "toynn_course" / "exercises").glob("nb*/*.*")
    if path.suffix in (".py", ".md") and path.name != "__init__.py"
]
EARLIER = [
    "00.learnt",
    "00.bias",
    "00.weight",
    "00.parameters",
    "00.layers",
    "00.cost",
    "00.flat",
    "00.sure",
    "01.watch",
    "01.changes",
    "02.bias",
    "02.gate",
    "03.parameters",
    "03.linear",
    "04.slow",
    "04.outlier",
    "05.slow",
    "05.zigzag",
    "05.double",
    "05.beyond",
    "05.curve",
    "05.flat",
    "05.safe",
    "05.downhill",
    "05.edge",
    "05.saddle",
    "06.sign",
    "06.nudge",
    "06.most",
    "09.line",
    "09.no_line",
    "09.squares",
    "09.product",
    "09.no_bends",
    "09.bends",
    "09.width",
    "09.default",
    "09.rate",
    "09.asleep",
    "09.twins",
    "09.arms",
    "09.memorise",
    "09.restrain",
    "11.hidden",
    "11.shift",
]  # the questions that were there when each notebook had one module for all
NEW = {"threshold.py"}  # and the exercises that were not
FOLDERS = {"nb00", "nb01", "nb02", "nb03", "nb04", "nb05", "nb06", "nb09", "nb11"}
NOTEBOOKS = sorted((Path(__file__).parents[3] / "notebooks").glob("*.ipynb"))

each_exercise = pytest.mark.parametrize("exercise", ALL, ids=lambda exercise: exercise.id)
each_function = pytest.mark.parametrize("exercise", FUNCTIONS, ids=lambda exercise: exercise.id)
# What the engine does with an answer is the same for every function: it is held to three kinds.
KINDS = {"one array": "02.sigmoid", "a function and numbers": "05.loop", "many arrays": "06.six"}
each_kind = pytest.mark.parametrize(
    "exercise", [EXERCISES.get(name) for name in KINDS.values()], ids=list(KINDS)
)
each_mistake = pytest.mark.parametrize(("exercise", "mistake", "answer"), MISTAKES)


def pasted(exercise, source):
    """What the check is given when that source stands in the stub cell of the notebook."""
    names = {"np": np, "math": math, "Value": Value}
    names |= {name: getattr(toynn, name) for name in toynn.__all__}
    for other in FUNCTIONS:
        if other.id[:2] == exercise.id[:2] and other is not exercise:
            exec(other.solution_source, names)  # noqa: S102 - our own code
    run_as_a_cell(source, names)
    if isinstance(exercise.reference, dict) and exercise.name not in source_names(exercise):
        return {key: names[key] for key in exercise.reference}
    return names[exercise.name]


def run_as_a_cell(source, names):
    """Run a text as IPython runs a cell: its lines are known wherever an error is told."""
    filename = f"<ipython-input-{len(linecache.cache)}>"
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    exec(compile(source, filename, "exec"), names)  # noqa: S102 - our own code


def source_names(exercise):
    """The one name of a stub whose blanks are all in one value; nothing for one name a blank."""
    return () if set(exercise.reference) & {exercise.name} else (exercise.name,)


@each_exercise
def test_a_stub_is_not_attempted(exercise):
    found = judge(exercise, pasted(exercise, exercise.stub_source))
    assert found.state == "not attempted", found
    assert exercise.task in found.message


@each_exercise
def test_a_solution_is_right_and_asks_for_the_reason(exercise):
    found = judge(exercise, exercise.reference)
    assert found.state == "right", found
    assert found.why
    assert found.because


@each_exercise
def test_right_answers_in_other_forms_are_right(exercise):
    assert len(exercise.right_answers) >= 3 or exercise.kind == "value"
    for answer in exercise.right_answers:
        assert judge(exercise, answer).state == "right", judge(exercise, answer)


@each_exercise
def test_right_answers_are_right_in_the_notebook(exercise):
    for answer in (exercise.reference, *exercise.right_answers):
        source = exercise.source_of(exercise.reference if exercise.kind == "value" else answer)
        assert judge(exercise, pasted(exercise, source)).state == "right", source


@each_mistake
def test_a_mistake_is_recognised_by_its_own_name(exercise, mistake, answer):
    found = judge(exercise, exercise.whole(answer))
    assert (found.state, found.mistake, found.message) == (
        "recognised",
        mistake.name,
        mistake.message,
    ), found


@each_mistake
def test_a_mistake_is_recognised_in_the_notebook(exercise, mistake, answer):
    found = judge(exercise, pasted(exercise, exercise.source_of(answer)))
    assert found.mistake == mistake.name, found


@each_exercise
def test_every_mistake_has_an_answer_that_makes_it(exercise):
    assert [mistake.name for mistake in exercise.mistakes if not mistake.answers] == []


@each_exercise
def test_the_texts_of_an_exercise_are_there_and_differ(exercise):
    for texts in ("name", "message"):
        written = [getattr(mistake, texts) for mistake in exercise.mistakes]
        assert len(set(written)) == len(written)
        assert all(written)
    hints = [exercise.hints, *(mistake.hints for mistake in exercise.mistakes)]
    assert all(isinstance(each, tuple) and 1 <= len(each) <= 3 for each in hints), hints
    everything = [exercise.title, exercise.task, *exercise.hints]
    everything += [text for m in exercise.mistakes for text in (m.name, m.message, *m.hints)]
    assert not [text for text in everything if text.count("`") % 2]
    assert exercise.title
    assert exercise.task


@each_exercise
def test_code_that_stands_for_a_case_makes_the_call_of_that_case(exercise):
    if exercise.kind == "value" or exercise.use:
        pytest.skip("its cases are told in words, or the answer is one part of them")
    for case in exercise.all_cases:
        code = case.shown or f"{exercise.name}({', '.join(map(code_of, case.inputs))})"
        if not case.shown and any(map(callable, case.inputs)):
            pytest.fail(f"{code} cannot be pasted; give the case a `shown`")
        expected = exercise.reference(*copy.deepcopy(case.inputs))
        assert equal(eval(code, {"np": np, exercise.name: exercise.reference}), expected, nan=True)  # noqa: S307


def test_each_file_can_be_read_in_one_go():
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in CONTENT}
    assert max(lines.values()) <= 250
    exercises = [
        n
        for path, n in lines.items()
        if path.suffix == ".py" and path.parent.name in FOLDERS and path.name not in NEW
    ]
    assert sum(exercises) + n_lines_of_questions(EARLIER) <= 0.75 * 6085  # what they took before


def n_lines_of_questions(names):
    """How many lines these questions take in their files."""
    texts = [path.read_text(encoding="utf-8") for path in CONTENT if path.suffix == ".md"]
    sections = [each for text in texts for each in re.split(r"^# ", text, flags=re.MULTILINE)]
    return sum(each.count("\n") for each in sections if re.split(r"[,\n]", each)[0] in names)


def test_more_mistakes_are_named_than_before():
    found = [len(each.mistakes) for each in ALL if f"nb{each.id[:2]}" in FOLDERS]
    assert sum(found) > 215


# --- answers that nobody should write: whatever they do, the reader gets a sentence


def raises(*inputs):
    raise ValueError("this went wrong")


def raises_oddly(*inputs):
    class Odd(BaseException):
        def __str__(self):
            raise RuntimeError

    raise Odd


def calls_what_is_not_there(*inputs):
    return not_there(*inputs)  # noqa: F821


def returns_none(*inputs):
    len(inputs)


def wrong_shape(*inputs):
    return np.zeros((7, 5, 3))


def nan(*inputs):
    return np.nan


def text(*inputs):
    return "0.5"


def itself(*inputs):
    return itself


def generates(*inputs):
    yield from inputs


def contains_itself(*inputs):
    endless = []
    endless.append(endless)
    return endless


def random_numbers(*inputs):
    return np.random.default_rng().random()


def too_many_values(*inputs):
    return [0.0] * 2_000_000


def leaves(*inputs):
    sys.exit()


def prints_a_lot(*inputs):
    for _ in range(10_000):
        print("here I am" * 10)


def calls_itself(*inputs):
    return calls_itself(*inputs) + 1


def unequal(*inputs):
    class Unequal:
        def __eq__(self, other):
            raise RuntimeError

        __hash__ = None

    return Unequal()


HOSTILE = [
    raises,
    raises_oddly,
    calls_what_is_not_there,
    returns_none,
    wrong_shape,
    nan,
    text,
    itself,
    generates,
    contains_itself,
    random_numbers,
    too_many_values,
    leaves,
    prints_a_lot,
    calls_itself,
    unequal,
]


def assert_a_sentence(found):
    """Not right, and said in words."""
    assert found.state in {"wrong", "error", "recognised"}, found
    assert len(found.message) > 30
    assert "Traceback" not in repr(found)
    assert found._repr_html_().startswith("<div")


@each_kind
@pytest.mark.parametrize("answer", HOSTILE, ids=lambda answer: answer.__name__)
def test_a_hostile_answer_gets_a_sentence(exercise, answer, capfd):
    assert_a_sentence(judge(exercise, answer))
    assert capfd.readouterr() == ("", "")


@each_function
def test_nothing_that_ignores_its_arguments_is_right(exercise):
    constants = [nan, text, wrong_shape, *(lambda *inputs, x=x: x for x in (0, 1.0, True, []))]
    for answer in constants:
        assert_a_sentence(judge(exercise, answer))


def for_ever(*inputs):
    while True:
        pass


def prints_for_ever(*inputs):
    while True:
        print("still here")


@each_kind
@pytest.mark.parametrize("answer", [for_ever, prints_for_ever], ids=["silent", "printing"])
def test_an_answer_without_an_end_is_stopped(exercise, answer):
    before = set(threading.enumerate())
    quick = replace(exercise, seconds=0.1)
    judge(quick, exercise.reference)  # so that its results are known
    found = judge(quick, answer)
    assert_a_sentence(found)
    assert "0.1 seconds" in found.message
    assert set(threading.enumerate()) <= before, "it still runs in the background"


@each_kind
def test_the_solution_has_all_the_time_it_needs(exercise):
    hasty = replace(exercise, seconds=0.0)
    assert all(each.failure is None for each in solution_results(hasty))
    found = judge(hasty, exercise.reference)  # which may end before anybody looks at the clock
    assert found.state == "right" or "still running after 0 seconds" in found.message


def test_an_exercise_gives_an_answer_two_seconds():
    def slow(z):
        while True:
            time.sleep(0.01)

    start = time.perf_counter()
    found = judge(EXERCISES["02.sigmoid"], slow)
    assert time.perf_counter() - start >= 2
    assert "was still running after 2 seconds, and was stopped" in found.message


@pytest.mark.skipif(sys.platform != "linux", reason="memory can be limited on Linux only")
@each_kind
@pytest.mark.parametrize("make", [np.ones, np.zeros], ids=["ones", "zeros"])
def test_asking_for_100_gb_gets_a_sentence(exercise, make):
    def giant(*inputs):
        return make((100_000, 125_000))

    found = judge(exercise, giant)
    assert_a_sentence(found)
    assert found.state == "error"


@each_function
def test_changing_an_argument_gets_a_sentence(exercise):
    if not any(isinstance(x, np.ndarray | list) for case in exercise.cases for x in case.inputs):
        pytest.skip("no argument can be changed")

    def changing(*inputs):
        result = exercise.reference(*inputs)
        for each in inputs:
            if isinstance(each, np.ndarray):
                each[...] = -2 * each - 1
            elif isinstance(each, list):
                each.append(each[0])
        return result

    found = judge(exercise, changing)
    assert found.state == "wrong"
    assert "changes its argument" in found.message


# --- in step with the notebooks


def cells_of(notebook, kind="code"):
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == kind]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_the_stubs_in_a_notebook_are_those_of_the_exercises(notebook):
    number = notebook.name[:2]
    stubs = {
        tag.removeprefix("exercise:"): "".join(cell["source"])
        for cell in cells_of(notebook)
        for tag in cell["metadata"].get("tags", [])
        if tag.startswith("exercise:")
    }
    assert stubs == {
        exercise.id: exercise.stub_source for exercise in ALL if exercise.id[:2] == number
    }
    code = "\n".join("".join(cell["source"]) for cell in cells_of(notebook))
    assert not [name for name in stubs if not re.search(rf'check\(\s*"{name}",', code)]


def test_ids_begin_with_the_number_of_their_module():
    for name in EXERCISES:
        assert name[:2].isdigit()
        assert name[2] == "."
