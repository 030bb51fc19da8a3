"""07.nudge: an estimate of the best nudge, for three ways to measure."""

import numpy as np

from toynn_course.exercises.engine.comparison import as_array
from toynn_course.exercises.engine.exercise import Exercise

KEYS = "central, 16 digits", "forward, 16 digits", "central, 7 digits"


def read(answer):
    """The exponents under their names; those of nudges that are written out, such as 1e-5, too."""
    if isinstance(answer, list | tuple) and len(answer) == len(KEYS):
        answer = dict(zip(KEYS, answer, strict=True))
    if not isinstance(answer, dict):
        return answer
    return {key: exponent(value) for key, value in answer.items()}


def exponent(value):
    """-5 for -5 and for 1e-5."""
    array = as_array(value)
    tiny = array is not None and array.ndim == 0 and array.dtype.kind == "f" and 0 < array < 1
    return float(np.log10(array)) if tiny else value


ex = Exercise(
    "07.nudge",
    title="The best nudge",
    task="Estimate the best nudge for three measurements, as a power of ten: -3 for 0.001. One "
    "power more or less counts as right.",
    stub="best = {\n"
    '    "central, 16 digits": ...,\n'
    '    "forward, 16 digits": ...,\n'
    '    "central, 7 digits": ...,\n'
    "}",
    reference=dict(zip(KEYS, (-5, -8, -2), strict=True)),
    independent=True,
    read=read,
    rtol=0,
    atol=1.01,
    hints=(
        "Bending costs h² for central differences, h for forward ones; rounding 1e-16 / h.",
        "Set the two equal. For central differences: h³ = 1e-16.",
        "-16 / 3 is about -5. For forward differences it is -16 / 2, and with 7 digits -7 / 3.",
    ),
    why="Why is central, at its best nudge, so much better than forward at its best?",
    because="Its bending error falls with h², so it can stay at a larger nudge, where rounding "
    "does less harm.",
)

ex.right(
    {"central, 16 digits": -5, "forward, 16 digits": -8, "central, 7 digits": -2},
    {"central, 16 digits": -6, "forward, 16 digits": -7, "central, 7 digits": -3},
    {"central, 16 digits": 1e-5, "forward, 16 digits": 1e-8, "central, 7 digits": 0.01},
)

# fmt: off
ex.mistake("the smaller, the better",
    "With a nudge as small as that, the two costs agree in nearly all their digits, and what is "
    "left of their difference is rounding.",
    "Look at the rounding error, 1e-16 / h. How large is it for your h?",
    wrong=[{"central, 16 digits": -16}, {"forward, 16 digits": -16}, {"central, 16 digits": -13},
           {"forward, 16 digits": -13}, {"central, 7 digits": -7}, {"central, 16 digits": -10},
           {"forward, 16 digits": -11}])
ex.mistake("central and forward are mixed up",
    "That is about the best nudge of the other kind of difference. Bending costs h² here and h "
    "there.",
    "Central: h² = 1e-16 / h. Forward: h = 1e-16 / h.",
    wrong=[{"central, 16 digits": -8}, {"forward, 16 digits": -5}])
ex.mistake("the nudge of 16 digits for 7",
    "That is the best nudge for 16 digits. With 7 digits rounding is a billion times coarser, so "
    "the nudge has to be larger.",
    "h³ = 1e-7",
    wrong=[{"central, 7 digits": -5}])
ex.mistake("far too large",
    "With such a nudge the curve has time to bend, and the slope between the two places is not "
    "that at the place itself.",
    "Set h² (or h, for forward differences) equal to the rounding error, and solve for h.",
    wrong=[{"central, 16 digits": -1}, {"central, 16 digits": -3}, {"forward, 16 digits": -3},
           {"forward, 16 digits": -1}, {"central, 7 digits": 0}])
ex.mistake("the sign of the exponent",
    "A nudge of 10 to a positive power is 10 or more. The exponent of a small number is negative.",
    "0.00001 is 10 to the -5.",
    wrong=[{"central, 16 digits": 5}, {"forward, 16 digits": 8}, {"central, 7 digits": 2}])
