"""The article's program as two functions: the same cost, and right only where both are fixed."""

import itertools

import numpy as np
import pytest

from toynn.datasets import swap
from toynn_course.hunt.as_functions import as_functions, small_program


def nudged(cost, w):
    return np.array([(cost(w + e) - cost(w - e)) / 2e-5 for e in 1e-5 * np.eye(len(w))])


@pytest.mark.parametrize(("sign", "index"), [*itertools.product((True, False), repeat=2)])
def test_the_gradient_is_right_where_nothing_is_wrong(sign, index):
    cost, gradient, w = as_functions(
        small_program((2, 3, 2), sign_fixed=sign, index_fixed=index), swap()
    )
    wrong = ~np.isclose(gradient(w), nudged(cost, w), rtol=1e-6)
    # 4 + 6 + 6 weights, then 2 + 3 + 2 biases; the index is used after the first layer, and there
    # it is right where the two numbers are the same
    first, later, biases = wrong[:4], wrong[4:16], wrong[16:]
    assert not first.any()
    assert later.sum() == (0 if index else 12 - 4)
    assert biases.sum() == (0 if sign else 7)


def test_the_cost_is_that_of_the_program_and_asking_changes_nothing():
    program = small_program()
    before = float(program.total_cost(swap().X, swap().Y)[0])
    cost, gradient, w = as_functions(program, swap())
    assert cost(w) == before
    gradient(w + 1)
    assert (cost(w), w.shape) == (before, (12,))
