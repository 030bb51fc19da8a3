"""05.both: one step for a weight and a bias together."""

from toynn_course.exercises.engine.exercise import Exercise, called
from toynn_course.exercises.engine.signs import one_number_for_many

ex = Exercise(
    "05.both",
    title="A weight and a bias in one step",
    task="Write `step_both(w, b, gradient, rate)`: the new w and the new b after one step, as a "
    "pair. `gradient(w, b)` gives both slopes at one place, dC/dw and dC/db, as a tuple or an "
    "array.",
    hints=(
        "Ask for the gradient once; it has both slopes.",
        "`dw, db = gradient(w, b)`, and after that nothing asks for a slope again.",
        "Return `w - rate * dw, b - rate * db`.",
    ),
    why="A network has 27 numbers. Why does one step ask for the gradient only once?",
    because="The gradient is all 27 slopes at the place where the 27 numbers are now. Then all of "
    "them move together, as `descend` in `toynn/descent.py` does it.",
    expects="a pair of numbers, w and b",
    cases=(
        called("step_both(0.0, 0.0, lambda w, b: (4 * w + 2 * b - 6, 2 * w + b - 3), 0.1)"),
        called("step_both(2.0, -1.0, lambda w, b: np.array([2 * w + b, w + 4 * b]), 0.25)"),
        called("step_both(3, 1, lambda w, b: (w - b, w * b + 4), 0.5)"),
        called("step_both(-1.5, 0.7, lambda w, b: (b**3, np.exp(w)), 0.3)"),
    ),
)


@ex.solution
def step_both(w, b, gradient, rate):
    """The weight and the bias after one step; gradient(w, b) gives dC/dw and dC/db."""
    dw, db = gradient(w, b)
    return w - rate * dw, b - rate * db


LAST = "w - rate * dw, b - rate * db"
MOVES = {"w -= rate * dw": "w, b - rate * db", "b -= rate * db": "w - rate * dw, b"}
ex.right(edits=[{LAST: f"[{LAST}]"}, {LAST: LAST.replace("-", "+ -")}, {LAST: f"tuple([{LAST}])"}])

# fmt: off
ex.mistake("the second slope is taken after the first move",
    "You move one of the two and then ask for the slope of the other, at a place between the old "
    "and the new one. A gradient is all slopes at one place.",
    "At which w and b is `gradient` asked the second time?",
    "Ask first, and keep both: `dw, db = gradient(w, b)`.",
    edits=[
        {LAST: then, "    return": f"    {first}\n    dw, db = gradient(w, b)\n    return"}
        for first, then in MOVES.items()
    ])
ex.mistake("uphill",
    "At least one of the two goes uphill. The cost rises in the direction of the gradient, so rate "
    "× slope is subtracted, from w and from b.",
    "A minus for w, and a minus for b.",
    edits=[{LAST: f"w {s} rate * dw, b {t} rate * db"} for s, t in ("++", "-+", "+-")])
ex.mistake("one of the two stays where it is",
    "Only one of your two numbers moves. Each of them has a slope of its own.",
    "`gradient(w, b)` gives two slopes. What becomes of each?",
    edits=[{LAST: "w - rate * dw, b"}, {LAST: "w, b - rate * db"}])
ex.mistake("w and b are in the wrong order",
    "Somewhere b comes before w. In all three pairs w is first: in the call `gradient(w, b)`, in "
    "what it returns, and in what you return.",
    "`dw, db = gradient(w, b)`, and `return` the new w, then the new b.",
    edits=[*({"dw, db": "db, dw"}, {"gradient(w, b)\n": "gradient(b, w)\n"}),
           {LAST: "b - rate * db, w - rate * dw"}])
ex.mistake("a move without the rate",
    "At least one of your moves is not the slope times `rate`. Both slopes are multiplied by it.",
    "`rate * dw` and `rate * db`",
    edits=[
        {LAST: moved}
        for moved in ("w - dw, b - db", "w - rate * dw, b - db", "w - 0.1 * dw, b - 0.1 * db")
    ])
ex.mistake("w and b are mixed up in one line",
    "One of your two lines mixes up w and b. The new w needs w and dC/dw, the new b needs b and "
    "dC/db.",
    "Look at the line that you copied.",
    edits=[*({"rate * db": "rate * dw"}, {"rate * dw": "rate * db"}, {"b - rate": "w - rate"}),
           {LAST: "w - rate * dw, w - rate * dw - rate * db"}])
ex.mistake("the moves instead of the new numbers",
    "You return how far w and b move. The exercise asks where they are afterwards.",
    "Add the moves to w and b.",
    edits=[{LAST: "-rate * dw, -rate * db"}])
ex.mistake("the size or the sign of the slopes is ignored",
    "You do not use the slopes as they are. Their size makes the step long or short, and their "
    "sign says which way to go.",
    "Neither `sign` nor `abs` nor a division: rate × slope.",
    edits=[
        {"gradient(w, b)\n": f"({size} for s in gradient(w, b))\n"}
        for size in ("abs(s)", "(s > 0) - (s < 0)")
    ])
ex.mistake("one number for two",
    "You return one number. There are two: the new w and the new b.",
    "`return w, b` returns a pair.",
    when=one_number_for_many,
    edits=[{LAST: "w - rate * dw"}])
ex.mistake("a tuple times the rate",
    "`gradient` may return a tuple, and Python cannot multiply the numbers in a tuple by the rate.",
    "`dw, db = gradient(w, b)` takes it apart. Or make it an array: `np.array(gradient(w, b))`.",
    when=lambda found: all("sequence by" in x.failure.text for x in found if not x.right),
    edits=[{LAST: "(w, b) - rate * gradient(w, b)"}])
