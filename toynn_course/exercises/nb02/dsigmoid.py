"""02.dsigmoid: the slope of the sigmoid."""

import math

import numpy as np

from toynn.activations import sigmoid
from toynn_course.exercises.engine import signs
from toynn_course.exercises.engine.comparison import equal
from toynn_course.exercises.engine.exercise import Exercise, case

ex = Exercise(
    "02.dsigmoid",
    title="The slope of the sigmoid",
    task="Write `dsigmoid(z)`, the slope of the sigmoid at z, for a number and for an array of any "
    "shape, correct to five digits.",
    hints=(
        "Two steps: the output a first, then the slope from a alone.",
        "a = sigmoid(z).",
        "The slope is a (1 - a): at z = 0, where a is a half, that is a quarter.",
    ),
    why="Where is the slope largest, how large is it there, and what is left of a number that you "
    "multiply by it ten times?",
    because="At z = 0, where a = 0.5: 0.5 times 0.5 is 0.25. Ten times in a row leave at most "
    "0.25^10, less than a millionth. Notebook 10 meets networks that stop learning because of it.",
    cases=(
        case(2.0),
        case(0),
        case(np.array([-2, 0, 1])),
        case(np.array([[-3.0, -0.5, 1.0], [0.5, 2.5, 5.0]])),
    ),
    draw=lambda rng: (rng.uniform(-4, 4, size=3).round(2),),
)


@ex.solution
def dsigmoid(z):
    """The slope of the sigmoid at z."""
    a = sigmoid(z)
    return a * (1 - a)


@ex.right
def written_out(z):
    power = np.exp(-np.abs(z))
    return power / (1 + power) ** 2


@ex.right
def one_by_one(z):
    slopes = [math.exp(-abs(value)) / (1 + math.exp(-abs(value))) ** 2 for value in np.ravel(z)]
    return np.array(slopes).reshape(np.shape(z))


@ex.right
def measured(z):
    return (sigmoid(z + 1e-4) - sigmoid(z - 1e-4)) / 2e-4


def times_a_number(found):
    """Every result is the right one times the same number, which is not 1."""
    factor = found[0].value / found[0].expected
    return not equal(factor, 1) and all(
        equal(each.value, factor * np.asarray(each.expected), atol=1e-9) for each in found
    )


SLOPE, LINE = "a * (1 - a)", "return a * (1 - a)"
for name, edits, message, tip in [
    ("z instead of a", [{SLOPE: "z * (1 - z)"}, {SLOPE: "a * (1 - z)"}, {SLOPE: "z * (1 - a)"}],
     "In a (1 - a), a is the output of the sigmoid both times. You put z itself there.",
     "Compute a = sigmoid(z) first, in a line of its own, and use nothing but a after that."),
    ("the sigmoid applied twice", [{"= sigmoid(z)": "= sigmoid(sigmoid(z))"}],
     "At z = 2 you get 0.207 instead of 0.105: a has gone through the sigmoid a second time.",
     "Once you have a = sigmoid(z), the rest is a multiplication: a (1 - a)."),
    ("the value instead of the slope", [{SLOPE: "a"}],
     "At z = 2 you get 0.881, which is how high the curve is. How steep it is there is only 0.105.",
     "If a is the height, the slope is a (1 - a)."),
    ("only one of two factors", [{SLOPE: "1 - a"}],
     "You return 1 - a, or e^-z / (1 + e^-z), which is the same. The slope is a times that.",
     "At z = 0 both a and 1 - a are a half, and the slope is a quarter."),
    ("0 everywhere", [{SLOPE: "a * 1 - a"}],
     "You get 0 for every z. `a * 1 - a` does that, since Python multiplies before it subtracts.",
     "`a * (1 - a)`"),
    ("the sign of the slope", [{SLOPE: "a * (a - 1)"}],
     "Your slopes are negative, but the sigmoid rises everywhere: at z = 2 its slope is +0.105.",
     "a (1 - a), not a (a - 1)."),
    ("the same slope everywhere", [{SLOPE: "np.full(np.shape(z), 0.25)"}, {SLOPE: "0.25"}],
     "0.25 is the slope at z = 0, where it is largest. At z = 2 it is only 0.105.",
     "Far out on both sides the curve is nearly flat."),
    ("a dot product", [{SLOPE: "np.dot(a, 1 - a)"}],
     "`np.dot` adds up the products, so an array of slopes becomes a single number.",
     "`a * (1 - a)` multiplies number by number."),
    ("the nudge is too coarse",
     [{LINE: f"return (sigmoid(z + {n}) - sigmoid(z - {n})) / (2 * {n})"} for n in (1, 0.5, 0.1)]
     + [{LINE: f"return (sigmoid(z + {n}) - sigmoid(z)) / {n}"} for n in (1, 0.1, 0.01, 0.001)],
     "You measure the slope with a nudge, and not finely enough for five digits.",
     "Move z to both sides, by 0.001 or less. Or use the formula, which needs no nudge."),
]:  # fmt: skip
    ex.mistake(name, message, tip, edits=edits)

for name, sign, edits, message, tip in [
    ("a factor too much", times_a_number, [{SLOPE: "2 * a * (1 - a)"}],
     ("All your results are the slope times the same number. With a nudge to both sides, divide "
      "the rise by two nudges; in the formula, nothing else is multiplied."),
     "At z = 0 the slope is 0.25. How does that differ from what you get?"),
    ("rounded results", signs.rounded, [{SLOPE: "np.round(a * (1 - a), 3)"}],
     "You round the slope. Return it as it is, and round only where somebody reads it.",
     "Look for `round` in your code."),
    ("math.exp takes one number at a time", signs.math_met_an_array,
     [{"= sigmoid(z)": "= 1 / (1 + math.exp(-z))"}],
     "`math.exp` takes single numbers only, so an array stops it.",
     "`np.exp` takes both, and so does `sigmoid`."),
    ("whole numbers only", signs.cut_to_whole_numbers,
     [{LINE: "slopes = np.zeros_like(z)\n    slopes[...] = a * (1 - a)\n    return slopes"}],
     "Some of your slopes are cut to whole numbers. `np.zeros_like(z)` does that if z is whole.",
     "Say which kind you want, as in `np.zeros(z.shape)`, or work without a loop."),
]:  # fmt: skip
    ex.mistake(name, message, tip, edits=edits, when=sign)
