"""Explorers of the bug hunt: each drawing with the controls that it follows."""

import ipywidgets as widgets

from toynn_course.explorers.controls.look import box, menu, sized, whole
from toynn_course.hunt.bugs import BUGS
from toynn_course.hunt.lineup import LineupDrawing
from toynn_course.hunt.microscope import KINDS, MicroscopeDrawing
from toynn_course.hunt.runs import RunsDrawing
from toynn_course.hunt.samples import SHAPES
from toynn_course.jupyter import Explorer


def BugMicroscope(bug="none", shape="2-3-2", seed=7, exponent=-5, kind="central"):
    """What a bug does to every derivative of a small network, and to its training.

    bug : a key of BUGS; shape : a key of SHAPES; exponent : the nudge is 10 to this
    """
    controls = {
        "bug": menu("Bug", BUGS, bug, width="20em", label="3em"),
        "shape": menu("Network", SHAPES, shape, width="12em", label="5em"),
        "seed": whole("Seed", seed, 0, 99, width="21em", label="3.5em"),
        "exponent": whole("Nudge 10^", exponent, -14, -1, width="24em", label="7em"),
        "kind": menu("Differences", KINDS, kind, width="14em", label="6em"),
    }
    summary = "Run this cell: the bug microscope appears here, with a menu of bugs."
    return Explorer(controls, MicroscopeDrawing(), summary)


def Lineup():
    """The four programs of the beginning, and what is wrong with three of them."""
    names = widgets.Checkbox(
        value=True, description="What is wrong", indent=False, **sized("14em", "initial")
    )
    summary = "Run this cell: the four programs appear here, with what is wrong with them."
    return Explorer({"named": names}, LineupDrawing(), summary)


def ArticleExplorer(sign_fixed=False, index_fixed=False):
    """The article's program, run 200 times, with either of its two mistakes fixed or not."""
    controls = {
        "sign_fixed": box("Fix the sign of the bias", value=sign_fixed, width="16em"),
        "index_fixed": box("Fix the index", value=index_fixed, width="12em"),
    }
    summary = "Run this cell: 200 runs of the article's program appear here."
    return Explorer(controls, RunsDrawing(), summary)
