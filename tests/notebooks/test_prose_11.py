"""The figures of notebook 11, and of its predictions."""

import math

from tests.notebooks.prose import Claim, claim_tests
from toynn.datasets import digits
from toynn_course.explorers import pad

CLAIMS = [
    Claim("digits-data", "1797", lambda: len(digits())),
    Claim("digits-data", "1998 4.0"),  # the year and the licence
    Claim("digits-inputs", "64", lambda: digits().n_inputs),
    Claim("softmax", "88.7%", "nearest-mean"),
    Claim("softmax-exercise", "1000"),
    Claim("cross-entropy-of-softmax", "0.5 0.69", lambda: (0.5, -math.log(0.5))),
    Claim("cross-entropy-of-softmax", "0.01 4.6", lambda: (0.01, -math.log(0.01))),
    Claim("hidden-layer", "95.2% 97.0%", "hidden-layer-accuracy"),
    Claim("slow-quadratic", "44% 87%", "two-costs"),
    Claim("confident-and-wrong", "99% 99 100"),
    Claim("moved-digits", "97% 97%", "hidden-layer-accuracy"),
    Claim("moved-digits", "37.5%", "moved-accuracy"),
    Claim("trained-on-moved", "64.9% 90.7% 95.4%", "trained-on-moved-accuracy"),
    Claim("drawing-frame", "32 32", lambda: (pad.SIDE, pad.SIDE)),
    Claim("drawing-frame", "16", lambda: pad.FULL),
    Claim("nine-places", "3 3 9 9", "nine-places-counted"),
    Claim("false-labels", "400 80", "false-labels-code"),
    Claim("false-labels", "1397", lambda: len(digits()) - 400),
    Claim("penalty", "77.7% 78.2% 90.1%", "penalty-accuracy"),
    # the predictions
    Claim("11.hidden", "88.7%", "nearest-mean"),
    Claim("11.shift", "97%", "hidden-layer-accuracy"),
]

test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests("11_real_digits.ipynb", CLAIMS)
