"""What is held out, and what is copied."""

import pytest
from hypothesis import given, strategies

from toynn.datasets import names
from toynn_course.writing import COPIED, INVENTED, UNSEEN, hold_out, origin, share_copied

lists = strategies.lists(strategies.text("abc", min_size=1), min_size=2, max_size=30, unique=True)


@given(lists, strategies.integers(0, 2**32))
def test_no_word_is_in_both_parts_and_none_is_lost(words, seed):
    train, test = hold_out(words, rng=seed)
    assert sorted((*train, *test)) == sorted(words)
    assert len(test) == max(1, len(words) // 5)


@given(lists, strategies.integers(0, 2**32))
def test_a_word_that_is_on_the_list_twice_is_in_one_part_only(words, seed):
    assert hold_out([*words, *words], rng=seed) == hold_out(words, rng=seed)


def test_of_the_names_a_thousand_are_held_out_another_thousand_for_another_seed():
    parts = [hold_out(names(), rng=seed) for seed in (0, 0, 1)]
    assert [len(test) for _, test in parts] == [1000, 1000, 1000]
    assert parts[0] == parts[1] != parts[2]
    assert len(hold_out(names(), 3, rng=0)[1]) == 3


def test_to_hold_out_all_is_refused():
    with pytest.raises(ValueError, match="n is 2, which leaves none of 2 words to train with"):
        hold_out(["ann", "eva"], 2, rng=0)


def test_a_single_word_cannot_be_held_out_and_of_nothing_no_share_is_copied():
    with pytest.raises(ValueError, match="words holds 'ann' alone, expected two or more"):
        hold_out(["ann"], rng=0)
    with pytest.raises(ValueError, match="written is empty"):
        share_copied([], {"ann"})


def test_a_word_is_copied_or_real_or_invented():
    train, test = {"ann", "eva"}, {"ida"}
    assert [origin(each, train, test) for each in ("ann", "ida", "anna")] == [
        COPIED,
        UNSEEN,
        INVENTED,
    ]
    assert share_copied(["ann", "ida", "anna", "eva"], train) == 0.5
