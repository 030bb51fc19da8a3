"""Notebook 05, gradient descent and the learning rate: its exercises and predictions."""
# ruff: noqa: ARG001, B007, D103, PIE790 - answers ignore arguments, and stubs hold a ...

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, Mistake, case
from toynn_course.exercises.engine.question import Option, Prediction

# --- what the answers are tried on


def square(w):
    return w * w


def square_slope(w):
    return 2 * w


def steep(w):
    return 5 * w * w


def shifted(w):
    return (w - 4) * (w - 4)


def line_gradient(w, b):
    """Of the cost ½ (2w + b - 3)²: one neuron, whose output for x = 2 is to be 3."""
    error = 2 * w + b - 3
    return 2 * error, error


def plane_gradient(w, b):
    """Of the cost w² + wb + 2b²."""
    return 2 * w + b, w + 4 * b


# --- 05.slope


def slope__stub(C, w, nudge):
    """The slope of the curve C at w, from its heights at w + nudge and at w - nudge."""
    ...


def slope__solution(C, w, nudge):
    """The slope of the curve C at w, from its heights at w + nudge and at w - nudge."""
    return (C(w + nudge) - C(w - nudge)) / (2 * nudge)


def slope__in_steps(C, w, nudge):
    above = C(w + nudge)
    below = C(w - nudge)
    rise, run = above - below, nudge + nudge
    return rise / run


def slope__mean_of_two(C, w, nudge):
    ahead = (C(w + nudge) - C(w)) / nudge
    behind = (C(w) - C(w - nudge)) / nudge
    return (ahead + behind) / 2


def slope__polyfit(C, w, nudge):
    places = [w - nudge, w + nudge]
    return np.polyfit(places, [C(place) for place in places], 1)[0]


def slope__float32(C, w, nudge):
    w, nudge = np.float32(w), np.float32(nudge)
    return np.float32((C(w + nudge) - C(w - nudge)) / (np.float32(2) * nudge))


def slope__one_sided(C, w, nudge):
    return (C(w + nudge) - C(w)) / nudge


def slope__other_side(C, w, nudge):
    return (C(w) - C(w - nudge)) / nudge


def slope__run_of_one(C, w, nudge):
    return (C(w + nudge) - C(w - nudge)) / nudge


def slope__no_run(C, w, nudge):
    return C(w + nudge) - C(w - nudge)


def slope__falling(C, w, nudge):
    return (C(w - nudge) - C(w + nudge)) / (2 * nudge)


def slope__times(C, w, nudge):
    return (C(w + nudge) - C(w - nudge)) / 2 * nudge


SLOPE = Exercise(
    id="05.slope",
    title="A slope without calculus",
    task="Write `slope(C, w, nudge)`: how much C rises from w - nudge to w + nudge, divided by how "
    "far apart the two places are.",
    stub=slope__stub,
    solution=slope__solution,
    also_right=(slope__in_steps, slope__mean_of_two, slope__polyfit, slope__float32),
    cases=(
        case(square, 3.0, 0.1, says="the slope of w² at w = 3 with a nudge of 0.1"),
        case(steep, -2.0, 0.5, says="the slope of 5w² at w = -2 with a nudge of 0.5"),
        case(shifted, 1.0, 0.25, says="the slope of (w - 4)² at w = 1 with a nudge of 0.25"),
    ),
    expects="one number",
    tolerance=1e-4,
    mistakes=(
        Mistake(
            name="the division by the distance has half the distance",
            wrong=slope__run_of_one,
            message="From w - nudge to w + nudge it is two nudges, and you divide by one. For w² "
            "at w = 3 that gives 12 where the slope is 6.",
            hints=(
                "How far is it from 2.9 to 3.1?",
                "Divide by `(2 * nudge)`; the brackets matter.",
            ),
        ),
        Mistake(
            name="brackets around 2 * nudge",
            wrong=slope__times,
            message="`/ 2 * nudge` divides by 2 and then multiplies by the nudge: Python works "
            "from left to right. The nudge belongs below the line.",
            hints=("`/ (2 * nudge)`",),
        ),
        Mistake(
            name="a nudge to one side only",
            wrong=slope__one_sided,
            also=(slope__other_side,),
            message="You compare the height at w with the height on one side of it. That is the "
            "slope a little beside w, and for w² at w = 3 it is off by the whole nudge, 0.1. "
            "Nudged to both sides, the two errors cancel.",
            hints=(
                "Which two places does the task name?",
                "Take the height at w - nudge from the height at w + nudge.",
            ),
        ),
        Mistake(
            name="no division by the distance",
            wrong=slope__no_run,
            message="That is how much C rises. A slope is the rise for each unit of w, so it has "
            "to be divided by how far the two places are apart.",
            hints=("Two nudges lie between the places.",),
        ),
        Mistake(
            name="the sign of the slope",
            wrong=slope__falling,
            message="The size is right and the sign is not: w² rises at w = 3, so its slope there "
            "is above 0.",
            hints=("The height further right comes first, and the other is taken from it.",),
        ),
    ),
    hints=(
        "By hand, for w² at w = 3 with a nudge of 0.1: the heights are 9.61 and 8.41.",
        "The rise is 1.2, over a distance of 0.2.",
        "Rise: `C(w + nudge) - C(w - nudge)`. Divide it by `(2 * nudge)`.",
    ),
    question="Why not take a nudge of 1e-15, to be as exact as can be?",
    answer="A float keeps about 16 digits. With so small a nudge the two heights agree in nearly "
    "all of them, and their difference is what rounding left over. About 1e-5 is a good choice.",
)

# --- 05.by_hand

BY_HAND = Exercise(
    id="05.by_hand",
    title="The second step, with blanks",
    task="C = w², rate 0.1. The first step led from 10 to 8. Fill in the slope at 8, by how much "
    "the second step moves w, and where w is then.",
    stub="slope_at_8 = ...  # C'(8)\nmove = ...  # with its sign\nnew_w = ...",
    solution={"slope_at_8": 16, "move": -1.6, "new_w": 6.4},
    also_right=({"slope_at_8": 16.0, "move": 0.1 * -16, "new_w": 8 - 1.6},),
    mistakes=(
        Mistake(
            name="the height in place of the slope",
            wrong={"slope_at_8": 64},
            message="64 is how high the curve is at 8. Asked for is how steep it is there: C'(w) = "
            "2w.",
            hints=("Two times 8.",),
        ),
        Mistake(
            name="the slope of the first step",
            wrong={"slope_at_8": 20},
            also=({"move": -2}, {"new_w": 6}),
            message="20 was the slope at 10. At 8 the curve is less steep, so the second step is "
            "shorter than the first.",
            hints=("C'(w) = 2w, and w is 8 now.",),
        ),
        Mistake(
            name="the sign of the move",
            wrong={"move": 1.6},
            also=({"new_w": 9.6},),
            message="The slope is above 0, so the cost rises to the right; downhill is to the left "
            "and the move below 0.",
            hints=("The move is -rate × slope.",),
        ),
        Mistake(
            name="the move without the rate",
            wrong={"move": -16},
            also=({"new_w": -8},),
            message="You move by the whole slope. The rate, 0.1, takes a tenth of it.",
            hints=("0.1 × 16.",),
        ),
        Mistake(
            name="the rate for the move",
            wrong={"move": -0.1},
            also=({"new_w": 7.9},),
            message="The rate is not the length of the step: the step is rate × slope.",
            hints=("0.1 × 16.",),
        ),
    ),
    hints=(
        "The slope first: C'(w) = 2w.",
        "The move is -rate × slope, that is -0.1 × 16.",
        "The new w is 8 and the move together.",
    ),
    question="The rate stayed the same, and the second step is shorter. Why?",
    answer="Because the slope got smaller: 16 after 20. The closer to the bottom, the flatter the "
    "curve and the shorter the step.",
)

# --- 05.step


def step__stub(w, slope, rate):
    """The weight after one step downhill."""
    ...


def step__solution(w, slope, rate):
    """The weight after one step downhill."""
    return w - rate * slope


def step__in_place(w, slope, rate):
    w -= rate * slope
    return w


def step__opposite(w, slope, rate):
    return w + rate * -slope


def step__two_lines(w, slope, rate):
    move = -slope * rate
    return sum([w, move])


def step__float32(w, slope, rate):
    return np.float32(w) - np.float32(rate) * np.float32(slope)


def step__climbs(w, slope, rate):
    return w + rate * slope


def step__sign_only(w, slope, rate):
    return w - rate * np.sign(slope)


def step__divided(w, slope, rate):
    return w - rate * slope / abs(slope)


def step__rate_alone(w, slope, rate):
    return w - rate


def step__without_rate(w, slope, rate):
    return w - slope


def step__move_alone(w, slope, rate):
    return -rate * slope


def step__slope_by_rate(w, slope, rate):
    return w - slope / rate


STEP = Exercise(
    id="05.step",
    title="One step",
    task="Write `step(w, slope, rate)`: where w is after one step downhill, when the slope at w is "
    "`slope` and the learning rate is `rate`.",
    stub=step__stub,
    solution=step__solution,
    also_right=(step__in_place, step__opposite, step__two_lines, step__float32),
    cases=(
        case(10.0, 20.0, 0.1),
        case(-3.0, -6.0, 0.25),
        case(2.0, 0.5, 4.0),
    ),
    expects="one number",
    mistakes=(
        Mistake(
            name="it climbs",
            wrong=step__climbs,
            message="From w = 10, where the slope is 20, you go to 12. A slope above 0 means that "
            "the cost rises to the right, so downhill is to the left.",
            hints=(
                "Which sign must the move have where the slope is above 0?",
                "w - rate × slope.",
            ),
        ),
        Mistake(
            name="the size of the slope is ignored",
            wrong=step__sign_only,
            also=(step__divided,),
            message="You use only the sign of the slope, so that every step is as long as the "
            "rate. In gradient descent the slope is part of the length: steep means a long step, "
            "and near the bottom, where it is flat, the steps become short by themselves.",
            hints=(
                "From w = 10, with a slope of 20 and a rate of 0.1, the move is 0.1 × 20.",
                "Multiply the rate by the slope as it is.",
            ),
        ),
        Mistake(
            name="the rate taken for the step",
            wrong=step__rate_alone,
            message="You move by the rate, whatever the slope is. The rate is what the slope is "
            "multiplied by: the move is -rate × slope. Where the slope is below 0 yours even goes "
            "the wrong way.",
            hints=("The slope has to be in it.", "w - rate × slope."),
        ),
        Mistake(
            name="without the rate",
            wrong=step__without_rate,
            message="You take off the whole slope. From w = 10 with a slope of 20 that leads to "
            "-10, straight past the bottom; the rate is there to shorten it.",
            hints=("What does `rate` do in your function?",),
        ),
        Mistake(
            name="the move in place of the new weight",
            wrong=step__move_alone,
            message="That is by how much w moves. Asked for is where w is afterwards.",
            hints=("Add the move to w.",),
        ),
        Mistake(
            name="divided by the rate",
            wrong=step__slope_by_rate,
            message="You divide the slope by the rate, so that a smaller rate makes a larger step. "
            "The slope is multiplied by the rate.",
            hints=("A rate of 0.1 and a slope of 20 make a move of 2.",),
        ),
    ),
    hints=(
        "w = 10, slope 20, rate 0.1: the move is 0.1 × 20 = 2, to the left.",
        "To the left where the slope is above 0, to the right where it is below: that is a minus.",
        "w - rate × slope.",
    ),
    question="At the bottom of the curve, how long is the step, with a rate of 0.1 and with one of "
    "10?",
    answer="0 in both cases: the slope is 0 there, and the rate only multiplies it. That is why "
    "gradient descent comes to rest without being told to.",
)

# --- 05.both


def step_both__stub(w, b, gradient, rate):
    """The weight and the bias after one step; gradient(w, b) gives dC/dw and dC/db."""
    ...


def step_both__solution(w, b, gradient, rate):
    """The weight and the bias after one step; gradient(w, b) gives dC/dw and dC/db."""
    dw, db = gradient(w, b)
    return w - rate * dw, b - rate * db


def step_both__loop(w, b, gradient, rate):
    stepped = []
    for value, slope in zip((w, b), gradient(w, b), strict=True):
        stepped.append(value - rate * slope)
    return stepped


def step_both__array(w, b, gradient, rate):
    return np.array([w, b]) - rate * np.array(gradient(w, b))


def step_both__twice(w, b, gradient, rate):
    new_w = w - rate * gradient(w, b)[0]
    new_b = b - rate * gradient(w, b)[1]
    return new_w, new_b


def step_both__float32(w, b, gradient, rate):
    slopes = np.asarray(gradient(w, b), dtype=np.float32)
    return np.asarray([w, b], dtype=np.float32) - np.float32(rate) * slopes


def step_both__one_after_the_other(w, b, gradient, rate):
    w = w - rate * gradient(w, b)[0]
    b = b - rate * gradient(w, b)[1]
    return w, b


def step_both__b_first(w, b, gradient, rate):
    b = b - rate * gradient(w, b)[1]
    w = w - rate * gradient(w, b)[0]
    return w, b


def step_both__climbs(w, b, gradient, rate):
    dw, db = gradient(w, b)
    return w + rate * dw, b + rate * db


def step_both__bias_climbs(w, b, gradient, rate):
    dw, db = gradient(w, b)
    return w - rate * dw, b + rate * db


def step_both__only_w(w, b, gradient, rate):
    return w - rate * gradient(w, b)[0], b


def step_both__crossed(w, b, gradient, rate):
    db, dw = gradient(w, b)
    return w - rate * dw, b - rate * db


def step_both__sign_only(w, b, gradient, rate):
    dw, db = np.sign(gradient(w, b))
    return w - rate * dw, b - rate * db


def step_both__length_one(w, b, gradient, rate):
    slopes = np.array(gradient(w, b))
    return np.array([w, b]) - rate * slopes / np.sqrt(np.sum(slopes**2))


BOTH = Exercise(
    id="05.both",
    title="A weight and a bias in one step",
    task="Write `step_both(w, b, gradient, rate)`: the new w and the new b after one step, as a "
    "pair. `gradient(w, b)` gives the pair dC/dw, dC/db.",
    stub=step_both__stub,
    solution=step_both__solution,
    also_right=(step_both__loop, step_both__array, step_both__twice, step_both__float32),
    cases=(
        case(
            0.0,
            0.0,
            line_gradient,
            0.1,
            says="the step from w = 0, b = 0 with rate 0.1, where the gradient is (-6, -3),",
        ),
        case(
            2.0,
            -1.0,
            plane_gradient,
            0.25,
            says="the step from w = 2, b = -1 with rate 0.25, where the gradient is (3, -2),",
        ),
    ),
    expects="a pair of numbers, w and b",
    mistakes=(
        Mistake(
            name="the second slope is taken after the first move",
            wrong=step_both__one_after_the_other,
            also=(step_both__b_first,),
            message="You move one of the two, and ask for the slope of the other only then. That "
            "is the slope at a place where nobody stands: half of the step was already made. A "
            "gradient is all slopes at one place; ask for it once, then move everything.",
            hints=(
                "At which w is `gradient(w, b)` asked the second time?",
                "Ask first, and keep both: `dw, db = gradient(w, b)`.",
            ),
        ),
        Mistake(
            name="both climb",
            wrong=step_both__climbs,
            message="Both numbers go uphill: the cost rises in the direction of its gradient. A "
            "step takes rate × gradient off.",
            hints=("A minus for w, and a minus for b.",),
        ),
        Mistake(
            name="the bias climbs",
            wrong=step_both__bias_climbs,
            message="w goes downhill and b goes up. A bias takes the same step as a weight: b "
            "minus rate × dC/db.",
            hints=("Look at the sign in the line of b.",),
        ),
        Mistake(
            name="b stays where it is",
            wrong=step_both__only_w,
            message="w moves and b does not. The bias is a number of the network like the weight, "
            "and it has a slope of its own.",
            hints=("`gradient(w, b)` gives two slopes. What becomes of the second?",),
        ),
        Mistake(
            name="the two slopes are exchanged",
            wrong=step_both__crossed,
            message="w moves by the slope of b, and b by that of w. The pair has dC/dw first.",
            hints=("`dw, db = gradient(w, b)`, in this order.",),
        ),
        Mistake(
            name="the size of the slopes is ignored",
            wrong=step_both__sign_only,
            also=(step_both__length_one,),
            message="Your step has the same length whatever the gradient is. Its size belongs to "
            "the step: far up the slope it is long, and near the bottom it becomes short by "
            "itself.",
            hints=("No sign, and no division: rate × slope, as it is.",),
        ),
    ),
    hints=(
        "Ask for the gradient once; it has both slopes.",
        "`dw, db = gradient(w, b)`, and after that nothing asks for a slope again.",
        "Return `w - rate * dw, b - rate * db`.",
    ),
    question="A network has 27 numbers. How many times is the gradient asked for in one step?",
    answer="Once. It is 27 slopes, all at the place where the 27 numbers are now; then all 27 move "
    "together. That is what `descend` in `toynn/descent.py` does.",
)

# --- 05.loop


def minimise__stub(C, slope, w, rate, tolerance, most):
    """Step until a step lowers the cost by no more than tolerance, at most `most` times.

    Returns the last w, and how many steps were taken.
    """
    ...


def minimise__solution(C, slope, w, rate, tolerance, most):
    """Step until a step lowers the cost by no more than tolerance, at most `most` times.

    Returns the last w, and how many steps were taken.
    """
    for n in range(1, most + 1):
        before = C(w)
        w = w - rate * slope(w)
        if before - C(w) <= tolerance:
            break
    return w, n


def minimise__while(C, slope, w, rate, tolerance, most):
    n, gain = 0, tolerance + 1
    while n < most and gain > tolerance:
        cost = C(w)
        w -= rate * slope(w)
        gain = cost - C(w)
        n += 1
    return [w, n]


def minimise__keeps_the_cost(C, slope, w, rate, tolerance, most):
    n, cost = 0, C(w)
    while True:
        w = w - rate * slope(w)
        n, last, cost = n + 1, cost, C(w)
        if last - cost <= tolerance or n == most:
            return np.array([w, n])


def minimise__recursive(C, slope, w, rate, tolerance, most):
    after = w - rate * slope(w)
    if C(w) - C(after) <= tolerance or most == 1:
        return after, 1
    last, n = minimise__recursive(C, slope, after, rate, tolerance, most - 1)
    return last, n + 1


def minimise__float32(C, slope, w, rate, tolerance, most):
    w, rate = np.float32(w), np.float32(rate)
    for n in range(most):
        after = w - rate * slope(w)
        fell = C(w) - C(after)
        w = after
        if not fell > tolerance:
            break
    return w, n + 1


def minimise__restarts(C, slope, w, rate, tolerance, most):
    start = w
    for n in range(1, most + 1):
        w = start
        before = C(w)
        w = w - rate * slope(w)
        if before - C(w) <= tolerance:
            break
    return w, n


def minimise__restarts_and_remembers(C, slope, w, rate, tolerance, most):
    start, cost = w, C(w)
    for n in range(1, most + 1):
        w = start - rate * slope(start)
        last, cost = cost, C(w)
        if last - cost <= tolerance:
            break
    return w, n


def minimise__article(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        before = C(w)
        w = w - rate * slope(w)
        if abs(before - C(w)) < tolerance:
            break
    return w, n


def minimise__less(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        before = C(w)
        w = w - rate * slope(w)
        if before - C(w) < tolerance:
            break
    return w, n


def minimise__size_of_gain(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        before = C(w)
        w = w - rate * slope(w)
        if abs(before - C(w)) <= tolerance:
            break
    return w, n


def minimise__turned_round(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        before = C(w)
        w = w - rate * slope(w)
        if C(w) - before <= tolerance:
            break
    return w, n


def minimise__climbs(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        before = C(w)
        w = w + rate * slope(w)
        if before - C(w) <= tolerance:
            break
    return w, n


def minimise__sign_only(C, slope, w, rate, tolerance, most):
    for n in range(1, most + 1):
        before = C(w)
        w = w - rate * np.sign(slope(w))
        if before - C(w) <= tolerance:
            break
    return w, n


def minimise__without_most(C, slope, w, rate, tolerance, most):
    n, gain = 0, tolerance + 1
    while gain > tolerance:
        before = C(w)
        w = w - rate * slope(w)
        gain = before - C(w)
        n += 1
    return w, n


def minimise__without_tolerance(C, slope, w, rate, tolerance, most):
    for _ in range(most):
        w = w - rate * slope(w)
    return w, most


def minimise__without_count(C, slope, w, rate, tolerance, most):
    for _ in range(most):
        before = C(w)
        w = w - rate * slope(w)
        if before - C(w) <= tolerance:
            break
    return w


def minimise__counts_from_0(C, slope, w, rate, tolerance, most):
    for n in range(most):
        before = C(w)
        w = w - rate * slope(w)
        if before - C(w) <= tolerance:
            break
    return w, n


LOOP = Exercise(
    id="05.loop",
    title="A walk that knows when to stop",
    task="Write `minimise(C, slope, w, rate, tolerance, most)`: take steps until one of them "
    "lowers the cost by no more than `tolerance` (a rise is no fall), or until `most` steps are "
    "taken. Return the last w and the number of steps.",
    stub=minimise__stub,
    solution=minimise__solution,
    also_right=(
        minimise__while,
        minimise__keeps_the_cost,
        minimise__recursive,
        minimise__float32,
    ),
    cases=(
        case(
            square,
            square_slope,
            10.0,
            0.5,
            0.0,
            50,
            says="w² from 10 with rate 0.5, tolerance 0 and at most 50 steps",
        ),
        case(
            square,
            square_slope,
            10.0,
            0.9,
            1.0,
            50,
            says="w² from 10 with rate 0.9, tolerance 1 and at most 50 steps",
        ),
        case(
            square,
            square_slope,
            10.0,
            1.1,
            0.0,
            50,
            says="w² from 10 with rate 1.1, tolerance 0 and at most 50 steps",
        ),
        case(
            square,
            square_slope,
            10.0,
            0.125,
            1e-3,
            5,
            says="w² from 10 with rate 0.125, tolerance 0.001 and at most 5 steps",
        ),
    ),
    expects="a pair: the last w, and the number of steps",
    mistakes=(
        Mistake(
            name="it starts anew in every round",
            wrong=minimise__restarts,
            also=(minimise__restarts_and_remembers,),
            message="In every round w is set back to the start, so that the same first step is "
            'taken again and again. The article says it this way, "repeat steps 1 to 6", and its '
            "step 1 sets up a new network; what is repeated are steps 3 to 6.",
            hints=(
                "Print w at the end of each round: does it go on from where it was?",
                "What sets w to its first value must stand above the loop, not in it.",
            ),
        ),
        Mistake(
            name="|gain| < tolerance, which 0 can never stop",
            wrong=minimise__article,
            message="An absolute value is never below 0, so with a tolerance of 0 your loop does "
            "not stop before its last step, although w has been at the bottom since the first. The "
            "article's program has this condition with a threshold of 0. And without its sign, a "
            "small rise of the cost counts as a small fall.",
            hints=(
                "After the second step of rate 0.5 the gain is 0. Is |0| < 0?",
                "Leave the sign in: cost before minus cost after, `<= tolerance`.",
            ),
        ),
        Mistake(
            name="< where it says no more than",
            wrong=minimise__less,
            message="With a tolerance of 0 and a gain of 0 your loop goes on, since 0 < 0 is "
            "false. No more than the tolerance means that the two may be equal.",
            hints=("`<=`",),
        ),
        Mistake(
            name="a rise counts as a fall",
            wrong=minimise__size_of_gain,
            message="Without its sign, a rise looks like progress: with rate 1.1 the cost of w² "
            "goes up from the first step on, and your loop walks on, away from the bottom.",
            hints=(
                "What is the cost before minus the cost after, when the cost rises?",
                "A gain below 0 is below the tolerance too; `abs` would turn it round.",
            ),
        ),
        Mistake(
            name="after minus before",
            wrong=minimise__turned_round,
            message="You look at the cost after the step minus the cost before it. That is below 0 "
            "as long as the cost falls, so your loop stops after its first good step.",
            hints=("By how much it fell is what it was before, minus what it is now.",),
        ),
        Mistake(
            name="it climbs",
            wrong=minimise__climbs,
            message="Your steps go uphill, so the first one raises the cost, and the loop ends.",
            hints=("w minus rate × slope(w).",),
        ),
        Mistake(
            name="the size of the slope is ignored",
            wrong=minimise__sign_only,
            message="Every step of yours is as long as the rate. From 10 with rate 0.5 that takes "
            "20 steps to the bottom, where one step of rate × slope leads there.",
            hints=("Multiply the rate by slope(w) as it is.",),
        ),
        Mistake(
            name="no limit to the number of steps",
            wrong=minimise__without_most,
            message="Your loop goes on after `most` steps. A walk that never settles would never "
            "end.",
            hints=("`for n in range(1, most + 1):` ends by itself.",),
        ),
        Mistake(
            name="the tolerance has no effect",
            wrong=minimise__without_tolerance,
            message="Your loop takes all `most` steps, whatever the cost does.",
            hints=("Compare the cost before and after each step, and `break`.",),
        ),
        Mistake(
            name="the number of steps is missing",
            wrong=minimise__without_count,
            message="w comes back alone. Asked for is the pair: the last w, and the number of "
            "steps.",
            hints=("`return w, n`, where n counts the steps.",),
        ),
        Mistake(
            name="the count is one short",
            wrong=minimise__counts_from_0,
            message="The w is right; the number of steps is one too small. `range(most)` begins "
            "with 0, so in the first round, when one step has been taken, n is 0.",
            hints=("Return n + 1, or count from 1: `range(1, most + 1)`.",),
        ),
    ),
    hints=(
        "A loop with three lines in it: remember the cost, take a step, compare.",
        "It fell by `before - C(w)`. When that is `<= tolerance`: `break`.",
        "Count from 1 with `for n in range(1, most + 1):`, and return w and n after the loop.",
    ),
    question="Your loop stops as soon as the cost falls by no more than the tolerance. On which "
    "curve is that far from the lowest place?",
    answer="On a plateau: there the cost hardly falls from step to step, and the lowest place is "
    "still far away. The cost says how low you are, not how much lower it could get. That is why "
    "`until_flat` in `toynn/training.py` waits for several epochs before it gives up.",
)

# --- 05.rates

RATES = Exercise(
    id="05.rates",
    title="The largest rate that still settles",
    task="Find, by trying or by thinking, the learning rate above which the walk no longer settles "
    "in the valley of each curve, to two digits.",
    stub='largest = {\n    "w²": ...,\n    "5w²": ...,\n    "plateau": ...,\n}',
    solution={"w²": 1.0, "5w²": 0.2, "plateau": 0.4},
    also_right=(
        {"w²": 0.99, "5w²": 0.199, "plateau": 0.399},
        {"w²": np.float32(1), "5w²": np.float32(0.2), "plateau": np.float32(0.4)},
        {"w²": 2 / 2, "5w²": 2 / 10, "plateau": 2 / 5},
    ),
    tolerance=0.02,
    mistakes=(
        Mistake(
            name="the fastest rate, not the largest",
            wrong={"w²": 0.5},
            also=({"5w²": 0.1}, {"plateau": 0.2}),
            message="With that rate the factor in the valley is 0: one step and it is there. "
            "Larger rates go too far and come back, and they still settle, up to twice that rate.",
            hints=(
                "What does a walk do with one and a half times your rate?",
                "It settles as long as the factor 1 - rate × curvature is between -1 and 1.",
            ),
        ),
        Mistake(
            name="the limit of w² for another curve",
            wrong={"5w²": 1.0},
            also=({"plateau": 1.0},),
            message="1 is the limit for w², whose curvature is 2. The limit belongs to the curve: "
            "where it is bent more, the slope changes faster, and the steps must be shorter.",
            hints=(
                "How much does the slope 10w of 5w² grow when w grows by 1?",
                "That is the curvature. The limit is 2 divided by it.",
            ),
        ),
        Mistake(
            name="multiplied where it is divided",
            wrong={"5w²": 5.0},
            also=({"5w²": 10.0}, {"plateau": 5.0}, {"plateau": 10.0}, {"w²": 2.0}),
            message="A curve that is bent more needs a smaller rate, and yours is larger. "
            "Curvature and limit go opposite ways: the limit is 2 divided by the curvature.",
            hints=("Try your rate in the explorer, from w = 1.",),
        ),
        Mistake(
            name="the 2 is missing",
            wrong={"w²": 0.25},
            also=({"5w²": 0.05},),
            message="That is half of the fastest rate, a quarter of the limit. The curvature of "
            "w² is 2, that of 5w² is 10, and the limit is 2 divided by that.",
            hints=("2 divided by 2 for w². What is it for 5w²?",),
        ),
    ),
    hints=(
        "In the explorer: take 100 steps, then raise the rate until the zig-zag no longer shrinks.",
        "Near the bottom a step multiplies the distance by 1 - rate × curvature. When is that -1?",
        "At rate = 2 / curvature. The curvatures of the three valleys are 2, 10 and 5.",
    ),
    question="The plateau settles from w = 1 with a rate of 0.39. From w = 10 the same rate takes "
    "over 90 steps only to reach the valley. Why not begin with 10 and go down to 0.39 later?",
    answer="That works, and it is what people do: a rate that changes on the way is called a "
    "schedule. What a curve allows depends on where you are, and one rate has to suit the steepest "
    "bend on the way.",
)

# --- predictions

SLOW = Prediction(
    id="05.slow",
    question="C = w², start at w = 10, learning rate 0.05. Where is w after ten steps?",
    options=(
        Option(
            "At 9.5: ten steps of 0.05",
            "A rate of 0.05 is not a step of 0.05. The step is rate × slope, and the slope at 10 "
            "is 20: the first step alone is 1.",
            misconception="the rate is the length of a step",
        ),
        Option(
            "At 0: ten steps of 0.05 × 20 = 1",
            "The first step is 1 long. But at 9 the slope is 18, so the second is 0.9, and so on: "
            "the steps shrink as the curve flattens.",
            misconception="all steps are as long as the first",
        ),
        Option(
            "At about 3.5",
            "Each step takes off a tenth of w: 0.05 × 2w = 0.1w. Ten times in a row leave 0.9^10, "
            "that is 35% of it: 3.49.",
            right=True,
        ),
        Option(
            "At 0, since the lowest place was reached earlier",
            "Each step takes off a tenth of what is left, so w comes closer and closer to 0 "
            "without ever being there. After ten steps it is at 3.49.",
        ),
    ),
)

ZIGZAG = Prediction(
    id="05.zigzag",
    question="With rate 0.1, ten steps lead from 10 to 1.07. Where do ten steps of rate 0.9 lead, "
    "nine times as much?",
    options=(
        Option(
            "Nine times closer, to about 0.12",
            "More is not always closer. From 10 the first step of rate 0.9 is 0.9 × 20 = 18 long: "
            "it lands at -8, on the other side.",
            misconception="a higher rate always gets there faster",
        ),
        Option(
            "To 1.07 as well, but from side to side",
            "Rate 0.1 multiplies w by 0.8 in each step, rate 0.9 by -0.8. The distance is the same "
            "after every step; only the side changes.",
            right=True,
        ),
        Option(
            "It swings from side to side and never gets closer",
            "It does swing, and it does get closer: 10, -8, 6.4, ... What goes too far by less "
            "each time still settles.",
            misconception="going too far means not settling",
        ),
        Option(
            "Further and further away",
            "That takes a rate above 1. With 0.9 each step lands closer than the one before.",
            misconception="going too far means diverging",
        ),
    ),
)

DOUBLE = Prediction(
    id="05.double",
    question="On w² the rate 0.5 is perfect: one step from 10 lands exactly on 0. What happens if "
    "you double it, to 1.0?",
    options=(
        Option(
            "It goes too far, then settles after a few steps more",
            "It goes too far by exactly as much as it was away, and the next step does the same: "
            "nothing is gained, however many steps it takes.",
            misconception="it always settles in the end",
        ),
        Option(
            "It jumps between 10 and -10 for ever",
            "The step from 10 is 1.0 × 20 long and ends at -10. There the slope is -20, so the "
            "next one goes back. The fastest of all rates and one that never arrives are a factor "
            "of two apart.",
            right=True,
        ),
        Option(
            "It diverges: further and further away",
            "Nearly: that begins right above 1.0. At 1.0 itself each step is as long as the one "
            "before.",
        ),
        Option(
            "It arrives just as fast",
            "With 0.5 it lands on 0 since the step, 0.5 × 20, is as long as the way. With 1.0 the "
            "step is twice as long as the way.",
            misconception="a higher rate cannot be slower",
        ),
    ),
)

BEYOND = Prediction(
    id="05.beyond",
    question="And a rate of 1.1, ten per cent above 1.0? Where is w after ten steps from 10?",
    options=(
        Option(
            "Between -10 and 10 still, a little off",
            "Each step multiplies the distance by 1.2. Little things that multiply grow fast: "
            "1.2^10 is 6.19.",
            misconception="a little too high does a little harm",
        ),
        Option(
            "At about 62, and it gets worse",
            "Each step multiplies w by -1.2, and 10 × 1.2^10 is 61.9. After a hundred steps it is "
            "828 million. This is called divergence.",
            right=True,
        ),
        Option(
            "At 20: ten steps, each ten per cent of 10 too far",
            "The error does not add up, it multiplies: each step is 20% longer than the one "
            "before, not 20% of the first.",
            misconception="the error adds up instead of multiplying",
        ),
        Option(
            "Nowhere: Python stops with an error",
            "Python goes on to compute. The numbers are right, they lead away; after some thousand "
            "steps they no longer fit into a float and become inf, still without an error.",
        ),
    ),
)

CURVE = Prediction(
    id="05.curve",
    question="The rate 0.5 was perfect for w². What does it do on 5w², from 10?",
    options=(
        Option(
            "It lands on 0 in one step again",
            "The way is the same, but the slope is five times as steep: the step is 0.5 × 100 = 50 "
            "long, and the way is 10.",
            misconception="a good rate is good for every curve",
        ),
        Option(
            "It is five times as fast",
            "Steeper means longer steps, not better ones: it goes from 10 to -40.",
            misconception="steeper means faster",
        ),
        Option(
            "It diverges",
            "From 10 it goes to -40, then to 160: each step multiplies w by 1 - 0.5 × 10 = -4. "
            "What rate is too high depends on how strongly the curve is bent.",
            right=True,
        ),
        Option(
            "It swings, but settles",
            "From 10 it goes to -40: after the first step it is further away than before, and so "
            "after every other.",
        ),
    ),
)

FLAT = Prediction(
    id="05.flat",
    question="The double well has a hill at w = 0 between two valleys, the lower one at -8. "
    "Gradient descent starts exactly at 0, with rate 0.1. Where is it after a hundred steps?",
    options=(
        Option(
            "In the lower valley, at -8",
            "Nothing tells it that there is one. It knows the slope where it stands, and that is "
            "0.",
            misconception="gradient descent finds the lowest place",
        ),
        Option(
            "In one of the two valleys, by chance",
            "There is no chance in it. The step is rate × slope, and the slope on top of the hill "
            "is 0.",
        ),
        Option(
            "Still at 0",
            "On top of the hill the slope is 0, and so is every step. A slope of 0 does not mean "
            "that this is a minimum. The smallest nudge to one side, and it rolls down.",
            right=True,
        ),
        Option(
            "Nowhere: a slope of 0 is an error",
            "A slope of 0 is a number like any other; it makes a step of 0.",
        ),
    ),
)

SAFE = Prediction(
    id="05.safe",
    question="To be on the safe side you take a tenth of a good rate: on the plateau, from w = 10, "
    "a rate of 0.03. How far has it come after a hundred steps?",
    options=(
        Option(
            "It is at the bottom: small steps take longer, but arrive",
            "It would arrive, after more than a thousand steps. A hundred of them bring it from 10 "
            "to 9.77: the slope is small, and small times small is next to nothing.",
            misconception="a smaller rate is safer",
        ),
        Option(
            "About half of the way",
            "The slope at 10 is 0.074, so that the first step is 0.0022 long. A hundred of these "
            "make 0.23.",
        ),
        Option(
            "Hardly anywhere: from 10 to about 9.8",
            "The step is rate × slope, 0.03 × 0.074 = 0.0022 at the start. With ten times the rate "
            "the valley is reached after about 125 steps. Too small a rate does not diverge; it "
            "looks as if training had finished.",
            right=True,
        ),
        Option(
            "It has diverged",
            "A rate this small diverges on none of these curves. Its trouble is another one.",
        ),
    ),
)

DOWNHILL = Prediction(
    id="05.downhill",
    question="A bowl that is ten times as steep across as along: C = w₁² + 10 w₂². You stand at "
    "(5, 5), the bottom is at (0, 0). Where does straight downhill point?",
    options=(
        Option(
            "To the bottom, at an angle of 45 degrees",
            "That holds for a round bowl. Here the slopes are 10 along w₁ and 100 along w₂, so the "
            "step is ten times as long across as along.",
            misconception="the gradient points at the minimum",
        ),
        Option(
            "Mostly across the bowl, far off the way to the bottom",
            "The slopes are 10 and 100: straight downhill is where the cost falls fastest at this "
            "place, and that is 39 degrees off the way to the bottom.",
            right=True,
        ),
        Option(
            "Mostly along the bowl, where the way is longest",
            "The other way round: it is flat along the bowl, and steep across.",
        ),
        Option(
            "Along the line of equal cost",
            "On such a line the cost stays the same. Downhill always leads straight across it.",
        ),
    ),
)

EDGE = Prediction(
    id="05.edge",
    question="In this bowl, from (5, 5), it takes 81 steps with rate 0.05 and 44 steps with 0.09 "
    "to come within 0.001 of the bottom. How many will it take with 0.099?",
    options=(
        Option(
            "A few less than 44",
            "That is where the trend of the two numbers leads; but across the bowl each step with "
            "0.099 already multiplies the distance by -0.98.",
            misconception="a higher rate is faster until it diverges",
        ),
        Option(
            "Several hundred",
            "422. Along the bowl 0.099 is faster than 0.09, but across it each step multiplies the "
            "distance by 1 - 0.099 × 20 = -0.98, and it takes that long to die away. The slowest "
            "direction decides.",
            right=True,
        ),
        Option(
            "It never arrives, it diverges",
            "Not yet: the limit is 2 / 20 = 0.1. With 0.101 it does.",
        ),
        Option(
            "44 again",
            "Between 0.05 and 0.09 it got faster since the slow direction, along the bowl, got "
            "faster. Now the other one is the slow one.",
        ),
    ),
)

SADDLE = Prediction(
    id="05.saddle",
    question="C = ½ (1 - w₁w₂)² has the cost 0.5 at (0, 0), where both slopes are 0. From (0.5, "
    "0.5) gradient descent reaches a cost near 0 in 14 steps. What does it do from (0.5, -0.5)?",
    options=(
        Option(
            "The same, as the place is as far away",
            "From here downhill leads towards (0, 0) first: both weights shrink by the same share "
            "in every step.",
        ),
        Option(
            "It walks to (0, 0) and stays there",
            "The two weights stay opposite for ever, so both shrink to 0, where the slopes are 0. "
            "The cost is 0.5, and lower places are right beside it: this is a saddle. From "
            "(0.5, -0.49) it passes by and arrives after 63 steps.",
            right=True,
        ),
        Option(
            "It diverges",
            "The rate is far below every limit here: the steps get shorter and shorter.",
        ),
        Option(
            "It turns off to the side at (0, 0), for there it goes down",
            "To turn off it would need a slope to the side, and on the line w₂ = -w₁ there is "
            "none. It takes a little difference to begin with, such as -0.49 in place of -0.5.",
            misconception="it sees where it goes down",
        ),
    ),
)
