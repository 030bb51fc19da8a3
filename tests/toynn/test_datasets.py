"""Datasets against their definitions, one sample at a time, and against scikit-learn's files."""

import math
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, strategies
from sklearn.datasets import load_digits, load_iris

import toynn
from tests.toynn.cases import seeds
from toynn import Dataset
from toynn.datasets import (
    CLOUDS,
    circle,
    digits,
    gate,
    gauss,
    iris,
    moons,
    multi_gauss,
    names,
    plane,
    shifted,
    spiral,
    swap,
    xor,
)


def numbered(n=10):
    """Samples 0, 1, 2, ... with targets ten times as large."""
    return Dataset(np.c_[np.arange(n)], np.c_[10 * np.arange(n)])


def is_whole(data):
    """Every sample still has its own target."""
    return np.array_equal(10 * data.X, data.Y)


# A data set


def test_a_data_set_counts_its_samples_inputs_and_outputs():
    data = Dataset(np.ones((5, 3)), np.zeros((5, 2)), name="five")
    assert (len(data), data.n_inputs, data.n_outputs) == (5, 3, 2)
    assert repr(data) == "Dataset(five: 5 samples, 3 inputs, 2 outputs)"


def test_a_data_set_is_iterated_sample_by_sample():
    assert [(x.tolist(), y.tolist()) for x, y in numbered(2)] == [([0], [0]), ([1], [10])]


def test_a_data_set_keeps_its_own_copy_and_cannot_be_changed():
    X, Y = np.ones((2, 2)), np.ones((2, 1))
    data = Dataset(X, Y)
    X[:] = Y[:] = 5.0
    assert data.X.tolist() == [[1, 1], [1, 1]]
    assert data.Y.tolist() == [[1], [1]]
    for array in (data.X, data.Y):
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 2.0
    with pytest.raises(AttributeError):
        data.X = X


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (slice(2, 5), [2, 3, 4]),
        ([3, 1, 1], [3, 1, 1]),
        (np.arange(10) % 4 == 0, [0, 4, 8]),
        (-1, [9]),
    ],
)
def test_rows_of_a_data_set_are_a_data_set(rows, expected):
    part = Dataset(numbered().X, numbered().Y, "ten", ["x"], ["a"])[rows]
    assert part.X.ravel().tolist() == expected
    assert is_whole(part)
    assert (part.name, part.inputs, part.classes) == ("ten", ("x",), ("a",))


def test_labels_are_the_hot_column_or_the_only_target():
    assert Dataset(np.ones((3, 1)), [[0, 1, 0], [0, 0, 1], [1, 0, 0]]).labels.tolist() == [1, 2, 0]
    assert Dataset(np.ones((2, 1)), [[-1], [1]]).labels.tolist() == [-1, 1]
    assert Dataset(np.ones((2, 1)), [[0.1, 0.5], [0.7, 0.2]]).labels.tolist() == [1, 0]


# Splitting and batches


@given(strategies.integers(2, 40), strategies.floats(0.01, 0.99), seeds)
def test_a_split_loses_no_sample_and_puts_none_in_both(n, test, seed):
    n_test = round(test * n)
    if not 0 < n_test < n:
        return
    train, held_out = numbered(n).split(test, rng=seed)
    assert len(held_out) == n_test
    assert sorted([*train.X.ravel(), *held_out.X.ravel()]) == list(range(n))
    assert is_whole(train)
    assert is_whole(held_out)


def test_a_split_is_shuffled_by_its_seed():
    def held_out(rng):
        return numbered(50).split(0.5, rng=rng)[1].X.ravel().tolist()

    assert held_out(0) == held_out(0) == held_out(np.random.default_rng(0))
    assert held_out(0) != held_out(1)
    assert sorted(held_out(0)) != held_out(0)


@given(strategies.integers(1, 20), strategies.data(), seeds)
def test_batches_hold_every_sample_once_with_its_own_target(n, data, seed):
    size = data.draw(strategies.integers(1, n))
    batches = list(numbered(n).batches(size, seed))
    assert [len(X) for X, _ in batches] == [size] * (n // size) + [n % size] * (n % size > 0)
    assert all(np.array_equal(10 * X, Y) for X, Y in batches)
    assert sorted(x for X, _ in batches for x in X.ravel()) == list(range(n))


def test_the_last_batch_holds_what_remains():
    assert [X.ravel().tolist() for X, _ in numbered(5).batches(2)] == [[0, 1], [2, 3], [4]]


def test_without_a_batch_size_one_batch_holds_everything():
    ((X, Y),) = numbered(5).batches()
    assert X.shape == Y.shape == (5, 1)


def test_batches_are_shuffled_by_a_generator_that_goes_on():
    rng = np.random.default_rng(0)
    first, second = ([*numbered(9).batches(3, rng)] for _ in range(2))
    assert not np.array_equal(first[0][0], second[0][0])


# Truth tables and clouds


def test_swap_is_the_task_of_the_article():
    assert swap().X.tolist() == [[1, 0], [0, 1]]
    assert swap().Y.tolist() == [[0, 1], [1, 0]]


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("and", lambda a, b: a and b),
        ("or", lambda a, b: a or b),
        ("nand", lambda a, b: not (a and b)),
        ("xor", lambda a, b: a != b),
    ],
)
def test_a_gate_is_its_truth_table(name, answer):
    data = gate(name)
    pairs = list(product([0, 1], repeat=2))
    assert data.X.tolist() == [list(pair) for pair in pairs]
    assert data.Y.tolist() == [[float(answer(*pair))] for pair in pairs]


MAKERS = [*CLOUDS.values(), plane, multi_gauss]


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_a_cloud_has_as_many_points_as_asked_for_and_depends_on_its_seed_alone(make):
    data = make(101, noise=0.2, rng=3)
    assert data.X.shape == (101, 2)
    assert data.Y.shape == (101, 1)
    assert data.name == make.__name__
    same, other = make(101, noise=0.2, rng=3), make(101, noise=0.2, rng=4)
    assert np.array_equal(data.X, same.X)
    assert np.array_equal(data.Y, same.Y)
    assert not np.array_equal(data.X, other.X)


@pytest.mark.parametrize("make", CLOUDS.values(), ids=lambda make: make.__name__)
def test_a_cloud_to_tell_apart_has_five_hundred_points_half_of_them_each_way(make):
    data = make(rng=0)
    assert len(data) == 500
    assert set(data.Y.ravel()) == {-1.0, 1.0}
    # xor draws its points anywhere: 250 within five times sqrt(500) / 2
    assert (data.Y == 1).sum() == pytest.approx(250, abs=56 if make is xor else 0)


@pytest.mark.parametrize("make", [plane, multi_gauss], ids=lambda make: make.__name__)
def test_a_cloud_for_regression_has_twelve_hundred_points_all_over_the_square(make):
    data = make(rng=0)
    assert len(data) == 1200
    assert -6 <= data.X.min() < -5.9 < 5.9 < data.X.max() <= 6


def test_circle_is_a_disc_within_a_ring():
    for (x, y), (target,) in circle(rng=0):
        radius = math.hypot(x, y)
        assert radius < 2.5 if target == 1 else 3.5 <= radius <= 5
    radii = np.hypot(*circle(rng=0).X.T)
    assert radii[radii < 2.5].mean() == pytest.approx(1.25, abs=0.25)  # even along the radius
    assert radii[radii > 2.5].mean() == pytest.approx(4.25, abs=0.15)


def test_xor_is_told_by_the_signs_of_both_coordinates_with_a_gap_between():
    for (x, y), (target,) in xor(rng=0):
        assert target == (1 if (x >= 0) == (y >= 0) else -1)
        assert 0.3 <= abs(x) <= 5.3
        assert 0.3 <= abs(y) <= 5.3


@pytest.mark.parametrize(("noise", "variance"), [(0.0, 0.5), (0.5, 4.0)])
def test_gauss_is_two_round_clouds_that_noise_makes_wider(noise, variance):
    data = gauss(4000, noise, rng=0)
    for target in (1, -1):
        X = data.X[data.Y.ravel() == target]
        assert X.mean(axis=0) == pytest.approx([2 * target] * 2, abs=0.2)
        # 2000 draws: the variance of a sample is off by sqrt(2 / 2000) = 3%, five times that
        assert X.var(axis=0) == pytest.approx([variance] * 2, rel=0.16)


def test_spiral_winds_outwards_one_arm_opposite_the_other():
    data = spiral(10, rng=0)
    for i, ((x, y), (target,)) in enumerate(data):
        along = (i % 5) / 5
        angle = 1.75 * 2 * math.pi * along + (0 if i < 5 else math.pi)
        assert target == (1 if i < 5 else -1)
        assert (x, y) == pytest.approx((5 * along * math.sin(angle), 5 * along * math.cos(angle)))


def test_moons_are_two_half_circles_that_reach_into_each_other():
    for (x, y), (target,) in moons(rng=0):
        # circles of radius 3 around (-1.5, -0.75) and (1.5, 0.75), the upper and the lower half
        assert math.hypot(x + 1.5 * target, y + 0.75 * target) == pytest.approx(3)
        assert (y + 0.75 * target) * target >= 0


def test_plane_rises_along_the_diagonal():
    for (x, y), (target,) in plane(rng=0):
        assert target == pytest.approx((x + y) / 10)


def test_multi_gauss_has_three_hills_and_three_hollows():
    hills = [(-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1)]
    for (x, y), (target,) in multi_gauss(rng=0):
        expected = 0.0
        for across, up, sign in hills:
            height = max(0.0, 1 - math.hypot(x - across, y - up) / 2)
            if height > abs(expected):
                expected = sign * height
        assert target == pytest.approx(expected)


@pytest.mark.parametrize("make", [circle, xor], ids=lambda make: make.__name__)
def test_noise_moves_the_labels_but_not_the_points(make):
    clean, noisy = make(rng=0), make(noise=0.5, rng=0)
    assert np.array_equal(clean.X, noisy.X)
    assert 0.02 < (clean.Y != noisy.Y).mean() < 0.5


@pytest.mark.parametrize("make", [plane, multi_gauss], ids=lambda make: make.__name__)
def test_noise_moves_the_targets_of_a_regression_but_not_the_points(make):
    clean, noisy = make(rng=0), make(noise=0.1, rng=0)
    assert np.array_equal(clean.X, noisy.X)
    # a target rises by no more than 0.5 for each 1 of way; the way is at most 0.6 in x and in y
    assert 0.01 < np.abs(clean.Y - noisy.Y).max() < 1.0


def test_noise_in_the_plane_is_at_most_the_noise_times_six_each_way():
    moved = np.abs(plane(noise=0.1, rng=0).Y - plane(rng=0).Y)
    assert 0.08 < moved.max() <= 0.12  # (0.6 + 0.6) / 10


@pytest.mark.parametrize(("make", "limit"), [(spiral, 0.5), (moons, 2.5)])
def test_noise_moves_the_points_of_spiral_and_moons_but_not_the_labels(make, limit):
    clean, noisy = make(rng=0), make(noise=0.5, rng=0)
    assert np.array_equal(clean.Y, noisy.Y)
    assert 0.9 * limit < np.abs(clean.X - noisy.X).max() <= limit


# Real data


TABLES = Path(toynn.__file__).parent / "data"


def made_from_scikit_learn():
    """The arrays of the tables that come with toynn: how they were made, and what they hold."""
    flowers, images = load_iris(), load_digits()
    return {
        "iris": {"X": (flowers.data * 10).round(), "classes": flowers.target},
        "digits": {"X": images.data, "classes": images.target},
    }


@pytest.mark.parametrize("name", ["iris", "digits"])
def test_a_table_that_comes_with_toynn_is_the_one_made_from_scikit_learn(name):
    with np.load(TABLES / f"{name}.npz", allow_pickle=False) as arrays:
        kept = dict(arrays)
    made = made_from_scikit_learn()[name]
    assert kept.keys() == made.keys()
    for key, array in kept.items():
        assert array.dtype == np.uint8
        assert np.array_equal(array, made[key])


def test_the_tables_are_small_and_their_licence_lies_beside_them():
    assert {path.name for path in TABLES.iterdir()} == {
        *("README.md", "digits.npz", "iris.npz", "names.txt")
    }
    assert sum(path.stat().st_size for path in TABLES.glob("*.npz")) < 50_000
    text = (TABLES / "README.md").read_text("utf-8")
    named = ["CC BY 4.0", "public domain", "E. Alpaydin and C. Kaynak", "R. A. Fisher"]
    named += ["E. Anderson"]
    assert [name for name in named if name not in text] == []


def same_bits(array, other):
    return (array.dtype, array.shape, array.tobytes()) == (
        other.dtype,
        other.shape,
        other.tobytes(),
    )


def test_iris_is_the_150_flowers_of_scikit_learn():
    data, theirs = iris(), load_iris()
    assert same_bits(data.X, theirs.data)
    assert same_bits(data.Y, np.eye(3)[theirs.target])
    assert data.classes == tuple(theirs.target_names)
    assert data.inputs == tuple(name.removesuffix(" (cm)") for name in theirs.feature_names)


def test_digits_are_the_1797_images_of_scikit_learn_between_zero_and_one():
    data, theirs = digits(), load_digits()
    assert same_bits(data.X, theirs.data / 16)
    assert same_bits(data.Y, np.eye(10)[theirs.target])
    assert (data.X.min(), data.X.max()) == (0, 1)
    assert data.classes == tuple("0123456789")
    assert data.inputs[:9:8] == ("row 0 column 0", "row 1 column 0")


def moved(image, down, right):
    """A square list of lists, moved; what moves in is 0."""
    n = len(image)
    return [
        [
            image[y - down][x - right] if 0 <= y - down < n and 0 <= x - right < n else 0.0
            for x in range(n)
        ]
        for y in range(n)
    ]


@pytest.mark.parametrize("by", [0, 1, 2])
def test_shifted_images_are_moved_by_up_to_so_many_pixels_each_way(by):
    rng = np.random.default_rng(0)
    data = Dataset(rng.uniform(1, 2, (200, 16)), np.eye(2)[rng.integers(0, 2, 200)], "images")
    found, ways = shifted(data, rng=0, by=by), list(product(range(-by, by + 1), repeat=2))
    used = []
    for before, after in zip(data.X, found.X, strict=True):
        image = before.reshape(4, 4).tolist()
        matches = [way for way in ways if moved(image, *way) == after.reshape(4, 4).tolist()]
        assert len(matches) == 1
        used += matches
    assert set(used) == set(ways)
    assert np.array_equal(found.Y, data.Y)
    assert found.name == "images, shifted"


def test_shifted_images_depend_on_their_seed():
    data = digits()[:50]
    assert np.array_equal(shifted(data, rng=1).X, shifted(data, rng=1).X)
    assert not np.array_equal(shifted(data, rng=1).X, shifted(data, rng=2).X)


if __name__ == "__main__":  # writes the tables that come with toynn
    for name, arrays in made_from_scikit_learn().items():
        small = {key: array.astype(np.uint8) for key, array in arrays.items()}
        np.savez_compressed(TABLES / f"{name}.npz", **small)


def test_the_names_are_5163_different_lower_case_words_in_order():
    assert len(names()) == 5163
    assert list(names()) == sorted(set(names()))
    assert set("".join(names())) == set("abcdefghijklmnopqrstuvwxyz")
    # the most frequent of each sex in the Bureau's files, and the longest
    assert {"mary", "patricia", "james", "john", "christopher"} < {*names()}
    assert (min(map(len, names())), max(map(len, names()))) == (2, 11)
