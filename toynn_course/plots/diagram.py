"""A network as nodes and links: what leads where, how strongly, and with which sign."""

import textwrap
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from matplotlib.collections import LineCollection

from toynn.checks import as_whole
from toynn_course.plots.checks import as_network
from toynn_course.plots.page import bare, describe, place_to_draw, styled
from toynn_course.plots.palette import BLUE, GREY, INK, ORANGE, TEXT
from toynn_course.plots.words import counted, few, fixed, listed

DASH, DOTS = (0, (3.2, 1.6)), (0, (1, 3))
FONT = 11  # points, and so are the sizes below
DIGIT = 7.4  # how wide a character is, at most
NODE = 36  # how wide a node is, enough for a bias
CROWD = 64  # links between two columns; of more, only the strongest are drawn
STRONGEST = 30
GLUE = "\N{NO-BREAK SPACE}"
HALF = np.array([2.6 * DIGIT, 0.72 * FONT])  # of the room that a weight takes
LABELLED = 12  # links; of more, none has its weight beside it


@styled
def network_diagram(network, ax=None, *, inputs=(), outputs=(), most=10):
    """A network as nodes in columns: a link for each weight, a bias in each node.

    Links are as wide as the weight is large; orange and solid is positive, blue and dashed is
    negative. Weights are written beside their links where there is room.

    Parameters
    ----------
    network : Network
    ax : matplotlib Axes to draw on; None for a new one
    inputs, outputs : names of the inputs and of the outputs; otherwise x1, x2 ... and y1, y2 ...
    most : how many nodes to draw a column, at least 3; the others are counted

    Returns the Axes. Raises ValueError if there are not as many names as inputs or outputs.

    Examples
    --------
    >>> from toynn import Layer, Network
    >>> from toynn_course.plots import alt
    >>> network = Network([Layer([[2.0, -1.0]], [0.5], "tanh"), Layer([[3.0]], [0.0])])
    >>> print(alt(network_diagram(network)))
    Network(2-1-1, tanh, sigmoid) as a diagram: 2 inputs, a hidden layer of 1 node, 1 output.
    Of its 3 weights 2 are positive and 1 is negative; the largest is 3, from node 1 of layer 1 to
    y1. Biases run from 0 to 0.5.
    """
    names = _names(as_network(network), inputs, outputs)
    columns = [_column(size, as_whole(most, "most", least=3)) for size in network.sizes]
    rows = max(len(column.nodes) + bool(column.left_out) for column in columns)
    width, height = max(4.6, 2 * len(columns)), max(2.2, 0.6 * rows)
    key = _key(columns, width * 72)
    below = 0.25 + 0.19 * len(key.splitlines())
    size = width, height + below + 0.6
    ax = bare(place_to_draw(ax, *size, margins=(0.1, 0.1, below, 0.6)))
    plan = _plan(ax, network, names, columns, rows)
    for number in range(len(network.layers)):
        _draw_links(ax, number, network, plan)
    for number in range(len(columns)):
        _draw_nodes(ax, number, network, plan)
        _draw_head(ax, number, network, plan)
    _draw_key(ax, _key(columns, plan.width, plan.node > 3 * DIGIT))
    return describe(ax, _tell(network, names, columns))


@dataclass(frozen=True)
class _Column:
    """Which nodes of a column are drawn, and how many are left out before the last of them."""

    nodes: tuple[int, ...]
    left_out: int = 0


@dataclass(frozen=True)
class _Plan:
    """Where everything goes; lengths are in points."""

    names: tuple  # of the inputs and of the outputs
    columns: tuple[_Column, ...]
    xs: tuple[float, ...]  # of the columns
    ys: tuple[dict, ...]  # of the nodes of each column, by number
    gaps: tuple[float, ...]  # height at which those left out are counted, in each column
    node: float  # width of a node
    width: float  # of everything


def _names(network, inputs, outputs):
    """Names of the inputs and the outputs."""
    sides = []
    for names, size, letter, what in (
        (inputs, network.sizes[0], "x", "inputs"),
        (outputs, network.sizes[-1], "y", "outputs"),
    ):
        if len(names) not in {0, size}:
            raise ValueError(
                f"there are {len(names)} names of {what}, but {network} has {size}; "
                "give one for each"
            )
        sides.append(tuple(map(str, names)) or tuple(f"{letter}{k}" for k in range(1, size + 1)))
    return tuple(sides)


def _column(size, most):
    """All nodes; of too many, the first ones and the last."""
    return _Column(tuple(range(size))) if size <= most else (
        _Column((*range(most - 2), size - 1), size - most + 1)
    )  # fmt: skip


def _plan(ax, network, names, columns, rows):
    """Set the scales of the Axes to points, and find a place for everything."""
    width, height = ax.get_window_extent().size * 72 / ax.figure.dpi
    ax.set(xlim=(0, width), ylim=(0, height))
    node = min(NODE, 0.8 * height / rows, 0.4 * width / len(columns))
    left = node / 2 + 4 + (0 if _fits(names[0], node) else _widest(names[0]))
    right = node / 2 + 8 + _widest(names[1])
    half = max(30, max(len(layer.activation.name) for layer in network.layers) * DIGIT / 2)
    xs = np.linspace(max(left, half), width - max(right, half), len(columns))
    ys, gaps = zip(*(_heights(column, height, rows) for column in columns), strict=True)
    return _Plan(names, tuple(columns), tuple(xs.tolist()), ys, gaps, node, width)


def _widest(words):
    return max(map(len, words)) * DIGIT


def _fits(words, node):
    return _widest(words) < node - 4


def _heights(column, height, rows):
    """The height of each node of a column, and of the words that count those left out."""
    places = len(column.nodes) + bool(column.left_out)
    step = min(height / places, 2 * height / rows)
    ys = (height / 2 + step * (np.arange(places)[::-1] - (places - 1) / 2)).tolist()
    gap = ys.pop(-2) if column.left_out else 0.0
    return dict(zip(column.nodes, ys, strict=True)), gap


def _draw_links(ax, number, network, plan):
    """The weights of a layer, with their values where there is room."""
    weights, largest = network.layers[number].weights, _largest(network)
    links = [
        (float(weights[j, k]), (plan.xs[number], y_k), (plan.xs[number + 1], y_j))
        for j, y_j in plan.ys[number + 1].items()
        for k, y_k in plan.ys[number].items()
    ]
    drawn = sorted(links, key=lambda link: abs(link[0]))[-_n_drawn(links) :]
    for sign, colour, dash in ((1, ORANGE, "-"), (-1, BLUE, DASH), (0, GREY, DOTS)):
        chosen = [link for link in drawn if np.sign(link[0]) == sign]
        look = {"colors": colour, "linestyles": [dash], "zorder": 1}
        look["linewidths"] = [0.6 + 4.4 * abs(weight) / largest for weight, *_ in chosen]
        ax.add_collection(LineCollection([ends for _, *ends in chosen], **look))
    box = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}
    for weight, x, y in _label_places(links, plan.node):
        look = {"fontsize": FONT, "color": TEXT[_colour(weight)], "zorder": 2}
        ax.text(x, y, fixed(weight, 2), ha="center", va="center", bbox=box, **look)


def _n_drawn(links):
    """How many links are drawn of those between two columns."""
    return len(links) if len(links) <= CROWD else STRONGEST


def _colour(weight):
    return ORANGE if weight > 0 else BLUE if weight < 0 else GREY


def _largest(network):
    """The size of the largest weight; at least 1, so that small ones look small."""
    return max(1.0, *(float(np.abs(layer.weights).max()) for layer in network.layers))


def _label_places(links, node):
    """Where the values of the links can stand without touching; nowhere if they do not all fit.

    Each takes the place on its link that is farthest from other links, if it is still free. Where
    that ends in one that finds none, another one begins.
    """
    spots = [_spots(link, links, node) for link in links] if len(links) <= LABELLED else []
    for first in range(len(spots)):
        order = [*range(first, len(spots)), *range(first)]
        places = _free_places([spots[i] for i in order])
        if len(places) == len(links):
            return [(links[i][0], *place) for i, place in zip(order, places, strict=True)]
    return []


def _spots(link, links, node):
    """Where the value of a link may stand, the best first."""
    _, start, end = link
    edge = (node / 2 + HALF[0] + 3) / (end[0] - start[0])
    along = np.linspace(edge, 1 - edge, 41) if edge < 0.5 else []
    spots = [(t, np.add(start, t * np.subtract(end, start))) for t in along]
    others = [other for other in links if other is not link]
    spots.sort(key=lambda spot: -_clearance(*spot, others))
    return [spot for _, spot in spots]


def _free_places(spots):
    """For one after the other the best spot that no earlier one has taken, as far as it goes."""
    taken = []
    for choice in spots:
        free = (s for s in choice if all((abs(s - other) > 2 * HALF).any() for other in taken))
        spot = next(free, None)
        if spot is None:
            break
        taken.append(spot)
    return taken


def _clearance(along, spot, links):
    """How far above or below the nearest of the links runs; beyond 20 points all are alike."""
    heights = [start[1] + along * (end[1] - start[1]) for _, start, end in links]
    nearest = min((abs(height - spot[1]) for height in heights), default=20)
    return round(min(nearest, 20)) - abs(along - 0.35)  # of equal ones, that nearest the start


def _draw_nodes(ax, number, network, plan):
    """A column of nodes, with the name of an input or a bias inside."""
    x, ys = plan.xs[number], plan.ys[number]
    look = {"markersize": plan.node, "markerfacecolor": "white", "markeredgewidth": 1.6}
    rim = INK if number else GREY
    ax.plot([x] * len(ys), list(ys.values()), "o", markeredgecolor=rim, **look, zorder=3)
    words = {"fontsize": FONT, "va": "center", "zorder": 4}
    inside = plan.names[0] if number == 0 else [_bias(b) for b in network.layers[number - 1].biases]
    outside = plan.names[1] if number == len(plan.xs) - 1 else ()
    for node, y in ys.items():
        if len(inside[node]) * DIGIT < plan.node if number else _fits(inside, plan.node):
            ax.text(x, y, inside[node], ha="center", **words)
        elif number == 0:
            ax.text(x - plan.node / 2 - 4, y, inside[node], ha="right", **words)
        if outside:
            ax.text(x + plan.node / 2 + 5, y, outside[node], ha="left", **words)
    if plan.columns[number].left_out:
        box = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
        text = f"… {plan.columns[number].left_out} more"
        ax.text(x, plan.gaps[number], text, ha="center", bbox=box, **words)


def _bias(bias):
    """A bias, as short as a node is wide."""
    return fixed(bias, 1 if abs(bias) < 9.95 else 0)


def _draw_head(ax, number, network, plan):
    """What a column is, above it; of hidden ones only where there is room."""
    last = len(plan.xs) - 1
    hidden = f"hidden {number}" if last > 2 else "hidden"
    name = "input" if number == 0 else "output" if number == last else hidden
    activation = network.layers[number - 1].activation.name if number else ""
    if 0 < number < last and plan.xs[1] - plan.xs[0] < max(len(hidden), len(activation)) * DIGIT:
        return
    for text, up in ((name, 20), (activation, 5)):
        ax.annotate(
            text, (plan.xs[number], 1), (0, up), xycoords=("data", "axes fraction"),
            textcoords="offset points", ha="center", fontsize=FONT, annotation_clip=False,
        )  # fmt: skip


def _is_crowded(columns):
    return any(len(a.nodes) * len(b.nodes) > CROWD for a, b in pairwise(columns))


def _key(columns, width, with_biases=True):
    """How to read a link and a number, in as many lines as it takes."""
    parts = ["orange: positive weight", "blue, dashed: negative"]
    if with_biases:
        parts.append("in a node: its bias")
    if _is_crowded(columns):
        parts.append(f"only the {STRONGEST} largest weights of a layer")
    glued = [part.replace(" ", GLUE) for part in parts]  # lines are broken between them
    text = f";{GLUE} ".join(glued)
    return textwrap.fill(text, int(width / 6.3), break_long_words=False)


def _draw_key(ax, text):
    ax.annotate(
        text, (0.5, 0), (0, -10), xycoords="axes fraction", textcoords="offset points",
        ha="center", va="top", fontsize=FONT, annotation_clip=False,
    )  # fmt: skip


def _tell(network, names, columns):
    inputs, *hidden, outputs = network.sizes
    parts = [counted(inputs, "input"), counted(outputs, "output")]
    if len(hidden) == 1:
        parts.insert(1, f"a hidden layer of {counted(hidden[0], 'node')}")
    elif hidden:
        parts.insert(1, f"hidden layers of {listed(hidden)} nodes")
    biases = np.concatenate([layer.biases for layer in network.layers])
    text = f"{network} as a diagram: {', '.join(parts)}. {_tell_weights(network, names)} "
    text += f"{_tell_biases(biases)}."
    missing = [
        f"{column.left_out} of {size} nodes in column {number}"
        for number, (column, size) in enumerate(zip(columns, network.sizes, strict=True), 1)
        if column.left_out
    ]
    if _is_crowded(columns):
        missing.append(f"all but the {STRONGEST} largest weights between two columns")
    return f"{text} Left out of the picture: {listed(missing)}." if missing else text


def _tell_weights(network, names):
    """How many weights there are of each sign, and where the largest is."""
    every = np.concatenate([layer.weights.ravel() for layer in network.layers])
    largest = [float(np.abs(layer.weights).max()) for layer in network.layers]
    l = int(np.argmax(largest))  # noqa: E741 - the l of the equations
    weights = network.layers[l].weights
    j, k = np.unravel_index(np.abs(weights).argmax(), weights.shape)
    start = names[0][k] if l == 0 else f"node {k + 1} of layer {l}"
    end = names[1][j] if l == len(largest) - 1 else f"node {j + 1} of layer {l + 1}"
    if len(every) == 1:
        return f"Its only weight is {few(every[0])}, from {start} to {end}."
    if not every.any():
        return f"Every one of its {len(every)} weights is 0."
    plus, minuses = (
        f"{n} {'is' if n == 1 else 'are'}" for n in ((every > 0).sum(), (every < 0).sum())
    )
    return (
        f"Of its {len(every)} weights {plus} positive and {minuses} negative; the largest is "
        f"{few(weights[j, k])}, from {start} to {end}."
    )


def _tell_biases(biases):
    low, high = few(biases.min()), few(biases.max())
    if low != high:
        return f"Biases run from {low} to {high}"
    return f"Every bias is {low}" if len(biases) > 1 else f"Its bias is {low}"
