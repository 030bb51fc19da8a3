"""03.collapse: the one linear layer that does what two linear layers do."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, case

ex = Exercise(
    "03.collapse",
    title="Two linear layers in one",
    task="Write `collapse(W1, b1, W2, b2)`. Return the pair `W, b` of the one layer that does the "
    "same: W a matrix with a row for each node, b a vector, like those you get.",
    hints=(
        "Write out W2 (W1 x + b1) + b2 without the brackets.",
        "Whatever multiplies x is W; the rest is b.",
    ),
    why="Why does this not work with a sigmoid between the two layers?",
    because="W2 then multiplies a sigmoid of W1 x + b1, and that bracket cannot be opened.",
    expects="a pair: W and b",
    cases=(case(*map(np.array, ([[1, 2], [0, -1]], [1, 3], [[2, 0], [1, -2]], [0, 5]))),),
    draw=lambda rng: tuple(rng.integers(-9, 9, size=n) / 2 for n in ((4, 3), 4, (2, 4), 2)),
)


@ex.solution
def collapse(W1, b1, W2, b2):
    """The W and b of the one linear layer that does what two linear layers do."""
    return W2 @ W1, W2 @ b1 + b2


ex.right(edits=[{"W2 @ W1": "(W1.T @ W2.T).T"}, {"W2 @ b1": "b1 @ W2.T"}, {"+ b2": "+ 1.0 * b2"}])

# fmt: off
ex.mistake("the order of the product",
    "You multiply W1 W2. But W1 meets x first, so it belongs next to x: W2 (W1 x).",
    "Write out W2 (W1 x + b1) + b2 without the brackets.",
    edits=[{"W2 @ W1": "W1 @ W2"}, {"W2 @ W1, W2 @ b1 + b2": "W1 @ W2, W1 @ b2 + b1"}])
ex.mistake("* instead of @",
    "`*` multiplies number by number and adds nothing up. The matrix product is `@`.",
    "`W2 @ W1`, and `W2 @ b1`.",
    edits=[{"W2 @ W1": "W2 * W1"}, {"W2 @ b1": "W2 * b1"},
           {"W2 @ W1": "W2 * W1", "W2 @ b1": "W2 * b1"}])
ex.mistake("the weights are added",
    "You add the two matrices. One layer after the other is a product: W2 times (W1 times x).",
    "What multiplies x once you have removed the brackets in W2 (W1 x + b1) + b2?",
    edits=[{"W2 @ W1": "W1 + W2"}, {"W2 @ W1, W2 @ b1": "W1 + W2, b1"}])
ex.mistake("W is transposed",
    "Your W is transposed: rows and columns are exchanged. It should have a row for each node.",
    "`W2 @ W1`, without a transpose.",
    edits=[{"W2 @ W1": "(W2 @ W1).T"}])
ex.mistake("b1 skips the second layer",
    "You add the two biases. But b1 goes through the second layer before b2 is added.",
    "In W2 (W1 x + b1) + b2, what is b1 multiplied by?",
    edits=[{"W2 @ b1": "b1"}])
ex.mistake("a bias is missing",
    "Only one of the two biases is in your b. In W2 (W1 x + b1) + b2 there are two of them.",
    "Multiply the brackets out. Which two terms have no x in them?",
    edits=[{"W2 @ b1 + ": ""}, {" + b2": ""}])
ex.mistake("b2 goes through its own layer",
    "In your b, W2 multiplies b2. But the second layer adds b2 after W2 has done its work.",
    "In W2 (W1 x + b1) + b2, what is inside the brackets?",
    edits=[{"W2 @ b1 + b2": "W2 @ (b1 + b2)"}, {"W2 @ b1 + b2": "b1 + W2 @ b2"}])
ex.mistake("not the pair W, b",
    "The result should be the pair `W, b`: both of them, and W first.",
    "`return W, b`",
    edits=[{"W2 @ W1, W2 @ b1 + b2": text}
           for text in ("W2 @ W1", "W2 @ b1 + b2", "W2 @ b1 + b2, W2 @ W1")])
