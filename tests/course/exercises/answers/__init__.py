"""A class's answers, written from the notebooks alone, before the checks were read."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, eq=False)
class Answer:
    """One answer to an exercise.

    exercise : the exercise's id
    about : a few words: the slip that was made, or what is unusual about a right answer
    answer : what is handed to `check`
    right : whether the task allows it
    named : the name of the mistake that the check should give, or None
    told : without a name, words of the message that say what the slip is; "" where the message
        is a small case with both values
    """

    exercise: str
    about: str
    answer: Any
    right: bool
    named: str | None = None
    told: str = ""

    def __str__(self):
        return f"{self.exercise}: {self.about}"


class Answers(list):
    """The answers to one exercise, in the order in which they were written."""

    def __init__(self, exercise):
        super().__init__()
        self.exercise = exercise

    def right(self, about, *value):
        """Add a right answer: a value, or as a decorator a function."""
        return self._add(about, value, right=True)

    def wrong(self, about, *value, named=None, told=""):
        """Add a wrong answer: a value, or as a decorator a function."""
        return self._add(about, value, right=False, named=named, told=told)

    def _add(self, about, value, **more):
        def add(answer):
            self.append(Answer(self.exercise, about, answer, **more))
            return answer

        return add(*value) if value else add
