"""What the first pass does, and where a network keeps what it has learnt."""

from toynn_course.exercises.engine.question import Explanation, Option, Prediction

WATCH = Prediction(
    id="01.watch",
    question="The network begins with 25 random numbers. One epoch takes it once through all 500 "
    "points, in 50 small steps. Will its boundary separate the disc from the ring after 1 epoch?",
    options=(
        Option(
            "Yes: it has seen every point once",
            "Seeing a point does not store it. Each step moves the numbers a little, in a "
            "direction that helps a few points; after one epoch 291 of the 500 are right, where "
            "265 were before.",
            misconception="the network stores what it sees",
        ),
        Option(
            "Roughly: the other epochs only polish the edge",
            "Then most points would be right by now. It is 291 of 500, and nobody could tell the "
            "boundary from the one at the start.",
            misconception="most is learnt on the first pass",
        ),
        Option(
            "No: you will hardly see a difference",
            "Each step is small, so that it does not undo what other points need. Watch how many "
            "points are right after 1, 10 and 100 epochs.",
            right=True,
        ),
        Option(
            "Never: 500 points are too few for a network",
            "How many it takes depends on the task. A disc in a ring is a simple one: in epoch 100 "
            "every point is right.",
            misconception="a network always needs huge amounts of data",
        ),
    ),
)

CHANGES = Prediction(
    id="01.changes",
    question="At the start 265 of the 500 points were answered right, and now all of them are. "
    "Where in the trained network is the disc?",
    options=(
        Option(
            "In its code: training has written a better program",
            "The program that computes an answer is the same, to the last character. Look for it: "
            "`forward` in toynn/network.py has no idea of circles.",
            misconception="the network is programmed by training",
        ),
        Option(
            "In its memory: it keeps the points it has seen",
            "It has room for 25 numbers; the data has 1500.",
            misconception="the network looks its answers up",
        ),
        Option(
            "In one of its nodes, which knows what a disc is",
            "No single node can have it: each node of the first layer is one straight cut "
            "(notebook 02 shows why). Only together do they close.",
            misconception="each idea has a neuron of its own",
        ),
        Option(
            "In the values of all its numbers together",
            "25 weights and biases have other values. That is all that learning is.",
            right=True,
        ),
    ),
)

WHY_NOT_LOOKED_UP = Explanation(
    id="01.why_not_looked_up",
    question="A friend says: “Of course it gets all 500 points right, it has seen them 300 times. "
    "It has simply memorised them.” Why is that not what happened here?",
    model="The network has only 25 numbers, and the data has 1500, so there is no room for the "
    "points. And it also answers points that it has never seen, such as (0.5, -0.5), and answers "
    "them right. What it has learnt is where the boundary lies, and that holds for the points in "
    "between as well.",
    points=(
        "25 numbers cannot hold 500 points.",
        "It is right about points that it has never seen.",
        "What it has learnt is a boundary, and not a list.",
    ),
)
