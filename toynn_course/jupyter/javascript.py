"""What all views on a page of JupyterLab have in common."""

from pathlib import Path

ALL_NEED = Path(__file__).with_name("common.js")


STYLES = Path(__file__).with_name("picture.css")
"""The look of what is below a picture: its sentence, its table, and a line for errors."""


def es_module(*paths):
    """The ES module of a view: what all of them need, then its own scripts, in this order."""
    return "".join(file.read_text(encoding="utf-8") for file in (ALL_NEED, *paths))
