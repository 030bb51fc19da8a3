"""Jupyter Notebook 7 instead of JupyterLab: a notebook runs there, and what is in it answers."""

import os

import nbformat
import pytest
from playwright.sync_api import expect

from tests.browser.lab import READY, ROOT, SIZE, TOKEN, Lab, jupyterlab

pytestmark = pytest.mark.browser

PLAYGROUND = "from toynn_course.playground import Playground\nplay = Playground()\nplay"


class Notebook7(Lab):
    """A page of Notebook 7, which shows one notebook and no other."""

    def _note_error(self, error):
        # Its list of shortcuts may be asked for settings before they are there; it copes with that.
        if "reading 'schema'" not in error.message:
            super()._note_error(error)

    def open(self, notebook):
        """Open a notebook of the folder notebooks/ and wait until its kernel is ready."""
        path = f"notebooks/{notebook}"
        self.page.goto(f"{self.url}/notebooks/{path}?token={TOKEN}")
        self.page.wait_for_function("window.jupyterapp")
        self.page.evaluate(READY, path)


@pytest.fixture(scope="module")
def url(chromium, tmp_path_factory):
    """The address of a Notebook 7; without one the tests are skipped, except in CI."""
    try:
        import notebook  # noqa: F401
    except ImportError:
        missing = "Notebook 7 is not installed; pip install '.[test]' does it"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    folder = tmp_path_factory.mktemp("notebook_7")
    with jupyterlab(folder, "notebook", "JupyterNotebookApp") as url:
        book = nbformat.read(ROOT / "notebooks" / "00_start_here.ipynb", as_version=4)
        book.cells.append(nbformat.v4.new_code_cell(PLAYGROUND))
        nbformat.write(book, folder / "work" / "notebooks" / "00_and_playground.ipynb")
        yield url


@pytest.fixture(scope="module")
def page(chromium, url):
    """Notebook 00 with a playground at its end, after one run; nothing goes wrong in it."""
    with chromium.new_context(viewport=SIZE) as context:
        page = Notebook7(context, url)
        page.open("00_and_playground.ipynb")
        page.run_all()
        yield page
        assert page.errors() == page.stderr() == page.problems == []
        page.close()


def test_everything_in_a_notebook_is_alive(page):
    assert page.dead_widgets() == []
    assert all(name for _, name in page.pictures())


def test_a_slider_moves_its_picture_by_key(page):
    cell = page.cell("RoundTrip()")
    with page.changes(cell.locator(".toynn-picture img")):
        page.press(page.control("z", cell), "ArrowRight")


def test_a_prediction_is_answered_by_key(page):
    cell = page.cell('predict("00.array")')
    page.press(cell.get_by_role("radio").first, "Space")
    page.press(page.control("certain", cell), "Space")
    page.press(page.control("Commit", cell), "Enter")
    expect(cell).to_contain_text("(certain).")


def test_the_playground_plays_pauses_and_keeps_its_keys(page):
    cell = page.cell(PLAYGROUND)
    cells = page.page.locator(".jp-Notebook .jp-Cell").count()
    page.press(page.control("Play", cell), "Space")
    page.agree(lambda: int(page.ask("play.session.epoch")) > 20, lambda: True)
    page.press(page.control("Pause", cell), "Enter")
    expect(page.control("Play", cell)).to_be_visible()
    # Elsewhere on the page these keys cut a cell, add two, and delete one.
    for key in "x", "a", "b", "d", "d", "Control+z":
        page.press(page.control("Play", cell), key)
    page.comes_to("play.session.epoch", 0)
    assert page.page.locator(".jp-Notebook .jp-Cell").count() == cells
