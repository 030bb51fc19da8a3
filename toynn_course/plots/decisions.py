"""What one neuron decides: a window, a step and a sigmoid, a cut and the arrow of its weights."""

import numpy as np

from toynn import Layer, Network, Node, sigmoid
from toynn_course.plots.arrows import point_at
from toynn_course.plots.page import describe, new_axes, side_by_side, styled
from toynn_course.plots.palette import BLUE, DIVERGING, GREY, INK, ORANGE, TEXT
from toynn_course.plots.regions import decision_regions
from toynn_course.plots.words import few, fixed

LOOKS = ((ORANGE, ":"), (INK, "-"), (BLUE, "--"))  # of three curves
SIDES = ("shut", "open")
CORNER = 0.35  # the side of the mark of a right angle


@styled
def window(w, b, low, high):
    """The weighted sum of a window over the temperature, and where it changes its mind.

    w, b : the weight, above 0, and the bias
    low, high : the temperatures at the ends, in °C

    Raises ValueError if w is not above 0.

    >>> from toynn_course.plots import alt
    >>> print(alt(window(0.5, -13, 14, 38)))
    The weighted sum z over the temperature: a straight line from −6 at 14 °C to 6 at 38 °C. Where
    it is below 0 (blue, on the left), the window is shut; elsewhere (orange) it is open. An arrow
    says: 26 °C: here it changes its mind.
    """
    if w <= 0:
        raise ValueError(f"w is {w:g}, expected more than 0: the window opens when it gets warmer")
    ax = new_axes(6.4, 3.4, (0.75, 0.4, 0.7, 0.2))
    ends, turn = np.array([low, high]), -b / w
    sums = w * ends + b
    for side, (one, other) in enumerate(((low, turn), (turn, high))):
        ax.axvspan(one, other, color=DIVERGING(float(side)), alpha=0.35, linewidth=0)
        spot, colour = ((one + other) / 2, 0.86 * sums[1]), TEXT[(BLUE, ORANGE)[side]]
        ax.text(*spot, SIDES[side], ha="center", va="center", color=colour, weight="bold")
    ax.axhline(0, color=GREY, linewidth=1)
    ax.plot(ends, sums, color=INK)
    ax.plot([turn], [0], "o", color=INK, markersize=9)
    ax.set(xlabel="temperature x in °C", ylabel="sum z", xlim=(low, high))
    first, last = map(few, sums)
    describe(
        ax,
        f"The weighted sum z over the temperature: a straight line from {first} at {low} °C to "
        f"{last} at {high} °C. Where it is below 0 (blue, on the left), the window is shut; "
        "elsewhere (orange) it is open.",
    )
    return point_at(ax, f"{few(turn)} °C: here it\nchanges its mind", (turn, 0), (90, -52))


@styled
def step_and_sigmoid(nudged=-0.5):
    """The step and the sigmoid, and what a small change of z does to each.

    nudged : the z at which the change is looked at

    >>> from toynn_course.plots import alt
    >>> print(alt(step_and_sigmoid()))
    The output over z. The step (dashed) is 0 below z = 0 and 1 from there on. The sigmoid rises
    smoothly from near 0 to near 1, through 0.5 at z = 0. An arrow says: z moves a little, and so
    does a. An arrow says: z moves a little, and a does not.
    """
    ax = new_axes(6.4, 3.6, (0.75, 0.4, 0.7, 0.2))
    z = np.linspace(-6, 6, 241)
    ax.plot(z, sigmoid(z), color=ORANGE)
    for ends, level in (((-6, 0), 0), ((0, 6), 1)):
        ax.plot(ends, (level, level), "--", color=BLUE)
    ax.plot((0, 0), (0, 1), ":", color=BLUE, linewidth=1.5)
    ax.plot([nudged], [sigmoid(nudged)], "o", color=ORANGE, markersize=9)
    ax.plot([nudged], [0], "s", color=BLUE, markersize=9, clip_on=False)
    ax.text(1.6, 0.72, "sigmoid", color=TEXT[ORANGE])
    ax.text(-0.15, 1.0, "step", color=TEXT[BLUE], ha="right", va="center")
    ax.set(xlabel="z", ylabel="output a", xlim=(-6, 6), ylim=(-0.08, 1.12))
    describe(
        ax,
        "The output over z. The step (dashed) is 0 below z = 0 and 1 from there on. The sigmoid "
        "rises smoothly from near 0 to near 1, through 0.5 at z = 0.",
    )
    spot = nudged, sigmoid(nudged)
    point_at(ax, "z moves a little,\nand so does a", spot, (-110, 40))
    return point_at(ax, "z moves a little,\nand a does not", (nudged, 0), (110, 40))


@styled
def three_biases_three_weights(biases=(3, 0, -3), weights=(5, 1, -1)):
    """The output of a sigmoid neuron: left with three biases, right with three weights.

    >>> from toynn_course.plots import alt
    >>> print(alt(three_biases_three_weights().figure))
    Left, w = 1: the same curve three times, one half at x = −3 with b = 3, at x = 0 with b = 0, at
    x = 3 with b = −3. An arrow says: smaller b: further right. Right, b = 0: three curves that
    are one half at x = 0. With w = 5 the curve rises, with slope 1.25 there; with w = 1 it rises,
    with slope 0.25 there; with w = −1 it falls, with slope −0.25 there. An arrow says: larger w:
    steeper. An arrow says: w below 0: it falls.
    """
    left, right = side_by_side(2, height=3.8)
    x = np.linspace(-6, 6, 241)
    for b, (colour, dash) in zip(biases, LOOKS, strict=True):
        left.plot(x, sigmoid(x + b), dash, color=colour)
        left.text(-b - 1.25, 0.56, f"b = {few(b)}", ha="center", fontsize=11, color=_dark(colour))
    spots = ((-0.9, 0.99), (3.4, 0.8), (-4.2, 0.8))
    for w, (colour, dash), spot in zip(weights, LOOKS, spots, strict=True):
        right.plot(x, sigmoid(w * x), dash, color=colour)
        words = f"w = {few(w)}"
        right.text(*spot, words, ha="center", va="center", color=_dark(colour))
    for ax, title in ((left, "w = 1, three biases"), (right, "b = 0, three weights")):
        ax.set(title=title, xlabel="x", xticks=range(-6, 7, 3), ylim=(-0.08, 1.12))
    left.set_ylabel("output a")
    places = ", ".join(f"at x = {few(-b)} with b = {few(b)}" for b in biases)
    describe(left, f"Left, w = 1: the same curve three times, one half {places}.")
    point_at(left, "smaller b:\nfurther right", (-biases[-1], 0.5), (18, -52))
    told = "; ".join(
        f"with w = {few(w)} {'the curve' if n == 0 else 'it'} {'rises' if w > 0 else 'falls'}, "
        f"with slope {few(w * sigmoid.derivative(0.0), 3)} there"
        for n, w in enumerate(weights)
    )
    told = told[0].upper() + told[1:]
    describe(right, f"Right, b = 0: three curves that are one half at x = 0. {told}.")
    steep, falling = weights[0], weights[-1]
    point_at(right, "larger w:\nsteeper", (-0.3, sigmoid(-0.3 * steep)), (-60, 26))
    point_at(right, "w below 0:\nit falls", (2.0, sigmoid(2.0 * falling)), (32, 48))
    return left


def _dark(colour):
    """The colour in which words beside a line can be read."""
    return TEXT.get(colour, INK)


@styled
def weight_arrow(weights, bias, sample=None, *, names=("x1", "x2"), reach=4):
    """The plane of two inputs, cut where z = 0, with the weights as an arrow from the cut.

    sample : a point (x1, x2) to mark, with its z; None for none
    names : of the two inputs

    >>> from toynn_course.plots import alt
    >>> print(alt(weight_arrow([2, -1], 0.5, (1, 3))))
    Decision regions of Network(2-1, sigmoid): 0 (blue squares) takes a region on the left, 47% of
    the picture; 1 (orange circles) takes the rest, 53%. From the cut, where z = 0, the weights
    start as an arrow: 2 to the right and 1 down. It stands at right angles to the cut and points
    to the side of the 1. An arrow says: the weights (2, −1). An arrow says: the cut: z = 0. An
    arrow says: (1, 3): z = −0.5.
    """
    node, w = Node(weights, bias), np.asarray(weights, dtype=float)
    network = Network([Layer([weights], [bias])])
    ax = decision_regions(network, extent=(-reach, reach, -reach, reach))
    foot = -bias * w / (w @ w)  # the point of the cut nearest to (0, 0)
    tip, across = foot + w, np.array([-w[1], w[0]]) / np.hypot(*w)
    along = w / np.hypot(*w)
    arrow = {"arrowstyle": "-|>", "color": INK, "linewidth": 3, "mutation_scale": 20}
    ax.annotate("", tip, foot, arrowprops=arrow | {"shrinkA": 0, "shrinkB": 0}, zorder=4)
    corner = foot + CORNER * np.array([along, along + across, across])
    ax.plot(*corner.T, color=INK, linewidth=1.4)
    ax.set(xlabel=names[0], ylabel=names[1], title="")
    sides = "right" if w[0] > 0 else "left", "up" if w[1] > 0 else "down"
    describe(
        ax,
        f"{ax.get_label()} From the cut, where z = 0, the weights start as an arrow: "
        f"{few(abs(w[0]))} to the {sides[0]} and {few(abs(w[1]))} {sides[1]}. It stands at right "
        "angles to the cut and points to the side of the 1.",
    )
    point_at(ax, f"the weights ({few(w[0])}, {few(w[1])})", tip, tuple(48 * across - 14 * along))
    point_at(ax, "the cut: z = 0", foot - 3 * across, tuple(74 * along))
    if sample is not None:
        ax.plot(*np.reshape(sample, (2, 1)), "D", color=INK, markeredgecolor="white", markersize=9)
        words = f"({few(sample[0])}, {few(sample[1])}): z = {fixed(node.z(sample), 1)}"
        point_at(ax, words, sample, (-90, 10))
    return ax
