"""A quiz: several questions at once, and a comparison when it is taken again."""

import ipywidgets as widgets

from toynn_course.exercises.engine.card import marked_up, paragraph
from toynn_course.exercises.engine.controls import Form, hide, on, radio_buttons, running_loop, show
from toynn_course.exercises.engine.prediction import AGAIN, explained
from toynn_course.exercises.engine.store import keep, kept


class Sheet(widgets.VBox):
    """A quiz on the page."""

    def __init__(self, quiz):
        self.quiz, self.loop = quiz, running_loop()
        self.options = {
            each.id: radio_buttons(f"Your answer to {number}", [o.text for o in each.options])
            for number, each in enumerate(quiz.questions, 1)
        }
        self.explanations = {each.id: widgets.HTML() for each in quiz.questions}
        self.button = widgets.Button(button_style="primary", layout={"width": "max-content"})
        self.button.on_click(lambda _: on(self.loop, self._press))
        self.summary = widgets.HTML()
        parts = [part for each in enumerate(quiz.questions, 1) for part in self._parts(*each)]
        self.form = Form()
        super().__init__([*parts, self.button, self.summary, self.form])
        self._show_earlier_answers()

    def __repr__(self):
        return f"Run this cell: a quiz of {len(self.quiz.questions)} questions appears here."

    def _parts(self, number, question):
        """What stands on the page for one question."""
        text = paragraph(f"<strong>Question {number}.</strong> {marked_up(question.question)}")
        return widgets.HTML(text), self.options[question.id], self.explanations[question.id]

    def _show_earlier_answers(self):
        earlier, trouble = _last_answers(self.quiz, self.quiz.id)
        if earlier:
            self._answered(earlier, trouble)
        else:
            self._ask(trouble)

    def _press(self):
        """What the button does: finish, or answer again."""
        chosen = {name: options.value for name, options in self.options.items()}
        left = [number for number, text in enumerate(chosen.values(), 1) if text is None]
        if self.button.description == AGAIN:
            self._ask()
        elif left:
            self._tell(f"Still open: {_listed(left)}.")
        else:
            trouble = keep(self.quiz.id, chosen, right=len(right_ones(self.quiz, chosen)))
            self._answered(chosen, trouble)

    def _ask(self, trouble=""):
        for options in self.options.values():
            options.value = None
        show(*self.options.values())
        hide(*self.explanations.values())
        self.button.description = "See how it went"
        self._tell(trouble)

    def _answered(self, chosen, trouble):
        for question in self.quiz.questions:
            self.explanations[question.id].value = explained(question, chosen[question.id])
        hide(*self.options.values())
        show(*self.explanations.values())
        self.button.description = AGAIN
        first = _last_answers(self.quiz, self.quiz.first)[0]
        self._tell(*summary(self.quiz, chosen, first), trouble)

    def _tell(self, *texts):
        self.summary.value = "".join(paragraph(marked_up(text)) for text in texts if text)
        self.form.spoken = " ".join(texts)


def summary(quiz, chosen, first=None):
    """What a quiz says at the end: how many are right, what to watch, what has changed since."""
    right = right_ones(quiz, chosen)
    texts = [f"{len(right)} of {len(quiz.questions)} are right."]
    ideas = [
        f"“{option.misconception}” (question {number})"
        for number, question in enumerate(quiz.questions, 1)
        if (option := question.option(chosen[question.id])).misconception
    ]
    if ideas:
        texts.append(f"Ideas behind your other answers: {'; '.join(ideas)}.")
    if quiz.first:
        texts.append(_compared(quiz, right, first))
    return texts


def right_ones(quiz, chosen):
    """The numbers of the questions that are answered right."""
    return [
        number
        for number, question in enumerate(quiz.questions, 1)
        if question.option(chosen[question.id]).right
    ]


def _compared(quiz, right, first):
    """What has changed since the first time."""
    if not first:
        return "No answers from the first time are kept in this folder to compare with."
    before = right_ones(quiz, first)
    texts = [f"The first time {len(before)} were right."]
    gained, lost = sorted(set(right) - set(before)), sorted(set(before) - set(right))
    if gained:
        texts.append(f"New are {_listed(gained)}.")
    if lost:
        texts.append(f"No longer right: {_listed(lost)}.")
    return " ".join(texts)


def _last_answers(quiz, name):
    """The last complete answers to a quiz, or None, and a sentence about a damaged file."""
    answers, trouble = kept(name)
    whole = [
        each["answer"]
        for each in answers
        if isinstance(each["answer"], dict)
        and all(question.option(each["answer"].get(question.id)) for question in quiz.questions)
    ]
    return (whole[-1] if whole else None), trouble


def _listed(numbers):
    *others, last = map(str, numbers)
    return f"questions {', '.join(others)} and {last}" if others else f"question {last}"
