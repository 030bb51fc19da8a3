"""02.nand: three numbers that make a neuron compute NAND."""

import numpy as np

from toynn_course.exercises.nb02.gates import gate

ex = gate(
    "NAND",
    (-1, -1, 1.5),
    right=([-10, -10, 15], np.array([-0.3, -0.2, 0.4]), ((-2.0, -2.0), 3.0)),
    hints=(
        "NAND is the opposite of AND. Which neuron gives the opposite answer at every point?",
        "If all three numbers change their signs, z changes its sign.",
        "w1 = w2 = -1: the sums are 0, -1, -1 and -2, and only the last may end below 0.",
    ),
    why="Every logic circuit can be built from NAND gates. What follows for networks?",
    because="Neurons in several layers can compute every logic function, XOR included, although "
    "a single neuron cannot. Notebook 03 connects them.",
)
