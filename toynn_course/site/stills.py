"""Stills: what a page shows where a notebook has controls, which live only beside a kernel."""

import base64
import html

import ipywidgets as widgets

from toynn_course import plots
from toynn_course.exercises.challenge_cards import ChallengeCards
from toynn_course.exercises.engine.card import marked_up
from toynn_course.exercises.engine.controls import as_widget
from toynn_course.exercises.engine.explanation import Notepad
from toynn_course.exercises.engine.prediction import Gate
from toynn_course.exercises.engine.quiz import Sheet
from toynn_course.explorers.pad import DigitPad
from toynn_course.explorers.writer import WriterDrawing
from toynn_course.jupyter import Explorer
from toynn_course.playground import Playground
from toynn_course.site.project import SHOT

LIVE = "TRY-IT"
"""The address of the notebook in the browser, until a page puts the real one there."""

SHOWN = (
    "The playground: menus and buttons above; below them, from left to right, the features as "
    "small maps, two layers of neurons as small maps joined by links of different thickness, and a "
    "large map on which a network has found its way between the two arms of a spiral, with a chart "
    "of its two losses."
)


def show_stills():
    """From here on, let each widget of this notebook bring its still as HTML."""
    from IPython import get_ipython

    formatter = get_ipython().display_formatter.formatters["text/html"]
    formatter.for_type(widgets.Widget, still)


def still(widget):
    """What a page shows instead of a widget, as HTML."""
    for kind, drawn in KINDS.items():
        if isinstance(widget, kind):
            return f'<div class="toynn-still">{drawn(widget)}</div>'
    return "".join(_opened(each) for each in getattr(widget, "children", ())) or (
        f"<p>{html.escape(str(getattr(widget, 'value', widget)))}</p>"
    )


def _explorer(explorer):
    words = _written(explorer) if isinstance(explorer.drawing, WriterDrawing) else ""
    picture = explorer.picture
    named = (getattr(each, "description", "") for each in explorer.controls.values())
    controls = html.escape(", ".join(filter(None, named)))
    return (
        _image(picture.value, picture.alt, picture.width)
        + words
        + _live(f"This picture stands still. {{}} to use its controls: {controls}.")
    )


def _written(writer):
    """Train a writer to its end: the words that it then writes, as a table."""
    practice, epochs = (writer.controls[name].value for name in ("practice", "epochs"))
    practice.to(epochs, epochs=epochs)
    writer.controls["progress"].set((practice.n_steps, len(practice.notes)))
    head, *rows = ([html.escape(text) for text in row[:2]] for row in writer.picture.table)
    lines = "".join(f"<tr><td>{word}</td><td>{origin}</td></tr>" for word, origin in rows)
    return f"<table><tr><th>{head[0]}</th><th>{head[1]}</th></tr>{lines}</table>"


def _playground(_playground):
    return _image(SHOT.read_bytes(), SHOWN, 800) + _live("This picture stands still. {} to play.")


def _pad(pad):
    if pad.examples is None or pad.ink.any():
        return f"<p>{html.escape(pad.pad.sentence)}</p>" + _live("{} to draw on the pad.")
    pad.next_example()
    drawn, sentence = _read(pad), f"<p>{html.escape(pad.pad.sentence)}</p>"
    pad.clear()
    return plots.picture(drawn)._repr_html_() + sentence + _live("{} to draw a digit yourself.")


def _read(pad):
    """A figure of what is on a pad, and of the probabilities of the ten digits."""
    left, right = plots.side_by_side(2, width=6.4, height=3.2)
    plots.digit_images(pad.image[None], ax=left)
    plots.describe(left, f"The pad with one of the examples on it. {pad.pad.sentence}")
    right.barh(range(10), pad.pad.shares, color=plots.BLUE)
    right.set(title="What the network says", xlabel="probability", xlim=(0, 1), yticks=range(10))
    right.invert_yaxis()
    plots.describe(right, "A bar for each of the ten digits, as long as its probability.")
    return left.figure


def _prediction(gate):
    asked = _question("Predict.", gate.prediction)
    opens = ""
    if gate.then:
        opened = _opened(as_widget(gate.then()))
        opens = f"<details><summary>What opens after your answer</summary>{opened}</details>"
    return asked + _live("{} to answer, and to read why each option is right or not.") + opens


def _quiz(sheet):
    asked = (
        _question(f"Question {number}.", question)
        for number, question in enumerate(sheet.questions, 1)
    )
    return "".join(asked) + _live("{} to answer.")


def _explanation(notepad):
    text = marked_up(notepad.explanation.question)
    asked = f"<p><strong>Explain it.</strong> {text}</p>"
    return asked + _live("{} to write your own words, and to compare them with a model answer.")


def _cards(cards):
    items = "".join(
        f"<li><strong>{html.escape(card.topic)}.</strong> {marked_up(card.question.question)}</li>"
        for _, card in cards.menu.options
    )
    return f"<ol>{items}</ol>" + _live("{} to predict, and to set the playground up.")


KINDS = {
    Playground: _playground,
    Explorer: _explorer,
    DigitPad: _pad,
    Gate: _prediction,
    Sheet: _quiz,
    Notepad: _explanation,
    ChallengeCards: _cards,
}


def _question(lead, question):
    options = "".join(f"<li>{html.escape(each.text)}</li>" for each in question.options)
    return f"<p><strong>{lead}</strong> {marked_up(question.question)}</p><ul>{options}</ul>"


def _opened(widget):
    """A widget inside another one."""
    return widget.value if isinstance(widget, widgets.HTML) else still(widget)


def _image(data, alt, width):
    text, code = html.escape(alt), base64.b64encode(data).decode()
    return f'<img alt="{text}" width="{width}" src="data:image/png;base64,{code}">'


def _live(sentence):
    link = f'<a href="{LIVE}">Try it in your browser</a>'
    return f'<p class="toynn-live">{sentence.format(link)}</p>'
