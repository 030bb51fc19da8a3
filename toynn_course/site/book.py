"""The book: the notebooks as pages to read, with a landing page, a vocabulary and a reference."""

import json
import os
import re
import shutil
import subprocess
import sys
from functools import partial
from importlib.util import find_spec
from multiprocessing.pool import ThreadPool
from pathlib import Path

from toynn_course.site.figures import taken_out
from toynn_course.site.film import write_film
from toynn_course.site.performance import with_stills
from toynn_course.site.reference import write_reference
from toynn_course.site.stills import LIVE
from toynn_course.what_i_built.command import FILE

HERE = Path(__file__).parent
FIGURES = "_static/figures"

LANDING = (HERE / "landing.md").read_text(encoding="utf-8")
ROW = (
    "| [{title}]({name}.ipynb) | {question} | {minutes} | "
    '<a class="text-nowrap" href="{live}">run it'
    '<span class="visually-hidden"> ({title})</span></a> |'
)

OWN = re.compile(rf'<a href="{re.escape(FILE)}"[^>]*>(.*?)</a>')
"""A link to the page that a reader makes, and the book does not have."""

NAMED = "<summary><span", '<summary aria-label="The pages below this one"><span'
"""The theme's arrow in the list of pages, which has no name, and what it becomes."""


def build_book(target, source, notebooks):
    """Write the book into a folder.

    target : Path of the folder; source : Path of a folder to make, for what Sphinx reads
    notebooks : list of Notebook
    """
    (source / FIGURES).mkdir(parents=True)
    _copy_mathjax(source / "_static" / "mathjax")
    shutil.copy(HERE / "course.css", source / "_static")
    with ThreadPool(os.cpu_count()) as pool:  # a notebook runs in a process of its own
        pool.map(partial(_write_page, source=source), notebooks)
    write_reference(source / "reference")
    _write_landing(source, notebooks, write_film(source / "_static"))
    names = [notebook.path.name for notebook in notebooks]
    conf = (HERE / "conf.py").read_text(encoding="utf-8")
    (source / "conf.py").write_text(f"{conf}\n\ntoynn_lessons = {names}\n", encoding="utf-8")
    _run_sphinx(source, target)


def live_address(name):
    """Where a notebook runs in the browser, from a page at the top of the book."""
    return f"lite/lab/index.html?path={name}.ipynb"


def _write_page(notebook, source):
    """A notebook as Sphinx reads it: stills for its widgets, and pictures in files."""
    content = with_stills(notebook)
    for cell in content["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "text/html" in data:
                text = OWN.sub(r"\1", "".join(data["text/html"]))
                text = text.replace(LIVE, live_address(notebook.name))
                data["text/html"] = taken_out(text, source / FIGURES, FIGURES)
    (source / notebook.path.name).write_text(json.dumps(content), encoding="utf-8")


def _write_landing(source, notebooks, film):
    """The first page: what the course is, its film, and the list of its notebooks."""
    lessons = [notebook for notebook in notebooks if notebook.is_lesson]
    others = [notebook for notebook in notebooks if not notebook.is_lesson]
    rows = "\n".join(
        ROW.format(
            title=each.title, name=each.name, question=each.question or "",
            minutes=each.minutes, live=live_address(each.name),
        )
        for each in lessons
    )  # fmt: skip
    page = LANDING.format(
        film=film,
        rows=rows,
        first=live_address(lessons[0].name),
        lessons="\n".join(each.name for each in lessons),
        others="\n".join([*(each.name for each in others), "reference/index"]),
    )
    (source / "index.md").write_text(page, encoding="utf-8")


def _copy_mathjax(folder):
    """What typesets the formulas, so that no page asks another server for it."""
    carrier = Path(find_spec("mathjax").origin).parent / "static" / "mathjax" / "es5"
    fonts = Path("output", "chtml", "fonts", "woff-v2")
    shutil.copytree(carrier / fonts, folder / fonts)
    shutil.copy(carrier / "tex-mml-chtml.js", folder)


def _run_sphinx(source, target):
    """Let Sphinx write the pages. Raises CalledProcessError where it warns of something."""
    doctrees = source.with_name(f"{source.name}-doctrees")
    options = ["--builder", "html", "--fail-on-warning", "--keep-going", "--quiet", "--fresh-env"]
    command = [sys.executable, "-m", "sphinx", *options, "--doctree-dir", doctrees, source, target]
    subprocess.run(command, check=True)  # noqa: S603 - our own command
    for leftover in (".buildinfo", "objects.inv", "_static/**/*.map"):  # for debugging a theme
        for path in target.glob(leftover):
            path.unlink()
    for page in (*target.glob("*.html"), *target.glob("reference/*.html")):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace(*NAMED), encoding="utf-8")
