"""Answers to the exercise of notebook 00."""

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np

from tests.course.exercises.answers import Answers

area = Answers("00.area")

area.wrong("the circumference", round(2 * math.pi * 3, 2), named="the circumference")
area.wrong(
    "the diameter is taken for the radius", round(math.pi * 6**2, 2), named="four times too large"
)
area.wrong(
    "the radius is taken for the diameter", round(math.pi * 1.5**2, 2), named="the radius is halved"
)
area.wrong("the radius is not squared", round(math.pi * 3, 2), named="the radius is not squared")
area.wrong("pi is left out", 3**2, named="pi is missing")
area.wrong("pi is squared in place of the radius", round(math.pi**2 * 3, 2), named="pi is squared")
area.wrong(
    "pi times the radius is squared, since a bracket is set wrongly",
    (math.pi * 3) ** 2,
    named="pi is squared",
)
area.wrong(
    "^ is written for **, and binds as Python's exclusive or", math.pi * (3 ^ 2), named="pi alone"
)
area.wrong("the surface of a sphere", round(4 * math.pi * 3**2, 2), named="four times too large")
area.wrong("half of it, as in 1/2 g t^2", round(math.pi * 3**2 / 2, 2))
area.wrong(
    "pi is taken as 3.14, which is not enough for two digits",
    3.14 * 3**2,
    named="only the last digit is off",
)
area.wrong("pi is taken as 22/7", round(22 / 7 * 9, 2), named="only the last digit is off")
area.wrong("pi is cut off at 3", 27)
area.wrong("rounded to one digit", 28.3, told="give more digits")
area.wrong("rounded to a whole number", 28, told="give more digits")
area.wrong("rounded up at the second digit", 28.28, named="only the last digit is off")
area.wrong("two digits of it are exchanged", 28.72)
area.wrong("the point is forgotten", 2827, named="the decimal point")
area.wrong("a decimal comma, which makes a tuple of two numbers", (28, 27), told="not a comma")
area.wrong("a decimal comma in a text", "28,27", told="without quotation marks")
area.wrong("the value of print, which is None", None)
area.wrong("not a number", math.nan, told="ordinary number")
# the task asks for a number: neither a text nor a list is one
area.wrong("the right digits as a text", "28.27", told="without quotation marks")
area.wrong("a list with one number", [28.27], told="It should be one number")
area.wrong("an array with one number", np.array([28.27]), told="It should be one number")
area.wrong("the formula as a text", "pi * r**2", told="without quotation marks")
area.wrong("a function in place of its value", lambda r=3: math.pi * r**2, told="call it first")
area.wrong("the sign is turned", -28.27)

area.right("as the text asks, typed in", 28.27)
area.right("rounded by Python", round(math.pi * 3**2, 2))
area.right("a NumPy scalar", np.float64(28.27))
area.right("a single-precision number", np.float32(28.27))
area.right("an array without dimensions", np.array(28.27))
area.right("a fraction", Fraction(2827, 100))
area.right("a decimal number", Decimal("28.27"))
area.right("all the digits that Python has", math.pi * 3**2)
area.right("with a pi of four decimal places, which is right to two", 3.1416 * 9)
area.right("three decimal places", 28.274)
area.right(
    "a sum of thin rings, rounded",
    round(sum(2 * math.pi * (i + 0.5) * 1e-3**2 for i in range(3000)), 2),
)
