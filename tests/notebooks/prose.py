"""The figures in the text: each is printed by a cell above it, or claimed by cell and value.

CLAIMS = [
    Claim("sigmoid-slope", "0.25", lambda: sigmoid.derivative(0)),           # recomputed
    Claim("by-hand", "-0.5 0.378", lambda: (node.z([1, 3]), node([1, 3]))),  # two at once
    Claim("layers-table", "10 | 5 | 15", lambda: (5 * 2, 5, 5 * 2 + 5)),     # side by side
    Claim("spiral-task", "12 0.05", "09.spiral"),                            # the same as there
    Claim("who-proved-it", "1993"),                                          # given
]
test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests("02_one_neuron.ipynb", CLAIMS)

No claim quotes a sentence, so every sentence can be improved without touching a test.
"""

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest

from toynn_course.exercises import EXERCISES, PREDICTIONS

FOLDER = Path(__file__).parents[2] / "notebooks"

# A sign belongs to a number unless something stands right before it, as in 2-5-2.
NUMBER = re.compile(r"(?<![\w.])(?:(?<![\w)])[-+])?\d+(?:,\d{3})*(?:\.\d+|(?!\w))%?")
COUNTING = [
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty""",
    "first second third fourth fifth sixth seventh eighth ninth tenth",
    "once twice",
]
IN_WORDS = {"half": "0.5"} | {
    word: str(n) for words in COUNTING for n, word in enumerate(words.split(), 1)
}


@dataclass(frozen=True)
class Claim:
    """Figures at one place of the text, and where they come from.

    where : the id of a cell, or that of an exercise or a prediction, which has a dot in it
    figures : as they are printed there, with a space between two; a number word is a figure, too.
        With |, =, · or / between them, as in a table or a sum, they have to follow each other
    source : a call that recomputes the figure, or a tuple of them (a share for "97%"); or another
        place that has the same figures; or None for what nothing could recompute, such as a year
    """

    where: str
    figures: str
    source: Callable | str | None = None

    def __str__(self):
        return f"{self.where}: {self.figures}"


def claim_tests(notebook, claims):
    """Two tests: that each claim holds, and that no figure of the notebook is unclaimed."""

    @pytest.mark.parametrize("claim", claims, ids=str)
    def each_holds(claim):
        check(claim, notebook)

    def none_is_unclaimed():
        assert unclaimed(notebook, claims) == []

    return each_holds, none_is_unclaimed


def check(claim, notebook):
    """Fail if a figure has left its place, or if something else comes out now."""
    there, claimed = text(notebook, claim.where), figures(claim.figures)
    gone = missing(claim.figures, there)
    assert not gone, f"{claim.where} does not hold {gone}; it holds {figures(there)}"
    if isinstance(claim.source, str):
        known = {value_of(figure) for figure in figures(text(notebook, claim.source))}
        moved = [like for like in claimed if like not in {written(each, like) for each in known}]
        assert not moved, f"{claim.source} does not have {moved}, but {claim.where} does"
    elif claim.source:
        values = claim.source()
        values = values if isinstance(values, tuple) else (values,)
        now = [written(value, like) for value, like in zip(values, claimed, strict=True)]
        assert now == claimed, f"{claim.where} says {claimed}, but {now} comes out"


def unclaimed(notebook, claims):
    """Figures worth holding that are neither claimed nor in the code or an output above them."""
    found, known = [], set()
    for cell in cells(notebook):
        here = " ".join(claim.figures for claim in claims if claim.where == cell["id"])
        known |= {bare(figure) for figure in figures(here)}
        if cell["cell_type"] == "markdown":
            held = worth_holding(text_of(cell))
            found += [f"{cell['id']}: {figure}" for figure in held if bare(figure) not in known]
        else:
            known |= {bare(figure) for figure in figures(text_of(cell))}
    return found


# --- figures


def figures(words):
    """All figures in their order: numbers as they are written, and number words."""
    words = words.replace("−", "-").replace(r"\%", "%")
    found = re.findall(rf"{NUMBER.pattern}|[a-z]+", words.lower())
    return [each for each in found if each in IN_WORDS or not each.isalpha()]


def missing(claimed, words):
    """The claimed figures that the words do not have: not as often, or not in a row."""
    wanted, there = figures(claimed), figures(words)
    if re.search(r"[|=·/]", claimed):
        numbers = [figure for figure in there if figure not in IN_WORDS]
        rows = [numbers[n : n + len(wanted)] for n in range(len(numbers))]
        return [] if wanted in rows else wanted
    return [*(Counter(wanted) - Counter(there))]


def worth_holding(words):
    """The figures in the words that have decimals, and the whole numbers from 100 up."""
    return [each for each in figures(words) if "." in each or abs(value_of(bare(each))) >= 100]


def written(value, like):
    """A value, written the way a figure is: its decimals, commas, signs, or its word."""
    if like in IN_WORDS:
        digits = written(value, IN_WORDS[like])
        return like if digits == IN_WORDS[like] else digits
    sign, comma = "+" * like.startswith("+"), "," * ("," in like)
    decimals, percent = len(bare(like).partition(".")[2]), "%" * like.endswith("%")
    return f"{value * (100 if percent else 1):{sign}z{comma}.{decimals}f}{percent}"


def value_of(figure):
    """The number that a figure stands for."""
    number = float(IN_WORDS.get(figure, figure).rstrip("%").replace(",", ""))
    return number / 100 if figure.endswith("%") else number


def bare(figure):
    """A figure without its sign and its percent sign."""
    return figure.strip("+-%")


# --- places


def text(notebook, where):
    """What stands at a place: in a cell, with its outputs, or in an exercise or a prediction."""
    if "." in where:
        return words_of({**EXERCISES, **PREDICTIONS}[where])
    found = [cell for cell in cells(notebook) if cell["id"] == where]
    assert len(found) == 1, f"{notebook} has {len(found)} cells with the id {where!r}"
    return text_of(found[0])


@cache
def cells(notebook):
    """The cells of a notebook, as its file has them."""
    return json.loads((FOLDER / notebook).read_text(encoding="utf-8"))["cells"]


def text_of(cell):
    """The source of a cell, and what its outputs say in plain text."""
    outputs = cell.get("outputs", ())
    shown = [each.get("text", each.get("data", {}).get("text/plain", "")) for each in outputs]
    return "\n".join("".join(part) for part in [cell["source"], *shown])


def words_of(thing):
    """All words in the data of an exercise or a prediction."""
    if is_dataclass(thing):
        thing = tuple(getattr(thing, field.name) for field in fields(thing))
    if isinstance(thing, tuple | list):
        return "\n".join(map(words_of, thing))
    return thing if isinstance(thing, str) else ""
