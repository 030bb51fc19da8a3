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
        "z is -1 plus the bias. If z is 0 or more, the output is 0.5 or more.",
    ),
    why="You needed no calculator for the decision. Why not?",
    because="The sigmoid rises and is 0.5 at z = 0, so the sign of z decides. The exact output, "
    "0.731 here, does not matter.",
)

ex.right(
    {"first": 0.5 * 4, "second": -1.5 * 2, "z": 0.5 * 4 - 1.5 * 2 + 2, "decision": True},
    {"first": np.float32(2), "second": np.float64(-3), "z": np.array(1.0), "decision": 1},
)

for name, wrong, message, tip in [
    ("the inputs are swapped", [{"first": 0.5 * 2}],
     "1 is w1 times x2. Each weight belongs to the input with the same number: w1 to x1, w2 to x2.",
     "w1 = 0.5 and x1 = 4."),
    ("the products are swapped", [{"first": -3, "second": 2}],
     "`first` and `second` have swapped places: -3 is w2 x2.",
     "`first` is w1 x1, 0.5 times 4."),
    ("added instead of multiplied", [{"first": 0.5 + 4}, {"second": -1.5 + 2}],
     "You add the weight to its input, but w1 x1 means w1 times x1, and w2 x2 means w2 times x2.",
     "0.5 times 4, and -1.5 times 2."),
    ("b in the products", [{"first": 2 + 2, "second": -3 + 2}],
     "You add b to both products. It is added once, in z.",
     "`first` is 0.5 times 4, and nothing else."),
    ("no product", [{"first": 4, "second": 2}, {"first": 0.5, "second": -1.5}],
     "`first` and `second` are the inputs or the weights alone. Each should be a product of both.",
     "`first` is 0.5 times 4."),
    ("the minus of w2", [{"second": 3}],
     "`second` is 3, but w2 is -1.5, so the product is negative.",
     "-1.5 times 2"),
    ("minus b", [{"z": 2 - 3 - 2}],
     "The products are right, but with z = -3 you subtract b. It is added: z = w1 x1 + w2 x2 + b.",
     "The products make -1 together. Add 2 to that."),
    ("b is forgotten", [{"z": 2 - 3}],
     "The products are right, and -1 is their sum. The bias is still missing from z.",
     "b = 2 is added at the end."),
    ("the second product subtracted", [{"z": 2 + 3 + 2}],
     "The products are right, but z = 7 is 2 + 3 + 2. The second product is -3.",
     "2 + (-3) + 2"),
    ("the z of the example", [{"z": -0.5}],
     "-0.5 is the z of the example above. This neuron has other weights and another bias.",
     "z is the sum of `first`, `second` and b."),
    ("the output instead of z", [{"z": float(sigmoid(1))}, {"z": 0.731}, {"z": 0.73}],
     "`z` is 0.731, but that is the output, sigmoid(z). z is the sum before the sigmoid.",
     "z is the sum of `first`, `second` and b."),
    ("the output instead of the decision",
     [{"decision": float(sigmoid(1))}, {"decision": 0.731}, {"decision": 0.73}],
     "0.731 is the output a of the neuron. The decision is 1 if a is 0.5 or more, otherwise 0.",
     "A decision has no decimals: is 0.73 at least 0.5?"),
    ("the wrong side", [{"decision": 0}, {"decision": -1}],
     "The rest is right, but the decision is not: z is 1, and above 0 the output is above 0.5.",
     "The decision is 1 if z is 0 or more, otherwise 0."),
]:  # fmt: skip
    ex.mistake(name, message, tip, wrong=wrong)
