"""What a reader does in the browser.

Sliders, checks, predictions, the pad, the writer, the playground, files, and the page to keep.
"""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.explorer import says
from tests.browser.lab import CELLS, ROOT, SIZE
from tests.browser.test_explorers_11 import PadPage
from tests.course.explorers.test_pad import redrawn, strokes_of
from tests.site.conftest import SECONDS_TO_START
from tests.site.lite import LiteLab, fill
from tests.site.server import files, megabytes
from toynn_course.explorers.pad import PENS
from toynn_course.what_i_built.page import MARK

pytestmark = pytest.mark.browser

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
ANSWERS = {"wrong": WRONG, "right": RIGHT, "overflow": OVERFLOWING, "endless": ENDLESS,
           "stubborn": STUBBORN}  # fmt: skip

TRAINED = """
from toynn import Network, cross_entropy, train
from toynn.datasets import digits
training, test = digits().split(test=0.3, rng=0)
start = Network.random((64, 30, 10), activation="tanh", output_activation="softmax", rng=0)
options = {"epochs": 5, "learning_rate": 0.5, "batch_size": 10, "cost": cross_entropy, "rng": 0}
*_, last = train(start, training, **options)
"""
DAMAGED = """
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
PROGRESS = """
from toynn import progress
from toynn.datasets import swap
start = Network.random((2, 2), rng=0)
*_, last = progress(train(start, swap(), epochs=20, learning_rate=1.0), 20)
last.number"""
TIMED = """
from toynn_course.exercises import EXERCISES
timed = [name for name in EXERCISES if name.startswith("09.")]
[name for name in timed if check(name, EXERCISES[name].reference).state != "right"]"""
KEEP = """
from toynn_course.exercises.engine.store import keep
keep("05.why_small_steps", "A slope is true only here.")"""
WRITE_PAGE = "from toynn_course.what_i_built import what_i_built\nwhat_i_built()"

SOURCES = {
    "check": "import numpy as np\nfrom toynn_course.exercises import check",
    **{name: f"{each}\n\ncheck('02.sigmoid', sigmoid)" for name, each in ANSWERS.items()},
    "alive": "'alive'",
    "timed": TIMED,
    "slider": "from toynn_course.explorers import RoundTrip\nRoundTrip()",
    "pad": f"{TRAINED}from toynn_course.explorers import DigitPad\n"
    "pad = DigitPad(last.network)\npad",
    "writer": "from toynn_course.explorers import Writer\nwriter = Writer(epochs=30)\nwriter",
    "playground": "from toynn_course.playground import Playground\nplay = Playground()\nplay",
    "damaged": DAMAGED,
    "environment": "from toynn_course.explorers import environment\nenvironment()",
    "progress": PROGRESS,
    "sklearn": "import sklearn\nsklearn.__version__",
    "keep": KEEP,
    "page": WRITE_PAGE,
}
"""The cells of one notebook that all tests but one share."""

# The text of a file in the reader's storage.
READ = """async path => {
    const { contents } = jupyterapp.serviceManager;
    return (await contents.get(path, { content: true, type: "file", format: "text" })).content;
}"""


@pytest.fixture(scope="module")
def page_in_use(open_lab):
    """The page of that notebook, after one run."""
    with open_lab() as lab:
        fill(lab, *SOURCES.values())
        yield lab


@pytest.fixture
def lab(page_in_use):
    """The same; nothing goes wrong in it until the test is over."""
    yield page_in_use
    assert page_in_use.errors() == page_in_use.stderr() == []


def cell(lab, name):
    """The cell that is called so."""
    return lab.cell(list(SOURCES).index(name))


def outputs(lab, number):
    """What the cell with that number, or called so, has put on the page, as text."""
    number = list(SOURCES).index(number) if isinstance(number, str) else number
    parts = lab.page.evaluate(CELLS)[number]["outputs"]
    texts = (each.get("text") or each.get("data", {}).get("text/plain", "") for each in parts)
    return "\n".join("".join(text) for text in texts)


def test_a_check_tells_wrong_from_right_and_stops_what_does_not_end(lab):
    assert outputs(lab, "wrong").startswith("Not right yet.")
    assert outputs(lab, "right").startswith("Right")
    assert "the power overflows" in outputs(lab, "overflow")
    for name in ("endless", "stubborn"):
        assert "still running after 2 seconds" in outputs(lab, name)
    assert outputs(lab, "alive") == "'alive'"


def test_what_trains_in_a_check_is_called_right_within_its_time(lab):
    assert outputs(lab, "timed").splitlines()[-1] == "[]"


def test_a_slider_moves_its_picture(lab):
    here = cell(lab, "slider")
    picture, sentence = here.locator(".toynn-picture img"), here.locator(".toynn-sentence")
    with lab.changes(picture):
        lab.press(lab.control("z", here), "ArrowRight", times=3)
    lab.agree(lambda: picture.get_attribute("alt"), sentence.text_content)
    expect(sentence).to_contain_text("at 1.5")


def test_a_digit_drawn_on_the_pad_is_read_as_the_same_network_reads_it_elsewhere(lab):
    exec(TRAINED, here := {})  # noqa: S102 - our own lines
    network, test = here["last"].network, here["test"]
    seven = test.X[test.labels == 7][0]
    image = redrawn(seven, PENS["medium"])
    pad = PadPage(lab, "pad = DigitPad(")
    pad.draw(strokes_of(seven))
    pad.shows(image)
    pad.reads(network, image)
    pad.press("← Left")
    moved = np.pad(image.reshape(8, 8), ((0, 0), (0, 1)))[:, 1:]
    pad.shows(moved)
    pad.reads(network, moved.ravel())


def test_the_writer_trains_pauses_and_writes_on_letter_by_letter(lab):
    here = cell(lab, "writer")
    says(here, "new, not trained yet")
    lab.press(lab.control("Train", here), "Enter")
    says(here, "0.5 of 30 epochs")
    lab.press(lab.control("Pause", here), "Enter")
    lab.control("Train", here).wait_for()
    steps = lab.ask("writer.controls['practice'].value.n_steps")
    with lab.changes(here.locator(".toynn-picture img")):  # the bars of another letter
        lab.press(lab.control("Beginning", here), "Control+a")
        lab.page.keyboard.type("mar")
    says(here, "After “mar” comes")
    lab.press(lab.control("Write on", here), "Enter")
    says(here, "It wrote: mar")
    first = here.locator(".toynn-picture tr").nth(1)
    expect(first).to_contain_text("mar")  # what the network saw before its first letter
    assert lab.ask("writer.controls['practice'].value.n_steps") == steps


def test_the_playground_plays_and_stops(lab):
    here = cell(lab, "playground")
    lab.press(lab.control("Play", here), "Enter")
    lab.control("Pause", here).wait_for()
    lab.agree(lambda: int(lab.ask("play.session.epoch")) > 50, lambda: True)
    lab.press(lab.control("Pause", here), "Enter")
    lab.control("Play", here).wait_for()
    at = lab.ask("play.session.epoch")
    lab.page.wait_for_timeout(500)
    assert lab.ask("play.session.epoch") == at


def test_a_file_of_the_readers_own_is_taken(lab):
    file = {"name": "mine.csv", "mimeType": "text/csv"}
    file["buffer"] = b"x,y,kind\n1,2,cat\n-3,1,dog\n2,2,cat\n"
    here = cell(lab, "playground")
    lab.press(lab.control("Your own", here), "Space")
    button = here.get_by_role("button", name="Points from a CSV file")
    button.wait_for()
    with lab.page.expect_file_chooser() as dialogue:
        button.press("Enter")
    dialogue.value.set_files(file)
    lab.comes_to("play.session.points.classes", ("cat", "dog"))


def test_damaged_files_missing_packages_and_progress_are_told_as_elsewhere(lab):
    assert outputs(lab, "damaged") == "{'ValueError'}"
    assert "jupyterlab" not in outputs(lab, "environment")
    assert "missing" not in outputs(lab, "environment")
    assert re.search(r"\b20$", outputs(lab, "progress"))
    assert outputs(lab, "sklearn") == "'1.6.1'"


def test_the_page_to_keep_has_the_answers_and_opens_with_its_link(lab):
    assert outputs(lab, "page").startswith("Your page is written: what_i_built.html.")
    page = lab.page.evaluate(READ, "what_i_built.html")
    assert MARK in page
    assert "A slope is true only here." in page
    cell(lab, "page").get_by_role("link", name="what_i_built.html").press("Enter")
    shown = lab.page.frame_locator(".jp-HTMLViewer iframe")
    expect(shown.locator("body")).to_contain_text("A slope is true only here.")


ASK = "from toynn_course.exercises import answers, predict\npredict('00.array')"


def answer(lab):
    """Commit to the first option of the prediction in the first cell; returns what is said."""
    here = lab.cell(0)
    lab.press(here.get_by_role("radiogroup").first.get_by_role("radio").first, "Space")
    lab.press(lab.control("certain", here), "Space")
    lab.press(lab.control("Commit", here), "Enter")
    lab.control("Answer again", here).wait_for()
    return here.locator("p", has_text="You said").text_content()


def test_a_prediction_is_kept_when_the_page_is_loaded_again_and_can_be_forgotten(open_lab):
    with open_lab() as lab:
        fill(lab, ASK, "answers()")
        text = answer(lab)
        lab.press(lab.control("Answer again", lab.cell(0)), "Enter")
        assert answer(lab) == text  # the second answer is added to the first
        lab.page.reload()
        lab.page.wait_for_function("window.jupyterapp")
        lab.open("trial.ipynb")
        lab.run_all()
        expect(lab.cell(0).locator("p", has_text="You said")).to_have_text(text)
        assert outputs(lab, 1).count("00.array: ") == 2
        fill(lab, f"{ASK}\nanswers.forget()", path="last.ipynb")
        assert outputs(lab, 0) == "Removed: 2 of 2 answers."
        assert lab.errors() == lab.stderr() == []


def test_on_a_phone_a_notebook_has_the_whole_width(browser, url):
    phone = {"width": 390, "height": 844}
    with browser.new_context(viewport=phone, is_mobile=True, has_touch=True) as context:
        page = context.new_page()
        page.goto(f"{url}/lite/lab/index.html?path=01_a_network_learns.ipynb")
        width = "document.querySelector('.jp-Notebook')?.getBoundingClientRect().width"
        page.wait_for_function(f"{width} > 0.9 * innerWidth")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_first_visit_loads_at_most_32_megabytes_as_the_readme_says(browser, site):
    asked = []
    with files(site, asked) as url, browser.new_context(viewport=SIZE) as context:
        lab = LiteLab(context, url)
        lab.page.set_default_timeout(1000 * SECONDS_TO_START)
        lab.open("00_start_here.ipynb")
        lab.run_all()
    loaded = megabytes(site, asked)
    assert loaded <= 32
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (said,) = re.findall(r"first visit to a live\s+notebook loads (\d+) MB", readme)
    assert float(said) == pytest.approx(loaded, abs=2)
