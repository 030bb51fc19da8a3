"""00.quiz: eight questions before the course, which the last notebook asks again."""

from pathlib import Path

from toynn_course.exercises.engine.question import Quiz
from toynn_course.exercises.engine.question_file import questions_in

QUESTIONS = questions_in(Path(__file__).with_name("quiz.md"))

quiz = Quiz(
    "00.quiz",
    title="Eight questions before you begin",
    questions=tuple(question.with_unsure() for question in QUESTIONS),
)
