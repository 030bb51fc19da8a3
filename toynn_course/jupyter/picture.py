"""The picture of an explorer on the page, with the same in words."""

from pathlib import Path

import anywidget
import traitlets

from toynn_course.jupyter.javascript import STYLES, es_module


class Picture(anywidget.AnyWidget):
    """A PNG on the page, with alt text, a sentence, a table, and a line for what went wrong."""

    _esm = es_module(Path(__file__).with_name("picture.js"))
    _css = STYLES
    value = traitlets.Bytes().tag(sync=True)
    alt = traitlets.Unicode().tag(sync=True)
    width = traitlets.Int().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    table = traitlets.List().tag(sync=True)
    trouble = traitlets.Unicode().tag(sync=True)
