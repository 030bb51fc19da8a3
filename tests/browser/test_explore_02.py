"""Notebook 02 in the browser: both explorers, from the keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
NOTEBOOK = "02_one_neuron.ipynb"


@pytest.fixture
def notebook(lab):
    """Notebook 02 after a run, in which nothing goes wrong until the test is over."""
    lab.open(NOTEBOOK)
    lab.run_all()
    yield lab
    assert lab.errors() == lab.stderr() == lab.problems == []


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


def move(lab, cell, label, key, times=1):
    """Press a key on a control; the picture must be another afterwards, and its alt text too."""
    picture, sentence = cell.locator(".toynn-picture img"), cell.locator(".toynn-sentence")
    with lab.changes(picture):
        lab.press(lab.control(label, cell), key, times)
    lab.page.wait_for_function(  # several keys make several pictures, each with its words
        "([image, p]) => image.alt && image.alt === p.textContent",
        arg=[picture.element_handle(), sentence.element_handle()],
    )


def says(cell, words):
    """The sentence and the table of the explorer come to hold these words."""
    expect(cell.locator(".toynn-picture")).to_contain_text(re.compile(re.escape(words)))


def test_the_activation_explorer_answers_to_every_control(notebook):
    cell = opened(notebook, "02.bias", "It moves to the right, by 3")
    says(cell, "slope of f at z0.105")  # at z = 2
    says(cell, "The slope f'(z) gets up to 0.250")
    move(notebook, cell, "Bias b", "ArrowLeft", times=30)
    says(cell, "the threshold is at x = 3.00")
    move(notebook, cell, "Weight w", "ArrowRight", times=10)
    says(cell, "the threshold is at x = 1.50")
    move(notebook, cell, "Weight w", "End")
    says(cell, "The slope f'(z) gets up to 0.250")
    move(notebook, cell, "Probe x", "Home")
    says(cell, "The probe at x = -6.0 reads a = 0.000")
    move(notebook, cell, "Slope f'(z)", "Space")
    move(notebook, cell, "Threshold line", "Space")
    for activation in ("tanh", "relu", "leaky relu", "linear"):
        move(notebook, cell, "Activation", "ArrowDown")
        says(cell, f"{activation} with w = 10.0 and b = -3.0")
    move(notebook, cell, "Activation", "Home")
    says(cell, "it has no slope to show")


def test_the_gate_explorer_counts_what_is_right_and_xor_stops_at_three(notebook):
    cell = opened(notebook, "02.gate", "XOR")
    move(notebook, cell, "Weight w1", "ArrowRight", times=10)
    move(notebook, cell, "Weight w2", "ArrowRight", times=10)
    move(notebook, cell, "Bias b", "ArrowLeft", times=15)
    says(cell, "AND with w1 = 1.0, w2 = 1.0, b = -1.5: 4 of 4 right.")
    move(notebook, cell, "Gate", "End")
    says(cell, "XOR with w1 = 1.0, w2 = 1.0, b = -1.5: 1 of 4 right.")
    move(notebook, cell, "Bias b", "ArrowRight", times=10)
    says(cell, "XOR with w1 = 1.0, w2 = 1.0, b = -0.5: 3 of 4 right.")
    move(notebook, cell, "Weight w2", "Home")
    says(cell, "Best so far for XOR: 3 of 4 (w1 = 1.0, w2 = 1.0, b = -")  # where keys came first
    move(notebook, cell, "Gate", "ArrowUp")
    says(cell, "NAND with w1 = 1.0, w2 = -5.0, b = -0.5")
