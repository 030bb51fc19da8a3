"""One site, built once, one server of its files, and one Chromium that reaches nothing else."""

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.browser.lab import CHROMIUM_ARGS, SECONDS, SIZE, find_chromium
from tests.site.lite import LiteLab
from tests.site.server import files, no_way_out

EXTRA = ("sphinx", "myst_nb", "sphinx_book_theme", "jupyterlite_core", "hatchling", "mathjax")
SECONDS_TO_START = 120  # a kernel in the page, on a machine that does other things as well


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder of a site that stands alone: $TOYNN_SITE, or one that is built now."""
    if built := os.environ.get("TOYNN_SITE"):
        return Path(built)
    if not all(map(find_spec, EXTRA)):
        pytest.skip('the extra "site" is not installed: pip install -e ".[test,site]"')
    from toynn_course.site.__main__ import main

    folder = tmp_path_factory.mktemp("site")
    main([str(folder), "--alone"])
    return folder


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


@pytest.fixture
def lab(browser, url):
    """A page of a reader who was never here before: see tests/site/lite.py."""
    with browser.new_context(viewport=SIZE) as context:
        lab = LiteLab(context, url)
        lab.page.set_default_timeout(1000 * SECONDS_TO_START)
        yield lab
