"""The figures of notebook 04."""

import math

from tests.course.explorers.test_saturated import LITTLE, STARTS, VERY, outputs
from tests.notebooks.prose import Claim, claim_tests
from toynn import sigmoid
from toynn.datasets import iris


def first_below_half(start, cost="quadratic"):
    return next(n for n, a in enumerate(outputs(*STARTS[start], cost)) if a < 0.5)


CLAIMS = [
    Claim("mean-not-sum", "100 1000"),
    Claim("petal-data", "150", lambda: len(iris())),
    Claim("petal-data", "1936"),
    Claim("fit-by-hand", "150", lambda: len(iris())),
    Claim("fit-by-hand", "0.03"),  # a cost to get below
    Claim("cost-and-accuracy", "0.9 0.8 0.4 0.6 0.6 0.4 1 1 1", "04.two"),
    Claim(
        "article-accuracy",
        "98.05%",  # 8 epochs at 0, then 23 at 50%, the others at 100%
        lambda: (8 * 0 + 23 * 0.5 + 969 * 1) / 1000,
    ),
    Claim("article-accuracy", "1000"),
    Claim("saturated-starts", "0.6 0.9 2 2", lambda: (*STARTS[LITTLE], *STARTS[VERY])),
    Claim("cross-entropy", "0.69", lambda: -math.log(0.5)),
    Claim("cross-entropy", "0.98 50", lambda: (outputs(2, 2, "quadratic")[50], 50)),
    Claim("cross-entropy", "0.93 150", lambda: (outputs(2, 2, "quadratic")[150], 150)),
    Claim("cross-entropy", "232", lambda: first_below_half(VERY)),
    Claim(
        "slow-and-quick",
        "17 232",
        lambda: (first_below_half(VERY, "cross-entropy"), first_below_half(VERY)),
    ),
    Claim("exercise-cross-entropy-1", "0.001 0.999", "04.entropy"),
    Claim("exercise-cross-entropy-1", "0.3 three ten", lambda: (3 / 10, 3, 10)),
    Claim("04.slow", "36 232", lambda: (first_below_half(LITTLE), first_below_half(VERY))),
    Claim("04.slow", "0.018 0.149", lambda: (sigmoid.derivative(4.0), sigmoid.derivative(1.5))),
]

test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests("04_how_wrong.ipynb", CLAIMS)
