"""07.backward: backpropagation through a network of any depth, and every bug of the table."""

import numpy as np

from toynn import Layer, Network, forward, sigmoid
from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.nb07.layer import layer_gradient
from toynn_course.hunt.samples import network, samples


def pairs(answer, *inputs):
    """The result of an answer, where each layer may come with more than its two arrays."""
    result = answer(*inputs)
    if not isinstance(result, list | tuple):
        return result
    return [tuple(each[:2]) if isinstance(each, list | tuple) else each for each in result]


def trial(here, X, Y, name):
    """One case: a network, what `forward` kept, and the targets."""
    return case(here, forward(here, X), np.asarray(Y, dtype=float), shown=f"{CALL}  # {name}")


def of_shape(sizes, n, seed=7):
    """A case with a network of these sizes and n samples."""
    data = samples(sizes, n)
    name = f"a {'-'.join(map(str, sizes))} network, {n} sample{'s' * (n > 1)}"
    return trial(network(sizes, seed), data.X, data.Y, name)


CALL = "my_backward(network, passed, targets)"
BY_HAND = Network(
    [Layer([[0.9, 1.9], [0.8, -1.2]], [-0.1, -0.3]), Layer([[0.5, -1.1]], [0.3])]
)  # of notebook 06

ex = Exercise(
    "07.backward",
    title="The whole network",
    task="Write `my_backward(network, passed, targets)` for networks of sigmoids and the quadratic "
    "cost: a list with a pair (dC/dW, dC/db) for each layer, the first layer first.",
    hints=(
        "Begin at the output: delta is (a - targets) times the slope of the sigmoid at z.",
        "One layer back: `delta @ layers[n].weights`, times the slope at `zs[n - 1]`.",
        "`activations[0]` are the inputs, so layer number n was given `activations[n]`.",
    ),
    why="The loop never looks at the targets. How does a weight in the first layer learn what the "
    "network should have said?",
    because="Through delta: equation (1) puts the targets into the deltas of the outputs, and each "
    "round of the loop passes on what a change of z does to the cost.",
    expects="a list with a pair of arrays, dC/dW and dC/db, for each layer",
    use=pairs,
    cases=(
        trial(BY_HAND, [[1.0, 0.5]], [[1.0]], "the 2-2-1 network of notebook 06"),
        of_shape((2, 3, 2), 4),
        of_shape((3, 3, 3), 4),
        of_shape((2, 2), 3),
        of_shape((3, 4, 2, 3, 2), 3, seed=1),
    ),
)


@ex.solution
def my_backward(network, passed, targets):
    """For each layer, the first one first, the pair dC/dW and dC/db of the mean quadratic cost."""
    layers, zs, activations = network.layers, passed.zs, passed.activations
    delta = (activations[-1] - targets) * sigmoid.derivative(zs[-1])  # (1)
    gradients = [layer_gradient(delta, activations[-2])]  # (3), (4)
    for n in range(len(layers) - 1, 0, -1):
        delta = delta @ layers[n].weights * sigmoid.derivative(zs[n - 1])  # (2)
        gradients.insert(0, layer_gradient(delta, activations[n - 1]))
    return gradients


ERROR, OUTPUT = "(activations[-1] - targets)", "sigmoid.derivative(zs[-1])"
BACK, HIDDEN = "delta @ layers[n].weights", "sigmoid.derivative(zs[n - 1])"
LAST, OTHERS = "layer_gradient(delta, activations[-2])", "layer_gradient(delta, activations[n - 1])"
A_OUT, A_HIDDEN = "activations[-1]", "activations[n]"


def in_each_layer(pair):
    """Edits that make the pair of each layer in another way; `a` and `own` are names in it."""
    return {
        LAST: pair.replace("own", "activations[-1]").replace(" a ", " activations[-2] "),
        OTHERS: pair.replace("own", "activations[n]").replace(" a ", " activations[n - 1] "),
    }


INDEX = "(delta * ( a @ np.eye( a .shape[1], delta.shape[1]))).mean(axis=0)[:, None]"
BY_INDEX = f"({INDEX} * np.ones( a .shape[1]), delta.mean(axis=0))"
MEAN_B = "delta.mean(axis=0)"


@ex.right
def with_columns(network, passed, targets):
    """The equations of notebook 06 as they are there, a sample at a time."""
    total = [[np.zeros(layer.weights.shape), np.zeros(len(layer))] for layer in network.layers]
    for s in range(len(targets)):
        a = [each[s] for each in passed.activations]
        delta = (a[-1] - targets[s]) * a[-1] * (1 - a[-1])
        for n in reversed(range(len(total))):
            total[n][0] = total[n][0] + np.outer(delta, a[n]) / len(targets)
            total[n][1] = total[n][1] + delta / len(targets)
            delta = network.layers[n].weights.T @ delta * a[n] * (1 - a[n])
    return total


ex.right(edits=[
    {OUTPUT: "activations[-1] * (1 - activations[-1])"},
    {"gradients.insert(0, ": "gradients.append(", "return gradients": "return gradients[::-1]"},
])  # fmt: skip

# fmt: off
# --- the rows of the table, in its order, as in hunt/bugs.py
ex.mistake("the sign",
    "All your derivatives have the wrong sign: you subtract the output from the target. Each step "
    "downhill would go uphill.",
    "The derivative of (a - y)² / 2 with respect to a is a - y.",
    edits=[{ERROR: "(targets - activations[-1])"}])
ex.mistake("twice too large",
    "All your derivatives are twice too large. The cost is half of a square, and the half cancels "
    "the 2 of its derivative.",
    "(a - y)² / 2 has the derivative a - y.",
    edits=[{ERROR: "2 * (activations[-1] - targets)"}])
ex.mistake("the sum over the samples, not the mean",
    "Yours are sums over the samples. With 4 samples, every derivative is 4 times too large.",
    "Your `layer_gradient` divides by the number of samples. Do you use it?",
    edits=[in_each_layer("(delta.T @ a , delta.sum(axis=0))")])
ex.mistake("no slope at the output",
    "Your first delta is a - y. The slope of the sigmoid at the output is missing, which spoils "
    "every delta after it, and in each sample by another factor.",
    "Equation (1) has two factors.",
    edits=[{f" * {OUTPUT}": ""}])
ex.mistake("no slope at the hidden nodes",
    "The last layer is right. In front of it, f'(z) is missing, and with it a factor of at most "
    "1/4: in each sample those deltas are at least four times too large.",
    "Equation (2) ends with f'(z) of the layer you come to.",
    edits=[{f" * {HIDDEN}": ""}])
ex.mistake("one path only",
    "The last layer is right, and in front of it each node gets only what comes back along one of "
    "its links. It needs the sum over all of them.",
    "`delta @ layers[n].weights` is that sum.",
    edits=[{BACK: "delta[:, :1] * layers[n].weights[0]"},
           {BACK: "delta[:, -1:] * layers[n].weights[-1]"}])
ex.mistake("the slope at a, not at z",
    "You take the slope of the sigmoid at a, which has been through the sigmoid already.",
    "`sigmoid.derivative` wants z. With a, the slope is a (1 - a).",
    edits=[{OUTPUT: f"sigmoid.derivative({A_OUT})", HIDDEN: f"sigmoid.derivative({A_HIDDEN})"},
           {OUTPUT: f"sigmoid.derivative({A_OUT})"}, {HIDDEN: f"sigmoid.derivative({A_HIDDEN})"}])
ex.mistake("z where a belongs",
    "You use z (1 - z). The shortcut for the slope of a sigmoid is a (1 - a), and z can be any "
    "number.",
    "Put the activations into that formula, or z into `sigmoid.derivative`.",
    edits=[{OUTPUT: "zs[-1] * (1 - zs[-1])", HIDDEN: "zs[n - 1] * (1 - zs[n - 1])"},
           {OUTPUT: "zs[-1] * (1 - zs[-1])"}, {HIDDEN: "zs[n - 1] * (1 - zs[n - 1])"}])
ex.mistake("the article's index",
    "All numbers in a row of your dC/dW are the same. You multiply delta_j by the activation of "
    "node j of the layer before, and not by a_k. The article's program does exactly this.",
    "Which activation was w_jk multiplied by on the way forward?",
    edits=[in_each_layer(BY_INDEX),
           {LAST: in_each_layer(BY_INDEX)[LAST] + " if len(layers) > 1 else " + LAST,
            OTHERS: in_each_layer(BY_INDEX)[OTHERS] + " if n > 1 else " + OTHERS}])
ex.mistake("the activations of the same layer",
    "Your dC/dW uses the activations that the layer gives. It needs those that it was given.",
    "`activations[0]` are the inputs. Which number has what the last layer was given?",
    edits=[{"activations[-2]": A_OUT, "activations[n - 1]": A_HIDDEN},
           {"activations[-2]": A_OUT}, {"activations[n - 1]": A_HIDDEN},
           in_each_layer("(delta.T @ (own if own.shape == a .shape else a ) / len(delta), "
                         "delta.mean(axis=0))")])
ex.mistake("the bias with a minus sign",
    "Your weights are right, and all your dC/db have the wrong sign. z is Wa + b, so dz/db is +1.",
    "Is there a minus in front of delta?",
    edits=[in_each_layer("(delta.T @ a / len(delta), -delta.mean(axis=0))")])

# --- other slips
ex.mistake("the last layer comes first",
    "The pairs are right, but the one of the last layer comes first. `descend` and your reader "
    "expect the first layer first.",
    "`insert(0, ...)` puts a pair in front, or turn the list at the end: `gradients[::-1]`.",
    edits=[{"gradients.insert(0, ": "gradients.append("}])
ex.mistake("W is transposed",
    "You go back through `weights.T`. Samples are rows here, and for rows it is `delta @ W`; the "
    "equation of notebook 06, with the transpose, is for a column.",
    "`delta` has a column for each node, and so has W a row.",
    edits=[{BACK: "delta @ layers[n].weights.T"}, {BACK: "(layers[n].weights @ delta.T).T"}])
ex.mistake("back through the wrong weights",
    "You go back through the weights of another layer. From the deltas of layer n, the way back "
    "leads through the weights of layer n.",
    "Which weights lie between zs[n - 1] and zs[n]?",
    edits=[{"layers[n].weights": "layers[n - 1].weights"}])
ex.mistake("the mean is taken twice",
    "You divide by the number of samples twice: in delta, and in the gradient of the layer.",
    "`layer_gradient` divides already.",
    edits=[{ERROR: f"{ERROR} / len(targets)"}])
ex.mistake("the slope of the wrong layer",
    "In the loop, you take the slope at `zs[n]`. Delta has gone back one layer, so the slope is "
    "that of the layer it has come to.",
    "`zs[n - 1]`",
    edits=[{HIDDEN: "sigmoid.derivative(zs[n])"}])
ex.mistake("only the last layer",
    "You return one pair. Every layer needs one.",
    "The loop goes from the last layer to the first.",
    edits=[{"range(len(layers) - 1, 0, -1)": "()"}])
ex.mistake("the first layer is missing",
    "The loop ends one layer too early, so the first layer gets no gradient.",
    "`range` leaves out its end. From which n do you reach the first layer?",
    edits=[{"range(len(layers) - 1, 0, -1)": "range(len(layers) - 1, 1, -1)"}])
