"""The gates of notebook 02: what the explorer calls right, the check calls right."""

import numpy as np
import pytest

from toynn import datasets
from toynn_course.exercises import EXERCISES
from toynn_course.exercises.engine.verdict import judge
from toynn_course.explorers.gate import answers


@pytest.mark.parametrize("name", ["and", "or", "nand"])
def test_the_check_and_the_explorer_agree_about_the_places_of_the_sliders(name):
    data, rng = datasets.gate(name), np.random.default_rng(0)
    agreed = set()
    for w1, w2 in rng.integers(-50, 51, (150, 2)) / 10:
        for limit in (-w1 - w2, -w1, -w2, -w1 - 0.1, -max(w1, w2) / 2):
            numbers = (w1, w2, round(limit, 1))
            *_, right = answers(*numbers, data)
            assert (judge(EXERCISES[f"02.{name}"], numbers).state == "right") == all(right)
            agreed.add(bool(all(right)))
    assert agreed == {True, False}
