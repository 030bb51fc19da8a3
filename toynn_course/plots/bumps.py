"""Bumps: two neurons make one, and enough of them make any curve."""

import numpy as np

from toynn import forward
from toynn_course.plots.arrows import point_at
from toynn_course.plots.page import describe, side_by_side, styled
from toynn_course.plots.palette import BLUE, GREY, INK, ORANGE
from toynn_course.plots.words import counted, few

PLACES, MANY = 801, 2001  # the second: where notebook 03 measures the same gap


@styled
def one_bump(network, low, high):
    """A 1-2-1 network whose output is the first hidden node minus the second, and both of these.

    Returns the Figure.

    >>> from toynn import Layer, Network
    >>> from toynn_course.plots import alt
    >>> up_and_down = Layer([[10], [10]], [-30, -50])
    >>> network = Network([up_and_down, Layer([[1, -1]], [0], "identity")])
    >>> print(alt(one_bump(network, 0, 8)))
    Left, the two hidden neurons: the first (orange) rises from 0 to 1 at x = 3, the second (blue,
    dashed) at x = 5. Right, the first minus the second: 0 before x = 3, 1 between 3 and 5, 0 after
    it. An arrow says: a bump.
    """
    left, right = side_by_side(2, height=3.2)
    x = np.linspace(low, high, PLACES)
    passed = forward(network, x[:, None])
    start, end = -network.layers[0].biases / network.layers[0].weights[:, 0]
    for a, colour, line in zip(passed.activations[1].T, (ORANGE, BLUE), ("-", "--"), strict=True):
        left.plot(x, a, line, color=colour)
    right.plot(x, passed.output[:, 0], color=INK)
    left.set(title="the two neurons", xlabel="x", ylim=(-0.1, 1.3), yticks=(0, 1))
    right.set(title="first minus second", xlabel="x", ylim=(-0.1, 1.3), yticks=(0, 1))
    describe(
        left,
        f"Left, the two hidden neurons: the first (orange) rises from 0 to 1 at x = {few(start)}, "
        f"the second (blue, dashed) at x = {few(end)}.",
    )
    left.text(start - 0.15, 0.6, "first", ha="right")
    left.text(end + 0.2, 0.6, "second")
    describe(
        right,
        f"Right, the first minus the second: 0 before x = {few(start)}, 1 between {few(start)} and "
        f"{few(end)}, 0 after it.",
    )
    point_at(right, "a bump", ((start + end) / 2 + 0.8, 1), (62, 14))
    return left.figure


@styled
def built_from_bumps(curve, networks, low, high, names=("km", "m")):
    """A curve, and what networks of bumps answer: a panel for each, the widest bumps first.

    curve : function of an array; networks : 1-2n-1, the first n nodes go up, the others down
    names : what runs from left to right, and upward

    Returns the Figure.

    >>> from toynn import Layer, Network
    >>> from toynn_course.plots import alt
    >>> hidden = Layer([[8], [8], [8], [8]], [4, -36, -36, -76])
    >>> network = Network([hidden, Layer([[2, 3, -2, -3]], [0], "identity")])
    >>> print(alt(built_from_bumps(lambda x: 2 + 0 * x, [network], 0, 9)))
    2 bumps, 4 neurons: the answer misses the dashed curve by at most 1 m. An arrow says: one bump.
    """
    panels = side_by_side(len(networks), height=3.8)
    x = np.linspace(low, high, MANY)
    for ax, network in zip(panels, networks, strict=True):
        n = network.sizes[1] // 2
        answer, wanted = network(x[:, None])[:, 0], curve(x)
        ax.plot(x, answer, color=ORANGE)
        ax.plot(x, wanted, "--", color=INK, linewidth=1.5)
        ax.set(title=f"{counted(n, 'bump')}, {2 * n} neurons", ylim=(0, 1.3 * wanted.max()))
        ax.set(xlabel=names[0], ylabel=names[1])
        gap = f"{np.abs(answer - wanted).max():.0f}"
        describe(
            ax,
            f"{counted(n, 'bump')}, {2 * n} neurons: the answer misses the dashed curve by at most "
            f"{gap} {names[1]}.",
        )
    _draw_bumps(panels[0], networks[0], x)
    return panels[0].figure


def _draw_bumps(ax, network, x):
    """Each bump alone, and an arrow to one of them."""
    n, output = network.sizes[1] // 2, network.layers[1].weights[0]
    terms = forward(network, x[:, None]).activations[1] * output
    bumps = terms[:, :n] + terms[:, n:]
    ax.plot(x, bumps, color=GREY, linewidth=1)
    tallest = bumps.max(axis=0).argmax()
    point_at(ax, "one bump", (x[bumps[:, tallest].argmax()], bumps[:, tallest].max()), (-78, 26))
