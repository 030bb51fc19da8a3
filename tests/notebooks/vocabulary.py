"""Where the course uses the words of its vocabulary page, read from the notebooks themselves.

A passage is what a learner reads in one go: a part of a text cell under one heading, or what a
question or an exercise says in its cell.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from tests.notebooks.voice import said_by, source
from toynn_course.exercises import QUIZZES

FOLDER = Path(__file__).parents[2] / "notebooks"
PAGE = FOLDER / "vocabulary.ipynb"

BOLD = re.compile(r"\*\*([^*]+)\*\*")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
ASKED = re.compile(r'\b(?:check|predict|explain|quiz)\(\s*"([^"]+)"')
LINK = re.compile(r"\[([^\]]+)\]\(([^)#]+)(?:#([^)]+))?\)")


@dataclass(frozen=True)
class Row:
    """A row of the page.

    words : those that it explains; place : where they come first, a link or a notebook's number
    """

    words: tuple
    meaning: str
    elsewhere: str
    place: str


@dataclass(frozen=True)
class Passage:
    """A piece of a notebook.

    notebook : its number, such as "03"; where : the id of the cell, or of a question or an exercise
    """

    notebook: str
    heading: str
    where: str
    text: str


def rows(page=PAGE):
    """The rows of the vocabulary page."""
    lines = "\n".join(map(source, cells(page))).splitlines()
    tables = [line.strip().strip("|").split("|") for line in lines if line.startswith("| **")]
    found = [[cell.strip() for cell in line] for line in tables]
    return [Row(tuple(BOLD.findall(word)), *rest) for word, *rest in found]


def passages(folder=FOLDER):
    """All passages of the course, in the order in which they are read."""
    return [each for path in sorted(folder.glob("[0-9]*.ipynb")) for each in passages_of(path)]


def passages_of(path):
    """The passages of one notebook; the title at its top is a name and not a passage."""
    notebook, heading, found = path.name[:2], "", []
    for cell in cells(path):
        if cell["cell_type"] == "markdown":
            for title, text in parts(source(cell)):
                heading = title or heading
                words = text if title == titles(path)[0] else f"{title}\n{text}"
                found.append(Passage(notebook, heading, cell["id"], words))
        else:
            asked = [name for name in ASKED.findall(source(cell)) if name not in QUIZZES]
            found += [Passage(notebook, heading, name, "\n".join(said_by(name))) for name in asked]
    return found


def parts(text):
    """The pairs of heading and text in a cell; the first has no heading where it begins without."""
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    before, *rest = HEADING.split(text)
    found = [("", before)] if before.strip() else []
    return found + list(zip(rest[::2], rest[1::2], strict=True))


def titles(path):
    """The headings of a notebook, in their order."""
    texts = [source(cell) for cell in cells(path) if cell["cell_type"] == "markdown"]
    return [title for text in texts for title, _ in parts(text) if title]


def cells(path):
    """The cells of a notebook."""
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def plain(text):
    """A text without code, formulas, addresses and tags."""
    text = re.sub(r"\$\$.*?\$\$", " ", text, flags=re.DOTALL)
    text = re.sub(r"`[^`]*`|\$[^$]*\$|<[^>]*>|\]\([^)]*\)", " ", text)
    return re.sub(r"[\s>]+", " ", text)


def forms(word):
    """A pattern for a word as it may be written: plural, past, hyphens, American spelling."""
    stem = re.sub(r"is(?=e|ing|ation)", "i[sz]", word).replace("our", "ou?r")
    stem = re.sub(r"(?<=\w)[- ](?=\w)", "[- ]?", stem)
    for ending, endings in {"y": "(?:y|ies)", "ix": "(?:ix|ices)", "um": "(?:um|a)"}.items():
        if stem.endswith(ending):
            return rf"\b{stem.removesuffix(ending)}{endings}\b"
    return rf"\b{stem}(?:s|es|d|ed)?\b"


def uses(text, word):
    """Whether a text uses a word."""
    return bool(re.search(forms(word), plain(text), re.IGNORECASE))


def without(text, words):
    """A text without some words."""
    for word in words:
        text = re.sub(forms(word), " ", text, flags=re.IGNORECASE)
    return text


def introduces(text, word):
    """Whether a text introduces a word: it is in bold, or something "is called" that."""
    names = [re.sub(r"\s+", " ", name).strip(" .:?") for name in BOLD.findall(text)]
    called = re.search(rf"\bcalled (?:an? |the )?{forms(word)}", plain(text), re.IGNORECASE)
    return bool(called) or any(re.fullmatch(forms(word), each, re.IGNORECASE) for each in names)


def first_use(word, course, apart_from=(), longer=()):
    """The first passage that uses a word; None if none does.

    apart_from : where it is everyday English, as pairs of notebook and place
    longer : other words that have this one in them, such as "gradient descent" for "gradient"
    """
    found = (each for each in course if uses(without(each.text, longer), word))
    return next((each for each in found if (each.notebook, each.where) not in apart_from), None)
