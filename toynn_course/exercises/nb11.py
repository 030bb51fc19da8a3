"""Notebook 11, real digits: its exercises, predictions, and the questions of 00 again."""
# ruff: noqa: D103, PIE790 - answers need no docstring, and stubs hold a ...

import math

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, Mistake, case
from toynn_course.exercises.engine.outcome import overflows
from toynn_course.exercises.engine.question import Option, Prediction, Quiz
from toynn_course.exercises.nb00 import QUIZ

# --- 11.softmax


def softmax_rows__stub(z):
    """The softmax of every row of a table: positive numbers that add up to 1."""
    ...


def softmax_rows__solution(z):
    """The softmax of every row of a table: positive numbers that add up to 1."""
    powers = np.exp(z - z.max(axis=1, keepdims=True))  # the same shift for all cancels
    return powers / powers.sum(axis=1, keepdims=True)


def softmax_rows__loop(z):
    shares = []
    for row in z:
        powers = np.exp(row - np.max(row))
        shares.append(powers / np.sum(powers))
    return np.array(shares)


def softmax_rows__lists(z):
    shares = []
    for row in z:
        powers = [math.exp(value - max(row)) for value in row]
        shares.append([power / sum(powers) for power in powers])
    return shares


def softmax_rows__transposed(z):
    columns = np.asarray(z, dtype=float).T
    powers = np.exp(columns - columns.max(axis=0))
    return (powers / powers.sum(axis=0)).T


def softmax_rows__float32(z):
    z = np.asarray(z, dtype=np.float32)
    powers = np.exp(z - z.max(axis=1)[:, None])
    return powers / powers.sum(axis=1)[:, None]


def softmax_rows__overflows(z):
    powers = np.exp(z)
    return powers / powers.sum(axis=1, keepdims=True)


def softmax_rows__down_the_columns(z):
    powers = np.exp(z - z.max(axis=0, keepdims=True))
    return powers / powers.sum(axis=0, keepdims=True)


def softmax_rows__over_the_table(z):
    powers = np.exp(z - z.max())
    return powers / powers.sum()


def softmax_rows__no_powers(z):
    return z / z.sum(axis=1, keepdims=True)


def softmax_rows__not_shared(z):
    return np.exp(z - z.max(axis=1, keepdims=True))


def softmax_rows__sigmoids(z):
    return 1 / (1 + np.exp(np.minimum(-z, 700)))


SOFTMAX = Exercise(
    id="11.softmax",
    title="Softmax",
    task="Write `softmax_rows(z)`: the softmax of each row, also where a number is 1000.",
    stub=softmax_rows__stub,
    solution=softmax_rows__solution,
    also_right=(
        softmax_rows__loop,
        softmax_rows__lists,
        softmax_rows__transposed,
        softmax_rows__float32,
    ),
    cases=(
        case(np.array([[2.0, 1.0, -1.0]])),
        case(np.array([[2.0, 1.0, -1.0], [0.0, 3.0, 0.5]])),
        case(np.array([[1000.0, 999.0], [-1000.0, -1001.0]])),
    ),
    mistakes=(
        Mistake(
            name="the power overflows",
            wrong=softmax_rows__overflows,
            when=overflows,
            message="The formula is right, but e^1000 is more than a float can hold, and infinity "
            "divided by infinity is not a number (NaN).",
            hints=(
                "What happens to the fraction if you divide above and below by the same e^c?",
                "Taking c off every z changes no share. Which c makes all the powers small enough?",
                "Take the largest z of each row off the row: `z - z.max(axis=1, keepdims=True)`.",
            ),
        ),
        Mistake(
            name="down the columns",
            wrong=softmax_rows__down_the_columns,
            message="Each of your columns adds up to 1. A sample is a row, and the shares of a "
            "sample add up to 1.",
            hints=(
                "`axis=0` runs down the rows, `axis=1` along the columns.",
                "`sum(axis=1, keepdims=True)` is a column with one sum for each row.",
            ),
        ),
        Mistake(
            name="over the whole table",
            wrong=softmax_rows__over_the_table,
            message="Your whole table adds up to 1, as if all samples shared one answer. Each row "
            "has an answer of its own.",
            hints=("Say along which axis to sum, and keep the sums as a column: `keepdims=True`.",),
        ),
        Mistake(
            name="shares of z in place of shares of e^z",
            wrong=softmax_rows__no_powers,
            message="Your rows add up to 1, but a negative z makes a negative share. The powers "
            "e^z are what makes every share positive.",
            hints=("Take `np.exp` of z first, then divide by the sum.",),
        ),
        Mistake(
            name="not divided by the sum",
            wrong=softmax_rows__not_shared,
            message="Your numbers are positive and in the right proportion, but they do not add up "
            "to 1.",
            hints=("Divide each row by its sum.",),
        ),
        Mistake(
            name="a sigmoid for each",
            wrong=softmax_rows__sigmoids,
            message="That is a sigmoid for each number on its own. Softmax compares the numbers of "
            "a row with each other.",
            hints=("The sum in the formula runs over the whole row.",),
        ),
    ),
    hints=(
        "Three steps: the powers e^z, their sum for each row, and the quotient.",
        "`keepdims=True` keeps the sums as a column, so that each row is divided by its own.",
        "Take the largest number of each row off the row first: it cancels, and nothing overflows.",
    ),
    question="Why does taking the same number off every z of a row change nothing?",
    answer="e^(z - c) is e^z divided by e^c, above and below in the fraction, so e^c cancels.",
)

# --- 11.delta


def output_delta__stub(outputs, targets):
    """dC/dz for each sample: tables of shape (n_samples, n_outputs) in, such a table out."""
    ...


def output_delta__solution(outputs, targets):
    """dC/dz for each sample: tables of shape (n_samples, n_outputs) in, such a table out."""
    return outputs - targets


def output_delta__loop(outputs, targets):
    delta = np.zeros(np.shape(outputs))
    for i, (row, wanted) in enumerate(zip(outputs, targets, strict=True)):
        for j in range(len(row)):
            delta[i, j] = row[j] - wanted[j]
    return delta


def output_delta__lists(outputs, targets):
    return [
        [a - y for a, y in zip(row, wanted, strict=True)]
        for row, wanted in zip(outputs, targets, strict=True)
    ]


def output_delta__jacobian(outputs, targets):
    delta = []
    for a, y in zip(outputs, targets, strict=True):
        slopes = np.diag(a) - np.outer(a, a)
        delta.append(slopes @ (-y / a))
    return np.array(delta)


def output_delta__float32(outputs, targets):
    return np.asarray(outputs, dtype=np.float32) - np.asarray(targets, dtype=np.float32)


def output_delta__extra_slope(outputs, targets):
    return (outputs - targets) * outputs * (1 - outputs)


def output_delta__wrong_sign(outputs, targets):
    return targets - outputs


def output_delta__mean(outputs, targets):
    return (outputs - targets) / len(outputs)


def output_delta__by_a(outputs, targets):
    return -targets / outputs


def output_delta__own_slope_only(outputs, targets):
    return -targets * (1 - outputs)


OUTPUTS = np.array([[0.7, 0.2, 0.1], [0.3, 0.3, 0.4]])
TARGETS = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])

DELTA = Exercise(
    id="11.delta",
    title="Where backpropagation begins",
    task="Write `output_delta(outputs, targets)` for softmax with cross-entropy.",
    stub=output_delta__stub,
    solution=output_delta__solution,
    also_right=(
        output_delta__loop,
        output_delta__lists,
        output_delta__jacobian,
        output_delta__float32,
    ),
    cases=(case(OUTPUTS[:1], TARGETS[:1]), case(OUTPUTS, TARGETS)),
    mistakes=(
        Mistake(
            name="an extra slope",
            wrong=output_delta__extra_slope,
            message="You multiply by a(1 - a), the slope of the sigmoid. With cross-entropy that "
            "factor has already cancelled against the slope of the logarithm.",
            hints=(
                "The formula above has two factors less than yours.",
                "That they cancel is why cross-entropy goes on learning where it is very wrong.",
            ),
        ),
        Mistake(
            name="the sign",
            wrong=output_delta__wrong_sign,
            message="Yours is y - a. For the true digit the derivative is negative: a larger z "
            "lowers the cost.",
            hints=("a - y, in the order of the formula.",),
        ),
        Mistake(
            name="the mean already taken",
            wrong=output_delta__mean,
            message="You divide by the number of samples. Delta belongs to each sample on its own; "
            "the mean is taken once, later, when the gradients of the weights are put together.",
            hints=("One sample more must not change the delta of the others.",),
        ),
        Mistake(
            name="by a in place of z",
            wrong=output_delta__by_a,
            message="-y / a is the derivative by the outputs a. Delta is the derivative by the "
            "sums z, one step further back through softmax.",
            hints=(
                "Multiply by the derivative of softmax, or look at what cancels.",
                "All outputs depend on every z, also those whose target is 0.",
            ),
        ),
        Mistake(
            name="only the true digit",
            wrong=output_delta__own_slope_only,
            message="Your delta is right for the true digit and 0 for the others. But a larger z "
            "of another digit takes from the share of the true one.",
            hints=("For another digit the derivative is its own output, a.",),
        ),
    ),
    hints=(
        "The section above ends with two cases, the true digit and another one.",
        "a - 1 for the true digit, a for the others: y is 1 and 0 there.",
    ),
    question="How large is delta at most, however wrong the network is?",
    answer="It lies between -1 and 1, and it is near 1 in size exactly when the network is very "
    "wrong. So a very wrong network learns quickly.",
)

# --- 11.confusion


def confusion__stub(true, taken):
    """A table of counts, 10 by 10: row for what a digit is, column for what it was taken for."""
    ...


def confusion__solution(true, taken):
    """A table of counts, 10 by 10: row for what a digit is, column for what it was taken for."""
    counts = np.zeros((10, 10), dtype=int)
    for i, j in zip(true, taken, strict=True):
        counts[i, j] += 1
    return counts


def confusion__at(true, taken):
    counts = np.zeros((10, 10), dtype=int)
    np.add.at(counts, (true, taken), 1)
    return counts


def confusion__one_hot(true, taken):
    return np.eye(10)[true].T @ np.eye(10)[taken]


def confusion__lists(true, taken):
    pairs = list(zip(true, taken, strict=True))
    return [[pairs.count((i, j)) for j in range(10)] for i in range(10)]


def confusion__transposed(true, taken):
    counts = np.zeros((10, 10), dtype=int)
    for i, j in zip(true, taken, strict=True):
        counts[j, i] += 1
    return counts


def confusion__once_each(true, taken):
    counts = np.zeros((10, 10), dtype=int)
    counts[true, taken] += 1
    return counts


def confusion__shares(true, taken):
    counts = np.eye(10)[true].T @ np.eye(10)[taken]
    return counts / len(true)


def confusion__only_wrong(true, taken):
    counts = np.zeros((10, 10), dtype=int)
    for i, j in zip(true, taken, strict=True):
        if i != j:
            counts[i, j] += 1
    return counts


def confusion__as_many_as_seen(true, taken):
    n = max(*true, *taken) + 1
    counts = np.zeros((n, n), dtype=int)
    for i, j in zip(true, taken, strict=True):
        counts[i, j] += 1
    return counts


CONFUSION = Exercise(
    id="11.confusion",
    title="The confusion matrix",
    task="Write `confusion(true, taken)` for two lists of digits from 0 to 9.",
    stub=confusion__stub,
    solution=confusion__solution,
    also_right=(confusion__at, confusion__one_hot, confusion__lists),
    cases=(
        case([3, 3, 8], [3, 8, 8]),
        case([0, 1, 1, 1, 9, 4], [0, 7, 7, 1, 9, 9]),
    ),
    mistakes=(
        Mistake(
            name="transposed",
            wrong=confusion__transposed,
            message="Your rows say what a digit was taken for, and your columns what it is: the "
            "table is transposed. Here the row is what it is.",
            hints=("The first index of an array is the row.",),
        ),
        Mistake(
            name="each pair counted once",
            wrong=confusion__once_each,
            message="Where a pair comes twice, you count it once: `counts[true, taken] += 1` reads "
            "all places, adds 1, and writes them back, so that a repeated place is written twice "
            "with the same number.",
            hints=("Use a loop over the pairs, or `np.add.at(counts, (true, taken), 1)`.",),
        ),
        Mistake(
            name="shares in place of counts",
            wrong=confusion__shares,
            message="Your table adds up to 1. The matrix counts images.",
            hints=("Leave out the division.",),
        ),
        Mistake(
            name="only the errors",
            wrong=confusion__only_wrong,
            message="Your diagonal is empty. What was taken for what it is counts, too.",
            hints=("Every pair of a true and a taken digit adds 1, also when they are equal.",),
        ),
        Mistake(
            name="too small a table",
            wrong=confusion__as_many_as_seen,
            message="The table ends at the largest digit that came. There are ten digits, whether "
            "all of them came or not.",
            hints=("Begin with `np.zeros((10, 10), dtype=int)`.",),
        ),
    ),
    hints=(
        "Begin with a table of zeros, and go through both lists side by side.",
        "`zip(true, taken)` gives the pairs; each pair names a row and a column.",
    ),
    question="What is the accuracy, in terms of this table?",
    answer="The sum of the diagonal divided by the sum of all counts.",
)

# --- 11.leak

LEAK = Exercise(
    id="11.leak",
    title="Find the leak",
    task="Set `leak` to the number of the line that makes the result worthless.",
    stub="leak = ...  # the number of a line, 1 to 5",
    solution=3,
    also_right=(3.0, np.int64(3), np.float32(3)),
    expects="the number of a line, from 1 to 5",
    mistakes=(
        Mistake(
            name="the copies themselves",
            wrong=2,
            message="To make moved copies is fine, as long as all copies of an image stay on the "
            "same side. Where do they go apart?",
            hints=("Nine copies of one image: what becomes of them in the line after?",),
        ),
        Mistake(
            name="the size of the network",
            wrong=4,
            message="This line only trains. What has the network seen by then that it should not?",
            hints=("Follow one image from line 1 to the test set.",),
        ),
        Mistake(
            name="the test itself",
            wrong=5,
            message="To count on the test set is what it is there for. Is it still a test set?",
            hints=("Could an image of the test set have a sibling in the training set?",),
        ),
        Mistake(
            name="loading",
            wrong=1,
            message="All 1797 images are loaded, and none is trained with in this line.",
            hints=("Follow one image from line 1 to the test set.",),
        ),
    ),
    hints=(
        "Follow one image from line 1 to the test set.",
        "It has nine copies. On which side of the split do they end up?",
    ),
    question="How would you mend the program?",
    answer="Split first, then move each side on its own, as the cells above do. Then no image of "
    "the test set has a copy in the training set.",
)

# --- predictions

HIDDEN = Prediction(
    id="11.hidden",
    question="The mean images get 88.7% right. How much will 30 hidden nodes add on the test set, "
    "compared with no hidden layer at all?",
    options=(
        Option(
            "A lot: 20 points or more",
            "Then the network without a hidden layer would have to be far below 80%. It is not: "
            "ten weighted sums of pixels do better than the mean images, which are ten "
            "weighted sums, too, only not learnt.",
            misconception="more layers always mean more power",
        ),
        Option(
            "A little: one or two points",
            "Centred digits differ in which pixels are dark, and a weighted sum can count those. "
            "There is little left for a hidden layer to do.",
            right=True,
        ),
        Option(
            "Nothing, or less than nothing",
            "Close. With smaller steps the two are equal within the luck of the split; with these "
            "settings the hidden layer is a point ahead on average.",
            misconception="a hidden layer only makes training harder",
        ),
    ),
)

SHIFT = Prediction(
    id="11.shift",
    question="The network with 30 hidden nodes reads 97% of the test images. Each of them is now "
    "moved by up to one pixel. How many will it read?",
    options=(
        Option(
            "About 95%: a pixel is nothing",
            "For a person. The network has weights for pixels, and after a move each of them "
            "looks at a neighbour of the pixel that it was made for.",
            misconception="the network sees shapes",
        ),
        Option(
            "About 75%",
            "It would be, if the errors came from the border of the image alone. But every pixel "
            "has moved.",
            misconception="accuracy in a test is nearly accuracy in the world",
        ),
        Option(
            "Less than half",
            "It has never seen a digit that is not in the middle. Nothing told it that a moved "
            "digit is the same digit.",
            right=True,
        ),
    ),
)

QUIZ_AGAIN = Quiz(
    id="11.quiz",
    title="The eight questions again",
    questions=QUIZ.questions,
    first="00.quiz",
)
