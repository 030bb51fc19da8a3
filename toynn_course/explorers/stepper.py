"""The backpropagation stepper: forward and backward through a small network, a node at a time.

Beside the network, a weight can be nudged: what its gradient predicts, and what the cost does.
"""

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from toynn_course import plots
from toynn_course.explorers.walk import EXAMPLES, MARK, Walk, at, inside, number, paths, places
from toynn_course.plots.drawing import Drawing
from toynn_course.plots.label import PAPER, label

SIZES = (0.1, 0.01, 0.001, 0.0001, 0.00001)
REACH = 10  # how far the curve of the cost goes to either side, in nudges
NODE = 0.14  # how far from its centre the circle of a node reaches
GAP = 0.025  # between a level link and the words above and below it
COST = (3, 0)  # the place of the cost, in columns and rows of the drawing
LOOKS = ((plots.BLUE, "--", "more"), (plots.ORANGE, "-", "less"))
"""Of a path that lowers the cost, and of one that raises it; and what the output wants."""


class StepperDrawing(Drawing):
    """The network on the left, and the cost around the nudged number on the right."""

    def draw(self):
        """Two places to draw on, with everything in them still empty."""
        figure = Figure(figsize=(9, 4.2), dpi=100)
        self.net = figure.add_axes((0, 0, 0.73, 1))
        self._draw_net(self.net)
        self._draw_near(figure.add_axes((0.765, 0.29, 0.215, 0.6)))
        parts = [self.path, self.ring, *self.texts]
        return figure, [*parts, self.tangent, self.curve, self.actual, self.foretold]

    def update(
        self, network="2-2-1", position=0, show="numbers", nudge=None, size=SIZES[0], note=""
    ):
        """The network after the steps so far, and the nudge beside it.

        network : a key of EXAMPLES; position : how many steps have been made
        show : "numbers" or "formulas"
        nudge : the Place of the number that is nudged, None for the first; size : by how much
        note : a sentence that comes before all others
        """
        if self.changed(network):
            self.walk = Walk(*EXAMPLES[network])
            self._place_nodes()
        walk, place = self.walk, nudge or places(self.walk.network)[0]
        self._set_labels(position, show, place)
        self.mark(walk.steps[position - 1] if position else None)
        self._set_nudge(position, place, size)
        told = tell_step(walk, position), tell_nudge(walk, position, place, size)
        rows = [
            *step_rows(walk, position, show),
            *nudge_rows(walk, position, place, size, show),
        ]
        return self.scene(" ".join(filter(None, (note, *told))), [["", show, "value"], *rows])

    def _draw_net(self, net):
        net.set(xlim=(-0.44, 3.36), ylim=(-1.15, 1.15))
        net.axis("off")
        for x, title in enumerate(("inputs", "hidden", "output", "cost")):
            net.text(
                x, 1.13, title, ha="center", va="top", fontsize=11, color=plots.TEXT[plots.GREY]
            )
        self.links = LineCollection([], colors=plots.GREY, linewidths=1.5)
        self.path = LineCollection([], linewidths=4)
        for collection in (self.links, self.path):
            net.add_collection(collection, autolim=False)
        (self.ring,) = net.plot(
            [], [], "o", markersize=37, markerfacecolor="none", markeredgewidth=4
        )
        look = {"markerfacecolor": "white", "markeredgecolor": plots.INK}
        (self.circles,) = net.plot([], [], "o", markersize=30, **look)
        self.node_names = [label(net, weight="bold") for _ in range(7)]
        self.node_texts = [label(net) for _ in range(7)]
        self.weight_texts = [label(net, bbox=PAPER) for _ in range(8)]
        self.slope_texts = [label(net, bbox=PAPER, fontsize=10) for _ in range(8)]

        self.texts = [*self.node_texts, *self.weight_texts, *self.slope_texts]

    def _draw_near(self, near):
        near.set(xlim=(-REACH, REACH), ylim=(-1.2, 1.2), xticks=(-REACH, 0, REACH), yticks=())
        near.set_title("The cost when ▸ is moved", fontsize=11)
        near.set_xlabel("in nudges", fontsize=11)
        near.tick_params(labelsize=11)
        for line in (near.axhline, near.axvline):
            line(0, color=plots.GREY, linewidth=1)
        (self.curve,) = near.plot([], [], color=plots.BLUE, linewidth=2.5)
        (self.tangent,) = near.plot([], [], "--", color=plots.ORANGE, linewidth=2)
        (self.actual,) = near.plot([], [], "o", color=plots.BLUE, markersize=10)
        (self.foretold,) = near.plot([], [], "s", color=plots.ORANGE, markersize=5)
        key = {self.curve: "cost", self.tangent: "gradient", self.actual: "actual"}
        key[self.foretold] = "predicted"
        near.figure.legend(
            list(key), list(key.values()), loc="lower right", ncols=2, fontsize=11, frameon=False,
            bbox_to_anchor=(1, 0), handlelength=1.5, columnspacing=1, borderpad=0.2,
        )  # fmt: skip

    def _place_nodes(self):
        """Place the nodes and links of the network."""
        walk, sizes = self.walk, self.walk.network.sizes
        self.spots = {(c, j): _spot(sizes, c, j) for c, n in enumerate(sizes) for j in range(n)}
        self.spots[COST] = (3.0, 0.0)
        self.wires = {
            ((p.layer, p.k), (p.layer + 1, p.j)): p for p in places(walk.network) if p.k is not None
        }
        self.ends = [*self.wires, *(((2, j), COST) for j in range(sizes[2]))]
        self.links.set_segments(self._segments(self.ends))
        self.circles.set_data(*zip(*self.spots.values(), strict=True))
        for text in (*self.node_names, *self.texts):
            text.set_text("")
        for text, (column, j) in zip(self.node_names, self.spots, strict=False):
            name = "C" if column == 3 else walk.names[column][j]
            text.put(self.spots[column, j], name)

    def _segments(self, ends):
        return [[self.spots[a], self.spots[b]] for a, b in ends]

    def _set_labels(self, position, show, nudge):
        """Write what is known after this many steps, and mark what is nudged."""
        for text, (spot, (x, y)) in zip(self.node_texts, self.spots.items(), strict=False):
            above, aside = y > 0 or spot == COST, y == 0 and spot[0] == 2
            text.put(
                (x - 0.1 * aside, y + (0.17 if above else -0.17)),
                self.walk.label(*spot, position, show, nudge),
                "bottom" if above else "top", "left" if aside else "center",
            )  # fmt: skip
        pairs = zip(self.weight_texts, self.slope_texts, strict=True)
        for texts, (ends, place) in zip(pairs, self.wires.items(), strict=False):
            self._label_link(texts, ends, self.walk.link_labels(place, position, show, nudge))

    def _label_link(self, texts, ends, labels):
        """The weight above the middle of the link, and its derivative below."""
        (x, y), (to_x, to_y) = (self.spots[node] for node in ends)
        along = 0.34 if abs(to_y - y) > 0.8 else 0.5  # links that cross meet in the middle
        spot = x + along * (to_x - x), y + along * (to_y - y)
        beside = GAP if y == to_y else 0.003  # a level link stays to be seen between the two
        for text, words, side, va in zip(texts, labels, (1, -1), ("bottom", "top"), strict=True):
            alone = not labels[1] and y != to_y
            text.put((spot[0], spot[1] + side * beside), words, "center" if alone else va)

    def mark(self, step):
        """Mark where a step happens, and the links that it uses."""
        back = bool(step and step.back)
        here = (step.column, step.node or 0) if step else None
        side = 0 if back else 1  # backward, numbers come from the nodes after
        used = [ends for ends in self.ends if ends[side] == here]
        self.path.set(
            segments=[_between(*ends) for ends in self._segments(used)],
            linestyle="--" if back else "-",
        )
        self.ring.set_data(*([v] for v in self.spots[here]) if here else ([], []))
        colour = plots.ORANGE if back else plots.BLUE
        self.path.set_color(colour)
        self.ring.set_markeredgecolor(colour)

    def _set_nudge(self, position, place, size):
        """The curve of the cost and what the gradient predicts, in units of the nudge."""
        walk, nudges = self.walk, np.linspace(-REACH, REACH, 21)
        costs = np.array([walk.changed(place, n * size) for n in nudges])
        height = np.abs(costs).max() or 1.0
        self.curve.set_data(nudges, costs / height)
        self.actual.set_data([1], [walk.changed(place, size) / height])
        known = walk.found(place, position)
        slope = walk.predicted(place, size) / height if known else np.nan
        self.tangent.set_data([-REACH, REACH], [-REACH * slope, REACH * slope])
        self.foretold.set_data([1], [slope])


def _spot(sizes, column, j):
    """Where a node is drawn."""
    return column, 0.0 if sizes[column] == 1 else 0.45 - 0.9 * j


def _between(start, end):
    """A link without its ends, which lie under the circles of the nodes."""
    start, end = np.array(start), np.array(end)
    way = NODE * (end - start) / np.hypot(*(end - start))
    return start + way, end - way


def stepper_figure(network, paths_of=None):
    """The stepper after its last step, for paper and for pages at rest.

    paths_of : a hidden node, such as "h1", whose paths to the cost are coloured; None for none
    """
    drawing = StepperDrawing()
    figure = drawing.static(network=network, position=len(Walk(*EXAMPLES[network]).steps))
    drawing.mark(None)
    words = f"A {network} network. {tell_all(drawing.walk)}"
    if paths_of:
        words += f" {_colour_paths(drawing, figure, paths_of)}"
    plots.describe(drawing.net, words)
    return figure


def _colour_paths(drawing, figure, node):
    """Colour the paths from a hidden node to the cost, and list beside them what each one does.

    The list stands where the nudge was, which nobody can move at rest.
    """
    net, walk = drawing.net, drawing.walk
    for part in (*figure.axes[1:], *figure.legends):
        part.set_visible(False)
    for text in drawing.weight_texts:
        text.set_text(text.get_text().removeprefix(MARK))
    k = walk.names[1].index(node)
    values = paths(walk.network, walk.gradients, 1, k)
    said = [(f"What does more of {node}\ndo to the cost?", plots.INK)]
    for j, (value, output) in enumerate(zip(values, walk.names[2], strict=True)):
        colour, dash, wish = LOOKS[value > 0]
        for ends in (((1, k), (2, j)), ((2, j), COST)):
            link = _between(*(drawing.spots[spot] for spot in ends))
            level = 5 * (link[0][1] == link[1][1])  # over the paper of the words beside it
            look = {"color": colour, "linewidth": 4, "linestyle": dash, "zorder": level or 2.5}
            net.plot(*zip(*link, strict=True), **look)
        net.text(
            2.56, 0.73 - 1.4 * j, f"{output} wants\n{wish} of {node}", va="center", fontsize=11,
            color=plots.TEXT[colour],
        )  # fmt: skip
        sign = "+" * (value > 0)
        said.append((f"through {output}    {sign}{number(value)}", plots.TEXT[colour]))
    total = number(sum(values))
    said.append((f"together        {total}", plots.INK))
    for (words, colour), y in zip(said, (0.77, 0.62, 0.53, 0.42), strict=False):
        figure.text(0.755, y, words, va="center", fontsize=12, color=colour)
    question, *answers = (" ".join(words.split()) for words, _ in said)
    return f"The paths from {node} to the cost are coloured. {question} {'; '.join(answers)}."


def tell_step(walk, position):
    """The step that was made last, in a sentence."""
    total = len(walk.steps)
    if not position:
        pairs = zip(walk.names[0], walk.X[0], strict=True)
        inputs = " and ".join(f"{name} = {number(x)}" for name, x in pairs)
        targets = " and ".join(number(y) for y in walk.Y[0])
        return f"Before step 1 of {total}. Given: {inputs}; target: {targets}."
    step = walk.steps[position - 1]
    way = "backward" if step.back else "forward"
    return f"Step {position} of {total}, {way}. {_tell(step, walk)}"


def _tell(step, walk):
    found = {line.name: number(line.value) for line in step.lines}
    if step.node is None:
        return f"The cost compares the output with the target: C = {found['C']}."
    node = walk.names[step.column][step.node]
    if not step.back:
        return (
            f"Node {node} adds up its weighted inputs and its bias, z_{node} = "
            f"{found[f'z_{node}']}, and passes on a_{node} = {found[f'a_{node}']}."
        )
    slope = f"At {node}, dC/da_{node} = {found.get(f'dC/da_{node}')}."
    if step.column < 2:
        ways = [f"{name} {value}" for name, value in found.items() if name.startswith("through")]
        total = next(value for name, value in found.items() if name.startswith("sum"))
        slope = f"From {node} to the cost: {', '.join(ways)}, sum {total}."
    if step.column == 0:
        return f"{slope} There is no weight here: this is what moving {node} itself would do."
    steep = found[f"f′(z_{node})"]
    return f"{slope} Times f′(z_{node}) = {steep}, delta_{node} = {found[f'delta_{node}']}."


def tell_all(walk):
    """Every derivative, in a sentence."""
    parameters = [
        f"{walk.name(place)} = {number(at(walk.network.layers, place))} with derivative "
        f"{number(at(walk.gradients, place))}"
        for place in places(walk.network)
    ]
    return f"The cost is {number(walk.cost)}. The weights and biases: {', '.join(parameters)}."


def tell_nudge(walk, position, place, size):
    """What the nudge does to the cost, and what the gradient said it would, in a sentence."""
    actual = walk.changed(place, size)
    told = f"Nudge {walk.name(place)} by {decimal(size)}: the cost moves by {change(actual)}"
    if not walk.found(place, position):
        node = walk.names[place.layer + 1][place.j]
        return f"{told}. Its gradient is unknown until Backward reaches {node}."
    predicted = walk.predicted(place, size)
    return f"{told}; predicted {change(predicted)}, {_apart(actual, predicted)} apart."


def step_rows(walk, position, show):
    """The calculations of the last step as rows of the table."""
    lines = walk.steps[position - 1].lines if position else ()
    return [
        [line.name, line.numbers if show == "numbers" else line.formula, number(line.value)]
        for line in lines
    ]


def nudge_rows(walk, position, place, size, show):
    """The nudge as rows of the table."""
    name, actual = walk.name(place), walk.changed(place, size)
    step = decimal(size)
    rows = [["actual dC", f"C with {name} + {step}, minus C without", change(actual)]]
    if walk.found(place, position):
        predicted = walk.predicted(place, size)
        how = f"{inside(at(walk.gradients, place))} × {step}"
        how = how if show == "numbers" else f"dC/d{name} × nudge"
        rows.insert(0, ["predicted dC", how, change(predicted)])
        rows.append(["apart", "in percent of the actual dC", _apart(actual, predicted)])
    return rows


def change(value):
    """A change with its sign and five significant digits."""
    return f"{value:+.5g}".replace("-", "−")


def decimal(size):
    """The size of a nudge, without the e of small numbers."""
    return f"{size:.5f}".rstrip("0")


def _apart(actual, predicted):
    """How far the prediction is from what happened, in percent of it, with two digits."""
    percent = 100 * abs(predicted - actual) / abs(actual) if actual else 0.0
    digits = max(0, 1 - int(np.floor(np.log10(percent)))) if percent else 0
    return f"{percent:.{digits}f}%"
