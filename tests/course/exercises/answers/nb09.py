"""Answers to the exercises of notebook 09."""
# ruff: noqa: RET503

from collections import OrderedDict
from enum import StrEnum
from fractions import Fraction
from functools import partial, reduce
from math import nan
from operator import itemgetter
from statistics import fmean
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from tests.course.exercises.answers import Answers
from toynn import relu

solved = Answers("09.solved")


@solved.wrong("looks at the training loss", named="judged by the training loss")
def _(runs, limit):
    return sum(run[0] < limit for run in runs) / len(runs)


@solved.wrong("both losses have to be below the limit", named="the training loss counts too")
def _(runs, limit):
    return sum(training < limit and test < limit for training, test in runs) / len(runs)


@solved.wrong(
    "one of the two losses below the limit is enough", named="the training loss counts too"
)
def _(runs, limit):
    return sum(training < limit or test < limit for training, test in runs) / len(runs)


@solved.wrong(
    "the mean over both columns: losses below the limit, and not runs",
    named="losses counted instead of runs",
)
def _(runs, limit):
    return np.mean(np.array(runs) < limit)


@solved.wrong(
    "a loss of just the limit counts as below", named="equal to the limit counts as below"
)
def _(runs, limit):
    return sum(test <= limit for _, test in runs) / len(runs)


@solved.wrong("how many, and not the share", named="the number of runs instead of their share")
def _(runs, limit):
    return sum(test < limit for _, test in runs)


@solved.wrong("in percent", named="in percent")
def _(runs, limit):
    return 100 * sum(test < limit for _, test in runs) / len(runs)


@solved.wrong("a whole division", named="a whole division")
def _(runs, limit):
    return sum(test < limit for _, test in runs) // len(runs)


@solved.wrong(
    "the 0.02 from the text above in place of the limit", named="0.02 instead of the limit"
)
def _(runs, limit):
    return sum(test < 0.02 for _, test in runs) / len(runs)


@solved.wrong("always five runs", named="divided by a fixed number")
def _(runs, limit):
    return sum(test < limit for _, test in runs) / 5


@solved.wrong("the share of runs that are not solved", named="the share that failed")
def _(runs, limit):
    return sum(test > limit for _, test in runs) / len(runs)


@solved.wrong(
    "those above the limit taken from 1, so a loss of just the limit is solved",
    named="equal to the limit counts as below",
)
def _(runs, limit):
    return 1 - sum(test > limit for _, test in runs) / len(runs)


@solved.wrong(
    "whether the mean test loss is below the limit", named="the mean loss instead of the share"
)
def _(runs, limit):
    return fmean(test for _, test in runs) < limit


@solved.wrong("the mean of the test losses below the limit", named="losses added up")
def _(runs, limit):
    below = [test for _, test in runs if test < limit]
    return sum(below) / len(runs)


@solved.wrong(
    "return one step too far to the right, after the first run", named="it ends after the first run"
)
def _(runs, limit):
    n = 0
    for _, test in runs:
        if test < limit:
            n += 1
        return n / len(runs)


@solved.wrong("the last run is left out", named="one run is left out")
def _(runs, limit):
    n = 0
    for i in range(len(runs) - 1):
        if runs[i][1] < limit:
            n += 1
    return n / len(runs)


@solved.wrong("printed and not given back", told="prints something, but returns nothing")
def _(runs, limit):
    print(sum(test < limit for _, test in runs) / len(runs))


@solved.wrong("a column of a list, which only arrays have", told="list indices must be integers")
def _(runs, limit):
    return (runs[:, 1] < limit).mean()


@solved.wrong(
    "the second run in place of the second number of each", named="a row instead of a column"
)
def _(runs, limit):
    return np.mean(np.array(runs)[1] < limit)


@solved.wrong("divided by the two losses of a pair", named="divided by a fixed number")
def _(runs, limit):
    return sum(test < limit for _, test in runs) / len(runs[0])


@solved.wrong("the two losses of a pair exchanged while unpacking, and the comparison too")
def _(runs, limit):
    return sum(test > limit for test, training in runs) / len(runs)


@solved.wrong("rounded to one digit", named="rounded")
def _(runs, limit):
    return round(sum(test < limit for _, test in runs) / len(runs), 1)


@solved.wrong("a text in percent", told="gives the text '0%'. It should be a number")
def _(runs, limit):
    return f"{sum(test < limit for _, test in runs) / len(runs):.0%}"


@solved.wrong("the runs are used up", told="changes its argument `runs`")
def _(runs, limit):
    n, good = len(runs), 0
    while runs:
        good += runs.pop()[1] < limit
    return good / n


@solved.wrong(
    "runs of run_many, with names, and not pairs", told="'tuple' object has no attribute 'test'"
)
def _(runs, limit):
    return sum(run.test < limit for run in runs) / len(runs)


@solved.wrong("the dots are left where the condition goes", told="Replace `...`")
def _(runs, limit):
    return sum(test < limit for _, test in runs) / ...


@solved.right("the mean of a comparison of arrays")
def _(runs, limit):
    return (np.asarray(runs)[:, 1] < limit).mean()


@solved.right("a fraction")
def _(runs, limit):
    return Fraction(len([test for _, test in runs if test < limit]), len(runs))


@solved.right("recursion, run by run")
def _(runs, limit):
    def count(rest):
        return int(rest[0][1] < limit) + count(rest[1:]) if len(rest) else 0

    return count(runs) / len(runs)


@solved.right("the unsolved ones taken from 1")
def _(runs, limit):
    return 1 - sum(test >= limit for _, test in runs) / len(runs)


@solved.right("sorted, and the place of the limit found by bisection")
def _(runs, limit):
    tests = np.sort([test for _, test in runs])
    return np.searchsorted(tests, limit, side="left") / len(runs)


@solved.right("a float32 without axes")
def _(runs, limit):
    return np.array(np.mean([run[-1] < limit for run in runs]), dtype=np.float32)


def with_reduce(measure, runs, limit):
    """The share whose measure is below a limit, added up by hand."""
    return reduce(lambda n, run: n + (measure(run) < limit), runs, 0) / len(runs)


solved.right("partial, with itemgetter and reduce", partial(with_reduce, itemgetter(1)))
solved.right("statistics.fmean in a lambda", lambda runs, limit: fmean(b < limit for _, b in runs))


# ---- The smallest network for the circle: (4,), the only one of at most 4 neurons that does it

circle = Answers("09.circle")

circle.wrong(
    "three, since three cuts close: seed 1 does not get there in 200 epochs",
    (3,),
    named="overfitting taken for success",
)
circle.wrong("two neurons", (2,), named="two cuts do not close")
circle.wrong("no hidden neurons", (), named="no hidden layer")
circle.wrong(
    "two layers of two: four neurons, but four of five seeds stay far off",
    (2, 2),
    named="neurons behind the first layer",
)
circle.wrong(
    "three, and the output as a layer of its own", (3, 1), named="neurons behind the first layer"
)
circle.wrong(
    "one layer more than needed, from the playground's first screen",
    (4, 2),
    named="more neurons than it takes",
)
circle.wrong("one neuron too many", (5,), named="more neurons than it takes")
circle.wrong("five neurons in two layers", (3, 2), named="more neurons than it takes")
circle.wrong("the one that the cell above tries", (8,), named="more neurons than it takes")
circle.wrong("the one that the comment shows", (8, 8), named="more neurons than it takes")
circle.wrong(
    "six in one layer, of which seed 1 does not get there",
    (6,),
    named="overfitting taken for success",
)
circle.wrong(
    "inputs and output counted as layers", (2, 4, 1), named="neurons behind the first layer"
)
circle.wrong("a text", "(4,)", told="without quotation marks")
circle.wrong("a text of one digit", "4", told="without quotation marks")
circle.wrong("a layer in a layer", [[4]], told="has [4] for a layer")
circle.wrong("a dict, as the next exercise has it", {"hidden": (4,)}, told="is {'hidden': (4,)}")
circle.wrong("the number of weights and biases", (17,), told="a layer of 17 neurons")
circle.wrong("a layer without neurons", (4, 0), told="a layer of 0 neurons")
circle.wrong("a negative layer", (-4,), told="a layer of -4 neurons")
circle.wrong("half a neuron too many", (4.5,), told="has 4.5 for a layer")
circle.wrong("the word for the number", ("four",), told="has 'four' for a layer")
circle.wrong("None for no second layer", (4, None), told="has None for a layer")
circle.wrong("the dots in the tuple are left", (4, ...), told="Replace `...`")
circle.wrong("nan neurons", (nan,), told="has nan for a layer")
circle.wrong("True for each neuron", (True, True, True, True), told="has True for a layer")


circle.wrong("a set, which has no order", {4})


class Topology(NamedTuple):
    """The neurons of each layer, by name."""

    first: int


circle.right("a tuple of one", (4,))
circle.right("the comma of a tuple of one is forgotten", (4))  # a number alone is one layer
circle.right("a float that is a whole number", (4.0,))
circle.right("an array of floats", np.array([4.0]))
circle.right("a range", range(4, 5))
circle.right("a list", [4])
circle.right("an array", np.array([4]))
circle.right("a tuple with a number of NumPy", (np.int64(4),))
circle.right("a list with a small number of NumPy", [np.uint8(4)])
circle.right("a tuple whose place has a name", Topology(first=4))
circle.right("a tuple out of a loop", tuple(n for n in range(8) if n == 4))


# ---- The smallest network for XOR: relu and (5,), the only one of at most 5 neurons that does it

xor = Answers("09.xor")

xor.wrong(
    "four tanh, as the text puts it on the screen",
    {"activation": "tanh", "hidden": (4,)},
    named="only some of the seeds",
)
xor.wrong(
    "four relu: all seeds but one",
    {"activation": "relu", "hidden": (4,)},
    named="only some of the seeds",
)
xor.wrong(
    "three relu: all seeds but one",
    {"activation": "relu", "hidden": (3,)},
    named="only some of the seeds",
)
xor.wrong(
    "two relu, which could do it by hand",
    {"activation": "relu", "hidden": (2,)},
    named="none of the seeds",
)
xor.wrong(
    "two tanh, for XOR of notebook 03",
    {"activation": "tanh", "hidden": (2,)},
    named="none of the seeds",
)
xor.wrong(
    "two layers of two tanh", {"activation": "tanh", "hidden": (2, 2)}, named="none of the seeds"
)
xor.wrong(
    "five tanh: three of five seeds",
    {"activation": "tanh", "hidden": (5,)},
    named="only some of the seeds",
)
xor.wrong(
    "five sigmoid", {"activation": "sigmoid", "hidden": (5,)}, named="the sigmoid takes too long"
)
xor.wrong(
    "eight linear ones, which have no bend",
    {"activation": "linear", "hidden": (8,)},
    named="layers without bends",
)
xor.wrong(
    "one more than needed",
    {"activation": "relu", "hidden": (6,)},
    named="more neurons than it takes",
)
xor.wrong(
    "seven relu: more, and one seed fails",
    {"activation": "relu", "hidden": (7,)},
    named="only some of the seeds",
)
xor.wrong(
    "eight tanh do it, but five others would",
    {"activation": "tanh", "hidden": (8,)},
    named="more neurons than it takes",
)
xor.wrong(
    "the layers of the comment",
    {"activation": "relu", "hidden": (8, 8)},
    named="more neurons than it takes",
)
xor.wrong("no hidden neurons", {"activation": "relu", "hidden": ()}, named="no hidden layer")
xor.wrong(
    "five neurons in two layers",
    {"activation": "relu", "hidden": (3, 2)},
    named="only some of the seeds",
)
xor.wrong(
    "the layers as a text", {"activation": "relu", "hidden": "(5,)"}, told="without quotation marks"
)
xor.wrong(
    "a letter too few in the activation",
    {"activation": "rel", "hidden": (5,)},
    told="Did you mean 'relu'?",
)
xor.wrong(
    "an activation that is not on the list",
    {"activation": "softplus", "hidden": (5,)},
    told="There is no 'softplus'. You can choose from",
)
xor.wrong(
    "toynn's name for linear",
    {"activation": "identity", "hidden": (5,)},
    told="Did you mean 'linear'?",
)
xor.wrong(
    "the activation and not its name",
    {"activation": relu, "hidden": (5,)},
    told="one name in quotation marks",
)
xor.wrong(
    "one activation for each layer",
    {"activation": ("relu",), "hidden": (5,)},
    told="one name in quotation marks",
)
xor.wrong("a misspelt key", {"activation": "relu", "hiden": (5,)}, told="Did you mean 'hidden'?")
xor.wrong(
    "the name of the exercise before as a key",
    {"activation": "relu", "circle_hidden": (5,)},
    told="Did you mean 'hidden'?",
)
xor.wrong("the activation is missing", {"hidden": (5,)}, told="`activation` is missing")
xor.wrong(
    "only the layers, as in the exercise before", (5,), told="It should be a dict with the keys"
)
xor.wrong("a pair in place of a dict", ("relu", (5,)), told="It should be a dict with the keys")
xor.wrong(
    "the activation is left blank",
    {"activation": ..., "hidden": (5,)},
    told="Still to fill in: `activation`",
)
xor.wrong(
    "the layers are left blank",
    {"activation": "relu", "hidden": ...},
    told="Still to fill in: `hidden`",
)
xor.wrong("a set of the two keys", {"relu", "hidden"}, told="It should be a dict")
xor.wrong(
    "two values exchanged",
    {"activation": (5,), "hidden": "relu"},
    told="one name in quotation marks",
)
xor.wrong("a negative layer", {"activation": "relu", "hidden": (-5,)}, told="a layer of -5 neurons")
xor.wrong(
    "nan among the layers", {"activation": "relu", "hidden": (nan,)}, told="has nan for a layer"
)
xor.wrong(
    "None for the layers",
    {"activation": "relu", "hidden": None},
    told="For no hidden layer, write ()",
)
xor.wrong(
    "the product as an input, which the rules do not give",
    {"activation": "tanh", "hidden": (), "features": ("X1X2",)},
    told="'features' does not belong here",
)
xor.wrong(
    "another rate, which the rules do not give",
    {"activation": "relu", "hidden": (4,), "learning_rate": 0.3},
    told="'learning_rate' does not belong here",
)
xor.wrong(
    "more epochs, which the rules do not give",
    {"activation": "tanh", "hidden": (4,), "epochs": 2000},
    told="'epochs' does not belong here",
)
xor.wrong(
    "no epochs at all",
    {"activation": "relu", "hidden": (5,), "epochs": 0},
    told="'epochs' does not belong here",
)
xor.wrong(
    "a negative rate",
    {"activation": "relu", "hidden": (5,), "learning_rate": -0.1},
    told="'learning_rate' does not belong here",
)
xor.wrong(
    "an easier data set",
    {"activation": "tanh", "hidden": (1,), "dataset": "gauss"},
    told="'dataset' does not belong here",
)


xor.wrong(  # the task: two keys, everything else is given
    "the usual rate, which changes nothing",
    {"activation": "relu", "hidden": (5,), "learning_rate": 0.1},
    told="'learning_rate' does not belong here",
)


class Bend(StrEnum):
    """The activations as an enumeration of texts."""

    RELU = "relu"
    TANH = "tanh"


xor.right("the comma of a tuple of one is forgotten", {"activation": "relu", "hidden": (5)})
xor.right("capitals in the activation", {"activation": "ReLU", "hidden": (5,)})
xor.right("a mapping that is no dict", MappingProxyType({"activation": "relu", "hidden": (5,)}))
xor.right("a list", {"activation": "relu", "hidden": [5]})
xor.right("the other order", {"hidden": (5,), "activation": "relu"})
xor.right("an array", {"activation": "relu", "hidden": np.array([5])})
xor.right("text and number of NumPy", {"activation": np.str_("relu"), "hidden": (np.int64(5),)})
xor.right("an ordered dict", OrderedDict(activation="relu", hidden=(5,)))
xor.right("a text out of an enumeration", {"activation": Bend.RELU, "hidden": (5,)})
xor.right(
    "a dict put together",
    {"activation": "tanh", "hidden": (8,)} | {"activation": "relu", "hidden": (5,)},
)


# ---- A small network for the spiral

spiral = Answers("09.spiral")
SINES = ("X1", "X2", "sin(X1)", "sin(X2)")
SQUARES_AND_SINES = ("X1", "X2", "X1^2", "X2^2", "sin(X1)", "sin(X2)")
ALL = ("X1", "X2", "X1^2", "X2^2", "X1X2", "sin(X1)", "sin(X2)")

spiral.wrong(
    "X1 and X2 only, in two layers",
    {"features": ("X1", "X2"), "hidden": (8, 4)},
    named="features that do not go up and down",
)
spiral.wrong(
    "X1 and X2 only, three layers of four",
    {"features": ("X1", "X2"), "hidden": (4, 4, 4)},
    named="features that do not go up and down",
)
spiral.wrong(
    "the features and layers of the comments",
    {"features": ("X1", "X2", "X1X2"), "hidden": (8, 8)},
    told="has 16 neurons in all. The task allows 12",
)
spiral.wrong(
    "good, but sixteen neurons as in the picture",
    {"features": SINES, "hidden": (8, 8)},
    told="has 16 neurons in all. The task allows 12",
)
spiral.wrong(
    "sines, and 8 and 4: three of five seeds",
    {"features": SINES, "hidden": (8, 4)},
    named="overfitting taken for success",
)
spiral.wrong(
    "sines, and a single layer of eight",
    {"features": SINES, "hidden": (8,)},
    named="overfitting taken for success",
)
spiral.wrong(
    "sines, and six: all seeds but one",
    {"features": SINES, "hidden": (6,)},
    named="overfitting taken for success",
)
spiral.wrong(
    "sines, and 8 and 3: all seeds but the last",
    {"features": SINES, "hidden": (8, 3)},
    named="overfitting taken for success",
)
spiral.wrong(
    "sines, and a narrow first layer",
    {"features": SINES, "hidden": (4, 8)},
    named="only some of the seeds",
)
spiral.wrong("sines, and four", {"features": SINES, "hidden": (4,)}, named="none of the seeds")
spiral.wrong(
    "the sines without X1 and X2",
    {"features": ("sin(X1)", "sin(X2)"), "hidden": (8, 4)},
    named="nothing but the sines",
)
spiral.wrong(
    "all seven features, and 8 and 4",
    {"features": ALL, "hidden": (8, 4)},
    named="only some of the seeds",
)
spiral.wrong(
    "all seven features, and 6 and 6: all seeds but one",
    {"features": ALL, "hidden": (6, 6)},
    named="only some of the seeds",
)
spiral.wrong(
    "all seven features without a hidden layer",
    {"features": ALL, "hidden": ()},
    named="no hidden layer",
)
spiral.wrong(
    "one sine only",
    {"features": ("X1", "X2", "sin(X1)"), "hidden": (8, 4)},
    named="one of the two sines",
)
spiral.wrong(
    "one neuron too many, 8 and 5",
    {"features": SINES, "hidden": (8, 5)},
    told="has 13 neurons in all. The task allows 12",
)
spiral.wrong(
    "six layers of two",
    {"features": SINES, "hidden": (2, 2, 2, 2, 2, 2)},
    named="none of the seeds",
)
spiral.wrong(
    "sines without the bracket",
    {"features": ("X1", "X2", "sin X1", "sin X2"), "hidden": (8, 2)},
    told="Did you mean 'sin(X1)'?",
)
spiral.wrong(
    "a sine as in NumPy",
    {"features": ("X1", "X2", "np.sin(X1)", "np.sin(X2)"), "hidden": (8, 2)},
    told="Did you mean 'sin(X1)'?",
)
spiral.wrong(
    "cosines, which are not offered",
    {"features": ("X1", "X2", "cos(X1)", "cos(X2)"), "hidden": (8, 2)},
    told="There is no 'cos(X1)'. You can choose from",
)
spiral.wrong(
    "all features in one text",
    {"features": "X1, X2, sin(X1), sin(X2)", "hidden": (8, 2)},
    told="is one text",
)
spiral.wrong(
    "a comma between two texts is forgotten",
    {"features": ("X1", "X2", "sin(X1)sin(X2)"), "hidden": (8, 2)},
    told="is one text",
)
spiral.wrong(
    "a feature given twice",
    {"features": ("X1", "X1", "X2", "sin(X1)", "sin(X2)"), "hidden": (8, 2)},
    told="'X1' is there twice",
)
spiral.wrong("no features", {"features": (), "hidden": (8, 2)}, told="needs at least one input")
spiral.wrong("how many features", {"features": 4, "hidden": (8, 2)}, told="`features` is 4")
spiral.wrong(
    "the layers as one number",
    {"features": SINES, "hidden": 10},
    told="a layer of 10 neurons. It should have 1 to 8",
)
spiral.wrong(
    "the layers as a text", {"features": SINES, "hidden": "8, 2"}, told="without quotation marks"
)
spiral.wrong(
    "the values exchanged", {"features": (8, 2), "hidden": SINES}, told="`features` holds 8"
)
spiral.wrong(
    "a misspelt key", {"feature": SINES, "hidden": (8, 2)}, told="Did you mean 'features'?"
)
spiral.wrong(
    "the layers are left blank",
    {"features": SINES, "hidden": ...},
    told="Still to fill in: `hidden`",
)
spiral.wrong("only the features", SINES, told="It should be a dict with the keys")
spiral.wrong(
    "a layer without neurons", {"features": SINES, "hidden": (8, 2, 0)}, told="a layer of 0 neurons"
)
spiral.wrong(
    "None in place of a second layer",
    {"features": SINES, "hidden": (8, None)},
    told="has None for a layer",
)
spiral.wrong(
    "functions in place of names",
    {"features": ("X1", "X2", np.sin, np.sin), "hidden": (8, 2)},
    told="`features` holds sin",
)
spiral.wrong(
    "more epochs, which the rules do not give",
    {"features": SINES, "hidden": (8, 4), "epochs": 1000},
    told="'epochs' does not belong here",
)
spiral.wrong(
    "another activation, which the rules do not give",
    {"features": SINES, "hidden": (8, 4), "activation": "relu"},
    told="'activation' does not belong here",
)
spiral.wrong(
    "a text in place of the dict",
    "features: sin(X1), sin(X2); hidden: 8, 2",
    told="It should be a dict",
)

spiral.wrong(  # the task: 8 neurons at most in each layer
    "twelve in one layer, more than the eight of the text",
    {"features": SINES, "hidden": (12,)},
    told="a layer of 12 neurons. It should have 1 to 8",
)
spiral.wrong(
    "a product with its letters the other way round",
    {"features": (*SINES, "X2X1"), "hidden": (8, 2)},
    told="Did you mean 'X1X2'?",
)

spiral.right(
    "x with a small letter in the sines",
    {"features": ("X1", "X2", "sin(x1)", "sin(x2)"), "hidden": (8, 2)},
)
spiral.right("a set of features", {"features": set(SINES), "hidden": (8, 2)})
spiral.right("ten neurons, with the sines", {"features": SINES, "hidden": (8, 2)})
spiral.right(
    "lists, and the features in another order",
    {"features": ["sin(X2)", "X2", "sin(X1)", "X1"], "hidden": [8, 2]},
)
spiral.right("two layers of six, just twelve neurons", {"features": SINES, "hidden": (6, 6)})
spiral.right("three layers", {"hidden": (8, 2, 2), "features": SINES})
spiral.right(
    "three layers that narrow, with a single neuron last", {"features": SINES, "hidden": (8, 3, 1)}
)
spiral.right(
    "squares and sines, just twelve neurons", {"features": SQUARES_AND_SINES, "hidden": (8, 4)}
)
spiral.right(
    "one square, and arrays for both",
    {"features": np.array(["X1", "X2", "X2^2", "sin(X1)", "sin(X2)"]), "hidden": np.array([8, 4])},
)
spiral.right(
    "numbers and texts of NumPy",
    {"features": tuple(map(np.str_, SINES)), "hidden": tuple(np.arange(6, 0, -2))},
)


# ---- Fewest numbers: the squares and no hidden layer have three

fewest = Answers("09.fewest")
SQUARES = ("X1^2", "X2^2")

fewest.wrong(
    "three neurons, as many numbers as the text shows",
    {"features": ("X1", "X2"), "hidden": (3,)},
    named="overfitting taken for success",
)
fewest.wrong(
    "four neurons, the smallest of the exercise before",
    {"features": ("X1", "X2"), "hidden": (4,)},
    named="hidden neurons that better features replace",
)
fewest.wrong("two neurons", {"features": ("X1", "X2"), "hidden": (2,)}, named="none of the seeds")
fewest.wrong("two and one", {"features": ("X1", "X2"), "hidden": (2, 1)}, named="none of the seeds")
fewest.wrong(
    "a line is no circle",
    {"features": ("X1", "X2"), "hidden": ()},
    named="no circle in the features",
)
fewest.wrong(
    "one square alone",
    {"features": ("X1^2",), "hidden": ()},
    named="one feature cannot say where the ring is",
)
fewest.wrong(
    "one square alone, with two neurons",
    {"features": ("X1^2",), "hidden": (2,)},
    named="none of the seeds",
)
fewest.wrong(
    "a square and the other input",
    {"features": ("X1^2", "X2"), "hidden": ()},
    named="no circle in the features",
)
fewest.wrong(
    "the product in place of squares",
    {"features": ("X1X2",), "hidden": ()},
    named="one feature cannot say where the ring is",
)
fewest.wrong(
    "the product beside X1 and X2",
    {"features": ("X1", "X2", "X1X2"), "hidden": ()},
    named="no circle in the features",
)
fewest.wrong(
    "sines in place of squares",
    {"features": ("sin(X1)", "sin(X2)"), "hidden": ()},
    named="no circle in the features",
)
fewest.wrong(
    "squares and three neurons: it does it, with 13 numbers again",
    {"features": SQUARES, "hidden": (3,)},
    named="hidden neurons that better features replace",
)
fewest.wrong(
    "squares, and the playground's layers",
    {"features": SQUARES, "hidden": (4, 2)},
    named="hidden neurons that better features replace",
)
fewest.wrong(
    "squares as Python writes them",
    {"features": ("X1**2", "X2**2"), "hidden": ()},
    told="Did you mean 'X1^2'?",
)
fewest.wrong(
    "squares with a raised 2",
    {"features": ("X1²", "X2²"), "hidden": ()},
    told="Did you mean 'X1^2'?",
)
fewest.wrong(
    "squares without the ^", {"features": ("X12", "X22"), "hidden": ()}, told="Did you mean 'X1^2'?"
)
fewest.wrong(
    "squares as products", {"features": ("X1X1", "X2X2"), "hidden": ()}, told="Did you mean 'X1^2'?"
)
fewest.wrong(
    "the sum of the squares as one feature",
    {"features": ("X1^2 + X2^2",), "hidden": ()},
    told="is one text",
)
fewest.wrong(
    "a text in place of a tuple", {"features": "X1^2, X2^2", "hidden": ()}, told="is one text"
)
fewest.wrong(
    "a bracket without a comma, which is a text",
    {"features": ("X1^2"), "hidden": ()},
    told="needs a comma",
)
fewest.wrong(
    "the comma between two texts is forgotten",
    {"features": ("X1^2X2^2"), "hidden": ()},
    told="is one text",
)
fewest.wrong(
    "0 for no hidden layer",
    {"features": SQUARES, "hidden": 0},
    told="For no hidden layer, write ()",
)
fewest.wrong(
    "a layer of 0 neurons for no hidden layer",
    {"features": SQUARES, "hidden": (0,)},
    told="For no hidden layer, write ()",
)
fewest.wrong(
    "None for no hidden layer",
    {"features": SQUARES, "hidden": None},
    told="For no hidden layer, write ()",
)
fewest.wrong(
    "a text for no hidden layer",
    {"features": SQUARES, "hidden": "()"},
    told="without quotation marks",
)
fewest.wrong(
    "empty brackets in brackets", {"features": SQUARES, "hidden": ((),)}, told="has () for a layer"
)
fewest.wrong(
    "no features at all, which would be one number",
    {"features": (), "hidden": ()},
    told="needs at least one input",
)
fewest.wrong("a misspelt key", {"featurs": SQUARES, "hidden": ()}, told="Did you mean 'features'?")
fewest.wrong("the layers are missing", {"features": SQUARES}, told="`hidden` is missing")
fewest.wrong(
    "the layers are left blank",
    {"features": SQUARES, "hidden": ...},
    told="Still to fill in: `hidden`",
)
fewest.wrong("how many numbers there are", 3, told="It should be a dict")
fewest.wrong("a pair in place of a dict", (SQUARES, ()), told="It should be a dict")
fewest.wrong(
    "numbers of the features", {"features": (3, 4), "hidden": ()}, told="`features` holds 3"
)
fewest.wrong(
    "None beside a feature",
    {"features": ("X1^2", None), "hidden": ()},
    told="`features` holds None",
)
fewest.wrong(
    "one square given twice",
    {"features": ("X1^2", "X1^2"), "hidden": ()},
    told="'X1^2' is there twice",
)
fewest.wrong(
    "a list in a list",
    {"features": [["X1^2", "X2^2"]], "hidden": []},
    told="`features` holds ['X1^2', 'X2^2']",
)
fewest.wrong(
    "another data set, which the rules do not give",
    {"features": ("X1",), "hidden": (), "dataset": "gauss"},
    told="'dataset' does not belong here",
)
fewest.wrong(
    "no epochs at all, which the rules do not give",
    {"features": SQUARES, "hidden": (), "epochs": 0},
    told="'epochs' does not belong here",
)

fewest.wrong(  # the task: the network with the fewest numbers
    "five numbers, two more than needed",
    {"features": SQUARES, "hidden": (1,)},
    named="hidden neurons that better features replace",
)
fewest.wrong(
    "the squares, and X1 and X2 as well",
    {"features": ("X1", "X2", *SQUARES), "hidden": ()},
    named="more features than it takes",
)

fewest.right("squares with a small x", {"features": ("x1^2", "x2^2"), "hidden": ()})
fewest.right("an empty array of floats", {"features": SQUARES, "hidden": np.array([])})
fewest.right("the squares, and no hidden layer", {"features": ("X1^2", "X2^2"), "hidden": ()})
fewest.right("lists", {"features": ["X1^2", "X2^2"], "hidden": []})
fewest.right(
    "the other order, of keys and of features", {"hidden": (), "features": ("X2^2", "X1^2")}
)
fewest.right(
    "an array of texts, and an empty list", {"features": np.array(["X1^2", "X2^2"]), "hidden": []}
)
fewest.right(
    "an empty array of whole numbers", {"features": SQUARES, "hidden": np.array([], dtype=int)}
)
fewest.right("texts put together", {"features": tuple(f"X{i}^2" for i in (1, 2)), "hidden": ()})
fewest.right(
    "texts of NumPy in an ordered dict",
    OrderedDict(features=tuple(map(np.str_, SQUARES)), hidden=()),
)


# ---- Four failures

why = Answers("09.why")


def reasons(bends, asleep, twins, memorise):
    """The dict of the stub."""
    return {
        "Layers without bends": bends,
        "Asleep": asleep,
        "Twins": twins,
        "Memorise": memorise,
    }


why.wrong(
    "no failure at Memorise, since its training loss is low",
    reasons("B", "A", "D", "F"),
    named="overfitting taken for success",
)
why.wrong(
    "too few neurons where layers have no bend",
    reasons("E", "A", "D", "C"),
    named="more neurons as the cure for everything",
)
why.wrong(
    "too few neurons at Twins",
    reasons("B", "A", "E", "C"),
    named="more neurons as the cure for everything",
)
why.wrong(
    "too few neurons at Asleep",
    reasons("B", "E", "D", "C"),
    named="more neurons as the cure for everything",
)
why.wrong(
    "Asleep and Twins are exchanged",
    reasons("B", "D", "A", "C"),
    named="no gradient, for another reason",
)
why.wrong(
    "the first two are exchanged", reasons("A", "B", "D", "C"), named="the bend taken for the slope"
)
why.wrong(
    "the last two are exchanged",
    reasons("B", "A", "C", "D"),
    named="memorised without a low training loss",
)
why.wrong(
    "B twice: the twins fold into one",
    reasons("B", "A", "B", "C"),
    named="equal neurons taken for folded layers",
)
why.wrong(
    "in the order of the list", reasons("A", "B", "C", "D"), named="the bend taken for the slope"
)
why.wrong("all F", reasons("F", "F", "F", "F"), named="a high loss is no success")
why.wrong("numbers in place of letters", reasons(2, 1, 4, 3), told="quotation marks")
why.wrong("letters counted from 0", reasons(1, 0, 3, 2), told="quotation marks")
why.wrong(
    "two letters, to be on the safe side",
    reasons("B", "A, D", "D", "C"),
    told="It should be one of 'A'",
)
why.wrong(
    "a list of letters, to be on the safe side",
    reasons("B", ["A", "B", "C", "D", "E", "F"], "D", "C"),
    told="quotation marks",
)
why.wrong("one is left blank", reasons("B", "A", "D", ...), told="Still to fill in: `Memorise`")
why.wrong("one is None", reasons("B", None, "D", "C"), told="quotation marks")
why.wrong(
    "a letter that is not on the list", reasons("B", "A", "D", "G"), told="It should be one of 'A'"
)
why.wrong("an empty text", reasons("", "A", "D", "C"), told="It should be one of 'A'")
why.wrong(
    "all four letters in each place",
    reasons("BADC", "BADC", "BADC", "BADC"),
    told="It should be one of 'A'",
)
why.wrong("nan in one place", reasons("B", "A", nan, "C"), told="quotation marks")
why.wrong("True for each", reasons(True, True, True, True), told="quotation marks")
why.wrong(
    "a card is missing",
    {"Layers without bends": "B", "Asleep": "A", "Memorise": "C"},
    told="`Twins` is missing",
)
why.wrong(
    "a card is misspelt",
    {"Layers without bends": "B", "Asleep": "A", "Twin": "D", "Memorise": "C"},
    told="`Twins` is missing",
)
why.wrong(
    "the letters lead to the cards",
    {"B": "Layers without bends", "A": "Asleep", "D": "Twins", "C": "Memorise"},
    told="`Layers without bends` is missing",
)
why.wrong("a set, which has no order", {"A", "B", "C", "D"}, told="It should be a dict")
why.wrong(
    "bytes, and two of them exchanged", reasons(b"B", b"D", b"A", b"C"), told="quotation marks"
)


class Reason(StrEnum):
    """The letters as an enumeration of texts."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


why.right("with full stops and brackets", reasons("B.", "(A)", "D)", "C"))
why.right("with the reason", reasons("B: the layers fold into one", "A", "D. All alike", "C"))
why.right("all four in one text, in the order of the stub", "B A D C")
why.right("a list", ["B", "A", "D", "C"])
why.right("as the stub has it", reasons("B", "A", "D", "C"))
why.right("small letters", reasons("b", "a", "d", "c"))
why.right("blanks around the letters", reasons(" B", "A ", " D ", "C"))
why.right(
    "another order of the cards",
    {"Memorise": "C", "Twins": "D", "Asleep": "A", "Layers without bends": "B"},
)
why.right("texts of NumPy", reasons(*np.array(["B", "A", "D", "C"])))
why.right("letters out of an enumeration", reasons(Reason.B, Reason.A, Reason.D, Reason.C))
why.right("an ordered dict, with small and large letters", OrderedDict(reasons("B", "a", "D", "c")))
