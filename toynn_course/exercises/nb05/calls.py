"""Cases whose arguments are functions, made from the calls that a message shows."""

import numpy as np

from toynn_course.exercises.engine.exercise import case
from toynn_course.exercises.engine.source import arguments_of


def called(code):
    """The case of a call, such as `slope(np.exp, 0.0, 1.0)`."""
    return case(*arguments_of(code, {"np": np}), shown=code)
