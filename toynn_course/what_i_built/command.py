"""The command: read what there is in this folder, and write the page beside it."""

import html
from pathlib import Path

from toynn_course.exercises.engine.store import kept
from toynn_course.what_i_built.answers import explanations, predictions, then_and_now
from toynn_course.what_i_built.page import MARK, page
from toynn_course.what_i_built.work import networks, notebooks

FILE = "what_i_built.html"


class Written:
    """Where a page is, as a notebook shows it: with a link to it."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f"Your page is written: {self.path}. Open it in a browser, print it, keep it."

    def _repr_html_(self):
        name = html.escape(str(self.path))
        link = f'<a href="{name}" target="_blank">{name}</a>'
        return f"<p>Your page is written: {link}. Open it in a browser, print it, keep it.</p>"


def what_i_built(file=FILE):
    """Write a page of your predictions, answers, exercises and networks: one HTML file to keep.

    file : where to write it; an earlier page is replaced

    It is made from what lies in this folder; nothing leaves your computer. Exercises are taken from
    the notebooks as they were last saved, networks from files that `network.save` wrote.

    Raises ValueError if there is a file of that name which is no such page.

    >>> from contextlib import chdir
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, chdir(folder):
    ...     what_i_built()
    Your page is written: what_i_built.html. Open it in a browser, print it, keep it.
    """
    path = Path(file)
    if path.exists() and MARK not in path.read_text(encoding="utf-8", errors="replace")[:1000]:
        raise ValueError(f"{path} is another file, and would be lost; choose another name")
    records, trouble = kept()
    answers = then_and_now(records), predictions(records), explanations(records)
    path.write_text(page(*answers, notebooks(), networks(), trouble), encoding="utf-8")
    return Written(path)
