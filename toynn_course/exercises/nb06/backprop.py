"""06.backprop: forward and back through a 2-2-1 network, from an empty page."""

import numpy as np

from toynn import Layer, Network, backward, forward, quadratic, sigmoid
from toynn_course.exercises.engine.exercise import Exercise, called
from toynn_course.exercises.nb06.slips import add_slips

ex = Exercise(
    "06.backprop",
    title="2-2-1 from an empty page",
    task="Write `backprop_221(x, y, W1, b1, W2, b2)` for one sample, the quadratic cost and the "
    "sigmoid. It returns the derivatives with respect to W1, b1, W2, b2 and x, in this order, each "
    "of the shape of what it belongs to.",
    hints=(
        "First the way forward, as in `backprop_222`: z_h, a_h, z_o, a_o. Keep all four.",
        "Then delta_o, and delta_h: with one output each hidden node has one path to the cost.",
        "dx is what a layer in front would get as its dC/da: a sum over the two hidden nodes.",
    ),
    why="How many times did you go through the network for all eleven derivatives, and how many "
    "times would nudging take?",
    because="Once forward and once back. Nudging takes one more pass for each number, or two if "
    "you nudge to both sides as `numerical_gradient` does: 22 passes here, and over two hundred "
    "thousand for a network that reads digits.",
    expects="five arrays of the shapes of W1, b1, W2, b2 and x",
    cases=(
        called(
            "backprop_221(np.array([1, 0.5]), np.array([1]), np.array([[0.9, 1.9], [0.8, -1.2]]), "
            "np.array([-0.1, -0.3]), np.array([[0.5, -1.1]]), np.array([0.3]))"
        ),
        called(
            "backprop_221(np.array([2, -1]), np.array([0]), np.array([[1, -1], [0, 2]]), "
            "np.array([0, 1]), np.array([[2, -1]]), np.array([1]))"
        ),
    ),
    draw=lambda rng: [rng.uniform(-2, 2, size).round(1) for size in (2, 1, (2, 2), 2, (1, 2), 1)],
)


@ex.solution
def backprop_221(x, y, W1, b1, W2, b2):
    """dC/dW1, dC/db1, dC/dW2, dC/db2 and dC/dx of a 2-2-1 network for one sample."""
    z_h = W1 @ x + b1
    a_h = sigmoid(z_h)
    z_o = W2 @ a_h + b2
    a_o = sigmoid(z_o)
    delta_o = (a_o - y) * sigmoid.derivative(z_o)
    delta_h = W2[0] * delta_o[0] * sigmoid.derivative(z_h)
    dW1, dW2 = np.outer(delta_h, x), np.outer(delta_o, a_h)
    dx = W1[0] * delta_h[0] + W1[1] * delta_h[1]
    return dW1, delta_h, dW2, delta_o, dx


@ex.right
def matrices(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2.T @ delta_o) * a_h * (1 - a_h)
    return delta_h[:, None] * x, delta_h, delta_o[:, None] * a_h, delta_o, W1.T @ delta_h


@ex.right
def with_toynn(x, y, W1, b1, W2, b2):
    network = Network([Layer(W1, b1), Layer(W2, b2)])
    first, second = backward(network, forward(network, [x]), [y], quadratic)
    dx = [sum(W1[j][k] * first.biases[j] for j in range(2)) for k in range(2)]
    return first.weights, first.biases, second.weights, second.biases, dx


ex.right(edits=[{"sigmoid.derivative(z_o)": "np.float32(a_o * (1 - a_o))"}])
add_slips(ex)

DX = "W1[0] * delta_h[0] + W1[1] * delta_h[1]"
THROUGH = "W2[0] * delta_o[0] * sigmoid.derivative(z_h)"
RETURN = "return dW1, delta_h, dW2, delta_o, dx"

# fmt: off
ex.mistake("one path to x only",
    "Each input goes to both hidden nodes, so it reaches the cost by two paths. Your dx follows "
    "only one of them.",
    "How many links leave x1?",
    "For x1: w_h1x1 delta_h1 plus w_h2x1 delta_h2.",
    f"For both inputs in one line: `{DX}`.",
    edits=[{DX: "W1[0] * delta_h[0]"}, {DX: "W1[1] * delta_h[1]"}, {DX: "np.diag(W1) * delta_h"}])
ex.mistake("a row of W1 instead of a column",
    "For x1 you use row 0 of W1, the two weights that lead to h1. The two weights that leave x1 "
    "are `W1[0, 0]` and `W1[1, 0]`, in a column.",
    f"`W1.T @ delta_h`, or `{DX}`.",
    edits=[{DX: "W1 @ delta_h"}, {DX: "W1.sum(axis=1) * delta_h"}])
ex.mistake("a slope at the inputs",
    "You multiply dx by x (1 - x). The inputs have not been through a sigmoid, so there is no "
    "slope to multiply by: the way back to x ends at the weights.",
    "`W1.T @ delta_h` is all of it.",
    edits=[{DX: "(W1.T @ delta_h) * x * (1 - x)"}])
ex.mistake("dx is missing",
    "You return four derivatives, and the fifth is missing: the one with respect to x.",
    "What does x1 do to the cost? It has two paths, one through each hidden node.",
    edits=[{RETURN: "return dW1, delta_h, dW2, delta_o"}])
ex.mistake("W1 was updated too early",
    "You changed W1 by a step before you used it for dx. The gradient belongs to the network that "
    "gave the output, with the W1 of the argument.",
    "Find all the derivatives first. The step comes later, somewhere else.",
    edits=[{DX: f"(W1 - {rate} * dW1).T @ delta_h"} for rate in (1, 0.5, 0.1)])
ex.mistake("the derivatives in another order",
    "All five derivatives are there, but in another order. It should be: W1, b1, W2, b2, x.",
    "`return dW1, delta_h, dW2, delta_o, dx`",
    edits=[{RETURN: "return dW2, delta_o, dW1, delta_h, dx"},
           {RETURN: "return dW1, dW2, delta_h, delta_o, dx"},
           {RETURN: "return delta_h, dW1, delta_o, dW2, dx"},
           {RETURN: "return dx, dW1, delta_h, dW2, delta_o"}])
ex.mistake("a bias is missing on the way forward",
    "On the way forward you leave out a bias: z_h is W1 @ x + b1, and z_o is W2 @ a_h + b2.",
    "Where do `b1` and `b2` appear in your code?",
    edits=[{" + b2": ""}, {" + b1": ""}, {" + b1": "", " + b2": ""}])
ex.mistake("x in front of W1",
    "`x @ W1` multiplies x by the columns of W1. The weights of h1 are in row 0, so it should be "
    "`W1 @ x`.",
    "z of h1 is `W1[0, 0] * x[0] + W1[0, 1] * x[1] + b1[0]`.",
    edits=[{"W1 @ x": "x @ W1"}])
ex.mistake("no sigmoid at the output",
    "On the way forward the output does not pass through the sigmoid: your a_o is z_o itself.",
    "a_o is `sigmoid(z_o)`.",
    edits=[{"a_o = sigmoid(z_o)": "a_o = z_o"},
           {"a_o = sigmoid(z_o)": "a_o = z_o", "sigmoid.derivative(z_o)": "z_o * (1 - z_o)"}])
ex.mistake("back through W1",
    "You go from the output back to the hidden nodes through W1, which is in front of them. "
    "Between them and the output there is W2.",
    "Which weights is a_h multiplied by on the way forward?",
    edits=[{THROUGH: THROUGH.replace("W2", "W1")}])
ex.mistake("a matrix for b1",
    "The second of your five results is a 2-by-2 matrix. It belongs to b1, so it should be two "
    "numbers.",
    "What are the shapes of `W2.T` and of `W2[0]`?",
    "`W2[0] * delta_o[0]`, or `W2.T @ delta_o`, has a number for each hidden node.",
    edits=[{THROUGH: "W2.T * delta_o[0] * sigmoid.derivative(z_h)"}],
    when=lambda found: all(np.shape(each.value[1]) == (2, 2) for each in found))
ex.mistake("a second output",
    "`W2[1]` would be the weights to a second output. This network has one, so W2 has only the "
    "row `W2[0]`, and each hidden node has one path to the cost.",
    f"`delta_h = {THROUGH}`",
    edits=[{THROUGH: "(W2[0] * delta_o[0] + W2[1] * delta_o[1]) * sigmoid.derivative(z_h)"}])
ex.mistake("cut to whole numbers", edits=[{DX: f"({DX}).astype(x.dtype)"}])
