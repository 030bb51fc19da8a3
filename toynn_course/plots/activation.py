"""Activations as curves: the output of a node over its sum z, and how steep it is there."""

from dataclasses import dataclass

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from toynn.activations import ACTIVATIONS, softmax
from toynn.checks import as_number, named
from toynn_course.plots.page import bare, describe, place_to_draw, styled, tidy
from toynn_course.plots.palette import BLUE, ORANGE, PALE, TEXT
from toynn_course.plots.words import about, counted, few, listed

STEPS = 600  # from one end of a curve to the other; an even number, so that 0 is one of them
LINE_HEIGHT = 17  # points from one word at the end of a line to the next


@styled
def activation_curve(activation, ax=None, *, derivative=True, reach=6.0):
    """An activation a = f(z), and its slope f'(z) dashed.

    Parameters
    ----------
    activation : Activation or its name
    ax : matplotlib Axes to draw on; None for a new one
    derivative : whether to draw the slope as well, where there is one
    reach : z runs from -reach to reach

    Returns the Axes. Raises ValueError for softmax, which is no curve of a single node.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(activation_curve("tanh", derivative=False)))
    The activation tanh: from about −1 at z = −6 through 0 at z = 0 to about 1 at z = 6.
    """
    lines = _lines(activation, derivative, reach)
    ax = place_to_draw(ax, 6.4, 3.8, margins=(0.65, 1.55, 0.65, 0.5))
    _draw_lines(ax, lines)
    ax.set(title=str(activation), xlabel="z")
    _name_ends(ax, lines)
    return describe(ax, _tell_activation(activation, lines))


@styled
def activation_curves(activations, ax=None, *, derivative=True, reach=6.0):
    """Several activations, each in a small picture of its own on the same scale of z.

    Parameters
    ----------
    activations : list of Activations or their names
    ax, derivative, reach : as for `activation_curve`

    Returns the Axes that frames them; they are its `child_axes`.
    Raises ValueError if there are none, or for softmax.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(activation_curves(["sigmoid", "relu"])))
    2 activations at z = −6, 0 and 6, with their slopes, dashed: sigmoid 0.0025, 0.5 and about 1
    (slope 0.0025, 0.25 and 0.0025); relu 0, 0 and 6 (slope 0, 0 and 1, with a jump).
    """
    if not activations:
        raise ValueError("activations is empty, expected at least one; write ['sigmoid', 'relu']")
    all_lines = [_lines(each, derivative, reach) for each in activations]
    columns = min(3, len(all_lines))
    rows = -(-len(all_lines) // columns)
    size = max(4.4, 2.55 * columns + 0.4), 2.2 * rows + 0.5
    ax = bare(place_to_draw(ax, *size, margins=(0.1, 0.2, 0.1, 0.5)))
    for i, (activation, lines) in enumerate(zip(activations, all_lines, strict=True)):
        panel = _panel(ax, divmod(i, columns), rows, columns)
        _draw_lines(panel, lines)
        panel.set_title(str(activation), fontsize=12)
        panel.set_xticks([-reach, 0, reach])
        panel.yaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10]))
    _line_key(ax, max(all_lines, key=len))
    return describe(ax, _tell_activations(activations, all_lines, few(reach)))


@dataclass(frozen=True)
class _Line:
    """An activation or its slope, as it is drawn."""

    name: str
    z: np.ndarray
    values: np.ndarray
    colour: str
    dash: object

    @property
    def jump(self):
        """Where it jumps, or None."""
        steps = np.abs(np.diff(self.values))
        i = int(steps.argmax())
        return min(self.z[i : i + 2], key=abs) if steps[i] > 0.1 * np.ptp(self.values) else None

    @property
    def peaks(self):
        """The highest and the lowest place, where it is neither in the middle nor at an end."""
        ends, enough = self.values[[0, STEPS // 2, -1]], 0.01 * np.ptp(self.values)
        extremes = {"highest": int(self.values.argmax()), "lowest": int(self.values.argmin())}
        return {
            name: i for name, i in extremes.items() if np.abs(ends - self.values[i]).min() > enough
        }


def _lines(activation, derivative, reach):
    """The lines to draw of an activation: itself, and its slope."""
    activation = named(activation, ACTIVATIONS, "activation")
    if activation == softmax:
        raise ValueError(
            "softmax has no curve, because the output of a node depends on the whole layer; "
            "choose another activation, such as sigmoid, which is softmax of two nodes"
        )
    reach = as_number(reach, "reach", least=0.1)
    z = np.linspace(-reach, reach, STEPS + 1)
    lines = [_Line("output f(z)", z, activation(z), BLUE, "-")]
    if derivative and activation.f_prime is not None:
        slope = activation.derivative(z)
        lines.append(_Line("slope f′(z)", z, slope, ORANGE, (0, (4, 1.5))))
    return lines


def _draw_lines(ax, lines):
    ax.axhline(0, color=PALE, linewidth=1, zorder=0)
    ax.axvline(0, color=PALE, linewidth=1, zorder=0)
    for line in lines:
        ax.plot(line.z, line.values, color=line.colour, linestyle=line.dash)
    ax.set_xlim(*lines[0].z[[0, -1]])
    ax.margins(y=0.08)


def _panel(ax, spot, rows, columns):
    """Axes for one of several panels, in a frame; spot : its row and column."""
    (row, column), points = spot, ax.get_window_extent().size * 72 / ax.figure.dpi
    left, below, above = 40 / points[0], 32 / points[1], 24 / points[1]
    width, height = 1 / columns, 1 / rows
    corner = column * width + left, 1 - (row + 1) * height + below
    return tidy(ax.inset_axes((*corner, width - left - 0.02, height - below - above)))


def _line_key(ax, lines):
    """Which line is which, above all panels."""
    handles = [
        Line2D([], [], color=line.colour, linestyle=line.dash, label=line.name) for line in lines
    ]
    left = 40 / (ax.get_window_extent().width * 72 / ax.figure.dpi)
    key = ax.legend(
        handles=handles, loc="lower left", bbox_to_anchor=(left, 1), ncols=2, frameon=False,
        handlelength=2.6, borderpad=0, borderaxespad=0.6,
    )  # fmt: skip
    for text, line in zip(key.get_texts(), lines, strict=True):
        text.set_color(TEXT[line.colour])


def _name_ends(ax, lines):
    """The names of the lines where they end, pushed apart where they would touch."""
    lines = sorted(lines, key=lambda line: line.values[-1])
    ax.autoscale_view()  # now, not when it is drawn: the scale decides where words go
    bottom, points = ax.get_window_extent().y0, 72 / ax.figure.dpi
    ends = [ax.transData.transform((0, line.values[-1]))[1] - bottom for line in lines]
    for line, up in zip(lines, _apart(np.multiply(ends, points)), strict=True):
        ax.annotate(
            line.name, (1, 0), (9, up), xycoords="axes fraction", textcoords="offset points",
            va="center", color=TEXT[line.colour], annotation_clip=False,
        )  # fmt: skip


def _apart(wanted):
    """Heights as near as wanted, from below upwards, with room for a line each."""
    heights = list(wanted)
    for i in range(1, len(heights)):
        heights[i] = max(heights[i], heights[i - 1] + LINE_HEIGHT)
    return np.subtract(heights, np.mean(np.subtract(heights, wanted)))


def _tell_activation(activation, lines):
    """Each line in words."""
    text = f"The activation {activation}: {_tell_line(lines[0])}."
    return f"{text} Its slope, dashed: {_tell_line(lines[1])}." if len(lines) > 1 else text


def _tell_line(line):
    """Where a line begins and ends, and what it does in between."""
    (start, middle, end), reach = map(about, line.values[[0, STEPS // 2, -1]]), few(line.z[-1])
    between = f"through {middle} at z = 0"
    if line.jump is not None:
        between = f"with a jump at z = {few(line.jump)}"
    for name, i in line.peaks.items():
        between += f", {name} {about(line.values[i])} at z = {few(line.z[i])}"
    comma = "," if line.peaks else ""
    return f"from {start} at z = −{reach} {between}{comma} to {end} at z = {reach}"


def _tell_activations(activations, all_lines, reach):
    """The values of each at both ends and in the middle."""
    told = []
    for activation, lines in zip(activations, all_lines, strict=True):
        output, *slope = map(_tell_values, lines)
        told.append(f"{activation} {output}" + "".join(f" (slope {values})" for values in slope))
    slopes = ", with their slopes, dashed" if any(len(lines) > 1 for lines in all_lines) else ""
    many = counted(len(told), "activation")
    return f"{many} at z = −{reach}, 0 and {reach}{slopes}: {'; '.join(told)}."


def _tell_values(line):
    values = listed(map(about, line.values[[0, STEPS // 2, -1]]))
    return values if line.jump is None else f"{values}, with a jump"
