"""The figures of notebook 11, and of its predictions."""

import math

from tests.notebooks.prose import Claim, claim_tests
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
    Claim("filter-result", "18,720", lambda: 64 * 288 + 288),
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
