"""Answers to the exercises of notebook 01."""

from collections import OrderedDict
from decimal import Decimal
from fractions import Fraction
from math import nan
from types import MappingProxyType

import numpy as np

from tests.course.exercises.answers import Answers

three = Answers("01.three")


def read(at_0, at_10, cost):
    """The dict that the check cell hands in."""
    return {"right_at_0": at_0, "right_at_10": at_10, "cost_at_100": cost}


three.wrong(
    "shares, not numbers of points", read(0.53, 0.68, 0.027), named="a share instead of a count"
)
three.wrong(
    "percent, not numbers of points", read(53, 68, 0.027), named="a share instead of a count"
)
three.wrong(
    "the points on the wrong side", read(235, 160, 0.027), named="the points on the wrong side"
)
three.wrong("read off the squares", read(270, 357, 0.011), named="the numbers of the squares")
three.wrong(
    "only the cost is read off the squares",
    read(265, 340, 0.011),
    named="the numbers of the squares",
)
three.wrong(
    "the first two are exchanged", read(340, 265, 0.027), named="the two counts are swapped"
)
three.wrong("the cost in epoch 10", read(265, 340, 0.461), named="another epoch")
three.wrong("the cost in epoch 0", read(265, 340, 0.520), named="another epoch")
three.wrong(
    "the points in epoch 100 in place of epoch 10", read(265, 500, 0.027), named="another epoch"
)
three.wrong("epoch 1 is taken for epoch 0", read(291, 340, 0.027), named="another epoch")
three.wrong("epoch 9 is taken for epoch 10", read(265, 338, 0.027), named="another epoch")
three.wrong("the cost is rounded to two digits", read(265, 340, 0.03), told="give more digits")
three.wrong(
    "the cost is cut off after three digits", read(265, 340, 0.026), named="a thousandth off"
)
three.wrong("the cost is not halved", read(265, 340, 0.054))
three.wrong("the cost in percent", read(265, 340, 2.7), named="the decimal point")
three.wrong("the cost in thousandths", read(265, 340, 27), named="the decimal point")
three.wrong("one zero too few after the point", read(265, 340, 0.27), named="the decimal point")
three.wrong("the cost in epoch 300", read(265, 340, 0.004), named="another epoch")
three.wrong(
    "a decimal comma, which makes a tuple of two numbers",
    read(265, 340, (0, 27)),
    told="not a comma",
)
three.wrong("a decimal comma in a text", read(265, 340, "0,027"), told="without quotation marks")
three.wrong(
    "the words of the picture in place of the number",
    read("265 of 500", 340, 0.027),
    told="without quotation marks",
)
three.wrong("all of the points in each of the two", read(500, 500, 0.027), named="another epoch")
three.wrong("two digits are exchanged", read(256, 340, 0.027))
three.wrong(
    "two slips: a share, and the cost of epoch 10",
    read(0.53, 340, 0.461),
    named="a share instead of a count",
)
three.wrong("None for one of the three", read(265, None, 0.027), told="It should be one number")
three.wrong("nan for the cost", read(265, 340, nan), told="ordinary number")
three.wrong("the right digits as a text", read("265", 340, 0.027), told="without quotation marks")
three.wrong("one point too many", read(265, 341, 0.027))
three.wrong(
    "the share of the points as a fraction of 500",
    read("265/500", "340/500", 0.027),
    told="without quotation marks",
)

three.right("as the picture says", read(265, 340, 0.027))
three.right("all of them with a point", read(265.0, 340.0, 0.0270))
three.right("NumPy scalars", read(np.int64(265), np.int32(340), np.float64(0.027)))
three.right("single precision", read(np.float32(265), np.float32(340), np.float32(0.027)))
three.right("arrays without dimensions", read(np.array(265), np.array(340), np.array(0.027)))
three.right("fractions", read(Fraction(265), Fraction(340), Fraction(27, 1000)))
three.right("a decimal number", read(265, 340, Decimal("0.027")))
three.right("from the accuracies, by count", read(0.53 * 500, 0.68 * 500, 27e-3))
three.right(
    "all the digits of the cost, from the list of epochs", read(265, 340, 0.026926401455571933)
)
three.right("four decimal places, as the list of epochs shows them", read(265, 340, 0.0269))
three.right("in another order", {"cost_at_100": 0.027, "right_at_10": 340, "right_at_0": 265})

kinds = Answers("01.kinds")

SPAM = "filter spam, from mails that people have marked"
FILMS = "suggest films, from what viewers watched and rated"
CUSTOMERS = "find groups of similar customers, with no names for the groups"
CHESS = "learn chess by playing, told only who won"
TEXTS = "predict the next word, from texts alone"
HOUSE = "estimate the price of a house, from earlier sales"
TASKS = (SPAM, FILMS, CUSTOMERS, CHESS, TEXTS, HOUSE)
RIGHT = (
    "supervised",
    "supervised",
    "unsupervised",
    "reinforcement",
    "self-supervised",
    "supervised",
)
SOLVED = dict(zip(TASKS, RIGHT, strict=True))

kinds.wrong(
    "films are unsupervised, as the article has it",
    SOLVED | {FILMS: "unsupervised"},
    named="films taken for unsupervised",
)
kinds.wrong(
    "ratings are taken for rewards",
    SOLVED | {FILMS: "reinforcement"},
    named="ratings taken for something else",
)
kinds.wrong(
    "films are taken for self-supervised",
    SOLVED | {FILMS: "self-supervised"},
    named="ratings taken for something else",
)
kinds.wrong(
    "texts alone are taken for no answers",
    SOLVED | {TEXTS: "unsupervised"},
    named="the next word taken for unsupervised",
)
kinds.wrong(
    "the next word is taken for a label",
    SOLVED | {TEXTS: "supervised"},
    named="the next word taken for supervised",
)
kinds.wrong(
    "who won is taken for the right answer",
    SOLVED | {CHESS: "supervised"},
    named="a game taken for supervised",
)
kinds.wrong(
    "playing alone is taken for self-supervised",
    SOLVED | {CHESS: "self-supervised"},
    named="a game taken for learning without a reward",
)
kinds.wrong(
    "chess is taken for unsupervised, since nobody helps",
    SOLVED | {CHESS: "unsupervised"},
    named="a game taken for learning without a reward",
)
kinds.wrong(
    "groups are taken for labels",
    SOLVED | {CUSTOMERS: "supervised"},
    named="groups taken for answers",
)
kinds.wrong(
    "groups that name themselves",
    SOLVED | {CUSTOMERS: "self-supervised"},
    named="groups taken for answers",
)
kinds.wrong(
    "marked mails are taken for unsupervised",
    SOLVED | {SPAM: "unsupervised"},
    named="spam taken for something else",
)
kinds.wrong(
    "marks are taken for rewards",
    SOLVED | {SPAM: "reinforcement"},
    named="spam taken for something else",
)
kinds.wrong(
    "a price is no label, so unsupervised",
    SOLVED | {HOUSE: "unsupervised"},
    named="a price taken for something else",
)
kinds.wrong(
    "earlier sales are the data itself, so self-supervised",
    SOLVED | {HOUSE: "self-supervised"},
    named="a price taken for something else",
)
kinds.wrong(
    "all of them supervised", dict.fromkeys(TASKS, "supervised"), named="groups taken for answers"
)
kinds.wrong(
    "customers and texts are exchanged",
    SOLVED | {CUSTOMERS: "self-supervised", TEXTS: "unsupervised"},
    named="groups taken for answers",
)
kinds.wrong(
    "chess and texts are exchanged",
    SOLVED | {CHESS: "self-supervised", TEXTS: "reinforcement"},
    named="a game taken for learning without a reward",
)
kinds.wrong(
    "two slips: films by the article, and the next word without answers",
    SOLVED | {FILMS: "unsupervised", TEXTS: "unsupervised"},
    named="films taken for unsupervised",
)
kinds.wrong("unsupervised is misspelt", SOLVED | {CUSTOMERS: "unsupervized"}, told="Did you mean")
kinds.wrong("reinforcement is misspelt", SOLVED | {CHESS: "reinforcment"}, told="Did you mean")
kinds.wrong("self-supervised is misspelt", SOLVED | {TEXTS: "self-supervsied"}, told="Did you mean")
kinds.wrong("supervised is misspelt", SOLVED | {HOUSE: "superviced"}, told="Did you mean")
kinds.wrong(
    "semi-supervised, which is none of the four",
    SOLVED | {FILMS: "semi-supervised"},
)
kinds.wrong(
    "deep learning, which is no kind", SOLVED | {CHESS: "deep learning"}, told="should be one of"
)
kinds.wrong(
    "clustering, which is a task and no kind",
    SOLVED | {CUSTOMERS: "clustering"},
    told="should be one of",
)
kinds.wrong("an empty text", SOLVED | {HOUSE: ""}, told="should be one of")
kinds.wrong("True for what is supervised", SOLVED | {SPAM: True}, told="It should be a text")
kinds.wrong(
    "a number for the row of the table",
    dict(zip(TASKS, (1, 1, 2, 3, 4, 1), strict=True)),
    told="It should be a text",
)
kinds.wrong("None for the one that was hard", SOLVED | {FILMS: None}, told="It should be a text")
kinds.wrong(
    "two kinds at once, to be sure",
    SOLVED | {FILMS: ["supervised", "unsupervised"]},
    told="It should be a text",
)
kinds.wrong(
    "one of the six was deleted", {task: SOLVED[task] for task in TASKS[:-1]}, told="is missing"
)
kinds.wrong(
    "moved down by one",
    dict(zip(TASKS, RIGHT[-1:] + RIGHT[:-1], strict=True)),
    named="groups taken for answers",
)

kinds.right("as the table has them", dict(SOLVED))
kinds.right("with capitals", {task: kind.capitalize() for task, kind in SOLVED.items()})
kinds.right("in capitals throughout", {task: kind.upper() for task, kind in SOLVED.items()})
kinds.right("with spaces around", {task: f" {kind} " for task, kind in SOLVED.items()})
kinds.right("a space for the hyphen", SOLVED | {TEXTS: "self supervised"})
kinds.right("an underscore for the hyphen", SOLVED | {TEXTS: "self_supervised"})
kinds.right("another order of the tasks", dict(reversed(SOLVED.items())))
kinds.right("an ordered dict", OrderedDict(SOLVED))
kinds.right("a dict that cannot be written to", MappingProxyType(SOLVED))
kinds.right("NumPy's texts", dict(zip(TASKS, np.array(RIGHT), strict=True)))
kinds.right("the names in full", SOLVED | {CHESS: "reinforcement learning"})
kinds.right("the hyphen is left out", SOLVED | {TEXTS: "selfsupervised"})
kinds.right("a non-breaking hyphen from a web page", SOLVED | {TEXTS: "self\u2011supervised"})
kinds.right("the six words in the order of the tasks", list(RIGHT))
