"""One site, built once, one server of its files, and one Chromium that reaches nothing else."""

import contextlib
import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.browser.lab import CHROMIUM_ARGS, ROOT, SECONDS, SIZE, find_chromium
from tests.site.lite import LiteLab
from tests.site.server import files, no_way_out

EXTRA = ("sphinx", "myst_nb", "sphinx_book_theme", "jupyterlite_core", "hatchling", "mathjax")
SECONDS_TO_START = 600  # a kernel in the page, or a notebook, on a machine that is very busy


def pytest_collection_modifyitems(items):
    """Give a test time for the site that may have to be built before it; single notebooks last.

    Whichever process has nothing else to do takes the next of them.
    """
    items.sort(key=lambda item: item.path == Path(__file__).with_name("test_notebooks.py"))
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.timeout(1800))


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id):
    """The folder of a site that stands alone: $TOYNN_SITE, or one that is built now."""
    if built := os.environ.get("TOYNN_SITE"):
        return Path(built)
    if not all(map(find_spec, EXTRA)):
        pytest.skip('the extra "site" is not installed: pip install -e ".[test,site]"')
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "site"
    built_once(folder)
    return folder


def built_once(folder):
    """Build the site into a folder, or wait for the process that does."""
    end = folder.with_suffix(".txt")  # says how it ended
    try:
        folder.mkdir()
    except FileExistsError:
        while not end.exists():
            time.sleep(0.2)
    else:
        told = folder.with_suffix(".part")
        told.write_text(built(folder), encoding="utf-8")
        told.replace(end)  # whole, or not there
    assert end.read_text(encoding="utf-8") == ""


def built(folder):
    """Build the site, in a process of its own. Returns "", or what went wrong."""
    command = [sys.executable, "-m", "toynn_course.site", folder, "--alone"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    return done.stderr or "it failed in silence" if done.returncode else ""


@pytest.fixture(scope="session")
def url(site):
    """The address of the site."""
    with files(site) as address:
        yield address


@pytest.fixture(scope="session")
def proxy():
    """Where a request that leaves the site ends: its address, and the list of such requests."""
    with no_way_out() as (address, asked):
        yield address, asked


@pytest.fixture(scope="session")
def browser(site, proxy):
    """A browser; without one the tests are skipped, except in CI."""
    path = find_chromium()
    if not path:
        missing = "no Chromium found; install one, or set CHROMIUM to its path"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=1000 * SECONDS)
    way = {"server": proxy[0], "bypass": "127.0.0.1"}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS, proxy=way)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def stays(request):
    """Fail if anything but the site was asked for, by a page, a worker, or Python in a page."""
    yield
    if "proxy" in request.fixturenames:
        asked = request.getfixturevalue("proxy")[1]
        elsewhere = [each for each in asked if not is_the_browsers_own(each)]
        asked.clear()
        assert elsewhere == []


def is_the_browsers_own(address):
    """Whether Chromium asked for this for itself: no page of ours knows these hosts."""
    host = address.removeprefix("http://").split("/")[0].split(":")[0]
    return host.endswith((".google.com", ".googleapis.com", ".gvt1.com"))


@pytest.fixture(scope="session")
def open_lab(browser, url):
    """A function that gives the page of a new reader: see tests/site/lite.py."""

    @contextlib.contextmanager
    def open_lab():
        with browser.new_context(viewport=SIZE) as context:
            lab = LiteLab(context, url)
            lab.page.set_default_timeout(1000 * SECONDS_TO_START)
            yield lab

    return open_lab
