"""10.deepest: design a deep network of sigmoids that still learns to read."""

from dataclasses import dataclass, field
from functools import cache
from numbers import Real

import numpy as np

from toynn import Network, accuracy, most_likely, train_many
from toynn.datasets import digits
from toynn_course.exercises.engine.description import InWords, described
from toynn_course.exercises.engine.exercise import Exercise, case

SEEDS, EPOCHS, WIDTH = range(5), 20, 30
WANTED, ENOUGH, MOST = 6, 0.85, 15
KEYS = ("layers", "limit", "learning_rate")


def accuracies_of(layers, limit, learning_rate):
    """For each seed how many of its test digits a network of sigmoids reads after training."""
    splits = [digits().split(test=0.3, rng=seed) for seed in SEEDS]
    sizes = (64, *[WIDTH] * layers, 10)
    range_ = {"weights": (-limit, limit), "output_activation": "softmax"}
    starts = [Network.random(sizes, **range_, rng=seed) for seed in SEEDS]
    how = {"epochs": EPOCHS, "learning_rate": learning_rate, "batch_size": 32}
    trainings = [training for training, _ in splits]
    *_, last = train_many(starts, trainings, cost="cross_entropy", rngs=SEEDS, **how)
    tests = [test for _, test in splits]
    return [
        accuracy(most_likely(epoch.network(test.X)), test.Y)
        for epoch, test in zip(last, tests, strict=True)
    ]


@dataclass(frozen=True)
class Trial(InWords):
    """How well a network did. All that are right are equal, so that any right answer will do.

    accuracies : on the test digits, for each seed
    """

    right: bool
    accuracies: tuple = field(default=(), compare=False)
    answer: dict = field(default_factory=dict, compare=False)

    def in_words(self):
        """How much of the test digits is read, and with how many layers."""
        if not self.accuracies:
            return f"at least {ENOUGH:.0%} for each seed, with {WANTED} hidden layers or more"
        read = ", ".join(f"{share:.0%}" for share in self.accuracies)
        return f"{read} of the test digits, with {self.answer['layers']} hidden layers"


def tried(answer):
    """Train from each seed; it is right if it is deep enough and reads enough each time."""
    accuracies = _accuracies(*(answer[key] for key in KEYS))
    right = answer["layers"] >= WANTED and min(accuracies) >= ENOUGH
    return Trial(right, accuracies, answer)


@cache
def _accuracies(*answer):
    return tuple(accuracies_of(*answer))


def as_settings(answer):
    """Numbers of all kinds as Python's own; a pair of limits -c and c as c."""
    if isinstance(answer, list | tuple) and len(answer) == len(KEYS):
        answer = dict(zip(KEYS, answer, strict=True))
    if not isinstance(answer, dict):
        return answer
    return {key: _as_number(value) for key, value in answer.items()}


def _as_number(value):
    if isinstance(value, list | tuple) and len(value) == 2 and value[0] == -value[1]:
        value = value[1]
    if isinstance(value, bool) or not isinstance(value, Real):
        return value
    return int(value) if value == value // 1 else float(value)


def problem(answer):
    """A sentence about what is wrong with the form of an answer, or ""."""
    if not isinstance(answer, dict):
        wanted = ", ".join(map(repr, KEYS))
        return f"`deep_try` is {described(answer)}. It should be a dict with the keys {wanted}."
    for key in KEYS:
        if key not in answer:
            return f"`{key}` is missing."
    for key in answer:
        if key not in KEYS:
            return f"{key!r} does not belong here. You choose {', '.join(map(repr, KEYS))}."
    return next(filter(None, (_number_problem(key, answer[key]) for key in KEYS)), "")


def _number_problem(key, value):
    if isinstance(value, bool) or not isinstance(value, Real):
        return f"`{key}` is {described(value)}. It should be one number."
    if not np.isfinite(value) or value <= 0:
        return f"`{key}` is {described(value)}. It should be above 0."
    if key == "layers" and (type(value) is not int or value > MOST):
        return f"`layers` is {described(value)}. It should be a whole number from 1 to {MOST}."
    if key != "layers" and value > 100:
        return f"`{key}` is {described(value)}. It should be at most 100."
    return ""


def where(sign):
    """A sign of a mistake, from one of the number of layers and the accuracies."""
    return lambda found: sign(found[0].value.answer, np.array(found[0].value.accuracies))


ex = Exercise(
    "10.deepest",
    title="The deepest network of sigmoids",
    task="Design a network of sigmoids with at least 6 hidden layers of 30 that still learns to "
    "read: for each of the seeds 0 to 4 at least 85% of the test digits after 20 epochs. You "
    "choose how many layers, the limit of the initial weights, which are uniform from -limit to "
    "limit, and the learning rate.",
    stub='deep_try = {\n    "layers": ...,  # hidden layers of 30\n'
    '    "limit": ...,  # of the initial weights\n    "learning_rate": ...,\n}',
    reference={"layers": 6, "limit": 1.25, "learning_rate": 0.5},
    read=as_settings,
    form=problem,
    use=tried,
    cases=(case(shown="the seeds 0 to 4", expected=Trial(right=True)),),
    seconds=60.0,
    progress="Training your network from five seeds, 20 epochs each; this takes a few seconds ...",
    hints=(
        "The sigmoid's slope is at most 0.25, tanh's goes up to 1. What could make up for that?",
        "Larger weights carry more of the gradient back, until the sigmoids saturate.",
        "Try limits between 1 and 2, and learning rates between 0.3 and 1.",
    ),
    why="With weights this large your network learns at six layers. Why does nobody build fifty "
    "layers of sigmoids this way?",
    because="With weights like yours, each layer still multiplies the gradient by less than 1, and "
    "after fifty layers next to nothing is left. With a limit of 4 or so the gradient does get "
    "through. But then most of the sigmoids are saturated from the start, and the network still "
    "learns nothing.",
)

ex.right({"layers": 6.0, "limit": (-1.25, 1.25), "learning_rate": np.float64(0.5)}, (6, 1.25, 0.5))

ex.mistake(
    "it learns, but it is not deep",
    "Your network reads at least 85% from all five seeds. But the task asks for 6 hidden layers at "
    "least.",
    "Go on from here, a layer at a time.",
    when=where(lambda answer, found: answer["layers"] < WANTED and found.min() >= ENOUGH),
    wrong=[{"layers": 2, "limit": 0.5}, {"layers": 5}],
)
ex.mistake(
    "the weights are too small",
    "With your network no seed gets far. Its initial weights lie close to 0: each layer multiplies "
    "the gradient by its weights and by a slope of at most 0.25, and both are small.",
    "What could make up for the 0.25?",
    "Make the limit larger, beyond 1.",
    when=where(lambda answer, found: answer["limit"] < 0.8 and found.max() < ENOUGH),
    wrong=[{"limit": 0.1}, {"limit": 0.3}, {"limit": 0.5, "learning_rate": 2}],
)
ex.mistake(
    "the weights are too large",
    "Your weights are so large that most sigmoids begin saturated: their outputs are close to 0 or "
    "1, their slopes close to 0. A gradient still arrives, through the few that are not saturated, "
    "but your network learns too little from it.",
    "Make the limit smaller: between 1 and 2.",
    when=where(lambda answer, found: answer["limit"] > 3 and found.min() < ENOUGH),
    wrong=[{"limit": 10}, {"limit": 5}],
)
ex.mistake(
    "the learning rate is too small",
    "Your weights carry the gradient, but with this rate 20 epochs are not enough.",
    "Try rates between 0.3 and 1.",
    when=where(
        lambda answer, found: (
            answer["learning_rate"] <= 0.2 and 0.8 <= answer["limit"] <= 3 and found.min() < ENOUGH
        )
    ),
    wrong=[{"limit": 1.5, "learning_rate": 0.1}, {"learning_rate": 0.01}],
)
ex.mistake(
    "the learning rate is too large",
    "Your weights carry the gradient, but with this rate the steps are so long that they throw the "
    "later layers about.",
    "Try rates between 0.3 and 1.",
    when=where(
        lambda answer, found: (
            answer["learning_rate"] >= 2 and 0.8 <= answer["limit"] <= 3 and found.min() < ENOUGH
        )
    ),
    wrong=[{"learning_rate": 5}, {"learning_rate": 20}],
)
ex.mistake(
    "only some of the seeds",
    "Some of the five seeds read at least 85% of their digits, but not all. If you had tried only "
    "one of the good ones, you would call the task done.",
    "Change the limit or the rate a little, or take one layer less.",
    when=where(lambda _answer, found: found.min() < ENOUGH <= found.max()),
    wrong=[{"limit": 1}, {"layers": 7, "limit": 1.5, "learning_rate": 1}],
)
ex.mistake(
    "too deep for this start",
    "No seed reads 85%. The settings are reasonable, but there are too many layers for them.",
    "Take a layer away, or look for a better limit.",
    when=where(lambda answer, found: answer["layers"] > WANTED and found.max() < ENOUGH),
    wrong=[{"layers": 12, "limit": 1.5}, {"layers": 10}],
)
