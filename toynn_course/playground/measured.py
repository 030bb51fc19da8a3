"""How well a network does on the data of a playground, worked out once, when somebody looks."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from toynn import checks
from toynn.activations import softmax
from toynn.backprop import backward
from toynn.costs import Cost
from toynn.metrics import accuracy, most_likely, threshold
from toynn.network import Network, forward
from toynn_course.playground.data import Data
from toynn_course.playground.problems import lowest_target

# An action that makes a Measured has checked that its parts go together.
forward, backward = map(checks.without, (forward, backward))


@dataclass(frozen=True, eq=False)
class Measured:
    """A network and data that go together, and what becomes of the one on the other."""

    network: Network
    data: Data
    cost: Cost

    def of(self, network):
        """The same, of another network."""
        return replace(self, network=network)

    @cached_property
    def training_pass(self):
        """What the points to train with leave behind in the network; None without points."""
        return self._passed(self.data.training_data)

    @cached_property
    def test_pass(self):
        """What the points to test with leave behind in the network; None without points."""
        return self._passed(self.data.test_data)

    @cached_property
    def training_loss(self):
        """The mean cost on the points to train with."""
        return self._loss(self.training_pass, self.data.training_data)

    @cached_property
    def test_loss(self):
        """The mean cost on the points to test with."""
        return self._loss(self.test_pass, self.data.test_data)

    @cached_property
    def accuracy(self):
        """The share of test points classified correctly; None where targets are amounts."""
        if not self.data.points.classes or self.test_pass is None:
            return None
        outputs, targets = self.test_pass.output, self.data.test_data.Y
        if self.data.output == softmax:
            return accuracy(most_likely(outputs), targets)
        low = lowest_target(self.data.output)
        return accuracy(threshold(outputs, (low + 1) / 2, low), targets)

    @cached_property
    def gradients(self):
        """The gradient of the loss on the points to train with; None where there are no points."""
        if self.training_pass is None:
            return None
        with np.errstate(all="ignore"):
            return backward(self.network, self.training_pass, self.data.training_data.Y, self.cost)

    @cached_property
    def is_finite(self):
        """Whether all weights, biases and losses are finite numbers."""
        layers = self.network.layers
        arrays = [array for layer in layers for array in (layer.weights, layer.biases)]
        losses = self.training_loss, self.test_loss
        return all(np.isfinite(array).all() for array in [*arrays, losses])

    def _passed(self, data):
        with np.errstate(all="ignore"):  # numbers without bound are reported in words instead
            return None if data is None else forward(self.network, data.X)

    def _loss(self, passed, data):
        with np.errstate(all="ignore"):
            return 0.0 if data is None else self.cost.mean(passed.output, data.Y)
