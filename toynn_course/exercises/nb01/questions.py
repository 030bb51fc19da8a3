"""The questions of notebook 01."""

from toynn_course.exercises.engine.question import Option, Prediction

WATCH = Prediction(
    id="01.watch",
    question="The network begins with 25 random numbers. One epoch takes it once through all 500 "
    "points, in 50 small steps. Will its boundary separate the disc from the ring after 1 epoch?",
    options=(
        Option(
            "Yes: it has seen every point once",
            "Seeing is not enough. Each step moves the numbers a little in a direction that helps "
            "a few points; in the picture the boundary hardly moves in the first epoch.",
            misconception="the network stores what it sees",
        ),
        Option(
            "No: the boundary will be a little better, no more",
            "Each step is small, so that it does not undo what other points need. Watch how many "
            "points are on their own side after 1, 10 and 100 epochs.",
            right=True,
        ),
        Option(
            "No: it cannot learn before somebody tells it the rule",
            "Nobody ever will. The targets of the points are all that it is told.",
            misconception="the network must be programmed",
        ),
    ),
)

CHANGES = Prediction(
    id="01.changes",
    question="What will be different in the trained network, compared with the one at the start?",
    options=(
        Option(
            "Its code: training writes a better program",
            "The program that computes an answer is the same, to the last character. Look for it: "
            "`forward` in toynn/network.py has no idea of circles.",
            misconception="the network is programmed by training",
        ),
        Option(
            "Its data: it keeps the points that it has seen",
            "It has room for 25 numbers; the data is 1500.",
            misconception="the network looks its answers up",
        ),
        Option(
            "Its numbers, and nothing else",
            "25 weights and biases have other values. That is all that learning is.",
            right=True,
        ),
    ),
)
