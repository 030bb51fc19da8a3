"""12.quiz: the eight questions of notebook 00 again, at the end of the course."""

from toynn_course.exercises.engine.question import Quiz
from toynn_course.exercises.nb00 import quiz as before

quiz = Quiz(
    "12.quiz",
    title="The eight questions again",
    questions=before.quiz.questions,
    first="00.quiz",
)
