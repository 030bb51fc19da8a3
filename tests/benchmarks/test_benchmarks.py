"""The benchmarks run, and their contenders do the same work."""

from dataclasses import replace
from importlib import import_module

import numpy as np
import pytest

from tests.benchmarks import BENCHMARKS, imports, many, steps

TASKS = steps.tasks(small=True)


def in_one_batch(task):
    """The task with all samples in a batch, whose order then makes no difference."""
    return replace(task, batch_size=len(task.data), epochs=3)


@pytest.mark.parametrize("task", [in_one_batch(task) for task in TASKS], ids=str)
@pytest.mark.parametrize("name", steps.present())
def test_every_contender_arrives_at_the_outputs_of_three_steps_worked_out_by_toynn(name, task):
    contender = steps.CONTENDERS[name](task)
    contender.run()
    *_, last = steps.train(
        task.start, task.data, epochs=3, learning_rate=steps.RATE, cost=task.cost
    )
    moved = np.abs(last.network(task.data.X) - task.start(task.data.X)).max()
    apart = np.abs(contender.outputs(task.data.X) - last.network(task.data.X)).max()
    assert moved > 1e-4
    assert apart < 1e-9


@pytest.mark.parametrize("task", [in_one_batch(task) for task in many.tasks(small=True)], ids=str)
@pytest.mark.parametrize("name", many.present())
def test_every_contender_for_many_networks_arrives_at_the_outputs_of_train(name, task):
    contender = many.CONTENDERS[name](task, 3)
    contender.run()
    first = many.starts(task, 1)[0]
    *_, last = steps.train(first, task.data, epochs=3, learning_rate=steps.RATE, cost=task.cost)
    assert np.abs(last.network(task.data.X) - first(task.data.X)).max() > 1e-4
    assert np.abs(contender.outputs(task.data.X) - last.network(task.data.X)).max() < 1e-9


def test_the_benchmark_of_many_networks_prints_a_line_for_each():
    head, *rows = [line for line in many.lines(rounds=1, small=True) if line.startswith("|")]
    assert [row.split(" | ")[0] for row in rows] == [f"| {task}" for task in many.tasks(small=True)]
    for row in [head.splitlines()[0], *rows]:
        assert len(row.split(" | ")) == 2 + len(many.present())


def test_the_steps_benchmark_prints_a_line_for_each_network_and_a_cell_for_each_contender():
    head, *rows = [line for line in steps.lines(rounds=1, small=True) if line.startswith("|")]
    assert [row.split(" | ")[0] for row in rows] == [f"| {task}" for task in TASKS]
    for row in [head.splitlines()[0], *rows]:
        assert len(row.split(" | ")) == 1 + len(steps.present())


def test_the_imports_benchmark_says_whether_the_aim_is_met():
    text = "\n".join(imports.lines(rounds=1, small=True))
    assert "`import toynn`" in text
    assert text.endswith(("met.", "missed."))


@pytest.mark.parametrize("name", BENCHMARKS)
def test_every_benchmark_has_its_module(name):
    assert callable(import_module(BENCHMARKS[name]).lines)
