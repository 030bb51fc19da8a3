"""02.or: three numbers that make a neuron compute OR."""

import numpy as np

from toynn_course.exercises.nb02.gates import gate

ex = gate(
    "OR",
    (1, 1, -0.5),
    right=([20, 20, -10], np.array([[0.7, 0.9, -0.2]]), {"w1": 3, "w2": 2, "b": -1}),
    hints=(
        "Begin with the neuron for AND: which of the three numbers must change, and which way?",
        "With w1 = w2 = 1 the sums are 0, 1, 1 and 2. Only the first may end below 0.",
        "Any b between -1 and 0 does it.",
    ),
    why="From AND to OR only b has to change. What does that do to the cut?",
    because="It moves the cut without turning it: towards (0, 0), past the two points with a "
    "single 1.",
)
