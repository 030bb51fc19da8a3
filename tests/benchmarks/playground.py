"""How smoothly the playground plays in JupyterLab in a real browser, and how soon it stops.

Beside our frames is what the page itself can do: how often a second it is painted at all.

`--tensorflow-playground FOLDER` measures the TensorFlow Playground as well, in the same browser and
in turns with ours. The folder holds what `npm run build` makes of it, the file index.html and what
that needs (https://github.com/tensorflow/playground, in its folder dist). It trains one epoch for
each frame; its counter says how many.
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
from tests.browser.lab import CHROMIUM_ARGS, SIZE, Lab, find_chromium, jupyterlab

CELL = """
from toynn_course.playground import Playground
play = Playground({settings})
play"""

NETWORKS = {
    "as it opens: 2-4-2-1": ("", "4,2"),
    "six layers of eight": ("hidden=(8,) * 6", "8,8,8,8,8,8"),
}
"""The settings of each, and its hidden layers as the TensorFlow Playground writes them."""

SAME = "activation=tanh&batchSize=10&dataset=circle&learningRate=0.03&noise=0&percTrainData=50"
"""What else the address of the TensorFlow Playground says: the settings that ours opens with."""

OURS, THEIRS = ".toynn-losses dd", "#iter-number"
"""The counters of epochs."""

# Counts epochs, the frames that the view draws, and those that the page is painted in.
COUNT = """async ([counter, seconds]) => {
    const epoch = () => +document.querySelector(counter).textContent.replace(/,/g, "");
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

# Milliseconds from the click on Pause until the counter does not move any more.
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

CLICKS = ("Step", "Reset", "New points", "circle", "xor", "spiral", "Add a neuron to layer 1",
          "Remove a neuron from layer 1", "Show the test set", "Show decisions only")  # fmt: skip


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
    lab = Lab(browser.new_context(viewport=SIZE), url)
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
    """Begin to play, and wait until it runs evenly."""
    lab.control("Play", cell).click()
    lab.control("Pause", cell).wait_for()
    lab.page.wait_for_timeout(1500)


def speed(lab, cell, seconds):
    """Epochs, frames of ours, and frames of the page in a second."""
    lab.page.bring_to_front()  # a page behind another draws nothing
    play(lab, cell)
    found = lab.page.evaluate(COUNT, [OURS, seconds])
    lab.control("Pause", cell).click()
    lab.control("Play", cell).wait_for()
    return found


@contextmanager
def tensorflow(browser, folder, hidden):
    """A page with the TensorFlow Playground, from what was built in a folder; None without one."""
    if folder is None:
        yield None
        return
    with browser.new_context(viewport=SIZE) as context:
        page = context.new_page()
        page.route("**", leave_the_network_alone)
        address = (Path(folder).resolve() / "index.html").as_uri()
        page.goto(f"{address}#networkShape={hidden}&{SAME}")
        page.locator(THEIRS).wait_for()
        yield page


def leave_the_network_alone(route):
    """Load what is in the folder, and no fonts or counters of visitors from elsewhere."""
    if route.request.url.startswith("file:"):
        route.continue_()
    else:
        route.abort()


def speed_of_tensorflow(page, seconds):
    """Epochs, which are frames, and frames of the page in a second."""
    page.bring_to_front()
    page.locator("#play-pause-button").click()
    page.wait_for_timeout(1500)
    found = page.evaluate(COUNT, [THEIRS, seconds])
    page.locator("#play-pause-button").click()
    return found


def side_by_side(lab, cell, page, times, seconds):
    """The speeds of ours and of the TensorFlow Playground, which take turns: two arrays of rows."""
    rows = [
        (speed(lab, cell, seconds), page and speed_of_tensorflow(page, seconds))
        for _ in range(times)
    ]
    lab.page.bring_to_front()
    ours, theirs = zip(*rows, strict=True)
    return np.array(ours), page and np.array(theirs)


def compared(ours, theirs):
    """The epochs of the TensorFlow Playground, and how many times as many ours trains."""
    if theirs is None:
        return "not measured"
    times = np.median(ours[:, 0] / theirs[:, 0])
    return f"{np.median(theirs[:, 0]):.0f}, ×{times:.1f}"


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


def lines(rounds, small=False, tensorflow_playground=None):
    """The speeds as a table, and what a flood of clicks leaves behind."""
    if missing():
        yield "\nPlayground: not measured; it needs Chromium and the test extra."
        return
    turns, seconds, times = (1, 1, 2) if small else (max(rounds // 3, 1), 4, max(rounds, 2))
    yield "\nThe playground, playing in JupyterLab; each figure is per second, a median of turns:\n"
    yield head("network", "epochs", "frames", "frames of the page",
               "epochs of the TensorFlow Playground, and how many times as many ours does",
               "Pause to standing still, ms: p50, largest")  # fmt: skip
    with browser_and_server() as (browser, url, folder):
        for name, (settings, hidden) in NETWORKS.items():
            with (
                playground(browser, url, folder, settings) as (lab, cell),
                tensorflow(browser, tensorflow_playground, hidden) as page,
            ):
                ours, theirs = side_by_side(lab, cell, page, turns, seconds)
                stops = pauses(lab, cell, times)
                yield row(name, *(f"{value:.0f}" for value in np.median(ours, axis=0)),
                          compared(ours, theirs),
                          f"{np.median(stops):.0f}, {stops.max():.0f}")  # fmt: skip
        with playground(browser, url, folder, "") as (lab, cell):
            late = flood(lab, cell, *((10, 1) if small else ()))
            yield f"\nAfter clicks at random, ten a second, the page agrees within {late:.0f} ms."
