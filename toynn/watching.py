"""Watching: what wraps the epochs of `train`, to report them, to show progress, or to stop in time.

Each of these takes an iterator of epochs and yields them again, so that they can be combined.
"""

import math
from dataclasses import replace

from toynn import checks
from toynn.costs import COSTS, quadratic
from toynn.datasets import Dataset


def report(epochs, *, every=1, write=print):
    """Pass on the epochs, writing a line for each one whose number `every` divides.

    The last one is written in any case, also when the loop is left early.

    >>> from toynn import Network, train
    >>> from toynn.datasets import swap
    >>> start = Network.random((2, 2), weights=(-1, 1), rng=0)
    >>> for epoch in report(train(start, swap(), epochs=3, learning_rate=1.0), every=2):
    ...     pass
    epoch    0: cost 0.3213, accuracy 0.0%
    epoch    2: cost 0.2850, accuracy 0.0%, gain +5.96%
    epoch    3: cost 0.2674, accuracy 0.0%, gain +6.19%
    """
    return _report(epochs, checks.as_whole(every, "every"), write)


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
    """Pass on the epochs behind a progress bar, for training that takes a while.

    total : how many epochs there will be, for the time that is left
    """
    from tqdm.auto import tqdm  # not needed to train, and slow to import

    tqdm.monitor_interval = 0  # it would start a thread, which no browser has
    with tqdm(epochs, total=None if total is None else total + 1, unit=" epochs") as bar:
        for epoch in bar:
            bar.set_postfix(cost=f"{epoch.cost:.4f}", refresh=False)
            yield epoch


def until_flat(epochs, *, tolerance, patience=10):
    """Pass on the epochs until the cost stops falling.

    It has, when for `patience` epochs in a row no cost was more than `tolerance` below the lowest
    before. A rise counts as no fall. The last epoch passed on says so in its `stopped`.

    tolerance : a cost, at least 0
    patience : a number of epochs, at least 1

    >>> from toynn import Network, train
    >>> from toynn.datasets import swap
    >>> start = Network.random((2, 2), weights=(-1, 1), rng=0)
    >>> *_, last = until_flat(train(start, swap(), epochs=9999, learning_rate=1.0), tolerance=1e-5)
    >>> last.number < 9999, last.stopped
    (True, 'The cost is flat: it fell by no more than 1e-05 for 10 epochs.')
    """
    checks.as_number(tolerance, "tolerance", least=0)
    checks.as_whole(patience, "patience")
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
    """Pass on the epochs until the cost on other data has not fallen for `patience` epochs.

    At the end, the epoch with the lowest cost on that data is passed on once more, its `stopped`
    saying which it was: so the last epoch holds the network to keep.

    validation : Dataset that the network is not trained on
    cost : Cost or its name
    patience : a number of epochs, at least 1

    >>> from toynn import Network, train
    >>> from toynn.datasets import moons
    >>> data, validation = moons(40, noise=0.3, rng=0).split(rng=0)
    >>> start = Network.random((2, 8, 1), activation="tanh", rng=0)
    >>> training = train(start, data, epochs=999, learning_rate=0.3)
    >>> *_, best = early_stopping(training, validation)
    >>> best.number, best.stopped
    (8, 'Epoch 8 had the lowest validation cost, 0.2158.')
    """
    checks.is_a(Dataset, validation, "validation", "data.split(rng=0)")
    checks.as_whole(patience, "patience")
    return _early_stopping(epochs, validation, checks.named(cost, COSTS, "cost"), patience)


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
    if best is not None:
        reason = f"Epoch {best.number} had the lowest validation cost, {lowest:.4f}."
        yield replace(best, stopped=reason)
