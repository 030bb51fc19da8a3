"""Decks: the files of the slides, a page and a live notebook for each notebook."""

import html
import json
import re
import shutil
from importlib.resources import files
from pathlib import Path

import nbformat

from toynn_course.slides import asked
from toynn_course.slides.formulas import with_mathml
from toynn_course.slides.room import ENLARGED, HEIGHT, HIGHEST, WIDTH
from toynn_course.slides.rules import has_controls, markdown, pictured, planned

HERE = Path(__file__).parent
NOTEBOOKS = HERE.parents[1] / "notebooks"
REVEAL = "_static/revealjs"  # in the package that carries it
PROJECTOR = "from toynn_course import projector; projector.on()"


def write_slides(source, target):
    """Write the slides of every lesson in a folder into another one. Returns the paths written."""
    target, written = Path(target), []
    (target / "live").mkdir(parents=True, exist_ok=True)
    paths = sorted(Path(source).glob("[0-9][0-9]_*.ipynb"))
    if not paths:
        raise ValueError(f"there are no notebooks in {source}; say where they are with --notebooks")
    for path in paths:
        notebook = nbformat.read(path, as_version=4)  # which makes lists of lines into texts
        page, live = target / f"{path.stem}.html", target / "live" / path.name
        page.write_text(deck_page(notebook), encoding="utf-8")
        text = json.dumps(live_notebook(notebook), indent=1, ensure_ascii=False)
        live.write_text(f"{text}\n", encoding="utf-8")
        written += [page, live]
    shutil.copy(HERE / "live.css", target / "live" / "rise.css")
    return written


def live_notebook(notebook):
    """A notebook with the metadata that jupyterlab-deck and jupyterlab-rise read."""
    first = {
        "cell_type": "code", "id": "projector", "metadata": {}, "execution_count": None,
        "outputs": [], "source": PROJECTOR,
    }  # fmt: skip
    cells = [_marked(first, "skip", "projector")]
    for number, piece in enumerate(planned(notebook["cells"])):
        cell = {**piece.cell}
        if has_controls(cell):
            cell = {**cell, "outputs": [], "execution_count": None}
        cells.append(_marked(cell, piece.place, f"slide-{number}"))
    return {**notebook, "cells": cells}


def _marked(cell, place, name):
    """A cell that says where it stands; the code of a picture is folded away.

    There is one row of slides: jupyterlab-deck skips some of those that are below another one.
    """
    place = "slide" if place == "subslide" else place
    said = {} if place == "-" else {"slideshow": {"slide_type": place}}
    metadata = {**cell["metadata"], **said}
    if cell["cell_type"] == "code" and pictured(cell):
        metadata["jupyter"] = {"source_hidden": True}
    return {**cell, "metadata": metadata, "id": name}


def deck_page(notebook):
    """The slides of a notebook as a page that needs nothing but a browser."""
    from nbconvert.exporters import SlidesExporter

    pieces = planned(notebook["cells"], asked=_still)
    cells = [_on_page(piece, number) for number, piece in enumerate(pieces)]
    title = pieces[0].cell["source"].lstrip("# ")
    metadata = {**notebook["metadata"], "title": title}
    book = nbformat.from_dict({**notebook, "cells": cells, "metadata": metadata})
    exporter = SlidesExporter(
        extra_template_basedirs=[str(HERE)],
        template_name="template",
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
    )
    page, _ = exporter.from_notebook_node(book, {"deck": _resources()})
    slides, *programs = page.partition("<script>")
    slides = re.sub(r"<th\b[^>]*>(.*?)</th>", _head, slides, flags=re.DOTALL)
    return "".join([slides, *programs])


def _head(found):
    """The head of a column: one that is empty is no head, and a formula gets a name in words."""
    inner = found[1].strip()
    if not inner:
        return "<td></td>"
    if inner.startswith("<math") and inner.endswith("</math>"):
        words = html.escape(re.sub(r"<[^>]*>", "", inner))
        inner = f'<span class="unseen">{words}</span><span aria-hidden="true">{inner}</span>'
    return f'<th scope="col">{inner}</th>'


def _resources():
    """What the template puts into the page: the styles and the program of the slides."""
    reveal = files("sphinx_revealjs").joinpath(REVEAL)

    def read(name):
        return reveal.joinpath(name).read_text(encoding="utf-8")

    return {
        "css": read("dist/reveal.css") + (HERE / "deck.css").read_text(encoding="utf-8"),
        "reveal": read("dist/reveal.js"),
        "notes": read("plugin/notes/notes.js"),
        "width": WIDTH,
        "height": HEIGHT,
    }


def _on_page(piece, number):
    """A piece as a cell of the page: formulas drawn, and pictures without their code."""
    cell = {**piece.cell, "id": f"slide-{number}"}
    cell["metadata"] = {"slideshow": {"slide_type": piece.place}}
    if cell["cell_type"] == "markdown":
        text = re.sub(r"\A##?#? ", "## ", cell["source"])  # each slide is below the page's title
        return {**cell, "source": with_mathml(text)}
    if pictured(cell):
        cell["metadata"]["tags"] = ["picture"]
    return cell


def _still(cell):
    """What stands for a cell with controls: its questions, and the picture that opens."""
    shown = [(markdown(text), note, 400) for text, note in asked.question_in(cell["source"])]
    picture = asked.picture_in(cell["source"])
    if picture:
        shown.append((markdown(f"<div>{picture}</div>"), "", round(HIGHEST * ENLARGED)))
    return shown or [({**cell, "outputs": []}, "", 400)]
