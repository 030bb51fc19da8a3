"""02.and: three numbers that make a neuron compute AND."""

import numpy as np

from toynn_course.exercises.nb02.gates import gate

ex = gate(
    "AND",
    (1, 1, -1.5),
    right=([10, 10, -15], np.array([0.3, 0.2, -0.4]), ((1.0, 1.0), -2.0), (0.1, 4.1, -4.2)),
    hints=(
        "Take w1 = w2 = 1. The sum is then 0, 1, 1 and 2 for the four pairs of inputs.",
        "b moves all four sums together. Only the last may stay at 0 or above.",
        "Any b between -2 and -1 does it.",
    ),
    why="Your three numbers and those of the solution may differ. How can both be right?",
    because="A gate asks only on which side of the cut each of the four points lies. The cut can "
    "move and turn, as long as it passes no point.",
)
