"""Notebook 03 in the browser: the network builder, from the keyboard alone."""

import pytest

from tests.browser.explorer import move, opened, says

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("notebook", ["03_from_neuron_to_network.ipynb"], indirect=True),
]


def test_the_network_builder_answers_to_every_control(notebook):
    cell = opened(notebook, "03.parameters", "27")
    says(cell, "Sizes (2, 5, 2): 27 numbers to learn.")
    for node in range(1, 6):
        move(notebook, cell, "Next node", "Enter")
        says(cell, f"Layer 1, node {node}: z = ")
    move(notebook, cell, "Next node", "Enter")
    says(cell, "Layer 2, node 1: z = ")
    move(notebook, cell, "Start over", "Enter")
    says(cell, "Press Next node to compute the first one.")
    move(notebook, cell, "Hidden layers", "Home")
    says(cell, "Sizes (2, 2): 6 numbers to learn.")
    move(notebook, cell, "Inputs", "ArrowRight", times=2)
    move(notebook, cell, "Outputs", "ArrowLeft")
    says(cell, "Sizes (4, 1): 5 numbers to learn.")
    move(notebook, cell, "Hidden layers", "End")
    move(notebook, cell, "Nodes in each", "ArrowRight")
    says(cell, "Sizes (4, 6, 6, 6, 1): 121 numbers to learn.")
    move(notebook, cell, "Seed", "ArrowRight")
    notebook.press(notebook.control("Activation", cell), "End")
    says(cell, "Linear: a single layer gives the same answers, with W = [[")
