"""Settings: what the controls of the playground can be set to, and what a change makes new.

The values are those of the TensorFlow Playground (Smilkov and others 2017), and some more.
"""

from dataclasses import dataclass, fields, replace
from difflib import get_close_matches

RATES = (0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)
ACTIVATIONS = {"relu": "relu", "tanh": "tanh", "sigmoid": "sigmoid", "linear": "identity"}
"""The activations of hidden layers: what the control calls them, and what toynn does."""
REGULARIZATIONS = ("none", "L1", "L2")
REGULARIZATION_RATES = (0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)
DATASETS = {
    "classification": ("circle", "xor", "gauss", "spiral", "moons"),
    "regression": ("plane", "multi_gauss"),
    "several classes": ("three clouds", "three arms"),
    "my points": ("my points",),
}
"""The data sets of each type of problem, its default first."""
OUTPUTS = {
    "classification": ("tanh, quadratic", "sigmoid, cross-entropy", "softmax, cross-entropy"),
    "regression": ("linear, quadratic",),
    "several classes": ("softmax, cross-entropy",),
    "my points": (
        "tanh, quadratic", "sigmoid, cross-entropy", "softmax, cross-entropy", "linear, quadratic",
    ),
}  # fmt: skip
"""The output activations with their costs, for each type of problem, its default first."""
FEATURES = ("X1", "X2", "X1^2", "X2^2", "X1X2", "sin(X1)", "sin(X2)")
WEIGHTS = ("uniform", "zero")
RATIOS = tuple(range(10, 91, 10))
NOISES = tuple(range(0, 51, 5))
BATCH_SIZES = tuple(range(1, 31))
MOST_LAYERS, MOST_NEURONS, NEW_LAYER = 6, 8, 2
ROOM = range(1, MOST_NEURONS + 1)
LARGEST_SEED = 10**6
OWN = "own"
"""What the activation of a network of the reader's own is called in the settings."""


@dataclass(frozen=True)
class Settings:
    """One value for each control of the playground.

    Raises ValueError if a value is not one of those that the control has.

    >>> Settings().changed(problem="regression").dataset
    'plane'
    """

    learning_rate: float = 0.03
    activation: str = "tanh"
    regularization: str = "none"
    regularization_rate: float = 0
    problem: str = "classification"
    dataset: str = "circle"
    output: str = "tanh, quadratic"
    ratio: int = 50
    noise: int = 0
    batch_size: int = 10
    features: tuple[str, ...] = ("X1", "X2")
    hidden: tuple[int, ...] = (4, 2)
    weights: str = "uniform"
    data_seed: int = 0
    weight_seed: int = 0

    def __post_init__(self):
        hidden = tuple(self.hidden) if isinstance(self.hidden, list | tuple) else self.hidden
        self.__dict__.update(features=_as_features(self.features), hidden=hidden)
        _check_one_of(self, "learning_rate", RATES)
        _check_one_of(self, "regularization", REGULARIZATIONS)
        _check_one_of(self, "regularization_rate", REGULARIZATION_RATES)
        _check_one_of(self, "problem", DATASETS)
        _check_one_of(self, "dataset", DATASETS[self.problem])
        _check_one_of(self, "output", OUTPUTS[self.problem])
        _check_one_of(self, "ratio", RATIOS)
        _check_one_of(self, "noise", NOISES)
        _check_one_of(self, "batch_size", BATCH_SIZES)
        _check_one_of(self, "weights", WEIGHTS)
        _check_hidden(hidden, own=self.activation == OWN)
        for name in ("data_seed", "weight_seed"):
            _check_seed(name, getattr(self, name))
        if not isinstance(self.activation, str):
            raise TypeError(f"activation is {self.activation!r}, expected its name, such as 'tanh'")

    def changed(self, **values):
        """The same with other values. With a new problem come its usual data set and output."""
        unknown = sorted(set(values) - {each.name for each in fields(self)})
        if unknown:
            raise ValueError(
                f"there is no setting {unknown[0]!r}{_meant(unknown[0])}; the settings are "
                f"{', '.join(each.name for each in fields(self))}"
            )
        problem = values.get("problem", self.problem)
        if problem != self.problem and problem in DATASETS:
            usual = {"dataset": DATASETS[problem][0], "output": OUTPUTS[problem][0]}
            values = usual | values
        return replace(self, **values)

    def differences(self, other):
        """The names of the settings whose values differ from those of `other`."""
        return {name for name, value in vars(self).items() if getattr(other, name) != value}


LIVE = {"learning_rate", "regularization", "regularization_rate"}
"""What can be changed while a network learns. All else begins again with epoch 0."""

NEW_DATA = {"problem", "dataset", "ratio", "noise", "data_seed"}
"""What makes new points, too. (Only Regenerate, a new `data_seed`, keeps the weights.)"""

KEEPS_USER_NETWORK = LIVE | {"batch_size", "ratio", "noise", "data_seed", "dataset", "problem"}
"""The settings at whose change the reader's own network stays, if it fits the points."""


def _meant(name):
    close = get_close_matches(name, [each.name for each in fields(Settings)], n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""


def _check_one_of(settings, name, known):
    value = getattr(settings, name)
    if isinstance(value, bool) or not isinstance(value, str | int | float) or value not in known:
        shown = ", ".join(f"{each:g}" if isinstance(each, float) else str(each) for each in known)
        raise ValueError(f"{name} is {value!r}, expected one of {shown}; choose one of these")
    settings.__dict__[name] = next(each for each in known if each == value)  # 10.0 becomes 10


def _as_features(features):
    """The features in their usual order."""
    unknown = [name for name in features if name not in FEATURES]
    if unknown or not features or len(set(features)) < len(features):
        raise ValueError(
            f"features is {features!r}, expected one or more of {', '.join(FEATURES)}, each once; "
            "leave at least one switched on"
        )
    return tuple(sorted(features, key=FEATURES.index))


def in_room(hidden):
    """Hidden layers, none of them with more neurons than can be set by hand."""
    return tuple(min(n, MOST_NEURONS) for n in hidden[:MOST_LAYERS])


def _check_hidden(hidden, own):
    whole = isinstance(hidden, tuple) and all(type(n) is int for n in hidden)
    if not whole or not (own or (len(hidden) <= MOST_LAYERS and all(n in ROOM for n in hidden))):
        raise ValueError(
            f"hidden is {hidden!r}, expected at most {MOST_LAYERS} hidden layers of 1 to "
            f"{MOST_NEURONS} neurons; write (4, 2) for a layer of four and one of two"
        )


def _check_seed(name, seed):
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed <= LARGEST_SEED:
        raise ValueError(f"{name} is {seed!r}, expected a whole number from 0 to {LARGEST_SEED}")
