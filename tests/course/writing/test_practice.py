"""Practice: the steps are those of `train`, and the notes are the costs that can be recomputed."""

import numpy as np
import pytest

from toynn import cross_entropy, train
from toynn.datasets import names
from toynn_course.writing import Corpus, Practice

CORPUS = Corpus.of(names()[::15], "some names")


def made(**more):
    return Practice(CORPUS, **{"context": 2, "hidden": 6, **more})


def test_a_corpus_holds_words_out_and_knows_where_a_word_is_from():
    assert len(CORPUS.held_out) == len(names()[::15]) // 5
    assert sorted((*CORPUS.trained_with, *CORPUS.held_out)) == sorted(names()[::15])
    words = CORPUS.trained_with[0], CORPUS.held_out[0], "qqq"
    assert list(map(CORPUS.origin, words)) == ["copied", "real, but never seen", "invented"]
    assert len(Corpus.of(["ann", "eva", "ann"]).trained_with) == 1


def test_it_says_how_far_it_is_also_before_it_has_begun():
    practice = made()
    assert repr(practice) == "Practice(2 letters seen, 6 hidden nodes, not begun)"
    practice.to(1, epochs=4)
    assert repr(practice) == "Practice(2 letters seen, 6 hidden nodes, 1 of 4 epochs)"


def test_it_does_what_train_does_and_drops_the_rate_for_the_last_quarter():
    practice = made(seed=3)
    start, data, rng = practice.network, practice.samples, np.random.default_rng(3)
    how = {"cost": "cross_entropy", "batch_size": 32, "rng": rng}
    *_, fast = train(start, data, epochs=3, learning_rate=0.5, **how)
    *_, slow = train(fast.network, data, epochs=1, learning_rate=0.1, **how)
    practice.to(4, epochs=4)
    for mine, theirs in zip(practice.network.layers, slow.network.layers, strict=True):
        assert mine.weights == pytest.approx(theirs.weights, abs=1e-12)
        assert mine.biases == pytest.approx(theirs.biases, abs=1e-12)


def test_its_notes_are_the_costs_of_as_many_words_of_either_kind():
    practice = made()
    practice.to(1, epochs=2)
    assert [note.epoch for note in practice.notes] == pytest.approx(
        [0, 0.25, 0.5, 0.75, 1], abs=0.02
    )
    n, letters = len(CORPUS.held_out), CORPUS.letters
    for words, cost in zip(
        (CORPUS.trained_with[:n], CORPUS.held_out), practice.notes[-1][1:], strict=True
    ):
        data = letters.samples(words, 2)
        assert cost == pytest.approx(cross_entropy.mean(practice.network(data.X), data.Y))
    assert practice.noted is practice.network
    assert practice.notes[-1].held_out < practice.notes[0].held_out - 0.3


def test_a_rest_forgets_the_samples_and_the_practice_goes_on_as_before():
    one, other = made(), made()
    one.to(3, epochs=4)
    for epoch in (0.6, 1, 1.3, 3):
        other.to(epoch, epochs=4)
        other.rest()
        assert other.noted is other.network
        assert ("samples" in vars(other)) == (epoch not in (1, 3))
    assert all(map(np.array_equal, weights(one), weights(other)))


def weights(practice):
    return [layer.weights for layer in practice.network.layers]


def test_two_words_are_enough_to_practise_with():
    practice = Practice(Corpus.of(["ann", "eva"]), context=5)
    practice.to(3, epochs=4)
    assert practice.epoch == 3


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"context": 0}, "context is 0"),
        ({"hidden": 2.5}, "hidden is 2.5"),
        ({"hidden": 0}, "hidden"),
    ],
)
def test_what_is_no_practice_is_said_by_its_name(wrong, said):
    with pytest.raises((ValueError, TypeError), match=said):
        made(**wrong)
    with pytest.raises(TypeError, match="corpus is a list, expected a Corpus"):
        Practice(["ann", "eva"])
