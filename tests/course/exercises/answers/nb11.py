# ruff: noqa: PLW2901, RET503
"""Answers to the exercises of notebook 11."""

import math
from collections import Counter
from decimal import Decimal
from fractions import Fraction

import numpy as np
from sklearn.metrics import confusion_matrix as sklearn_confusion_matrix

from tests.course.exercises.answers import Answers
from toynn import confusion_matrix, cross_entropy, most_likely, softmax

softmax_rows = Answers("11.softmax")


@softmax_rows.wrong("no care for large numbers", named="a power overflows")
def _(z):
    return np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)


@softmax_rows.wrong("axis=0 for axis=1", named="down the columns")
def _(z):
    powers = np.exp(z - z.max(axis=0))
    return powers / powers.sum(axis=0)


@softmax_rows.wrong("one sum for the whole table", named="one sum for the whole table")
def _(z):
    powers = np.exp(z - np.max(z))
    return powers / np.sum(powers)


@softmax_rows.wrong("one maximum for the whole table", named="all powers of a row are 0")
def _(z):
    powers = np.exp(z - z.max())
    return powers / powers.sum(axis=1, keepdims=True)


@softmax_rows.wrong("keepdims is forgotten in both places", named="without keepdims")
def _(z):
    powers = np.exp(z - z.max(axis=1))
    return powers / powers.sum(axis=1)


@softmax_rows.wrong("keepdims is forgotten in the sum", named="without keepdims")
def _(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1)


@softmax_rows.wrong("shifted above the line only", named="shifted above the line only")
def _(z):
    return np.exp(z - z.max(axis=1, keepdims=True)) / np.exp(z).sum(axis=1, keepdims=True)


@softmax_rows.wrong("shifted by the row's mean", named="a power overflows")
def _(z):
    powers = np.exp(z - z.mean(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@softmax_rows.wrong("shifted by the row's minimum", named="a power overflows")
def _(z):
    powers = np.exp(z - z.min(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@softmax_rows.wrong("the maximum is added", named="a power overflows")
def _(z):
    powers = np.exp(z + z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@softmax_rows.wrong("the shift has a bracket in the wrong place: exp(z) - max")
def _(z):
    powers = np.exp(z) - z.max(axis=1, keepdims=True)
    return powers / powers.sum(axis=1, keepdims=True)


@softmax_rows.wrong("divided by the maximum in place of shifted")
def _(z):
    powers = np.exp(z / z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@softmax_rows.wrong("large sums are cut off at 700", named="large numbers are cut off")
def _(z):
    powers = np.exp(np.minimum(z, 700))
    return powers / powers.sum(axis=1, keepdims=True)


@softmax_rows.wrong("1000 is always taken off", named="all powers of a row are 0")
def _(z):
    powers = np.exp(z - 1000.0)
    return powers / powers.sum(axis=1, keepdims=True)


@softmax_rows.wrong(
    "shifted only where a sum is large, so that very negative rows are lost",
    named="all powers of a row are 0",
)
def _(z):
    powers = np.exp(z - np.maximum(z.max(axis=1, keepdims=True), 0))
    return powers / powers.sum(axis=1, keepdims=True)


@softmax_rows.wrong(
    "shifted by the largest size, whatever its sign", named="all powers of a row are 0"
)
def _(z):
    powers = np.exp(z - np.abs(z).max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@softmax_rows.wrong("nan covered up with zeros")
def _(z):
    with np.errstate(all="ignore"):
        powers = np.exp(z)
        return np.nan_to_num(powers / powers.sum(axis=1, keepdims=True))


@softmax_rows.wrong("the division is forgotten", named="not divided by the sum")
def _(z):
    return np.exp(z - z.max(axis=1, keepdims=True))


@softmax_rows.wrong("the power is forgotten", named="z instead of e^z")
def _(z):
    return z / z.sum(axis=1, keepdims=True)


@softmax_rows.wrong("a sigmoid for each number", named="a sigmoid for each number")
def _(z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-z))


@softmax_rows.wrong("the logarithm of softmax")
def _(z):
    shifted = z - z.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


@softmax_rows.wrong("everything for the largest: a decision and no shares")
def _(z):
    return most_likely(z)


@softmax_rows.wrong("only the first row is returned, from inside the loop")
def _(z):
    for row in z:
        powers = np.exp(row - row.max())
        return powers / powers.sum()


@softmax_rows.wrong(
    "collected in a table of the kind of z, which may be whole numbers",
    named="the decimals are lost",
)
def _(z):
    result = np.zeros_like(z)
    for i, row in enumerate(z):
        powers = np.exp(row - row.max())
        result[i] = powers / powers.sum()
    return result


@softmax_rows.wrong("the shift is written into the argument", told="changes its argument")
def _(z):
    z -= z.max(axis=1, keepdims=True)
    return np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)


@softmax_rows.wrong(
    "the rows are shifted in the argument, one after the other", told="changes its argument"
)
def _(z):
    result = []
    for row in z:
        row -= row.max()
        result.append(np.exp(row) / np.exp(row).sum())
    return np.array(result)


@softmax_rows.wrong("powers of 2")
def _(z):
    powers = 2.0 ** (z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@softmax_rows.wrong("^ for the power")
def _(z):
    powers = math.e ^ (z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@softmax_rows.wrong("printed and not returned", told="prints something")
def _(z):
    print(softmax(z))


@softmax_rows.wrong("rounded to three digits, as in the cell above")
def _(z):
    return softmax(z).round(3)


@softmax_rows.wrong("the transposed table")
def _(z):
    powers = np.exp(z.T - z.max(axis=1))
    return powers / powers.sum(axis=0)


@softmax_rows.wrong("math's exp, which takes one number")
def _(z):
    powers = math.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@softmax_rows.wrong("a minus too many, as in the sigmoid")
def _(z):
    powers = np.exp(-(z - z.min(axis=1, keepdims=True)))
    return powers / powers.sum(axis=1, keepdims=True)


softmax_rows.right("toynn's own", softmax)


@softmax_rows.right("the shift of the text, row by row")
def _(z):
    return np.array([np.exp(row - max(row)) / sum(np.exp(row - max(row))) for row in z])


@softmax_rows.right("e to the power of z minus the logarithm of the sum")
def _(z):
    return np.exp(z - np.logaddexp.reduce(z, axis=1, keepdims=True))


@softmax_rows.right("1 over a sum of powers of differences, which may be infinite")
def _(z):
    with np.errstate(over="ignore"):
        return 1 / np.exp(z[:, None, :] - z[:, :, None]).sum(axis=2)


@softmax_rows.right("columns and rows swapped twice")
def _(z):
    powers = np.exp(z.T - z.max(axis=1))
    return (powers / powers.sum(axis=0)).T


@softmax_rows.right("apply_along_axis")
def _(z):
    def one(row):
        powers = np.exp(row - row[row.argmax()])
        return powers / powers.sum()

    return np.apply_along_axis(one, 1, z)


@softmax_rows.right("the largest number found by its place, and None for keepdims")
def _(z):
    order = z.argmax(axis=1)
    powers = np.exp(z - z[np.arange(len(z)), order][:, None])
    return powers / np.einsum("ij->i", powers)[:, None]


@softmax_rows.right("a little more than the maximum is taken off")
def _(z):
    powers = np.exp(z - (z.max(axis=1, keepdims=True) + 1))
    return powers / powers.sum(axis=1, keepdims=True)


@softmax_rows.right("plain Python, made into an array")
def _(z):
    rows = []
    for row in np.asarray(z).tolist():
        top = max(row)
        powers = [math.exp(number - top) for number in row]
        total = math.fsum(powers)
        rows.append([power / total for power in powers])
    return np.array(rows)


@softmax_rows.right("in single precision")
def _(z):
    shifted = np.asarray(z - np.max(z, axis=1, keepdims=True), dtype=np.float32)
    return np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True)


delta = Answers("11.delta")


@delta.wrong("the other way round", named="the sign")
def _(outputs, targets):
    return targets - outputs


@delta.wrong("divided by the number of samples", named="the mean is already taken")
def _(outputs, targets):
    return (outputs - targets) / len(outputs)


@delta.wrong("the mean over samples")
def _(outputs, targets):
    return (outputs - targets).mean(axis=0)


@delta.wrong("the sum over outputs")
def _(outputs, targets):
    return (outputs - targets).sum(axis=1)


@delta.wrong("times the slope of the sigmoid", named="the slope of the sigmoid")
def _(outputs, targets):
    return (outputs - targets) * outputs * (1 - outputs)


@delta.wrong("dC/da in place of dC/dz", named="with respect to a")
def _(outputs, targets):
    with np.errstate(all="ignore"):
        return -targets / outputs


@delta.wrong("the derivative of the binary cross-entropy by a", named="with respect to a")
def _(outputs, targets):
    with np.errstate(all="ignore"):
        return (outputs - targets) / (outputs * (1 - outputs))


@delta.wrong("the cost in place of its derivative", named="the cost, not its derivative")
def _(outputs, targets):
    with np.errstate(all="ignore"):
        return -targets * np.log(outputs)


@delta.wrong("-ln a_t for each sample", named="the cost, not its derivative")
def _(outputs, targets):
    with np.errstate(all="ignore"):
        return -np.log(outputs[targets == 1])


@delta.wrong("only the true digit, and 0 for the others", named="only some of the digits")
def _(outputs, targets):
    return (outputs - targets) * targets


@delta.wrong("only a_t - 1, one number for each sample")
def _(outputs, targets):
    return (outputs * targets).sum(axis=1) - 1


@delta.wrong("1 is taken off every output")
def _(outputs, targets):
    return outputs - 1


@delta.wrong(
    "the targets are never looked at: the largest output is taken for the true digit",
    named="the targets are not looked at",
)
def _(outputs, targets):
    return outputs - most_likely(outputs)


@delta.wrong("without its sign", named="the sign is lost")
def _(outputs, targets):
    return np.abs(outputs - targets)


@delta.wrong("squared", named="the sign is lost")
def _(outputs, targets):
    return (outputs - targets) ** 2


@delta.wrong("the 2 of a square")
def _(outputs, targets):
    return 2 * (outputs - targets)


@delta.wrong("softmax is applied once more")
def _(outputs, targets):
    return softmax(outputs) - targets


@delta.wrong("1 is taken off inside the argument", told="changes its argument")
def _(outputs, targets):
    outputs[targets == 1] -= 1
    return outputs


@delta.wrong("the digit is looked for down the columns")
def _(outputs, targets):
    result = outputs.copy()
    for i, digit in enumerate(targets.argmax(axis=0)):
        result[i, digit] -= 1
    return result


@delta.wrong("only the first sample, from inside the loop")
def _(outputs, targets):
    for a, y in zip(outputs, targets, strict=True):
        return a - y


@delta.wrong("decided outputs in place of shares")
def _(outputs, targets):
    return np.round(outputs) - targets


@delta.wrong(
    "collected in a table of the kind of the targets, which may be whole numbers",
    named="the decimals are lost",
)
def _(outputs, targets):
    result = np.zeros_like(targets)
    for i in range(len(targets)):
        result[i] = outputs[i] - targets[i]
    return result


@delta.wrong("two slips: the other way round, and a mean")
def _(outputs, targets):
    return (targets - outputs) / outputs.shape[0]


@delta.wrong("the transposed table")
def _(outputs, targets):
    return (outputs - targets).T


@delta.wrong("printed and not returned", told="prints something")
def _(outputs, targets):
    print(outputs - targets)


@delta.wrong("the formula for the other digits alone", named="only some of the digits")
def _(outputs, targets):
    return outputs * (1 - targets)


@delta.wrong("flattened")
def _(outputs, targets):
    return (outputs - targets).ravel()


@delta.wrong("the last column is left out")
def _(outputs, targets):
    result = np.array(outputs, dtype=float)
    for j in range(outputs.shape[1] - 1):
        result[:, j] -= targets[:, j]
    return result


delta.wrong("the derivative by a, from toynn", cross_entropy.derivative, named="with respect to a")

delta.right("numpy's function itself", np.subtract)
delta.right("the targets' minus first", lambda outputs, targets: -targets + outputs)


@delta.right("one case for the true digit, one for the others")
def _(outputs, targets):
    return np.where(targets == 1, outputs - 1, outputs)


@delta.right("1 is taken off a copy, at the place of the digit")
def _(outputs, targets):
    result = outputs.astype(float)
    result[np.arange(len(result)), targets.argmax(axis=1)] -= 1
    return result


@delta.right("toynn's own, which needs no z here")
def _(outputs, targets):
    return cross_entropy.delta(None, outputs, targets, softmax)


@delta.right("the derivative of the logarithm of a share, number by number")
def _(outputs, targets):
    result = np.zeros(outputs.shape)
    for i, t in enumerate(targets.argmax(axis=1)):
        for j in range(outputs.shape[1]):
            result[i, j] = -((j == t) * 1.0 - outputs[i, j])
    return result


@delta.right("rows in a comprehension")
def _(outputs, targets):
    return np.stack([a - y for a, y in zip(outputs, targets, strict=True)])


@delta.right("a matrix product of both tables side by side")
def _(outputs, targets):
    n = outputs.shape[1]
    return np.hstack([outputs, targets]) @ np.vstack([np.eye(n), -np.eye(n)])


@delta.right("in single precision")
def _(outputs, targets):
    return np.asarray(outputs, dtype=np.float32) - np.asarray(targets, dtype=np.float32)


class Delta:
    """An object that can be called."""

    def __call__(self, outputs, targets):
        """The delta."""
        return np.add(outputs, np.negative(targets))


delta.right("an object that can be called", Delta())


confusion = Answers("11.confusion")


@confusion.wrong("rows and columns are swapped", named="rows and columns are exchanged")
def _(true, taken):
    table = np.zeros((10, 10), dtype=int)
    for t, k in zip(true, taken, strict=True):
        table[k, t] += 1
    return table


@confusion.wrong(
    "numpy's += at two lists, which counts each pair once", named="a pair is counted once"
)
def _(true, taken):
    table = np.zeros((10, 10), dtype=int)
    table[true, taken] += 1
    return table


@confusion.wrong("set to 1 in place of counted", named="a pair is counted once")
def _(true, taken):
    table = np.zeros((10, 10))
    for t, k in zip(true, taken, strict=True):
        table[t, k] = 1
    return table


@confusion.wrong("ten times the same list", named="ten times the same list")
def _(true, taken):
    table = [[0] * 10] * 10
    for t, k in zip(true, taken, strict=True):
        table[t][k] += 1
    return table


@confusion.wrong("as large as the largest digit that comes up", named="too small a table")
def _(true, taken):
    n = max(*true, *taken) + 1
    table = np.zeros((n, n), dtype=int)
    for t, k in zip(true, taken, strict=True):
        table[t, k] += 1
    return table


@confusion.wrong("9 by 9", named="too small a table")
def _(true, taken):
    table = np.zeros((9, 9), dtype=int)
    for t, k in zip(true, taken, strict=True):
        table[t, k] += 1
    return table


@confusion.wrong("digits counted from 1")
def _(true, taken):
    table = np.zeros((10, 10), dtype=int)
    for t, k in zip(true, taken, strict=True):
        table[t - 1, k - 1] += 1
    return table


@confusion.wrong("only the mistakes are counted", named="only the errors")
def _(true, taken):
    table = np.zeros((10, 10), dtype=int)
    for t, k in zip(true, taken, strict=True):
        if t != k:
            table[t, k] += 1
    return table


@confusion.wrong("only what is right is counted")
def _(true, taken):
    table = np.zeros((10, 10), dtype=int)
    for t, k in zip(true, taken, strict=True):
        if t == k:
            table[t, k] += 1
    return table


@confusion.wrong("shares of the row in place of counts", named="shares instead of counts")
def _(true, taken):
    table = np.zeros((10, 10))
    for t, k in zip(true, taken, strict=True):
        table[t, k] += 1
    return table / np.maximum(table.sum(axis=1, keepdims=True), 1)


@confusion.wrong("shares of all in place of counts", named="shares instead of counts")
def _(true, taken):
    table = np.zeros((10, 10))
    for t, k in zip(true, taken, strict=True):
        table[t, k] += 1 / len(true)
    return table


@confusion.wrong("every true digit with every taken one", named="every digit with every other")
def _(true, taken):
    table = np.zeros((10, 10), dtype=int)
    for t in true:
        for k in taken:
            table[t, k] += 1
    return table


@confusion.wrong("the last image is left out", named="some images are left out")
def _(true, taken):
    table = np.zeros((10, 10), dtype=int)
    for i in range(len(true) - 1):
        table[true[i], taken[i]] += 1
    return table


@confusion.wrong(
    "returned inside the loop, after the first image", named="some images are left out"
)
def _(true, taken):
    table = np.zeros((10, 10), dtype=int)
    for t, k in zip(true, taken, strict=True):
        table[t, k] += 1
        return table


@confusion.wrong("the table is begun again for each image", named="some images are left out")
def _(true, taken):
    for t, k in zip(true, taken, strict=True):
        table = np.zeros((10, 10), dtype=int)
        table[t, k] += 1
    return table


@confusion.wrong("both ways are counted")
def _(true, taken):
    table = np.zeros((10, 10), dtype=int)
    for t, k in zip(true, taken, strict=True):
        table[t, k] += 1
        table[k, t] += 1
    return table


@confusion.wrong("small whole numbers that begin again after 255")
def _(true, taken):
    table = np.zeros((10, 10), dtype=np.uint8)
    for t, k in zip(true, taken, strict=True):
        table[t, k] += 1
    return table


@confusion.wrong("ten times a list, which makes it ten lists in a row")
def _(true, taken):
    return np.bincount(10 * true + taken, minlength=100)[:100].reshape(10, 10)


@confusion.wrong("both lists at once into a table of lists")
def _(true, taken):
    table = [[0] * 10 for _ in range(10)]
    table[true][taken] += 1
    return table


@confusion.wrong("numpy's copy of the rows is counted in, and thrown away")
def _(true, taken):
    table = np.zeros((10, 10), dtype=int)
    table[list(true)][:, list(taken)] += 1
    return table


@confusion.wrong("true digits in the rows, and how often they are right in all columns")
def _(true, taken):
    table = np.zeros((10, 10), dtype=int)
    for t in true:
        table[t, t] += 1
    return table


@confusion.wrong("printed and not returned", told="prints something")
def _(true, taken):
    table = np.zeros((10, 10), dtype=int)
    for t, k in zip(true, taken, strict=True):
        table[t, k] += 1
    print(table)


@confusion.wrong("the share of right answers", told="gives a single number")
def _(true, taken):
    return sum(t == k for t, k in zip(true, taken, strict=True)) / len(true)


@confusion.wrong("yes or no in place of counts", named="a pair is counted once")
def _(true, taken):
    table = np.zeros((10, 10), dtype=bool)
    for t, k in zip(true, taken, strict=True):
        table[t, k] += True
    return table


@confusion.wrong("a dict of pairs", told="It should be an array of numbers")
def _(true, taken):
    return Counter(zip(true, taken, strict=True))


@confusion.wrong("a row of a hundred", told="It should be an array of shape (10, 10)")
def _(true, taken):
    counts = Counter(zip(true, taken, strict=True))
    return [counts[t, k] for t in range(10) for k in range(10)]


@confusion.wrong("digits that do not come up get no row", named="too small a table")
def _(true, taken):
    return sklearn_confusion_matrix(true, taken)


@confusion.wrong(
    "scikit-learn's arguments swapped, with all ten labels", named="rows and columns are exchanged"
)
def _(true, taken):
    return sklearn_confusion_matrix(taken, true, labels=range(10))


@confusion.wrong("toynn's own with lists of digits, where it wants one-hot rows")
def _(true, taken):
    return confusion_matrix(taken, true)


@confusion.wrong("only pairs that are new are counted", named="a pair is counted once")
def _(true, taken):
    table, seen = np.zeros((10, 10), dtype=int), set()
    for pair in zip(true, taken, strict=True):
        if pair not in seen:
            table[pair] += 1
        seen.add(pair)
    return table


@confusion.right("a list of lists")
def _(true, taken):
    table = [[0] * 10 for _ in range(10)]
    for t, k in zip(true, taken, strict=True):
        table[t][k] += 1
    return table


@confusion.right("add.at")
def _(true, taken):
    table = np.zeros((10, 10))
    np.add.at(table, (np.asarray(true, dtype=int), np.asarray(taken, dtype=int)), 1)
    return table


@confusion.right("bincount of two-digit numbers")
def _(true, taken):
    pairs = 10 * np.array(true, dtype=int) + np.array(taken, dtype=int)
    return np.bincount(pairs, minlength=100).reshape(10, 10)


@confusion.right("a product of one-hot tables, as floats")
def _(true, taken):
    one_hot = np.eye(10)
    return one_hot[np.array(true, dtype=int)].T @ one_hot[np.array(taken, dtype=int)]


@confusion.right("a Counter, and rows as tuples")
def _(true, taken):
    counts = Counter(zip(map(int, true), map(int, taken), strict=True))
    return tuple(tuple(counts[t, k] for k in range(10)) for t in range(10))


@confusion.right("a histogram in two directions")
def _(true, taken):
    edges = np.arange(11) - 0.5
    return np.histogram2d(true, taken, bins=(edges, edges))[0]


@confusion.right("comparisons and einsum")
def _(true, taken):
    digits = np.arange(10)
    return np.einsum(
        "ni,nj->ij",
        np.equal.outer(np.array(true), digits).astype(int),
        np.equal.outer(np.array(taken), digits).astype(int),
    )


@confusion.right("a sum for each cell")
def _(true, taken):
    true, taken = np.array(true), np.array(taken)
    return np.array(
        [[np.sum((true == i) & (taken == j)) for j in range(10)] for i in range(10)],
        dtype=np.float32,
    )


@confusion.right("toynn's own, with one-hot rows")
def _(true, taken):
    one_hot = np.eye(10)
    return confusion_matrix(one_hot[np.array(taken, dtype=int)], one_hot[np.array(true, dtype=int)])


@confusion.right("sorted first")
def _(true, taken):
    table = np.zeros((10, 10), dtype=np.int64)
    for place in sorted(zip(true, taken, strict=True)):
        table[place] = table[place] + 1
    return table


leak = Answers("11.leak")
leak.wrong("moving the images", 2, named="making the copies")
leak.wrong("the data", 1, named="loading the data")
leak.wrong("the training", 4, named="the training")
leak.wrong("the test", 5, named="the test")
leak.wrong("counted from 0, and the line after it meant", 0, told="There is no line")
leak.wrong("a line that is not there", 6, told="There is no line")
leak.wrong("two lines", (2, 3), told="in one line only")
leak.wrong("two lines typed as one number", 23, told="There is no line")
leak.wrong("between two lines", 2.5, told="There is no line")
leak.wrong("nan", math.nan, told="There is no line")
leak.wrong("a minus", -3, told="There is no line")
leak.wrong("a truth, which Python takes for 1", True, told="Answer with the number of a line")
leak.wrong("a word", "shifted", told="Answer with the number of a line")
leak.wrong(
    "a line in place of its number, and a wrong one",
    "network = trained((100,), training)",
    told="Answer with the number of a line",
)
leak.wrong("another line's number as a text", "line 4", named="the training")
leak.wrong("the accuracy that was reported", 0.98, told="There is no line")
leak.wrong("all lines", [1, 2, 3, 4, 5], told="in one line only")
leak.wrong("the share of the test set, which is in the line", 0.3, told="There is no line")

leak.right("a number", 3)
leak.right("a float", 3.0)
leak.right("a whole number of numpy", np.int64(3))
leak.right("an array without dimensions", np.array(3))
leak.right("a fraction", Fraction(6, 2))
leak.right("a decimal", Decimal(3))
leak.right("a small whole number of numpy", np.uint8(3))
leak.right("single precision", np.float32(3))


# --- answers that were doubtful, and how the text now decides


@softmax_rows.right("a list of lists: the text does not ask for an array")
def _(z):
    return [(np.exp(row - max(row)) / sum(np.exp(row - max(row)))).tolist() for row in z]


@delta.right("through the derivative of softmax, without cancelling: no output is exactly 0")
def _(outputs, targets):
    slopes = [np.diag(a) - np.outer(a, a) for a in outputs]
    return np.array([s @ (-y / a) for s, a, y in zip(slopes, outputs, targets, strict=True)])


leak.right("the number as a text", "3")
leak.right("a float as a text", "3.0")
leak.right("the number in words", "Line 3")
leak.right("the number in a list", [3])
leak.right("the number in a tuple", (3,))
