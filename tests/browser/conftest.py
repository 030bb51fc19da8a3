"""One JupyterLab and one Chromium for all browser tests, and as few pages as will do."""

import contextlib
import os

import nbformat
import pytest

from tests.browser.lab import CHROMIUM_ARGS, SECONDS, SIZE, Labs, find_chromium, jupyterlab
from tests.order import place


@pytest.fixture(scope="package")
def chromium():
    """A browser; without one the tests are skipped, except in CI."""
    path = find_chromium()
    if not path:
        missing = "no Chromium found; install one, or set CHROMIUM to its path"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=1000 * SECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def lab_folder(tmp_path_factory):
    """Where JupyterLab works; the copies of the notebooks are in its work/notebooks."""
    return tmp_path_factory.mktemp("lab")


@pytest.fixture(scope="package")
def lab_url(chromium, lab_folder):
    """The address of the one JupyterLab."""
    with jupyterlab(lab_folder) as url:
        yield url


@pytest.fixture(scope="package")
def labs(chromium, lab_url):
    """The pages; what they share is their cache, above all."""
    with chromium.new_context(viewport=SIZE) as context:
        yield Labs(context, lab_url)


@pytest.fixture(scope="package")
def write(lab_folder, lab_url):
    """Write a notebook of these cells where JupyterLab finds it; returns its name."""

    def write(*sources, name="trial.ipynb"):
        cells = map(nbformat.v4.new_code_cell, sources)
        kernel = {"name": "python3", "display_name": "Python 3"}
        book = nbformat.v4.new_notebook(cells=list(cells), metadata={"kernelspec": kernel})
        nbformat.write(book, lab_folder / "work" / "notebooks" / name)
        return name

    return write


@pytest.fixture
def lab(labs):
    """A page to open a notebook in: see tests/browser/lab.py."""
    with labs.page() as lab:
        yield lab


class Ahead:
    """The notebooks that the tests want, each of them run while the one before it is tested."""

    def __init__(self, labs, names):
        self.labs, self.names, self.begun = labs, list(names), {}

    def begin(self, name):
        """Begin to run a notebook, if it has not been begun."""
        if name not in self.begun:
            stack = contextlib.ExitStack()
            lab = stack.enter_context(self.labs.page())
            self.begun[name] = lab, stack
            lab.begin(name)

    @contextlib.contextmanager
    def page(self, name):
        """The page of a notebook that has run."""
        self.begin(name)
        lab, stack = self.begun.pop(name)
        lab.finish()
        self.names.remove(name)
        if self.names:
            self.begin(self.names[0])
        lab.page.bring_to_front()  # one behind another draws nothing
        with stack:
            yield lab


@pytest.fixture(scope="package")
def ahead(request, labs):
    """What runs the notebooks ahead of their tests."""
    names = [name for _, name in map(place, request.session.items) if name]
    return Ahead(labs, dict.fromkeys(names))


@pytest.fixture(scope="package", autouse=True)
def first_notebook(request):
    """The first notebook runs while the tests that need none go on."""
    ahead = request.getfixturevalue("ahead")
    if ahead.names:
        ahead.begin(ahead.names[0])


@pytest.fixture(scope="package")
def notebook(request, ahead):
    """A notebook after one run, in which nothing goes wrong until the last test of it is over.

    Its file stands in the parameter; the conftest.py above brings the tests of a notebook together.
    """
    with ahead.page(request.param) as lab:
        yield lab
        assert lab.errors() == lab.stderr() == lab.problems == []
