# ruff: noqa: B007, PLR1704, RET503, RET504
"""Answers to the exercises of notebook 05."""

import math
import statistics
from collections import OrderedDict
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import accumulate, pairwise, repeat

import numpy as np

from tests.course.exercises.answers import Answers


def cost(w):
    """As the notebook defines it."""
    return w * w


def cost_slope(w):
    """As the notebook defines it."""
    return 2 * w


NUDGE = 0.1  # the notebook's global, in lower case there


slope = Answers("05.slope")


@slope.wrong("the 2 is forgotten", named="divided by one nudge")
def _(C, w, nudge):
    return (C(w + nudge) - C(w - nudge)) / nudge


@slope.wrong("the bracket around 2 * nudge is forgotten", named="a bracket is missing")
def _(C, w, nudge):
    return (C(w + nudge) - C(w - nudge)) / 2 * nudge


@slope.wrong("the bracket around the difference is forgotten", named="a bracket is missing")
def _(C, w, nudge):
    return C(w + nudge) - C(w - nudge) / (2 * nudge)


@slope.wrong("both sides are swapped", named="the sign")
def _(C, w, nudge):
    return (C(w - nudge) - C(w + nudge)) / (2 * nudge)


@slope.wrong("a nudge to the right only", named="a nudge to one side only")
def _(C, w, nudge):
    return (C(w + nudge) - C(w)) / nudge


@slope.wrong("a nudge to the left only", named="a nudge to one side only")
def _(C, w, nudge):
    return (C(w) - C(w - nudge)) / nudge


@slope.wrong("a nudge to the right, but divided by both", named="a nudge to one side only")
def _(C, w, nudge):
    return (C(w + nudge) - C(w)) / (2 * nudge)


@slope.wrong("the rise alone", named="the rise alone")
def _(C, w, nudge):
    return C(w + nudge) - C(w - nudge)


@slope.wrong("the notebook's cost in place of C", named="always the curve w²")
def _(C, w, nudge):
    return (cost(w + nudge) - cost(w - nudge)) / (2 * nudge)


@slope.wrong("the formula for w²", named="always the curve w²")
def _(C, w, nudge):
    return 2 * w


@slope.wrong("divided by 0.2, as in the cell above")
def _(C, w, nudge):
    return (C(w + nudge) - C(w - nudge)) / 0.2


@slope.wrong("the height is nudged, and not the place")
def _(C, w, nudge):
    return ((C(w) + nudge) - (C(w) - nudge)) / (2 * nudge)


@slope.wrong("printed and not returned", told="prints something, but returns nothing")
def _(C, w, nudge):
    print((C(w + nudge) - C(w - nudge)) / (2 * nudge))


@slope.wrong("// for /", named="// rounds down")
def _(C, w, nudge):
    return (C(w + nudge) - C(w - nudge)) // (2 * nudge)


@slope.wrong("half a nudge to each side")
def _(C, w, nudge):
    return (C(w + nudge / 2) - C(w - nudge / 2)) / nudge


@slope.wrong("a tiny nudge of its own", named="the given nudge has no effect")
def _(C, w, nudge):
    h = 1e-6
    return (C(w + h) - C(w - h)) / (2 * h)


@slope.wrong("C multiplied in place of called")
def _(C, w, nudge):
    return (C * (w + nudge) - C * (w - nudge)) / (2 * nudge)


@slope.wrong("added in place of taken away")
def _(C, w, nudge):
    return (C(w + nudge) + C(w - nudge)) / (2 * nudge)


@slope.wrong("w is forgotten: the slope at 0")
def _(C, w, nudge):
    return (C(nudge) - C(-nudge)) / (2 * nudge)


@slope.wrong("rounded to two digits")
def _(C, w, nudge):
    return round((C(w + nudge) - C(w - nudge)) / (2 * nudge), 2)


@slope.wrong("both places at once, for a C that takes one number")
def _(C, w, nudge):
    left, right = C(np.array([w - nudge, w + nudge]))
    return (right - left) / (2 * nudge)


@slope.wrong("divided by 2 * w")
def _(C, w, nudge):
    return (C(w + nudge) - C(w - nudge)) / (2 * w)


@slope.wrong("four heights, which is more exact than what was asked")
def _(C, w, nudge):
    near = (C(w + nudge) - C(w - nudge)) / (2 * nudge)
    far = (C(w + 2 * nudge) - C(w - 2 * nudge)) / (4 * nudge)
    return (4 * near - far) / 3


@slope.wrong("the slope of the slope")
def _(C, w, nudge):
    return (C(w + nudge) - 2 * C(w) + C(w - nudge)) / nudge**2


slope.right("a lambda", lambda C, w, nudge: (C(w + nudge) - C(w - nudge)) / (2 * nudge))


@slope.right("two divisions")
def _(C, w, nudge):
    return (C(w + nudge) - C(w - nudge)) / nudge / 2


@slope.right("the mean of a nudge to the right and one to the left")
def _(C, w, nudge):
    return ((C(w + nudge) - C(w)) / nudge + (C(w) - C(w - nudge)) / nudge) / 2


@slope.right("over the places and heights of two points")
def _(C, w, nudge):
    (x0, y0), (x1, y1) = ((x, C(x)) for x in (w - nudge, w + nudge))
    return (y1 - y0) / (x1 - x0)


@slope.right("both signs taken off")
def _(C, w, nudge):
    return (C(w - nudge) - C(w + nudge)) / (-2 * nudge)


@slope.right("a sum over both sides")
def _(C, w, nudge):
    return sum(side * C(w + side * nudge) for side in (-1, 1)) / (2 * nudge)


@slope.right("the slope of a regression line through both points")
def _(C, w, nudge):
    places = [w - nudge, w + nudge]
    return statistics.linear_regression(places, [C(place) for place in places]).slope


@slope.right("a scalar product of two arrays")
def _(C, w, nudge):
    heights = np.array([C(w + nudge), C(w - nudge)], dtype=float)
    return heights @ np.array([0.5, -0.5]) / nudge


@slope.right("numpy's gradient over three places")
def _(C, w, nudge):
    return np.gradient([C(w - nudge), C(w), C(w + nudge)], nudge)[1]


@slope.right("an array without dimensions")
def _(C, w, nudge):
    return np.asarray((C(w + nudge) - C(w - nudge)) / (2 * nudge))


def by_hand_of(slope_at_8, move, new_w):
    """The three blanks as the cell below passes them on."""
    return {"slope_at_8": slope_at_8, "move": move, "new_w": new_w}


by_hand = Answers("05.by_hand")
by_hand.wrong("the move without its sign", by_hand_of(16, 1.6, 6.4), named="the wrong direction")
by_hand.wrong(
    "the move without its sign, and uphill", by_hand_of(16, 1.6, 9.6), named="the wrong direction"
)
by_hand.wrong(
    "uphill, though the move has its sign", by_hand_of(16, -1.6, 9.6), named="the wrong direction"
)
by_hand.wrong(
    "the cost in place of the slope",
    by_hand_of(64, -6.4, 1.6),
    named="the height instead of the slope",
)
by_hand.wrong(
    "the 2 of the slope is forgotten",
    by_hand_of(8, -0.8, 7.2),
    named="the 2 of the slope is missing",
)
by_hand.wrong(
    "the first step's slope and move again",
    by_hand_of(20, -2, 6),
    named="the slope of the first step",
)
by_hand.wrong("the first step's move again", by_hand_of(16, -2, 6), named="a step of 2 again")
by_hand.wrong("the rate is forgotten", by_hand_of(16, -16, -8), named="without the rate")
by_hand.wrong("the rate is 0.01", by_hand_of(16, -0.16, 7.84))
by_hand.wrong("the step is taken from 10", by_hand_of(16, -1.6, 8.4))
by_hand.wrong("the move taken for the new w", by_hand_of(16, -1.6, -1.6))
by_hand.wrong("the new cost in place of the new w", by_hand_of(16, -1.6, 40.96))
by_hand.wrong("the third step's w", by_hand_of(16, -1.6, 5.12))
by_hand.wrong(
    "the minus in the slope already, and again in the move",
    by_hand_of(-16, -1.6, 6.4),
    named="a negative slope",
)
by_hand.wrong("two signs that cancel", by_hand_of(-16, 1.6, 6.4), named="a negative slope")
by_hand.wrong(
    "a decimal comma in both",
    by_hand_of(16, (-1, 6), (6, 4)),
    told="Python writes a decimal point, not a comma",
)
by_hand.wrong(
    "a decimal comma in the new w",
    by_hand_of(16, -1.6, (6, 4)),
    told="Python writes a decimal point, not a comma",
)
by_hand.wrong(
    "texts", by_hand_of("16", "-1.6", "6.4"), told="Write the number without quotation marks"
)
by_hand.wrong("rounded to whole numbers", by_hand_of(16, -2, 6.4), named="a step of 2 again")
by_hand.wrong(
    "everything rounded to whole numbers", by_hand_of(16, -2, 6), named="a step of 2 again"
)
by_hand.wrong("the last blank is left", by_hand_of(16, -1.6, ...), told="Still to fill in: `new_w`")
by_hand.wrong(
    "the slope is left", by_hand_of(..., -1.6, 6.4), told="Still to fill in: `slope_at_8`"
)
by_hand.wrong(
    "the move is nan", by_hand_of(16, math.nan, 6.4), told="is nan. It should be an ordinary number"
)
by_hand.wrong(
    "the function in place of its value",
    by_hand_of(cost_slope, -1.6, 6.4),
    told="It should be one number",
)
by_hand.wrong(
    "move and new w are swapped",
    by_hand_of(16, 6.4, -1.6),
    named="move and new w have changed places",
)
by_hand.wrong(
    "the slope of the text's formula, unfinished",
    by_hand_of("2w", -1.6, 6.4),
    told="Write the number without quotation marks",
)
by_hand.wrong(
    "printed: the new w is None",
    by_hand_of(16, -1.6, None),
    told="is None. It should be one number",
)

by_hand.right("plain numbers", by_hand_of(16, -1.6, 6.4))
by_hand.right("computed, with a float's last digit", by_hand_of(2 * 8, -0.1 * 16, 8 + -0.1 * 2 * 8))
by_hand.right("fractions", by_hand_of(Fraction(16), Fraction(-8, 5), Fraction(32, 5)))
by_hand.right("numbers of numpy", by_hand_of(np.int64(16), np.float64(-1.6), np.float64(6.4)))
by_hand.right("single precision", by_hand_of(np.float32(16), np.float32(-1.6), np.float32(6.4)))
by_hand.right("arrays without dimensions", by_hand_of(np.array(16), np.array(-1.6), np.array(6.4)))
by_hand.right("decimals", by_hand_of(Decimal(16), Decimal("-1.6"), Decimal("6.4")))
by_hand.right(
    "the slope from a nudge",
    by_hand_of((cost(8.1) - cost(7.9)) / 0.2, -0.1 * (cost(8.1) - cost(7.9)) / 0.2, 6.4),
)


step = Answers("05.step")


@step.wrong("uphill", named="it climbs")
def _(w, slope, rate):
    return w + rate * slope


@step.wrong("the rate is forgotten", named="rate or slope is missing")
def _(w, slope, rate):
    return w - slope


@step.wrong(
    "the slope is forgotten: the rate taken for the length of the step",
    named="rate or slope is missing",
)
def _(w, slope, rate):
    return w - rate


@step.wrong("the move in place of the new weight", named="the move instead of the new weight")
def _(w, slope, rate):
    return -rate * slope


@step.wrong("the other way round")
def _(w, slope, rate):
    return rate * slope - w


@step.wrong("a bracket too many")
def _(w, slope, rate):
    return (w - rate) * slope


@step.wrong("divided by the slope", named="divided instead of multiplied")
def _(w, slope, rate):
    return w - rate / slope


@step.wrong("the slope divided by the rate", named="divided instead of multiplied")
def _(w, slope, rate):
    return w - slope / rate


@step.wrong("the slope of w² in place of the argument", named="the numbers of the example")
def _(w, slope, rate):
    return w - rate * cost_slope(w)


@step.wrong("the slope called as if it were a function", told="object is not callable")
def _(w, slope, rate):
    return w - rate * slope(w)


@step.wrong("the rate 0.1 of the example", named="the numbers of the example")
def _(w, slope, rate):
    return w - 0.1 * slope


@step.wrong("=- for -=", named="the move instead of the new weight")
def _(w, slope, rate):
    w =- rate * slope  # fmt: skip
    return w


@step.wrong(
    "the slope without its sign: always to the left",
    named="the size or the sign of the slope is ignored",
)
def _(w, slope, rate):
    return w - rate * abs(slope)


@step.wrong("only the sign of the slope", named="the size or the sign of the slope is ignored")
def _(w, slope, rate):
    return w - rate * np.sign(slope)


@step.wrong("times w as well")
def _(w, slope, rate):
    return w * (1 - rate * slope)


@step.wrong("the factor of w² in place of the slope", named="the numbers of the example")
def _(w, slope, rate):
    return (1 - 2 * rate) * w


@step.wrong("printed and not returned", told="prints something, but returns nothing")
def _(w, slope, rate):
    print(w - rate * slope)


@step.wrong(
    "changed, and forgotten to return it", told="Does every path through yours end with one"
)
def _(w, slope, rate):
    w -= rate * slope


@step.wrong("w and the slope are swapped", named="the arguments are in another order")
def _(slope, w, rate):
    return w - rate * slope


@step.wrong("w comes last", named="the arguments are in another order")
def _(rate, slope, w):
    return w - rate * slope


@step.wrong("rounded to two digits")
def _(w, slope, rate):
    return round(w - rate * slope, 2)


@step.wrong("never past 0")
def _(w, slope, rate):
    return max(0, w - rate * slope)


@step.wrong("the step is taken twice")
def _(w, slope, rate):
    for _ in range(2):
        w = w - rate * slope
    return w


@step.wrong("a power in place of the product")
def _(w, slope, rate):
    return w - rate**slope


@step.wrong("an ellipsis is left in the expression", told="Replace `...` with your answer")
def _(w, slope, rate):
    return w - ... * slope


@step.wrong("a text", told="the text '8.0'")
def _(w, slope, rate):
    return f"{w - rate * slope}"


@step.wrong("the weight and the move together")
def _(w, slope, rate):
    return w - rate * slope, -rate * slope


step.right("a lambda", lambda w, slope, rate: w - rate * slope)
step.right(
    "slope and rate swapped, which a product allows", lambda w, rate, slope: w - rate * slope
)


@step.right("-= on a number")
def _(w, slope, rate):
    w -= rate * slope
    return w


@step.right("the move added")
def _(w, slope, rate):
    move = -rate * slope
    return w + move


@step.right("minus the other way round")
def _(w, slope, rate):
    return -(slope * rate - w)


@step.right("a scalar product")
def _(w, slope, rate):
    return np.dot([1.0, -rate], [w, slope])


@step.right("fractions inside")
def _(w, slope, rate):
    w, slope, rate = (Fraction(float(number)) for number in (w, slope, rate))
    return w - rate * slope


@step.right("the value of a straight line")
def _(w, slope, rate):
    return np.polyval([-slope, w], rate)


@step.right("a sum without rounding, in an array without dimensions")
def _(w, slope, rate):
    return np.array(math.fsum([w, -rate * slope]))


def _with_sign(sign, w, slope, rate):
    return w + sign * rate * slope


step.right("a partial function", partial(_with_sign, -1))


both = Answers("05.both")


@both.wrong(
    "the bias takes the gradient of the place that the weight has moved to",
    named="the second slope is taken after the first move",
)
def _(w, b, gradient, rate):
    w = w - rate * gradient(w, b)[0]
    b = b - rate * gradient(w, b)[1]
    return w, b


@both.wrong("uphill", named="uphill")
def _(w, b, gradient, rate):
    dw, db = gradient(w, b)
    return w + rate * dw, b + rate * db


@both.wrong("the weight's slope for both", named="w and b are mixed up in one line")
def _(w, b, gradient, rate):
    slope = gradient(w, b)[0]
    return w - rate * slope, b - rate * slope


@both.wrong("only the weight takes the step", named="one of the two stays where it is")
def _(w, b, gradient, rate):
    dw, _ = gradient(w, b)
    return w - rate * dw, b


@both.wrong("the slopes are swapped", named="w and b are in the wrong order")
def _(w, b, gradient, rate):
    db, dw = gradient(w, b)
    return w - rate * dw, b - rate * db


@both.wrong("the gradient is asked at (b, w)", named="w and b are in the wrong order")
def _(w, b, gradient, rate):
    dw, db = gradient(b, w)
    return w - rate * dw, b - rate * db


@both.wrong("bias first in the result", named="w and b are in the wrong order")
def _(w, b, gradient, rate):
    dw, db = gradient(w, b)
    return b - rate * db, w - rate * dw


@both.wrong("the gradient is not called")
def _(w, b, gradient, rate):
    return w - rate * gradient[0], b - rate * gradient[1]


@both.wrong("called with one number each", told="missing 1 required positional argument")
def _(w, b, gradient, rate):
    return w - rate * gradient(w), b - rate * gradient(b)


@both.wrong("a tuple times the rate", named="a tuple times the rate")
def _(w, b, gradient, rate):
    return (w, b) - rate * gradient(w, b)


@both.wrong("the rate is forgotten", named="a move without the rate")
def _(w, b, gradient, rate):
    dw, db = gradient(w, b)
    return w - dw, b - db


@both.wrong("the bias does not get the rate", named="a move without the rate")
def _(w, b, gradient, rate):
    dw, db = gradient(w, b)
    return w - rate * dw, b - db


@both.wrong("the moves in place of the new numbers", named="the moves instead of the new numbers")
def _(w, b, gradient, rate):
    dw, db = gradient(w, b)
    return -rate * dw, -rate * db


@both.wrong("printed and not returned", told="prints something, but returns nothing")
def _(w, b, gradient, rate):
    dw, db = gradient(w, b)
    print(w - rate * dw, b - rate * db)


@both.wrong(
    "changed, and forgotten to return them", told="Does every path through yours end with one"
)
def _(w, b, gradient, rate):
    dw, db = gradient(w, b)
    w -= rate * dw
    b -= rate * db


@both.wrong("only the weight is returned", named="one number for two")
def _(w, b, gradient, rate):
    dw, db = gradient(w, b)
    w, b = w - rate * dw, b - rate * db
    return w


@both.wrong(
    "the new weight in place of the bias: a slip of the copied line",
    named="w and b are mixed up in one line",
)
def _(w, b, gradient, rate):
    dw, db = gradient(w, b)
    w = w - rate * dw
    b = w - rate * db
    return w, b


@both.wrong("both added up", named="one number for two")
def _(w, b, gradient, rate):
    return w + b - rate * sum(gradient(w, b))


@both.wrong("the rate 0.1 of the example", named="a move without the rate")
def _(w, b, gradient, rate):
    dw, db = gradient(w, b)
    return w - 0.1 * dw, b - 0.1 * db


@both.wrong(
    "the bias goes first, and the weight takes the gradient of the new place",
    named="the second slope is taken after the first move",
)
def _(w, b, gradient, rate):
    b = b - rate * gradient(w, b)[1]
    w = w - rate * gradient(w, b)[0]
    return w, b


@both.wrong("the gradient of the bowl in the text")
def _(w, b, gradient, rate):
    return w - rate * 2 * w, b - rate * 20 * b


@both.wrong("a text", told="It should be a pair of numbers, w and b")
def _(w, b, gradient, rate):
    dw, db = gradient(w, b)
    return f"{w - rate * dw}, {b - rate * db}"


@both.wrong("a set, which has no order", told="It should be a pair of numbers, w and b")
def _(w, b, gradient, rate):
    dw, db = gradient(w, b)
    return {w - rate * dw, b - rate * db}


@both.wrong("rounded to two digits")
def _(w, b, gradient, rate):
    dw, db = gradient(w, b)
    return round(w - rate * dw, 2), round(b - rate * db, 2)


@both.wrong("the slopes without their signs", named="the size or the sign of the slopes is ignored")
def _(w, b, gradient, rate):
    dw, db = np.abs(gradient(w, b))
    return w - rate * dw, b - rate * db


both.right(
    "a generator made into a tuple",
    lambda w, b, gradient, rate: tuple(
        now - rate * slope for now, slope in zip((w, b), gradient(w, b), strict=True)
    ),
)


@both.right("a list")
def _(w, b, gradient, rate):
    dw, db = gradient(w, b)
    return [w - rate * dw, b - rate * db]


@both.right("an array")
def _(w, b, gradient, rate):
    return np.array([w, b]) - rate * np.array(gradient(w, b))


@both.right("the gradient asked twice, at the same place")
def _(w, b, gradient, rate):
    new_w = w - rate * gradient(w, b)[0]
    new_b = b - rate * gradient(w, b)[1]
    return new_w, new_b


@both.right("numpy on plain tuples")
def _(w, b, gradient, rate):
    return np.subtract((w, b), np.multiply(rate, gradient(w, b))).tolist()


@both.right("the names used again, both at once")
def _(w, b, gradient, rate):
    w, b = (n - rate * d for n, d in zip((w, b), gradient(w, b), strict=True))
    return w, b


@both.right("a matrix product, in single precision")
def _(w, b, gradient, rate):
    table = np.array([(w, b), gradient(w, b)], dtype=np.float32)
    return np.array([1, -rate], dtype=np.float32) @ table


class StepBoth:
    """An object that can be called, with the step as its method."""

    def one(self, number, slope, rate):
        """One number's step."""
        return number - rate * slope

    def __call__(self, w, b, gradient, rate):
        """Both steps."""
        return tuple(map(self.one, (w, b), gradient(w, b), repeat(rate)))


both.right("an object that can be called", StepBoth())


@both.wrong(
    "an array minus a tuple times the rate, right if the gradient is an array",
    named="a tuple times the rate",
)
def _(w, b, gradient, rate):
    return np.array([w, b]) - rate * gradient(w, b)


@both.wrong("a dict, where the text says a pair", told="It should be a pair of numbers, w and b")
def _(w, b, gradient, rate):
    dw, db = gradient(w, b)
    return {"w": w - rate * dw, "b": b - rate * db}


@both.right("a complex number between")
def _(w, b, gradient, rate):
    place = complex(w, b) - rate * complex(*gradient(w, b))
    return place.real, place.imag


def rates_of(parabola, narrow, plateau):
    """The dict of the stub."""
    return {"w²": parabola, "5w²": narrow, "plateau": plateau}


rates = Answers("05.rates")
rates.wrong(
    "1 over the curvature: the fastest rate",
    rates_of(0.5, 0.1, 0.2),
    named="a larger rate settles as well: w²",
)
rates.wrong("the curvatures", rates_of(2, 10, 5), named="the curvature instead of the limit")
rates.wrong(
    "the limit of w² for all", rates_of(1.0, 1.0, 1.0), named="the limit of w² for another curve"
)
rates.wrong("half of the curvature", rates_of(1, 5, 2.5), named="the limit grows with the bend")
rates.wrong(
    "w² and 5w² are swapped", rates_of(0.2, 1.0, 0.4), named="two curves have changed places"
)
rates.wrong(
    "5w² and the plateau are swapped",
    rates_of(1.0, 0.4, 0.2),
    named="two curves have changed places",
)
rates.wrong("four over the curvature", rates_of(2, 0.4, 0.8), named="the path does not settle: w²")
rates.wrong(
    "the rate of the explorer above taken for the limit of 5w²",
    rates_of(1.0, 0.5, 0.4),
    named="the path does not settle: 5w²",
)
rates.wrong(
    "the first rates that run away", rates_of(1.1, 0.3, 0.5), named="the path does not settle: w²"
)
rates.wrong(
    "rates that were tried in the text",
    rates_of(0.9, 0.1, 0.3),
    named="a larger rate settles as well: w²",
)
rates.wrong(
    "5 times as large for 5w²", rates_of(1.0, 5.0, 0.4), named="the limit grows with the bend"
)
rates.wrong(
    "the plateau's formula taken for the parabola 10w²",
    rates_of(1.0, 0.2, 0.1),
    named="a larger rate settles as well: plateau",
)
rates.wrong(
    "the plateau's bend taken from far out, where it is level",
    rates_of(1.0, 0.2, 10),
    named="the path does not settle: plateau",
)
rates.wrong("the plateau is left", rates_of(1.0, 0.2, ...), told="Still to fill in: `plateau`")
rates.wrong("the first blank is left", rates_of(..., 0.2, 0.4), told="Still to fill in: `w²`")
rates.wrong(
    "the 2 of 2w for the curvature of 5w²",
    rates_of(1, 0.4, 0.4),
    named="the path does not settle: 5w²",
)
rates.wrong("texts", rates_of("1", "0.2", "0.4"), told="Write the number without quotation marks")
rates.wrong(
    "a decimal comma",
    rates_of(1, (0, 2), (0, 4)),
    told="Python writes a decimal point, not a comma",
)
rates.wrong("// for /", rates_of(2 // 2, 2 // 10, 2 // 5), named="no step downhill: 5w²")
rates.wrong("with a minus", rates_of(-1, -0.2, -0.4), named="no step downhill: w²")
rates.wrong(
    "the plateau is nan",
    rates_of(1.0, 0.2, math.nan),
    told="is nan. It should be an ordinary number",
)
rates.wrong(
    "other keys, written anew", {"w^2": 1.0, "5w^2": 0.2, "plateau": 0.4}, told="`w²` is missing"
)
rates.wrong("the plateau's key is left out", {"w²": 1.0, "5w²": 0.2}, told="`plateau` is missing")
rates.wrong(
    "a slip of the point", rates_of(1.0, 0.02, 0.04), named="a larger rate settles as well: 5w²"
)
rates.wrong("the 4 of w² + 4", rates_of(1.0, 0.2, 4), named="the path does not settle: plateau")
rates.wrong("two limits in one", rates_of(1.0, 0.2, (0.39, 0.4)), told="It should be one number")
rates.wrong("the names alone, as a set", {"w²", "5w²", "plateau"})

rates.right("plain numbers", rates_of(1, 0.2, 0.4))
rates.right("floats by the rule", rates_of(2 / 2, 2 / 10, 2 / 5))
rates.right("fractions", rates_of(Fraction(1), Fraction(1, 5), Fraction(2, 5)))
rates.right("decimals", rates_of(Decimal("1.0"), Decimal("0.2"), Decimal("0.40")))
rates.right("numbers of numpy", rates_of(np.int64(1), np.float32(0.2), np.array(0.4)))
rates.right("just below the limits, as the explorer shows them", rates_of(0.99, 0.199, 0.399))
rates.right("two decimal places, cut off below the limits", rates_of(0.99, 0.19, 0.39))
rates.right("a list in the order of the curves", [1, 0.2, 0.4])
rates.wrong(
    "a little above the limits, where a walk diverges",
    rates_of(1.01, 0.201, 0.401),
    named="the path does not settle: w²",
)
rates.wrong(
    "further below than 0.01", rates_of(1.0, 0.18, 0.4), named="a larger rate settles as well: 5w²"
)
rates.right("another order", {"plateau": 0.4, "w²": 1.0, "5w²": 0.2})
rates.right("an ordered dict", OrderedDict([("5w²", 0.2), ("w²", 1.0), ("plateau", 0.4)]))


def _plateau_slope(w):
    return 80 * w / (w**2 + 4) ** 2


rates.right(
    "measured with a nudge, so that the last digits are not exact",
    {
        name: 2 / ((slope_of(0.001) - slope_of(-0.001)) / 0.002)
        for name, slope_of in {
            "w²": cost_slope,
            "5w²": lambda w: 10 * w,
            "plateau": _plateau_slope,
        }.items()
    },
)


loop = Answers("05.loop")


@loop.wrong(
    "an absolute value, as in the article: a rise does not stop it", named="a rise does not stop it"
)
def _(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        before = C(w)
        w = w - rate * slope(w)
        if abs(before - C(w)) <= tolerance:
            return w, n
    return w, most


@loop.wrong(
    "< for <=: a fall of exactly the tolerance does not stop it",
    named="< where the two may be equal",
)
def _(C, slope, w, rate, tolerance, most):
    steps = 0
    while steps < most:
        before = C(w)
        w = w - rate * slope(w)
        steps += 1
        if before - C(w) < tolerance:
            break
    return w, steps


@loop.wrong("the last step is not counted", named="the number of steps")
def _(C, slope, w, rate, tolerance, most):
    for n in range(most):
        before = C(w)
        w = w - rate * slope(w)
        if before - C(w) <= tolerance:
            return w, n
    return w, most


@loop.wrong("the last step is taken back", named="the last step is taken back")
def _(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        new = w - rate * slope(w)
        if C(w) - C(new) <= tolerance:
            return w, n
        w = new
    return w, most


@loop.wrong("the last step is taken back and not counted", named="the last step is taken back")
def _(C, slope, w, rate, tolerance, most):
    n = 0
    while n < most:
        new = w - rate * slope(w)
        if C(w) - C(new) <= tolerance:
            break
        w = new
        n += 1
    return w, n


@loop.wrong("uphill", named="uphill")
def _(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        before = C(w)
        w = w + rate * slope(w)
        if before - C(w) <= tolerance:
            return w, n
    return w, most


@loop.wrong(
    "nothing is returned when the steps are used up",
    told="Does every path through yours end with one",
)
def _(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        before = C(w)
        w = w - rate * slope(w)
        if before - C(w) <= tolerance:
            return w, n


@loop.wrong(
    "the cost itself is compared with the tolerance",
    named="the cost itself is compared with the tolerance",
)
def _(C, slope, w, rate, tolerance, most):
    n = 0
    while n < most and C(w) > tolerance:
        w = w - rate * slope(w)
        n += 1
    return w, n


@loop.wrong("the cost before is that of the start, for ever")
def _(C, slope, w, rate, tolerance, most):
    before, n = C(w), 0
    while n < most:
        w = w - rate * slope(w)
        n += 1
        if before - C(w) <= tolerance:
            break
    return w, n


@loop.wrong(
    "the cost before begins with 0, as in the article's program",
    named="it stops after the first step",
)
def _(C, slope, w, rate, tolerance, most):
    before, n = 0, 0
    while n < most:
        w = w - rate * slope(w)
        n += 1
        if before - C(w) <= tolerance:
            break
        before = C(w)
    return w, n


@loop.wrong("the difference is taken the other way round", named="the rule is turned round")
def _(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        before = C(w)
        w = w - rate * slope(w)
        if C(w) - before <= tolerance:
            return w, n
    return w, most


@loop.wrong("> for <=", named="the rule is turned round")
def _(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        before = C(w)
        w = w - rate * slope(w)
        if before - C(w) > tolerance:
            return w, n
    return w, most


@loop.wrong("the notebook's cost in place of C", named="w² instead of the arguments")
def _(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        before = cost(w)
        w = w - rate * slope(w)
        if before - cost(w) <= tolerance:
            return w, n
    return w, most


@loop.wrong("the notebook's slope in place of the argument", named="w² instead of the arguments")
def _(C, slope, w, rate, tolerance, most):
    n = 0
    while n < most:
        before = C(w)
        w = w - rate * cost_slope(w)
        n += 1
        if before - C(w) <= tolerance:
            break
    return w, n


@loop.wrong("the slope is not called", named="slope is not called")
def _(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        before = C(w)
        w = w - rate * slope
        if before - C(w) <= tolerance:
            return w, n
    return w, most


@loop.wrong(
    "the slope is called like that of the first exercise",
    told="takes 1 positional argument but 3 were given",
)
def _(C, slope, w, rate, tolerance, most):
    n = 0
    while n < most:
        before = C(w)
        w = w - rate * slope(C, w, NUDGE)
        n += 1
        if before - C(w) <= tolerance:
            break
    return w, n


@loop.wrong("steps first in the result", named="the first of the pair")
def _(C, slope, w, rate, tolerance, most):
    n = 0
    while n < most:
        before = C(w)
        w = w - rate * slope(w)
        n += 1
        if before - C(w) <= tolerance:
            break
    return n, w


@loop.wrong("the cost in place of w", named="the first of the pair")
def _(C, slope, w, rate, tolerance, most):
    n = 0
    while n < most:
        before = C(w)
        w = w - rate * slope(w)
        n += 1
        if before - C(w) <= tolerance:
            break
    return C(w), n


@loop.wrong("one step more than allowed", named="not as many steps as allowed")
def _(C, slope, w, rate, tolerance, most):
    n = 0
    while n <= most:
        before = C(w)
        w = w - rate * slope(w)
        n += 1
        if before - C(w) <= tolerance:
            break
    return w, n


@loop.wrong("one step fewer than allowed", named="not as many steps as allowed")
def _(C, slope, w, rate, tolerance, most):
    n = 0
    for n in range(1, most):
        before = C(w)
        w = w - rate * slope(w)
        if before - C(w) <= tolerance:
            break
    return w, n


@loop.wrong(
    "the limit of steps is forgotten, and 300 taken in its place",
    named="not as many steps as allowed",
)
def _(C, slope, w, rate, tolerance, most):
    n = 0
    while n < 300:
        before = C(w)
        w = w - rate * slope(w)
        n += 1
        if before - C(w) <= tolerance:
            break
    return w, n


@loop.wrong("the tolerance is forgotten", named="the tolerance has no effect")
def _(C, slope, w, rate, tolerance, most):
    for _ in range(most):
        w = w - rate * slope(w)
    return w, most


@loop.wrong("the length of the step is compared with the tolerance")
def _(C, slope, w, rate, tolerance, most):
    n = 0
    while n < most:
        move = -rate * slope(w)
        w += move
        n += 1
        if abs(move) <= tolerance:
            break
    return w, n


@loop.wrong("stops only when it does not fall at all", named="the tolerance has no effect")
def _(C, slope, w, rate, tolerance, most):
    n = 0
    while n < most:
        before = C(w)
        w = w - rate * slope(w)
        n += 1
        if C(w) >= before:
            break
    return w, n


@loop.wrong("a rise does not stop it, only a small fall", named="a rise does not stop it")
def _(C, slope, w, rate, tolerance, most):
    n = 0
    while n < most:
        before = C(w)
        w = w - rate * slope(w)
        n += 1
        if 0 <= before - C(w) <= tolerance:
            break
    return w, n


# Not wrong any more: the text says now that `most` is at least 1.
@loop.right("one step is taken even where none is allowed")
def _(C, slope, w, rate, tolerance, most):
    n = 0
    while True:
        before = C(w)
        w = w - rate * slope(w)
        n += 1
        if before - C(w) <= tolerance or n >= most:
            return w, n


@loop.wrong("always says that all steps were taken", named="the number of steps")
def _(C, slope, w, rate, tolerance, most):
    for _ in range(most):
        before = C(w)
        w = w - rate * slope(w)
        if before - C(w) <= tolerance:
            break
    return w, most


@loop.wrong("only w is returned", named="one number for two")
def _(C, slope, w, rate, tolerance, most):
    for _ in range(most):
        before = C(w)
        w = w - rate * slope(w)
        if before - C(w) <= tolerance:
            break
    return w


@loop.wrong("all places are returned")
def _(C, slope, w, rate, tolerance, most):
    places = [w]
    for _ in range(most):
        before = C(w)
        w = w - rate * slope(w)
        places.append(w)
        if before - C(w) <= tolerance:
            break
    return places, len(places) - 1


@loop.wrong("the start is counted as a step", named="the number of steps")
def _(C, slope, w, rate, tolerance, most):
    places = [w]
    for _ in range(most):
        before = C(w)
        w = w - rate * slope(w)
        places.append(w)
        if before - C(w) <= tolerance:
            break
    return places[-1], len(places)


@loop.wrong("a fall in percent of the cost before")
def _(C, slope, w, rate, tolerance, most):
    n = 0
    while n < most:
        before = C(w)
        w = w - rate * slope(w)
        n += 1
        if before - C(w) <= tolerance * before:
            break
    return w, n


@loop.wrong(
    "before and after are the same: the cost is taken after the step both times",
    named="it stops after the first step",
)
def _(C, slope, w, rate, tolerance, most):
    n = 0
    while n < most:
        w = w - rate * slope(w)
        before = C(w)
        n += 1
        if before - C(w) <= tolerance:
            break
    return w, n


@loop.wrong(
    "the step uses the slope of the start throughout", named="the slope at the start in every round"
)
def _(C, slope, w, rate, tolerance, most):
    n, steep = 0, slope(w)
    while n < most:
        before = C(w)
        w = w - rate * steep
        n += 1
        if before - C(w) <= tolerance:
            break
    return w, n


@loop.wrong("printed and not returned", told="prints something, but returns nothing")
def _(C, slope, w, rate, tolerance, most):
    n = 0
    while n < most:
        before = C(w)
        w = w - rate * slope(w)
        n += 1
        if before - C(w) <= tolerance:
            break
    print(w, n)


@loop.right("a list, and the cost computed once for each place")
def _(C, slope, w, rate, tolerance, most):
    steps, before = 0, C(w)
    while steps < most:
        w = w - rate * slope(w)
        steps += 1
        after = C(w)
        if before - after <= tolerance:
            break
        before = after
    return [w, steps]


@loop.right("for with else")
def _(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        old, w = w, w - rate * slope(w)
        if not C(old) - C(w) > tolerance:
            break
    else:
        n = most
    return w, n


@loop.right("an infinite fall before the first step")
def _(C, slope, w, rate, tolerance, most):
    n, fall = 0, math.inf
    while n < most and fall > tolerance:
        before = C(w)
        w -= rate * slope(w)
        fall = before - C(w)
        n += 1
    return (w, n)


@loop.right("places from accumulate, looked at in pairs")
def _(C, slope, w, rate, tolerance, most):
    places = accumulate(repeat(None, most), lambda place, _: place - rate * slope(place), initial=w)
    n = 0
    for n, (old, w) in enumerate(pairwise(places), start=1):
        if C(old) - C(w) <= tolerance:
            break
    return w, n


@loop.right("a generator")
def _(C, slope, w, rate, tolerance, most):
    def walk(place):
        yield place
        for _ in range(most):
            old, place = place, place - rate * slope(place)
            yield place
            if C(old) - C(place) <= tolerance:
                return

    *before, last = walk(w)
    return last, len(before)


@loop.right("an array with both numbers, so that the steps are a float")
def _(C, slope, w, rate, tolerance, most):
    taken = 0
    for _ in range(most):
        new = w - rate * slope(w)
        fall = C(w) - C(new)
        w, taken = new, taken + 1
        if fall <= tolerance:
            break
    return np.array([w, taken])


@loop.right("a count that comes from the loop, which has at least one round")
def _(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        old, w = w, w - rate * slope(w)
        if C(old) - C(w) <= tolerance:
            break
    return w, n


@loop.right("recursion")
def recursion(C, slope, w, rate, tolerance, most):
    new = w - rate * slope(w)
    if most == 1 or C(w) - C(new) <= tolerance:
        return new, 1
    w, n = recursion(C, slope, new, rate, tolerance, most - 1)
    return w, n + 1


@loop.right("counted down from the number of steps allowed")
def _(C, slope, w, rate, tolerance, most):
    left = most
    while left > 0:
        before, w = C(w), w - rate * slope(w)
        left -= 1
        if tolerance >= before - C(w):
            return w, most - left
    return w, most - left
