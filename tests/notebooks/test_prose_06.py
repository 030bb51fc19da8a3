"""The numbers in the text of notebook 06, recomputed with math alone where it is about math."""

import inspect
import math

import numpy as np
import pytest

from tests.notebooks.prose import said, text, unchecked
from toynn import Network, backward, forward, numerical_gradient, quadratic
from toynn_course.exercises import EXERCISES, PREDICTIONS
from toynn_course.exercises.nb06 import THREE
from toynn_course.explorers.walk import EXAMPLES, Walk, at, places

NOTEBOOK = "06_backpropagation_by_hand.ipynb"


def f(z):
    return 1 / (1 + math.exp(-z))


def slope(z):
    return f(z) * (1 - f(z))


# 1-1-1: x = 2, y = 1, to h 0.4 and 0.2, to o -1.4 and 0.5
Z_H = 0.4 * 2 + 0.2
Z_O = -1.4 * f(Z_H) + 0.5
ERROR = f(Z_O) - 1
D_O = ERROR * slope(Z_O)
D_H = -1.4 * D_O * slope(Z_H)

# 2-2-1: x = (1, 0.5), y = 1
Z_1, Z_2 = 0.9 * 1 + 1.9 * 0.5 - 0.1, 0.8 * 1 - 1.2 * 0.5 - 0.3
A_1, A_2 = f(Z_1), f(Z_2)
Z = 0.5 * A_1 - 1.1 * A_2 + 0.3
D = (f(Z) - 1) * slope(Z)
D_1, D_2 = 0.5 * D * slope(Z_1), -1.1 * D * slope(Z_2)

# 2-2-2: a second output with the target 0
D_SECOND = f(0.2 * A_1 + 1.2 * A_2 - 0.4) * slope(0.2 * A_1 + 1.2 * A_2 - 0.4)
SUM_1 = 0.5 * D + 0.2 * D_SECOND


def cost_with(w):
    return (f(-1.4 * f(w * 2 + 0.2) + 0.5) - 1) ** 2 / 2


def percent_off(nudge, derivative=2 * D_H):
    """How far the predicted change of the cost is off, in percent of the actual one."""
    return 100 * (derivative * nudge / (cost_with(0.4 + nudge) - cost_with(0.4)) - 1)


CLAIMS = [
    # 1-1-1
    ("What to see: the output is %.4f, and the target is 1.", lambda: f(Z_O)),
    ("half the square of the distance, %.4f.", lambda: ERROR**2 / 2),
    ("$z_h = w_{hx} x + b_h$ | %d |", lambda: 2),
    ("(notebook 02) | %.4f |", lambda: slope(Z_H)),
    ("$z_o = w_{oh} a_h + b_o$ | %.1f |", lambda: -1.4),
    ("$a_o = f(z_o)$ | %.4f |", lambda: slope(Z_O)),
    ("(notebook 04) | %.4f |", lambda: ERROR),
    ("$a_h$ moves %.4f units for each unit of $z_h$", lambda: slope(Z_H)),
    ("2 times %.4f units for each unit of $w_{hx}$", lambda: slope(Z_H)),
    (r"| $(a_o - y)\, f'(z_o)$ | %.4f · %.4f | %.4f |", lambda: (ERROR, slope(Z_O), D_O)),
    (r"| $\delta_o\, a_h$ | %.4f · %.4f | %.4f |", lambda: (D_O, f(Z_H), D_O * f(Z_H))),
    (r"| $\partial C / \partial b_o$ | $\delta_o$ | | %.4f |", lambda: D_O),
    (r"f'(z_h)$ | -1.4 · %.4f · %.4f | %.4f |", lambda: (D_O, slope(Z_H), D_H)),
    (r"| $\delta_h\, x$ | %.4f · 2 | %.4f |", lambda: (D_H, 2 * D_H)),
    (r"| $\partial C / \partial b_h$ | $\delta_h$ | | %.4f |", lambda: D_H),
    ("the cost changes by %.4f for each unit of $z_h$", lambda: D_H),
    ("it stays about %s times too large", lambda: {5: "five"}[round(-1.4 * D_O * 2 / (2 * D_H))]),
    # 2-2-1
    ("| h1 | 0.9 · 1 + 1.9 · 0.5 - 0.1 = %.2f | %.4f | %.4f |", lambda: (Z_1, A_1, slope(Z_1))),
    ("| h2 | 0.8 · 1 - 1.2 · 0.5 - 0.3 = %.1f | %.4f | %.4f |", lambda: (Z_2, A_2, slope(Z_2))),
    (
        "| o | 0.5 · %.4f - 1.1 · %.4f + 0.3 = %.4f | %.4f | %.4f |",
        lambda: (A_1, A_2, Z, f(Z), slope(Z)),
    ),
    (r"f'(z_o)$ | %.4f · %.4f | %.4f |", lambda: (f(Z) - 1, slope(Z), D)),
    (r"f'(z_{h_1})$ | 0.5 · %.4f · %.4f | %.4f |", lambda: (D, slope(Z_1), D_1)),
    (r"f'(z_{h_2})$ | -1.1 · %.4f · %.4f | %.4f |", lambda: (D, slope(Z_2), D_2)),
    (r"a_{h_1}$ | %.4f · %.4f | %.4f |", lambda: (D, A_1, D * A_1)),
    (r"a_{h_2}$ | %.4f · %.4f | %.4f |", lambda: (D, A_2, D * A_2)),
    (r"| $\delta_{h_1} x_1$ | %.4f · 1 | %.4f |", lambda: (D_1, D_1)),
    (r"| $\delta_{h_1} x_2$ | %.4f · 0.5 | %.4f |", lambda: (D_1, D_1 / 2)),
    (r"| $\delta_{h_2} x_1$ | %.4f · 1 | %.4f |", lambda: (D_2, D_2)),
    (r"| $\delta_{h_2} x_2$ | %.4f · 0.5 | %.4f |", lambda: (D_2, D_2 / 2)),
    (r"\delta_{h_1}$ | 0.9 · %.4f | %.4f |", lambda: (D_1, 0.9 * D_1)),
    (r"\delta_{h_2}$ | 0.8 · %.4f | %.4f |", lambda: (D_2, 0.8 * D_2)),
    (r"x_1$ | | %.4f + %.4f | %.4f |", lambda: (0.9 * D_1, 0.8 * D_2, 0.9 * D_1 + 0.8 * D_2)),
    ("What to see: %.4f, the sum.", lambda: 0.9 * D_1 + 0.8 * D_2),
    # 2-2-2
    ("| 0.5 · %.4f | %.4f |", lambda: (D, 0.5 * D)),
    ("| 0.2 · %.4f | %.4f |", lambda: (D_SECOND, 0.2 * D_SECOND)),
    (r"a_{h_1}$ | | %.4f + %.4f | %.4f |", lambda: (0.5 * D, 0.2 * D_SECOND, SUM_1)),
    ("| %.4f · %.4f | %.4f |", lambda: (SUM_1, slope(Z_1), SUM_1 * slope(Z_1))),
    ("and %s of the gain is lost", lambda: {0.5: "half"}[round(-0.2 * D_SECOND / (0.5 * D), 1)]),
    (
        "with one path the derivative by the bias of h1 is %s",
        lambda: {2: "twice"}[round(0.5 * D / SUM_1)],
    ),
]


@pytest.mark.parametrize(("words", "recompute"), CLAIMS)
def test_the_text_says_what_comes_out(words, recompute):
    assert said(words, recompute()) in text(NOTEBOOK)


def test_no_number_stands_in_the_text_unchecked():
    assert unchecked(NOTEBOOK, CLAIMS) == []


def test_over_two_hundred_thousand_passes_are_two_for_each_number():
    assert 200_000 < 2 * Network.random((784, 128, 10), rng=0).n_parameters < 210_000
    assert "over two hundred thousand" in text(NOTEBOOK)
    assert "over two hundred thousand" in EXERCISES["06.backprop"].answer
    assert "22 passes here" in EXERCISES["06.backprop"].answer
    numbers = 9 + 2  # of a 2-2-1 network, and its two inputs
    assert 2 * numbers == 22


def test_the_networks_of_the_notebook_are_those_of_the_stepper():
    source = text(NOTEBOOK)
    assert "four steps forward and five back" in source
    steps = [step.back for step in Walk(*EXAMPLES["2-2-1"]).steps]
    assert (steps.count(False), steps.count(True)) == (4, 5)
    assert "Go forward five steps and back three, to h1" in source
    step = Walk(*EXAMPLES["2-2-2"]).steps[5 + 3 - 1]
    assert (step.back, step.column, step.node) == (True, 1, 0)
    assert "Press Forward three times" in source
    assert Walk(*EXAMPLES["1-1-1"]).n_forward == 3
    for exercise, name in (("06.six", "2-2-2"), ("06.backprop", "2-2-1")):
        network, x, y = EXAMPLES[name]
        first, second = network.layers
        ours = (x, y, first.weights, first.biases, second.weights, second.biases)
        theirs = EXERCISES[exercise].cases[0].inputs
        assert all(np.array_equal(a, b) for a, b in zip(ours, theirs, strict=True))


def test_what_the_predictions_say_of_their_numbers():
    told = " ".join(option.why for option in PREDICTIONS["06.sign"].options)
    assert "`w_oh` = -1.4" in told
    assert f"the output is {f(Z_O):.4f}, and 1 is wanted" in PREDICTIONS["06.sign"].question
    question = PREDICTIONS["06.nudge"].question
    assert f"by {2 * D_H * 0.1:+.4f}, and the cost really changes by" in question
    assert f"{cost_with(0.5) - cost_with(0.4):+.4f}: the prediction is" in question
    assert f"is {percent_off(0.1):.1f}% off" in question
    right = next(option for option in PREDICTIONS["06.nudge"].options if option.right)
    assert right.text == f"About ten times less: {percent_off(0.01):.2f}%"
    assert percent_off(0.1) / percent_off(0.01) == pytest.approx(10, rel=0.1)


def test_what_the_prediction_of_the_weights_says_of_each():
    slopes = {0.9: D_1, 1.9: D_1 / 2, 0.8: D_2, -1.2: D_2 / 2, 0.5: D * A_1, -1.1: D * A_2}
    order = sorted(slopes, key=lambda weight: -abs(slopes[weight]))
    assert order[0] == min(slopes, key=abs) == 0.5
    assert order[-1] == max(slopes) == max(slopes, key=abs) == 1.9
    assert order.index(-1.2) == 3
    assert min(slopes) == -1.2
    largest, negative, smallest, _ = (o.why for o in PREDICTIONS["06.most"].options)
    assert f"its gradient is {slopes[1.9]:.4f}" in largest
    assert f"Its gradient is {slopes[-1.2]:.4f}, the fourth of six" in negative
    assert f"Its gradient is {slopes[0.5]:.4f}, {slopes[0.5] / slopes[1.9]:.0f} times" in smallest
    assert f"activation {A_1:.3f} is the larger" in smallest
    assert abs(D) > max(abs(D_1), abs(D_2))


def test_what_the_messages_say_of_their_numbers():
    given = THREE
    z_q = given["w_qp"] * given["p"] + given["b_q"]
    a_r = f(given["w_rq"] * f(z_q) + given["b_r"])
    messages = " ".join(m.message for m in EXERCISES["06.three"].mistakes)
    assert f"({a_r:.4f}, and 0 is wanted)" in messages
    assert f"wanted at z_q = {z_q:.1f}" in messages
    sign = next(m for m in EXERCISES["06.backprop"].mistakes if m.name.startswith("the sign"))
    assert f"The output {f(Z):.4f} is below its target 1" in sign.hints[0]


def test_a_wrong_derivative_stays_wrong_however_small_the_nudge():
    without_slope = -1.4 * D_O * 2
    off = [percent_off(10.0**-n, without_slope) for n in range(1, 6)]
    assert min(off) > 400
    assert off[-1] == pytest.approx(off[-2], rel=1e-3)


def test_both_outputs_want_less_of_h2():
    assert -1.1 * D > 0
    assert 1.2 * D_SECOND > 0


def test_the_large_bias_makes_the_error_larger_and_the_delta_smaller():
    z = 0.4 * 2 + 8
    error = f(-1.4 * f(z) + 0.5) - 1
    delta = -1.4 * error * slope(-1.4 * f(z) + 0.5) * slope(z)
    assert abs(error) > abs(ERROR)
    assert abs(delta) < 1e-4


def test_with_the_other_sign_between_the_nodes_those_of_the_hidden_node_change():
    assert "Those of the hidden node" in text(NOTEBOOK)
    z = 1.4 * f(Z_H) + 0.5
    delta = (f(z) - 1) * slope(z)
    assert f(z) < 1
    assert delta * D_O > 0
    assert 1.4 * delta * D_H < 0


def test_the_wrong_letter_is_right_on_the_diagonal_alone():
    network, x, y = EXAMPLES["2-2-2"]
    passed = forward(network, [x])
    gradient = backward(network, passed, [y], quadratic)[1]
    a = passed.activations[1][0]
    wrong = np.outer(gradient.delta[0] * a, [1, 1])
    assert np.array_equal(np.isclose(wrong, gradient.weights), np.eye(2, dtype=bool))


def test_the_lines_about_backward_stand_for_what_it_does():
    lines = inspect.getsource(backward).split('"""')[2].strip().splitlines()
    assert {14: "Fourteen"}[len(lines)] + " lines" in text(NOTEBOOK)
    assert [line.split(" =")[0].strip() for line in lines[:3]] == [
        "targets",
        "output_layer, n_samples",
        "cost",
    ]
    for words in (
        "cost.delta(",
        "passed.activations[l]",
        "noqa",
        "delta.T @ a",
        "delta.sum(axis=0)",
        "/ n_samples",
        "delta @ network.layers[l].weights * ",
        "reversed(gradients)",
    ):
        assert words in " ".join(lines)


def test_the_picture_at_rest_has_the_numbers_of_nudging():
    network, x, y = EXAMPLES["2-2-2"]
    nudged = numerical_gradient(network, [x], [y], quadratic)
    walk = Walk(*EXAMPLES["2-2-2"])
    assert all(
        at(walk.gradients, place) == pytest.approx(at(nudged, place), rel=1e-6)
        for place in places(network)
    )
