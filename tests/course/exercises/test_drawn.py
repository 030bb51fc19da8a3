"""Exercise 12.sampling: chance alone never makes a right answer wrong."""

import numpy as np

from toynn_course.exercises import EXERCISES
from toynn_course.exercises.nb12.drawn import DRAWS, Shares


def test_of_two_thousand_right_answers_none_is_refused():
    rng = np.random.default_rng(0)
    for each in EXERCISES["12.sampling"].all_cases:
        weights = np.array([*each.inputs[0], 0])  # what is no place is never drawn
        drawn = rng.multinomial(DRAWS, weights / weights.sum(), size=2000) / DRAWS
        assert all(Shares(shares) == each.expected for shares in drawn)
