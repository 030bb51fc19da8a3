"""11.confusion: how many images of each digit were taken for each digit."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, case

ex = Exercise(
    "11.confusion",
    title="The confusion matrix",
    task="Write `confusion(true, taken)` for two lists or arrays of digits from 0 to 9.",
    hints=(
        "Start with a table of zeros, and go through both lists side by side.",
        "`zip(true, taken)` gives the pairs. Each pair names a row and a column.",
    ),
    why="What is the accuracy, in terms of this table?",
    because="The sum of the diagonal divided by the sum of all counts.",
    cases=(
        case([3, 3, 8, 8], [3, 8, 8, 8]),
        case(np.array([0, 1, 9, 9]), np.array([0, 7, 9, 4])),
        case([7] * 300, [1] * 300, shown="confusion([7] * 300, [1] * 300)"),
    ),
    draw=lambda rng: tuple(rng.integers(10, size=(2, 20))),
)

IN_ROW = "np.maximum(counts.sum(axis=1, keepdims=True), 1)"


@ex.solution
def confusion(true, taken):
    """A 10 by 10 array of counts: row for what a digit is, column for what it was taken for."""
    counts = np.zeros((10, 10), dtype=int)
    for i, j in zip(true, taken, strict=True):
        counts[i, j] += 1
    return counts


ex.right(
    edits=[
        {"return counts": "return counts.tolist()"},
        {"[i, j] += 1": "[i] += np.arange(10) == j"},
        {"dtype=int": "dtype=np.float32"},
    ]
)

# fmt: off
ex.mistake("rows and columns are exchanged",
    "Your rows are what a digit was taken for. A 3 that was taken for an 8 belongs in row 3.",
    "The first index of an array is the row.",
    edits=[{"counts[i, j]": "counts[j, i]"}])
ex.mistake("a pair is counted once",
    "Where a pair occurs several times, you count it once. `confusion([8, 8], [8, 8])` should have "
    "a 2 in row 8, column 8.",
    "`counts[true, taken] += 1` reads all entries, adds 1, and writes each back only once.",
    "Use a loop with `+= 1` over the pairs, or `np.add.at(counts, (true, taken), 1)`.",
    edits=[{"+= 1": "= 1"}])
ex.mistake("some images are left out",
    "Your counts do not add up to the number of images: you leave some of them out.",
    "Does `return` come after the loop, and is the table of zeros made before it?",
    "Every pair counts, the last one too.",
    edits=[{"(true, taken, strict": "(true[:-1], taken[:-1], strict"},
           {"    return": "        return"},
           {"        counts": "        counts = np.zeros((10, 10), dtype=int)\n        counts"}])
ex.mistake("only the errors",
    "Your diagonal is empty: you count the errors only. Correctly read digits count, too.",
    "Every pair adds 1, also when its digits are equal. No `if` is needed.",
    edits=[{"+= 1": "+= i != j"}])
ex.mistake("every digit with every other",
    "You pair every true digit with every taken one: 4 images make 16 pairs. But they belong "
    "together one by one, the first with the first, the second with the second.",
    "One loop, not one inside the other: `zip(true, taken)`.",
    edits=[{"zip(true, taken, strict=True)": "[(i, j) for i in true for j in taken]"}])
ex.mistake("shares instead of counts",
    "Your table holds fractions. The matrix counts images, so its numbers are whole.",
    "Leave out the division.",
    edits=[{"return counts": f"return counts / {total}"} for total in ("len(true)", IN_ROW)])
ex.mistake("too small a table",
    "Your table is not always 10 by 10. There are ten digits, whether or not all of them occur.",
    "Begin with `np.zeros((10, 10), dtype=int)`.",
    edits=[
        {"(10, 10)": "(9, 9)"},
        {"return counts": "n = max(*true, *taken) + 1\n    return counts[:n, :n]"},
        {"return counts": "seen = sorted({*true, *taken})\n    return counts[np.ix_(seen, seen)]"},
    ])
ex.mistake("ten times the same list",
    "All your rows are one and the same list: `[[0] * 10] * 10` makes one row and repeats it.",
    "`[[0] * 10 for _ in range(10)]` makes ten rows, and so does `np.zeros((10, 10), dtype=int)`.",
    edits=[{"np.zeros((10, 10), dtype=int)": "[[0] * 10] * 10", "counts[i, j]": "counts[i][j]"}])
