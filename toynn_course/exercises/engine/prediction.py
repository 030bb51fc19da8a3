"""Predict before you look: a question, an answer to commit to, and only then what it is about."""

import html

import ipywidgets as widgets

from toynn_course.exercises.engine.card import marked_up, paragraph
from toynn_course.exercises.engine.controls import (
    Form,
    as_widget,
    hide,
    radio_buttons,
    show,
)
from toynn_course.exercises.engine.store import keep, kept, reader
from toynn_course.jupyter import Column

CONFIDENCE = ("guessing", "fairly sure", "certain")
REMARKS = {
    ("certain", False): "You were certain, so this is one to remember.",
    ("guessing", True): "A guess that came out right: now read why.",
}
AGAIN = "Answer again"


class Gate(Column):
    """A prediction on the page: a question, options, a button, and what opens after the answer."""

    def __init__(self, prediction, then=None):
        answers, trouble = kept(prediction.id)
        self.prediction, self.then = prediction.shuffled(reader()), then
        self.question = widgets.HTML(
            paragraph(f"<strong>Predict.</strong> {marked_up(prediction.question)}")
        )
        self.options = radio_buttons("Your answer", [each.text for each in self.prediction.options])
        self.confidence = radio_buttons("How sure are you?", CONFIDENCE)
        self.explanation, self.note = widgets.HTML(), widgets.HTML()
        self.button = widgets.Button(description="Commit", button_style="primary")
        self.button.on_click(lambda _: self.form.once_settled(self._press))
        self.opened = widgets.VBox()
        self.form = Form()
        asked = [self.question, self.options, self.confidence]
        told = [self.explanation, self.button, self.note, self.form]
        super().__init__([*asked, *told, self.opened])
        self._show_earlier_answer(answers, trouble)

    def __repr__(self):
        more = "what it is about opens" if self.then else "an explanation"
        return f"Run this cell: a question appears here, and {more} after your answer."

    def _show_earlier_answer(self, answers, trouble):
        known = [each for each in answers if self.prediction.option(each["answer"])]
        if known:
            self._answered(known[-1]["answer"], known[-1].get("confidence"), trouble)
        else:
            self._ask(trouble)

    def _press(self):
        """What the button does: commit, or answer again."""
        if self.button.description == AGAIN:
            self._ask()
        elif self.options.value is None or self.confidence.value is None:
            self._tell("Choose an answer, and how sure you are, first.")
        else:
            self._commit(self.options.value, self.confidence.value)

    def _commit(self, text, confidence):
        """Keep the answer, and show what is behind it."""
        right = self.prediction.option(text).right
        trouble = keep(self.prediction.id, text, confidence=confidence, right=right)
        self._answered(text, confidence, trouble)

    def _ask(self, trouble=""):
        self.options.value = self.confidence.value = None
        hide(self.explanation)
        show(self.options, self.confidence)
        self.button.description = "Commit"
        self._tell(trouble)

    def _answered(self, text, confidence, trouble=""):
        self.explanation.value = explained(self.prediction, text, confidence)
        hide(self.options, self.confidence)
        show(self.explanation)
        self.button.description = AGAIN
        opens = self.then and not self.opened.children
        problems = [trouble, self._open() if opens else ""]
        self._tell(" ".join(filter(None, problems)), verdict(self.prediction, text))

    def _open(self):
        """Make the widget that the question is about; returns what to say if that fails."""
        try:
            self.opened.children = [as_widget(self.then())]
        except Exception as error:  # noqa: BLE001 - a friendly line instead of a dead widget
            return f"What should open here did not ({error}). Run this cell again."
        return ""

    def _tell(self, text, spoken=""):
        """Show a line; a screen reader hears it after what else there is to say."""
        self.note.value = paragraph(html.escape(text)) if text else ""
        self.form.say(" ".join(filter(None, (spoken, text))))


def verdict(prediction, text):
    """Whether an answer is right."""
    return "That is right." if prediction.option(text).right else "That is not right."


def explained(prediction, text, confidence=None):
    """What is said after an answer: whether it is right, and why or why not each option is."""
    sure = f" ({confidence})" if confidence in CONFIDENCE else ""
    remark = REMARKS.get((confidence, prediction.option(text).right), "")
    right = f"<strong>{verdict(prediction, text)}</strong>"
    said = f"You said: {html.escape(text)}{sure}. {right} {remark}"
    return paragraph(said) + reasons(prediction, text)


def reasons(prediction, text):
    """Why or why not each option is right, as a list; what only says "I don't know" has no why."""
    items = "".join(
        f"<li><strong>{'Right' if option.right else 'Not right'}: {html.escape(option.text)}"
        f"{' (your answer)' * (option.text == text)}.</strong> {marked_up(option.why)}</li>"
        for option in prediction.options
        if option.why
    )
    return f'<ul style="max-width: 46em; line-height: 1.5">{items}</ul>'
