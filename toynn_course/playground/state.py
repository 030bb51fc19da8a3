"""The state of a playground: one frozen value, which says all that is on the screen.

Every control and every click is a function from one State to the next: see `actions`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from toynn.activations import Activation
from toynn.descent import L1, L2
from toynn.network import Network
from toynn_course.playground.events import Edited, Regenerated, Trained
from toynn_course.playground.measured import Measured
from toynn_course.playground.problems import Points, features_of
from toynn_course.playground.settings import Settings

PENALTIES = {"none": None, "L1": L1, "L2": L2}


class Losses(NamedTuple):
    """The mean cost after an epoch, on the points to train with and on those to test with."""

    epoch: int
    training: float
    test: float


@dataclass(frozen=True, eq=False)
class State:
    """A network, its data, and how far it has come.

    settings : Settings
    measured : Measured, the network after `epoch` epochs on the data
    start : Network of epoch 0
    history : Losses of epochs 0, every, 2 * every, ..., for the chart
    first_seed : the seed of the points of epoch 0
    my_points : the reader's own Points
    user_network : the reader's own Network, or None
    activations : the reader's own Activations by their names, which the menu offers as well
    events : what was done since epoch 0, for the code that reproduces it
    diverged : why training ended, as a sentence; else empty
    """

    settings: Settings
    measured: Measured
    start: Network
    history: tuple[Losses, ...]
    first_seed: int
    my_points: Points
    user_network: Network | None
    activations: Mapping[str, Activation]
    epoch: int = 0
    every: int = 1
    events: tuple[Trained | Edited | Regenerated, ...] = ()
    diverged: str = ""

    @property
    def network(self):
        """The network as it is now."""
        return self.measured.network

    @property
    def data(self):
        """The Data that it learns from."""
        return self.measured.data

    @property
    def points(self):
        """All points."""
        return self.data.points

    @property
    def training(self):
        """The points to train with."""
        return self.data.training

    @property
    def test(self):
        """The points to test with."""
        return self.data.test

    @property
    def training_data(self):
        """The points to train with, as a Dataset for the network; None without points."""
        return self.data.training_data

    @property
    def test_data(self):
        """The points to test with, as a Dataset for the network; None without points."""
        return self.data.test_data

    @property
    def output(self):
        """The activation of the output layer."""
        return self.data.output

    @property
    def cost(self):
        """The cost that goes with it."""
        return self.measured.cost

    @property
    def penalty(self):
        """What pulls the weights towards 0, or None."""
        make, rate = PENALTIES[self.settings.regularization], self.settings.regularization_rate
        return make(rate) if make and rate else None

    @property
    def losses(self):
        """The Losses of the network as it is now."""
        return Losses(self.epoch, self.measured.training_loss, self.measured.test_loss)

    @property
    def accuracy(self):
        """The share of test points classified correctly; None where targets are amounts."""
        return self.measured.accuracy

    def answers(self, places):
        """What the network answers at places of the map, an array of shape (n, 2)."""
        return self.network(features_of(places, self.settings.features))

    def gradients(self):
        """The gradient of the loss on the points to train with; None where there are no points."""
        return self.measured.gradients

    @property
    def is_untouched(self):
        """Whether it is as it began, in epoch 0."""
        begun = self.epoch or self.events or self.diverged
        return self.network is self.start and not begun

    def forgetful(self):
        """The same, without what was worked out about its network, which takes room."""
        return replace(self, measured=replace(self.measured))
