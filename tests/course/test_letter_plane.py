"""The letters on a plane: none lies on another, and each is as near to its place as that allows."""

from functools import cache
from itertools import combinations

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from toynn import Dataset, Network, train
from toynn.datasets import names
from toynn_course import plots
from toynn_course.plots.apart import apart
from toynn_course.writing import VOWELS, Letters, best_cut, hold_out, places

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def meet(one, other):
    """Whether two boxes lie on each other; each as the middle and the size."""
    return bool((np.abs(one[0] - other[0]) < (one[1] + other[1]) / 2).all())


def meeting(middles, sizes):
    """The pairs of boxes that lie on each other."""
    boxes = list(zip(np.array(middles), np.array(sizes), strict=True))
    return [pair for pair in combinations(range(len(boxes)), 2) if meet(*(boxes[i] for i in pair))]


def signs_of(ax):
    """The letters that a plane shows, as matplotlib Texts, in the order they were given in."""
    return [text for text in ax.texts if len(text.get_text()) == 1]


def boxes_of(ax):
    """The middle and the size of each letter, with its ring, in pixels of the drawn figure."""
    FigureCanvasAgg(ax.figure).draw()
    boxes = [
        (text.get_bbox_patch() or text).get_window_extent().get_points() for text in signs_of(ax)
    ]
    return [box.mean(axis=0) for box in boxes], [box[1] - box[0] for box in boxes]


@cache
def in_the_notebook():
    """The places of the letters in notebook 12, of the first of its ten networks, and the line."""
    letters = Letters.of(names())
    data = letters.samples(hold_out(names(), 1000, rng=0)[0], context=1)
    one_letter = Dataset(data.X, data.Y)
    network = Network.random((27, 2, 27), activation=["identity", "softmax"], rng=0)
    how = {"cost": "cross_entropy", "batch_size": 32, "rng": 0}
    for epochs, rate in ((6, 0.5), (2, 0.1)):
        *_, last = train(network, one_letter, epochs=epochs, learning_rate=rate, **how)
        network = last.network
    spots = places(network, 27)[1:]
    cut = best_cut(spots, np.array([letter in VOWELS for letter in ALPHABET]))
    return spots, (*cut.normal, -cut.offset)


def shown(spots, line=None):
    return plots.letter_plane(ALPHABET, spots, VOWELS, line=line)


def test_in_the_notebook_no_letter_lies_on_another():
    spots, line = in_the_notebook()
    assert meeting(*boxes_of(shown(spots, line))) == []


def test_in_the_notebook_letters_would_lie_on_others_and_most_need_not_move():
    spots, _ = in_the_notebook()
    ax = shown(spots)
    middles, sizes = boxes_of(ax)
    places = ax.transData.transform(spots)
    pairs = [f"{ALPHABET[i]}{ALPHABET[j]}" for i, j in meeting(places, sizes)]
    assert {"dz", "iu"} <= set(pairs)
    moves = np.linalg.norm(middles - places, axis=1)
    assert (moves > 0.5).sum() <= 6
    assert moves.max() < 12  # a letter is as wide


def test_in_the_notebook_each_letter_stays_on_its_side_of_the_line():
    spots, (w1, w2, b) = in_the_notebook()
    at = np.array([sign.get_position() for sign in signs_of(shown(spots, (w1, w2, b)))])
    assert np.array_equal(at @ (w1, w2) + b > 0, [letter in VOWELS for letter in ALPHABET])


@pytest.mark.parametrize("seed", range(20))
def test_wherever_letters_are_none_lies_on_another(seed):
    rng = np.random.default_rng(seed)
    spots = rng.normal(size=(26, 2)) * rng.choice([0.01, 1, 30])
    spots[:3] = spots[3]  # four in one place
    assert meeting(*boxes_of(shown(spots))) == []


def test_the_words_tell_where_letters_are_and_not_where_they_were_moved_to():
    spots = [[0, 0], [1e-9, 0], [1, 1]]
    ax = plots.letter_plane("abe", spots, "ae", line=(1, 0, -5e-10))
    assert plots.alt(ax).endswith("On one side of the line: b and e. On the other: a.")


def test_letters_without_a_vowel_are_told_without_circles():
    ax = plots.letter_plane("bcd", [[1, 0], [-1, 0], [1, 1]], line=(1, 0, 0))
    assert plots.alt(ax).startswith("3 letters on a plane. On one side of the line: b and d.")


def test_boxes_that_do_not_meet_stay_and_the_others_move_along_the_line_between_them():
    middles, sizes = [[0, 0], [3, 4], [100, 0]], [[10, 10]] * 3
    found = apart(middles, sizes)
    assert found[2].tolist() == [100, 0]
    assert (found[0] + found[1]).tolist() == pytest.approx([3, 4])  # each half of the way
    way = found[1] - found[0]
    assert way[0] * 4 == pytest.approx(way[1] * 3)
    assert 10 < way[1] < 13


def test_boxes_in_one_place_come_to_stand_side_by_side():
    found = apart(np.zeros((6, 2)), np.full((6, 2), 10.0))
    assert meeting(found, np.full((6, 2), 10.0)) == []
