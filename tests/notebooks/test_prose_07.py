"""The figures of notebook 07, and of its exercises and predictions."""

import math
import re
from pathlib import Path

import numpy as np
import pytest

from tests.notebooks.prose import Claim, claim_tests, text
from toynn import Dataset, Layer, Network, backward, forward
from toynn_course.exercises import EXERCISES
from toynn_course.hunt.bugs import BUGS
from toynn_course.hunt.fingerprints import fingerprint, ratios
from toynn_course.hunt.microscope import costs_while_training
from toynn_course.hunt.oracles import along_each, apart, by_nudging, central, one_sided
from toynn_course.hunt.runs import RUNS, costs_of_runs
from toynn_course.hunt.samples import network, samples

NOTEBOOK = "07_backprop_in_code.ipynb"
HERE, DATA = network(), samples()
BY_HAND = Network([Layer([[0.9, 1.9], [0.8, -1.2]], [-0.1, -0.3]), Layer([[0.5, -1.1]], [0.3])])
N_OF_THE_READER = 784 * 128 + 128 + 128 * 10 + 10


def by_hand():
    """The gradients of the 2-2-1 network of notebook 06."""
    return backward(BY_HAND, forward(BY_HAND, [[1.0, 0.5]]), [[1.0]], "quadratic")


def by_input():
    """dC/dx1 of that network, by a nudge."""

    def cost(x1):
        return (BY_HAND([x1, 0.5])[0] - 1) ** 2 / 2

    return (cost(1 + 1e-5) - cost(1 - 1e-5)) / 2e-5


def error(kind, nudge):
    """How far a difference is off, as a share."""
    right = backward(HERE, forward(HERE, DATA.X), DATA.Y, "quadratic")
    return apart(along_each(HERE, DATA, kind(nudge)), right)


def middle(**fixed):
    """The cost of the middle run at the beginning and at the end, and how many learn."""
    costs, learnt = costs_of_runs(**fixed)
    return (*np.median(costs, axis=1)[[0, -1]], learnt)


CLAIMS = [
    Claim("title", "110"),  # minutes, an estimate
    Claim("objectives", "22"),  # counted in the published program
    Claim("gradient-check-see", "ten", lambda: math.floor(-math.log10(error(central, 1e-5)))),
    Claim("two-errors", "16 7", lambda: (
        math.ceil(-math.log10(np.finfo(float).eps)), math.ceil(-math.log10(np.finfo("f4").eps)))),
    Claim("microscope-still-see", "two", lambda: sum(int((share < -0.01).sum()) for share in ratios(
        BUGS["one path"](HERE, forward(HERE, DATA.X), DATA.Y), by_nudging(HERE, DATA)))),
    Claim("break", "22"),
    Claim("two-causes", "0.5"),  # the rate of the biases in the published main program
    Claim("fixes-see", "190 200", lambda: (middle(sign_fixed=True)[2], RUNS)),
    Claim("fixes-see", "50%"),  # quoted
    Claim("by-machine-see", "-0.0947 -0.0528", lambda: tuple(by_hand()[1].weights[0])),
    Claim("by-machine-see", "-0.0070 0.0305", lambda: tuple(by_hand()[0].weights[:, 0])),
    Claim("by-machine-see", "0.0181", by_input),
    Claim("graph-neuron-see", "0.84 0.42", lambda: (
        2 * (1 - math.tanh(1) ** 2), 1 - math.tanh(1) ** 2)),
    # the exercises
    Claim("07.backward", "1/4"),
    Claim("07.check", "101,770 203,540", lambda: (N_OF_THE_READER, 2 * N_OF_THE_READER)),
    Claim("07.nudge", "-16 / 3", None),
    # the predictions
    Claim("07.smaller", "two", lambda: math.floor(-math.log10(error(central, 1e-13)))),
    Claim("07.green", "200 200", lambda: (RUNS, RUNS)),
    Claim("07.green", "0.50 0.996", lambda: middle()[:2]),
    Claim("07.green", "190", lambda: middle(sign_fixed=True)[2]),
    Claim("07.fix", "0 190 200", lambda: (
        middle(index_fixed=True)[2], middle(sign_fixed=True)[2],
        middle(sign_fixed=True, index_fixed=True)[2])),
]  # fmt: skip

test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests(NOTEBOOK, CLAIMS)


def flat(words):
    """Words on one line, in lower case."""
    return " ".join(words.split()).lower()


@pytest.mark.parametrize(
    ("cell", "n_passages"), [("break", 2), ("two-causes", 3), ("fixes-see", 1)]
)
def test_the_article_is_quoted_word_for_word(cell, n_passages):
    article = flat((Path(__file__).parent / "article.txt").read_text(encoding="utf-8"))
    words = text(NOTEBOOK, cell)
    quoted = re.findall(r'"(.+?)"|```typescript\n(.+?)```|`(calculate.+?)`', words, re.DOTALL)
    passages = [flat(part) for each in quoted for part in each if part]
    assert len(passages) == n_passages
    assert [passage for passage in passages if passage.strip(' ".') not in article] == []


def test_what_the_text_says_of_the_bugs():
    ends = {bug: costs_while_training(bug, "2-3-2", 7)[-1] for bug in BUGS}
    assert min(ends.values()) < ends["none"]  # a bug whose cost ends lower
    small, data = network((2, 2)), samples((2, 2))
    assert "wrong" not in fingerprint(BUGS["one path"], small, data)
    assert "wrong" not in fingerprint(BUGS["own layer"], HERE, DATA)
    square, data = network((3, 3, 3)), samples((3, 3, 3))
    assert "wrong" in fingerprint(BUGS["own layer"], square, data)


def test_a_missing_slope_makes_the_deltas_of_a_sample_at_least_four_times_too_large():
    for seed in range(20):
        here, one = network(seed=seed), samples(n=1)
        wrong = BUGS["no slope at hidden nodes"](here, forward(here, one.X), one.Y)
        shares = ratios(wrong, by_nudging(here, one))
        assert min(share.min() for share in shares[:2]) > 3.999


def test_a_learning_rate_that_is_told_in_the_questions():
    assert error(one_sided, 1e-8) > 100 * error(central, 1e-5)


def test_the_numbers_that_the_hunt_says_it_has():
    assert len(EXERCISES["07.hunt"].all_cases) == 11
    assert Dataset([[1.0]], [[1.0]]) is not None
