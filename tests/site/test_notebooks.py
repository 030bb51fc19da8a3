"""Notebooks, run from top to bottom in a browser whose only server hands out files.

A few tell the most: a film of training, sliders, the playground, and the writer. All of them run
with --every-notebook.
"""

import json
import re

import pytest

from tests.browser.lab import CELLS, NAMES, ROOT

pytestmark = pytest.mark.browser
NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
TELLING = ("01", "05", "09", "12")
SANITIZE = re.compile(r"^regex: (.+)\nreplace: (.+)$", flags=re.MULTILINE)
RULES = SANITIZE.findall((ROOT / "tests" / "nbval_sanitize.cfg").read_text(encoding="utf-8"))
WIDGET = "application/vnd.jupyter.widget-view+json"


ROUNDED = {
    ("07_backprop_in_code.ipynb", "gradient-check"): 0.15,
    ("08_the_training_loop.ipynb", "sweep-picture"): 0.5,
    ("08_the_training_loop.ipynb", "rate-sweep"): 0.15,
    ("08_the_training_loop.ipynb", "early-seeds"): 0.15,
    ("09_playground.ipynb", "more-neurons-better-network-2"): 0.15,
    ("09_playground.ipynb", "best-against-free"): 0.15,
    ("09_playground.ipynb", "two-of-ten"): 0.15,
    ("10_why_deep_networks_refuse.ipynb", "five-layers"): 0.15,
    ("11_real_digits.ipynb", "two-costs"): 0.15,
    ("12_it_writes.ipynb", "attention-check"): 0.15,
}
"""Cells whose last digits hang on the rounding of a processor: there, numbers need only be near:
within this share of those in the file.

These are differences of 1e-10, runs at rates that are far too large, and networks that have room to
memorise: after thousands of steps, what was a rounding error can decide about a point."""

LITTLE = 1e-9  # of which nothing more is said than that it is little

NUMBER = re.compile(r"[-−]?\d[\d.,]*(e-?\d+)?%?")


def told(outputs):
    """What outputs say in words, as nbval compares them; what is on stderr is no output of ours."""
    return [text for output in outputs if (text := _words(output))]


def _words(output):
    if output["output_type"] == "error":
        return f"{output['ename']}: {output['evalue']}"
    text = output.get("text") or output["data"].get("text/plain", "")
    text = "".join(text)
    for pattern, replacement in RULES:
        text = re.sub(pattern, replacement, text)
    return text


def numbers(texts):
    """The numbers in texts, one after the other."""
    found = (each[0].rstrip("%.,") for text in texts for each in NUMBER.finditer(text))
    return [float(each.replace("−", "-").replace(",", "")) for each in found]


def without_numbers(texts):
    """The same words, with a # for each number."""
    return [NUMBER.sub("#", text) for text in texts]


def compared(notebook, cells):
    """The outputs of each cell of code that nbval compares, by the number of the cell."""
    return {
        number: without_numbers(told(cell["outputs"]))
        if (notebook, cell["id"]) in ROUNDED
        else told(cell["outputs"])
        for number, cell in enumerate(cells)
        if cell["cell_type"] == "code"
        and "nbval-ignore-output" not in cell["metadata"].get("tags", ())
        and "import torch" not in "".join(cell["source"])  # there is none in a browser
    }


def pytest_generate_tests(metafunc):
    """Run all notebooks where the command line says so, and else those that tell the most."""
    if "notebook" in metafunc.fixturenames:
        every = metafunc.config.getoption("every_notebook")
        chosen = [name for name in NOTEBOOKS if every or name.startswith(TELLING)]
        metafunc.parametrize("notebook", chosen)


def test_a_notebook_runs_in_the_browser_and_says_what_its_file_says(open_lab, notebook):
    stored = json.loads((ROOT / "notebooks" / notebook).read_text(encoding="utf-8"))["cells"]
    with open_lab() as lab:
        lab.open(notebook)
        lab.run_all()
        assert lab.errors() == lab.stderr() == []
        cells = lab.page.evaluate(CELLS)
        assert compared(notebook, cells) == compared(notebook, stored)
        for cell, as_stored in zip(cells, stored, strict=True):
            if share := ROUNDED.get((notebook, cell["id"])):
                expected = numbers(told(as_stored["outputs"]))
                near = pytest.approx(expected, rel=share, abs=LITTLE)
                assert numbers(told(cell["outputs"])) == near, cell["id"]
        for number, area, outputs in lab.outputs():
            assert lab.dead(area, outputs) == [], f"cell {number}"
            assert all(area.evaluate(NAMES)), f"a picture without alt text in cell {number}"
