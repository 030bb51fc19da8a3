"""Training: step after step, epoch after epoch, and what watches it.

`train` is something you iterate over. It prints nothing and draws nothing: a report, a progress
bar, a stopping rule, a plot or a widget wraps or consumes the epochs that it yields.
"""

import math
import time
from dataclasses import dataclass, field, replace

import numpy as np

from toynn.backprop import backward
from toynn.checks import as_number, as_rng, as_whole, named
from toynn.costs import COSTS, quadratic
from toynn.datasets import Dataset
from toynn.descent import LearningRate, as_penalty, descend
from toynn.metrics import accuracy, usual_decision
from toynn.network import Network, forward


@dataclass(frozen=True, repr=False)
class Epoch:
    """What an epoch came to. Cost and accuracy are measured on all the data, after its steps.

    number : 0 for the untrained network
    cost : the mean cost of the samples, without a penalty
    accuracy : the share of samples decided right, between 0 and 1; None without a decision
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
    batch_size : samples a step, 1 to len(data); None for all of them
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
    cost, rate = named(cost, COSTS, "cost"), LearningRate.of(learning_rate)
    _check_fit(network, data, cost)
    output = network.layers[-1].activation
    decide = _as_decision(decide, output, data.Y)
    as_penalty(penalty)
    if rng is not None:
        rng = as_rng(rng)

    def step_through(network):
        return one_epoch(network, data, data.as_batch_size(batch_size), rate, cost, penalty, rng)

    def measure(network):
        outputs = network(data.X)
        share = None if decide is None else accuracy(decide(outputs), data.Y)
        return cost(outputs, data.Y, output), share

    data.as_batch_size(batch_size)
    return _epochs(network, as_whole(epochs, "epochs"), step_through, measure, rate)


def one_epoch(network, data, batch_size, rate, cost, penalty=None, rng=None):
    """The network after a step on every batch."""
    for X, Y in data.batches(batch_size, rng):
        passed = forward(network, X)
        gradients = backward(network, passed, Y, cost)
        network = descend(network, gradients, rate, penalty)
    return network


def report(epochs, *, every=1, write=print):
    """Hand on the epochs, writing a line for each one whose number `every` divides.

    The last one is written in any case, also when the loop is left early.

    >>> from toynn.datasets import swap
    >>> start = Network.random((2, 2), weights=(-1, 1), rng=0)
    >>> for epoch in report(train(start, swap(), epochs=3, learning_rate=1.0), every=2):
    ...     pass
    epoch    0: cost 0.3213, accuracy 0.0%
    epoch    2: cost 0.2850, accuracy 0.0%, gain +5.96%
    epoch    3: cost 0.2674, accuracy 0.0%, gain +6.19%
    """
    return _report(epochs, as_whole(every, "every"), write)


def _report(epochs, every, write):
    epoch = written = None
    try:
        for epoch in epochs:
            if epoch.number % every == 0 or epoch.stopped:
                write(epoch)
                written = epoch
            yield epoch
    finally:
        if epoch is not written:
            write(epoch)


def progress(epochs, total=None):
    """Hand on the epochs behind a progress bar, for training that takes a while.

    total : how many epochs there will be, for the time that is left
    """
    from tqdm.auto import tqdm  # not needed to train, and slow to import

    with tqdm(epochs, total=None if total is None else total + 1, unit=" epochs") as bar:
        for epoch in bar:
            bar.set_postfix(cost=f"{epoch.cost:.4f}", refresh=False)
            yield epoch


def until_flat(epochs, *, tolerance, patience=10):
    """Hand on the epochs until the cost stops falling.

    It has, when for `patience` epochs in a row no cost was more than `tolerance` below the lowest
    before. A rise counts as no fall. The last epoch handed on says so in its `stopped`.

    tolerance : a cost, at least 0
    patience : a number of epochs, at least 1

    >>> from toynn.datasets import swap
    >>> start = Network.random((2, 2), weights=(-1, 1), rng=0)
    >>> *_, last = until_flat(train(start, swap(), epochs=9999, learning_rate=1.0), tolerance=1e-5)
    >>> last.number < 9999, last.stopped
    (True, 'The cost is flat: it fell by no more than 1e-05 for 10 epochs.')
    """
    as_number(tolerance, "tolerance", least=0)
    as_whole(patience, "patience")
    return _until_flat(epochs, tolerance, patience)


def _until_flat(epochs, tolerance, patience):
    lowest, waited = math.inf, 0
    for epoch in epochs:
        waited = 0 if lowest - epoch.cost > tolerance else waited + 1
        lowest = min(lowest, epoch.cost)
        if waited == patience and not epoch.stopped:
            reason = f"it fell by no more than {tolerance:g} for {patience} epochs."
            yield replace(epoch, stopped=f"The cost is flat: {reason}")
            return
        yield epoch


def early_stopping(epochs, validation, *, cost=quadratic, patience=10):
    """Hand on the epochs until the cost on other data has not fallen for `patience` epochs.

    At the end, the epoch with the lowest cost on that data is handed on once more, its `stopped`
    saying which it was: so the last epoch holds the network to keep.

    validation : Dataset that the network is not trained on
    cost : Cost or its name
    patience : a number of epochs, at least 1

    >>> from toynn.datasets import moons
    >>> data, validation = moons(40, noise=0.3, rng=0).split(rng=0)
    >>> start = Network.random((2, 8, 1), activation="tanh", rng=0)
    >>> training = train(start, data, epochs=999, learning_rate=0.3)
    >>> *_, best = early_stopping(training, validation)
    >>> best.number, best.stopped
    (8, 'Epoch 8 had the lowest validation cost, 0.2158.')
    """
    if not isinstance(validation, Dataset):
        raise TypeError(
            f"validation is a {type(validation).__name__}, expected a Dataset; "
            "make one with data.split(rng=0), or write Dataset(X, Y)"
        )
    as_whole(patience, "patience")
    return _early_stopping(epochs, validation, named(cost, COSTS, "cost"), patience)


def _early_stopping(epochs, validation, cost, patience):
    best, lowest = None, math.inf
    for epoch in epochs:
        output = epoch.network.layers[-1].activation
        now = cost(epoch.network(validation.X), validation.Y, output)
        if best is None or now < lowest:
            best, lowest = epoch, now
        yield epoch
        if epoch.number - best.number >= patience:
            break
    reason = f"Epoch {best.number} had the lowest validation cost, {lowest:.4f}."
    yield replace(best, stopped=reason)


def _epochs(network, epochs, step_through, measure, rate):
    """Epoch 0, then the others, until they are done, diverge or are interrupted."""
    epoch = Epoch(0, *measure(network), 0.0, 0.0, 0.0, network)
    yield epoch
    try:
        for number in range(1, epochs + 1):
            after = _next(epoch, step_through, measure)
            if not _is_finite(after):
                cure = f"the numbers grew without bound at learning rate {rate}; try a smaller one."
                yield replace(epoch, stopped=f"Diverged in epoch {number}: {cure} {_kept(epoch)}")
                return
            epoch = after
            yield epoch
    except KeyboardInterrupt:
        reason = f"Stopped by hand in epoch {epoch.number + 1}."
        yield replace(epoch, stopped=f"{reason} {_kept(epoch)}")


def _next(epoch, step_through, measure):
    """The epoch after this one."""
    with np.errstate(over="ignore", invalid="ignore"):  # divergence is told in words instead
        started = time.perf_counter()
        network = step_through(epoch.network)
        seconds = time.perf_counter() - started
        cost, share = measure(network)
        gain = epoch.cost - cost
    percent = 100 * gain / epoch.cost if epoch.cost else 0.0
    return Epoch(epoch.number + 1, cost, share, gain, percent, seconds, network)


def _kept(epoch):
    return f"The network is the one after epoch {epoch.number}, the last good one."


def _is_finite(epoch):
    arrays = [a for layer in epoch.network.layers for a in (layer.weights, layer.biases)]
    return math.isfinite(epoch.cost) and all(np.isfinite(array).all() for array in arrays)


def _as_decision(decide, activation, targets):
    """A function from outputs to decisions, or None."""
    if decide == "usual":
        return usual_decision(activation, targets)
    if decide is not None and not callable(decide):
        raise TypeError(
            f"decide is {decide!r}, expected a function of the outputs; "
            "pass threshold or most_likely, or leave it out"
        )
    return decide


def _check_fit(network, data, cost):
    """Refuse data, a cost or an activation that the network cannot be trained with."""
    if not isinstance(network, Network) or not isinstance(data, Dataset):
        raise TypeError(
            f"train got a {type(network).__name__} and a {type(data).__name__}, expected a Network "
            "and a Dataset; write train(network, Dataset(X, Y), ...)"
        )
    if (data.n_inputs, data.n_outputs) != (network.sizes[0], network.sizes[-1]):
        raise ValueError(
            f"the data has {data.n_inputs} inputs and {data.n_outputs} outputs a sample, but "
            f"{network} takes {network.sizes[0]} and gives {network.sizes[-1]}; "
            f"make a network of sizes ({data.n_inputs}, ..., {data.n_outputs})"
        )
    *hidden, output = (layer.activation for layer in network.layers)
    paired = cost.beside(output)
    paired.check_targets(data.Y)
    for activation in hidden if output == paired.cancels else [*hidden, output]:
        activation.derivative(0.0)  # refuses where there is none
