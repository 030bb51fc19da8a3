"""05.slope: the slope of a curve, measured with a nudge to both sides."""

from toynn_course.exercises.engine.exercise import Exercise, called

ex = Exercise(
    "05.slope",
    title="A slope without calculus",
    task="Write `slope(C, w, nudge)`: how much C rises from w - nudge to w + nudge, divided by how "
    "far apart these two places are.",
    hints=(
        "By hand, for w² at w = 3 with a nudge of 0.1: the heights are 9.61 and 8.41.",
        "The rise is 1.2, over a distance of 0.2.",
        "Rise: `C(w + nudge) - C(w - nudge)`. Divide it by `(2 * nudge)`.",
    ),
    why="Why not take a nudge of 1e-15, to be as exact as possible?",
    because="A float keeps about 16 digits. With so small a nudge the two heights agree in nearly "
    "all of them, and their difference is mostly rounding. About 1e-5 is a good choice.",
    cases=(
        called("slope(lambda w: w * w, 3.0, 0.1)"),
        called("slope(lambda w: w**3, 2.0, 0.5)"),
        called("slope(np.exp, 0.0, 1.0)"),
        called("slope(lambda w: 5 * w * w - 3, -2, 1)"),
        called("slope(lambda w: max(w, 0.0), 0.25, 0.5)"),
        called("slope(lambda w: 1 / w, -1.5, 0.3)"),
    ),
)


@ex.solution
def slope(C, w, nudge):
    """The slope of the curve C at w, from its heights at w + nudge and at w - nudge."""
    return (C(w + nudge) - C(w - nudge)) / (2 * nudge)


RISE = "(C(w + nudge) - C(w - nudge))"
ALL = f"{RISE} / (2 * nudge)"
RIGHT, LEFT = "(C(w + nudge) - C(w))", "(C(w) - C(w - nudge))"
ex.right(
    edits=[
        {"(2 *": "(nudge +"},
        {"(2 * nudge)": "2 / nudge"},
        {ALL: f"({RIGHT} + {LEFT}) / 2 / nudge"},
    ]
)

# fmt: off
ex.mistake("divided by one nudge",
    "You get 12 for w² at w = 3, where the slope is 6: the two places are two nudges apart.",
    "How far is it from 2.9 to 3.1?",
    "Divide by `(2 * nudge)`; the brackets matter.",
    edits=[{"(2 * nudge)": "nudge"}])
ex.mistake("a bracket is missing",
    "Without its brackets, only the second height is divided, or `/ 2 * nudge` multiplies by the "
    "nudge. The whole rise is divided by the whole distance.",
    "`(C(w + nudge) - C(w - nudge)) / (2 * nudge)`",
    edits=[{"(2 * nudge)": "2 * nudge"}, {RISE: RISE[1:-1]}])
ex.mistake("a nudge to one side only",
    "One of your two heights is C(w) itself, which gives the slope a little beside w. With a nudge "
    "to both sides the errors nearly cancel.",
    "Subtract the height at w - nudge from the height at w + nudge.",
    edits=[{ALL: f"{rise} / {run}"} for rise in (RIGHT, LEFT) for run in ("nudge", "(2 * nudge)")])
ex.mistake("the rise alone",
    "You get 1.2 for w² at w = 3. That is the rise; the slope is the rise divided by the distance.",
    "The two places are two nudges apart.",
    edits=[{" / (2 * nudge)": ""}])
ex.mistake("the sign",
    "You get -6 for w² at w = 3, but the curve rises there, so its slope is positive.",
    "Subtract the height on the left from the height on the right.",
    edits=[{RISE: "(C(w - nudge) - C(w + nudge))"}])
ex.mistake("always the curve w²",
    "You give the slope of w² whatever the curve is. `C` may be any function.",
    "Call `C` in your function, at w + nudge and at w - nudge.",
    edits=[{ALL: "2 * w"}])
ex.mistake("the given nudge has no effect",
    "You measure with a tiny nudge of your own. With the given one, 0.5, w³ at w = 2 has the slope "
    "12.25, not 12.",
    "Use the argument `nudge`.",
    edits=[{ALL: "(C(w + 1e-6) - C(w - 1e-6)) / 2e-6"}])
ex.mistake("// rounds down",
    "`//` divides and rounds down to a whole number. A slope is rarely a whole number.",
    "Write `/` instead of `//`.",
    edits=[{") / (": ") // ("}])
