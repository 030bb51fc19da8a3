"""05.loop: gradient descent that knows when to stop."""

from toynn_course.exercises.engine.exercise import Exercise, called
from toynn_course.exercises.engine.signs import one_number_for_many

ex = Exercise(
    "05.loop",
    title="A loop that knows when to stop",
    task="Write `minimise(C, slope, w, rate, tolerance, most)`: take steps until one of them "
    "lowers the cost by no more than `tolerance` (or raises it), or until you have taken `most` "
    "steps (`most` is at least 1). Return the last w and the number of steps.",
    hints=(
        "Three lines go into the loop: remember the cost, take a step, compare.",
        "It fell by `before - C(w)`. When that is `<= tolerance`: `break`.",
        "Count from 1 with `for n in range(1, most + 1):`, and return w and n after the loop.",
    ),
    why="On a plateau your loop stops far from the lowest place. Why?",
    because="There the cost hardly falls from step to step. The cost says how low you are, not how "
    "much lower it could get. That is why `until_flat` in `toynn/training.py` waits for several "
    "epochs before it gives up.",
    expects="a pair: the last w, and the number of steps",
    cases=(
        called("minimise(lambda w: w * w, lambda w: 2 * w, 10.0, 0.5, 0.0, 50)"),
        called("minimise(lambda w: w * w, lambda w: 2 * w, 10.0, 0.5, 100.0, 50)"),
        called("minimise(lambda w: w * w, lambda w: 2 * w, 10.0, 1.1, 0.0, 50)"),
        called("minimise(lambda w: w * w, lambda w: 2 * w, 10.0, 0.9, 1.0, 50)"),
        called("minimise(lambda w: w * w, lambda w: 2 * w, 10.0, 0.125, 0.001, 5)"),
        called("minimise(lambda w: w * w, lambda w: 2 * w, 10.0, 0.5, 0.0, 2)"),
        called("minimise(lambda w: w**4, lambda w: 4 * w**3, 1.5, 0.05, 0.02, 30)"),
        called("minimise(lambda w: (w - 4) ** 2 + 3, lambda w: 2 * (w - 4), 1, 0.3, 0.01, 40)"),
        called("minimise(lambda w: (w - 4) ** 2 + 3, lambda w: 2 * (w - 4), 4, 0.1, 0.5, 10)"),
        called("minimise(lambda w: 3 * abs(w), lambda w: 3 if w > 0 else -3, 5.0, 0.1, 0.5, 1)"),
    ),
)


@ex.solution
def minimise(C, slope, w, rate, tolerance, most):
    """Step until a step lowers the cost by no more than tolerance, at most `most` times.

    Returns the last w, and how many steps were taken.
    """
    for n in range(1, most + 1):
        before = C(w)
        w = w - rate * slope(w)
        if before - C(w) <= tolerance:
            break
    return w, n


RULE, STEP = "before - C(w) <= tolerance", "w = w - rate * slope(w)"
LOOP, WHILE = "    for n in range(1, most + 1):", "    n = 0\n    while True:\n        n += 1"
ex.right(
    edits=[
        {RULE: "C(w) >= before - tolerance"},
        {RULE: "not before - C(w) > tolerance"},
        {"break": "return [w, n]"},
    ]
)

# fmt: off
ex.mistake("the slope at the start in every round",
    "Your loop uses the slope at the start in every round. Each step needs the slope at its own w.",
    "Print w at the end of each round: does it go on from where it was?",
    "What sets w to its first value belongs above the loop, and `slope(w)` belongs inside.",
    edits=[{STEP: "w = w - rate * steep", LOOP: f"    steep = slope(w)\n{LOOP}"},
           {STEP: "w = at - rate * slope(at)", "= C(w)": "= C(at)", LOOP: f"    at = w\n{LOOP}"}])
ex.mistake("< where the two may be equal",
    "With a tolerance of 0, a step that changes nothing should end the loop. But 0 < 0 is false, "
    "so yours goes on.",
    "No more than the tolerance: `<=`.",
    edits=[{RULE: "before - C(w) < tolerance"}, {RULE: "abs(before - C(w)) < tolerance"}])
ex.mistake("a rise does not stop it",
    "With rate 1.1 on w² the first step leads from 10 to -12 and raises the cost, but your loop "
    "goes on.",
    "A negative fall is below the tolerance, too: use neither `abs` nor `0 <=`.",
    edits=[{RULE: "abs(before - C(w)) <= tolerance"}, {RULE: f"0 <= {RULE}"}])
ex.mistake("the rule is turned round",
    "With rate 0.5 on w² the first step lowers the cost from 100 to 0, and yours stops there. A "
    "large fall is a reason to go on.",
    "Stop if the cost before minus the cost after is `<= tolerance`.",
    edits=[{RULE: "C(w) - before <= tolerance"}, {RULE: "before - C(w) > tolerance"}])
ex.mistake("it stops after the first step",
    "Your loop always stops after its first step, even when that lowers the cost a lot.",
    "Compare the cost just before each step with the cost just after it.",
    edits=[{RULE: "True"}])
ex.mistake("the cost itself is compared with the tolerance",
    "You stop when the cost is small. The rule is about how much it fell in one step.",
    "Keep the cost before the step, and subtract the cost after it.",
    edits=[{LOOP: WHILE.replace("True", "n < most and C(w) > tolerance"), RULE: "False"}])
ex.mistake("uphill",
    "Your steps go uphill: from w = 10 on w² the first one leads to 20.",
    "w minus rate × slope(w).",
    edits=[{"w - rate": "w + rate"}])
ex.mistake("not as many steps as allowed",
    "If no step meets the rule, your loop takes more or fewer steps than `most`.",
    "`range(1, most + 1)` counts from 1 to `most`, and then the loop ends by itself.",
    edits=[
        {LOOP: WHILE},
        {"most + 1": "most + 2"},
        {LOOP: "    n = 0\n    for n in range(1, most):"},
    ])
ex.mistake("the tolerance has no effect",
    "Your loop goes on even where a step lowers the cost by less than `tolerance`.",
    "Compare the fall of each step with `tolerance`, and `break`.",
    edits=[{"break": "pass"}, {"<= tolerance": "<= 0"}])
ex.mistake("one number for two",
    "You return one number. There are two: the last w, and the number of steps.",
    "`return w, n`, where n counts the steps.",
    when=one_number_for_many,
    edits=[{"return w, n": "return w"}])
ex.mistake("the number of steps",
    "Your w is right, but the number of steps is not. On w² from 10 with rate 0.5 there are 2: one "
    "to 0, and one that lowers the cost no further.",
    "Count from 1, and return n; `range(most)` begins with 0.",
    edits=[
        *({"return w, n": f"return w, {count}"} for count in ("n - 1", "n + 1", "most")),
        {"return w, n": "return w, most", "break": "return w, n", "(1, most + 1)": "(most)"},
    ])
ex.mistake("the last step is taken back",
    "You return the w from before the last step. That step counts, too, although it lowered the "
    "cost by little.",
    "First `w = ...`, then the `if`.",
    edits=[
        {STEP: f"old, {STEP}".replace("= w", "= w, w"), "break": f"return old, {count}"}
        for count in ("n", "n - 1")
    ])
ex.mistake("w² instead of the arguments",
    "You use w² or its slope, 2w, where the arguments `C` and `slope` should be. The curve may be "
    "any.",
    "`C(w)` and `slope(w)`",
    edits=[{"* slope(w)": "* 2 * w"}, {"= C(w)": "= w * w", "- C(w)": "- w * w"}])
ex.mistake("slope is not called",
    "`slope` is a function. Its value at w is `slope(w)`.",
    "`w = w - rate * slope(w)`",
    edits=[{"slope(w)": "slope"}])
ex.mistake("the first of the pair",
    "The pair should be w and then the number of steps. Yours does not begin with w.",
    "`return w, n`",
    edits=[{"return w, n": "return n, w"}, {"return w, n": "return C(w), n"}])
