"""03.layer: the outputs of a layer of sigmoid nodes, for many samples at once."""

import numpy as np

from toynn import sigmoid
from toynn_course.exercises.engine.exercise import Exercise, case

ex = Exercise(
    "03.layer",
    title="A layer",
    task="Write `layer(X, W, b)` for sigmoid nodes. X has a row for each sample, W a row for each "
    "node, and b a number for each node.",
    hints=(
        "One node and one sample: the dot product of a row of W with a row of X, plus the bias.",
        "All at once: `X @ W.T` has a row for each sample and a column for each node.",
        "Then add b, and apply `sigmoid` to the sums.",
    ),
    why="X is 500 × 2, and the layer has 5 nodes. What shape is the result? Where did the 2 go?",
    because="(500, 5): a row for each sample, a column for each node. The 2 is the number of terms "
    "in each sum; once they are added up, it is gone.",
    cases=(
        case(np.array([[1, 2]]), np.array([[0.5, -1.0], [1.5, 1.0]]), np.array([1.0, -1.0])),
        case(np.array([[1, 2], [0, -1]]), np.array([[1, -2], [0, 1]]), np.array([0, 1])),
    ),
    draw=lambda rng: tuple(rng.uniform(-2, 2, size=n).round(1) for n in ((3, 4), (3, 4), 3)),
)


@ex.solution
def layer(X, W, b):
    """The outputs of a layer of sigmoid nodes: a row for each row of X."""
    return sigmoid(X @ W.T + b)


# fmt: off
ex.right(edits=[{"X @ W.T + b": "(W @ X.T + b[:, None]).T"},
                {"sigmoid(X @ W.T + b)": "[[sigmoid(w @ x + c) for w, c in zip(W, b)] for x in X]"},
                {"X @ W.T": "np.inner(X, W).astype(np.float32)"}])

ex.mistake("W is not transposed",
    "`X @ W` takes the columns of W, but the weights of a node are a row of W. If W is square, "
    "Python does not complain and the numbers are wrong; otherwise the shapes do not fit.",
    "`A @ B` goes along the rows of A and down the columns of B.",
    "`W.T` has the weights of each node as a column.",
    edits=[{"W.T": "W"}, {"X @ W.T": "np.dot(X, W)"}])
ex.mistake("the equation of one sample",
    "`W @ X` is right for samples that are columns. Here they are rows, and your sums mix them.",
    "X comes first, and W is transposed: `X @ W.T`.",
    edits=[{"X @ W.T": "W @ X"}])
ex.mistake("rows and columns are exchanged",
    "Your result has a row for each node. It should have a row for each sample, like X.",
    "What are the shapes of `W @ X.T` and of `X @ W.T`?",
    edits=[{"X @ W.T + b": "W @ X.T + b[:, None]"}, {"X @ W.T": "W @ X.T"}])
ex.mistake("a bias for each sample",
    "You turned b into a column, so that each row of the sums gets a bias of its own. But the rows "
    "are samples; the biases belong to the nodes, which are the columns.",
    "NumPy adds a b of shape (n_nodes,) to every row. You need no reshape.",
    edits=[{"+ b": "+ b[:, None]"}])
ex.mistake("the bias is missing",
    "Your sums have no bias in them. For the first node, 0.5 × 1 - 1 × 2 makes -1.5, and its bias "
    "of 1 turns that into -0.5.",
    "Add b to the product. NumPy adds it to every row.",
    edits=[{" + b": ""}])
ex.mistake("the sign of the bias",
    "You get the sigmoid of X Wᵀ - b, but the sums are X Wᵀ + b.",
    "Do you subtract b? Or does the minus of the sigmoid apply to the product only?",
    "If you write the sigmoid out, its minus needs a bracket: `-(X @ W.T + b)`.",
    edits=[{"+ b": "- b"}])
ex.mistake("not the sigmoid of the sums",
    "For the first sample, the sums are -0.5 and 2.5, so the outputs should be 0.378 and 0.924.",
    "If they are -0.5 and 2.5, you return the sums themselves. Apply `sigmoid` to them.",
    edits=[{"sigmoid(": wrong} for wrong in ("(", "np.tanh(", "sigmoid.derivative(")])
ex.mistake("the bias after the sigmoid",
    "You add b to the outputs, after the sigmoid. It belongs in the sum that goes into the "
    "sigmoid: the outputs of sigmoid nodes lie between 0 and 1, and yours do not.",
    "Look where the bracket of `sigmoid(...)` closes.",
    edits=[{" + b)": ") + b"}])
ex.mistake("a forgotten bracket",
    "Division comes before addition: `1 / 1 + ...` is 1 plus something, and an output is never "
    "above 1. The whole denominator needs a bracket.",
    "`1 / (1 + ...)`, or simply `sigmoid`, which is imported already.",
    edits=[{"sigmoid(X @ W.T + b)": "1 / 1 + np.exp(-(X @ W.T + b))"}])
ex.mistake("* instead of @",
    "`*` multiplies number by number and adds nothing up. The matrix product is `@`.",
    "`X @ W.T`",
    edits=[{"@": "*"}])
ex.mistake("the decimals are lost",
    "If X holds whole numbers, your sums or outputs lose their decimals. An array made like X, "
    "with `zeros_like(X)` or `dtype=X.dtype`, then has room for whole numbers only.",
    "`np.zeros((len(X), len(W)))` has room for decimals.",
    edits=[{"X @ W.T + b": "(X @ W.T + b).astype(X.dtype)"}, {"+ b)": "+ b).astype(X.dtype)"}])
