"""Side by side: the same training for many networks at once, with one more axis in front.

A success rate takes hundreds of runs. Trained one after the other, small networks spend their time
in calls and not in arithmetic; here each call makes a step for all of them. The lines are those of
`forward`, `backward` and `descend`, and the letters those of `network.py`, in these shapes:

    W              (n_networks, n_nodes, n_inputs)
    b              (n_networks, 1, n_nodes)
    z, a, delta    (n_networks, n_samples, n_nodes)
    X, Y           the same, or (n_samples, n) where all networks learn from the same data
"""

import time
from functools import partial
from typing import NamedTuple

import numpy as np

from toynn import checks, metrics
from toynn.activations import Activation
from toynn.costs import quadratic
from toynn.datasets import Dataset
from toynn.network import ForwardPass, Layer, Network
from toynn.training import Epoch, by_hand, diverged, ready

AT_ONCE = 50_000
"""How many numbers are worked on at once: as many as stay close to the processor."""


def train_many(
    networks,
    data,
    *,
    epochs,
    learning_rate,
    batch_size=None,
    cost=quadratic,
    penalty=None,
    decide="usual",
    rngs=None,
):
    """Train networks of the same sizes and activations at once: an iterator of lists of Epochs.

    Parameters
    ----------
    networks : sequence of Network
    data : Dataset, or a sequence with one for each network, all of the same length
    epochs, learning_rate, batch_size, cost, penalty, decide : as in `train`
    rngs : a sequence with an int or a numpy Generator for each network, which shuffles its samples;
        None keeps their order

    Yields a list with one Epoch per network, epoch by epoch from epoch 0, each what `train` yields
    for that network alone. A network that diverges keeps its last good epoch, whose `stopped` says
    what happened, while the others go on; the iteration ends when none is left.

    Raises ValueError or TypeError at once if an argument is not as described.

    Examples
    --------
    >>> from toynn.datasets import swap
    >>> starts = [Network.random((2, 2), weights=(-1, 1), rng=seed) for seed in range(20)]
    >>> *_, last = train_many(starts, swap(), epochs=1000, learning_rate=1.0)
    >>> sum(epoch.accuracy == 1 for epoch in last), last[0]
    (20, epoch 1000: cost 0.0011, accuracy 100.0%, gain +0.11%)
    """
    networks = checks.of_one_kind(networks)
    datasets = checks.one_for_each(networks, data, "data", alone=Dataset)
    rngs = checks.one_for_each(networks, rngs, "rngs", alone=type(None))
    how = batch_size, learning_rate, cost, penalty
    runs = [ready(*pair, *how, rng) for *pair, rng in zip(networks, datasets, rngs)]
    checks.same_lengths(datasets)
    numbers = range(1, checks.as_whole(epochs, "epochs") + 1)
    size = runs[0][2] * max(networks[0].sizes)
    n = _how_many(max(size, networks[0].n_parameters))
    groups = [runs[start : start + n] for start in range(0, len(runs), n)]
    return _together([_epochs(group, numbers, decide) for group in groups])


def _how_many(size):
    """How many networks to work on at once, each with so many numbers."""
    return max(1, AT_ONCE // size)


def _together(groups):
    """The lists of several groups as one, until all networks have stopped or Ctrl-C is pressed."""
    epochs = None
    try:
        for parts in zip(*groups):
            epochs = [epoch for part in parts for epoch in part]
            yield epochs
            if all(epoch.stopped for epoch in epochs):
                return
    except KeyboardInterrupt:
        if epochs is None:  # not even epoch 0 was measured
            raise
        yield [epoch if epoch.stopped else epoch.ended(by_hand(epoch)) for epoch in epochs]


def _epochs(runs, numbers, decide):
    """Epoch 0 of all networks, then a list of epochs for each number."""
    networks, datasets, sizes, rates, costs, penalties, rngs, _ = zip(*runs)
    stacks, samples = _stacked(networks), Samples.of(datasets, rngs)
    step_through = partial(_one_epoch, samples, sizes[0], rates[0], costs[0], penalties[0])
    decisions = _decisions(decide, stacks[-1].activation, datasets)
    passed, outputs, cost = _measured(stacks, samples, sizes[0], costs[0])
    later = partial(_looked_at, stacks, outputs, samples, decisions)
    latest = [Epoch.measured(0, now, now, 0.0, partial(later, i)) for i, now in enumerate(cost)]
    yield list(latest)
    for number in numbers:
        with np.errstate(over="ignore", invalid="ignore"):  # divergence is told in words instead
            started, before = time.perf_counter(), cost
            stacks = step_through(stacks, passed)
            seconds = (time.perf_counter() - started) / len(runs)
            passed, outputs, cost = _measured(stacks, samples, sizes[0], costs[0])
        later = partial(_looked_at, stacks, outputs, samples, decisions)
        for i, finite in enumerate(_finite(stacks, cost)):
            if not finite and not latest[i].stopped:
                latest[i] = latest[i].ended(diverged(number, rates[0]))
            elif not latest[i].stopped:
                latest[i] = Epoch.measured(number, cost[i], before[i], seconds, partial(later, i))
        yield list(latest)


class Stack(NamedTuple):
    """The same layer of all networks."""

    W: np.ndarray
    b: np.ndarray
    activation: Activation


def _stacked(networks):
    """A Stack for each layer."""
    return [
        Stack(
            np.stack([layer.weights for layer in layers]),
            np.stack([layer.biases[np.newaxis] for layer in layers]),
            layers[0].activation,
        )
        for layers in zip(*(network.layers for network in networks))
    ]


def _network(stacks, i):
    """Network i of the stacks."""
    layers = []
    for W, b, activation in stacks:
        weights, biases = checks.read_only(W[i], b[i, 0])
        layers.append(
            checks.unchecked(Layer, weights=weights, biases=biases, activation=activation)
        )
    return checks.unchecked(Network, layers=tuple(layers))


class Samples(NamedTuple):
    """The data of all networks; X and Y have an axis for the networks only where they differ."""

    X: np.ndarray
    Y: np.ndarray
    rngs: tuple

    @classmethod
    def of(cls, datasets, rngs):
        """The data sets in one, with what shuffles each."""
        first = datasets[0]
        if all(data is first for data in datasets):
            return cls(first.X, first.Y, rngs)
        X, Y = (np.stack([getattr(data, name) for data in datasets]) for name in "XY")
        return cls(X, Y, rngs)

    @property
    def n(self):
        """How many samples each network has."""
        return self.X.shape[-2]

    def batches(self, size):
        """As `Dataset.batches`, for all networks at once."""
        if size == self.n:
            yield self.X, self.Y
            return
        order = np.stack(
            [np.arange(self.n) if rng is None else rng.permutation(self.n) for rng in self.rngs]
        )
        for start in range(0, self.n, size):
            rows = order[:, start : start + size]
            yield _rows(self.X, rows), _rows(self.Y, rows)


def _rows(values, rows):
    """For each network its rows."""
    if values.ndim == 2:
        return values.take(rows, axis=0)
    return np.take_along_axis(values, rows[:, :, np.newaxis], axis=1)


def _forward(stacks, X):
    zs, activations = [], [X]
    for W, b, activation in stacks:
        zs.append(activations[-1] @ W.mT + b)
        activations.append(activation.f(zs[-1]))
    return ForwardPass(zs, activations)


def _backward(stacks, passed, Y, cost):
    """dC/dW and dC/db for each layer, the last one first."""
    zs, activations = passed
    delta = cost.delta(zs[-1], activations[-1], Y, stacks[-1].activation)  # (1)
    gradients = [_gradient(delta, activations[-2])]
    for stack, before, z, a in reversed([*zip(stacks[1:], stacks, zs, activations)]):
        delta = delta @ stack.W * before.activation.f_prime(z)  # (2)
        gradients.append(_gradient(delta, a))
    return gradients


def _gradient(delta, a):
    shares = delta / delta.shape[1]  # so that the sums below are means over the samples
    return shares.mT @ a, np.ones((1, delta.shape[1])) @ shares  # (3), (4)


def _stepped(stack, gradient, rate, penalty):
    dW, db = gradient
    W = -rate.weights * dW + stack.W
    if penalty is not None:
        W = penalty.pull(stack.W, W, rate.weights)
    return Stack(W, -rate.biases * db + stack.b, stack.activation)


def _one_epoch(samples, size, rate, cost, penalty, stacks, passed):
    for X, Y in samples.batches(size):
        if passed is None:
            passed = _forward(stacks, X)
        gradients = reversed(_backward(stacks, passed, Y, cost))
        stacks = [_stepped(*pair, rate, penalty) for pair in zip(stacks, gradients)]
        passed = None
    return stacks


def _measured(stacks, samples, size, cost):
    """The pass of all samples where it is the next step's, the outputs, and each network's cost."""
    if size == samples.n:
        passed = _forward(stacks, samples.X)
        outputs = passed.output
    else:
        passed, n = None, _how_many(samples.n * max(len(stack.W[0]) for stack in stacks))
        parts = [slice(start, start + n) for start in range(0, len(stacks[0].W), n)]
        outputs = np.concatenate([_outputs(stacks, samples.X, part) for part in parts])
    total = cost.f(outputs, samples.Y).sum(axis=(1, 2))
    return passed, outputs, (total / samples.n).tolist()


def _outputs(stacks, X, part):
    """The outputs of some of the networks."""
    some = [Stack(stack.W[part], stack.b[part], stack.activation) for stack in stacks]
    return _forward(some, X if X.ndim == 2 else X[part]).output


def _finite(stacks, cost):
    """For each network whether its cost and all its weights and biases are finite numbers."""
    finite = np.isfinite(cost)
    for W, b, _ in stacks:
        finite &= np.isfinite(W).all(axis=(1, 2)) & np.isfinite(b).all(axis=(1, 2))
    return finite.tolist()


def _decisions(decide, activation, datasets):
    """How the outputs of each network are decided; worked out once where the data is the same."""
    known = {id(data): metrics.as_decision(decide, activation, data.Y) for data in datasets}
    return [known[id(data)] for data in datasets]


def _looked_at(stacks, outputs, samples, decisions, i, name):
    """What is worked out when somebody looks at it: the network, or the accuracy, of network i."""
    if name == "network":
        return _network(stacks, i)
    Y = samples.Y if samples.Y.ndim == 2 else samples.Y[i]
    return metrics.share_right(decisions[i], outputs[i], Y)
