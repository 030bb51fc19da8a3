"""The self-test's slider."""

import ipywidgets as widgets

from toynn_course.explorers.round_trip import RoundTripDrawing
from toynn_course.jupyter import Explorer


def RoundTrip():
    """A slider and a dot on a curve: when the dot moves, page and kernel talk to each other."""
    slider = widgets.FloatSlider(min=-6, max=6, step=0.5, description="z")
    summary = "Run this cell: a slider appears here, with a dot that follows it along a curve."
    return Explorer({"z": slider}, RoundTripDrawing(), summary)
