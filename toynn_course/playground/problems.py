"""Problems: the points that a setting of the playground asks for, as inputs and targets.

A point lies at (x1, x2); what a network is given are its features, such as x1 squared.
"""

from dataclasses import dataclass

import numpy as np

from toynn import datasets
from toynn.activations import identity, sigmoid, softmax, tanh
from toynn.checks import as_rng
from toynn.costs import binary_cross_entropy, cross_entropy, quadratic
from toynn.datasets import Dataset

LIMIT = 6
"""Points, and the map, lie between -6 and 6, in both directions."""

FEATURE_FUNCTIONS = {
    "X1": lambda x1, x2: x1,  # noqa: ARG005
    "X2": lambda x1, x2: x2,  # noqa: ARG005
    "X1^2": lambda x1, x2: x1**2,  # noqa: ARG005
    "X2^2": lambda x1, x2: x2**2,  # noqa: ARG005
    "X1X2": lambda x1, x2: x1 * x2,
    "sin(X1)": lambda x1, x2: np.sin(x1),  # noqa: ARG005
    "sin(X2)": lambda x1, x2: np.sin(x2),  # noqa: ARG005
}

OUTPUTS = {
    "tanh, quadratic": (tanh, quadratic),
    "sigmoid, cross-entropy": (sigmoid, binary_cross_entropy),
    "softmax, cross-entropy": (softmax, cross_entropy),
    "linear, quadratic": (identity, quadratic),
}

RULES = {
    "circle": lambda places: np.hypot(*places.T) < datasets.RADIUS * 0.5,
    "xor": lambda places: places.prod(axis=1) >= 0,
}
"""Which places are of the high class, in the data sets whose noise makes labels wrong."""


@dataclass(frozen=True, eq=False)
class Points:
    """Points on the map, and what each of them is.

    places : array, shape (n_points, 2), of x1 and x2
    targets : array, shape (n_points,): the number of a class from 0, or an amount
    classes : the names of the classes; none where the targets are amounts
    """

    places: np.ndarray
    targets: np.ndarray
    classes: tuple[str, ...] = ("low", "high")

    def __len__(self):
        return len(self.places)

    def __getitem__(self, rows):
        return Points(self.places[rows], self.targets[rows], self.classes)

    def split(self, ratio, rng):
        """Points to train and to test with, as Dataset.split does it.

        ratio : the percentage to train with. A single point is in both.
        """
        if len(self) < 2:
            return self, self
        n_test = min(max(round((100 - ratio) / 100 * len(self)), 1), len(self) - 1)
        order = as_rng(rng).permutation(len(self))
        return self[order[n_test:]], self[order[:n_test]]


def features_of(places, features):
    """What the network is given for places (n, 2): an array of shape (n, n_features)."""
    x1, x2 = np.asarray(places, dtype=float).T
    return np.column_stack([FEATURE_FUNCTIONS[name](x1, x2) for name in features])


def targets_for(points, output):
    """The targets that go with an output activation: an array of shape (n_points, n_outputs).

    Raises ValueError if the output is for classes and the points are not, or the other way round.
    """
    _check_output(points, output)
    if output == softmax:
        return np.eye(max(len(points.classes), 2))[points.targets.astype(int)]
    low = lowest_target(output) if points.classes else 0
    return ((1 - low) * points.targets + low)[:, None].astype(float)


def lowest_target(output):
    """What stands for the low one of two classes; the high one is 1."""
    return -1.0 if output.range[0] < 0 else 0.0


def _check_output(points, output):
    if output == softmax and not points.classes:
        raise ValueError(
            "softmax is for classes, but these points have numbers as targets; choose a linear "
            "output, or a network that ends with identity"
        )
    if output != softmax and len(points.classes) > 2:
        raise ValueError(
            f"one output of {output} tells two classes apart, but these points have "
            f"{len(points.classes)}; choose softmax, with one output for each class"
        )


def as_data(points, features, output, name):
    """Points as a Dataset for a network with these features and this output activation."""
    X, Y = features_of(points.places, features), targets_for(points, output)
    return Dataset(X, Y, name, inputs=features)


def n_outputs(points, output):
    """How many outputs a network needs."""
    return max(len(points.classes), 2) if output == softmax else 1


def make_points(settings):
    """The points of a built-in data set."""
    noise, rng = settings.noise / 100, settings.data_seed
    if settings.dataset in SEVERAL:
        return SEVERAL[settings.dataset](noise, as_rng(rng))
    data = getattr(datasets, settings.dataset)(noise=noise, rng=rng)
    if settings.problem == "regression":
        return Points(data.X, data.Y[:, 0], ())
    return Points(data.X, (data.Y[:, 0] > 0).astype(float))


NO_POINTS = Points(np.empty((0, 2)), np.empty(0))


def _three_clouds(noise, rng, n=500):
    """A round cloud for each of three classes; noise makes them wider."""
    which = np.arange(n) % 3
    angle = np.pi / 2 + 2 * np.pi * which / 3
    middle = 3 * np.c_[np.cos(angle), np.sin(angle)]
    X = rng.normal(middle, np.sqrt(0.5 + 7 * noise), (n, 2))
    return Points(X, which.astype(float), ("one", "two", "three"))


def _three_arms(noise, rng, n=500):
    """Three spiral arms, one for each class; noise moves the points."""
    which = np.arange(n) % 3
    along = np.sqrt(np.arange(n) / n)
    turn = 2 * np.pi * (0.75 * along + which / 3)
    X = 5 * along[:, None] * np.c_[np.sin(turn), np.cos(turn)]
    return Points(
        X + rng.uniform(-1, 1, (n, 2)) * noise, which.astype(float), ("one", "two", "three")
    )


SEVERAL = {"three clouds": _three_clouds, "three arms": _three_arms}
