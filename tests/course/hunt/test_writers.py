"""The broken writers of notebook 12: the line that the exercise names is what breaks each."""

import inspect
from functools import cache

import numpy as np
import pytest

from toynn import Network, train
from toynn.datasets import names
from toynn_course.exercises import EXERCISES
from toynn_course.hunt import writers
from toynn_course.writing import Letters

LETTERS = Letters.of(names())
WRONG = EXERCISES["12.debug"].reference


@cache
def network():
    """A network that has learned a little of how names sound."""
    data = LETTERS.samples(names()[::5], context=3)
    start = Network.random((81, 16, 27), activation="tanh", output_activation="softmax", rng=0)
    how = {"cost": "cross_entropy", "batch_size": 32, "learning_rate": 0.5, "rng": 0}
    *_, last = train(start, data, epochs=4, **how)
    return last.network


def repaired(name, right, before=None):
    """A program whose wrong line is another; before : the number of the line to put it in front of.

    right : the line without its indentation, or None for the wrong line itself
    """
    program = getattr(writers, f"program_{name.lower()}")
    lines = inspect.getsource(program).splitlines()
    wrong = lines.pop(WRONG[name] - 1)
    like = lines[before - 1] if before else wrong
    indent = like.removesuffix(like.lstrip())
    lines.insert((before or WRONG[name]) - 1, indent + (right or wrong.strip()))
    space = {"np": np}
    exec("\n".join(lines), space)  # noqa: S102 - our own lines
    return space[program.__name__]


@pytest.mark.parametrize("seed", range(20))
def test_a_and_b_write_what_letters_write_once_their_line_is_right(seed):
    word = LETTERS.write(network(), rng=seed)[:30]
    a = repaired("A", "seen = seen[1:] + letter")
    assert a(network(), LETTERS, 3, np.random.default_rng(seed)) == word
    b = repaired("B", None, before=3)
    assert b(network(), LETTERS, 3, seed) == word


def test_c_makes_the_pairs_of_letters_once_its_line_is_right():
    words = ["jo", "mary", "anna"]
    pairs = LETTERS.pairs(LETTERS.samples(words, context=2))
    assert repaired("C", "seen, came = text[n - context : n], text[n]")(words, 2) == pairs


def test_a_never_ends_and_b_goes_round_in_circles():
    rng = np.random.default_rng(0)
    lengths = [len(writers.program_a(network(), LETTERS, 3, rng)) for _ in range(20)]
    assert min(lengths) > 20
    words = [writers.program_b(network(), LETTERS, 3, seed) for seed in range(40)]
    long = [word for word in words if len(word) == 30]
    assert len(long) > 3
    assert all(goes_round(word) for word in long)


def goes_round(word):
    """Whether the last letters of a word are the same few, again and again."""
    return any(word[-2 * n : -n] == word[-n:] for n in range(1, 16))


def test_in_each_pair_of_c_the_letter_that_came_is_seen_already():
    assert all(seen[-1] == came for seen, came in writers.program_c(names()[:50], 3))
