"""02.threshold: where a neuron with one input answers exactly one half."""

import numpy as np

from toynn import sigmoid
from toynn_course.exercises.engine.exercise import Exercise, case

ex = Exercise(
    "02.threshold",
    title="The threshold",
    task="Write `threshold(w, b)`: the input x at which a neuron with one input, the weight w and "
    "the bias b answers exactly 0.5, that is where w x + b = 0. `w` is a number or a NumPy array "
    "of weights of any shape, and never 0; `b` is one number.",
    hints=(
        "Try w = 2 and b = 3 on paper: for which x is 2 x + 3 equal to 0?",
        "Solve w x + b = 0 for x: first subtract b on both sides, then divide both sides by w.",
    ),
    why="Why does the exercise promise that no weight is 0?",
    because="With w = 0, z is b for every x. Then the neuron never changes its mind.",
    cases=(
        case(2.0, 3.0),
        case(-4, 6),
        case(0.5, -13),
        case(3, 0),
        case(np.array([1.0, -2.0, 0.25]), 1.5),
        case(np.array([[1, 2, 4], [-1, -5, 10]]), -7),
    ),
    draw=lambda rng: (
        rng.uniform(0.5, 5, size=(2, 2)).round(2) * rng.choice([-1, 1], size=(2, 2)),
        round(rng.uniform(-5, 5), 2),
    ),
)


@ex.solution
def threshold(w, b):
    """The input at which a neuron with weight w and bias b answers exactly 0.5."""
    return -b / w


@ex.right
def other_sign_below(w, b):
    return b / -w


@ex.right
def from_the_output(w, b):
    return (np.log(0.5 / (1 - 0.5)) - b) / w


@ex.right
def loop(w, b):
    if isinstance(w, int | float):
        return -b / w
    places = np.zeros(w.shape)
    for index in np.ndindex(w.shape):
        places[index] = -b / w[index]
    return places


@ex.right
def lists(w, b):
    return np.divide(-b, w).tolist()


@ex.right
def float32(w, b):
    return np.float32(-b) / np.asarray(w, dtype=np.float32)


# fmt: off
ex.mistake("the minus sign is missing",
    "With w = 2 and b = 3 you answer 1.5. At that input, z is 2 · 1.5 + 3 = 6. The bias has to be "
    "cancelled, so w x must be -3, not 3.",
    "What happens to the sign of b when you move it to the other side of w x + b = 0?",
    edits=[{"-b / w": "b / w"}])
ex.mistake("the weight is ignored",
    "You use only the bias: with w = 2 and b = 3 you answer -3, and z is 2 · (-3) + 3 = -3 there, "
    "not 0. With twice the weight, half the input is enough.",
    "From w x = -b, how do you get x alone?",
    edits=[{"-b / w": "-b"}, {"-b / w": "-b + 0 * w"}])
ex.mistake("the bias is taken for the threshold",
    "You answer the bias itself: 3, with w = 2 and b = 3. But z is 2 · 3 + 3 = 9 there. The bias "
    "is an amount of z, and the threshold is a value of x.",
    "For which x does w x cancel b?",
    edits=[{"-b / w": "b"}, {"-b / w": "b + 0 * w"}])
ex.mistake("upside down",
    "Your fraction is upside down: you divide the weight by the bias. With w = 2 and b = 3 you "
    "get -0.67, but 2 x = -3 is solved by x = -1.5.",
    "In w x = -b, which number has to go, so that x is alone on its side?",
    edits=[{"-b / w": "-w / b"}])
ex.mistake("upside down and without the minus sign",
    "You divide the weight by the bias: with w = 2 and b = 3 you get 0.67. Two things have to "
    "change: the fraction is upside down, and its sign is wrong.",
    "Solve 2 x + 3 = 0 on paper, one step at a time.",
    edits=[{"-b / w": "w / b"}])
ex.mistake("multiplied instead of divided",
    "You multiply the bias by the weight. With w = 2 and b = 3 you get -6, "
    "but 2 · (-6) + 3 is -9, not 0.",
    "What undoes a multiplication by w?",
    edits=[{"-b / w": "-b * w"}])
ex.mistake("subtracted instead of divided",
    "You subtract the weight. With w = 2 and b = 3 you get -5, but 2 · (-5) + 3 is -7, not 0. In "
    "w x, the weight is a factor.",
    "What undoes a multiplication by w?",
    edits=[{"-b / w": "-b - w"}])
ex.mistake("z is set to one half",
    "You look for the input where z is 0.5. But it is the output that should be 0.5, after the "
    "sigmoid, and sigmoid(0.5) is 0.62. With w = 2 and b = 3 you answer -1.25 instead of -1.5.",
    "For which z is sigmoid(z) exactly 0.5?",
    edits=[{"-b / w": "(0.5 - b) / w"}])


@ex.mistake("the sigmoid of the threshold")
def sigmoid_on_top(w, b):
    """You put the result through the sigmoid, so with w = 2 and b = 3 you answer 0.18.

    - The question is about an input, and the sigmoid gives outputs. What do you have without it?
    """
    return sigmoid(-b / w)


@ex.mistake("the output instead of the input")
def output(w, b):
    """You answer 0.5. That is the output at the threshold, and the exercise asks for the input.

    - Which x makes w x + b equal to 0?
    """
    return 0.5


@ex.mistake("the sign is thrown away")
def absolute(w, b):
    """Your answer is never negative. With w = 2 and b = 3 you get 1.5, and z is 6 there.

    - The threshold can be on either side of 0: leave the sign as it comes out.
    """
    return np.abs(b / w)


@ex.mistake("rounded down to a whole number")
def whole(w, b):
    """You answer whole numbers: with w = 2 and b = 3 it is -2, but the threshold is -1.5.

    - In Python `//` rounds down to a whole number. Which operator divides without rounding?
    """
    return -b // w
