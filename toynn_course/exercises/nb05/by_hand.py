"""05.by_hand: the second step of gradient descent, by hand."""

from toynn_course.exercises.engine.exercise import Exercise

ex = Exercise(
    "05.by_hand",
    title="The second step, with blanks",
    task="C = w², rate 0.1. The first step led from 10 to 8. Fill in the slope at 8, by how much "
    "the second step moves w (with its sign), and where w is after it.",
    stub="slope_at_8 = ...  # C'(8)\nmove = ...  # with its sign\nnew_w = ...",
    reference={"slope_at_8": 16, "move": -1.6, "new_w": 6.4},
    hints=(
        "The slope first: C'(w) = 2w.",
        "The move is -rate × slope, that is -0.1 × 16.",
        "The new w is 8 plus the move.",
    ),
    why="The rate stayed the same. Why is the second step shorter than the first?",
    because="Because the slope is smaller: 16 instead of 20. The closer to the bottom, the flatter "
    "the curve and the shorter the step.",
)

ex.right((16.0, 0.1 * -16, 8 - 1.6))

# fmt: off
ex.mistake("the height instead of the slope",
    "64 is how high the curve is at 8. The blank is for how steep it is there: C'(w) = 2w.",
    "Two times 8.",
    wrong=[{"slope_at_8": 64}])
ex.mistake("the 2 of the slope is missing",
    "8 is w itself. The slope of w² is 2w.",
    "Two times 8.",
    wrong=[{"slope_at_8": 8}])
ex.mistake("the slope of the first step",
    "20 was the slope at 10. At 8 the curve is less steep.",
    "C'(w) = 2w, and w is 8 now.",
    wrong=[{"slope_at_8": 20}])
ex.mistake("a negative slope",
    "At 8 the curve rises to the right, so its slope is positive. The minus belongs to the move.",
    "C'(8) = 2 · 8.",
    wrong=[{"slope_at_8": -16}])
ex.mistake("the wrong direction",
    "The slope at 8 is positive, so downhill is to the left: `move` is negative, and `new_w` is "
    "below 8.",
    "The move is -rate × slope, and the new w is 8 plus the move.",
    wrong=[{"move": 1.6}, {"new_w": 9.6}])
ex.mistake("a step of 2 again",
    "A step of 2 would be as long as the first, but 0.1 × 16 is less. Keep the decimal place.",
    "0.1 × 16.",
    wrong=[{"move": -2}, {"new_w": 6}])
ex.mistake("without the rate",
    "You move by the whole slope, 16. The rate, 0.1, takes a tenth of it.",
    "0.1 × 16.",
    wrong=[{"move": -16}, {"new_w": -8}])
ex.mistake("move and new w have changed places",
    "`move` is by how far w changes, and `new_w` where it is afterwards. You swapped the two.",
    "One of them is negative.",
    wrong=[{"move": 6.4, "new_w": -1.6}])
