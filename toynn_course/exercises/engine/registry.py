"""All exercises and questions: those of every file in a folder nbNN."""

import importlib
from pathlib import Path

from toynn_course.exercises.engine.exercise import Exercise
from toynn_course.exercises.engine.question import Explanation, Prediction, Quiz
from toynn_course.exercises.engine.question_file import questions_in

FOLDER = Path(__file__).parents[1]


def _modules():
    """Every module in a folder that is called nbNN, in the order of the names."""
    paths = sorted(FOLDER.glob("nb[0-9][0-9]/*.py"))
    names = [f"{path.parent.name}.{path.stem}" for path in paths if path.stem != "__init__"]
    return [importlib.import_module(f"toynn_course.exercises.{name}") for name in names]


def _collected(things, kind):
    """By id, everything of that kind."""
    return {each.id: each for each in things if isinstance(each, kind)}


IN_MODULES = [each for module in _modules() for each in vars(module).values()]
QUESTIONS = [
    each for path in sorted(FOLDER.glob("nb*/questions.md")) for each in questions_in(path)
]
EXERCISES = _collected(IN_MODULES, Exercise)
QUIZZES = _collected(IN_MODULES, Quiz)
PREDICTIONS = _collected(QUESTIONS, Prediction)
EXPLANATIONS = _collected(QUESTIONS, Explanation)
