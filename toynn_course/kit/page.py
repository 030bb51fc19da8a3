"""Pages: HTML that stands alone, to read in either theme, to hear, and to print."""

import html
from itertools import count
from pathlib import Path

from toynn_course.exercises.engine.card import marked_up

STYLE = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
HOME = "index.html"
ON_ONE_SHEET = 6  # rows of a table that is not to be torn apart when it is printed

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title} · toynn</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#content">To the content</a>
<header>{home}</header>
<main id="content">
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def page(title, *parts, home=True):
    """A whole page, with a link to the list of all pages.

    title : plain text; parts : pieces of HTML
    """
    link = f'<a href="{HOME}">toynn: the instructor’s kit</a>' if home else "toynn"
    return PAGE.format(title=html.escape(title), style=STYLE, home=link, body="\n".join(parts))


def section(title, *parts, level=2, name="", kind=""):
    """A headline, and what belongs to it.

    level : of the headline; name : what a link can lead to
    kind : "sheet" for what begins a new sheet of paper, "whole" for what is not to be torn apart
    """
    attributes = f' id="{html.escape(name)}"' if name else ""
    attributes += f' class="{kind}"' if kind else ""
    headline = f"<h{level}>{marked_up(title)}</h{level}>"
    return "\n".join([f"<section{attributes}>", headline, *parts, "</section>"])


def paragraph(text):
    """A paragraph of plain text, in which `code` may stand in backticks."""
    return f"<p>{marked_up(text)}</p>"


def bullets(items, kind="ul"):
    """A list of pieces of HTML; `kind` is "ol" for a numbered one."""
    return f"<{kind}>{''.join(f'<li>{item}</li>' for item in items)}</{kind}>"


def table(caption, head, rows, wide=()):
    """A table: the first cell of each row is its headline.

    caption : plain text; head : pieces of HTML; rows : lists of them
    wide : numbers of the columns that need most of the room
    """
    top = "".join(
        f'<th scope="col"{_wide(number in wide)}>{text}</th>' if text else "<td></td>"
        for number, text in enumerate(head)
    )
    body = "\n".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    kind = "scroller whole" if len(rows) <= ON_ONE_SHEET else "scroller"
    return (
        f'<div class="{kind}" tabindex="0" role="region" aria-label="{html.escape(caption)}">'
        f"<table><caption>{marked_up(caption)}</caption>\n"
        f"<thead><tr>{top}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def _wide(yes):
    return ' class="wide"' if yes else ""


def field(name, size=9):
    """A place to write something, by pen on paper or by key on the page.

    name : what a screen reader calls it
    """
    return f'<input type="text" size="{size}" autocomplete="off" aria-label="{html.escape(name)}">'


def lines(name, n_lines):
    """A place for several lines of writing."""
    label = html.escape(name)
    return f'<textarea rows="{n_lines}" cols="60" aria-label="{label}"></textarea>'


_numbers = count(1)


def choices(question, options):
    """Options to tick, one of them; `question` is what a screen reader calls the group."""
    group = f"choice{next(_numbers)}"
    items = "".join(
        f'<label><input type="radio" name="{group}"> {marked_up(option)}</label>'
        for option in options
    )
    return f"<fieldset><legend>{marked_up(question)}</legend>{items}</fieldset>"
