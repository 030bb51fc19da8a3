"""11.delta: the derivative that backpropagation begins with, for softmax with cross-entropy."""

import numpy as np

from toynn import softmax
from toynn_course.exercises.engine.exercise import Exercise, case

ex = Exercise(
    "11.delta",
    title="Where backpropagation begins",
    task="Write `output_delta(outputs, targets)`, which returns dC/dz for softmax with "
    "cross-entropy, a row for each sample. The targets are one-hot.",
    hints=(
        "The section above ends with two cases, the true digit and another one.",
        "a - 1 for the true digit, a for the others: y is 1 and 0 there.",
    ),
    why="How large is delta at most, however wrong the network is? What follows for learning?",
    because="It lies between -1 and 1, and near one of them only where the network is very wrong. "
    "So a very wrong network learns quickly.",
    cases=(
        case(np.array([[0.5, 0.3, 0.2]]), np.array([[0, 1, 0]])),
        case(np.array([[0.7, 0.2, 0.1], [0.6, 0.1, 0.3]]), np.array([[1.0, 0, 0], [0, 0, 1]])),
    ),
    draw=lambda rng: (softmax(rng.normal(size=(5, 4))), np.eye(4)[rng.integers(4, size=5)]),
)


@ex.solution
def output_delta(outputs, targets):
    """dC/dz for each sample: arrays of shape (n_samples, n_outputs) in, one such array out."""
    return outputs - targets


def instead(*wrong):
    """Edits of the solution: each of these formulas instead of the right one."""
    return [{"outputs - targets": formula} for formula in wrong]


ex.right(
    edits=instead(
        "np.where(targets == 1, outputs - 1, outputs)",
        "[[a - y for a, y in zip(*rows)] for rows in zip(outputs, targets)]",
        "np.float32(1) * outputs - targets",
    )
)

# fmt: off
ex.mistake("the sign",
    "Yours is y - a. For the true digit, delta is negative: a larger z lowers the cost.",
    "a - y, in the order of the formula.",
    edits=instead("targets - outputs"))
ex.mistake("the slope of the sigmoid",
    "You have a factor a (1 - a), the slope of the sigmoid. Here that slope has already cancelled.",
    "The formula above has two factors fewer than yours.",
    edits=instead("(outputs - targets) * outputs * (1 - outputs)"))
ex.mistake("the mean is already taken",
    "You divide by the number of samples. Each sample has a delta of its own; the mean is taken "
    "later, when the gradients of the weights are put together.",
    "One more sample must not change the delta of the others.",
    edits=instead("(outputs - targets) / len(outputs)"))
ex.mistake("with respect to a",
    "You have a derivative with respect to the outputs a. Delta is the derivative with respect to "
    "the sums z, one step further back, through softmax.",
    "All outputs depend on every z, also those whose target is 0.",
    edits=instead("-targets / outputs", "(outputs - targets) / (outputs * (1 - outputs))"))
ex.mistake("the cost, not its derivative",
    "You compute -ln a, which is the cost itself. Delta says how the cost changes with z.",
    "The last formula of the section above: a - y.",
    edits=instead("-targets * np.log(outputs)", "-np.log(outputs[targets == 1])"))
ex.mistake("only some of the digits",
    "Some of your deltas are 0, as if their z did not matter. But the digits share one answer, so "
    "the z of each of them changes what the true one gets.",
    "a - 1 for the true digit, and a for every other.",
    edits=instead("(outputs - targets) * targets", "outputs * (1 - targets)"))
ex.mistake("the targets are not looked at",
    "You subtract 1 where the output is largest. But the network may be wrong: with the targets "
    "0, 1, 0 the true digit is the second, even if the first output is larger.",
    "Which digit is the true one is in `targets`.",
    edits=instead("outputs - np.eye(outputs.shape[1])[outputs.argmax(axis=1)]"))
ex.mistake("the sign is lost",
    "None of your deltas is negative. But a larger z of the true digit lowers the cost.",
    "a - y as it is: no `abs`, no square.",
    edits=instead("abs(outputs - targets)", "(outputs - targets) ** 2"))
ex.mistake("the decimals are lost",
    "Where the targets are whole numbers, your deltas are too: `zeros_like(targets)` and the like "
    "have no room for decimals.",
    "`np.zeros(outputs.shape)` has room for decimals.",
    edits=instead("(outputs - targets).astype(targets.dtype)"))
