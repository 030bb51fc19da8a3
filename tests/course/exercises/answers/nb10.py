"""Answers to the exercises of notebook 10."""

import math
from fractions import Fraction

import numpy as np

from tests.course.exercises.answers import Answers

quarter = Answers("10.quarter")

quarter.right("in powers of ten", {"after_5": 1e-3, "after_10": 1e-6, "after_20": 1e-12})
quarter.right("computed", {"after_5": 0.25**5, "after_10": 0.25**10, "after_20": 0.25**20})
quarter.right("as a tuple", (0.001, 0.000001, 0.000000000001))
quarter.right("a little off", {"after_5": 0.002, "after_10": 5e-7, "after_20": 2e-12})
quarter.right(
    "as NumPy numbers",
    {"after_5": np.float64(0.001), "after_10": np.float32(1e-6), "after_20": np.exp(-27.0)},
)

quarter.wrong(
    "a quarter for each layer, added up",
    {"after_5": 1.25, "after_10": 2.5, "after_20": 5},
    named="added up instead of multiplied",
)
quarter.wrong(
    "divided by the layers",
    {"after_5": 0.05, "after_10": 0.025, "after_20": 0.0125},
    named="shared out between the layers",
)
quarter.wrong(
    "halved, as from one output to the next",
    {"after_5": 0.5**5, "after_10": 0.5**10, "after_20": 0.5**20},
    named="a half instead of a quarter",
)
quarter.wrong(
    "how many times smaller",
    {"after_5": 1000, "after_10": 1_000_000, "after_20": 10**12},
    named="upside down",
)
quarter.wrong(
    "twice the layers are half the gradient",
    {"after_5": 0.001, "after_10": 0.0005, "after_20": 0.00025},
    named="twice the layers, half of it",
)
quarter.wrong(
    "a percentage",
    {"after_5": 0.1, "after_10": 1e-4, "after_20": 1e-10},
    named="in percent",
)
quarter.wrong(
    "four zeros for every five layers", {"after_5": 1e-4, "after_10": 1e-8, "after_20": 1e-16}
)
quarter.wrong(
    "a zero for every five layers",
    {"after_5": 0.001, "after_10": 1e-4, "after_20": 1e-6},
)
quarter.wrong("as texts", {"after_5": "1e-3", "after_10": "1e-6", "after_20": "1e-12"}, told="text")
quarter.wrong(
    "in five layers steps forgotten at the end",
    {"after_5": 0.001, "after_10": 1e-6, "after_20": 1e-9},
    named="too few layers",
)
quarter.wrong(
    "one quarter", {"after_5": 0.25, "after_10": 0.25, "after_20": 0.25}, named="too few layers"
)
quarter.wrong("nothing at all", {"after_5": 0.001, "after_10": 1e-6, "after_20": 0})

xavier = Answers("10.xavier")


@xavier.right("the spread inside")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, (2 / (n_inputs + n_nodes)) ** 0.5, size=(n_nodes, n_inputs))


@xavier.right("uniform, as Glorot has it")
def _(rng, n_nodes, n_inputs):
    limit = np.sqrt(6 / (n_inputs + n_nodes))
    return rng.uniform(-limit, limit, (n_nodes, n_inputs))


@xavier.right("a list of lists")
def _(rng, n_nodes, n_inputs):
    spread = math.sqrt(2 / (n_inputs + n_nodes))
    return [[rng.normal(scale=spread) for _ in range(n_inputs)] for _ in range(n_nodes)]


@xavier.right("reshaped")
def _(rng, n_nodes, n_inputs):
    drawn = rng.standard_normal(n_nodes * n_inputs) / np.sqrt((n_inputs + n_nodes) / 2)
    return drawn.reshape(n_nodes, n_inputs)


@xavier.right("made in single precision")
def _(rng, n_nodes, n_inputs):
    shape = n_nodes, n_inputs
    return rng.standard_normal(shape, dtype=np.float32) * np.float32(math.sqrt(2 / sum(shape)))


@xavier.wrong("no root", named="the variance instead of the standard deviation")
def _(rng, n_nodes, n_inputs):
    variance = 2 / (n_inputs + n_nodes)
    return rng.normal(0, variance, (n_nodes, n_inputs))


@xavier.wrong("the spread as a limit", named="limits mixed up with the standard deviation")
def _(rng, n_nodes, n_inputs):
    limit = np.sqrt(2 / (n_inputs + n_nodes))
    return rng.uniform(-limit, limit, (n_nodes, n_inputs))


@xavier.wrong("the limit as a spread", named="limits mixed up with the standard deviation")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(6 / (n_inputs + n_nodes)), (n_nodes, n_inputs))


@xavier.wrong("fan-in alone", named="only one of the two numbers counts")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, 1 / np.sqrt(n_inputs), (n_nodes, n_inputs))


@xavier.wrong("fan-out alone", named="only one of the two numbers counts")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(1 / n_nodes), (n_nodes, n_inputs))


@xavier.wrong("1 above the sum", named="the 2 is missing")
def _(rng, n_nodes, n_inputs):
    return rng.standard_normal((n_nodes, n_inputs)) / np.sqrt(n_inputs + n_nodes)


@xavier.wrong("a bracket forgotten", named="a bracket is missing")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(2 / n_inputs + n_nodes), (n_nodes, n_inputs))


@xavier.wrong("the root of the 2 alone", named="the root of the 2 alone")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, 2**0.5 / (n_inputs + n_nodes), (n_nodes, n_inputs))


@xavier.wrong("the shape the other way round", named="rows and columns are swapped")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(2 / (n_inputs + n_nodes)), (n_inputs, n_nodes))


@xavier.wrong("one row for all", named="all nodes are twins")
def _(rng, n_nodes, n_inputs):
    row = rng.normal(0, np.sqrt(2 / (n_inputs + n_nodes)), n_inputs)
    return np.array([row] * n_nodes)


@xavier.wrong("a seed of its own", named="every layer gets the same numbers")
def _(rng, n_nodes, n_inputs):
    rng = np.random.default_rng(42)
    return rng.normal(0, np.sqrt(2 / (n_inputs + n_nodes)), (n_nodes, n_inputs))


@xavier.wrong("rng.random in place of normal", named="all weights are positive")
def _(rng, n_nodes, n_inputs):
    return rng.random((n_nodes, n_inputs)) * np.sqrt(2 / (n_inputs + n_nodes))


@xavier.wrong("random around 0, but too narrow")
def _(rng, n_nodes, n_inputs):
    return (rng.random((n_nodes, n_inputs)) - 0.5) * np.sqrt(2 / (n_inputs + n_nodes))


@xavier.wrong("a row only")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(2 / (n_inputs + n_nodes)), n_inputs)


@xavier.wrong("the spread alone")
def _(rng, n_nodes, n_inputs):
    return np.sqrt(2 / (n_inputs + n_nodes))


@xavier.wrong("printed", told="returns nothing")
def _(rng, n_nodes, n_inputs):
    print(rng.normal(0, np.sqrt(2 / (n_inputs + n_nodes)), (n_nodes, n_inputs)))


he = Answers("10.he")


@he.right("as in the text")
def _(rng, n_nodes, n_inputs):
    return rng.normal(loc=0, scale=np.sqrt(2 / n_inputs), size=(n_nodes, n_inputs))


@he.right("a root by hand")
def _(rng, n_nodes, n_inputs):
    return rng.standard_normal((n_nodes, n_inputs)) * (2 / n_inputs) ** 0.5


@he.right("uniform, from the variance c² / 3")
def _(rng, n_nodes, n_inputs):
    c = math.sqrt(3 * 2 / n_inputs)
    return c * (2 * rng.random((n_nodes, n_inputs)) - 1)


@he.right("only plus and minus")
def _(rng, n_nodes, n_inputs):
    # 80,000 different numbers: the signs are drawn, and the sizes hardly differ
    signs = rng.choice([-1, 1], (n_nodes, n_inputs))
    return signs * np.sqrt(2 / n_inputs) * rng.uniform(0.99, 1.01, (n_nodes, n_inputs))


@he.right("stacked rows")
def _(rng, n_nodes, n_inputs):
    return np.stack([rng.normal(0, np.sqrt(2 / n_inputs), n_inputs) for _ in range(n_nodes)])


@he.wrong("no root", named="the variance instead of the standard deviation")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, 2 / n_inputs, (n_nodes, n_inputs))


@he.wrong("fan-out", named="the nodes are counted instead of the inputs")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(2 / n_nodes), (n_nodes, n_inputs))


@he.wrong("Xavier again", named="Xavier's start")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(2 / (n_nodes + n_inputs)), (n_nodes, n_inputs))


@he.wrong("without the 2", named="half of it is lost in each layer")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, n_inputs**-0.5, (n_nodes, n_inputs))


@he.wrong("twice the spread", named="the spread is doubled")
def _(rng, n_nodes, n_inputs):
    return 2 * rng.normal(0, 1 / np.sqrt(n_inputs), (n_nodes, n_inputs))


@he.wrong("the root of the 2 alone", named="the root of one part alone")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(2) / n_inputs, (n_nodes, n_inputs))


@he.wrong("the limit as a spread", named="limits mixed up with the standard deviation")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(6 / n_inputs), (n_nodes, n_inputs))


@he.wrong("4 / (in + out), as the mean of both")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(4 / (n_inputs + n_nodes)), (n_nodes, n_inputs))


@he.wrong("relu on the weights", named="the negative weights are cut off")
def _(rng, n_nodes, n_inputs):
    weights = rng.normal(0, np.sqrt(2 / n_inputs), (n_nodes, n_inputs))
    return np.where(weights > 0, weights, 0)


@he.wrong("transposed", named="rows and columns are swapped")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(2 / n_inputs), (n_nodes, n_inputs)).T


@he.wrong("the global generator with a seed", named="every layer gets the same numbers")
def _(rng, n_nodes, n_inputs):
    return np.random.RandomState(0).normal(0, np.sqrt(2 / n_inputs), (n_nodes, n_inputs))


@he.wrong("called rng", told="rng")
def _(rng, n_nodes, n_inputs):
    return rng(0, np.sqrt(2 / n_inputs), (n_nodes, n_inputs))


symmetry = Answers("10.symmetry")


@symmetry.right("all at once")
def _(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(1 / n_inputs), (n_nodes, n_inputs))


@symmetry.right("a loop that appends")
def _(rng, n_nodes, n_inputs):
    rows = []
    for _ in range(n_nodes):
        rows.append(rng.normal(0, np.sqrt(1 / n_inputs), n_inputs))  # noqa: PERF401 - a loop
    return np.array(rows)


@symmetry.right("filled in")
def _(rng, n_nodes, n_inputs):
    rows = np.empty((n_nodes, n_inputs))
    for row in rows:
        row[:] = rng.normal(0, np.sqrt(1 / n_inputs), n_inputs)
    return rows


@symmetry.right("number by number")
def _(rng, n_nodes, n_inputs):
    spread = 1 / math.sqrt(n_inputs)
    return np.array([[rng.normal(0, spread) for _ in range(n_inputs)] for _ in range(n_nodes)])


@symmetry.wrong("as it was", named="still twins")
def _(rng, n_nodes, n_inputs):
    return np.array([rng.normal(0, np.sqrt(1 / n_inputs), n_inputs)] * n_nodes)


@symmetry.wrong("the same row appended", named="still twins")
def _(rng, n_nodes, n_inputs):
    row = rng.normal(0, np.sqrt(1 / n_inputs), n_inputs)
    return np.array([row.copy() for _ in range(n_nodes)])


@symmetry.wrong("a generator in the loop", named="still twins")
def _(rng, n_nodes, n_inputs):
    rows = [
        np.random.default_rng(7).normal(0, np.sqrt(1 / n_inputs), n_inputs) for _ in range(n_nodes)
    ]
    return np.array(rows)


@symmetry.wrong("shuffled", named="one row in another order for each node")
def _(rng, n_nodes, n_inputs):
    row = rng.normal(0, np.sqrt(1 / n_inputs), n_inputs)
    rows = []
    for _ in range(n_nodes):
        rng.shuffle(row)
        rows.append(row.copy())
    return np.array(rows)


@symmetry.wrong("a number for each node", named="one number for all weights of a node")
def _(rng, n_nodes, n_inputs):
    return np.array([[rng.normal(0, np.sqrt(1 / n_inputs))] * n_inputs for _ in range(n_nodes)])


@symmetry.wrong("columns", named="rows and columns are swapped")
def _(rng, n_nodes, n_inputs):
    return np.array([rng.normal(0, np.sqrt(1 / n_inputs), n_nodes) for _ in range(n_inputs)])


@symmetry.wrong("a seed for each node", named="every layer gets the same numbers")
def _(rng, n_nodes, n_inputs):
    seeds = range(n_nodes)
    rows = [np.random.default_rng(n).normal(0, np.sqrt(1 / n_inputs), n_inputs) for n in seeds]
    return np.array(rows)


@symmetry.wrong("a factor for each node")
def _(rng, n_nodes, n_inputs):
    row = rng.normal(0, np.sqrt(1 / n_inputs), n_inputs)
    return np.array([j * row for j in range(1, n_nodes + 1)])


@symmetry.wrong("without the spread", named="another spread")
def _(rng, n_nodes, n_inputs):
    return np.array([rng.normal(size=n_inputs) for _ in range(n_nodes)])


@symmetry.wrong("not an array of rows", told="")
def _(rng, n_nodes, n_inputs):
    return np.array([rng.normal(0, np.sqrt(1 / n_inputs), n_inputs) for _ in range(n_nodes)]).sum()


deepest = Answers("10.deepest")


def network(layers, limit, learning_rate):
    return {"layers": layers, "limit": limit, "learning_rate": learning_rate}


deepest.right("as in the hints", network(6, 1.25, 0.5))
deepest.right("in their order", (6, 1.25, 0.5))
deepest.right("both limits", network(6, (-1.25, 1.25), 0.5))
deepest.right("as NumPy numbers and fractions", network(np.int64(6), Fraction(5, 4), 0.5))

deepest.wrong("Xavier's limit", network(6, 0.316, 0.5), named="the weights are too small")
deepest.wrong("of the article", network(6, 1, 0.5), named="only some of the seeds")
deepest.wrong("tiny", network(6, 0.01, 0.5), named="the weights are too small")
deepest.wrong("the more the better", network(6, 30, 0.5), named="the weights are too large")
deepest.wrong("a little too small and too slow", network(6, 0.9, 0.3), told="of the test digits")
deepest.wrong("three layers", network(3, 1, 0.5), named="it learns, but it is not deep")
deepest.wrong("fifteen layers", network(15, 1.5, 0.5), named="too deep for this start")
deepest.wrong("a careful rate", network(6, 1.5, 0.01), named="the learning rate is too small")
deepest.wrong("a bold rate", network(6, 1.5, 8), named="the learning rate is too large")
deepest.wrong("a thousand layers", network(1000, 1.5, 0.5), told="from 1 to 15")
deepest.wrong("a list of layers", network((30,) * 6, 1.5, 0.5), told="`layers` is")
deepest.wrong(
    "a negative limit", network(6, -1.5, 0.5), told="`limit` is -1.5. It should be above 0"
)
deepest.wrong("a name of a scheme", network(6, "he", 0.5), told="`limit` is 'he'")
deepest.wrong("a key missing", {"layers": 6, "limit": 1.5}, told="`learning_rate` is missing")
deepest.wrong("seven and a half layers", network(6.5, 1.5, 0.5), told="whole number")
