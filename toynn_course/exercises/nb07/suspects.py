"""07.suspects: name the bug from what it does to each array."""

from toynn_course.exercises.engine.exercise import Exercise
from toynn_course.hunt.bugs import BUGS
from toynn_course.hunt.suspects import SUSPECTS

ex = Exercise(
    "07.suspects",
    title="Who was it?",
    task="Name the bug of each suspect, with the names of the table above.",
    stub='suspects = {\n    "A": ...,\n    "B": ...,\n    "C": ...,\n}',
    reference=SUSPECTS,
    independent=True,
    words=tuple(name for name in BUGS if name != "none"),
    hints=(
        "First: which arrays are right? That leaves two or three suspects.",
        "f' is at most 1/4. What happens to a product in which it is forgotten?",
        "A and B both spare the last layer. In one of them every number of W1 is above 4.",
    ),
    why="Two rows of the table look alike. How can a program tell them apart with certainty?",
    because="By the exact numbers: on a fixed network every bug gives arrays of its own. The "
    "checks of this notebook do that with your answers.",
)

ex.right({"A": "One path", "B": "No slope at hidden nodes", "C": "The article's index"})

DELTA = ("sign", "twice", "slope at a", "z for a", "no slope at the output")
PATHS = ("one path", "no slope at hidden nodes")

# fmt: off
ex.mistake("one path and a missing slope are mixed up",
    "Right, it spares the last layer, and two bugs do that. Look at W1: a missing f' makes every "
    "number of a single sample at least four times too large, and a missing path can do anything "
    "to it.",
    "In which W1 is every number above 4?",
    wrong=[{"A": PATHS[1]}, {"B": PATHS[0]}])
ex.mistake("every array would be wrong",
    "That bug is in the deltas of the output, and all other deltas come from these. It would "
    "spoil every array, and here some are right.",
    "Which bugs leave W2 and b2 alone?",
    wrong=[{suspect: bug} for suspect in "AB" for bug in DELTA])
ex.mistake("the biases would be wrong",
    "That bug would spoil biases, too. For suspect C all biases are right, so the deltas are "
    "right, and the mistake is made where delta meets the activations.",
    "dC/db is delta itself. What is dC/dW made of?",
    wrong=[{"C": bug} for bug in (*DELTA, *PATHS, "bias minus")])
ex.mistake("weights and biases would not go together",
    "That bug spoils the weights of a layer or its biases, and leaves the other alone. Here they "
    "are right together and wrong together.",
    "What do the weights and the biases of a layer have in common? Delta.",
    wrong=[{s: bug} for s in "AB" for bug in ("the article's index", "own layer", "bias minus")])
ex.mistake("a single sample cannot show it",
    "The suspects are tried on one sample, and the sum over one sample is its mean.",
    "Look for a bug that shows in a single sample.",
    wrong=[{suspect: "sum, not mean"} for suspect in "ABC"])
ex.mistake("the own layer would have another shape",
    "`own layer` takes the activations that a layer gives. In a 2-3-2 network the sizes differ, "
    "so its arrays would have the wrong shape. C's have the right shape and wrong numbers.",
    "Look at the diagonal of C's W1. Which numbers are right?",
    wrong=[{"C": "own layer"}])
