"""01.three: three numbers to read off the training viewer."""

from toynn_course.exercises.engine.exercise import Exercise

ex = Exercise(
    "01.three",
    title="Read off three numbers",
    task="Read three numbers off the viewer: how many of the 500 points of the circle are "
    "classified correctly in epoch 0 and in epoch 10, and the cost in epoch 100, to three decimal "
    "places or more.",
    stub="right_at_0 = ...\nright_at_10 = ...\ncost_at_100 = ...",
    reference={"right_at_0": 265, "right_at_10": 340, "cost_at_100": 0.027},
    independent=True,
    rtol=0,
    atol=5e-4,  # whatever rounds to 0.027
    expects="three numbers: two counts and a cost",
    hints=(
        "The sentence below the picture tells you all three.",
        "The arrow keys move the slider by one epoch.",
        "Choose circle as the data, and press Home for epoch 0.",
    ),
    why="In epoch 0, 265 of the 500 points are right. Had the network learned something by then?",
    because="No. Half of the points are orange, so chance alone gets about half of them right.",
)

ex.right(
    {"right_at_0": 265.0, "right_at_10": 340.0, "cost_at_100": 2.7e-2},
    {"right_at_0": 265, "right_at_10": 340, "cost_at_100": 0.0269},
)

COUNTS, COST = ("right_at_0", "right_at_10"), "cost_at_100"
for name, wrong, message, tip in [
    ("a share instead of a count",
     [{COUNTS[0]: 53}, {COUNTS[0]: 0.53}, {COUNTS[1]: 68}, {COUNTS[1]: 0.68}],
     "53% and 68% of the points are right. How many of the 500 points is that?",
     "The sentence below the picture gives the number, as '... of 500 points'."),
    ("the points on the wrong side", [{COUNTS[0]: 235}, {COUNTS[1]: 160}],
     "235 and 160 points are classified wrongly. How many are classified correctly?",
     "Subtract your number from 500."),
    ("the two counts are swapped", [{COUNTS[0]: 340, COUNTS[1]: 265}],
     "The two counts have swapped places: 265 is the one from epoch 0.",
     "The number grows while the network learns."),
    ("the numbers of the squares", [{COUNTS[0]: 270}, {COUNTS[1]: 357}, {COST: 0.011}],
     "270, 357 and 0.011 are the numbers for the squares. The exercise is about the circle.",
     "Choose circle in the menu of the viewer; the sentence below the picture begins with it."),
    ("another epoch",
     [{COUNTS[0]: n} for n in (291, 500)] + [{COUNTS[1]: n} for n in (338, 344, 418, 500)]
     + [{COST: cost} for cost in (0.52, 0.508, 0.461, 0.033, 0.008, 0.004)],
     ("One of your numbers is from another epoch. In epoch 1, for example, 291 points are "
     "right, in epoch 9 there are 338, and in epoch 10 the cost is still 0.461."),
     "Press Home for epoch 0, then the right arrow ten times for epoch 10."),
    ("a thousandth off", [{COST: 0.026}, {COST: 0.028}],
     "Your cost is a thousandth off. Is the slider at 100, and is the last digit rounded?",
     "The viewer has already rounded the cost for you."),
    ("the decimal point", [{COST: cost} for cost in (0.27, 2.7, 2.69, 27, 26.9)],
     "The digits of your cost are right, but the decimal point is in the wrong place.",
     "The cost is less than a tenth."),
]:  # fmt: skip
    ex.mistake(name, message, tip, wrong=wrong)
