"""All exercises, predictions and quizzes: those of every module here that is called nbNN."""

import importlib
import pkgutil
import re
from pathlib import Path

from toynn_course.exercises.data import Exercise, Prediction, Quiz


def _collected(kind):
    """By id, everything of that kind at the top level of the modules, in their order."""
    found = [each for module in MODULES for each in vars(module).values() if isinstance(each, kind)]
    return {each.id: each for each in found}


MODULES = [
    importlib.import_module(f"toynn_course.exercises.{name}")
    for name in sorted(module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    if re.fullmatch(r"nb\d\d", name)
]
EXERCISES = _collected(Exercise)
PREDICTIONS = _collected(Prediction)
QUIZZES = _collected(Quiz)
