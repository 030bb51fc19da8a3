"""The page: what a figure is drawn on, what it says to those who do not see it, how it is shown."""

import base64
import html
import io
import sys

import numpy as np
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from PIL import Image

from toynn_course.plots.few_colours import with_few_colours
from toynn_course.plots.palette import GREY, INK
from toynn_course.plots.projection import PROJECTION

PIXELS = 100  # an inch of a figure takes on the page

STYLE = {
    "font.family": "DejaVu Sans",  # comes with matplotlib, so that text is as wide everywhere
    "font.size": 12,
    "text.color": INK,
    "axes.titlesize": 13,
    "axes.titlecolor": INK,
    "axes.titlelocation": "left",
    "axes.labelsize": 12,
    "axes.labelcolor": INK,
    "axes.edgecolor": GREY,
    "axes.linewidth": 1.0,
    "axes.facecolor": "white",
    "axes.unicode_minus": True,
    "xtick.color": GREY,
    "ytick.color": GREY,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.labelsize": 11,
    "ytick.labelsize": 11,
    "lines.linewidth": 2.5,
    "lines.solid_capstyle": "round",
    "figure.facecolor": "white",
}

styled = style.context(["default", STYLE])
"""Decorates a function that draws: inside it, and only there, matplotlib's settings are ours."""


@styled
def new_axes(width=6.4, height=4.0, margins=(0.75, 1.05, 0.7, 0.5)):
    """An empty picture to draw on.

    width, height : in inches, which take 100 pixels each on the page
    margins : inches left, right, below and above, for labels

    >>> new_axes(5, 3).figure.get_size_inches()
    array([5., 3.])
    """
    left, right, below, above = margins
    figure = Figure(figsize=(width, height), dpi=PIXELS, facecolor="white")
    inner = (width - left - right) / width, (height - below - above) / height
    return tidy(figure.add_axes((left / width, below / height, *inner)))


@styled
def side_by_side(n, width=9.0, height=4.0):
    """An empty picture with n places to draw on, as a list of matplotlib Axes.

    width, height : of all together, in inches, which take 100 pixels each on the page

    >>> len(side_by_side(3))
    3
    """
    figure = Figure(figsize=(width, height), dpi=PIXELS, facecolor="white")
    each, (left, right, below, above) = width / n, (0.75, 0.75, 0.7, 0.5)
    inner = (each - left - right) / width, (height - below - above) / height
    starts = [(i * each + left) / width for i in range(n)]
    return [tidy(figure.add_axes((start, below / height, *inner))) for start in starts]


def place_to_draw(ax, width, height, margins=(0.75, 1.05, 0.7, 0.5)):
    """The Axes that the caller gave, or a new one. Raises TypeError if it is no Axes."""
    if ax is None:
        return new_axes(width, height, margins)
    if not isinstance(ax, Axes):
        raise TypeError(
            f"ax is of type {type(ax).__name__}, expected a matplotlib Axes; leave it out, "
            "or take one from plots.new_axes() or plots.side_by_side(2)"
        )
    return tidy(ax)


def tidy(ax):
    """Remove the box, and make the numbers on the scales large enough to read from afar."""
    ax.set_facecolor("white")
    ax.spines[["top", "right"]].set_visible(False)
    ax.spines[["left", "bottom"]].set_color(GREY)
    ax.tick_params(labelsize=11, color=GREY, labelcolor=INK)
    return ax


def bare(ax):
    """Remove the scales as well."""
    ax.set_axis_off()
    return ax


def describe(ax, text):
    """Say in words what a picture of your own shows; the words are kept as the label of its Axes.

    >>> ax = describe(new_axes(), "A straight line from below left to above right.")
    >>> alt(ax)
    'A straight line from below left to above right.'
    """
    ax.set_label(" ".join(text.split()))  # a text of several lines is one text
    return ax


def alt(drawing):
    """What a figure shows, in words, for those who do not see it.

    drawing : matplotlib Axes, or a Figure, whose parts are described one after the other

    Raises ValueError if nothing was said about it.
    """
    labels = [ax.get_label() for ax in _parts(drawing)]
    text = " ".join(label for label in labels if label and not label.startswith("<"))
    if not text:
        raise ValueError(
            "this figure has no words for those who do not see it; "
            "give it some with plots.describe(ax, '...')"
        )
    return text


@styled
def png(drawing, density=2):
    """A figure as the bytes of a small PNG file.

    drawing : matplotlib Axes or Figure; density : pixels of the file for one on the page

    >>> png(new_axes())[1:4]
    b'PNG'
    """
    figure, drawn, small = PROJECTION.prepare(_figure(drawing)), io.BytesIO(), io.BytesIO()
    options = {"facecolor": "white", "pil_kwargs": {"compress_level": 1}}
    figure.savefig(drawn, format="png", dpi=density * PIXELS, **options)
    pixels = np.asarray(Image.open(drawn).convert("RGB"))
    with_few_colours(pixels).save(small, "png")
    return small.getvalue()


def show(drawing):
    """Put a figure on the page of a notebook, with its alt text. Elsewhere, print the alt text.

    drawing : matplotlib Axes or Figure

    Raises ValueError if the figure has no alt text.

    >>> show(describe(new_axes(), "An empty picture."))
    An empty picture.
    """
    text = alt(_figure(drawing))
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is None:
        print(text)  # noqa: T201 - outside a notebook, words are all there is to show
    else:
        shell.display_pub.publish({"text/html": _img(drawing, text), "text/plain": text})


def picture(drawing):
    """A figure as a value that a notebook shows by itself, such as what a prediction opens.

    >>> picture(describe(new_axes(), "An empty picture."))
    An empty picture.
    """
    return Picture(drawing)


class Picture:
    """A figure with its alt text, shown by its cell or by a widget that holds it."""

    def __init__(self, drawing):
        self.drawing, self.text = drawing, alt(_figure(drawing))

    def __repr__(self):
        return self.text

    def _repr_html_(self):
        return _img(self.drawing, self.text)


def _img(drawing, text):
    """The picture as HTML: of all the ways, the one whose alt text reaches the page."""
    width = round(_figure(drawing).get_size_inches()[0] * PIXELS)
    data = base64.b64encode(png(drawing)).decode()
    return f'<img alt="{html.escape(text)}" width="{width}" src="data:image/png;base64,{data}">'


def _figure(drawing):
    return drawing if isinstance(drawing, Figure) else drawing.figure


def _parts(drawing):
    return drawing.axes if isinstance(drawing, Figure) else [drawing]
