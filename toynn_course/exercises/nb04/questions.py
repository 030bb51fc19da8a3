"""How far one wrong sample reaches, and which mistake is corrected faster."""

from toynn_course.exercises.engine.question import Explanation, Option, Prediction

OUTLIER = Prediction(
    id="04.outlier",
    question="One of 151 flowers has a typing error: a petal width of 20 cm instead of 0.2. By "
    "how much does that move the best line, with the quadratic and with the absolute cost?",
    options=(
        Option(
            "Neither moves: one flower in 151 does not count",
            "With squares it counts a lot: a distance of 20 costs as much as 400 distances of 1.",
            misconception="one sample of many cannot matter",
        ),
        Option(
            "Both move, and about equally far",
            "Each flower is counted once in both, but not with the same force: the pull of a point "
            "is the slope of its cost, and with squares that grows with the distance.",
            misconception="every sample pulls equally hard",
        ),
        Option(
            "The quadratic line moves visibly, the other hardly",
            "Squares make far points heavy. To the absolute cost a point pulls with the same force "
            "however far away it is.",
            right=True,
        ),
        Option(
            "The absolute line moves visibly, the other hardly",
            "It is the other way round: the slope of |a - y| is 1 or -1 wherever the point is.",
            misconception="squares soften a large distance",
        ),
    ),
)

SLOW = Prediction(
    id="04.slow",
    question="A sigmoid neuron gets the input 1 and should answer 0. It can start at 0.82 "
    "(w = 0.6, b = 0.9) or at 0.98 (w = 2, b = 2), and learns with the quadratic cost. From which "
    "start is its answer below 0.5 first?",
    options=(
        Option(
            "From 0.98: the more wrong, the larger the steps",
            "That is what a learner would wish for. But a step is proportional to (a - y) times "
            "the slope of the sigmoid, and at 0.98 the sigmoid is nearly flat.",
            misconception="the more wrong, the larger the step",
        ),
        Option(
            "From 0.82, but only just: it is a little closer",
            "It is a little closer, and it takes a sixth of the time. The difference is in the "
            "steps: at 0.98 they are tiny.",
            misconception="what counts is how far there is to go",
        ),
        Option(
            "From 0.82, and long before the other",
            "It takes 36 epochs from there, and 232 from 0.98. At z = 4 the slope is 0.018, at "
            "z = 1.5 it is 0.149: eight times as steep.",
            right=True,
        ),
        Option(
            "From both at about the same time",
            "The outputs are close, but their z are not: 1.5 and 4. And the slope falls off "
            "quickly with z.",
            misconception="equal rates learn equally fast",
        ),
    ),
)

WHY_CROSS_ENTROPY = Explanation(
    id="04.why_cross_entropy",
    question="A neuron answers 0.98 where 0 is right. With the quadratic cost it hardly learns; "
    "with cross-entropy it learns at once. Why?",
    model="The step is the derivative of the cost with respect to z, and for the quadratic cost "
    "that is the mistake times the slope of the sigmoid. At 0.98 the sigmoid is almost flat, so "
    "the product is small although the mistake is large. The derivative of cross-entropy has that "
    "slope in its denominator. The two cancel, and what is left is the mistake itself: the more "
    "wrong the answer, the larger the step.",
    points=(
        "With the quadratic cost the step contains the slope of the sigmoid.",
        "That slope is almost 0 where the neuron is saturated.",
        "With cross-entropy the slope cancels, and the mistake is left.",
    ),
)
