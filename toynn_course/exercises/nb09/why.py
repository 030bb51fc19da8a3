"""09.why: what went wrong on four of the challenge cards."""

import re

from toynn_course.exercises.engine.exercise import Exercise
from toynn_course.exercises.nb09.trials import OVERFITTED

RIGHT = {"Layers without bends": "B", "Asleep": "A", "Twins": "D", "Memorise": "C"}


def as_letters(answer):
    """Letters as "b", "B." or "B: a reason"; all four may be in one text, or in a list."""
    if isinstance(answer, str):
        answer = re.split(r"[\s,;]+", answer.strip())
    if isinstance(answer, list | tuple) and len(answer) == len(RIGHT):
        answer = dict(zip(RIGHT, answer, strict=True))
    if not isinstance(answer, dict):
        return answer
    return {card: _letter(reason) for card, reason in answer.items()}


def _letter(reason):
    found = isinstance(reason, str) and re.fullmatch(r"\W*([A-Za-z])(\W*|[.:)] .*)", reason)
    return found[1] if found else reason


ex = Exercise(
    "09.why",
    title="Four failures",
    task="For each card give the letter of what went wrong.",
    stub='why = {\n    "Layers without bends": ...,\n    "Asleep": ...,\n    "Twins": ...,\n'
    '    "Memorise": ...,\n}',
    reference=RIGHT,
    independent=True,
    read=as_letters,
    words=tuple("ABCDEF"),
    expects='a dict with a letter for each card, such as {"Asleep": "F"}',
    hints=(
        "Which of them starts with the same number everywhere?",
        "Which of them has a low training loss?",
    ),
    why="Which of the four would more epochs cure?",
    because="None of them for certain. Asleep may wake up some day. The straight boundary, the "
    "twins and the memorised points stay as they are, or get worse.",
)

ex.right(
    {"Layers without bends": "b", "Asleep": "(A)", "Twins": "D.", "Memorise": "C: it memorised"},
    "B A D C",
    ["B", "A", "D", "C"],
)

# fmt: off
ex.mistake(OVERFITTED,
    "The training loss of Memorise is the lowest of all, and that is all that is good about it. "
    "Its test loss is higher than if it answered 0 everywhere.",
    "Compare the two losses in its table.",
    wrong=[{"Memorise": "F"}])
ex.mistake("a high loss is no success",
    "You chose F for a card whose training loss is not low. Only Memorise has a low one.",
    'Look at the row "Training loss" in the table of the card.',
    wrong=[{"Layers without bends": "F"}, {"Asleep": "F"}, {"Twins": "F"}])
ex.mistake("more neurons as the cure for everything",
    "None of the four lacks neurons. Without bends, more neurons still draw a line; asleep, they "
    "sleep on; twins become triplets; and a network that memorises gets more room for it.",
    "What does each card have too little of, if not neurons?",
    wrong=[{card: "E"} for card in RIGHT])
ex.mistake("no gradient, for another reason",
    "On the cards Asleep and Twins, little or no gradient arrives. Asleep, the slopes of many "
    "sigmoids make it small; with twins, the start makes it 0.",
    "Which of the two starts with random weights?",
    wrong=[{"Asleep": "D"}, {"Twins": "A"}])
ex.mistake("the bend taken for the slope",
    "The slope of a linear activation is 1 everywhere, so it takes nothing away from the gradient "
    "of Layers without bends. What these layers lack is a nonlinearity.",
    "What does a weighted sum of weighted sums make?",
    wrong=[{"Layers without bends": "A"}])
ex.mistake("equal neurons taken for folded layers",
    "Layers fold into one if their activation is linear. In Twins it is tanh: its neurons are all "
    "equal because they start equal.",
    "Which weights does Twins start with?",
    wrong=[{"Twins": "B"}])
ex.mistake("a bend that is there",
    "Asleep has sigmoids, and they do bend, so its layers do not fold into one.",
    "How large is the slope of the sigmoid at most? There are three layers of them.",
    wrong=[{"Asleep": "B"}])
ex.mistake("memorised without a low training loss",
    "You say that a card other than Memorise has memorised its points. Its training loss would "
    "have to be low, and its test loss high.",
    "Compare the two losses in its table.",
    wrong=[{"Layers without bends": "C"}, {"Asleep": "C"}, {"Twins": "C"}])
