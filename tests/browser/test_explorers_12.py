"""Notebook 12 in the browser: the writer, from the keyboard alone."""

import pytest
from playwright.sync_api import expect

from tests.browser.explorer import move, says

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("notebook", ["12_it_writes.ipynb"], indirect=True),
]


@pytest.fixture
def cell(notebook):
    """The cell with the writer in it, as the test before has left it."""
    cell = notebook.cell("Writer()")
    cell.locator(".toynn-picture img").wait_for()
    return cell


def typed(lab, cell, text):
    """Type a beginning."""
    lab.press(lab.control("Beginning", cell), "Control+a")
    lab.page.keyboard.type(text)


def chosen(lab, cell, name, content):
    """Choose a file, from the keyboard up to where the system's own window opens."""
    with lab.page.expect_file_chooser() as window:
        lab.press(cell.get_by_role("button", name="Your own words"), "Enter")
    window.value.set_files({"name": name, "mimeType": "text/plain", "buffer": content})


def test_every_control_of_the_writer_answers_to_the_keyboard(notebook, cell):
    says(cell, "A network that sees 3 letters, with 48 hidden nodes: new, not trained yet.")
    move(notebook, cell, "Letters it sees", "ArrowRight")
    says(cell, "sees 4 letters, with 48 hidden nodes: new, not trained yet. Press Train")
    move(notebook, cell, "Hidden nodes", "ArrowLeft")
    says(cell, "with 47 hidden nodes: new, not trained yet")
    move(notebook, cell, "Epochs", "Home")
    notebook.press(notebook.control("Train", cell), "Enter")
    says(cell, "1 of 1 epoch: a letter of words it trains with costs")
    notebook.control("Train", cell).wait_for()  # and no Pause
    with notebook.changes(cell.locator(".toynn-picture img")):
        typed(notebook, cell, "Mar")
    says(cell, "After “mar” comes")
    move(notebook, cell, "Temperature", "ArrowLeft", times=2)
    says(cell, "(temperature 0.8)")
    sentence = cell.locator(".toynn-sentence")
    for label, key in (("Seed", "ArrowRight"), ("Write ten", "Enter")):
        with notebook.changes(sentence):
            notebook.press(notebook.control(label, cell), key)
    says(cell, "Copied:")
    expect(cell.locator(".toynn-picture tr")).to_have_count(11)
    notebook.press(notebook.control("Write on", cell), "Enter")
    says(cell, "it saw")
    says(cell, "It wrote: mar")
    move(notebook, cell, "Reset", "Enter")
    says(cell, "new, not trained yet")


def test_it_learns_the_names_while_other_cells_run(notebook, cell):
    move(notebook, cell, "Epochs", "End")
    notebook.press(notebook.control("Train", cell), "Enter")
    says(cell, " of 30 epochs")
    assert notebook.ask("6 * 7") == "42"
    with notebook.changes(cell.locator(".toynn-sentence")):
        typed(notebook, cell, "jo")
    says(cell, "After “jo” comes")
    notebook.press(notebook.control("Pause", cell), "Enter")
    notebook.control("Train", cell).wait_for()
    move(notebook, cell, "Reset", "Enter")
    says(cell, "new, not trained yet")


def test_what_goes_wrong_is_said_in_one_line(notebook, cell):
    trouble = cell.locator(".toynn-trouble")
    typed(notebook, cell, "maß")
    expect(trouble).to_contain_text("the letter 'ß' is in none of the words")
    typed(notebook, cell, "ma")
    expect(trouble).to_be_hidden()
    for content, said in (
        (b"\n", "mine.txt has no words, expected one on each line"),
        (b"ann", "mine.txt has only one word, 'ann'"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\r", "mine.txt is not a text file"),
        ("zoé\nann\n".encode("latin-1"), "mine.txt is not text in UTF-8"),
        (b"\n".join(b"%d" % n for n in range(1_000_000)), "mine.txt has more than 50,000 words"),
    ):
        chosen(notebook, cell, "mine.txt", content)
        expect(trouble).to_contain_text(said)
    chosen(notebook, cell, "rivers.txt", "Níger\nNilo\nNarew\nNeva\n".encode())
    says(cell, "it learns from 3 words in rivers.txt")
    expect(trouble).to_be_hidden()
    move(notebook, cell, "Words", "ArrowUp")
    says(cell, "it learns from 4,163 names")
