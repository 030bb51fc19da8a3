"""Rules: which cell of a notebook begins a slide, stands on one, or is only read out.

A cell that says so itself, in its `slideshow` metadata, is left as it is. For all others:

1. A heading begins a slide: of the first and second level a new one, below that one further down.
2. A paragraph of more than thirty words becomes a note; what it asks and what it names stays.
3. A question, and what opens after it, have slides of their own, with the reasons as a note.
4. The blanks of an exercise and its check stand on one slide.
5. A picture shows without the code that draws it. A cell that only imports is left out, and so is
   one whose code or output is longer than sixteen lines.
6. What does not fit onto a slide goes on the next one, below the same headline.
"""

import ast
import re
from dataclasses import dataclass, field

from toynn_course.slides.blocks import blocks_of, on_slide
from toynn_course.slides.room import ROOM, height_of

WIDGET = "application/vnd.jupyter.widget-view+json"
MOST_LINES = 16
ASKS = re.compile(r"^(?:check|predict|quiz|explain)\(", re.MULTILINE)


@dataclass
class Piece:
    """A cell of a deck.

    cell : dict of a notebook's cell; place : "slide", "subslide", "fragment", "-", "notes" or
    "skip", as the metadata of a cell names it
    """

    cell: dict
    place: str = "-"
    room: int = 0


@dataclass
class Plan:
    """The pieces of a deck so far, and how full its last slide is."""

    pieces: list[Piece] = field(default_factory=list)
    used: int = 0
    heading: str = ""

    def add(self, cell, place="-", room=None):
        """Put a cell onto the slide, or onto a next one if there is no room left."""
        room = height_of(cell) if room is None else room
        if place == "-" and self.used + room > ROOM and self.used > 0:
            self.go_on()
        if place in ("slide", "subslide"):
            self.used = 0
        if place not in ("notes", "skip"):
            self.used += room
        self.pieces.append(Piece(cell, place, room))

    @property
    def only_headed(self):
        """Whether there is nothing on the last slide but its headline."""
        last = self.pieces[-1] if self.pieces else None
        return bool(last) and last.place != "notes" and last.cell["source"].startswith("#")

    def go_on(self):
        """Begin the next slide below the same headline."""
        self.add(markdown(f'<p class="again">{self.heading}</p>'), "subslide", room=50)


def markdown(text):
    """A cell of text."""
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def planned(cells, asked=None):
    """The pieces of a deck.

    cells : the cells of a notebook, each with its source as one text
    asked : a function that gives the cells which stand for one with controls; None leaves it alone
    """
    plan = Plan()
    for cell in cells:
        own = cell["metadata"].get("slideshow", {}).get("slide_type")
        if own:
            plan.add(cell, own)
        elif cell["cell_type"] == "markdown":
            _add_text(plan, cell["source"])
        else:
            _add_code(plan, cell, asked)
    return plan.pieces


def _add_text(plan, text):
    """Put a text onto slides, and what is not shown into notes."""
    notes = []
    for block in blocks_of(text):
        if block.kind == "heading":
            notes = _flush(plan, notes)
            plan.heading = block.text.lstrip("# ")
            plan.add(markdown(block.text), "slide" if block.level < 3 else "subslide")
            continue
        shown = on_slide(block)
        if shown:
            plan.add(markdown(shown))
        if shown != block.text:
            notes.append(block.text)
    _flush(plan, notes)


def _flush(plan, notes):
    """Put what is not shown below the slide that it belongs to."""
    if notes:
        plan.add(markdown("\n\n".join(notes)), "notes")
    return []


def _add_code(plan, cell, asked):
    source = cell["source"]
    if not source.strip() or only_imports(source) or too_long(cell):
        plan.add(cell, "skip")
    elif has_controls(cell):
        shown = asked(cell) if asked else [(cell, "", 400)]
        for part, note, room in shown:
            plan.add(part, "-" if plan.only_headed else "subslide", room)
            if note:
                plan.add(markdown(note), "notes")
        plan.used = ROOM  # what follows may be the answer
    elif "check(" in source and ASKS.search(source):
        plan.add({**cell, "outputs": []}, "-", min(height_of(cell), ROOM - plan.used))
    else:
        plan.add(cell)


def only_imports(source):
    """Whether a cell does nothing but import."""
    return all(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.parse(source).body)


def too_long(cell):
    """Whether a cell has more lines than a slide can show; the code of a picture is not shown."""
    outputs = (str(output.get("text", "")) for output in cell.get("outputs", []))
    return not pictured(cell) and any(
        len(text.splitlines()) > MOST_LINES for text in (cell["source"], *outputs)
    )


def has_controls(cell):
    """Whether a cell shows controls, which live only beside a kernel."""
    return any(WIDGET in output.get("data", {}) for output in cell.get("outputs", []))


def pictured(cell):
    """Whether a cell shows a picture."""
    htmls = ("".join(o.get("data", {}).get("text/html", "")) for o in cell.get("outputs", []))
    return any("<img" in text for text in htmls)
