"""Notebook 03, from neuron to network: its exercises and predictions."""
# ruff: noqa: B905, D103, PIE790, RET503, RUF007 - answers are as readers write them

import numpy as np

from toynn.activations import sigmoid
from toynn_course.exercises.engine.exercise import Exercise, Mistake, case
from toynn_course.exercises.engine.question import Option, Prediction

W1 = np.array([[1.0, -2.0], [0.5, 1.5], [-1.0, 0.25]])
B1 = np.array([0.5, -1.0, 0.25])
W2 = np.array([[2.0, -1.0, 0.5]])
B2 = np.array([-0.5])
SQUARE, SQUARE_B = np.array([[1.0, -2.0], [0.5, 1.5]]), np.array([0.5, -1.0])
X = np.array([[1.0, 0.5], [0.0, -1.0], [2.0, 1.0]])

# --- 03.count


def count_params__stub(sizes):
    """How many weights and biases a network of these sizes has; (2, 5, 2) has 27."""
    ...


def count_params__solution(sizes):
    """How many weights and biases a network of these sizes has; (2, 5, 2) has 27."""
    total = 0
    for n_inputs, n_nodes in zip(sizes, sizes[1:]):
        total += n_nodes * n_inputs + n_nodes
    return total


def count_params__one_line(sizes):
    return sum((before + 1) * after for before, after in zip(sizes[:-1], sizes[1:], strict=True))


def count_params__numpy(sizes):
    sizes = np.array(sizes)
    return np.sum((sizes[:-1] + 1) * sizes[1:])


def count_params__backwards(sizes):
    if len(sizes) < 2:
        return 0
    return count_params__backwards(sizes[:-1]) + sizes[-1] * (sizes[-2] + 1)


def count_params__float(sizes):
    total = 0.0
    for place in range(1, len(sizes)):
        total = total + sizes[place] * sizes[place - 1]
        total = total + sizes[place]
    return total


def count_params__input_layer(sizes):
    total = sizes[0] * sizes[0] + sizes[0]
    for n_inputs, n_nodes in zip(sizes, sizes[1:]):
        total += n_nodes * n_inputs + n_nodes
    return total


def count_params__no_biases(sizes):
    return sum(before * after for before, after in zip(sizes, sizes[1:]))


def count_params__bias_a_weight(sizes):
    return sum(2 * before * after for before, after in zip(sizes, sizes[1:]))


def count_params__bias_a_layer(sizes):
    return sum(before * after + 1 for before, after in zip(sizes, sizes[1:]))


def count_params__biases_of_inputs(sizes):
    weights = sum(before * after for before, after in zip(sizes, sizes[1:]))
    return weights + sum(sizes)


def count_params__nodes(sizes):
    return sum(sizes)


COUNT = Exercise(
    id="03.count",
    title="Count the parameters",
    task="Write `count_params(sizes)`: how many weights and biases a network has.",
    stub=count_params__stub,
    solution=count_params__solution,
    also_right=(
        count_params__one_line,
        count_params__numpy,
        count_params__backwards,
        count_params__float,
    ),
    cases=(case((2, 5, 2)), case((3, 1)), case((4, 3, 6, 2))),
    mistakes=(
        Mistake(
            name="weights for the inputs",
            wrong=count_params__input_layer,
            message="For (2, 5, 2) you count 33: you gave the inputs weights and biases of their "
            "own, as the article's builder does. Inputs compute nothing; they are handed on.",
            hints=("Begin with the first pair of sizes: inputs, and nodes of the first layer.",),
        ),
        Mistake(
            name="no biases",
            wrong=count_params__no_biases,
            message="For (2, 5, 2) you count 20: the weights alone. Each of the 7 nodes has a "
            "bias as well.",
            hints=("Add the number of nodes of each layer.",),
        ),
        Mistake(
            name="a bias for each weight",
            wrong=count_params__bias_a_weight,
            message="For (2, 5, 2) you count 40: a bias for each weight. A node adds its bias "
            "once, after all its inputs.",
            hints=("One bias for each node, however many inputs it has.",),
        ),
        Mistake(
            name="a bias for each layer",
            wrong=count_params__bias_a_layer,
            message="You count one bias for each layer. Each node has its own.",
            hints=("A layer of 5 nodes has 5 biases.",),
        ),
        Mistake(
            name="biases for the inputs",
            wrong=count_params__biases_of_inputs,
            message="For (2, 5, 2) you count 29: the two inputs have no bias, for they are no "
            "nodes.",
            hints=("Count biases from the second size on.",),
        ),
        Mistake(
            name="the nodes",
            wrong=count_params__nodes,
            message="You count the inputs and nodes. Each node has several numbers of its own: a "
            "weight for each of its inputs, and a bias.",
            hints=("How many numbers does one node of the first layer have?",),
        ),
    ),
    hints=(
        "How many numbers does one node have, if k numbers go into it?",
        "A layer of j nodes with k inputs has j times k weights and j biases.",
        "Go through the sizes in pairs: `zip(sizes, sizes[1:])`.",
    ),
    question="Which layer of (64, 30, 10) has most of the numbers, and why?",
    answer="The first: 30 nodes with 64 weights and a bias each make 1950; the second has 310. "
    "What counts is the product of neighbouring sizes.",
)

# --- 03.layer


def layer__stub(X, W, b):
    """The outputs of a layer of sigmoid nodes: a row for each row of X."""
    ...


def layer__solution(X, W, b):
    """The outputs of a layer of sigmoid nodes: a row for each row of X."""
    return sigmoid(X @ W.T + b)


def layer__loop(X, W, b):
    outputs = np.zeros((len(X), len(W)))
    for i, x in enumerate(X):
        for j, row in enumerate(W):
            z = b[j]
            for weight, value in zip(row, x, strict=True):
                z += weight * value
            outputs[i, j] = sigmoid(z)
    return outputs


def layer__lists(X, W, b):
    return [
        [sigmoid(float(np.dot(row, x) + bias)) for row, bias in zip(W, b, strict=True)] for x in X
    ]


def layer__columns(X, W, b):
    return sigmoid(W @ X.T + b[:, None]).T


def layer__float32(X, W, b):
    z = X.astype(np.float32) @ W.T.astype(np.float32) + b.astype(np.float32)
    return 1 / (1 + np.exp(-z))


def layer__not_transposed(X, W, b):
    return sigmoid(X @ W + b)


def layer__no_activation(X, W, b):
    return X @ W.T + b


def layer__no_bias(X, W, b):  # noqa: ARG001 - that is the mistake
    return sigmoid(X @ W.T)


def layer__bias_a_weight(X, W, b):
    return sigmoid(X @ W.T + b * W.shape[1])


def layer__minus_bias(X, W, b):
    return sigmoid(X @ W.T - b)


def layer__column_of_biases(X, W, b):
    return sigmoid(X @ W.T + b[:, None])


def layer__nodes_as_rows(X, W, b):
    return sigmoid(W @ X.T + b[:, None])


LAYER = Exercise(
    id="03.layer",
    title="A layer",
    task="Write `layer(X, W, b)` for sigmoid nodes: samples are the rows of X, nodes those of W.",
    stub=layer__stub,
    solution=layer__solution,
    also_right=(layer__loop, layer__lists, layer__columns, layer__float32),
    cases=(
        case(X[:1], SQUARE, SQUARE_B),
        case(X[:2], SQUARE, SQUARE_B),
        case(X, W1, B1),
    ),
    mistakes=(
        Mistake(
            name="W not transposed",
            wrong=layer__not_transposed,
            message="`X @ W` takes the columns of W, and a node's weights are a row of W. With a "
            "square W nothing stops you, and the numbers are wrong; with another, the shapes do "
            "not fit.",
            hints=(
                "`A @ B` goes along the rows of A and down the columns of B.",
                "`W.T` has the weights of each node as a column.",
            ),
        ),
        Mistake(
            name="no activation",
            wrong=layer__no_activation,
            message="That is z. The nodes' outputs are a = f(z), and f is missing.",
            hints=("Put the sums through `sigmoid`.",),
        ),
        Mistake(
            name="no bias",
            wrong=layer__no_bias,
            message="Your sums have no bias in them.",
            hints=("Add b after the product; NumPy adds it to every row.",),
        ),
        Mistake(
            name="a bias for each weight",
            wrong=layer__bias_a_weight,
            message="Each bias counts as often as there are inputs. A node adds its bias once.",
            hints=("The bias is outside the sum over the inputs.",),
        ),
        Mistake(
            name="bias subtracted",
            wrong=layer__minus_bias,
            message="You subtract the bias, as the article's code does. Here z = W a + b.",
            hints=("Plus.",),
        ),
        Mistake(
            name="biases along the samples",
            wrong=layer__column_of_biases,
            message="You turned b into a column, so that each sample gets a bias, and not each "
            "node. Where the numbers of samples and nodes are equal, nothing stops you; with one "
            "sample the result grows to a row for each bias.",
            hints=("Rows are samples. A plain b of shape (n_nodes,) is added to each row.",),
        ),
        Mistake(
            name="samples as columns",
            wrong=layer__nodes_as_rows,
            message="Your result has a row for each node and a column for each sample. Here "
            "samples are rows, going in and coming out.",
            hints=("Transpose the result, or write `X @ W.T + b`.",),
        ),
    ),
    hints=(
        "One node and one sample: the dot product of a row of W with a row of X, plus the bias.",
        "All at once: `X @ W.T` has a row for each sample and a column for each node.",
    ),
    question="X has 500 rows and 2 columns, the layer has 5 nodes. What shape has the result?",
    answer="(500, 5): a row for each sample, a column for each node.",
)

# --- 03.order

ORDER = Exercise(
    id="03.order",
    title="Put the lines in order",
    task="Set `order` to the letters of the five lines, from top to bottom.",
    stub='order = ...  # the five letters, such as "ABCDE"',
    solution="BDEAC",
    also_right=("bdeac", "Bdeac", np.str_("BDEAC")),
    expects='a string of five letters, such as "ABCDE"',
    mistakes=(
        Mistake(
            name="the activation before the sum",
            wrong="BDAEC",
            message="In your order the curve comes before the sum it is to bend: z does not exist "
            "yet when line A wants it.",
            hints=("In which line is z made, and in which is it used?",),
        ),
        Mistake(
            name="back to X in every layer",
            wrong="DBEAC",
            message="Line B inside the loop hands X to every layer. Each layer takes what the one "
            "before gave out; only the first takes X.",
            hints=("What should a be when the loop begins?",),
        ),
        Mistake(
            name="returned without the last activation",
            wrong="BDECA",
            message="Line A stands after the return, so it never runs.",
            hints=("The return comes last.",),
        ),
        Mistake(
            name="the loop at the end",
            wrong="BEADC",
            message="The sum and the activation stand before the loop, where W and b do not exist "
            "yet.",
            hints=("Which two lines are done for every layer?",),
        ),
    ),
    hints=(
        "What goes into the first layer?",
        "Two lines are indented, so they stand in the loop: which one first?",
    ),
    question="What would change for a network with ten layers?",
    answer="Nothing in the code: the loop runs ten times.",
)

# --- 03.forward


def outputs__stub(X, layers):
    """The outputs of a network of sigmoid layers, given as a list of pairs (W, b)."""
    ...


def outputs__solution(X, layers):
    """The outputs of a network of sigmoid layers, given as a list of pairs (W, b)."""
    a = X
    for W, b in layers:
        z = a @ W.T + b
        a = sigmoid(z)
    return a


def outputs__recursive(X, layers):
    if not layers:
        return X
    W, b = layers[0]
    return outputs__recursive(sigmoid(X @ W.T + b), layers[1:])


def outputs__sample_by_sample(X, layers):
    rows = []
    for x in X:
        a = list(x)
        for W, b in layers:
            sums = [np.dot(row, a) + bias for row, bias in zip(W, b, strict=True)]
            a = [sigmoid(float(z)) for z in sums]
        rows.append(a)
    return rows


def outputs__columns(X, layers):
    a = X.T
    for W, b in layers:
        a = sigmoid(W @ a + b[:, None])
    return a.T


def outputs__float32(X, layers):
    a = X.astype(np.float32)
    for W, b in layers:
        a = 1 / (1 + np.exp(-(a @ W.T.astype(np.float32) + b.astype(np.float32))))
    return a


def outputs__linear_hidden(X, layers):
    a = X
    for W, b in layers:
        a = a @ W.T + b
    return sigmoid(a)


def outputs__no_bend_at_the_end(X, layers):
    a = X
    for W, b in layers[:-1]:
        a = sigmoid(a @ W.T + b)
    W, b = layers[-1]
    return a @ W.T + b


def outputs__inputs_bent(X, layers):
    a = sigmoid(X)
    for W, b in layers:
        a = sigmoid(a @ W.T + b)
    return a


def outputs__always_x(X, layers):
    for W, b in layers:
        a = sigmoid(X @ W.T + b)
    return a


def outputs__first_only(X, layers):
    for W, b in layers:
        return sigmoid(X @ W.T + b)


def outputs__no_bias(X, layers):
    a = X
    for W, _ in layers:
        a = sigmoid(a @ W.T)
    return a


FORWARD = Exercise(
    id="03.forward",
    title="A whole network",
    task="Write `outputs(X, layers)` for a list of pairs (W, b), sigmoid everywhere.",
    stub=outputs__stub,
    solution=outputs__solution,
    also_right=(
        outputs__recursive,
        outputs__sample_by_sample,
        outputs__columns,
        outputs__float32,
    ),
    cases=(
        case(X[:1], [(W1, B1), (W2, B2)]),
        case(X, [(W1, B1), (W2, B2)]),
        case(X, [(SQUARE, SQUARE_B), (W1, B1), (W2, B2)]),
    ),
    mistakes=(
        Mistake(
            name="no activation in the hidden layers",
            wrong=outputs__linear_hidden,
            message="Only the last layer bends. The hidden ones are linear then, and the whole "
            "network could be a single layer: see the next section.",
            hints=("Put the sums of every layer through sigmoid, inside the loop.",),
        ),
        Mistake(
            name="no activation at the end",
            wrong=outputs__no_bend_at_the_end,
            message="Your outputs are the sums z of the last layer; the sigmoid is missing there.",
            hints=("Every layer is treated alike.",),
        ),
        Mistake(
            name="the inputs bent",
            wrong=outputs__inputs_bent,
            message="You put the inputs through the sigmoid first, as the article's input layer "
            "does. Inputs compute nothing.",
            hints=("Begin with `a = X`.",),
        ),
        Mistake(
            name="every layer gets X",
            wrong=outputs__always_x,
            message="Each layer gets X. The second one should get what the first gave out.",
            hints=("Use the same name for what goes in and what comes out of a layer.",),
        ),
        Mistake(
            name="the first layer only",
            wrong=outputs__first_only,
            message="You return inside the loop, after the first layer.",
            hints=("The return stands after the loop, not in it.",),
        ),
        Mistake(
            name="no bias",
            wrong=outputs__no_bias,
            message="The biases are not used.",
            hints=("`a @ W.T + b`.",),
        ),
    ),
    hints=(
        "It is what you put in order above.",
        "`a = X` first; then, for each pair, the sum and the sigmoid; at the end return a.",
    ),
    question="How many times does the sigmoid bend something in a 2-5-2 network, for one sample?",
    answer="Seven times, once for each node. The inputs are no nodes.",
)

# --- 03.collapse


def collapse__stub(W1, b1, W2, b2):
    """The W and b of the one linear layer that does what two linear layers do."""
    ...


def collapse__solution(W1, b1, W2, b2):
    """The W and b of the one linear layer that does what two linear layers do."""
    return W2 @ W1, W2 @ b1 + b2


def collapse__dot(W1, b1, W2, b2):
    W = np.dot(W2, W1)
    b = np.dot(W2, b1) + b2
    return W, b


def collapse__by_trying(W1, b1, W2, b2):
    def both(x):
        return W2 @ (W1 @ x + b1) + b2

    n_inputs = W1.shape[1]
    b = both(np.zeros(n_inputs))
    columns = [both(unit) - b for unit in np.eye(n_inputs)]
    return np.array(columns).T, b


def collapse__lists(W1, b1, W2, b2):
    W = [[sum(row[k] * W1[k][i] for k in range(len(W1))) for i in range(len(W1[0]))] for row in W2]
    b = [
        sum(w * c for w, c in zip(row, b1, strict=True)) + d for row, d in zip(W2, b2, strict=True)
    ]
    return W, b


def collapse__float32(W1, b1, W2, b2):
    return (W2 @ W1).astype(np.float32), (W2 @ b1 + b2).astype(np.float32)


def collapse__other_order(W1, b1, W2, b2):
    return W1 @ W2, W2 @ b1 + b2


def collapse__biases_added(W1, b1, W2, b2):
    return W2 @ W1, b1 + b2


def collapse__first_bias_forgotten(W1, b1, W2, b2):  # noqa: ARG001 - that is the mistake
    return W2 @ W1, b2


def collapse__weights_added(W1, b1, W2, b2):
    return W2 + W1, W2 @ b1 + b2


def collapse__number_by_number(W1, b1, W2, b2):
    return W2 * W1, W2 @ b1 + b2


COLLAPSE_W2, COLLAPSE_B2 = np.array([[2.0, -1.0], [0.0, 3.0]]), np.array([1.0, -0.5])

COLLAPSE = Exercise(
    id="03.collapse",
    title="Two linear layers in one",
    task="Write `collapse(W1, b1, W2, b2)`: return W and b of the one layer that does the same.",
    stub=collapse__stub,
    solution=collapse__solution,
    also_right=(collapse__dot, collapse__by_trying, collapse__lists, collapse__float32),
    cases=(
        case(SQUARE, SQUARE_B, COLLAPSE_W2, COLLAPSE_B2),
        case(W1, B1, W2, B2),
    ),
    expects="a pair: W and b",
    mistakes=(
        Mistake(
            name="the order of the product",
            wrong=collapse__other_order,
            message="You multiply W1 W2. The first layer works on x first, so its matrix stands "
            "next to x, on the right: W2 (W1 x).",
            hints=("Write out W2 (W1 x + b1) + b2 and leave out the brackets.",),
        ),
        Mistake(
            name="the biases added up",
            wrong=collapse__biases_added,
            message="b1 goes through the second layer as well, before b2 is added to it.",
            hints=("In W2 (W1 x + b1) + b2, what stands before b1?",),
        ),
        Mistake(
            name="the first bias forgotten",
            wrong=collapse__first_bias_forgotten,
            message="b1 is missing. It goes through the second layer: W2 b1.",
            hints=("Write out W2 (W1 x + b1) + b2.",),
        ),
        Mistake(
            name="the weights added up",
            wrong=collapse__weights_added,
            message="You add the two matrices. One layer after the other is a product.",
            hints=("W2 times (W1 times x).",),
        ),
        Mistake(
            name="number by number",
            wrong=collapse__number_by_number,
            message="`*` multiplies number by number. The matrix product is `@`.",
            hints=("`W2 @ W1`.",),
        ),
    ),
    hints=(
        "Write out W2 (W1 x + b1) + b2 and leave out the brackets.",
        "What stands before x is W; what is left over is b.",
    ),
    question="Why does this not work with a sigmoid between the two layers?",
    answer="The sigmoid stands around W1 x + b1, and W2 cannot be multiplied into it.",
)

# --- predictions

PARAMETERS = Prediction(
    id="03.parameters",
    question="A network has 2 inputs, one hidden layer of 5 nodes, and 2 output nodes. How many "
    "numbers does it learn?",
    options=(
        Option(
            "20",
            "That is the weights: 5 x 2 and 2 x 5. Each of the 7 nodes has a bias as well.",
            misconception="only weights are learnt",
        ),
        Option(
            "27",
            "5 nodes with 2 weights and a bias make 15, 2 nodes with 5 weights and a bias make 12.",
            right=True,
        ),
        Option(
            "29",
            "That gives the two inputs biases. Inputs compute nothing and have no numbers.",
            misconception="input nodes compute",
        ),
        Option(
            "33",
            "That counts three layers of weights. The article's builder makes such a network: its "
            "input layer has 2 x 2 weights and 2 biases of its own. Usually, and here, inputs are "
            "no layer.",
            misconception="sizes (2, 5, 2) are three layers of weights",
        ),
    ),
)

LINEAR = Prediction(
    id="03.linear",
    question="Two squares of points lie at opposite corners, and a straight line cannot part them "
    "from the other two. You add a hidden layer with a linear activation, a = z. Can the boundary "
    "bend now?",
    options=(
        Option(
            "Yes: two layers, two cuts",
            "Two sums, one after the other, are one sum with other weights. The boundary stays a "
            "straight line.",
            misconception="more layers mean more power",
        ),
        Option(
            "Only if the hidden layer has enough nodes",
            "However many nodes: the sum of sums is a sum.",
            misconception="more nodes mean more power",
        ),
        Option(
            "No",
            "Without a bend in between, any number of layers does the work of one. What makes "
            "layers worth having is the activation.",
            right=True,
        ),
    ),
)
