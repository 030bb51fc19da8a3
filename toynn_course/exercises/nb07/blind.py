"""07.blind: design a test case that a wrong gradient passes."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.engine.form import numbers_misfit
from toynn_course.hunt.bugs import own_number, right_weights


def compared(previous, *delta):
    """Whether the wrong index shows with these activations and deltas, and if it does, how."""
    a, delta = np.ravel(previous).astype(float)[np.newaxis], np.array([delta])
    wrong, right = own_number(delta, a, None), right_weights(delta, a, None)
    agree = bool(np.allclose(wrong, right, rtol=0, atol=1e-9))
    shown = {} if agree else {"with the wrong index": wrong, "with the right one": right}
    return {"the two agree": agree} | shown


def form(previous):
    """What is wrong with an answer that is not two numbers."""
    return numbers_misfit("`previous`", previous, 2)


ex = Exercise(
    "07.blind",
    title="A test that sees nothing",
    task="Find activations of two previous nodes for which the article's index gives exactly the "
    "right dC/dW, whatever the deltas of the two nodes are. Set `previous` to the two numbers.",
    stub="previous = ...  # two numbers, such as (1, 0)",
    reference=(0.6, 0.6),
    form=form,
    use=compared,
    cases=tuple(
        case(*delta, shown=f"deltas of {delta[0]} and {delta[1]}")
        for delta in ((1.0, 0.5), (-0.3, 2.0), (0.7, -0.7))
    ),
    hints=(
        "The wrong index takes a_j where a_k belongs. When does that make no difference?",
        "Row 1 of dC/dW should have a_1 and a_2, and has a_1 twice.",
    ),
    why="What follows for the data that you try a gradient check on?",
    because="It should have no symmetry: random weights, random inputs, sizes that all differ, "
    "more than one sample. Zeros and equal numbers hide mistakes.",
)

ex.right((1, 1), [0.25, 0.25], (0, 0), np.array([2.0, 2.0]))

# fmt: off
ex.mistake("only one of them is 0",
    "With a 1 and a 0, the wrong index puts a 1 where a 0 belongs, and the other way round. That "
    "is the swap task, and there the mistake shows.",
    "Row 1 should have a_1 and a_2, and has a_1 twice. When are these the same?",
    wrong=[(1, 0), (0, 1)])
ex.mistake("equal except for the sign",
    "These differ in their sign, and the derivatives differ in it as well.",
    "a_1 and a_2 have to be the same number.",
    wrong=[(1, -1), (-1, 1), (0.5, -0.5), (-0.5, 0.5)])
ex.mistake("they add up to 1",
    "It does not matter what they add up to. The wrong index takes a_1 instead of a_2.",
    "When does it not matter which of the two is taken?",
    wrong=[(x / 10, 1 - x / 10) for x in range(1, 10) if x != 5])
