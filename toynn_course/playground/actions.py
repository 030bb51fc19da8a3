"""Actions: what a control, a click or a challenge does, each a function from State to State.

A State never changes. So an action that raises leaves everything as it was, and what was before
an action is still there to return to.
"""

from dataclasses import replace
from types import MappingProxyType

import numpy as np

from toynn import checks
from toynn.activations import ACTIVATIONS, sigmoid, softmax
from toynn.checks import as_number
from toynn.costs import binary_cross_entropy, cross_entropy, quadratic
from toynn.descent import LearningRate
from toynn.network import Network
from toynn.training import one_epoch
from toynn_course.playground import problems, settings
from toynn_course.playground.data import Data
from toynn_course.playground.events import Edited, Regenerated, Trained, edited
from toynn_course.playground.measured import Measured
from toynn_course.playground.own import checked_activation, checked_network, checked_points
from toynn_course.playground.problems import LIMIT, NO_POINTS, OUTPUTS, Points
from toynn_course.playground.settings import KEEPS_USER_NETWORK, LIVE, NEW_DATA, OWN, in_room
from toynn_course.playground.state import Losses, State

SHARES = {sigmoid: binary_cross_entropy, softmax: cross_entropy}
"""The cost that goes with an output activation; beside all others it is the quadratic one."""

MOST_KEPT = 400
"""How many losses the chart keeps. When there are more, every second one goes."""


# ---- Beginning


def opened(settings, activations=(), my_points=NO_POINTS, user_network=None):
    """A State in epoch 0; the arguments are as in State."""
    own = {each.name: checked_activation(each) for each in activations}
    _check_known(settings.activation, own, user_network)
    output = _output(settings, user_network)
    data = Data.of(settings, my_points, output)
    return _begun(settings, data, my_points, user_network, MappingProxyType(own))


def _begun(settings, data, my_points, user_network, activations):
    """A State in epoch 0, with the reader's own network, or the one that the seed gives."""
    settings = settings.changed(**_own_output(settings.problem, user_network))
    output = _output(settings, user_network)
    data, cost = data.given_as(settings.features, output), SHARES.get(output, quadratic)
    start = _start(settings, data, cost, user_network, activations)
    measured = Measured(start, data, cost)
    return State(
        settings=settings,
        measured=measured,
        start=start,
        history=(Losses(0, measured.training_loss, measured.test_loss),),
        first_seed=settings.data_seed,
        my_points=my_points,
        user_network=user_network,
        activations=activations,
    )


def _output(settings, user_network):
    """The activation of the output layer."""
    if user_network is not None:
        return user_network.layers[-1].activation
    return OUTPUTS[settings.output][0]


def _own_output(problem, user_network):
    """The output of the reader's own network, as a setting; {} where the menu does not have it."""
    if user_network is None:
        return {}
    last = user_network.layers[-1].activation
    names = [name for name in settings.OUTPUTS.get(problem, ()) if OUTPUTS[name][0] == last]
    return {"output": names[0]} if names else {}


def _start(settings, data, cost, user_network, activations):
    """The network of epoch 0."""
    if user_network is not None:
        return checked_network(user_network, data.training_data, cost, settings.features)
    zero = settings.weights == "zero"
    return Network.random(
        (len(settings.features), *settings.hidden, problems.n_outputs(data.points, data.output)),
        activation=_activation(settings.activation, activations),
        output_activation=data.output,
        weights="zero" if zero else (-0.5, 0.5),
        biases=(0, 0) if zero else (0.1, 0.1),
        rng=settings.weight_seed,
    )


def _activation(name, activations):
    return activations.get(name) or ACTIVATIONS[settings.ACTIVATIONS[name]]


def restarted(state):
    """Epoch 0 again, with the reader's own network, or the one that the seed gives."""
    return state if state.is_untouched else _restarted(state)


def _restarted(state, **others):
    """Epoch 0 of a state, of which some parts are others: settings, data, my_points ..."""
    names = ("settings", "data", "my_points", "user_network", "activations")
    return _begun(**{name: getattr(state, name) for name in names} | others)


# ---- Settings


def with_settings(state, **values):
    """The state with other settings; all but the rates begin again with epoch 0.

    Raises ValueError if a value is not one of those that its control has.
    """
    after, user_network = _after(state, values)
    _check_known(after.activation, state.activations, user_network)
    changed = after.differences(state.settings)
    if not changed - LIVE:
        return replace(state, settings=after) if changed else state
    data = state.data
    if changed & NEW_DATA:
        data = Data.of(after, state.my_points, _output(after, user_network))
    if user_network is not None and not len(data.points):  # it has nothing to learn there
        after, user_network = _released(after), None
    return _restarted(state, settings=after, data=data, user_network=user_network)


def _after(state, values):
    """The settings with these values; the reader's network goes, if it has nothing to do there."""
    now, network = state.settings, state.user_network
    if values.get("problem") == "my points" != now.problem:
        values = _for_points(now, state.my_points) | values
    if network is None:
        return now.changed(**values), None
    kept_values = _own_output(values.get("problem", now.problem), network) | values
    kept = values.get("activation", OWN) == OWN and now.changed(**kept_values)
    if kept and kept.differences(now) <= KEEPS_USER_NETWORK:
        return kept, network
    return _released(now).changed(**{k: value for k, value in values.items() if value != OWN}), None


def _released(now):
    """The settings without the network of the reader, which may be large."""
    return now.changed(activation="tanh", hidden=in_room(now.hidden))


def _check_known(name, activations, user_network):
    known = [*settings.ACTIVATIONS, *activations]
    if name not in known and not (name == OWN and user_network is not None):
        raise ValueError(
            f"activation is {name!r}, which this playground does not have, expected one of "
            f"{', '.join(known)}; pass one of your own to use(activation)"
        )


def with_new_weights(state):
    """Epoch 0 with other random weights; with the reader's network, if it is there."""
    if state.user_network is not None:
        return restarted(state)
    return with_settings(state, weight_seed=_next(state.settings.weight_seed))


def _next(seed):
    return (seed + 1) % settings.LARGEST_SEED


# ---- Layers, neurons and features, as the buttons of the network change them


def with_neurons(state, layer, by):
    """The state with more or fewer neurons in a hidden layer."""
    hidden = list(in_room(state.settings.hidden))
    hidden[layer] += by
    return with_settings(state, hidden=tuple(hidden))


def with_layers(state, by):
    """The state with a hidden layer more, or with one less."""
    hidden = in_room(state.settings.hidden)
    return with_settings(state, hidden=(*hidden, settings.NEW_LAYER) if by > 0 else hidden[:-1])


def with_feature_switched(state, name):
    """The state with a feature on that was off, or off that was on."""
    return with_settings(state, features=tuple({*state.settings.features} ^ {name}))


# ---- Training


def trained(state, epochs=1):
    """The state after some epochs, fewer if it diverges; the last good network stays."""
    require_points(state)
    for _ in range(epochs):
        state = _after_epoch(state)
        if state.diverged:
            break
    return state


def _after_epoch(state):
    """The state after an epoch; where that diverges, the one before with a sentence."""
    size = min(state.settings.batch_size, len(state.training))
    rate = LearningRate.of(state.settings.learning_rate)
    steps = size, rate, state.cost, state.penalty
    with np.errstate(all="ignore"):  # divergence is reported in words instead
        network = checks.without(one_epoch)(state.network, state.training_data, *steps)
        measured = state.measured.of(network)
    if not measured.is_finite:
        return replace(state, diverged=_divergence(state.epoch))
    return _recorded(replace(state, measured=measured, epoch=state.epoch + 1, diverged=""))


def _divergence(epoch):
    return (
        f"Diverged in epoch {epoch + 1}: the numbers grew without limit. Lower the "
        f"learning rate. You still see the network of epoch {epoch}, the last good one."
    )


def _recorded(state):
    """The state with its last epoch in the events, for the code, and in the chart's history."""
    event = Trained(1, state.settings.learning_rate, state.penalty)
    *before, last = state.events or (None,)
    if isinstance(last, Trained) and replace(last, epochs=1) == event:
        events = (*before, replace(last, epochs=last.epochs + 1))
    else:
        events = (*state.events, event)
    history, every = state.history, state.every
    if state.epoch % every == 0:
        history = (*history, state.losses)
    if len(history) > MOST_KEPT:
        history, every = history[::2], 2 * every
    return replace(state, events=events, history=history, every=every)


def require_points(state):
    """Raise ValueError if there is nothing to learn from."""
    if not len(state.training):
        raise ValueError(
            "there are no points to learn from yet; click the map, or press Enter on it, "
            "to add some"
        )


def with_weight(state, layer, node, weight, value):
    """The state with a weight, or with weight None the bias, of a node set; all count from 0.

    Raises ValueError or TypeError if there is no such weight, or value is no finite number.
    """
    value = as_number(value, "the number")
    network = edited(state.network, layer, node, weight, value)
    events = (*state.events, Edited(layer, node, weight, value))
    return replace(state, measured=state.measured.of(network), events=events, diverged="")


# ---- What is the reader's own


def with_own(state, own):
    """The state with the reader's own Network to learn, or with their own Activation.

    Raises TypeError or ValueError if it does not pass its gradient check.
    """
    if isinstance(own, Network):
        return _with_network(state, own)
    state = with_settings(_with_offer(state, own), activation=own.name)
    return _restarted(state)  # also where an activation of that name was in use


def _with_network(state, network):
    require_points(state)
    after = state.settings.changed(activation=OWN, hidden=network.sizes[1:-1])
    state = _restarted(state, settings=after, user_network=network)
    for layer in network.layers:  # a saved state names it, and has to find it again
        if layer.activation not in ACTIVATIONS.values():
            state = _with_offer(state, layer.activation)
    return state


def _with_offer(state, activation):
    """The state in which the menu offers an activation."""
    own = {**state.activations, checked_activation(activation).name: activation}
    return replace(state, activations=MappingProxyType(own))


# ---- Points


def with_new_points(state):
    """The state with new points for the network that is there."""
    seed = _next(state.settings.data_seed)
    after = state.settings.changed(data_seed=seed)
    data = Data.of(after, state.my_points, state.output)
    measured = replace(state.measured, data=data)
    return replace(
        state, settings=after, measured=measured, events=(*state.events, Regenerated(seed))
    )


def with_points(state, points):
    """Epoch 0 with these as the reader's own points. Raises ValueError if they are too many."""
    points, network = checked_points(points), state.user_network
    after = state.settings.changed(**_for_points(state.settings, points))
    data = Data.of(after, points, _output(after, network))
    if network is not None and not _fits(network, data, state.cost):
        after, network = _released(after), None
    return _restarted(state, settings=after, data=data, my_points=points, user_network=network)


def _fits(network, data, cost):
    """Whether the reader's network can learn from the data."""
    try:
        return len(data.points) and checked_network(
            network, data.training_data, cost, data.features
        )
    except ValueError:
        return False


def with_point(state, x1, x2, target, classes=None):
    """Epoch 0 with one more of the reader's own points, of this class.

    classes : the names of the classes, where this is the first point
    """
    known = state.my_points
    places = np.vstack([known.places, np.clip([[x1, x2]], -LIMIT, LIMIT)])
    targets = np.append(known.targets, float(target))
    return with_points(state, Points(places, targets, classes or known.classes))


def without_point(state, x1, x2):
    """Epoch 0 without the reader's own point that is nearest to a place."""
    if not len(state.my_points):
        raise ValueError("there are no points of your own to remove; add some first")
    nearest = np.hypot(*(state.my_points.places - [x1, x2]).T).argmin()
    rest = np.delete(np.arange(len(state.my_points)), nearest)
    return with_points(state, state.my_points[rest])


def _for_points(now, points):
    """The settings that the reader's own points need: another output, perhaps."""
    values = {"problem": "my points", "dataset": "my points"}
    if not points.classes:
        return values | {"output": "linear, quadratic"}
    if len(points.classes) > 2:
        return values | {"output": "softmax, cross-entropy"}
    fits = now.output != "linear, quadratic"
    return values | {"output": now.output if fits else "tanh, quadratic"}
