"""Answers to the exercises of notebook 03."""

# ruff: noqa: RET503, RET504

import functools
import itertools
from typing import NamedTuple

import numpy as np

from tests.course.exercises.answers import Answers
from toynn import Layer, Network, Node, forward, identity, sigmoid

network = Network.random((2, 5, 2), weights=(-1, 1), biases=(-1, 1), rng=0)  # the notebook's

count = Answers("03.count")


@count.wrong("the biases are forgotten", named="the biases are missing")
def _(sizes):
    return sum(n * m for n, m in itertools.pairwise(sizes))


@count.wrong("the weights are forgotten", named="nodes are counted, not their numbers")
def _(sizes):
    return sum(sizes[1:])


@count.wrong("the inputs have biases too", named="the inputs have biases")
def _(sizes):
    return sum(n * m for n, m in itertools.pairwise(sizes)) + sum(sizes)


@count.wrong(
    "the inputs are a layer with weights and biases, as in the article",
    named="the inputs are a layer",
)
def _(sizes):
    total = 0
    n_inputs = sizes[0]
    for n_nodes in sizes:
        total += n_inputs * n_nodes + n_nodes
        n_inputs = n_nodes
    return total


@count.wrong("a bias for each input of a layer, not for each node", named="the number of biases")
def _(sizes):
    return sum(n * m + n for n, m in itertools.pairwise(sizes))


@count.wrong("one bias for each layer", named="the number of biases")
def _(sizes):
    return sum(n * m + 1 for n, m in itertools.pairwise(sizes))


@count.wrong("the outputs have no biases", named="the number of biases")
def _(sizes):
    return sum(n * m for n, m in itertools.pairwise(sizes)) + sum(sizes[1:-1])


@count.wrong("all sizes are multiplied")
def _(sizes):
    return int(np.prod(sizes)) + sum(sizes[1:])


@count.wrong("all sizes are added up", named="nodes are counted, not their numbers")
def _(sizes):
    return sum(sizes)


@count.wrong("written for one hidden layer", named="three sizes only")
def _(sizes):
    n_inputs, n_hidden, n_outputs = sizes
    return n_inputs * n_hidden + n_hidden + n_hidden * n_outputs + n_outputs


@count.wrong("one hidden layer by index, so that the rest is not counted", named="three sizes only")
def _(sizes):
    return (sizes[0] + 1) * sizes[1] + (sizes[1] + 1) * sizes[2]


@count.wrong("the last layer is left out by the loop", named="layers are missing")
def _(sizes):
    total = 0
    for i in range(1, len(sizes) - 1):
        total += sizes[i - 1] * sizes[i] + sizes[i]
    return total


@count.wrong("the loop runs one too far")
def _(sizes):
    total = 0
    for i in range(len(sizes)):
        total += sizes[i] * sizes[i + 1] + sizes[i + 1]
    return total


@count.wrong(
    "the loop begins at 0, so that the inputs follow on the outputs", named="the inputs are a layer"
)
def _(sizes):
    total = 0
    for i in range(len(sizes)):
        total += sizes[i - 1] * sizes[i] + sizes[i]
    return total


@count.wrong("27, whatever the sizes are")
def _(sizes):
    return 27


@count.wrong("the notebook's network, whatever the sizes are")
def _(sizes):
    return network.n_parameters


@count.wrong("= for +=, so that the last layer remains", named="layers are missing")
def _(sizes):
    total = 0
    for i in range(1, len(sizes)):
        total = (sizes[i - 1] + 1) * sizes[i]
    return total


@count.wrong("return stands inside the loop", named="layers are missing")
def _(sizes):
    total = 0
    for i in range(1, len(sizes)):
        total += (sizes[i - 1] + 1) * sizes[i]
        return total


@count.wrong("weights and biases as a pair", told="It should be a single number")
def _(sizes):
    return sum(n * m for n, m in itertools.pairwise(sizes)), sum(sizes[1:])


@count.wrong("printed, not returned", told="prints something")
def _(sizes):
    print(sum((n + 1) * m for n, m in itertools.pairwise(sizes)))


@count.wrong("the bracket around n + 1 is forgotten")
def _(sizes):
    return sum(n + 1 * m for n, m in itertools.pairwise(sizes))


@count.wrong("every node is linked to every node that comes after it")
def _(sizes):
    pairs = itertools.combinations(sizes, 2)
    return sum(n * m for n, m in pairs) + sum(sizes[1:])


@count.wrong("the sizes are taken off the caller's list, and a tuple has no pop")
def _(sizes):
    n_inputs = sizes.pop(0)
    total = 0
    while sizes:
        n_nodes = sizes.pop(0)
        total += (n_inputs + 1) * n_nodes
        n_inputs = n_nodes
    return total


@count.wrong(
    "two slips: biases of the inputs, and none of the outputs, which cancel if they are as many",
    named="the number of biases",
)
def _(sizes):
    return sum(n * m for n, m in itertools.pairwise(sizes)) + sum(sizes[:-1])


@count.wrong("hidden layers between the first and the last are not linked")
def _(sizes):
    first, *hidden, last = sizes
    weights = first * hidden[0] + hidden[0] * hidden[-1] * (len(hidden) > 1) + hidden[-1] * last
    return weights + sum(hidden) + last


@count.right("n + 1 links to each node")
def _(sizes):
    return sum((n + 1) * m for n, m in itertools.pairwise(sizes))


@count.right("recursion")
def parameters(sizes):
    if len(sizes) < 2:
        return 0
    return (sizes[0] + 1) * sizes[1] + parameters(sizes[1:])


@count.right("a dot product")
def _(sizes):
    sizes = np.array(sizes)
    return np.dot(sizes[:-1] + 1, sizes[1:])


@count.right("a network is built and asked")
def _(sizes):
    return Network.random(sizes, rng=0).n_parameters


@count.right("empty tables are built and measured")
def _(sizes):
    shapes = zip(sizes[1:], sizes[:-1], strict=True)
    return sum(np.empty(shape).size + np.empty(shape[0]).size for shape in shapes)


@count.right("counted one by one")
def _(sizes):
    total = 0
    for n, m in itertools.pairwise(sizes):
        for _ in range(m):
            total += 1 + len(range(n))
    return total


@count.right("functools.reduce, with a float for the result")
def _(sizes):
    step = lambda done, m: (done[0] + (done[1] + 1.0) * m, m)  # noqa: E731
    return functools.reduce(step, sizes[1:], (0.0, sizes[0]))[0]


count.right(
    "a lambda over indices",
    lambda sizes: sum(sizes[i] * (sizes[i - 1] + 1) for i in range(1, len(sizes))),
)


@count.right("from the last layer to the first")
def _(sizes):
    total, after = 0, None
    for n in reversed(sizes):
        total += 0 if after is None else n * after + after
        after = n
    return np.int64(total)


layer = Answers("03.layer")


@layer.wrong("the transpose is forgotten", named="W is not transposed")
def _(X, W, b):
    return sigmoid(X @ W + b)


@layer.wrong("the equation for one sample, W x + b", named="the equation of one sample")
def _(X, W, b):
    return sigmoid(W @ X + b)


@layer.wrong("X is transposed, not W", named="rows and columns are exchanged")
def _(X, W, b):
    return sigmoid(W @ X.T + b)


@layer.wrong("a column for each row of X", named="rows and columns are exchanged")
def _(X, W, b):
    return sigmoid(W @ X.T + b[:, None])


@layer.wrong("the bias is forgotten", named="the bias is missing")
def _(X, W, b):
    return sigmoid(X @ W.T)


@layer.wrong("the bias is taken away", named="the sign of the bias")
def _(X, W, b):
    return sigmoid(X @ W.T - b)


@layer.wrong("the sigmoid is forgotten", named="not the sigmoid of the sums")
def _(X, W, b):
    return X @ W.T + b


@layer.wrong("the bias is added after the sigmoid", named="the bias after the sigmoid")
def _(X, W, b):
    return sigmoid(X @ W.T) + b


@layer.wrong("a bias for each row, as a column", named="a bias for each sample")
def _(X, W, b):
    return sigmoid(X @ W.T + b.reshape(-1, 1))


@layer.wrong("* for @", named="* instead of @")
def _(X, W, b):
    return sigmoid(X * W.T + b)


@layer.wrong("all biases are added up first")
def _(X, W, b):
    return sigmoid(X @ W.T + b.sum())


@layer.wrong("tanh for the sigmoid", named="not the sigmoid of the sums")
def _(X, W, b):
    return np.tanh(X @ W.T + b)


@layer.wrong("the slope for the output", named="not the sigmoid of the sums")
def _(X, W, b):
    return sigmoid.derivative(X @ W.T + b)


@layer.wrong("the sigmoid goes over the weights only")
def _(X, W, b):
    return X @ sigmoid(W).T + b


@layer.wrong("the old layer of the notebook, whose name the function has taken")
def _(X, W, b):
    layer = network.layers[0]
    return sigmoid(X @ layer.weights.T + layer.biases)


@layer.wrong("only the first row of X")
def _(X, W, b):
    return sigmoid(W @ X[0] + b)


@layer.wrong("the rows of X are averaged")
def _(X, W, b):
    return sigmoid((X @ W.T).mean(axis=0) + b)


@layer.wrong("the outputs of each row are added up")
def _(X, W, b):
    return sigmoid(X @ W.T + b).sum(axis=1)


@layer.wrong("all outputs in one long row")
def _(X, W, b):
    return sigmoid(X @ W.T + b).ravel()


@layer.wrong("return stands inside the loop over the rows")
def _(X, W, b):
    rows = []
    for x in X:
        rows.append(sigmoid(W @ x + b))
        return np.array(rows)


@layer.wrong("the last node is left out by the loop")
def _(X, W, b):
    nodes = [sigmoid(X @ W[j] + b[j]) for j in range(len(b) - 1)]
    return np.column_stack(nodes)


@layer.wrong(
    "the nodes side by side become rows, since stack begins at axis 0",
    named="rows and columns are exchanged",
)
def _(X, W, b):
    return np.stack([sigmoid(X @ W[j] + b[j]) for j in range(len(b))])


@layer.wrong("written for two inputs")
def _(X, W, b):
    return sigmoid(np.outer(X[:, 0], W[:, 0]) + np.outer(X[:, 1], W[:, 1]) + b)


@layer.wrong("the outputs are written into a table of the shape of X")
def _(X, W, b):
    result = np.zeros_like(X)
    for i in range(len(X)):
        result[i] = sigmoid(W @ X[i] + b)
    return result


@layer.wrong(
    "the sums are written into a table of X's kind, whole numbers for whole ones",
    named="the decimals are lost",
)
def _(X, W, b):
    z = np.zeros((len(X), len(b)), dtype=X.dtype)
    for i, j in np.ndindex(z.shape):
        z[i, j] = X[i] @ W[j] + b[j]
    return sigmoid(z)


@layer.wrong("printed, not returned", told="prints something")
def _(X, W, b):
    print(sigmoid(X @ W.T + b).round(3))


@layer.wrong("the bracket of the written-out sigmoid is forgotten", named="a forgotten bracket")
def _(X, W, b):
    return 1 / 1 + np.exp(-(X @ W.T + b))


@layer.wrong("minus stands before the product only", named="the sign of the bias")
def _(X, W, b):
    return 1 / (1 + np.exp(-X @ W.T + b))


@layer.wrong("reshaped where it should be transposed")
def _(X, W, b):
    return sigmoid(X @ W.reshape(W.shape[1], W.shape[0]) + b)


@layer.wrong("two slips: the transpose and the bias are forgotten")
def _(X, W, b):
    return sigmoid(X @ W)


@layer.wrong("the softmax of each row")
def _(X, W, b):
    e = np.exp(X @ W.T + b)
    return e / e.sum(axis=1, keepdims=True)


@layer.wrong("b is a column of the weights, and is added twice")
def _(X, W, b):
    with_ones = np.column_stack([X, np.ones(len(X))])
    return sigmoid(with_ones @ np.column_stack([W, b]).T + b)


@layer.wrong("rounded to three digits")
def _(X, W, b):
    return sigmoid(X @ W.T + b).round(3)


@layer.right("einsum")
def _(X, W, b):
    return sigmoid(np.einsum("ni,ji->nj", X, W) + b)


@layer.right("as columns, and turned back at the end")
def _(X, W, b):
    return sigmoid(W @ X.T + b[:, np.newaxis]).T


@layer.right("np.inner, which needs no transpose")
def _(X, W, b):
    return sigmoid(np.inner(X, W) + b)


@layer.right("a loop over the rows")
def _(X, W, b):
    return np.array([sigmoid(W @ x + b) for x in X])


@layer.right("a node at a time, with toynn's Node")
def _(X, W, b):
    nodes = [Node(w, bias) for w, bias in zip(W, b, strict=True)]
    return np.array([[node(x) for node in nodes] for x in X])


@layer.right("toynn's Layer")
def _(X, W, b):
    return Layer(W, b)(X)


@layer.right("a network of one layer")
def _(X, W, b):
    return forward(Network([Layer(W, b)]), X).output


@layer.right("the bias as the weight of an input that is always 1")
def _(X, W, b):
    return sigmoid(np.c_[X, np.ones(len(X))] @ np.c_[W, b].T)


@layer.right("broadcast to three axes, and added up along the last")
def _(X, W, b):
    return (1 + np.tanh(((X[:, None, :] * W).sum(axis=-1) + b) / 2)) / 2


@layer.right("in single precision")
def _(X, W, b):
    z = X.astype(np.float32) @ W.astype(np.float32).T + b.astype(np.float32)
    return np.float32(0.5) * (1 + np.tanh(z / 2))


layer.right("a lambda", lambda X, W, b: sigmoid(np.matmul(X, np.transpose(W)) + b))


@layer.right("the columns, one for each node, put side by side")
def _(X, W, b):
    return np.stack([sigmoid(X @ W[j] + b[j]) for j in range(len(b))], axis=1)


order = Answers("03.order")

order.wrong("as they stand", "ABCDE", named="the return is not the last line")
order.wrong("a = X inside the loop", "DBEAC", named="a = X after the loop has begun")
order.wrong("the sigmoid before the sum", "BDAEC", named="the activation before the sum")
order.wrong(
    "the return inside the loop, before the sigmoid",
    "BDECA",
    named="the return is not the last line",
)
order.wrong("the return before the loop", "BCDEA", named="the return is not the last line")
order.wrong("the loop after the sum", "BEDAC", named="a line of the loop before the loop")
order.wrong("the loop is left to the end", "BEADC", named="a line of the loop before the loop")
order.wrong("a = X at the end", "DEABC", named="a = X after the loop has begun")
order.wrong("the whole back to front", "CAEDB", named="the return is not the last line")
order.wrong("return is forgotten", "BDEA", told="Use each line once")
order.wrong("a = X is forgotten", "DEAC", told="Use each line once")
order.wrong("a letter twice", "BDEAAC", told="Use each line once")
order.wrong("a letter twice, and one missing", "BDEEC", told="Use each line once")
order.wrong(
    "the place of each letter, in the order of the letters",
    "DAEBC",
    named="a = X after the loop has begun",
)
order.wrong(
    "the places as numbers from 0", [1, 3, 4, 0, 2], told="should be the letters of the lines"
)
order.wrong("the places as numbers from 1", "24513", told="should be the letters of the lines")
order.wrong("a letter that there is not", "BDFAC", told="There is no line")
order.wrong(
    "E and A are exchanged, in small letters", "b d a e c", named="the activation before the sum"
)
order.wrong(
    "a set, which has no order",
    {"B", "D", "E", "A", "C"},
    told="should be the letters of the lines",
)
order.wrong("the three lines of the loop only", "DEA", told="Use each line once")
order.wrong("the empty text", "", told="should be the letters of the lines")
order.wrong("None", None, told="Replace `...`")
order.wrong("B and A are taken for each other", "ADEBC", named="a = X after the loop has begun")
order.wrong(
    "a list with a wrong order", ["B", "D", "A", "E", "C"], named="the activation before the sum"
)

order.right("a word", "BDEAC")
order.right("small letters", "bdeac")
order.right("spaces between", "B D E A C")
order.right("commas between", "B,D,E,A,C")
order.right("commas and spaces, in small letters", "b, d, e, a, c")
order.right("a list", ["B", "D", "E", "A", "C"])
order.right("a tuple of small letters", tuple("bdeac"))
order.right("hyphens between", "B-D-E-A-C")
order.right("a line for each", "B\nD\nE\nA\nC\n")
order.right("arrows between", "B -> D -> E -> A -> C")
order.right("semicolons between", "B; D; E; A; C")
order.right("spaces around", "  BDEAC ")
order.right("an array of letters", np.array(list("BDEAC")))
order.right("a NumPy text", np.str_("BDEAC"))

outputs = Answers("03.forward")


@outputs.wrong("the transpose is forgotten", named="W is not transposed")
def _(X, layers):
    a = X
    for W, b in layers:
        a = sigmoid(a @ W + b)
    return a


@outputs.wrong("each layer gets X", named="the last layer gets X")
def _(X, layers):
    for W, b in layers:
        a = sigmoid(X @ W.T + b)
    return a


@outputs.wrong("the layers from the last to the first", named="the layers are reversed")
def _(X, layers):
    a = X
    for W, b in reversed(layers):
        a = sigmoid(a @ W.T + b)
    return a


@outputs.wrong("return stands inside the loop", named="the first layer only")
def _(X, layers):
    a = X
    for W, b in layers:
        a = sigmoid(a @ W.T + b)
        return a


@outputs.wrong("the biases are forgotten", named="biases are missing")
def _(X, layers):
    a = X
    for W, _b in layers:
        a = sigmoid(a @ W.T)
    return a


@outputs.wrong("the bias of all layers but the first is forgotten", named="biases are missing")
def _(X, layers):
    (W, b), *rest = layers
    a = sigmoid(X @ W.T + b)
    for W, _b in rest:
        a = sigmoid(a @ W.T)
    return a


@outputs.wrong("the sigmoid is forgotten", named="no sigmoid at the end")
def _(X, layers):
    a = X
    for W, b in layers:
        a = a @ W.T + b
    return a


@outputs.wrong("the sigmoid only at the end", named="no sigmoid between the layers")
def _(X, layers):
    a = X
    for W, b in layers:
        a = a @ W.T + b
    return sigmoid(a)


@outputs.wrong("no sigmoid in the last layer", named="no sigmoid at the end")
def _(X, layers):
    a = X
    for W, b in layers:
        z = a @ W.T + b
        a = sigmoid(z)
    return z


@outputs.wrong("z is handed on, not a", named="no sigmoid between the layers")
def _(X, layers):
    z = X
    for W, b in layers:
        z = z @ W.T + b
        a = sigmoid(z)
    return a


@outputs.wrong(
    "the inputs go through a sigmoid too, as in the article", named="a sigmoid over the inputs"
)
def _(X, layers):
    a = sigmoid(X)
    for W, b in layers:
        a = sigmoid(a @ W.T + b)
    return a


@outputs.wrong("the last layer is left out", named="a layer is left out")
def _(X, layers):
    a = X
    for W, b in layers[:-1]:
        a = sigmoid(a @ W.T + b)
    return a


@outputs.wrong("the first layer is left out", named="a layer is left out")
def _(X, layers):
    a = X
    for W, b in layers[1:]:
        a = sigmoid(a @ W.T + b)
    return a


@outputs.wrong("written for two layers", named="two layers only")
def _(X, layers):
    (W1, b1), (W2, b2) = layers
    return sigmoid(sigmoid(X @ W1.T + b1) @ W2.T + b2)


@outputs.wrong("two layers by index, so that the others are not used", named="two layers only")
def _(X, layers):
    a = sigmoid(X @ layers[0][0].T + layers[0][1])
    return sigmoid(a @ layers[1][0].T + layers[1][1])


@outputs.wrong("W and b are exchanged")
def _(X, layers):
    a = X
    for b, W in layers:
        a = sigmoid(a @ W.T + b)
    return a


@outputs.wrong("toynn's layers are expected, not pairs")
def _(X, layers):
    a = X
    for one in layers:
        a = sigmoid(a @ one.weights.T + one.biases)
    return a


@outputs.wrong("the notebook's network, whatever the layers are")
def _(X, layers):
    return network(X)


@outputs.wrong("the activations of all layers")
def _(X, layers):
    activations = [X]
    for W, b in layers:
        activations.append(sigmoid(activations[-1] @ W.T + b))
    return activations


@outputs.wrong("printed, not returned", told="prints something")
def _(X, layers):
    a = X
    for W, b in layers:
        a = sigmoid(a @ W.T + b)
    print(a)


@outputs.wrong("z is never turned into a, since the lines of the loop are exchanged")
def _(X, layers):
    a = z = X
    for W, b in layers:
        a = sigmoid(z)
        z = a @ W.T + b
    return a


@outputs.wrong("W on the left, for samples as columns")
def _(X, layers):
    a = X
    for W, b in layers:
        a = sigmoid(W @ a + b)
    return a


@outputs.wrong("columns throughout, and never turned back")
def _(X, layers):
    a = X.T
    for W, b in layers:
        a = sigmoid(W @ a + b[:, None])
    return a


@outputs.wrong("only the first sample")
def _(X, layers):
    a = X[0]
    for W, b in layers:
        a = sigmoid(W @ a + b)
    return a


@outputs.wrong("tanh in the hidden layers")
def _(X, layers):
    a = X
    for W, b in layers[:-1]:
        a = np.tanh(a @ W.T + b)
    W, b = layers[-1]
    return sigmoid(a @ W.T + b)


@outputs.wrong(
    "the layers are taken off the caller's list, which is empty in the end",
    told="changes its argument",
)
def _(X, layers):
    a = X
    while layers:
        W, b = layers.pop(0)
        a = sigmoid(a @ W.T + b)
    return a


@outputs.wrong("the biases are added to the inputs, before the weights")
def _(X, layers):
    a = X
    for W, b in layers:
        a = sigmoid((a + b) @ W.T)
    return a


@outputs.wrong("the decisions in place of the outputs")
def _(X, layers):
    a = X
    for W, b in layers:
        a = sigmoid(a @ W.T + b)
    return np.round(a)


@outputs.wrong("the inputs are changed in place, where the shapes do allow it")
def _(X, layers):
    a = X
    for W, b in layers:
        a[:] = sigmoid(a @ W.T + b)
    return a


@outputs.wrong("two slips: each layer gets X, and the last has no bias")
def _(X, layers):
    for W, _b in layers:
        a = sigmoid(X @ W.T)
    return a


@outputs.right("functools.reduce")
def _(X, layers):
    return functools.reduce(lambda a, pair: sigmoid(a @ pair[0].T + pair[1]), layers, X)


@outputs.right("recursion from the first layer on")
def from_first(X, layers):
    if not len(layers):
        return X
    (W, b), *rest = layers
    return from_first(sigmoid(X @ W.T + b), rest)


@outputs.right("recursion from the last layer back")
def from_last(X, layers):
    *before, (W, b) = layers
    a = from_last(X, before) if before else X
    return sigmoid(a @ W.T + b)


@outputs.right("toynn's Network, one sample after the other")
def _(X, layers):
    whole = Network([Layer(W, b) for W, b in layers])
    return np.array([whole(x) for x in X])


@outputs.right("toynn's forward")
def _(X, layers):
    return forward(Network([Layer(*pair) for pair in layers]), X).output


@outputs.right("einsum, and the sigmoid through tanh")
def _(X, layers):
    a = X
    for W, b in layers:
        a = 0.5 + 0.5 * np.tanh((np.einsum("ni,ji->nj", a, W) + b) / 2)
    return a


@outputs.right("samples as columns, and turned back at the end")
def _(X, layers):
    a = X.T
    for W, b in layers:
        a = sigmoid(W @ a + b.reshape(-1, 1))
    return a.T


@outputs.right("three loops, as in the article")
def _(X, layers):
    rows = []
    for x in X:
        a = x
        for W, b in layers:
            a = [Node(w, bias)(a) for w, bias in zip(W, b, strict=True)]
        rows.append(a)
    return np.array(rows)


@outputs.right("a table of weights with the biases in its last column")
def _(X, layers):
    a = X
    for W, b in layers:
        a = sigmoid(np.hstack([a, np.ones((len(a), 1))]) @ np.column_stack([W, b]).T)
    return a


@outputs.right("in single precision")
def _(X, layers):
    a = X.astype(np.float32)
    for W, b in layers:
        z = a @ W.astype(np.float32).T + b.astype(np.float32)
        a = np.float32(0.5) + np.tanh(z / 2) / 2
    return a


class Pass:
    """A forward pass through layers of any one activation, which can be called."""

    def __init__(self, activation):
        self.activation = activation

    def __call__(self, X, layers):
        for W, b in layers:
            X = self.activation(X @ W.T + b)
        return X


outputs.right("an object that can be called", Pass(sigmoid))
outputs.right(
    "a partial of a function for any activation", functools.partial(Pass.__call__, Pass(sigmoid))
)

collapse = Answers("03.collapse")


@collapse.wrong("the weights are multiplied in the wrong order", named="the order of the product")
def _(W1, b1, W2, b2):
    return W1 @ W2, W2 @ b1 + b2


@collapse.wrong("the biases are only added", named="b1 skips the second layer")
def _(W1, b1, W2, b2):
    return W2 @ W1, b1 + b2


@collapse.wrong("b1 is forgotten", named="a bias is missing")
def _(W1, b1, W2, b2):
    return W2 @ W1, b2


@collapse.wrong("b2 is forgotten", named="a bias is missing")
def _(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1


@collapse.wrong("the bracket goes round both biases", named="b2 goes through its own layer")
def _(W1, b1, W2, b2):
    return W2 @ W1, W2 @ (b1 + b2)


@collapse.wrong(
    "the second layer's weights act on the second bias", named="b2 goes through its own layer"
)
def _(W1, b1, W2, b2):
    return W2 @ W1, b1 + W2 @ b2


@collapse.wrong("W1 for W2 in the bias")
def _(W1, b1, W2, b2):
    return W2 @ W1, W1 @ b1 + b2


@collapse.wrong("* for @", named="* instead of @")
def _(W1, b1, W2, b2):
    return W2 * W1, W2 @ b1 + b2


@collapse.wrong("* for @ in the bias", named="* instead of @")
def _(W1, b1, W2, b2):
    return W2 @ W1, W2 * b1 + b2


@collapse.wrong("the weights are added", named="the weights are added")
def _(W1, b1, W2, b2):
    return W1 + W2, b1 + b2


@collapse.wrong("W comes out transposed", named="W is transposed")
def _(W1, b1, W2, b2):
    return W1.T @ W2.T, W2 @ b1 + b2


@collapse.wrong("the transpose of the rule for many samples")
def _(W1, b1, W2, b2):
    return W2 @ W1.T, W2 @ b1 + b2


@collapse.wrong("b on the left without a transpose")
def _(W1, b1, W2, b2):
    return W2 @ W1, b1 @ W2 + b2


@collapse.wrong("b comes first", named="not the pair W, b")
def _(W1, b1, W2, b2):
    return W2 @ b1 + b2, W2 @ W1


@collapse.wrong("only W", named="not the pair W, b")
def _(W1, b1, W2, b2):
    return W2 @ W1


@collapse.wrong("only b", named="not the pair W, b")
def _(W1, b1, W2, b2):
    return W2 @ b1 + b2


@collapse.wrong("both are added up to one table")
def _(W1, b1, W2, b2):
    return (W2 @ W1) + (W2 @ b1 + b2)


@collapse.wrong("printed, not returned", told="prints something")
def _(W1, b1, W2, b2):
    print(W2 @ W1, W2 @ b1 + b2)


@collapse.wrong("b1 as a column and b2 as a row, whose sum is a table")
def _(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1[:, None] + b2


@collapse.wrong("with a sigmoid, where the layers are linear")
def _(W1, b1, W2, b2):
    return W2 @ W1, sigmoid(W2 @ b1 + b2)


@collapse.wrong("the bias is taken away")
def _(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1 - b2


@collapse.wrong(
    "the caller's b2 is changed in place, which also fails for whole numbers",
    told="changes its argument",
)
def _(W1, b1, W2, b2):
    b2 += W2 @ b1
    return W2 @ W1, b2


@collapse.wrong("the notebook's layers, whatever comes in")
def _(W1, b1, W2, b2):
    first, second = network.layers
    W1, b1, W2, b2 = first.weights, first.biases, second.weights, second.biases
    return W2 @ W1, W2 @ b1 + b2


@collapse.wrong(
    "two slips: the order of the weights and of the biases", named="the order of the product"
)
def _(W1, b1, W2, b2):
    return W1 @ W2, W1 @ b2 + b1


@collapse.wrong("the dots are left for b", told="Replace `...`")
def _(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1 + ...


@collapse.wrong("all biases of the first layer are added up")
def _(W1, b1, W2, b2):
    return W2 @ W1, W2.sum(axis=1) * b1.sum() + b2


@collapse.wrong("the sum of W2 runs over the wrong axis")
def _(W1, b1, W2, b2):
    return W2 @ W1, (W2 * b1).sum(axis=0) + b2


@collapse.wrong("the products are written into a table of the shape of W1")
def _(W1, b1, W2, b2):
    W = np.zeros_like(W1)
    W[:] = W2 @ W1
    return W, W2 @ b1 + b2


@collapse.wrong("None for b", told="is None")
def _(W1, b1, W2, b2):
    return W2 @ W1, None


@collapse.right("as the equation has it, in a list")
def _(W1, b1, W2, b2):
    return [W2 @ W1, W2 @ b1 + b2]


@collapse.right("b with the vector on the left")
def _(W1, b1, W2, b2):
    return W2 @ W1, b1 @ W2.T + b2


@collapse.right(
    "asked from outside: what 0 gives is b, what each unit gives beyond that is a column of W"
)
def _(W1, b1, W2, b2):
    def both(x):
        return W2 @ (W1 @ x + b1) + b2

    b = both(np.zeros(W1.shape[1]))
    return np.column_stack([both(unit) - b for unit in np.eye(W1.shape[1])]), b


@collapse.right("toynn's linear network, asked from outside")
def _(W1, b1, W2, b2):
    both = Network([Layer(W1, b1, identity), Layer(W2, b2, identity)])
    b = both(np.zeros(W1.shape[1]))
    return (both(np.eye(W1.shape[1])) - b).T, b


@collapse.right("one product of tables that hold the biases as well")
def _(W1, b1, W2, b2):
    last = np.eye(1, W1.shape[1] + 1, W1.shape[1])
    whole = np.c_[W2, b2] @ np.vstack([np.c_[W1, b1], last])
    return whole[:, :-1], whole[:, -1]


@collapse.right("einsum")
def _(W1, b1, W2, b2):
    return np.einsum("kj,ji->ki", W2, W1), np.einsum("kj,j->k", W2, b1) + b2


@collapse.right("transposed twice")
def _(W1, b1, W2, b2):
    return (W1.T @ W2.T).T, np.add(b2, np.dot(W2, b1))


@collapse.right("a tuple with names")
def _(W1, b1, W2, b2):
    class Linear(NamedTuple):
        W: np.ndarray
        b: np.ndarray

    return Linear(W2 @ W1, W2 @ b1 + b2)


@collapse.right("lists of lists, by loops")
def _(W1, b1, W2, b2):
    W = [[sum(u * v for u, v in zip(row, column, strict=True)) for column in W1.T] for row in W2]
    return W, [
        sum(u * v for u, v in zip(row, b1, strict=True)) + b for row, b in zip(W2, b2, strict=True)
    ]


@collapse.right("in single precision")
def _(W1, b1, W2, b2):
    W1, b1, W2, b2 = (each.astype(np.float32) for each in (W1, b1, W2, b2))
    return W2 @ W1, W2 @ b1 + b2


collapse.right("a lambda", lambda W1, b1, W2, b2: (W2.dot(W1), W2.dot(b1) + b2))


# --- answers that were doubtful, and how the text now decides


@count.right("for tuples only: the text says that sizes is a tuple")
def _(sizes):
    by_size = {sizes: sizes[1:]}  # a list is no key
    return sum((n + 1) * m for n, m in zip(sizes, by_size[sizes], strict=False))


@layer.right("a list of rows")
def _(X, W, b):
    return [[float(sigmoid(w @ x + bias)) for w, bias in zip(W, b, strict=True)] for x in X]


@layer.right("a sigmoid without care for large sums, of which the text says nothing")
def _(X, W, b):
    return 1 / (1 + np.exp(-(X @ W.T + b)))


order.right("points between", "B. D. E. A. C.")
order.wrong(
    "the lines themselves, where the text asks for letters",
    ["a = X", "for W, b in layers:", "z = a @ W.T + b", "a = sigmoid(z)", "return a"],
    told="Use each line once",
)
order.wrong("bytes, which are no text", b"BDEAC", told="should be the letters of the lines")


@outputs.right("a list of rows")
def _(X, layers):
    a = X
    for W, b in layers:
        a = [[float(sigmoid(np.dot(w, row) + c)) for w, c in zip(W, b, strict=True)] for row in a]
    return a


@collapse.wrong("b as a column: the text asks for the form of the arguments")
def _(W1, b1, W2, b2):
    return W2 @ W1, (W2 @ b1 + b2)[:, None]


@collapse.wrong("a dict: the text asks for a pair")
def _(W1, b1, W2, b2):
    return {"W": W2 @ W1, "b": W2 @ b1 + b2}
