"""Slides: each notebook as a deck, made by rules from its cells.

`python -m toynn_course.slides FOLDER` writes a page for each notebook, which needs nothing but a
browser, and a notebook with live controls for JupyterLab with jupyterlab-deck.
"""

from toynn_course.slides.decks import write_slides

__all__ = ["write_slides"]
