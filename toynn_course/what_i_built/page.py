"""The page: HTML of what a reader did, in which everything they wrote is text and nothing else."""

import html
from datetime import datetime
from itertools import groupby
from pathlib import Path

from toynn_course.exercises.engine.card import marked_up
from toynn_course.exercises.engine.question import UNSURE
from toynn_course.plots import network_diagram, picture
from toynn_course.plots.words import counted

MARK = "<!-- written by toynn_course.what_i_built -->"
STYLE = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
SEALED = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""The policy of the page: a browser runs no script in it and asks no other computer."""


class Html(str):
    """A piece of HTML that was made here, as against text, which is escaped."""

    __slots__ = ()


def tag(name, *inner, **attributes):
    """An element; what is in it is escaped unless it is Html.

    >>> tag("p", "1 < 2 ", tag("b", "&"), lang="en")
    '<p lang="en">1 &lt; 2 <b>&amp;</b></p>'
    """
    said = "".join(
        f' {key.strip("_")}="{html.escape(str(value))}"' for key, value in attributes.items()
    )
    return Html(f"<{name}{said}>{joined(inner)}</{name}>")


def joined(parts):
    """Pieces of HTML and of text as one piece of HTML."""
    return Html("".join(each if isinstance(each, Html) else _escaped(each) for each in parts))


def _escaped(text):
    """Text as HTML; half of an emoji, which no file can hold, as a question mark."""
    return html.escape(str(text).encode("utf-8", "replace").decode("utf-8"))


def marked(text):
    """Text of the course, with its `code` as code."""
    return Html(marked_up(text))


def page(quiz, predicted, explained, books, saved, trouble=""):
    """The whole page as text.

    quiz : ThenAndNow or None; predicted, explained : lists of Predicted and Explained
    books : the notebooks, as (number, title, list of Solved); saved : list of Saved
    trouble : a sentence about what could not be read
    """
    today = datetime.now().astimezone()
    solved = [each for _, _, exercises in books for each in exercises]
    counts = _counts(predicted, explained, solved, saved)
    parts = [
        tag("h1", "What I built"),
        tag("p", f"A course on how deep learning works, with toynn. {today.day} {today:%B %Y}."),
        *([tag("p", trouble, role="note")] if trouble else []),
        tag("ul", *(tag("li", each) for each in counts)) if counts else tag("p", NOTHING),
        *_quiz(quiz),
        *_networks(saved),
        *_notebooks(predicted, explained, books),
        tag("footer", tag("p", FOOT)),
    ]
    head = joined(
        [
            Html('<meta charset="utf-8">'),
            Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
            Html(f'<meta http-equiv="Content-Security-Policy" content="{SEALED}">'),
            tag("title", "What I built"),
            Html(f"<style>{STYLE}</style>"),
        ]
    )
    body = tag("body", tag("main", *parts))
    return f'<!doctype html>\n{MARK}\n<html lang="en"><head>{head}</head>{body}</html>\n'


NOTHING = (
    "There is nothing here yet. Answer a question in one of the notebooks, solve an exercise and "
    "save the notebook, or save a network with network.save(“mine.npz”). Then write this page "
    "again."
)
FOOT = (
    "This page was made on your own computer, of files in the folder of the notebooks. Nobody else "
    "has seen it unless you show it to them."
)


def _counts(predicted, explained, solved, saved):
    """How much there is of everything, a sentence for each kind."""
    right = sum(each.first.right for each in predicted)
    certain = [each.first.right for each in predicted if each.confidence == "certain"]
    sure = f" Of the {len(certain)} you were certain of, {sum(certain)} turned out right."
    sure = sure if certain else ""
    done = sum(each.said.startswith("Right") for each in solved)
    kinds = [
        (predicted, f"{counted(len(predicted), 'prediction')}, {right} right at first.{sure}"),
        (explained, f"{counted(len(explained), 'explanation')} in your own words."),
        (solved, f"{counted(len(solved), 'exercise')} attempted, {done} solved."),
        (saved, f"{counted(len(saved), 'network')} saved."),
    ]
    return [sentence for things, sentence in kinds if things]


def _quiz(quiz):
    """The quiz of the beginning and of the end, side by side."""
    if quiz is None:
        return
    yield tag("h2", "Eight questions, then and now")
    heads = [tag("th", text, scope="col") for text in ("Question", "Then", "Now", "Right")]
    rows = [_quiz_row(question, quiz) for question in quiz.quiz.questions]
    if not quiz.now:  # what is right is told only once the quiz has been answered again
        heads = heads[:3]
        yield tag("p", "You have not answered them again yet; notebook 12 asks them at its end.")
    table = tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows))
    region = {"role": "region", "aria-label": "Answers, then and now", "tabindex": 0}
    yield tag("div", table, class_="wide", **region)  # narrow, it is scrolled, by keys, too


def _quiz_row(question, quiz):
    cells = [_quiz_cell(question, answers, bool(quiz.now)) for answers in (quiz.then, quiz.now)]
    if quiz.now:
        cells.append(tag("td", next(each.text for each in question.options if each.right)))
    return tag("tr", tag("th", marked(question.question), scope="row"), *cells)


def _quiz_cell(question, answers, judged):
    """One answer, and whether it is right, once that may be told."""
    text = answers.get(question.id)
    if text is None:
        return tag("td", "no answer")
    option = question.option(text)
    if not judged or option is None or option.text == UNSURE.text:
        return tag("td", text)
    return tag("td", text, ": ", tag("strong", "right" if option.right else "not right"))


def _networks(saved):
    """Each network that was saved, in numbers and as a diagram."""
    if not saved:
        return
    yield tag("h2", "Networks")
    for name, network in saved:
        numbers = f"{network}: {counted(network.n_parameters, 'number')}."
        drawn = Html(picture(network_diagram(network))._repr_html_())
        yield tag("section", tag("h3", name), tag("p", numbers), drawn)


def _notebooks(predicted, explained, books):
    """For each notebook its predictions, explanations and exercises."""
    titles = {number: title or f"Notebook {number}" for number, title, _ in books}
    things = [(each.asked.id[:2], _prediction(each)) for each in predicted]
    things += [(each.asked.id[:2], _explanation(each)) for each in explained]
    things += [(number, _exercise(each)) for number, _, solved in books for each in solved]
    for number, parts in groupby(sorted(things, key=lambda each: each[0]), lambda each: each[0]):
        yield tag("h2", titles.get(number, f"Notebook {number}"))
        yield from (part for _, part in parts)


def _prediction(each):
    """What was predicted, and what is right."""
    sure = f" ({each.confidence})" if each.confidence else ""
    verdict = "That was right." if each.first.right else "That was not right."
    said = [tag("p", "I said: ", tag("q", each.first.text), f"{sure}. ", tag("strong", verdict))]
    if each.last.text != each.first.text:
        said.append(tag("p", "Later I said: ", tag("q", each.last.text), "."))
    right = next(option for option in each.asked.options if option.right)
    known = each.last.text == right.text
    head = ("Why: ",) if known else ("Right: ", tag("q", right.text), ". ")
    why = tag("p", *head, marked(right.why))
    return tag("section", tag("h3", "Predicted"), tag("p", marked(each.asked.question)), *said, why)


def _explanation(each):
    """What was explained, beside a model answer."""
    ticked = f"Points that I ticked: {len(each.ticks)} of {len(each.asked.points)}."
    return tag(
        "section",
        tag("h3", "Explained"),
        tag("p", marked(each.asked.question)),
        tag("blockquote", each.text),
        tag("p", ticked),
        tag("p", "One good answer: ", marked(each.asked.model)),
    )


def _exercise(each):
    """The code of an exercise, and what its check said."""
    said = f"The check said: {each.said}" if each.said else "It was not checked."
    code = tag("pre", tag("code", each.code), tabindex="0")
    return tag("section", tag("h3", f"Exercise: {each.asked.title}"), code, tag("p", said))
