"""What was measured on the names, again: what a letter costs, and where the vowels gather."""

from functools import cache

import numpy as np
import pytest

from toynn import Network, cross_entropy, train
from toynn.datasets import names
from toynn_course.writing import (
    VOWELS,
    Corpus,
    Letters,
    Practice,
    best_cut,
    hold_out,
    places,
    share_copied,
)

LETTERS = Letters.of(names())
ALPHABET = LETTERS.symbols[1:]
VOWEL = np.array([letter in VOWELS for letter in ALPHABET])


def counted(words, held_out):
    """What a letter of held-out words costs by counts of letters, and of pairs of letters."""
    data, tests = LETTERS.samples(words, 1), LETTERS.samples(held_out, 1)
    alone = data.Y.mean(axis=0)
    pairs = data.X.T @ data.Y + 1  # as if each pair had been seen once more
    after = pairs / pairs.sum(axis=1, keepdims=True)
    seen, next_one = tests.X.argmax(axis=1), tests.labels
    return -np.log(alone[next_one]).mean(), -np.log(after[seen, next_one]).mean()


def test_counts_of_letters_cost_2_82_and_of_pairs_2_36_over_five_splits():
    costs = np.array([counted(*hold_out(names(), rng=seed)) for seed in range(5)])
    assert costs.mean(axis=0) == pytest.approx([2.816, 2.362], abs=0.001)
    assert costs.std(axis=0).max() < 0.01
    assert np.log(27) == pytest.approx(3.296, abs=0.001)


@cache
def practised(context, hidden):
    """A network after eight epochs."""
    practice = Practice(Corpus.of(names()), context, hidden)
    practice.to(8, epochs=8)
    return practice


@pytest.mark.parametrize(
    ("context", "hidden", "cost"), [(1, 16, 2.37), (2, 32, 2.18), (3, 48, 2.10), (5, 64, 2.05)]
)
def test_a_network_that_sees_more_letters_costs_less(context, hidden, cost):
    practice = practised(context, hidden)
    assert practice.notes[-1].held_out == pytest.approx(cost, abs=0.02)  # splits differ by 0.01
    assert practice.notes[-1].trained_with < practice.notes[-1].held_out
    rng = np.random.default_rng(0)
    written = [LETTERS.write(practice.network, rng=rng) for _ in range(300)]
    assert 0.03 < share_copied(written, practice.corpus.trained_with) < 0.2


def test_a_network_that_sees_one_letter_finds_what_the_pairs_say():
    practice = practised(1, 16)
    corpus = practice.corpus
    _, pairs = counted(corpus.trained_with, corpus.held_out)
    tests = LETTERS.samples(corpus.held_out, 1)
    cost = cross_entropy.mean(practice.network(tests.X), tests.Y)
    assert cost == pytest.approx(pairs, abs=0.015)


def test_vowels_lie_on_one_side_of_a_line_in_ten_of_ten_networks_after_one_epoch():
    data = LETTERS.samples(names(), 1)
    how = {"cost": "cross_entropy", "batch_size": 32, "learning_rate": 0.5, "epochs": 1}
    before, after, nearest = [], [], []
    for seed in range(10):
        start = Network.random((27, 2, 27), activation=["identity", "softmax"], rng=seed)
        *_, last = train(start, data, rng=seed, **how)
        before.append(best_cut(places(start, 27)[1:], VOWEL).right)
        plane = places(last.network, 27)[1:]
        after.append(best_cut(plane, VOWEL).right)
        nearest.append(neighbours_of_its_kind(plane))
    assert after == [26] * 10
    assert max(before) < 24
    assert np.mean(nearest) > 25


def neighbours_of_its_kind(plane):
    """For how many letters the nearest other one is a vowel where they are, and else not."""
    apart = np.linalg.norm(plane[:, None] - plane, axis=2) + np.diag([np.inf] * len(plane))
    return int((VOWEL[apart.argmin(axis=1)] == VOWEL).sum())


def test_six_letters_at_random_are_parted_far_less_well():
    rng, data = np.random.default_rng(0), LETTERS.samples(names()[::10], 1)
    start = Network.random((27, 2, 27), activation=["identity", "softmax"], rng=0)
    how = {"cost": "cross_entropy", "batch_size": 32, "learning_rate": 0.5, "rng": 0}
    *_, last = train(start, data, epochs=8, **how)
    plane = places(last.network, 27)[1:]
    right = [best_cut(plane, rng.permutation(VOWEL)).right for _ in range(50)]
    assert 20 <= np.mean(right) < 23
