"""Side by side: the same training for many networks at once, with one more axis in front.

A success rate takes hundreds of runs. Trained one after the other, small networks spend their time
in calls and not in arithmetic; here each call makes a step for all of them. The lines are those of
`forward`, `backward` and `descend`, and the letters those of `network.py`, in these shapes:

    W              (n_networks, n_inputs, n_nodes)    as W.T of a layer, so that z is a @ W + b
    b              (n_networks, 1, n_nodes)
    z, a, delta    (n_networks, n_samples, n_nodes)
"""

import time
from collections.abc import Sequence
from functools import cached_property, partial
from itertools import repeat
from typing import NamedTuple

import numpy as np

from toynn import checks, metrics
from toynn.activations import Activation
from toynn.costs import quadratic
from toynn.datasets import Dataset
from toynn.network import ForwardPass, Layer, Network
from toynn.training import Epoch, Measured, by_hand, diverged, harmless, is_finite, ready

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
    optimizer=None,
    decide="usual",
    rngs=None,
):
    """Train networks of the same sizes and activations at once: yields an Epoch for each of them.

    Parameters
    ----------
    networks : sequence of Network
    data : Dataset, or a sequence with one for each network, all of the same length
    epochs, learning_rate, batch_size, cost, penalty, optimizer, decide : as in `train`
    rngs : a sequence with an int or a numpy Generator for each network, which shuffles its samples;
        None keeps their order

    Yields a sequence with one Epoch per network, epoch by epoch from epoch 0, each what `train`
    yields for that network alone. A network that diverges keeps its last good epoch, whose
    `stopped` says what happened, while the others go on; the iteration ends when none is left.

    Raises ValueError or TypeError at once if an argument is not as described.

    Examples
    --------
    >>> from toynn.datasets import swap
    >>> starts = [Network.random((2, 2), weights=(-1, 1), rng=seed) for seed in range(20)]
    >>> *_, last = train_many(starts, swap(), epochs=1000, learning_rate=1.0)
    >>> sum(epoch.accuracy == 1 for epoch in last), last[0]
    (20, epoch 1000: cost 0.0011, accuracy 100.0%, gain +0.11%)
    """
    networks = checks.of_one_kind(networks, Network)
    datasets = checks.one_for_each(networks, data, "data", alone=Dataset)
    rngs = checks.one_for_each(networks, rngs, "rngs", alone=type(None))
    how = batch_size, learning_rate, cost, penalty
    runs = [ready(*pair, *how, rng) for *pair, rng in zip(networks, datasets, rngs)]
    checks.same_lengths(datasets)
    numbers = range(1, checks.as_whole(epochs, "epochs") + 1)
    size = max(networks[0].n_parameters, runs[0][2] * max(networks[0].sizes))
    n = max(1, AT_ONCE // size)
    groups = [runs[start : start + n] for start in range(0, len(runs), n)]
    optimizer = checks.as_optimizer(optimizer)
    return _together([_epochs(group, numbers, decide, optimizer) for group in groups])


def _together(groups):
    """What several groups yield as one, until all networks have ended or Ctrl-C is pressed."""
    parts = [next(group) for group in groups]
    yield _joined(parts)
    try:
        for parts in zip(*groups):
            yield _joined(parts)
            if all(over for _, over in parts):
                return
    except KeyboardInterrupt:
        yield [epoch if epoch.stopped else epoch.ended(by_hand(epoch)) for epoch in _joined(parts)]


def _joined(parts):
    return parts[0][0] if len(parts) == 1 else [epoch for epochs, _ in parts for epoch in epochs]


def _epochs(runs, numbers, decide, optimizer):
    """Epoch 0 of all networks, then an epoch for each number, each with whether it is the end."""
    networks, datasets, (size, *_), (rate, *_), (cost, *_), (penalty, *_), rngs = zip(*runs)
    stacks, X, Y = _stacked(networks), *_samples(datasets)
    limit = min(harmless(networks[0], data, cost) for data in datasets)
    how = [*zip(datasets, repeat(cost), _decisions(decide, stacks[-1].activation, datasets))]
    n, ended, memory = len(runs), {}, None
    now = OnDemand(n, partial(One, stacks, how))
    epochs = OnDemand(n, partial(_epoch, 0, now, now, 0.0, ended))
    yield epochs, False
    for number in numbers:
        before, started = now, time.perf_counter()
        with np.errstate(over="ignore", invalid="ignore"):  # divergence is reported instead
            for inputs, targets in _batches(X, Y, size, rngs):
                gradients = _backward(stacks, _forward(stacks, inputs), targets, cost)
                if optimizer is not None:
                    gradients, memory = optimizer.directions(gradients, memory)
                stacks = _descend(stacks, gradients, rate, penalty)
            doubtful = np.flatnonzero(~(_squares(stacks) < limit)).tolist()
        seconds, now = (time.perf_counter() - started) / n, OnDemand(n, partial(One, stacks, how))
        lost = [i for i in doubtful if not (i in ended or is_finite(now[i]))]
        ended = ended | {i: epochs[i].ended(diverged(number, rate)) for i in lost}
        epochs = OnDemand(n, partial(_epoch, number, before, now, seconds, ended))
        yield epochs, len(ended) == n


class OnDemand(Sequence):
    """A sequence of n items, each made by its number when somebody first asks for it.

    Making an Epoch of each network takes longer than a step, and most are never looked at.
    """

    def __init__(self, n, make):
        self.made, self.make = [None] * n, make

    def __len__(self):
        return len(self.made)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return [self[i] for i in range(len(self))[place]]
        self.made[place] = self.made[place] or self.make(range(len(self))[place])
        return self.made[place]

    def __repr__(self):
        return repr([*self])


def _epoch(number, before, now, seconds, ended, i):
    """The epoch of network i; of one that has diverged the last good one."""
    return ended.get(i) or Epoch.measured(number, before[i], now[i], seconds)


class One(Measured):
    """What is measured of network i of the stacks; `how` has data, cost and decision of each."""

    def __init__(self, stacks, how, i):
        self.stacks, self.i, (self.data, self.judge, self.decide) = stacks, i, how[i]

    @cached_property
    def network(self):
        """The network itself."""
        layers = []
        for W, b, activation in self.stacks:
            weights, biases = checks.read_only(np.ascontiguousarray(W[self.i].T), b[self.i, 0])
            fields = {"weights": weights, "biases": biases, "activation": activation}
            layers.append(checks.unchecked(Layer, **fields))
        return checks.unchecked(Network, layers=tuple(layers))


class Stack(NamedTuple):
    """The same layer of all networks."""

    W: np.ndarray
    b: np.ndarray
    activation: Activation


def _stacked(networks):
    """A Stack for each layer."""
    stacks = []
    for layers in zip(*(network.layers for network in networks)):
        W = np.stack([layer.weights.T for layer in layers])
        b = np.stack([layer.biases[np.newaxis] for layer in layers])
        stacks.append(Stack(W, b, layers[0].activation))
    return stacks


def _samples(datasets):
    """X and Y of all data sets; what all networks share is there once."""
    first, n = datasets[0], len(datasets)
    if all(data is first for data in datasets):
        return [np.broadcast_to(values, (n, *values.shape)) for values in (first.X, first.Y)]
    return [np.stack(values) for values in zip(*((data.X, data.Y) for data in datasets))]


def _batches(X, Y, size, rngs):
    """As `Dataset.batches`, for all networks at once."""
    n_networks, n_samples, _ = X.shape
    if size == n_samples:
        yield X, Y
        return
    kept, here = np.arange(n_samples), np.arange(n_networks)[:, np.newaxis]
    order = np.stack([kept if rng is None else rng.permutation(n_samples) for rng in rngs])
    for start in range(0, n_samples, size):
        rows = order[:, start : start + size]
        yield X[here, rows], Y[here, rows]


def _forward(stacks, X):
    zs, activations = [], [X]
    for W, b, activation in stacks:
        zs.append(activations[-1] @ W + b)
        activations.append(activation.f(zs[-1]))
    return ForwardPass(zs, activations)


def _backward(stacks, passed, Y, cost):
    """dC/dW and dC/db for each layer."""
    zs, activations = passed
    delta = cost.delta(zs[-1], activations[-1], Y, stacks[-1].activation)  # (1)
    gradients = [_gradient(delta, activations[-2])]
    for stack, before, z, a in reversed([*zip(stacks[1:], stacks, zs, activations)]):
        delta = delta @ stack.W.mT * before.activation.f_prime(z)  # (2)
        gradients.append(_gradient(delta, a))
    return gradients[::-1]


def _gradient(delta, a):
    shares = delta / delta.shape[1]  # so that the sums below are means over the samples
    return a.mT @ shares, np.ones((1, delta.shape[1])) @ shares  # (3), (4)


def _descend(stacks, gradients, rate, penalty):
    stepped = []
    for (W, b, activation), (dW, db, *_) in zip(stacks, gradients):
        after = -rate.weights * dW + W
        if penalty is not None:
            after = penalty.pull(W, after, rate.weights)
        stepped.append(Stack(after, -rate.biases * db + b, activation))
    return stepped


def _squares(stacks):
    """For each network the sum of the squares of all its weights and biases."""
    flat = [array.reshape(len(array), -1) for W, b, _ in stacks for array in (W, b)]
    return sum([np.vecdot(numbers, numbers) for numbers in flat])


def _decisions(decide, activation, datasets):
    """How the outputs of each network are decided; found once where the data is the same."""
    known = {id(data): metrics.as_decision(decide, activation, data.Y) for data in datasets}
    return [known[id(data)] for data in datasets]
