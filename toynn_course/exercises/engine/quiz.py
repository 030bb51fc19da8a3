"""A quiz: answers are only kept the first time; the second time both are shown and explained."""

import html

import ipywidgets as widgets

from toynn_course.exercises.engine.card import marked_up, paragraph
from toynn_course.exercises.engine.controls import Form, hide, radio_buttons, show
from toynn_course.exercises.engine.prediction import AGAIN, reasons
from toynn_course.exercises.engine.question import UNSURE
from toynn_course.exercises.engine.store import keep, kept, reader
from toynn_course.jupyter import Column

KEPT = (
    "Your answers are kept, and nobody marks them now. The last notebook shows them beside those "
    "that you give then. Until then you can change them: choose again, and press the button."
)


class Sheet(Column):
    """A quiz on the page: questions, a button, and what is said below it."""

    button_text = "Keep my answers"

    def __init__(self, quiz):
        earlier, trouble = last_answers(quiz.id)
        own, self.quiz = reader(), quiz
        self.questions = [each.shuffled(own) for each in quiz.questions]
        self.options = {
            each.id: radio_buttons(f"Your answer to {number}", [o.text for o in each.options])
            for number, each in enumerate(self.questions, 1)
        }
        self.asked = widgets.VBox(
            [part for each in enumerate(self.questions, 1) for part in self._parts(*each)]
        )
        self.button = widgets.Button(button_style="primary", layout={"width": "max-content"})
        self.button.on_click(lambda _: self.form.once_settled(self._press))
        self.told, self.form = widgets.HTML(), Form()
        super().__init__([self.asked, self.button, self.told, self.form])
        self._begin(earlier, trouble)

    def __repr__(self):
        return f"Run this cell: a quiz of {len(self.questions)} questions appears here."

    def _parts(self, number, question):
        """What the page shows for one question."""
        text = paragraph(f"<strong>Question {number}.</strong> {marked_up(question.question)}")
        return widgets.HTML(text), self.options[question.id]

    def _begin(self, earlier, trouble):
        """Show what was answered earlier; it can be changed."""
        known = [each for each in self.questions if each.option(earlier.get(each.id))]
        for question in known:
            self.options[question.id].value = earlier[question.id]
        self._ask(" ".join(filter(None, [KEPT * bool(known), trouble])))

    def _ask(self, text):
        show(self.asked)
        self.button.description = self.button_text
        self._tell(text)

    def _press(self):
        """What the button does: take the answers, or say which are left."""
        chosen = {name: options.value for name, options in self.options.items()}
        left = [number for number, text in enumerate(chosen.values(), 1) if text is None]
        if left:
            self._tell(f"Still open: {listed(left)}.")
        else:
            self._finish(chosen)

    def _finish(self, chosen):
        """Keep the answers, and say no more than that."""
        self._tell(keep(self.quiz.id, chosen) or KEPT)

    def _tell(self, text, more=""):
        """Say a sentence, also to a screen reader; then show more HTML."""
        self.told.value = (paragraph(marked_up(text)) if text else "") + more
        self.form.say(text)


class SecondSheet(Sheet):
    """A quiz that repeats another: both answers side by side, and then what is right and why."""

    button_text = "See then and now"

    def _begin(self, earlier, trouble):
        if all(question.option(earlier.get(question.id)) for question in self.questions):
            self._answered(earlier, trouble)
        else:
            self._ask(trouble)

    def _press(self):
        if self.button.description == AGAIN:
            self._ask_again()
        else:
            super()._press()

    def _ask_again(self):
        for options in self.options.values():
            options.value = None
        self._ask("")

    def _finish(self, chosen):
        trouble = keep(self.quiz.id, chosen, right=len(right_ones(self.questions, chosen)))
        self._answered(chosen, trouble)
        self.form.bring_into_view()  # the page is shorter now, and would show the end of it

    def _answered(self, chosen, trouble):
        first = last_answers(self.quiz.first)[0]
        hide(self.asked)
        self.button.description = AGAIN
        text = " ".join([*summary(self.questions, first, chosen), *filter(None, [trouble])])
        why = "".join(self._why(*each, chosen) for each in enumerate(self.questions, 1))
        self._tell(text, then_and_now(self.questions, first, chosen) + why)

    def _why(self, number, question, chosen):
        text = f"<strong>Question {number}.</strong> {marked_up(question.question)}"
        return paragraph(text) + reasons(question, chosen[question.id])


def sheet(quiz):
    """The widget for a quiz."""
    return SecondSheet(quiz) if quiz.first else Sheet(quiz)


def summary(questions, first, chosen):
    """What a quiz says at the end: how many are right now and were then, and what to watch."""
    texts = [f"You got {len(right_ones(questions, chosen))} of {len(questions)} right."]
    if first:
        texts.append(f"The first time it was {len(right_ones(questions, first))}.")
    else:
        texts.append("No answers from the first time are kept in this folder.")
    ideas = [
        f"“{option.misconception}” (question {number})"
        for number, question in enumerate(questions, 1)
        if (option := question.option(chosen[question.id])).misconception
    ]
    return [*texts, f"Ideas behind your other answers: {'; '.join(ideas)}."] if ideas else texts


def right_ones(questions, chosen):
    """The ids of the questions that are answered right."""
    return [
        question.id
        for question in questions
        if (option := question.option(chosen.get(question.id))) and option.right
    ]


CELL = "padding: 4px 1em 4px 0; text-align: left; vertical-align: top; overflow-wrap: break-word"
QUESTION = f"{CELL}; padding-top: 1em; border-top: 1px solid var(--jp-border-color1, #757575)"


def then_and_now(questions, first, chosen):
    """A table of two columns, narrow enough for a phone: the answers of both times by question."""
    head = "".join(f'<th scope="col" style="{CELL}">{text}</th>' for text in ("Then", "Now"))
    rows = [
        f'<tbody><tr><th scope="rowgroup" colspan="2" style="{QUESTION}; font-weight: normal">'
        f"{number}. {marked_up(question.question)}</th></tr>"
        f"<tr>{_cell(question, first)}{_cell(question, chosen)}</tr></tbody>"
        for number, question in enumerate(questions, 1)
    ]
    style = "border-collapse: collapse; table-layout: fixed; width: 100%; max-width: 48em"
    return (
        f'<table style="{style}; line-height: 1.5"><caption style="text-align: left">Your answers, '
        f"then and now</caption><thead><tr>{head}</tr></thead>{''.join(rows)}</table>"
    )


def _cell(question, answers):
    """One answer, and whether it is right."""
    text = answers.get(question.id)
    if text is None:
        return f'<td style="{CELL}">No answer is kept.</td>'
    option = question.option(text)
    judged = option and option.text != UNSURE.text
    mark = f": <strong>{'right' if option.right else 'not right'}</strong>" if judged else ""
    return f'<td style="{CELL}">{html.escape(str(text))}{mark}</td>'


def last_answers(name):
    """The last answers to a quiz as a dict, empty if there are none; and what went wrong."""
    answers, trouble = kept(name)
    whole = [each["answer"] for each in answers if isinstance(each["answer"], dict)]
    return (whole[-1] if whole else {}), trouble


def listed(numbers):
    """Numbers of questions as words."""
    *others, last = map(str, numbers)
    return f"questions {', '.join(others)} and {last}" if others else f"question {last}"
