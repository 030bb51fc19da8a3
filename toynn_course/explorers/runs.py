"""Runs: trainings of the dashboard, each written out as the loop that it is."""

from dataclasses import dataclass
from functools import cache
from itertools import islice

import numpy as np

from toynn import (
    Adam,
    Dataset,
    LearningRate,
    Momentum,
    Network,
    backward,
    checks,
    descend,
    forward,
    quadratic,
    until_flat,
)
from toynn.backprop import Gradient
from toynn.datasets import gate, iris, moons, swap
from toynn.metrics import as_decision, share_right

MOST_EPOCHS = 2000
RULES = {"plain": None, "momentum": Momentum(0.9), "Adam": Adam()}
FOR_EVER = 10**9  # a patience that never ends

# A run checks what it is given once, so its steps go without.
forward, backward, descend = map(checks.without, (forward, backward, descend))


def centred_iris():
    """The irises, each length less its mean and divided by its standard deviation."""
    flowers = iris()
    X = (flowers.X - flowers.X.mean(axis=0)) / flowers.X.std(axis=0)
    return Dataset(X, flowers.Y, "iris", flowers.inputs, flowers.classes)


PROBLEMS = {
    "swap": swap,
    "xor": lambda: gate("xor"),
    "moons": lambda: moons(200, noise=0.1, rng=0),
    "iris": centred_iris,
}
"""What can be learned, by name."""


@cache
def problem(name):
    """The Dataset of that name."""
    return PROBLEMS[name]()


@dataclass(frozen=True)
class Setting:
    """What a run is trained with.

    data : a key of PROBLEMS
    rate : the learning rate
    batch : samples in a step; 0 for all of them
    shuffle : whether each epoch takes the samples in another order
    summed : whether a step takes the sum of its samples' gradients, and not their mean
    hidden : the number of hidden nodes
    rule : a key of RULES
    tolerance, patience : it stops when the cost has not fallen by more than the tolerance for this
        number of epochs; a patience of 0 never ends
    seed : where its weights begin, and how its samples are shuffled

    >>> print(Setting(batch=1, rate=0.3))
    xor, 4 hidden nodes, rate 0.3, steps of 1 sample, seed 0
    """

    data: str = "xor"
    rate: float = 3.0
    batch: int = 0
    shuffle: bool = True
    summed: bool = False
    hidden: int = 4
    rule: str = "plain"
    tolerance: float = 0.0
    patience: int = 0
    seed: int = 0

    def __str__(self):
        n = len(problem(self.data))
        nodes = "1 hidden node" if self.hidden == 1 else f"{self.hidden} hidden nodes"
        size = self.size
        steps = f"steps of {'1 sample' if size == 1 else f'{size} samples'}"
        parts = [self.data, nodes, f"rate {self.rate:g}"]
        parts.append(f"all {n} samples in a step" if size == n else steps)
        parts += ["not shuffled"] * (not self.shuffle and size < n)
        parts += ["summed gradients"] * self.summed
        parts += [self.rule] * (self.rule != "plain")
        if self.patience:
            parts += [f"patience {self.patience}", f"tolerance {self.tolerance:g}"]
        return ", ".join([*parts, f"seed {self.seed}"])

    @property
    def size(self):
        """The number of samples in a step."""
        n = len(problem(self.data))
        return min(self.batch or n, n)


@dataclass(frozen=True)
class Record:
    """What is noted after an epoch.

    slope : the length of the gradient of the mean cost of all samples
    stopped : why the run ended here, as a sentence; else empty
    """

    number: int
    cost: float
    accuracy: float
    slope: float
    stopped: str = ""


class Run:
    """A training that goes on when you ask for more, and keeps a Record of each epoch.

    >>> run = Run(Setting(seed=2)).to(1000)
    >>> len(run.records), round(run.records[-1].cost, 3)
    (1001, 0.002)
    """

    def __init__(self, setting):
        self.setting = setting
        patience = setting.patience or FOR_EVER
        self.coming = until_flat(trained(setting), tolerance=setting.tolerance, patience=patience)
        self.records = [next(self.coming)]

    def __repr__(self):
        return f"Run({self.setting}: {len(self.records) - 1} epochs)"

    def to(self, number):
        """The same run, trained up to this epoch unless it ends earlier."""
        self.records += islice(self.coming, number + 1 - len(self.records))
        return self

    @property
    def over(self):
        """Whether it has ended."""
        return self.records[-1].number == MOST_EPOCHS or bool(self.records[-1].stopped)


def trained(setting):
    """The Records of a training, from the untrained network on."""
    data, rule = problem(setting.data), RULES[setting.rule]
    network, memory, rate = beginning(setting), None, LearningRate.of(setting.rate)
    rng = np.random.default_rng(setting.seed) if setting.shuffle else None
    yield noted(0, network, data)
    for number in range(1, MOST_EPOCHS + 1):
        for X, Y in data.batches(setting.size, rng):
            gradients = backward(network, forward(network, X), Y, quadratic)
            if setting.summed:
                gradients = [summed(gradient, len(X)) for gradient in gradients]
            if rule:
                gradients, memory = rule.directions(gradients, memory)
            network = descend(network, gradients, rate)
        yield noted(number, network, data)


def beginning(setting):
    """The untrained network: tanh where targets are 1 and -1, else sigmoid."""
    data = problem(setting.data)
    sizes = data.n_inputs, setting.hidden, data.n_outputs
    activation = "tanh" if data.Y.min() < 0 else "sigmoid"
    return Network.random(sizes, activation=activation, rng=setting.seed)


def summed(gradient, n):
    """A gradient of n samples as their sum, made of the one that is their mean."""
    return Gradient(n * gradient.weights, n * gradient.biases)


def noted(number, network, data):
    """The Record of a network, measured on all the data."""
    passed = forward(network, data.X)
    gradients = backward(network, passed, data.Y, quadratic)
    squares = sum(np.vdot(part, part) for gradient in gradients for part in gradient[:2])
    decide = as_decision("usual", network.layers[-1].activation, data.Y)
    right = share_right(decide, passed.output, data.Y)
    return Record(number, quadratic.mean(passed.output, data.Y), right, float(np.sqrt(squares)))
