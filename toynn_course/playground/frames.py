"""Frames: what the view draws, as arrays of bytes.

A map is a byte for each place, the places in rows from below: 128 for 0, 255 for 1 and above, 1 for
-1 and below, 0 where a number is missing; what is below 0 is below 128, however little. A map of
classes holds the class and how sure it is.
"""

from itertools import chain

import numpy as np

from toynn import checks
from toynn.activations import softmax
from toynn.network import forward
from toynn_course.playground.messages import Frame
from toynn_course.playground.problems import LIMIT, features_of, lowest_target
from toynn_course.playground.settings import FEATURES

SMALL, QUICK, FINE = 20, 50, 100
"""How many places a map has along a side: a neuron's, the large one in motion, and at rest."""

SURENESS = 32
"""How sure an answer can be, in a map of classes: from 0 to 31; at most 7 classes fit a byte."""


def places(side):
    """The places of a map, in rows from below: an array of shape (side * side, 2)."""
    line = np.linspace(-LIMIT, LIMIT, side)
    return np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2)


def shades(values):
    """Values between -1 and 1 as bytes."""
    scaled = np.rint(np.clip(values, -1, 1) * 127) + 128
    scaled = np.where(values < 0, np.minimum(scaled, 127), scaled)  # its side shows, however near
    return np.where(np.isfinite(scaled), scaled, 0).astype(np.uint8)


N_SMALL = SMALL * SMALL
GRIDS = {
    side: features_of(np.concatenate([places(SMALL), places(side)]), FEATURES)
    for side in (QUICK, FINE)
}
"""All features at the places of the small maps, then of a large one: one pass does for both."""

FEATURE_MAPS = shades(GRIDS[QUICK][:N_SMALL].T).tobytes()
"""The small maps of the features, which are always the same."""


def frame(state, shown=None, side=FINE, with_slopes=True):
    """The Frame of a state; `shown` is the (layer, node) on the large map, None the output."""
    columns = [FEATURES.index(name) for name in state.settings.features]
    with np.errstate(all="ignore"):
        passed = checks.without(forward)(state.network, GRIDS[side][:, columns])
        *hidden, output = passed.activations[1:]
        small = [each[:N_SMALL] for each in (*hidden, _levelled(output, state))]
        return Frame(
            maps=FEATURE_MAPS + shades(np.concatenate(small, axis=1).T).tobytes(),
            big=_big((*hidden, output), state, shown, side).tobytes(),
            weights=_parameters(state.network.layers),
            slopes=_parameters(state.gradients() or ()) if with_slopes else b"",
            chart=_rows([*state.history, state.losses]),
        )


def _big(activations, state, shown, side):
    """The large map, shape (side * side,)."""
    if shown is None:
        return _outcome(activations[-1][N_SMALL:], state)
    layer, node = shown
    if layer < 0:
        return shades(GRIDS[side][N_SMALL:, node])
    values = activations[layer][N_SMALL:, node]
    is_last = layer == len(activations) - 1
    return shades(_levelled(values, state) if is_last else values)


def _outcome(outputs, state):
    """The output, or which class it decides for."""
    if state.output != softmax:
        return shades(_levelled(outputs[:, 0], state))
    if outputs.shape[1] == 2:
        return shades(outputs[:, 1] - outputs[:, 0])
    which, sure = outputs.argmax(axis=1), outputs.max(axis=1)
    least = 1 / outputs.shape[1]
    strength = np.rint((sure - least) / (1 - least) * (SURENESS - 1))
    return (which * SURENESS + strength).astype(np.uint8)


def _levelled(outputs, state):
    """The outputs, those with 0 for the low class stretched so that -1 stands for it."""
    low_is_0 = state.points.classes and lowest_target(state.output) == 0
    return 2 * outputs - 1 if low_is_0 else outputs


def share_high(state, big):
    """The share of the map of the output that is high: 0 and above, as for the accuracy.

    None where there is no such side.
    """
    if not state.points.classes or len(state.points.classes) > 2:
        return None
    return float((np.frombuffer(big, np.uint8) >= 128).mean())


def _parameters(layers):
    parts = [part.ravel() for layer in layers for part in (layer.weights, layer.biases)]
    return np.concatenate(parts).astype(np.float32).tobytes() if parts else b""


def _rows(losses):
    return np.fromiter(chain.from_iterable(losses), np.float32, 3 * len(losses)).tobytes()
