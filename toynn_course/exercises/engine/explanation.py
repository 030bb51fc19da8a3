"""Explain it in your own words first, and only then compare with a model answer."""

import html

import ipywidgets as widgets

from toynn_course.exercises.engine.card import marked_up, paragraph
from toynn_course.exercises.engine.controls import Form, hide, on, show, text_field, tick_box
from toynn_course.exercises.engine.store import keep, kept
from toynn_course.jupyter import Column

SHORT = 20  # characters: less than that is no explanation in any language
COMPARE, AGAIN = "Compare", "Write again"
EMPTY = "Write a sentence or two first, in any language: the comparison comes after that."
MORE = "That is a start. Add why it is so; one more sentence will do."
LOOK = "Does your text say this? Tick what it says. Nobody checks it but you."


class Notepad(Column):
    """A question to explain: a field for the reader's words, a button, and what to compare with."""

    def __init__(self, explanation):
        answers, trouble = kept(explanation.id)
        self.explanation, self.text = explanation, text_field("In your own words")
        question = f"<strong>Explain it.</strong> {marked_up(explanation.question)}"
        self.button = widgets.Button(button_style="primary", layout={"width": "max-content"})
        self.button.on_click(lambda _: self.form.once_settled(self._press))
        self.compared, self.note, self.form = widgets.HTML(), widgets.HTML(), Form()
        self.points = [tick_box(each) for each in explanation.points]
        self.look = widgets.VBox([widgets.HTML(paragraph(LOOK)), *self.points])
        parts = [self.text, self.compared, self.look, self.button, self.note, self.form]
        super().__init__([widgets.HTML(paragraph(question)), *parts])
        self._begin(answers, trouble)
        for point in self.points:
            point.observe(lambda _: on(self.form.loop, self._keep_tick), "value")

    def __repr__(self):
        return "Run this cell: a question appears here, to answer in your own words."

    def _begin(self, answers, trouble):
        """Show what was written earlier beside the model answer, or ask for it."""
        if not answers:
            self._ask(trouble)
            return
        self.text.value = str(answers[-1]["answer"])
        for point in self.points:
            point.value = point.description in answers[-1].get("ticks", ())
        self._compare(trouble)

    def _press(self):
        """What the button does: compare, or open the text again."""
        if self.button.description == AGAIN:
            self._ask()
            self.text.focus()
        elif len(self.text.value.strip()) < SHORT:
            self._tell(MORE if self.text.value.strip() else EMPTY)
        else:
            self._compare(self._keep(), "Your text and a model answer are shown side by side.")

    def _ask(self, trouble=""):
        hide(self.compared, self.look)
        show(self.text)
        self.button.description = COMPARE
        self._tell(trouble)

    def _compare(self, trouble="", spoken=""):
        self.compared.value = side_by_side(self.text.value, self.explanation.model)
        hide(self.text)
        show(self.compared, self.look)
        self.button.description = AGAIN
        self._tell(trouble, spoken)

    def _keep(self):
        """Keep the text and its ticks. Returns "", or a sentence if it cannot be done."""
        ticks = [point.description for point in self.points if point.value]
        return keep(self.explanation.id, self.text.value, ticks=ticks)

    def _keep_tick(self):
        self._tell(self._keep())

    def _tell(self, text, spoken=""):
        """Show a line; a screen reader hears it after what else there is to say."""
        self.note.value = paragraph(html.escape(text)) if text else ""
        self.form.say(" ".join(filter(None, (spoken, text))))


def side_by_side(text, model):
    """The reader's text and the model answer: two columns, or one below the other if narrow."""
    columns = [("What you wrote", html.escape(text.strip())), ("One good answer", marked_up(model))]
    parts = "".join(_column(*each) for each in columns)
    return f'<div style="display: flex; flex-wrap: wrap; gap: 0 2em; max-width: 60em">{parts}</div>'


def _column(title, words):
    style = "white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5"
    return (
        f'<div style="flex: 1 1 18em; min-width: 0"><p><strong>{title}</strong></p>'
        f'<p style="{style}">{words}</p></div>'
    )
