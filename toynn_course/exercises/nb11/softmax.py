"""11.softmax: the softmax of every row, whatever the size of its numbers."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.engine.signs import overflows

ex = Exercise(
    "11.softmax",
    title="Softmax",
    task="Write `softmax_rows(z)` for an array with one row per sample, without a warning where a "
    "number is 1000 or -1000.",
    hints=(
        "Three steps: the powers e^z, their sum for each row, and the quotient.",
        "`keepdims=True` keeps the sums as a column, so that each row is divided by its own.",
        "Subtract the largest number of each row first: it cancels, and nothing overflows.",
    ),
    why="Why does subtracting the same number from every z of a row change nothing?",
    because="e^(z - c) is e^z divided by e^c. That is so above and below the line, so e^c cancels.",
    cases=(
        case(np.array([[2.0, 1.0, -1.0]])),
        case(np.array([[1, 2], [0, -1]])),
        case(np.array([[1000.0, 999.0], [1.0, 0.0]])),
        case(np.array([[1000.0, 998.0], [-1000.0, -1001.0]])),
        case(1000 * np.eye(4), shown="softmax_rows(1000 * np.eye(4))"),
    ),
    draw=lambda rng: (rng.uniform(-3, 3, size=(2, 3)).round(1),),
)

RAW = {"z - top": "z"}
TABLE = {"z.max(axis=1, keepdims=True)": "z.max()"}


@ex.solution
def softmax_rows(z):
    """The softmax of every row of an array: positive numbers that add up to 1."""
    top = z.max(axis=1, keepdims=True)
    powers = np.exp(z - top)  # the same shift for all cancels
    total = powers.sum(axis=1, keepdims=True)
    return powers / total


ex.right(
    edits=[
        {"z - top": "np.float32(1) * z - top - 1"},
        {"powers / total": "(powers.T / total[:, 0]).T.tolist()"},
        {"top)  #": "top - np.log(np.exp(z - top).sum(axis=1))[:, None])  #"},
    ]
)

# fmt: off
ex.mistake("a power overflows",
    "Your rows are right while the numbers are small. But with 1000 in a row, a power becomes more "
    "than a float can hold (e^709 is the last).",
    "What happens to the fraction if you divide above and below the line by the same e^c?",
    "Subtracting c from every z of a row changes no result. Which c makes all powers small enough?",
    "The largest z of each row: `z - z.max(axis=1, keepdims=True)`.",
    edits=[RAW, {"z.max": "z.mean"}, {"z.max": "z.min"}],
    when=overflows)
ex.mistake("all powers of a row are 0",
    "In some row all your powers are 0, and 0 / 0 is not a number (nan). The largest power of each "
    "row should be e^0, which is 1.",
    "What do you have to subtract from the row [-1000, -1001], and what from [2, 1]?",
    "Each row needs its own largest number: `z.max(axis=1, keepdims=True)`.",
    edits=[TABLE, {"z - top": "z - 1000"}, {"z - top": "z - np.maximum(top, 0)"},
           {"z.max": "abs(z).max"}])
ex.mistake("large numbers are cut off",
    "You limit z to some largest number. Then [1000, 999] gives two halves, as if both were equal.",
    "Subtract instead: the differences between the numbers of a row must stay as they are.",
    edits=[{"z - top": "np.minimum(z, 700)"}, {"z - top": "np.clip(z, -700, 700)"}])
ex.mistake("shifted above the line only",
    "You subtract the largest number above the line, but not below it. It cancels only if it is in "
    "both: for [2, 1, -1] your row adds up to 0.135, not to 1.",
    "Compute the shifted powers once, and use them twice.",
    edits=[{"powers.sum": "np.exp(z).sum"}])
ex.mistake("down the columns",
    "Each of your columns adds up to 1, so a single row becomes 1, 1, 1. A sample is a row.",
    "`axis=0` runs down the rows, `axis=1` along the columns.",
    edits=[{"sum(axis=1": "sum(axis=0"} | more for more in ({}, {"max(axis=1": "max(axis=0"}, RAW)])
ex.mistake("one sum for the whole table",
    "Your whole table adds up to 1, as if all samples shared one answer. Each row has its own.",
    "Say along which axis to sum, and keep the sums as a column: `axis=1, keepdims=True`.",
    edits=[{"powers.sum(axis=1, keepdims=True)": "powers.sum()"} | more for more in (TABLE, RAW)])
ex.mistake("without keepdims",
    "Without `keepdims=True`, the sums of the rows are a flat list, and NumPy lines them up with "
    "the columns. If there are as many rows as columns, nothing stops you.",
    "`powers.sum(axis=1, keepdims=True)` is a column: one sum for each row.",
    edits=[{"/ total": "/ total[:, 0]"} | more for more in ({}, RAW, {"- top": "- top[:, 0]"})])
ex.mistake("not divided by the sum",
    "Your numbers are positive and in the right proportion, but a row does not add up to 1.",
    "Divide each row by its sum.",
    edits=[{"powers / total": "powers"}, {"powers / total": "np.exp(z)"}])
ex.mistake("z instead of e^z",
    "Your rows add up to 1, but with negative numbers in them. The power e^z makes all positive.",
    "Take `np.exp` first, then divide by the sum.",
    edits=[{"np.exp(z - top)": "z"}])
ex.mistake("a sigmoid for each number",
    "That is the sigmoid of each number alone. In softmax the numbers of a row add up to 1.",
    "The sum in the formula runs over the whole row.",
    edits=[{"powers / total": "1 / (1 + np.exp(np.minimum(-z, 700)))"}])
ex.mistake("the decimals are lost",
    "With whole numbers in z you get whole numbers. An array made like z, such as `zeros_like(z)`, "
    "has no room for decimals.",
    "`np.zeros(z.shape)` has room for decimals.",
    edits=[{"powers / total": "(powers / total).astype(z.dtype)"}])
