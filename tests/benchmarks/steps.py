"""What a training step takes in toynn, scikit-learn and PyTorch: one network, one batch, one cost.

Every contender starts with the same weights, in double precision, and descends the same
cross-entropy with plain stochastic gradient descent, on samples freshly shuffled for each epoch.
A test holds that all arrive at the same outputs.
"""

import warnings
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice

import numpy as np

from tests.benchmarks.timing import HOW, cell, head, interleaved, row
from toynn import Dataset, LearningRate, Network, binary_cross_entropy, checks, cross_entropy, train
from toynn.datasets import circle, digits, swap
from toynn.training import one_epoch

RATE = 0.01
NOTE = (
    "All compute in double precision. `fit` and `partial_fit` record the cost of each batch as "
    "they go, and `partial_fit` checks all that it is given, at each call. An epoch is measured "
    "where somebody looks at its cost on all samples."
)
LEFT_OUT = "PyTorch is not installed, so it is left out; `pip install torch` adds it."


@dataclass(frozen=True)
class Task:
    """A network and the samples to train it with."""

    start: Network
    data: Dataset
    batch_size: int
    epochs: int  # in a round, so that a round takes long enough to be timed

    @property
    def cost(self):
        """The cross-entropy that goes with the output layer."""
        softmax = self.start.layers[-1].activation.name == "softmax"
        return cross_entropy if softmax else binary_cross_entropy

    @property
    def n_steps(self):
        """How many steps a round has."""
        return -(-len(self.data) // self.batch_size) * self.epochs

    def __str__(self):
        sizes = "-".join(map(str, self.start.sizes))
        hidden = f" {self.start.layers[0].activation}" if len(self.start.layers) > 1 else ""
        return f"{sizes}{hidden}, batches of {self.batch_size}"


def tasks(small=False):
    """The networks to train, from 6 numbers to a hundred thousand."""
    points = points_of_zero_and_one(circle(rng=0))
    pictures, many = (digits()[:70], 70) if small else (digits(), 10_000)
    return [
        _task((2, 2), "sigmoid", "sigmoid", swap(), 2, 3 if small else 400),
        _task((2, 8, 8, 1), "tanh", "sigmoid", points[::17] if small else points, 10, 6),
        _task((64, 32, 10), "tanh", "softmax", pictures, 32, 4),
        _task((784, 128, 10), "relu", "softmax", made_up(many), 64, 1),
    ]


def points_of_zero_and_one(cloud):
    """The same points, with the targets that go with sigmoid and binary cross-entropy."""
    return Dataset(cloud.X, cloud.Y > 0, cloud.name)


def _task(sizes, activation, output, data, batch_size, epochs):
    start = Network.random(sizes, activation=activation, output_activation=output, rng=0)
    return Task(start, data, batch_size, epochs)


def made_up(n):
    """Samples of random numbers, as large as the well-known digits of 28x28 pixels."""
    rng = np.random.default_rng(0)
    return Dataset(rng.random((n, 784)), np.eye(10)[np.arange(n) % 10], "made up")


class ToynnSteps:
    """The steps of `train` alone."""

    def __init__(self, task):
        self.task, self.network = task, task.start
        self.rate, self.rng = LearningRate.of(RATE), np.random.default_rng(0)

    def run(self):
        """Train for a round."""
        task = self.task
        for _ in range(task.epochs):
            self.network = checks.without(one_epoch)(
                self.network, task.data, task.batch_size, self.rate, task.cost, None, self.rng
            )

    def outputs(self, X):
        """What the network answers now."""
        return self.network(X)


class ToynnTrain:
    """`train`, where nobody looks at an epoch before the last of a round."""

    looks = False

    def __init__(self, task):
        self.task = task
        self.epochs = train(
            task.start,
            task.data,
            epochs=10**9,
            learning_rate=RATE,
            batch_size=task.batch_size,
            cost=task.cost,
            rng=0,
        )
        self.last = next(self.epochs)

    def run(self):
        """Train for a round."""
        for epoch in islice(self.epochs, self.task.epochs):
            self.last = epoch
            if self.looks:
                self.cost = epoch.cost

    def outputs(self, X):
        """What the network answers now."""
        return self.last.network(X)


class ToynnTrainLooking(ToynnTrain):
    """`train`, where somebody looks at the cost of every epoch."""

    looks = True


class SklearnFit:
    """`fit` of scikit-learn's MLPClassifier, a loop of its own, which also records the cost."""

    def __init__(self, task):
        self.task, self.X, self.labels = task, task.data.X, labels(task.data)
        self.model = mlp_classifier(task, batch_size=task.batch_size)

    def run(self):
        """Train for a round."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that it stops after max_iter epochs, as it is told to
            self.model.fit(self.X, self.labels)

    def outputs(self, X):
        """What the network answers now."""
        outputs = self.model.predict_proba(X)
        return outputs[:, 1:] if self.task.data.n_outputs == 1 else outputs


class SklearnBatches(SklearnFit):
    """`partial_fit` of the same, with a batch a call, in a loop around it."""

    def __init__(self, task):
        super().__init__(task)
        self.model.set_params(batch_size="auto", warm_start=False)  # all that it is given
        self.rng = np.random.default_rng(0)

    def run(self):
        """Train for a round."""
        for _ in range(self.task.epochs):
            order = self.rng.permutation(len(self.X))
            for start in range(0, len(order), self.task.batch_size):
                rows = order[start : start + self.task.batch_size]
                self.model.partial_fit(self.X[rows], self.labels[rows])


def labels(data):
    """Targets as scikit-learn wants them: a class a sample, or several answers of 0 or 1."""
    if data.n_outputs == 2:  # swap: two answers, which are not shares of one
        return data.Y.astype(int)
    return data.labels.astype(int)


def mlp_classifier(task, batch_size):
    """An MLPClassifier with the weights of the task's network, for plain gradient descent."""
    from sklearn.neural_network import MLPClassifier

    hidden = task.start.layers[0].activation.name
    model = MLPClassifier(
        hidden_layer_sizes=task.start.sizes[1:-1],
        activation="logistic" if hidden == "sigmoid" else hidden,
        solver="sgd",
        alpha=0,
        batch_size=batch_size,
        learning_rate_init=RATE,
        momentum=0,
        nesterovs_momentum=False,
        max_iter=task.epochs,
        tol=0,
        n_iter_no_change=10**9,
        warm_start=True,
        random_state=0,
    )
    classes = labels(task.data)
    model.partial_fit(task.data.X, classes, classes=np.unique(classes))  # makes the arrays
    model.coefs_ = [layer.weights.T.copy() for layer in task.start.layers]
    model.intercepts_ = [layer.biases.copy() for layer in task.start.layers]
    return model


class Torch:
    """The usual loop of PyTorch: zero_grad, loss, backward, step."""

    looks = False

    def __init__(self, task):
        import torch

        torch.set_num_threads(1)
        self.task, self.model = task, torch_model(task)
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=RATE)
        self.loss = torch_loss(task)
        self.X, self.Y = torch.tensor(task.data.X), torch.tensor(task.data.Y)
        self.rng = torch.Generator().manual_seed(0)

    def run(self):
        """Train for a round."""
        import torch

        for _ in range(self.task.epochs):
            order = torch.randperm(len(self.X), generator=self.rng)
            for rows in order.split(self.task.batch_size):
                self.optimizer.zero_grad()
                self.loss(self.model(self.X[rows]), self.Y[rows]).backward()
                self.optimizer.step()
            if self.looks:
                with torch.no_grad():
                    self.cost = self.loss(self.model(self.X), self.Y).item()

    def outputs(self, X):
        """What the network answers now."""
        from torch import no_grad, tensor

        with no_grad():
            sums = self.model(tensor(X)).numpy()
        return self.task.start.layers[-1].activation(sums)


class TorchLooking(Torch):
    """The same, with the cost of all samples after every epoch."""

    looks = True


def torch_model(task):
    """A module with the weights of the task's network, without the output activation."""
    from torch import nn, tensor

    bends = {"tanh": nn.Tanh, "relu": nn.ReLU}
    modules = []
    for layer in task.start.layers:
        linear = nn.Linear(layer.n_inputs, len(layer))
        linear.weight = nn.Parameter(tensor(layer.weights.copy()))
        linear.bias = nn.Parameter(tensor(layer.biases.copy()))
        modules.append(linear)
        if layer is not task.start.layers[-1]:
            modules.append(bends[layer.activation.name]())
    return nn.Sequential(*modules)


def torch_loss(task):
    """The cross-entropy of weighted sums: summed over the outputs, the mean over the samples."""
    from torch import nn

    if task.start.layers[-1].activation.name == "softmax":
        return nn.CrossEntropyLoss()
    if task.data.n_outputs == 1:
        return nn.BCEWithLogitsLoss()
    total = nn.BCEWithLogitsLoss(reduction="sum")
    return lambda sums, targets: total(sums, targets) / len(sums)


CONTENDERS = {
    "toynn, `train`": ToynnTrain,
    "its steps alone": ToynnSteps,
    "scikit-learn, `fit`": SklearnFit,
    "scikit-learn, `partial_fit`": SklearnBatches,
    "PyTorch": Torch,
    "toynn, `train`, every epoch measured": ToynnTrainLooking,
    "PyTorch, every epoch measured": TorchLooking,
}


def present():
    """The contenders that can take part here: {name: class}."""
    torch = {name for name in CONTENDERS if name.startswith("PyTorch")}
    without = set() if find_spec("torch") else torch
    return {name: make for name, make in CONTENDERS.items() if name not in without}


def lines(rounds, small=False):
    """The times as a table, a line for each network."""
    taking_part = present()
    yield "\nTime of a training step, in µs, and how many times that of `train` it is."
    yield f"{HOW}\n"
    yield head("network", *taking_part)
    for task in tasks(small):
        calls = {name: make(task).run for name, make in taking_part.items()}
        seconds = interleaved(calls, 1 if small else rounds)
        first, *others = (each / task.n_steps for each in seconds.values())
        yield row(task, cell(first, 1e-6), *(cell(each, 1e-6, first) for each in others))
    yield f"\n{NOTE}"
    if len(taking_part) < len(CONTENDERS):
        yield LEFT_OUT
