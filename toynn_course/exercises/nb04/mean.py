"""04.mean: the mean quadratic cost of a whole data set."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.engine.signs import many_numbers_for_one

ex = Exercise(
    "04.mean",
    title="The mean over samples",
    task="Write `mean_cost(outputs, targets)`: the mean quadratic cost of a data set, as one "
    "number. Both arrays have a row for each sample and a column for each output.",
    hints=(
        "First the cost of all samples together, then one division.",
        "`len(outputs)` is the number of rows, and a row is a sample.",
    ),
    why="Why does the mean cost stay the same if you take every sample twice?",
    because="The sum doubles, and so does the number that it is divided by. That is why a learning "
    "rate that suits 100 samples also suits 1000 of the same kind.",
    cases=(
        case(np.array([[0.8], [0.4]]), np.array([[1.0], [0.0]])),
        case(np.array([[0.8, 0.4], [0.3, 0.6], [0.9, 0.2]]), np.array([[1, 0], [0, 1], [1, 0]])),
        case(np.array([[0.7, 0.1]]), np.array([[1.0, 0.0]])),
        case(np.array([[0.8, 0.4], [0.3, 0.5]]), np.array([[1.0, 0.0], [0.0, 1.0]])),
        case(np.array([[1, 0, 2], [0, 3, 1]]), np.array([[1, 1, 0], [0, 1, 1]])),
        case(np.array([[1.3], [-0.4], [2.2], [0.7]]), np.array([[0.2], [1.8], [2.2], [0.6]])),
    ),
    draw=lambda rng: tuple(rng.uniform(-1, 2, size=(2, 3, 2)).round(2)),
)


@ex.solution
def mean_cost(outputs, targets):
    """The mean quadratic cost over samples: arrays with a row for each sample."""
    return np.sum((outputs - targets) ** 2) / 2 / len(outputs)


ex.right(
    edits=[
        {"2) / 2 / len(outputs)": "2, axis=1).mean() / 2"},
        {"np.sum": "np.mean", " / 2 / len(outputs)": " * outputs.shape[1] / 2"},
        {"np.sum((outputs - targets) ** 2)": "np.linalg.norm(outputs - targets) ** 2"},
    ]
)

# fmt: off
ex.mistake("an array instead of one number",
    "You return an array. The cost of a whole data set is a single number.",
    "Add up over the outputs of each sample, then take the mean over the samples.",
    when=many_numbers_for_one,
    edits=[{"((outputs - targets) ** 2)": f"((outputs - targets) ** 2, axis={n})"} for n in (0, 1)])
ex.mistake("the sum instead of the mean",
    "Your cost grows with the number of samples: it doubles if you take each of them twice.",
    "Divide by `len(outputs)`, the number of rows. A row is a sample.",
    edits=[{" / len(outputs)": ""}])
ex.mistake("the mean over outputs and samples",
    "You divide by rows times columns. Add up the outputs of each sample, and average only over "
    "the samples.", "`np.mean` of a whole matrix divides by the number of all its entries.",
    edits=[{"np.sum": "np.mean", " / 2 / len(outputs)": end} for end in ("", " / 2")])
ex.mistake("the half is missing",
    "For the outputs 0.8 and 0.4, where 1 and 0 are right, you get 0.1, twice the cost. A sample "
    "costs half the sum of its squares.",
    "Divide by 2 as well.",
    edits=[{" / 2": ""}])
ex.mistake("divided by another number",
    "You divide, but not by the number of samples. Each row is one sample.",
    "`len(outputs)`; with `np.sum`, `axis=1` adds up along a row.",
    edits=[{"len(outputs)": "outputs.shape[1]"}, {"len(outputs)": "2"}])
ex.mistake("added up before squaring",
    "You add up before you square, so an output that is too high cancels one that is too low.",
    "First `(outputs - targets) ** 2`, then the sum, then the mean.",
    edits=[{"(outputs - targets)": "(outputs - targets).sum(axis=1)"}])
ex.mistake("a part of the data is left out",
    "You look at only one row or one column. All outputs of all samples count.",
    "Is there an index that should not be there, or a `return` inside a loop?",
    edits=[{"(outputs - targets)": f"(outputs - targets)[{at}]"} for at in ("0", "-1", ":, 0")])
ex.mistake("^ is not a power",
    "In Python `^` compares numbers bit by bit. A power is written `**`.",
    "`(outputs - targets) ** 2`",
    edits=[{"**": "^"}])
