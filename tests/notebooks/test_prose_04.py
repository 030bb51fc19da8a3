"""The figures of notebook 04."""

import math
from functools import cache

from tests.course.explorers.test_saturated import LITTLE, STARTS, VERY, outputs
from tests.notebooks.prose import Claim, claim_tests
from toynn import Dataset, Network, binary_cross_entropy, quadratic, sigmoid, train_many
from toynn.datasets import iris
from toynn_course.explorers.fit import cost_of_line, petals


def first_below_half(start, cost="quadratic"):
    return next(n for n, a in enumerate(outputs(*STARTS[start], cost)) if a < 0.5)


def crossed(rate):
    """The first epoch below one half from (2, 2), with the quadratic cost, by plain arithmetic."""
    z, epoch = 4.0, 0
    while (a := 1 / (1 + math.exp(-z))) >= 0.5:
        z, epoch = z - 2 * rate * a * a * (1 - a), epoch + 1
    return epoch


def first_step(start):
    a = sigmoid(sum(STARTS[start]))
    return 0.15 * a * a * (1 - a)


@cache
def solved_at_each_rate(w, cost):
    """How many of 20 neurons get all flowers right, at each of six rates."""
    flowers = iris()
    data = Dataset(flowers.X[:, 2:4], flowers.Y[:, :1])
    starts = [Network.random((2, 1), weights=(-w, w), biases=(-w, w), rng=s) for s in range(20)]
    counts = []
    for rate in (0.1, 0.3, 1, 3, 10, 30):
        *_, last = train_many(starts, data, epochs=100, learning_rate=rate, cost=cost)
        counts.append(sum(epoch.accuracy == 1 for epoch in last))
    return counts


def solved(w, cost):
    """The same at the best of the six rates."""
    return max(solved_at_each_rate(w, cost))


def small():
    """The same from small weights, with both costs."""
    (both,) = {solved(1, cost) for cost in (quadratic, binary_cross_entropy)}
    return both


def large():
    """The same from large weights: with cross-entropy, and with the quadratic cost."""
    return solved(3, binary_cross_entropy), solved(3, quadratic)


def good_rates():
    """At how many rates all 20 get there from small weights: with each cost, and of how many."""
    ones = [solved_at_each_rate(1, cost) for cost in (binary_cross_entropy, quadratic)]
    return (*(counts.count(20) for counts in ones), len(ones[0]))


def stuck():
    """From large weights at rate 3: the neurons that fail, and how many flowers each was stuck on.

    Stuck is a neuron on a flower that it has wrong where its sigmoid is as flat as at z = 4.
    """
    flowers = iris()
    data = Dataset(flowers.X[:, 2:4], flowers.Y[:, :1])
    starts = [Network.random((2, 1), weights=(-3, 3), biases=(-3, 3), rng=s) for s in range(20)]
    *_, last = train_many(starts, data, epochs=100, learning_rate=3, cost=quadratic)
    failed = [start for start, epoch in zip(starts, last, strict=True) if epoch.accuracy < 1]
    shares = set()
    for start in failed:
        a = start(data.X)
        flat = a * (1 - a) < sigmoid.derivative(4.0)
        shares.add(round(float((flat & ((a > 0.5) != (data.Y > 0.5))).mean()), 2))
    return len(failed), min(shares), max(shares)


def beside_the_lowest(turn):
    """The cost of a line one higher than the best one, and turned by so much."""
    return cost_of_line(0.4158 + turn, -0.3631 + 1, *petals())


def mean(*answers):
    """The mean quadratic cost of answers that should all be 1."""
    return quadratic([[a] for a in answers], [[1.0]] * len(answers))


CLAIMS = [
    Claim("04-how-wrong-cost-1", "0.82 0.98", lambda: (sigmoid(1.5), sigmoid(4.0))),
    Claim("saturated-starts", "0.6 0.9 2 2", lambda: (*STARTS[LITTLE], *STARTS[VERY])),
    Claim("saturated-starts", "0.15"),
    Claim("very-wrong-can-mean-4", "0.6 0.9 2 2", lambda: (*STARTS[LITTLE], *STARTS[VERY])),
    Claim(
        "very-wrong-can-mean-4",
        "232 36",
        lambda: (first_below_half(VERY), first_below_half(LITTLE)),
    ),
    Claim("first-steps", "seven", lambda: first_step(LITTLE) / first_step(VERY)),
    Claim("04.wish", "1 0.5 1 0.75", lambda: (1 - 0, 1 - 1 / 2, 2 * 0.5, 1 - 1 / 4)),
    Claim("04.wish", "1 3 2", lambda: (2 - 1, 4 - 1, 2 * (2 - 1))),
    Claim("04.wish", "0.69 1.39", lambda: (-math.log(1 / 2), -math.log(1 / 4))),
    Claim("04.wish", "0.5 0.281", lambda: ((1 - 0) ** 2 / 2, (1 - 1 / 4) ** 2 / 2)),
    Claim("04.wish", "0.125 0.25", lambda: ((1 - 1 / 2) ** 2 / 2, 2 * (1 - 1 / 2) ** 2 / 2)),
    Claim("exercise-cross-entropy-1", "0.5 0.69", lambda: (0.5, -math.log(0.5))),
    Claim("exercise-cross-entropy-1", "0.001 0.999", "04.entropy"),
    Claim("exercise-cross-entropy-1", "0.3 three ten", lambda: (3 / 10, 3, 10)),
    Claim("our-neuron", "0.98", lambda: sigmoid(sum(STARTS[VERY]))),
    Claim(
        "explain-it-1",
        "17 232",
        lambda: (first_below_half(VERY, "cross-entropy"), first_below_half(VERY)),
    ),
    Claim("exercise-the-mean-over-1", "100 1000"),
    Claim("cost-and-accuracy", "0.9 0.8 0.4 0.6 0.6 0.4 1 1 1", "04.two"),
    Claim("cost-and-accuracy", "0.5", "04.two"),
    Claim("article-accuracy", "0.9 0.9 0.4 0.063", lambda: (0.9, 0.9, 0.4, mean(0.9, 0.9, 0.4))),
    Claim("article-accuracy", "0.6 0.6 0.6 0.08", lambda: (0.6, 0.6, 0.6, mean(0.6, 0.6, 0.6))),
    Claim(
        "article-accuracy",
        "98.05%",  # 8 epochs at 0, then 23 at 50%, the others at 100%
        lambda: (8 * 0 + 23 * 0.5 + 969 * 1) / 1000,
    ),
    Claim("article-accuracy", "1000"),
    Claim(
        "was-it-fair",
        "17 232",
        lambda: (first_below_half(VERY, "cross-entropy"), first_below_half(VERY)),
    ),
    Claim("was-it-fair", "fifteen", lambda: 2.2 / 0.15),
    Claim("fair-race", "17", lambda: crossed(2.2)),
    Claim("fair-race", "150", lambda: len(iris())),
    Claim("fair-race", "1936"),
    Claim("best-rates-told", "20 20 12", lambda: (small(), *large())),
    Claim("best-rates-told", "3 eight two", lambda: (3, stuck()[0], 3 * stuck()[1])),  # of thirds
    Claim("best-rates-told", "two", lambda: 3 * stuck()[2]),
    Claim("best-rates-told", "five two six", good_rates),
    Claim("fit-by-hand", "0.03"),  # a cost to get below
    Claim("fit-by-hand", "151", lambda: len(petals(outlier=True)[0])),
    Claim("fit-by-hand", "20 0.2", "04.outlier"),
    Claim("outlier-told", "19.8", lambda: 20 - 0.2),
    Claim("outlier-told", "150", lambda: len(iris())),
    Claim("next", "0.11 1.62", lambda: (beside_the_lowest(-0.2), beside_the_lowest(0.2))),
    Claim("next", "0.2 0.2"),
    Claim("04.slow", "36 232", lambda: (first_below_half(LITTLE), first_below_half(VERY))),
    Claim("04.slow", "0.018 0.149", lambda: (sigmoid.derivative(4.0), sigmoid.derivative(1.5))),
    Claim("04.slow", "eight", lambda: sigmoid.derivative(1.5) / sigmoid.derivative(4.0)),
    Claim("04.rate", "20 12", lambda: (small(), large()[1])),
]

test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests("04_how_wrong.ipynb", CLAIMS)
