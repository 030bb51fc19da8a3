"""The figures of notebook 02."""

import decimal
import inspect
import math
import sys

import numpy as np

from tests.notebooks.prose import Claim, claim_tests, text
from toynn import Node, identity, leaky_relu, relu, sigmoid, step, tanh
from toynn.datasets import GATES, gate
from toynn_course.exercises import EXERCISES, PREDICTIONS
from toynn_course.plots import alt, decisions

NOTEBOOK = "02_one_neuron.ipynb"
FAR = np.linspace(-30, 30, 60001)


def n_digits(number):
    return len(str(int(number)))


def logistic(z):
    return 1 / (1 + math.exp(-z))


def steepest(activation):
    """The largest slope, measured by a nudge."""
    zs = FAR[np.abs(FAR) > 0.01]  # not across a bend at 0
    return np.max((activation(zs + 1e-4) - activation(zs - 1e-4)) / 2e-4)


def opens_at(w, b):
    """The lowest temperature, in hundredths of a degree, at which the window is open."""
    return next(t for t in range(10000) if w * t + 100 * b >= 0) / 100


def spans():
    """By how much each input of the window in degrees moves z between its usual ends."""
    return 0.5 * (35 - 15), 4 * (0.9 - 0.3)


PLACES = len(range(-50, 51))  # of a slider, from -5 to 5 in tenths

CLAIMS = [
    # the window
    Claim("objectives", "half -13 80"),  # its two numbers, as in the cell above; minutes
    Claim("threshold-named", "26", lambda: opens_at(0.5, -13)),
    Claim("02.wait", "26 0.5 -13", lambda: (opens_at(0.5, -13), 0.5, -13)),
    Claim("02.wait", "-11 22", lambda: (-11, opens_at(0.5, -11))),
    Claim("02.wait", "-15 30", lambda: (-15, opens_at(0.5, -15))),
    Claim("02.wait", "-17 34", lambda: (-17, opens_at(0.5, -17))),
    Claim("02.wait", "-30 60", lambda: (-30, opens_at(0.5, -30))),
    Claim("greenhouse", "-15 30", lambda: (-15, opens_at(0.5, -15))),
    Claim("greenhouse", "0.5 · 30", lambda: (0.5, 30)),
    # small changes
    Claim("02.nudge", "25 13 -0.5", lambda: (25, 13, 0.5 * 25 - 13)),
    Claim("02.nudge", "0.51 -0.25", lambda: (0.51, 0.51 * 25 - 13)),
    Claim("smooth", "0 0 1", lambda: tuple(step(w * 25 - 13) for w in (0.50, 0.51, 0.52))),
    Claim(
        "smooth",
        "0.378 0.438 0.500",
        lambda: tuple(logistic(w * 25 - 13) for w in (0.50, 0.51, 0.52)),
    ),
    Claim("smooth", "25", lambda: 2 * 4 + 4 + 4 * 2 + 2 + 2 * 1 + 1),
    Claim("sigmoid", "2.718", lambda: math.floor(math.e * 1000) / 1000),
    # the weight and the bias
    Claim("bias-explorer", "1.5", lambda: 3 / 2),
    # the slope
    Claim("sigmoid-slope", "0.105 0.25", lambda: (sigmoid.derivative(2.0), steepest(sigmoid))),
    Claim(
        "sigmoid-derivative",
        "0.207 0.105 0.25",
        lambda: (sigmoid.derivative(logistic(2)), sigmoid.derivative(2.0), steepest(sigmoid)),
    ),
    Claim("activations-table", "0 | 1 | 0.25", lambda: (0, 1, steepest(sigmoid))),
    Claim("activations-table", "-1 | 1 | 1", lambda: (-1, 1, steepest(tanh))),
    Claim("activations-table", "0 | 0 | 0 | 1", lambda: (0, 0, 0, steepest(relu))),
    Claim(
        "activations-table",
        "0.01 | 0 | 1 | 1",
        lambda: (-leaky_relu(-1), 0, steepest(leaky_relu), steepest(identity)),
    ),
    # several inputs
    Claim("dot-product-by-hand", "2 · 1 = 2", lambda: (2, 1, 2 * 1)),
    Claim("dot-product-by-hand", "-1 · 3 = -3", lambda: (-1, 3, -1 * 3)),
    Claim("dot-product-by-hand", "-1 + 0.5 = -0.5", lambda: (2 - 3, 0.5, 2 - 3 + 0.5)),
    Claim("dot-product-by-hand", "0.378", lambda: logistic(-0.5)),
    Claim("by-hand-exercise", "0.5 -1.5 2 4 2", "02.by_hand"),
    Claim("node-values", "-0.5 0.378", lambda: (2 * 1 - 1 * 3 + 0.5, logistic(-0.5))),
    Claim("02.louder", "eight", lambda: 4 / 0.5),
    Claim("02.louder", "4 · 0.6 = 2.4", lambda: (4, 0.9 - 0.3, spans()[1])),
    Claim("02.louder", "0.5 · 20 = 10", lambda: (0.5, 35 - 15, spans()[0])),
    Claim("weight-and-importance", "eight", lambda: 4 / 0.5),
    Claim("weight-and-importance", "four", lambda: spans()[0] / spans()[1]),
    Claim("weight-and-importance", "0.04 4", lambda: (4 / 100, 4)),
    # the gates
    Claim("summary", "0.25", lambda: steepest(sigmoid)),
    Claim("xor-search", "101 1,030,301", lambda: (PLACES, PLACES**3)),
    # overflow
    Claim("sigmoid-overflow", "-1000 1000"),
    Claim(
        "sigmoid-overflow",
        "435 309",
        lambda: (n_digits(decimal.Decimal(1000).exp()), n_digits(sys.float_info.max)),
    ),
    Claim("sigmoid-exercise", "700"),  # a round power that a float can hold
    Claim("article-sigmoid", "-710", lambda: -math.log(sys.float_info.max)),
]

test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests(NOTEBOOK, CLAIMS)


def test_the_right_bias_lets_the_window_wait_for_30_degrees():
    right = {option.text for option in PREDICTIONS["02.wait"].options if option.right}
    assert right == {"b = -15"}


def test_the_arrow_of_the_weights_is_at_right_angles_to_the_cut():
    ax = decisions.weight_arrow([2, -1], 0.5, (1, 3))
    arrow = next(each for each in ax.texts if not each.get_text())
    tip, foot = np.array(arrow.xy), np.array(arrow.xyann)
    assert np.allclose(tip - foot, [2, -1])
    node = Node([2, -1], 0.5)
    assert np.isclose(node.z(foot), 0)
    assert np.isclose(node.z(np.add(foot, [1, 2])), 0)  # [1, 2] runs along the cut
    assert ax.get_aspect() == 1  # a right angle looks like one
    for x in ([1, 3], [-3, 1], [2.5, 2]):  # z is the distance times the length of the arrow
        distance = (np.array(x) - foot) @ [2, -1] / math.sqrt(5)
        assert np.isclose(node.z(x), distance * math.sqrt(5))
    assert "right angles" in alt(ax)


def test_the_first_five_activations_are_not_straight_lines():
    straight = identity(FAR)
    for activation in (step, sigmoid, tanh, relu, leaky_relu):
        slope, start = np.polyfit(FAR, activation(FAR), 1)
        assert np.abs(slope * straight + start - activation(FAR)).max() > 0.01


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
    answer = EXERCISES["02.by_hand"].reference
    assert answer["first"] + answer["second"] + 2 == answer["z"] == node.z([4, 2])
    assert answer["decision"] == (node([4, 2]) >= 0.5)


def test_the_truth_tables_are_those_of_the_datasets():
    for row, x in enumerate(gate("and").X.astype(int).tolist()):
        targets = [GATES[name][row] for name in ("and", "or", "nand", "xor")]
        assert f"| {' | '.join(map(str, x + targets))} |" in text(NOTEBOOK, "gates")


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
        "checks.one_per_weight(inputs, self)",
        "strict=True",
    ):
        assert words in source
