"""The data of a playground: its points, to train and to test with, and their features."""

from dataclasses import dataclass, replace
from functools import cached_property

from toynn.activations import Activation
from toynn_course.playground import problems
from toynn_course.playground.problems import Points


@dataclass(frozen=True, eq=False)
class Data:
    """Points, split in two, and what a network is given of them.

    points, training, test : Points; all of them, and those to train and to test with
    features : the names of a network's inputs, in their order
    output : the Activation of a network's outputs, which says what the targets are
    name : what the data set is called
    """

    points: Points
    training: Points
    test: Points
    features: tuple[str, ...]
    output: Activation
    name: str

    @classmethod
    def of(cls, settings, my_points, output):
        """The data that the settings ask for; `my_points` are the reader's own."""
        mine = settings.problem == "my points"
        points = my_points if mine else problems.make_points(settings)
        halves = points.split(settings.ratio, settings.data_seed)
        return cls(points, *halves, settings.features, output, settings.dataset)

    def given_as(self, features, output):
        """The same points, for a network with these features and this output."""
        if (features, output) == (self.features, self.output):
            return self
        return replace(self, features=features, output=output)

    @cached_property
    def training_data(self):
        """The points to train with, as a Dataset; None where there are none."""
        return self._dataset(self.training)

    @cached_property
    def test_data(self):
        """The points to test with, as a Dataset; None where there are none."""
        return self._dataset(self.test)

    def _dataset(self, points):
        if not len(points):
            return None
        return problems.as_data(points, self.features, self.output, self.name)
