"""The stepper: its numbers are those of arithmetic by hand, and every control is answered."""

import itertools
import math

import numpy as np
import pytest

from toynn import backward, forward, numerical_gradient, quadratic
from toynn_course import plots
from toynn_course.explorers import Stepper, stepper_figure
from toynn_course.explorers.stepper import SIZES, _apart, tell_nudge
from toynn_course.explorers.walk import EXAMPLES, Place, Walk, at, nudged, number, paths, places


def f(z):
    return 1 / (1 + math.exp(-z))


def outputs_by_hand(layers, x):
    """The outputs of each layer, in loops."""
    each = [list(x)]
    for layer in layers:
        rows = zip(layer.weights.tolist(), layer.biases.tolist(), strict=True)
        each.append(
            [f(sum(w * a for w, a in zip(row, each[-1], strict=True)) + b) for row, b in rows]
        )
    return each


def cost_by_hand(network, x, y):
    return sum(
        (a - t) ** 2 / 2 for a, t in zip(outputs_by_hand(network.layers, x)[-1], y, strict=True)
    )


def walked(name, steps=99):
    """The stepper after that many steps, forward and then backward, drawn once they are taken."""
    stepper = Stepper(name)
    with stepper.at_once():
        walk(stepper, steps)
    assert stepper.picture.trouble == ""
    return stepper


def walk(stepper, steps=99):
    """Take that many steps, or all."""
    walked = Walk(*EXAMPLES[stepper.controls["network"].value])
    for _ in range(min(steps, len(walked.steps))):
        press(stepper, "forward" if position(stepper) < walked.n_forward else "backward")


def press(stepper, *buttons):
    for button in buttons:
        stepper.controls[button].click()


def position(stepper):
    """How many steps have been made."""
    return stepper.controls["position"].value


def lines(name, column, node, back):
    """The calculations at one node, as a dict of name to value."""
    walk = Walk(*EXAMPLES[name])
    found = (s for s in walk.steps if (s.column, s.node, s.back) == (column, node, back))
    return {line.name: line.value for line in next(found).lines}


def seen(stepper):
    return stepper.picture.value, stepper.picture.sentence, stepper.picture.table


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_forward_numbers_are_those_of_loops(name):
    network, x, y = EXAMPLES[name]
    walk, each = Walk(*EXAMPLES[name]), outputs_by_hand(network.layers, x)
    for column, j in itertools.product((1, 2), range(2)):
        if j < network.sizes[column]:
            found = lines(name, column, j, back=False)
            assert found[f"a_{walk.names[column][j]}"] == pytest.approx(each[column][j], abs=1e-14)
    assert walk.cost == pytest.approx(cost_by_hand(network, x, y), abs=1e-14)


def test_1_1_1_backward_is_the_chain_rule_by_hand():
    # z_h = 0.4 * 2 + 0.2 = 1, z_o = -1.4 f(1) + 0.5, C = (f(z_o) - 1)^2 / 2
    a_h = f(1.0)
    a_o = f(-1.4 * a_h + 0.5)
    delta_o = (a_o - 1) * a_o * (1 - a_o)
    delta_h = -1.4 * delta_o * a_h * (1 - a_h)
    at_o, at_h = lines("1-1-1", 2, 0, back=True), lines("1-1-1", 1, 0, back=True)
    assert at_o["delta_o"] == pytest.approx(delta_o)
    assert at_o["dC/dw_oh"] == pytest.approx(delta_o * a_h)
    assert at_h["through o"] == at_h["sum: dC/da_h"] == pytest.approx(-1.4 * delta_o)
    assert at_h["delta_h"] == at_h["dC/db_h"] == pytest.approx(delta_h)
    assert at_h["dC/dw_hx"] == pytest.approx(delta_h * 2)


def test_2_2_2_shows_both_paths_from_each_hidden_node_and_their_sum():
    network, _, (y1, y2) = EXAMPLES["2-2-2"]
    o1, o2 = outputs_by_hand(network.layers, (1.0, 0.5))[-1]
    delta_1, delta_2 = (o1 - y1) * o1 * (1 - o1), (o2 - y2) * o2 * (1 - o2)
    for node, (w_1, w_2) in enumerate([(0.5, 0.2), (-1.1, 1.2)]):
        found = lines("2-2-2", 1, node, back=True)
        assert found["through o1"] == pytest.approx(w_1 * delta_1)
        assert found["through o2"] == pytest.approx(w_2 * delta_2)
        total = found[f"sum: dC/da_h{node + 1}"]
        assert total == pytest.approx(w_1 * delta_1 + w_2 * delta_2)


@pytest.mark.parametrize("name", EXAMPLES)
def test_sum_of_the_paths_times_the_slope_is_the_delta_of_backward(name):
    network, x, y = EXAMPLES[name]
    passed = forward(network, [x])
    gradients = backward(network, passed, [y], quadratic)
    for k, delta in enumerate(gradients[0].delta[0]):
        a = passed.activations[1][0, k]
        total = sum(paths(network, gradients, 1, k))
        assert total * a * (1 - a) == pytest.approx(delta, rel=1e-12)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_gradient_shown_is_that_of_central_differences(name):
    network, x, y = EXAMPLES[name]
    slopes = numerical_gradient(network, [x], [y], quadratic)
    walk = Walk(*EXAMPLES[name])
    shown = {line.name: line.value for step in walk.steps if step.back for line in step.lines}
    for place in places(network):
        assert shown[f"dC/d{walk.name(place)}"] == pytest.approx(at(slopes, place), rel=1e-6)


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_moving_an_input_does_is_the_sum_at_the_input(name):
    network, x, y = EXAMPLES[name]
    walk = Walk(*EXAMPLES[name])
    for k, node in enumerate(walk.names[0]):
        above, below = (
            cost_by_hand(network, [v + n * (i == k) for i, v in enumerate(x)], y)
            for n in (1e-5, -1e-5)
        )
        shown = lines(name, 0, k, back=True)[f"sum: dC/d{node}"]
        assert shown == pytest.approx((above - below) / 2e-5, rel=1e-6)


@pytest.mark.parametrize("name", EXAMPLES)
def test_shown_with_four_digits_the_arithmetic_still_adds_up(name):
    """A reader who checks a line with the numbers that stand in it finds the same result."""
    for step in Walk(*EXAMPLES[name]).steps:
        for line in step.lines:
            words = line.numbers.replace("−", "-").replace("½", "0.5 *").replace("²", "**2")
            if "f" not in words:
                assert abs(arithmetic(words) - line.value) < 1e-4, line


def arithmetic(words):
    """The value of a sum of products, of a difference, or of half a square."""
    if words.startswith("0.5 * ("):
        return 0.5 * arithmetic(words[len("0.5 * (") : -len(")**2")]) ** 2
    if " - " in words:
        first, second = words.split(" - ")
        return float(first) - float(second)
    terms = words.replace("(", "").replace(")", "").split(" + ")
    return sum(math.prod(map(float, term.split(" × "))) for term in terms)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_nudge_moves_one_number_and_nothing_else(name):
    network = EXAMPLES[name][0]
    for place in places(network):
        moved = nudged(network, place, 0.25)
        changes = [
            b - a
            for one, other in zip(network.layers, moved.layers, strict=True)
            for p, q in ((one.weights, other.weights), (one.biases, other.biases))
            for a, b in zip(p.ravel(), q.ravel(), strict=True)
        ]
        assert max(changes) == pytest.approx(0.25)
        assert np.count_nonzero(changes) == 1
        assert at(moved.layers, place) == pytest.approx(at(network.layers, place) + 0.25)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_smaller_the_nudge_the_better_the_prediction(name):
    network, x, y = EXAMPLES[name]
    walk = Walk(*EXAMPLES[name])
    for place in places(network):
        apart = []
        for size in SIZES:
            actual = cost_by_hand(nudged(network, place, size), x, y) - cost_by_hand(network, x, y)
            assert walk.changed(place, size) == pytest.approx(actual, rel=1e-8)
            apart.append(abs(walk.predicted(place, size) / actual - 1))
        for before, after in itertools.pairwise(apart):
            assert after == pytest.approx(before / 10, rel=0.3)


def test_the_steps_go_forward_to_the_cost_and_back_to_the_inputs():
    stepper = Stepper("2-2-1")
    assert [(s.back, s.column, s.node) for s in stepper.drawing.walk.steps] == [
        *((False, 1, 0), (False, 1, 1), (False, 2, 0), (False, 3, None)),
        *((True, 2, 0), (True, 1, 0), (True, 1, 1), (True, 0, 0), (True, 0, 1)),
    ]
    assert "Before step 1 of 9. Given: x1 = 1 and x2 = 0.5" in stepper.picture.sentence
    press(stepper, "backward")
    assert "press Forward 4 times more first" in stepper.picture.sentence
    assert position(stepper) == 0
    for _ in range(4):
        press(stepper, "forward")
    assert "C = 0.1009" in stepper.picture.sentence
    press(stepper, "forward")
    assert position(stepper) == 4
    assert "Backward comes next" in stepper.picture.sentence
    for _ in range(6):
        press(stepper, "backward")
    assert position(stepper) == 9
    assert "Every derivative is found" in stepper.picture.sentence
    press(stepper, "back")
    assert position(stepper) == 8
    press(stepper, "reset")
    press(stepper, "back")
    assert position(stepper) == 0
    assert "This is the beginning" in stepper.picture.sentence
    stepper.controls["size"].value = 0.01  # a click may overtake a choice that came before it
    assert "This is the beginning" in stepper.picture.sentence
    press(stepper, "forward")
    assert "This is the beginning" not in stepper.picture.sentence


def test_at_a_hidden_node_the_paths_and_their_sum_are_listed():
    stepper = walked("2-2-2", 8)  # forward 5, then o1, o2, h1
    assert "through o1 −0.0556, through o2 0.0284, sum −0.0272" in stepper.picture.sentence
    rows = {row[0]: row[1:] for row in stepper.picture.table}
    assert rows["through o1"] == ["0.5 × (−0.1112)", "−0.0556"]
    assert rows["through o2"] == ["0.2 × 0.1419", "0.0284"]
    assert rows["sum: dC/da_h1"] == ["(−0.0556) + 0.0284", "−0.0272"]
    stepper.controls["show"].value = "formulas"
    rows = {row[0]: row[1:] for row in stepper.picture.table}
    assert rows["through o2"] == ["w_o2h1 × delta_o2", "0.0284"]
    assert rows["delta_h1"] == ["dC/da_h1 × f′(z_h1)", "−0.0034"]


def test_a_nudge_is_predicted_only_once_its_gradient_is_found():
    stepper = walked("2-2-1", 5)  # to the output
    assert [row[0] for row in stepper.picture.table][-1] == "actual dC"
    assert "unknown until Backward reaches h1" in stepper.picture.sentence
    press(stepper, "backward")
    table = [row[0] for row in stepper.picture.table]
    assert table[-3:] == ["predicted dC", "actual dC", "apart"]


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize(
    ("control", "value"),
    [("show", "formulas"), ("nudge", Place(1, 0, 0)), ("size", 0.001), ("network", None)],
)
def test_every_control_changes_the_picture_and_the_words(name, control, value):
    stepper = walked(name, 4)
    other = next(example for example in EXAMPLES if example != name)
    before = seen(stepper)
    stepper.controls[control].value = value or other
    for was, now in zip(before, seen(stepper), strict=True):
        if control != "show" or was != before[1]:  # the sentence has numbers either way
            assert was != now
    assert stepper.picture.alt == stepper.picture.sentence
    assert stepper.picture.trouble == ""


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_button_changes_the_picture_and_the_words(name):
    stepper = walked(name, 2)
    left = stepper.drawing.walk.n_forward - 2
    for button in ["forward"] * left + ["backward", "back", "backward", "backward", "reset"]:
        before = seen(stepper)
        stepper.controls[button].click()
        assert all(was != now for was, now in zip(before, seen(stepper), strict=True))


def test_copied_words_look_as_drawn_ones():
    """Pictures reached in different ways are the same, pixel by pixel."""
    for name in EXAMPLES:
        there_and_back, straight = Stepper(name), walked(name, 7)
        walk(there_and_back)
        while position(there_and_back) > position(straight):
            press(there_and_back, "back")
        assert there_and_back.picture.value == straight.picture.value
    changed = walked("2-2-2", 3)
    changed.controls["network"].value = "2-2-1"
    assert changed.picture.value == Stepper("2-2-1").picture.value


def test_another_network_brings_its_own_numbers_to_nudge():
    stepper = walked("1-1-1", 5)
    assert [name for name, _ in stepper.controls["nudge"].options] == ["w_hx", "b_h", "w_oh", "b_o"]
    stepper.controls["network"].value = "2-2-1"
    assert len(stepper.controls["nudge"].options) == 9
    assert position(stepper) == 0
    assert "Nudge w_h1x1" in stepper.picture.sentence


def test_the_sizes_of_the_nudge_are_those_of_the_course():
    sizes = Stepper().controls["size"].options
    assert [label for label, _ in sizes] == ["0.1", "0.01", "0.001", "0.0001", "0.00001"]


def test_how_far_apart_is_told_in_two_digits():
    assert _apart(1.0, 1.0351) == "3.5%"
    assert _apart(-1.0, -1.0000032) == "0.00032%"
    assert _apart(0.0, 1.0) == "0%"
    assert tell_nudge(Walk(*EXAMPLES["1-1-1"]), 6, Place(0, 0, 0), 0.1).endswith("apart.")


def test_what_stays_in_the_file_is_a_sentence():
    assert repr(Stepper()).startswith("Run this cell")


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_page_at_rest_shows_every_derivative(name):
    walk = Walk(*EXAMPLES[name])
    words = plots.alt(stepper_figure(name))
    for place in places(walk.network):
        value, slope = at(walk.network.layers, place), at(walk.gradients, place)
        assert f"{walk.name(place)} = {number(value)} with derivative {number(slope)}" in words


@pytest.mark.parametrize("node", ["h1", "h2"])
def test_a_page_at_rest_colours_the_paths_of_a_node_by_what_they_do_to_the_cost(node):
    figure = stepper_figure("2-2-2", paths_of=node)
    found = lines("2-2-2", 1, int(node[1]) - 1, back=True)
    o1, o2, total = (found[name] for name in ("through o1", "through o2", f"sum: dC/da_{node}"))
    told = f"through o1 {o1:+.4f}; through o2 {o2:+.4f}; together {total:.4f}"
    assert told.replace("-", "−") in plots.alt(figure)
    paths = [line for line in figure.axes[0].lines if line.get_linewidth() == 4]
    looks = [(line.get_color(), line.get_linestyle()) for line in paths if len(line.get_xdata())]
    raises, lowers = (plots.ORANGE, "-"), (plots.BLUE, "--")
    assert looks[-4:] == [lowers if way < 0 else raises for way in (o1, o1, o2, o2)]


def test_the_stepper_can_open_after_some_steps():
    assert seen(Stepper("2-2-1", steps=6)) == seen(walked("2-2-1", 6))
    assert "Step 6 of 6" in Stepper("1-1-1", steps=None).picture.sentence
