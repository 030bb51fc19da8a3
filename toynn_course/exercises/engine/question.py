"""Questions that a reader answers before the answer is seen, and the order of their options."""

from dataclasses import dataclass, replace
from hashlib import sha256


@dataclass(frozen=True)
class Option:
    """One answer to choose, and what is said about it once the reader has chosen.

    text : without markup, since a radio button shows it as it is
    why : why it is right or wrong
    misconception : the wrong idea behind it, in a few words
    last : True for what belongs below all others, such as "None of these"
    """

    text: str
    why: str
    right: bool = False
    misconception: str = ""
    last: bool = False


UNSURE = Option("I don't know yet", "", last=True)
"""What a quiz before the course offers, so that nobody has to guess."""


@dataclass(frozen=True)
class Prediction:
    """A question to commit to before the answer is seen.

    ordered : True where the options are a scale, such as rising numbers, and keep their order
    """

    id: str
    question: str
    options: tuple[Option, ...]
    ordered: bool = False

    def option(self, text):
        """The option with that text, or None."""
        return next((option for option in self.options if option.text == text), None)

    def with_unsure(self):
        """The same question, with "I don't know yet" as its last option."""
        return replace(self, options=(*self.options, UNSURE))

    def shuffled(self, reader):
        """The same question with its options in an order of the reader's own.

        reader : what tells one reader from another, such as a random number
        """

        def place(option):
            lot = f"{reader} {self.id} {option.text}"  # hashed, it is the same in every run
            return option.last, "" if self.ordered else sha256(lot.encode()).digest()

        return replace(self, options=tuple(sorted(self.options, key=place)))


@dataclass(frozen=True)
class Quiz:
    """Several questions at once.

    first : the id of the quiz that this one repeats. One that repeats none only collects answers:
        what is right is told by the one that repeats it
    """

    id: str
    title: str
    questions: tuple[Prediction, ...]
    first: str = ""


@dataclass(frozen=True)
class Explanation:
    """A question to answer in words of one's own, and what to compare the answer with.

    model : one good answer
    points : what to look for in an answer, for the reader to tick
    """

    id: str
    question: str
    model: str
    points: tuple[str, ...]
