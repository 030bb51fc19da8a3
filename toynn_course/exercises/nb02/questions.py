"""What the bias does, and what one neuron can decide."""

from toynn_course.exercises.engine.question import Explanation, Option, Prediction

BIAS = Prediction(
    id="02.bias",
    question="A neuron with one input has w = 1 and b = 0: its curve crosses 0.5 at x = 0. "
    "Now b goes from 0 to -3. What does the curve do?",
    options=(
        Option(
            "It moves to the left, by 3",
            "A smaller b sounds like a smaller x. But b is added to the sum: x has to make up for "
            "the -3 before z is back at 0, so the curve crosses 0.5 further to the right.",
            misconception="the curve moves the way b moves",
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
            "It stays, but gets flatter",
            "How steep the curve is depends on w alone; b only moves it sideways.",
            misconception="b changes the slope",
        ),
    ),
)

GATE = Prediction(
    id="02.gate",
    question="One neuron, two inputs that are 0 or 1, and you may choose w1, w2 and b freely. "
    "Which of the four gates can it compute?",
    options=(
        Option(
            "AND and OR, but neither NAND nor XOR",
            "NAND can be done, too: turn the signs of all three numbers of AND round. A negative "
            "weight says no as loudly as a positive one says yes.",
            misconception="a neuron cannot say no",
        ),
        Option(
            "AND, OR and XOR, but not NAND",
            "It seems that nothing can come out where both inputs are 0. But the bias is there "
            "even then: NAND only needs one above 0. And XOR is the one that cannot be done.",
            misconception="without an input nothing comes out",
        ),
        Option(
            "AND, OR and NAND, but not XOR",
            "One neuron is one straight cut. For XOR the two points that should give 1 are "
            "opposite corners of the square, and so are the other two: every straight cut leaves "
            "at least one of the four on its wrong side.",
            right=True,
        ),
        Option(
            "All four, with the right numbers",
            "Three of them can be done. However you choose, a neuron is one straight cut, and XOR "
            "needs two.",
            misconception="some choice of numbers computes anything",
        ),
    ),
)

WHY_NO_STEP = Explanation(
    id="02.why_no_step",
    question="A neuron should decide between 0 and 1, and the step does exactly that. Why does "
    "training still need something smooth, such as the sigmoid?",
    model="Training changes each weight a little and asks whether the answer got better. With a "
    "step the output does not move at all when a weight moves a little, so there is no telling "
    "which direction is better: its slope is 0 on both sides of the jump. A sigmoid answers to "
    "every small change, and its slope says which way to go and how much it helps.",
    points=(
        "Training works by small changes of the weights.",
        "After a small change a step gives the same output as before: its slope is 0.",
        "The slope of a smooth curve tells which direction is better.",
    ),
)
