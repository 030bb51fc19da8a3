"""Predictions and quizzes in the browser: answered, and answered again, from the keyboard alone."""

import json

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CELLS = (
    "from toynn_course.exercises import answers, predict, quiz\nforgotten = answers.forget()",
    "from ipywidgets import IntSlider",
    "predict('02.gate', then=lambda: IntSlider(description='Opened'))",
    "quiz('00.quiz')",
)


@pytest.fixture(scope="module")
def book(labs, write, lab_folder):
    """A prediction and a quiz, not answered yet; nothing goes wrong until the tests are over."""
    with labs.page() as lab:
        lab.open(write(*CELLS))
        lab.run_all()
        yield lab
        assert lab.errors() == lab.stderr() == lab.problems == []
    (lab_folder / "work" / "notebooks" / ".toynn" / "answers.jsonl").unlink(missing_ok=True)


def chosen(cell):
    """The texts of the radio buttons that are on."""
    return cell.locator("label:has(input:checked)").all_text_contents()


def keys(lab, *names):
    for name in names:
        lab.page.keyboard.press(name)


def test_a_prediction_is_made_with_the_keyboard_alone(book, lab_folder):
    cell = book.cell("predict(")
    opened = cell.locator(".widget-label", has_text="Opened")
    book.press(book.control("AND", cell), "Space")
    keys(book, "ArrowDown", "ArrowDown", "ArrowUp", "x")  # x would cut the cell
    assert chosen(cell) == ["OR"]
    keys(book, "Tab", "Tab", "Enter")  # past how sure, to the button
    expect(cell).to_contain_text("Choose an answer, and how sure you are, first.")
    assert opened.count() == 0
    keys(book, "Shift+Tab", "ArrowUp", "Tab", "Enter")
    expect(cell.locator(".jp-OutputArea [aria-live]").first).to_have_text("That is not so.")
    expect(cell).to_contain_text("You said: OR (certain). That is not so. You were certain")
    opened.wait_for()
    keys(book, "Enter")  # the same button: answer again
    expect(book.control("AND", cell)).to_be_visible()
    assert chosen(cell) == []
    opened.wait_for()
    kept = (lab_folder / "work" / "notebooks" / ".toynn" / "answers.jsonl").read_text()
    assert json.loads(kept)["answer"] == "OR"


def test_each_question_of_a_quiz_is_one_stop_of_the_tab_key(book):
    cell = book.cell("quiz(")
    cell.get_by_role("radio").first.focus()
    for _ in range(7):
        keys(book, "Space", "Tab")
    button = cell.get_by_role("button", name="See how it went")
    book.press(button, "Enter")
    expect(cell).to_contain_text("Still open: question 8.")
    keys(book, "Shift+Tab", "Space", "Tab", "Enter")
    expect(cell).to_contain_text("of 8 are right.")
    assert cell.get_by_text("You said:").count() == 8
