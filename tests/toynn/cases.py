"""What the tests try things on: every pairing of activations and costs, and networks to match."""

from itertools import count

import numpy as np
from hypothesis import strategies

from tests.toynn import plain
from toynn import ACTIVATIONS, COSTS, Network

OF_A_NODE = [name for name in ACTIVATIONS if name not in {"softmax", "step"}]
"""Activations that belong to each node alone and have a slope: those of hidden layers."""

OUTPUTS = [
    *((name, cost) for cost in ("quadratic", "absolute") for name in OF_A_NODE),
    ("sigmoid", "binary_cross_entropy"),
    ("softmax", "cross_entropy"),
]
"""The activations of output layers with the costs that go with them."""

PAIRINGS = [(hidden, *output) for hidden in OF_A_NODE for output in OUTPUTS]
"""Hidden activation, output activation and cost."""

REFUSED = [
    (output, cost)
    for output in [*OF_A_NODE, "softmax"]
    for cost in COSTS
    if (output, cost) not in OUTPUTS
]
"""What makes no sense together, or cannot be trained."""

SIZES = [(2, 1), (3, 2, 1), (2, 4, 3), (5, 3, 4, 2)]

MARGIN = 1e-3
"""How far from a kink every z and every output stays: a nudge of 1e-5 moves none of them so far."""

sizes = strategies.lists(strategies.integers(1, 5), min_size=2, max_size=4).map(tuple)
seeds = strategies.integers(0, 2**32 - 1)


def targets_for(output, cost, shape, rng):
    """Targets that the cost takes: shares of one answer, shares of yes, or any numbers."""
    if output == "softmax":
        return rng.dirichlet(np.ones(shape[1]), shape[0])
    return rng.uniform(0, 1, shape) if cost == "binary_cross_entropy" else rng.normal(size=shape)


def case(sizes, hidden, output, cost, n_samples, seed=0):
    """A network with random weights and biases, and random samples, all away from the kinks.

    relu and leaky_relu have a kink at z = 0, the absolute cost at output = target. Whatever comes
    within MARGIN of 0 in either is thrown away, and drawn again with the next seed; so is a network
    with a layer in which no z is above 0, because relu would leave no gradient to look at.
    """
    if output == "softmax" and sizes[-1] == 1:
        sizes = (*sizes[:-1], 2)  # softmax over one node is refused
    draws = (draw(sizes, hidden, output, cost, n_samples, attempt) for attempt in count(seed))
    return next(drawn for drawn in draws if is_useful(*drawn))


def draw(sizes, hidden, output, cost, n_samples, seed):
    """A network with random weights and biases, and random samples."""
    rng = np.random.default_rng(seed)
    network = Network.random(
        sizes,
        activation=hidden,
        output_activation=output,
        weights=(-1, 1),
        biases=(-1, 1),
        rng=rng,
    )
    X = rng.normal(size=(n_samples, sizes[0]))
    return network, X, targets_for(output, cost, (n_samples, sizes[-1]), rng)


def is_useful(network, X, Y):
    """Whether every z and every output is away from its kink, and every layer has a z above 0."""
    layers = plain.parameters(network)
    zs, activations = zip(*(plain.passed(layers, x) for x in X), strict=True)
    by_layer = [[z.real for z in plain.flat(sample)] for sample in zip(*zs, strict=True)]
    gaps = [
        a[-1][j].real - y[j] for a, y in zip(activations, Y, strict=True) for j in range(len(y))
    ]
    return min(map(abs, [*plain.flat(by_layer), *gaps])) > MARGIN and min(map(max, by_layer)) > 0
