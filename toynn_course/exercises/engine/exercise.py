"""What an exercise is made of: a task, a solution, cases to try answers on, and known mistakes.

Each exercise has a file of its own, which reads from top to bottom. WRITING.md shows how to write
one.
"""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from toynn_course.exercises.engine.source import (
    BLANK,
    arguments_of,
    blanked,
    compiled,
    edited,
    filled,
    source_of,
    without_docstring,
)

N_DRAWN = 3  # random cases of an exercise that draws some


@dataclass(frozen=True, eq=False)
class Case:
    """The arguments that an answer is tried on. Write `case(...)` for one.

    shown : how a message speaks of it; for a function, code. Without it, the call that is made.
    expected : the right result, where it is not taken from the solution
    """

    inputs: tuple = ()
    shown: str = ""
    expected: Any = None


def case(*inputs, shown="", expected=None):
    """One case: the arguments in their order."""
    return Case(inputs, shown, expected)


def called(code):
    """The case of a call that is written as code, such as `slope(np.exp, 0.0, 1.0)`."""
    return Case(tuple(arguments_of(code, {"np": np})), code)


@dataclass(eq=False)
class Mistake:
    """A known mistake: its name, what the reader is told, and answers that make it.

    name : a few words that name it, as they would follow "A known mistake:"
    message : what the answer does and why that is wrong, in a sentence or two
    hints : up to three, each saying more than the one before
    when : a sign of it, for a mistake that comes in too many forms to list: a function of all
        outcomes of an answer, true only where all of them fit
    answers : wrong answers; without `when`, an answer with the same results has this mistake
    """

    name: str
    message: str = ""
    hints: tuple[str, ...] = ()
    when: Callable | None = None
    answers: list = field(default_factory=list)


@dataclass(eq=False, repr=False)
class Exercise:
    """A task with everything that a check needs to know.

    id : "NN.name", NN the notebook
    title : a few words
    task : what to do, in a sentence
    hints : up to three, for answers that show no known mistake
    why, because : the question after a right answer, and what to compare one's own answer with
    cases : the smallest first, since a message shows the first that goes wrong
    draw : makes the arguments of one more case from a random generator, with few digits
    stub : for an answer that is a value, the text of the cell, with `...` for each blank
    reference : the solution; for a value a dict or tuple with an item a blank if there are several
    independent : whether each blank can be judged without those before it
    read : turns an answer into the form that is compared, so that any clear spelling will do
    form : says what is wrong with the form of an answer, or ""; asked before anything is run
    use : what is done with an answer and the inputs of a case, if it is not simply called
    words : all words that may be an answer, to suggest one for a word that is nearly right
    expects : the form of a right answer in words, such as "three numbers: w1, w2 and b"
    rtol, atol : how far a number may be off, relative to it and absolutely
    seconds : how long an answer may take over all cases
    progress : what to say while it is being tried, if that takes long
    """

    id: str
    title: str
    task: str
    hints: tuple[str, ...] = ()
    why: str = ""
    because: str = ""
    cases: tuple[Case, ...] = (Case(),)
    draw: Callable | None = None
    stub: str = ""
    reference: Any = None
    independent: bool = False
    read: Callable | None = None
    form: Callable | None = None
    use: Callable | None = None
    words: tuple[str, ...] = ()
    expects: str = ""
    rtol: float = 1e-5
    atol: float = 1e-6
    seconds: float = 2.0
    progress: str = ""
    blanks: tuple[str, ...] = ()
    right_answers: list = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    # --- how a file of an exercise adds to it

    def solution(self, function=None, *, blanks=()):
        """Take a function as the solution; the stub is the same with `...` for these blanks."""
        if function is None:
            return lambda function: self.solution(function, blanks=blanks)
        self.reference, self.blanks = function, tuple(blanks)
        return function

    def right(self, *answers, edits=()):
        """Add right answers in other forms: functions, values, or edits of the solution."""
        self.right_answers += [*answers, *map(self._edited, edits)]
        return answers[0] if answers else None

    def mistake(self, name, message="", *hints, wrong=(), edits=(), when=None):
        """Add a known mistake, or more answers to one of that name.

        wrong : answers that make it, for an exercise whose answer is a value
        edits : dicts of what to replace in the solution by what; each makes an answer

        Without `wrong`, `edits` and `message` it is a decorator: the docstring of the function is
        the message, and the lines of it that begin with a hyphen are the hints.
        """
        known = self._mistake(name)
        known.when = when or known.when
        if message:
            known.message, known.hints = message, hints
        known.answers += [*wrong, *map(self._edited, edits)]
        return None if message or wrong or edits else lambda function: _take(known, function)

    def _mistake(self, name):
        """The mistake of that name, which is made if there is none."""
        for each in self.mistakes:
            if each.name == name:
                return each
        self.mistakes.append(Mistake(name))
        return self.mistakes[-1]

    def _edited(self, edits):
        """The solution with these edits."""
        return Edited(edited(self._solution, edits), self.reference)

    @cached_property
    def _solution(self):
        """The text of the solution, which takes longer to find than all the edits of it to make."""
        return source_of(self.reference)

    # --- what the engine reads

    @property
    def kind(self):
        """What the reader hands in: "function" or "value"."""
        return "value" if self.stub else "function"

    @property
    def name(self):
        """What the reader's answer is called in the notebook."""
        if self.kind == "function":
            return self.reference.__name__
        return re.search(rf"^(\w+) = .*?{re.escape(BLANK)}", self.stub, re.MULTILINE | re.DOTALL)[1]

    @cached_property
    def all_cases(self):
        """The cases that are written down, and those that are drawn, always the same ones."""
        if not self.draw:
            return tuple(self.cases)
        rng = np.random.default_rng(list(self.id.encode()))
        return (*self.cases, *(Case(tuple(self.draw(rng))) for _ in range(N_DRAWN)))

    @property
    def parameters(self):
        """The names of the arguments that the reader's function is called with."""
        return list(inspect.signature(self.reference).parameters)

    @property
    def named_blanks(self):
        """The blanks that are compared one by one, under their names; none for other exercises."""
        return self.reference if isinstance(self.reference, dict) and not self.use else {}

    def put_to_use(self, answer, *inputs):
        """The result of an answer for the inputs of a case."""
        if self.use:
            return self.use(answer, *inputs)
        return answer(*inputs) if self.kind == "function" else answer

    def whole(self, value):
        """A value for every blank: a mistake may name only those that are wrong."""
        partial = isinstance(self.reference, dict) and isinstance(value, dict)
        return self.reference | value if partial else value

    @cached_property
    def stub_source(self):
        """The text of the stub cell."""
        if self.kind == "value":
            return self.stub.strip()
        return blanked(source_of(self.reference), self.blanks)

    @property
    def solution_source(self):
        """The text of the stub cell with the solution in it."""
        return self.source_of(self.reference)

    def source_of(self, answer):
        """The text of the stub cell with this answer in it."""
        if self.kind == "value":
            return filled(self.stub, self.whole(answer))
        if answer is self.reference:
            return self._solution
        if isinstance(answer, Edited):
            return answer.source
        return without_docstring(source_of(answer, self.name))

    def __repr__(self):
        return f"Exercise({self.id}: {self.title})"


class Edited:
    """A function whose text is an edit of another one's; it is compiled when it is first called."""

    def __init__(self, source, like):
        self.source, self.like = source, like
        self.__name__ = like.__name__

    @cached_property
    def function(self):
        """The function itself."""
        return compiled(self.source, self.like)

    def __call__(self, *arguments):
        """Call the function."""
        return self.function(*arguments)


def _take(mistake, function):
    """Add a function to the answers of a mistake, and its docstring as the message."""
    if function.__doc__:
        mistake.message, mistake.hints = _message_and_hints(function.__doc__)
    mistake.answers.append(function)
    return function


def _message_and_hints(docstring):
    """The paragraphs of a docstring as one text, and each line after a hyphen as a hint."""
    message, *hints = re.split(r"^\s*- ", inspect.cleandoc(docstring), flags=re.MULTILINE)
    return " ".join(message.split()), tuple(" ".join(hint.split()) for hint in hints)
