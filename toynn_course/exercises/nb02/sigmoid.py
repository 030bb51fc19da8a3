"""02.sigmoid: the sigmoid of a number, or of every number in an array."""

import math

import numpy as np

from toynn_course.exercises.engine import signs
from toynn_course.exercises.engine.exercise import Exercise, case

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
    "z = -1000 is smaller still, too small for a float, which would hold 0 instead.",
    cases=(
        case(0.0),
        case(2.0),
        case(np.array([-2, 0, 2])),
        case(np.array([[-3.0, -0.5, 1.0], [0.5, 2.5, 8.0]])),
        case(-1000.0),
        case(np.array([-1000.0, 1.0, 1000.0])),
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
def with_a_logarithm(z):
    return np.exp(-np.logaddexp(0, -z))


@ex.right
def lists(z):
    if np.ndim(z):
        return [lists(value) for value in z]
    return 1 / (1 + math.exp(-z)) if z > -700 else 0.0


POWER = "np.exp(np.minimum(-z, 700))"
FORMULA, LINE = f"1 / (1 + {POWER})", f"return 1 / (1 + {POWER})"


@ex.mistake("the power overflows", when=signs.overflows)
def overflowing(z):
    """Your formula is right, but far from 0 it asks for e^1000, and a float ends near e^709.

    What comes out may still look right; the number on the way was not.

    - Which number does `exp` get when z is -1000? And when z is 1000?
    - `np.where` does not help: it computes both of its sides before it chooses.
    - `np.minimum(-z, 700)` is -z, but never more than 700, for numbers and for arrays.
    """
    return 1 / (1 + np.exp(-z))


def math_met_an_array(found):
    """The same as the sign of that name, whatever becomes of a single -1000."""
    near = [each for each in found if not (each.failure and each.failure.kind == "OverflowError")]
    return signs.math_met_an_array(near)


for name, sign, edits, message, *tips in [
    ("math.exp takes one number at a time", math_met_an_array, [{POWER: "math.exp(-z)"}],
     "`math.exp` takes single numbers only, so an array stops it.",
     "NumPy has its own exp, for numbers and for arrays.",
     "`np.exp` instead of `math.exp`, and `np.minimum` instead of `min`."),
    ("one question for a whole array", signs.one_question_for_many, [{"np.minimum": "min"}],
     ("An `if`, `min` or `max` asks one question and needs one answer. An array has an answer for "
      "each of its numbers, so your function stops there; single numbers work."),
     "`np.minimum(-z, 700)` chooses for every number of an array."),
    ("one number for a whole array", signs.one_number_for_many, [{"(-z,": "(-np.mean(z),"}],
     ("You get an array of several numbers and return a single one. A layer passes all its sums at "
      "once and needs one output for each."),
     "Where do the numbers of the array become one? Look for sum, mean, max or [0].",
     "`np.exp`, `+` and `/` work on every number of an array: no loop, no sum needed."),
    ("whole numbers only", signs.cut_to_whole_numbers,
     [{LINE: f"a = np.zeros_like(z)\n    a[...] = {FORMULA}\n    return a"}],
     ("Some of your results are whole numbers: their decimal places are lost. `np.zeros_like(z)` "
      "does that if z is whole, and `np.vectorize` if the first result is the whole number 0."),
     "Say which kind you want, as in `np.zeros(z.shape)`, or work without a loop."),
    ("rounded results", signs.rounded, [{FORMULA: f"np.round({FORMULA}, 3)"}],
     "You round the result. Return it as it is, and round only where somebody reads it.",
     "Look for `round` in your code."),
]:  # fmt: skip
    ex.mistake(name, message, *tips, edits=edits, when=sign)

for name, edits, message, tip in [
    ("the curve falls",
     [{"(-z,": "(z,"}, {POWER: "np.exp(z)"}, {FORMULA: "np.exp(-z) / (1 + np.exp(-z))"}],
     "At z = 2 you get 0.119, not 0.881. Is the minus missing, or is e^-z in the numerator too?",
     "Try z = 2 by hand: e^-2 is 0.135, so sigmoid(2) is 1 / 1.135."),
    ("a forgotten bracket", [{FORMULA: f"1 / 1 + {POWER}"}, {FORMULA: "1 / 1 + np.exp(-z)"}],
     "Python divides first, so `1 / 1 + ...` is 1 plus something. The whole sum needs a bracket.",
     "`1 / (1 + ...)`"),
    ("only the size of z", [{POWER: "np.exp(-np.abs(z))"}],
     "You give z and -z the same result. But sigmoid(2) is 0.881, and sigmoid(-2) is 0.119.",
     "With |z| in the power, a negative z needs another formula: e^z / (1 + e^z)."),
    ("a step", [{FORMULA: "np.where(z >= 0, 1.0, 0.0)"}, {"1 / (1 + np": "1 // (1 + np"}],
     "You return 0 or 1 and nothing in between. At z = 0, halfway up, the sigmoid is 0.5.",
     "A comparison has two answers, and `//` drops the decimal places."),
    ("log instead of exp", [{POWER: "np.log(-z)"}, {POWER: "np.log(z)"}],
     "`log` goes the other way: it finds the power. You need e to the power of -z.",
     "`np.exp(-z)`"),
    ("a rounded e", [{POWER: f"{e} ** np.minimum(-z, 700.0)"} for e in (2.7, 2.72, 2.718)],
     "Your e is rounded. With 2.7, for example, sigmoid(2) becomes 0.879 instead of 0.881.",
     "`np.exp(-z)` is e to the power of -z, with all the digits of e."),
]:  # fmt: skip
    ex.mistake(name, message, tip, edits=edits)
