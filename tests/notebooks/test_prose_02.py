"""The numbers in the text of notebook 02."""

import decimal
import inspect
import math
import sys

import numpy as np
import pytest

from tests.notebooks.prose import said, text, unchecked
from toynn import Node, identity, leaky_relu, relu, sigmoid, step, tanh
from toynn.datasets import GATES, gate
from toynn_course.exercises import EXERCISES

NOTEBOOK = "02_one_neuron.ipynb"
FAR = np.linspace(-30, 30, 60001)


def digits(number):
    return len(str(int(number)))


def steepest(activation):
    """The largest slope, measured by a nudge."""
    zs = FAR[np.abs(FAR) > 0.01]  # not across a bend at 0
    return np.max((activation(zs + 1e-4) - activation(zs - 1e-4)) / 2e-4)


def moves(lowest, highest, weight):
    return weight * (highest - lowest)


CLAIMS = [
    # one input
    ("The $e$ in it is the number %.3f…", lambda: math.floor(math.e * 1000) / 1000),
    ("a number with %d digits before the point", lambda: digits(decimal.Decimal(1000).exp())),
    ("can hold has %d.", lambda: digits(sys.float_info.max)),
    ("warns for every $z$ below about %.0f", lambda: -math.log(sys.float_info.max)),
    (r"$\sigma(1)$ is %.3f, the fourth number of the list", lambda: 1 / (1 + math.exp(-1))),
    # the weight and the bias
    ("is one half, is at $x = %.1f$", lambda: 3 / 2),
    ("the dashed line is no higher than before: %.2f", lambda: steepest(sigmoid)),
    ("the threshold is %d °C; at 20 °C", lambda: 13 / 0.5),
    ("wait for 30 °C, $b$ has to be %d, since 15 / 0.5 is %d", lambda: (-30 * 0.5, 15 / 0.5)),
    ("the bias is -13 and the threshold %d", lambda: 13 / 0.5),
    # the slope
    ("what the nudge has measured, %.3f", lambda: sigmoid.derivative(2.0)),
    ("the slope there is %.2f. It is larger nowhere", lambda: steepest(sigmoid)),
    ("$f'(z)$ itself is never above %.2f", lambda: steepest(sigmoid)),
    ("| sigmoid | $1 / (1 + e^{-z})$ | 0 to 1 | %.2f |", lambda: steepest(sigmoid)),
    (r"| tanh | $2 \sigma(2z) - 1$ | -1 to 1 | %.0f |", lambda: steepest(tanh)),
    ("from there on $z$ | 0 and up | %.0f |", lambda: steepest(relu)),
    ("| leaky relu | $%.2f z$ below 0", lambda: -leaky_relu(-1)),
    ("from there on $z$ | all numbers | %.0f |", lambda: steepest(leaky_relu)),
    ("| linear, or identity | $z$ | all numbers | %.0f |", lambda: steepest(identity)),
    # several inputs
    (r"$w_1 x_1$ is $2 \cdot 1 = %d$, and $w_2 x_2$ is $-1 \cdot 3 = %d$", lambda: (2 * 1, -1 * 3)),
    ("with the bias $z = -1 + 0.5 = %.1f$", lambda: 2 * 1 - 1 * 3 + 0.5),
    (r"$a = \sigma(-0.5) = %.3f$", lambda: 1 / (1 + math.exp(0.5))),
    ("a weight %s times as large", lambda: {8: "eight"}[4 / 0.5]),
    (
        "moves $z$ %s times as far",
        lambda: {4: "four"}[round(moves(15, 35, 0.5) / moves(0.3, 0.9, 4))],
    ),
    ("the same neuron has %.2f in place of 4", lambda: 4 / 100),
    ("the numbers from above, %.1f and %.3f", lambda: (-0.5, 1 / (1 + math.exp(0.5)))),
    # the cut
    ("the first says %.3f and", lambda: 1 / (1 + math.exp(-1))),
    ("the second %.3f.", lambda: 1 / (1 + math.exp(-2))),
    ('"It is %.0f%% likely"', lambda: 100 / (1 + math.exp(-1))),
    ('"it is %.0f%% likely"', lambda: 100 / (1 + math.exp(-2))),
    # the gates
    ("the three sliders has %d places", lambda: len(range(-50, 51))),
    ("which makes %s settings", lambda: f"{len(range(-50, 51)) ** 3:,}"),
    ("never above %.2f. A step", lambda: steepest(sigmoid)),
]


@pytest.mark.parametrize(("words", "recompute"), CLAIMS)
def test_the_text_says_what_comes_out(words, recompute):
    assert said(words, recompute()) in text(NOTEBOOK)


def test_no_number_stands_in_the_text_unchecked():
    assert unchecked(NOTEBOOK, CLAIMS, given="1993 1000 700") == []


def test_what_the_table_of_activations_says_of_their_outputs():
    assert set(step(FAR)) == {0, 1}
    assert sigmoid(FAR).min() >= 0
    assert sigmoid(FAR).max() <= 1
    assert tanh(FAR).min() == -tanh(FAR).max() >= -1
    assert relu(FAR).min() == 0
    assert np.allclose(tanh(FAR), 2 * sigmoid(2 * FAR) - 1)
    assert step.f_prime is None


def test_the_blanks_are_those_of_a_neuron():
    node = Node([0.5, -1.5], 2)
    answer = EXERCISES["02.by_hand"].solution
    assert answer["first"] + answer["second"] + 2 == answer["z"] == node.z([4, 2])
    assert answer["decision"] == (node([4, 2]) >= 0.5)


def test_the_truth_tables_are_those_of_the_datasets():
    for row, x in enumerate(gate("and").X.astype(int).tolist()):
        targets = [GATES[name][row] for name in ("and", "or", "nand", "xor")]
        assert f"| {' | '.join(map(str, x + targets))} |" in text(NOTEBOOK)


def test_the_four_lines_against_xor_are_its_four_rows():
    rng = np.random.default_rng(0)
    for w1, w2, b in rng.normal(0, 3, (1000, 3)):
        lines = [b < 0, w2 + b >= 0, w1 + b >= 0, w1 + w2 + b < 0]
        node = Node([w1, w2], b)
        assert lines == [(node(x) >= 0.5) == y[0] for x, y in gate("xor")]
        assert not all(lines)


def test_the_lines_about_node_stand_for_what_node_does():
    source = inspect.getsource(Node.z)
    for words in (
        "total = self.bias",
        "total += weight * value",
        "strict=True",
        "raise ValueError",
    ):
        assert words in source
