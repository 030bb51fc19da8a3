"""10.quarter: an estimate of what is left of a gradient behind many sigmoids."""

from toynn_course.exercises.engine.comparison import as_array
from toynn_course.exercises.engine.exercise import Exercise

LEFT = {"after_5": 0.25**5, "after_10": 0.25**10, "after_20": 0.25**20}
NEAR = 3  # an estimate may be wrong by this factor


def as_estimates(answer):
    """An answer with the exact number wherever an estimate is near enough."""
    if isinstance(answer, list | tuple) and len(answer) == len(LEFT):
        answer = dict(zip(LEFT, answer, strict=True))
    if not isinstance(answer, dict):
        return answer
    return {key: _nearest(key, value) for key, value in answer.items()}


def _nearest(key, value):
    array = as_array(value)
    if key not in LEFT or array is None or array.ndim or array.dtype.kind not in "iuf":
        return value
    return LEFT[key] if LEFT[key] / NEAR <= float(value) <= LEFT[key] * NEAR else value


ex = Exercise(
    "10.quarter",
    title="What is left?",
    task="Estimate, without computing it: a gradient of 1 passes through layer after layer, and "
    "each multiplies it by 0.25. What is left after 5, after 10 and after 20 layers? Anything "
    "within a factor of 3 will do.",
    stub="after_5 = ...\nafter_10 = ...\nafter_20 = ...",
    reference=LEFT,
    read=as_estimates,
    rtol=1e-4,
    atol=0.0,
    hints=(
        "A quarter of a quarter is a sixteenth. How much is five quarters of quarters?",
        "4 · 4 · 4 · 4 · 4 = 1024, and that is about a thousand.",
        "Every five layers leave a thousandth: 1e-3, 1e-6, 1e-12.",
    ),
    why="tanh has slopes up to 1. Does that mean that nothing is lost in a deep network of tanh?",
    because="Only where its sums are close to 0. Where they are large, tanh is as flat as the "
    "sigmoid. So the sums must stay small, and that is a matter of how large the weights are.",
)

ex.right(
    {"after_5": 0.001, "after_10": 1e-6, "after_20": 1e-12},
    (1 / 1024, 1 / 1024**2, 1 / 1024**4),
)

ex.mistake(
    "added up instead of multiplied",
    "You count how many quarters there are. Each layer takes a quarter of what the one before it "
    "has left, so the quarters are multiplied by each other.",
    "After two layers it is 0.25 · 0.25. And after five?",
    wrong=[{"after_5": 1.25}, {"after_10": 2.5}, {"after_20": 5.0}],
)
ex.mistake(
    "shared out between the layers",
    "You divide by the number of layers. Each of them multiplies by 0.25: after two a sixteenth is "
    "left, after three a sixty-fourth.",
    "4 · 4 · 4 · 4 · 4 is about a thousand.",
    wrong=[
        *({"after_5": 0.05}, {"after_10": 0.025}, {"after_20": 0.0125}),
        {"after_5": 0.2, "after_10": 0.1, "after_20": 0.05},
    ],
)
ex.mistake(
    "a half instead of a quarter",
    "You halve it in each layer. The sigmoid's output is 0.5 at its steepest place, but its slope "
    "there is 0.25.",
    "4 · 4 · 4 · 4 · 4 is about a thousand; two halves make one quarter.",
    wrong=[{"after_5": n} for n in (0.5**5, 0.03, 1 / 30)],
)
ex.mistake(
    "upside down",
    "Your number is above 1: that is how many times smaller the gradient has become. What is left "
    "of it is 1 divided by that.",
    "1 / 1024 is about 0.001.",
    wrong=[
        *({"after_5": 1024}, {"after_5": 1000}, {"after_10": 1024**2}, {"after_10": 1e6}),
        *({"after_20": 1024**4}, {"after_20": 1e12}),
    ],
)
ex.mistake(
    "twice the layers, half of it",
    "You halve what is left when the layers double. But ten layers are five and another five: a "
    "thousandth of a thousandth.",
    "0.001 · 0.001, and the same once more for 20.",
    wrong=[
        *({"after_10": 0.25**5 / 2}, {"after_10": 0.0005}),
        *({"after_20": 0.25**10 / 2}, {"after_20": 5e-7}),
    ],
)
ex.mistake(
    "in percent",
    "A thousandth is 0.1%, but as a share of 1 it is 0.001. Write shares, not percentages.",
    "0.001, without the factor of 100.",
    wrong=[{"after_5": 0.1, "after_10": 1e-4, "after_20": 1e-10}],
)
ex.mistake(
    "too few layers",
    "That is what fewer layers leave. For ten layers go on for another five, and for twenty for "
    "another ten.",
    "Every five layers take three decimal places.",
    wrong=[
        *({"after_5": 0.25}, {"after_5": 0.25**4}, {"after_10": 0.25}, {"after_10": 0.25**5}),
        *({"after_10": 0.001}, {"after_20": 0.25**10}, {"after_20": 1e-6}, {"after_20": 1e-9}),
    ],
)
