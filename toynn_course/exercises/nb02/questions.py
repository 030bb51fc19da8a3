"""The questions of notebook 02."""

from toynn_course.exercises.engine.question import Option, Prediction

BIAS = Prediction(
    id="02.bias",
    question="A neuron with one input has w = 1 and b = 0: its curve crosses 0.5 at x = 0. "
    "Now b goes from 0 to -3. What does the curve do?",
    options=(
        Option(
            "It moves to the left, by 3",
            "A smaller b sounds like smaller x, but b is added to the sum: x has to make up for "
            "the -3 before z is back at 0, so the curve crosses 0.5 later, not earlier.",
            misconception="b moves the curve the way it moves itself",
        ),
        Option(
            "It moves to the right, by 3",
            "z = x - 3 is 0 at x = 3. In general the curve crosses 0.5 at x = -b / w.",
            right=True,
        ),
        Option(
            "It moves down, by 3",
            "b is added before the sigmoid, not after it: whatever b is, the output stays between "
            "0 and 1.",
            misconception="b is added to the output",
        ),
        Option(
            "It becomes flatter",
            "How steep the curve is lies with w alone; b only moves it.",
            misconception="b changes the slope",
        ),
    ),
)

GATE = Prediction(
    id="02.gate",
    question="One neuron, two inputs that are 0 or 1, and you may choose w1, w2 and b freely. "
    "For which of these is there no choice that gets all four pairs of inputs right?",
    options=(
        Option(
            "AND",
            "AND can be done: a cut between (1, 1) and the three other points, for instance "
            "w1 = w2 = 1, b = -1.5.",
        ),
        Option(
            "OR",
            "OR can be done: a cut between (0, 0) and the three other points, for instance "
            "w1 = w2 = 1, b = -0.5.",
        ),
        Option(
            "NAND",
            "NAND can be done: it is AND with all three signs turned round.",
            misconception="a neuron cannot say no",
        ),
        Option(
            "XOR",
            "The two points that should give 1 are opposite corners of the square, and so are the "
            "other two. One straight cut leaves at least one of the four on its wrong side.",
            right=True,
        ),
        Option(
            "None: with the right numbers each of them works",
            "Three of them do. However you choose, a neuron is one straight cut; XOR needs two.",
            misconception="some choice of numbers computes anything",
        ),
    ),
)
