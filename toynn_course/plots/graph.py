"""The graph of a formula: every number in it, what it was made from, and its derivative."""

from matplotlib.patches import FancyBboxPatch

from toynn_course.plots.page import bare, describe, new_axes, place_to_draw, styled
from toynn_course.plots.palette import BLUE, GREY, INK, ORANGE, TEXT
from toynn_course.plots.words import few, listed

WIDE, TALL = 0.74, 0.6  # of a box, in columns and rows


@styled
def formula_graph(result, ax=None):
    """Each value as a box with its number and its derivative, and arrows from what it is made from.

    result : a value with the fields of `toynn_course.hunt.autograd.Value`
    ax : matplotlib Axes to draw on; None for a new one

    Returns the Axes.
    """
    places = _places(result)
    columns = 1 + max(x for x, _ in places.values())
    rows = 1 + max(y for _, y in places.values())
    margins = (0.05, 0.05, 0.05, 0.05)
    ax = place_to_draw(ax or new_axes(min(1.75 * columns, 10), 1.0 * rows + 0.4, margins), 1, 1)
    bare(ax).set(xlim=(-0.5, columns - 0.5), ylim=(rows - 0.6, -0.8))
    for value, spot in places.items():
        _draw_box(ax, value, *spot)
        inputs = [other for other, _ in value.made_from]
        for number, other in enumerate(inputs):
            twice = inputs.count(other) == 2
            _draw_arrow(ax, places[other], spot, bend=(0.25, -0.25)[number] if twice else 0)
    return describe(ax, _tell(result, places))


def _places(result):
    """For each value its column and its row; a column is after those of all it was made from."""
    order = result.in_order()
    columns = {}
    for value in order:
        columns[value] = 1 + max((columns[each] for each, _ in value.made_from), default=-1)
    for value in reversed(order):  # close to where it is used
        users = [columns[each] for each in order if value in dict(each.made_from)]
        if users:
            columns[value] = min(users) - 1
    return {value: (column, _row(order, columns, value)) for value, column in columns.items()}


def _row(order, columns, value):
    """Its number among the values of its column, centred."""
    same = [each for each in order if columns[each] == columns[value]]
    tallest = max(list(columns.values()).count(column) for column in columns.values())
    return same.index(value) + (tallest - len(same)) / 2


def _draw_box(ax, value, x, y):
    box = FancyBboxPatch(
        (x - WIDE / 2, y - TALL / 2), WIDE, TALL, boxstyle="round,pad=0,rounding_size=0.08",
        facecolor="white", edgecolor=BLUE if value.made_from else INK, linewidth=1.5, zorder=3,
    )  # fmt: skip
    ax.add_patch(box)
    title = " = ".join(filter(None, (value.name, value.sign)))
    lines = ((title, INK, "bold"), (few(value.data, 3), INK, None), (_slope(value), None, None))
    for line, (text, colour, weight) in enumerate(lines):
        ax.text(
            x, y + (line - 1) * 0.19, text, ha="center", va="center", fontsize=11,
            color=colour or TEXT[ORANGE], weight=weight or "normal", zorder=4,
        )  # fmt: skip


def _slope(value):
    return f"slope {few(value.grad, 3)}"


def _draw_arrow(ax, start, end, bend=0):
    """From the right edge of one box to the left edge of another; above those between them."""
    wide, tall = WIDE / 2, 0
    if end[0] - start[0] > 1 and end[1] == start[1]:
        wide, tall, bend = WIDE / 4, -TALL / 2, -0.3
    ax.annotate(
        "", (end[0] - wide, end[1] + tall), (start[0] + wide, start[1] + tall), zorder=1,
        arrowprops={
            "arrowstyle": "->", "color": GREY, "linewidth": 1.3, "shrinkA": 0, "shrinkB": 1,
            "connectionstyle": f"arc3,rad={bend}",
        },
    )  # fmt: skip


def _tell(result, places):
    """What each value is, how it was made, and its derivative."""
    names = {value: value.name or few(value.data, 3) for value in places}
    lines = [
        f"{names[value]}{_made(value, names)} is {few(value.data, 3)} with {_slope(value)}"
        for value in result.in_order()
    ]
    return f"A formula as a graph of {len(places)} values: {'; '.join(lines)}."


def _made(value, names):
    if not value.made_from:
        return ""
    inputs = [names[each] for each, _ in value.made_from]
    return f", made by {value.sign} from {listed(inputs)},"
