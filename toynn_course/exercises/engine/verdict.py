"""The verdict on an answer: not attempted, a known mistake, wrong, an error, or right."""

import dis
import inspect
import itertools
from dataclasses import dataclass

import numpy as np

from toynn_course.exercises.engine.card import Card
from toynn_course.exercises.engine.comparison import blanks_left, equal
from toynn_course.exercises.engine.description import call_of
from toynn_course.exercises.engine.form import problem_of
from toynn_course.exercises.engine.messages import message_about
from toynn_course.exercises.engine.outcome import outcomes, parameters
from toynn_course.exercises.engine.recognition import recognised
from toynn_course.exercises.engine.source import compiled

HEADLINES = {
    "not attempted": "Not attempted yet.",
    "recognised": "A known mistake: {mistake}.",
    "wrong": "Not right yet.",
    "error": "It stopped on the way.",
    "right": "Right.",
}
COLOURS = {"not attempted": "plain", "right": "good"}
VALUE_FOR_FUNCTION = (
    "The check needs the function itself, to try it on several inputs: "
    '`check("{0.id}", {0.name})`, without brackets after the name.'
)
FUNCTION_FOR_VALUE = "This exercise asks for a value, and you gave a function: call it first."


@dataclass(frozen=True)
class Check:
    """What a check found.

    state : "not attempted", "recognised", "wrong", "error" or "right"
    message : what the reader is told
    mistake : the name of the known mistake, or None
    why, because : the question after a right answer, and what to compare one's own answer with
    """

    id: str
    state: str
    message: str
    mistake: str | None = None
    why: str = ""
    because: str = ""

    @property
    def card(self):
        """The check as a notebook shows it."""
        paragraphs = [self.message]
        if self.why:
            paragraphs.append(f"Now say why: {self.why}")
        elif self.state not in ("right", "not attempted"):
            paragraphs.append(f'`hint("{self.id}")` gives a hint.')
        return Card(
            HEADLINES[self.state].format(mistake=self.mistake),
            tuple(paragraphs),
            unfold=("Compare with an answer", self.because) if self.why else (),
            colour=COLOURS.get(self.state, "look"),
        )

    def __repr__(self):
        return repr(self.card)

    def _repr_html_(self):
        return self.card._repr_html_()


def judge(exercise, answer, announce=None):
    """The `Check` of an answer to an exercise.

    announce : is called with a line of text before something that takes long
    """
    answer = _read(exercise, answer)
    found = _look_at_form(exercise, answer)
    if not found:
        if exercise.progress and announce:
            announce(exercise.progress)
        found = _look_at_outcomes(exercise, answer)
    return found or _right(exercise)


def _read(exercise, answer):
    """An answer in the form that is compared: several values under their names."""
    if exercise.read and not blanks_left(answer) and answer is not None:
        return exercise.read(answer)
    names = exercise.reference if isinstance(exercise.reference, dict) else ()
    if isinstance(answer, list | tuple) and len(answer) == len(names) > 0:
        return dict(zip(names, answer, strict=True))
    return answer


def _look_at_form(exercise, answer):
    """What can be told without running it."""
    left = blanks_left(answer)
    if answer is None or left:
        return _not_attempted(exercise, left)
    if exercise.kind == "value":
        problem = FUNCTION_FOR_VALUE if callable(answer) else problem_of(exercise, answer)
        return _wrong(exercise, problem) if problem else None
    if not callable(answer):
        return _wrong(exercise, VALUE_FOR_FUNCTION.format(exercise))
    if not _takes(answer, exercise.all_cases[0].inputs):
        return _wrong(exercise, _parameters_differ(exercise, answer))
    return None


def _look_at_outcomes(exercise, answer):
    """What can be told from the outcomes, or None if they are all right."""
    found = outcomes(exercise, answer)
    if _untouched(exercise, answer, found):
        return _not_attempted(exercise, [""])
    not_right = [each for each in found if not each.right]
    if not_right:
        mistake = recognised(exercise, answer, found)
        if mistake:
            return Check(exercise.id, "recognised", mistake.message, mistake.name)
    if _can_be_repeated(exercise, found):
        text = _differs_when_repeated(exercise, found, outcomes(exercise, answer))
        if text:
            return _wrong(exercise, text)
    return _unknown(exercise, not_right[0], len(found) - len(not_right)) if not_right else None


def _right(exercise):
    n_cases, n_blanks = len(exercise.all_cases), len(exercise.named_blanks)
    if exercise.kind == "function":
        message = f"`{exercise.name}` gives the right result in all {n_cases} cases."
    elif exercise.use and n_cases > 1:
        message = f"`{exercise.name}` does what it should in all {n_cases} cases."
    elif n_blanks > 1:
        message = f"All {n_blanks} values are right."
    else:
        message = f"`{exercise.name}` is right."
    return Check(exercise.id, "right", message, why=exercise.why, because=exercise.because)


def _not_attempted(exercise, left):
    """What to say while there are blanks left: their names, or [""] for the whole."""
    names = [name for name in left if name]
    what = f" Still to fill in: {', '.join(f'`{name}`' for name in names)}." if names else ""
    message = (
        f"{exercise.task}{what} Replace `...` with your answer, run that cell, then run this one."
    )
    return Check(exercise.id, "not attempted", message)


def _wrong(exercise, text):
    return Check(exercise.id, "wrong", text)


def _unknown(exercise, outcome, n_right):
    """A message about the first result that is not right."""
    text = message_about(exercise, outcome)
    n_cases = len(exercise.all_cases)
    if n_right and not outcome.failure:
        verb = "is" if n_right == 1 else "are"
        text = f"{n_right} of {n_cases} cases {verb} right; this one is not. {text}"
    if outcome.printed and outcome.value is not None:
        text += f" It also printed {outcome.printed.strip()[:100]!r}."
    return Check(exercise.id, "error" if outcome.failure else "wrong", text)


def _takes(answer, inputs):
    """Whether a function can be called with this many arguments."""
    try:
        inspect.signature(answer).bind(*inputs)
    except TypeError:
        return False
    except ValueError:  # Python cannot tell
        return True
    return True


def _parameters_differ(exercise, answer):
    wanted = ", ".join(exercise.parameters)
    given = ", ".join(parameters(answer))
    return (
        f"Your function takes ({given}), but it is called with ({wanted}). "
        f"Begin it with `def {exercise.name}({wanted}):`."
    )


DOING_NOTHING = {"RESUME", "LOAD_CONST", "RETURN_VALUE", "RETURN_CONST", "NOP", "POP_TOP", "CACHE"}


def _untouched(exercise, answer, found):
    """Whether the results are those of the stub, or of one with blanks left in it."""
    if any(blanks_left(each.value) for each in found):
        return True
    code = getattr(answer, "__code__", None)
    if exercise.kind == "value" or code is None:
        return False
    stops = [each.failure.text for each in found if each.failure]
    if stops:
        return ... in code.co_consts and _has_blank(code, stops)
    if any(each.value is not None or each.printed for each in found):
        return False
    stub = compiled(exercise.stub_source, exercise.reference).__code__
    does = {step.opname for step in dis.get_instructions(code)}
    return code.co_code == stub.co_code or does <= DOING_NOTHING


def _has_blank(code, stops):
    """Whether `...` is still the value of a name, or what Python stopped at; an index is no blank.

    stops : what Python said where it stopped
    """
    if any("llipsis" in text and "indices" not in text for text in stops):
        return True
    pairs = itertools.pairwise(dis.get_instructions(code))
    named = ("STORE_FAST", "STORE_DEREF")
    return any(one.argval is ... and other.opname.startswith(named) for one, other in pairs)


PLAIN = (int, float, complex, str, list, tuple, dict, np.ndarray, type(None))
OUT_OF_TIME = ("TimeUp", "StillRunning")


def _can_be_repeated(exercise, found):
    """Whether the same inputs could show that the results differ; two generators always do."""
    stopped = any(each.failure for each in found if not each.right)
    values = [each.value for each in found]
    return exercise.kind == "function" and not stopped and any(isinstance(v, PLAIN) for v in values)


def _differs_when_repeated(exercise, found, again):
    """A sentence if the same inputs gave other results the second time, else ""."""
    for one, other in zip(found, again, strict=False):
        if other.failure and other.failure.kind in OUT_OF_TIME:  # the machine was busy
            break
        comparable = isinstance(one.value, PLAIN)  # two generators always differ
        if comparable and not equal(one.value, other.value, exercise.rtol, exercise.atol, nan=True):
            return (
                f"{call_of(exercise, one.case)} was called twice and gave different results. The "
                "result should depend on the arguments alone: look for random numbers, or for a "
                "variable outside the function that it changes."
            )
    return ""
