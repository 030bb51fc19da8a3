"""Saved states: the whole state of a playground as one line of text, and back.

The text holds JSON, compressed: no code is in it, and everything in it is checked before anything
on the screen changes.
"""

import base64
import binascii
import json
import zlib
from dataclasses import asdict, replace

import numpy as np

from toynn.activations import ACTIVATIONS
from toynn.checks import as_number
from toynn.descent import L1, L2
from toynn.network import Layer, Network
from toynn_course.playground import actions
from toynn_course.playground.actions import MOST_KEPT
from toynn_course.playground.events import Edited, Regenerated, Trained
from toynn_course.playground.own import checked_points
from toynn_course.playground.problems import Points
from toynn_course.playground.settings import ACTIVATIONS as MENU
from toynn_course.playground.settings import OWN, Settings
from toynn_course.playground.state import Losses

HEAD = "toynn-playground-1."
LARGEST = 4_000_000
"""No state of a playground is longer than this, in bytes, when it is unpacked."""

MOST_EPOCHS = 10**12
"""What a count stays below."""

PENALTIES = {"L1": L1, "L2": L2}
CLIPPED = 60


def to_text(state, screen):
    """A State, and the choices of the screen (a dict of plain values), as text."""
    contents = {
        "settings": asdict(state.settings),
        "epoch": state.epoch,
        "every": state.every,
        "first_seed": state.first_seed,
        "network": _layers(state.network),
        "brought": state.user_network and _layers(state.user_network),
        "losses": [[_short(loss) for loss in losses[1:]] for losses in state.history],
        "diverged": state.diverged,
        "events": [_event(event) for event in state.events],
        "points": _points(state.my_points),
        "screen": screen,
    }
    packed = zlib.compress(json.dumps(contents).encode(), 9)
    return HEAD + base64.urlsafe_b64encode(packed).decode()


def from_text(text, activations=()):
    """The State and the choices of the screen that a text holds.

    activations : the reader's own Activations, which its network may use

    Raises ValueError if the text is damaged, or does not come from a playground.
    """
    contents = _unpacked(text)
    try:
        own = {each.name: each for each in activations}
        return _state(contents, own), dict(contents["screen"])
    except UnknownActivationError:
        raise
    except (KeyError, TypeError, ValueError, IndexError, OverflowError, AttributeError) as error:
        why = f"{type(error).__name__}: {error}"[:200]
        raise ValueError(
            f"this state does not describe a playground ({why}); copy it again from where it "
            "came from"
        ) from None


class UnknownActivationError(ValueError):
    """What the reader can cure by handing over an activation."""


def _unpacked(text):
    if not isinstance(text, str) or not text.strip():
        raise ValueError("there is no state here; paste one that a playground has written")
    text = "".join(text.split())
    if not text.startswith(HEAD):
        raise ValueError(
            f"{text[:CLIPPED]!r} is no state of a playground, which begins with {HEAD!r}; "
            "copy the whole line that a playground has written"
        )
    try:
        packed = base64.urlsafe_b64decode(text[len(HEAD) :].encode("ascii"))
        unpacking = zlib.decompressobj()
        contents = json.loads(unpacking.decompress(packed, LARGEST))
    except (ValueError, binascii.Error, zlib.error, RecursionError) as error:
        raise ValueError(
            f"this state is damaged ({error}); copy the whole line that a playground has written"
        ) from None
    if not unpacking.eof:
        raise ValueError("the end of this state is missing; copy the whole line")
    return contents


def _state(contents, own):
    """A State as it was. Whatever does not fit together is refused on the way."""
    settings = Settings(**contents["settings"])
    _check_known(settings.activation, {*MENU, OWN, *own})
    my_points = checked_points(_read_points(contents["points"]))
    user_network = contents["brought"] and _network(contents["brought"], own)
    if (settings.activation == OWN) != bool(user_network):
        raise ValueError("the network of your own is missing, or is one too many")
    begun = actions.opened(settings, own.values(), my_points, user_network or None)
    network = _network(contents["network"], own)
    _check_form(network, begun)
    epoch, every = _whole(contents["epoch"], 0), _whole(contents["every"], 1)
    return replace(
        begun,
        measured=begun.measured.of(network),
        first_seed=_whole(contents["first_seed"], 0),
        epoch=epoch,
        every=every,
        history=_read_losses(contents["losses"], epoch, every),
        events=tuple(_read_event(event) for event in contents["events"]),
        diverged=str(contents["diverged"])[:500],
    )


def _check_form(network, begun):
    """The network has to be one that the settings lead to."""
    kinds = [[layer.activation for layer in each.layers] for each in (network, begun.start)]
    sizes = len(begun.settings.features), *begun.settings.hidden, len(network.layers[-1])
    if not begun.start.sizes == network.sizes == sizes or kinds[0] != kinds[1]:
        raise ValueError(f"{network} does not belong to these settings, but {begun.start}")


def _read_losses(losses, epoch, every):
    """The losses at equal distances of epochs, none of them missing."""
    if not len(losses) == epoch // every + 1 <= MOST_KEPT or np.isnan(losses).any():
        raise ValueError(f"{len(losses)} losses came for {epoch} epochs")
    return tuple(
        Losses(number * every, float(training), float(test))
        for number, (training, test) in enumerate(losses)
    )


def _short(loss):
    """Five digits, which no eye could tell from all of them."""
    return float(f"{loss:.5g}")


def _whole(value, least):
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value < MOST_EPOCHS:
        raise ValueError(f"{value!r} is no count")
    return value


def _layers(network):
    return [
        {"W": layer.weights.tolist(), "b": layer.biases.tolist(), "f": layer.activation.name}
        for layer in network.layers
    ]


def _network(layers, own):
    known = ACTIVATIONS | own
    for layer in layers:
        _check_known(layer["f"], known)
    return Network([Layer(layer["W"], layer["b"], known[layer["f"]]) for layer in layers])


def _check_known(name, known):
    if name not in known:
        raise UnknownActivationError(
            f"this state uses the activation {str(name)[:CLIPPED]!r}, which this playground does "
            "not have; pass it to use(activation) first, or to Playground(activations=[...])"
        )


def _event(event):
    name = type(event).__name__.lower()
    values = vars(event).copy()
    if name == "trained" and event.penalty:
        values["penalty"] = [type(event.penalty).__name__, event.penalty.rate]
    return [name, values]


def _read_event(event):
    """An event, each part of which is a number: the program that is shown holds them."""
    name, values = event
    if name == "trained":
        kind, rate = values["penalty"] or (None, None)
        penalty = PENALTIES[kind](rate) if kind else None
        as_number(values["learning_rate"], "learning_rate", least=0)
        return Trained(_whole(values["epochs"], 1), values["learning_rate"], penalty)
    if name == "regenerated":
        return Regenerated(_whole(values["data_seed"], 0))
    weight = values["weight"]
    weight = weight if weight is None else _whole(weight, 0)
    value = as_number(values["value"], "value")
    return Edited(_whole(values["layer"], 0), _whole(values["node"], 0), weight, value)


def _points(points):
    return [points.places.tolist(), points.targets.tolist(), list(points.classes)]


def _read_points(points):
    places, targets, classes = points
    return Points(
        np.array(places, dtype=float).reshape(-1, 2),
        np.array(targets, dtype=float).reshape(len(places)),
        tuple(str(name) for name in classes),
    )
