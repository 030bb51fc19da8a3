"""The dashboard: runs that are `train`'s, curves that are theirs, and what its buttons do."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from toynn import Adam, Momentum, Network, numerical_gradient, quadratic, train, until_flat
from toynn.datasets import gate
from toynn_course.explorers import Dashboard, DashboardDrawing, Run, Setting
from toynn_course.explorers.dashboard import log
from toynn_course.explorers.runs import MOST_EPOCHS, PROBLEMS, RULES, beginning, problem


def costs(run):
    return [record.cost for record in run.records]


def trained(setting, epochs, **more):
    """The costs that `train` gives for a setting."""
    how = {"batch_size": setting.size, "rng": setting.seed, **more}
    start = beginning(setting)
    rate = how.pop("learning_rate", setting.rate)
    training = train(start, problem(setting.data), epochs=epochs, learning_rate=rate, **how)
    return [epoch.cost for epoch in training]


@pytest.mark.parametrize("data", PROBLEMS)
@pytest.mark.parametrize(("batch", "rule"), [(0, "plain"), (16, "momentum"), (4, "Adam")])
def test_a_run_is_what_train_does(data, batch, rule):
    setting = Setting(data, rate=0.1, batch=batch, rule=rule, seed=3)
    expected = trained(setting, 4, optimizer=RULES[rule])
    assert costs(Run(setting).to(4)) == pytest.approx(expected, abs=1e-14)
    assert {"plain": None, "momentum": Momentum(0.9), "Adam": Adam()} == RULES


def test_without_a_shuffle_samples_keep_their_order():
    setting = Setting("iris", rate=1.0, batch=16, shuffle=False)
    assert costs(Run(setting).to(3)) == pytest.approx(trained(setting, 3, rng=None), abs=1e-14)


def test_a_sum_over_all_samples_is_a_rate_as_many_times_as_high():
    setting = Setting("xor", rate=0.5, summed=True)
    expected = trained(setting, 5, learning_rate=4 * 0.5)
    assert costs(Run(setting).to(5)) == pytest.approx(expected, abs=1e-12)


def test_a_run_notes_the_length_of_the_gradient_that_nudges_measure():
    xor, start = gate("xor"), Network.random((2, 4, 1), rng=0)
    measured = numerical_gradient(start, xor.X, xor.Y, quadratic)
    parts = [part.ravel() for gradient in measured for part in gradient[:2]]
    assert Run(Setting()).records[0].slope == pytest.approx(
        np.linalg.norm(np.concatenate(parts)), rel=1e-6
    )


def test_patience_ends_a_run_as_until_flat_does():
    run = Run(Setting(tolerance=1e-4, patience=10)).to(500)
    epochs = train(beginning(run.setting), gate("xor"), epochs=500, learning_rate=3.0)
    *_, last = until_flat(epochs, tolerance=1e-4, patience=10)
    assert run.over
    assert (run.records[-1].number, run.records[-1].stopped) == (last.number, last.stopped)
    assert run.to(600).records[-1].number == last.number


def test_a_run_goes_on_where_it_was_and_ends_at_the_most_epochs():
    setting = Setting(hidden=1)
    assert costs(Run(setting).to(3).to(8)) == costs(Run(setting).to(8))
    assert Run(setting).to(MOST_EPOCHS).over


def test_the_curves_are_the_records_of_each_run():
    run, pins = Run(Setting()).to(30), [Run(Setting(seed=seed)).to(20) for seed in (1, 2)]
    drawing = DashboardDrawing()
    drawing.update(run=run, pins=pins)
    for lines, each in zip(drawing.lines, [run, *pins], strict=False):
        for line, field in zip(lines, ("cost", "accuracy", "slope"), strict=True):
            assert line.get_ydata().tolist() == [getattr(record, field) for record in each.records]
    assert len(drawing.lines[3][0].get_xdata()) == 0
    drawing.update(run=run)
    assert len(drawing.lines[1][0].get_xdata()) == 0


def test_the_log_has_a_row_for_some_epochs_and_one_for_each_pin():
    run = Run(Setting()).to(30)
    names = [row[0] for row in log(run, [Run(Setting(seed=1)).to(5)])]
    assert names == ["", *(f"epoch {n}" for n in (0, 1, 2, 5, 10, 20, 30)), "pin A, epoch 5"]
    assert log(run)[-1][1] == f"{run.records[-1].cost:.4f}"


def test_every_control_begins_another_run_and_is_told_in_words():
    dashboard = Dashboard()
    changes = {
        "data": "iris", "rate": 0.1, "rule": "Adam", "batch": 4, "shuffle": False, "summed": True,
        "hidden": 2, "seed": 5, "patience": 10, "tolerance": 1e-3,
    }  # fmt: skip
    for name, value in changes.items():
        dashboard.controls["step"].click()
        dashboard.controls[name].value = value
        run = dashboard.controls["run"].value
        assert getattr(run.setting, name) == value
        assert len(run.records) == 1
    assert dashboard.picture.trouble == ""
    words = "iris, 2 hidden nodes, rate 0.1, steps of 4 samples, not shuffled, summed gradients, "
    assert f"{words}Adam, patience 10, tolerance 0.001, seed 5;" in dashboard.picture.sentence


def test_every_control_shows_what_is_chosen_at_first():
    controls = Dashboard().controls.values()
    menus = [each for each in controls if hasattr(each, "options")]
    assert len(menus) == 7
    assert all(menu.index is not None and menu.label for menu in menus)


def test_a_fourth_pin_takes_the_place_of_the_oldest():
    dashboard = Dashboard()
    for seed in range(1, 5):
        dashboard.controls["step"].click()
        dashboard.controls["pin"].click()
        dashboard.controls["seed"].value = seed
    seeds = [run.setting.seed for run in dashboard.controls["pins"].value]
    assert seeds == [1, 2, 3]
    assert "Pin C: " in dashboard.picture.sentence
    dashboard.controls["unpin"].click()
    assert "Pin" not in dashboard.picture.sentence


def test_train_trains_pauses_and_begins_again_at_the_end():
    async def use():
        dashboard = Dashboard(epochs=120)
        train, run = dashboard.controls["train"], dashboard.controls["run"]
        train.click()
        assert train.description == "Pause"
        while len(run.value.records) < 20:
            await asyncio.sleep(0.001)
        train.click()
        await asyncio.sleep(0.05)
        n = len(run.value.records)
        assert n < 121
        assert train.description == "Train"
        train.click()
        while train.description == "Pause":
            await asyncio.sleep(0.001)
        assert len(run.value.records) == n + 120
        assert f"after epoch {n + 119} " in dashboard.picture.sentence

    asyncio.run(asyncio.wait_for(use(), timeout=60))


def test_while_an_epoch_is_trained_a_click_in_another_thread_waits():
    free = []

    async def use():
        dashboard = Dashboard("moons")

        def is_free():
            got = dashboard.lock.acquire(blocking=False)
            if got:
                dashboard.lock.release()
            return got

        class Watched(Run):
            def to(self, number):
                free.append(pool.submit(is_free).result())
                return super().to(number)

        dashboard.controls["run"].set(Watched(Setting("moons")))
        dashboard.controls["train"].click()
        while len(free) < 3:
            await asyncio.sleep(0.001)
        dashboard.controls["train"].click()

    with ThreadPoolExecutor() as pool:
        asyncio.run(asyncio.wait_for(use(), timeout=60))
    assert not any(free)


def test_while_it_trains_other_tasks_run_and_a_control_begins_anew():
    async def use():
        dashboard, turns = Dashboard("moons", batch=1, rate=0.1), 0
        dashboard.controls["train"].click()
        while len(dashboard.controls["run"].value.records) < 5:
            await asyncio.sleep(0)
            turns += 1
        dashboard.controls["seed"].value = 7
        assert len(dashboard.controls["run"].value.records) == 1
        await asyncio.sleep(0.2)
        assert dashboard.controls["run"].value.setting.seed == 7
        assert len(dashboard.controls["run"].value.records) > 1  # it trains on with the new one
        dashboard.controls["reset"].click()
        await asyncio.sleep(0.1)
        assert len(dashboard.controls["run"].value.records) == 1
        return turns

    assert asyncio.run(asyncio.wait_for(use(), timeout=60)) >= 5
