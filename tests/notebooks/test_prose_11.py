"""The figures of notebook 11, and of its predictions."""

import math

import numpy as np
import pytest

from tests.notebooks.prose import Claim, claim_tests
from toynn import Network, accuracy, most_likely, train_many
from toynn.datasets import digits
from toynn_course.explorers import pad

CLAIMS = [
    Claim("questions-of-this-notebook", "125"),  # minutes, an estimate
    Claim("11-real-digits-1", "1258", lambda: len(digits().split(test=0.3, rng=0)[0])),
    Claim("digits-data", "1797", lambda: len(digits())),
    Claim("digits-data", "1998 4.0"),  # the year and the licence
    Claim("digits-inputs", "64", lambda: digits().n_inputs),
    Claim("thirteen-writers", "43 1797 13"),  # scikit-learn's description of the data
    Claim("softmax", "88.7%", "nearest-mean"),
    Claim("softmax", "640", lambda: 10 * digits().n_inputs),
    Claim("softmax-exercise", "1000 0.99 99 100"),
    Claim("cross-entropy-of-softmax", "0.5 0.69", lambda: (0.5, -math.log(0.5))),
    Claim("cross-entropy-of-softmax", "0.01 4.6", lambda: (0.01, -math.log(0.01))),
    Claim("hidden-layer", "95.2% 97.0%", "hidden-layer-accuracy"),
    Claim("which-cost-1", "0.1"),  # measured below
    Claim("slow-quadratic", "0.3", "two-costs"),
    Claim("slow-quadratic", "20", "two-costs"),
    Claim("confident-and-wrong", "0.99"),
    Claim("calibration-read", "475 471 2309 2319", "calibration"),
    Claim("calibration-read", "99.92%", "calibration"),
    Claim("calibration-read", "99% 99 100"),
    Claim("moved-digits", "97% 97%", "hidden-layer-accuracy"),
    Claim("moved-digits", "37.5%", "moved-accuracy"),
    Claim("moved-certain-read", "187 974", "moved-certain"),
    Claim("moved-certain-read", "375", lambda: 974 - 599),  # both printed by moved-certain
    Claim("trained-on-moved", "64.9% 90.7% 95.4%", "trained-on-moved-accuracy"),
    Claim("exercise-find-the-leak-1", "26", lambda: 90.7 - 64.9),
    Claim("nine-places", "32 32", lambda: (pad.SIDE, pad.SIDE)),
    Claim("nine-places", "16", lambda: pad.FULL),
    Claim("nine-places", "3 9 9", "nine-places-counted"),
    Claim("filter-result", "60% 36% 42%", "filter-variants"),
    Claim("filter-result", "288", lambda: 8 * 6 * 6),
    Claim("filter-result", "18,432", lambda: 64 * 288),
    Claim("filter-result", "72", lambda: 8 * 3 * 3),
    Claim("false-labels", "400 80", "false-labels-code"),
    Claim("false-labels", "1397", lambda: len(digits()) - 400),
    Claim("penalty", "0.61 0.51 90.3% 87.8% 77.8% 88.8%", "over-fitting-and-how-5"),
    Claim("penalty", "0.63 0.85 78.1%", "penalty-accuracy"),
    Claim("the-loop-in-torch-2", "3780", lambda: 30 * math.ceil(1258 / 10)),
    Claim("the-same-network-in-5", "2220", lambda: 64 * 30 + 30 * 10),
    Claim("explain-it-1", "97% 37.5%"),
    Claim("what-you-have-learnt-1", "88.7%", "nearest-mean"),
    Claim("what-you-have-learnt-1", "2260", lambda: 64 * 30 + 30 + 30 * 10 + 10),
    # the predictions
    Claim("11.means", "88.7%", "nearest-mean"),
    Claim("11.means", "539", lambda: len(digits().split(test=0.3, rng=0)[1])),
    Claim("11.hidden", "88.7%", "nearest-mean"),
    Claim("11.shift", "97%", "hidden-layer-accuracy"),
    Claim("11.cost", "1.2", lambda: 96.6 - 95.4),  # both printed by two-costs
    Claim("11.certain", "187 125", "moved-certain"),
    Claim("11.certain", "37.5%", "moved-accuracy"),
    Claim("11.penalty", "0.61 0.51", "over-fitting-and-how-5"),
    Claim("11.filter", "36", lambda: 6 * 6),
    Claim("11.torch", "2220", lambda: 64 * 30 + 30 * 10),
    Claim("11.torch", "3780", lambda: 30 * math.ceil(1258 / 10)),
]

test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests("11_real_digits.ipynb", CLAIMS)


def read_in_five_splits(hidden, learning_rate):
    """What networks with the notebook's other settings read of the test images of five splits."""
    splits = [digits().split(test=0.3, rng=seed) for seed in range(5)]
    kind = {"activation": "tanh", "output_activation": "softmax"}
    starts = [Network.random((64, *hidden, 10), **kind, rng=seed) for seed in range(5)]
    how = {"epochs": 30, "batch_size": 10, "cost": "cross_entropy", "rngs": range(5)}
    trainings = [training for training, _ in splits]
    *_, last = train_many(starts, trainings, learning_rate=learning_rate, **how)
    pairs = zip(last, splits, strict=True)
    return np.array([accuracy(most_likely(e.network(test.X)), test.Y) for e, (_, test) in pairs])


@pytest.mark.parametrize(("rate", "points"), [(0.5, 0.0134), (0.1, 0.0052)])
def test_the_hidden_layer_wins_in_each_of_five_splits_with_smaller_steps_too(rate, points):
    ahead = read_in_five_splits((30,), rate) - read_in_five_splits((), rate)
    assert ahead.min() > 0
    assert ahead.mean() == pytest.approx(points, abs=0.001)
