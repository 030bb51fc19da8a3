"""Paper sheets: backpropagation by hand, with the answers on a page of their own.

The numbers come from the same walk through a network that the stepper of notebook 06 shows.
"""

import html
from dataclasses import dataclass

import numpy as np

from toynn.network import Layer, Network
from toynn_course.explorers.walk import Walk, at, places
from toynn_course.kit.page import field, page, paragraph, section, table

FILE, ANSWERS = "backpropagation_by_hand.html", "backpropagation_answers.html"
DIGITS = 4  # of what is found
SMALLEST = 0.004  # a derivative smaller than that has too few digits left


@dataclass(frozen=True)
class Sheet:
    """A sheet to fill in.

    name : its title; sizes : of the network; seed : of its numbers
    given : "all", "forward" or "nothing": what is printed on it
    inputs_too : whether it goes back to the inputs
    """

    name: str
    sizes: tuple[int, int, int]
    seed: int
    given: str = "nothing"
    inputs_too: bool = False


SHEETS = (
    Sheet("Sheet 1: 1-1-1, an example", (1, 1, 1), 1, "all"),
    Sheet("Sheet 2: 1-1-1, the way back", (1, 1, 1), 2, "forward"),
    Sheet("Sheet 3: 2-2-1, the way back", (2, 2, 1), 3, "forward"),
    Sheet("Sheet 4: 2-2-1, from the start", (2, 2, 1), 4),
    Sheet("Sheet 5: 2-2-2, two paths", (2, 2, 2), 5, "forward", inputs_too=True),
)

HOW = (
    "Work from the top to the bottom, with a calculator, and keep four decimal places. "
    "f is the sigmoid, f(z) = 1 / (1 + e⁻ᶻ), with the slope f′(z) = a (1 − a). The cost is "
    "C = ½ (a − y)², summed over the outputs. Compare with a neighbour after each node."
)


def walk_of(sheet):
    """A walk through the first network of the sheet's seed that is worth computing by hand."""
    rng = np.random.default_rng(sheet.seed)
    while True:
        n_inputs, n_hidden, n_outputs = sheet.sizes
        hidden = Layer(_draw(rng, n_hidden, n_inputs), _draw(rng, n_hidden))
        output = Layer(_draw(rng, n_outputs, n_hidden), _draw(rng, n_outputs))
        inputs = rng.choice([-1.0, 0.5, 1.0, 2.0], n_inputs, replace=False)
        walk = Walk(Network([hidden, output]), inputs, rng.permutation([1.0, 0.0])[:n_outputs])
        slopes = [at(walk.gradients, place) for place in places(walk.network)]
        if np.abs(slopes).min() >= SMALLEST:
            return walk


def _draw(rng, *size):
    """Numbers with one decimal place, none of them near 0."""
    return (rng.uniform(0.2, 1.6, size) * rng.choice([-1, 1], size)).round(1)


def sheets_page():
    """All sheets, each on paper of its own."""
    parts = [
        section(sheet.name, *_sheet(sheet, walk_of(sheet)), kind="sheet" * (number > 0))
        for number, sheet in enumerate(SHEETS)
    ]
    return page("Backpropagation by hand", paragraph(HOW), *parts)


def answers_page():
    """All numbers of all sheets, and what some likely mistakes give."""
    parts = [_answers(sheet, walk_of(sheet)) for sheet in SHEETS]
    about = (
        "The numbers are those of toynn. If you round on the way, you may be off by one in the "
        "last place. The second table of a sheet says what a wrong number comes from."
    )
    return page("Answers to the paper sheets", paragraph(about), *parts)


def _sheet(sheet, walk):
    """The drawing of a sheet, the numbers that are given, and the tables to fill in."""
    short = sheet.name.partition(":")[0]
    return [
        diagram(walk),
        table(f"{short}: the numbers", *_numbers(walk)),
        table(f"{short}: forward", HEAD, _rows(_forward(walk), filled=sheet.given != "nothing")),
        table(f"{short}: back", HEAD, _rows(_back(sheet, walk), filled=sheet.given == "all")),
    ]


HEAD = ["what", "how", "value"]


def _numbers(walk):
    """The inputs, the targets, and every weight and bias: their names, and a row of values."""
    inputs, outputs = walk.names[0], walk.names[-1]
    given = [*zip(inputs, walk.X[0], strict=True)]
    given += [(f"y_{name}", y) for name, y in zip(outputs, walk.Y[0], strict=True)]
    given += [(walk.name(place), at(walk.network.layers, place)) for place in places(walk.network)]
    names, values = zip(*given, strict=True)
    return ["", *map(_name, names)], [["value", *(rounded(value, 1) for value in values)]]


def _forward(walk):
    return [line for step in walk.steps if not step.back for line in _lines(step)]


def _back(sheet, walk):
    steps = [step for step in walk.steps if step.back and (step.column or sheet.inputs_too)]
    return [line for step in steps for line in _lines(step)]


def _lines(step):
    """The calculations at a node, without those that only say the same thing again."""
    found = {line.name: line for line in step.lines}
    names = {line.name.removeprefix("sum: ") for line in step.lines}
    alone = sum(name.startswith("through") for name in names) == 1
    if alone:  # one path is the sum of all paths
        path = next(line for line in step.lines if line.name.startswith("through"))
        total = next(line for line in step.lines if line.name.startswith("sum"))
        found[total.name] = total._replace(formula=path.formula, numbers=path.numbers)
        del found[path.name]
    if len([name for name in found if name.startswith("cost of")]) == 1 and "C" in found:
        cost = next(line for name, line in found.items() if name.startswith("cost of"))
        found = {"C": cost._replace(name="C")}
    return [line._replace(name=line.name.removeprefix("sum: ")) for line in found.values()]


def _rows(lines, *, filled):
    """A row for each calculation, its result printed or left to be filled in."""
    return [
        [
            _name(line.name),
            f"{_name(line.formula)}{f' = {html.escape(line.numbers)}' if filled else ''}",
            rounded(line.value) if filled else field(line.name),
        ]
        for line in lines
    ]


def _answers(sheet, walk):
    """The filled-in tables of a sheet, and its likely wrong numbers."""
    rows = _rows([*_forward(walk), *_back(sheet, walk)], filled=True)
    wrong = [[rounded(value), _name(name), html.escape(why)] for name, value, why in slips(walk)]
    short = sheet.name.partition(":")[0]
    head = ["if they have", "as", "it comes from"]
    return section(
        sheet.name,
        table(f"{short}: all numbers", HEAD, rows),
        table(f"{short}: likely mistakes", head, wrong),
        kind="sheet",
    )


def slips(walk):
    """What likely mistakes give: the name of a number, its wrong value, and what went wrong."""
    first, second = walk.gradients
    z_o, (a_h, a_o) = walk.passed.zs[1], walk.passed.activations[1:]
    error = a_o[0, 0] - walk.Y[0, 0]
    (h, *_), (o, *more) = walk.names[1], walk.names[2]
    deltas, weights = second.delta[0], walk.network.layers[1].weights[:, 0]
    paths, slope = weights * deltas, a_h[0, 0] * (1 - a_h[0, 0])
    found = [
        (f"delta_{o}", -deltas[0], "the wrong sign: target minus output instead of a − y"),
        (f"delta_{o}", error, f"the slope of the sigmoid at {o} is missing"),
        (f"delta_{o}", error * z_o[0, 0] * (1 - z_o[0, 0]), "z (1 − z) instead of a (1 − a)"),
        (f"delta_{h}", paths.sum(), f"the slope of the sigmoid at {h} is missing"),
        (f"delta_{h}", deltas.sum() * slope, f"the weights that lead on from {h} are missing"),
        (f"dC/dw_{h}{walk.names[0][0]}", first.delta[0, 0] * a_h[0, 0],
         f"times a_{h}, where the link ends, instead of {walk.names[0][0]}, where it begins"),
    ]  # fmt: skip
    if more:
        found.append((f"delta_{h}", paths[0] * slope, f"only the path through {o}"))
    right = {_plain(line): rounded(line.value) for step in walk.steps for line in step.lines}
    return [each for each in found if rounded(each[1]) != right.get(each[0])]


def _plain(line):
    return line.name.removeprefix("sum: ")


def rounded(value, digits=DIGITS):
    """A number as it is printed, with a real minus sign."""
    text = f"{float(value):.{digits}f}"
    return text.replace("-", "−") if float(text) else text.replace("-", "")


def _name(text):
    """A formula as HTML: what follows an underscore stands lower."""
    words = []
    for word in html.escape(text).split(" "):
        head, _, rest = word.partition("_")
        tail = rest.rstrip(")²")
        words.append(f"{head}<sub>{tail}</sub>{rest[len(tail) :]}" if tail else word)
    return " ".join(words)


# --- the drawing

WIDTH, RADIUS = 620, 24
APART = 62  # half of the distance between two nodes of a layer


def diagram(walk):
    """The network as a drawing: its nodes with their names, its links with their weights."""
    sizes = walk.network.sizes
    height = 2 * (RADIUS + 6 + APART * (max(sizes) > 1))
    spots = {(c, j): _spot(sizes, c, j, height / 2) for c, n in enumerate(sizes) for j in range(n)}
    wires, words = [], []
    for place in places(walk.network):
        if place.k is not None:
            ends = spots[place.layer, place.k], spots[place.layer + 1, place.j]
            wires.append(_line(*ends))
            words.append(_weight(*ends, rounded(at(walk.network.layers, place), 1)))
    nodes = [_node(spot, walk.names[c][j]) for (c, j), spot in spots.items()]
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" role="img" '
        f'aria-label="{html.escape(_told(walk))}">{"".join([*wires, *words, *nodes])}</svg>'
    )


def _told(walk):
    sizes = "-".join(map(str, walk.network.sizes))
    links = [
        f"{walk.names[place.layer][place.k]} to {walk.names[place.layer + 1][place.j]}: "
        f"{rounded(at(walk.network.layers, place), 1)}"
        for place in places(walk.network)
        if place.k is not None
    ]
    return f"A {sizes} network, drawn from left to right. Weights: {', '.join(links)}."


def _spot(sizes, column, j, middle):
    x = 60 + column * (WIDTH - 120) / (len(sizes) - 1)
    return x, middle + (0 if sizes[column] == 1 else (-APART, APART)[j])


def _line(start, end):
    (x1, y1), (x2, y2) = start, end
    return f'<line class="stroke" x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"/>'


def _weight(start, end, text):
    """The number of a link, nearer to where it begins if it is crossed by another one."""
    share = 0.28 if abs(start[1] - end[1]) > APART else 0.5
    x, y = (a + share * (b - a) for a, b in zip(start, end, strict=True))
    return (
        f'<rect class="paper" x="{x - 21:g}" y="{y - 11:g}" width="42" height="22"/>'
        f'<text x="{x:g}" y="{y + 5:g}" text-anchor="middle">{text}</text>'
    )


def _node(spot, name):
    x, y = spot
    return (
        f'<circle class="stroke" cx="{x:g}" cy="{y:g}" r="{RADIUS}"/>'
        f'<text x="{x:g}" y="{y + 5:g}" text-anchor="middle">{name}</text>'
    )
