"""Check an answer: not attempted, a recognised mistake, wrong, an error, or right."""

import dis
import inspect
from dataclasses import dataclass

import numpy as np

from toynn_course.exercises.engine.card import Card
from toynn_course.exercises.engine.comparison import blanks_left, equal
from toynn_course.exercises.engine.messages import called, sentence
from toynn_course.exercises.engine.recognition import is_right, recognised, seen_of

HEADLINES = {
    "not attempted": "Not attempted yet.",
    "recognised": "A known mistake: {mistake}.",
    "wrong": "Not right yet.",
    "error": "It stopped on the way.",
    "right": "Right.",
}
COLOURS = {"not attempted": "plain", "right": "good"}
VALUE_FOR_FUNCTION = (
    "The check wants the function itself, to try it on several inputs: "
    '`check("{0.id}", {0.name})`, without brackets after the name.'
)
FUNCTION_FOR_VALUE = "A function came, and this exercise asks for a value: call the function first."


@dataclass(frozen=True)
class Check:
    """What a check found.

    state : "not attempted", "recognised", "wrong", "error" or "right"
    message : what the reader is told
    mistake : the name of the known mistake, or None
    question, answer : what is asked after a right answer, and what to say to it
    """

    id: str
    state: str
    message: str
    mistake: str | None = None
    question: str = ""
    answer: str = ""

    @property
    def card(self):
        """The check as a notebook shows it."""
        paragraphs = [self.message]
        if self.question:
            paragraphs.append(f"Now say why: {self.question}")
        elif self.state not in ("right", "not attempted"):
            paragraphs.append(f'`hint("{self.id}")` gives a hint.')
        return Card(
            HEADLINES[self.state].format(mistake=self.mistake),
            tuple(paragraphs),
            unfold=("Compare with an answer", self.answer) if self.question else (),
            colour=COLOURS.get(self.state, "look"),
        )

    def __repr__(self):
        return repr(self.card)

    def _repr_html_(self):
        return self.card._repr_html_()


def judge(exercise, answer):
    """The `Check` of an answer to an exercise."""
    for look in (_look_at_form, _look_at_results):
        found = look(exercise, answer)
        if found:
            return found
    return _right(exercise)


def _look_at_form(exercise, answer):
    """What can be told without running it."""
    left = blanks_left(answer)
    if answer is None or left:
        return _not_attempted(exercise, left)
    if exercise.kind == "value":
        return _wrong(exercise, FUNCTION_FOR_VALUE) if callable(answer) else None
    if not callable(answer):
        return _wrong(exercise, VALUE_FOR_FUNCTION.format(exercise))
    if not exercise.use and not _takes(answer, exercise.cases[0].inputs):
        return _wrong(exercise, _parameters_differ(exercise, answer))
    return None


def _look_at_results(exercise, answer):
    """What can be told from the results, or None if they are all right."""
    answer = _keyed(exercise, answer)
    seen = seen_of(exercise, answer)
    if _untouched(exercise, answer, seen):
        return _not_attempted(exercise, [""])
    not_right = [each for each in seen if not is_right(exercise, each)]
    mistake = recognised(exercise, answer, seen, not_right)
    if mistake:
        return Check(exercise.id, "recognised", mistake.message, mistake.name)
    if not any(each.error for each in not_right):
        text = _differs_when_repeated(exercise, seen, seen_of(exercise, answer))
        if text:
            return _wrong(exercise, text)
    return _unknown(exercise, not_right[0], len(seen) - len(not_right)) if not_right else None


def _right(exercise):
    cases, blanks = len(exercise.cases), exercise.solution
    if cases > 1:
        what = "gives" if exercise.kind == "function" else "is"
        message = f"`{exercise.name}` {what} what it should in all {cases} cases that were tried."
    elif isinstance(blanks, dict) and len(blanks) > 1 and not exercise.use:
        message = f"All {len(blanks)} values are what they should be."
    else:
        what = "gives what it should" if exercise.kind == "function" else "is what it should be"
        message = f"`{exercise.name}` {what}."
    return Check(exercise.id, "right", message, question=exercise.question, answer=exercise.answer)


def _not_attempted(exercise, left):
    """What to say while there are blanks left: their names, or [""] for the whole."""
    named = [name for name in left if name]
    what = f" Still to fill in: {', '.join(f'`{name}`' for name in named)}." if named else ""
    message = (
        f"{exercise.task}{what} Put your answer in place of `...`, run that cell, then this one."
    )
    return Check(exercise.id, "not attempted", message)


def _wrong(exercise, text):
    return Check(exercise.id, "wrong", text)


def _unknown(exercise, seen, n_right):
    """A message about the first result that is not right."""
    text = sentence(exercise, seen)
    if n_right and not seen.error:
        text = f"{n_right} of {len(exercise.cases)} cases are right, this one is not. {text}"
    if seen.printed and seen.value is not None:
        text += f" It also printed: {seen.printed.strip()[:100]!r}."
    return Check(exercise.id, "error" if seen.error else "wrong", text)


def _takes(answer, inputs):
    """Whether a function can be called with so many arguments."""
    try:
        inspect.signature(answer).bind(*inputs)
    except TypeError:
        return False
    except ValueError:  # Python cannot tell
        return True
    return True


def _parameters_differ(exercise, answer):
    wanted = ", ".join(inspect.signature(exercise.stub).parameters)
    came = ", ".join(inspect.signature(answer).parameters)
    return (
        f"Your function takes ({came}), and it is called with the arguments ({wanted}). "
        f"Begin it with `def {exercise.name}({wanted}):`."
    )


def _keyed(exercise, answer):
    """Several values in the order of the blanks, under their names."""
    names = exercise.solution if isinstance(exercise.solution, dict) else ()
    if isinstance(answer, list | tuple) and len(answer) == len(names) > 0:
        return dict(zip(names, answer, strict=True))
    return answer


DOING_NOTHING = {"RESUME", "LOAD_CONST", "RETURN_VALUE", "RETURN_CONST", "NOP", "POP_TOP", "CACHE"}


def _untouched(exercise, answer, seen):
    """Whether the results are those of the stub, or of one with blanks left in it."""
    if any(blanks_left(each.value) for each in seen):
        return True
    code = getattr(answer, "__code__", None)
    if code is None:
        return False
    stub = exercise.stub.__code__
    if any(each.error for each in seen):
        return ... in code.co_consts and ... in stub.co_consts
    if any(each.value is not None for each in seen):
        return False
    does = {step.opname for step in dis.get_instructions(code)}
    return code.co_code == stub.co_code or does <= DOING_NOTHING


PLAIN = (int, float, complex, str, list, dict, np.ndarray, type(None))


def _differs_when_repeated(exercise, seen, again):
    """A sentence if the same inputs gave other results the second time, else ""."""
    for one, other in zip(seen, again, strict=False):
        told_apart = isinstance(one.value, PLAIN)  # two generators always differ
        if told_apart and not equal(one.value, other.value, exercise.tolerance, nan=True):
            return (
                f"{called(exercise, one.case)} was tried twice, and gave something else the "
                "second time. A result should depend on the arguments alone: look for random "
                "numbers, or for a variable outside the function that it changes."
            )
    return ""
