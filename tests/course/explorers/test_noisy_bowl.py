"""The noisy bowl: 64 bowls whose mean is the bowl of notebook 05, and momentum in it."""

import numpy as np
import pytest

from toynn_course.explorers import NoisyBowlDrawing, NoisyBowlExplorer
from toynn_course.explorers.descent import MOST_STEPS
from toynn_course.explorers.noisy_bowl import BOTTOMS, N, means, walk


def explorer_at(steps=0, **choices):
    explorer = NoisyBowlExplorer(**choices)
    explorer.controls["steps"].value = steps
    assert explorer.picture.trouble == ""
    return explorer


def test_with_all_samples_in_a_step_it_is_the_bowl_of_notebook_05():
    x, y = 5.0, 5.0
    for place in walk(64, 0.03, 0.0, 50).places:
        assert place == pytest.approx((x, y), abs=1e-12)
        x, y = x - 0.03 * 2 * x, y - 0.03 * 20 * y


def test_the_mean_of_the_bowls_has_its_bottom_at_0_and_each_epoch_takes_every_sample_once():
    assert BOTTOMS.mean(axis=0) == pytest.approx((0, 0), abs=1e-12)
    for batch in (1, 4, 16):
        first, second = np.split(means(batch, 2 * N // batch), 2)
        assert first.mean(axis=0) == pytest.approx((0, 0), abs=1e-12)
        assert not np.allclose(first, second)
    one_by_one = means(1, N)
    assert np.allclose(np.sort(one_by_one, axis=0), np.sort(BOTTOMS, axis=0))


def test_momentum_adds_a_share_of_the_last_step():
    places = walk(64, 0.02, 0.5, 3).places
    moved = np.diff(places, axis=0)
    for before, place, move in zip(moved, places[1:], moved[1:], strict=False):
        downhill = -0.02 * np.array([2, 20]) * place
        assert move == pytest.approx(0.5 * before + downhill, abs=1e-12)


def test_a_walk_says_how_far_it_is_and_how_far_it_keeps():
    sentence = explorer_at(200, batch=1, rate=0.02).picture.sentence
    away = np.hypot(*walk(1, 0.02, 0.0, 200).places.T)
    assert f"it is {away[-1]:.4g} from the bottom" in sentence
    assert f"it was {away[-20:].mean():.4g} away on average" in sentence
    assert explorer_at(64, batch=1).picture.table[1][1] == "64"
    assert explorer_at(3, batch=16).picture.table[1][1] == "48"


def test_beyond_the_limit_it_diverges_without_momentum_and_arrives_with_it():
    assert "diverged after" in explorer_at(MOST_STEPS, rate=0.11).picture.sentence
    sentence = explorer_at(MOST_STEPS, rate=0.11, momentum=0.3).picture.sentence
    assert "momentum 0.3" in sentence
    assert "0 from the bottom" in sentence


def test_a_rate_that_it_cannot_go_with_is_one_line():
    explorer = NoisyBowlExplorer()
    explorer.controls["rate"].value = -1.0
    assert "expected 0.0001 to 10" in explorer.picture.trouble
    explorer.controls["rate"].value = 0.05
    assert explorer.picture.trouble == ""


def test_at_rest_its_words_are_the_same():
    scene = NoisyBowlDrawing().update(batch=4, momentum=0.5, rate=0.02, steps=10)
    assert scene.sentence == explorer_at(10, batch=4, momentum=0.5).picture.sentence
