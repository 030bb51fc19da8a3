"""04.slope: the derivative of the quadratic cost with respect to each output."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.engine.signs import one_number_for_many

ex = Exercise(
    "04.slope",
    title="Which way to move an output",
    task="Write `sample_slope(a, y)`: the derivative of the quadratic cost with respect to each "
    "output, one number for each number in `a`.",
    hints=(
        "What is the derivative of half a square, ½ (a - y)², with respect to a?",
        "Test it with a nudge: move a by 0.001. By how much does the cost change?",
    ),
    why="Why is this derivative 0 where a = y?",
    because="There the output is right, so the cost is as low as it can be. Move the output either "
    "way and the cost rises: the curve is level at its lowest point.",
    cases=(
        case(np.array([0.8]), np.array([1.0])),
        case(np.array([0.8, 0.4]), np.array([1.0, 0.0])),
        case(np.array([0.1, 0.7, 0.45]), np.array([0, 1, 1])),
        case(np.array([1, 0, 4]), np.array([0.5, 0.25, 4.0])),
        case(np.array([1.3, -0.4, 2.2, 0.0, 0.7]), np.array([0.2, 1.8, 2.2, -0.5, 0.6])),
    ),
    draw=lambda rng: tuple(rng.uniform(-1, 2, size=(2, 3)).round(3)),
)


@ex.solution
def sample_slope(a, y):
    """The derivative of the quadratic cost with respect to each output: an array like a."""
    return a - y


ex.right(
    edits=[{"a - y": code} for code in ("-(y - a)", "np.subtract(a, y)", "[*map(float, a - y)]")]
)

# fmt: off
ex.mistake("the sign",
    "You return y - a, the way that the output should move: 0.2 for 0.8 where 1 is right. The "
    "derivative says which way the cost rises, and that is the opposite way.",
    "If an output that is too low grows, does the cost rise or fall?",
    "The derivative of (a - y)² is 2 (a - y).",
    edits=[{"a - y": "y - a"}])
ex.mistake("one number for all outputs",
    "You return a single number. Each output can move on its own, so each has its own slope.",
    "No sum and no mean: `-` works on every number of an array.",
    when=one_number_for_many,
    edits=[{"a - y": "np.sum(a - y)"}])
ex.mistake("the slope of the absolute cost",
    "You return 1 or -1 however far off the output is. The quadratic slope grows with distance.",
    "Leave out the sign function.",
    edits=[{"a - y": "np.sign(a - y)"}])
ex.mistake("a factor in front",
    "You have a factor too many: for 0.8 where 1 is right the slope is -0.2, not -0.4 or -0.1. The "
    "square brings down a 2, and the half in the formula cancels it.",
    "The derivative of ½ (a - y)² is ½ · 2 (a - y).",
    edits=[{"a - y": code} for code in ("2 * (a - y)", "(a - y) / 2")])
ex.mistake("a slope without a sign",
    "Your result is never negative, so it cannot say which way to move. For 0.8 where 1 is right "
    "the slope is -0.2: the cost falls when the output grows.",
    "The cost has a square. Its derivative has no square, and no `abs` either.",
    edits=[{"a - y": code} for code in ("np.abs(a - y)", "(a - y) ** 2 / 2", "(a - y) ** 2")])
