"""Watching a network learn: a replay of epochs that were trained before, back and forth."""

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from toynn_course import plots
from toynn_course.plots.drawing import Drawing
from toynn_course.plots.shades import Shades, middles

LIMIT = 6  # the clouds of points lie between -6 and 6
GRID = 60


class TrainingDrawing(Drawing):
    """The boundary, the cost and every number of a network, at any epoch of its training.

    runs : dict of name to (data, epochs): a Dataset with two inputs and one target, 1 or -1, and
        the list of the Epochs of a network that was trained on it

    Nothing is trained here: networks do not change, so those of all epochs are still there.
    """

    def __init__(self, runs):
        self.runs = runs
        super().__init__()

    def update(self, data, epoch=0):
        """The map, the marker on the curve and the bars at this epoch.

        data : a key of runs
        """
        points, epochs = self.runs[data]
        if self.changed(data):
            self._change_data(points, epochs)
        now = epochs[min(epoch, len(epochs) - 1)]
        self.map.set_values(now.network(self.places).reshape(GRID, GRID))
        self.marker.set_data([now.number], [now.cost])
        self._set_bars(now.network)
        right = round(now.accuracy * len(points))
        return self.scene(
            f"{data}, epoch {now.number} of {epochs[-1].number}: the cost is {now.cost:.3f}, and "
            f"{right} of {len(points)} points are classified correctly.",
            _table(now.network),
        )

    def draw(self):
        """The map, the curve of the cost, and a bar for each number."""
        figure = Figure(figsize=(9, 3.9), dpi=100)
        left, middle, right = figure.subplots(1, 3, width_ratios=(1.15, 1, 1))
        figure.subplots_adjust(left=0.05, right=0.985, top=0.88, bottom=0.13, wspace=0.3)
        line = middles(-LIMIT, LIMIT, GRID)
        self.places = np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2)
        self.map = left.add_artist(Shades(-1, 1))
        dots = {"linestyle": "", "markeredgecolor": "white", "markeredgewidth": 0.5}
        (self.ones,) = left.plot([], [], "o", color=plots.ORANGE, markersize=5, **dots)
        (self.others,) = left.plot([], [], "s", color=plots.BLUE, markersize=4.5, **dots)
        edges = -LIMIT, LIMIT
        left.set(title="What it answers, where", aspect="equal", xlim=edges, ylim=edges)
        (self.curve,) = middle.plot([], [], color=plots.INK, linewidth=2)
        (self.marker,) = middle.plot([], [], "o", color=plots.ORANGE, markersize=9, clip_on=False)
        middle.set(title="Cost", xlabel="epoch")
        self.bars = LineCollection([], linewidths=5)
        right.add_collection(self.bars)
        right.axvline(0, color=plots.INK, linewidth=1)
        self.axes = left, middle, right
        return figure, [self.map, self.ones, self.others, self.marker, self.bars]

    def _change_data(self, points, epochs):
        """Draw what stays the same over the epochs of one run."""
        self.ones.set_data(*points.X[points.Y[:, 0] > 0].T)
        self.others.set_data(*points.X[points.Y[:, 0] <= 0].T)
        costs = [epoch.cost for epoch in epochs]
        self.curve.set_data(range(len(costs)), costs)
        self.axes[1].set(xlim=(0, len(costs) - 1), ylim=(0, 1.08 * max(costs)))
        last = _numbers(epochs[-1].network)
        reach = max(np.abs(_numbers(epoch.network)).max() for epoch in epochs)
        self.axes[2].set(
            title=f"Its {len(last)} numbers", yticks=[], xlim=(-reach, reach), ylim=(len(last), -1)
        )

    def _set_bars(self, network):
        numbers = _numbers(network)
        self.bars.set_segments([[(0, row), (value, row)] for row, value in enumerate(numbers)])
        self.bars.set_color(np.where(numbers > 0, plots.ORANGE, plots.BLUE))


def _numbers(network):
    """Every weight and bias of a network, in a row."""
    return np.concatenate(
        [part for layer in network.layers for part in (layer.weights.ravel(), layer.biases)]
    )


def _table(network):
    """A row for each node: its name, its bias and its weights."""
    nodes = [
        (f"layer {l}, node {j}", node)
        for l, layer in enumerate(network.layers, 1)  # noqa: E741
        for j, node in enumerate(layer, 1)
    ]
    widest = max(len(node.weights) for _, node in nodes)
    header = ["", "bias", *(f"weight {k}" for k in range(1, widest + 1))]
    rows = [[name, *(f"{v:.2f}" for v in (node.bias, *node.weights))] for name, node in nodes]
    return [header, *(row + [""] * (len(header) - len(row)) for row in rows)]
