"""Notebook 02 in the browser: both explorers, from the keyboard alone."""

import pytest

from tests.browser.explorer import move, opened, says

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("notebook", ["02_one_neuron.ipynb"], indirect=True),
]


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
    cell = opened(notebook, "02.gate", "AND, OR and NAND, but not XOR")
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
