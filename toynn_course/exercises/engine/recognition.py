"""Recognise a mistake: an answer has it only if every case bears that out."""

from functools import cache

from toynn_course.exercises.engine.comparison import equal
from toynn_course.exercises.engine.outcome import outcomes

PATIENCE = 10  # times as long as an answer may take, one that is kept may: also on a busy machine


def recognised(exercise, answer, found):
    """The first known mistake that all outcomes of an answer fit, or None.

    found : the outcomes of the answer, not all of them right
    """
    if exercise.named_blanks:
        return _in_blanks(exercise, answer)
    return next((each for each in exercise.mistakes if _fits(exercise, each, found)), None)


def _fits(exercise, mistake, found):
    """Whether outcomes show a mistake: by its sign, or as those of an answer that has it."""
    if mistake.when:
        return _shows(mistake, found)
    numbers = range(len(mistake.answers))
    return any(agree(exercise, found, _outcomes_of(exercise, mistake, n)) for n in numbers)


@cache
def _outcomes_of(exercise, mistake, number):
    """The outcomes of one of the answers that make a mistake."""
    answer = exercise.whole(mistake.answers[number])
    return outcomes(exercise, answer, PATIENCE * exercise.seconds)


def _shows(mistake, found):
    try:
        return bool(mistake.when(found))
    except Exception:  # noqa: BLE001 - a sign is made for results of the right form
        return False


def agree(exercise, found, theirs):
    """Whether two answers give the same in every case, and in a way that proves the mistake.

    A wrong value that both give is proof; that both stop is not, since Python stops with the same
    words for many reasons. Where they never give a wrong value they have to stop at the same
    expression.
    """
    pairs = list(zip(found, theirs, strict=False))  # one that was stopped has fewer cases
    if len(found) != len(theirs) or not all(_same(exercise, *pair) for pair in pairs):
        return False
    if any(not other.failure and not other.right for _, other in pairs):
        return True
    stopped = [(one.failure, other.failure) for one, other in pairs if other.failure]
    return all(one.expression == other.expression != "" for one, other in stopped)


def _same(exercise, one, other):
    """Whether a case ends the same way: the same value, or a stop at the same operation."""
    if one.failure or other.failure:
        return bool(one.failure and other.failure) and _key(one) == _key(other)
    if not equal(one.value, other.value, exercise.rtol, exercise.atol, nan=True):
        return False
    value_is_right = equal(other.value, other.expected, exercise.rtol, exercise.atol, nan=True)
    if other.right or not value_is_right:
        return one.right == other.right
    return (one.warned, one.changed) == (other.warned, other.changed)


def _key(outcome):
    """What two stops have in common if they have the same cause."""
    failure = outcome.failure
    return failure.kind, failure.text, failure.operation


def _in_blanks(exercise, answer):
    """For several named blanks: the mistake in the first that is wrong, or in any that is."""
    if not isinstance(answer, dict):
        return None
    wrong = [
        key
        for key, value in exercise.reference.items()
        if not _equals(answer, key, value, exercise)
    ]
    for key in wrong if exercise.independent else wrong[:1]:
        for mistake in exercise.mistakes:
            if any(_filled_in(exercise, answer, key, values) for values in mistake.answers):
                return mistake
    return None


def _filled_in(exercise, answer, key, values):
    """Whether the answer has these values in its blanks, that of `key` among them."""
    return key in values and all(_equals(answer, *item, exercise) for item in values.items())


def _equals(answer, key, value, exercise):
    return key in answer and equal(answer[key], value, exercise.rtol, exercise.atol)
