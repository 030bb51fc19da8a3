"""Fingerprints: what a wrong gradient leaves right, and what it breaks, array by array."""

import numpy as np

from toynn import forward
from toynn_course.hunt.oracles import along_each, central

RIGHT = 1e-4  # a right derivative is as near to the numerical one, at a good nudge


def ratios(analytic, numeric):
    """For each array of the network what is given, divided by what a nudge gives; 1 for 0 / 0."""
    layers = zip(analytic, numeric, strict=True)
    pairs = [pair for one, other in layers for pair in zip(one[:2], other, strict=True)]
    with np.errstate(divide="ignore", invalid="ignore"):
        return [np.where((a == 0) & (b == 0), 1.0, a / b) for a, b in pairs]


def fingerprint(bug, here, data):
    """For each array, W1, b1, W2, b2 and so on: "right", a factor such as "×2", or "wrong"."""
    analytic = bug(here, forward(here, data.X), data.Y)
    return [print_of(each) for each in ratios(analytic, along_each(here, data, central(1e-5)))]


def print_of(shares):
    """An array of shares in a word."""
    if not np.isfinite(shares).all() or np.ptp(shares) > RIGHT * np.abs(shares).max():
        return "wrong"
    factor = float(shares.mean())
    return "right" if abs(factor - 1) < RIGHT else f"×{factor:.2g}".replace("-", "−")
