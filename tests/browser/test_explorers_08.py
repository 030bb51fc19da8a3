"""Notebook 08 in the browser: the noisy bowl and the dashboard, from the keyboard alone."""

import pytest
from playwright.sync_api import expect

from tests.browser.explorer import move, opened, says, write

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("notebook", ["08_the_training_loop.ipynb"], indirect=True),
]

# Counts the pictures that the page shows, while the dashboard trains.
COUNT = """cell => {
    window.frames_shown = [];
    new MutationObserver(() => frames_shown.push(performance.now())).observe(
        cell.querySelector("img"), { attributes: true, attributeFilter: ["src"] });
}"""
PACE = "() => 1000 * (frames_shown.length - 1) / (frames_shown.at(-1) - frames_shown[0])"


def test_every_control_of_the_noisy_bowl_answers_to_the_keyboard(notebook):
    cell = opened(notebook, "08.noise", "It keeps wandering around the bottom, about 0.3 away")
    says(cell, "Rate 0.02, 1 sample in a step. At the start it is 7.071 from the bottom.")
    move(notebook, cell, "Step", "Enter")
    move(notebook, cell, "10 steps", "Enter")
    move(notebook, cell, "100 steps", "Enter", times=2)
    says(cell, "After 211 steps")
    move(notebook, cell, "Batch", "ArrowDown", times=2)
    says(cell, "16 samples in a step. After 211 steps")
    says(cell, "3,376")  # samples looked at
    move(notebook, cell, "Momentum", "ArrowRight", times=2)
    says(cell, "momentum 0.1")
    write(notebook, cell, "Exact rate", "0.11")
    says(cell, "Rate 0.11")
    move(notebook, cell, "Learning rate", "ArrowLeft")
    move(notebook, cell, "Reset", "Enter")
    says(cell, "At the start")

    cell = opened(notebook, "08.momentum", "It arrives, after 15 steps")
    move(notebook, cell, "100 steps", "Enter")
    move(notebook, cell, "Momentum", "Home")
    says(cell, "Rate 0.11, all 64 samples in a step")
    move(notebook, cell, "100 steps", "Enter", times=3)
    says(cell, "diverged after")


def test_every_control_of_the_dashboard_answers_to_the_keyboard(notebook):
    cell = notebook.cell('Dashboard("moons"')
    cell.locator(".toynn-picture img").wait_for()
    for label, key, words in (
        ("Hidden nodes", "ArrowRight", "moons, 5 hidden nodes"),
        ("Learning rate", "ArrowRight", "rate 0.3"),
        ("Optimizer", "ArrowDown", "momentum"),
        ("Batch", "ArrowUp", "steps of 64 samples"),
        ("Shuffle", "Space", "not shuffled"),
        ("Gradient", "ArrowDown", "summed gradients"),
        ("Seed", "ArrowRight", "seed 1"),
        ("Data", "ArrowDown", "iris"),
        ("Patience", "ArrowDown", "patience 1, tolerance 0"),
        ("Patience", "ArrowDown", "patience 10, tolerance 0"),
        ("Tolerance", "ArrowDown", "patience 10, tolerance 1e-06"),
    ):
        notebook.press(notebook.control(label, cell), key)
        says(cell, words)
    move(notebook, cell, "One epoch", "Enter", times=3)
    says(cell, "after epoch 3 ")
    move(notebook, cell, "Pin this run", "Enter")
    says(cell, "pin A, epoch 3")
    move(notebook, cell, "Remove pins", "Enter")
    expect(cell.locator(".toynn-picture")).not_to_contain_text("pin A")


def test_the_dashboard_trains_xor_at_30_frames_a_second_and_lets_other_cells_run(notebook):
    cell = opened(notebook, "08.flat", "Below 0.001: it is on its way, and the way is flat")
    notebook.press(notebook.control("Reset", cell), "Enter")
    cell.evaluate(COUNT)
    notebook.press(notebook.control("Train", cell), "Enter")
    says(cell, "epoch 200")
    assert notebook.ask("6 * 7") == "42"  # while it trains
    notebook.control("Pause", cell).wait_for(timeout=1000)
    says(cell, "after epoch 2000 the cost is 0.000")
    notebook.control("Train", cell).wait_for()
    assert notebook.page.evaluate(PACE) > 5  # it is above 30 where nothing else runs
