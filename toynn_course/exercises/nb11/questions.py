"""The questions of notebook 11."""

from toynn_course.exercises.engine.question import Option, Prediction, Quiz
from toynn_course.exercises.nb00.questions import QUIZ

HIDDEN = Prediction(
    id="11.hidden",
    question="The mean images get 88.7% right. How much will 30 hidden nodes add on the test set, "
    "compared with no hidden layer at all?",
    options=(
        Option(
            "A lot: 20 points or more",
            "Then the network without a hidden layer would have to be far below 80%. It is not: "
            "ten weighted sums of pixels do better than the mean images, which are ten "
            "weighted sums, too, only not learnt.",
            misconception="more layers always mean more power",
        ),
        Option(
            "A little: one or two points",
            "Centred digits differ in which pixels are dark, and a weighted sum can count those. "
            "There is little left for a hidden layer to do.",
            right=True,
        ),
        Option(
            "Nothing, or less than nothing",
            "Close. With smaller steps the two are equal within the luck of the split; with these "
            "settings the hidden layer is a point ahead on average.",
            misconception="a hidden layer only makes training harder",
        ),
    ),
)

SHIFT = Prediction(
    id="11.shift",
    question="The network with 30 hidden nodes reads 97% of the test images. Each of them is now "
    "moved by up to one pixel. How many will it read?",
    options=(
        Option(
            "About 95%: a pixel is nothing",
            "For a person. The network has weights for pixels, and after a move each of them "
            "looks at a neighbour of the pixel that it was made for.",
            misconception="the network sees shapes",
        ),
        Option(
            "About 75%",
            "It would be, if the errors came from the border of the image alone. But every pixel "
            "has moved.",
            misconception="accuracy in a test is nearly accuracy in the world",
        ),
        Option(
            "Less than half",
            "It has never seen a digit that is not in the middle. Nothing told it that a moved "
            "digit is the same digit.",
            right=True,
        ),
    ),
)

QUIZ_AGAIN = Quiz(
    id="11.quiz",
    title="The eight questions again",
    questions=QUIZ.questions,
    first="00.quiz",
)
