"""02.neuron: the output of one neuron with any number of inputs."""

import numpy as np

from toynn import Node
from toynn.activations import sigmoid
from toynn_course.exercises.engine import signs
from toynn_course.exercises.engine.exercise import Exercise, case

ex = Exercise(
    "02.neuron",
    title="A neuron",
    task="Write `neuron(x, w, b)`: the weighted sum of the inputs, plus b, through the sigmoid. "
    "`x` and `w` are arrays of the same length, and the output is one number.",
    hints=(
        "By hand, for x = (1, 3), w = (2, -1), b = 0.5: z is 2 times 1 plus -1 times 3 plus 0.5.",
        "Two lines: z = w x + b, where w x is a sum of products; then a = sigmoid(z).",
        "`np.dot(w, x)` is the sum of products.",
    ),
    why="However many inputs a neuron has, a single bias is enough. Why?",
    because="All products end up in one sum, and the bias moves that sum. Five biases would be "
    "added up, too, and one number can do what their sum does.",
    cases=(
        case(np.array([1.0, 3.0]), np.array([2.0, -1.0]), 0.5),
        case(np.array([2, -1, 3]), np.array([0.25, 1.5, -0.5]), -0.25),
        case(np.array([2, -3]), np.array([1, 1]), 2),
        case(np.array([3.0]), np.array([-0.75]), 1.0),
    ),
    draw=lambda rng: (*rng.uniform(-2, 2, size=(2, 5)).round(1), round(rng.uniform(-1, 1), 1)),
)


@ex.solution
def neuron(x, w, b):
    """The output of one neuron with weights w and bias b for the inputs x."""
    z = np.dot(w, x) + b
    return sigmoid(z)


@ex.right
def node(x, w, b):
    return Node(w, b)(x)


@ex.right
def float32(x, w, b):
    z = np.float32(b) + np.asarray(w, dtype=np.float32) @ np.asarray(x, dtype=np.float32)
    return np.float32(sigmoid(z))


@ex.right
def with_one_more_input(x, w, b):
    return sigmoid(np.append(w, b) @ np.append(x, 1))


SUM, LINE = "np.dot(w, x) + b", "return sigmoid(z)"

for name, edits, message, *tips in [
    ("minus b", [{"+ b": "- b"}],
     ("Your z has b with a minus, as in the article's code. This course writes z = w x + b, so the "
      "value that the sum has to exceed is -b."),
     "With b = 0.5 and a weighted sum of -1, z is -0.5.",
     "If you write the sigmoid yourself, the minus of -z needs a bracket: `-(w @ x + b)`."),
    ("b is forgotten", [{" + b": ""}],
     "b has no effect on your output: for inputs that are all 0 you always get 0.5.",
     "Where does your code use b?"),
    ("b after the sigmoid", [{" + b": "", "sigmoid(z)": "sigmoid(z) + b"}],
     "You add b to the output. It belongs to z, before the sigmoid: an output stays below 1.",
     "z = w x + b, then a = sigmoid(z)."),
    ("b more than once", [{SUM: "np.sum(np.multiply(w, x) + b)"}],
     "You add b to every product, before the sum, so with two inputs it counts twice.",
     "One neuron has one bias: add up the products first, then add b once."),
    ("no sum", [{SUM: "np.multiply(w, x) + b"}],
     "You return one output for each input. A neuron adds up its weighted inputs first.",
     "`w * x` is a product for each input. What turns them into one number?",
     "`np.dot(w, x)` multiplies and adds up in one go, and so does `w @ x`."),
    ("added instead of multiplied", [{SUM: "np.sum(w + x) + b"}],
     "You add each weight to its input, but a weight is what its input is multiplied by.",
     "`w * x`, or `w @ x` with the sum."),
    ("z instead of a", [{LINE: "return z"}],
     "You return the weighted sum z, at first -0.5. The neuron's output is a = sigmoid(z), 0.378.",
     "Put z through the sigmoid before you return it."),
    ("the decision instead of the output", [{LINE: "return 1 if z >= 0 else 0"}],
     "You return 0 or 1. That is the decision; the output is the number before it, such as 0.378.",
     "Return sigmoid(z) as it is."),
    ("the sigmoid twice", [{LINE: "return sigmoid(sigmoid(z))"}],
     "You get 0.593 instead of 0.378: that is sigmoid(0.378), so z went through it twice.",
     "Count the sigmoids between z and your result."),
    ("the wrong activation", [{LINE: "return np.tanh(z)"}, {LINE: "return max(z, 0.0)"}],
     "Your z is right, but the exercise wants the sigmoid, not another activation.",
     "a = sigmoid(z)"),
    ("the sign of z", [{LINE: "return sigmoid(-z)"}],
     "You get sigmoid(-z): all your outputs are mirrored, 0.622 instead of 0.378 for the first.",
     "Is there one minus too many in z, or is one missing in a sigmoid of your own?"),
    ("an input is left out", [{SUM: f"np.dot({a}, {b}) + b"} for a, b in [
        ("w[:-1]", "x[:-1]"), ("w[1:]", "x[1:]"), ("w[:1]", "x[:1]"), ("w[-1:]", "x[-1:]")]],
     "You do not use all the inputs: the last or the first is missing, or all but one of them.",
     "Does the loop go from the first input to the last, and does `return` come after it?",
     "`z += ...` adds; `z = ...` and `z =+ ...` forget what was there before."),
    ("two inputs only", [{SUM: "w[0] * x[0] + w[1] * x[1] + b"}],
     "Your neuron has exactly two inputs. It should take any number of them, 1 or 5 as well.",
     "A loop over all inputs, or `np.dot(w, x)`."),
    ("the order of the arguments", [{"(x, w, b)": f"({o})"} for o in ("b, w, x", "w, b, x")],
     "The arguments come in the order x, w, b, and your function takes them in another one.",
     "Begin it with `def neuron(x, w, b):`."),
    ("always the same bias", [{"+ b": "+ 0.5"}],
     "You add 0.5, the bias of the example, whatever b is.", "Use the argument b."),
]:  # fmt: skip
    ex.mistake(name, message, *tips, edits=edits)

# fmt: off
ex.mistake("rounded results",
    "You round the output. Return it as it is, and round only where somebody reads it.",
    "Look for `round` in your code.",
    edits=[{LINE: "return round(sigmoid(z), 3)"}],
    when=signs.rounded)
