"""Exercises: predict, try, and read why.

The engine knows no exercise and no question by name; each notebook has a folder of its own, nbNN.
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
