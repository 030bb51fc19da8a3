"""02.by_hand: the output of one neuron, computed by hand."""

import numpy as np

from toynn.activations import sigmoid
from toynn_course.exercises.engine.exercise import Exercise

ex = Exercise(
    "02.by_hand",
    title="A neuron by hand",
    task="For w = (0.5, -1.5), b = 2 and the inputs x = (4, 2), fill in the blanks.",
    stub="first = ...  # w1 x1\nsecond = ...  # w2 x2\nz = ...  # the weighted sum\n"
    "decision = ...  # 1 or 0",
    reference={"first": 2.0, "second": -3.0, "z": 1.0, "decision": 1},
    hints=(
        "Two products, then their sum plus the bias, then a look at the sign of z.",
        "w1 x1 is 0.5 times 4.",
        "z is -1 plus the bias. Where z is 0 or more, the output is 0.5 or more.",
    ),
    why="You needed no calculator for the decision. Why not?",
    because="The sigmoid rises and is 0.5 at z = 0, so the sign of z decides. Its exact value, "
    "0.731 here, does not matter for that.",
)

ex.right(
    {"first": 0.5 * 4, "second": -1.5 * 2, "z": 0.5 * 4 - 1.5 * 2 + 2, "decision": True},
    {"first": np.float32(2), "second": np.float64(-3), "z": np.array(1.0), "decision": 1},
)

ex.mistake(
    "the inputs are swapped",
    "Each weight belongs to the input with the same number: w1 to x1, and w2 to x2. You "
    "multiplied w1 by x2.",
    "w1 = 0.5 and x1 = 4.",
    wrong=[{"first": 0.5 * 2}],
)

ex.mistake(
    "minus b",
    "The products are right, but you subtract b where it is added: z = w1 x1 + w2 x2 + b.",
    "The products make -1 together. Add 2 to that.",
    wrong=[{"z": 2.0 - 3.0 - 2.0}],
)

ex.mistake(
    "the output instead of the decision",
    "That is the output a of the neuron. The decision is what it rounds to: 1 if it is 0.5 or "
    "more, else 0.",
    "A decision has no decimals: is 0.73 at least 0.5?",
    wrong=[{"decision": float(sigmoid(1.0))}, {"decision": 0.731}, {"decision": 0.73}],
)
