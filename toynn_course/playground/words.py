"""Words: what the picture shows, as a sentence and as a table."""

import numpy as np

from toynn.activations import softmax
from toynn_course.playground.settings import FEATURES

NAMES = {"multi_gauss": "hills and hollows", "gauss": "two clouds"}


def number(value):
    """A loss, with three digits after the point, or few digits if it is large."""
    return f"{value:.3f}" if abs(value) < 1000 else f"{value:.3g}"


def sentence(session, share_high=None):
    """What is on the screen.

    share_high : the share of the map that is on the high side; None where there is no such side
    """
    if not len(session.points):
        return (
            f"No points yet. The network is {_network(session)}. Add points on the map: "
            "click there, or go there with the Tab key, move with the arrow keys and press Enter."
        )
    losses = session.losses
    return (
        f"Epoch {session.epoch}: training loss {number(losses.training)}, "
        f"test loss {number(losses.test)}{_right(session)}. The data is "
        f"{NAMES.get(session.settings.dataset, session.settings.dataset)}, with "
        f"{len(session.training)} points to train and {len(session.test)} to test with; "
        f"the network is {_network(session)}.{_map(share_high)}"
    )


def _right(session):
    share = session.accuracy
    if share is None:
        return ""
    return f", {round(share * len(session.test))} of {len(session.test)} test points right"


def _network(session):
    network = session.network
    kinds = list(dict.fromkeys(layer.activation.name for layer in network.layers))
    return f"{'-'.join(map(str, network.sizes))} with {' and '.join(kinds)}"


def _map(share):
    return "" if share is None else f" Its output is high on {share:.0%} of the map."


def node_name(session, layer, node):
    """What a neuron is called: layer and node are counted from 0, layer -1 are the features."""
    if layer < 0:
        return session.settings.features[node]
    if layer < len(session.network.layers) - 1:
        return f"layer {layer + 1}, neuron {node + 1}"
    return output_name(session, node)


def output_name(session, node):
    """What an output is called: with softmax, by its class."""
    names = session.points.classes
    if session.output == softmax and node < len(names):
        return f"output {names[node]}"
    return "output"


def weight_table(session):
    """Every bias and every weight: a header, then a row for each neuron."""
    network = session.network
    widest = max(layer.n_inputs for layer in network.layers)
    rows = [["", "bias", *(f"weight {k}" for k in range(1, widest + 1))]]
    for l, layer in enumerate(network.layers):  # noqa: E741
        for j in range(len(layer)):
            numbers = np.concatenate([layer.biases[[j]], layer.weights[j]])
            cells = [f"{value:.3f}" for value in numbers]
            rows.append([node_name(session, l, j), *cells, *[""] * (widest - layer.n_inputs)])
    return rows


KEYS = {
    "weights": (
        "Links are weights: orange with long dashes is positive, blue with short dashes negative, "
        "thicker is stronger. The small square beside a node is its bias."
    ),
    "gradients": (
        "Links are gradients: how the loss would rise with each weight. Orange with long dashes is "
        "up, blue with short dashes down; thicker is steeper, and the thickest is the steepest."
    ),
}


def chart(session):
    """What the chart of the losses shows."""
    first, last = session.history[0], session.losses
    return (
        f"Loss by epoch, from 0 to {last.epoch}. Test, solid: from {number(first.test)} to "
        f"{number(last.test)}. Training, dashed: from {number(first.training)} to "
        f"{number(last.training)}."
    )


def shown(session, place):
    """What the large map shows; place is (layer, node), or None for the output."""
    if place is None:
        return "Output"
    layer, node = place
    if layer < 0:
        return f"Feature {FEATURES[node]}"
    name = node_name(session, layer, node)
    return f"Output of {name}" if name.startswith("layer") else name.capitalize()
