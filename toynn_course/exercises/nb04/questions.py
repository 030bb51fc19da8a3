"""The questions of notebook 04."""

from toynn_course.exercises.engine.question import Option, Prediction

SLOW = Prediction(
    id="04.slow",
    question="A sigmoid neuron gets the input 1 and should answer 0. It can start at 0.82 "
    "(w = 0.6, b = 0.9) or at 0.98 (w = 2, b = 2), and learns with the quadratic cost. From which "
    "start is it below 0.5 first?",
    options=(
        Option(
            "From 0.98: it is more wrong, so it is corrected more",
            "That is what a learner would wish for. But a step is proportional to (a - y) times "
            "the slope of the sigmoid, and at 0.98 the sigmoid is nearly flat.",
            misconception="the more wrong, the larger the step",
        ),
        Option(
            "From 0.82, and by far",
            "It takes 36 epochs from there, and 232 from 0.98. At z = 4 the slope is 0.018, at "
            "z = 1.5 it is 0.149: eight times as steep.",
            right=True,
        ),
        Option(
            "About the same from both: 0.82 and 0.98 are close",
            "The outputs are close, their z are not: 1.5 and 4. And the slope falls off quickly "
            "with z.",
            misconception="what counts is the output, not the slope",
        ),
    ),
)

OUTLIER = Prediction(
    id="04.outlier",
    question="One of 151 flowers has a typing error: a petal width of 20 cm in place of 0.2. By "
    "how much does that move the best line, with the quadratic and with the absolute cost?",
    options=(
        Option(
            "Neither moves: one flower in 151 does not count",
            "With squares it counts a lot: a distance of 20 costs as much as 400 distances of 1.",
            misconception="one sample of many cannot matter",
        ),
        Option(
            "The quadratic one moves visibly, the absolute one hardly",
            "Squares make far points heavy. To the absolute cost a point pulls with the same force "
            "however far away it is.",
            right=True,
        ),
        Option(
            "The absolute one moves more",
            "It is the other way round: the slope of |a - y| is 1 or -1 wherever the point is.",
            misconception="the absolute cost is the sharper one",
        ),
    ),
)
