"""Temperature: how much an unlikely letter may dare, and a draw that follows the probabilities."""

import numpy as np

from toynn import checks

COLDEST = np.finfo(float).tiny  # what 0 is taken for, since nothing can be divided by 0


def with_temperature(z, temperature=1.0):
    """The softmax of z / temperature: probabilities that add up to 1.

    z : array whose last axis holds the sums of the output nodes
    temperature : at least 0. At 1 it is softmax; towards 0 the largest gets everything; the higher
        it is, the more alike they are

    Raises ValueError or TypeError if the temperature is not such a number.

    >>> z = np.log([0.5, 0.25, 0.25])
    >>> with_temperature(z), with_temperature(z, 0.5).round(3), with_temperature(z, 0)
    (array([0.5 , 0.25, 0.25]), array([0.667, 0.167, 0.167]), array([1., 0., 0.]))
    """
    temperature = checks.as_number(temperature, "temperature", least=0)
    z = checks.as_finite(z, "z")
    with np.errstate(over="ignore"):  # what is infinitely far below the largest gets nothing
        below = z - z.max(axis=-1, keepdims=True)  # the shift cancels in the division
        powers = np.exp(below / max(temperature, COLDEST))
    return powers / powers.sum(axis=-1, keepdims=True)


def draw(probabilities, rng):
    """The number of one of them, drawn as often as its probability says.

    probabilities : array, shape (n,), of which each is at least 0 and one is above it
    rng : numpy Generator

    Raises ValueError if they add up to nothing: then there is nothing to draw.

    >>> rng = np.random.default_rng(0)
    >>> [draw(np.array([0.5, 0.0, 0.5]), rng) for _ in range(8)]
    [2, 0, 0, 0, 2, 2, 2, 2]
    """
    reached = np.cumsum(probabilities)  # a stretch for each of them, as long as its probability
    if not (reached.size and reached[-1] > 0):
        raise ValueError(
            "the probabilities do not add up to a number above 0, expected one of them above 0"
        )
    return int(np.searchsorted(reached, rng.random() * reached[-1], side="right"))
