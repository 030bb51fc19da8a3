"""12.sampling: draw the next letter, in proportion to how likely each one is."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.nb12.drawn import NEAR, Shares, measured


def cases(*many):
    """Cases of weights, each with a generator of its own."""
    return tuple(
        case(
            np.array(weights),
            seed,
            shown=f"draw(np.array({weights}), rng), again and again,",
            expected=Shares(np.array([*weights, 0]) / sum(weights)),
        )
        for seed, weights in enumerate(many)
    )


def in_every_case(sign):
    """A sign of a mistake, from the Shares and the weights of each case."""
    return lambda found: all(sign(each.value, np.asarray(each.inputs[0])) for each in found)


def like(made_of):
    """A sign that the shares are those which a function makes of the weights."""

    def is_like(drawn, weights):
        return np.allclose(drawn.shares[:-1], made_of(weights), rtol=0, atol=NEAR)

    return in_every_case(is_like)


def powers(weights):
    """The softmax of the weights themselves."""
    p = np.exp(weights - weights.max())
    return p / p.sum()


def cut_at_one(weights):
    """What is left of the weights where their running sum passes 1."""
    edges = np.minimum(np.cumsum(weights), 1)
    shares = np.diff(edges, prepend=0)
    shares[-1] += 1 - edges[-1]
    return shares


def draws_weights(drawn, weights):
    """Whether what came are the weights themselves, which count as places where they are whole."""
    if weights.dtype.kind == "f":
        return drawn.kind == "a float"
    n, shares = len(weights), np.zeros(len(weights) + 1)
    for weight in weights:
        shares[min(weight, n)] += weight / weights.sum()
    return not drawn.kind and np.allclose(drawn.shares, shares, rtol=0, atol=NEAR)


ex = Exercise(
    "12.sampling",
    title="Draw the next letter",
    task="Write `draw(weights, rng)`: the place (0, 1, 2 ...) of one weight, drawn at random so "
    "that each place comes as often as its weight is large. The weights are numbers of at least 0, "
    "such as counts; they need not add up to 1. `rng` is a NumPy generator.",
    hints=(
        "For the weights 3, 1, 1 place 0 should come in 60 of 100 draws.",
        "`rng.choice(n, p=...)` draws a place below n, but its p has to add up to 1.",
        "`rng.choice(len(weights), p=weights / weights.sum())`",
    ),
    why="Why does the writer not simply take the most likely letter each time?",
    because="Then the same beginning would always be continued in the same way, and it could write "
    "a single name. What is likely should come often, what is unlikely now and then.",
    expects="one whole number",
    cases=cases([3, 1, 1], [0.5, 0.25, 0.25], [1, 0, 3], [2, 2, 2, 6], [0, 5, 0], [40, 60]),
    use=measured,
    seconds=6.0,
)


@ex.solution
def draw(weights, rng):
    """The place of one weight, drawn in proportion to the weights."""
    p = weights / weights.sum()
    return rng.choice(len(p), p=p)


NORMALISED, CHOICE = "weights / weights.sum()", "rng.choice(len(p), p=p)"


@ex.right
def on_a_ruler(weights, rng):
    edges = np.cumsum(weights)
    return int(np.searchsorted(edges, rng.random() * edges[-1], side="right"))


@ex.right
def by_subtracting(weights, rng):
    left = rng.random() * sum(weights)
    for place, weight in enumerate(weights):
        left -= weight
        if left < 0:
            return place
    return None


@ex.right
def by_multinomial(weights, rng):
    return int(rng.multinomial(1, weights / weights.sum()).argmax())


ex.mistake(
    "always the most likely one",
    "You take the place of the largest weight every time. Then there is no chance in it: the same "
    "letters are always followed by the same letter.",
    "The largest weight should come most often, the others in proportion.",
    when=in_every_case(lambda drawn, weights: drawn.shares[weights.argmax()] == 1),
    edits=[{CHOICE: "int(np.argmax(weights))"}],
)
ex.mistake(
    "the same seed each time",
    "You make a generator with a seed of your own in each call. It starts over every time, so it "
    "draws the same place again and again.",
    "Use the argument `rng`, which goes on where it stopped.",
    when=in_every_case(lambda drawn, _: not drawn.varies and not drawn.kind),
    edits=[{"rng.choice": "np.random.default_rng(0).choice"}],
)
ex.mistake(
    "chance from somewhere else",
    "Your shares are right, but you do not draw from `rng`. With the same generator the same names "
    "should come again, and yours differ.",
    "`rng.choice(...)` or `rng.random()`, without `np.random` in front.",
    when=in_every_case(
        lambda drawn, weights: (
            not drawn.kind
            and (drawn.repeatable is False or np.count_nonzero(weights) == 1)
            and np.allclose(drawn.shares[:-1], weights / weights.sum(), rtol=0, atol=NEAR)
        )
    ),
    edits=[{"rng.choice": "np.random.default_rng().choice"}],
)
ex.mistake(
    "the weights are ignored",
    "Each place comes equally often. Give the weights to the draw as well.",
    "`rng.choice(n, p=...)`",
    when=like(lambda weights: np.full(len(weights), 1 / len(weights))),
    edits=[{", p=p": ""}],
)


def does_not_add_up(found):
    """In some cases NumPy says that the probabilities do not add up to 1, the others are right."""
    wrong = [each for each in found if not each.right]
    return all(each.failure and "sum to 1" in each.failure.text for each in wrong)


ex.mistake(
    "not divided by the sum",
    "Where the weights add up to 1 you draw as you should. But counts do not add up to 1, and then "
    "NumPy refuses them as probabilities.",
    "What do 3, 1 and 1 have to be divided by?",
    "`weights / weights.sum()`",
    when=does_not_add_up,
    edits=[{NORMALISED: "weights"}],
)
ex.mistake(
    "not divided by the sum",
    when=does_not_add_up,
)
ex.mistake(
    "the ruler is longer than the throw",
    "You lay the weights end to end and throw a number between 0 and 1. But counts make a ruler "
    "longer than 1, and behind 1 your throw never lands.",
    "How long is the ruler for 3, 1 and 1?",
    "Multiply the throw by the sum of the weights, or divide the weights by it.",
    when=like(cut_at_one),
    edits=[{CHOICE: "min(int(np.searchsorted(np.cumsum(weights), rng.random())), len(p) - 1)"}],
)
ex.mistake(
    "softmax of what are no logits",
    "You apply softmax to the weights. They are in proportion already; e to their power makes the "
    "large ones overwhelming: 3, 1, 1 become 79%, 11%, 11%.",
    "Divide by the sum, and that is all.",
    when=like(powers),
    edits=[{NORMALISED: "np.exp(weights - weights.max()) / np.exp(weights - weights.max()).sum()"}],
)
ex.mistake(
    "counted from 1",
    "Your places begin at 1. In Python the first place is 0.",
    "`np.arange(len(weights))` begins at 0.",
    when=in_every_case(
        lambda drawn, weights: (
            not drawn.kind
            and np.allclose(drawn.shares[1:], weights / weights.sum(), rtol=0, atol=NEAR)
        )
    ),
    edits=[{CHOICE: "rng.choice(len(p), p=p) + 1"}],
)
ex.mistake(
    "a list of many draws",
    "You return several numbers. One call draws one letter, so it should return one place.",
    "`size=...` asks for many; leave it out.",
    when=in_every_case(lambda drawn, _: drawn.kind.endswith("whole numbers")),
    edits=[{"p=p": "p=p, size=1"}, {"p=p": "p=p, size=10"}],
)
ex.mistake(
    "a weight instead of its place",
    "You draw one of the weights. The place of it is what tells you which letter comes.",
    "`rng.choice(len(weights), p=...)`",
    when=in_every_case(draws_weights),
    edits=[{"len(p)": "weights"}],
)
