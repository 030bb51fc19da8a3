"""08.rate: what must change when gradients are summed, and the data doubled."""

from toynn_course.exercises.engine.exercise import Exercise

ex = Exercise(
    "08.rate",
    title="The same steps, summed",
    task="100 samples, all of them in each step, the mean of their gradients, rate 0.5: that "
    "trains well. Give the rate that makes the same steps in four other programs: one that sums "
    "the gradients; one that takes the mean, over the data twice (200 samples); one that sums, "
    "over the data twice; and one that sums over mini-batches of 10 (steps on average as long).",
    stub="rates = {\n"
    '    "summed": ...,\n'
    '    "mean, data twice": ...,\n'
    '    "summed, data twice": ...,\n'
    '    "summed, batches of 10": ...,\n'
    "}",
    reference={
        "summed": 0.005,
        "mean, data twice": 0.5,
        "summed, data twice": 0.0025,
        "summed, batches of 10": 0.05,
    },
    independent=True,
    hints=(
        "A sum of 100 gradients is 100 times their mean.",
        "If every sample is there twice, does the mean change? Does the sum?",
        (
            "The step is rate × gradient. If the gradient is n times as large, the rate has to be "
            "n times as small."
        ),
    ),
    why="The article's program sums. A colleague adds new examples to it, and training diverges. "
    "What do you say?",
    because="More examples make the sum, and so every step, longer: it is as if somebody had "
    "turned up the learning rate. Take means, and the rate no longer depends on how much data "
    "there is.",
    expects="a dict with a number for each of the four programs",
)

ex.right(
    (0.5 / 100, 0.5, 0.5 / 200, 0.5 / 10),
    {"summed": 5e-3, "mean, data twice": 1 / 2, "summed, data twice": 25e-4,
     "summed, batches of 10": 0.5 / 10},
    [0.005, 0.5, 0.0025, 0.05],
)  # fmt: skip

ex.mistake(
    "the rate of the mean for a sum",
    "With 0.5 and a sum, every step would be as many times as long as there are samples in it.",
    "The sum of n gradients is n times their mean. What must the rate be divided by?",
    wrong=[{key: 0.5} for key in ("summed", "summed, data twice", "summed, batches of 10")],
)
ex.mistake(
    "multiplied instead of divided",
    "A sum is larger than a mean, so its rate has to be smaller.",
    "Divide by the number of samples in a step.",
    wrong=[{"summed": 50}, {"summed, data twice": 100}, {"summed, batches of 10": 5}],
)
ex.mistake(
    "the mean does not change",
    "If every sample is there twice, the sum is twice as large, and so is the number of samples: "
    "the mean is what it was.",
    "Is the average height of a class another one if you count everybody twice?",
    wrong=[
        {"mean, data twice": 0.25},
        {"mean, data twice": 1},
        {"mean, data twice": 1.0},
        {"mean, data twice": 0.0025},
        {"mean, data twice": 0.005},
    ],
)
ex.mistake(
    "the doubled data is forgotten",
    "0.005 is right for 100 samples. Now there are 200 in each step, so the sum is twice as large "
    "again.",
    "0.5 divided by 200.",
    wrong=[{"summed, data twice": 0.005}],
)
ex.mistake(
    "twice the data, twice the rate",
    "Twice the data makes the sum twice as large, so the rate has to be half of what it was, not "
    "twice.",
    "0.5 divided by 200.",
    wrong=[{"summed, data twice": 0.01}, {"summed, data twice": 0.25}],
)
ex.mistake(
    "all samples instead of those in a step",
    "In a step on a mini-batch, the sum has 10 gradients in it, not 100.",
    "Divide by the number of samples in one step.",
    wrong=[
        {"summed, batches of 10": 0.005},
        {"summed, batches of 10": 0.0005},
        {"summed, batches of 10": 0.0025},
    ],
)
ex.mistake(
    "a decimal place too many or too few",
    "The digit is right, and the decimal point is in the wrong place.",
    "0.5 / 100 is 0.005.",
    wrong=[
        {"summed": 0.05},
        {"summed": 0.0005},
        {"summed, data twice": 0.025},
        {"summed, data twice": 0.00025},
    ],
)
