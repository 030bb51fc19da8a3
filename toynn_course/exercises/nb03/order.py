"""03.order: the lines of the forward pass, in their order."""

import re

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise

LETTERS = "BDEAC"


def read(answer):
    """The letters alone, whatever stands between them."""
    if isinstance(answer, list | tuple | np.ndarray) and all(isinstance(x, str) for x in answer):
        answer = " ".join(map(str, answer))
    return re.sub(r"(?i)[^a-z0-9]", "", answer).upper() if isinstance(answer, str) else answer


def form(letters):
    """What is wrong with an answer that is not the five letters, each once."""
    if not isinstance(letters, str) or not letters or letters.isdigit():
        return "`order` should be the letters of the lines, as a text such as 'ABCDE' or as a list."
    for letter in (*letters, *LETTERS):
        if letter not in LETTERS:
            return f"There is no line {letter}. Use the letters A to E."
        if letters.count(letter) != 1:
            return f"Line {letter} appears {letters.count(letter)} times. Use each line once."
    return ""


def before(*pairs):
    """A sign: in one of these pairs of letters, the first comes before the second."""
    return lambda found: any(found[0].value.index(a) < found[0].value.index(b) for a, b in pairs)


ex = Exercise(
    "03.order",
    title="Put the lines in order",
    task='Set `order` to the letters of the five lines, from top to bottom, such as "ABCDE".',
    stub='order = ...  # the five letters, such as "ABCDE"',
    reference=LETTERS,
    read=read,
    form=form,
    hints=("What goes into the first layer?", "Two lines are in the loop. Which one comes first?"),
    why="What would change for a network with ten layers?",
    because="Nothing in the code: the loop runs ten times instead of twice.",
)

ex.right("B D E A C", list("bdeac"), "B → D → E → A → C")

# fmt: off
ex.mistake("the return is not the last line",
    "`return` ends the function, so the lines after C in your order never run.",
    "Which line can run only when all layers are done?",
    wrong=["BDECA", "ABCDE", "CBDEA"],
    when=before("CA", "CB", "CD", "CE"))
ex.mistake("a = X after the loop has begun",
    "In your order, `a = X` comes after `for`. Inside the loop, it would feed X to every layer; "
    "after the loop, it would throw the result away.",
    "What should `a` be just before the first layer?",
    wrong=["DBEAC", "DEABC"],
    when=before("DB"))
ex.mistake("a line of the loop before the loop",
    "In your order, A or E comes before `for`. Both are indented, so they belong to the loop.",
    "Which two lines must run once for every layer?",
    wrong=["BEADC", "BEDAC"],
    when=before("AD", "ED"))
ex.mistake("the activation before the sum",
    "In your order, A comes before E. But A needs the z of its layer, which E computes.",
    "Which line computes z, and which one uses it?",
    wrong=["BDAEC"],
    when=before("AE"))
