"""Answers: what a reader predicted, explained and answered, put beside what was asked.

The file of the answers may be damaged, or from another version of the course: what does not fit a
question is left out, or shown as it is.
"""

from typing import NamedTuple

from toynn_course.exercises.engine.question import Explanation, Option, Prediction, Quiz
from toynn_course.exercises.engine.registry import EXPLANATIONS, PREDICTIONS, QUIZZES


class Predicted(NamedTuple):
    """A prediction: what was chosen first, how sure the reader was, and what was chosen last."""

    asked: Prediction
    first: Option
    confidence: str
    last: Option


class Explained(NamedTuple):
    """An explanation in the reader's own words, and the points that they ticked."""

    asked: Explanation
    text: str
    ticks: tuple[str, ...]


class ThenAndNow(NamedTuple):
    """The answers to a quiz, by question, the first time and the last."""

    quiz: Quiz
    then: dict
    now: dict


def predictions(records):
    """The predictions that were answered, in the order of the course.

    records : what `store.kept` returns
    """
    found = []
    for name, asked in sorted(PREDICTIONS.items()):
        known = [each for each in of_one(records, name) if asked.option(each["answer"])]
        if known:
            first, last = known[0], known[-1]
            options = asked.option(first["answer"]), asked.option(last["answer"])
            found.append(Predicted(asked, options[0], str(first.get("confidence", "")), options[1]))
    return found


def explanations(records):
    """What was explained, in the order of the course, as it was written last."""
    found = []
    for name, asked in sorted(EXPLANATIONS.items()):
        if known := of_one(records, name):
            ticks = known[-1].get("ticks")
            ticks = ticks if isinstance(ticks, list) else []
            kept = tuple(point for point in asked.points if point in ticks)
            found.append(Explained(asked, known[-1]["answer"], kept))
    return found


def of_one(records, name):
    """The answers to a question, which are texts."""
    return [
        each for each in records if each["question"] == name and isinstance(each["answer"], str)
    ]


def then_and_now(records):
    """The quiz that was asked twice, with both answers; None before the first time."""
    first = next(each for each in QUIZZES.values() if not each.first)
    later = [each.id for each in QUIZZES.values() if each.first == first.id]
    then = _sheets(records, [first.id])
    now = _sheets(records, later)
    if not then and not now:
        return None
    return ThenAndNow(first, then[-1] if then else {}, now[-1] if now else {})


def _sheets(records, names):
    """The answers to whole quizzes, oldest first."""
    return [
        each["answer"]
        for each in records
        if each["question"] in names and isinstance(each["answer"], dict)
    ]
