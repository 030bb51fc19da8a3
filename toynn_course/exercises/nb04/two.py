"""04.two: two networks with the same accuracy and different costs."""

from toynn_course.exercises.engine.exercise import Exercise

ex = Exercise(
    "04.two",
    title="Judge two networks",
    task="Two networks answer 0.9, 0.8, 0.4 and 0.6, 0.6, 0.4, where 1, 1, 1 is right. Give the "
    "accuracy of each (above 0.5 counts as 1), as a number from 0 to 1, and its mean quadratic "
    "cost, all to four decimal places or more.",
    stub="accuracy_first = ...\naccuracy_second = ...\ncost_first = ...\ncost_second = ...",
    reference={
        "accuracy_first": 2 / 3,
        "accuracy_second": 2 / 3,
        "cost_first": 0.41 / 6,
        "cost_second": 0.68 / 6,
    },
    independent=True,
    atol=7e-5,  # rounded or cut off after four places
    expects="four numbers",
    hints=(
        "Accuracy first: which of the three answers are above 0.5?",
        "Cost: the differences from 1, squared, halved, and averaged over the three samples.",
    ),
    why="Why can accuracy not tell which of the two networks is closer to the goal?",
    because="Accuracy sees only on which side of 0.5 an answer lies. The cost sees how far off it "
    "is, and says that the first network is closer.",
)

ex.right((0.6667, 0.6667, 0.0683, 0.1133), (2 / 3, 0.66666, 0.06833, 0.11333))

# fmt: off
ex.mistake("the costs have changed places",
    "The cost of the first network is in `cost_second`, and that of the second in `cost_first`.",
    "Which network is closer to 1, 1, 1?",
    wrong=[{"cost_first": 0.68 / 6, "cost_second": 0.41 / 6}])
ex.mistake("the sum instead of the mean",
    "0.205 and 0.34 are the sums over the three samples. The mean is a third of that.",
    "Three samples, so divide by 3.",
    wrong=[{"cost_first": 0.205}, {"cost_second": 0.34}])
ex.mistake("the half is missing",
    "0.1367 and 0.2267 are the means of the squares. Each sample costs half of its square.",
    "Divide by 2.",
    wrong=[{"cost_first": 0.41 / 3}, {"cost_second": 0.68 / 3}])
ex.mistake("the absolute cost",
    "0.3 and 0.4667 are the mean distances from 1. The quadratic cost takes half of their squares.",
    "0.1² / 2, 0.2² / 2, 0.6² / 2 for the first network.",
    wrong=[{"cost_first": 0.3}, {"cost_second": 1.4 / 3}])
ex.mistake("the fraction of wrong answers",
    "0.3333 is the fraction that is wrong. The accuracy is the fraction that is right.",
    "How many of the three answers are above 0.5?",
    wrong=[{"accuracy_first": 1 / 3}, {"accuracy_second": 1 / 3}])
ex.mistake("the mean of the answers",
    "0.7 and 0.5333 are the means of the answers. Accuracy counts how many are right.",
    "0.9 counts as 1, and 0.4 as 0.",
    wrong=[{"accuracy_first": 0.7}, {"accuracy_second": 1.6 / 3}])
ex.mistake("a count or a percentage",
    "The accuracy should be a number from 0 to 1: the right answers divided by all answers.",
    "2 of 3.",
    wrong=[{f"accuracy_{which}": value} for which in ("first", "second") for value in (2, 66.67)])
ex.mistake("an accuracy of 0 or 1",
    "1 means that all three are right, 0 that none is. But 0.9, 0.8 and 0.6 count as 1, 0.4 as 0.",
    "Both networks get two of the three right.",
    wrong=[{f"accuracy_{which}": value} for which in ("first", "second") for value in (0, 1)])
