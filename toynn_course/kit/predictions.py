"""Predictions: what to say at each of them, and what a show of hands for a wrong option means."""

from toynn_course.exercises.engine.card import marked_up
from toynn_course.exercises.engine.question import UNSURE
from toynn_course.exercises.engine.registry import EXPLANATIONS, PREDICTIONS
from toynn_course.kit.page import bullets, page, paragraph, section, table

FILE = "predictions.html"

HOW = (
    "Read the question aloud before anybody runs the cell, and give them half a minute of silence.",
    "Let everybody vote at once, by hands or fingers, and write the count into the last column.",
    "Say nothing about who is right. Ask one person from each camp for a reason.",
    "Let them talk to a neighbour who voted differently, and vote again if the room was split.",
    "Now run the cell, commit, and look at what opens. Ask what they see before you explain it.",
    "Then take up the wrong options that got votes: the table says what is behind each of them.",
)


def predictions_page(lessons):
    """All predictions and all questions to explain, notebook by notebook."""
    ids = [f'<a href="#nb{lesson.number}">{_title(lesson)}</a>' for lesson in lessons.values()]
    parts = [_of(lesson) for lesson in lessons.values()]
    how = section("How to ask", bullets(HOW, "ol"))
    return page("What to say at each prediction", bullets(ids), how, *parts)


def _title(lesson):
    return f"{lesson.number} {marked_up(lesson.title)}"


def _of(lesson):
    """The questions of one notebook."""
    mine = f"{lesson.number}."
    asked = [ask(each) for name, each in PREDICTIONS.items() if name.startswith(mine)]
    explained = [model(each) for name, each in EXPLANATIONS.items() if name.startswith(mine)]
    parts = [*asked, *explained] or [paragraph("No predictions in this one.")]
    title = f"{lesson.number} {lesson.title}"
    return section(title, *parts, name=f"nb{lesson.number}", kind="sheet")


def ask(question, level=3):
    """One question: its options, what a vote for each means, and what to say then."""
    rows = [
        [
            f"{'<strong>Right.</strong> ' if option.right else ''}{marked_up(option.text)}",
            belief(option),
            marked_up(option.why),
            "",
        ]
        for option in question.options
        if option.text != UNSURE.text
    ]
    head = ["option", "people who choose it may believe that", "what to say", "hands"]
    text = paragraph(question.question)
    named = table(f"The options of {question.id}", head, rows, wide=(2,))
    return section(
        f"`{question.id}`", text, named, level=level, name=f"q-{question.id}", kind="whole"
    )


def belief(option):
    """The wrong idea behind an option, as HTML."""
    return "–" if option.right else marked_up(option.misconception or "no particular idea")


def model(explanation, level=3):
    """A question to answer in words, with a model answer and what to listen for."""
    return section(
        f"`{explanation.id}`, to explain",
        paragraph(explanation.question),
        f"<p><strong>One good answer.</strong> {marked_up(explanation.model)}</p>",
        "<p><strong>Listen for:</strong></p>",
        bullets(map(marked_up, explanation.points)),
        level=level,
        name=f"q-{explanation.id}",
    )
