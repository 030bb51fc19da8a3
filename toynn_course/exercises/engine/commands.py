"""What the reader calls in a notebook: check, hint, solution, predict, quiz, explain."""

import sys
from collections import Counter

from toynn.checks import named, one_of
from toynn_course.exercises.engine.card import Card
from toynn_course.exercises.engine.registry import EXERCISES, EXPLANATIONS, PREDICTIONS, QUIZZES
from toynn_course.exercises.engine.verdict import judge

# What `hint` needs to know of what came before, for as long as the kernel runs.
_last_mistake = {}  # by exercise: the name of the mistake that its last check recognised, or None
_hints_given = Counter()  # by (exercise, name of the mistake or None): how many


def check(name, answer):
    """Check an answer, and say what is right or wrong about it.

    name : the exercise, such as "02.sigmoid"
    answer : the reader's function, or value

    Returns a `Check`: it has .state, .mistake and .message, and shows itself in a notebook. Raises
    ValueError if there is no such exercise.

    >>> check("02.sigmoid", ...).state
    'not attempted'
    """
    found = judge(_exercise(name), answer, announce=_write)
    _last_mistake[name] = found.mistake
    return found


def hint(name):
    """The next hint: for the mistake that the last check recognised, or else a general one.

    >>> hint("02.and")
    Hint 1 of 3.
    Take w1 = w2 = 1. The sum is then 0, 1, 1 and 2 for the four pairs of inputs.
    """
    exercise = _exercise(name)
    mistake = next((m for m in exercise.mistakes if m.name == _last_mistake.get(name)), None)
    hints = mistake.hints if mistake and mistake.hints else exercise.hints
    given = _hints_given[name, mistake and mistake.name]
    _hints_given[name, mistake and mistake.name] += 1
    if given < len(hints):
        about = f' For "{mistake.name}".' if mistake else ""
        return Card(f"Hint {given + 1} of {len(hints)}.{about}", (hints[given],))
    return Card("That was the last hint.", (f'`solution("{name}")` shows one way to do it.',))


def solution(name):
    """One way to solve an exercise, as code, and the answer to the question that follows."""
    exercise = _exercise(name)
    why = (f"Question: {exercise.why}", f"Answer: {exercise.because}")
    return Card(f"{exercise.title}: one way to do it.", why, code=exercise.solution_source)


def predict(name, then=None):
    """Ask the reader to predict, and open what it is about once they have committed.

    name : the prediction, such as "02.bias"
    then : a function without arguments that makes the widget to open

    Returns a widget. An answer that was given earlier is shown at once.
    """
    from toynn_course.exercises.engine.prediction import (
        Gate,  # ipywidgets is imported only where it is used
    )

    return Gate(named(name, PREDICTIONS, "prediction"), then)


def quiz(name):
    """Ask the questions of a quiz, such as "00.quiz".

    Returns a widget. Answers that were given earlier are shown at once.
    """
    from toynn_course.exercises.engine.quiz import sheet

    return sheet(named(name, QUIZZES, "quiz"))


def explain(name):
    """Ask for an explanation in the reader's own words, and show a model answer beside it.

    name : the explanation, such as "05.why_small_steps"

    Returns a widget. What was written earlier is shown at once.
    """
    from toynn_course.exercises.engine.explanation import Notepad

    return Notepad(named(name, EXPLANATIONS, "explanation"))


def _write(line):
    """Show a line at once, above the card that follows."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _exercise(name):
    if not isinstance(name, str):
        raise TypeError(
            f"the exercise is {name!r:.60}, expected its name, such as '02.sigmoid'; write "
            "check('02.sigmoid', sigmoid), the name first"
        )
    return one_of(name, EXERCISES, "exercise")
