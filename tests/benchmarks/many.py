"""Many networks: `train_many` beside `train` for one after the other, and PyTorch with `vmap`.

What counts is how many steps of a network a contender makes in a second. All begin with the same
weights, in double precision, and descend the same cost in batches that are shuffled for each
network by itself. Nobody looks at an epoch before the last. A test holds that all arrive at the
same outputs, where the batches are the same.
"""

from importlib.util import find_spec

import numpy as np

from tests.benchmarks.steps import LEFT_OUT, RATE, Task, points_of_zero_and_one, torch_loss
from tests.benchmarks.timing import HOW, head, interleaved, row
from toynn import Network, train, train_many
from toynn.datasets import circle, digits, swap

FEW, MANY = 20, 200
NOTE = (
    "`train` is timed on a tenth of the networks, one after the other. All compute in double "
    "precision."
)


def tasks(small=False):
    """The networks to train, with the epochs of a round."""
    points, epochs = points_of_zero_and_one(circle(rng=0)), 1 if small else 4
    pictures = digits()[:64] if small else digits()
    return [
        _task((2, 2), "sigmoid", "sigmoid", swap(), 2, 3 if small else 400),
        _task((2, 8, 8, 1), "tanh", "sigmoid", points[::17] if small else points, 10, epochs),
        _task((64, 30, 10), "tanh", "softmax", pictures, 32, 1),
    ]


def _task(sizes, activation, output, data, batch_size, epochs):
    start = Network.random(sizes, activation=activation, output_activation=output, rng=0)
    return Task(start, data, batch_size, epochs)


def starts(task, n):
    """Networks like that of the task, each from a seed of its own."""
    *hidden, output = (layer.activation for layer in task.start.layers)
    return [
        Network.random(task.start.sizes, activation=[*hidden, output], rng=seed)
        for seed in range(n)
    ]


class OneAfterTheOther:
    """`train` for one network after the other."""

    def __init__(self, task, n):
        self.task, self.n, self.last = task, max(1, n // 10), []

    def run(self):
        """Train for a round."""
        self.last = []
        for seed, start in enumerate(starts(self.task, self.n)):
            *_, last = train(start, self.task.data, **how(self.task), rng=seed)
            self.last.append(last)

    def outputs(self, X):
        """What the first network answers now."""
        return self.last[0].network(X)


class SideBySide:
    """`train_many`."""

    def __init__(self, task, n):
        self.task, self.n, self.last = task, n, []

    def run(self):
        """Train for a round."""
        networks = starts(self.task, self.n)
        *_, self.last = train_many(networks, self.task.data, **how(self.task), rngs=range(self.n))

    def outputs(self, X):
        """What the first network answers now."""
        return self.last[0].network(X)


def how(task):
    """The arguments of `train` and `train_many`."""
    return {
        "epochs": task.epochs,
        "learning_rate": RATE,
        "batch_size": task.batch_size,
        "cost": task.cost,
    }


class TorchVmap:
    """The steps in PyTorch, with the gradient of all networks from one `vmap`."""

    def __init__(self, task, n):
        import torch

        torch.set_num_threads(1)
        self.task, self.n = task, n
        networks = starts(task, n)
        self.first = [
            torch.tensor(np.stack([values[place] for values in map(parameters, networks)]))
            for place in range(2 * len(task.start.layers))
        ]
        self.X, self.Y = torch.tensor(task.data.X), torch.tensor(task.data.Y)
        names = [layer.activation.name for layer in task.start.layers[:-1]]
        bends = [getattr(torch, name) for name in names]
        loss = torch_loss(task)

        def cost(numbers, X, Y):
            for W, b, bend in zip(numbers[0:-2:2], numbers[1:-2:2], bends, strict=True):
                X = bend(X @ W.T + b)
            return loss(X @ numbers[-2].T + numbers[-1], Y)

        self.gradient = torch.func.vmap(torch.func.grad(cost))
        self.numbers = self.first

    def run(self):
        """Train for a round."""
        import torch

        self.numbers = self.first
        rng = torch.Generator().manual_seed(0)
        for _ in range(self.task.epochs):
            orders = [torch.randperm(len(self.X), generator=rng) for _ in range(self.n)]
            for rows in torch.stack(orders).split(self.task.batch_size, dim=1):
                slopes = self.gradient(self.numbers, self.X[rows], self.Y[rows])
                pairs = zip(self.numbers, slopes, strict=True)
                self.numbers = [number - RATE * slope for number, slope in pairs]

    def outputs(self, X):
        """What the first network answers now."""
        for place, layer in enumerate(self.task.start.layers):
            W, b = (self.numbers[2 * place + k][0].numpy() for k in (0, 1))
            X = layer.activation(X @ W.T + b)
        return X


def parameters(network):
    """The weights and the biases of each layer, in a row."""
    return [values for layer in network.layers for values in (layer.weights, layer.biases)]


CONTENDERS = {
    "`train`": OneAfterTheOther,
    "`train_many`": SideBySide,
    "PyTorch, `vmap`": TorchVmap,
}


def present():
    """The contenders that can take part here: {name: class}."""
    without = set() if find_spec("torch") else {"PyTorch, `vmap`"}
    return {name: make for name, make in CONTENDERS.items() if name not in without}


def cell(times, beside):
    """Median time of a step, and how many steps fit into one of the other contender."""
    ratio = np.median(beside) / np.median(times)
    return (
        f"{np.median(times) * 1e6:.1f}"
        if times is beside
        else f"{np.median(times) * 1e6:.1f}, ×{ratio:.1f}"
    )


def lines(rounds, small=False):
    """The times as a table, a line for each network and number of networks."""
    taking_part = present()
    yield "\nTime of a step of one network, in µs, and how many steps fit into one of `train`."
    yield f"{HOW}\n"
    yield head("network", "how many", *taking_part)
    for task in tasks(small):
        for n in (FEW, MANY)[: 1 if small else 2]:
            made = {name: make(task, n) for name, make in taking_part.items()}
            seconds = interleaved(
                {name: each.run for name, each in made.items()}, 1 if small else max(3, rounds // 3)
            )
            steps = [times / (task.n_steps * made[name].n) for name, times in seconds.items()]
            yield row(task, n, *(cell(times, steps[0]) for times in steps))
    yield f"\n{NOTE}"
    if len(taking_part) < len(CONTENDERS):
        yield LEFT_OUT
