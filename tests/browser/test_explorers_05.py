"""Notebook 05 in the browser: the three explorers of gradient descent, from the keyboard alone."""

import pytest
from playwright.sync_api import expect

from tests.browser.explorer import move, opened, says, write

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("notebook", ["05_gradient_descent.ipynb"], indirect=True),
]


def test_the_learning_rate_explorer_gives_the_values_of_the_course(notebook):
    cell = opened(notebook, "05.slow", "At about 3.5: a tenth less each time")
    says(cell, "A step with rate 0.05 moves w by −1.")
    move(notebook, cell, "10 steps", "Enter")
    for rate, w, words in (
        ("0.05", "3.487", "get shorter"),
        ("0.2", "0.06047", "get shorter"),
        ("0.5", "0", "this is the lowest place"),
        ("0.9", "1.074", "It zig-zags"),
        ("1", "10", "back and forth between −10 and 10, and will do so forever"),
        ("1.05", "25.94", "it is diverging"),
        ("1.1", "61.92", "it is diverging"),
    ):
        write(notebook, cell, "Exact rate", rate)
        says(cell, f"From 10 with rate {rate}, w is {w} after 10 steps")
        says(cell, words)
        expect(notebook.control("Exact rate", cell)).to_have_value(rate)  # the slider lets it be


def test_every_control_of_the_learning_rate_explorer_answers_to_the_keyboard(notebook):
    cell = opened(notebook, "05.slow", "At about 3.5: a tenth less each time")
    write(notebook, cell, "Exact rate", "0.05")
    notebook.press(notebook.control("Reset", cell), "Enter")
    says(cell, "At the start, w = 10")
    move(notebook, cell, "Step", "Enter")
    says(cell, "w is 9 after 1 step, and the cost is 81")
    move(notebook, cell, "10 steps", "Space")
    says(cell, "after 11 steps")
    move(notebook, cell, "Reset", "Enter")
    says(cell, "At the start, w = 10")
    move(notebook, cell, "Start at w", "ArrowLeft", times=5)
    says(cell, "At the start, w = 9.5")
    move(notebook, cell, "Learning rate", "End")
    says(cell, "A step with rate 10 moves w by −190.")
    move(notebook, cell, "Learning rate", "Home")
    says(cell, "A step with rate 0.0001 moves w by −0.0019.")
    notebook.press(notebook.control("Learning rate", cell), "ArrowRight", times=60)
    expect(notebook.control("Exact rate", cell)).to_have_value("0.00158")  # 10^(-4 + 60 × 0.02)
    says(cell, "A step with rate 0.00158 moves w by −0.03002.")
    write(notebook, cell, "Exact rate", "-1")
    says(cell, "the learning rate is -1, expected 0.0001 to 10; type another.")
    write(notebook, cell, "Exact rate", "10")
    move(notebook, cell, "10 steps", "Enter")
    says(cell, "Diverged: from 9.5 with rate 10")
    for curve in ("w", "double well", "plateau", "cliff"):
        move(notebook, cell, "Curve", "ArrowDown")
        says(cell, "From 9.5 with rate 10" if curve in ("plateau", "cliff") else "rate 10")


def test_the_bowl_takes_as_many_steps_as_the_course_says(notebook):
    cell = opened(notebook, "05.downhill", "Mostly across the bowl, not to the bottom")
    says(cell, "straight downhill is 39° off the way there")
    move(notebook, cell, "Step", "Enter")
    says(cell, "After 1 step, at (4.5, 0)")
    move(notebook, cell, "10 steps", "Enter")
    move(notebook, cell, "To the end", "Enter")
    for rate, words in (
        ("0.05", "arrived after 81 steps"),
        ("0.09", "arrived after 44 steps"),
        ("0.099", "arrived after 422 steps"),
        ("0.101", "diverged after 966 steps"),
    ):
        write(notebook, cell, "Exact rate", rate)
        says(cell, f"Condition number 10, rate {rate}: {words}")
    move(notebook, cell, "Reset", "Enter")
    move(notebook, cell, "Condition number", "Home")
    says(cell, "Condition number 1, rate 0.101. At the start")
    says(cell, "straight downhill is 0° off the way there")
    move(notebook, cell, "Learning rate", "ArrowRight")


def test_momentum_carries_a_path_along_the_bowl(notebook):
    cell = opened(notebook, "05.momentum", "Less than half as many")
    move(notebook, cell, "To the end", "Enter")
    says(cell, "Condition number 50, rate 0.0195, momentum 0.5: arrived after 96 steps")
    for n_steps in (83, 68, 47, 46, 58):
        move(notebook, cell, "Momentum", "ArrowRight")
        says(cell, f"arrived after {n_steps} steps")
    move(notebook, cell, "Momentum", "Home")
    says(cell, "Condition number 50, rate 0.0195: arrived after 215 steps")


def test_the_saddle_takes_as_many_steps_as_the_course_says(notebook):
    cell = opened(notebook, "05.saddle", "It walks to (0, 0) and stays there")
    move(notebook, cell, "Step", "Enter")
    move(notebook, cell, "10 steps", "Enter")
    move(notebook, cell, "To the end", "Enter")
    says(cell, "every step leads to the saddle, and none leads off it")
    move(notebook, cell, "Start at", "Home")
    says(cell, "From (0.5, 0.5) with rate 0.1: arrived after 14 steps")
    for words in (
        "From (0.01, 0.01) with rate 0.1: arrived after 57 steps",
        "From (0.001, 0.001) with rate 0.1: arrived after 81 steps",
        "On the line w₂ = −w₁",
        "From (0.5, −0.49) with rate 0.1: arrived after 63 steps",
    ):
        move(notebook, cell, "Start at", "ArrowDown")
        says(cell, words)
    write(notebook, cell, "w₁", "-1.2")
    says(cell, "From (−1.2, −0.49)")
    expect(notebook.control("Start at", cell)).to_have_value("own numbers")
    write(notebook, cell, "w₂", "3")
    says(cell, "expected numbers from −2 to 2")
    write(notebook, cell, "w₂", "0.7")
    move(notebook, cell, "Learning rate", "ArrowLeft")
    write(notebook, cell, "Exact rate", "0.3")
    says(cell, "with rate 0.3")
    move(notebook, cell, "Reset", "Enter")
    says(cell, "At the start, at (−1.2, 0.7)")
