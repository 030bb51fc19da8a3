"""Self-test: says whether all is there that the course needs, and tries a slider on it."""

import re
import sys
from importlib import metadata

import ipywidgets as widgets
import numpy as np
from matplotlib.figure import Figure

from toynn import sigmoid
from toynn_course import plots
from toynn_course.jupyter import Explorer, Scene


def environment():
    """The versions of Python and of the packages that the course needs, a line each.

    What is missing is said, with what to do about it.
    """
    names = [re.match(r"[\w-]+", line)[0] for line in metadata.requires("toynn") or ()]
    needed = [name for name in dict.fromkeys(names) if name not in _extras()]
    lines = [f"{'Python':<14}{sys.version.split()[0]}"]
    return Lines([*lines, *(f"{name:<14}{_version(name)}" for name in needed)])


class Lines(list):
    """Lines of text that show as such at the end of a cell."""

    def __repr__(self):
        return "\n".join(self)


class RoundTrip(Explorer):
    """A slider and a dot on a curve: when the dot moves, page and kernel talk to each other."""

    summary = "Run this cell: a slider appears here, with a dot that follows it along a curve."

    def __init__(self):
        figure = Figure(figsize=(6, 2.6), dpi=100)
        ax = figure.add_subplot()
        figure.subplots_adjust(left=0.09, right=0.97, top=0.95, bottom=0.2)
        z = np.linspace(-6, 6, 200)
        ax.plot(z, sigmoid(z), color=plots.BLUE, linewidth=2)
        ax.set(xlabel="z", xlim=(-6.2, 6.2), ylim=(-0.06, 1.06))
        (self.dot,) = ax.plot([], [], "o", color=plots.ORANGE, markersize=11)
        slider = widgets.FloatSlider(min=-6, max=6, step=0.5, description="z")
        super().__init__({"z": slider}, figure, [self.dot])

    def scene(self, z):
        """The dot above z."""
        self.dot.set_data([z], [sigmoid(z)])
        return Scene(
            f"The kernel heard that the slider is at {z:g}. The curve is {sigmoid(z):.3f} there."
        )


def _extras():
    """Packages that only the tests need."""
    lines = metadata.requires("toynn") or ()
    return {re.match(r"[\w-]+", line)[0] for line in lines if "extra ==" in line}


def _version(name):
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "is missing: run the install command of the README once more"
