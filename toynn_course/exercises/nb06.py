"""Notebook 06, backpropagation by hand: its exercises and predictions."""
# ruff: noqa: ARG001, D103, F841, PIE790 - stubs hold a ..., and what is left to fill in is not used

import numpy as np

from toynn.activations import sigmoid
from toynn.backprop import backward
from toynn.costs import quadratic
from toynn.network import Layer, Network, forward
from toynn_course.exercises.engine.exercise import Exercise, Mistake, case
from toynn_course.exercises.engine.question import Option, Prediction

# --- 06.three: nodes p, q, r in a row, with p = 0.5 and target 0; each mistake with its number

THREE = {"p": 0.5, "target": 0.0, "w_qp": 0.6, "b_q": 0.9, "w_rq": 2.0, "b_r": -0.4}


def _three_blanks():
    """The right values by their names, and the wrong ones by what is wrong with them."""
    p, target, w_qp, b_q, w_rq, b_r = THREE.values()
    network = Network([Layer([[w_qp]], [b_q]), Layer([[w_rq]], [b_r])])
    passed = forward(network, [[p]])
    at_q, at_r = backward(network, passed, [[target]], quadratic)
    delta_r, delta_q, dw_qp = (v.item() for v in (at_r.delta, at_q.delta, at_q.weights))
    right = {"delta_r": delta_r, "delta_q": delta_q, "dw_qp": dw_qp}
    a_q, a_r, dw_rq = (v.item() for v in (*passed.activations[1:], at_r.weights))
    f_q = a_q * (1 - a_q)
    wrong = {
        "sign": -delta_r,
        "no f' (output)": a_r - target,
        "f'(a_r)": (a_r - target) * sigmoid.derivative(a_r),
        "no half": 2 * delta_r,
        "no f' (hidden)": w_rq * delta_r,
        "f'(a_q)": w_rq * delta_r * sigmoid.derivative(a_q),
        "updated": (w_rq - dw_rq) * delta_r * f_q,
        "updated, rate 0.5": (w_rq - 0.5 * dw_rq) * delta_r * f_q,
        "no weight": delta_r * f_q,
        "a_q for p": delta_q * a_q,
        "no input": delta_q,
        "own weight": delta_q * w_qp,
        "delta_r": delta_r * p,
    }
    return right, wrong


THREE_RIGHT, THREE_WRONG = _three_blanks()

THREE_BLANKS = Exercise(
    id="06.three",
    title="1-1-1 with three blanks",
    task="Fill in the three blanks for the network with p = 0.5 and target 0; four digits after "
    "the point are enough, and so is an expression.",
    stub="delta_r = ...  # dC/dz_r\ndelta_q = ...  # dC/dz_q\ndw_qp = ...  # dC/dw_qp",
    solution={name: round(value, 4) for name, value in THREE_RIGHT.items()},
    also_right=(
        THREE_RIGHT,
        {name: np.float32(value) for name, value in THREE_RIGHT.items()},
        {name: np.array(value) for name, value in THREE_RIGHT.items()},
        tuple(THREE_RIGHT.values()),
    ),
    tolerance=2e-4,
    mistakes=(
        Mistake(
            name="the sign of the slope of the cost",
            wrong={"delta_r": THREE_WRONG["sign"]},
            message="Your `delta_r` has the right size and the wrong sign. The output is too high "
            "(0.7571, and 0 is wanted), so a larger z_r makes the cost larger: delta_r is above 0. "
            "dC/da_r is output minus target, not target minus output.",
            hints=(
                "Should the cost rise or fall when z_r grows a little?",
                "a_r - target, not target - a_r.",
            ),
        ),
        Mistake(
            name="no f' at the output",
            wrong={"delta_r": THREE_WRONG["no f' (output)"]},
            message="That is dC/da_r, the slope by the output's activation. `delta_r` is dC/dz_r: "
            "between z_r and a_r lies the sigmoid, and its slope is a factor too.",
            hints=(
                "How much does a_r grow for each unit of z_r?",
                "Multiply by f'(z_r) = a_r (1 - a_r).",
            ),
        ),
        Mistake(
            name="f'(a) in place of f'(z), at the output",
            wrong={"delta_r": THREE_WRONG["f'(a_r)"]},
            message="The slope of the sigmoid is wanted at z_r, and you took it at a_r, which has "
            "been through the sigmoid already.",
            hints=(
                "What did you hand to `sigmoid.derivative`?",
                "`sigmoid.derivative(z_r)`, or `a_r * (1 - a_r)`: both are the slope at z_r.",
            ),
        ),
        Mistake(
            name="twice as much: the half is gone",
            wrong={"delta_r": THREE_WRONG["no half"]},
            message="Your `delta_r` is twice the right one. The cost has a half in it, "
            "C = 1/2 (a - target)^2, and the half cancels the 2 that comes of the square.",
            hints=("dC/da_r is a_r - target, without a 2.",),
        ),
        Mistake(
            name="no f' at the hidden node",
            wrong={"delta_q": THREE_WRONG["no f' (hidden)"]},
            message="w_rq times delta_r is dC/da_q, which ends at the activation of q. From a_q "
            "to z_q there is one more link, the sigmoid of the hidden node.",
            hints=(
                "`delta_q` is dC/dz_q. Which factor leads from a_q to z_q?",
                "Multiply by f'(z_q) = a_q (1 - a_q).",
            ),
        ),
        Mistake(
            name="f'(a) in place of f'(z), at the hidden node",
            wrong={"delta_q": THREE_WRONG["f'(a_q)"]},
            message="The slope of the sigmoid is wanted at z_q = 1.2, and you took it at a_q.",
            hints=("`sigmoid.derivative(z_q)`, or `a_q * (1 - a_q)`.",),
        ),
        Mistake(
            name="w_rq already updated",
            wrong={"delta_q": THREE_WRONG["updated"]},
            also=({"delta_q": THREE_WRONG["updated, rate 0.5"]},),
            message="You made the step for w_rq first and used the new weight on the way back. The "
            "gradient belongs to the network that gave the output, with the old weight.",
            hints=(
                "Which w_rq was it that a_q was multiplied by on the way forward?",
                "First all derivatives, with w_rq = 2, and only then the step.",
            ),
        ),
        Mistake(
            name="the weight between the two nodes is missing",
            wrong={"delta_q": THREE_WRONG["no weight"]},
            message="You went from delta_r straight to q. Between a_q and z_r stands the weight "
            "w_rq: z_r grows by w_rq for each unit of a_q.",
            hints=("w_rq times delta_r is dC/da_q.",),
        ),
        Mistake(
            name="a_q in place of p",
            wrong={"dw_qp": THREE_WRONG["a_q for p"]},
            message="A weight's derivative takes the activation from where the link begins. w_qp "
            "begins at the input p; a_q is at its other end.",
            hints=(
                "z_q = w_qp p + b_q. By how much does z_q grow when w_qp grows by 1?",
                "delta_q times p.",
            ),
        ),
        Mistake(
            name="delta_q without the input",
            wrong={"dw_qp": THREE_WRONG["no input"]},
            message="That is dC/db_q. For the weight one factor is left: z_q grows by p for each "
            "unit of w_qp.",
            hints=("delta_q times what the weight is multiplied by.",),
        ),
        Mistake(
            name="the weight in place of its input",
            wrong={"dw_qp": THREE_WRONG["own weight"]},
            message="You multiplied delta_q by w_qp, which would lead on to the input: dC/dp. By "
            "the weight, z_q = w_qp p + b_q has the slope p.",
            hints=("In w_qp p, when w_qp moves, what is it multiplied by?",),
        ),
        Mistake(
            name="the delta of the wrong node",
            wrong={"dw_qp": THREE_WRONG["delta_r"]},
            message="w_qp leads to node q, so its derivative is made with delta_q. You used "
            "delta_r.",
            hints=("w_jk goes with the delta of j, its first letter, and the activation of k.",),
        ),
    ),
    hints=(
        "Begin at the cost: `delta_r` is dC/da_r times f'(z_r).",
        "`delta_q` is w_rq times `delta_r` times f'(z_q).",
        "`dw_qp` is `delta_q` times what w_qp is multiplied by on the way forward.",
    ),
    question="Here all three numbers depend on dC/da_r. What are they if the output is exactly "
    "the target?",
    answer="All 0: dC/da_r = a_r - target is a factor of each of them. At the lowest point of the "
    "cost it is flat in every direction.",
)

# --- 06.six: a 2-2-2 network, where every hidden node has two paths to the cost


def backprop_222__stub(x, y, W1, b1, W2, b2):
    """dC/dW1, dC/db1, dC/dW2 and dC/db2 of a 2-2-2 network for one sample."""
    z_h = W1 @ x + b1
    a_h = sigmoid(z_h)
    z_o = W2 @ a_h + b2
    a_o = sigmoid(z_o)
    delta_o = ...  # dC/dz of both outputs
    through_o1 = ...  # what o1 adds to dC/da_h, for h1 and h2
    through_o2 = ...  # what o2 adds to dC/da_h, for h1 and h2
    delta_h = ...  # dC/dz of both hidden nodes
    dW2 = ...
    dW1 = ...
    return dW1, delta_h, dW2, delta_o


def backprop_222__solution(x, y, W1, b1, W2, b2):
    """dC/dW1, dC/db1, dC/dW2 and dC/db2 of a 2-2-2 network for one sample."""
    z_h = W1 @ x + b1
    a_h = sigmoid(z_h)
    z_o = W2 @ a_h + b2
    a_o = sigmoid(z_o)
    delta_o = (a_o - y) * sigmoid.derivative(z_o)  # dC/dz of both outputs
    through_o1 = W2[0] * delta_o[0]  # what o1 adds to dC/da_h, for h1 and h2
    through_o2 = W2[1] * delta_o[1]  # what o2 adds to dC/da_h, for h1 and h2
    delta_h = (through_o1 + through_o2) * sigmoid.derivative(z_h)  # dC/dz of both hidden nodes
    dW2 = np.outer(delta_o, a_h)
    dW1 = np.outer(delta_h, x)
    return dW1, delta_h, dW2, delta_o


def backprop_222__matrices(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2.T @ delta_o) * a_h * (1 - a_h)
    return delta_h[:, None] * x, delta_h, delta_o[:, None] * a_h, delta_o


def backprop_222__loops(x, y, W1, b1, W2, b2):
    z_h, z_o, through, dW1, dW2 = [0, 0], [0, 0], [0, 0], np.zeros((2, 2)), np.zeros((2, 2))
    for j in range(2):
        z_h[j] = sum(W1[j][k] * x[k] for k in range(2)) + b1[j]
    a_h = [sigmoid(z) for z in z_h]
    for j in range(2):
        z_o[j] = sum(W2[j][k] * a_h[k] for k in range(2)) + b2[j]
    delta_o = [(sigmoid(z_o[j]) - y[j]) * sigmoid.derivative(z_o[j]) for j in range(2)]
    for j in range(2):
        for k in range(2):
            dW2[j, k] = delta_o[j] * a_h[k]
            through[k] += delta_o[j] * W2[j][k]
    delta_h = [through[j] * sigmoid.derivative(z_h[j]) for j in range(2)]
    for j in range(2):
        for k in range(2):
            dW1[j, k] = delta_h[j] * x[k]
    return dW1, delta_h, dW2, delta_o


def backprop_222__lists(x, y, W1, b1, W2, b2):
    a_h, a_o, through = [], [], [0.0, 0.0]
    for weights, bias in zip(W1, b1, strict=True):
        a_h.append(sigmoid(weights[0] * x[0] + weights[1] * x[1] + bias))
    for weights, bias in zip(W2, b2, strict=True):
        a_o.append(sigmoid(weights[0] * a_h[0] + weights[1] * a_h[1] + bias))
    delta_o = [(a - target) * a * (1 - a) for a, target in zip(a_o, y, strict=True)]
    for weights, delta in zip(W2, delta_o, strict=True):
        through = [total + w * delta for total, w in zip(through, weights, strict=True)]
    delta_h = [total * a * (1 - a) for total, a in zip(through, a_h, strict=True)]
    dW2 = [[delta * a for a in a_h] for delta in delta_o]
    dW1 = [[delta * value for value in x] for delta in delta_h]
    return dW1, delta_h, dW2, delta_o


def backprop_222__float32(x, y, W1, b1, W2, b2):
    x, y, W1, b1, W2, b2 = (np.asarray(each, dtype=np.float32) for each in (x, y, W1, b1, W2, b2))
    a_h = 1 / (1 + np.exp(-(W1 @ x + b1)))
    a_o = 1 / (1 + np.exp(-(W2 @ a_h + b2)))
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (delta_o @ W2) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


def backprop_222__toynn(x, y, W1, b1, W2, b2):
    network = Network([Layer(W1, b1), Layer(W2, b2)])
    first, second = backward(network, forward(network, [x]), [y], quadratic)
    return first.weights, first.biases, second.weights, second.biases


def backprop_222__sign(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (y - a_o) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


def backprop_222__no_slope_at_output(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    delta_o = sigmoid(W2 @ a_h + b2) - y
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


def backprop_222__no_slope_at_hidden(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] + W2[1] * delta_o[1]
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


def backprop_222__no_slope_at_all(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    delta_o = sigmoid(W2 @ a_h + b2) - y
    delta_h = W2[0] * delta_o[0] + W2[1] * delta_o[1]
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


def backprop_222__slope_at_a(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * sigmoid.derivative(a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * sigmoid.derivative(a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


def backprop_222__slope_at_a_o(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * sigmoid.derivative(a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


def backprop_222__slope_at_a_h(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * sigmoid.derivative(a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


def backprop_222__first_path(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


def backprop_222__second_path(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[1] * delta_o[1] * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


def backprop_222__own_path(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = np.diag(W2) * delta_o * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


def backprop_222__columns(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[:, 0] * delta_o[0] + W2[:, 1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


def backprop_222__rows_times_delta(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o + W2[1] * delta_o) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o


def backprop_222__own_activation(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, a_h), delta_h, np.outer(delta_o, a_o), delta_o


def backprop_222__own_activation_in_first(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, a_h), delta_h, np.outer(delta_o, a_h), delta_o


def backprop_222__own_activation_in_second(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_o), delta_o


def backprop_222__index_of_the_article(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h * x, [1, 1]), delta_h, np.outer(delta_o * a_h, [1, 1]), delta_o


def backprop_222__swapped(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(x, delta_h), delta_h, np.outer(a_h, delta_o), delta_o


def backprop_222__updated(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    dW2 = np.outer(delta_o, a_h)
    W2 = W2 - dW2
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, dW2, delta_o


def backprop_222__updated_with_rate_01(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    dW2 = np.outer(delta_o, a_h)
    W2 = W2 - 0.1 * dW2
    delta_h = (W2[0] * delta_o[0] + W2[1] * delta_o[1]) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, dW2, delta_o


SIX_BLANKS = Exercise(
    id="06.six",
    title="2-2-2 with six blanks",
    task="Fill in the six blanks of `backprop_222`, so that it returns the derivatives of the "
    "quadratic cost by W1, b1, W2 and b2.",
    stub=backprop_222__stub,
    solution=backprop_222__solution,
    also_right=(
        backprop_222__matrices,
        backprop_222__loops,
        backprop_222__lists,
        backprop_222__float32,
        backprop_222__toynn,
    ),
    cases=(
        case(
            np.array([1.0, 0.5]),
            np.array([1.0, 0.0]),
            np.array([[0.9, 1.9], [0.8, -1.2]]),
            np.array([-0.1, -0.3]),
            np.array([[0.5, -1.1], [0.2, 1.2]]),
            np.array([0.3, -0.4]),
            says="For the 2-2-2 network above, `backprop_222`",
        ),
        case(
            np.array([-1.5, 2.0]),
            np.array([0.0, 1.0]),
            np.array([[0.3, 0.7], [-1.1, 0.4]]),
            np.array([0.2, -0.5]),
            np.array([[1.4, -0.6], [-0.8, 2.1]]),
            np.array([-0.7, 0.1]),
            says="For another 2-2-2 network, `backprop_222`",
        ),
    ),
    expects="four arrays: dW1, delta_h, dW2 and delta_o",
    mistakes=(
        Mistake(
            name="the sign of the slope of the cost",
            wrong=backprop_222__sign,
            message="Every number has the right size and the wrong sign: a step with it would go "
            "uphill. dC/da is output minus target; you have target minus output.",
            hints=("If an output is above its target, should dC/da be above or below 0?",),
        ),
        Mistake(
            name="no f' at the hidden nodes",
            wrong=backprop_222__no_slope_at_hidden,
            message="The derivatives of W2 and b2 are right, those of W1 and b1 are not. The sum "
            "over the paths is dC/da_h; to dC/dz_h it is one more link, the slope of the sigmoid.",
            hints=(
                "`delta_h` is the slope by z_h, the sum is the slope by a_h. What lies between?",
                "Multiply the sum by `sigmoid.derivative(z_h)`.",
            ),
        ),
        Mistake(
            name="no f' at the outputs",
            wrong=backprop_222__no_slope_at_output,
            also=(backprop_222__no_slope_at_all,),
            message="a_o - y is the slope of the cost by the outputs a_o. `delta_o` is the slope "
            "by z_o, and between the two lies the sigmoid.",
            hints=(
                "Which factor leads from a_o to z_o?",
                "Multiply by `sigmoid.derivative(z_o)`; at the hidden nodes likewise.",
            ),
        ),
        Mistake(
            name="f'(a) in place of f'(z)",
            wrong=backprop_222__slope_at_a,
            also=(backprop_222__slope_at_a_o, backprop_222__slope_at_a_h),
            message="You took the slope of the sigmoid at a, where it is wanted at z: a has been "
            "through the sigmoid already.",
            hints=(
                "What do you hand to `sigmoid.derivative`?",
                "`sigmoid.derivative(z_o)` and `sigmoid.derivative(z_h)`; or a (1 - a), no call.",
            ),
        ),
        Mistake(
            name="one path only",
            wrong=backprop_222__first_path,
            also=(backprop_222__second_path, backprop_222__own_path),
            message="Each hidden node hands its number to both outputs, so it reaches the cost by "
            "two paths. You have followed one of them.",
            hints=(
                "How many links leave h1?",
                "`delta_h` needs `through_o1 + through_o2`.",
            ),
        ),
        Mistake(
            name="weights of the wrong links",
            wrong=backprop_222__columns,
            also=(backprop_222__rows_times_delta,),
            message="On the way through o1 you need the two weights that lead to o1, and delta_o "
            "of o1 alone. Row j of W2 has the weights to output j; you mixed rows and columns.",
            hints=(
                "Which two numbers of W2 lead to o1? Are they in a row or in a column?",
                "`W2[0] * delta_o[0]` is the way through o1, for both hidden nodes at once.",
            ),
        ),
        Mistake(
            name="the activation of the node itself",
            wrong=backprop_222__own_activation,
            also=(backprop_222__own_activation_in_first, backprop_222__own_activation_in_second),
            message="A weight is multiplied by the activation from which its link begins, that of "
            "node k in the layer before. You took that of the node j where it ends.",
            hints=(
                "For a weight from h1 to o2: is it a of h1 or a of o2 that it is multiplied by?",
                "`a_h` in dW2, and `x` in dW1.",
            ),
        ),
        Mistake(
            name="a_j in place of a_k",
            wrong=backprop_222__index_of_the_article,
            message="Both weights of a node get the same derivative from you. In w_jk it is k that "
            "says whose activation counts; you took number j of the layer before. (The article's "
            "program does the same.)",
            hints=(
                "The two links to o1 begin at h1 and at h2. Which activations run over them?",
                "`np.outer(delta_o, a_h)` has delta_o[j] * a_h[k] in row j, column k.",
            ),
        ),
        Mistake(
            name="rows and columns of the derivative swapped",
            wrong=backprop_222__swapped,
            message="dW2 has to look like W2: row j for node j, where the link ends; column k for "
            "node k, where it begins. Yours has the two the other way round.",
            hints=("In `np.outer(u, v)` the first, u, counts the rows.",),
        ),
        Mistake(
            name="W2 already updated",
            wrong=backprop_222__updated,
            also=(backprop_222__updated_with_rate_01,),
            message="The derivatives of W2 are right, but you changed W2 before you went back "
            "through it. The gradient belongs to the network that gave the outputs.",
            hints=("First all derivatives, with the W2 that came in. Then, elsewhere, the step.",),
        ),
    ),
    hints=(
        "Take the lines in their order; each needs only what stands above it.",
        "delta = dC/da times f'(z), for outputs and hidden nodes; only dC/da is found otherwise.",
        "`through_o1` is `W2[0] * delta_o[0]`, and dW2 is `np.outer(delta_o, a_h)`.",
    ),
    question="Why are the two paths added, and not multiplied?",
    answer="Along one path the links act one after another, and their rates multiply. The two "
    "paths act side by side: when a_h moves, each output moves the cost by its own amount, and "
    "the cost is the sum of the two.",
)

# --- 06.backprop: a 2-2-1 network, nothing given


def backprop_221__stub(x, y, W1, b1, W2, b2):
    """dC/dW1, dC/db1, dC/dW2, dC/db2 and dC/dx of a 2-2-1 network for one sample."""
    ...


def backprop_221__solution(x, y, W1, b1, W2, b2):
    """dC/dW1, dC/db1, dC/dW2, dC/db2 and dC/dx of a 2-2-1 network for one sample."""
    z_h = W1 @ x + b1
    a_h = sigmoid(z_h)
    z_o = W2 @ a_h + b2
    a_o = sigmoid(z_o)
    delta_o = (a_o - y) * sigmoid.derivative(z_o)
    delta_h = W2[0] * delta_o[0] * sigmoid.derivative(z_h)
    dx = W1[0] * delta_h[0] + W1[1] * delta_h[1]
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, dx


def backprop_221__matrices(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2.T @ delta_o) * a_h * (1 - a_h)
    return delta_h[:, None] * x, delta_h, delta_o[:, None] * a_h, delta_o, W1.T @ delta_h


def backprop_221__one_by_one(x, y, W1, b1, W2, b2):
    a_h1 = sigmoid(W1[0, 0] * x[0] + W1[0, 1] * x[1] + b1[0])
    a_h2 = sigmoid(W1[1, 0] * x[0] + W1[1, 1] * x[1] + b1[1])
    a_o = sigmoid(W2[0, 0] * a_h1 + W2[0, 1] * a_h2 + b2[0])
    delta_o = (a_o - y[0]) * a_o * (1 - a_o)
    delta_h1 = W2[0, 0] * delta_o * a_h1 * (1 - a_h1)
    delta_h2 = W2[0, 1] * delta_o * a_h2 * (1 - a_h2)
    dW1 = np.array([[delta_h1 * x[0], delta_h1 * x[1]], [delta_h2 * x[0], delta_h2 * x[1]]])
    dx = [W1[0, k] * delta_h1 + W1[1, k] * delta_h2 for k in range(2)]
    return dW1, [delta_h1, delta_h2], [[delta_o * a_h1, delta_o * a_h2]], [delta_o], dx


def backprop_221__lists(x, y, W1, b1, W2, b2):
    x, W1, w = np.asarray(x).tolist(), np.asarray(W1).tolist(), np.asarray(W2)[0].tolist()
    a_h = [sigmoid(W1[j][0] * x[0] + W1[j][1] * x[1] + b1[j]) for j in (0, 1)]
    a_o = sigmoid(w[0] * a_h[0] + w[1] * a_h[1] + b2[0])
    delta_o = float((a_o - y[0]) * a_o * (1 - a_o))
    delta_h = [w[j] * delta_o * a_h[j] * (1 - a_h[j]) for j in (0, 1)]
    dx = [W1[0][k] * delta_h[0] + W1[1][k] * delta_h[1] for k in (0, 1)]
    return (
        [[d * v for v in x] for d in delta_h],
        delta_h,
        [[delta_o * a for a in a_h]],
        [delta_o],
        dx,
    )


def backprop_221__float32(x, y, W1, b1, W2, b2):
    x, y, W1, b1, W2, b2 = (np.asarray(each, dtype=np.float32) for each in (x, y, W1, b1, W2, b2))
    a_h = 1 / (1 + np.exp(-(W1 @ x + b1)))
    a_o = 1 / (1 + np.exp(-(W2 @ a_h + b2)))
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (delta_o @ W2) * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, delta_h @ W1


def backprop_221__toynn(x, y, W1, b1, W2, b2):
    network = Network([Layer(W1, b1), Layer(W2, b2)])
    first, second = backward(network, forward(network, [x]), [y], quadratic)
    dx = first.delta[0] @ W1
    return first.weights, first.biases, second.weights, second.biases, dx


def backprop_221__sign(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (y - a_o) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, delta_h @ W1


def backprop_221__no_slope_at_output(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    delta_o = sigmoid(W2 @ a_h + b2) - y
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, delta_h @ W1


def backprop_221__no_slope_at_all(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    delta_o = sigmoid(W2 @ a_h + b2) - y
    delta_h = W2[0] * delta_o[0]
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, delta_h @ W1


def backprop_221__no_slope_at_hidden(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0]
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, delta_h @ W1


def backprop_221__slope_at_a(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * sigmoid.derivative(a_o)
    delta_h = W2[0] * delta_o[0] * sigmoid.derivative(a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, delta_h @ W1


def backprop_221__slope_at_a_h(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] * sigmoid.derivative(a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, delta_h @ W1


def backprop_221__slope_at_a_o(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * sigmoid.derivative(a_o)
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, delta_h @ W1


def backprop_221__one_path(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1[0] * delta_h[0]


def backprop_221__other_path(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1[1] * delta_h[1]


def backprop_221__own_path(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, np.diag(W1) * delta_h


def backprop_221__columns(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, np.outer(delta_o, a_h), delta_o, W1 @ delta_h


def backprop_221__own_activation(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    return np.outer(delta_h, a_h), delta_h, np.outer(delta_o, a_h), delta_o, delta_h @ W1


def backprop_221__own_activation_in_second(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    dW2 = np.outer(delta_o * a_o, [1, 1])
    return np.outer(delta_h, x), delta_h, dW2, delta_o, delta_h @ W1


def backprop_221__own_activations(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    return np.outer(delta_h, a_h), delta_h, np.outer(delta_o, a_o), delta_o, delta_h @ W1


def backprop_221__index_of_the_article(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    dW1, dW2 = np.outer(delta_h * x, [1, 1]), np.outer(delta_o * a_h[0], [1, 1])
    return dW1, delta_h, dW2, delta_o, delta_h @ W1


def backprop_221__swapped(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    return np.outer(x, delta_h), delta_h, np.outer(a_h, delta_o), delta_o, delta_h @ W1


def backprop_221__swapped_in_first(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    return np.outer(x, delta_h), delta_h, np.outer(delta_o, a_h), delta_o, delta_h @ W1


def backprop_221__updated(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    dW2 = np.outer(delta_o, a_h)
    W2 = W2 - dW2
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, dW2, delta_o, delta_h @ W1


def backprop_221__updated_with_rate_01(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    dW2 = np.outer(delta_o, a_h)
    W2 = W2 - 0.1 * dW2
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    return np.outer(delta_h, x), delta_h, dW2, delta_o, delta_h @ W1


def backprop_221__minus_bias(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = W2[0] * delta_o[0] * a_h * (1 - a_h)
    return np.outer(delta_h, x), -delta_h, np.outer(delta_o, a_h), -delta_o, delta_h @ W1


EMPTY = Exercise(
    id="06.backprop",
    title="2-2-1 from an empty page",
    task="Write `backprop_221(x, y, W1, b1, W2, b2)` for one sample, quadratic cost and sigmoid: "
    "it returns the derivatives by W1, b1, W2, b2 and x, in this order.",
    stub=backprop_221__stub,
    solution=backprop_221__solution,
    also_right=(
        backprop_221__matrices,
        backprop_221__one_by_one,
        backprop_221__lists,
        backprop_221__float32,
        backprop_221__toynn,
    ),
    cases=(
        case(
            np.array([1.0, 0.5]),
            np.array([1.0]),
            np.array([[0.9, 1.9], [0.8, -1.2]]),
            np.array([-0.1, -0.3]),
            np.array([[0.5, -1.1]]),
            np.array([0.3]),
            says="For the 2-2-1 network above, `backprop_221`",
        ),
        case(
            np.array([-1.5, 2.0]),
            np.array([0.0]),
            np.array([[0.3, 0.7], [-1.1, 0.4]]),
            np.array([0.2, -0.5]),
            np.array([[1.4, -0.6]]),
            np.array([-0.7]),
            says="For another 2-2-1 network, `backprop_221`",
        ),
    ),
    expects="five arrays of the shapes of W1, b1, W2, b2 and x",
    mistakes=(
        Mistake(
            name="the sign of the slope of the cost",
            wrong=backprop_221__sign,
            message="Every number has the right size and the wrong sign: a step with it would go "
            "uphill. dC/da_o is output minus target; you have target minus output.",
            hints=("The output 0.5507 is below its target 1. Is dC/da_o above or below 0?",),
        ),
        Mistake(
            name="no f' at the hidden nodes",
            wrong=backprop_221__no_slope_at_hidden,
            message="The derivatives of W2 and b2 are right, all those before are not. The weight "
            "times delta_o is dC/da_h; to dC/dz_h it is one more link, the slope of the sigmoid.",
            hints=(
                "delta of a hidden node is the slope by its z. Where did a turn into z?",
                "Multiply by `sigmoid.derivative(z_h)`.",
            ),
        ),
        Mistake(
            name="no f' at the output",
            wrong=backprop_221__no_slope_at_output,
            also=(backprop_221__no_slope_at_all,),
            message="a_o - y is the slope of the cost by a_o. delta_o is the slope by z_o, and "
            "between the two lies the sigmoid.",
            hints=("Multiply by `sigmoid.derivative(z_o)`; at the hidden nodes likewise.",),
        ),
        Mistake(
            name="f'(a) in place of f'(z)",
            wrong=backprop_221__slope_at_a,
            also=(backprop_221__slope_at_a_h, backprop_221__slope_at_a_o),
            message="You took the slope of the sigmoid at a, where it is wanted at z: a has been "
            "through the sigmoid already.",
            hints=(
                "What do you hand to `sigmoid.derivative`?",
                "`sigmoid.derivative(z)`, or a (1 - a) without a call.",
            ),
        ),
        Mistake(
            name="one path only",
            wrong=backprop_221__one_path,
            also=(backprop_221__other_path, backprop_221__own_path),
            message="All but dx is right. Each input goes to both hidden nodes, so it reaches the "
            "cost by two paths, and you have followed one of them.",
            hints=(
                "How many links leave x1?",
                "For x1: w_h1x1 delta_h1 plus w_h2x1 delta_h2.",
                "In one line for both inputs: `W1[0] * delta_h[0] + W1[1] * delta_h[1]`.",
            ),
        ),
        Mistake(
            name="weights of the wrong links",
            wrong=backprop_221__columns,
            message="All but dx is right. The two weights that leave x1 are in column 0 of W1, one "
            "in each row; you added up along the rows, which end at one hidden node.",
            hints=("`W1.T @ delta_h`, or `W1[0] * delta_h[0] + W1[1] * delta_h[1]`.",),
        ),
        Mistake(
            name="the activation of the node itself",
            wrong=backprop_221__own_activation,
            also=(backprop_221__own_activations, backprop_221__own_activation_in_second),
            message="A weight is multiplied by the activation from which its link begins, that of "
            "node k in the layer before. You took that of the node j where it ends.",
            hints=("`a_h` for W2, and `x` for W1.",),
        ),
        Mistake(
            name="a_j in place of a_k",
            wrong=backprop_221__index_of_the_article,
            message="Both weights of a node get the same derivative from you. In w_jk it is k that "
            "says whose activation counts; you took number j of the layer before. (The article's "
            "program does the same.)",
            hints=(
                "The two links to h1 begin at x1 and at x2. Which numbers run over them?",
                "`np.outer(delta_h, x)` has delta_h[j] * x[k] in row j, column k.",
            ),
        ),
        Mistake(
            name="rows and columns of the derivative swapped",
            wrong=backprop_221__swapped,
            also=(backprop_221__swapped_in_first,),
            message="The derivative by W1 has to look like W1: row j for the node where the link "
            "ends, column k for the one where it begins. Yours is the other way round.",
            hints=("In `np.outer(u, v)` the first, u, counts the rows.",),
        ),
        Mistake(
            name="W2 already updated",
            wrong=backprop_221__updated,
            also=(backprop_221__updated_with_rate_01,),
            message="The derivatives of W2 and b2 are right, but you changed W2 before you went "
            "back through it. The gradient belongs to the network that gave the output.",
            hints=("First all derivatives, with the W2 that came in. Then, elsewhere, the step.",),
        ),
        Mistake(
            name="the biases with a minus",
            wrong=backprop_221__minus_bias,
            message="The derivatives by b1 and b2 have the wrong sign. z = W a + b grows by 1 for "
            "each unit of b, so dC/db is delta itself.",
            hints=("Only with z = W a - b would a minus belong there.",),
        ),
    ),
    hints=(
        "First the way forward, as in `backprop_222`: z_h, a_h, z_o, a_o. Keep all four.",
        "Then delta_o, and delta_h: with one output each hidden node has one path to the cost.",
        "dx is what a layer before would get as its dC/da: a sum over the two hidden nodes.",
    ),
    question="How many times did you go through the network for all eleven derivatives, and how "
    "many times would nudging take?",
    answer="Once forward and once back. Nudging takes one more pass for each number, or two if "
    "you nudge to both sides as `numerical_gradient` does: 22 passes here, and over two hundred "
    "thousand for a network that reads digits.",
)

# --- predictions

SIGN = Prediction(
    id="06.sign",
    question="In the network above the output is 0.3720, and 1 is wanted. Now `w_hx`, which is "
    "0.4, is raised a little; `w_oh` stays at -1.4. Which sign does dC/dw_hx have?",
    options=(
        Option(
            "Negative: the output is too low, and a larger weight makes it higher",
            "That would hold if every weight between w_hx and the output were above 0. Here a "
            "larger w_hx makes a_h larger, and `w_oh` = -1.4 turns that into a lower output.",
            misconception="a larger weight makes a larger output",
        ),
        Option(
            "Positive: the cost rises",
            "A larger w_hx makes z_h and a_h larger, since x = 2 is above 0. Through `w_oh` = -1.4 "
            "that makes the output lower, further away from 1: the cost rises.",
            right=True,
        ),
        Option(
            "Zero: only the weight at the output changes the cost",
            "w_hx is further away from the cost, but what it changes is handed on: by a_h to z_o, "
            "by z_o to a_o, and by a_o to the cost.",
            misconception="only the last layer counts",
        ),
        Option(
            "It cannot be told without calculating",
            "The size cannot. For the sign it is enough to follow the signs: x is above 0, the "
            "slope of the sigmoid always is, w_oh is below 0, and a_o - y is below 0.",
        ),
    ),
)

NUDGE = Prediction(
    id="06.nudge",
    question="`w_hx` is nudged by 0.1. The gradient predicts a change of the cost by +0.0081, and "
    "the cost really changes by +0.0077: the prediction is 4.7% off. How far off is it for a nudge "
    "of 0.01?",
    options=(
        Option(
            "As far: 4.7%",
            "It would be if the gradient were wrong. A right gradient is the slope at this very "
            "place, and the closer you stay to the place, the better it fits.",
            misconception="a gradient holds as well far away as near",
        ),
        Option(
            "About half as far",
            "The nudge shrinks to a tenth, and so does the share by which the prediction is off.",
        ),
        Option(
            "About ten times less: 0.43%",
            "The curve of the cost bends away from the straight line of the prediction, and seen "
            "from ten times closer it looks ten times straighter.",
            right=True,
        ),
        Option(
            "Not at all: a small nudge is predicted exactly",
            "Only a straight line would be predicted exactly. The cost is curved here, so a little "
            "is always left; it only becomes small.",
            misconception="a derivative predicts exactly",
        ),
    ),
)

MOST = Prediction(
    id="06.most",
    question="A 2-2-1 network gets the inputs x1 = 1 and x2 = 0.5. Each of its six weights is "
    "nudged by the same small amount, one at a time. Which nudge changes the cost most?",
    options=(
        Option(
            "That of the largest weight: 1.9, to h1 from x2",
            "It changes the cost least of all six: its gradient is -0.0035. How large a weight is "
            "does not come into its own derivative, delta_j a_k.",
            misconception="a big weight matters most",
        ),
        Option(
            "That of the most negative weight: -1.2, to h2 from x2",
            "Its gradient is 0.0152, the fourth of six. Neither size nor sign of a weight says how "
            "much a change of it does.",
        ),
        Option(
            "That of the smallest weight: 0.5, to o from h1",
            "Its gradient is -0.0947, 27 times that of the largest weight. It ends at o, where "
            "delta is largest, and begins at h1, whose activation 0.852 is the larger of the two.",
            right=True,
        ),
        Option(
            "None: the same nudge does the same everywhere",
            "The nudge is the same, but what comes of it is multiplied on its way to the cost by "
            "an activation, by slopes and by weights, and these differ from link to link.",
            misconception="all weights count alike",
        ),
    ),
)
