"""Mistakes: the sheet of what goes wrong in the exercises, what it means, and what to ask."""

from toynn_course.exercises.engine.card import marked_up
from toynn_course.exercises.engine.registry import EXERCISES
from toynn_course.kit.page import bullets, page, paragraph, section, table

FILE = "mistakes.html"

ABOUT = (
    "Every check in the notebooks knows the mistakes below, and tells the reader what is in the "
    "second column. When somebody is stuck all the same, ask the question in the third column, "
    "and let them find it. The likeliest mistakes come first."
)


def mistakes_page(lessons):
    """All exercises with their known mistakes, notebook by notebook."""
    numbers = [number for number in lessons if _exercises(number)]
    links = bullets(
        f'<a href="#nb{number}">{number} {marked_up(lessons[number].title)}</a>'
        for number in numbers
    )
    parts = [_of(lessons[number]) for number in numbers]
    return page("Common mistakes in the exercises", paragraph(ABOUT), links, *parts)


def _exercises(number):
    return [each for each in EXERCISES.values() if each.id.startswith(f"{number}.")]


def _of(lesson):
    parts = map(_sheet, _exercises(lesson.number))
    title = f"{lesson.number} {lesson.title}"
    return section(title, *parts, name=f"nb{lesson.number}", kind="sheet")


def _sheet(exercise):
    """One exercise: its mistakes, and what to ask once it is right."""
    rows = [
        [marked_up(each.name), marked_up(each.message), marked_up(_question(each, exercise))]
        for each in exercise.mistakes
    ]
    head = ["mistake", "what it means", "what to ask or say"]
    parts = [paragraph(exercise.task)]
    if rows:
        parts.append(table(f"Known mistakes in {exercise.id}", head, rows, wide=(1, 2)))
    if exercise.why:
        reason = f"{marked_up(exercise.why)} <em>{marked_up(exercise.because)}</em>"
        parts.append(f"<p><strong>Once it is right, ask:</strong> {reason}</p>")
    return section(f"{exercise.title} (`{exercise.id}`)", *parts, level=3)


def _question(mistake, exercise):
    """The first hint for a mistake, or else for the exercise."""
    return (mistake.hints or exercise.hints or ("",))[0]
