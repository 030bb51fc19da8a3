"""Exercises: predict, try, and be told why.

The engine knows no exercise by name; each notebook has a module of data, nbNN.py. Read data.py
first, then run.py, recognising.py, checking.py and asking.py.
"""

from toynn_course.exercises.engine.commands import check, explain, hint, predict, quiz, solution
from toynn_course.exercises.engine.registry import EXERCISES, EXPLANATIONS, PREDICTIONS, QUIZZES
from toynn_course.exercises.engine.store import answers

__all__ = [
    "EXERCISES",
    "EXPLANATIONS",
    "PREDICTIONS",
    "QUIZZES",
    "answers",
    "check",
    "explain",
    "hint",
    "predict",
    "quiz",
    "solution",
]
