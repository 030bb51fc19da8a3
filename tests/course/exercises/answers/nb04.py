# ruff: noqa: RET503
"""Answers to the exercises of notebook 04."""

import math
import operator
from decimal import Decimal
from fractions import Fraction
from functools import reduce

import numpy as np

from tests.course.exercises.answers import Answers
from toynn import absolute, binary_cross_entropy, quadratic, sigmoid


def quadratic_cost(a, y):
    """As the notebook defines it."""
    return (a - y) ** 2 / 2


# The notebook's globals of these names, as its cells leave them.
outputs_of_notebook = np.array([[0.8, 0.4], [0.3, 0.6], [0.8, 0.4], [0.3, 0.6]])
targets_of_notebook = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]])


sample = Answers("04.sample")


@sample.wrong("the outputs are not added up", named="one number for each output")
def _(a, y):
    return (a - y) ** 2 / 2


@sample.wrong("the half is forgotten", named="the half is missing")
def _(a, y):
    return np.sum((a - y) ** 2)


@sample.wrong("the mean over the outputs in place of the sum", named="the mean over the outputs")
def _(a, y):
    return np.mean((a - y) ** 2 / 2)


@sample.wrong("the square is forgotten", named="added up before squaring")
def _(a, y):
    return np.sum(a - y) / 2


@sample.wrong("the sum is squared, and not each difference", named="added up before squaring")
def _(a, y):
    return np.sum(a - y) ** 2 / 2


@sample.wrong("the absolute cost", named="the absolute cost")
def _(a, y):
    return np.sum(np.abs(a - y))


@sample.wrong("^ for the power", named="^ is not a power")
def _(a, y):
    return np.sum((a - y) ^ 2) / 2


@sample.wrong("the bracket around a - y is forgotten", named="squared before subtracting")
def _(a, y):
    return np.sum(a - y**2) / 2


@sample.wrong("printed and not returned", told="prints something, but returns nothing")
def _(a, y):
    print(np.sum((a - y) ** 2) / 2)


@sample.wrong("// for /")
def _(a, y):
    return np.sum((a - y) ** 2) // 2


@sample.wrong("times 2 in place of halved")
def _(a, y):
    return 2 * np.sum((a - y) ** 2)


@sample.wrong("the length of the difference: a root too many, and no half")
def _(a, y):
    return np.linalg.norm(a - y)


@sample.wrong("written for exactly two outputs")
def _(a, y):
    return (a[0] - y[0]) ** 2 / 2 + (a[1] - y[1]) ** 2 / 2


@sample.wrong("the last output is left out", named="some outputs are left out")
def _(a, y):
    total = 0
    for i in range(len(a) - 1):
        total += (a[i] - y[i]) ** 2 / 2
    return total


@sample.wrong("returned inside the loop, after the first output", named="some outputs are left out")
def _(a, y):
    total = 0
    for one, target in zip(a, y, strict=True):
        total += (one - target) ** 2 / 2
        return total


@sample.wrong("the total is begun again for each output", named="some outputs are left out")
def _(a, y):
    for one, target in zip(a, y, strict=True):
        total = 0
        total += (one - target) ** 2 / 2
    return total


@sample.wrong("an ellipsis is left in the expression", told="Replace `...` with your answer")
def _(a, y):
    return np.sum((a - y) ** 2) / ...


@sample.wrong("the targets are added")
def _(a, y):
    return np.sum((a + y) ** 2) / 2


@sample.wrong("the differences are written into the argument", told="changes its argument")
def _(a, y):
    a -= y
    return np.sum(a**2) / 2


@sample.wrong(
    "a mean in place of half of the sum, which is the same for two outputs",
    named="the mean over the outputs",
)
def _(a, y):
    return np.mean((a - y) ** 2)


@sample.wrong(
    "the squares are collected in an array of the kind of the targets, which may be whole numbers"
)
def _(a, y):
    squares = np.zeros_like(y)
    for i in range(len(y)):
        squares[i] = (a[i] - y[i]) ** 2
    return squares.sum() / 2


@sample.wrong("rounded to two digits")
def _(a, y):
    return round(float(np.sum((a - y) ** 2) / 2), 2)


@sample.wrong(
    "an array of shape (1,), where the text says a single number",
    named="one number for each output",
)
def _(a, y):
    return np.sum((a - y) ** 2, keepdims=True) / 2


@sample.wrong("a² - y² in place of (a - y)²", named="squared before subtracting")
def _(a, y):
    return (np.sum(a**2) - np.sum(y**2)) / 2


@sample.right("a scalar product of the difference with itself")
def _(a, y):
    return (a - y) @ (a - y) / 2


@sample.right("through the length of the difference")
def _(a, y):
    return np.linalg.norm(np.subtract(a, y)) ** 2 / 2


@sample.right("einsum")
def _(a, y):
    return np.einsum("i,i->", a - y, a - y) / 2


@sample.right("a generator expression and fsum")
def _(a, y):
    return math.fsum(0.5 * (one - target) ** 2 for one, target in zip(a, y, strict=True))


@sample.right("recursion, one output at a time")
def _(a, y):
    def cost(i):
        return 0 if i == len(a) else (a[i] - y[i]) ** 2 / 2 + cost(i + 1)

    return cost(0)


sample.right("toynn's own quadratic cost", quadratic)
sample.right("a lambda with the notebook's function", lambda a, y: quadratic_cost(a, y).sum())
sample.right(
    "reduce",
    lambda a, y: reduce(
        lambda c, pair: c + (pair[0] - pair[1]) ** 2 / 2, zip(a, y, strict=True), 0.0
    ),
)


@sample.right("an array without dimensions")
def _(a, y):
    return np.array(np.sum((a - y) ** 2) / 2)


@sample.right("multiplied out")
def _(a, y):
    return np.sum(a * a) / 2 - np.sum(a * y) + np.sum(y * y) / 2


@sample.right("half of the mean, times the number of outputs")
def _(a, y):
    return np.mean((y - a) ** 2) * len(a) / 2


@sample.right("in single precision")
def _(a, y):
    return np.sum((a - y).astype(np.float32) ** 2) / np.float32(2)


slope = Answers("04.slope")


@slope.wrong("the other way round", named="the sign")
def _(a, y):
    return y - a


@slope.wrong("added up over the outputs", named="one number for all outputs")
def _(a, y):
    return np.sum(a - y)


@slope.wrong("the cost in place of its derivative", named="a slope without a sign")
def _(a, y):
    return (a - y) ** 2 / 2


@slope.wrong("the 2 from the square is kept", named="a factor in front")
def _(a, y):
    return 2 * (a - y)


@slope.wrong("halved, and the 2 from the square forgotten", named="a factor in front")
def _(a, y):
    return (a - y) / 2


@slope.wrong("the mean output in place of each")
def _(a, y):
    return np.mean(a) - y


@slope.wrong("divided by the number of outputs")
def _(a, y):
    return (a - y) / len(a)


@slope.wrong("the slope of the absolute cost", named="the slope of the absolute cost")
def _(a, y):
    return np.sign(a - y)


@slope.wrong("without its sign", named="a slope without a sign")
def _(a, y):
    return np.abs(a - y)


@slope.wrong("times the slope of the sigmoid as well")
def _(a, y):
    return (a - y) * a * (1 - a)


@slope.wrong("the cost over the difference: the half stays, and nan where the output is right")
def _(a, y):
    return quadratic_cost(a, y) / (a - y)


@slope.wrong("printed and not returned", told="prints something, but returns nothing")
def _(a, y):
    print(a - y)


@slope.wrong("the output of the first node only", named="one number for all outputs")
def _(a, y):
    return a[0] - y[0]


@slope.wrong("the derivative by the target", named="the sign")
def _(a, y):
    return -(a - y)


@slope.wrong("the difference of neighbouring costs")
def _(a, y):
    return np.diff(quadratic_cost(a, y))


@slope.wrong("a nudge to one side only, and a wide one")
def _(a, y):
    return (quadratic_cost(a + 0.1, y) - quadratic_cost(a, y)) / 0.1


@slope.wrong("the output moved already: a step in place of the slope")
def _(a, y):
    return a - (a - y)


@slope.wrong("the slope is written into the argument", told="changes its argument")
def _(a, y):
    a -= y
    return a


@slope.wrong("collected in an array of the kind of the outputs, which may be whole numbers")
def _(a, y):
    slopes = np.zeros_like(a)
    for i in range(len(a)):
        slopes[i] = a[i] - y[i]
    return slopes


@slope.wrong("an ellipsis is left in the expression", told="Replace `...` with your answer")
def _(a, y):
    return ... * (a - y)


@slope.wrong("texts in place of numbers", told="is the text '-0.20'")
def _(a, y):
    return [f"{difference:.2f}" for difference in a - y]


@slope.wrong("the length of the slope", named="one number for all outputs")
def _(a, y):
    return math.sqrt(np.sum((a - y) ** 2))


slope.wrong(
    "the derivative of the absolute cost, from toynn",
    absolute.derivative,
    named="the slope of the absolute cost",
)
slope.wrong(
    "toynn's cost in place of its derivative", quadratic, named="one number for all outputs"
)

slope.right("numpy's function itself", np.subtract)
slope.right("the function of the minus sign", operator.sub)
slope.right("toynn's derivative", quadratic.derivative)
slope.right("minus the targets plus the outputs", lambda a, y: -y + a)


@slope.right("a comprehension made into an array")
def _(a, y):
    return np.array([one - target for one, target in zip(a, y, strict=True)])


@slope.right("a nudge to both sides, exact for a parabola")
def _(a, y):
    return (quadratic_cost(a + 0.5, y) - quadratic_cost(a - 0.5, y)) / (2 * 0.5)


@slope.right("a step into the complex numbers")
def _(a, y):
    return np.imag(quadratic_cost(a + 1e-20j, y)) / 1e-20


@slope.right("the rule of the power written out")
def _(a, y):
    return 1 / 2 * 2 * (a - y) ** (2 - 1)


@slope.right("a list")
def _(a, y):
    return [one - target for one, target in zip(a, y, strict=True)]


@slope.right("in single precision")
def _(a, y):
    return (a - y).astype(np.float32)


class Slope:
    """An object that can be called."""

    def __call__(self, a, y):
        """The slope."""
        result = np.array(a, dtype=float)
        result -= y
        return result


slope.right("an object that can be called", Slope())


mean = Answers("04.mean")


@mean.wrong("the sum over samples in place of the mean", named="the sum instead of the mean")
def _(outputs, targets):
    return np.sum((outputs - targets) ** 2) / 2


@mean.wrong("the mean over outputs as well", named="the mean over outputs and samples")
def _(outputs, targets):
    return np.mean((outputs - targets) ** 2) / 2


@mean.wrong("the half is forgotten", named="the half is missing")
def _(outputs, targets):
    return np.sum((outputs - targets) ** 2) / len(outputs)


@mean.wrong("axis=0 for axis=1", named="divided by another number")
def _(outputs, targets):
    return np.mean(np.sum((outputs - targets) ** 2, axis=0)) / 2


@mean.wrong("the mean over samples, one for each output", named="an array instead of one number")
def _(outputs, targets):
    return np.mean((outputs - targets) ** 2 / 2, axis=0)


@mean.wrong("one number for each sample", named="an array instead of one number")
def _(outputs, targets):
    return np.sum((outputs - targets) ** 2 / 2, axis=1)


@mean.wrong("divided by the number of outputs", named="divided by another number")
def _(outputs, targets):
    return np.sum((outputs - targets) ** 2) / 2 / outputs.shape[1]


@mean.wrong("divided by 2 samples, as in the cell above", named="divided by another number")
def _(outputs, targets):
    return np.sum((outputs - targets) ** 2) / 2 / 2


@mean.wrong(
    "the mean of the whole, without a half: right for two outputs",
    named="the mean over outputs and samples",
)
def _(outputs, targets):
    return np.mean((outputs - targets) ** 2)


@mean.wrong("the means are compared, and not the samples")
def _(outputs, targets):
    return np.sum((outputs.mean(axis=0) - targets.mean(axis=0)) ** 2) / 2


@mean.wrong("the notebook's own tables in place of the arguments")
def _(outputs, targets):
    a, y = outputs_of_notebook, targets_of_notebook
    return np.sum((a - y) ** 2) / 2 / len(a)


@mean.wrong("^ for the power", named="^ is not a power")
def _(outputs, targets):
    return np.sum((outputs - targets) ^ 2) / 2 / len(outputs)


@mean.wrong("the absolute cost")
def _(outputs, targets):
    return np.abs(outputs - targets).sum() / len(outputs)


@mean.wrong(
    "returned inside the loop, after the first sample", named="a part of the data is left out"
)
def _(outputs, targets):
    total = 0
    for a, y in zip(outputs, targets, strict=True):
        total += quadratic_cost(a, y).sum()
        return total / len(outputs)


@mean.wrong("a forgotten bracket: only the last sample is divided by their number")
def _(outputs, targets):
    n = len(outputs)
    return sum(
        quadratic_cost(a, y).sum() for a, y in zip(outputs[:-1], targets[:-1], strict=True)
    ) + (quadratic_cost(outputs[-1], targets[-1]).sum() / n)


@mean.wrong("printed and not returned", told="prints something, but returns nothing")
def _(outputs, targets):
    print(np.sum((outputs - targets) ** 2) / 2 / len(outputs))


@mean.wrong("the median over samples")
def _(outputs, targets):
    return np.median(np.sum((outputs - targets) ** 2, axis=1)) / 2


@mean.wrong("a root of the mean of the squares")
def _(outputs, targets):
    return np.sqrt(np.sum((outputs - targets) ** 2) / len(outputs))


@mean.wrong("divided by n - 1")
def _(outputs, targets):
    return np.sum((outputs - targets) ** 2) / 2 / max(len(outputs) - 1, 1)


@mean.wrong("a sum over samples first, and then the square", named="added up before squaring")
def _(outputs, targets):
    return np.sum(np.sum(outputs - targets, axis=1) ** 2) / 2 / len(outputs)


@mean.wrong("the squares are written into the argument", told="changes its argument")
def _(outputs, targets):
    outputs -= targets
    outputs *= outputs
    return outputs.sum() / 2 / len(outputs)


@mean.wrong(
    "an array of shape (1, 1), where the text says a single number",
    named="an array instead of one number",
)
def _(outputs, targets):
    return np.sum((outputs - targets) ** 2, keepdims=True) / 2 / len(outputs)


@mean.wrong("the first output's column only", named="a part of the data is left out")
def _(outputs, targets):
    return np.mean((outputs[:, 0] - targets[:, 0]) ** 2) / 2


mean.right("toynn's own quadratic cost", quadratic)


@mean.right("einsum")
def _(outputs, targets):
    d = outputs - targets
    return np.einsum("ij,ij", d, d) / (2 * d.shape[0])


@mean.right("a mean over samples of sums over outputs")
def _(outputs, targets):
    return np.mean(np.sum((outputs - targets) ** 2 / 2, axis=-1))


@mean.right("the Frobenius norm")
def _(outputs, targets):
    return np.linalg.norm(outputs - targets) ** 2 / (2 * len(targets))


@mean.right("the trace of a product")
def _(outputs, targets):
    difference = outputs - targets
    return np.trace(difference.T @ difference) / 2 / len(difference)


@mean.right("two loops over plain numbers")
def _(outputs, targets):
    n = total = 0
    for row, wanted in zip(outputs, targets, strict=True):
        n += 1
        for a, y in zip(row, wanted, strict=True):
            total += 0.5 * (a - y) * (a - y)
    return total / n


@mean.right("a running mean")
def _(outputs, targets):
    cost = 0.0
    for n, (a, y) in enumerate(zip(outputs, targets, strict=True), start=1):
        cost += (quadratic_cost(a, y).sum() - cost) / n
    return cost


@mean.right("a mean over everything, times the number of outputs")
def _(outputs, targets):
    return np.mean((outputs - targets) ** 2) * outputs.shape[1] / 2


@mean.right("a sum over outputs of means over samples")
def _(outputs, targets):
    return sum(quadratic_cost(outputs, targets).mean(axis=0))


@mean.right("fractions")
def _(outputs, targets):
    differences = [Fraction(float(d)) for d in (outputs - targets).ravel()]
    return float(sum(d * d for d in differences) / 2 / len(outputs))


@mean.right("in single precision")
def _(outputs, targets):
    d = np.asarray(outputs - targets, dtype=np.float32)
    return (d * d).sum() / (2 * len(d))


entropy = Answers("04.entropy")


@entropy.wrong("the minus is forgotten", named="the minus does not reach both parts")
def _(a, y):
    return y * np.log(a) + (1 - y) * np.log(1 - a)


@entropy.wrong(
    "the bracket after the minus is forgotten", named="the minus does not reach both parts"
)
def _(a, y):
    return -y * np.log(a) + (1 - y) * np.log(1 - a)


@entropy.wrong("logarithm to the base 10", named="another logarithm")
def _(a, y):
    return -(y * math.log10(a) + (1 - y) * math.log10(1 - a))


@entropy.wrong("logarithm to the base 2", named="another logarithm")
def _(a, y):
    return -(y * np.log2(a) + (1 - y) * np.log2(1 - a))


@entropy.wrong("the part for the target 0 is forgotten", named="only one part of the sum")
def _(a, y):
    return -y * np.log(a)


@entropy.wrong("minus the logarithm of a, whatever the target", named="the target has no effect")
def _(a, y):
    return -math.log(a)


@entropy.wrong("the targets 0 and 1 are mixed up", named="the targets are mixed up")
def _(a, y):
    return -((1 - y) * np.log(a) + y * np.log(1 - a))


@entropy.wrong("output and target are swapped", told="the logarithm of 0")
def _(a, y):
    with np.errstate(all="ignore"):
        return -(a * np.log(y) + (1 - a) * np.log(1 - y))


@entropy.wrong("ln, which math does not have", named="ln is called log")
def _(a, y):
    return -(y * math.ln(a) + (1 - y) * math.ln(1 - a))


@entropy.wrong("the derivative in place of the cost")
def _(a, y):
    return (a - y) / (a * (1 - a))


@entropy.wrong("the quadratic cost once more", named="left over from the quadratic cost")
def _(a, y):
    return (a - y) ** 2 / 2


@entropy.wrong("halved as the quadratic cost is", named="left over from the quadratic cost")
def _(a, y):
    return -(y * np.log(a) + (1 - y) * np.log(1 - a)) / 2


@entropy.wrong("a bracket closed too early: log(1) - a", named="brackets around 1 - y and 1 - a")
def _(a, y):
    return -(y * np.log(a) + (1 - y) * np.log(1) - a)


@entropy.wrong("the output in the place of the target as well", named="the target has no effect")
def _(a, y):
    return -(a * np.log(a) + (1 - a) * np.log(1 - a))


@entropy.wrong("printed and not returned", told="prints something, but returns nothing")
def _(a, y):
    print(-(y * np.log(a) + (1 - y) * np.log(1 - a)))


@entropy.wrong("two slips: no minus, and the targets mixed up")
def _(a, y):
    return (1 - y) * np.log(a) + y * np.log(1 - a)


@entropy.wrong("kept so far away from 0 and 1 that a very wrong output costs too little")
def _(a, y):
    a = min(max(a, 0.01), 0.99)
    return -(y * math.log(a) + (1 - y) * math.log(1 - a))


@entropy.wrong("rounded to two digits, as in the table above")
def _(a, y):
    return round(-(y * math.log(a) + (1 - y) * math.log(1 - a)), 2)


@entropy.wrong("the logarithm of the difference")
def _(a, y):
    return -math.log(abs(a - y))


@entropy.wrong("a product in place of the sum")
def _(a, y):
    return -(y * np.log(a) * (1 - y) * np.log(1 - a))


@entropy.wrong(
    "nothing is returned for the target 0", told="Does every path through yours end with one"
)
def _(a, y):
    if y == 1:
        return -math.log(a)


@entropy.wrong("1 - y without its bracket", named="brackets around 1 - y and 1 - a")
def _(a, y):
    return -(y * np.log(a) + 1 - y * np.log(1 - a))


@entropy.wrong("the sigmoid is applied to the output first")
def _(a, y):
    a = sigmoid(a)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@entropy.wrong("an ellipsis is left in the expression", told="Replace `...` with your answer")
def _(a, y):
    return -(y * np.log(a) + (1 - y) * ...)


entropy.right("toynn's own", binary_cross_entropy)
# These five were right as long as the target could only be 0 or 1. The text says now that it may
# lie in between, as the formula allows.
entropy.wrong(
    "a choice", lambda a, y: -math.log(a if y == 1 else 1 - a), named="only for the targets 0 and 1"
)
entropy.wrong(
    "1 minus the distance",
    lambda a, y: -math.log(1 - abs(a - y)),
    named="only for the targets 0 and 1",
)


@entropy.right("the formula of the text as it stands")
def _(a, y):
    return -(y * math.log(a) + (1 - y) * math.log(1 - a))


@entropy.right("the minus multiplied into both parts")
def _(a, y):
    return -y * np.log(a) - (1 - y) * np.log(1 - a)


@entropy.right("the logarithm of a product of powers")
def _(a, y):
    return -np.log(a**y * (1 - a) ** (1 - y))


@entropy.wrong("the logarithm of the inverse share", named="only for the targets 0 and 1")
def _(a, y):
    return math.log(1 / (y * a + (1 - y) * (1 - a)))


@entropy.wrong("log1p for the target 0", named="only for the targets 0 and 1")
def _(a, y):
    return -math.log1p(-a) if y == 0 else -math.log(a)


@entropy.wrong(
    "through the sum z that a sigmoid would have had, and softplus",
    named="only for the targets 0 and 1",
)
def _(a, y):
    z = math.log(a) - math.log1p(-a)
    return float(np.logaddexp(0, -z if y else z))


@entropy.right("another base, divided by the logarithm of e")
def _(a, y):
    return -(y * math.log10(a) + (1 - y) * math.log10(1 - a)) / math.log10(math.e)


@entropy.wrong("the target used as an index, which fails for 1.0 and for 0.3")
def _(a, y):
    return -math.log((1 - a, a)[y])


@entropy.right("through the sum z, and the cost that goes with a sigmoid")
def _(a, y):
    z = math.log(a) - math.log1p(-a)
    return float(np.logaddexp(0, z)) - y * z


@entropy.right("a tiny number added")
def _(a, y):
    return -(y * np.log(a + 1e-9) + (1 - y) * np.log(1 - a + 1e-9))


@entropy.right("kept within 1e-300 of 0 by max")
def _(a, y):
    return -(y * math.log(max(a, 1e-300)) + (1 - y) * math.log(max(1 - a, 1e-300)))


@entropy.right("kept away from 0 and 1 by a hair")
def _(a, y):
    a = np.clip(a, 1e-15, 1 - 1e-15)
    return np.array(-(y * np.log(a) + (1 - y) * np.log(1 - a)))


def two_of(accuracy_first, accuracy_second, cost_first, cost_second):
    """The four blanks as the cell below passes them on."""
    return {
        "accuracy_first": accuracy_first,
        "accuracy_second": accuracy_second,
        "cost_first": cost_first,
        "cost_second": cost_second,
    }


two = Answers("04.two")
two.wrong(
    "the sum over samples in place of the mean",
    two_of(0.6667, 0.6667, 0.205, 0.34),
    named="the sum instead of the mean",
)
two.wrong(
    "the half is forgotten", two_of(0.6667, 0.6667, 0.1367, 0.2267), named="the half is missing"
)
two.wrong(
    "the costs are swapped",
    two_of(0.6667, 0.6667, 0.1133, 0.0683),
    named="the costs have changed places",
)
two.wrong(
    "percent in place of a share",
    two_of(66.67, 66.67, 0.0683, 0.1133),
    named="a count or a percentage",
)
two.wrong(
    "how many are right, and not which share",
    two_of(2, 2, 0.0683, 0.1133),
    named="a count or a percentage",
)
two.wrong(
    "the mean output taken for the accuracy",
    two_of(0.7, 0.5333, 0.0683, 0.1133),
    named="the mean of the answers",
)
two.wrong(
    "the share of wrong answers",
    two_of(0.3333, 0.3333, 0.0683, 0.1133),
    named="the fraction of wrong answers",
)
two.wrong(
    "the accuracy rounded to two digits",
    two_of(0.67, 0.67, 0.0683, 0.1133),
    told="give more digits",
)
two.wrong(
    "the costs rounded to two digits", two_of(0.6667, 0.6667, 0.07, 0.11), told="give more digits"
)
two.wrong(
    "a decimal comma in every number",
    two_of((0, 6667), (0, 6667), (0, 683), (0, 1133)),
    told="Python writes a decimal point, not a comma",
)
two.wrong(
    "a decimal comma in one number",
    two_of(0.6667, 0.6667, 0.0683, (0, 1133)),
    told="Python writes a decimal point, not a comma",
)
two.wrong(
    "every answer taken for right", two_of(1.0, 1.0, 0.0683, 0.1133), named="an accuracy of 0 or 1"
)
two.wrong(
    "0.6 taken for not sure enough to be a 1",
    two_of(0.6667, 0, 0.0683, 0.1133),
    named="an accuracy of 0 or 1",
)
two.wrong("the absolute cost", two_of(0.6667, 0.6667, 0.3, 0.4667), named="the absolute cost")
two.wrong("the cost of the wrong output only, forgotten mean", two_of(2 / 3, 2 / 3, 0.18, 0.18))
two.wrong(
    "texts",
    two_of("0.6667", "0.6667", "0.0683", "0.1133"),
    told="Write the number without quotation marks",
)
two.wrong(
    "the last blank is left",
    two_of(0.6667, 0.6667, 0.0683, ...),
    told="Still to fill in: `cost_second`",
)
two.wrong(
    "both blanks of the costs are left",
    two_of(0.6667, 0.6667, ..., ...),
    told="Still to fill in: `cost_first`, `cost_second`",
)
two.wrong(
    "the second accuracy is nan",
    two_of(0.6667, math.nan, 0.0683, 0.1133),
    told="is nan. It should be an ordinary number",
)
two.wrong(
    "the accuracy is None",
    two_of(None, None, 0.0683, 0.1133),
    told="is None. It should be one number",
)
two.wrong("a zero too many in the first cost", two_of(0.6667, 0.6667, 0.00683, 0.1133))
two.wrong("a zero too few in the first cost", two_of(0.6667, 0.6667, 0.683, 0.1133))
two.wrong("accuracies and costs in each other's place", two_of(0.0683, 0.1133, 0.6667, 0.6667))
two.wrong("the half taken twice", two_of(0.6667, 0.6667, 0.0342, 0.0567))
two.wrong("the root of the mean square", two_of(0.6667, 0.6667, 0.3697, 0.4761))
two.wrong("two slips: no half, and the sum", two_of(0.6667, 0.6667, 0.41, 0.68))
two.wrong(
    "only the second cost has no mean",
    two_of(0.6667, 0.6667, 0.0683, 0.34),
    named="the sum instead of the mean",
)
two.wrong(
    "whole arrays of costs",
    two_of(2 / 3, 2 / 3, [0.005, 0.02, 0.18], [0.08, 0.08, 0.18]),
    told="It should be one number",
)
two.wrong("the costs with a minus", two_of(0.6667, 0.6667, -0.0683, -0.1133))

two.right("four digits after the point", two_of(0.6667, 0.6667, 0.0683, 0.1133))
two.right("as exact as a float can be", two_of(2 / 3, 2 / 3, 0.41 / 6, 0.68 / 6))
two.right("fractions", two_of(Fraction(2, 3), Fraction(2, 3), Fraction(41, 600), Fraction(17, 150)))
two.right("digits counted from the first that is not 0", two_of(0.6667, 2 / 3, 0.06833, 0.1133))
two.right(
    "numbers of numpy, one of them of single precision",
    two_of(np.float64(0.6667), np.float32(2 / 3), np.float32(0.0683), np.float64(0.1133)),
)
two.right(
    "arrays without dimensions, computed by toynn",
    two_of(
        np.array(2 / 3),
        np.mean(np.array([0.6, 0.6, 0.4]) > 0.5),
        quadratic([[0.9], [0.8], [0.4]], np.ones((3, 1))),
        np.array(quadratic([[0.6], [0.6], [0.4]], np.ones((3, 1)))),
    ),
)
two.right(
    "decimals",
    two_of(Decimal("0.6667"), Decimal("0.6667"), Decimal("0.0683"), Decimal("0.1133")),
)
two.right("cut off after four places", two_of(0.6666, 0.6666, 0.0683, 0.1133))
two.wrong("a list with one number", two_of([2 / 3], 0.6667, 0.0683, 0.1133))
two.right("rounded by Python", two_of(round(2 / 3, 4), round(2 / 3, 4), 0.0683, round(0.68 / 6, 4)))
