"""How long a key on a slider takes to become a picture, in JupyterLab in a real browser.

Beside every explorer runs what one would write first: `interact` with a new figure each time, as
large on the screen as those of the explorers. They take turns, so that whatever else the machine
does falls on all of them.
"""

import tempfile
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path

import nbformat
import numpy as np

from tests.benchmarks.timing import head, row
from tests.browser.lab import CHROMIUM_ARGS, Lab, find_chromium, jupyterlab

KEYS, TURNS, WARMING = 20, 3, 10  # keys that come back to where they began
REST = 50  # milliseconds between keys, in which the page comes to rest
FLOOD = 60  # keys in a second
SHARE, LIMIT = 1 / 3, 250  # the aims: of the time of interact, and milliseconds after a flood

INTERACT = """
import matplotlib.pyplot as plt
import numpy as np
from ipywidgets import interact

def draw(value=1.0):
    x = np.linspace(-6, 6, 400)
    plt.figure(figsize=(9, 3.9), dpi=100)
    plt.plot(x, 1 / (1 + np.exp(-value * x)))
    plt.xlabel("x")
    plt.show()

interact(draw, value=(-10.0, 10.0, 0.1));
"""

WATCH = """
from toynn import Network, train
from toynn.datasets import circle
from toynn_course.explorers import TrainingViewer

data = circle(rng=0)
start = Network.random((2, 4, 2, 1), activation="tanh", rng=3)
options = {"learning_rate": 0.01, "batch_size": 10, "rng": 0}
TrainingViewer({"circle": (data, list(train(start, data, epochs=120, **options)))})
"""

SADDLE = """
saddle = SaddleExplorer()
saddle.controls["ten"].click()
saddle
"""

MICROSCOPE = """
from toynn_course.hunt import BugMicroscope

BugMicroscope(shape="3-3-3", exponent=-8)
"""

NOISY = """
noisy = NoisyBowlExplorer(batch=1)
noisy.controls["hundred"].click()
noisy
"""

WRITER = """
writer = Writer()
writer.controls["practice"].value.to(1, epochs=8)
writer.controls["beginning"].value = "mar"
writer
"""

PEER = "interact, a new figure"
CONTENDERS = {
    PEER: (INTERACT, "value"),
    "RoundTrip (00)": ("RoundTrip()", "z"),
    "TrainingViewer (01)": (WATCH, "Epoch"),
    "ActivationExplorer (02)": ("ActivationExplorer()", "Weight w"),
    "GateExplorer (02)": ("GateExplorer()", "Weight w1"),
    "NetworkBuilder (03)": ("NetworkBuilder()", "Seed"),
    "FitByHand (04)": ("FitByHand()", "Slope w"),
    "SaturatedNeuron (04)": ("SaturatedNeuron()", "Epoch"),
    "LearningRateExplorer (05)": ("LearningRateExplorer(start=2.0)", "Start at w"),
    "BowlExplorer (05)": ("BowlExplorer()", "Condition number"),
    "SaddleExplorer (05)": (SADDLE, "Learning rate"),
    "Stepper (06)": ("Stepper(steps=99)", "Nudge"),
    "BugMicroscope (07), another nudge": (MICROSCOPE, "Nudge 10^"),
    "BugMicroscope (07), another network": (MICROSCOPE, "Seed"),
    "NoisyBowlExplorer (08)": (NOISY, "Momentum"),
    "Dashboard (08)": ("Dashboard(hidden=2)", "Hidden nodes"),
    "DepthExplorer (10)": ("DepthExplorer()", "Hidden layers"),
    "Writer (12)": (WRITER, "Temperature"),
}
"""The cell that shows each, and the control that is moved."""

# Notes when a key goes down, and when the picture after it has been decoded and can be painted.
WATCHER = """cell => {
    window.pressed = []; window.painted = [];
    if (cell.watched) return;
    cell.watched = true;
    cell.addEventListener("keydown", () => pressed.push(performance.now()), true);
    const picture = () => cell.querySelector(".jp-OutputArea img");
    let shown = picture().src;
    const look = async () => {
        const image = picture();
        if (!image || image.src === shown) return;
        shown = image.src;
        await image.decode().catch(() => {});
        painted.push(performance.now());
    };
    new MutationObserver(look).observe(cell, {
        subtree: true, childList: true, attributes: true, attributeFilter: ["src"],
    });
}"""


def keys(times):
    """Keys that move a control to and fro."""
    turns = cycle(["ArrowRight"] * 5 + ["ArrowLeft"] * 5)
    return [next(turns) for _ in range(times)]


def notebook(path):
    """Write a notebook with a cell for each contender."""
    cells = ["from toynn_course.explorers import *", *(cell for cell, _ in CONTENDERS.values())]
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(book, path)


def watch(lab, number):
    """Bring a contender into view, and watch its pictures; its control has the focus."""
    cell = lab.cell(number)
    cell.locator(".jp-OutputArea img").first.wait_for()
    lab.page.wait_for_timeout(300)
    cell.evaluate(WATCHER)
    label = list(CONTENDERS.values())[number - 1][1]
    lab.control(label, cell).focus()


def delays(lab, number, times):
    """Milliseconds from each key to its picture, one key at a time.

    The first few are not counted: the page is still laying out what has come into view.
    """
    watch(lab, number)
    return [delay(lab, key) for key in keys(WARMING + times)][WARMING:]


def delay(lab, key):
    """Milliseconds from a key to its picture."""
    count = lab.page.evaluate("painted.length")
    lab.page.keyboard.press(key)
    lab.page.wait_for_function("count => painted.length > count", arg=count, polling=5)
    lab.page.wait_for_timeout(REST)
    return lab.page.evaluate("painted.at(-1) - pressed.at(-1)")


def after_a_flood(lab, number, times):
    """Milliseconds from the last of many quick keys to the last picture."""
    watch(lab, number)
    for key in keys(times):
        lab.page.keyboard.press(key)
        lab.page.wait_for_timeout(1000 / FLOOD - 5)
    lab.page.wait_for_timeout(2000)
    return lab.page.evaluate("painted.at(-1) - pressed.at(-1)")


def measured(lab, small=False):
    """For each contender p50, p95 and the delay after a flood, in milliseconds."""
    found = {name: [] for name in CONTENDERS}
    for _ in range(1 if small else TURNS):
        for number, name in enumerate(CONTENDERS, 1):
            found[name] += delays(lab, number, 3 if small else KEYS)
    return {
        name: (
            *np.percentile(found[name], [50, 95]),
            after_a_flood(lab, number, 5 if small else FLOOD),
        )
        for number, name in enumerate(CONTENDERS, 1)
    }


def table(times, where="in JupyterLab"):
    """What was measured, beside `interact`, and whether that is what we aim for."""
    peer, misses = times[PEER], []
    yield f"\nKey on a slider to new picture {where}, in ms, and as a share of interact:\n"
    yield head("picture", "p50", "p95", "after 60 keys in a second")
    for name, (*found, flood) in times.items():
        shares = [mine / theirs for mine, theirs in zip(found, peer, strict=False)]
        yield row(
            name,
            *(f"{ms:.0f} ({n:.2f})" for ms, n in zip(found, shares, strict=True)),
            f"{flood:.0f}",
        )
        if name != PEER and (max(shares) > SHARE or flood > LIMIT):
            misses.append(name)
    aim = "\nAim: p50 and p95 a third of those of interact, the last picture within 250 ms"
    yield f"{aim}: missed by {', '.join(misses)}." if misses else f"{aim}: met."


def lines(rounds, small=False):
    """The delays as a table."""
    path = find_chromium()
    if not path or not find_spec("playwright"):
        yield "\nSliders: not measured; they need Chromium and the test extra."
        return
    from playwright.sync_api import sync_playwright

    folder = Path(tempfile.mkdtemp(prefix="sliders"))
    with jupyterlab(folder) as url, sync_playwright() as playwright:
        notebook(folder / "work" / "notebooks" / "sliders.ipynb")
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        lab = Lab(browser.new_context(viewport={"width": 1280, "height": 800}), url)
        lab.open("sliders.ipynb")
        lab.run_all()
        yield from table(measured(lab, small))
        browser.close()
