"""The whole state of a playground as one line of text, and back.

The text holds JSON, compressed: no code is in it, and everything in it is checked before anything
on the screen changes.
"""

import base64
import binascii
import json
import zlib
from dataclasses import asdict

import numpy as np

from toynn.activations import ACTIVATIONS
from toynn.checks import as_number
from toynn.descent import L1, L2
from toynn.network import Layer, Network
from toynn_course.playground.events import Edited, Regenerated, Trained
from toynn_course.playground.own import checked_points
from toynn_course.playground.problems import Points
from toynn_course.playground.session import MOST_KEPT, Losses, Session
from toynn_course.playground.settings import ACTIVATIONS as MENU
from toynn_course.playground.settings import OWN, Settings

HEAD = "toynn-playground-1."
LARGEST = 4_000_000
"""No state of a playground is longer than this, in bytes, when it is unpacked."""

MOST_EPOCHS = 10**12
"""What a count stays below."""

PENALTIES = {"L1": L1, "L2": L2}
CLIPPED = 60


def to_text(session, screen):
    """A session, and the choices of the screen (a dict of plain values), as text."""
    state = {
        "settings": asdict(session.settings),
        "epoch": session.epoch,
        "every": session.every,
        "first_seed": session.first_seed,
        "network": _layers(session.network),
        "brought": session.brought and _layers(session.brought),
        "losses": [[_short(loss) for loss in losses[1:]] for losses in session.history],
        "diverged": session.diverged,
        "events": [_event(event) for event in session.events],
        "points": _points(session.my_points),
        "screen": screen,
    }
    packed = zlib.compress(json.dumps(state).encode(), 9)
    return HEAD + base64.urlsafe_b64encode(packed).decode()


def from_text(text, activations=()):
    """The session and the choices of the screen that a text holds.

    activations : the reader's own Activations, by which a network may go

    Raises ValueError if the text is damaged, or does not come from a playground.
    """
    state = _unpacked(text)
    try:
        return _session(state, {each.name: each for each in activations}), dict(state["screen"])
    except UnknownActivationError:
        raise
    except (KeyError, TypeError, ValueError, IndexError, OverflowError, AttributeError) as error:
        why = f"{type(error).__name__}: {error}"[:200]
        raise ValueError(
            f"this state does not describe a playground ({why}); copy it again from where it "
            "came from"
        ) from None


class UnknownActivationError(ValueError):
    """What the reader can mend by handing over an activation."""


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
        state = json.loads(unpacking.decompress(packed, LARGEST))
    except (ValueError, binascii.Error, zlib.error, RecursionError) as error:
        raise ValueError(
            f"this state is damaged ({error}); copy the whole line that a playground has written"
        ) from None
    if not unpacking.eof:
        raise ValueError("the end of this state is missing; copy the whole line")
    return state


def _session(state, own):
    """A session as it was. Whatever does not hold together is refused on the way."""
    settings = Settings(**state["settings"])
    _check_known(settings.activation, {*MENU, OWN, *own})
    session = Session(activations=own.values())
    session.my_points = checked_points(_read_points(state["points"]))
    session.brought = state["brought"] and _network(state["brought"], own)
    if (settings.activation == OWN) != bool(session.brought):
        raise ValueError("the network that was brought is missing, or is one too many")
    session.settings = settings
    session.make_points()
    session.reset()
    network = _network(state["network"], own)
    kinds = [[each.activation for each in one.layers] for one in (network, session.start)]
    sizes = len(settings.features), *settings.hidden, len(network.layers[-1])
    if not session.start.sizes == network.sizes == sizes or kinds[0] != kinds[1]:
        raise ValueError(f"{network} does not belong to these settings, but {session.start}")
    session.network, session.first_seed = network, _whole(state["first_seed"], 0)
    session.epoch, session.every = _whole(state["epoch"], 0), _whole(state["every"], 1)
    session.history = _read_losses(state["losses"], session.epoch, session.every)
    session.events = [_read_event(event) for event in state["events"]]
    session.diverged = str(state["diverged"])[:500]
    return session


def _read_losses(losses, epoch, every):
    """The losses of every so many epochs, none of them missing."""
    if not len(losses) == epoch // every + 1 <= MOST_KEPT or np.isnan(losses).any():
        raise ValueError(f"{len(losses)} losses came for {epoch} epochs")
    return [
        Losses(number * every, float(training), float(test))
        for number, (training, test) in enumerate(losses)
    ]


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
            "not have; hand it over first, with use(activation), or Playground(activations=[...])"
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
