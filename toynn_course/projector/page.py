"""The page of a notebook, and how large everything on it is."""

from pathlib import Path

import anywidget
import traitlets

HERE = Path(__file__).parent


class PageLook(anywidget.AnyWidget):
    """A sentence on the page; while it says so, the whole page is made for a projector."""

    _esm = HERE / "page.js"
    style_sheet = traitlets.Unicode().tag(sync=True)
    projected = traitlets.Bool().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)

    def __init__(self, projected, sentence):
        text = (HERE / "page.css").read_text(encoding="utf-8")
        super().__init__(projected=projected, sentence=sentence, style_sheet=text)

    def __repr__(self):
        return self.sentence
