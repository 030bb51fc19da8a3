"""A session: the network that learns on the screen, and the points that it learns from.

There are no widgets in here: what a control does is a method, and the screen shows the result.
"""

from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from toynn import checks
from toynn.activations import ACTIVATIONS, sigmoid, softmax
from toynn.backprop import backward
from toynn.checks import as_number
from toynn.costs import binary_cross_entropy, cross_entropy, quadratic
from toynn.descent import L1, L2, LearningRate
from toynn.metrics import accuracy, most_likely, threshold
from toynn.network import Network, forward
from toynn.training import one_epoch
from toynn_course.playground import problems, settings
from toynn_course.playground.events import Edited, Regenerated, Trained, edited
from toynn_course.playground.own import (
    checked_activation,
    checked_network,
    checked_points,
)
from toynn_course.playground.problems import LIMIT, NO_POINTS, OUTPUTS, Points
from toynn_course.playground.settings import LIVE, NEW_DATA, OWN, Settings, in_room

PENALTIES = {"none": None, "L1": L1, "L2": L2}
SHARES = {sigmoid: binary_cross_entropy, softmax: cross_entropy}
"""The cost that goes with an output activation; beside all others it is the quadratic one."""

MOST_KEPT = 400
"""How many losses the chart keeps. When there are more, every second one goes."""


class Losses(NamedTuple):
    """The mean cost after an epoch, on the points to train with and on those to test with."""

    epoch: int
    training: float
    test: float


class Session:
    """A network, its points, and how far it has come.

    settings : Settings
    activations : the reader's own Activations, which the menu is to offer as well

    Attributes
    ----------
    points, training, test : Points; all of them, and those to train and to test with
    network : Network, after `epoch` epochs
    history : list of Losses, at most MOST_KEPT, the first one of epoch 0
    diverged : why training ended, as a sentence; else empty
    events : what was done since epoch 0, for the code that reproduces it
    """

    def __init__(self, settings=None, activations=()):
        self.settings = settings or Settings()
        self.activations = {each.name: checked_activation(each) for each in activations}
        self.my_points, self.brought = NO_POINTS, None
        self._check_known(self.settings.activation)
        self.make_points()
        self.reset()

    @property
    def output(self):
        """The activation of the output layer."""
        if self.brought is not None:
            return self.brought.layers[-1].activation
        return OUTPUTS[self.settings.output][0]

    @property
    def cost(self):
        """The cost that goes with it."""
        return SHARES.get(self.output, quadratic)

    @property
    def penalty(self):
        """What pulls the weights towards 0, or None."""
        make = PENALTIES[self.settings.regularization]
        rate = self.settings.regularization_rate
        return make(rate) if make and rate else None

    @property
    def losses(self):
        """The losses of the network as it is now."""
        return Losses(self.epoch, self._loss(self.training), self._loss(self.test))

    @property
    def accuracy(self):
        """The share of test points that are decided right; None where targets are amounts."""
        if not self.points.classes or not len(self.points):
            return None
        with np.errstate(all="ignore"):
            outputs = self.network(self.test_data.X)
        if self.output == softmax:
            return accuracy(most_likely(outputs), self.test_data.Y)
        low = problems.lowest_target(self.output)
        return accuracy(threshold(outputs, (low + 1) / 2, low), self.test_data.Y)

    def data(self, points):
        """Points as a Dataset for this network."""
        name = self.settings.dataset
        return problems.as_data(points, self.settings.features, self.output, name)

    def change(self, **values):
        """Set some settings. What only the rates do not need: begin again with epoch 0.

        Raises ValueError if a value is not one of those that its control has.
        """
        with self._all_or_nothing():
            before, self.settings = self.settings, self._after(values)
            self._check_known(self.settings.activation)
            changed = _changed(before, self.settings)
            if changed & NEW_DATA:
                self.make_points()
            if changed - LIVE:  # and the features, the layers, the batch size
                self.reset()

    def reset(self):
        """Go back to epoch 0: the brought network, or the one that the seed gives."""
        self._set_data()
        self.start = self.network = self._start()
        self.epoch, self.events, self.diverged = 0, [], ""
        self.first_seed = self.settings.data_seed
        self.history, self.every = [self.losses], 1

    def new_weights(self):
        """Begin again with other random weights."""
        if self.brought is None:
            self.change(weight_seed=(self.settings.weight_seed + 1) % settings.LARGEST_SEED)
        self.reset()

    def regenerate(self):
        """Make new points; the weights stay."""
        seed = (self.settings.data_seed + 1) % settings.LARGEST_SEED
        self.settings = self.settings.changed(data_seed=seed)
        self.make_points()
        self._set_data()
        self.events.append(Regenerated(seed))

    def train(self, epochs=1):
        """Train for some epochs, fewer if it diverges; the last good network stays."""
        self.require_points()
        for _ in range(epochs):
            if not self._one_epoch():
                break

    def edit(self, layer, node, weight, value):
        """Set a weight, or with weight None the bias, of a node; all are counted from 0.

        Raises ValueError or TypeError if there is no such weight, or value is no finite number.
        """
        value = as_number(value, "the number")
        self.network = edited(self.network, layer, node, weight, value)
        self.diverged = ""
        self.events.append(Edited(layer, node, weight, value))

    def use(self, own):
        """Let the reader's own Network learn, or offer their own Activation.

        Raises TypeError or ValueError, and changes nothing, if it does not pass its gradient check.
        """
        with self._all_or_nothing():
            if isinstance(own, Network):
                self._use_network(own)
            else:
                self._offer(own)
                self.change(activation=own.name)
                self.reset()

    def set_points(self, points):
        """Take these as the reader's own points, and begin again. Raises ValueError."""
        with self._all_or_nothing():
            self.my_points = checked_points(points)
            self.settings = self.settings.changed(**_for_points(self.settings, self.my_points))
            self.make_points()
            if self.brought is not None and not self._fits():
                self.brought, self.settings = None, self._left()
            self.reset()

    def add_point(self, x1, x2, target, classes=None):
        """Add one of the reader's own points, of this class, and begin again.

        classes : the names of the classes, where this is the first point
        """
        known = self.my_points
        classes = classes or known.classes
        places = np.vstack([known.places, np.clip([[x1, x2]], -LIMIT, LIMIT)])
        self.set_points(Points(places, np.append(known.targets, float(target)), classes))

    def remove_point(self, x1, x2):
        """Take away the reader's own point that is nearest to a place, and begin again."""
        if not len(self.my_points):
            raise ValueError("there are no points of your own to remove; add some first")
        near = np.hypot(*(self.my_points.places - [x1, x2]).T).argmin()
        rest = np.delete(np.arange(len(self.my_points)), near)
        self.set_points(self.my_points[rest])

    def gradients(self):
        """The gradient of the loss on the points to train with; None where there are no points."""
        if not len(self.training):
            return None
        data = self.training_data
        return backward(self.network, forward(self.network, data.X), data.Y, self.cost)

    def _one_epoch(self):
        """Train for one epoch; False if the network of before has to stay."""
        s = self.settings
        rate, size = LearningRate.of(s.learning_rate), min(s.batch_size, len(self.training))
        # divergence is told in words instead
        with self._all_or_nothing(), np.errstate(all="ignore"):
            how = size, rate, self.cost, self.penalty
            after = checks.without(one_epoch)(self.network, self.training_data, *how)
            before, self.network = self.network, after
            losses = self.losses
        if not _is_finite(after, losses):
            self.network = before
            self.diverged = (
                f"Diverged in epoch {self.epoch + 1}: the numbers grew without bound. Lower the "
                f"learning rate. The network is that of epoch {self.epoch}, the last good one."
            )
            return False
        self.epoch, self.diverged = self.epoch + 1, ""
        self._note(Trained(1, s.learning_rate, self.penalty), losses._replace(epoch=self.epoch))
        return True

    def _note(self, trained, losses):
        """Keep what was done, and the loss, for the code and for the chart."""
        last = self.events[-1] if self.events else None
        if isinstance(last, Trained) and replace(last, epochs=1) == trained:
            self.events[-1] = replace(last, epochs=last.epochs + 1)
        else:
            self.events.append(trained)
        if self.epoch % self.every == 0:
            self.history.append(losses)
        if len(self.history) > MOST_KEPT:
            self.history, self.every = self.history[::2], 2 * self.every

    def _loss(self, points):
        if not len(points):
            return 0.0
        data = self.training_data if points is self.training else self.test_data
        with np.errstate(all="ignore"):
            return self.cost.mean(checks.without(forward)(self.network, data.X).output, data.Y)

    def make_points(self):
        """Make the points that the settings ask for."""
        mine = self.settings.problem == "my points"
        self.points = self.my_points if mine else problems.make_points(self.settings)
        self.training, self.test = self.points.split(self.settings.ratio, self.settings.data_seed)

    def _set_data(self):
        """What the network is given, worked out once and not in every epoch."""
        if len(self.points):
            self.training_data, self.test_data = self.data(self.training), self.data(self.test)

    def _start(self):
        s = self.settings
        if self.brought is not None:
            return checked_network(self.brought, self.training_data, self.cost, s.features)
        zero = s.weights == "zero"
        return Network.random(
            (len(s.features), *s.hidden, problems.n_outputs(self.points, self.output)),
            activation=self._activation(s.activation),
            output_activation=self.output,
            weights="zero" if zero else (-0.5, 0.5),
            biases=(0, 0) if zero else (0.1, 0.1),
            rng=s.weight_seed,
        )

    def _activation(self, name):
        return self.activations.get(name) or ACTIVATIONS[settings.ACTIVATIONS[name]]

    def _check_known(self, name):
        known = [*settings.ACTIVATIONS, *self.activations]
        if name not in known and not (name == OWN and self.brought is not None):
            raise ValueError(
                f"activation is {name!r}, which this playground does not have, expected one of "
                f"{', '.join(known)}; hand your own over with use(activation)"
            )

    def _use_network(self, network):
        self.require_points()
        self.brought = network
        self.settings = self.settings.changed(activation=OWN, hidden=network.sizes[1:-1])
        self.reset()
        for layer in network.layers:  # a state names it, and has to find it again
            if layer.activation not in ACTIVATIONS.values():
                self._offer(layer.activation)

    def _fits(self):
        """Whether the network that was brought can learn from the points."""
        try:
            self._set_data()
            return len(self.points) and self._start()
        except ValueError:
            return False

    def _offer(self, activation):
        """Have the menu offer an activation."""
        self.activations = self.activations | {checked_activation(activation).name: activation}

    def _after(self, values):
        """The settings with these values; a brought network goes, if it has nothing to do there."""
        if values.get("problem") == "my points" != self.settings.problem:
            values = _for_points(self.settings, self.my_points) | values
        if self.brought is not None:
            kept = values.get("activation", OWN) == OWN and self.settings.changed(**values)
            if kept and _changed(self.settings, kept) <= KEEPS_BROUGHT:
                return kept
            self.brought = None
            values = {name: value for name, value in values.items() if value != OWN}
        return self._left().changed(**values)

    def _left(self):
        """The settings without the network that was brought, which may be large."""
        now = self.settings
        if now.activation != OWN:
            return now
        return now.changed(activation="tanh", hidden=in_room(now.hidden))

    @contextmanager
    def _all_or_nothing(self):
        """If something is refused in here, everything is as it was before."""
        before = vars(self).copy()
        try:
            yield
        except Exception:
            vars(self).update(before)
            raise

    def require_points(self):
        """Raise ValueError if there is nothing to learn from."""
        if not len(self.training):
            raise ValueError(
                "there are no points to learn from yet; click on the map, or press Enter there, "
                "to add some"
            )


KEEPS_BROUGHT = LIVE | {"batch_size", "ratio", "noise", "data_seed", "dataset", "problem"}
"""The settings at whose change the reader's own network stays, if it fits the points."""


def _changed(before, after):
    """The names of the settings that differ."""
    return {name for name in vars(after) if getattr(after, name) != getattr(before, name)}


def _for_points(now, points):
    """The settings that the reader's own points need: another output, perhaps."""
    values = {"problem": "my points", "dataset": "my points"}
    if not points.classes:
        return values | {"output": "linear, quadratic"}
    if len(points.classes) > 2:
        return values | {"output": "softmax, cross-entropy"}
    fits = now.output != "linear, quadratic"
    return values | {"output": now.output if fits else "tanh, quadratic"}


def _is_finite(network, losses):
    arrays = [array for layer in network.layers for array in (layer.weights, layer.biases)]
    return np.isfinite(losses[1:]).all() and all(np.isfinite(array).all() for array in arrays)
