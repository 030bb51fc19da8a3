"""Signs of a mistake, for its `when`: each looks at all outcomes of an answer at once."""

import re

import numpy as np

from toynn_course.exercises.engine.comparison import as_array, equal


def overflows(found):
    """All is right, except that in some cases a power becomes too large for a float."""
    wrong = [each for each in found if not each.right]
    return all(map(_overflowed, wrong))


def _overflowed(outcome):
    if outcome.failure:
        return outcome.failure.kind == "OverflowError"
    return any("overflow" in text for text in outcome.warned)


def one_number_for_many(found):
    """All is right, except that a single number comes wherever an array should come."""
    wrong = [each for each in found if not each.right]
    return all(np.ndim(each.expected) > 0 and _is_one_number(each) for each in wrong)


def _is_one_number(outcome):
    array = as_array(outcome.value)
    return not outcome.failure and array is not None and array.ndim == 0


def many_numbers_for_one(found):
    """An array comes in every case, where a single number should come."""
    return all(
        not each.failure and np.ndim(each.expected) == 0 and _is_array(each) for each in found
    )


def _is_array(outcome):
    array = as_array(outcome.value)
    return array is not None and array.ndim > 0


def math_met_an_array(found):
    """All is right, except that a function of `math` stops wherever it gets an array."""
    return all(_math_stopped(each.failure) for each in found if not each.right)


def _math_stopped(failure):
    return (
        failure is not None
        and failure.kind == "TypeError"
        and re.search("can be converted|must be real number", failure.text) is not None
        and failure.operation.startswith("math.")
    )


def one_question_for_many(found):
    """All is right, except that `if`, `max` or the like stops wherever it gets an array."""
    failures = [each.failure for each in found if not each.right]
    return all(each and "truth value of an array" in each.text for each in failures)


def rounded(found):
    """All is right, except that the results are rounded to a few decimal places."""
    return any(all(_rounds_to(each, digits) for each in found) for digits in range(1, 6))


def _rounds_to(outcome, digits):
    return not outcome.failure and equal(
        outcome.value, np.round(outcome.expected, digits), rtol=0, atol=1e-9
    )


def cut_to_whole_numbers(found):
    """All is right, except that in some cases NumPy keeps whole numbers only."""
    return all(_cut(each) for each in found if not each.right)


def _cut(outcome):
    array = as_array(outcome.value)
    whole = array is not None and array.dtype.kind in "iu"
    return whole and not outcome.failure and equal(array, np.trunc(outcome.expected))


def only_prints(found):
    """Every result is printed, and nothing is returned."""
    return all(each.value is None and each.printed and not each.failure for each in found)
