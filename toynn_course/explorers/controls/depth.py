"""The depth explorer: sliders for a network's size, menus for how it begins."""

from toynn_course.explorers.controls.look import menu, whole
from toynn_course.explorers.depth import (
    CHOICES,
    DEEPEST,
    NARROWEST,
    WEIGHTS,
    WIDEST,
    DepthDrawing,
)
from toynn_course.jupyter import Explorer


def DepthExplorer(depth=10, width=20, activation="sigmoid", weights="Xavier"):
    """The hidden layers of a network that is still untrained, one beside the other.

    depth : how many there are, 1 to 20; width : the nodes of each, 5 to 100
    activation, weights : keys of CHOICES and of WEIGHTS in `explorers/depth.py`
    """
    wide = {"width": "25em", "label": "7.5em"}
    controls = {
        "depth": whole("Hidden layers", depth, 1, DEEPEST, **wide),
        "width": whole("Nodes in each", width, NARROWEST, WIDEST, **wide),
        "activation": menu("Activation", CHOICES, activation, width="17em", label="6em"),
        "weights": menu("Initial weights", WEIGHTS, weights, width="19em", label="8em"),
        "seed": whole("Seed", 0, 0, 20, width="18em", label="3.5em"),
    }
    summary = "Run this cell: a network of up to 20 layers to set up and compare appears here."
    return Explorer(controls, DepthDrawing(), summary)
