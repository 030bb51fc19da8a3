"""What the views of toynn on a page of JupyterLab have in common."""

from pathlib import Path

ALL_NEED = Path(__file__).with_name("jupyter.js")


def es_module(path):
    """The ES module of a view: what all of them need, and its own."""
    return "".join(file.read_text(encoding="utf-8") for file in (ALL_NEED, path))
