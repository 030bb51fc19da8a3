"""What the exercises of the gates AND, OR and NAND have in common."""

import numpy as np

from toynn import Node
from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.engine.form import numbers_misfit

ROWS = ((0, 0), (0, 1), (1, 0), (1, 1))
SUMS = ("b", "w2 + b", "w1 + b", "w1 + w2 + b")  # z in these rows
TABLES = {"AND": (0, 0, 0, 1), "OR": (0, 1, 1, 1), "NAND": (1, 1, 1, 0)}
RISING = {"AND": (1, 1, -1.5), "OR": (1, 1, -0.5)}
FALLING = {"NAND": (-1, -1, 1.5), "NOR": (-1, -1, 0.5)}
SIBLING = {"AND": "OR", "OR": "AND", "NAND": "NOR"}
NEEDS = ("be below 0 (exactly 0 already counts as 1)", "be 0 or more")


def decision(numbers, x1, x2):
    """1 if z = w1 x1 + w2 x2 + b is 0 or more, else 0; sums of tenths count as exact."""
    parts = np.hstack([np.ravel(each) for each in numbers]).astype(float) * [x1, x2, 1]
    largest = np.abs(parts).max() or 1.0
    return int((parts / largest).sum() >= -1e-14)


def in_order(answer):
    """The three numbers of a `Node` or of a dict with their names; anything else as it is."""
    if isinstance(answer, Node):
        return (*answer.weights, answer.bias)
    if isinstance(answer, dict) and answer.keys() == {"w1", "w2", "b"}:
        return (answer["w1"], answer["w2"], answer["b"])
    return answer


def form(name, answer):
    """What is wrong with the form of the three numbers, or ""."""
    if isinstance(answer, set | frozenset):
        return f"`{name}` is a set, which has no order. Write `(w1, w2, b)`, in round brackets."
    problem = numbers_misfit(f"`{name}`", answer, 3)
    if "has 4 numbers" in problem:
        problem += " Is it a column of the truth table, or is -1,5 in it, which makes two numbers?"
    return f"{problem} The three are w1, w2 and b, such as (2, 3, 0.5)." if problem else ""


def gate(name, solution, right, **texts):
    """The exercise of finding a neuron that computes a gate, with a mistake for all other ones."""
    answer = f"{name.lower()}_gate"
    ex = Exercise(
        f"02.{name.lower()}",
        title=f"A neuron that computes {name}",
        task=f"Find w1, w2 and b that make a neuron compute {name}. Many answers are right.",
        stub=f"{answer} = ...  # w1, w2, b",
        reference=solution,
        read=in_order,
        form=lambda numbers: form(answer, numbers),
        use=decision,
        cases=tuple(case(*row, shown=f"the inputs {row[0]} and {row[1]}") for row in ROWS),
        **texts,
    )
    ex.right(*right)
    table, sibling = TABLES[name], SIBLING[name]
    ex.mistake(
        f"that is {sibling}",
        f"Your neuron computes {sibling}. With a single input of 1, z is w1 + b or w2 + b, and for "
        f"{name} both of these have to {NEEDS[table[1]]}.",
        f"Keep the weights, and try a {('smaller', 'larger')[table[1]]} b.",
        wrong=[(RISING | FALLING)[sibling]],
    )
    for always in (0, 1):
        row = table.index(1 - always)
        ex.mistake(
            f"it always says {always}",
            f"Your neuron answers {always} in all four rows, but for the inputs {ROWS[row][0]} and "
            f"{ROWS[row][1]} {name} is {1 - always}. There z is {SUMS[row]}, and it has to "
            f"{NEEDS[1 - always]}.",
            f"Make {SUMS[row]} {('larger', 'smaller')[always]}, then look at the other rows again.",
            wrong=[(0, 0, 2 * always - 1)],
        )
    signs, effect = ("negative", "larger") if name in RISING else ("positive", "smaller")
    ex.mistake(
        f"the weights are {signs}",
        f"Both your weights are {signs}. But for {name} an input of 1 has to make z {effect}.",
        "Change the signs of both weights, and then find the b that fits.",
        wrong=list((FALLING if name in RISING else RISING).values()),
    )
    ex.mistake(
        "one input makes no difference",
        "One of the two inputs makes no difference to your neuron's answer: its weight is too "
        f"small, next to the other numbers, to change the sign of z. For {name} both inputs count.",
        "Take w1 = w2: then both inputs count equally.",
        wrong=[(1, 0, -0.5), (0, 1, -0.5), (-1, 0, 0.5), (0, -1, 0.5)],
    )
    ex.mistake(
        "the weights have opposite signs",
        "Your weights have opposite signs: one input makes z larger, and the other smaller. For "
        f"{name} both have to do the same. (The order is w1, w2, b.)",
        "Take w1 = w2.",
        wrong=[(1, -1, -0.5), (-1, 1, -0.5), (1, -1, 0.5), (-1, 1, 0.5)],
    )
    return ex
