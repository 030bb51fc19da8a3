"""Projector mode: everything in a notebook larger, thicker and higher in contrast.

>>> from toynn_course import projector
>>> projector.on()
Projector mode is on, for what is shown from now on. To end it: projector.off()
>>> projector.off()
Projector mode is off.

Run the first two lines in a notebook before its pictures. They change the page, too, until it is
loaded again: the type of texts, controls and outputs.
"""

import sys

from toynn_course.plots.projection import project

SAID = {
    True: "Projector mode is on, for what is shown from now on. To end it: projector.off()",
    False: "Projector mode is off.",
}


class Said:
    """A sentence, which outside a notebook is all there is to show."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


def on():
    """Turn projector mode on, for the page and for the pictures that are shown from now on."""
    return _turned(on=True)


def off():
    """Turn projector mode off."""
    return _turned(on=False)


def _turned(*, on):
    project(on=on)
    if "IPython" not in sys.modules or sys.modules["IPython"].get_ipython() is None:
        return Said(SAID[on])
    from toynn_course.projector.page import PageLook

    return PageLook(on, SAID[on])
