"""Decision regions: what a network of two inputs answers, everywhere on a plane at once."""

from dataclasses import dataclass, replace

import numpy as np
from matplotlib.colors import to_rgb
from matplotlib.ticker import MaxNLocator

from toynn_course.plots.checks import as_data, as_extent, as_network
from toynn_course.plots.page import describe, place_to_draw, styled
from toynn_course.plots.palette import (
    DIVERGING,
    GREY,
    INK,
    class_colour,
    class_look,
    class_marker,
)
from toynn_course.plots.words import counted, few, listed, place, roughly

GRID = 181  # places a side at which the network is asked
COARSE = 3  # every third of them is enough to tell regions apart in words
TOLD = 3  # of many classes only the largest are named one by one
MARGIN = 0.08  # around the samples, as a share of their spread
BANDS = 20  # shades from low to high; an even number, so that one begins in the middle


@styled
def decision_regions(network, data=None, ax=None, *, discretize=False, extent=None):
    """What a network answers at every place of a plane, as colours, with the samples on it.

    One output: blue is low, orange is high, and a line runs where the decision changes. Several
    outputs: each place has the colour of the largest one, paler the closer the second one comes.

    Parameters
    ----------
    network : Network with 2 inputs
    data : Dataset with 2 inputs, drawn as a dot for each sample; None for none
    ax : matplotlib Axes to draw on; None for a new one
    discretize : colour the decision instead of the output
    extent : (left, right, bottom, top) of the plane; None for what the samples take

    Returns the Axes. Raises ValueError if the network or the data has not 2 inputs, or if data of
    several outputs is not one-hot; TypeError for anything but a Network and a Dataset.

    Examples
    --------
    >>> from toynn import Layer, Network
    >>> from toynn.datasets import gate
    >>> from toynn_course.plots import alt
    >>> either = Network([Layer([[10.0, 10.0]], [-5.0])])
    >>> print(alt(decision_regions(either, gate("or"))))
    Decision regions of Network(2-1, sigmoid) on or: 0 (blue squares) takes a region at the bottom
    left, 16% of the picture; 1 (orange circles) takes the rest, 84%. 4 of 4 points are classified
    correctly.
    """
    _check_fit(as_network(network), as_data(data))
    extent = _extent(data) if extent is None else as_extent(extent)
    seen = _look(network, data, extent)
    ax = place_to_draw(ax, 5.9, 4.7, margins=(0.75, 1.45, 0.7, 0.5))
    _draw_map(ax, seen, extent, discretize)
    if not seen.regression:
        _draw_boundaries(ax, seen, extent)
    if data is None:
        _draw_names(ax, seen, extent)
    else:
        _draw_samples(ax, seen, data)
    _draw_key(ax, seen, discretize)
    _draw_frame(ax, network, data, extent)
    return describe(ax, _tell(network, data, seen))


@dataclass(frozen=True)
class _Seen:
    """What a network answers on a grid of places, and to the samples."""

    outputs: np.ndarray  # (GRID, GRID, n_outputs), the lowest row first
    low: float  # the outputs at the ends of the colours
    high: float
    names: tuple[str, ...]  # of the classes; for one output, of low and high
    regression: bool = False  # whether targets are no classes
    classes: np.ndarray | None = None  # of the samples, from their targets
    decided: np.ndarray | None = None  # the same, from the network's answers
    error: float = 0.0  # by how much answers miss the targets, on average

    @property
    def several(self):
        """Whether there are several outputs, of which the largest decides."""
        return self.outputs.shape[2] > 1

    @property
    def middle(self):
        """The output at which a single one is decided the other way."""
        return (self.low + self.high) / 2

    def decide(self, outputs):
        """The number of the class: of the largest output; of one output, 0 is low and 1 high."""
        return outputs.argmax(axis=-1) if self.several else (outputs[..., 0] >= self.middle) * 1


def _check_fit(network, data):
    """Refuse a network that does not have two inputs, and data that does not fit it."""
    n_inputs, n_outputs = network.sizes[0], network.sizes[-1]
    if n_inputs != 2:
        raise ValueError(
            f"{network} takes {n_inputs} inputs, and a plane has room for 2; draw decision regions "
            "of a network with 2 inputs, for example trained on two columns of the data"
        )
    if data is None:
        return
    if (data.n_inputs, data.n_outputs) != (2, n_outputs):
        raise ValueError(
            f"{data!r} does not fit {network}, which takes 2 inputs and gives {n_outputs} outputs; "
            "draw the data that the network was made for"
        )
    if n_outputs > 1 and not ((data.Y.sum(axis=1) == 1) & (data.Y.max(axis=1) == 1)).all():
        raise ValueError(
            f"the targets of {data!r} are not one-hot, and several outputs are decided by the "
            "largest; give every row of Y a single 1, else 0"
        )


def _extent(data):
    """The plane that the samples take, with a margin; without samples, -6 to 6."""
    if data is None:
        return (-6.0, 6.0, -6.0, 6.0)
    low, high = data.X.min(axis=0), data.X.max(axis=0)
    spread = np.where(high > low, high - low, 1.0)
    if 0.5 < spread[0] / spread[1] < 2:
        spread = np.full(2, spread.max())  # nearly a square: make it one
    middle, half = (low + high) / 2, spread * (0.5 + MARGIN)
    (left, bottom), (right, top) = middle - half, middle + half
    return tuple(float(edge) for edge in (left, right, bottom, top))


def _look(network, data, extent):
    """Ask the network everywhere."""
    along = (np.arange(GRID) + 0.5) / GRID  # the middles of the dots that make the picture
    (left, right, bottom, top) = extent
    x, y = left + along * (right - left), bottom + along * (top - bottom)
    places = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    outputs = network(places).reshape(GRID, GRID, -1)
    if outputs.shape[2] > 1:
        names = (() if data is None else data.classes) or range(outputs.shape[2])
        seen = _Seen(outputs, 0.0, 1.0, tuple(map(str, names)))
    else:
        low, high = _scale(network, data, outputs)
        seen = _Seen(outputs, low, high, (few(low), few(high)))
    return seen if data is None else _look_at_samples(seen, network, data)


def _look_at_samples(seen, network, data):
    """Compare the answers to the samples with their targets."""
    answers = network(data.X)
    if not seen.several and len(np.unique(data.Y)) > 2:
        return replace(seen, regression=True, error=float(np.abs(answers - data.Y).mean()))
    return replace(seen, classes=seen.decide(data.Y), decided=seen.decide(answers))


def _scale(network, data, outputs):
    """The lowest and the highest output: of the activation, or else of the targets."""
    limits = network.layers[-1].activation.range
    if np.isfinite(limits).all():
        return limits
    values = outputs if data is None or len(np.unique(data.Y)) == 1 else data.Y
    low, high = float(values.min()), float(values.max())
    return (low, high) if high > low else (low - 1, high + 1)


def _draw_map(ax, seen, extent, discretize):
    """The colour of each place."""
    placed = {"extent": extent, "origin": "lower", "aspect": "auto"}
    if seen.several:
        ax.imshow(_tints(seen, discretize), interpolation="nearest", **placed)
        return
    smooth = {"interpolation": "bilinear", "interpolation_stage": "data"}
    ax.imshow(
        seen.outputs[:, :, 0], cmap=DIVERGING.resampled(2 if discretize else BANDS),
        vmin=seen.low, vmax=seen.high, **smooth, **placed,
    )  # fmt: skip


def _tints(seen, discretize):
    """The colour of the largest output, paler where another one is nearly as large."""
    first, second = np.moveaxis(np.sort(seen.outputs, axis=2)[:, :, :-3:-1], 2, 0)
    lead = (first - second) / max(float((first - second).max()), 1e-12)
    lead = np.ones_like(lead) if discretize else np.ceil(lead * BANDS / 2) / (BANDS / 2)
    colours = np.array([to_rgb(class_colour(c)) for c in range(seen.outputs.shape[2])])
    strength = 0.1 + 0.4 * lead[:, :, None]
    return 1 - strength * (1 - colours[seen.decide(seen.outputs)])


def _draw_boundaries(ax, seen, extent):
    """A line where the decision changes."""
    for c in range(seen.outputs.shape[2]):
        lead = seen.outputs[:, :, c] - seen.middle
        if seen.several:
            lead = seen.outputs[:, :, c] - np.delete(seen.outputs, c, axis=2).max(axis=2)
        if lead.min() < 0 < lead.max():
            ax.contour(lead, levels=[0], colors=INK, linewidths=1.6, extent=extent, origin="lower")


def _draw_names(ax, seen, extent):
    """The name of each class where it has most room; without samples, colour would be alone."""
    classes = seen.decide(seen.outputs)[::COARSE, ::COARSE]
    for c in np.unique(classes):
        row, column = (_inmost(classes == c) * COARSE + 0.5) / GRID
        x = extent[0] + column * (extent[1] - extent[0])
        y = extent[2] + row * (extent[3] - extent[2])
        if (classes == c).mean() > 0.02:
            ax.text(x, y, seen.names[c], ha="center", va="center", fontweight="bold")


def _draw_samples(ax, seen, data):
    """A dot for each sample: colour and shape say its class, or its colour says its target."""
    size = float(np.clip(18 - 4.4 * np.log10(len(data)), 3.5, 13))
    if seen.regression:
        colours = DIVERGING((data.Y[:, 0] - seen.low) / (seen.high - seen.low))
        ax.scatter(*data.X.T, size**2, colours, edgecolors=GREY, linewidths=0.6, zorder=3)
        return
    look = {"linestyle": "", "markersize": size, "markeredgecolor": "white", "zorder": 3}
    for c in np.unique(seen.classes):
        dots = data.X[seen.classes == c].T
        marker, edge = class_marker(c), 0.6 if size < 8 else 1.2
        ax.plot(*dots, marker, color=class_colour(c), markeredgewidth=edge, **look)


def _draw_key(ax, seen, discretize):
    """What a colour and a shape mean: a scale for one output, a list of classes for several."""
    if not seen.several:
        _draw_scale(ax.inset_axes((1.06, 0, 0.05, 1)), seen, discretize)
        return
    at = {"transform": ax.transAxes}
    for c, name in enumerate(seen.names):
        y, look = 0.96 - 0.08 * c, {"color": class_colour(c), "markersize": 10, "clip_on": False}
        ax.plot([1.07], [y], class_marker(c), **look, **at)
        ax.text(1.12, y, name, va="center", **at)


def _draw_scale(bar, seen, discretize):
    """A strip of all colours with the outputs they stand for, and the markers at its ends."""
    ends, middle = (seen.low, seen.high), [] if seen.regression else [seen.middle]
    bands = np.arange(2 if discretize else BANDS)[:, None]
    bar.imshow(bands, cmap=DIVERGING, extent=(0, 1, *ends), aspect="auto", origin="lower")
    ticks = [seen.low, *middle, seen.high]
    bar.set_title("output", fontsize=11, loc="left", pad=10)
    bar.set_xticks([])
    bar.set_yticks(ticks, [few(tick) for tick in ticks], fontsize=11)
    bar.yaxis.tick_right()
    bar.tick_params(color=GREY, pad=6)
    bar.spines[:].set_visible(False)
    for height in middle:
        bar.axhline(height, color=INK, linewidth=1.6)
    for c, end in enumerate(ends if middle else ()):
        look = {"color": class_colour(c), "markersize": 11, "markeredgecolor": "white"}
        bar.plot([0.5], [end], class_marker(c), clip_on=False, **look)


def _draw_frame(ax, network, data, extent):
    """Names and scales of the two inputs; a square for one of equal sides."""
    names = () if data is None else data.inputs
    ax.set(xlim=extent[:2], ylim=extent[2:])
    if 0.5 < (extent[1] - extent[0]) / (extent[3] - extent[2]) < 2:
        ax.set_aspect("equal")
    ax.set_xlabel(names[0] if names else "x1")
    ax.set_ylabel(names[1] if names else "x2")
    ax.set_title(str(network), fontsize=12)
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))


def _tell(network, data, seen):
    on = str(network) if data is None else f"{network} on {data.name}"
    if data is None:
        return f"Decision regions of {on}: {_tell_regions(seen)}."
    if seen.regression:
        return f"Outputs of {on}: {_tell_outputs(seen)}"
    right = (seen.decided == seen.classes).sum()
    points = f"{right} of {counted(len(data), 'point')} {'are' if len(data) > 1 else 'is'}"
    return f"Decision regions of {on}: {_tell_regions(seen)}. {points} classified correctly."


def _tell_outputs(seen):
    """Where outputs are low and high, and how far from the targets."""
    values = seen.outputs[:, :, 0]
    spots = [np.argwhere(values == end) for end in (values.min(), values.max())]
    (low, bottom), (high, top) = (
        (few(value), _place_of(spot, GRID))
        for value, spot in zip((values.min(), values.max()), spots, strict=True)
    )
    return (
        f"from {low} (blue) {bottom} to {high} (orange) {top}. "
        f"They miss the targets of the points by {few(seen.error)} on average."
    )


def _tell_regions(seen):
    """Which class takes what: the smallest part first, and the largest as the rest."""
    classes = seen.decide(seen.outputs)
    shares = {int(c): float((classes == c).mean()) for c in np.unique(classes)}
    *smaller, largest = sorted(shares, key=lambda c: (round(shares[c], 2), -c))
    if not smaller:
        return f"{seen.names[largest]} ({class_look(largest)}) takes the whole picture"
    untold, told = smaller[:-TOLD], smaller[-TOLD:]
    parts = []
    for c in told:
        words = _tell_pieces(_pieces((classes == c)[COARSE // 2 :: COARSE, COARSE // 2 :: COARSE]))
        parts.append(f"{seen.names[c]} ({class_look(c)}) takes {words}, {roughly(shares[c])}")
    parts[0] += " of the picture"
    if untold:
        share = roughly(sum(shares[c] for c in untold))
        parts.append(f"{len(untold)} other classes take {share} together")
    parts.append(f"{seen.names[largest]} ({class_look(largest)}) takes the rest")
    return f"{'; '.join(parts)}, {roughly(shares[largest])}"


def _tell_pieces(pieces):
    """Where the regions of a class lie."""
    side = -(-(GRID - COARSE // 2) // COARSE)
    if not pieces:
        return "a few small spots"
    if len(pieces) > 4:
        return f"{len(pieces)} separate regions"
    if len(pieces) > 1:
        return f"{len(pieces)} separate regions, {listed(_place_of(each, side) for each in pieces)}"
    edges = {*(pieces[0].min(axis=0) == 0), *(pieces[0].max(axis=0) == side - 1)}
    where = "that touches all four edges" if edges == {True} else _place_of(pieces[0], side)
    return f"a{' closed' if edges == {False} else ''} region {where}"


def _place_of(piece, side):
    """Where a set of (row, column) has its centre, in a square with this many a side."""
    up, right = 2 * piece.mean(axis=0) / (side - 1) - 1
    return place(right, up)


def _inmost(mask):
    """The (row, column) of a mask that is farthest from its rim."""
    while True:
        padded = np.pad(mask, 1)
        inner = mask & padded[:-2, 1:-1] & padded[2:, 1:-1] & padded[1:-1, :-2] & padded[1:-1, 2:]
        if not inner.any():
            left = np.argwhere(mask)
            return left[len(left) // 2]
        mask = inner


def _pieces(mask):
    """The connected parts of a mask, as arrays of (row, column), from the left; specks left out."""
    labels = np.where(mask, np.arange(1, mask.size + 1).reshape(mask.shape), 0)
    while True:
        padded = np.pad(labels, 1)
        around = (padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:])
        spread = np.where(mask, np.maximum.reduce((labels, *around)), 0)
        if (spread == labels).all():
            break
        labels = spread
    pieces = [np.argwhere(labels == label) for label in np.unique(labels[mask])]
    large = [piece for piece in pieces if len(piece) > 0.003 * mask.size]
    return sorted(large, key=lambda piece: piece.mean(axis=0).round()[::-1].tolist())
