"""Training: step after step, epoch after epoch.

`train` is something you iterate over. It prints nothing and draws nothing: a report, a progress
bar, a stopping rule, a plot or a widget wraps or consumes the epochs that it yields.
"""

import math
import time
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from toynn import checks, metrics
from toynn.activations import ACTIVATIONS
from toynn.backprop import backward
from toynn.costs import COSTS, quadratic
from toynn.datasets import Dataset
from toynn.descent import LearningRate, descend
from toynn.network import Network, forward

# `train` checks once what is the same in every step, so the steps go without.
forward, backward, descend = map(checks.without, (forward, backward, descend))


@dataclass(frozen=True, repr=False)
class Epoch:
    """How an epoch went. Cost and accuracy are measured on all the data, after its steps.

    `train` leaves the measuring for when somebody looks at the cost, the accuracy or the gain.

    number : 0 for the untrained network
    cost : the mean cost of the samples, without a penalty
    accuracy : the share of samples classified correctly, between 0 and 1; None without a decision
    gain : by how much the cost fell in this epoch; negative when it rose, 0 in epoch 0
    gain_percent : the same, as a share of the cost before, in percent
    seconds : how long the steps took
    network : the network after the epoch
    stopped : why training ended here, as a sentence; else empty
    """

    number: int
    cost: float
    accuracy: float | None
    gain: float
    gain_percent: float
    seconds: float = field(compare=False)  # no two runs take the same time
    network: Network
    stopped: str = ""

    def __str__(self):
        share = "none" if self.accuracy is None else f"{self.accuracy:.1%}"
        cost = f"{self.cost:.4f}" if self.cost < 1e6 else f"{self.cost:.4g}"
        line = f"epoch {self.number:>4}: cost {cost}, accuracy {share}"
        if self.number:
            line += f", gain {self.gain_percent:+.2f}%"
        return f"{line}. {self.stopped}" if self.stopped else line

    __repr__ = __str__

    @classmethod
    def measured(cls, n, before, now, seconds):
        """Epoch n, between two things Measured, at which nobody has looked yet."""
        return checks.unchecked(cls, number=n, before=before, now=now, seconds=seconds, stopped="")

    def __getattr__(self, name):
        """A field at which nobody has looked before: it is measured now."""
        if name in {"cost", "accuracy", "network"}:
            self.__dict__[name] = getattr(self.now, name)
        elif name == "gain":
            self.__dict__[name] = self.before.cost - self.cost
        elif name == "gain_percent":
            share = self.gain / self.before.cost if self.before.cost else 0.0
            self.__dict__[name] = 100 * share
        return object.__getattribute__(self, name)

    def ended(self, why):
        """The same epoch, as the last good one of a training that ended early."""
        kept = f"The network is the one after epoch {self.number}, the last good one."
        return replace(self, stopped=f"{why} {kept}")


def train(
    network,
    data,
    *,
    epochs,
    learning_rate,
    batch_size=None,
    cost=quadratic,
    penalty=None,
    optimizer=None,
    decide="usual",
    rng=None,
):
    """Train a network: an iterator of Epochs, beginning with epoch 0, the untrained network.

    Parameters
    ----------
    network : Network, which stays as it is
    data : Dataset
    epochs : how many times to go through the data, at least 1
    learning_rate : LearningRate, or a number for weights and biases alike
    batch_size : samples per step, 1 to len(data); None for all of them
    cost : Cost or its name
    penalty : L1 or L2, on the weights, apart from the optimizer; None for none
    optimizer : Momentum or Adam; None for steps straight down the gradient
    decide : function from outputs to decisions, for the accuracy; "usual" for the one that goes
        with the output activation, None for none
    rng : int or numpy Generator that shuffles the samples before each epoch; None keeps their order

    When training diverges, or is interrupted with Ctrl-C, the last good epoch is yielded once
    more, its `stopped` saying what happened; then the iteration ends.

    Raises ValueError or TypeError at once if an argument is not as described.

    Examples
    --------
    >>> from toynn.datasets import swap
    >>> start = Network.random((2, 2), weights=(-1, 1), rng=0)
    >>> *_, last = train(start, swap(), epochs=1000, learning_rate=1.0)
    >>> last
    epoch 1000: cost 0.0011, accuracy 100.0%, gain +0.11%
    """
    how = ready(network, data, batch_size, learning_rate, cost, penalty, rng)
    network, data, size, rate, cost, penalty, rng = how
    numbers = range(1, checks.as_whole(epochs, "epochs") + 1)
    decide = metrics.as_decision(decide, network.layers[-1].activation, data.Y)
    optimizer = checks.as_optimizer(optimizer)

    def measured(network):
        now, passed = Measured(network, data, cost, decide), None
        if size == len(data):  # the next step begins with the same pass
            passed = forward(network, data.X)
            now.outputs = passed.output
        return now, passed

    def step_through(network, passed, memory):
        for X, Y in data.batches(size, rng):
            gradients = backward(network, passed or forward(network, X), Y, cost)
            if optimizer is not None:
                gradients, memory = optimizer.directions(gradients, memory)
            network = descend(network, gradients, rate, penalty)
        return network, memory

    limit = harmless(network, data, cost)
    return until_diverged(_epochs(network, numbers, step_through, measured, limit), rate)


def _epochs(network, numbers, step_through, measured, limit):
    """Epoch 0, then an Epoch for each number."""
    now, passed = measured(network)
    memory = None
    yield Epoch.measured(0, now, now, 0.0)
    for number in numbers:
        before, started = now, time.perf_counter()
        with np.errstate(over="ignore", invalid="ignore"):  # divergence is reported instead
            network, memory = step_through(before.network, passed, memory)
            now, passed = measured(network)
            seconds = time.perf_counter() - started
            now.harmless = _squares(network) < limit
        yield Epoch.measured(number, before, now, seconds)


class Measured:
    """What is measured of a network on all the data, as late as somebody looks at it."""

    def __init__(self, network, data, cost, decide):
        self.network, self.data, self.judge, self.decide = network, data, cost, decide

    @cached_property
    def outputs(self):
        """What the network answers."""
        return forward(self.network, self.data.X).output

    @cached_property
    def cost(self):
        """The mean cost of the samples."""
        with np.errstate(over="ignore", invalid="ignore"):
            return self.judge.mean(self.outputs, self.data.Y)

    @property
    def accuracy(self):
        """The share of the samples that are classified correctly; None without a decision."""
        return metrics.share_right(self.decide, self.outputs, self.data.Y)


def ready(network, data, batch_size, rate, cost, penalty=None, rng=None):
    """The arguments of `one_epoch`, checked, and each in the form that the steps need."""
    cost = checks.named(cost, COSTS, "cost")
    checks.is_a(Network, network, "network", "train(network, Dataset(X, Y), ...)")
    checks.is_a(Dataset, data, "data", "train(network, Dataset(X, Y), ...)")
    checks.sizes_fit(network, data)
    checks.cost_suits(cost, network.layers[-1].activation)
    checks.targets_suit(cost, data.Y)
    checks.can_be_trained(network, cost)
    rate, size = LearningRate.of(rate), data.as_batch_size(batch_size)
    rng = None if rng is None else checks.as_rng(rng)
    return network, data, size, rate, cost, checks.as_penalty(penalty), rng


@checks.first(ready)
def one_epoch(network, data, batch_size, rate, cost, penalty=None, rng=None):
    """The network after a step on every batch."""
    for X, Y in data.batches(batch_size, rng):
        gradients = backward(network, forward(network, X), Y, cost)
        network = descend(network, gradients, rate, penalty)
    return network


def diverged(number, rate):
    """What happened in the epoch of that number."""
    why = f"the numbers grew without bound at learning rate {rate}; try a smaller one."
    return f"Diverged in epoch {number}: {why}"


def by_hand(epoch):
    """What happened after this epoch, when somebody pressed Ctrl-C."""
    return f"Stopped by hand in epoch {epoch.number + 1}."


def until_diverged(epochs, rate):
    """Pass on the epochs; when they diverge or are interrupted, the last good one again, and why.

    rate : the LearningRate, for the sentence
    """
    good = next(epochs)
    yield good
    try:
        for epoch in epochs:
            if not (epoch.now.harmless or is_finite(epoch.now)):
                yield good.ended(diverged(epoch.number, rate))
                return
            good = epoch
            yield epoch
    except KeyboardInterrupt:
        yield good.ended(by_hand(good))


def _squares(network):
    """The sum of the squares of all weights and biases."""
    arrays = [array for layer in network.layers for array in (layer.weights, layer.biases)]
    return sum([np.vdot(array, array) for array in arrays])


def is_finite(now):
    """Whether the cost and all weights and biases of what is Measured are finite numbers."""
    arrays = [array for layer in now.network.layers for array in (layer.weights, layer.biases)]
    return math.isfinite(now.cost) and all(np.isfinite(array).all() for array in arrays)


def harmless(network, data, cost):
    """The sum of the squares of all weights and biases below which no cost can overflow.

    Where w is the largest of them, and a the largest activation of n before, a z is at most
    w (n a + 1). What one's own functions make of it nobody knows, so that there the limit is 0.
    """
    known = {*ACTIVATIONS.values()} >= {layer.activation for layer in network.layers}
    reach, largest = np.abs(data.X).max(), np.abs(data.Y).max()
    w = (1e100 / max(1, reach)) ** (1 / len(network.layers)) / (3 * max(network.sizes))
    return w * w if known and cost in COSTS.values() and largest < 1e100 else 0
