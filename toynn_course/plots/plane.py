"""The plane of the playground: points on it, what a network answers there, and its first cuts."""

import numpy as np
from matplotlib.figure import Figure

from toynn_course.plots.page import PIXELS, describe, place_to_draw, styled, tidy
from toynn_course.plots.palette import DIVERGING, INK, class_colour, class_marker
from toynn_course.plots.words import place, roughly

LIMIT = 6  # the clouds of points lie between -6 and 6
GRID = 101


@styled
def plane(answers, data, ax=None, *, title="", rule=None):
    """What a network answers everywhere on the plane of the playground, and some points.

    Parameters
    ----------
    answers : function of places, an array (n, 2), that returns n outputs from -1 to 1, such as a
        Network of two inputs, or the `answers` of a Session
    data : Dataset of targets 1 and -1, whose first two inputs are the place
    ax : matplotlib Axes to draw on; None for a new one
    title : what is written above
    rule : radius of a dashed circle around the middle, the true rule; None for none

    Returns the Axes.

    Examples
    --------
    >>> from toynn import Layer, Network
    >>> from toynn.datasets import gauss
    >>> from toynn_course.plots import alt
    >>> line = Network([Layer([[2, 2]], [0], "tanh")])
    >>> print(alt(plane(line, gauss(rng=0), title="One line")))
    One line: the answer is 1 (orange) on 50% of the plane, up to its edge, and −1 (blue) on the
    rest. 500 of 500 points (orange circles for 1, blue squares for −1) are classified correctly.
    """
    ax = place_to_draw(ax, 4.6, 4.6, margins=(0.75, 0.4, 0.7, 0.5))
    high = draw_answers(ax, answers) >= 0
    draw_points(ax, data, size=4.5)
    ax.set(title=title, xlabel="x1", ylabel="x2")
    right = ((answers(_places(data)) >= 0).ravel() == (data.Y[:, 0] > 0)).sum()
    text = f"{title or 'A map'}: the answer is 1 (orange) {_tell_region(high)}. {right} of "
    text += f"{len(data)} points (orange circles for 1, blue squares for −1) are classified "
    return describe(ax, f"{text}correctly.{_draw_rule(ax, rule, high) if rule else ''}")


@styled
def first_cuts(networks):
    """What each neuron of a first layer answers alone: a row of maps for each network.

    networks : dict of name to Network, with two inputs and a first layer of tanh each

    Returns the Figure. An arrow shows the two weights of a neuron: across its cut, towards 1.

    Examples
    --------
    >>> from toynn import Layer, Network
    >>> from toynn_course.plots import alt
    >>> network = Network([Layer([[1, 1], [-2, 0]], [0, 0], "tanh"), Layer([[1, 1]], [0])])
    >>> print(alt(first_cuts({"seed 3": network})))
    seed 3, neuron 1: a straight cut; the answer is 1 at the top right. seed 3, neuron 2: a straight
    cut; the answer is 1 on the left.
    """
    columns = max(network.sizes[1] for network in networks.values())
    width, height = 2.35, 2.5
    figure = Figure(figsize=(width * columns, height * len(networks)), dpi=PIXELS)
    for row, (name, network) in enumerate(networks.items()):
        for number, neuron in enumerate(network.layers[0]):
            bottom = 1 - (row + 0.86) / len(networks)
            inner = (number + 0.17) / columns, bottom, 0.76 / columns, 0.72 / len(networks)
            ax = tidy(figure.add_axes(inner))
            _draw_cut(ax, neuron)
            ax.set_title(f"{name}, neuron {number + 1}", fontsize=12)
            right, up = np.array(neuron.weights) / np.hypot(*neuron.weights)
            where = f"the answer is 1 {place(right, up)}"
            describe(ax, f"{name}, neuron {number + 1}: a straight cut; {where}.")
    return figure


def draw_points(ax, data, size):
    """A dot for each sample, on a square plane."""
    look = {"linestyle": "", "markeredgecolor": "white", "markeredgewidth": 0.5, "zorder": 3}
    for number, chosen in enumerate((data.Y[:, 0] <= 0, data.Y[:, 0] > 0)):
        marker, colour = class_marker(number), class_colour(number)
        ax.plot(*_places(data)[chosen].T, marker, color=colour, markersize=size, **look)
    _frame(ax)


def draw_answers(ax, answers):
    """The answer at each place as a colour, and a line where it changes its sign; these answers."""
    along = LIMIT * ((np.arange(GRID) + 0.5) * 2 / GRID - 1)
    places = np.stack(np.meshgrid(along, along), axis=-1).reshape(-1, 2)
    values = answers(places).reshape(GRID, GRID)
    placed = {"extent": (-LIMIT, LIMIT, -LIMIT, LIMIT), "origin": "lower"}
    ax.imshow(values, cmap=DIVERGING.resampled(20), vmin=-1, vmax=1, **placed)
    if values.min() < 0 < values.max():
        ax.contour(values, levels=[0], colors=INK, linewidths=1.8, **placed)
    return values


def _places(data):
    return data.X[:, :2]


def _frame(ax):
    edges = -LIMIT, LIMIT
    ax.set(xlim=edges, ylim=edges, aspect="equal", xticks=[-4, 0, 4], yticks=[-4, 0, 4])


def _tell_region(high):
    """How much of the plane is high, and whether that reaches an edge."""
    if high.all() or not high.any():
        return "everywhere" if high.all() else "nowhere"
    rim = np.concatenate([high[0], high[-1], high[:, 0], high[:, -1]])
    where = "up to its edge" if rim.any() else "closed on all sides"
    return f"on {roughly(high.mean())} of the plane, {where}, and −1 (blue) on the rest"


def _draw_rule(ax, radius, high):
    """The circle that the labels would follow if none of them were wrong, and what it says."""
    turn = np.linspace(0, 2 * np.pi, 200)
    ax.plot(radius * np.cos(turn), radius * np.sin(turn), "--", color=INK, linewidth=1.8, zorder=4)
    along = LIMIT * ((np.arange(GRID) + 0.5) * 2 / GRID - 1)
    inside = np.hypot(*np.meshgrid(along, along)) < radius
    return (
        f" A dashed circle is the true rule: 1 inside, −1 outside. The answer is 1 on "
        f"{roughly(high[inside].mean())} of its inside, and on {roughly(high[~inside].mean())} of "
        "its outside."
    )


def _draw_cut(ax, neuron):
    """What one neuron answers, and its weights as an arrow from its cut."""
    weights = np.array(neuron.weights)
    draw_answers(ax, lambda places: neuron.activation(places @ weights + neuron.bias))
    _frame(ax)
    towards, start = weights / np.hypot(*weights), -neuron.bias * weights / (weights @ weights)
    start = start if np.abs(start).max() < LIMIT - 3 else np.zeros(2)
    arrow = {"arrowstyle": "->", "color": INK, "linewidth": 1.8, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", start + 2 * towards, start, arrowprops=arrow)
    for side, answer in ((4.6, "1"), (-4.6, "−1")):
        ax.text(*(side * towards), answer, fontsize=12, ha="center", va="center")
