"""What a function that draws initial weights does, measured on the weights that it draws."""

import math
from dataclasses import dataclass

import numpy as np

from toynn_course.exercises.engine.comparison import as_array
from toynn_course.exercises.engine.description import InWords
from toynn_course.exercises.engine.exercise import case

SIZES = ((400, 100), (100, 200), (80, 160), (120, 120))
NEAR = 0.025  # so far, relative to it, a spread may be from the right one: it is drawn
FEW = 0.01  # the share of numbers that may occur twice: in single precision, some do
ZERO = 0.005  # a mean as small as this is 0


def cases(name):
    """Layers of several sizes, for a function (rng, n_nodes, n_inputs) of that name."""
    return tuple(
        case(
            np.random.default_rng(seed),
            *size,
            shown=f"{name}(np.random.default_rng({seed}), {size[0]}, {size[1]})",
        )
        for seed, size in enumerate(SIZES)
    )


@dataclass(eq=False)
class Drawn(InWords):
    """What can be told of the weights of a layer.

    different_nodes, different_weights : how many rows and how many numbers there are
    repeated : whether the next layer has the same numbers
    """

    shape: tuple
    mean: float
    spread: float
    different_nodes: int
    different_weights: int
    repeated: bool

    def __eq__(self, other):
        """Whether two layers are drawn alike, as far as chance can tell."""
        return (
            self._counts() == other._counts()
            and math.isclose(self.different_weights, other.different_weights, rel_tol=FEW)
            and math.isclose(self.spread, other.spread, rel_tol=NEAR)
            and math.isclose(self.mean, other.mean, rel_tol=0.1, abs_tol=ZERO)
        )

    __hash__ = None

    def _counts(self):
        return self.shape, self.different_nodes, self.repeated

    def in_words(self):
        """The size and the spread, and what is unusual about them."""
        parts = [
            f"weights of the shape {self.shape} with a standard deviation of {self.spread:.3g}"
        ]
        if abs(self.mean) > ZERO:
            parts.append(f"with the mean {self.mean:.2g}")
        if len(self.shape) == 2 and self.different_nodes < self.shape[0]:
            parts.append(f"with {self.different_nodes} different nodes")
        if self.different_weights < (1 - FEW) * math.prod(self.shape):
            parts.append(f"with {self.different_weights} different numbers")
        if self.repeated:
            parts.append("the same again in the next call")
        return ", ".join(parts)


def measured(draw, rng, n_nodes, n_inputs):
    """What can be told of two layers drawn one after the other, or what is not a layer."""
    first, second = (draw(rng, n_nodes, n_inputs) for _ in range(2))
    array, after = as_array(first), as_array(second)
    if array is None or after is None or not array.ndim or not np.isfinite(array).all():
        return first
    nodes = len(np.unique(np.atleast_2d(array), axis=0))
    repeated = array.shape == after.shape and np.array_equal(array, after)
    numbers = float(array.mean()), float(array.std())
    return Drawn(array.shape, *numbers, nodes, np.unique(array).size, repeated)


def in_every_case(sign):
    """A sign of a mistake, from a Drawn and the number of nodes and of inputs."""
    return lambda found: all(sign(each.value, *each.inputs[1:]) for each in found)


def _twins(drawn, *shape):
    return drawn.shape == shape and drawn.different_nodes == 1


def _repeats(drawn, *_shape):
    return drawn.repeated and drawn.different_nodes > 1


TWINS, REPEATS = in_every_case(_twins), in_every_case(_repeats)
