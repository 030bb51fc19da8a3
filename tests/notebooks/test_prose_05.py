"""The numbers in the text of notebook 05, and in its exercises and predictions."""

import math
import re
from pathlib import Path

import numpy as np
import pytest

import toynn_course.exercises.nb05
from tests.notebooks.prose import flat, said, text, unchecked
from toynn import Dataset, Layer, Network, forward, sigmoid, train
from toynn.datasets import iris, swap
from toynn_course.explorers import bowl, saddle
from toynn_course.explorers.descent import path
from toynn_course.explorers.learning_rate import CURVES

NOTEBOOK = "05_gradient_descent.ipynb"
NUMBERS = {5: "five", 15: "15", 20: "20"}


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


def on_saddle(start):
    return path(saddle.gradient, np.array(start), 0.1, 200, saddle.arrived).n_steps


def lowest_cost_of_a_line():
    """Half of the mean square that the best line leaves, by least squares."""
    lengths, widths = iris().X[:, 2], iris().X[:, 3]
    slope, bias = np.polyfit(lengths, widths, 1)
    return np.mean((slope * lengths + bias - widths) ** 2) / 2


def epochs_for_petals(rate):
    start = Network([Layer([[0.0]], [0.0], "identity")])
    petals = Dataset(iris().X[:, [2]], iris().X[:, [3]])
    for epoch in train(start, petals, epochs=2000, learning_rate=rate):
        if epoch.cost < 0.0213:
            return epoch.number
    return None


def swapped(rate):
    start = Network.random((2, 5, 2), weights=(-1, 1), rng=0)
    return list(train(start, swap(), epochs=1000, learning_rate=rate))[-1]


CLAIMS = [
    # one step
    (r"Begin at $w = 10$ with a rate of %.1f", lambda: (10 - walk(10, 0.1, 1)) / 20),
    (r"The slope is $C'(10) = 2 \cdot 10 = %d$", lambda: 2 * 10),
    (r"The step is $-0.1 \cdot 20 = %d$", lambda: -0.1 * 20),
    (r"The new $w$ is $10 - 2 = %d$", lambda: walk(10, 0.1, 1)),
    ("The cost was %d, now it is %d.", lambda: (10**2, walk(10, 0.1, 1) ** 2)),
    (
        "the jumps were %.0f, %.1f and %.2f long",
        lambda: tuple(walk(10, 0.1, n) - walk(10, 0.1, n + 1) for n in range(3)),
    ),
    (
        "With a rate of 0.05, the first step is %s times as long",
        lambda: {20: "twenty"}[round(20 * 0.05 / 0.05)],
    ),
    # one factor
    ("| 0 | arrives in one step | of %.1f |", lambda: 1 / 2),
    ("jumps back and forth for ever | of %d |", lambda: 2 / 2),
    ("For $w^2$ that is $2 / 2 = %d$, for $5w^2$ it is $2 / 10 = %.1f$", lambda: (2 / 2, 2 / 10)),
    # level ground
    ("| start -0.1, rate 0.1 | rolls down to %.0f,", lambda: on("double well", -0.1, 0.1, 500)),
    ("| start 0.1, rate 0.1 | rolls down to %.0f,", lambda: on("double well", 0.1, 0.1, 500)),
    ("| start 10, rate 0.1 | %.0f again", lambda: on("double well", 10, 0.1, 500)),
    (
        "| start 10, rate 0.8 | %.0f: the first step, %.2f long, jumps over the hill |",
        lambda: (on("double well", 10, 0.8, 500), 10 - on("double well", 10, 0.8, 1)),
    ),
    (
        "never settles: it swings between %.1f and %.1f |",
        lambda: tuple(sorted(on("double well", 10, 1.1, n) for n in (5000, 5001))),
    ),
    (
        "| 110 steps to get from 10 down to %.1f, then about %s for the rest |",
        lambda: (
            on("plateau", 10, 0.3, 110),
            NUMBERS[first("plateau", 10, 0.3, lambda w: w < 1) - 110],
        ),
    ),
    (
        "| %s steps to %.2f, in the valley; the sixth throws it out, to %.1f |",
        lambda: (
            NUMBERS[first("plateau", 10, 10, lambda w: w < 1)],
            on("plateau", 10, 10, 5),
            on("plateau", 10, 10, 6),
        ),
    ),
    ("| safe, but after 100 steps it is still at %.1f |", lambda: on("cliff", 10, 0.3, 100)),
    (
        "| cliff, start 9.7, rate 2 | %s steps down to %.1f, onto the wall",
        lambda: (NUMBERS[first("cliff", 9.7, 2, lambda w: w < 0)], on("cliff", 9.7, 2, 20)),
    ),
    ("onto the wall; the next throws it back to %.1f |", lambda: on("cliff", 9.7, 2, 21)),
    # the bowl and the saddle
    ("Set the rate to %.2f, press **Step**", lambda: 0.2 / 10),
    ("A walk has arrived when it is within %.3f of the bottom", lambda: bowl.NEAR),
    ("A walk has arrived when its cost is below %.2f", lambda: saddle.LOW),
    ("then set the rate to 0.099, and to %.3f.", lambda: 0.1 * 1.01),
    ("With 0.05 that is %.1f, along the bowl", lambda: bowl.factors(10, 0.05)[0]),
    ("with 0.099 it is %.2f, across it. Beyond 0.1", lambda: bowl.factors(10, 0.099)[1]),
    (
        "%d steps from (0.01, 0.01), %d from (0.001, 0.001)",
        lambda: (on_saddle((0.01, 0.01)), on_saddle((0.001, 0.001))),
    ),
    # real networks
    ("The lowest cost that any line can reach is %.4f", lowest_cost_of_a_line),
    ("until the cost is below %.4f", lambda: 0.0213),
    ("with the mean gradient of all %d petals", lambda: len(iris())),
    ("A petal is %.1f to %.1f cm long", lambda: (iris().X[:, 2].min(), iris().X[:, 2].max())),
    (
        "%d times for each step, twice for each of its %d numbers",
        lambda: (2 * (2 * 5 + 5 + 5 * 2 + 2), 2 * 5 + 5 + 5 * 2 + 2),
    ),
    ("with 1000 it ends at a cost of %.1f, with every answer", lambda: swapped(1000).cost),
]


@pytest.mark.parametrize(("words", "recompute"), CLAIMS)
def test_the_text_says_what_comes_out(words, recompute):
    assert said(words, recompute()) in text(NOTEBOOK)


def test_no_number_stands_in_the_text_unchecked():
    assert unchecked(NOTEBOOK, CLAIMS, given="2014 1000 100") == []


def test_what_the_text_says_of_rates_and_petals():
    assert epochs_for_petals(0.01) / epochs_for_petals(0.1) == pytest.approx(10, rel=0.02)
    assert epochs_for_petals(0.11) > epochs_for_petals(0.1)
    assert epochs_for_petals(0.13) is None


def test_a_rate_of_1000_saturates_the_network_and_gets_every_answer_wrong():
    last = swapped(1000)
    assert last.accuracy == 0
    assert last.stopped == ""
    z = forward(last.network, swap().X).zs[-1]
    assert np.abs(z).min() > 20
    assert sigmoid.derivative(z).max() < 1e-8


ARTICLE = """
by adding a value equal to the derivative of the cost function with respect to that particular
weight, with the opposite sign, multiplied by a value we call the

the learning rate would be the size of the jump

if it's too large, we may miss a minimum of the function. But if we choose it too small, learning
may stagnate

We repeat steps 1 to 6 until the cost function no longer decreases.

if (Math.abs(epochResult.costGain) < this.config.gainThreshold)

we identify a minimum of the function as a point for which the derivative is negative before that
point, equals zero right at the point, and is positive right after

until we find the minimum
"""


@pytest.mark.parametrize("words", ARTICLE.strip().split("\n\n"))
def test_the_article_is_quoted_word_for_word(words):
    assert flat(words) in text(NOTEBOOK)


# --- the exercises and predictions

SOURCE = Path(toynn_course.exercises.nb05.__file__).read_text(encoding="utf-8")
WORDS = flat(re.sub(r'"\n\s+"', "", SOURCE))  # strings that go on in the next line, in one

TOLD = [
    ("gives %d where the slope is %d", lambda: ((3.1**2 - 2.9**2) / 0.1, 2 * 3)),
    ("the heights are %.2f and %.2f", lambda: (3.1**2, 2.9**2)),
    ("The rise is %.1f, over a distance of %.1f", lambda: (3.1**2 - 2.9**2, 0.2)),
    ("leave 0.9^10, that is %.0f%% of it: %.2f", lambda: (100 * 0.9**10, walk(10, 0.05, 10))),
    ("ten steps lead from 10 to %.2f", lambda: walk(10, 0.1, 10)),
    ("is 0.9 × 20 = %d long: it lands at %d", lambda: (0.9 * 20, walk(10, 0.9, 1))),
    ("Nine times closer, to about %.2f", lambda: walk(10, 0.1, 10) / 9),
    ("At about %.0f, and it gets worse", lambda: walk(10, 1.1, 10)),
    ("10 × 1.2^10 is %.1f", lambda: 10 * 1.2**10),
    ("1.2^10 is %.2f", lambda: 1.2**10),
    ("After a hundred steps it is %.0f million", lambda: walk(10, 1.1, 100) / 1e6),
    ("it goes from 10 to %d.", lambda: walk(10, 0.5, 1, lambda w: 10 * w)),
    ("then to %d: each step multiplies", lambda: walk(10, 0.5, 2, lambda w: 10 * w)),
    ("bring it from 10 to %.2f", lambda: on("plateau", 10, 0.03, 100)),
    ("from 10 to about %.1f", lambda: on("plateau", 10, 0.03, 100)),
    ("make %.2f", lambda: 10 - on("plateau", 10, 0.03, 100)),
    ("The slope at 10 is %.3f", lambda: CURVES["plateau"].slope(10)),
    ("0.03 × 0.074 = %.4f at the start", lambda: 0.03 * CURVES["plateau"].slope(10)),
    ("reached after about %d steps", lambda: first("plateau", 10, 0.3, lambda w: w < 1)),
    ("that is %.0f degrees off", lambda: math.degrees(math.atan2(100, 10)) - 45),
    ("takes %d steps with rate 0.05", lambda: in_bowl(0.05).n_steps),
    ("and %d steps with 0.09", lambda: in_bowl(0.09).n_steps),
    ("%d. Along the bowl 0.099", lambda: in_bowl(0.099).n_steps),
    ("1 - 0.099 × 20 = %.2f", lambda: bowl.factors(10, 0.099)[1]),
    ("near 0 in %d steps", lambda: on_saddle((0.5, 0.5))),
    ("and arrives after %d steps", lambda: on_saddle((0.5, -0.49))),
]


@pytest.mark.parametrize(("words", "recompute"), TOLD)
def test_an_exercise_or_prediction_says_what_comes_out(words, recompute):
    assert said(words, recompute()) in WORDS


def test_what_the_predictions_say_without_a_number():
    assert in_bowl(0.101).end == "diverged"
    assert on("double well", 0.0, 0.1, 100) == 0
    assert first("plateau", 10, 0.03, lambda w: w < 1) > 1000
    assert first("plateau", 10, 0.39, lambda w: w < 1) > 90
    assert math.isnan(walk(10.0, 1.1, 9000))
    assert abs(walk(10.0, 1.1, 2000)) < math.inf
