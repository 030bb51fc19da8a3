"""Questions in the browser: answered, and answered again, from the keyboard alone."""

import json

import pytest
from playwright.sync_api import expect

from toynn_course.exercises import EXPLANATIONS, PREDICTIONS
from toynn_course.exercises.engine.question import UNSURE
from toynn_course.exercises.engine.quiz import KEPT

pytestmark = pytest.mark.browser

CELLS = (
    "from toynn_course.exercises import answers, explain, predict, quiz; _ = answers.forget()",
    "from ipywidgets import IntSlider",
    "predict('02.gate', then=lambda: IntSlider(description='Opened'))",
    "quiz('00.quiz')",
    "quiz('12.quiz')",
    "explain('05.why_small_steps')",
)
WHY = EXPLANATIONS["05.why_small_steps"]


@pytest.fixture(scope="module")
def file(lab_folder):
    """Where the answers of this notebook are kept, one JSON object a line."""
    return lab_folder / "work" / "notebooks" / ".toynn" / "answers.txt"


@pytest.fixture(scope="module")
def book(labs, write, file):
    """One question of each kind, not answered yet; nothing goes wrong until the tests are over."""
    with labs.page() as lab:
        lab.open(write(*CELLS))
        lab.run_all()
        yield lab
        assert lab.errors() == lab.stderr() == lab.problems == []
    file.unlink(missing_ok=True)


def kept(file, name):
    """The answers to a question, as they stand in the file."""
    records = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return [record for record in records if record.get("question") == name]


def chosen(cell):
    """The texts of the radio buttons that are on."""
    return cell.locator("label:has(input:checked)").all_text_contents()


def spoken(cell):
    """What a screen reader hears."""
    return cell.locator(".jp-OutputArea [aria-live]").first


def keys(lab, *names):
    for name in names:
        lab.page.keyboard.press(name)


def test_a_prediction_is_made_with_the_keyboard_alone(book, file):
    cell = book.cell("predict(")
    opened = cell.locator(".widget-label", has_text="Opened")
    first = cell.get_by_role("radiogroup").first.get_by_role("radio").first
    second = cell.locator("label:has(input)").nth(1).text_content()
    book.press(first, "Space")
    keys(book, "ArrowDown", "ArrowDown", "ArrowUp", "x")  # x would cut the cell
    assert chosen(cell) == [second]
    keys(book, "Tab", "Tab", "Enter")  # past how sure, to the button
    expect(cell).to_contain_text("Choose an answer, and how sure you are, first.")
    assert opened.count() == 0
    keys(book, "Shift+Tab", "ArrowUp", "Tab", "Enter")
    right = PREDICTIONS["02.gate"].option(second).right
    expect(spoken(cell)).to_have_text("That is right." if right else "That is not right.")
    expect(cell).to_contain_text(f"You said: {second} (certain).")
    opened.wait_for()
    keys(book, "Enter")  # the same button: answer again
    expect(first).to_be_visible()
    assert chosen(cell) == []
    opened.wait_for()
    assert [each["answer"] for each in kept(file, "02.gate")] == [second]


def answer_all(book, cell, key):
    """Answer each question of a quiz: to its last option, or its first; one stop of Tab each."""
    cell.get_by_role("radio").first.focus()
    for _ in range(8):
        keys(book, "Space", key, "Tab")


def test_the_first_quiz_says_nothing_of_what_is_right(book, file):
    cell = book.cell("quiz('00")
    cell.get_by_role("radio").first.focus()
    for _ in range(7):
        keys(book, "Space", "Tab")
    book.press(cell.get_by_role("button", name="Keep my answers"), "Enter")
    expect(spoken(cell)).to_have_text("Still open: question 8.")
    keys(book, "Shift+Tab", "Space", "ArrowUp", "Tab", "Enter")  # up from the first is the last
    expect(spoken(cell)).to_have_text(KEPT)
    assert cell.locator("li, td").count() == 0
    assert chosen(cell)[-1] == UNSURE.text
    (first,) = kept(file, "00.quiz")
    assert first["answer"]["00.sure"] == UNSURE.text
    assert "right" not in first


def test_the_first_quiz_can_be_changed_and_is_as_silent_when_its_cell_is_run_again(book, file):
    cell = book.cell("quiz('00")
    answer_all(book, cell, "ArrowDown")
    keys(book, "Enter")
    before = chosen(cell)
    book.agree(lambda: [*kept(file, "00.quiz")[-1]["answer"].values()], lambda: before)
    expect(spoken(cell)).to_have_text(KEPT)
    keys(book, "Shift+Enter")  # runs the cell
    cell = book.cell("quiz('00")
    expect(cell.locator("label:has(input:checked)")).to_have_text(before)
    expect(cell).to_contain_text(KEPT)
    assert cell.locator("li, td").count() == 0


def test_the_last_quiz_shows_then_and_now_and_begins_at_the_top_of_it(book, file):
    cell = book.cell("quiz('12")
    answer_all(book, cell, "ArrowUp")  # up from the first is "I don't know yet"
    keys(book, "Enter")
    expect(spoken(cell)).to_contain_text("You got 0 of 8 right. The first time it was")
    then = [*kept(file, "00.quiz")[-1]["answer"].values()]
    cells = cell.get_by_role("cell").all_text_contents()
    assert [text.rpartition(": ")[0] for text in cells[::2]] == then
    assert cells[1::2] == [UNSURE.text] * 8
    assert cell.get_by_role("columnheader").all_text_contents() == ["Then", "Now"]
    button = cell.get_by_role("button", name="Answer again")
    expect(button).to_be_focused()
    expect(button).to_be_in_viewport()
    expect(cell.locator("caption")).to_be_in_viewport()
    keys(book, "Enter")
    expect(cell.get_by_role("radio").first).to_be_visible()
    assert chosen(cell) == []


def test_an_explanation_is_written_compared_and_ticked_with_the_keyboard_alone(book, file):
    cell = book.cell("explain(")
    field = cell.get_by_role("textbox", name="In your own words")
    field.focus()
    keys(book, "Tab", "Enter")
    expect(spoken(cell)).to_contain_text("Write a sentence or two first")
    assert cell.get_by_text(WHY.model).count() == 0
    keys(book, "Shift+Tab", "x", "d", "d")  # in a cell, x cuts it
    book.page.keyboard.type("The slope is another one there, ")
    keys(book, "Shift+Enter")  # a new line, not a run of the cell
    book.page.keyboard.type("so I would <jump> too far.")
    keys(book, "Tab", "Enter")
    text = "xddThe slope is another one there, \nso I would <jump> too far."
    expect(spoken(cell)).to_have_text("Your text and a model answer are shown side by side.")
    expect(cell.get_by_text(WHY.model)).to_be_visible()
    expect(cell.get_by_text("so I would <jump> too far.").first).to_be_visible()
    expect(field).to_be_hidden()
    keys(book, "Shift+Tab", "Space", "Shift+Tab", "x")  # the last point; x would cut the cell
    boxes = cell.get_by_role("checkbox")
    assert boxes.count() == len(WHY.points)
    expect(cell.get_by_role("checkbox", name=WHY.points[-1])).to_be_checked()
    book.agree(lambda: kept(file, WHY.id)[-1]["ticks"], lambda: [WHY.points[-1]])
    assert kept(file, WHY.id)[-1]["answer"] == text
    keys(book, "Tab", "Tab", "Enter")  # write again
    expect(field).to_be_focused()
    expect(field).to_have_value(text)
    assert cell.get_by_text(WHY.model).is_hidden()


def test_an_explanation_is_still_there_when_its_cell_is_run_again(book):
    cell = book.cell("explain(")
    cell.get_by_role("button", name="Compare").focus()
    keys(book, "Shift+Enter")
    cell = book.cell("explain(")
    expect(cell.get_by_text(WHY.model)).to_be_visible()
    expect(cell.get_by_role("checkbox", name=WHY.points[-1])).to_be_checked()
    expect(cell.get_by_role("checkbox", checked=True)).to_have_count(1)
