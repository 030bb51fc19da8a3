"""Side by side: the same training for many networks at once, with one more axis in front.

A success rate takes hundreds of runs. Trained one after the other, small networks spend their time
in calls and not in arithmetic; here each call makes a step for all of them. The lines are those of
`forward`, `backward` and `descend`, and the letters those of `network.py`, in these shapes:

    W              (n_networks, n_inputs, n_nodes)    as W.T of a layer, so that z is a @ W + b
    b              (n_networks, 1, n_nodes)
    z, a, delta    (n_networks, n_samples, n_nodes)
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
    networks = checks.of_one_kind(networks, Network)
    datasets = checks.one_for_each(networks, data, "data", alone=Dataset)
    rngs = checks.one_for_each(networks, rngs, "rngs", alone=type(None))
    how = batch_size, learning_rate, cost, penalty
    runs = [ready(*pair, *how, rng) for *pair, rng in zip(networks, datasets, rngs)]
    checks.same_lengths(datasets)
    numbers = range(1, checks.as_whole(epochs, "epochs") + 1)
    n = _how_many(max(networks[0].n_parameters, runs[0][2] * max(networks[0].sizes)))
    groups = [runs[start : start + n] for start in range(0, len(runs), n)]
    return _together([_epochs(group, numbers, decide) for group in groups])


def _how_many(size):
    """How many networks to work on at once, if each takes so many numbers."""
    return max(1, AT_ONCE // size)


def _together(groups):
    """The lists of several groups as one, until all networks have stopped or Ctrl-C is pressed."""
    epochs = []
    try:
        for parts in zip(*groups):
            epochs = [epoch for part in parts for epoch in part]
            yield epochs
            if all(epoch.stopped for epoch in epochs):
                return
    except KeyboardInterrupt:
        if not epochs:  # not even epoch 0 was measured
            raise
        yield [epoch if epoch.stopped else epoch.ended(by_hand(epoch)) for epoch in epochs]


def _epochs(runs, numbers, decide):
    """Epoch 0 of all networks, then a list of epochs for each number."""
    networks, datasets, (size, *_), (rate, *_), (cost, *_), (penalty, *_), rngs, _ = zip(*runs)
    stacks, X, Y = _stacked(networks), *_samples(datasets)
    decisions = _decisions(decide, stacks[-1].activation, datasets)
    passed, outputs, costs = _measured(stacks, X, Y, size, cost)
    later = partial(_looked_at, stacks, outputs, Y, decisions)
    latest = [Epoch.measured(0, now, now, 0.0, partial(later, i)) for i, now in enumerate(costs)]
    yield list(latest)
    for number in numbers:
        with np.errstate(over="ignore", invalid="ignore"):  # divergence is told in words instead
            started, before = time.perf_counter(), costs
            for batch in _batches(X, Y, size, rngs):
                passed = passed or _forward(stacks, batch[0])
                gradients = _backward(stacks, passed, batch[1], cost)
                stacks, passed = _descend(stacks, gradients, rate, penalty), None
            seconds = (time.perf_counter() - started) / len(runs)
            passed, outputs, costs = _measured(stacks, X, Y, size, cost)
        later = partial(_looked_at, stacks, outputs, Y, decisions)
        for i, finite in enumerate(_finite(stacks, costs)):
            if not finite and not latest[i].stopped:
                latest[i] = latest[i].ended(diverged(number, rate))
            elif not latest[i].stopped:
                latest[i] = Epoch.measured(number, costs[i], before[i], seconds, partial(later, i))
        yield list(latest)


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
    for (W, b, activation), (dW, db) in zip(stacks, gradients):
        after = -rate.weights * dW + W
        if penalty is not None:
            after = penalty.pull(W, after, rate.weights)
        stepped.append(Stack(after, -rate.biases * db + b, activation))
    return stepped


def _measured(stacks, X, Y, size, cost):
    """The pass that the next step begins with, the outputs, and the cost of each network."""
    n_networks, n_samples, _ = X.shape
    if size == n_samples:
        passed = _forward(stacks, X)
        outputs = passed.output
    else:
        passed, n = None, _how_many(n_samples * max(stack.W.shape[2] for stack in stacks))
        parts = [slice(start, start + n) for start in range(0, n_networks, n)]
        outputs = np.concatenate([_outputs(stacks, X, part) for part in parts])
    return passed, outputs, (cost.f(outputs, Y).sum(axis=(1, 2)) / n_samples).tolist()


def _outputs(stacks, X, part):
    """The outputs of some of the networks."""
    return _forward([Stack(W[part], b[part], f) for W, b, f in stacks], X[part]).output


def _finite(stacks, costs):
    """For each network whether its cost and all its weights and biases are finite numbers."""
    finite = np.isfinite(costs)
    for W, b, _ in stacks:
        finite &= np.isfinite(W).all(axis=(1, 2)) & np.isfinite(b).all(axis=(1, 2))
    return finite.tolist()


def _decisions(decide, activation, datasets):
    """How the outputs of each network are decided; found once where the data is the same."""
    known = {id(data): metrics.as_decision(decide, activation, data.Y) for data in datasets}
    return [known[id(data)] for data in datasets]


def _looked_at(stacks, outputs, Y, decisions, i, name):
    """What is worked out when somebody looks at it: the accuracy, or the network, of network i."""
    if name == "accuracy":
        return metrics.share_right(decisions[i], outputs[i], Y[i])
    layers = []
    for W, b, activation in stacks:
        weights, biases = checks.read_only(np.ascontiguousarray(W[i].T), b[i, 0])
        fields = {"weights": weights, "biases": biases, "activation": activation}
        layers.append(checks.unchecked(Layer, **fields))
    return checks.unchecked(Network, layers=tuple(layers))
