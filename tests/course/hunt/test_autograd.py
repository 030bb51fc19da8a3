"""Autograd: the derivatives of any formula, held against nudges and the numbers of notebook 06."""

import math

import numpy as np
import pytest

from toynn import Layer, Network, backward, forward
from toynn_course.hunt.autograd import Value


def leaves(numbers):
    return [Value(number) for number in numbers]


def random_formula(rng):
    """A formula of up to twelve operations: a function of Values, or of plain numbers."""
    n = rng.integers(1, 12)
    steps = [*zip(rng.choice([*"+*t"], n), rng.random(n), rng.random(n), strict=True)]

    def formula(inputs, tanh):
        made = list(inputs)
        for sign, i, j in steps:
            a, b = made[int(i * len(made))], made[int(j * len(made))]
            made.append(a + b if sign == "+" else a * b if sign == "*" else tanh(a))
        return made[-1]

    return formula


@pytest.mark.parametrize("seed", range(60))
def test_the_derivatives_of_a_random_formula_are_those_that_nudges_measure(seed):
    rng = np.random.default_rng(seed)
    formula, numbers = random_formula(rng), rng.uniform(-0.9, 0.9, 3).tolist()
    inputs = leaves(numbers)
    result = formula(inputs, Value.tanh)
    result.backward()
    assert result.data == pytest.approx(formula(numbers, math.tanh))
    for i, each in enumerate(inputs):
        up, down = ([n + h * (k == i) for k, n in enumerate(numbers)] for h in (1e-6, -1e-6))
        nudged = (formula(up, math.tanh) - formula(down, math.tanh)) / 2e-6
        assert each.grad == pytest.approx(nudged, rel=1e-6, abs=1e-8)


@pytest.mark.parametrize("seed", range(60))
def test_every_value_comes_once_and_after_what_it_was_made_from(seed):
    rng = np.random.default_rng(seed)
    order = random_formula(rng)(leaves([0.1, 0.2, 0.3]), Value.tanh).in_order()
    assert len({*order}) == len(order)
    for place, value in enumerate(order):
        assert all(order.index(other) < place for other, _ in value.made_from)


def test_a_value_that_is_used_three_times_gets_three_shares():
    x = Value(3.0)
    y = x * x + x
    y.backward()
    assert (y.data, x.grad) == (12.0, 7.0)  # 2 * 3 + 1


def test_the_numbers_of_notebook_06():
    def sigmoid(z):
        return (z * Value(0.5)).tanh() * Value(0.5) + Value(0.5)

    x = leaves([1.0, 0.5])
    W1, b1 = [leaves([0.9, 1.9]), leaves([0.8, -1.2])], leaves([-0.1, -0.3])
    W2, b2 = leaves([0.5, -1.1]), Value(0.3)
    h = [sigmoid(w[0] * x[0] + w[1] * x[1] + b) for w, b in zip(W1, b1, strict=True)]
    error = sigmoid(W2[0] * h[0] + W2[1] * h[1] + b2) + Value(-1.0)
    (error * error * Value(0.5)).backward()
    network = Network([Layer([[0.9, 1.9], [0.8, -1.2]], [-0.1, -0.3]), Layer([[0.5, -1.1]], [0.3])])
    first, last = backward(network, forward(network, [[1.0, 0.5]]), [[1.0]], "quadratic")
    assert [[w.grad for w in row] for row in W1] == pytest.approx(first.weights, rel=1e-12)
    assert [b.grad for b in b1] == pytest.approx(first.biases, rel=1e-12)
    assert [w.grad for w in W2] == pytest.approx(last.weights[0], rel=1e-12)
    assert b2.grad == pytest.approx(last.biases[0], rel=1e-12)
    assert x[0].grad == pytest.approx(0.0181, abs=5e-5)  # by hand, through both hidden nodes


def test_a_second_pass_adds_to_the_first_as_in_pytorch():
    w = Value(2.0)
    for _ in range(2):
        cost = w * w
        cost.backward()
    assert w.grad == 8.0  # 4 twice


def test_it_takes_about_forty_lines():
    import ast
    import inspect

    from toynn_course.hunt import autograd

    tree = ast.parse(inspect.getsource(autograd))
    lines = {node.lineno for node in ast.walk(tree) if hasattr(node, "lineno")}
    docstrings = [
        range(node.body[0].lineno, node.body[0].end_lineno + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node)
    ]
    assert 25 < len(lines - {n for each in docstrings for n in each}) <= 40


def test_a_value_says_what_it_is():
    assert repr(Value(0.5)) == "Value(0.5, grad 0)"
