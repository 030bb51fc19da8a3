"""02.sigmoid: the sigmoid of a number, or of every number in an array."""

import math

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.engine.signs import math_met_an_array, one_number_for_many, overflows

ex = Exercise(
    "02.sigmoid",
    title="The sigmoid",
    task="Write `sigmoid(z)` for a number and for an array of any shape, without a warning at "
    "z = -1000.",
    hints=(
        "The formula in words: one divided by (one plus e to the power of minus z).",
        "e to a power is `np.exp(...)`; it takes numbers and arrays.",
        "`1 / (1 + np.exp(-z))` is right everywhere but far to the left, where -z is too large.",
    ),
    why="Why does limiting the power to 700 change no result?",
    because="Because 1 / (1 + e^700) is 0 to three hundred decimal places. The true value at "
    "z = -1000 is smaller still, and nothing that we compute could tell the two apart.",
    cases=(
        case(0.0),
        case(2.0),
        case(np.array([-2, 0, 2])),
        case(np.array([[-3.0, -0.5], [0.5, 8.0]])),
        case(-1000.0),
        case(np.array([-1000.0, 1000.0])),
    ),
    draw=lambda rng: (rng.uniform(-6, 6, size=3).round(2),),
)


@ex.solution
def sigmoid(z):
    """The sigmoid 1 / (1 + e^-z) of a number, or of every number in an array."""
    return 1 / (1 + np.exp(np.minimum(-z, 700)))  # e^709 is the last power a float can hold


@ex.right
def with_tanh(z):
    return (1 + np.tanh(z / 2)) / 2


@ex.right
def loop(z):
    z = np.asarray(z, dtype=float)
    a = np.empty(z.shape)
    for place, value in np.ndenumerate(z):
        power = math.exp(-abs(value))
        a[place] = 1 / (1 + power) if value >= 0 else power / (1 + power)
    return a


@ex.right
def lists(z):
    if np.ndim(z):
        return [lists(value) for value in z]
    return 1 / (1 + math.exp(-z)) if z > -700 else 0.0


@ex.right
def float32(z):
    return np.float32(0.5) * (1 + np.tanh(np.asarray(z, dtype=np.float32) / 2))


@ex.mistake("the power overflows", when=overflows)
def overflowing(z):
    """Your formula is right, but at z = -1000 it asks for e^1000, and a float ends near e^709.

    What comes out may still look right; the number on the way was not.

    - Which number does `exp` get when z is -1000? And when z is 1000?
    - Beyond e^700 the result is 0 anyway. So stop the power there.
    - `np.minimum(-z, 700)` is -z, but never more than 700, for numbers and for arrays.
    """
    return 1 / (1 + np.exp(-z))


@ex.mistake("the power overflows")
def overflowing_in_a_loop(z):
    if np.ndim(z):
        return np.array([overflowing_in_a_loop(value) for value in z])
    return 1 / (1 + math.exp(-z))


@ex.mistake("one number for a whole array", when=one_number_for_many)
def averaging(z):
    """You get an array of several numbers and return a single one.

    A layer passes all its sums at once and needs one output for each.

    - Where do the numbers of the array become one? Look for sum, mean, max or [0].
    - `np.exp`, `+` and `/` work on every number of an array: no loop, no sum needed.
    """
    return 1 / (1 + np.exp(np.minimum(-np.mean(z), 700)))


@ex.mistake("math.exp takes one number at a time", when=math_met_an_array)
def one_by_one(z):
    """`math.exp` knows single numbers only, so an array stops it.

    - NumPy has its own exp, for numbers and for arrays.
    - `np.exp` instead of `math.exp`, and `np.minimum` instead of `min`.
    """
    return 1 / (1 + math.exp(-z)) if np.ndim(z) or z > -700 else 0.0


ex.mistake(
    "the sign of z",
    "Your curve falls where the sigmoid rises: large z gives 0, and small z gives 1. That is e^z "
    "where the formula has e^-z.",
    "Try z = 2 by hand: e^-2 is 0.135, so sigmoid(2) is 1 / 1.135.",
    edits=[{"np.minimum(-z, 700)": "np.minimum(z, 700)"}],
)

ex.mistake(
    "a forgotten bracket",
    "Division comes before addition: `1 / 1 + ...` is 1 plus something, so your results are never "
    "below 1. The whole sum belongs below the line.",
    "What does Python compute first in `1 / 1 + 2`?",
    "`1 / (1 + ...)`",
    edits=[{"1 / (1 + np.exp(np.minimum(-z, 700)))": "1 / 1 + np.exp(np.minimum(-z, 700))"}],
)
