"""What a reader does to an explorer in a notebook, from the keyboard, and what it says then."""

import re

from playwright.sync_api import expect


def opened(lab, prediction, option):
    """The cell of a prediction, answered, so that its explorer is open."""
    cell = lab.cell(f'predict("{prediction}"')
    commit = cell.get_by_role("button", name="Commit")
    commit.or_(cell.get_by_role("button", name="Answer again")).wait_for()
    if commit.is_visible():  # else it was answered in a test before this one
        assert cell.locator(".toynn-picture").count() == 0
        lab.press(lab.control(option, cell), "Space")
        lab.press(lab.control("guessing", cell), "Space")
        lab.press(lab.control("Commit", cell), "Enter")
    cell.locator(".toynn-picture img").wait_for()
    return cell


def move(lab, cell, label, key="Enter", times=1):
    """Press a key on a control; the picture must be another afterwards, and its alt text too."""
    picture, sentence = cell.locator(".toynn-picture img"), cell.locator(".toynn-sentence")
    with lab.changes(picture):
        lab.press(lab.control(label, cell), key, times)
    # Several keys make several pictures, each with its words.
    lab.agree(lambda: picture.get_attribute("alt"), sentence.text_content)


def write(lab, cell, label, value):
    """Write a number into a box."""
    lab.press(lab.control(label, cell), "Control+a")
    lab.page.keyboard.type(value)
    lab.page.keyboard.press("Enter")


def says(cell, words):
    """The sentence and the table of the explorer come to hold these words."""
    expect(cell.locator(".toynn-picture")).to_contain_text(re.compile(re.escape(words)))
