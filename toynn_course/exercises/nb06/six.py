"""06.six: the way back through a 2-2-2 network, where two paths lead on from a hidden node."""

import numpy as np

from toynn import Layer, Network, numerical_gradient, quadratic, sigmoid
from toynn_course.exercises.engine.exercise import Exercise, called
from toynn_course.exercises.nb06.slips import add_slips

ex = Exercise(
    "06.six",
    title="2-2-2 with six blanks",
    task="Fill in the six blanks of `backprop_222`, so that it returns the derivatives of the "
    "quadratic cost with respect to W1, b1, W2 and b2.",
    hints=(
        "Take the lines in their order; each needs only what is above it.",
        "delta is dC/da times f'(z), at the outputs and at the hidden nodes; only dC/da differs.",
        "`through_o1` is `W2[0] * delta_o[0]`, and dW2 is `np.outer(delta_o, a_h)`.",
    ),
    why="Why are the two paths added, and not multiplied?",
    because="Along one path the links act one after another, and their slopes multiply. The two "
    "paths act side by side: when a_h moves, each output changes the cost by its own amount, and "
    "the cost is the sum of the two.",
    expects="four arrays: dW1, delta_h, dW2 and delta_o",
    cases=(
        called(
            "backprop_222(np.array([1, 0.5]), np.array([1, 0]), np.array([[0.9, 1.9], [0.8, -1.2]])"
            ", np.array([-0.1, -0.3]), np.array([[0.5, -1.1], [0.2, 1.2]]), np.array([0.3, -0.4]))"
        ),
        called(
            "backprop_222(np.array([2, -1]), np.array([0, 1]), np.array([[1, -1], [0, 2]]), "
            "np.array([0, 1]), np.array([[1, 2], [-1, 1]]), np.array([1, 0]))"
        ),
    ),
    draw=lambda rng: [rng.uniform(-2, 2, size).round(1) for size in (2, 2, (2, 2), 2, (2, 2), 2)],
)


@ex.solution(blanks=("delta_o", "through_o1", "through_o2", "delta_h", "dW2", "dW1"))
def backprop_222(x, y, W1, b1, W2, b2):
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


@ex.right
def matrices(x, y, W1, b1, W2, b2):
    a_h = sigmoid(W1 @ x + b1)
    a_o = sigmoid(W2 @ a_h + b2)
    delta_o = (a_o - y) * a_o * (1 - a_o)
    delta_h = (W2.T @ delta_o) * a_h * (1 - a_h)
    return (delta_h[:, None] * x).tolist(), delta_h, delta_o[:, None] * a_h, list(delta_o)


@ex.right
def by_nudging(x, y, W1, b1, W2, b2):
    network = Network([Layer(W1, b1), Layer(W2, b2)])
    first, second = numerical_gradient(network, [x], [y], quadratic)
    return first.weights, first.biases, second.weights, second.biases


ex.right(edits=[{"W2[0] * delta_o[0]": "W2.T @ delta_o", "W2[1] * delta_o[1]": "0"}])
add_slips(ex)

PATH_1, PATH_2 = "W2[0] * delta_o[0]", "W2[1] * delta_o[1]"
BOTH = "(through_o1 + through_o2)"

# fmt: off
ex.mistake("one path only",
    "Each hidden node passes its output on to both o1 and o2, so it reaches the cost by two "
    "paths. Your delta_h follows only one of them.",
    "How many links leave h1?",
    "`delta_h` needs `through_o1 + through_o2`.",
    edits=[{BOTH: "through_o1"}, {BOTH: "through_o2"}, {BOTH: "np.diag(W2) * delta_o"}])
ex.mistake("a column of W2 instead of a row",
    "Your sum for h1 uses `W2[0, 0]` and `W2[0, 1]`, the two weights that lead to o1. On the way "
    "back h1 needs the two weights that leave h1: `W2[0, 0]` and `W2[1, 0]`.",
    "Which two numbers of W2 lead to o1? Are they in a row or in a column?",
    "`W2[0] * delta_o[0]` is the way through o1. Both paths in one line are `W2.T @ delta_o`.",
    edits=[{PATH_1: "W2[:, 0] * delta_o[0]", PATH_2: "W2[:, 1] * delta_o[1]"}])
ex.mistake("each path takes both deltas",
    "You multiply `W2[0]` by both numbers of delta_o. Only o1 is on the path through o1, so it "
    "takes `delta_o[0]` alone, and the path through o2 takes `delta_o[1]`.",
    "`W2[0] * delta_o[0]`",
    edits=[{PATH_1: "W2[0] * delta_o", PATH_2: "W2[1] * delta_o"}])
ex.mistake("an index of 0 in the path through o2",
    "On the path through o2, an index is still 0: o2 has row 1 of W2 and number 1 of delta_o.",
    "Compare the two lines: from o1 to o2 both indices change.",
    edits=[{PATH_2: "W2[1] * delta_o[0]"}, {PATH_2: "W2[0] * delta_o[1]"}, {PATH_2: PATH_1}])
ex.mistake("the deltas of the two paths are swapped",
    "You multiply the weights to o1 by the delta of o2, and the other way round.",
    "Row 0 of W2 leads to o1, and o1 has `delta_o[0]`.",
    edits=[{PATH_1: "W2[0] * delta_o[1]", PATH_2: "W2[1] * delta_o[0]"}])
ex.mistake("back through W1",
    "You go back through W1, which is in front of the hidden nodes. Between them and the outputs "
    "there is W2.",
    "Which weights is a_h multiplied by on the way forward?",
    edits=[{PATH_1: "W1[0] * delta_o[0]", PATH_2: "W1[1] * delta_o[1]"}])
ex.mistake("a forgotten bracket around the sum",
    "Only the second path is multiplied by the slope of the hidden nodes: `*` comes before `+`.",
    "`(through_o1 + through_o2) * sigmoid.derivative(z_h)`",
    edits=[{BOTH: "through_o1 + through_o2"}])
ex.mistake("the paths are not added",
    "You multiply the two paths, or take their mean. They act side by side, so what comes back "
    "through them is added.",
    "`through_o1 + through_o2`",
    edits=[{BOTH: "through_o1 * through_o2"}, {BOTH: f"{BOTH} / 2"}])
ex.mistake("one delta for two outputs",
    "Your delta_o is a single number, so `delta_o[0]` does not exist. Each of the two outputs has "
    "its own delta.",
    "`@` multiplies and adds up. Which sign multiplies number by number?",
    edits=[{"(a_o - y) * sig": "(a_o - y) @ sig"}])
