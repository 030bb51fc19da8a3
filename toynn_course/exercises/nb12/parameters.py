"""12.parameters: an estimate of what a longer context costs, in a network and in a table."""

from toynn_course.exercises.engine.comparison import as_array
from toynn_course.exercises.engine.exercise import Exercise

LAYER, LAST = 5 * 27 * 64 + 64, 64 * 27 + 27
COUNTS = {"network, 5 letters": LAYER + LAST, "table, 5 letters": 27**5 * 27}
NEAR = 0.1  # an estimate may be off by this share


def as_estimates(answer):
    """An answer with the exact number wherever an estimate is near enough."""
    if isinstance(answer, list | tuple) and len(answer) == len(COUNTS):
        answer = dict(zip(COUNTS, answer, strict=True))
    if not isinstance(answer, dict):
        return answer
    return {key: _nearest(key, value) for key, value in answer.items()}


def _nearest(key, value):
    array = as_array(value)
    if key not in COUNTS or array is None or array.ndim or array.dtype.kind not in "iuf":
        return value
    return COUNTS[key] if abs(float(value) / COUNTS[key] - 1) <= NEAR else value


ex = Exercise(
    "12.parameters",
    title="What does a longer context cost?",
    task="Estimate two numbers; within 10% will do. The parameters of a network that sees 5 "
    "letters, with 64 hidden nodes and 27 outputs. And the cells of a table that counts what came "
    "after each possible context of 5 letters, where a letter is one of 27 symbols.",
    stub='costs_of = {\n    "network, 5 letters": ...,\n    "table, 5 letters": ...,\n}',
    reference=COUNTS,
    independent=True,
    read=as_estimates,
    rtol=1e-6,
    atol=0.0,
    hints=(
        "Every letter of the context takes 27 inputs, and each hidden node has a weight for each.",
        "For one letter the table has 27 · 27 cells. Each further letter multiplies that by 27.",
        "135 inputs · 64 nodes, and 64 · 27 more. And 27 · 27 · 27 · 27 · 27 · 27.",
    ),
    why="How can a few thousand numbers stand in for a few hundred million cells?",
    because="Most cells would stay empty: there are only some thirty thousand letters to count. "
    "And contexts that have letters in common, in the same places, share the weights of those "
    "letters. What the network learns from one it also uses for the other.",
)

ex.right({"network, 5 letters": 10_500, "table, 5 letters": 3.9e8}, (10_000, 4e8))

ex.mistake(
    "one input for each letter",
    "You count 5 inputs. But a letter is one-hot: it takes 27 inputs, 26 of them 0. Five letters "
    "take 135.",
    "5 · 27 inputs, each with a weight to each of the 64 hidden nodes.",
    wrong=[
        {"network, 5 letters": n} for n in (5 * 64 + 64 + LAST, 5 * 64 + 64 * 27, 384, 320, 2100)
    ],
)
ex.mistake(
    "only the first layer",
    "You count the hidden layer only. The output layer has 64 weights for each of its 27 nodes.",
    "64 · 27 and 27 biases more.",
    wrong=[{"network, 5 letters": n} for n in (LAYER, LAYER - 64, 8700, 8600)],
)
ex.mistake(
    "one letter only",
    "You count 27 inputs. That is a single letter; a context of 5 has five times as many.",
    "5 · 27 inputs, each with a weight to each of the 64 hidden nodes.",
    wrong=[{"network, 5 letters": n} for n in (27 * 64 + 64 + LAST, 27 * 64 * 2, 3500)],
)
ex.mistake(
    "multiplied instead of added",
    "You multiply the sizes of all three layers. Weights lead from one layer to the next: those of "
    "the two layers are added.",
    "135 · 64 plus 64 · 27.",
    wrong=[{"network, 5 letters": n} for n in (135 * 64 * 27, 233_000, 230_000)],
)
ex.mistake(
    "added instead of multiplied",
    "You multiply 27 by 5 or so. But each further letter can be any of 27, whatever the others "
    "are: the number of contexts is multiplied by 27 each time.",
    "With 2 letters: 27 · 27 contexts.",
    wrong=[
        {"table, 5 letters": n} for n in (5 * 27, 6 * 27, 5 * 27 * 27, 27**2, 5 * 27**2 + 27, 3600)
    ],
)
ex.mistake(
    "the contexts without what comes after them",
    "That is how many contexts of 5 letters there are. Each is a row of the table, and a row has a "
    "cell for each of the 27 symbols that may follow.",
    "27 times as many.",
    wrong=[{"table, 5 letters": n} for n in (27**5, 14e6, 14.3e6, 14_000_000, 15e6)],
)
ex.mistake(
    "26 instead of 27",
    "You count 26 letters. The end mark is a symbol, too, and six factors of 27 make a quarter "
    "more than six of 26.",
    "27 to the power of 6.",
    wrong=[{"table, 5 letters": n} for n in (26**6, 26**5 * 27, 26**5, 3.1e8, 3e8, 12e6)],
)
ex.mistake(
    "the exponent the wrong way round",
    "That is 5 to the power of 27 or so. There are 27 possibilities for the first letter, times 27 "
    "for the second, and so on.",
    "27 to the power of the number of letters.",
    wrong=[{"table, 5 letters": float(n)} for n in (5**27, 6**27)],
)
ex.mistake(
    "one letter too many",
    "That is a factor of 27 too many: five letters, and the one that follows them.",
    "Six factors of 27.",
    wrong=[{"table, 5 letters": float(n)} for n in (27**7, 1e10)],
)
