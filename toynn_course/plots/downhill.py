"""Gradient descent in pictures: in the fog, on a curve, in a bowl, and past a saddle."""

import numpy as np
from matplotlib.colors import TwoSlopeNorm
from matplotlib.figure import Figure

from toynn_course.plots.arrows import PAPER, point_at
from toynn_course.plots.page import PIXELS, describe, new_axes, side_by_side, styled, tidy
from toynn_course.plots.palette import BLUE, DIVERGING, GREY, INK, ORANGE, PALE, TEXT
from toynn_course.plots.words import counted, few, fixed, listed

LOOKS = ((BLUE, "s-", 10), (ORANGE, "o--", 5))  # of two paths, the second one on the first
SIGHT = 1.0  # how far you see in the fog, to both sides
TOLD = 10  # steps of a path that its words are about
HEIGHTS = (5, 25, 100, 250, 500)  # the cost on each line of a bowl
SADDLE_HEIGHTS = (0.1, 0.3, 0.5, 0.8, 1.5, 3.0)
ARROWS = (  # words on a saddle, where they are, and the arrow beside them
    ("down", (0.3, 0.97), (-0.08, 0.4), (0.3, 0.78)),
    ("down", (-0.78, -0.72), (-0.15, -0.15), (-0.6, -0.6)),
    ("up", (1.42, -1.37), (0.75, -0.75), (1.25, -1.25)),
    ("up", (-0.96, 0.92), (-0.3, 0.3), (-0.8, 0.8)),
)


@styled
def in_fog(cost, at):
    """The little that you see of a curve from one place on it.

    cost : function of an array; at : where you stand

    >>> from toynn_course.plots import alt
    >>> alt(in_fog(lambda w: w * w, 10.0)).split(". ")[1]
    'You stand at w = 10.0, and the ground rises to the right'
    """
    ax = new_axes(height=3.2, margins=(0.75, 0.4, 0.7, 0.2))
    near = np.linspace(at - SIGHT, at + SIGHT, 21)
    reach = 1.15 * (abs(at) + SIGHT)
    low, high = -reach, reach
    for left, right in ((low, near[0]), (near[-1], high)):
        ax.axvspan(left, right, color=PALE, linewidth=0)
    ax.plot(near, cost(near), color=INK)
    ax.plot([at], [cost(at)], "o", color=ORANGE, markersize=11)
    ax.set(xlabel="w", ylabel="cost", xlim=(low, high), ylim=(0, 1.35 * cost(at)))
    ax.text(0, 0.55 * cost(at), "fog", ha="center", va="center", fontsize=20, color=TEXT[GREY])
    way = "rises" if cost(near[-1]) > cost(near[0]) else "falls"
    describe(
        ax,
        "A picture that is grey with fog, except for a short piece of a curve. "
        f"You stand at w = {fixed(at, 1)}, and the ground {way} to the right.",
    )
    return point_at(ax, "you are here", (at, cost(at)), (-95, 12))


@styled
def steps_down(cost, places, rate):
    """The first steps on a curve, with the length of each.

    cost : function of an array; places : w at the start and after each step, all to one side

    >>> from toynn_course.plots import alt
    >>> print(alt(steps_down(lambda w: w * w, [10.0, 8.0, 6.4], 0.1)))
    A curve that gets flatter towards w = 0. 2 steps lead down it, from w = 10 to 8 and 6.4. Their
    lengths are 2 and 1.6. An arrow says: same rate, shorter step.
    """
    places = np.asarray(places)
    ax = new_axes(height=3.6, margins=(0.75, 0.4, 0.7, 0.5))
    line, top = np.linspace(0, 1.06 * places[0], 101), cost(places[0])
    ax.plot(line, cost(line), color=GREY)
    ax.plot(places, cost(places), "o", color=BLUE, markersize=8)
    lengths = np.abs(np.diff(places))
    for start, end, length in zip(places[:-1], places[1:], lengths, strict=True):
        arrow = {"arrowstyle": "->", "color": BLUE, "linewidth": 2, "shrinkA": 5, "shrinkB": 5}
        ax.annotate("", (end, cost(end)), (start, cost(start)), arrowprops=arrow)
        flat = {"arrowstyle": "->", "color": INK, "linewidth": 1.4, "shrinkA": 0, "shrinkB": 0}
        ax.annotate("", (end, -0.1 * top), (start, -0.1 * top), arrowprops=flat)
        middle = ((start + end) / 2, -0.22 * top)
        ax.text(*middle, fixed(length, 2).rstrip("0").rstrip("."), ha="center", va="center")
    ax.set(title=f"Steps with rate {rate:g}", xlabel="w", ylabel="cost")
    ax.set(xlim=(0, 1.06 * places[0]), ylim=(-0.32 * top, 1.12 * top), yticks=[0, top / 2, top])
    to, lengths = ([few(each, 3) for each in values] for values in (places[1:], lengths))
    lead, their = ("leads", "Its length is") if len(to) == 1 else ("lead", "Their lengths are")
    describe(
        ax,
        f"A curve that gets flatter towards w = 0. {counted(len(to), 'step')} {lead} down it, from "
        f"w = {few(places[0])} to {listed(to)}. {their} {listed(lengths)}.",
    )
    spot = (places[-2] + places[-1]) / 2
    return point_at(ax, "same rate, shorter step", (spot, cost(spot)), (-70, 62))


@styled
def paths_over_steps(paths, words):
    """The weight after each step, for several rates, each in a panel with a scale of its own.

    paths : dict of rate to the places, the start first; words : for each what an arrow says

    Returns the Figure.
    """
    axes = _row(len(paths), width=10.5, height=3.1)
    for ax, (rate, places), said in zip(axes, paths.items(), words, strict=True):
        ax.axhline(0, color=GREY, linewidth=1, linestyle=":")
        ax.plot(places, "o-", color=BLUE, markersize=4, linewidth=1.5)
        low, high = min(*places, 0), max(places)
        room = 0.28 * (high - low)
        ax.set(title=f"rate {rate}", xlabel="steps", xticks=[0, 5, 10])
        ax.set_ylim(low - 0.1 * room, high + room)
        describe(
            ax,
            f"Rate {rate}: w goes from {few(places[0])} to {few(places[1])} in the first step, "
            f"and is {fixed(places[-1], 2)} after {len(places) - 1}.",
        )
        place = len(places) // 2 + 1
        height = ax.get_ylim()[1] - 0.25 * room
        pixels = ax.transData.transform([(5, height), (place, places[place])])
        away = (pixels[0] - pixels[1]) * 72 / ax.figure.dpi
        point_at(ax, said, (place, places[place]), away)
    axes[0].set_ylabel("w")
    return axes[0].figure


@styled
def valleys(curves, reach=3.0):
    """The bottoms of several curves on the same scale.

    curves : dict of name to cost, the most strongly curved anywhere; all are lowest at 0

    >>> from toynn_course.plots import alt
    >>> curves = {"w²": lambda w: w * w, "5w²": lambda w: 5 * w * w}
    >>> print(alt(valleys(curves)))
    The bottoms of 2 curves, all at w = 0. At w = 0.5, w² costs 0.25; 5w² costs 1.25. An arrow says:
    most strongly curved.
    """
    ax = new_axes(height=3.4, margins=(0.75, 1.3, 0.7, 0.2))
    line, top = np.linspace(-reach, reach, 301), 12
    for (name, cost), dash in zip(curves.items(), ("-", "--", ":"), strict=False):
        colour = INK if dash == "-" else BLUE if dash == "--" else ORANGE
        ax.plot(line, cost(line), dash, color=colour)
        side = min(reach, line[cost(line) <= top].max())
        ax.annotate(
            name, (side, cost(side)), (7, 0), textcoords="offset points", va="center",
            color=TEXT[colour], annotation_clip=False,
        )  # fmt: skip
    ax.set(xlabel="w", ylabel="cost", xlim=(-reach, reach), ylim=(-0.3, top))
    told = "; ".join(f"{name} costs {few(cost(0.5), 3)}" for name, cost in curves.items())
    describe(ax, f"The bottoms of {len(curves)} curves, all at w = 0. At w = 0.5, {told}.")
    steepest = max(curves.values(), key=lambda cost: cost(0.5))
    return point_at(ax, "most strongly\ncurved", (-1.2, steepest(-1.2)), (55, 34))


@styled
def landscapes(curves, marks):
    """Curves with more than one valley, or less, each in a panel.

    curves : Curves, which have a name, a cost and a lowest place
    marks : for each a list of (words, w, (right, up)) to point at

    Returns the Figure.
    """
    axes = _row(len(curves), width=10.5, height=3.4)
    line = np.linspace(-10, 10, 401)
    for ax, curve, arrows in zip(axes, curves, marks, strict=True):
        top = curve.cost(line).max()
        ax.plot(line, curve.cost(line), color=INK)
        ax.plot([curve.lowest], [curve.cost(curve.lowest) - 0.06 * top], "^", color=ORANGE)
        ax.set(title=curve.name, xlabel="w", xticks=[-10, -5, 0, 5, 10])
        ax.set_ylim(-0.13 * top, 1.1 * top)
        describe(ax, f"{curve.name.capitalize()}: lowest at w = {few(curve.lowest)}.")
        for words, w, away in arrows:
            point_at(ax, words, (w, curve.cost(w)), away)
    axes[0].set_ylabel("cost")
    return axes[0].figure


def _row(n, width, height):
    """Places to draw on, side by side and close together."""
    figure = Figure(figsize=(width, height), dpi=PIXELS, facecolor="white")
    axes = figure.subplots(1, n)
    figure.subplots_adjust(left=0.065, right=0.985, top=0.88, bottom=0.2, wspace=0.26)
    return [tidy(ax) for ax in axes]


@styled
def bowl(condition, paths, marks=()):
    """The bowl w₁² + condition w₂² from above, a panel for each path.

    paths : dict of title to places, shape (n, 2), the start first; one place is the start alone
    marks : for each panel a list of (words, place, (right, up)) to point at

    Returns the Figure.
    """
    axes = side_by_side(len(paths), width=4.9 * len(paths), height=4.2)
    w1, w2 = np.meshgrid(np.linspace(-6.5, 6.5, 131), np.linspace(-6, 6, 121))
    for ax, (title, places) in zip(axes, paths.items(), strict=True):
        costs = w1**2 + condition * w2**2
        heights = [height for height in HEIGHTS if height < costs.max()]
        lines = ax.contour(w1, w2, costs, levels=heights, colors=GREY, linewidths=1)
        ax.clabel(lines, fontsize=11, colors=TEXT[GREY])
        look = {"color": BLUE, "markersize": 4, "linewidth": 1.3}
        ax.plot(*np.transpose(places), ".-", clip_on=True, **look)
        ax.plot(*places[0], "s", color=BLUE, markersize=10)
        ax.plot(0, 0, "^", color=ORANGE, markersize=9)
        ax.set(xlabel="w₁", xlim=(-6.5, 6.5), ylim=(-6, 6), aspect="equal")
        ax.set_title(title, fontsize=12)
        start = f"({few(places[0][0])}, {few(places[0][1])})"
        describe(
            ax,
            f"{title}. A bowl of condition number {condition:g} from above: ellipses of equal cost "
            f"around the bottom at (0, 0), long along w₁. The start is at {start}{_tell(places)}.",
        )
    for ax, arrows in zip(axes, marks, strict=False):
        for words, place, away in arrows:
            point_at(ax, words, place, away)
    axes[0].set_ylabel("w₂")
    return axes[0].figure


def _tell(places):
    """How many steps a path takes, and how often it swings across the bowl at first."""
    if len(places) < 2:
        return ""
    first = np.asarray(places)[: TOLD + 1, 1]
    swings = int((first[1:] * first[:-1] < -1e-9).sum())
    often = f"in {swings} of the first {len(first) - 1}" if swings else "in none of them"
    steps = counted(len(places) - 1, "step")
    return f". The path takes {steps}, and {often} it crosses the axis w₂ = 0"


@styled
def saddle(cost, paths):
    """A saddle from above: heights on the lines, shading, arrows down and up, and paths on it.

    cost : function of a pair of arrays; paths : dict of name to places, shape (n, 2)

    Returns the Axes.
    """
    ax = new_axes(6.4, 6.0, (0.75, 0.4, 1.1, 0.2))
    line = np.linspace(-2, 2, 161)
    costs = cost(np.meshgrid(line, line))
    middle = float(cost((0.0, 0.0)))
    norm = TwoSlopeNorm(vcenter=middle, vmin=0, vmax=4 * middle)
    shades = np.linspace(0, 4 * middle, 9)
    ax.contourf(line, line, costs, levels=shades, cmap=DIVERGING, norm=norm, extend="max")
    look = {"ha": "center", "va": "center", "bbox": PAPER, "zorder": 6}
    drawn = ax.contour(line, line, costs, levels=SADDLE_HEIGHTS, colors=GREY, linewidths=0.8)
    ax.clabel(drawn, [0.1, 0.3, 0.8, 1.5, 3.0], fontsize=11, colors=INK)
    arrow = {"arrowstyle": "-|>", "color": INK, "linewidth": 2.2, "shrinkA": 0, "shrinkB": 0}
    for name, where, start, end in ARROWS:
        ax.annotate("", end, start, arrowprops=arrow, zorder=5)
        ax.text(*where, name, **look)
    for (name, places), (colour, line, size) in zip(paths.items(), LOOKS, strict=False):
        ax.plot(
            *np.transpose(places), line, color=colour, label=name, markersize=size, linewidth=1.6,
            markeredgecolor="white", markeredgewidth=0.5, zorder=7,
        )  # fmt: skip
    ax.plot(0, 0, "X", color=INK, markersize=11, markeredgecolor="white", zorder=8)
    below = {"loc": "upper center", "bbox_to_anchor": (0.5, -0.12), "ncols": 2}
    ax.legend(**below, frameon=False, fontsize=11)
    ax.set(xlabel="w₁", ylabel="w₂", xlim=(-2, 2), ylim=(-2, 2), aspect="equal")
    ax.set(xticks=range(-2, 3), yticks=range(-2, 3))
    ends = [f"The path {n} ends at ({fixed(p[-1][0], 2)}, {fixed(p[-1][1], 2)})." for n, p in
            paths.items()]  # fmt: skip
    describe(
        ax,
        f"A map of the cost over w₁ and w₂, {few(middle)} at (0, 0), blue where it is lower and "
        "orange where it is higher. Along w₁ = w₂ it falls to both sides, and arrows say down; "
        f"along w₁ = −w₂ it rises, and arrows say up. {' '.join(ends)}",
    )
    return point_at(ax, "level here", (0, 0), (-22, -112))
