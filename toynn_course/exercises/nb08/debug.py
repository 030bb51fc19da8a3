"""08.debug: three training loops that run without an error and do not learn as they should."""

from toynn_course.exercises.engine.exercise import Exercise
from toynn_course.exercises.wrong_lines import by_program, name_right_lines


def either_line(answer):
    """An answer in which either of the two lines that shuffle apart is the first of them."""
    answer = by_program(answer, "ABC")
    if isinstance(answer, dict) and answer.get("B") == 5:
        return answer | {"B": 4}
    return answer


ex = Exercise(
    "08.debug",
    title="Find the line",
    task="Each of the three programs has one wrong line. Give its number, as it is printed in "
    "front of the line. (If two lines are wrong only together, give either.)",
    stub='wrong_line = {\n    "A": ...,\n    "B": ...,\n    "C": ...,\n}',
    reference={"A": 6, "B": 4, "C": 3},
    independent=True,
    read=either_line,
    hints=(
        (
            "A: where does each step begin? B: which target does a sample have after the shuffle? "
            "C: what does momentum know of the steps before?"
        ),
        (
            "A: the step goes down from one network, with the gradient of another. B: two shuffles "
            "are two different orders. C: what is done in each epoch that should be done once?"
        ),
    ),
    why="None of the three raises an error, and in all three the cost is finite. What would have "
    "shown each of them early?",
    because="A tiny task that must come out: can it get four samples right? If the cost of four "
    "samples does not go to nearly 0, the loop is wrong, and not the data. And compare with a run "
    "that you know: momentum that gives exactly the costs of plain descent is not there.",
    expects="a dict with the number of a line for each of A, B and C",
)

ex.right((6, 4, 3), {"A": 6, "B": 5, "C": 3}, [6.0, 5.0, 3.0])

RIGHT_LINES = {
    "A": {
        2: "Line 2 sets the network once, before all epochs.",
        3: "Line 3 counts the epochs.",
        4: "Line 4 takes all samples in mini-batches, in a new order in each epoch.",
        5: "Line 5 finds the gradient of the network as it is now, on this mini-batch.",
        7: "Line 7 measures the network after the steps of the epoch, on all the data.",
    },
    "B": {
        2: "Line 2 only gives the arrays short names.",
        3: "Line 3 counts the epochs.",
        6: "Line 6 begins a mini-batch every `size` rows, up to the last.",
        7: "Line 7 takes the same rows of X and of Y.",
        8: "Line 8 finds the gradient of the network as it is now, on this mini-batch.",
        9: "Line 9 steps from the network as it is now, and keeps the new one.",
        10: "Line 10 measures on the data in its first order, where the pairs are right.",
    },
    "C": {
        2: "Line 2 counts the epochs.",
        4: "Line 4 finds the gradient of the network as it is now.",
        5: "Line 5 gives the rule what it is given, and keeps what it should remember.",
        6: "Line 6 steps along the directions, and keeps the new network.",
        7: "Line 7 measures the network after the step, on all the data.",
    },
}
HINTS = {
    "A": "Which network should a step begin from?",
    "B": "After the shuffle, is row 0 of X still the sample of row 0 of Y?",
    "C": "Print `memory` just before it is used, in the second epoch.",
}
name_right_lines(ex, RIGHT_LINES, HINTS)
