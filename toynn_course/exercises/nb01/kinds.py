"""01.kinds: six tasks, and the kind of learning that each of them is."""

import re
from collections.abc import Mapping

from toynn_course.exercises.engine.exercise import Exercise

WORDS = ("supervised", "unsupervised", "reinforcement", "self-supervised")
SPAM = "filter spam, from mails that people have marked"
FILMS = "suggest films, from what viewers watched and rated"
GROUPS = "find groups of similar customers, with no names for the groups"
CHESS = "learn chess by playing, told only who won"
TEXTS = "predict the next word, from texts alone"
HOUSE = "estimate the price of a house, from earlier sales"
TASKS = (SPAM, FILMS, GROUPS, CHESS, TEXTS, HOUSE)
KINDS = dict(zip(TASKS, [WORDS[n] for n in (0, 0, 1, 2, 3, 0)], strict=True))


def letters(word):
    """A word without capitals, hyphens and spaces, and without a "learning" at its end."""
    return re.sub(r"[\W_]", "", word.casefold()).removesuffix("learning")


def in_plain_words(answer):
    """Each kind in the spelling of the task; a list of six belongs to the tasks in their order."""
    if isinstance(answer, list | tuple) and len(answer) == len(TASKS):
        answer = dict(zip(TASKS, answer, strict=True))
    if not isinstance(answer, Mapping):
        return answer
    plain = {letters(word): word for word in WORDS}
    return {
        task: plain.get(letters(kind), kind) if isinstance(kind, str) else kind
        for task, kind in answer.items()
    }


ex = Exercise(
    "01.kinds",
    title="Four kinds of learning",
    task='Label each task: "supervised", "unsupervised", "reinforcement" or "self-supervised".',
    stub="kinds = {\n" + "".join(f'    "{task}": ...,\n' for task in TASKS) + "}",
    reference=KINDS,
    independent=True,
    read=in_plain_words,
    words=WORDS,
    expects="a dict with one of the four words for each task",
    hints=(
        "For each task, ask: does the data contain the right answer for every sample?",
        "If it does: did somebody or something supply it, or was it cut out of the sample itself?",
        "If it does not: is there a reward now and then, or nothing at all?",
    ),
    why="Is the circle of this notebook supervised? How do you know?",
    because="Yes: every point comes with its target, 1 or -1.",
)

ex.right(
    {task: kind.upper() for task, kind in KINDS.items()},
    {task: f"{kind.replace('-', ' ')} learning" for task, kind in KINDS.items()},
    list(KINDS.values()),
)

for name, task, labels, message, tip in [
    ("films taken for unsupervised", FILMS, ("unsupervised",),
     "Nobody sat down to label the films, but each rating is an answer that a viewer has given.",
     "Could a model have predicted one viewer's rating of one film, and been right or wrong?"),
    ("ratings taken for something else", FILMS, ("reinforcement", "self-supervised"),
     ("Ratings of films are answers that viewers gave. They reward nothing that the learner did, "
     "and nobody had to cut them out of the films."),
     "Who decided what the right answer is for one viewer and one film?"),
    ("the next word taken for unsupervised", TEXTS, ("unsupervised",),
     "Nobody labelled the texts, but they hold answers: each word answers the words before it.",
     "If the input is a text up to some word, what is the target?"),
    ("the next word taken for supervised", TEXTS, ("supervised",),
     "The next word is a target, but no person had to give it: it is cut out of the text itself.",
     "Look at the last row of the table."),
    ("a game taken for supervised", CHESS, ("supervised",),
     "In chess, that would mean being told the right move each time. You are only told who won.",
     "How often is the player told something, and about what?"),
    ("a game taken for learning without a reward", CHESS, ("unsupervised", "self-supervised"),
     "The chess player has no teacher, but it is told who won: a reward for what it did.",
     "Which row of the table speaks of a reward?"),
    ("groups taken for answers", GROUPS, ("supervised", "self-supervised"),
     "Both kinds need answers, here the right group for each customer, and nobody knows those.",
     "What would the target of one customer be?"),
    ("spam taken for something else", SPAM, WORDS[1:],
     "A person has marked each mail as spam or not, and that mark is its right answer.",
     "Which row of the table has the right answer for every sample?"),
    ("a price taken for something else", HOUSE, WORDS[1:],
     "Each earlier sale comes with its price. A target may be any number, not only a class.",
     "What is the target of one earlier sale?"),
    ("groups taken for rewards", GROUPS, ("reinforcement",),
     "Nobody rewards a good group of customers: the data holds the customers and nothing else.",
     "Which row of the table has no answers at all?"),
]:  # fmt: skip
    ex.mistake(name, message, tip, wrong=[{task: label} for label in labels])
