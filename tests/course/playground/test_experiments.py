"""Experiments sum up runs, also those that have no accuracy."""

import pytest

from toynn_course.playground.experiments import Found, run, run_many

AMOUNTS = {"problem": "regression", "dataset": "plane", "output": "linear, quadratic"}


def test_a_summary_of_amounts_has_losses_but_no_accuracy():
    runs = [run(AMOUNTS, epochs=2, seed=seed) for seed in (0, 1)]
    found = Found.of(runs)
    assert found.training == pytest.approx((runs[0].training + runs[1].training) / 2)
    assert (found.accuracy, found.rule) == (None, None)


def test_without_seeds_there_is_nothing_to_run():
    with pytest.raises(ValueError, match="there are no seeds; pass one for each run"):
        run_many(AMOUNTS, epochs=2, seeds=[])
