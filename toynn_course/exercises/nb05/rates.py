"""05.rates: the limit of the learning rate on three curves."""

from toynn_course.exercises.engine.comparison import as_array
from toynn_course.exercises.engine.exercise import Exercise

LIMITS = {"w²": 1.0, "5w²": 0.2, "plateau": 0.4}
ROOM = 0.0101  # a rate may be this far below a limit: two decimal places, cut off


def with_limits(answer):
    """An answer with the limit itself wherever it is just below; a rate above stays as it is."""
    if isinstance(answer, list | tuple) and len(answer) == len(LIMITS):
        answer = dict(zip(LIMITS, answer, strict=True))
    if not isinstance(answer, dict):
        return answer
    return {key: LIMITS[key] if _near(key, rate) else rate for key, rate in answer.items()}


def _near(key, rate):
    array = as_array(rate)
    known = key in LIMITS and array is not None and array.ndim == 0 and array.dtype.kind in "iuf"
    return known and LIMITS[key] - ROOM <= float(rate) <= LIMITS[key]


ex = Exercise(
    "05.rates",
    title="The largest rate that still settles",
    task="Give the limit of the learning rate for the valley of each curve: with any rate below it "
    "a path settles, with any rate above it does not. A rate that settles and is at most 0.01 "
    "below the limit will do.",
    stub='largest = {\n    "w²": ...,\n    "5w²": ...,\n    "plateau": ...,\n}',
    reference=LIMITS,
    independent=True,
    read=with_limits,
    expects="a dict with a number for each of the three curves",
    hints=(
        "In the explorer, raise the rate until the zig-zag no longer shrinks.",
        "Near the bottom a step multiplies the distance by 1 - rate × curvature. When is that -1?",
        "At rate = 2 / curvature. The curvatures of the three valleys are 2, 10 and 5.",
    ),
    why="From w = 10 on the plateau, a rate of 0.39 takes more than 90 steps just to reach the "
    "valley. Why not begin with a rate of 10 and lower it to 0.39 later?",
    because="You can, and people do: a rate that changes on the way is called a schedule. One "
    "fixed rate has to suit the strongest bend on the whole way.",
)

ex.right(tuple(LIMITS.values()), {"w²": 0.99, "5w²": 0.199, "plateau": 0.39})

# fmt: off
ex.mistake("two curves have changed places",
    "Two of your limits have changed places. The stronger the bend at the bottom, the smaller the "
    "limit.",
    "5w² is curved most strongly, then the plateau, then w².",
    wrong=[{"w²": 0.2, "5w²": 1.0}, {"5w²": 0.4, "plateau": 0.2}])
ex.mistake("the curvature instead of the limit",
    "You give the curvature at the bottom. The limit is 2 divided by the curvature.",
    "2 / 2 for w². What is it for a curvature of 10?",
    wrong=[{"w²": 2, "5w²": 10, "plateau": 5}, {"5w²": 10}, {"plateau": 5}])
ex.mistake("the limit of w² for another curve",
    "1 is the limit for w², whose curvature is 2. The other curves are more strongly curved.",
    "The slope of 5w² is 10w, so its curvature is 10. The limit is 2 divided by that.",
    wrong=[{"5w²": 1.0}, {"plateau": 1.0}])
ex.mistake("the limit grows with the bend",
    "5 for 5w² or 2.5 for the plateau is above 1, the limit for w². A stronger bend needs a "
    "smaller rate.",
    "The limit is 2 divided by the curvature.",
    wrong=[{"5w²": 5}, {"plateau": 2.5}])

SMALLER = {
    "w²": (0.1, 0.2, 0.25, 0.4, 0.5, 0.75, 0.8, 0.9, 0.95, 0.98),
    "5w²": (0.01, 0.02, 0.04, 0.05, 0.1, 0.15, 0.18),
    "plateau": (0.01, 0.04, 0.05, 0.1, 0.2, 0.25, 0.3, 0.35, 0.38),
}
LARGER = {
    "w²": (1.001, 1.01, 1.05, 1.1, 1.2, 1.5, 2, 4, 5, 10),
    "5w²": (0.201, 0.21, 0.22, 0.25, 0.3, 0.4, 0.5, 2, 2.5),
    "plateau": (0.401, 0.41, 0.42, 0.45, 0.5, 0.6, 0.8, 2, 4, 10),
}
for name, limit in LIMITS.items():
    ex.mistake(
        f"a larger rate settles as well: {name}",
        f"With your rate for `{name}` a path settles, but also with a larger one. The limit is "
        "where the factor, 1 - rate × curvature, reaches -1.",
        "With 0.5 on w² the factor is 0: one step and it is there. Twice that rate is the limit.",
        wrong=[{name: rate} for rate in SMALLER[name]],
    )
    ex.mistake(
        f"the path does not settle: {name}",
        f"With your rate for `{name}` a path does not settle: near the bottom, each step leads "
        "further away from it.",
        "Try your rate in the explorer, from w = 1.",
        wrong=[{name: rate} for rate in LARGER[name]],
    )
    ex.mistake(
        f"no step downhill: {name}",
        f"With your rate for `{name}` a path stands still (if it is 0) or climbs (below 0).",
        "If you wrote `2 // 10`: that rounds down to 0. Write `2 / 10`.",
        wrong=[{name: 0}, {name: -limit}],
    )
