"""What a hidden layer does: the samples as they come in, and as the last neuron sees them."""

import numpy as np

from toynn import forward
from toynn_course.plots.arrows import point_at
from toynn_course.plots.page import describe, side_by_side, styled
from toynn_course.plots.palette import CLASS_COLOURS, CLASS_MARKERS, GREY, INK, TEXT
from toynn_course.plots.words import fixed, listed

EXTENT = (-0.35, 1.35)
ENDS = np.array(EXTENT)


@styled
def before_and_after(network, data):
    """The corners of the square before a hidden layer of two sigmoid nodes, and after it.

    network : Network with 2 inputs, 2 hidden nodes and 1 output
    data : Dataset, such as the truth table of XOR

    Returns the Figure. Points that end up on the same spot are drawn as one.

    >>> from toynn import Layer, Network
    >>> from toynn.datasets import gate
    >>> from toynn_course.plots import alt
    >>> hidden = Layer([[20, 20], [-20, -20]], [-10, 30])
    >>> print(alt(before_and_after(Network([hidden, Layer([[20, 20]], [-30])]), gate("xor"))))
    Left, the inputs: [0, 0] and [1, 1] should be 0 (blue squares), [0, 1] and [1, 0] should be 1
    (orange circles). A dashed line cuts one corner off. An arrow says: still on the wrong side.
    Right, the same points as the last neuron sees them: [0, 0] is at (0, 1), [0, 1] and [1, 0] are
    at (1, 1), [1, 1] is at (1, 0). A straight line runs where h1 + h2 = 1.50. An arrow says: two
    points are here. An arrow says: one line is enough.
    """
    left, right = side_by_side(2, height=4.2)
    seen = forward(network, data.X).activations[1].round(2)
    for ax, places in ((left, data.X), (right, seen)):
        _draw_points(ax, places, data)
        ax.set(xlim=EXTENT, ylim=EXTENT, xticks=(0, 1), yticks=(0, 1), aspect="equal")
    left.set(title="what goes in", xlabel="x1", ylabel="x2")
    right.set(title="what the last neuron sees", xlabel="h1, first neuron", ylabel="h2, second")
    left.plot(ENDS, 0.5 - ENDS, "--", color=GREY)
    (w1, w2), b = network.layers[1].weights[0], network.layers[1].biases[0]
    right.plot(ENDS, -(w1 * ENDS + b) / w2, color=INK)
    describe(left, f"Left, the inputs: {_tell_targets(data)}. A dashed line cuts one corner off.")
    point_at(left, "still on the wrong side", (1, 1), (-34, -56))
    line = f"A straight line runs where h1 + h2 = {fixed(-b / w1, 2)}." if w1 == w2 else ""
    told = f"Right, the same points as the last neuron sees them: {_tell_places(seen, data)}."
    describe(right, f"{told} {line}")
    for spot, samples in _spots(seen).items():
        if len(samples) > 1:
            point_at(right, "two points are here", spot, (-88, -56))
    if w1 == w2:
        spot = (1.0, -b / w2 - 1.0)
        point_at(right, "one line is enough", spot, (-88, -62))
    return left.figure


def _spots(places):
    """The samples at each spot, by number."""
    spots = {}
    for number, spot in enumerate(places.tolist()):
        spots.setdefault(tuple(spot), []).append(number)
    return spots


def _names(samples, data):
    return [str(data.X[number].astype(int).tolist()) for number in samples]


def _draw_points(ax, places, data):
    """A marker for each spot, with the inputs of the samples that are there."""
    for (x, y), samples in _spots(places).items():
        c = int(data.Y[samples[0], 0])
        look = {"color": CLASS_COLOURS[c], "markersize": 15, "markeredgecolor": "white"}
        ax.plot([x], [y], CLASS_MARKERS[c], zorder=3, **look)
        up = 17 if y > 0.5 else -17
        words = listed(_names(samples, data))
        ax.annotate(
            words, (x, y), (0, up), textcoords="offset points", ha="center", va="center",
            fontsize=11, color=TEXT[CLASS_COLOURS[c]],
        )  # fmt: skip


def _tell_targets(data):
    parts = []
    for c, look in enumerate(("blue squares", "orange circles")):
        names = _names(np.flatnonzero(data.Y[:, 0] == c), data)
        parts.append(f"{listed(names)} should be {c} ({look})")
    return ", ".join(parts)


def _tell_places(seen, data):
    return ", ".join(
        f"{listed(_names(samples, data))} {'are' if len(samples) > 1 else 'is'} "
        f"at ({x:.0f}, {y:.0f})"
        for (x, y), samples in _spots(seen).items()
    )
