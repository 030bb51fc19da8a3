"""Networks as answers: each is trained once from every seed."""

from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from toynn_course.playground import experiments

SEEDS = range(5)
EPOCHS = 200
PROGRESS = "Training your network from the seeds 0 to 4, for up to 200 epochs each ..."


@dataclass(frozen=True)
class Trial:
    """What a network came to. All that are right are equal, so that any right answer will do.

    solved : how many of the five seeds got below the limit
    overfit : whether all others got below it on their training points
    """

    right: bool
    solved: int = field(default=len(SEEDS), compare=False)
    overfit: bool = field(default=False, compare=False)
    settings: dict = field(default_factory=dict, compare=False)


def tried(limit, small_enough=True, **settings):
    """Train from each seed; it is right if all are solved and the network is small enough."""
    settings = {"features": ("X1", "X2"), "activation": "tanh", "learning_rate": 0.1} | settings
    runs = _runs(tuple(settings.items()), limit)
    failed = [run for run in runs if run.solved is None]
    overfit = bool(failed) and all(run.training < limit for run in failed)
    return Trial(small_enough and not failed, len(runs) - len(failed), overfit, settings)


@cache
def _runs(settings, limit):
    """A run from each seed, which ends once it is solved."""
    return experiments.run_many(dict(settings), EPOCHS, SEEDS, limit, stop=True)


def n_numbers(n_inputs, hidden):
    """How many weights and biases a network with one output has."""
    return sum((before + 1) * after for before, after in pairwise((n_inputs, *hidden, 1)))


# --- what training can show


def where(sign):
    """A sign of a mistake, from one of a Trial and its settings."""
    return lambda found: sign(found[0].value, **found[0].value.settings)


NONE = where(lambda trial, **_: trial.solved == 0)
SOME = where(lambda trial, **_: 0 < trial.solved < len(SEEDS))
ALL = where(lambda trial, **_: trial.solved == len(SEEDS))
OVERFIT = where(lambda trial, **_: trial.overfit)
NO_LAYER = where(lambda trial, hidden, **_: hidden == () and trial.solved < len(SEEDS))
NARROW = where(lambda trial, hidden, **_: hidden[0] == 1 and trial.solved < len(SEEDS))

LUCKY = "only some of the seeds"
LUCKY_TEXT = (
    "Some of the five seeds are solved, but not all. If you had tried only one of the good ones, "
    "you would call the task done. All five have to get there."
)
OVERFITTED = "overfitting taken for success"
OVERFITTED_TEXT = (
    "Not all five seeds are solved, and yet those that fail are below the limit on their training "
    "set. A network can memorise points that it has seen, so the test set decides."
)
ONE_CUT = "a single neuron in the first layer"
ONE_CUT_TEXT = (
    "All that the later layers are told about a point is one number: on which side of a single "
    "straight cut it lies, and how far away. So every boundary is made of parallel lines."
)
