"""12.temperature: how bold the writer is."""

import numpy as np

from toynn import softmax
from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.engine.signs import overflows

ex = Exercise(
    "12.temperature",
    title="Temperature",
    task="Write `heated(logits, temperature)`: the softmax of the logits divided by the "
    "temperature. The logits are a row of numbers, the temperature is above 0. Temperatures as low "
    "as 0.001 should work without a warning; you may use toynn's `softmax`.",
    hints=(
        "Divide first, then take the softmax.",
        "At a temperature of 0.5 the logits 2, 1, 0 go into the softmax as 4, 2, 0.",
        "`softmax(np.asarray(logits) / temperature)`",
    ),
    why="What does a temperature do to the ratio of two probabilities?",
    because="It raises it to the power 1 / T. At T = 0.5 a letter that was three times as likely "
    "as another is nine times as likely. As T grows, every ratio goes to 1.",
    expects="an array of positive numbers that add up to 1",
    cases=(
        case(np.array([2.0, 1.0, 0.0]), 0.5),
        case(np.array([2.0, 1.0, 0.0]), 2.0),
        case(np.array([1, 3, -1, 0]), 1),
        case(np.array([-1.0, -3.0]), 4),
        case(np.array([5.0, 4.0, -6.0]), 0.001),
    ),
    draw=lambda rng: (rng.uniform(-3, 3, 4).round(1), round(float(rng.uniform(0.3, 3)), 1)),
)


@ex.solution
def heated(logits, temperature):
    """The softmax of the logits, divided by the temperature first."""
    return softmax(logits / temperature)


WHOLE = "softmax(logits / temperature)"


@ex.right
def by_hand(logits, temperature):
    z = np.asarray(logits, dtype=float) / temperature
    powers = np.exp(z - z.max())
    return powers / powers.sum()


@ex.right
def as_a_power(logits, temperature):
    p = softmax(logits)
    powers = (p / p.max()) ** (1 / temperature)
    return (powers / powers.sum()).tolist()


@ex.right
def term_by_term(logits, temperature):
    top = max(logits)
    powers = [2.718281828459045 ** ((z - top) / temperature) for z in logits]
    return tuple(power / sum(powers) for power in powers)


ex.mistake(
    "after the softmax",
    "You divide the probabilities by the temperature. At T = 0.5 your three numbers add up to 2, "
    "and they are in the same proportion as before.",
    "The temperature belongs to the logits, before the softmax.",
    edits=[{WHOLE: "softmax(logits) / temperature"}],
)
ex.mistake(
    "the temperature cancels",
    "Your numbers add up to 1, but they are the same at every temperature: whatever you divide the "
    "probabilities by, dividing by their sum takes it out again.",
    "Divide the logits instead, before the softmax.",
    edits=[
        {WHOLE: "softmax(logits)"},
        {WHOLE: "softmax(logits) / temperature / (softmax(logits) / temperature).sum()"},
    ],
)
ex.mistake(
    "upside down",
    "You multiply the logits by the temperature. Then a high one makes the writer timid and a low "
    "one makes it wild; it should be the other way round.",
    "Divide by it. At T = 0.5 the logits 2, 1, 0 become 4, 2, 0.",
    edits=[
        {WHOLE: "softmax(logits * temperature)"},
        {WHOLE: "softmax(logits) ** temperature / (softmax(logits) ** temperature).sum()"},
    ],
)
ex.mistake(
    "softmax twice",
    "You divide the probabilities by the temperature and take the softmax of that. Softmax belongs "
    "on logits; probabilities lie so close together that it makes them nearly equal.",
    "One softmax, and what goes into it are the logits divided by the temperature.",
    edits=[
        {WHOLE: "softmax(softmax(logits) / temperature)"},
        {WHOLE: "softmax(softmax(logits / temperature))"},
    ],
)
ex.mistake(
    "the power of the probabilities, not divided by their sum",
    "You raise the probabilities to the power 1 / T, which has the right proportions. But they no "
    "longer add up to 1.",
    "Divide them by their sum.",
    edits=[{WHOLE: "softmax(logits) ** (1 / temperature)"}],
)
ex.mistake(
    "not divided by the sum",
    "You take e to the power of z / T and stop there. The numbers are positive, but they do not "
    "add up to 1.",
    "Divide them by their sum, or use `softmax`.",
    edits=[
        {WHOLE: "np.exp(logits / temperature)"},
        {WHOLE: "np.exp((logits - logits.max()) / temperature)"},
    ],
)
ex.mistake(
    "the temperature is subtracted",
    "You subtract the temperature from the logits, and softmax takes that out again: only the "
    "differences between logits count.",
    "Divide by it.",
    edits=[{WHOLE: "softmax(logits - temperature + 1e-3 * logits)"}],
)
ex.mistake(
    "a power overflows",
    "At ordinary temperatures your numbers are right. But at T = 0.001 a logit of 5 becomes 5000, "
    "and e^5000 is more than a float can hold.",
    "Subtract the largest number first, as in notebook 11. Or let toynn's `softmax` do it.",
    when=overflows,
    edits=[{WHOLE: "np.exp(logits / temperature) / np.exp(logits / temperature).sum()"}],
)
ex.mistake(
    "only the most likely one",
    "You put everything on the largest logit. That is what the temperature 0 would do; the others "
    "should get their share.",
    "Divide the logits by the temperature, then take their softmax.",
    edits=[{WHOLE: "np.eye(len(logits))[np.argmax(logits)]"}],
)
ex.mistake(
    "no softmax at all",
    "You divide the logits by the temperature and return that. Logits can be negative, and they do "
    "not add up to 1.",
    "Take the softmax of what you have.",
    edits=[{WHOLE: "logits / temperature"}],
)
