"""Notebook 07 in the browser: the line-up, the microscope and the article's runs, by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.explorer import move, opened, says

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("notebook", ["07_backprop_in_code.ipynb"], indirect=True),
]


def test_the_line_up_names_the_programs_after_the_answer(notebook):
    cell = opened(notebook, "07.looks", "C: it is slow at first, then it catches up")
    says(cell, "C: the gradient is right")
    move(notebook, cell, "What is wrong", "Space")
    expect(cell.locator(".toynn-picture")).not_to_contain_text("no slope at the output")
    move(notebook, cell, "What is wrong", "Space")
    says(cell, "A: no slope at the output")


def test_the_microscope_shows_how_small_a_nudge_may_be(notebook):
    cell = opened(notebook, "07.smaller", "To about two digits")
    says(cell, "central differences with a nudge of 1e-13")
    move(notebook, cell, "Nudge 10^", "ArrowRight", times=8)
    says(cell, "with a nudge of 1e-5: W1 right, b1 right, W2 right, b2 right")
    move(notebook, cell, "Differences", "ArrowDown")
    says(cell, "Against forward differences")
    move(notebook, cell, "Nudge 10^", "End")
    says(cell, "with a nudge of 1e-1")
    move(notebook, cell, "Nudge 10^", "Home")
    says(cell, "with a nudge of 1e-14")


def test_every_control_of_the_microscope_answers_to_the_keyboard(notebook):
    cell = opened(notebook, "07.hidden", "W1 and b1")
    says(cell, "W1 wrong, b1 wrong, W2 right, b2 right")
    move(notebook, cell, "Bug", "ArrowDown")
    says(
        cell, "The bug is delta = delta[:, :1] * W[0] * f_prime(z)".replace("delta = ", "`delta = ")
    )
    move(notebook, cell, "Network", "ArrowDown")
    says(cell, "b2 right")
    move(notebook, cell, "Seed", "ArrowRight", times=2)
    move(notebook, cell, "Bug", "End")
    says(cell, "W1 right, b1 ×−1, W2 right, b2 ×−1")
    move(notebook, cell, "Network", "Home")
    says(cell, "W1 right, b1 ×−1. Relative")


def test_the_articles_program_with_either_mistake_fixed(notebook):
    cell = opened(notebook, "07.green", "In none of them")
    says(cell, "As it was published, the cost of the middle run goes from 0.50 to 0.996")
    says(cell, "In 200 of 200 runs it ends higher than it began. 0 of 200 runs learn to swap.")
    move(notebook, cell, "Fix the index", "Space")
    says(cell, "With the index fixed")
    move(notebook, cell, "Fix the sign of the bias", "Space")
    says(cell, "200 of 200 runs learn to swap")
    move(notebook, cell, "Fix the index", "Space")
    says(cell, "With the sign of the bias fixed")
