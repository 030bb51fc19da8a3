"""Apart: letters that would lie on each other are moved, so that each of them can be read."""

from itertools import combinations

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg

GAP = 2.0  # pixels between two boxes that were moved apart
ENOUGH = 1e-6  # of a pixel: boxes that lie on each other by less do so from rounding
ROUNDS = 1000  # far more than a page of letters needs


def move_apart(ax, signs):
    """Move the letters that lie on each other, with their rings.

    ax : matplotlib Axes whose limits are set; signs : list of matplotlib Texts on its scales
    """
    renderer = RendererAgg(*ax.figure.bbox.size, ax.figure.dpi)
    boxes = [_outline(sign, renderer) for sign in signs]
    middles = np.array([box.get_points().mean(axis=0) for box in boxes])
    moves = apart(middles, [box.size for box in boxes]) - middles
    for sign, move in zip(signs, moves, strict=True):
        if move.any():
            there = ax.transData.transform(sign.get_position()) + move
            sign.set_position(ax.transData.inverted().transform(there))


def _outline(sign, renderer):
    """The box around a letter, or around its ring."""
    sign.update_bbox_position_size(renderer)
    return (sign.get_bbox_patch() or sign).get_window_extent(renderer)


def apart(middles, sizes):
    """Where boxes can stand without lying on each other, each as near to its place as that allows.

    middles : array, shape (n, 2), where the middle of each would be
    sizes : array, shape (n, 2), how wide and how high each is

    Returns the middles, shape (n, 2). Two boxes move along the line through their middles, so that
    one which was above the other, or to its left, still is. A box that meets no other stays.

    >>> apart([[0, 0], [0, 4], [50, 50]], [[10, 9], [10, 9], [10, 9]]).tolist()
    [[0.0, -3.5], [0.0, 7.5], [50.0, 50.0]]
    """
    middles, half = np.array(middles, dtype=float), np.asarray(sizes, dtype=float) / 2
    for _ in range(ROUNDS):
        pushes = [_push(middles, half, pair) for pair in combinations(range(len(middles)), 2)]
        if not any(pushes):
            break
    return middles


def _push(middles, half, pair):
    """Move two boxes apart if they meet; whether they did."""
    one, other = pair
    way = middles[other] - middles[one]
    overlap = half[one] + half[other] + GAP - np.abs(way)
    if overlap.min() < ENOUGH:
        return False
    way = way if way.any() else np.array([1.0, 0.0])  # in one place: side by side
    with np.errstate(divide="ignore"):
        step = way * (overlap / np.abs(way)).min() / 2
    middles[one] -= step
    middles[other] += step
    return True
