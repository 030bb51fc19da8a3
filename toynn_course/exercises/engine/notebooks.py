"""Write notebooks with answers in their stub cells: solutions for instructors, mistakes for tests.

A stub cell is found by its tag, "exercise:" and the id of the exercise.
"""

import copy
import json
from pathlib import Path

from toynn_course.exercises.engine.registry import EXERCISES

TAG = "exercise:"


def exercise_of(cell):
    """The exercise whose stub is in this cell, or None."""
    tags = cell["metadata"].get("tags", ())
    return next((EXERCISES[tag.removeprefix(TAG)] for tag in tags if tag.startswith(TAG)), None)


def filled_in(notebook, choose):
    """A notebook with an answer in each stub cell, and without outputs.

    notebook : dict, as in the file
    choose : a function of an Exercise that gives the answer to put in
    """
    notebook = copy.deepcopy(notebook)
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        cell["outputs"], cell["execution_count"] = [], None
        exercise = exercise_of(cell)
        if exercise:
            cell["source"] = exercise.source_of(choose(exercise)).splitlines(keepends=True)
    return notebook


def with_solutions(notebook):
    """The notebook with the solution of every exercise."""
    return filled_in(notebook, lambda exercise: exercise.reference)


def with_mistakes(notebook, number=0):
    """The notebook with a mistake in every exercise: the first, or another one of those it has."""
    return filled_in(notebook, lambda each: each.mistakes[number % len(each.mistakes)].answers[0])


def write_all(source, target, fill):
    """Write every notebook of one folder to another, filled in. Returns the paths written."""
    source, target = Path(source), Path(target)
    notebooks = sorted(source.glob("*.ipynb"))
    if not notebooks:
        raise ValueError(f"there are no notebooks in {source}; say where they are with --notebooks")
    if target.resolve() == source.resolve():
        raise ValueError(f"{target} is where the notebooks are; choose another folder to write to")
    target.mkdir(parents=True, exist_ok=True)
    return [
        _write(target / path.name, fill(json.loads(path.read_text("utf-8")))) for path in notebooks
    ]


def _write(path, notebook):
    path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path
