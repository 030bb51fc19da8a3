"""The neuron that is very wrong, beside one trained with plain arithmetic."""

import math

import pytest

from toynn_course.explorers import SaturatedNeuron
from toynn_course.explorers.saturated import STARTS

LITTLE, VERY = STARTS


def outputs(w, b, cost, epochs=300):
    """The outputs of a sigmoid neuron with input 1 and target 0, epoch by epoch."""
    answers = []
    for _ in range(epochs + 1):
        a = 1 / (1 + math.exp(-(w + b)))
        answers.append(a)
        delta = a * a * (1 - a) if cost == "quadratic" else a
        w, b = w - 0.15 * delta, b - 0.15 * delta
    return answers


@pytest.mark.parametrize(
    ("start", "cost"), [(s, c) for s in STARTS for c in ("quadratic", "cross-entropy")]
)
def test_the_neuron_answers_as_plain_arithmetic_does(start, cost):
    explorer = SaturatedNeuron(start, cost)
    assert explorer.drawing.outputs == pytest.approx(outputs(*STARTS[start], cost))


@pytest.mark.parametrize(
    ("start", "cost", "epoch"),
    [
        (LITTLE, "quadratic", 36),
        (VERY, "quadratic", 232),
        (VERY, "cross-entropy", 17),
    ],
)
def test_it_passes_one_half_in_the_epoch_that_it_says(start, cost, epoch):
    answers = outputs(*STARTS[start], cost)
    assert answers[epoch] < 0.5 <= answers[epoch - 1]
    explorer = SaturatedNeuron(start, cost)
    assert f"drops below 0.5 in epoch {epoch}." in explorer.picture.sentence


def test_every_control_changes_the_picture_and_the_sentence():
    explorer = SaturatedNeuron()
    explorer.controls["epoch"].value = 20
    for name, value in [("start", VERY), ("cost", "cross-entropy"), ("epoch", 21)]:
        before = explorer.picture.value, explorer.picture.sentence
        explorer.controls[name].value = value
        assert explorer.picture.value != before[0]
        assert explorer.picture.sentence != before[1]
    explorer.controls["step"].click()
    assert "epoch 22 of 300" in explorer.picture.sentence
    assert explorer.picture.trouble == ""


def test_the_table_multiplies_the_error_by_the_slope_for_the_quadratic_cost_alone():
    explorer = SaturatedNeuron(VERY)
    a = 1 / (1 + math.exp(-4))
    rows = {row[0]: row for row in explorer.picture.table}
    assert rows["dC/dz"] == ["dC/dz", "(a - 0) f'(z)", f"{a * a * (1 - a):.3f}"]
    explorer.controls["cost"].value = "cross-entropy"
    rows = {row[0]: row for row in explorer.picture.table}
    assert rows["dC/dz"] == ["dC/dz", "a - 0", f"{a:.3f}"]
