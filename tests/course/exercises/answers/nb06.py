"""Answers to the exercises of notebook 06."""

from decimal import Decimal
from fractions import Fraction
from functools import partial
from math import exp, nan
from typing import NamedTuple

import numpy as np

from tests.course.exercises.answers import Answers
from toynn import Layer, Network, backward, forward, numerical_gradient, quadratic, sigmoid

three = Answers("06.three")

# the names of the cell before the blanks
p, target = 0.5, 0.0
w_qp, b_q = 0.6, 0.9
w_rq, b_r = 2.0, -0.4
z_q = w_qp * p + b_q
a_q = sigmoid(z_q)
z_r = w_rq * a_q + b_r
a_r = sigmoid(z_r)


def blanks(delta_r, delta_q, dw_qp):
    """What the cell with the check makes of the three names."""
    return {"delta_r": delta_r, "delta_q": delta_q, "dw_qp": dw_qp}


slope_q, slope_r = a_q * (1 - a_q), a_r * (1 - a_r)
delta_r = (a_r - target) * slope_r
delta_q = w_rq * delta_r * slope_q

three.wrong(
    "the slope of r is forgotten, and so in all that follows",
    blanks(a_r - target, w_rq * (a_r - target) * slope_q, w_rq * (a_r - target) * slope_q * p),
    named="a slope of the sigmoid is missing",
)
three.wrong(
    "the slope of q is forgotten",
    blanks(delta_r, w_rq * delta_r, w_rq * delta_r * p),
    named="a slope of the sigmoid is missing",
)
three.wrong(
    "target minus output",
    blanks(-delta_r, w_rq * -delta_r * slope_q, -delta_r * w_rq * slope_q * p),
    named="the wrong sign",
)
three.wrong(
    "back through the weight in front of q, and not through the one behind it",
    blanks(delta_r, w_qp * delta_r * slope_q, w_qp * delta_r * slope_q * p),
    named="back through the weight in front of q",
)
three.wrong(
    "times the activation of q, where the link ends",
    blanks(delta_r, delta_q, delta_q * a_q),
    named="the activation where the link ends",
)
three.wrong(
    "the delta of r for the weight that leads to q",
    blanks(delta_r, delta_q, delta_r * p),
    named="the delta of r",
)
three.wrong(
    "times the weight and not the input",
    blanks(delta_r, delta_q, delta_q * w_qp),
    named="the weight instead of its input",
)
three.wrong(
    "the slope of r is used for q as well",
    blanks(delta_r, w_rq * delta_r * slope_r, w_rq * delta_r * slope_r * p),
    named="the slope of the sigmoid at another place",
)
three.wrong(
    "z (1 - z) in place of a (1 - a)",
    blanks(
        (a_r - target) * z_r * (1 - z_r),
        w_rq * (a_r - target) * z_r * (1 - z_r) * z_q * (1 - z_q),
        w_rq * (a_r - target) * z_r * (1 - z_r) * z_q * (1 - z_q) * p,
    ),
    named="the slope of the sigmoid at another place",
)
three.wrong(
    "the slope is taken of a and not of z",
    blanks(
        (a_r - target) * sigmoid.derivative(a_r),
        w_rq * (a_r - target) * sigmoid.derivative(a_r) * sigmoid.derivative(a_q),
        w_rq * (a_r - target) * sigmoid.derivative(a_r) * sigmoid.derivative(a_q) * p,
    ),
    named="the slope of the sigmoid at another place",
)
three.wrong(
    "the bracket round 1 - a is forgotten in the slope of q",
    blanks(delta_r, w_rq * delta_r * a_q * 1 - a_q, (w_rq * delta_r * a_q * 1 - a_q) * p),
    named="a forgotten bracket in a (1 - a)",
)
three.wrong(
    "the square is derived without the half, so there is a 2 too many",
    blanks(2 * delta_r, 2 * delta_q, 2 * delta_q * p),
    named="twice as much",
)
three.wrong(
    "the weight is forgotten, and the input 0.5 as well: the two slips cancel in the last",
    blanks(delta_r, delta_r * slope_q, delta_r * slope_q),
    named="the weight between q and r is missing",
)
three.wrong(
    "the cost is given for the delta of r",
    blanks((a_r - target) ** 2 / 2, delta_q, delta_q * p),
    named="the cost itself",
)
three.wrong(
    "the two deltas are exchanged",
    blanks(delta_q, delta_r, delta_q * p),
    named="the two deltas are swapped",
)
three.wrong(
    "the numbers of the network h, o further up",
    blanks(-0.1467, 0.0404, 0.0808),
    named="the network of the section above",
)
three.wrong("two digits after the point", blanks(0.14, 0.05, 0.02), told="give more digits")
three.wrong(
    "decimal commas, which make pairs",
    blanks((0, 1392), (0, 495), (0, 248)),
    told="a decimal point, not a comma",
)  # 0,0495
three.wrong("texts", blanks("0.1392", "0.0495", "0.0248"), told="without quotation marks")
three.wrong(
    "the last blank is left", blanks(delta_r, delta_q, ...), told="Still to fill in: `dw_qp`"
)
three.wrong("what print gives back", blanks(delta_r, delta_q, None), told="`dw_qp` is None")
three.wrong("nan in one place", blanks(delta_r, nan, delta_q * p), told="`delta_q` is nan")
three.wrong("in percent", blanks(13.9223, 4.9534, 2.4767))
three.wrong(
    "a 2 too many in the first, and the weight 2 forgotten in the second: only the first is wrong",
    blanks(2 * delta_r, 2 * delta_r * slope_q, 2 * delta_r * slope_q * p),
    named="twice as much",
)

three.right(  # the task: the last digit may be off by one
    "cut off after four digits, where 0.02477 is rounded up", blanks(0.1392, 0.0495, 0.0247)
)
three.right("another rounding on the way", blanks(0.1392, 0.0496, 0.0249))
three.right("arrays of a single number", blanks(np.array([0.1392]), np.array([[0.0495]]), 0.0248))
three.right("worked out on paper, with four digits", blanks(0.1392, 0.0495, 0.0248))
three.right("each from the rounded one before", blanks(0.1392, 2 * 0.1392 * 0.1779, 0.0495 * 0.5))
three.right(
    "float32, one as an array without axes",
    blanks(np.float32(delta_r), np.array(delta_q, dtype=np.float32), np.float32(delta_q * p)),
)
three.right(
    "fractions",
    blanks(Fraction(1392, 10**4), Fraction("0.0495"), Fraction(delta_q) * Fraction(1, 2)),
)
three.right("decimals", blanks(Decimal("0.1392"), Decimal("0.0495"), Decimal("0.0248")))

network_pqr = Network([Layer([[w_qp]], [b_q]), Layer([[w_rq]], [b_r])])
nudged = numerical_gradient(network_pqr, [[p]], [[target]], quadratic)
three.right(
    "by nudging, with the deltas from the biases",
    blanks(nudged[1].biases.item(), nudged[0].biases.item(), nudged[0].weights.item()),
)
found = backward(network_pqr, forward(network_pqr, [[p]]), [[target]], quadratic)
three.right(
    "out of the arrays of backward",
    blanks(found[1].delta[0, 0], found[0].delta[0, 0], found[0].weights[0, 0]),
)
three.right(
    "six digits",
    blanks(round(delta_r, 6), round(delta_q, 6), round(delta_q * p, 6)),
)


six = Answers("06.six")

# some names that the notebook has by then
inputs, two_targets = np.array([1.0, 0.5]), np.array([1.0, 0.0])
network_222 = Network(
    [
        Layer([[0.9, 1.9], [0.8, -1.2]], [-0.1, -0.3]),
        Layer([[0.5, -1.1], [0.2, 1.2]], [0.3, -0.4]),
    ]
)
passed = forward(network_222, inputs)
gradients = backward(network_222, passed, two_targets, quadratic)
delta_out, a_hidden = gradients[1].delta[0], passed.activations[1][0]


def way_forward(x, W1, b1, W2, b2):
    """The four lines that are given."""
    z_h = W1 @ x + b1
    a_h = sigmoid(z_h)
    z_o = W2 @ a_h + b2
    return z_h, a_h, z_o, sigmoid(z_o)


@six.wrong("the slope is forgotten in delta_o", named="no slope of the sigmoid at the output")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = a_o - y
    through_o1 = W2[0] * delta_o[0]
    through_o2 = W2[1] * delta_o[1]
    delta_h = (through_o1 + through_o2) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("target minus output", named="the wrong sign")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (y - a_o) * a_o * (1 - a_o)
    through_o1 = W2[0] * delta_o[0]
    through_o2 = W2[1] * delta_o[1]
    delta_h = (through_o1 + through_o2) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong(
    "the bracket round output minus target is forgotten", named="a forgotten bracket around a_o - y"
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = a_o - y * a_o * (1 - a_o)
    through_o1 = W2[0] * delta_o[0]
    through_o2 = W2[1] * delta_o[1]
    delta_h = (through_o1 + through_o2) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("columns of W2 in place of rows", named="a column of W2 instead of a row")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    through_o1 = W2[:, 0] * delta_o[0]
    through_o2 = W2[:, 1] * delta_o[1]
    delta_h = (through_o1 + through_o2) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("the rows of W1 are used on the way back", named="back through W1")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    through_o1 = W1[0] * delta_o[0]
    through_o2 = W1[1] * delta_o[1]
    delta_h = (through_o1 + through_o2) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("each path takes the deltas of both outputs", named="each path takes both deltas")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    through_o1 = W2[0] * delta_o
    through_o2 = W2[1] * delta_o
    delta_h = (through_o1 + through_o2) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong(
    "the line for o1 was copied, and one index left as it was",
    named="an index of 0 in the path through o2",
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    through_o1 = W2[0] * delta_o[0]
    through_o2 = W2[1] * delta_o[0]
    delta_h = (through_o1 + through_o2) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("outputs counted from 1", told="they are counted from 0")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    through_o1 = W2[1] * delta_o[1]
    through_o2 = W2[2] * delta_o[2]
    delta_h = (through_o1 + through_o2) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong(
    "the slope of the hidden nodes is forgotten",
    named="no slope of the sigmoid at the hidden nodes",
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] + W2[1] * delta_o[1]
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong(
    "the bracket round the sum of the paths is forgotten",
    named="a forgotten bracket around the sum",
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    through_o1 = W2[0] * delta_o[0]
    through_o2 = W2[1] * delta_o[1]
    delta_h = through_o1 + through_o2 * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("the paths are multiplied", named="the paths are not added")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0]) * (W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("the mean of the paths in place of the sum", named="the paths are not added")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) / 2 * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("the path through o2 is forgotten in the sum", named="one path only")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    through_o1 = W2[0] * delta_o[0]
    delta_h = through_o1 * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong(
    "outer with its two arguments exchanged, for both layers", named="rows and columns are swapped"
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(x, delta_h), delta_h, np.outer(a_h, delta_o), delta_o


@six.wrong(
    "delta times activation number by number, where a table is needed", named="number by number"
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return delta_h * x, delta_h, delta_o * a_h, delta_o


@six.wrong(
    "the activation has the letter of the delta, as in the article", named="a_j instead of a_k"
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h * x, [1, 1]), delta_h, np.outer(delta_o * a_h, [1, 1]), delta_o


@six.wrong(
    "for the first layer the hidden activations, in place of the inputs",
    named="the activation where the link ends",
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, a_h), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong(
    "for the second layer the outputs, in place of what was passed into it",
    named="the activation where the link ends",
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_o), delta_o


@six.wrong(
    "the derivative is taken of a in place of z, in both layers",
    named="the slope at a instead of z",
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * sigmoid.derivative(a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * sigmoid.derivative(a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("a matrix product without the transpose", named="a column of W2 instead of a row")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2 @ delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("the matrix product is divided among the outputs, and the transpose is missing")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o) / len(y)
    delta_h = W2 @ delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("the cost is taken as a mean over the outputs", named="a factor of 2")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o) / len(y)
    delta_h = W2.T @ delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("a 2 too many, from a square without the half", named="a factor of 2")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = 2 * (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("@ in place of * in delta_o, which leaves one number", named="one delta for two outputs")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) @ (a_o * (1 - a_o))
    through_o1 = W2[0] * delta_o[0]
    through_o2 = W2[1] * delta_o[1]
    delta_h = (through_o1 + through_o2) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong(
    "dot in place of outer, which leaves one number",
    told="is a single number. It should be an array of shape (2, 2)",
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.dot(delta_h, x), delta_h, np.dot(delta_o, a_h), delta_o


@six.wrong("the blank of the path through o2 is left", told="Replace `...`")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    through_o1 = W2[0] * delta_o[0]
    through_o2 = ...
    delta_h = (through_o1 + through_o2) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("the last blank is left", told="Replace `...`")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    dW2 = np.outer(delta_o, a_h)
    dW1 = ...
    return dW1, delta_h, dW2, delta_o


@six.wrong("delta_out of the cell above in place of delta_o", named="delta_o is always the same")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, _ = way_forward(x, W1, b1, W2, b2)
    delta_o = delta_out
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("the notebook's a_hidden and inputs in the last two blanks")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, inputs), delta_h, np.outer(delta_o, a_hidden), delta_o


@six.wrong("two signs: target minus output, taken back for the hidden layer only")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (y - a_o) * a_o * (1 - a_o)
    delta_h = -(W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("two slips: exchanged paths, and the hidden slope squared")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[1] + W2[1] * delta_o[0]) * (a_h * (1 - a_h)) ** 2
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong("the slope is worked out in place, so that a_h is no longer there for dW2")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    slope = a_h
    slope *= 1 - a_h
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * slope
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong(
    "the paths are worked out in the rows of W2, which changes the weights of the caller",
    told="changes its argument `W2`",
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    through_o1 = W2[0]
    through_o1 *= delta_o[0]
    through_o2 = W2[1]
    through_o2 *= delta_o[1]
    delta_h = (through_o1 + through_o2) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.wrong(
    "the step for W2 is made first, and the way back goes through the new weights",
    named="W2 was updated too early",
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    dW2 = np.outer(delta_o, a_h)
    W2 = W2 - dW2
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, dW2, delta_o


@six.wrong("three digits only")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = ((a_o - y) * a_o * (1 - a_o)).round(3)
    delta_h = ((W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)).round(3)
    return np.outer(delta_h, x).round(3), delta_h, np.outer(delta_o, a_h).round(3), delta_o


@six.wrong(
    "tables filled in zeros_like of the inputs' kind, which is int for whole inputs",
    named="cut to whole numbers",
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    dW1, dW2 = np.zeros_like(W1, dtype=x.dtype), np.zeros_like(W2, dtype=float)
    for j in range(2):
        for k in range(2):
            dW1[j, k] = delta_h[j] * x[k]
            dW2[j, k] = delta_o[j] * a_h[k]
    return dW1, delta_h, dW2, delta_o


@six.wrong("a delta for targets of 0 and 1 only", named="only for targets of 0 or 1")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = np.where(y == 1, a_o - 1, a_o) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.right("the transposed matrix adds the paths up")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2.T @ delta_o * a_h * (1 - a_h)
    return delta_h[:, None] * x, delta_h, delta_o[:, None] * a_h, delta_o


@six.right("einsum, with the letters j and k")
def _(x, y, W1, b1, W2, b2):
    z_h, a_h, z_o, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = np.einsum("j,j->j", a_o - y, sigmoid.derivative(z_o))
    delta_h = np.einsum("jk,j,k->k", W2, delta_o, sigmoid.derivative(z_h))
    dW2 = np.einsum("j,k->jk", delta_o, a_h)
    dW1 = np.einsum("j,k->jk", delta_h, x)
    return dW1, delta_h, dW2, delta_o


@six.right("comprehensions, number by number")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = [(a - t) * a * (1 - a) for a, t in zip(a_o, y, strict=True)]
    delta_h = [
        a_h[k] * (1 - a_h[k]) * sum(W2[j][k] * delta_o[j] for j in range(2)) for k in range(2)
    ]
    dW2 = np.array([[d * a for a in a_h] for d in delta_o])
    dW1 = np.array([[d * a for a in x] for d in delta_h])
    return dW1, np.array(delta_h), dW2, np.array(delta_o)


@six.right("toynn's backward")
def _(x, y, W1, b1, W2, b2):
    network = Network([Layer(W1, b1), Layer(W2, b2)])
    hidden, output = backward(network, forward(network, [x]), [y], quadratic)
    return hidden.weights, hidden.biases, output.weights, output.biases


@six.right("the sample as a column, and the deltas flat again at the end")
def _(x, y, W1, b1, W2, b2):
    x, y, b1, b2 = (np.reshape(each, (2, 1)) for each in (x, y, b1, b2))
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2.T @ delta_o * a_h * (1 - a_h)
    return delta_h @ x.T, delta_h.ravel(), delta_o @ a_h.T, delta_o.ravel()


@six.right("no calculus: a step into the complex numbers, which is exact")
def _(x, y, W1, b1, W2, b2):
    numbers = [np.asarray(each, dtype=complex) for each in (W1, b1, W2, b2)]

    def cost_now():
        W1, b1, W2, b2 = numbers
        a_h = 1 / (1 + np.exp(-(W1 @ x + b1)))
        a_o = 1 / (1 + np.exp(-(W2 @ a_h + b2)))
        return ((a_o - y) ** 2).sum() / 2

    slopes = []
    for i, each in enumerate(numbers):
        slopes.append(np.empty(each.shape))
        for place in np.ndindex(each.shape):
            numbers[i] = each.copy()
            numbers[i][place] += 1e-20j
            slopes[i][place] = cost_now().imag / 1e-20
        numbers[i] = each
    return tuple(slopes)


class WayBack:
    """A function that is an object, and keeps its rule for one layer."""

    def layer(self, delta, a):
        return np.multiply.outer(delta, a)

    def __call__(self, x, y, W1, b1, W2, b2):
        z_h, a_h, z_o, a_o = way_forward(x, W1, b1, W2, b2)
        delta_o = (a_o - y) * sigmoid.derivative(z_o)
        delta_h = delta_o @ W2 * sigmoid.derivative(z_h)
        return [self.layer(delta_h, x), delta_h, self.layer(delta_o, a_h), delta_o]


six.right("a callable object that gives a list", WayBack())


def back_with(slope, x, y, W1, b1, W2, b2):
    """The way back with any slope that can be told from the activation."""
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * slope(a_o)
    through = W2 * delta_o[:, np.newaxis]
    delta_h = through.sum(axis=0) * slope(a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@six.right("by nudging, which is exact enough")
def _(x, y, W1, b1, W2, b2):
    network = Network([Layer(W1, b1), Layer(W2, b2)])
    hidden, output = numerical_gradient(network, [x], [y], quadratic)
    return hidden.weights, hidden.biases, output.weights, output.biases


@six.right("float32 throughout, and lists of lists")
def _(x, y, W1, b1, W2, b2):
    x, y, W1, b1, W2, b2 = (np.asarray(each, np.float32) for each in (x, y, W1, b1, W2, b2))
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2.T @ delta_o * a_h * (1 - a_h)
    dW1, dW2 = np.outer(delta_h, x), np.outer(delta_o, a_h)
    return dW1.tolist(), delta_h.tolist(), dW2.tolist(), delta_o.tolist()


six.right("functools.partial", partial(back_with, lambda a: a * (1 - a)))


backprop = Answers("06.backprop")


@backprop.wrong("the derivative by x is forgotten", named="dx is missing")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


@backprop.wrong(
    "the transpose is forgotten in the sum over the paths to x",
    named="a row of W1 instead of a column",
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1 @ delta_h


@backprop.wrong(
    "the sum over the paths to x along the wrong axis", named="a row of W1 instead of a column"
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    dx = (W1 * delta_h[:, None]).sum(axis=1)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, dx


@backprop.wrong("the path to x through h1 only", named="one path to x only")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1[0] * delta_h[0]


@backprop.wrong("by x, times a slope that the inputs do not have", named="a slope at the inputs")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    dx = W1.T @ delta_h * x * (1 - x)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, dx


@backprop.wrong(
    "the bias of the second layer is forgotten on the way forward",
    named="a bias is missing on the way forward",
)
def _(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h


@backprop.wrong(
    "both biases are forgotten on the way forward", named="a bias is missing on the way forward"
)
def _(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x)
    a_o = sigmoid(W2 @ a_h)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h


@backprop.wrong(
    "the inputs in front of W1, which takes it as if it were transposed", named="x in front of W1"
)
def _(x, y, W1, b1, W2, b2):
    a_h = sigmoid(x @ W1 + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h


@backprop.wrong("no sigmoid at the output", named="no sigmoid at the output")
def _(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = W2 @ a_h + b2
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h


@backprop.wrong(
    "the slope of the output is forgotten", named="no slope of the sigmoid at the output"
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = a_o - y
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h


@backprop.wrong(
    "the slope of the hidden nodes is forgotten",
    named="no slope of the sigmoid at the hidden nodes",
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2.T @ delta_o
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h


@backprop.wrong("target minus output", named="the wrong sign")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (y - a_o) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h


@backprop.wrong(
    "the hidden delta through W1, the matrix in front of the hidden nodes", named="back through W1"
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W1[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h


@backprop.wrong("the column of W2.T times the row of slopes makes a table", named="a matrix for b1")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2.T * delta_o * a_h * (1 - a_h)
    return delta_h * x, delta_h, delta_o * a_h, delta_o, W1.T @ delta_h


@backprop.wrong("outer with its two arguments exchanged", named="rows and columns are swapped")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(x, delta_h), delta_h, np.outer(a_h, delta_o), delta_o, W1.T @ delta_h


@backprop.wrong("by W1, delta times inputs number by number", named="number by number")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return delta_h * x, delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h


@backprop.wrong(
    "the derivatives come from the back to the front", named="the derivatives in another order"
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_o, a_h), delta_o, np.outer(delta_h, x), delta_h, W1.T @ delta_h


@backprop.wrong("weights first, then biases", named="the derivatives in another order")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), np.outer(delta_o, a_h), delta_h, delta_o, W1.T @ delta_h


@backprop.wrong(
    "all five printed, and none given back", told="prints something, but returns nothing"
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    print(np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h)


@backprop.wrong("^ in place of ** in the slope", told="bitwise_xor")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * (a_o - a_o ^ 2)
    delta_h = W2[0] * delta_o * (a_h - a_h ^ 2)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h


@backprop.wrong(
    "the cost is differentiated as a cross-entropy, where the slope cancels, and halved"
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) / 2
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h


@backprop.wrong("a copy of the exercise before, with two outputs", named="a second output")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    through_o1 = W2[0] * delta_o[0]
    through_o2 = W2[1] * delta_o[1]
    delta_h = (through_o1 + through_o2) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h


network_221 = Network([Layer([[0.9, 1.9], [0.8, -1.2]], [-0.1, -0.3]), Layer([[0.5, -1.1]], [0.3])])


@backprop.wrong("the network of the notebook in place of the weights that are handed over")
def _(x, y, W1, b1, W2, b2):
    hidden, output = backward(network_221, forward(network_221, [x]), [y], quadratic)
    dx = W1.T @ hidden.biases
    return hidden.weights, hidden.biases, output.weights, output.biases, dx


@backprop.wrong("the numbers of the table, with four digits", named="delta_o is always the same")
def _(x, y, W1, b1, W2, b2):
    return (
        np.array([[-0.0070, -0.0035], [0.0305, 0.0152]]),
        np.array([-0.0070, 0.0305]),
        np.array([[-0.0947, -0.0528]]),
        np.array([-0.1112]),
        np.array([0.0181, -0.0499]),
    )


@backprop.wrong(
    "by x as one number, the sum over both inputs",
    told="is a single number. It should be an array of shape (2,)",
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    dx = (W1.T @ delta_h).sum()
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, dx


@backprop.wrong("all in one array of eleven numbers", told="gives 11 values. It should be 5")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    five = np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h
    return np.concatenate([each.ravel() for each in five])


@backprop.wrong(
    "the step for W1 is made before the derivative by x is found", named="W1 was updated too early"
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    dW1, dW2 = np.outer(delta_h, x), np.outer(delta_o, a_h)
    W1 = W1 - dW1
    return dW1, delta_h, dW2, delta_o, W1.T @ delta_h


@backprop.wrong("two slips: no output slope, and W1 @ delta without the transpose")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = a_o - y
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1 @ delta_h


@backprop.wrong("two signs that cancel behind the output: y - a, and minus on the way back")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (y - a_o) * a_o * (1 - a_o)
    delta_h = -W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h


@backprop.wrong(
    "results in zeros_like(x), which are whole numbers for whole inputs",
    named="cut to whole numbers",
)
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    dx = np.zeros_like(x)
    for k in range(2):
        dx[k] = sum(W1[j, k] * delta_h[j] for j in range(2))
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, dx


@backprop.wrong("nudged far, by 0.1, and to one side")
def _(x, y, W1, b1, W2, b2):
    def cost(x, W1, b1, W2, b2):
        a_o = way_forward(x, W1, b1, W2, b2)[-1]
        return ((a_o - y) ** 2).sum() / 2

    slopes, values = [], [np.array(each, dtype=float) for each in (x, W1, b1, W2, b2)]
    for i, value in enumerate(values):
        slope = np.empty(value.shape)
        for place in np.ndindex(value.shape):
            nudged = value.copy()
            nudged[place] += 0.1
            there = [*values[:i], nudged, *values[i + 1 :]]
            slope[place] = (cost(*there) - cost(*values)) / 0.1
        slopes.append(slope)
    return (*slopes[1:], slopes[0])


@backprop.wrong("the delta of the output is added to the bias that is handed over")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    db2 = b2
    db2 += delta_o
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), db2, W1.T @ delta_h


@backprop.wrong("works for a target of 1 only", named="only for targets of 0 or 1")
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - 1) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h


@backprop.wrong(
    "flat: by W2 two numbers in a row, by b2 a plain number",
    told="It should be an array of shape (1, 2)",
)  # the task says the shape
def _(x, y, W1, b1, W2, b2):
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = ((a_o - y) * a_o * (1 - a_o)).item()
    delta_h = W2[0] * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, delta_o * a_h, delta_o, W1.T @ delta_h


@backprop.right("float32 throughout, and lists of lists")
def _(x, y, W1, b1, W2, b2):
    x, y, W1, b1, W2, b2 = (np.asarray(each, np.float32) for each in (x, y, W1, b1, W2, b2))
    _, a_h, _, a_o = way_forward(x, W1, b1, W2, b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2.T @ delta_o * a_h * (1 - a_h)
    five = np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1.T @ delta_h
    return [each.tolist() for each in five]


@backprop.right("the four equations, with columns")
def _(x, y, W1, b1, W2, b2):
    x, b1 = x.reshape(2, 1), b1.reshape(2, 1)
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2.T @ delta_o * a_h * (1 - a_h)
    dx = W1.T @ delta_h
    return delta_h @ x.T, delta_h[:, 0], delta_o @ a_h.T, delta_o[0], dx.flatten()


@backprop.right("samples as rows, as toynn has them")
def _(x, y, W1, b1, W2, b2):
    X = np.atleast_2d(x)
    A = sigmoid(X @ W1.T + b1)
    out = sigmoid(A @ W2.T + b2)
    D2 = (out - y) * out * (1 - out)
    D1 = D2 @ W2 * A * (1 - A)
    return D1.T @ X, D1.sum(axis=0), D2.T @ A, D2.sum(axis=0), (D1 @ W1)[0]


@backprop.right("toynn's backward, with a layer of ones and zeros in front for the inputs")
def _(x, y, W1, b1, W2, b2):
    front = Layer(np.eye(2), [0, 0], "identity")
    network = Network([front, Layer(W1, b1), Layer(W2, b2)])
    first, hidden, output = backward(network, forward(network, [x]), [y], quadratic)
    return hidden.weights, hidden.biases, output.weights, output.biases, first.biases


@backprop.right("plain numbers and math.exp, made arrays at the end")
def _(x, y, W1, b1, W2, b2):
    a_h = [1 / (1 + exp(-(W1[j][0] * x[0] + W1[j][1] * x[1] + b1[j]))) for j in (0, 1)]
    a_o = 1 / (1 + exp(-(W2[0][0] * a_h[0] + W2[0][1] * a_h[1] + b2[0])))
    delta_o = (a_o - y[0]) * a_o * (1 - a_o)
    delta_h = [W2[0][k] * delta_o * a_h[k] * (1 - a_h[k]) for k in (0, 1)]
    five = (
        [[delta_h[j] * x[k] for k in (0, 1)] for j in (0, 1)],
        delta_h,
        [[delta_o * a_h[k] for k in (0, 1)]],
        [delta_o],
        [W1[0][k] * delta_h[0] + W1[1][k] * delta_h[1] for k in (0, 1)],
    )
    return tuple(map(np.array, five))


class Five(NamedTuple):
    """The derivatives in their order."""

    by_first_weights: np.ndarray
    by_first_biases: np.ndarray
    by_second_weights: np.ndarray
    by_second_biases: np.ndarray
    by_inputs: np.ndarray


@backprop.right("a tuple whose places have names")
def _(x, y, W1, b1, W2, b2):
    z_h, a_h, z_o, a_o = way_forward(x, W1, b1, W2, b2)
    db2 = (a_o - y) * sigmoid.derivative(z_o)
    db1 = (db2 @ W2) * sigmoid.derivative(z_h)
    return Five(
        by_inputs=db1 @ W1,
        by_first_biases=db1,
        by_second_biases=db2,
        by_first_weights=np.outer(db1, x),
        by_second_weights=np.outer(db2, a_h),
    )


@backprop.right("one function for any number of layers, which calls itself")
def _(x, y, W1, b1, W2, b2):
    def through(a, layers):
        if not layers:
            return [], a - y
        (W, b), *rest = layers
        out = sigmoid(W @ a + b)
        behind, slope = through(out, rest)
        delta = slope * out * (1 - out)
        return [np.outer(delta, a), delta, *behind], W.T @ delta

    found, dx = through(np.asarray(x), [(W1, b1), (W2, b2)])
    return [*found, dx]


backprop.right(
    "a lambda with names that it gives on the way",
    lambda x, y, W1, b1, W2, b2: (
        (a_h := sigmoid(W1 @ x + b1)),
        (a_o := sigmoid(W2 @ a_h + b2)),
        (d2 := (a_o - y) * a_o * (1 - a_o)),
        (d1 := W2.T @ d2 * a_h * (1 - a_h)),
        np.outer(d1, x),
        d1,
        np.outer(d2, a_h),
        d2,
        W1.T @ d1,
    )[4:],
)


@backprop.right("every product of slopes along every path, with nothing kept")
def _(x, y, W1, b1, W2, b2):
    z_h, a_h, z_o, a_o = way_forward(x, W1, b1, W2, b2)
    to_cost = (a_o - y)[:, None] * np.diag(sigmoid.derivative(z_o))
    h_to_cost = (to_cost @ W2 @ np.diag(sigmoid.derivative(z_h)))[0]
    dW1 = np.vstack([h_to_cost[0] * x, h_to_cost[1] * x])
    dx = np.einsum("j,jk->k", h_to_cost, W1)
    return dW1, h_to_cost, to_cost[0] * a_h[None, :], to_cost[0], dx
