"""Three bugs under letters, to be named from what they leave behind."""

import numpy as np

from toynn import forward
from toynn_course.hunt.bugs import BUGS
from toynn_course.hunt.fingerprints import fingerprint, ratios
from toynn_course.hunt.oracles import by_nudging

SUSPECTS = {"A": "one path", "B": "no slope at hidden nodes", "C": "the article's index"}


def case_file(letter, here, data):
    """The fingerprint of a suspect, and each number of its W1, divided by what a nudge gives."""
    bug = BUGS[SUSPECTS[letter]]
    prints = zip(("W1", "b1", "W2", "b2"), fingerprint(bug, here, data), strict=True)
    squares = ratios(bug(here, forward(here, data.X), data.Y), by_nudging(here, data))[0]
    told = ", ".join(f"{name} {each}" for name, each in prints)
    with np.printoptions(suppress=True):
        numbers = squares.round(2) + 0.0
        return f"Suspect {letter}: {told}. W1, divided by the right one:\n{numbers}\n"
