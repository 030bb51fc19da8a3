"""One JupyterLab and one Chromium for all browser tests, and as few pages as will do."""

import os

import nbformat
import pytest

from tests.browser.lab import CHROMIUM_ARGS, SECONDS, SIZE, Labs, find_chromium, jupyterlab


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


@pytest.fixture(scope="package")
def notebook(request, labs):
    """A notebook after one run, in which nothing goes wrong until the last test of it is over.

    Its file stands in the parameter; the conftest.py above brings the tests of a notebook together.
    """
    with labs.page() as lab:
        lab.open(request.param)
        lab.run_all()
        yield lab
        assert lab.errors() == lab.stderr() == lab.problems == []
