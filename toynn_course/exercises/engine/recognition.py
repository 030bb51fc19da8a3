"""Recognise a mistake: whoever gets the results of a known mistake has made it."""

import functools
from dataclasses import replace

from toynn_course.exercises.engine.comparison import equal
from toynn_course.exercises.engine.outcome import results


def seen_of(exercise, answer):
    """What came of each case, with the right result beside it."""
    came = results(exercise, answer)
    right = _results_of_solution(exercise)[: len(came)]
    return [replace(a, expected=b.value) for a, b in zip(came, right, strict=True)]


@functools.cache
def _results_of_solution(exercise):
    return results(exercise, exercise.solution)


@functools.cache
def _results_of_mistake(exercise, number):
    """What came of each way to make a mistake; number : its place among those of the exercise."""
    return [seen_of(exercise, exercise.whole(way)) for way in exercise.mistakes[number].ways]


def is_right(exercise, seen):
    """Whether a result is right, with no warning and no changed argument on the way."""
    number = next(i for i, each in enumerate(exercise.cases) if each is seen.case)
    solution = _results_of_solution(exercise)[number]
    return (
        not seen.error
        and equal(seen.value, seen.expected, exercise.tolerance, nan=True)
        and set(seen.warned) <= set(solution.warned)
        and seen.changed in ("", solution.changed)
    )


def recognised(exercise, answer, seen, not_right):
    """The mistake whose results these are, or None."""
    if not not_right:
        return None
    if isinstance(exercise.solution, dict) and not exercise.use:
        return _recognised_entries(exercise, answer)
    best, closest = 0, None
    for number, mistake in enumerate(exercise.mistakes):
        ways = _results_of_mistake(exercise, number)
        count = max(_agreement(exercise, seen, theirs) for theirs in ways)
        if count > best:
            best, closest = count, mistake
        if best == len(seen):  # no other can agree in more; in some exercises each one trains
            break
    if closest:
        return closest
    shows = (m for m in exercise.mistakes if m.when and any(_shows(m, each) for each in not_right))
    return next(shows, None)


def _agreement(exercise, seen, theirs):
    """In how many cases that show the mistake the results agree with its own; 0 if any differ."""
    count = 0
    for one, other in zip(seen, theirs, strict=False):  # a search that was stopped is shorter
        if one.error or other.error:
            count += bool(one.error) and (one.error, one.says) == (other.error, other.says)
        elif not equal(one.value, other.value, exercise.tolerance, nan=True):
            return 0
        elif not is_right(exercise, other):
            only_warned = equal(other.value, other.expected, exercise.tolerance, nan=True)
            count += not only_warned or one.warned == other.warned
    return count


def _recognised_entries(exercise, answer):
    """For an answer of several named values: the mistake that shows in some of them."""
    if not isinstance(answer, dict):
        return None
    for mistake in exercise.mistakes:
        for way in mistake.ways:
            if all(equal(answer.get(key), value, exercise.tolerance) for key, value in way.items()):
                return mistake
    return None


def _shows(mistake, seen):
    try:
        return bool(mistake.when(seen))
    except Exception:  # noqa: BLE001 - made for results of another form
        return False
