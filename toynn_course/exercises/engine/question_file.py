"""Files of questions: predictions and explanations as text, in the order of their notebook.

    # 01.watch
    Will the boundary separate the disc from the ring after 1 epoch?

    - Yes: it has seen every point once
      Seeing a point does not store it, and here is why that is so.
      (the network stores what it sees)
    + No: you will hardly see a difference
      Each step is small.

The option with a plus is right; the line in brackets is the wrong idea behind another one. After
`# 05.slow, in this order` the options are not shuffled. After `# 01.why, to explain` there follow
the question, a model answer, and what to look for in one's own.
"""

import re

from toynn_course.exercises.engine.question import Explanation, Option, Prediction


def questions_in(path):
    """The questions in a file, in their order."""
    _, *parts = re.split(r"^# (.+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [_question(*part) for part in zip(parts[::2], parts[1::2], strict=True)]


def _question(title, text):
    name, _, kind = title.partition(", ")
    text, *items = re.split(r"^([-+]) ", text.strip(), flags=re.MULTILINE)
    marked = list(zip(items[::2], items[1::2], strict=True))
    if kind == "to explain":
        question, model = text.strip().split("\n\n")
        points = tuple(_joined(item) for _, item in marked)
        return Explanation(name, _joined(question), _joined(model), points)
    options = tuple(_option(*each) for each in marked)
    return Prediction(name, _joined(text), options, ordered=kind == "in this order")


def _option(mark, item):
    """An option, from its first line, what is said about it, and the wrong idea behind it."""
    text, *lines = item.strip().split("\n")
    idea = re.fullmatch(r" *\((.+)\)", lines[-1])
    why = _joined("\n".join(lines[:-1] if idea else lines))
    return Option(text, why, right=mark == "+", misconception=idea[1] if idea else "")


def _joined(lines):
    """Lines as one text."""
    return " ".join(lines.split())
