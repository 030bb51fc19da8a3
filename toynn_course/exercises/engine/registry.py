"""All exercises and questions: those of every module in a folder nbNN."""

import importlib
import pkgutil
import re
from pathlib import Path

from toynn_course.exercises.engine.exercise import Exercise
from toynn_course.exercises.engine.question import Explanation, Prediction, Quiz

PACKAGE = "toynn_course.exercises."
FOLDER = Path(__file__).parents[1]
NOTEBOOK = re.compile(rf"{re.escape(PACKAGE)}nb\d\d")


def _collected(kind):
    """By id, everything of that kind at the top level of the modules, in their order."""
    found = [each for module in MODULES for each in vars(module).values() if isinstance(each, kind)]
    return {each.id: each for each in found}


def _modules():
    """Every module in a folder that is called nbNN, in the order of the names."""
    names = [module.name for module in pkgutil.walk_packages([str(FOLDER)], PACKAGE)]
    return [importlib.import_module(name) for name in sorted(names) if NOTEBOOK.match(name)]


MODULES = _modules()
EXERCISES = _collected(Exercise)
PREDICTIONS = _collected(Prediction)
QUIZZES = _collected(Quiz)
EXPLANATIONS = _collected(Explanation)
