"""12.debug: two programs that write and one that cuts samples, each with one wrong line."""

from functools import partial

from toynn_course.exercises.engine.exercise import Exercise
from toynn_course.exercises.wrong_lines import by_program, name_right_lines

ex = Exercise(
    "12.debug",
    title="Three broken writers",
    task="Each of the three programs has one wrong line. Give its number, as it is printed in "
    "front of the line.",
    stub='wrong_line = {\n    "A": ...,\n    "B": ...,\n    "C": ...,\n}',
    reference={"A": 9, "B": 6, "C": 6},
    independent=True,
    read=partial(by_program, programs="ABC"),
    hints=(
        (
            "A: how long does the network think the word is so far? B: some words go round in "
            "circles. What must be the same each time round? C: can anybody be that sure of the "
            "next letter?"
        ),
        (
            "A: print `seen` in each round of the loop. B: where is the generator made, and how "
            "often? C: print the first few pairs."
        ),
    ),
    why="A and B look broken at once. C has by far the lowest cost in this notebook, and on names "
    "that it never saw. What is wrong with such good news?",
    because="It is too good. You cannot be sure what comes after mar either, so somebody must have "
    "told the network. Such a cost mostly means that the answer is among the inputs. A baseline "
    "tells you what is too good to be true, and a look at five samples tells you why.",
    expects="a dict with the number of a line for each of A, B and C",
)

ex.right((9, 6, 6), [9.0, 6.0, 6.0], {"C": 6, "B": 6, "A": 9})

RIGHT_LINES = {
    "A": {
        2: "Line 2 begins with no letters, and with a context of end marks alone.",
        3: "Line 3 stops a word that has become too long. With a right context it is hardly ever "
        "needed.",
        4: "Line 4 asks the network about whatever stands in `seen`.",
        5: "Line 5 draws a symbol as often as its probability says, from a generator that goes on.",
        6: "Line 6 looks for the end mark. It would stop there if one were drawn.",
        7: "Line 7 leaves the loop where the end mark was drawn.",
        8: "Line 8 puts the new letter behind the others.",
        10: "Line 10 returns the word, without an end mark.",
    },
    "B": {
        2: "Line 2 begins with no letters.",
        3: "Line 3 stops a word that has become too long.",
        4: "Line 4 takes the last letters of the word, with end marks in front of a short one.",
        5: "Line 5 asks the network about these letters.",
        7: "Line 7 draws a symbol as often as its probability says, if the generator goes on from "
        "draw to draw.",
        8: "Line 8 looks for the end mark.",
        9: "Line 9 leaves the loop where the end mark was drawn.",
        10: "Line 10 puts the new letter behind the others.",
        11: "Line 11 returns the word, without an end mark.",
    },
    "C": {
        2: "Line 2 begins with no pairs.",
        3: "Line 3 takes one word at a time, so that no pair has letters of two.",
        4: "Line 4 puts a whole context of end marks in front, and one end mark behind.",
        5: "Line 5 counts the places in the padded text, from the first letter of the word to its "
        "end mark.",
        7: "Line 7 keeps the pair.",
        8: "Line 8 returns the pairs of all words.",
    },
}
HINTS = {
    "A": "After m and a have been written, what should stand in `seen`, and what does?",
    "B": "A generator with the same seed begins with the same throw. How often is it made?",
    "C": "Which letters of `text` are in `seen`? Is the one that came among them?",
}
name_right_lines(ex, RIGHT_LINES, HINTS)
