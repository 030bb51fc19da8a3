"""Quizzes: the same questions before and after the course, their key, and the exit tickets."""

from toynn_course.exercises.engine.card import marked_up
from toynn_course.exercises.engine.question import UNSURE
from toynn_course.exercises.engine.registry import EXPLANATIONS, QUIZZES
from toynn_course.kit.page import choices, field, lines, page, paragraph, section, table
from toynn_course.kit.predictions import ask, model

BEFORE, AFTER, KEY = "quiz_before.html", "quiz_after.html", "quiz_key.html"
UNCLEAR = "What is still unclear to you, or what would you have liked to ask?"
PACE = "The pace today was"
PACES = ("too slow", "right", "too fast")


def first_quiz():
    """The quiz that is answered before the course."""
    return next(quiz for quiz in QUIZZES.values() if not quiz.first)


def last_quiz():
    """The last quiz that repeats the first one."""
    return [quiz for quiz in QUIZZES.values() if quiz.first == first_quiz().id][-1]


def quiz_page(quiz, when):
    """A quiz on paper, its options in an order that goes with the occasion.

    when : "before" or "after" the course
    """
    intro = (
        "Nobody marks this. Tick one answer to each question. If you do not know, tick "
        f"“{UNSURE.text}”: a guess would only hide what the course should explain. Choose a word "
        "or a number as a name, and use the same one both times."
    )
    asked = [
        choices(f"{number}. {each.question}", [option.text for option in each.options])
        for number, each in enumerate(_on_paper(quiz, when), 1)
    ]
    name = f"<p>The name that I have chosen: {field('The name that I have chosen', 20)}</p>"
    return page(f"Quiz {when} the course", paragraph(intro), name, *asked)


def _on_paper(quiz, when):
    """The questions as they are printed: everybody's sheet is the same."""
    return [question.shuffled(f"paper {when}") for question in quiz.questions]


def key_page():
    """The right options, the belief behind each wrong one, and a table to count in."""
    quiz = last_quiz()
    n = len(quiz.questions)
    intro = (
        "Count how many people chose each option before and after. The share of what could be "
        f"gained is (after - before) / ({n} - before), where both are the mean number of right "
        f"answers out of {n}. More telling is which belief is still there afterwards."
    )
    places = [_places(number, quiz) for number in range(n)]
    head = ["question", "right on the sheet before", "right on the sheet after", "its notebook id"]
    where = table("Where the right option is", head, places)
    tally = [[f"{number}", "", "", "", ""] for number in range(1, n + 1)]
    counts = ["right before", "right after", "unsure before", "unsure after"]
    counted = table("To count in", ["question", *counts], tally)
    parts = [section("The beliefs", *(ask(each) for each in quiz.questions))]
    return page("Key to the two quizzes", paragraph(intro), where, counted, *parts)


def _places(number, quiz):
    """A question, and which option is right on each of the two sheets: a, b, c or d."""
    letters = [
        next(
            "abcdef"[place]
            for place, option in enumerate(_on_paper(each, when)[number].options)
            if option.right
        )
        for each, when in ((first_quiz(), "before"), (quiz, "after"))
    ]
    return [str(number + 1), *letters, f"<code>{quiz.questions[number].id}</code>"]


def ticket_page(schedule):
    """What everybody hands in at the end of a session."""
    name = schedule.name
    asked = [
        f"<p>{number}. {marked_up(EXPLANATIONS[each].question)}</p>{lines(f'Answer {number}', 4)}"
        for number, each in enumerate(schedule.ticket, 1)
    ]
    unclear = f"<p>{len(asked) + 1}. {UNCLEAR}</p>{lines('What is unclear', 3)}"
    answers = section(
        "For the instructor",
        paragraph("Keep this part. Sort the tickets into three piles: has it, nearly, not yet."),
        *(model(EXPLANATIONS[each]) for each in schedule.ticket),
        kind="sheet",
    )
    intro = paragraph("No name is needed. A sentence or two will do for each.")
    return page(f"Exit ticket: {name}", intro, *asked, unclear, choices(PACE, PACES), answers)
