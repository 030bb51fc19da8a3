"""07.hunt: the test that would have caught the article's two mistakes."""

import numpy as np

from toynn.datasets import swap
from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.hunt.as_functions import as_functions, small_program

CALL = "is_right(cost, gradient, w)"


def verdict(answer, cost, gradient, w):
    """What a test says of a program, and what it looked at. A test may also use `assert`."""
    asked = set()

    def ask(name, function):
        def asking(values):
            asked.add(name)
            return function(values)

        return asking

    try:
        said = answer(ask("cost", cost), ask("gradient", gradient), w)
    except AssertionError:
        said = False
    if said is None and not asked:
        return None
    if said is not None and not isinstance(said, bool | np.bool_):
        return said
    looked = {f"looks at the {name}": name in asked for name in ("cost", "gradient")}
    return {"passes": said is None or bool(said)} | looked


def changed(program, change, scale=1.0):
    """A program whose cost and gradient are scaled, and whose gradient is changed."""
    cost, gradient, w = program
    return lambda w: scale * cost(w), lambda w: scale * change(gradient(w)), w


def as_it_is(gradient):
    """No change."""
    return gradient


def a_little_off(gradient):
    """1% too much in the last number."""
    return np.append(gradient[:-1], 1.01 * gradient[-1])


def swapped(gradient):
    """The first two numbers in each other's place."""
    return gradient[[1, 0, *range(2, len(gradient))]]


def programs():
    """The programs that a test has to judge, by what is said of each."""
    both_fixed, article, sign, index, wide = (
        as_functions(small_program(sizes, sign_fixed=good_sign, index_fixed=good_index), swap())
        for sizes, good_sign, good_index in (
            *(((2, 2), True, True), ((2, 2), False, False), ((2, 2), False, True)),
            *(((2, 2), True, False), ((2, 3, 2), True, True)),
        )
    )
    return {
        "a right program": both_fixed,
        "the article's program": article,
        "the wrong sign alone": sign,
        "the wrong index alone": index,
        "a right 2-3-2 program": wide,
        "twice the gradient": changed(both_fixed, lambda gradient: 2 * gradient),
        "the gradient uphill": changed(both_fixed, lambda gradient: -gradient),
        "1% off in the last number": changed(both_fixed, a_little_off),
        "two numbers swapped": changed(both_fixed, swapped),
        "a right program, all divided by 10,000": changed(both_fixed, as_it_is, 1e-4),
        "the wrong index, all divided by 10,000": changed(index, as_it_is, 1e-4),
    }


ex = Exercise(
    "07.hunt",
    title="The test that was missing",
    task="Write `is_right(cost, gradient, w)`: True if a program's gradient is right, else False. "
    "`w` holds all its numbers in a row; `cost(w)` and `gradient(w)` are what the program "
    "computes. A right program agrees with central differences to a millionth of the gradient's "
    "size; a wrong one is at least a thousandth off, in one number or more.",
    hints=(
        "Who could tell you the gradient without the program's own derivatives?",
        "`nudged_gradient(cost, w, 1e-5)` asks the cost alone. Compare it with `gradient(w)`.",
        "`np.allclose(one, other, rtol=1e-4, atol=1e-9)` compares every number.",
    ),
    why="This test knows nothing about sigmoids, layers or indices. Why is that its strength?",
    because="It shares no line with the code that it tests, so it cannot repeat its mistakes. And "
    "it goes on working when the code is rewritten.",
    use=verdict,
    cases=tuple(
        case(*functions, shown=f"{CALL}  # {name}") for name, functions in programs().items()
    ),
)


@ex.solution
def is_right(cost, gradient, w):
    """Whether gradient(w) agrees with what nudging says, in every number."""
    expected = np.zeros(len(w))
    for i in range(len(w)):
        step = np.zeros(len(w))
        step[i] = 1e-5
        expected[i] = (cost(w + step) - cost(w - step)) / 2e-5
    return np.allclose(gradient(w), expected, rtol=1e-4, atol=1e-9)


COMPARED = "np.allclose(gradient(w), expected, rtol=1e-4, atol=1e-9)"


def instead(*comparisons):
    """Edits: other comparisons of the two gradients."""
    return [{COMPARED: each} for each in comparisons]


ex.right(edits=instead(
    "bool(np.linalg.norm(gradient(w) - expected) < 1e-4 * np.linalg.norm(expected))",
    "not np.any(abs(gradient(w) - expected) > 1e-4 * abs(expected).max())",
))  # fmt: skip


@ex.right
def like_pytest(cost, gradient, w):
    found = gradient(w)
    for i in range(len(w)):
        e = np.eye(len(w))[i] * 1e-5
        slope = (cost(w + e) - cost(w - e)) / 2e-5
        assert abs(found[i] - slope) <= 1e-4 * np.abs(found).max()  # noqa: S101 - as in a test


@ex.mistake("a test that cannot fail")
def always(cost, gradient, w):
    """Your test passes every program, and it looks at nothing: neither cost nor gradient is called.

    The article's tests have one like it: `weight >= weight`.

    - What would your test do with a program that returns zeros?
    - Call `gradient(w)`, and compare it with something.
    """
    return bool((w >= w).all())  # noqa: PLR0124 - as the article's test


@ex.mistake("the program is its own judge")
def copied(cost, gradient, w):
    """Your test looks at the gradient alone, and so it passes every program.

    It holds the gradient against itself, or asks for what every gradient has, such as its length.
    The article's tests copy a line of the code, wrong index and all: such a test fails only for
    somebody who fixes the code.

    - Who could know the gradient without this program's derivatives?
    - The cost. Nudge it.
    """
    return bool(np.allclose(gradient(w), gradient(w)))


@ex.mistake("it looks at the cost alone")
def positive(cost, gradient, w):
    """Your test asks for the cost only, so no gradient can fail it.

    One of the article's tests is of this kind: it asks whether the cost is above 0.

    - Which call gives the gradient that you should judge?
    """
    return bool(cost(w) > 0)


# fmt: off
ex.mistake("a falling cost is taken for a right gradient",
    "You take a step and ask whether the cost falls. Many wrong gradients point roughly downhill: "
    "your test passes the one that is twice too large.",
    "The line-up at the beginning had three such programs.",
    "Compare `gradient(w)` with what nudges say, number by number.",
    edits=[{COMPARED: f"cost(w - {rate} * gradient(w)) < cost(w)"} for rate in
           ("0.1", "0.01", "0.001", "1e-4", "0.5", "0.2")])
ex.mistake("even a right program fails",
    "Your test fails every program, the right ones too. Nudging is never exact: it is off by a "
    "billionth or so, and by far more if the nudge is too large or too small.",
    "How far are the two gradients of a right program apart, and how far may they be in your test?",
    "A nudge of 1e-5, and `np.allclose` with a tolerance.",
    edits=instead("(gradient(w) == expected).all()", "np.array_equal(gradient(w), expected)"))
ex.mistake("not every number is compared",
    "You look at one number, or at a sum or a mean of all. A program can be right there and wrong "
    "elsewhere.",
    "`np.allclose` on the two whole arrays looks at each number.",
    edits=instead(*("np.allclose({0}{1}, {2}{1}, rtol=1e-4)".format("gradient(w)", cut, "expected")
                    for cut in ("[0]", "[-1]", ".sum()", ".mean()", "[:4]", "[:2].sum()"))))
ex.mistake("the sign or the size is lost",
    "Your test passes a gradient that points uphill, or one that is twice too large: you compare "
    "without the sign, or only the direction.",
    "No `abs` around the two gradients, no division by their own length.",
    edits=instead("np.allclose(abs(gradient(w)), abs(expected), rtol=1e-4)",
                  "np.allclose(np.linalg.norm(gradient(w)), np.linalg.norm(expected), rtol=1e-4)",
                  "(np.sign(gradient(w)) == np.sign(expected)).all()",
                  "gradient(w) @ expected > 0.999 * np.linalg.norm(gradient(w)) "
                  "* np.linalg.norm(expected)"))
ex.mistake("a tolerance that small gradients slip through",
    "Your tolerance is a fixed number, so a wrong gradient passes as long as it is small. Compare "
    "with the size of the gradient.",
    "`rtol` counts relative to the numbers, `atol` absolutely.",
    edits=instead(*(f"np.allclose(gradient(w), expected, atol={atol})" for atol in
                    ("1e-2", "1e-3", "1e-4", "1e-5")),
                  *(f"abs(gradient(w) - expected).max() < {atol}" for atol in
                    ("1e-2", "1e-3", "1e-4", "1e-5"))))
ex.mistake("a tolerance that is too wide",
    "Your test lets 1% pass. A right program is at least ten thousand times closer.",
    "`rtol=1e-4` leaves room for rounding and for nothing else.",
    edits=instead(*(f"np.allclose(gradient(w), expected, rtol={rtol}, atol=1e-9)" for rtol in
                    ("0.1", "0.05", "0.02", "0.01"))))
ex.mistake("True and False have changed places",
    "Your test says True for the wrong programs and False for the right ones.",
    "What does `is_right` promise?",
    edits=instead("not " + COMPARED))
ex.mistake("the difference, not a verdict",
    "You return a number or an array. The exercise asks for a verdict: True or False.",
    "From which size on is a difference a mistake? Compare with that.",
    when=lambda found: all(np.ndim(each.value) or type(each.value) is float for each in found),
    edits=instead("np.linalg.norm(gradient(w) - expected)", "np.isclose(gradient(w), expected)"))
