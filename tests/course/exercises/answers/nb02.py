"""Answers to the exercises of notebook 02."""

# ruff: noqa: RET503

import functools
import math
from decimal import Decimal
from fractions import Fraction

import numpy as np

from tests.course.exercises.answers import Answers
from toynn import Layer, Network, Node
from toynn import sigmoid as toynn_sigmoid

sigmoid = Answers("02.sigmoid")


@sigmoid.wrong("the bracket around 1 + e^-z is forgotten", named="a forgotten bracket")
def _(z):
    return 1 / 1 + np.exp(-np.clip(z, -700, 700))


@sigmoid.wrong("the minus sign is forgotten", named="the curve falls")
def _(z):
    return 1 / (1 + np.exp(np.minimum(z, 700)))


@sigmoid.wrong("the formula as it stands, which warns at -1000", named="the power overflows")
def _(z):
    return 1 / (1 + np.exp(-z))


@sigmoid.wrong(
    "math.exp, which takes one number and overflows", named="math.exp takes one number at a time"
)
def _(z):
    return 1 / (1 + math.exp(-z))


@sigmoid.wrong(
    "math.exp with a bound, which takes one number only", named="one question for a whole array"
)
def _(z):
    return 1 / (1 + math.exp(-max(z, -700)))


@sigmoid.wrong("^ is written for **")
def _(z):
    return 1 / (1 + math.e ^ (-z))


@sigmoid.wrong("an if, which cannot decide for an array", named="one question for a whole array")
def _(z):
    if z < -700:
        return 0.0
    return 1 / (1 + np.exp(-z))


@sigmoid.wrong(
    "np.where, which computes both of its branches and warns", named="the power overflows"
)
def _(z):
    return np.where(z < -700, 0.0, 1 / (1 + np.exp(-z)))


@sigmoid.wrong(
    "two forms for the two sides, and each is computed on both", named="the power overflows"
)
def _(z):
    return np.where(z < 0, np.exp(z) / (1 + np.exp(z)), 1 / (1 + np.exp(-z)))


@sigmoid.wrong("bounded at the wrong end", named="the power overflows")
def _(z):
    return 1 / (1 + np.exp(-np.minimum(z, 700)))


@sigmoid.wrong("bounded far too early")
def _(z):
    return 1 / (1 + np.exp(-np.clip(z, -4, 4)))


@sigmoid.wrong("1 is taken away from, not divided by")
def _(z):
    return 1 - (1 + np.exp(-np.clip(z, -700, 700)))


@sigmoid.wrong("the power stands above the line as well", named="the curve falls")
def _(z):
    e = np.exp(-np.clip(z, -700, 700))
    return e / (1 + e)


@sigmoid.wrong("tanh")
def _(z):
    return np.tanh(z)


@sigmoid.wrong("through tanh, and z is not halved")
def _(z):
    return (1 + np.tanh(z)) / 2


@sigmoid.wrong("through tanh, and 1 is not added")
def _(z):
    return np.tanh(z / 2) / 2


@sigmoid.wrong("a step", named="a step")
def _(z):
    return np.where(z >= 0, 1.0, 0.0)


@sigmoid.wrong("printed, not returned", told="prints something, but returns nothing")
def _(z):
    print(1 / (1 + np.exp(-np.clip(z, -700, 700))))


@sigmoid.wrong("the dots are left in the denominator", told="Replace `...`")
def _(z):
    return 1 / (1 + ...)


@sigmoid.wrong(
    "np.log, as if the base of the natural logarithm were it", named="log instead of exp"
)
def _(z):
    return 1 / (1 + np.log(-z))


@sigmoid.wrong("e is rounded to 2.7", named="a rounded e")
def _(z):
    return 1 / (1 + 2.7 ** -np.clip(z, -700.0, 700.0))


@sigmoid.wrong("rounded to three digits, as in the cell above", named="rounded results")
def _(z):
    return np.round(1 / (1 + np.exp(-np.clip(z, -700, 700))), 3)


@sigmoid.wrong("// is written for /", named="a step")
def _(z):
    return 1 // (1 + np.exp(-np.clip(z, -700, 700)))


@sigmoid.wrong(
    "the values are written into an array of the kind of z, whole numbers for whole ones",
    named="whole numbers only",
)
def _(z):
    result = np.zeros_like(z)
    result[...] = 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    return result


@sigmoid.wrong(
    "np.piecewise, which gives whole numbers for whole numbers", named="whole numbers only"
)
def _(z):
    return np.piecewise(
        z, [z >= 0], [lambda v: 1 / (1 + np.exp(-v)), lambda v: np.exp(v) / (1 + np.exp(v))]
    )


@sigmoid.wrong(
    "np.vectorize, which takes the kind of number from the first result, here the whole 0",
    named="whole numbers only",
)
@np.vectorize
def _(z):
    if z < -700:
        return 0
    return 1 / (1 + math.exp(-z))


@sigmoid.wrong("a list of the values, which fails for one number")
def _(z):
    return np.array([1 / (1 + math.exp(-max(v, -700))) for v in z])


@sigmoid.wrong("a loop over the numbers of a vector, which fails for a matrix too")
def _(z):
    z = np.atleast_1d(z)
    result = np.empty(len(z))
    for i in range(len(z)):
        result[i] = 1 / (1 + math.exp(-max(float(z[i]), -700)))
    return result if len(result) > 1 else float(result[0])


@sigmoid.wrong("the caller's array is bounded in place")
def _(z):
    z[z < -700] = -700
    return 1 / (1 + np.exp(-z))


@sigmoid.wrong("the notebook's zs, whatever z is")
def _(z):
    zs = np.array([-5.0, -3.0, -1.0, 1.0, 3.0])
    return 1 / (1 + np.exp(-zs))


@sigmoid.wrong("the sum of an array is taken first", named="one number for a whole array")
def _(z):
    return 1 / (1 + np.exp(np.minimum(-np.sum(z), 700)))


@sigmoid.wrong(
    "for negative z the other side's value, since only |z| is looked at", named="only the size of z"
)
def _(z):
    return 1 / (1 + np.exp(-np.abs(z)))


@sigmoid.wrong("except OverflowError, which np.exp never raises", named="the power overflows")
def _(z):
    try:
        return 1 / (1 + np.exp(-z))
    except OverflowError:
        return 0.0


@sigmoid.wrong("the softmax of the numbers")
def _(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)


@sigmoid.right("through tanh")
def _(z):
    return (1 + np.tanh(z / 2)) / 2


@sigmoid.right("the exponent has an upper bound of 700")
def _(z):
    return 1 / (1 + np.exp(np.minimum(-z, 700)))


@sigmoid.right("a bound on both sides of z")
def _(z):
    return 1 / (1 + np.e ** -np.clip(z, -700.0, 700.0))


@sigmoid.right("through np.logaddexp")
def _(z):
    return np.exp(-np.logaddexp(0, -z))


@sigmoid.right("two forms that share one power, of -|z|")
def _(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


@sigmoid.right("a loop over all numbers, put back into the shape")
def _(z):
    z = np.asarray(z)
    values = [1 / (1 + math.exp(-max(v, -700.0))) for v in z.ravel().tolist()]
    result = np.array(values).reshape(z.shape)
    return result if z.ndim else float(result)


@sigmoid.right("recursion into the rows of an array")
def values(z):
    if np.ndim(z):
        return np.array([values(row) for row in z])
    return (1 + math.tanh(z / 2)) / 2


@sigmoid.right("np.vectorize with a float for each number")
@functools.partial(np.vectorize, otypes=[float])
def _(z):
    return 0.0 if z < -700 else 1 / (1 + math.exp(-z))


@sigmoid.right("in single precision")
def _(z):
    return np.float32(0.5) + np.tanh(np.float32(0.5) * np.asarray(z, dtype=np.float32)) / 2


sigmoid.right("a lambda", lambda z: np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z))))


class Curve:
    """A sigmoid of any steepness, which can be called."""

    def __init__(self, steepness):
        self.steepness = steepness

    def __call__(self, z):
        return 0.5 + 0.5 * np.tanh(self.steepness / 2 * z)


sigmoid.right("an object that can be called", Curve(1))
sigmoid.right(
    "a partial", functools.partial(lambda limit, z: 1 / (1 + np.exp(np.minimum(-z, limit))), 709)
)
sigmoid.right("toynn's own, imported above the stub", toynn_sigmoid)


@sigmoid.right("the warning is switched off: the task asks for none to appear")
def _(z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-z))


@sigmoid.right("a bound of 30, which changes nothing in the first five digits after 0")
def _(z):
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))


@sigmoid.right("lists of the same shape as the array")
def listed(z):
    return [listed(row) for row in z] if np.ndim(z) else float(toynn_sigmoid(z))


@sigmoid.wrong("an array of one number for a number, where the task asks for a number")
def _(z):
    return np.atleast_1d(toynn_sigmoid(z))


@sigmoid.wrong("half precision, which has three digits, and five are asked for")
def _(z):
    return np.float16(toynn_sigmoid(z))


threshold = Answers("02.threshold")


@threshold.wrong("the minus sign is lost on the way", named="the minus sign is missing")
def _(w, b):
    return b / w


@threshold.wrong("the bias with the other sign, without the weight", named="the weight is ignored")
def _(w, b):
    return np.zeros(np.shape(w)) - b


@threshold.wrong("the fraction is upside down", named="upside down")
def _(w, b):
    return -(w / b)


@threshold.wrong("the weighted sum is set to 0.5, not to 0", named="z is set to one half")
def _(w, b):
    return (1 / 2 - b) / w


@threshold.wrong("it is printed, not returned", told="returns nothing")
def _(w, b):
    print(-b / w)


@threshold.wrong("an if for a negative weight, which cannot decide for an array", told="`np.where`")
def _(w, b):
    if w < 0:
        return b / -w
    return -b / w


@threshold.wrong(
    "the weights are looped over, and one number has no parts", told="this is a number"
)
def _(w, b):
    return [-b / weight for weight in w]


@threshold.wrong("the size of the weight, so that a falling curve is not thought of")
def _(w, b):
    return -b / np.abs(w)


@threshold.right("the minus sign in front of the fraction")
def _(w, b):
    return -(b / w)


@threshold.right("0 minus the bias, by NumPy")
def _(w, b):
    return np.divide(np.subtract(0, b), w)


@threshold.right("the reciprocal of the weight first")
def _(w, b):
    return -b * (1 / w)


@threshold.right("the zero of the straight line through two of its points")
def _(w, b):
    at_0, at_1 = b, w + b
    return at_0 / (at_0 - at_1)


@threshold.right("a list for an array, a number for a number")
def _(w, b):
    if np.ndim(w) == 0:
        return -b / w
    return (-b / np.array(w)).tolist()


dsigmoid = Answers("02.dsigmoid")


@dsigmoid.wrong("the bracket around 1 - a is forgotten", named="0 everywhere")
def _(z):
    a = toynn_sigmoid(z)
    return a * 1 - a


@dsigmoid.wrong("z is taken for a", named="z instead of a")
def _(z):
    return z * (1 - z)


@dsigmoid.wrong("a times 1 - z", named="z instead of a")
def _(z):
    return toynn_sigmoid(z) * (1 - z)


@dsigmoid.wrong("the sigmoid is applied twice", named="the sigmoid applied twice")
def _(z):
    a = toynn_sigmoid(toynn_sigmoid(z))
    return a * (1 - a)


@dsigmoid.wrong("the slope of tanh")
def _(z):
    return 1 - toynn_sigmoid(z) ** 2


@dsigmoid.wrong("1 + a for 1 - a")
def _(z):
    a = toynn_sigmoid(z)
    return a * (1 + a)


@dsigmoid.wrong("the sign is turned: a - 1", named="the sign of the slope")
def _(z):
    a = toynn_sigmoid(z)
    return a * (a - 1)


@dsigmoid.wrong("sigmoid(1 - z) for 1 - sigmoid(z)")
def _(z):
    return toynn_sigmoid(z) * toynn_sigmoid(1 - z)


@dsigmoid.wrong("the sigmoid itself", named="the value instead of the slope")
def _(z):
    return toynn_sigmoid(z)


@dsigmoid.wrong("only the second factor, without a", named="only one of two factors")
def _(z):
    return 1 - toynn_sigmoid(z)


@dsigmoid.wrong("the denominator is not squared", named="only one of two factors")
def _(z):
    e = np.exp(-np.clip(z, -300, 300))
    return e / (1 + e)


@dsigmoid.wrong("^ is written for **")
def _(z):
    a = toynn_sigmoid(z)
    return a - a ^ 2


@dsigmoid.wrong("the rise is divided by one nudge, not by two", named="a factor too much")
def _(z):
    return (toynn_sigmoid(z + 0.001) - toynn_sigmoid(z - 0.001)) / 0.001


@dsigmoid.wrong("the rise alone", named="a factor too much")
def _(z):
    return toynn_sigmoid(z + 0.001) - toynn_sigmoid(z - 0.001)


@dsigmoid.wrong("a nudge of 1", named="the nudge is too coarse")
def _(z):
    return (toynn_sigmoid(z + 1) - toynn_sigmoid(z - 1)) / 2


@dsigmoid.wrong("printed, not returned", told="prints something, but returns nothing")
def _(z):
    a = toynn_sigmoid(z)
    print(f"slope = {a * (1 - a):.3f}")


@dsigmoid.wrong("returned as a text of three digits", told="It should be a number")
def _(z):
    a = toynn_sigmoid(z)
    return f"{a * (1 - a):.3f}"


@dsigmoid.wrong("rounded to three digits", named="rounded results")
def _(z):
    a = toynn_sigmoid(z)
    return np.round(a * (1 - a), 3)


@dsigmoid.wrong("the largest slope, 0.25, everywhere", named="the same slope everywhere")
def _(z):
    return np.full(np.shape(z), 0.25)


@dsigmoid.wrong("times the weight of the greenhouse", named="a factor too much")
def _(z):
    w = 0.5
    a = toynn_sigmoid(z)
    return w * a * (1 - a)


@dsigmoid.wrong("math.exp, which takes one number", named="math.exp takes one number at a time")
def _(z):
    a = 1 / (1 + math.exp(-z))
    return a * (1 - a)


@dsigmoid.wrong("a squared is taken for 2a")
def _(z):
    a = toynn_sigmoid(z)
    return a - 2 * a


@dsigmoid.wrong(
    "the slopes are written into an array of the kind of z, whole numbers for whole ones",
    named="whole numbers only",
)
def _(z):
    slopes = np.zeros_like(z)
    a = toynn_sigmoid(z)
    slopes[...] = a * (1 - a)
    return slopes


@dsigmoid.wrong("NumPy's gradient, which needs a row of neighbours")
def _(z):
    return np.gradient(toynn_sigmoid(z), z)


@dsigmoid.wrong("the dot product in place of the product of each with each")
def _(z):
    a = toynn_sigmoid(z)
    return a @ (1 - a)


@dsigmoid.wrong("the dots are left where 1 - a should be", told="Replace `...`")
def _(z):
    return toynn_sigmoid(z) * ...


@dsigmoid.right("sigmoid(z) times sigmoid(-z)")
def _(z):
    return toynn_sigmoid(z) * toynn_sigmoid(-z)


@dsigmoid.right("a - a squared")
def _(z):
    a = toynn_sigmoid(z)
    return a - a**2


@dsigmoid.right("a quarter less the square of the distance to one half")
def _(z):
    return 0.25 - (toynn_sigmoid(z) - 0.5) ** 2


@dsigmoid.right("the rule of calculus, with the power of -|z|")
def _(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


@dsigmoid.right("through tanh")
def _(z):
    return (1 - np.tanh(z / 2) ** 2) / 4


@dsigmoid.right("through the hyperbolic cosine")
def _(z):
    return 0.25 * np.cosh(np.minimum(np.abs(z), 700) / 2) ** -2.0


@dsigmoid.right("a nudge along the imaginary axis, which is exact")
def _(z):
    nudge = 1e-30
    return np.imag(1 / (1 + np.exp(-(np.abs(z) + 1j * nudge)))) / nudge


@dsigmoid.right("changed in place, in an array of its own")
def _(z):
    a = toynn_sigmoid(z)
    a *= 1 - a
    return a


dsigmoid.right("toynn's derivative, as a bound method", toynn_sigmoid.derivative)
dsigmoid.right("a lambda in single precision", lambda z: np.float32(toynn_sigmoid.derivative(z)))


@dsigmoid.right("np.vectorize over single numbers")
@functools.partial(np.vectorize, otypes=[float])
def _(z):
    e = math.exp(-abs(z))
    return e / (1 + e) ** 2


@dsigmoid.right("a product over the two factors")
def _(z):
    a = np.asarray(toynn_sigmoid(z))
    return np.prod([a, 1 - a], axis=0)


@dsigmoid.right("measured with a small nudge to both sides, right to more than five digits")
def _(z):
    return (toynn_sigmoid(z + 0.001) - toynn_sigmoid(z - 0.001)) / 0.002


@dsigmoid.right("a sigmoid of one's own that warns far from 0, which only 02.sigmoid is about")
def _(z):
    a = 1 / (1 + np.exp(-z))
    return a * (1 - a)


@dsigmoid.wrong(
    "measured with a nudge to one side, right to three or four digits",
    named="the nudge is too coarse",
)
def _(z):
    return (toynn_sigmoid(z + 0.001) - toynn_sigmoid(z)) / 0.001


@dsigmoid.wrong("half precision")
def _(z):
    return np.float16(toynn_sigmoid.derivative(z))


by_hand = Answers("02.by_hand")


def blanks(first, second, z, decision):
    """The dict that the check cell hands in."""
    return {"first": first, "second": second, "z": z, "decision": decision}


by_hand.wrong("b is taken away", blanks(2, -3, -3, 0), named="minus b")
by_hand.wrong("b is forgotten", blanks(2, -3, -1, 0), named="b is forgotten")
by_hand.wrong("the minus of w2 is forgotten", blanks(2, 3, 7, 1), named="the minus of w2")
by_hand.wrong(
    "the minus is forgotten, and the sum is right again",
    blanks(2, 3, 1, 1),
    named="the minus of w2",
)
by_hand.wrong("the inputs are exchanged", blanks(1, -6, -3, 0), named="the inputs are swapped")
by_hand.wrong(
    "the two products are exchanged", blanks(-3, 2, 1, 1), named="the products are swapped"
)
by_hand.wrong("added, not multiplied", blanks(4.5, 0.5, 7, 1), named="added instead of multiplied")
by_hand.wrong(
    "the example of the text is copied", blanks(2, -3, -0.5, 0), named="the z of the example"
)
by_hand.wrong("the decision is turned round", blanks(2, -3, 1, 0), named="the wrong side")
by_hand.wrong(
    "the output in place of the decision",
    blanks(2, -3, 1, 0.731),
    named="the output instead of the decision",
)
by_hand.wrong("the output in place of z", blanks(2, -3, 0.731, 1), named="the output instead of z")
by_hand.wrong(
    "b is forgotten, and z stands in the blank of the decision too",
    blanks(2, -3, -1, -1),
    named="b is forgotten",
)
by_hand.wrong("the bias is in both products", blanks(4, -1, 3, 1), named="b in the products")
by_hand.wrong("the bias multiplies the sum", blanks(2, -3, -2, 0))
by_hand.wrong(
    "the products are subtracted", blanks(2, -3, 7, 1), named="the second product subtracted"
)
by_hand.wrong("4 is divided by 0.5", blanks(8, -3, 7, 1))
by_hand.wrong("the inputs stand in the blanks", blanks(4, 2, 8, 1), named="no product")
by_hand.wrong("the weights stand in the blanks", blanks(0.5, -1.5, 1, 1), named="no product")
by_hand.wrong(
    "w2 x2 is reckoned as -1.5 + 2", blanks(2, 0.5, 4.5, 1), named="added instead of multiplied"
)
by_hand.wrong("a slip by a factor of ten", blanks(2, -30, -26, 0))
by_hand.wrong("the decision in words", blanks(2, -3, 1, "yes"), told="without quotation marks")
by_hand.wrong("no decision", blanks(2, -3, 1, None), told="It should be one number")
by_hand.wrong("nan for z", blanks(2, -3, math.nan, 1), told="ordinary number")
by_hand.wrong(
    "a decimal comma in a text", blanks("2,0", "-3,0", "1,0", 1), told="without quotation marks"
)
by_hand.wrong(
    "the products as pairs", blanks((0.5, 4), (-1.5, 2), 1, 1), told="It should be one number"
)
by_hand.wrong("z is rounded to one half, as if it were the output", blanks(2, -3, 0.5, 1))

by_hand.right("whole numbers", blanks(2, -3, 1, 1))
by_hand.right("floats", blanks(2.0, -3.0, 1.0, 1.0))
by_hand.right("fractions", blanks(Fraction(4, 2), Fraction(-3), Fraction(1), 1))
by_hand.right("decimal numbers", blanks(Decimal("2.0"), Decimal("-3.0"), Decimal("1.0"), 1))
by_hand.right("NumPy scalars", blanks(np.float64(2), np.int64(-3), np.float32(1), np.int8(1)))
by_hand.right("arrays without dimensions", blanks(*map(np.array, (2.0, -3.0, 1.0, 1))))
by_hand.right(
    "computed in Python",
    blanks(0.5 * 4, -1.5 * 2, 0.5 * 4 - 1.5 * 2 + 2, int(0.5 * 4 >= 1.5 * 2 - 2)),
)
by_hand.right("products of arrays", blanks(*(np.array([0.5, -1.5]) * [4, 2]), np.float64(1), 1))
by_hand.right("in another order", {"decision": 1, "z": 1, "second": -3, "first": 2})

by_hand.right("True for the decision, which is 1 in Python", blanks(2, -3, 1, True))
by_hand.wrong("the digits as texts", blanks("2", "-3", "1", "1"), told="without quotation marks")

neuron = Answers("02.neuron")


@neuron.wrong("the bias is forgotten", named="b is forgotten")
def _(x, w, b):
    return toynn_sigmoid(np.dot(w, x))


@neuron.wrong("the bias is taken away", named="minus b")
def _(x, w, b):
    return toynn_sigmoid(np.dot(w, x) - b)


@neuron.wrong("the sigmoid is forgotten", named="z instead of a")
def _(x, w, b):
    return np.dot(w, x) + b


@neuron.wrong("the bias is added after the sigmoid", named="b after the sigmoid")
def _(x, w, b):
    return toynn_sigmoid(np.dot(w, x)) + b


@neuron.wrong("the products are not added up", named="no sum")
def _(x, w, b):
    return toynn_sigmoid(w * x + b)


@neuron.wrong("the bias is added to each product", named="b more than once")
def _(x, w, b):
    return toynn_sigmoid(np.sum(w * x + b))


@neuron.wrong("the bias is added to each weight")
def _(x, w, b):
    return toynn_sigmoid(x @ (w + b))


@neuron.wrong("the mean for the sum")
def _(x, w, b):
    return toynn_sigmoid(np.mean(w * x) + b)


@neuron.wrong("each product goes through the sigmoid on its own")
def _(x, w, b):
    return np.sum(toynn_sigmoid(w * x)) + b


@neuron.wrong("weights and inputs are added", named="added instead of multiplied")
def _(x, w, b):
    return toynn_sigmoid(np.sum(w + x) + b)


@neuron.wrong("written for two inputs", named="two inputs only")
def _(x, w, b):
    return toynn_sigmoid(w[0] * x[0] + w[1] * x[1] + b)


@neuron.wrong("the last input is left out", named="an input is left out")
def _(x, w, b):
    z = b
    for i in range(len(x) - 1):
        z += w[i] * x[i]
    return toynn_sigmoid(z)


@neuron.wrong("the first input is left out", named="an input is left out")
def _(x, w, b):
    z = b
    for i in range(1, len(x)):
        z += w[i] * x[i]
    return toynn_sigmoid(z)


@neuron.wrong(
    "=+ is written for +=, so that the last product remains", named="an input is left out"
)
def _(x, w, b):
    z = 0
    for weight, value in zip(w, x, strict=True):
        z = +weight * value
    return toynn_sigmoid(z + b)


@neuron.wrong("return stands inside the loop", named="an input is left out")
def _(x, w, b):
    z = b
    for weight, value in zip(w, x, strict=True):
        z += weight * value
        return toynn_sigmoid(z)


@neuron.wrong("the bias is added in every round of the loop", named="b more than once")
def _(x, w, b):
    z = 0
    for weight, value in zip(w, x, strict=True):
        z += weight * value + b
    return toynn_sigmoid(z)


@neuron.wrong("the decision in place of the output", named="the decision instead of the output")
def _(x, w, b):
    return 1 if np.dot(w, x) + b >= 0 else 0


@neuron.wrong("tanh for the sigmoid", named="the wrong activation")
def _(x, w, b):
    return np.tanh(np.dot(w, x) + b)


@neuron.wrong("the slope for the output")
def _(x, w, b):
    return toynn_sigmoid.derivative(np.dot(w, x) + b)


@neuron.wrong("printed, not returned", told="prints something, but returns nothing")
def _(x, w, b):
    print(toynn_sigmoid(np.dot(w, x) + b))


@neuron.wrong("the minus sign in a sigmoid of one's own is forgotten", named="the sign of z")
def _(x, w, b):
    return 1 / (1 + np.exp(np.clip(np.dot(w, x) + b, -700, 700)))


@neuron.wrong("the bracket in a sigmoid of one's own is forgotten")
def _(x, w, b):
    return 1 / 1 + np.exp(-(w @ x + b))


@neuron.wrong("minus stands before w @ x only, not before the bias", named="minus b")
def _(x, w, b):
    return 1 / (1 + np.exp(-w @ x + b))


@neuron.wrong("the notebook's total")
def _(x, w, b):
    total = -0.5
    return toynn_sigmoid(total)


@neuron.wrong("the bias of the example, 0.5, whatever b is", named="always the same bias")
def _(x, w, b):
    return toynn_sigmoid(np.dot(w, x) + 0.5)


@neuron.wrong("w times w")
def _(x, w, b):
    return toynn_sigmoid(w @ w + b)


@neuron.wrong("the sigmoid is called a second time", named="the sigmoid twice")
def _(x, w, b):
    return toynn_sigmoid(toynn_sigmoid(np.dot(w, x) + b))


@neuron.wrong("the outer product, whose shape is a table")
def _(x, w, b):
    return toynn_sigmoid(np.outer(w, x) + b)


@neuron.wrong(
    "the inputs are changed in place, which also fails for whole numbers",
    told="changes its argument",
)
def _(x, w, b):
    x *= w
    return toynn_sigmoid(x.sum() + b)


@neuron.wrong("rounded to three digits", named="rounded results")
def _(x, w, b):
    return round(toynn_sigmoid(np.dot(w, x) + b), 3)


@neuron.wrong("the products are cut off to whole numbers of the kind of x")
def _(x, w, b):
    products = np.zeros_like(x)
    for i in range(len(x)):
        products[i] = w[i] * x[i]
    return toynn_sigmoid(products.sum() + b)


@neuron.wrong("two slips: products and bias are both taken away", named="the sign of z")
def _(x, w, b):
    return toynn_sigmoid(-np.dot(w, x) - b)


@neuron.wrong("the parameters stand in another order: b, w, x", named="the order of the arguments")
def _(b, w, x):
    return toynn_sigmoid(np.dot(w, x) + b)


@neuron.right("w @ x")
def _(x, w, b):
    return toynn_sigmoid(w @ x + b)


@neuron.right("a loop that begins at the bias")
def _(x, w, b):
    z = b
    for weight, value in zip(w, x, strict=True):
        z = z + weight * value
    return (1 + math.tanh(z / 2)) / 2


@neuron.right("a toynn Node")
def _(x, w, b):
    return Node(w, b)(x)


@neuron.right("a network of one node")
def _(x, w, b):
    return float(Network([Layer([w], [b])])(x)[0])


@neuron.right("einsum")
def _(x, w, b):
    return toynn_sigmoid(np.einsum("i,i->", x, w) + b)


@neuron.right("the bias as the weight of an input that is always 1")
def _(x, w, b):
    return toynn_sigmoid(np.append(w, b) @ np.append(x, 1))


@neuron.right("functools.reduce")
def _(x, w, b):
    z = functools.reduce(lambda total, pair: total + pair[0] * pair[1], zip(x, w, strict=True), b)
    return toynn_sigmoid(z)


@neuron.right("recursion from the last input to the bias")
def last_first(x, w, b):
    return toynn_sigmoid(b) if len(x) == 0 else last_first(x[:-1], w[:-1], b + x[-1] * w[-1])


@neuron.right("a sum in exact fractions")
def _(x, w, b):
    pairs = zip(np.asarray(x).tolist(), np.asarray(w).tolist(), strict=True)
    return toynn_sigmoid(
        float(sum(Fraction(u) * Fraction(v) for u, v in pairs) + Fraction(float(b)))
    )


@neuron.right("in single precision")
def _(x, w, b):
    z = np.dot(np.float32(w), np.float32(x)) + np.float32(b)
    return np.float32(0.5) * (1 + np.tanh(z / 2))


neuron.right("a lambda with math.fsum", lambda x, w, b: toynn_sigmoid(math.fsum([*(w * x), b])))


@neuron.right("an array without dimensions")
def _(x, w, b):
    return np.array(toynn_sigmoid(np.inner(x, w) + b))


class OneNeuron:
    """A neuron of any activation, which can be called."""

    activation = toynn_sigmoid

    def __call__(self, x, w, b):
        return self.activation(np.vdot(x, w) + b)


neuron.right("an object that can be called", OneNeuron())


@neuron.right("the formula written out, which would warn far from 0")
def _(x, w, b):
    return 1 / (1 + np.exp(-(w @ x + b)))


@neuron.wrong("for lists only, where x and w are arrays: + adds where it should append")
def _(x, w, b):
    return toynn_sigmoid(sum(weight * value for weight, value in zip(w + [b], x + [1])))  # noqa: B905, RUF005


and_gate = Answers("02.and")

and_gate.wrong("the numbers of OR", (4, 4, -2), named="that is OR")
and_gate.wrong("the numbers of NAND", (-4, -4, 6), named="the weights are negative")
and_gate.wrong("the bias has the wrong sign", (4, 4, 6), named="it always says 1")
and_gate.wrong("the threshold in place of the bias", (1, 1, 1.5), named="it always says 1")
and_gate.wrong("no bias", (1, 1, 0), named="it always says 1")
and_gate.wrong(
    "the bias is so small that one input alone reaches 0, which is the answer 1",
    (1, 1, -1),
    named="that is OR",
)
and_gate.wrong(
    "the bias is larger than both weights together", (1, 1, -2.5), named="it always says 0"
)
and_gate.wrong("looks at x1 only", (4, 0, -2), named="one input makes no difference")
and_gate.wrong(
    "one weight reaches the bias alone", (5, 1, -4), named="one input makes no difference"
)
and_gate.wrong(
    "the bias is a little larger than both weights together", (4, 4, -8.1), named="it always says 0"
)
and_gate.wrong("all zero, where every output is 0.5 and so 1", (0, 0, 0), named="it always says 1")
and_gate.wrong("the bias comes first", (-6, 4, 4), named="the weights have opposite signs")
and_gate.wrong("the bias stands in the middle", (4, -6, 4), named="the weights have opposite signs")
and_gate.wrong("always 0", (0, 0, -1), named="it always says 0")
and_gate.wrong("the column of the truth table", (0, 0, 0, 1), told="It should have 3")
and_gate.wrong("a decimal comma, which makes four numbers", (1, 1, -1, 5), told="It should have 3")
and_gate.wrong("the bias is forgotten", (1, 1), told="It should have 3")
and_gate.wrong("texts", ("1", "1", "-1.5"), told="without quotation marks")
and_gate.wrong("None for the bias", (1, 1, None), told="It should be one number")
and_gate.wrong("nan for the bias", (1, 1, math.nan), told="ordinary number")
and_gate.wrong("a set, which has no order", {4, -6}, told="no order")
and_gate.wrong("one text", "4, 4, -6", told="without quotation marks")
and_gate.wrong("a single number", -1.5, told="w1, w2 and b")
and_gate.wrong("the gate as a Python function", lambda x1, x2: x1 and x2, told="call it first")
and_gate.wrong(
    "infinite weights, which cancel to nan", (math.inf, math.inf, -math.inf), told="ordinary number"
)
and_gate.wrong(
    "two slips: the weights are negative and the bias positive, one too small",
    (-1, -1, 1),
    named="the weights are negative",
)
and_gate.wrong(
    "a tenth too far, where z for 1, 1 would be 0 at -4.2",
    (0.1, 4.1, -4.3),
    named="it always says 0",
)

and_gate.right("the usual one", (1, 1, -1.5))
and_gate.right("a list", [4, 4, -6])
and_gate.right("an array", np.array([20.0, 20.0, -30.0]))
and_gate.right("an array of whole numbers", np.array([2, 2, -3]))
and_gate.right("z is exactly 0 for 1, 1, and 0.5 is the answer 1", (1, 1, -2))
and_gate.right("weights that differ much", (0.1, 5, -5.05))
and_gate.right("fractions", (Fraction(1, 3), Fraction(1, 3), Fraction(-1, 2)))
and_gate.right("fractions that add up to exactly 0", (Fraction(1, 3), Fraction(2, 3), Fraction(-1)))
and_gate.right("decimal numbers", (Decimal("0.1"), Decimal("0.2"), Decimal("-0.3")))
and_gate.right(
    "places of the sliders whose sum is 0 in tenths, but not in floats", (0.1, 4.1, -4.2)
)
and_gate.right("other such places of the sliders", (0.3, 1.9, -2.2))
and_gate.right("very large", (1e12, 1e12, -1.5e12))
and_gate.right("so large that the sum of the weights overflows", (1e308, 1e308, -1.5e308))
and_gate.right("NumPy scalars", (np.float32(1), np.int8(1), np.float64(-1.5)))
and_gate.right("a weight just above nothing", (1e-3, 1, -1.0005))

and_gate.right(
    "too small for the output in floats, but z has the right sign", (1e-20, 1e-20, -1.5e-20)
)
and_gate.right("a dict with the three names", {"w1": 1, "w2": 1, "b": -1.5})
and_gate.right("the weights as a pair of their own", ((1, 1), -1.5))
and_gate.right("a node", Node([1, 1], -1.5))
and_gate.right("True for 1", (True, True, -1.5))
and_gate.right("a row of a matrix", np.array([[1, 1, -1.5]]))

or_gate = Answers("02.or")

or_gate.wrong("the numbers of AND", (4, 4, -6), named="that is AND")
or_gate.wrong("the numbers of NAND", (-4, -4, 6), named="the weights are negative")
or_gate.wrong("no bias, where 0, 0 gives 0.5 and so 1", (4, 4, 0), named="it always says 1")
or_gate.wrong("the bias has the wrong sign", (4, 4, 2), named="it always says 1")
or_gate.wrong("the threshold in place of the bias", (1, 1, 0.5), named="it always says 1")
or_gate.wrong("looks at x1 only", (4, 0, -2), named="one input makes no difference")
or_gate.wrong("looks at x2 only", (0, 4, -2), named="one input makes no difference")
or_gate.wrong(
    "one weight does not reach the bias", (4, 1, -2), named="one input makes no difference"
)
or_gate.wrong("the weights are too small for the bias", (0.9, 0.9, -1), named="that is AND")
or_gate.wrong(
    "XOR is tried: the second weight is negative",
    (4, -4, -2),
    named="the weights have opposite signs",
)
or_gate.wrong("always 1", (0, 0, 1), named="it always says 1")
or_gate.wrong("the bias comes first", (-2, 4, 4), named="it always says 1")
or_gate.wrong("the numbers of NOR", (-4, -4, 2), named="the weights are negative")
or_gate.wrong("the column of the truth table", (0, 1, 1, 1), told="It should have 3")
or_gate.wrong("a decimal comma, which makes four numbers", (1, 1, -0, 5), told="It should have 3")
or_gate.wrong("all three are negative", (-1, -1, -0.5), named="it always says 0")
or_gate.wrong("the bias is forgotten", (4, 4), told="It should have 3")
or_gate.wrong("texts", ("1", "1", "-0.5"), told="without quotation marks")
or_gate.wrong("texts with a decimal comma", ("1", "1", "-0,5"), told="without quotation marks")
or_gate.wrong("None for a weight", (None, 1, -0.5), told="It should be one number")
or_gate.wrong("nan for a weight", (1, math.nan, -0.5), told="ordinary number")
or_gate.wrong(
    "all four settings in one list", [(4, 4, -6), (4, 4, -2), (-4, -4, 6)], told="It should have 3"
)
or_gate.wrong("a bias a little above 0", (1, 1, 0.001), named="it always says 1")

or_gate.right("the usual one", (1, 1, -0.5))
or_gate.right("a list", [20, 20, -10])
or_gate.right("an array", np.array([4.0, 4.0, -2.0]))
or_gate.right("z is exactly 0 for one input alone", (1, 1, -1))
or_gate.right("exactly 0 for the smaller weight only", (5, 0.3, -0.3))
or_gate.right("weights that differ a thousand times", (0.001, 1, -0.0005))
or_gate.right("fractions", (Fraction(2, 3), Fraction(1, 7), Fraction(-1, 7)))
or_gate.right("very large", (1e300, 1e300, -1))
or_gate.right("the ends of the sliders", (5, 5, -5))
or_gate.right("the smallest step of the sliders", (5, 5, -0.1))
or_gate.right("decimal numbers", (Decimal(1), Decimal(1), Decimal("-0.5")))
or_gate.right("NumPy scalars", tuple(np.array([1, 1, -0.5], dtype=np.float32)))

nand_gate = Answers("02.nand")

nand_gate.wrong("the numbers of AND", (4, 4, -6), named="the weights are positive")
nand_gate.wrong("the numbers of OR", (4, 4, -2), named="the weights are positive")
nand_gate.wrong("the numbers of NOR", (-4, -4, 2), named="that is NOR")
nand_gate.wrong("the bias is negative too", (-4, -4, -6), named="it always says 0")
nand_gate.wrong("only the bias of AND is turned round", (4, 4, 6), named="it always says 1")
nand_gate.wrong(
    "only the weights of AND are turned round", (-1, -1, -1.5), named="it always says 0"
)
nand_gate.wrong(
    "z is exactly 0 for 1, 1, which is the answer 1", (-1, -1, 2), named="it always says 1"
)
nand_gate.wrong(
    "all the signs of an AND at its limit are turned round",
    (-0.5, -0.5, 1),
    named="it always says 1",
)
nand_gate.wrong("the bias is too large", (-1, -1, 2.5), named="it always says 1")
nand_gate.wrong("the bias is too small for one input", (-2, -2, 1), named="that is NOR")
nand_gate.wrong("no bias", (-4, -4, 0), named="that is NOR")
nand_gate.wrong("looks at x1 only", (-4, 0, 2), named="one input makes no difference")
nand_gate.wrong(
    "XOR is tried: one weight is negative", (-4, 4, 2), named="the weights have opposite signs"
)
nand_gate.wrong("always 1", (0, 0, 1), named="it always says 1")
nand_gate.wrong("all zero", (0, 0, 0), named="it always says 1")
nand_gate.wrong("the bias comes first", (6, -4, -4), named="the weights have opposite signs")
nand_gate.wrong("the column of the truth table", (1, 1, 1, 0), told="It should have 3")
nand_gate.wrong(
    "a decimal comma, which makes four numbers", (-1, -1, 1, 5), told="It should have 3"
)
nand_gate.wrong("texts", ("-1", "-1", "1.5"), told="without quotation marks")
nand_gate.wrong("None for the bias", (-1, -1, None), told="It should be one number")
nand_gate.wrong("nan for a weight", (math.nan, -1, 1.5), told="ordinary number")
nand_gate.wrong("not, as Python has it, of an AND", not (4, 4, -6), told="w1, w2 and b")
nand_gate.wrong(
    "infinite, which cancels to nan", (-math.inf, -math.inf, math.inf), told="ordinary number"
)
nand_gate.wrong(
    "places of the sliders whose sum is 0 in tenths, and a little less in floats",
    (-0.1, -2.2, 2.3),
    named="it always says 1",
)

nand_gate.right("the usual one", (-1, -1, 1.5))
nand_gate.right("a list", [-20, -20, 30])
nand_gate.right("an array", np.array([-4.0, -4.0, 6.0]))
nand_gate.right("AND with every sign turned round", tuple(-number for number in (4, 4, -6)))
nand_gate.right("z is exactly 0 for one input alone", (-1, -1, 1))
nand_gate.right("exactly 0 for one of the two only", (-2.2, -0.1, 2.2))
nand_gate.right("weights that differ much", (-0.1, -5, 5))
nand_gate.right("fractions", (Fraction(-1, 3), Fraction(-1, 3), Fraction(1, 2)))
nand_gate.right("decimal numbers", (Decimal(-1), Decimal(-1), Decimal("1.5")))
nand_gate.right("very large", (-1e12, -1e12, 1.5e12))
nand_gate.right("the bias is just below the limit", (-1, -1, 1.999))
nand_gate.right("NumPy scalars", tuple(np.array([-1, -1, 1.5], dtype=np.float32)))
