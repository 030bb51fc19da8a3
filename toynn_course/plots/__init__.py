"""Figures: each takes values and an `ax` to draw on, and returns the `ax`.

None of them trains, shows, or reads anything but its arguments. `show` puts a figure on the page
of a notebook, with `alt`: the same in words, computed from what was drawn.
"""

from toynn_course.plots.activation import activation_curve, activation_curves
from toynn_course.plots.arrows import point_at
from toynn_course.plots.bumps import built_from_bumps, one_bump
from toynn_course.plots.by_context import by_context
from toynn_course.plots.curves import layer_curves, learning_curves
from toynn_course.plots.diagram import network_diagram
from toynn_course.plots.errors import nudge_errors
from toynn_course.plots.filters import sliding_filter
from toynn_course.plots.graph import formula_graph
from toynn_course.plots.hidden import before_and_after
from toynn_course.plots.learning import film, finishes, numbers_moved, points
from toynn_course.plots.letters import letter_pairs, letter_plane, listened, next_letter
from toynn_course.plots.nested import nested
from toynn_course.plots.orders import orders_of_magnitude
from toynn_course.plots.page import alt, describe, new_axes, picture, png, show, side_by_side
from toynn_course.plots.palette import (
    BLUE,
    CLASS_COLOURS,
    CLASS_MARKERS,
    DIVERGING,
    GREEN,
    GREY,
    INK,
    ORANGE,
    PALE,
    TEXT,
)
from toynn_course.plots.plane import first_cuts, plane
from toynn_course.plots.regions import decision_regions
from toynn_course.plots.reliability import reliability
from toynn_course.plots.several import over_epochs, rate_sweep
from toynn_course.plots.tables import confusion_matrix, digit_images
from toynn_course.plots.training import cost_curve

__all__ = [
    "BLUE",
    "CLASS_COLOURS",
    "CLASS_MARKERS",
    "DIVERGING",
    "GREEN",
    "GREY",
    "INK",
    "ORANGE",
    "PALE",
    "TEXT",
    "activation_curve",
    "activation_curves",
    "alt",
    "before_and_after",
    "built_from_bumps",
    "by_context",
    "confusion_matrix",
    "cost_curve",
    "decision_regions",
    "describe",
    "digit_images",
    "film",
    "finishes",
    "first_cuts",
    "formula_graph",
    "layer_curves",
    "learning_curves",
    "letter_pairs",
    "letter_plane",
    "listened",
    "nested",
    "network_diagram",
    "new_axes",
    "next_letter",
    "nudge_errors",
    "numbers_moved",
    "one_bump",
    "orders_of_magnitude",
    "over_epochs",
    "picture",
    "plane",
    "png",
    "point_at",
    "points",
    "rate_sweep",
    "reliability",
    "show",
    "side_by_side",
    "sliding_filter",
]
