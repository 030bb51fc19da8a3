"""03.forward: the outputs of a whole network."""

import numpy as np

from toynn import sigmoid
from toynn_course.exercises.engine.exercise import Exercise, case

FIRST = np.array([[1.0, -2.0], [0.0, 1.0]]), np.array([0.0, 1.0])
SECOND = np.array([[2.0, 1.0], [-1.0, 1.5]]), np.array([0.5, -1.0])
SHAPES = (4, 2), (3, 2), 3, (2, 3), 2, (2, 2), 2, (4, 2), 4, (1, 4), 1


def five_layers(rng):
    """Four samples, and five layers of different sizes with random numbers."""
    X, *layers = [(rng.uniform(-2, 2, size=n).round(1)) for n in SHAPES]
    return X, list(zip(layers[::2], layers[1::2], strict=True))


ex = Exercise(
    "03.forward",
    title="A whole network",
    task="Write `outputs(X, layers)` for a list of any number of pairs (W, b), with the sigmoid in "
    "every layer.",
    hints=(
        "It is the five lines that you put in order above.",
        "Start with `a = X`. For each pair, compute z and then a. After the loop, return a.",
    ),
    why="How often does a 2-5-2 network compute a sigmoid for one sample?",
    because="Seven times, once for each node. The inputs are not nodes.",
    cases=(
        case(np.array([[1, 2]]), [FIRST]),
        case(np.array([[1, 2], [0, -1]]), [FIRST, SECOND]),
    ),
    draw=five_layers,
)


@ex.solution
def outputs(X, layers):
    """The outputs of a network of sigmoid layers, given as a list of pairs (W, b)."""
    a = X
    for W, b in layers:
        z = a @ W.T + b
        a = sigmoid(z)
    return a


# fmt: off
ex.right(edits=[{"a = X": "a = X.T", "a @ W.T + b": "W @ a + b[:, None]", "return a": "return a.T"},
                {"sigmoid(z)": "1 / (1 + np.exp(-z.astype(np.float32)))"},
                {"return a": "return a.tolist()"}])

ex.mistake("W is not transposed",
    "`a @ W` takes the columns of W, but the weights of a node are a row of W. If W is square, "
    "Python does not complain, and the numbers are wrong.",
    "`W.T` has the weights of each node as a column.",
    edits=[{"W.T": "W"}])
ex.mistake("the last layer gets X",
    "Your last layer works on X itself. It should get the outputs of the layer before it.",
    "Use the same name for what goes into a layer and what comes out of it.",
    edits=[{"a @ W.T": "X @ W.T"}])
ex.mistake("the layers are reversed",
    "You go through the layers from the last to the first. The inputs go into the first one.",
    "`for W, b in layers:`",
    edits=[{"in layers": "in layers[::-1]"}])
ex.mistake("a layer is left out",
    "You leave one layer out: a network with a single layer gives you X itself back.",
    "`for W, b in layers:` goes through all of them.",
    edits=[{"in layers": "in layers[:-1]"}, {"in layers": "in layers[1:]"}])
ex.mistake("the first layer only",
    "You stop after the first layer: its outputs are your result.",
    "Does `return` come after the loop, at the same depth as `for`?",
    edits=[{"    return a": "        return a"}])
ex.mistake("two layers only",
    "Your function is right for two layers, but fails with one and with five.",
    "`for W, b in layers:` runs once for each layer.",
    edits=[{"    a = X": "    first, second = layers\n    a = X"}],
    when=lambda found: all(each.right == (len(each.inputs[1]) == 2) for each in found))
ex.mistake("biases are missing",
    "Not all of your layers add their biases. Every layer computes z = a Wᵀ + b.",
    "`a @ W.T + b`",
    edits=[{" + b": ""}, {"+ b": "+ b * (a is X)"}])
ex.mistake("no sigmoid between the layers",
    "Only your last layer has a sigmoid: the others pass on their sums z as they are.",
    "Apply the sigmoid to the sums of every layer, inside the loop.",
    edits=[{"a = sigmoid(z)": "a = z", "return a": "return sigmoid(a)"}])
ex.mistake("no sigmoid at the end",
    "Your outputs are the sums z of the last layer. It has a sigmoid too, like every other.",
    "Is `a = sigmoid(z)` in the loop, and is `a` what you return?",
    edits=[{"return a": "return z"}, {"a = sigmoid(z)": "a = z"}])
ex.mistake("a sigmoid over the inputs",
    "You apply a sigmoid to the inputs. Inputs compute nothing: the first layer gets X itself.",
    "Start with `a = X`.",
    edits=[{"a = X": "a = sigmoid(X)"}])
