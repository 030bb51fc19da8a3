"""Colours: one palette for every picture, told apart also by those who see no red or no green.

After Okabe and Ito 2008, "Color Universal Design". Low is blue and square, high is orange and
round, in every figure: what a colour says, a shape, a dash or a word says too.
"""

from matplotlib.colors import LinearSegmentedColormap

BLUE = "#0072B2"
ORANGE = "#D55E00"
GREEN = "#009E73"
PURPLE = "#CC79A7"
SKY = "#56B4E9"
YELLOW = "#E6B800"
INK = "#222222"
GREY = "#767676"  # the lightest grey in which text can still be read on white
PALE = "#E4E4E4"

CLASS_COLOURS = (BLUE, ORANGE, GREEN, PURPLE, SKY, YELLOW, INK)
CLASS_MARKERS = ("s", "o", "^", "D", "v", "P", "X", "<", "p", ">")
COLOUR_NAMES = ("blue", "orange", "green", "pink", "light blue", "yellow", "black")
MARKER_NAMES = (
    "squares", "circles", "triangles", "diamonds", "downward triangles", "plus signs", "crosses",
    "leftward triangles", "pentagons", "rightward triangles",
)  # fmt: skip

TEXT = {BLUE: "#005F96", ORANGE: "#AD4A00", INK: INK, GREY: "#5E5E5E"}
"""For each colour of a line or a dot, a darker one that words beside it can be read in."""

DIVERGING = LinearSegmentedColormap.from_list("toynn", ["#7DB8DE", "#F2F2F2", "#F4A769"])
"""From low to high through a light grey; lighter than the dots that lie on it."""


def class_colour(number):
    """The colour of a class, by its number from 0."""
    return CLASS_COLOURS[number % len(CLASS_COLOURS)]


def class_marker(number):
    """The marker of a class, by its number from 0."""
    return CLASS_MARKERS[number % len(CLASS_MARKERS)]


def class_look(number):
    """How a class looks, in words: its colour and its shape.

    >>> class_look(1)
    'orange circles'
    """
    colour = COLOUR_NAMES[number % len(COLOUR_NAMES)]
    return f"{colour} {MARKER_NAMES[number % len(MARKER_NAMES)]}"
