"""The drawing pad of notebook 11: by mouse, by touch, by keyboard, and what it says meanwhile."""

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.lab import IDLE
from tests.course.explorers.test_pad import inked, redrawn, scan_of, strokes_of
from toynn import Network, cross_entropy, train
from toynn.datasets import digits
from toynn_course.explorers.pad import CELL, FULL, PENS, SIDE, cells, fitted
from toynn_course.plots.words import with_article

pytestmark = pytest.mark.browser
in_the_notebook = pytest.mark.parametrize("notebook", ["11_real_digits.ipynb"], indirect=True)

TRAINING, TEST = digits().split(test=0.3, rng=0)
CENTRED, MOVED = "trained on centred", "trained on moved"
FIRST = [int(np.flatnonzero(TEST.labels == digit)[0]) for digit in range(10)]

# What the 64 cells show, in sixteenths: dark grey, 30, is all ink, and white, 255, is none.
CELLS_SHOWN = """grid => [...grid.children].map(cell =>
    Math.round((255 - Number(cell.style.backgroundColor.match(/\\d+/)[0])) * 16 / 225))"""

BOOK = """
from tests.course.explorers.test_pad import FEW, READER, answering
from toynn_course.explorers import DigitPad
pad = DigitPad(READER, examples=FEW)
pad"""

# The next answer takes five seconds.
BUSY = """
import time
naps, answer = [5], pad._answer
pad._answer = lambda: (naps and time.sleep(naps.pop()), answer())[1]"""


@pytest.fixture(scope="module")
def network():
    """The network of 30 hidden nodes, trained as the notebook trains it."""
    options = {"activation": "tanh", "output_activation": "softmax", "rng": 0}
    start = Network.random((64, 30, 10), **options)
    steps = {"epochs": 30, "learning_rate": 0.5, "batch_size": 10, "cost": cross_entropy, "rng": 0}
    *_, last = train(start, TRAINING, **steps)
    return last.network


NAMES = {"Network": "network", "Pen": "pen", "Example digit": "digit"}


class PadPage:
    """The pad of one cell of a notebook, as a reader has it in front of them."""

    def __init__(self, lab, words):
        self.lab, self.page, self.cell = lab, lab.page, lab.cell(words)
        self.frame = self.cell.locator(".toynn-pad-frame")
        self.frame.wait_for()
        self.frame.scroll_into_view_if_needed()

    def places(self, points):
        """Points of the 32 by 32 frame, on the page."""
        box = self.frame.locator(".toynn-pad-grid").bounding_box()
        scale = box["width"] / SIDE
        return [(box["x"] + scale * x, box["y"] + scale * y) for x, y in points]

    def draw(self, strokes):
        """Strokes with the mouse, each a list of points."""
        ways = iter(self.places([point for points in strokes for point in points]))
        for points in strokes:
            self.page.mouse.move(*next(ways))
            self.page.mouse.down()
            for _ in points[1:]:
                self.page.mouse.move(*next(ways))
            self.page.mouse.up()

    def press(self, label, key="Enter", times=1):
        """Press a button, once the kernel has what was drawn: a click may overtake it."""
        grid = self.frame.locator(".toynn-pad-grid")
        self.lab.agree(
            lambda: self.lab.ask("(16 * pad.image).astype(int).tolist()"),
            lambda: repr(grid.evaluate(CELLS_SHOWN)),
        )
        self.lab.press(self.lab.control(label, self.cell), key, times)

    def keys(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def choose(self, label, option):
        """Choose in a dropdown with the arrow keys."""
        control = self.lab.control(label, self.cell)
        if control.input_value() == option:
            return
        options = [
            name.replace("\xa0", " ") for name in control.locator("option").all_text_contents()
        ]
        self.lab.press(control, "ArrowUp", times=len(options))
        self.lab.press(control, "ArrowDown", times=options.index(option))
        expect(control).to_have_value(option)
        self.lab.comes_to(f"pad.controls[{NAMES[label]!r}].value", option)  # before any click

    def shows(self, image):
        """The cells come to be as dark as an image is."""
        wanted = np.rint(np.ravel(image) * FULL).astype(int).tolist()
        grid = self.frame.locator(".toynn-pad-grid").element_handle()
        same = f"([grid, wanted]) => String(({CELLS_SHOWN})(grid)) === String(wanted)"
        self.page.wait_for_function(same, arg=[grid, wanted])

    def says(self, *words):
        for each in words:
            expect(self.cell.locator(".toynn-pad-sentence")).to_contain_text(each)

    def reads(self, network, image):
        """The network's answer to an image is what stands there, in words and as bars."""
        outputs = network(image)
        first, second = np.argsort(-outputs)[:2]
        self.says(
            f"says {first} with a probability of {outputs[first]:.2f}; next is {second} with "
            f"{outputs[second]:.2f}."
        )
        largest = self.cell.locator(".toynn-pad-largest")
        expect(largest).to_have_text(f"{first}{outputs[first]:.2f}largest")

    def clear(self):
        turn = int(self.lab.ask("pad.pad.turn"))
        self.press("Clear")
        self.lab.comes_to("pad.pad.turn", turn + 1)  # it may have been empty before
        self.says("The pad is empty")


@pytest.fixture
def pad(notebook):
    """The pad of the notebook, as it is at first."""
    pad = PadPage(notebook, "pad = DigitPad(")
    pad.choose("Network", CENTRED)
    pad.choose("Pen", "medium")
    pad.choose("Example digit", "any")
    pad.clear()
    return pad


@in_the_notebook
@pytest.mark.parametrize("row", FIRST[8:])
def test_a_test_image_drawn_dot_by_dot_is_shown_and_read_like_the_image(pad, network, row):
    pad.choose("Pen", "fine")
    pad.draw(scan_of(TEST.X[row]))
    pad.shows(TEST.X[row])
    pad.reads(network, TEST.X[row])


@in_the_notebook
def test_a_digit_drawn_in_plain_strokes_reaches_the_label_of_the_test_image(pad, network):
    images = np.array([redrawn(TEST.X[row], PENS["medium"]) for row in FIRST])
    assert (network(images).argmax(axis=1) == network(TEST.X[FIRST]).argmax(axis=1)).sum() >= 9
    pad.draw(strokes_of(TEST.X[FIRST[4]]))
    pad.shows(images[4])
    pad.reads(network, images[4])


@in_the_notebook
def test_a_finger_draws_as_the_mouse_does(pad, network):
    session = pad.page.context.new_cdp_session(pad.page)

    def touch(kind, *points):
        places = [{"x": x, "y": y} for x, y in pad.places(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    image = redrawn(TEST.X[FIRST[3]], PENS["medium"])
    for start, *rest in strokes_of(TEST.X[FIRST[3]]):
        touch("touchStart", start)
        for point in rest:
            touch("touchMove", point)
        touch("touchEnd")
    pad.shows(image)
    pad.reads(network, image)


@in_the_notebook
def test_a_digit_is_drawn_with_the_keyboard_alone(pad, network):
    image = TEST.X[FIRST[5]]
    pad.lab.control("Next mistake", pad.cell).focus()
    pad.keys("Tab", *["ArrowUp"] * 8)
    expect(pad.frame).to_be_focused()
    for row in np.rint(image * FULL).astype(int).reshape(8, 8).tolist():
        pad.keys("Home")
        for sixteenths in row:
            pad.keys(str(sixteenths // 2), *["+"] * (sixteenths % 2), "ArrowRight")
        pad.keys("ArrowDown")
    pad.shows(image)
    pad.reads(network, image)
    last = round(image[-1] * FULL)
    expect(pad.cell.locator(".toynn-pad-place")).to_have_text(f"Row 8, column 8: ink {last} of 16.")


@in_the_notebook
def test_lines_and_dots_by_keyboard_are_those_of_the_pen_and_no_key_reaches_the_notebook(pad):
    pad.lab.control("Next mistake", pad.cell).focus()
    pad.keys("Tab", *["ArrowUp"] * 8, "Home")  # the cell above on the left
    before = pad.page.evaluate("jupyterapp.shell.currentWidget.content.activeCellIndex")
    pad.keys("ArrowRight", "Space", *["Shift+ArrowDown"] * 3, "Shift+ArrowRight")
    lines = [[(6, 2), (6, 14)], [(6, 14), (10, 14)]]
    pad.shows(cells(inked(lines, PENS["medium"])) / FULL)
    spoken = pad.cell.locator(".toynn-pad-spoken").nth(1)
    expect(spoken).to_have_text("Row 4, column 3: ink 14 of 16.")
    pad.keys("Backspace")
    expect(spoken).to_have_text("Row 4, column 3: ink 0 of 16.")
    pad.keys("5", "-", "-")
    expect(spoken).to_have_text("Row 4, column 3: ink 8 of 16.")
    pad.keys("Control+z", "Control+z", "Control+z", "Control+z")
    pad.shows(cells(inked(lines, PENS["medium"])) / FULL)
    for _ in range(4):
        pad.page.keyboard.down("8")  # is held, and repeats
    pad.page.keyboard.up("8")
    expect(spoken).to_have_text("Row 4, column 3: ink 16 of 16.")
    pad.keys("Control+z")
    pad.shows(cells(inked(lines, PENS["medium"])) / FULL)
    pad.keys("x", "d", "a", "End")
    expect(spoken).to_have_text("Row 4, column 8: ink 0 of 16.")
    book = "jupyterapp.shell.currentWidget.content"
    assert pad.page.evaluate(f"{book}.activeCellIndex") == before
    pad.frame.wait_for()  # x has cut nothing


@in_the_notebook
def test_every_control_answers_to_the_keyboard(pad, network):
    image = TEST.X[FIRST[2]].reshape(8, 8)
    pad.choose("Example digit", "2")
    pad.press("Next example")
    pad.says("of the examples is a 2.")
    pad.choose("Example digit", "any")
    pad.press("Clear", "Space")
    pad.says("The pad is empty")
    pad.press("Undo")
    pad.says("of the examples is a 2.")

    pad.clear()
    pad.choose("Pen", "fine")
    pad.draw(scan_of(image))
    pad.shows(image)
    for label, shift in [("← Left", -1), ("→ Right", 1), ("→ Right", 1)]:
        pad.press(label)
        image = np.roll(image, shift, axis=1)
        image[:, -1 if shift < 0 else 0] = 0
        pad.shows(image)
    pad.reads(network, image.ravel())
    pad.press("↑ Up")
    pad.shows(np.vstack([image[1:], np.zeros(8)]))
    pad.press("↓ Down")
    image[0] = 0
    pad.shows(image)
    pad.choose("Network", MOVED)
    pad.says(f'The network "{MOVED}" says', f'"{CENTRED}" says {network(image.ravel()).argmax()}.')


@in_the_notebook
def test_fit_to_frame_and_the_pens(pad):
    pad.choose("Pen", "broad")
    line = [[(8, 20), (8, 28)]]
    pad.draw(line)
    ink = inked(line, PENS["broad"])
    pad.shows(cells(ink) / FULL)
    pad.press("Fit to frame")
    ink = fitted(ink)
    pad.shows(cells(ink) / FULL)
    pad.choose("Pen", "eraser")
    pad.draw([[(2, 16), (30, 16)]])
    pad.shows(cells(ink & ~inked([[(2, 16), (30, 16)]], 6)) / FULL)


@in_the_notebook
def test_the_mistakes_are_shown_one_after_the_other(pad, network):
    outputs = network(TEST.X)
    wrong = np.flatnonzero(outputs.argmax(axis=1) != TEST.labels)
    for row in wrong[:3]:
        pad.press("Next mistake")
        digit = with_article(TEST.labels[row])
        pad.says(f"Row {row} of the examples is {digit}.", "That is wrong.")
        pad.shows(TEST.X[row])
        pad.reads(network, TEST.X[row])


@in_the_notebook
def test_the_sentence_is_read_aloud_when_the_pen_has_come_to_rest(pad):
    pad.draw([[(16, 2), (16, 30)]])
    spoken = pad.cell.locator(".toynn-pad-spoken").first
    expect(spoken).to_have_attribute("aria-live", "polite")
    pad.page.wait_for_function(
        "pad => / says . with /.test(pad.querySelector('.toynn-pad-spoken').textContent) && "
        "pad.querySelector('.toynn-pad-spoken').textContent ==="
        "pad.querySelector('.toynn-pad-sentence').textContent",
        arg=pad.cell.locator(".toynn-pad").element_handle(),
    )


@pytest.fixture
def trial(labs, write):
    """A small notebook with a pad, a cell that trains anew, and one that makes the kernel slow."""
    anew = "pad.network = answering(7)"
    with labs.page() as lab:
        lab.sent = []
        lab.page.on(
            "websocket", lambda socket: socket.on("framesent", lambda f: lab.sent.append(str(f)))
        )
        lab.open(write(BOOK, anew, BUSY))
        lab.page.evaluate("jupyterapp.shell.currentWidget.content.activeCellIndex = 0")
        lab.page.evaluate("jupyterapp.commands.execute('notebook:run-cell')")
        yield lab
        assert lab.errors() == lab.problems == []


def run(lab, number):
    """Run one cell, without waiting."""
    lab.page.evaluate(
        f"""() => {{ jupyterapp.shell.currentWidget.content.activeCellIndex = {number};
            void jupyterapp.commands.execute('notebook:run-cell'); }}"""
    )


def test_a_network_trained_anew_a_slow_kernel_and_a_restart(trial):
    pad = PadPage(trial, "pad = DigitPad(")
    pad.draw([[(16, 2), (16, 30)]])
    pad.says("The network says")
    run(trial, 1)
    pad.says("The network says 7 with a probability of")

    run(trial, 2)
    trial.page.wait_for_function(IDLE)
    trouble = pad.cell.locator(".toynn-pad-trouble")
    before = len(trial.sent)
    zigzag = [(4 + 24 * (n % 2), 4 + n / 2) for n in range(50)]
    pad.draw([zigzag])
    expect(trouble).to_contain_text("The kernel has not answered yet")
    drawn = [frame for frame in trial.sent[before:] if "whole" in frame]
    assert len(drawn) <= 2  # a first one, and the whole; what is between does not queue
    assert all("trouble" in frame for frame in drawn)  # which line it was drawn under
    image = cells(inked([[(16, 2), (16, 30)], zigzag], CELL)) / FULL
    pad.shows(image)
    expect(trouble).to_be_hidden(timeout=15_000)
    pad.shows(image)
    pad.says("The network says 7")

    trial.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    expect(trouble).to_contain_text("Run this cell again for a new pad")
    pad.draw([[(2, 2), (2, 30)]])  # still a pad to draw on, only unread
    pad.shows(cells(inked([[(16, 2), (16, 30)], zigzag, [(2, 2), (2, 30)]], CELL)) / FULL)
    expect(trouble).to_contain_text("nobody reads this pad any more")
