"""Notebook 04 in the browser: both explorers and a figure, from the keyboard alone."""

import pytest

from tests.browser.explorer import move, opened, says

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("notebook", ["04_how_wrong.ipynb"], indirect=True),
]


def test_both_explorers_of_notebook_04_answer_to_every_control(notebook):
    cell = opened(notebook, "04.outlier", "Both move, and about equally far")
    move(notebook, cell, "Slope w", "ArrowLeft", times=6)
    move(notebook, cell, "Bias b", "ArrowLeft", times=3)
    says(cell, "The line width = 0.4 · length - 0.3 has a cost of 0.021")
    for _ in range(5):
        notebook.press(notebook.control("Note this try", cell), "Enter")
    says(cell, "try 5")
    move(notebook, cell, "Show the whole surface", "Enter")
    says(cell, "The surface is lowest at w = 0.4, b = -0.3.")
    move(notebook, cell, "With a typing error in the data", "Space")
    says(cell, "The surface is lowest at w = 0.3, b = 0.2.")
    move(notebook, cell, "Cost", "ArrowDown")
    says(cell, "(absolute, mean over 151 flowers). The surface is lowest at w = 0.4, b = -0.3.")
    notebook.press(notebook.control("Take the", cell), "ArrowDown")
    says(cell, "(absolute, sum over 151 flowers)")

    cell = opened(notebook, "04.slow", "From 0.82, and long before the other")
    move(notebook, cell, "Next epoch", "Enter")
    says(cell, "quadratic, epoch 1 of 300")
    move(notebook, cell, "Start", "ArrowDown")
    says(cell, "drops below 0.5 in epoch 232.")
    move(notebook, cell, "Cost", "ArrowDown")
    says(cell, "drops below 0.5 in epoch 17.")
    move(notebook, cell, "Epoch", "ArrowRight", times=16)
    says(cell, "cross-entropy, epoch 17 of 300")
    move(notebook, cell, "Play", "Enter")
    notebook.press(notebook.control("Pause", cell), "Enter")
    notebook.control("Play", cell).wait_for()


def test_the_figure_of_a_prediction_opens_after_the_answer(notebook):
    cell = notebook.cell('predict("04.rate"')
    assert cell.locator("img").count() == 0
    for label in ("Much better, whatever the weights are at the start", "guessing"):
        notebook.press(notebook.control(label, cell), "Space")
    notebook.press(notebook.control("Commit", cell), "Enter")
    cell.locator('img[alt*="12 at best"]').wait_for()
