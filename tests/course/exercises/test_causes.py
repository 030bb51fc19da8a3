"""The sentence about an exception is true: for each kind of slip, in Python's own words."""

import math

import numpy as np
import pytest

from toynn_course.exercises.engine.causes import CAUSES, cause_of, limit_of, names_in
from toynn_course.exercises.engine.operands import shapes_at
from toynn_course.exercises.engine.outcome import _kind_of

V, M, ONE = np.ones(3), np.ones((2, 3)), [1.0, 2.0]


def lines(text):
    """A function that runs these lines."""
    return lambda: exec(text, {"np": np, "V": V, "M": M, "math": math})  # noqa: S102


SLIPS = {  # what a reader writes, and words of the sentence about it
    "V ^ 2": "write `x**2`",
    "2.5 ^ 2": "write `x**2`",
    "(V > 0.5) & V": "`&`, `|` and `~` work on True, False and whole numbers",
    "V + ...": "still a `...`",
    "np.exp(...)": "still a `...`",
    "math.exp(...)": "still a `...`",
    "-...": "still a `...`",
    "2(3)": "this value is a number. Is a `*` missing",
    "V(3)": "this value is an array",
    "np(3)": "this value is a module",
    "np.exp[2]": "Round ones call it",
    "V.sum / 2": "has not been called",
    "None + 1": "ends without `return`",
    "print(1).shape": "ends without `return`",
    "(0, 5) + 0.5": "`0,5` is a tuple",
    "(0, 5) - V[0].item()": "`0,5` is a tuple",
    "float('0,5')": "Python writes decimals with a point",
    "float('zero')": "This text is not a number",
    "[1, 2] * 0.5": "repeats a list, a tuple or a text",
    "[1, 2] - [1, 2]": "Python does not calculate with lists",
    "[1, 2] + 1": "Python does not calculate with lists",
    "'1' + 1": "does not calculate with texts",
    "math.exp(V)": "those of NumPy",
    "math.exp([1])": "those of NumPy",
    "(lambda x: x)()": "without a value for 'x'",
    "np.sum(V, axs=1)": "no argument named `axs`",
    "(lambda x: x)(1, 2)": "too many arguments or too few",
    "5[0]": "a number has no parts",
    "len(5)": "Several values are needed here, and this is a number",
    "sum(5)": "Several values are needed here, and this is a number",
    "x, y = 5": "Several values are needed here, and this is a number",
    "[[1]][0, 0]": "`rows[0][1]`",
    "[1][1.0]": "`//` gives a whole number",
    "range(2.0)": "`//` gives a whole number",
    "V[1.0]": "`//` gives a whole number",
    "np.ones(2, 3)": "`np.zeros((2, 3))`",
    "x = (1, 2); x[0] = 3": "No part of a tuple can be changed",
    "x = np.arange(3); x += 0.5": "keeps whole numbers only",
    "'a' < 1": "which of two values",
    "1 if V > 0 else 2": "here is one for every number",
    "np.dot(M, M)": "shape (2,3), and the right one (2,3)",
    "M @ M": "left of `@` is 3, and the size that it meets to the right is 2",
    "V @ M": "left of `@` is 3, and the size that it meets to the right is 2",
    "V + np.ones(2)": "The shapes (3,) and (2,) do not fit",
    "M.reshape(5)": "6 numbers do not fill the shape (5,)",
    "np.array([[1, 2], [3]])": "must all have the same length",
    "x = np.zeros(2); x[0] = V": "takes one number",
    "x = np.zeros(2); x[:] = V": "An array of shape (3,) does not fit into a place of shape (2,)",
    "V.sum(axis=1)": "there is no axis 1",
    "x, y = 1, 2, 3": "the names on the left take 2",
    "x, y = (1,)": "need 2, and there are 1",
    "list(zip([1], [1, 2], strict=True))": "lists of the same length",
    "max([])": "There are no values",
    "math.log(0)": "A logarithm needs a number above 0",
    "math.sqrt(-1)": "not below 0",
    "1 / 0": "divided by 0",
    "0.0**-1.0": "A negative power divides",
    "V[5]": "There is no index 5: the number of values along this axis is 3",
    "V[-4]": "There is no index -4",
    "[1][5]": "The list is not that long",
    "(1,)[5]": "The tuple is not that long",
    "V[1, 1]": "fewer axes (1) than there are indices in the brackets (2)",
    "V[np.array([True, False])]": "An array of 2 True and False cannot choose from 3 values",
    "{'x': 1}['y']": "no key 'y'",
    "np.float(3)": "Python's own `float`",
    "V.append(3)": "cannot grow",
    "[1].shape": "An array has `.shape`",
    "np.ln(3)": "In `numpy` it is called `log`",
    "np.expp(3)": "Did you mean `exp",
    "math.exp(1000)": "too large for a float",
    "2.0**10000": "too large for a float",
    "ln(3)": "The natural logarithm is called `np.log`",
    "log(3)": "The natural logarithm is called `np.log`",
    "exp(3)": "NumPy's `exp` is called `np.exp`",
    "sqrt(3)": "`np.sqrt`",
    "pi * 2": "`np.pi`",
    "e**2": "`np.e`",
    "self.w": "only in a method",
    "plt.plot(V)": "The import is missing: `import matplotlib.pyplot as plt`",
    "qwertz + 1": "Nothing is called `qwertz` here",
    "import nump": "Did you mean `numpy`?",
    "assert False": "did not hold",
}


def raised(action):
    """The kind and the words of the exception."""
    try:
        action()
    except Exception as error:  # noqa: BLE001
        return _kind_of(error), " ".join(str(error).split())
    return "", ""


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_explained(slip):
    kind, text = raised(lines(slip))
    assert SLIPS[slip] in cause_of(kind, text)


def test_a_name_that_is_nearly_right_is_suggested():
    def sigmoid(weights, z):
        total = z
        return total + weights

    known = names_in(sigmoid)
    for wrong, right in [
        ("wieghts", "weights"),
        ("totl", "total"),
        ("pritn", "print"),
        ("mth", "math"),
    ]:
        assert cause_of("NameError", f"name '{wrong}' is not defined", known) == (
            f"Did you mean `{right}`?"
        )


def test_nothing_is_said_where_nothing_is_known():
    for kind in (*CAUSES, "NotImplementedError", "StopIteration"):
        said = cause_of(kind, "unheard of")
        assert said == "" or kind in (
            "KeyError",
            "ZeroDivisionError",
            "RecursionError",
            "AssertionError",
        )


def test_an_array_that_no_computer_can_hold_is_too_much_memory():
    for size in ((10**10, 10**10), 10**19):
        assert limit_of(*raised(lambda size=size: np.ones(size))) == "MemoryError"
    assert limit_of("ValueError", "anything else") == ""


def test_both_shapes_of_a_product_are_named():
    def turned(W, x):
        return 1 + W.T @ x

    def computed(W, x):
        return np.exp(x) @ np.exp(W)

    shapes = {}
    for function in (turned, computed):
        try:
            function(M, V)
        except ValueError as error:
            shapes[function.__name__] = shapes_at(error)
    assert shapes["turned"] == "`W.T` has the shape (3, 2), and `x` has the shape (3,)."
    assert shapes["computed"] == ""
