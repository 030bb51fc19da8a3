"""Datasets: inputs with the targets that a network should answer.

Small ones to learn with, point clouds as in the TensorFlow Playground, real flowers and
handwritten digits, first names, and your own from a CSV file.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from toynn import checks, csv_file


@dataclass(frozen=True, eq=False, repr=False)
class Dataset:
    """Samples as rows: inputs X with their targets Y.

    Parameters
    ----------
    X : array, shape (n_samples, n_inputs)
    Y : array, shape (n_samples, n_outputs)
    name : str
    inputs : names of the columns of X
    classes : names of the classes that the columns of a one-hot Y stand for

    Raises ValueError or TypeError if the tables differ in length, are empty, or hold anything but
    finite numbers.

    Examples
    --------
    >>> Dataset(X=[[1, 0], [0, 1]], Y=[[0, 1], [1, 0]], name="swap")
    Dataset(swap: 2 samples, 2 inputs, 2 outputs)
    """

    X: np.ndarray
    Y: np.ndarray
    name: str = "data"
    inputs: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()

    def __post_init__(self):
        X, Y = checks.as_table(self.X, "X").copy(), checks.as_table(self.Y, "Y").copy()
        checks.same_length(X, Y)
        X.flags.writeable = Y.flags.writeable = False
        self.__dict__.update(X=X, Y=Y, inputs=tuple(self.inputs), classes=tuple(self.classes))

    def __len__(self):
        return len(self.X)

    def __iter__(self):
        return iter(zip(self.X, self.Y, strict=True))

    def __getitem__(self, rows):
        """The data set of these rows: a slice, or a list or array of numbers or of booleans."""
        rows = np.atleast_1d(np.arange(len(self))[rows])
        return replace(self, X=self.X[rows], Y=self.Y[rows])

    def __repr__(self):
        counts = f"{len(self)} samples, {self.n_inputs} inputs, {self.n_outputs} outputs"
        return f"Dataset({self.name}: {counts})"

    @property
    def n_inputs(self):
        """How many numbers describe a sample."""
        return self.X.shape[1]

    @property
    def n_outputs(self):
        """How many targets a sample has."""
        return self.Y.shape[1]

    @cached_property
    def labels(self):
        """The number of the largest target of each sample: its class, where Y is one-hot.

        The target itself, where there is only one.
        """
        return self.Y.argmax(axis=1) if self.n_outputs > 1 else self.Y[:, 0]

    def split(self, test=0.5, *, rng):
        """Two data sets, to train and to test with: no sample is in both, none is lost.

        test : the share of samples to test with, above 0 and below 1
        rng : int or numpy Generator that shuffles the samples first

        Raises ValueError if either would be empty.

        >>> train, test = gate("xor").split(rng=0)
        >>> train, test
        (Dataset(xor: 2 samples, 2 inputs, 1 outputs), Dataset(xor: 2 samples, 2 inputs, 1 outputs))
        """
        n_test = checks.leaves_both(test, len(self))
        order = checks.as_rng(rng).permutation(len(self))
        return self[order[n_test:]], self[order[:n_test]]

    def batches(self, batch_size=None, rng=None):
        """The samples as (X, Y) in batches; the last one holds what remains.

        batch_size : 1 to len(self); None for all of them at once
        rng : int or numpy Generator that shuffles the samples first; None keeps their order

        >>> [len(X) for X, Y in gate("xor").batches(3)]
        [3, 1]
        """
        size = self.as_batch_size(batch_size)
        if size == len(self):
            yield self.X, self.Y  # in any order the mean is the same
            return
        order = np.arange(len(self)) if rng is None else checks.as_rng(rng).permutation(len(self))
        for start in range(0, len(self), size):
            rows = order[start : start + size]
            yield self.X.take(rows, axis=0), self.Y.take(rows, axis=0)

    def as_batch_size(self, batch_size):
        """How many samples a batch has; None is all. Raises ValueError if it is more than all."""
        return len(self) if batch_size is None else checks.at_most_all(batch_size, len(self))


def swap():
    """The article's task: answer with the two inputs the other way round.

    >>> swap().Y.tolist()
    [[0.0, 1.0], [1.0, 0.0]]
    """
    return Dataset([[1, 0], [0, 1]], [[0, 1], [1, 0]], "swap")


GATES = {"and": [0, 0, 0, 1], "or": [0, 1, 1, 1], "nand": [1, 1, 1, 0], "xor": [0, 1, 1, 0]}
"""Truth tables, for the inputs 00, 01, 10, 11."""


def gate(name):
    """The truth table of a logic gate, named as in GATES: four samples of two inputs.

    >>> gate("xor").Y.ravel().tolist()
    [0.0, 1.0, 1.0, 0.0]
    """
    targets = checks.one_of(name, GATES, "gate")
    return Dataset([[0, 0], [0, 1], [1, 0], [1, 1]], np.c_[targets], name, ("x1", "x2"))


RADIUS = 5  # of the clouds, whose points lie between -6 and 6


def circle(n=500, noise=0.0, *, rng):
    """A disc of targets 1 within a ring of targets -1.

    n : number of samples
    noise : 0 to 0.5, how far points may be mislabelled, as a share of the radius
    rng : int or numpy Generator

    All clouds here take these three, and follow the TensorFlow Playground (Smilkov et al. 2017).
    """
    n, noise, rng = _checked(n, noise, rng)
    inner, outer = (0, RADIUS * 0.5), (RADIUS * 0.7, RADIUS)
    r = np.concatenate([rng.uniform(*inner, n // 2), rng.uniform(*outer, n - n // 2)])
    angle = rng.uniform(0, 2 * np.pi, n)
    X = np.c_[r * np.sin(angle), r * np.cos(angle)]
    seen = _moved(X, noise, rng)
    return _cloud("circle", X, np.hypot(*seen.T) < RADIUS * 0.5)


def xor(n=500, noise=0.0, *, rng):
    """Four squares, targets 1 where both coordinates have the same sign, with a gap between."""
    n, noise, rng = _checked(n, noise, rng)
    X = rng.uniform(-RADIUS, RADIUS, (n, 2))
    X += np.where(X > 0, 0.3, -0.3)
    seen = _moved(X, noise, rng)
    return _cloud("xor", X, seen.prod(axis=1) >= 0)


def gauss(n=500, noise=0.0, *, rng):
    """Two round clouds, targets 1 above right and -1 below left; noise makes them wider."""
    n, noise, rng = _checked(n, noise, rng)
    above = np.arange(n) < n // 2
    variance = 0.5 + 7 * noise
    X = rng.normal(np.where(above, 2, -2)[:, None], np.sqrt(variance), (n, 2))
    return _cloud("gauss", X, above)


def spiral(n=500, noise=0.0, *, rng):
    """Two spirals, one within the other; noise moves the points."""
    n, noise, rng = _checked(n, noise, rng)
    first = np.arange(n) < n // 2
    along = np.concatenate([np.arange(n // 2) / (n // 2), np.arange(n - n // 2) / (n - n // 2)])
    turn = 1.75 * 2 * np.pi * along + np.where(first, 0, np.pi)
    X = RADIUS * along[:, None] * np.c_[np.sin(turn), np.cos(turn)]
    return _cloud("spiral", _moved(X, noise, rng, reach=1), first)


def moons(n=500, noise=0.0, *, rng):
    """Two half circles that reach into each other; noise moves the points."""
    n, noise, rng = _checked(n, noise, rng)
    upper = np.arange(n) < n // 2
    angle = rng.uniform(0, np.pi, n)
    x = np.where(upper, np.cos(angle) - 0.5, 0.5 - np.cos(angle))
    y = np.where(upper, np.sin(angle) - 0.25, 0.25 - np.sin(angle))
    return _cloud("moons", _moved(3 * np.c_[x, y], noise, rng), upper)


def plane(n=1200, noise=0.0, *, rng):
    """For regression: the target rises evenly along the diagonal, as (x1 + x2) / 10."""
    n, noise, rng = _checked(n, noise, rng)
    X = rng.uniform(-6, 6, (n, 2))
    seen = _moved(X, noise, rng, reach=6)
    return Dataset(X, np.c_[seen.sum(axis=1) / 10], "plane", ("x1", "x2"))


HILLS = np.c_[[-4, 0, 4] * 2, [2.5] * 3 + [-2.5] * 3, [1, -1] * 3]
"""Where each hill of multi_gauss is, across and up, and the target at its top."""


def multi_gauss(n=1200, noise=0.0, *, rng):
    """For regression: three hills of target up to 1 and three hollows down to -1."""
    n, noise, rng = _checked(n, noise, rng)
    X = rng.uniform(-6, 6, (n, 2))
    seen = _moved(X, noise, rng, reach=6)
    distance = np.linalg.norm(seen[:, None] - HILLS[:, :2], axis=2)
    heights = HILLS[:, 2] * np.clip(1 - distance / 2, 0, 1)
    tallest = np.abs(heights).argmax(axis=1)
    return Dataset(X, np.c_[heights[np.arange(n), tallest]], "multi_gauss", ("x1", "x2"))


FOLDER = checks.as_path(__file__).parent / "data"
"""Where the files are that come with toynn."""


def iris():
    """150 real iris flowers: four lengths in cm, and which of three species each is, one-hot.

    Collected by E. Anderson, published by R. A. Fisher 1936; see toynn/data/README.md.

    >>> iris().classes
    ('setosa', 'versicolor', 'virginica')
    """
    tenths, species = _table("iris")
    inputs = ("sepal length", "sepal width", "petal length", "petal width")
    classes = ("setosa", "versicolor", "virginica")
    return Dataset(tenths / 10, np.eye(3)[species], "iris", inputs, classes)


def digits():
    """1797 real handwritten digits of 8x8 pixels: 64 inputs from 0 to 1, and the digit, one-hot.

    E. Alpaydin and C. Kaynak, UCI Machine Learning Repository 1998; see toynn/data/README.md.

    >>> digits()
    Dataset(digits: 1797 samples, 64 inputs, 10 outputs)
    """
    pixels, digit = _table("digits")
    inputs = [f"row {row} column {column}" for row in range(8) for column in range(8)]
    return Dataset(pixels / 16, np.eye(10)[digit], "digits", inputs, "0123456789")


def names():
    """5163 first names as a tuple of lower-case words, in the order of the alphabet.

    From the United States Census of 1990, in the public domain; see toynn/data/README.md.

    >>> len(names()), names()[:3]
    (5163, ('aaron', 'abbey', 'abbie'))
    """
    return tuple((FOLDER / "names.txt").read_text(encoding="utf-8").split())


def shifted(data, *, rng, by=1):
    """Square images, each moved by up to `by` pixels, both ways; what moves in is empty (0).

    data : Dataset whose inputs are the pixels of square images
    rng : int or numpy Generator

    Raises ValueError if the inputs are not the pixels of a square.
    """
    side = checks.side_of_squares(data)
    by = checks.as_whole(by, "by", least=0)
    wide = np.pad(data.X.reshape(-1, side, side), ((0, 0), (by, by), (by, by)))
    corners = checks.as_rng(rng).integers(0, 2 * by + 1, (2, len(data)))
    moved = [image[y : y + side, x : x + side] for image, y, x in zip(wide, *corners, strict=True)]
    return replace(data, X=np.reshape(moved, data.X.shape), name=f"{data.name}, shifted")


def read_csv(path, targets):
    """Your own data from a CSV file whose first line names the columns.

    path : of the file
    targets : the name of the target column, or a list of names; a single column of words becomes
        one-hot, a class for each word; all other columns are inputs

    Raises ValueError, naming line and column, if a value is missing or is not a number.
    """
    X, Y, inputs, classes = csv_file.read(path, targets)
    return Dataset(X, Y, checks.as_path(path).stem, inputs, classes)


def _checked(n, noise, rng):
    """The arguments of a cloud."""
    return checks.as_whole(n, "n", least=2), checks.as_noise(noise), checks.as_rng(rng)


def _moved(X, noise, rng, reach=RADIUS):
    """Points, each moved by up to `noise` times `reach` in either direction, across and up."""
    return X + rng.uniform(-reach, reach, X.shape) * noise


def _cloud(name, X, is_one):
    """A cloud of points, with target 1 or -1."""
    return Dataset(X, np.where(is_one, 1.0, -1.0)[:, None], name, ("x1", "x2"))


def _table(name):
    """A table that comes with toynn: whole numbers, and the number of the class of each row."""
    with np.load(FOLDER / f"{name}.npz") as arrays:
        return arrays["X"], arrays["classes"]


CLOUDS = {cloud.__name__: cloud for cloud in (circle, xor, gauss, spiral, moons)}
"""Point clouds to tell apart, with targets 1 and -1, by name."""
