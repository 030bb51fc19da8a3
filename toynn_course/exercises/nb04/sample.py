"""04.sample: the quadratic cost of one sample with several outputs."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.engine.signs import many_numbers_for_one

ex = Exercise(
    "04.sample",
    title="What one sample costs",
    task="Write `sample_cost(a, y)`: the quadratic cost of one sample, as one number. `a` and `y` "
    "are arrays with one number for each output.",
    hints=(
        "Three steps: the differences, their squares, half of the sum.",
        "`(a - y) ** 2` works on a whole array, and `np.sum` adds up its numbers.",
    ),
    why="Why would it do no harm in training to leave out the half?",
    because="Every derivative would be twice as large, as if you had doubled the learning rate. "
    "The lowest point of the cost would stay where it is.",
    cases=(
        case(np.array([0.7, 0.1]), np.array([1.0, 0.0])),
        case(np.array([0.8]), np.array([1.0])),
        case(np.array([0.1, 0.7, 0.45]), np.array([0, 1, 1])),
        case(np.array([1, 0, 3, 5]), np.array([1, 1, 0, -2])),
        case(np.array([1.3, -0.4, 2.2, 0.0, 0.7]), np.array([0.2, 1.8, 2.2, -0.5, 0.6])),
    ),
    draw=lambda rng: tuple(rng.uniform(-1, 2, size=(2, 3)).round(2)),
)


@ex.solution
def sample_cost(a, y):
    """The quadratic cost of one sample: outputs a and targets y, one number for each output."""
    return np.sum((a - y) ** 2) / 2


ex.right(
    edits=[{"np.sum((a - y) ** 2)": "np.dot(y - a, y - a)"}, {"np.sum": "sum"}, {" / 2": " * 0.5"}]
)

# fmt: off
ex.mistake("one number for each output",
    "Your result is an array. A sample has one cost, a single number: the sum over its outputs.",
    "`np.sum(...)` turns an array into one number.",
    when=many_numbers_for_one,
    edits=[{"np.sum((a - y) ** 2)": "(a - y) ** 2"}])
ex.mistake("the half is missing",
    "You get 0.1 for a = [0.7, 0.1] and y = [1, 0]. The cost is half of this sum of squares.",
    "Divide by 2 at the end.",
    edits=[{" / 2": ""}])
ex.mistake("the mean over the outputs",
    "You divide by the number of outputs. The outputs of a sample are added up, not averaged.",
    "Half of `np.sum`, without `np.mean`.",
    edits=[{"np.sum": "np.mean"}, {"np.sum((a - y) ** 2) / 2": "np.mean((a - y) ** 2)"}])
ex.mistake("added up before squaring",
    "You add up the differences before you square them, so -0.3 and 0.1 partly cancel.",
    "`(a - y) ** 2` first, and then the sum of it.",
    edits=[{"(a - y) ** 2": "a - y"}, {"(a - y) ** 2)": "a - y) ** 2"}])
ex.mistake("squared before subtracting",
    "You square first and subtract afterwards. Subtract first: 0.7 - 1 = -0.3, squared is 0.09.",
    "`**` comes before `-`, so the difference needs brackets.",
    edits=[{"(a - y) ** 2": "a - y**2"}, {"(a - y) ** 2": "a**2 - y**2"}])
ex.mistake("the absolute cost",
    "You add up the distances 0.3 and 0.1. The quadratic cost is half the sum of their squares.",
    "`(a - y) ** 2` instead of `np.abs(a - y)`.",
    edits=[{"(a - y) ** 2) / 2": "np.abs(a - y))"}, {"(a - y) ** 2": "np.abs(a - y)"}])
ex.mistake("^ is not a power",
    "In Python `^` compares numbers bit by bit. A power is written `**`.",
    "`(a - y) ** 2`",
    edits=[{"**": "^"}])
ex.mistake("some outputs are left out",
    "You leave out at least one output. For a = [0.7, 0.1], y = [1, 0] both together cost 0.05.",
    "In a loop: set the total to 0 before it, and return it after it.",
    edits=[{"(a - y)": piece} for piece in ("(a[0] - y[0])", "(a[-1] - y[-1])", "(a - y)[:-1]")])
