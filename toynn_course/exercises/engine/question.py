"""Questions to commit to before the answer is seen: predictions and quizzes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One answer to choose, and what is said about it once the reader has chosen.

    text : without markup, since a radio button shows it as it is
    why : why it is right or wrong
    misconception : the wrong idea that speaks from it, in a few words
    """

    text: str
    why: str
    right: bool = False
    misconception: str = ""


@dataclass(frozen=True)
class Prediction:
    """A question to commit to before the answer is seen."""

    id: str
    question: str
    options: tuple[Option, ...]

    def option(self, text):
        """The option with that text, or None."""
        return next((option for option in self.options if option.text == text), None)


@dataclass(frozen=True)
class Quiz:
    """Several questions at once.

    first : the id of the quiz that this one repeats, to compare with
    """

    id: str
    title: str
    questions: tuple[Prediction, ...]
    first: str = ""
