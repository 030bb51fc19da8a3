"""Training: step after step, epoch after epoch.

`train` is something you iterate over. It prints nothing and draws nothing: a report, a progress
bar, a stopping rule, a plot or a widget wraps or consumes the epochs that it yields.
"""

import math
import time
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np

from toynn import checks, metrics
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
    def measured(cls, number, cost, before, seconds, later, **known):
        """An epoch with this cost, where it was `before`.

        later : function of the name of a field that is worked out when somebody looks at it
        """
        gain = before - cost
        percent = 100 * gain / before if before else 0.0
        epoch = checks.unchecked(cls, number=number, cost=cost, gain=gain, gain_percent=percent)
        epoch.__dict__.update(known, seconds=seconds, stopped="", later=later)
        return epoch

    def __getattr__(self, name):
        """A field that nobody has looked at before: it is worked out now, and kept."""
        if name in {"accuracy", "network"}:
            self.__dict__[name] = self.__dict__["later"](name)
        return object.__getattribute__(self, name)

    @property
    def is_finite(self):
        """Whether the cost and all weights and biases are finite numbers."""
        layers = self.network.layers
        arrays = [array for layer in layers for array in (layer.weights, layer.biases)]
        return math.isfinite(self.cost) and all(np.isfinite(array).all() for array in arrays)

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
    penalty : L1 or L2, on the weights; None for none
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
    *_, size, rate, cost, penalty, rng, _ = ready(
        network, data, batch_size, learning_rate, cost, penalty, rng
    )
    numbers = range(1, checks.as_whole(epochs, "epochs") + 1)
    decide = metrics.as_decision(decide, network.layers[-1].activation, data.Y)

    def measure(network):
        passed = forward(network, data.X)
        return passed, cost.mean(passed.output, data.Y), partial(accuracy, passed.output)

    def accuracy(outputs, _name):
        return metrics.share_right(decide, outputs, data.Y)

    def step_through(network, passed):
        return checks.without(one_epoch)(network, data, size, rate, cost, penalty, rng, passed)

    return until_diverged(_epochs(network, numbers, step_through, measure), rate)


def _epochs(network, numbers, step_through, measure):
    """Epoch 0, then an Epoch for each number."""
    passed, cost, later = measure(network)
    yield Epoch.measured(0, cost, cost, 0.0, later, network=network)
    for number in numbers:
        with np.errstate(over="ignore", invalid="ignore"):  # divergence is told in words instead
            started, before = time.perf_counter(), cost
            network = step_through(network, passed)
            seconds = time.perf_counter() - started
            passed, cost, later = measure(network)
        yield Epoch.measured(number, cost, before, seconds, later, network=network)


def ready(network, data, batch_size, rate, cost, penalty=None, rng=None, passed=None):
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
    return network, data, size, rate, cost, checks.as_penalty(penalty), rng, passed


@checks.first(ready)
def one_epoch(network, data, batch_size, rate, cost, penalty=None, rng=None, passed=None):
    """The network after a step on every batch.

    passed : what `forward` returned for this network and all of the data, where it is known
    """
    for X, Y in data.batches(batch_size, rng):
        if X is not data.X or passed is None:
            passed = forward(network, X)
        gradients = backward(network, passed, Y, cost)
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
    good = None
    try:
        for epoch in epochs:
            if epoch.number and not epoch.is_finite:
                yield good.ended(diverged(epoch.number, rate))
                return
            good = epoch
            yield epoch
    except KeyboardInterrupt:
        if good is None:  # not even epoch 0 was measured
            raise
        yield good.ended(by_hand(good))
