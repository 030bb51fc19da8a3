"""What the bugs of notebook 07 are tried on: small networks, and samples without any symmetry.

A symmetric sample hides mistakes: where two activations are equal, a wrong index cannot be seen.
"""

import numpy as np

from toynn import Dataset, Network

SHAPES = {"2-2": (2, 2), "2-3-2": (2, 3, 2), "3-3-3": (3, 3, 3)}
N_SAMPLES = 4


def network(sizes=(2, 3, 2), seed=7):
    """A network of sigmoids, with weights and biases between -1 and 1."""
    limits = {"weights": (-1, 1), "biases": (-1, 1)}
    return Network.random(sizes, activation="sigmoid", rng=seed, **limits)


def samples(sizes=(2, 3, 2), n=N_SAMPLES):
    """Samples that fit such a network, always the same ones, with two decimals."""
    rng = np.random.default_rng([n, *sizes])
    X, Y = rng.uniform(-1.5, 1.5, (n, sizes[0])), rng.uniform(0, 1, (n, sizes[-1]))
    return Dataset(X.round(2), Y.round(2))
