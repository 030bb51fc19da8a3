"""The numbers in the text of a notebook: each is printed by a cell, or recomputed by a test.

CLAIMS = [
    ("the slope there is %.2f", lambda: sigmoid.derivative(0)),
    ("z = %.1f and a = %.3f", lambda: (node.z([1, 3]), node([1, 3]))),
]

@pytest.mark.parametrize(("words", "recompute"), CLAIMS)
def test_the_text_says_what_comes_out(words, recompute):
    assert said(words, recompute()) in text(NOTEBOOK)

def test_no_number_stands_in_the_text_unchecked():
    assert unchecked(NOTEBOOK, CLAIMS, given="1993") == []
"""

import re
from pathlib import Path

import nbformat

FOLDER = Path(__file__).parents[2] / "notebooks"

# What is worth recomputing: anything with decimals, and anything from 100 up.
NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+|(?<![\w.,])\d+\.\d+|(?<![\w.,])\d{3,}(?![\w.])")


def cells(name):
    """The cells of a notebook, by the name of its file."""
    return nbformat.read(FOLDER / name, as_version=4).cells


def text(name):
    """The text of a notebook, with a single space for every gap and no marks of a quotation."""
    parts = [cell.source for cell in cells(name) if cell.cell_type == "markdown"]
    return flat("\n\n".join(parts))


def flat(source):
    """Text on one line."""
    return " ".join(re.sub(r"^> ?", "", source, flags=re.MULTILINE).split())


def said(words, values):
    """The words with the values in them; a single value need not be a tuple."""
    return words % values


def unchecked(name, claims, given=""):
    """Numbers of the text that stand in no claim, no code and no output above, with their words.

    claims : (words, recompute) pairs; given : numbers that nothing could recompute, such as years
    """
    known = " ".join([given, *(said(words, recompute()) for words, recompute in claims)])
    found = []
    for cell in cells(name):
        if cell.cell_type == "markdown":
            found += _unknown(flat(cell.source), set(NUMBER.findall(known)))
        elif cell.cell_type == "code":
            known += " ".join([" ", cell.source, *map(_printed, cell.outputs), " "])
    return found


def _unknown(words, known):
    return [
        words[max(0, match.start() - 30) : match.end() + 15]
        for match in NUMBER.finditer(words)
        if match[0] not in known
    ]


def _printed(output):
    """What an output says in plain text."""
    return output.get("text", "") or output.get("data", {}).get("text/plain", "")
