"""08.success: choose a rate by many seeds, and say honestly how good it is."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, called
from toynn_course.exercises.engine.signs import one_number_for_many

# Two numbers for each pair of a rate and a seed: how much is right of the validation and test data.
RUNS = [
    (
        "lambda rate, seed: ({0.1: [3, 4, 5], 1: [9, 8, 4], 10: [10, 0, 1]}[rate][seed], {0.1: [8, "
        "9, 8], 1: [6, 7, 2], 10: [9, 1, 2]}[rate][seed])"
    ),
    "lambda rate, seed: (rate * (4 - rate) + seed % 3, 10 * rate + seed % 5)",
    "lambda rate, seed: (1 / (1 + rate) + (seed == 7), rate + seed**2)",
    "lambda rate, seed: {1: (5, 9), 2: (9, 4), 3: (1, 12)}[rate]",
    "lambda rate, seed: ((rate > 1) + 0.0, 0.5 * (seed % 2) + rate)",
]

ex = Exercise(
    "08.success",
    title="The best of several rates",
    task="Write `best_rate(run, rates, seeds)`: `run(rate, seed)` trains one network and returns "
    "two numbers, its accuracy on the validation data and on the test data. Choose the rate with "
    "the highest mean validation accuracy over all seeds (the first, if two are equal). Return it, "
    "and its mean test accuracy over all seeds.",
    hints=(
        "For each rate: run all seeds, and keep both means.",
        "Choose by the first mean, and report the second.",
        "A loop over the rates that remembers the best so far will do.",
    ),
    why="You chose by validation and reported the test. Why not simply report the highest "
    "validation accuracy that you have seen?",
    because="The highest of several numbers is too good to be true: some of it is luck, and you "
    "chose the rate because of that luck. The test data had no part in the choice, so its number "
    "is honest.",
    expects="a pair: the rate, and its mean test accuracy",
    cases=(
        called(f"best_rate({RUNS[0]}, [0.1, 1, 10], [0, 1, 2])"),
        called(f"best_rate({RUNS[1]}, [1, 2, 3, 0.5], [0, 1, 2, 3])"),
        called(f"best_rate({RUNS[2]}, [0.3, 3], [7, 1, 2])"),
        called(f"best_rate({RUNS[2]}, [3, 1, 0.5, 2], range(5, 15))"),
        called(f"best_rate({RUNS[3]}, [1, 2, 3], [0, 1])"),
        called(f"best_rate({RUNS[4]}, [1, 2, 3], [3, 5, 6])"),
        called(f"best_rate({RUNS[1]}, [4], [8])"),
    ),
)


@ex.solution
def best_rate(run, rates, seeds):
    """The rate with the best mean validation accuracy, and its mean test accuracy."""
    highest = -1
    for rate in rates:
        pairs = [run(rate, seed) for seed in seeds]
        validation = sum(pair[0] for pair in pairs) / len(pairs)
        test = sum(pair[1] for pair in pairs) / len(pairs)
        if validation > highest:
            highest, best, reported = validation, rate, test
    return best, reported


HIGHER, KEEP = "if validation > highest:", "highest, best, reported = validation, rate, test"
VALIDATION = "validation = sum(pair[0] for pair in pairs) / len(pairs)"
TEST = "test = sum(pair[1] for pair in pairs) / len(pairs)"
RUN = "pairs = [run(rate, seed) for seed in seeds]"


@ex.right
def with_dicts(run, rates, seeds):
    means = {rate: np.mean([run(rate, seed) for seed in seeds], axis=0) for rate in rates}
    best = max(means, key=lambda rate: means[rate][0])
    return best, means[best][1]


@ex.right
def chosen_first(run, rates, seeds):
    seeds = list(seeds)

    def mean(rate, which):
        return sum(run(rate, seed)[which] for seed in seeds) / len(seeds)

    means = [mean(rate, 0) for rate in rates]
    best = rates[means.index(max(means))]
    return [best, mean(best, 1)]


@ex.right
def with_an_array(run, rates, seeds):
    table = np.array([[run(rate, seed) for seed in seeds] for rate in rates]).mean(axis=1)
    best = table[:, 0].argmax()
    return rates[best], table[best, 1]


ex.mistake(
    "the test data chooses",
    "You choose the rate by its accuracy on the test data. Then the test is part of the choice, "
    "and what it says about the winner is too good to be true.",
    "Which of the two numbers may have a part in the choice?",
    "Choose by the mean of the first numbers, and report the mean of the second.",
    edits=[{HIGHER: "if test > highest:", KEEP: "highest, best, reported = test, rate, test"}],
)
ex.mistake(
    "both have a part in the choice",
    "You choose by validation and test accuracy together. The test data may have no part in the "
    "choice.",
    "Choose by the mean of the first numbers alone.",
    edits=[
        {HIGHER: "if validation + test > highest:", KEEP: KEEP.replace("= v", "= test + v")},
    ],
)
ex.mistake(
    "the validation accuracy is reported",
    "You report the accuracy that you chose by. The highest of several numbers is partly luck; the "
    "test data was kept aside to give an honest one.",
    "The second number that you return should come from the test data.",
    edits=[{KEEP: "highest, best, reported = validation, rate, validation"}],
)
ex.mistake(
    "one seed for all",
    "You run a single seed for each rate. One run proves little: another seed may turn the order "
    "round.",
    "A mean over all seeds, for each rate.",
    edits=[
        {RUN: "pairs = [run(rate, seeds[0])]"},
        {RUN: "pairs = [run(rate, seeds[-1])]"},
        {RUN: "pairs = [run(rate, 0) for seed in seeds]"},
    ],
)
ex.mistake(
    "the luckiest run chooses",
    "You choose by the best single run of each rate. A rate that works once in ten times would win "
    "against one that works every time.",
    "Compare means over all seeds, not maxima.",
    edits=[
        {VALIDATION: "validation = max(pair[0] for pair in pairs)"},
        {
            VALIDATION: "validation = max(pair[0] for pair in pairs)",
            TEST: "test = max(pairs)[1]",
        },
        {
            VALIDATION: "validation = max(pair[0] for pair in pairs)",
            TEST: "test = max(pair[1] for pair in pairs)",
        },
    ],
)
ex.mistake(
    "the luckiest test is reported",
    "You choose well, and then report the best single test accuracy of the winner. Nobody who "
    "trains it again can count on that.",
    "Report the mean over all seeds.",
    edits=[{TEST: "test = max(pair[1] for pair in pairs)"}],
)
ex.mistake(
    "the test of one seed is reported",
    "You report the test accuracy of a single run of the winner. Report the mean over all seeds.",
    "The mean of the second numbers, over all seeds.",
    edits=[{TEST: "test = pairs[0][1]"}, {TEST: "test = pairs[-1][1]"}],
)
ex.mistake(
    "sums instead of means",
    "You report a sum over the seeds. Divide it by the number of seeds.",
    "`/ len(pairs)`",
    edits=[
        {TEST: "test = sum(pair[1] for pair in pairs)"},
        {
            TEST: "test = sum(pair[1] for pair in pairs)",
            VALIDATION: "validation = sum(pair[0] for pair in pairs)",
        },
    ],
)
ex.mistake(
    "the last of two equal rates",
    "Where two rates have the same mean, you take the later one. The exercise asks for the first.",
    "`>`, not `>=`.",
    edits=[{HIGHER: "if validation >= highest:"}],
)
ex.mistake(
    "the worst rate",
    "You choose the rate with the lowest mean. These are accuracies, not costs: more is better.",
    "`>` instead of `<`.",
    edits=[{"highest = -1": "highest = 1e9", HIGHER: "if validation < highest:"}],
)
ex.mistake(
    "the number of the rate in the list",
    "You return the place of the best rate in the list. The exercise asks for the rate itself.",
    "`rates[...]`",
    edits=[{KEEP: KEEP.replace("rate,", "rates.index(rate),")}],
)
ex.mistake(
    "the pair is the wrong way round",
    "You return the accuracy first. The rate should come first.",
    "`return best, reported`",
    edits=[{"return best, reported": "return reported, best"}],
)
ex.mistake(
    "one number for two",
    "You return one number. There are two: the rate, and its mean test accuracy.",
    "`return best, reported` returns a pair.",
    when=one_number_for_many,
    edits=[{"return best, reported": "return best"}, {"return best, reported": "return reported"}],
)
