"""Notebook 12 in the browser: the writer, from the keyboard alone."""

import pytest
from playwright.sync_api import expect

from tests.browser.explorer import move, says

pytestmark = pytest.mark.browser

WRITER = """
from toynn.datasets import names
from toynn_course.explorers import Writer
writer = Writer(list(names()[::10]), epochs=4)
writer
"""
LONG = """
from toynn_course.explorers import Writer
Writer(epochs=30)
"""


@pytest.fixture
def cell(lab, write):
    """The cell with the writer in it, and the page around it."""
    lab.open(write(WRITER, name="writer.ipynb"))
    lab.run_all()
    cell = lab.cell(0)
    cell.locator(".toynn-picture img").wait_for()
    yield cell
    assert lab.errors() == lab.stderr() == lab.problems == []


def typed(lab, cell, text):
    """Type a beginning."""
    lab.press(lab.control("Beginning", cell), "Control+a")
    lab.page.keyboard.type(text)


def chosen(lab, cell, name, content):
    """Choose a file, from the keyboard up to where the system's own window opens."""
    with lab.page.expect_file_chooser() as window:
        lab.press(cell.get_by_role("button", name="Your own words"), "Enter")
    window.value.set_files({"name": name, "mimeType": "text/plain", "buffer": content})


def test_every_control_of_the_writer_answers_to_the_keyboard(lab, cell):
    says(cell, "A network that sees 3 letters, with 48 hidden nodes: new, not trained yet.")
    move(lab, cell, "Letters it sees", "ArrowRight")
    says(cell, "sees 4 letters, with 48 hidden nodes: new, not trained yet. Press Train")
    move(lab, cell, "Hidden nodes", "ArrowLeft")
    says(cell, "with 47 hidden nodes: new, not trained yet")
    move(lab, cell, "Epochs", "ArrowLeft")
    lab.press(lab.control("Train", cell), "Enter")
    says(cell, "3 of 3 epochs: a letter of words it trains with costs")
    lab.control("Train", cell).wait_for()  # and no Pause
    with lab.changes(cell.locator(".toynn-picture img")):
        typed(lab, cell, "Mar")
    says(cell, "After “mar” comes")
    move(lab, cell, "Temperature", "ArrowLeft", times=2)
    says(cell, "(temperature 0.8)")
    sentence = cell.locator(".toynn-sentence")
    for label, key in (("Seed", "ArrowRight"), ("Write ten", "Enter")):
        with lab.changes(sentence):
            lab.press(lab.control(label, cell), key)
    says(cell, "Copied:")
    expect(cell.locator(".toynn-picture tr")).to_have_count(11)
    lab.press(lab.control("Write on", cell), "Enter")
    says(cell, "it saw")
    says(cell, "It wrote: mar")
    move(lab, cell, "Reset", "Enter")
    says(cell, "new, not trained yet")


def test_what_goes_wrong_is_said_in_one_line(lab, cell):
    trouble = cell.locator(".toynn-trouble")
    typed(lab, cell, "maß")
    expect(trouble).to_contain_text("the letter 'ß' is in none of the words")
    typed(lab, cell, "ma")
    expect(trouble).to_be_hidden()
    for content, said in (
        (b"\n", "mine.txt has no words, expected one on each line"),
        (b"ann", "mine.txt has only one word, 'ann'"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\r", "mine.txt is not a text file"),
        ("zoé\nann\n".encode("latin-1"), "mine.txt is not text in UTF-8"),
        (b"\n".join(b"%d" % n for n in range(1_000_000)), "mine.txt has more than 50,000 words"),
    ):
        chosen(lab, cell, "mine.txt", content)
        expect(trouble).to_contain_text(said)
    chosen(lab, cell, "rivers.txt", "Níger\nNilo\nNarew\nNeva\n".encode())
    says(cell, "it learns from 3 words in rivers.txt")
    expect(trouble).to_be_hidden()
    move(lab, cell, "Words", "ArrowUp")
    says(cell, "words of your list")


def test_it_learns_the_names_while_other_cells_run(lab, write):
    lab.open(write(LONG, name="long.ipynb"))
    lab.run_all()
    cell = lab.cell(0)
    cell.locator(".toynn-picture img").wait_for()
    lab.press(lab.control("Train", cell), "Enter")
    says(cell, "0.5 of 30 epochs")
    assert lab.ask("6 * 7") == "42"
    with lab.changes(cell.locator(".toynn-sentence")):
        typed(lab, cell, "jo")
    says(cell, "After “jo” comes")
    lab.press(lab.control("Pause", cell), "Enter")
    lab.control("Train", cell).wait_for()
    assert lab.errors() == lab.stderr() == lab.problems == []
