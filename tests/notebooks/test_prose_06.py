"""The figures of notebook 06, recomputed with math alone where it is about math."""

import inspect
import math
import re

import numpy as np
import pytest

from tests.notebooks.prose import Claim, claim_tests, written
from toynn import Network, backward, forward, numerical_gradient, quadratic
from toynn.backprop import layer_gradient
from toynn_course.exercises import EXERCISES, PREDICTIONS
from toynn_course.exercises.nb06.three import THREE
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
D_H1 = SUM_1 * slope(Z_1)


class FLAT:
    """The network 1-1-1 with a bias of 8 at h, where the sigmoid is flat."""

    z_h = 0.4 * 2 + 8
    z_o = -1.4 * f(z_h) + 0.5
    error = f(z_o) - 1
    delta_o = error * slope(z_o)
    delta_h = -1.4 * delta_o * slope(z_h)


def cost_with(w):
    return (f(-1.4 * f(w * 2 + 0.2) + 0.5) - 1) ** 2 / 2


def off(nudge, derivative=2 * D_H):
    """How far the predicted change of the cost is off, as a share of the actual one."""
    return derivative * nudge / (cost_with(0.4 + nudge) - cost_with(0.4)) - 1


SLOPES = {0.9: D_1, 1.9: D_1 / 2, 0.8: D_2, -1.2: D_2 / 2, 0.5: D * A_1, -1.1: D * A_2}


def rank(weight):
    """1 for the weight of a 2-2-1 network whose slope is steepest."""
    return sorted(SLOPES, key=lambda each: -abs(SLOPES[each])).index(weight) + 1


def three_nodes():
    """Of the network with three blanks: the output, both slopes, the cost, and two products."""
    z_q = THREE["w_qp"] * THREE["p"] + THREE["b_q"]
    z_r = THREE["w_rq"] * f(z_q) + THREE["b_r"]
    error, at_q = f(z_r) - THREE["target"], f(z_r) * slope(z_r) * slope(z_q)
    return f(z_r), slope(z_r), slope(z_q), error**2 / 2, at_q, THREE["w_rq"] * at_q


def steps_to_h1():
    """How many steps lead forward, and then back to h1, in a 2-2-2 network."""
    steps = Walk(*EXAMPLES["2-2-2"]).steps
    h1 = next(n for n, step in enumerate(steps) if step.back and (step.column, step.node) == (1, 0))
    return sum(not step.back for step in steps), sum(step.back for step in steps[: h1 + 1])


def passes(*sizes):
    """Times through the network when each of its numbers is nudged up and down."""
    return 2 * Network.random(sizes, rng=0).n_parameters


def lines_of_backward():
    """The code of backward and of what it calls for each layer, without the docstrings."""
    body = inspect.getsource(backward).split('"""')[2]
    head, _, rest = inspect.getsource(layer_gradient).split('"""')
    return [line for line in (body + head + rest).splitlines() if line.strip()]


def directions(name):
    """How many steps forward and how many back the stepper has."""
    steps = [step.back for step in Walk(*EXAMPLES[name]).steps]
    return steps.count(False), steps.count(True)


CLAIMS = [
    # 1-1-1
    Claim("06-backpropagation-by-hand-1", "2 0.37 1", lambda: (2, f(Z_O), 1)),
    Claim("passes-by-nudging", "101,770", lambda: passes(784, 128, 10) / 2),
    Claim("passes-by-nudging", "203,540", lambda: passes(784, 128, 10)),
    Claim("output-111", "0.3720 0.1972", lambda: (f(Z_O), ERROR**2 / 2)),
    Claim("output-111", "0.1", "one-nudge"),
    Claim("stepper-111", "three", lambda: Walk(*EXAMPLES["1-1-1"]).n_forward),
    Claim("chain-rule-111", "2 0.1966 -1.4", lambda: (2, slope(Z_H), -1.4)),
    Claim("chain-rule-111", "0.2336 -0.6280", lambda: (slope(Z_O), ERROR)),
    Claim("chain-rule-111", "2 · 0.1966", lambda: (2, slope(Z_H))),
    Claim("backward-111", "-0.6280 · 0.2336 | -0.1467", lambda: (ERROR, slope(Z_O), D_O)),
    Claim("backward-111", "-0.1467 · 0.7311 | -0.1073", lambda: (D_O, f(Z_H), D_O * f(Z_H))),
    Claim(
        "backward-111",
        "-1.4 · -0.1467 · 0.1966 | 0.0404",
        lambda: (-1.4, D_O, slope(Z_H), D_H),
    ),
    Claim("backward-111", "0.0404 · 2 | 0.0808", lambda: (D_H, 2, 2 * D_H)),
    Claim("backward-111", "-0.1467 -0.1467 -0.1467 -0.1467", lambda: (D_O,) * 4),  # the biases
    Claim("backward-111", "0.0404 0.0404 0.0404", lambda: (D_H,) * 3),
    Claim("slopes-not-errors", "0.0404", lambda: D_H),
    Claim("wrong-gradient", "five", lambda: -1.4 * D_O * 2 / (2 * D_H)),
    # 2-2-1
    Claim("by-hand-221", "four five", lambda: directions("2-2-1")),
    Claim(
        "by-hand-221",
        "0.9 · 1 + 1.9 · 0.5 - 0.1 = 1.75 | 0.8520 | 0.1261",
        lambda: (0.9, 1, 1.9, 0.5, 0.1, Z_1, A_1, slope(Z_1)),
    ),
    Claim(
        "by-hand-221",
        "0.8 · 1 - 1.2 · 0.5 - 0.3 = -0.1 | 0.4750 | 0.2494",
        lambda: (0.8, 1, 1.2, 0.5, 0.3, Z_2, A_2, slope(Z_2)),
    ),
    Claim(
        "by-hand-221",
        "0.5 · 0.8520 - 1.1 · 0.4750 + 0.3 = 0.2035 | 0.5507 | 0.2474",
        lambda: (0.5, A_1, 1.1, A_2, 0.3, Z, f(Z), slope(Z)),
    ),
    Claim("by-hand-221", "-0.4493 · 0.2474 | -0.1112", lambda: (f(Z) - 1, slope(Z), D)),
    Claim("by-hand-221", "0.5 · -0.1112 · 0.1261 | -0.0070", lambda: (0.5, D, slope(Z_1), D_1)),
    Claim("by-hand-221", "-1.1 · -0.1112 · 0.2494 | 0.0305", lambda: (-1.1, D, slope(Z_2), D_2)),
    Claim("by-hand-221", "-0.1112 · 0.8520 | -0.0947", lambda: (D, A_1, D * A_1)),
    Claim("by-hand-221", "-0.0070 · 0.5 | -0.0035", lambda: (D_1, 0.5, D_1 / 2)),
    Claim("input-paths-221", "0.9 · -0.0070 | -0.0063", lambda: (0.9, D_1, 0.9 * D_1)),
    Claim("input-paths-221", "0.8 · 0.0305 | 0.0244", lambda: (0.8, D_2, 0.8 * D_2)),
    Claim(
        "input-gradient-221",
        "-0.0063 + 0.0244 = 0.0181",
        lambda: (0.9 * D_1, 0.8 * D_2, 0.9 * D_1 + 0.8 * D_2),
    ),
    # 2-2-2
    Claim("paths-222", "five three", steps_to_h1),
    Claim("paths-222", "0.5 · -0.1112 | -0.0556", lambda: (0.5, D, 0.5 * D)),
    Claim("paths-222", "0.2 · 0.1419 | 0.0284", lambda: (0.2, D_SECOND, 0.2 * D_SECOND)),
    Claim(
        "paths-222",
        "-0.0556 + 0.0284 | -0.0272",
        lambda: (0.5 * D, 0.2 * D_SECOND, SUM_1),
    ),
    Claim("paths-222", "-0.0272 · 0.1261 | -0.0034", lambda: (SUM_1, slope(Z_1), D_H1)),
    Claim("paths-222", "half", lambda: -0.2 * D_SECOND / (0.5 * D)),
    Claim("one-path-222", "twice", lambda: 0.5 * D / SUM_1),
    Claim("backward-lines", "ten", lambda: len(lines_of_backward())),
    # the exercises
    Claim("06.three", "0.7571 0.1839 0.1779", lambda: three_nodes()[:3]),
    Claim("06.three", "0.2866 0.0248 0.0495", lambda: three_nodes()[3:]),
    Claim("06.three", "-0.1467", lambda: D_O),
    Claim("06.backprop", "22", lambda: 2 * (9 + 2)),  # 9 of a 2-2-1 network, and its two inputs
    Claim("06.backprop", "two", lambda: passes(784, 128, 10) // 100_000),
    # the predictions
    Claim("06.sign", "0.3720 -1.4 -1.4 -1.4", lambda: (f(Z_O), -1.4, -1.4, -1.4)),
    Claim("06.flip", "-1.4 1.4 0.8211", lambda: (-1.4, 1.4, f(1.4 * f(Z_H) + 0.5))),
    Claim("06.flat", "8 0.2 -1.4", lambda: (8, 0.2, -1.4)),
    Claim("06.flat", "-0.6280 -0.7109 0.0404", lambda: (ERROR, FLAT.error, D_H)),
    Claim("06.flat", "-0.1461 -0.1467", lambda: (FLAT.delta_o, D_O)),
    Claim("06.flat", "0.1966 0.00015", lambda: (slope(Z_H), slope(FLAT.z_h))),
    Claim("06.flat", "8.8 0.00015", lambda: (FLAT.z_h, slope(FLAT.z_h))),
    Claim("06.flat", "0.00003", lambda: FLAT.delta_h),
    Claim("06.passes", "203,540 101,770", lambda: (passes(784, 128, 10), passes(784, 128, 10) / 2)),
    Claim("06.passes", "101,770 138", lambda: (passes(784, 128, 10) / 2, 128 + 10)),
    Claim("06.nudge", "0.1 +0.0081", lambda: (0.1, 2 * D_H * 0.1)),
    Claim("06.nudge", "+0.0077", lambda: cost_with(0.5) - cost_with(0.4)),
    Claim("06.nudge", "4.7% 4.7%", lambda: (off(0.1), off(0.1))),
    Claim("06.nudge", "0.01 0.43%", lambda: (0.01, off(0.01))),
    Claim("06.nudge", "0.05%", lambda: off(0.1) / 100),  # as the gap shrinks
    Claim("06.most", "1.9 -0.0035", lambda: (1.9, D_1 / 2)),
    Claim("06.most", "-1.2 0.0152 fourth", lambda: (-1.2, D_2 / 2, rank(-1.2))),
    Claim("06.most", "0.5 -0.0947 27", lambda: (0.5, D * A_1, D * A_1 / (D_1 / 2))),
    Claim("06.most", "0.852", lambda: A_1),
    Claim("06.paths", "-0.0063 0.0244 0.0244", lambda: (0.9 * D_1, 0.8 * D_2, 0.8 * D_2)),
    Claim("06.paths", "-0.0002 0.0181", lambda: (0.9 * D_1 * 0.8 * D_2, 0.9 * D_1 + 0.8 * D_2)),
    Claim("06.paths", "0.0090", lambda: (0.9 * D_1 + 0.8 * D_2) / 2),
    Claim("06.pull", "0.5507 0.5843", lambda: (f(Z), f(0.2 * A_1 + 1.2 * A_2 - 0.4))),
    Claim("06.pull", "0.5 0.2 -0.0556 -0.0556", lambda: (0.5, 0.2, 0.5 * D, 0.5 * D)),
    Claim("06.pull", "0.0556 0.0284", lambda: (-0.5 * D, 0.2 * D_SECOND)),
    Claim("06.pull", "-0.0556 +0.0284", lambda: (0.5 * D, 0.2 * D_SECOND)),
]

test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests(NOTEBOOK, CLAIMS)


def test_the_exercises_have_the_networks_of_the_stepper():
    for exercise, name in (("06.six", "2-2-2"), ("06.backprop", "2-2-1")):
        network, x, y = EXAMPLES[name]
        first, second = network.layers
        ours = (x, y, first.weights, first.biases, second.weights, second.biases)
        theirs = EXERCISES[exercise].cases[0].inputs
        assert all(np.array_equal(a, b) for a, b in zip(ours, theirs, strict=True))


def test_a_right_derivative_is_ten_times_better_for_a_tenth_of_the_nudge():
    right = next(option for option in PREDICTIONS["06.nudge"].options if option.right)
    assert written(off(0.01), "0.43%") in right.text
    assert off(0.1) / off(0.01) == pytest.approx(10, rel=0.1)


def test_the_smallest_weight_has_the_steepest_slope_and_the_largest_the_flattest():
    order = sorted(SLOPES, key=lambda weight: -abs(SLOPES[weight]))
    assert order[0] == min(SLOPES, key=abs) == 0.5
    assert order[-1] == max(SLOPES) == 1.9
    assert min(SLOPES) == -1.2
    assert A_1 > A_2
    assert abs(D) > max(abs(D_1), abs(D_2))


def test_a_wrong_derivative_stays_wrong_however_small_the_nudge():
    without_slope = -1.4 * D_O * 2
    found = [off(10.0**-n, without_slope) for n in range(1, 6)]
    assert min(found) > 4
    assert found[-1] == pytest.approx(found[-2], rel=1e-3)


def test_both_outputs_want_less_of_h2():
    assert -1.1 * D > 0
    assert 1.2 * D_SECOND > 0


def test_the_large_bias_makes_the_error_larger_and_the_delta_smaller():
    assert abs(FLAT.error) > abs(ERROR)
    assert 0 < FLAT.delta_h < 1e-4


def test_the_first_weight_and_bias_are_too_large_and_the_bias_of_the_output_does_the_most():
    slopes = {"w_hx": 2 * D_H, "b_h": D_H, "w_oh": D_O * f(Z_H), "b_o": D_O}
    assert [name for name, each in slopes.items() if each > 0] == ["w_hx", "b_h"]
    assert max(slopes, key=lambda name: abs(slopes[name])) == "b_o"


def test_a_step_taken_too_early_spoils_the_derivatives_of_the_first_layer_alone():
    network, x, y = EXAMPLES["2-2-2"]
    right = backward(network, forward(network, [x]), [y], quadratic)
    first, second = network.layers
    moved = second.weights - 0.5 * right[1].weights
    delta = (right[1].delta @ moved) * first.activation.derivative(first.z(np.array([x])))
    assert not np.allclose(np.outer(delta, x), right[0].weights, rtol=1e-3)
    assert not np.allclose(delta[0], right[0].biases, rtol=1e-3)


def test_with_the_other_sign_between_the_nodes_those_of_the_hidden_node_change():
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


def test_the_numbers_at_the_ends_of_the_lines_are_those_of_the_equations():
    numbered = {
        number: line
        for line in lines_of_backward()
        for number in re.findall(r"\((\d)\)", line.partition("#")[2])
    }
    assert sorted(numbered) == ["1", "2", "3", "4"]
    assert "cost.delta(" in numbered["1"]
    assert "delta.dot(layer.weights) * before.activation.f_prime(z)" in numbered["2"]
    assert "shares.T.dot(a)" in numbered["3"]
    assert "shares.sum(axis=0)" in numbered["4"]


def test_the_picture_at_rest_has_the_numbers_of_nudging():
    network, x, y = EXAMPLES["2-2-2"]
    nudged = numerical_gradient(network, [x], [y], quadratic)
    walk = Walk(*EXAMPLES["2-2-2"])
    assert all(
        at(walk.gradients, place) == pytest.approx(at(nudged, place), rel=1e-6)
        for place in places(network)
    )
