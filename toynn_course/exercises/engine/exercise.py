"""The data of an exercise: what a module such as nb02.py is made of.

Wrong and right answers are real functions. Their results say what is wrong and what is right, and
their source, taken from the module, is what a notebook shows or an instructor is given. So that
many of them can stand in one module, they are called `sigmoid__stub`, `sigmoid__loop` and so on:
what stands before the two underscores is the name in the notebook.
"""

import inspect
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

BLANK = "..."


@dataclass(frozen=True)
class Case:
    """The arguments that an answer is tried on. Write `case(...)` for one.

    says : how a message speaks of it; without it, as the call that is made
    """

    inputs: tuple = ()
    says: str = ""


def case(*inputs, says=""):
    """One case: the arguments in their order."""
    return Case(inputs, says)


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that readers give, and what they are told.

    name : a few words that name it, as they would follow "A known mistake:"
    wrong : the wrong answer itself; who gets the same results has made this mistake
    message : what it does and why that is wrong, in a sentence or two
    hints : up to three, each saying more than the one before
    also : the same mistake, written in other ways
    when : for mistakes that come in too many ways to list: a function of one result (`Seen` in
        running.py), true where it shows this mistake
    """

    name: str
    wrong: Any
    message: str
    hints: tuple[str, ...] = ()
    also: tuple = ()
    when: Callable | None = None

    @property
    def ways(self):
        """All answers that make this mistake."""
        return (self.wrong, *self.also)


@dataclass(frozen=True, eq=False)
class Exercise:
    """A task with everything that a check needs to know.

    id : "NN.name", NN the notebook
    title : a few words
    task : what to do, in a sentence
    stub : what the reader begins with: a function, or for an exercise whose answer is a value, the
        text of the cell, with `...` for each blank
    solution : a function; or a value, a dict or tuple with a value a blank if there are several
    also_right : other right answers
    mistakes : in the order in which they are looked for
    hints : up to three, for answers that show no known mistake
    question, answer : what is asked after a right answer, and what to say
    cases : the smallest first, since a message shows the first that goes wrong
    use : what is done with an answer and the inputs of a case, if it is not simply called
    expects : the form of a right answer in words, such as "three numbers: w1, w2 and b"
    tolerance : how far a number may be off, relative to it and absolutely
    seconds : how long an answer may take over all cases
    """

    id: str
    title: str
    task: str
    stub: Any
    solution: Any
    also_right: tuple = ()
    mistakes: tuple[Mistake, ...] = ()
    hints: tuple[str, ...] = ()
    question: str = ""
    answer: str = ""
    cases: tuple[Case, ...] = (Case(),)
    use: Callable | None = None
    expects: str = ""
    tolerance: float = 1e-5
    seconds: float = 2.0

    @property
    def kind(self):
        """What the reader hands in: "function" or "value"."""
        return "function" if callable(self.stub) else "value"

    @property
    def name(self):
        """What the reader's answer is called in the notebook."""
        if self.kind == "function":
            return name_of(self.stub)
        return re.search(rf"^(\w+) = .*?{re.escape(BLANK)}", self.stub, re.MULTILINE | re.DOTALL)[1]

    @property
    def stub_source(self):
        """The text of the stub cell."""
        return self.source_of(self.stub)

    @property
    def solution_source(self):
        """The text of the stub cell with the solution in it."""
        return self.source_of(self.solution)

    def put_to_use(self, answer, *inputs):
        """The result of an answer for the inputs of a case."""
        if self.use:
            return self.use(answer, *inputs)
        return answer(*inputs) if self.kind == "function" else answer

    def source_of(self, answer):
        """The text of the stub cell with this answer in it."""
        if self.kind == "function":
            return source_of(answer)
        return self.stub.strip() if answer is self.stub else filled(self.stub, self.whole(answer))

    def whole(self, value):
        """A value for every blank: a mistake may name only those that are wrong."""
        return self.solution | value if isinstance(self.solution, dict) else value

    def __repr__(self):
        return f"Exercise({self.id}: {self.title})"


def name_of(function):
    """The name of a function as a notebook has it: `sigmoid` for `sigmoid__loop`."""
    return function.__name__.split("__")[0]


def source_of(function):
    """The text of a function as a notebook has it."""
    text = textwrap.dedent(inspect.getsource(function)).strip()
    return re.sub(rf"\b{function.__name__}\b", name_of(function), text)


def filled(stub, value):
    """The text of a cell with a value in place of each blank."""
    blanks = stub.count(BLANK)
    values = [value] if blanks == 1 else list(value.values() if isinstance(value, dict) else value)
    if len(values) != blanks:
        raise ValueError(
            f"{len(values)} values came for {blanks} blanks in {stub!r}; give one for each"
        )
    pieces = stub.strip().split(BLANK)
    return "".join(a + b for a, b in zip(pieces, [*map(repr, values), ""], strict=True))
