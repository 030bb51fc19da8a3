"""Notebook 09 in the browser: its challenge cards, by keyboard alone, set up the playground."""

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests.browser.test_access import CROWDED, NAMES, PALE, RULES

pytestmark = pytest.mark.browser
PLAYGROUND = """
from toynn_course.playground import Playground
play = Playground(dataset="spiral", hidden=(8, 8))
play"""
CARDS = """
from toynn_course.exercises import answers
from toynn_course.exercises.challenge_cards import ChallengeCards
_ = answers.forget()  # whatever was answered in this folder before
ChallengeCards(play)"""
STATE = "play.session.settings, play.session.epoch"


def choose(lab, cell, option):
    """Answer the question of the card that shows, by keyboard."""
    lab.press(lab.control(option, cell), "Space")
    lab.press(lab.control("guessing", cell), "Space")
    lab.press(lab.control("Commit", cell), "Enter")


def notes(cell, words):
    """The line below the card comes to say these words."""
    expect(cell.locator(".widget-html").filter(has_text=words).last).to_be_visible()


def chosen(cell, words):
    """The menu comes to say these words."""
    expect(cell.locator("select option:checked")).to_have_text(words)


@pytest.fixture(scope="module")
def page(labs, write):
    """A playground and its cards in a notebook of their own, in which nothing goes wrong."""
    with labs.page() as lab:
        lab.open(write(PLAYGROUND, CARDS, name="cards.ipynb"))
        yield lab
        assert lab.errors() == lab.stderr() == lab.problems == []


@pytest.fixture
def trial(page):
    """The two as they are at first."""
    page.run_all()
    assert page.dead_widgets() == []
    return page


def test_a_card_asks_sets_up_the_playground_and_says_what_happened(trial):
    cell = trial.cell(1)
    menu = trial.control("Card", cell)
    trial.press(menu, "x")  # would cut the cell, if JupyterLab got it
    trial.press(menu, "ArrowDown", times=5)
    chosen(cell, "6 Closing around the disc")
    expect(cell.get_by_role("button", name="Set it up")).to_have_count(0)
    choose(trial, cell, "Three, as in a triangle")
    expect(cell.locator("table")).to_contain_text("3 hidden, relu")
    expect(cell.locator("table")).to_contain_text("9 of 10")
    trial.press(trial.control("Set it up: 3 hidden, relu", cell), "Enter")
    notes(cell, "The playground is set up: 3 hidden, relu. Press Play there.")
    screen = trial.cell(0)
    expect(screen).to_contain_text(re.compile("epoch 0", re.IGNORECASE))
    expect(screen.locator("select option:checked").filter(has_text="relu")).to_have_count(1)
    expect(trial.control("Play", screen)).to_be_visible()


def test_what_was_answered_stays_answered_when_the_menu_turns(trial):
    cell = trial.cell(1)
    choose(trial, cell, "One or two")
    expect(cell.get_by_role("button", name="Set it up: no hidden layer")).to_be_visible()
    menu = trial.control("Card", cell)
    trial.press(menu, "ArrowDown")
    chosen(cell, "2 A disc in a ring, no hidden layer")
    expect(cell.get_by_role("button", name="Commit")).to_be_visible()
    trial.press(menu, "ArrowUp")
    expect(cell.get_by_role("button", name="Set it up: no hidden layer")).to_be_visible()


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_a_card_can_be_read_and_used_by_everyone(trial, theme):
    page = trial.page
    trial.theme(theme)
    page.evaluate(AXE_SCRIPT)
    cell = trial.cell(1)
    trial.press(trial.control("Card", cell), "ArrowDown", times=12)
    chosen(cell, "13 Wrong labels, three sizes")
    area = cell.locator(".jp-OutputArea-output")
    for width, height in [(1280, 800), (640, 400)]:
        page.set_viewport_size({"width": width, "height": height})
        trial.agree(lambda: area.evaluate(CROWDED), list)  # nothing, once it has settled
        assert all(area.evaluate(NAMES))
    assert area.evaluate(RULES) == []
    choose(trial, cell, "One layer of 8: it is the golden mean")
    trial.press(trial.control("Set it up: one layer of 2", cell), "Enter")
    notes(cell, "The playground is set up: one layer of 2. Press Play there.")
    for width, height in [(640, 400), (1280, 800)]:
        page.set_viewport_size({"width": width, "height": height})
        trial.agree(lambda: area.evaluate(CROWDED), list)  # nothing, once it has settled
    assert area.evaluate(RULES) == []
    assert area.evaluate(PALE) == []


@pytest.mark.parametrize("notebook", ["09_playground.ipynb"], indirect=True)
def test_the_cards_of_the_notebook_speak_to_its_playground(notebook):
    lab = notebook
    cell = lab.cell("ChallengeCards(play)")
    trial = cell.get_by_role("button", name="Commit")
    expect(trial.or_(cell.get_by_role("button", name="Answer again"))).to_be_visible()
    if trial.is_visible():  # else it was answered in a test before this one
        choose(lab, cell, "One or two")
    lab.press(lab.control("Set it up: no hidden layer", cell), "Enter")
    notes(cell, "The playground is set up: no hidden layer. Press Play there.")
    screen = lab.cell("play = Playground()")
    expect(screen).to_contain_text(re.compile("epoch 0", re.IGNORECASE))
