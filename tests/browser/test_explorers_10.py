"""Notebook 10 in the browser: the depth explorer, from the keyboard alone."""

import pytest

from tests.browser.explorer import move, opened, says

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("notebook", ["10_why_deep_networks_refuse.ipynb"], indirect=True),
]


def test_every_control_of_the_depth_explorer_answers_to_the_keyboard(notebook):
    cell = opened(notebook, "10.starves", "The first: it is farthest from the cost")
    says(cell, "10 hidden layers of 20, sigmoid, weights Xavier. Back to front it shrinks")
    move(notebook, cell, "Hidden layers", "End")
    says(cell, "20 hidden layers of 20")
    move(notebook, cell, "Hidden layers", "Home")
    says(cell, "1 hidden layer of 20, sigmoid, weights Xavier. Its gradient is 1.")
    move(notebook, cell, "Hidden layers", "ArrowRight", times=4)
    says(cell, "5 hidden layers of 20")
    move(notebook, cell, "Nodes in each", "End")
    says(cell, "5 hidden layers of 100")
    move(notebook, cell, "Activation", "ArrowDown")
    says(cell, "tanh, weights Xavier. It stays level")
    move(notebook, cell, "Initial weights", "ArrowUp")
    says(cell, "weights normal, 1. Back to front it grows")
    move(notebook, cell, "Initial weights", "Home")
    says(cell, "No gradient reaches any hidden layer.")
    move(notebook, cell, "Initial weights", "ArrowDown")
    says(cell, "All 100 nodes of a layer are the same.")
    move(notebook, cell, "Initial weights", "ArrowDown")
    move(notebook, cell, "Seed", "ArrowRight")


def test_the_explorer_opens_set_up_for_each_question(notebook):
    cell = opened(notebook, "10.large", "It is dozens of times larger")
    says(cell, "10 hidden layers of 20, tanh, weights normal, 1. Back to front it grows")
    cell = opened(notebook, "10.half", "About a thousandth of it")
    says(cell, "20 hidden layers of 20, relu, weights Xavier")
    move(notebook, cell, "Initial weights", "End")
    says(cell, "20 hidden layers of 20, relu, weights He. It stays level")
