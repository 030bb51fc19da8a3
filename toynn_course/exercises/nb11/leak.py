"""11.leak: the line of a program in which its test set leaks into its training set."""

import re

import numpy as np

from toynn_course.exercises.engine.comparison import as_array
from toynn_course.exercises.engine.exercise import Exercise


def read(answer):
    """The number of a line, if it is given in words or in a list."""
    if isinstance(answer, str):
        found = re.fullmatch(r"\s*(?:line)?\s*(\d+)(?:\.0*)?\s*", answer, re.IGNORECASE)
        return int(found[1]) if found else answer
    array = as_array(answer)
    return array.item() if array is not None and array.size == 1 else answer


def form(line):
    """What is wrong with an answer that is not the number of a line."""
    if as_array(line) is None or isinstance(line, bool):
        return "Answer with the number of a line, such as `leak = 1`."
    if np.ndim(line):
        return "The leak happens in one line only. Answer with one number."
    return "" if line in range(1, 6) else f"There is no line {line}. The lines are 1 to 5."


ex = Exercise(
    "11.leak",
    title="Find the leak",
    task="Set `leak` to the number of the line in which the leak happens.",
    stub="leak = ...  # the number of a line, 1 to 5",
    reference=3,
    read=read,
    form=form,
    hints=(
        "Follow one image from line 1 to the test set.",
        "It has nine copies. Which line sends some of them here and some there?",
    ),
    why="How would you fix the program?",
    because="Split first, then move each of the two sets, as the cells above do. Then no image of "
    "the test set has a copy in the training set.",
)

ex.right(3.0, "line 3", [3])

# fmt: off
ex.mistake("loading the data",
    "Line 1 loads each of the 1797 images once. There are no copies yet, and no sets.",
    "Follow one image from here to the test set.",
    wrong=[1])
ex.mistake("making the copies",
    "Line 2 makes nine copies of each image, but there is no training set yet to leak into.",
    "What happens to the nine copies of one image in the next line?",
    wrong=[2])
ex.mistake("the training",
    "Line 4 trains on whatever it gets. By then the copies are already in the training set.",
    "Which line decides what the training set contains?",
    wrong=[4])
ex.mistake("the test",
    "Line 5 only counts. By then the network has already been trained on copies of these images.",
    "Which line decides what the test set contains?",
    wrong=[5])
