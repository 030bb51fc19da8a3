"""Notebook 01: read off what learning changes, and tell the kinds of machine learning apart."""

from toynn_course.exercises.engine.exercise import Exercise, Mistake
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

three = Exercise(
    id="01.three",
    title="Read off three things",
    task="Read three numbers off the viewer: how many of the 500 points of the circle are on their "
    "own side in epoch 0 and in epoch 10, and the cost in epoch 100, to three digits.",
    stub="""right_at_0 = ...
right_at_10 = ...
cost_at_100 = ...""",
    solution={"right_at_0": 265, "right_at_10": 340, "cost_at_100": 0.027},
    also_right=(
        {"right_at_0": 265.0, "right_at_10": 340.0, "cost_at_100": 0.027},
        {"right_at_0": 265, "right_at_10": 340, "cost_at_100": 0.0272},
        {"right_at_0": 265, "right_at_10": 340, "cost_at_100": 2.7e-2},
    ),
    tolerance=2e-4,
    expects="two counts and a cost",
    mistakes=(
        Mistake(
            name="percent in place of a count",
            wrong={"right_at_0": 53},
            also=({"right_at_0": 0.53}, {"right_at_10": 68}, {"right_at_10": 0.68}),
            message="That is a share of the points; the question asks how many they are.",
            hints=("The sentence below the picture counts them: so many of 500 points.",),
        ),
        Mistake(
            name="the epoch before",
            wrong={"right_at_0": 291},
            also=({"right_at_10": 338},),
            message="That is the number of another epoch. Epoch 0 is the network before training, "
            "with the slider at its left end.",
            hints=(
                "The sentence below the picture names the epoch that it speaks of.",
                "Press Home on the slider for epoch 0, and then the right arrow ten times.",
            ),
        ),
        Mistake(
            name="the other data",
            wrong={"cost_at_100": 0.011},
            message="That is the cost of the squares. Choose circle in the menu of the viewer.",
            hints=("The sentence below the picture begins with the name of the data.",),
        ),
    ),
    hints=(
        "The sentence below the picture has all three.",
        "The slider goes by one epoch with the arrow keys.",
        "Choose circle as data; press Home for epoch 0.",
    ),
    question="From epoch 10 to epoch 100 the program got better. Which line of it changed?",
    answer="None. Its 25 numbers have other values, and that is all.",
)

KINDS = {
    "filter spam, from mails that people have marked": "supervised",
    "suggest films, from what viewers watched and rated": "supervised",
    "find groups of similar customers, with no names for the groups": "unsupervised",
    "learn chess by playing, told only who won": "reinforcement",
    "predict the next word, from texts alone": "self-supervised",
    "estimate the price of a house, from earlier sales": "supervised",
}

kinds = Exercise(
    id="01.kinds",
    title="Four kinds of learning",
    task='Label each task: "supervised", "unsupervised", "reinforcement" or "self-supervised".',
    stub="""kinds = {
    "filter spam, from mails that people have marked": ...,
    "suggest films, from what viewers watched and rated": ...,
    "find groups of similar customers, with no names for the groups": ...,
    "learn chess by playing, told only who won": ...,
    "predict the next word, from texts alone": ...,
    "estimate the price of a house, from earlier sales": ...,
}""",
    solution=KINDS,
    also_right=(
        {task: kind.upper() for task, kind in KINDS.items()},
        {task: kind.capitalize() for task, kind in KINDS.items()},
        dict(reversed(KINDS.items())),
    ),
    expects="a dict with one of the four words for each task",
    mistakes=(
        Mistake(
            name="suggestions taken for unsupervised",
            wrong={"suggest films, from what viewers watched and rated": "unsupervised"},
            message="Nobody was asked to label films, and still the data holds answers: a click, a "
            "rating, a film watched to the end are labels that viewers gave in passing.",
            hints=(
                "What does the data say about each pair of a viewer and a film?",
                "If a viewer rated a film, is that an answer that a model could have predicted?",
            ),
        ),
        Mistake(
            name="next word taken for unsupervised",
            wrong={"predict the next word, from texts alone": "unsupervised"},
            message="Nobody labelled the texts, but each word is the right answer to the question "
            "what follows the words before it. The answers are cut out of the data itself.",
            hints=("What is the target, when the input is the text up to some word?",),
        ),
        Mistake(
            name="next word taken for supervised",
            wrong={"predict the next word, from texts alone": "supervised"},
            message="There are targets, as in supervised learning, but no person has given them: "
            "they are cut out of the data itself, and there is a word for that.",
            hints=("Look at the last row of the table above.",),
        ),
        Mistake(
            name="a game taken for supervised",
            wrong={"learn chess by playing, told only who won": "supervised"},
            message="Supervised would be to be told the right move in each position. Here there is "
            "only a reward at the end, for the game as a whole.",
            hints=("How often is the player told something, and about what?",),
        ),
        Mistake(
            name="a price taken for something else",
            wrong={"estimate the price of a house, from earlier sales": "unsupervised"},
            also=({"estimate the price of a house, from earlier sales": "reinforcement"},),
            message="A target may be any number, not only a class: the price of each earlier sale "
            "is the right answer to that sample.",
            hints=("What is the target of a sale that is in the data?",),
        ),
        Mistake(
            name="groups taken for supervised",
            wrong={"find groups of similar customers, with no names for the groups": "supervised"},
            message="Supervised needs an answer to every sample. Nobody knows the groups here, so "
            "there is nothing to compare an answer with.",
            hints=("What would the target of a customer be?",),
        ),
    ),
    hints=(
        "Ask of each: does the data hold the right answer to every sample?",
        "If it does: has a person or the world given it, or is it a part of the sample itself?",
        "If it does not: is there a reward now and then, or nothing at all?",
    ),
    question="Is the circle of this notebook supervised? How do you know?",
    answer="Yes: every point comes with its target, 1 or -1.",
)
