"""Experiments: what runs of the playground come to, without a screen, one for each seed."""

from dataclasses import dataclass
from statistics import mean, median_low

from toynn import checks, forward, train_many
from toynn_course.playground.session import Session
from toynn_course.playground.settings import Settings

SOLVED = 0.02
"""A run counts as solved in the first epoch with a test loss below this."""


@dataclass(frozen=True)
class Run:
    """What one run came to.

    solved : the first epoch with a test loss below the limit; None if there was none
    epochs : how many there were
    training, test : the losses at the end
    accuracy : on the test points, at the end
    """

    solved: int | None
    epochs: int
    training: float
    test: float
    accuracy: float


def run(settings, epochs, seed, limit=SOLVED, stop=False):
    """Train from one seed, for points and weights alike.

    settings : dict of what differs from the usual Settings
    stop : end with the first epoch below the limit

    >>> run({"dataset": "gauss", "hidden": ()}, epochs=5, seed=0).solved
    1
    """
    session = Session(Settings(**settings, data_seed=seed, weight_seed=seed))
    solved = None
    while session.epoch < epochs and not session.diverged and not (stop and solved):
        session.train()
        if solved is None and _now(session).test < limit:
            solved = session.epoch
    epoch, training, test = session.losses
    return Run(solved, epoch, training, test, session.accuracy)


def run_many(settings, epochs, seeds, limit=SOLVED, stop=False):
    """What `run` gives for each of several seeds, as a list, from training them side by side.

    >>> runs = run_many({"dataset": "gauss", "hidden": ()}, epochs=5, seeds=[0, 1])
    >>> [one.solved for one in runs]
    [1, 1]
    """
    sessions = [Session(Settings(**settings, data_seed=seed, weight_seed=seed)) for seed in seeds]
    solved, last = [None] * len(sessions), [None] * len(sessions)
    for now in _side_by_side(sessions, epochs):
        for i, epoch in enumerate(now):
            if stop and solved[i]:
                continue
            last[i] = epoch
            if solved[i] is None and epoch.number and _test_loss(sessions[i], epoch) < limit:
                solved[i] = epoch.number
        if stop and all(solved):
            break
    return [_as_run(*each) for each in zip(sessions, solved, last, strict=True)]


def _side_by_side(sessions, epochs):
    """The epochs of all sessions, which differ in nothing but their seeds."""
    first = sessions[0]
    return train_many(
        [session.network for session in sessions],
        [session.training_data for session in sessions],
        epochs=epochs,
        learning_rate=first.settings.learning_rate,
        batch_size=min(first.settings.batch_size, len(first.training)),
        cost=first.cost,
        penalty=first.penalty,
    )


def _test_loss(session, epoch):
    """The loss on the points to test with."""
    outputs = checks.without(forward)(epoch.network, session.test_data.X).output
    return session.cost.mean(outputs, session.test_data.Y)


def _as_run(session, solved, epoch):
    """What became of a session that ended with this epoch."""
    session.network = epoch.network
    _, training, test = session.losses
    return Run(solved, epoch.number, training, test, session.accuracy)


def _now(session):
    """The losses after the last epoch, from its history where they are kept, which is quicker."""
    last = session.history[-1]
    return last if last.epoch == session.epoch else session.losses


@dataclass(frozen=True)
class Found:
    """What several runs came to, one for each seed from 0 on.

    solved : how many were; epoch : the middle one of the epochs in which they were, or None
    training, test, accuracy : the means over all runs, at the end
    """

    solved: int
    epoch: int | None
    training: float
    test: float
    accuracy: float

    @classmethod
    def of(cls, runs):
        """A summary of some runs."""
        epochs = [each.solved for each in runs if each.solved]
        names = "training", "test", "accuracy"
        means = (mean(getattr(each, name) for each in runs) for name in names)
        return cls(len(epochs), median_low(epochs) if epochs else None, *means)
