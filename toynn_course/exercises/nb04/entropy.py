"""04.entropy: the binary cross-entropy of one output."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, case

ex = Exercise(
    "04.entropy",
    title="Cross-entropy",
    task="Write `log_cost(a, y)`: the binary cross-entropy of one output. `a` is between 0.001 and "
    "0.999, and `y` is 0, 1 or any number in between.",
    hints=(
        "The formula has two parts: y times a logarithm, and (1 - y) times another one.",
        "The first is the logarithm of a, the second that of 1 - a. `np.log` is the natural one.",
        "The minus in front belongs to both parts together.",
    ),
    why="Why does toynn's own function first keep a tiny distance between a and both 0 and 1?",
    because="For a large z, a sigmoid in floats is exactly 1. If y is 1 too, the formula takes 0 "
    "times the logarithm of 0. That gives nan, and one nan spoils the mean over all samples.",
    cases=tuple(map(case, (0.8, 0.8, 0.3, 0.999, 0.001, 0.6, 0.7), (1, 0, 0.0, 1.0, 1, 0.3, 0.7))),
    draw=lambda rng: tuple(rng.uniform(0.05, 0.95, size=2).round(2).tolist()),
    rtol=1e-4,  # room for a tiny number that is added to a
)


@ex.solution
def log_cost(a, y):
    """The cross-entropy of one output a between 0 and 1, with a target y from 0 to 1."""
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


FORMULA = "-(y * np.log(a) + (1 - y) * np.log(1 - a))"
ex.right(
    edits=[
        {FORMULA: "-y * np.log(a) - (1 - y) * np.log1p(-a)"},
        {"log(a)": "log(max(a, 1e-9))", "log(1 - a)": "log(max(1 - a, 1e-9))"},
        {"log(a)": "log(a + 1e-12)", "log(1 - a)": "log(1 - a + 1e-12)"},
    ]
)

# fmt: off
ex.mistake("the minus does not reach both parts",
    "Some of your costs are negative, since the logarithm of a number below 1 is negative. The "
    "minus belongs to both parts: for a = 0.8 and y = 0 the cost is 1.61.",
    "Put a bracket around the sum of both parts: `-(... + ...)`.",
    edits=[{"-(y": "(y"}, {FORMULA: "-y * np.log(a) + (1 - y) * np.log(1 - a)"}])
ex.mistake("another logarithm",
    "Your logarithm has the base 2 or 10. The cross-entropy uses the natural one, with base e.",
    "`np.log` and `math.log` are natural logarithms.",
    edits=[{"log(a)": f"log{n}(a)", "log(1 - a)": f"log{n}(1 - a)"} for n in (2, 10)])
ex.mistake("only one part of the sum",
    "One of the targets 0 and 1 costs nothing, whatever the output. But 0.8 costs something either "
    "way: 0.22 for y = 1, and 1.61 for y = 0.",
    "With the target 0 the confidence in the right answer is 1 - a.",
    edits=[{" + (1 - y) * np.log(1 - a)": ""}, {"y * np.log(a) + ": ""}])
ex.mistake("the target has no effect",
    "An output of 0.8 costs the same for y = 1 and y = 0. It should be cheap if it is right and "
    "expensive if it is wrong.",
    "y and 1 - y say how much each of the two logarithms counts.",
    edits=[{FORMULA: "-np.log(a)"}, {"y * np": "a * np", "(1 - y)": "(1 - a)"}])
ex.mistake("the targets are mixed up",
    "For a = 0.8, y = 1 you get 1.61 instead of 0.22: your cost is low where the output is wrong.",
    "The logarithm of a belongs to y, and that of 1 - a to 1 - y.",
    edits=[{"y * np": "(1 - y) * np", " + (1 - y)": " + y"}])
ex.mistake("brackets around 1 - y and 1 - a",
    "The second part is (1 - y) times the logarithm of (1 - a). One of these two differences has "
    "no brackets in your code, or they close too early, and `*` comes before `-`.",
    "`(1 - y) * np.log(1 - a)`",
    edits=[{"log(1 - a)": "log(1) - a"}, {"(1 - y) *": "1 - y *"}])
ex.mistake("ln is called log",
    "Python has no function `ln`. The natural logarithm is `np.log`, or `math.log` for one number.",
    "Write `log` instead of `ln`.",
    when=lambda found: all(each.failure and "'ln'" in each.failure.text for each in found),
    edits=[{"log(a)": "ln(a)"}])
ex.mistake("left over from the quadratic cost",
    "There is still a square or a half in your formula. The cross-entropy has neither.",
    "Two logarithms, each with its factor, and a minus in front of their sum.",
    edits=[{FORMULA: code} for code in (f"{FORMULA} / 2", "(a - y) ** 2 / 2", "(a - y) ** 2")])
ex.mistake("only for the targets 0 and 1",
    "Your cost is right wherever the target is 0 or 1, but not in between. For a = 0.6 and y = 0.3 "
    "both parts count: three tenths of the first and seven tenths of the second.",
    "The formula in the text needs no `if`: y and 1 - y say how much each part counts.",
    when=lambda found: all(each.right == (each.inputs[1] in (0, 1)) for each in found),
    edits=[{FORMULA: "-np.log(a if y == 1 else 1 - a)"}, {FORMULA: "-np.log(1 - abs(a - y))"}])
