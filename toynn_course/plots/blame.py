"""Who is to blame: a network of three nodes in a row, and how one nudge gets through it."""

from toynn import forward, quadratic
from toynn_course.plots.arrows import point_at
from toynn_course.plots.page import bare, describe, new_axes, styled
from toynn_course.plots.palette import BLUE, GREY, INK, ORANGE, TEXT
from toynn_course.plots.words import ENOUGH, fixed, listed, minus

NODES = ("x", "h", "o")


@styled
def suspects(network, x, y):
    """A 1-1-1 network with its four numbers, its output, and what that should be.

    >>> from toynn import Layer, Network
    >>> from toynn_course.plots import alt
    >>> network = Network([Layer([[2.0]], [0.5]), Layer([[-1.0]], [0.0])])
    >>> print(alt(suspects(network, 1, 1)))
    A network of three nodes in a row: input x = 1, hidden node h, output o. It has four numbers,
    each with a question mark: w_hx = 2, b_h = 0.5, w_oh = −1 and b_o = 0. The output is 0.28. An
    arrow says: should be 1.
    """
    ax = bare(new_axes(7.2, 2.1, (0.3, 0.3, 0.1, 0.1)))
    ax.set(xlim=(-0.3, 3.3), ylim=(-0.85, 1.05))
    ax.plot([0, 2.75], [0, 0], color=GREY, zorder=1)
    look = {"ha": "center", "va": "center"}
    for place, name in enumerate(NODES):
        ax.plot([place], [0], "o", color="white", markeredgecolor=INK, markersize=36, zorder=2)
        ax.text(place, 0, name, weight="bold", fontsize=13, zorder=3, **look)
    ax.text(0, -0.62, f"input {x:g}", **look)
    named = _named(network)
    for (name, value), spot in zip(
        named.items(), [(0.5, 0.28), (1, -0.62), (1.5, 0.28), (2, -0.62)], strict=True
    ):
        words = f"{name} = {_plain(value)}"
        ax.text(*spot, f"{words}  ?", color=TEXT[ORANGE], **look)
    output = fixed(forward(network, [[x]]).output.item(), 2)
    ax.text(2.98, 0, output, fontsize=17, weight="bold", **look)
    numbers = listed(f"{name} = {_plain(value)}" for name, value in named.items())
    describe(
        ax,
        f"A network of three nodes in a row: input x = {x:g}, hidden node h, output o. It has four "
        f"numbers, each with a question mark: {numbers}. The output is {output}.",
    )
    return point_at(ax, f"should be {y:g}", (2.98, 0.14), (0, 48))


def _named(network):
    """The four numbers of a 1-1-1 network by their names."""
    first, second = network.layers
    numbers = (first.weights, first.biases, second.weights, second.biases)
    return dict(zip(("w_hx", "b_h", "w_oh", "b_o"), (n.item() for n in numbers), strict=True))


def _plain(value):
    """A number as it was given, or with four decimal places if it has more than two."""
    exact = abs(value - round(value, 2)) < ENOUGH
    return minus(f"{round(value, 2):g}") if exact else fixed(value, 4)


@styled
def one_nudge(network, x, y, nudge):
    """How a small change of w_hx gets to the cost, as the slopes of its links have it.

    >>> from toynn import Layer, Network
    >>> from toynn_course.plots import alt
    >>> network = Network([Layer([[2.0]], [0.5]), Layer([[-1.0]], [0.0])])
    >>> print(alt(one_nudge(network, 1, 1, 0.1)))
    What becomes of a nudge if every slope stays as it is: w_hx moves by +0.1; times 1, z_h by
    +0.1; times 0.0701, a_h by +0.0070; times −1, z_o by −0.0070; times 0.2034, a_o by −0.0014;
    times −0.7159, C by +0.0010. An arrow says: the sign turns here. An arrow says: and here it
    turns back.
    """
    factors, changes = _factors(network, x, y), [nudge]
    for factor in factors:
        changes.append(changes[-1] * factor)
    names = ("w_hx", "z_h", "a_h", "z_o", "a_o", "C")
    ax = bare(new_axes(9.0, 2.5, (0.3, 0.3, 0.1, 0.1)))
    ax.set(xlim=(-0.35, 5.35), ylim=(-1.1, 1.15))
    look = {"ha": "center", "va": "center"}
    moves = ["+" * (change > 0) + _plain(change) for change in changes]
    for place, (name, change, move) in enumerate(zip(names, changes, moves, strict=True)):
        up = change > 0
        colour = ORANGE if up else BLUE
        ax.plot([place], [0], "o", color="white", markeredgecolor=INK, markersize=40, zorder=2)
        ax.text(place, 0, name, weight="bold", zorder=3, **look)
        ax.plot([place], [-0.58], "^" if up else "v", color=colour, markersize=9)
        ax.text(place, -0.88, move, color=TEXT[colour], fontsize=12.5, **look)
    for place, factor in enumerate(factors):
        colour, dash = (BLUE, "--") if factor < 0 else (GREY, "-")
        arrow = {"arrowstyle": "->", "linewidth": 2, "color": colour, "linestyle": dash}
        arrow |= {"shrinkA": 0, "shrinkB": 0}
        ax.annotate("", (place + 0.74, 0), (place + 0.26, 0), arrowprops=arrow)
        ax.text(place + 0.5, 0.24, f"× {_plain(factor)}", **look)
    told = [
        f"times {_plain(factor)}, {name} by {move}"
        for factor, name, move in zip(factors, names[1:], moves[1:], strict=True)
    ]
    moved = f"w_hx moves by {moves[0]}; {'; '.join(told)}"
    describe(ax, f"What becomes of a nudge if every slope stays as it is: {moved}.")
    turns = [place + 0.5 for place, factor in enumerate(factors) if factor < 0]
    for place, words in zip(turns, ("the sign turns here", "and here it turns back"), strict=False):
        point_at(ax, words, (place, 0.36), (0, 42))
    return ax


def _factors(network, x, y):
    """The slopes of the links from w_hx to the cost."""
    first, second = network.layers
    (z_h, z_o), (*_, a_o) = forward(network, [[x]])
    slope_h, slope_o = first.activation.derivative(z_h), second.activation.derivative(z_o)
    factors = slope_h, second.weights, slope_o, quadratic.derivative(a_o, [[y]])
    return [x, *(factor.item() for factor in factors)]
