"""What a reader does in the browser: sliders, checks, predictions, the playground, a file."""

import re
import time

import nbformat
import pytest
from playwright.sync_api import expect

from tests.browser.lab import CELLS, SIZE
from tests.site.conftest import SECONDS_TO_START
from tests.site.lite import LiteLab

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

WRITE = """async ([path, content]) => {
    await jupyterapp.restored;
    await jupyterapp.serviceManager.contents.save(
        path, { path, type: "notebook", format: "json", content });
}"""

WRONG = "def sigmoid(z):\n    return 1 / (1 - np.exp(-z))"
RIGHT = "def sigmoid(z):\n    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-abs(z)))"
OVERFLOWING = "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))"
ENDLESS = "def sigmoid(z):\n    while True:\n        pass"
STUBBORN = """
def sigmoid(z):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass"""
ANSWERS = (WRONG, RIGHT, OVERFLOWING, ENDLESS, STUBBORN)

DAMAGED = """
import io
from toynn import Network
Network.random((2, 3, 1), rng=0).save("good.npz")
whole = bytearray(open("good.npz", "rb").read())
said = set()
for place in range(0, len(whole), 41):
    broken = bytearray(whole)
    broken[place] ^= 0xFF
    open("broken.npz", "wb").write(broken)
    try:
        Network.load("broken.npz")
    except ValueError:
        said.add("ValueError")
said"""


def fill(lab, *sources, path="trial.ipynb"):
    """Write a notebook of these cells into the reader's storage, open it and run it."""
    cells = list(map(nbformat.v4.new_code_cell, sources))
    kernel = {"name": "python", "display_name": "Python (Pyodide)"}
    book = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    lab.load()
    lab.page.evaluate(WRITE, [path, book])
    lab.open(path)
    lab.run_all()


def outputs(lab, number):
    """What the cell with that number has put on the page, as text."""
    parts = lab.page.evaluate(CELLS)[number]["outputs"]
    texts = (each.get("text") or each.get("data", {}).get("text/plain", "") for each in parts)
    return "\n".join("".join(text) for text in texts)


def test_a_slider_moves_its_picture(lab):
    fill(lab, "from toynn_course.explorers import RoundTrip\nRoundTrip()")
    cell = lab.cell(0)
    picture, sentence = cell.locator(".toynn-picture img"), cell.locator(".toynn-sentence")
    with lab.changes(picture):
        lab.press(lab.control("z", cell), "ArrowRight", times=3)
    lab.agree(lambda: picture.get_attribute("alt"), sentence.text_content)
    expect(sentence).to_contain_text("at 1.5")
    assert lab.errors() == lab.stderr() == []


def test_a_check_tells_wrong_from_right_and_stops_what_does_not_end(lab):
    first = "import numpy as np\nfrom toynn_course.exercises import check"
    fill(lab, first, *(f"{each}\n\ncheck('02.sigmoid', sigmoid)" for each in ANSWERS), "'alive'")
    wrong, right, overflowing, endless, stubborn, after = (outputs(lab, n) for n in range(1, 7))
    assert wrong.startswith("Not right yet.")
    assert right.startswith("Right")
    assert "the power overflows" in overflowing
    for text in (endless, stubborn):
        assert "still running after 2 seconds" in text
    assert after == "'alive'"
    assert lab.errors() == lab.stderr() == []


def answer(lab):
    """Commit to the first option of the prediction in the first cell; returns what is said."""
    cell = lab.cell(0)
    lab.press(cell.get_by_role("radiogroup").first.get_by_role("radio").first, "Space")
    lab.press(lab.control("certain", cell), "Space")
    lab.press(lab.control("Commit", cell), "Enter")
    lab.control("Answer again", cell).wait_for()
    return cell.locator("p", has_text="You said").text_content()


def test_a_prediction_is_kept_when_the_page_is_loaded_again(browser, url):
    ask = "from toynn_course.exercises import answers, predict\npredict('00.array')"
    with browser.new_context(viewport=SIZE) as context:
        lab = LiteLab(context, url)
        lab.page.set_default_timeout(1000 * SECONDS_TO_START)
        fill(lab, ask, "answers()")
        text = answer(lab)
        lab.press(lab.control("Answer again", lab.cell(0)), "Enter")
        assert answer(lab) == text  # the second answer is added to the first
        lab.page.reload()
        lab.page.wait_for_function("window.jupyterapp")
        lab.open("trial.ipynb")
        lab.run_all()
        expect(lab.cell(0).locator("p", has_text="You said")).to_have_text(text)
        assert outputs(lab, 1).count("00.array: ") == 2
        assert lab.errors() == lab.stderr() == []


def test_the_playground_plays_and_stops(lab):
    fill(lab, "from toynn_course.playground import Playground\nplay = Playground()\nplay")
    cell = lab.cell(0)
    lab.press(lab.control("Play", cell), "Enter")
    lab.control("Pause", cell).wait_for()
    before, started = int(lab.ask("play.session.epoch")), time.monotonic()
    frames = lab.page.evaluate(FRAMES)
    lab.page.wait_for_timeout(4000)
    epochs = (int(lab.ask("play.session.epoch")) - before) / (time.monotonic() - started)
    print(f"{epochs:.0f} epochs, {frames:.0f} frames a second")
    assert epochs > 10
    lab.press(lab.control("Pause", cell), "Enter")
    lab.control("Play", cell).wait_for()
    at = lab.ask("play.session.epoch")
    lab.page.wait_for_timeout(500)
    assert lab.ask("play.session.epoch") == at
    assert lab.errors() == lab.stderr() == []


# How often a second the screen's large map is drawn anew.
FRAMES = """() => new Promise(done => {
    const { putImageData, drawImage, clearRect } = CanvasRenderingContext2D.prototype;
    let frames = 0, last = 0;
    const count = original => function (...all) {
        const now = performance.now();
        if (now - last > 5) frames++;
        last = now;
        return original.apply(this, all);
    };
    CanvasRenderingContext2D.prototype.drawImage = count(drawImage);
    CanvasRenderingContext2D.prototype.putImageData = count(putImageData);
    setTimeout(() => {
        Object.assign(CanvasRenderingContext2D.prototype, { putImageData, drawImage, clearRect });
        done(frames / 5);
    }, 5000);
})"""


def test_a_file_of_the_readers_own_is_taken(lab):
    fill(lab, "from toynn_course.playground import Playground\nplay = Playground()\nplay")
    file = {"name": "mine.csv", "mimeType": "text/csv"}
    file["buffer"] = b"x,y,kind\n1,2,cat\n-3,1,dog\n2,2,cat\n"
    lab.press(lab.control("Your own", lab.cell(0)), "Space")
    button = lab.cell(0).get_by_role("button", name="Points from a CSV file")
    button.wait_for()
    with lab.page.expect_file_chooser() as dialogue:
        button.press("Enter")
    dialogue.value.set_files(file)
    lab.comes_to("play.session.points.classes", ("cat", "dog"))
    assert lab.errors() == lab.stderr() == []


def test_damaged_files_missing_packages_and_progress_are_told_as_elsewhere(lab):
    fill(
        lab,
        DAMAGED,
        "from toynn_course.explorers import environment\nenvironment()",
        "from toynn import *\nfrom toynn.datasets import swap\n"
        "start = Network.random((2, 2), rng=0)\n"
        "*_, last = progress(train(start, swap(), epochs=20, learning_rate=1.0), 20)\nlast.number",
        "import sklearn\nsklearn.__version__",
    )
    assert outputs(lab, 0) == "{'ValueError'}"
    assert "jupyterlab" not in outputs(lab, 1)
    assert "missing" not in outputs(lab, 1)
    assert re.search(r"\b20$", outputs(lab, 2))
    assert outputs(lab, 3) == "'1.6.1'"
    assert lab.errors() == lab.stderr() == []
