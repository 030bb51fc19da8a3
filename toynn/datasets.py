"""Datasets: inputs with the targets that a network should answer.

Small ones to learn with, point clouds as in the TensorFlow Playground, real flowers and
handwritten digits, and your own from a CSV file.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from toynn import csv_file
from toynn.checks import as_number, as_path, as_rng, as_table, as_whole


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
        X, Y = as_table(self.X, "X").copy(), as_table(self.Y, "Y").copy()
        if len(X) != len(Y):
            raise ValueError(
                f"X has {len(X)} rows but Y has {len(Y)}; give one target row a sample"
            )
        X.flags.writeable = Y.flags.writeable = False
        self.__dict__.update(X=X, Y=Y, inputs=tuple(self.inputs), classes=tuple(self.classes))

    def __len__(self):
        return len(self.X)

    def __iter__(self):
        return iter(zip(self.X, self.Y, strict=True))

    def __getitem__(self, rows):
        """The data set of these rows: a slice, or a list or array of numbers or of booleans."""
        rows = np.arange(len(self))[rows]
        return Dataset(
            self.X[np.atleast_1d(rows)],
            self.Y[np.atleast_1d(rows)],
            self.name,
            self.inputs,
            self.classes,
        )

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
        """The number of the class of each sample, where Y is one-hot, else the first target."""
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
        n_test = round(as_number(test, "test", least=0) * len(self))
        if not 0 < n_test < len(self):
            raise ValueError(
                f"test={test} of {len(self)} samples leaves {max(len(self) - n_test, 0)} to train "
                f"and {n_test} to test with, expected at least one each; choose another share"
            )
        order = as_rng(rng).permutation(len(self))
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
        order = np.arange(len(self)) if rng is None else as_rng(rng).permutation(len(self))
        for start in range(0, len(self), size):
            rows = order[start : start + size]
            yield self.X[rows], self.Y[rows]

    def as_batch_size(self, batch_size):
        """How many samples a batch has; None is all. Raises ValueError if there are not so many."""
        if batch_size is None:
            return len(self)
        if as_whole(batch_size, "batch_size") > len(self):
            raise ValueError(
                f"batch_size is {batch_size}, but there are only {len(self)} samples; "
                "use batch_size=None for all of them at once"
            )
        return int(batch_size)


def swap():
    """The article's task: give the two inputs back the other way round.

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
    if name not in GATES:
        raise ValueError(f"there is no gate {name!r}; choose one of {', '.join(GATES)}")
    return Dataset([[0, 0], [0, 1], [1, 0], [1, 1]], np.c_[GATES[name]], name, ("x1", "x2"))


RADIUS = 5  # of the clouds, whose points lie between -6 and 6


def circle(n=500, noise=0.0, *, rng):
    """A disc of targets 1 within a ring of targets -1.

    n : number of samples; noise : 0 to 0.5, how far points may be mislabelled, as a share of the
    radius; rng : int or numpy Generator. The same for all clouds here, which are defined as in
    the TensorFlow Playground (Smilkov and others 2017), with n and noise shared likewise.
    """
    rng, noise = _as_cloud(n, noise, rng)
    inner, outer = (0, RADIUS * 0.5), (RADIUS * 0.7, RADIUS)
    r = np.concatenate([rng.uniform(*inner, n // 2), rng.uniform(*outer, n - n // 2)])
    angle = rng.uniform(0, 2 * np.pi, n)
    X = np.c_[r * np.sin(angle), r * np.cos(angle)]
    seen = X + rng.uniform(-RADIUS, RADIUS, (n, 2)) * noise
    return _cloud("circle", X, np.hypot(*seen.T) < RADIUS * 0.5)


def xor(n=500, noise=0.0, *, rng):
    """Four squares, targets 1 where both coordinates have the same sign, with a gap between."""
    rng, noise = _as_cloud(n, noise, rng)
    X = rng.uniform(-RADIUS, RADIUS, (n, 2))
    X += np.where(X > 0, 0.3, -0.3)
    seen = X + rng.uniform(-RADIUS, RADIUS, (n, 2)) * noise
    return _cloud("xor", X, seen.prod(axis=1) >= 0)


def gauss(n=500, noise=0.0, *, rng):
    """Two round clouds, targets 1 above right and -1 below left; noise makes them wider."""
    rng, noise = _as_cloud(n, noise, rng)
    above = np.arange(n) < n // 2
    variance = 0.5 + 7 * noise
    X = rng.normal(np.where(above, 2, -2)[:, None], np.sqrt(variance), (n, 2))
    return _cloud("gauss", X, above)


def spiral(n=500, noise=0.0, *, rng):
    """Two spirals, one within the other; noise moves the points."""
    rng, noise = _as_cloud(n, noise, rng)
    first = np.arange(n) < n // 2
    along = np.concatenate([np.arange(n // 2) / (n // 2), np.arange(n - n // 2) / (n - n // 2)])
    turn = 1.75 * 2 * np.pi * along + np.where(first, 0, np.pi)
    X = RADIUS * along[:, None] * np.c_[np.sin(turn), np.cos(turn)]
    return _cloud("spiral", X + rng.uniform(-1, 1, (n, 2)) * noise, first)


def moons(n=500, noise=0.0, *, rng):
    """Two half circles that reach into each other; noise moves the points."""
    rng, noise = _as_cloud(n, noise, rng)
    upper = np.arange(n) < n // 2
    angle = rng.uniform(0, np.pi, n)
    x = np.where(upper, np.cos(angle) - 0.5, 0.5 - np.cos(angle))
    y = np.where(upper, np.sin(angle) - 0.25, 0.25 - np.sin(angle))
    X = 3 * np.c_[x, y] + rng.uniform(-RADIUS, RADIUS, (n, 2)) * noise
    return _cloud("moons", X, upper)


def plane(n=1200, noise=0.0, *, rng):
    """For regression: the target rises evenly along the diagonal, as (x1 + x2) / 10."""
    rng, noise = _as_cloud(n, noise, rng)
    X = rng.uniform(-6, 6, (n, 2))
    seen = X + rng.uniform(-6, 6, (n, 2)) * noise
    return Dataset(X, np.c_[seen.sum(axis=1) / 10], "plane", ("x1", "x2"))


HILLS = np.array(
    [[-4, 2.5, 1], [0, 2.5, -1], [4, 2.5, 1], [-4, -2.5, -1], [0, -2.5, 1], [4, -2.5, -1]]
)


def multi_gauss(n=1200, noise=0.0, *, rng):
    """For regression: three hills of target up to 1 and three hollows down to -1."""
    rng, noise = _as_cloud(n, noise, rng)
    X = rng.uniform(-6, 6, (n, 2))
    seen = X + rng.uniform(-6, 6, (n, 2)) * noise
    distance = np.linalg.norm(seen[:, None] - HILLS[:, :2], axis=2)
    heights = HILLS[:, 2] * np.clip(1 - distance / 2, 0, 1)
    tallest = np.abs(heights).argmax(axis=1)
    return Dataset(X, np.c_[heights[np.arange(n), tallest]], "multi_gauss", ("x1", "x2"))


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


def shifted(data, *, rng, by=1):
    """Square images, each moved by up to `by` pixels, both ways; what moves in is empty (0).

    data : Dataset whose inputs are the pixels of square images
    rng : int or numpy Generator

    Raises ValueError if the inputs are not the pixels of a square.
    """
    side = round(data.n_inputs**0.5)
    if side**2 != data.n_inputs:
        raise ValueError(
            f"{data!r} has {data.n_inputs} inputs, expected the pixels of square images, such as "
            "64 for 8x8; use digits()"
        )
    by = as_whole(by, "by", least=0)
    wide = np.pad(data.X.reshape(-1, side, side), ((0, 0), (by, by), (by, by)))
    down, right = as_rng(rng).integers(0, 2 * by + 1, (2, len(data)))
    moved = [
        image[y : y + side, x : x + side] for image, y, x in zip(wide, down, right, strict=True)
    ]
    X = np.reshape(moved, data.X.shape)
    return Dataset(X, data.Y, f"{data.name}, shifted", data.inputs, data.classes)


def read_csv(path, targets):
    """Your own data from a CSV file whose first line names the columns.

    path : of the file
    targets : the name of the target column, or a list of names; a single column of words becomes
        one-hot, a class for each word; all other columns are inputs

    Raises ValueError, naming line and column, if a value is missing or is not a number.
    """
    X, Y, inputs, classes = csv_file.read(path, targets)
    return Dataset(X, Y, as_path(path).stem, inputs, classes)


def _as_cloud(n, noise, rng):
    """The arguments of a cloud, checked."""
    as_whole(n, "n", least=2)
    if as_number(noise, "noise", least=0) > 1:
        raise ValueError(f"noise is {noise}, expected a share from 0 to 1; 0.5 is already a lot")
    return as_rng(rng), noise


def _cloud(name, X, is_one):
    """A cloud of points, with target 1 or -1."""
    return Dataset(X, np.where(is_one, 1.0, -1.0)[:, None], name, ("x1", "x2"))


def _table(name):
    """A table that comes with toynn: whole numbers, and the number of the class of each row."""
    with np.load(as_path(__file__).parent / "data" / f"{name}.npz") as arrays:
        return arrays["X"], arrays["classes"]


CLOUDS = {each.__name__: each for each in (circle, xor, gauss, spiral, moons)}
"""Point clouds to be told apart, with targets 1 and -1, by name."""
