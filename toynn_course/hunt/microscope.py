"""The bug microscope: what a bug does to every derivative, and what it does to the training."""

from functools import lru_cache

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from toynn import LearningRate, descend, forward
from toynn.checks import without
from toynn_course import plots
from toynn_course.hunt.bugs import BUGS
from toynn_course.hunt.fingerprints import RIGHT, print_of, ratios
from toynn_course.hunt.oracles import along_each, apart, central, one_sided
from toynn_course.hunt.samples import SHAPES, network, samples
from toynn_course.plots.drawing import Drawing
from toynn_course.plots.label import PAPER, label
from toynn_course.plots.page import bare, styled, tidy
from toynn_course.plots.stamps import Stamps
from toynn_course.plots.words import few, fixed

EPOCHS, RATE = 60, 5.0
KINDS = {"central": central, "forward": one_sided}
SIDE = 0.96  # of a square


@lru_cache(maxsize=512)
def costs_while_training(bug, shape, seed):
    """The cost before each step downhill, and after the last, with the gradient of a bug."""
    return learning(BUGS[bug], network(SHAPES[shape], seed), samples(SHAPES[shape]))


def learning(bug, now, data, epochs=EPOCHS, rate=RATE):
    """The cost before each step downhill, and after the last, as long as it is a number."""
    pass_forward, step = without(forward), without(descend)  # checked once is enough
    rate, costs = LearningRate.of(rate), []
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(epochs + 1):
            passed = pass_forward(now, data.X)
            cost = ((passed.output - data.Y) ** 2).sum() / (2 * len(data))
            if not np.isfinite(cost):
                break
            costs.append(cost)
            now = step(now, bug(now, passed, data.Y), rate, None)
    return np.array(costs)


class MicroscopeDrawing(Drawing):
    """The cost while training, and beside it each derivative as a share of the right one."""

    def update(self, bug="none", shape="2-3-2", seed=7, exponent=-5, kind="central"):
        """Another bug, network, nudge or kind of difference.

        bug : a key of BUGS; shape : a key of SHAPES; seed : of the network
        exponent : the nudge is 10 to this; kind : a key of KINDS
        """
        right, found = (costs_while_training(each, shape, seed) for each in ("none", bug))
        self.right.set_data(range(len(right)), right)
        self.found.set_data(range(len(found)), found)
        self.end.set_data([len(found) - 1], found[-1:])
        if self.changed(shape):
            self._place_cells(shape)
        here, data = network(SHAPES[shape], seed), samples(SHAPES[shape])
        analytic = BUGS[bug](here, forward(here, data.X), data.Y)
        numeric = along_each(here, data, KINDS[kind](10.0**exponent))
        self._fill_cells(analytic, numeric)
        share = difference_said(apart(analytic, numeric))
        self.apart.put((0.1, 4.37), f"Relative difference: {share}", ha="left")
        told = tell_costs(bug, found, right), tell_arrays(analytic, numeric, kind, exponent)
        return self.scene(" ".join(told), table(analytic, numeric))

    @styled
    def draw(self):
        """The two pictures; the squares are put in their places for each network."""
        figure = Figure(figsize=(9, 4), dpi=100)
        left = tidy(figure.add_axes((0.075, 0.15, 0.33, 0.74)))
        left.set(title="Cost while training", xlabel="epoch", xlim=(0, EPOCHS), yscale="log")
        left.set(ylim=(0.005, 1.5), yticks=(0.01, 0.1, 1), yticklabels=("0.01", "0.1", "1"))
        (self.right,) = left.plot([], [], "--", color=plots.INK, linewidth=1.8)
        (self.found,) = left.plot([], [], color=plots.ORANGE, linewidth=2.5)
        (self.end,) = left.plot([], [], "o", color=plots.ORANGE, markersize=7, clip_on=False)
        left.legend(
            [self.right, self.found], ["right gradient", "this gradient"], loc="lower left",
            frameon=False, fontsize=11,
        )  # fmt: skip
        self.cells = bare(figure.add_axes((0.44, 0.05, 0.55, 0.9)))
        self.cells.set(xlim=(0, 9), ylim=(4.9, 0))
        self.cells.text(0.1, 0.3, "What it gives ÷ what a nudge gives", fontsize=13)
        self.names = [self.cells.text(0, 0, "", fontsize=11, weight="bold") for _ in range(4)]
        self.squares = self.cells.add_collection(PolyCollection([], edgecolors="none"))
        self.shares = self.cells.add_artist(Stamps())
        self.apart = label(self.cells, bbox=PAPER, weight="bold")
        self.cells.text(
            *(0.1, 4.75, "row: a node · grey: agrees · orange: too large · blue: too small"),
            fontsize=11, color=plots.TEXT[plots.GREY],
        )  # fmt: skip
        return figure, [self.right, self.found, self.end, self.squares, self.shares, self.apart]

    def _place_cells(self, shape):
        """Put a square where each number of the network belongs: its matrices, side by side."""
        self.spots, x, titles = [], 0.1, iter(self.names)
        for number, (n, m) in enumerate(zip(SHAPES[shape][1:], SHAPES[shape], strict=False)):
            for name, columns in ((f"W{number + 1}", m), (f"b{number + 1}", 1)):
                next(titles).set(position=(x, 0.95), text=name)
                self.spots += [(x + k, 1.1 + j) for j in range(n) for k in range(columns)]
                x += columns + 0.15
            x += 0.2
        for unused in titles:
            unused.set_text("")
        self.squares.set_verts([square(*spot) for spot in self.spots])

    def _fill_cells(self, analytic, numeric):
        shares = np.concatenate([each.ravel() for each in ratios(analytic, numeric)])
        self.squares.set_facecolor(plots.DIVERGING(np.clip(0.5 + (shares - 1) / 3, 0, 1)))
        self.shares.set_words(
            (x + SIDE / 2, y + SIDE / 2, said(share))
            for (x, y), share in zip(self.spots, shares, strict=True)
        )


def square(x, y):
    """The corners of the square of one number."""
    return [(x, y), (x + SIDE, y), (x + SIDE, y + SIDE), (x, y + SIDE)]


def said(share):
    """A share as it is written into its square; 1 only where it agrees."""
    if not np.isfinite(share):
        return "?"
    if abs(share) >= 1000:
        return "> 999" if share > 0 else "< −999"
    words = few(share) if abs(share) >= 1 else fixed(share, 2)
    rounded_to_1 = words in ("1", "1.00")
    return "≈ 1" if rounded_to_1 and abs(share - 1) > RIGHT else "1" if rounded_to_1 else words


def names_of(gradient):
    """The names of the arrays of a gradient."""
    return [f"{letter}{n}" for n in range(1, len(gradient) + 1) for letter in "Wb"]


def tell_costs(bug, found, right):
    """What the curves show, in words."""
    line = "No bug" if bug == "none" else f"The bug is `{BUGS[bug].line}`"
    stopped = "" if len(found) > EPOCHS else f", and its numbers overflow in epoch {len(found) - 1}"
    return (
        f"{line}. The cost goes from {few(found[0])} to {few(found[-1])}{stopped}; with the right "
        f"gradient to {few(right[-1])}."
    )


def tell_arrays(analytic, numeric, kind, exponent):
    """What the squares show, in words."""
    prints = [print_of(each) for each in ratios(analytic, numeric)]
    arrays = ", ".join(f"{n} {each}" for n, each in zip(names_of(analytic), prints, strict=True))
    return (
        f"Against {kind} differences with a nudge of 1e{exponent}: {arrays}. Relative difference "
        f"of all together: {difference_said(apart(analytic, numeric))}."
    )


def difference_said(share):
    """A relative difference: a small one by its power of ten."""
    return few(share) if share > 0.01 or share == 0 else f"{share:.1e}"


def table(analytic, numeric):
    """For each array the derivative of its first number, both ways."""
    rows = [["array", "first derivative", "by a nudge"]]
    layers = zip(analytic, numeric, strict=True)
    pairs = [pair for one, other in layers for pair in zip(one[:2], other, strict=True)]
    for name, (mine, theirs) in zip(names_of(analytic), pairs, strict=True):
        rows.append([name, f"{mine.flat[0]:.6f}", f"{theirs.flat[0]:.6f}"])
    return rows
