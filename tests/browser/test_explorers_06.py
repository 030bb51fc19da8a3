"""Notebook 06 in the browser: the stepper, from the keyboard alone."""

import pytest

from tests.browser.explorer import move, opened, says

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("notebook", ["06_backpropagation_by_hand.ipynb"], indirect=True),
]


def every_step_of_1_1_1_is_told(notebook):
    cell = opened(notebook, "06.sign", "Positive: a larger weight lowers the output")
    says(cell, "Before step 1 of 6. Given: x = 2; target: 1.")
    for words in ("z_h = 1, and passes on a_h = 0.7311", "a_o = 0.3720", "C = 0.1972"):
        move(notebook, cell, "Forward")
        says(cell, words)
    move(notebook, cell, "Backward")
    says(cell, "delta_o = −0.1467")
    move(notebook, cell, "Backward", "Space")
    says(cell, "From h to the cost: through o 0.2054, sum 0.2054.")
    says(cell, "dC/dw_hx0.0404 × 20.0808")
    move(notebook, cell, "Back")
    says(cell, "Step 4 of 6")
    move(notebook, cell, "Reset")
    says(cell, "Before step 1 of 6")
    notebook.press(notebook.control("Backward", cell), "Enter")
    says(cell, "Backward starts at the cost: press Forward 3 times more first.")


def the_largest_weight_of_2_2_1_matters_least(notebook):
    cell = opened(notebook, "06.most", "That of the smallest weight: 0.5, from h1 to o")
    move(notebook, cell, "Forward", times=4)
    says(cell, "C = 0.1009")
    move(notebook, cell, "Backward", times=3)
    says(cell, "dC/dw_h2x10.0305 × 10.0305")
    move(notebook, cell, "Nudge", "ArrowDown")
    says(cell, "Nudge w_h1x2 by 0.1: the cost moves by −0.00034407")
    move(notebook, cell, "Nudge", "ArrowDown", times=5)
    says(cell, "Nudge w_oh1 by 0.1: the cost moves by −0.009205")
    says(cell, "predicted dC(−0.0947) × 0.1−0.0094714")


def each_smaller_nudge_is_predicted_ten_times_better(notebook):
    cell = opened(notebook, "06.nudge", "A tenth as far: 0.43%")
    says(cell, "Nudge w_hx by 0.1: the cost moves by +0.0077162; predicted +0.0080765, 4.7% apart")
    for size, apart in [("0.01", "0.43%"), ("0.001", "0.043%"), ("0.0001", "0.0043%")]:
        move(notebook, cell, "by", "ArrowDown")
        says(cell, f"Nudge w_hx by {size}:")
        says(cell, f"in percent of the actual dC{apart}")
    notebook.press(notebook.control("by", cell), "ArrowDown")
    says(cell, "Nudge w_hx by 0.00001:")
    says(cell, "0.00043%")


def two_paths_and_their_sum_are_listed_in_2_2_2(notebook):
    cell = opened(notebook, "06.pull", "Closer to 0: o2 pulls the other way")
    move(notebook, cell, "Forward", times=5)
    move(notebook, cell, "Backward", times=3)
    says(cell, "From h1 to the cost: through o1 −0.0556, through o2 0.0284, sum −0.0272.")
    says(cell, "through o20.2 × 0.14190.0284")
    move(notebook, cell, "Show", "ArrowDown")
    says(cell, "through o2w_o2h1 × delta_o20.0284")
    move(notebook, cell, "Network", "ArrowUp")
    says(cell, "Before step 1 of 9")
    move(notebook, cell, "Network", "Home")
    says(cell, "Before step 1 of 6")
    assert notebook.control("Nudge", cell).locator("option").count() == 4


def test_the_stepper_is_driven_by_the_keyboard_alone(notebook):
    every_step_of_1_1_1_is_told(notebook)
    each_smaller_nudge_is_predicted_ten_times_better(notebook)
    the_largest_weight_of_2_2_1_matters_least(notebook)
    two_paths_and_their_sum_are_listed_in_2_2_2(notebook)
