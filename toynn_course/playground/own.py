"""The reader's own: networks, activations and points, tried out before they are on the screen.

A sentence says why something is refused, and nothing that was on the screen is lost.
"""

import numpy as np

from toynn.activations import ACTIVATIONS, Activation
from toynn.backprop import backward, numerical_gradient
from toynn.checks import as_finite
from toynn.network import Network, forward
from toynn_course.playground.problems import LIMIT, Points
from toynn_course.playground.settings import ACTIVATIONS as MENU
from toynn_course.playground.settings import OWN

MOST_OWN_LAYERS, MOST_OWN_NEURONS = 6, 16
"""For how many hidden layers and neurons the screen has room."""

AGREE = 1e-4
"""How far apart two gradients may be, relative to their size, and still be the same."""


def checked_activation(activation):
    """The activation, if it gives numbers and its derivative is the derivative of f.

    Raises TypeError or ValueError otherwise, saying where and by how much.
    """
    if not isinstance(activation, Activation):
        raise TypeError(
            f"{activation!r} is a {type(activation).__name__}, expected an Activation; "
            "write Activation('name', f, f_prime), or pass a Network"
        )
    _check_name(activation)
    z = np.linspace(-5.0137, 5.0171, 60)  # no round numbers, where kinks usually are
    nudge = 1e-5
    with np.errstate(all="ignore"):
        outputs, slopes = activation(z), activation.derivative(z)
        rises = (activation(z + nudge) - activation(z - nudge)) / (2 * nudge)
    _check_numbers(activation, z, outputs, "f")
    _check_numbers(activation, z, slopes, "f_prime")
    apart = np.abs(slopes - rises) > AGREE * np.maximum(1, np.abs(rises))
    if apart.any():
        at = np.flatnonzero(apart)[0]
        raise ValueError(
            f"the derivative of {activation} does not fit: at z = {z[at]:.2f} the slope of f is "
            f"{rises[at]:.4g}, but f_prime gives {slopes[at]:.4g}; correct f_prime"
        )
    return activation


def checked_network(network, data, cost, features):
    """The network, if it fits the data and its gradient check passes.

    data : Dataset of what it is to learn

    Raises TypeError or ValueError otherwise, saying what does not fit.
    """
    _check_form(network, data, features)
    for layer in network.layers:
        if layer is not network.layers[-1] or layer.activation not in ACTIVATIONS.values():
            checked_activation(layer.activation)
    few = data[: min(len(data), 5)]
    with np.errstate(all="ignore"):
        passed = forward(network, few.X)
        if not np.isfinite(passed.output).all():
            raise ValueError(
                f"{network} answers {passed.output.ravel()[0]} to {few.X[0].round(2).tolist()}, "
                "expected a number; look at its weights and its activations"
            )
        ours = backward(network, passed, few.Y, cost)
        slow = numerical_gradient(network, few.X, few.Y, cost)
    for number, (one, other) in enumerate(zip(ours, slow, strict=True), 1):
        _check_agree(network, number, one, other)
    return network


MOST_CLASSES, MOST_POINTS = 7, 2000


def checked_points(points):
    """Points whose numbers are finite, scaled to the map where they lie outside it.

    Raises ValueError if there are too many, or of too many classes.
    """
    places = as_finite(points.places, "places") if len(points) else points.places
    targets = as_finite(points.targets, "targets") if len(points) else points.targets
    if len(points.classes) > MOST_CLASSES or len(points) > MOST_POINTS:
        raise ValueError(
            f"{len(points)} points of {len(points.classes)} classes are too many: there is room "
            f"for {MOST_POINTS} points of {MOST_CLASSES} classes; leave some out"
        )
    unknown = sorted(set(targets) - set(range(len(points.classes))), key=abs)
    if points.classes and unknown:
        raise ValueError(
            f"a point is of class {unknown[-1]:g}, but there are {len(points.classes)}, counted "
            "from 0; number the classes from 0, and name each of them"
        )
    if len(points) and np.abs(places).max() > LIMIT:
        low, high = places.min(axis=0), places.max(axis=0)
        middle, reach = low / 2 + high / 2, high / 2 - low / 2  # halves first: 1e308 has no double
        places = (places - middle) / np.where(reach > 0, reach, 1) * (LIMIT - 1)
    return Points(places, targets, tuple(points.classes))


def _check_form(network, data, features):
    if not isinstance(network, Network):
        raise TypeError(
            f"{network!r} is a {type(network).__name__}, expected a Network; "
            "write Network.random((2, 4, 1), activation='tanh', rng=0), or Network([Layer(...)])"
        )
    n_inputs, *hidden, n_outputs = network.sizes
    if n_inputs != data.n_inputs:
        raise ValueError(
            f"{network} takes {n_inputs} inputs, but {data.n_inputs} features are switched on "
            f"({', '.join(features)}); switch on as many as it takes"
        )
    if n_outputs != data.n_outputs:
        raise ValueError(
            f"{network} gives {n_outputs} outputs, but the points need {data.n_outputs}; "
            "give its last layer as many nodes, or choose another type of problem"
        )
    if len(hidden) > MOST_OWN_LAYERS or max(hidden, default=0) > MOST_OWN_NEURONS:
        raise ValueError(
            f"{network} is larger than the screen, which has room for {MOST_OWN_LAYERS} hidden "
            f"layers of {MOST_OWN_NEURONS} nodes; train it with toynn.train"
        )


def _check_name(activation):
    """A name is how the menu, a state and a program know an activation: it has to be its own."""
    if activation in ACTIVATIONS.values():
        return
    if activation.name in {*ACTIVATIONS, *MENU, OWN}:
        raise ValueError(
            f"your activation is called {activation.name!r}, but there is one of that name "
            "already; give yours another name"
        )


def _check_numbers(activation, z, values, what):
    odd = np.flatnonzero(~np.isfinite(values))
    if len(odd):
        raise ValueError(
            f"{what} of {activation} gives {values[odd[0]]} at z = {z[odd[0]]:.2f}, expected a "
            "number for every z; correct it where it divides, or takes a root or a logarithm"
        )


def _check_agree(network, number, ours, slow):
    for name in ("weights", "biases"):
        one, other = getattr(ours, name), getattr(slow, name)
        apart = np.linalg.norm(one - other)
        if not apart <= AGREE * max(np.linalg.norm(other), 1e-3):
            raise ValueError(
                f"the gradient check fails for the {name} of layer {number} of {network}: backward "
                f"and numerical_gradient are {apart:.2g} apart; correct the derivative there"
            )
