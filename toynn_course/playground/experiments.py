"""Experiments: what runs of the playground come to, without a screen, one for each seed."""

from dataclasses import dataclass, replace
from statistics import mean, median_low

from toynn import train_many
from toynn_course.playground.actions import opened, trained
from toynn_course.playground.problems import RULES
from toynn_course.playground.settings import Settings

SOLVED = 0.02
"""A run counts as solved in the first epoch with a test loss below this."""


@dataclass(frozen=True)
class Run:
    """What one run came to.

    solved : the first epoch with a test loss below the limit; None if there was none
    epochs : how many there were
    training, test : the losses at the end
    accuracy : on the test points, at the end; None where the targets are amounts
    rule : the same, with the labels that the test points would have without noise; None where the
        data set has no rule for that
    """

    solved: int | None
    epochs: int
    training: float
    test: float
    accuracy: float | None = None
    rule: float | None = None


def run(settings, epochs, seed, limit=SOLVED, stop=False):
    """Train from one seed, for points and weights alike.

    settings : dict of what differs from the usual Settings
    stop : end with the first epoch below the limit

    >>> run({"dataset": "gauss", "hidden": ()}, epochs=5, seed=0).solved
    1
    """
    state, solved = _opened(settings, seed), None
    while state.epoch < epochs and not state.diverged and not (stop and solved):
        state = trained(state)
        if solved is None and state.losses.test < limit:
            solved = state.epoch
    return _as_run(state.measured, solved, state.epoch)


def _opened(settings, seed):
    """The playground with these settings and seed, in epoch 0."""
    return opened(Settings(**settings, data_seed=seed, weight_seed=seed))


def run_many(settings, epochs, seeds, limit=SOLVED, stop=False):
    """What `run` gives for each of several seeds, as a list, from training them side by side.

    Raises ValueError if there are no seeds.

    >>> runs = run_many({"dataset": "gauss", "hidden": ()}, epochs=5, seeds=[0, 1])
    >>> [one.solved for one in runs]
    [1, 1]
    """
    states = [_opened(settings, seed) for seed in seeds]
    if not states:
        raise ValueError("there are no seeds; pass one for each run, such as range(10)")
    solved, last = [None] * len(states), [None] * len(states)
    for now in _side_by_side(states, epochs):
        for i, epoch in enumerate(now):
            if stop and solved[i]:
                continue
            last[i] = epoch.number, states[i].measured.of(epoch.network)
            if solved[i] is None and epoch.number and last[i][1].test_loss < limit:
                solved[i] = epoch.number
        if stop and all(solved):
            break
    ends = zip(last, solved, strict=True)
    return [_as_run(measured, number, epochs) for (epochs, measured), number in ends]


def _side_by_side(states, epochs):
    """The epochs of all states, which differ in nothing but their seeds."""
    first = states[0]
    return train_many(
        [state.network for state in states],
        [state.training_data for state in states],
        epochs=epochs,
        learning_rate=first.settings.learning_rate,
        batch_size=min(first.settings.batch_size, len(first.training)),
        cost=first.cost,
        penalty=first.penalty,
    )


def _as_run(measured, solved, epochs):
    """What became of a network that was Measured at the end."""
    losses = measured.training_loss, measured.test_loss
    return Run(solved, epochs, *losses, measured.accuracy, _by_the_rule(measured))


def _by_the_rule(measured):
    """The accuracy on the test points, with the labels that they would have without noise."""
    data = measured.data
    rule = RULES.get(data.name)
    if rule is None:
        return None
    test = replace(data.test, targets=rule(data.test.places).astype(float))
    return replace(measured, data=replace(data, test=test)).accuracy


@dataclass(frozen=True)
class Found:
    """What several runs came to, one for each seed from 0 on.

    solved : how many were; epoch : the middle one of the epochs in which they were, or None
    training, test, accuracy, rule : the means over all runs, at the end; None where the runs have
        none
    """

    solved: int
    epoch: int | None
    training: float
    test: float
    accuracy: float | None = None
    rule: float | None = None

    @classmethod
    def of(cls, runs):
        """A summary of some runs, of the same problem."""
        epochs = [each.solved for each in runs if each.solved]
        names = ("training", "test", "accuracy", "rule")
        known = [name for name in names if getattr(runs[0], name) is not None]
        means = {name: mean(getattr(each, name) for each in runs) for name in known}
        return cls(len(epochs), median_low(epochs) if epochs else None, **means)
