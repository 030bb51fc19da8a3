"""05.step: one step of gradient descent."""

from toynn_course.exercises.engine.exercise import Exercise, case

ex = Exercise(
    "05.step",
    title="One step",
    task="Write `step(w, slope, rate)`: where w is after one step downhill, if the slope at w is "
    "`slope` and the learning rate is `rate`.",
    hints=(
        "w = 10, slope 20, rate 0.1: the move is 0.1 × 20 = 2, to the left.",
        "A positive slope: to the left. A negative slope: to the right. So there is a minus.",
        "w - rate × slope.",
    ),
    why="Why does gradient descent come to rest at the bottom of the curve, without being told to?",
    because="The slope is 0 there, and the rate only multiplies it. So the step is 0, whatever the "
    "rate.",
    cases=(
        case(10.0, 20.0, 0.1),
        case(-3, -6, 0.25),
        case(2.0, 0.5, 4),
        case(-1.5, 2.0, 0.3),
        case(5.0, 0.0, 0.1),
    ),
    draw=lambda rng: (*rng.uniform(-4, 4, size=2).round(3).tolist(), 0.37),
)


@ex.solution
def step(w, slope, rate):
    """The weight after one step downhill."""
    return w - rate * slope


STEP = "w - rate * slope"
ex.right(
    edits=[{"- rate": "+ -rate"}, {STEP: "-(slope * rate - w)"}, {STEP: "sum([w, -slope * rate])"}]
)

# fmt: off
ex.mistake("it climbs",
    "From w = 10 with slope 20 you go to 12. The cost rises to the right there, so downhill is to "
    "the left.",
    "Which sign must the move have where the slope is positive?",
    edits=[{"w - rate": "w + rate"}])
ex.mistake("the size or the sign of the slope is ignored",
    "You do not use the slope as it is. Its size makes the step long or short, and its sign says "
    "which way to go.",
    "Neither `sign` nor `abs`: multiply the rate by the slope.",
    edits=[{"* slope": "* ((slope > 0) - (slope < 0))"}, {"* slope": "* abs(slope)"}])
ex.mistake("rate or slope is missing",
    "You subtract only the rate or only the slope. The move is their product: 0.1 × 20 = 2.",
    "`rate * slope`",
    edits=[{"rate * slope": "rate"}, {"rate * slope": "slope"}])
ex.mistake("the move instead of the new weight",
    "You get -2 for w = 10, slope 20 and rate 0.1. That is how far w moves; it is at 8 afterwards.",
    "Add the move to w. If you wrote `w =- ...`: that makes w minus something. You mean `-=`.",
    edits=[{"w - rate": "-rate"}])
ex.mistake("divided instead of multiplied",
    "You divide where you should multiply. The move is rate times slope: 0.1 × 20 = 2.",
    "`rate * slope`",
    edits=[{"rate * slope": "slope / rate"}, {"rate * slope": "rate / slope"}])
ex.mistake("the numbers of the example",
    "You use 2w or 0.1, as in the example, and not the arguments `slope` and `rate`. They may be "
    "any numbers.",
    "`rate * slope`",
    edits=[{"rate * slope": "rate * 2 * w"}, {"rate * slope": "0.1 * slope"}])
ex.mistake("the arguments are in another order",
    "Your function has its arguments in another order. The call is `step(w, slope, rate)`.",
    "Begin it with `def step(w, slope, rate):`.",
    edits=[{STEP: "slope - rate * w"}, {STEP: "rate - slope * w"}])
