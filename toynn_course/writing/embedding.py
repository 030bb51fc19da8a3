"""Embeddings: where a network puts each letter, and how well a straight line parts two kinds.

A letter is one-hot, so W times it is one column of W: the letter's place among the hidden nodes.
Letters that are followed by the same letters are put near each other.
"""

from typing import NamedTuple

import numpy as np

from toynn import Network, checks

VOWELS = "aeiouy"


def places(network, n):
    """The place of each of n symbols: shape (n, n_hidden), the columns of the first W as rows.

    Of a network that sees several letters, those of the last one.

    Raises TypeError or ValueError if it is no network, or has fewer than n inputs.

    >>> from toynn import Layer, Network
    >>> network = Network([Layer([[1, 2, 3], [4, 5, 6]], [0, 0]), Layer([[1, 1]], [0])])
    >>> places(network, 3).tolist()
    [[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]
    """
    checks.is_a(Network, network, "network", "places(network, len(letters))")
    n = checks.as_whole(n, "n")
    if n > network.sizes[0]:
        raise ValueError(
            f"n is {n}, but {network} has {network.sizes[0]} inputs; give the number of letters"
        )
    return network.layers[0].weights[:, -n:].T


class Cut(NamedTuple):
    """A straight line in a plane, and how many points lie on the right side of it.

    normal : the direction, of length 1, in which the points of the kind looked for lie
    offset : a point x lies there if normal @ x > offset
    right : how many points lie where their kind does
    """

    normal: np.ndarray
    offset: float
    right: int


def best_cut(points, kind):
    """The straight line with the most points on the right side, of all there are.

    points : array, shape (n, 2); kind : array of booleans, one for each point

    Looking along a line, the order of the points changes only where two of them are in line. So
    it is enough to look once between each two such directions, and to cut between each two points.

    Raises ValueError unless there are two points or more, in a plane, each with its kind.

    >>> best_cut([[0, 0], [1, 0], [2, 0], [0, 1]], [False, False, True, True]).right
    4
    """
    points, kind = checks.as_table(points, "points"), np.asarray(kind, dtype=bool)
    if len(points) < 2 or points.shape[1] != 2 or kind.shape != (len(points),):
        raise ValueError(
            f"points has shape {points.shape} and kind has shape {kind.shape}, expected two points "
            "or more with two numbers each, and True or False for each point"
        )
    looks = [_best_along(normal, points, kind) for normal in _directions(points)]
    return max(looks, key=lambda cut: cut.right)


def _directions(points):
    """A direction between each two in which points are in line: shape (n_directions, 2)."""
    first, second = np.triu_indices(len(points), 1)
    across, up = (points[second] - points[first]).T
    turns = np.unique(np.arctan2(across, -up) % np.pi)  # at right angles to the two
    turns = np.concatenate([turns, turns + np.pi, turns[:1] + 2 * np.pi])
    between = (turns[1:] + turns[:-1]) / 2
    return np.stack([np.cos(between), np.sin(between)], axis=1)


def _best_along(normal, points, kind):
    """The best Cut at right angles to a direction."""
    heights = points @ normal
    order = heights.argsort()
    ends = np.concatenate([[heights.min() - 1], heights[order], [heights.max() + 1]])
    offsets = (ends[1:] + ends[:-1]) / 2
    others_below = np.concatenate([[0], np.cumsum(~kind[order])])
    kind_above = kind.sum() - np.concatenate([[0], np.cumsum(kind[order])])
    apart = ends[1:] > ends[:-1]  # there is no cut between two points in one place
    right = np.where(apart, others_below + kind_above, -1)
    best = right.argmax()
    return Cut(normal, float(offsets[best]), int(right[best]))
