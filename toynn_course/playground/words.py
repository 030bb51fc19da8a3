"""Words: what the picture shows, as a sentence and as a table."""

import numpy as np

from toynn.activations import softmax
from toynn_course.playground.settings import FEATURES

NAMES = {"multi_gauss": "hills and hollows", "gauss": "two clouds"}


def number(value):
    """A loss, with three decimal places, or few digits if it is large."""
    return f"{value:.3f}" if abs(value) < 1000 else f"{value:.3g}"


def sentence(state, share_high=None):
    """What is on the screen.

    share_high : the share of the map that is on the high side; None where there is no such side
    """
    if not len(state.points):
        return (
            f"No points yet. The network is {_network(state)}. Add points on the map: "
            "click there, or go there with the Tab key, move with the arrow keys and press Enter."
        )
    losses = state.losses
    return (
        f"Epoch {state.epoch}: training loss {number(losses.training)}, "
        f"test loss {number(losses.test)}{_right(state)}. The data set is "
        f"{NAMES.get(state.settings.dataset, state.settings.dataset)}, with "
        f"{len(state.training)} points in the training set and "
        f"{len(state.test)} in the test set; "
        f"the network is {_network(state)}.{_map(share_high)}"
    )


def _right(state):
    share = state.accuracy
    if share is None:
        return ""
    return f", {round(share * len(state.test))} of {len(state.test)} test points correct"


def _network(state):
    network = state.network
    kinds = list(dict.fromkeys(layer.activation.name for layer in network.layers))
    return f"{'-'.join(map(str, network.sizes))} with {' and '.join(kinds)}"


def _map(share):
    return "" if share is None else f" Its output is high on {share:.0%} of the map."


def node_name(state, layer, node):
    """What a neuron is called: layer and node are counted from 0, layer -1 are the features."""
    if layer < 0:
        return state.settings.features[node]
    if layer < len(state.network.layers) - 1:
        return f"layer {layer + 1}, neuron {node + 1}"
    return output_name(state, node)


def output_name(state, node):
    """What an output is called: with softmax, by its class."""
    names = state.points.classes
    if state.output == softmax and node < len(names):
        return f"output {names[node]}"
    return "output"


def weight_table(state):
    """Every bias and every weight: a header, then a row for each neuron."""
    network = state.network
    widest = max(layer.n_inputs for layer in network.layers)
    rows = [["", "bias", *(f"weight {k}" for k in range(1, widest + 1))]]
    for l, layer in enumerate(network.layers):  # noqa: E741
        for j in range(len(layer)):
            numbers = np.concatenate([layer.biases[[j]], layer.weights[j]])
            cells = [f"{value:.3f}" for value in numbers]
            rows.append([node_name(state, l, j), *cells, *[""] * (widest - layer.n_inputs)])
    return rows


LINKS = {
    "weights": (
        "Each link is a weight: orange with long dashes if it is positive, blue with short dashes "
        "if it is negative. Thicker means larger. The small square beside a neuron is its bias."
    ),
    "gradients": (
        "Each link is a gradient: how the loss would rise if this weight grew. Orange with long "
        "dashes means up, blue with short dashes down. Thicker means steeper, compared with the "
        "steepest."
    ),
}


def chart(state):
    """What the chart of the losses shows."""
    first, last = state.history[0], state.losses
    return (
        f"Loss by epoch, from 0 to {last.epoch}. Test, solid: from {number(first.test)} to "
        f"{number(last.test)}. Training, dashed: from {number(first.training)} to "
        f"{number(last.training)}."
    )


def curve(activation, low, high):
    """What the curve of a neuron's activation shows, and between which sums z it is used."""
    if activation == softmax:
        return (
            f"Softmax divides 1 among the outputs. On the training set, z runs from {low:.2f} "
            f"to {high:.2f}."
        )
    return (
        f"The activation {activation.name}. On the training set, z runs from "
        f"{low:.2f} to {high:.2f} (the shaded part)."
    )


def map_title(state, place):
    """What the large map shows; place is (layer, node), or None for the output."""
    if place is None:
        return "Output"
    layer, node = place
    if layer < 0:
        return f"Feature {FEATURES[node]}"
    name = node_name(state, layer, node)
    return f"Output of {name}" if name.startswith("layer") else name.capitalize()
