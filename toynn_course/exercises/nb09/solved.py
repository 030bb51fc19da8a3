"""09.solved: the share of runs that count as solved."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, case

ex = Exercise(
    "09.solved",
    title="What counts as solved",
    task="Write `share_solved(runs, limit)`: the share of runs, from 0 to 1, whose test loss is "
    "below the limit (equal to it is not below). `runs` is a list of at least one pair (training "
    "loss, test loss).",
    hints=(
        "For a single run: is `run[1] < limit`?",
        "Count the runs for which it is, and divide by `len(runs)`.",
    ),
    why="Five of ten runs are solved. What would you expect of the next ten?",
    because="Not exactly five. If half of all starts were good, ten of them would often give three "
    "or seven. With four neurons on XOR, the next ten gave two. A share of ten runs is a rough "
    "number.",
    cases=(
        case([(0.001, 0.5)], 0.02),
        case([(0.5, 0.01)], 0.02),
        case([(0.03, 0.015), (0.001, 0.4), (0.01, 0.03)], 0.02),
        case([(0.05, 0.06), (0.5, 0.001), (0.04, 0.049), (0.001, 0.08), (0.1, 0.05)], 0.05),
        case([(1, 0), (0, 2), (0, 1), (0, 3), (2, 5), (3, 0), (1, 0)], 1),
    ),
    draw=lambda rng: (rng.uniform(0, 0.1, size=(6, 2)).round(2).tolist(), 0.06),
)


@ex.solution
def share_solved(runs, limit):
    """The share of runs that are solved; a run is a pair (training loss, test loss)."""
    return sum(test < limit for training, test in runs) / len(runs)


@ex.right
def loop(runs, limit):
    solved = 0
    for run in runs:
        if run[1] < limit:
            solved += 1
    return solved / len(runs)


@ex.right
def mean(runs, limit):
    return np.mean(np.array(runs)[:, 1] < limit)


ex.right(edits=[{"sum(test < limit for": "len([1 for", " in runs)": " in runs if limit > test])"}])

WHOLE = "sum(test < limit for training, test in runs) / len(runs)"

# fmt: off
ex.mistake("judged by the training loss",
    "You compare the training loss with the limit. The network has seen those points, so it may "
    "have memorised them: 0.001 in training and 0.5 in the test is a failure.",
    "Which of the two numbers of a run is about points that the network has not seen?",
    edits=[{"sum(test <": "sum(training <"}])
ex.mistake("the training loss counts too",
    "Your answer depends on the training loss as well. Whether a run is solved is decided by its "
    "test loss alone, whatever it did in training.",
    "You need only the second number of each pair.",
    edits=[{"test < limit for": "training < limit and test < limit for"},
           {"test < limit for": "training < limit or test < limit for"},
           {"test < limit for": "(training + test) / 2 < limit for"},
           {"test < limit for": "test - training < limit for"}])
ex.mistake("losses counted instead of runs",
    "You count all losses below the limit, of both kinds. One run is one pair, and its second "
    "number decides.",
    "`np.array(runs)[:, 1]` is the column of the test losses.",
    edits=[{WHOLE: "np.mean(np.array(runs) < limit)"}])
ex.mistake("equal to the limit counts as below",
    "A run whose test loss is just the limit counts as solved in your answer. Solved means below.",
    "`<`, not `<=`",
    edits=[{"test < limit": "test <= limit"}])
ex.mistake("the number of runs instead of their share",
    "That is how many runs are solved. The share is that, divided by how many runs there are.",
    "`/ len(runs)`",
    edits=[{" / len(runs)": ""}])
ex.mistake("in percent",
    "That is the share in percent. The task asks for a number from 0 to 1.",
    "Leave out the 100.",
    edits=[{"sum(": "100 * sum("}])
ex.mistake("a whole division",
    "`//` throws away everything after the decimal point, so you get 0 or 1 and nothing between.",
    "`/`",
    edits=[{" / ": " // "}])
ex.mistake("0.02 instead of the limit",
    "You always compare with 0.02. The second argument says what the limit is: 0.02 in the first "
    "case, 0.05 in another.",
    "`test < limit`",
    edits=[{"test < limit": "test < 0.02"}])
ex.mistake("divided by a fixed number",
    "You always divide by the same number. There may be one run, or seven: divide by how many "
    "there are.",
    "`len(runs)`, not 5, and not `len(runs[0])`, which is 2 for every pair.",
    edits=[{"/ len(runs)": "/ 5"}, {"/ len(runs)": "/ len(runs[0])"}, {"/ len(runs)": "/ 10"}])
ex.mistake("the share that failed",
    "You count the runs above the limit. Solved means below.",
    "Turn the comparison round.",
    edits=[{"test < limit": "test >= limit"}, {"test < limit": "test > limit"}])
ex.mistake("the mean loss instead of the share",
    "You compare the mean of the test losses with the limit. One bad run can lift that mean above "
    "it, even if all others are solved.",
    "First compare each run with the limit, then count.",
    edits=[{WHOLE: "np.mean(runs, axis=0)[1] < limit"}])
ex.mistake("losses added up",
    "You add up the losses below the limit. Each solved run counts as 1, however low its loss is.",
    "`sum(test < limit for ...)` adds up True and False, which count as 1 and 0.",
    edits=[{"test < limit for": "test for", " in runs)": " in runs if test < limit)"}])
ex.mistake("it ends after the first run",
    "Your result depends on the first run only. A `return` inside the loop ends the function in "
    "the first round.",
    "Move `return` to the left, below the loop.",
    edits=[{" in runs)": " in runs[:1])"}])
ex.mistake("one run is left out",
    "Your function leaves out the last run, or the first.",
    "`range(len(runs))` goes through all of them; `for run in runs` is simpler.",
    edits=[{" in runs)": " in runs[:-1])"}, {" in runs)": " in runs[1:])"}])
ex.mistake("a row instead of a column",
    "`[1]` of a table is its second row: the second run. You need the second number of every run.",
    "`np.array(runs)[:, 1]` is a column.",
    edits=[{WHOLE: "np.mean(np.array(runs)[1] < limit)"}])
ex.mistake("rounded",
    "You round the share. One of three is 0.3333..., and not 0.3.",
    "Return it as it is.",
    edits=[{"sum(": "round(sum(", "len(runs)": f"len(runs), {digits})"} for digits in (1, 2)])
