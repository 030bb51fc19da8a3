"""The figures of notebook 05, and of its exercises and predictions."""

import math
import re
from pathlib import Path

import numpy as np
import pytest

from tests.notebooks.prose import Claim, claim_tests, text
from toynn.datasets import iris
from toynn_course.explorers import bowl, saddle
from toynn_course.explorers.descent import path
from toynn_course.explorers.learning_rate import CURVES

NOTEBOOK = "05_gradient_descent.ipynb"


def walk(start, rate, steps, slope=lambda w: 2 * w):
    """A bare loop: w after so many steps, by default on w²."""
    for _ in range(steps):
        start = start - rate * slope(start)
    return start


def on(name, start, rate, steps):
    return walk(start, rate, steps, CURVES[name].slope)


def first(name, start, rate, condition):
    """After how many steps a walk first comes to a place that meets the condition."""
    for steps in range(5000):
        if condition(start):
            return steps
        start = start - rate * CURVES[name].slope(start)
    raise AssertionError(condition)


def in_bowl(rate, steps=2000):
    return path(lambda place: bowl.gradient(place, 10), bowl.START, rate, steps, bowl.arrived)


def in_long_bowl(rate, momentum=0.0):
    """How many steps a path takes in the bowl of condition number 50."""
    start = bowl.START
    return path(
        lambda place: bowl.gradient(place, 50), start, rate, 2000, bowl.arrived, momentum
    ).n_steps


def best_rate():
    """The best rate of plain descent in that bowl, of all with four decimal places."""
    rates = [n / 10_000 for n in range(100, 200)]
    return min(rates, key=in_long_bowl)


def on_saddle(start):
    return path(saddle.gradient, np.array(start), 0.1, 200, saddle.arrived).n_steps


def condition_of_the_petals():
    """Of the cost of a line through the petals: how much it is curved most, over how much least."""
    ones_too = np.stack([iris().X[:, 2], np.ones(150)])
    least, most = np.linalg.eigvalsh(ones_too @ ones_too.T / 150)
    return most / least


CLAIMS = [
    # one step
    Claim("one-step", "0.1", lambda: (10 - walk(10, 0.1, 1)) / 20),
    Claim("one-step", "2 · 10 = 20", lambda: (2, 10, 2 * 10)),
    Claim("one-step", "-0.1 · 20 = -2", lambda: (-0.1, 20, -0.1 * 20)),
    Claim("one-step", "10 - 2 = 8", lambda: (10, 2, walk(10, 0.1, 1))),
    Claim("one-step", "100 64", lambda: (10**2, walk(10, 0.1, 1) ** 2)),
    Claim(
        "article-jump",
        "2 1.6 1.28",
        lambda: tuple(walk(10, 0.1, n) - walk(10, 0.1, n + 1) for n in range(3)),
    ),
    Claim("rate-is-not-the-step", "0.05 twenty", lambda: (0.05, (10 - walk(10, 0.05, 1)) / 0.05)),
    Claim("double-rate", "1.0", lambda: 2 * 0.5),
    # one factor
    Claim("factors", "0.5 | 0 | 0.5", lambda: (1 / 2, 0, 1 / 2)),
    Claim("factors", "1 | -1 | 1 | -1 | 1", lambda: (2 / 2, -1, 2 / 2, -1, 2 / 2)),
    Claim("curvature", "2 / 2 = 1", lambda: (2, 2, 2 / 2)),
    # level ground
    Claim("double-well", "-0.1 | 0.1 | -8", lambda: (-0.1, 0.1, on("double well", -0.1, 0.1, 500))),
    Claim("double-well", "0.1 | 0.1 | 6", lambda: (0.1, 0.1, on("double well", 0.1, 0.1, 500))),
    Claim("double-well", "10 | 0.1 | 6", lambda: (10, 0.1, on("double well", 10, 0.1, 500))),
    Claim(
        "double-well",
        "10 | 0.8 | -8 | 10.29",
        lambda: (10, 0.8, on("double well", 10, 0.8, 500), 10 - on("double well", 10, 0.8, 1)),
    ),
    Claim(
        "double-well",
        "10 | 1.1 | -8.9 | -6.6",
        lambda: (10, 1.1, *sorted(on("double well", 10, 1.1, n) for n in (5000, 5001))),
    ),
    Claim(
        "plateau-and-cliff",
        "0.3 110 5.2 15",
        lambda: (
            0.3,
            110,
            on("plateau", 10, 0.3, 110),
            first("plateau", 10, 0.3, lambda w: w < 1) - 110,
        ),
    ),
    Claim(
        "plateau-and-cliff",
        "five 0.87 sixth -29.9",
        lambda: (
            first("plateau", 10, 10, lambda w: w < 1),
            on("plateau", 10, 10, 5),
            6,
            on("plateau", 10, 10, 6),
        ),
    ),
    Claim("plateau-and-cliff", "100 2.5", lambda: (100, on("cliff", 10, 0.3, 100))),
    Claim(
        "plateau-and-cliff",
        "9.7 20 -0.3 9.3",
        lambda: (
            9.7,
            first("cliff", 9.7, 2, lambda w: w < 0),
            on("cliff", 9.7, 2, 20),
            on("cliff", 9.7, 2, 21),
        ),
    ),
    # the bowl and the saddle
    Claim("bowl-explorer", "0.02 0.001", lambda: (0.2 / 10, bowl.NEAR)),
    Claim("bowl-limit", "0.099 0.101", lambda: (0.1 * 0.99, 0.1 * 1.01)),
    Claim("bowl-factors", "0.05 0.9", lambda: (0.05, bowl.factors(10, 0.05)[0])),
    Claim("bowl-factors", "0.099 -0.98", lambda: (0.099, bowl.factors(10, 0.099)[1])),
    Claim("saddle-starts", "0.01", lambda: saddle.LOW),
    Claim("saddle-escape", "57 0.01 0.01", lambda: (on_saddle((0.01, 0.01)), 0.01, 0.01)),
    Claim("saddle-escape", "81 0.001 0.001", lambda: (on_saddle((0.001, 0.001)), 0.001, 0.001)),
    Claim("bowl-factors", "105", condition_of_the_petals),
    Claim("saddle-escape", "0.01", lambda: 0.5 - 0.49),
    Claim("saddle-escape", "2014"),
    # momentum
    Claim("saddle-escape", "50 0.0195 215", lambda: (50, best_rate(), in_long_bowl(0.0195))),
    Claim("momentum-tasks", "50", lambda: 50),
    Claim("momentum-tasks", "0.7 46", lambda: (0.7, in_long_bowl(0.0195, 0.7))),
    Claim("momentum-tasks", "0.9 152", lambda: (0.9, in_long_bowl(0.0195, 0.9))),
    Claim("momentum-read", "0.001 0.001 81", lambda: (0.001, 0.001, on_saddle((0.001, 0.001)))),
    # the exercises
    Claim("05.slope", "12 6", lambda: ((3.1**2 - 2.9**2) / 0.1, 2 * 3)),
    Claim("05.slope", "9.61 8.41", lambda: (3.1**2, 2.9**2)),
    Claim("05.slope", "1.2 0.2", lambda: (3.1**2 - 2.9**2, 0.2)),
    Claim("article-limit", "0.01", "05.rates"),
    Claim("05.rates", "90", lambda: first("plateau", 10, 0.39, lambda w: w < 1) // 10 * 10),
    # the predictions
    Claim("05.slow", "35% 3.49", lambda: (0.9**10, walk(10, 0.05, 10))),
    Claim("05.zigzag", "1.07", lambda: walk(10, 0.1, 10)),
    Claim("05.zigzag", "20 18 -8", lambda: (2 * 10, 0.9 * 20, walk(10, 0.9, 1))),
    Claim("05.zigzag", "0.12", lambda: walk(10, 0.1, 10) / 9),
    Claim("05.beyond", "62 61.9 6.19", lambda: (walk(10, 1.1, 10), 10 * 1.2**10, 1.2**10)),
    Claim("05.beyond", "828", lambda: walk(10, 1.1, 100) / 1e6),
    Claim("05.curve", "-40", lambda: walk(10, 0.5, 1, lambda w: 10 * w)),
    Claim("05.curve", "160", lambda: walk(10, 0.5, 2, lambda w: 10 * w)),
    Claim("05.safe", "9.77 9.8", lambda: (on("plateau", 10, 0.03, 100),) * 2),
    Claim("05.safe", "0.22", lambda: 100 * 0.03 * CURVES["plateau"].slope(10)),
    Claim("05.safe", "0.074", lambda: CURVES["plateau"].slope(10)),
    Claim("05.safe", "0.0022 0.0022", lambda: (0.03 * CURVES["plateau"].slope(10),) * 2),
    Claim("05.safe", "125", lambda: first("plateau", 10, 0.3, lambda w: w < 1)),
    Claim("05.downhill", "39", lambda: math.degrees(math.atan2(100, 10)) - 45),
    Claim("05.edge", "81 44", lambda: (in_bowl(0.05).n_steps, in_bowl(0.09).n_steps)),
    Claim("05.edge", "422", lambda: in_bowl(0.099).n_steps),
    Claim("05.edge", "-0.98", lambda: bowl.factors(10, 0.099)[1]),
    Claim("05.momentum", "215 96", lambda: (in_long_bowl(0.0195), in_long_bowl(0.0195, 0.5))),
    Claim("05.saddle", "14 63", lambda: (on_saddle((0.5, 0.5)), on_saddle((0.5, -0.49)))),
]

test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests(NOTEBOOK, CLAIMS)


@pytest.mark.parametrize("cell", ["article-jump", "article-limit", "article-loop", "double-well"])
def test_the_article_is_quoted_word_for_word(cell):
    article = flat((Path(__file__).parent / "article.txt").read_text(encoding="utf-8"))
    pairs = re.findall(r'"(.+?)"|`(.+?)`', flat(text(NOTEBOOK, cell)))
    passages = [words for pair in pairs for words in pair if len(words.split()) > 3]
    assert passages
    assert [words for words in passages if words not in article] == []


def flat(words):
    """Words on one line, without the marks of a quotation, in lower case."""
    return " ".join(re.sub(r"^> ?", "", words, flags=re.MULTILINE).split()).lower()


def test_what_the_predictions_say_without_a_number():
    assert in_bowl(0.101).end == "diverged"
    assert on("double well", 0.0, 0.1, 100) == 0
    assert first("plateau", 10, 0.03, lambda w: w < 1) > 1000
    assert first("plateau", 10, 0.39, lambda w: w < 1) > 90
    assert math.isnan(walk(10.0, 1.1, 9000))
    assert abs(walk(10.0, 1.1, 2000)) < math.inf
