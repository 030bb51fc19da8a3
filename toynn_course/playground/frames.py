"""Frames: what the view draws, as arrays of bytes.

A map is a byte for each place, the places in rows from below: 128 for 0, 255 for 1 and above, 1 for
-1 and below, 0 where there is no number; what is below 0 is below 128, however little. A map of
classes holds the class and how sure it is.
"""

from typing import NamedTuple

import numpy as np

from toynn.activations import softmax
from toynn.network import forward
from toynn_course.playground.problems import LIMIT, features_of, lowest_target
from toynn_course.playground.settings import FEATURES

SMALL, QUICK, FINE = 20, 50, 100
"""How many places a map has along a side: a neuron's, the large one in motion, and at rest."""

SURENESS = 32
"""How sure an answer can be, in a map of classes: from 0 to 31; at most 7 classes fit a byte."""


class Frame(NamedTuple):
    """All that changes from one picture to the next."""

    maps: bytes  # uint8, (7 features, then the nodes layer by layer) x SMALL x SMALL
    big: bytes  # uint8, side x side
    weights: bytes  # float32, for each layer W row by row, then b
    slopes: bytes  # float32, the gradient in the same order
    chart: bytes  # float32, rows of epoch, training loss, test loss
    share_high: float | None


def places(side):
    """The places of a map, in rows from below: an array of shape (side * side, 2)."""
    line = np.linspace(-LIMIT, LIMIT, side)
    return np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2)


PLACES = {side: places(side) for side in (SMALL, QUICK, FINE)}
ALL_FEATURES = {side: features_of(PLACES[side], FEATURES) for side in PLACES}


def shades(values):
    """Values between -1 and 1 as bytes."""
    scaled = np.rint(np.clip(values, -1, 1) * 127) + 128
    scaled = np.where(values < 0, np.minimum(scaled, 127), scaled)  # its side shows, however near
    return np.where(np.isfinite(scaled), scaled, 0).astype(np.uint8)


def frame(session, shown=None, side=FINE):
    """The frame of a session; `shown` is the (layer, node) on the large map, None the output."""
    with np.errstate(all="ignore"):
        large = _big(session, shown, side)
        return Frame(
            maps=_maps(session).tobytes(),
            big=large.tobytes(),
            weights=_parameters(session.network.layers),
            slopes=_parameters(session.gradients() or ()),
            chart=np.array([*session.history, session.losses], np.float32).tobytes(),
            share_high=_share_high(session, large) if shown is None else None,
        )


def _features(session, side):
    """What the network is given on a map."""
    columns = [FEATURES.index(name) for name in session.settings.features]
    return ALL_FEATURES[side][:, columns]


def _maps(session):
    """The small maps of all features and of all nodes: an array, shape (n, SMALL * SMALL)."""
    passed = forward(session.network, _features(session, SMALL))
    *hidden, output = passed.activations[1:]
    columns = [ALL_FEATURES[SMALL], *hidden, _levelled(output, session)]
    return shades(np.concatenate(columns, axis=1).T)


def _big(session, shown, side):
    """The large map, shape (side * side,)."""
    if shown is not None and shown[0] < 0:
        return shades(ALL_FEATURES[side][:, shown[1]])
    activations = forward(session.network, _features(session, side)).activations
    if shown is None:
        return _outcome(activations[-1], session)
    layer, node = shown
    values = activations[layer + 1][:, node]
    is_last = layer == len(session.network.layers) - 1
    return shades(_levelled(values, session) if is_last else values)


def _outcome(outputs, session):
    """The output, or which class it decides for."""
    if session.output != softmax:
        return shades(_levelled(outputs[:, 0], session))
    if outputs.shape[1] == 2:
        return shades(outputs[:, 1] - outputs[:, 0])
    which, sure = outputs.argmax(axis=1), outputs.max(axis=1)
    least = 1 / outputs.shape[1]
    strength = np.rint((sure - least) / (1 - least) * (SURENESS - 1))
    return (which * SURENESS + strength).astype(np.uint8)


def _levelled(outputs, session):
    """The outputs, those that say 0 for the low class stretched so that -1 says it."""
    says_0 = session.points.classes and lowest_target(session.output) == 0
    return 2 * outputs - 1 if says_0 else outputs


def _share_high(session, large):
    """The share of the map that is decided as high: 0 and above, as for the accuracy."""
    if not session.points.classes or len(session.points.classes) > 2:
        return None
    return float((large >= 128).mean())


def _parameters(layers):
    parts = [part.ravel() for layer in layers for part in (layer.weights, layer.biases)]
    return np.concatenate(parts).astype(np.float32).tobytes() if parts else b""
