"""What a hidden layer is worth on digits, what one pixel does, and the eight questions again."""

from toynn_course.exercises.engine.question import Explanation, Option, Prediction, Quiz
from toynn_course.exercises.nb00.questions import QUIZ

HIDDEN = Prediction(
    id="11.hidden",
    question="The mean images get 88.7% right. How much will 30 hidden nodes add on the test set, "
    "compared with no hidden layer at all?",
    ordered=True,
    options=(
        Option(
            "Nothing, or less than nothing",
            "Close. With smaller steps the two are equal within the luck of the split; with these "
            "settings the hidden layer is a point ahead on average.",
            misconception="a hidden layer only makes training harder",
        ),
        Option(
            "One or two points",
            "Centred digits differ in which pixels are dark, and a weighted sum can count those. "
            "There is little left for a hidden layer to do.",
            right=True,
        ),
        Option(
            "Five to ten points",
            "That would be so if ten weighted sums of pixels could do no better than the mean "
            "images. But the mean images are ten weighted sums, too, only not learnt ones: "
            "learning already brings most of the gain.",
            misconception="without a hidden layer nothing is learnt",
        ),
        Option(
            "Twenty points or more",
            "Then the network without a hidden layer would have to be far below 80%. It is well "
            "above the mean images.",
            misconception="more layers always mean more power",
        ),
    ),
)

SHIFT = Prediction(
    id="11.shift",
    question="The network with 30 hidden nodes reads 97% of the test images. Each of them is now "
    "moved by up to one pixel. How many will it read?",
    ordered=True,
    options=(
        Option(
            "Less than half",
            "It has never seen a digit that is not in the middle. Nothing told it that a moved "
            "digit is the same digit.",
            right=True,
        ),
        Option(
            "About three quarters",
            "It would be, if the errors came from the border of the image alone. But every pixel "
            "has moved.",
            misconception="only the pixels at the border matter",
        ),
        Option(
            "About 90%",
            "The test images were new to the network as well, but they were new in the same way: "
            "every one of them sits in the middle.",
            misconception="accuracy in a test is nearly accuracy in the world",
        ),
        Option(
            "About 97%, as before",
            "A person would. The network has weights for pixels, and after a move each of them "
            "looks at a neighbour of the pixel that it was made for.",
            misconception="the network sees shapes",
        ),
    ),
)

QUIZ_AGAIN = Quiz(
    id="11.quiz",
    title="The eight questions again",
    questions=QUIZ.questions,
    first="00.quiz",
)

WHY_A_PIXEL = Explanation(
    id="11.why_a_pixel",
    question="You still read every digit that was moved by one pixel, and a network that reads 97% "
    "of the centred ones does not. Why?",
    model="To the network an image is 64 numbers, and each of them has weights of its own. It has "
    "learnt which pixels are dark when a digit sits in the middle. After a move every weight meets "
    "the value of a neighbouring pixel, and nothing in its training data ever said that a moved "
    "digit is the same digit. Show it moved copies in training and it learns that as well.",
    points=(
        "Each pixel is an input with weights of its own; the network has no idea of shapes.",
        "All its training digits were centred, so it never learnt about moved ones.",
        "Training with moved copies cures it: the data must show what varies.",
    ),
)
