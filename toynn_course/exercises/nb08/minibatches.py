"""08.minibatches: the samples of an epoch, a few at a time."""

import inspect

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, case


def is_a_generator(found):
    """A generator comes in every case, where a list should come."""
    return all(inspect.isgenerator(each.value) for each in found)


X5 = np.array([[1, 2], [3, 4], [5, 6], [7, 8], [9, 10]])
Y5 = np.array([[10], [30], [50], [70], [90]])

ex = Exercise(
    "08.minibatches",
    title="Mini-batches",
    task="Write `minibatches(X, Y, size, order)`: a list of pairs (inputs, targets), one for each "
    "mini-batch. Take the samples in the given order, `size` at a time; the last mini-batch holds "
    "whatever is left.",
    hints=(
        "Put the rows of both arrays in order first: `X[order]`.",
        "`range(0, len(X), size)` gives the row at which each mini-batch starts.",
        "`X[start : start + size]` stops by itself at the end of the array.",
    ),
    why="Why may the last mini-batch be smaller, although each step then follows the mean of a "
    "different number of samples?",
    because="A mean of fewer samples is noisier, but it still points the right way on average. "
    "Its samples do count for more than the others, but every epoch has a new order, so they are "
    "not always the same ones.",
    expects="a list of pairs of arrays",
    cases=(
        case(X5, Y5, 2, np.array([3, 0, 4, 1, 2])),
        case(X5, Y5, 2, np.array([0, 1, 2, 3, 4])),
        case(X5[:4] / 2, Y5[:4], 2, np.array([2, 1, 3, 0])),
        case(X5[:3], Y5[:3], 3, np.array([1, 2, 0])),
        case(X5[:3], Y5[:3], 7, np.array([2, 0, 1])),
        case(X5[:, :1], np.hstack([Y5, -Y5]), 1, np.array([4, 2, 0, 3, 1])),
        case(
            np.arange(21).reshape(7, 3), np.arange(7)[:, None] / 4, 3, np.array([*range(6, -1, -1)])
        ),
    ),
)


@ex.solution
def minibatches(X, Y, size, order):
    """Pairs of inputs and targets, `size` samples in each; the last pair holds what is left.

    order : the numbers of the rows, in the order in which they should be taken
    """
    X, Y = X[order], Y[order]
    return [(X[start : start + size], Y[start : start + size]) for start in range(0, len(X), size)]


BOTH, STARTS = "X, Y = X[order], Y[order]", "range(0, len(X), size)"


@ex.right
def with_rows(X, Y, size, order):
    batches = []
    for start in range(0, len(order), size):
        rows = order[start : start + size]
        batches.append((X[rows], Y[rows]))
    return batches


@ex.right
def one_after_the_other(X, Y, size, order):
    batches, left = [], list(order)
    while left:
        rows, left = left[:size], left[size:]
        batches.append([X[rows], Y[rows]])
    return batches


@ex.right
def split_at(X, Y, size, order):
    at = np.arange(size, len(X), size)
    return list(zip(np.split(X[order], at), np.split(Y[order], at), strict=True))


ex.mistake(
    "the last batch is dropped",
    "Five samples in pairs make three mini-batches: two pairs, and one sample alone. Yours leaves "
    "out what does not fill a whole batch, so in every epoch some samples are never looked at.",
    "How many batches do you get for 5 samples and size 2?",
    "`range(0, len(X), size)` begins a batch at 0, at 2 and at 4.",
    edits=[
        {STARTS: "range(0, len(X) - size + 1, size)"},
        {STARTS: "range(0, len(X) // size * size, size)"},
        {STARTS: "range(0, len(X) - size, size)"},
        {STARTS: "range(0, len(X) - 1, size)"},
        {BOTH: f"{BOTH}\n    n = max(len(X) // size, 1)", STARTS: "range(0, n * size, size)"},
    ],
)
ex.mistake(
    "only X is shuffled",
    "You put the inputs in the new order and leave the targets in the old one. Now every sample "
    "has the target of another, and the network can learn nothing but the average.",
    "Look at one row of X, and at the row of Y with the same number.",
    "The same `order` for both: `X[order]` and `Y[order]`.",
    edits=[{BOTH: "X = X[order]"}],
)
ex.mistake(
    "only Y is shuffled",
    "You put the targets in the new order and leave the inputs in the old one, so every sample has "
    "the target of another.",
    "The same `order` for both: `X[order]` and `Y[order]`.",
    edits=[{BOTH: "Y = Y[order]"}],
)
ex.mistake(
    "the order is not used",
    "Your mini-batches take the samples as they come. The argument `order` says which row is "
    "first, which is second, and so on.",
    "`X[order]` is X with its rows in that order.",
    edits=[{f"    {BOTH}\n": ""}],
)
ex.mistake(
    "the order is used backwards",
    "`order` lists which row to take first, second, third. You use it to say where each row should "
    "go, which is the opposite.",
    "The first sample of your first batch should be row `order[0]`.",
    edits=[{BOTH: "back = np.argsort(order)\n    X, Y = X[back], Y[back]"}],
)
ex.mistake(
    "the batches overlap",
    "Your batches start one sample apart, so most samples are in several of them.",
    "Each batch starts where the one before it ended: `size` rows further on.",
    edits=[{STARTS: "range(0, len(X))"}, {STARTS: "range(0, len(X) - size + 1)"}],
)
ex.mistake(
    "size is taken for the number of batches",
    "You make `size` batches. `size` is how many samples one batch has.",
    "5 samples and size 2: batches of 2, 2 and 1.",
    edits=[
        {
            "return [(X[start : start + size], Y[start : start + size]) for start in range(0, "
            "len(X), size)]": "return list(zip(np.array_split(X, size), np.array_split(Y, size)))"
        },
    ],
)
ex.mistake(
    "each batch is one sample short",
    "In Python the end of a slice does not belong to it, so `start + size - 1` leaves out the last "
    "sample of each batch.",
    "`X[start : start + size]`",
    edits=[
        {
            "(X[start : start + size], Y[start : start + size])": "(X[start : start + size - 1], "
            "Y[start : start + size - 1])"
        }
    ],
)
ex.mistake(
    "each batch is one sample too long",
    "In Python the end of a slice does not belong to it, so `start + size` is already far enough. "
    "With `+ 1`, the first sample of the next batch is in yours as well.",
    "`X[start : start + size]`",
    edits=[
        {
            "(X[start : start + size], Y[start : start + size])": "(X[start : start + size + 1], "
            "Y[start : start + size + 1])"
        }
    ],
)
ex.mistake(
    "every slice ends at row size",
    "Your slices end at row `size`, whatever row they start at: the first batch is right, and the "
    "others are empty.",
    "A batch that starts at row 2 ends at row 2 + size.",
    edits=[
        {"(X[start : start + size], Y[start : start + size])": "(X[start:size], Y[start:size])"}
    ],
)
ex.mistake(
    "the targets are missing",
    "Your batches hold inputs only. Without their targets nothing can be learned from them.",
    "A pair for each batch: `(X[...], Y[...])`.",
    edits=[{"(X[start : start + size], Y[start : start + size])": "X[start : start + size]"}],
)
ex.mistake(
    "two lists instead of pairs",
    "You return a list of all inputs and a list of all targets. A loop needs the two together: "
    "`for inputs, targets in minibatches(...)`.",
    "A list of pairs: `(X[...], Y[...])` for each batch.",
    edits=[
        {
            "return [(X[start : start + size], Y[start : start + size]) for start in range(0, "
            "len(X), size)]": "starts = range(0, len(X), size)\n    return [X[s : s + size] for s "
            "in starts], [Y[s : s + size] for s in starts]"
        },
    ],
)
ex.mistake(
    "only the first batch",
    "You return after the first batch. A `return` inside a loop ends the function.",
    "Collect the batches in a list, and return the list after the loop.",
    edits=[{f"{STARTS}]": f"{STARTS}][:1]"}],
)


@ex.mistake("a generator instead of a list", when=is_a_generator)
def yielding(X, Y, size, order):
    """You `yield` the mini-batches one by one, which is what toynn itself does.

    The exercise wants a list, which can be used again in every epoch; a generator is empty after
    the first.

    - Collect them: `batches.append(...)`, and `return batches` after the loop.
    """
    for start in range(0, len(X), size):
        rows = order[start : start + size]
        yield X[rows], Y[rows]
