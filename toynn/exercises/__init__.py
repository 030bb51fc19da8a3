"""Exercises: predict, try, and be told why.

The engine knows no exercise by name; each notebook has a module of data, nbNN.py. Read data.py
first, then run.py, checking.py and asking.py.
"""

from toynn.exercises.asking import check, hint, solution
from toynn.exercises.book import EXERCISES, PREDICTIONS, QUIZZES

__all__ = ["EXERCISES", "PREDICTIONS", "QUIZZES", "check", "hint", "solution"]
