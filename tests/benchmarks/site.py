"""What the site costs its readers: its size, a first visit, and how soon a live notebook answers.

The site is built here, unless $TOYNN_SITE names the folder of one that stands alone. Its server is
on this machine, so the seconds are those of the browser, and no network's.
"""

import os
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks import playground, sliders
from tests.benchmarks.timing import head, row
from tests.browser.lab import CHROMIUM_ARGS, SIZE, find_chromium
from tests.site.lite import LiteLab, fill
from tests.site.server import files, megabytes

PAGES = ("index.html", "05_gradient_descent.html", "12_it_writes.html", "vocabulary.html")
FIRST = "00_start_here.ipynb"
SECONDS = 120  # to wait at most

# Waits until a page has its pictures and its formulas.
READ = """async () => {
    await window.MathJax?.startup?.promise;
    if (document.readyState != "complete")
        await new Promise(done => addEventListener("load", done));
}"""


def of_pages(browser, url, folder, asked):
    """For each page of the book a row: requests, megabytes, seconds until it can be read."""
    for name in PAGES:
        asked.clear()
        with browser.new_context(viewport=SIZE) as context:
            page, began = context.new_page(), time.monotonic()
            page.goto(f"{url}/{name}")
            page.evaluate(READ)
            seconds = time.monotonic() - began
        yield row(name, len(asked), f"{megabytes(folder, asked):.2f}", f"{seconds:.1f}")


def of_the_first_visit(browser, url, folder, asked):
    """Seconds and megabytes until the first notebook of a new reader answers, and has run."""
    asked.clear()
    with browser.new_context(viewport=SIZE) as context:
        lab, began = new_lab(context, url), time.monotonic()
        lab.open(FIRST)
        ready = time.monotonic() - began
        lab.run_all()
        ran = time.monotonic() - began
    return (
        f"A reader's first visit: {FIRST} can be run after {ready:.0f} s, all of it has run after "
        f"{ran:.0f} s; {len(asked)} requests, {megabytes(folder, asked):.1f} MB."
    )


def new_lab(context, url):
    """A page for a live notebook."""
    lab = LiteLab(context, url)
    lab.page.set_default_timeout(1000 * SECONDS)
    return lab


def of_the_playground(browser, url, seconds):
    """Epochs and frames a second of each network, as rows."""
    for name, (settings, _) in playground.NETWORKS.items():
        with browser.new_context(viewport=SIZE) as context:
            lab = new_lab(context, url)
            fill(lab, playground.CELL.format(settings=settings))
            cell = lab.cell(0)
            cell.locator(".toynn-links").wait_for()
            found = playground.speed(lab, cell, seconds)
            yield row(name, *(f"{value:.0f}" for value in found))


def of_the_sliders(browser, url, small):
    """The delays of every explorer, as `tests.benchmarks.sliders` measures them."""
    with browser.new_context(viewport=SIZE) as context:
        lab = new_lab(context, url)
        cells = (cell for cell, _ in sliders.CONTENDERS.values())
        fill(lab, "from toynn_course.explorers import *", *cells)
        return sliders.measured(lab, small)


def lines(rounds, small=False):
    """The figures of the site, line by line."""
    if not find_chromium() or not all(map(find_spec, ("playwright", "jupyterlite_core"))):
        yield "\nSite: not measured; it needs Chromium and the extras test and site."
        return
    from playwright.sync_api import sync_playwright

    folder, asked = site(), []
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    yield f"\nThe site has {size / 10**6:.0f} MB with all of Pyodide in it.\n"
    with files(folder, asked) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGS)
        yield head("page of the book", "requests", "MB", "seconds until it can be read")
        yield from of_pages(browser, url, folder, asked)
        yield f"\n{of_the_first_visit(browser, url, folder, asked)}\n"
        yield head("playground, live", "epochs a second", "frames", "frames of the page")
        yield from of_the_playground(browser, url, 1 if small else 4)
        times = of_the_sliders(browser, url, small)
        yield from sliders.table(times, "in the reader's browser")
        browser.close()


def site():
    """The folder of the site."""
    if built := os.environ.get("TOYNN_SITE"):
        return Path(built)
    from toynn_course.site.__main__ import main

    folder = Path(tempfile.mkdtemp(prefix="site"))
    main([str(folder), "--alone"])
    return folder
