"""Events: what was done on the screen, so that code can do it again."""

from dataclasses import dataclass

from toynn.descent import Penalty
from toynn.network import Layer, Network


@dataclass(frozen=True)
class Trained:
    """A number of epochs at one rate: a line of the code that reproduces the screen."""

    epochs: int
    learning_rate: float
    penalty: Penalty | None


@dataclass(frozen=True)
class Edited:
    """A weight (or, with weight None, a bias) that was set by hand."""

    layer: int
    node: int
    weight: int | None
    value: float


@dataclass(frozen=True)
class Regenerated:
    """New points, for the weights that were there."""

    data_seed: int


def edited(network, layer, node, weight, value):
    """The network with one weight, or with weight None one bias, set to a value.

    layer, node, weight : counted from 0

    Raises ValueError if there is no such weight.

    >>> network = Network([Layer([[2.0, -1.0]], [0.5])])
    >>> edited(network, layer=0, node=0, weight=1, value=4).layers[0].weights
    array([[2., 4.]])
    """
    layers = list(network.layers)
    places = (layer, node) if weight is None else (layer, node, weight)
    shape = (
        (len(layers), *layers[layer].weights.shape) if 0 <= layer < len(layers) else (len(layers),)
    )
    if len(shape) < 3 or not all(0 <= at < n for at, n in zip(places, shape, strict=False)):
        raise ValueError(f"{network} has no weight at {places}; count layers and nodes from 0")
    weights, biases = layers[layer].weights.copy(), layers[layer].biases.copy()
    if weight is None:
        biases[node] = value
    else:
        weights[node, weight] = value
    layers[layer] = Layer(weights, biases, layers[layer].activation)
    return Network(layers)
