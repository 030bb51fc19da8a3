"""How smoothly the playground plays in JupyterLab in a real browser, and how soon it stops.

The TensorFlow Playground trains one epoch for each frame. In Chromium on a machine with two cores
it was measured at 47 epochs and frames a second as it opens, and at 12 with six layers of eight.
Beside our frames stands what the page itself can do: how often a second it is painted at all.
"""

import random
import tempfile
import time
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import nbformat
import numpy as np

from tests.benchmarks.timing import head, row
from tests.browser.lab import CHROMIUM_ARGS, Lab, find_chromium, jupyterlab

CELL = """
from toynn_course.playground import Playground
play = Playground({settings})
play"""

NETWORKS = {
    "as it opens: 2-4-2-1": ("", 47),
    "six layers of eight": ("hidden=(8,) * 6", 12),
}
"""The settings of each, and the epochs and frames of the TensorFlow Playground in a second."""

# Counts the frames that the view draws, and those that the page is painted in.
COUNT = """async seconds => {
    const counter = document.querySelector(".toynn-losses dd").firstChild;
    const epoch = () => +counter.nodeValue.replace(/,/g, "");
    const first = epoch(), began = performance.now();
    let drawn = 0, painted = 0, last = first;
    while (performance.now() - began < seconds * 1000) {
        await new Promise(requestAnimationFrame);
        painted += 1;
        drawn += epoch() !== last;
        last = epoch();
    }
    const taken = (performance.now() - began) / 1000;
    return [(epoch() - first) / taken, drawn / taken, painted / taken];
}"""

# Milliseconds from the click on Pause until the counter stands still for good.
PAUSE = """async button => {
    const counter = document.querySelector(".toynn-losses dd").firstChild;
    let last = counter.nodeValue, moved = performance.now();
    const clicked = moved;
    button.click();
    while (performance.now() - moved < 700) {
        await new Promise(requestAnimationFrame);
        if (counter.nodeValue !== last) [last, moved] = [counter.nodeValue, performance.now()];
    }
    return moved - clicked;
}"""

CLICKS = ("Step", "Reset", "Regenerate", "circle", "xor", "spiral", "Add a neuron to layer 1",
          "Remove a neuron from layer 1", "Show test data", "Discretize output")  # fmt: skip


def write(folder, settings=""):
    """Write a notebook with a playground where JupyterLab finds it."""
    cells = [nbformat.v4.new_code_cell(CELL.format(settings=settings))]
    book = nbformat.v4.new_notebook(cells=cells)
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(book, folder / "work" / "notebooks" / "playground.ipynb")


@contextmanager
def playground(browser, url, folder, settings):
    """A page with a playground, and its cell."""
    write(folder, settings)
    lab = Lab(browser.new_context(viewport={"width": 1280, "height": 800}), url)
    lab.open("playground.ipynb")
    lab.run_all()
    cell = lab.cell(0)
    cell.locator(".toynn-links").wait_for()
    yield lab, cell
    assert lab.errors() == lab.stderr() == lab.problems == []
    lab.close()


@contextmanager
def browser_and_server():
    """A browser, the address of a JupyterLab, and the folder that it works in."""
    from playwright.sync_api import sync_playwright

    folder = Path(tempfile.mkdtemp(prefix="playground"))
    with jupyterlab(folder) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGS)
        yield browser, url, folder
        browser.close()


def missing():
    """Whether there is nothing to measure with."""
    return not find_chromium() or not find_spec("playwright")


def play(lab, cell):
    """Begin to play, and wait until it has come into its stride."""
    lab.control("Play", cell).click()
    lab.control("Pause", cell).wait_for()
    lab.page.wait_for_timeout(1500)


def speed(lab, cell, seconds):
    """Epochs, frames of ours, and frames of the page in a second."""
    play(lab, cell)
    return lab.page.evaluate(COUNT, seconds)


def pauses(lab, cell, times):
    """Milliseconds from Pause until nothing moves any more."""
    found = []
    for _ in range(times):
        if not lab.control("Pause", cell).is_visible():
            play(lab, cell)
        button = lab.control("Pause", cell).element_handle()
        found.append(lab.page.evaluate(PAUSE, button))
        lab.control("Play", cell).wait_for()
    return np.array(found)


def flood(lab, cell, times=100, seconds=10):
    """Click on things at random while it plays; what is left is read from the kernel and the page.

    Returns milliseconds until the page shows what the kernel holds, after the last click.
    """
    rng = random.Random(0)  # noqa: S311 - nothing secret
    play(lab, cell)
    began = time.monotonic()
    for number in range(times):
        if not lab.control("Pause", cell).is_visible() and number % 5 == 0:
            lab.control("Play", cell).click()
        lab.control(rng.choice(CLICKS), cell).evaluate("control => control.click()")
        lab.page.wait_for_timeout(max(0, 1000 * (began + (number + 1) * seconds / times
                                                 - time.monotonic())))  # fmt: skip
    lab.control("Step", cell).click()
    last = time.monotonic()
    lab.agree(cell.locator(".toynn-sentence").inner_text, lambda: sentence(lab))
    return 1000 * (time.monotonic() - last)


def sentence(lab):
    """What the kernel last sent."""
    return lab.ask("play.picture.facts['sentence']")[1:-1]


def lines(rounds, small=False):
    """The speeds as a table, and what a flood of clicks leaves behind."""
    if missing():
        yield "\nPlayground: not measured; it needs Chromium and the test extra."
        return
    seconds, times = (1, 2) if small else (10, max(rounds, 2))
    yield "\nThe playground, playing in JupyterLab; each figure is per second:\n"
    yield head("network", "epochs", "frames", "frames of the page", "TensorFlow Playground",
               "Pause to standing still, ms: p50, largest")  # fmt: skip
    with browser_and_server() as (browser, url, folder):
        for name, (settings, theirs) in NETWORKS.items():
            with playground(browser, url, folder, settings) as (lab, cell):
                epochs, frames, painted = speed(lab, cell, seconds)
                stops = pauses(lab, cell, times)
                yield row(name, f"{epochs:.0f}", f"{frames:.0f}", f"{painted:.0f}", theirs,
                          f"{np.median(stops):.0f}, {stops.max():.0f}")  # fmt: skip
        with playground(browser, url, folder, "") as (lab, cell):
            late = flood(lab, cell, *((10, 1) if small else ()))
            yield f"\nAfter clicks at random, ten a second, the page agrees within {late:.0f} ms."
