"""A small exercise to try the engine on."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, case

CASES = (case(2.0, 3.0), case(np.array([1.0, 2.0]), np.array([3.0, 4.0])))


def add(a, b):
    """The sum of two numbers, or of two arrays."""
    return a + b


def adding(solution=add, cases=CASES, **more):
    """The exercise to add two numbers or arrays."""
    exercise = Exercise(
        "99.add",
        title="A sum",
        task="Add.",
        hints=("Plus.",),
        why="Why?",
        because="Because.",
        cases=cases,
        **more,
    )
    exercise.solution(solution)
    return exercise


def multiplying():
    """The same exercise with a known mistake."""
    exercise = adding()
    exercise.mistake("product", "You multiply.", "Add.", edits=[{"a + b": "a * b"}])
    return exercise


def blanks(**more):
    """An exercise with two blanks."""
    exercise = Exercise(
        "99.blanks",
        title="Two numbers",
        task="Fill in.",
        stub="dw = ...  # dC/dw\ndb = ...  # dC/db",
        reference={"dw": 0.5, "db": 0.25},
        **more,
    )
    exercise.mistake("doubled", "Twice as much.", "Half.", wrong=[{"dw": 1.0}])
    exercise.mistake("a half", "Half as much.", "Twice.", wrong=[{"db": 0.125}])
    return exercise
