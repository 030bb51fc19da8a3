"""Quizzes on paper: the same questions both times, with nothing given away, and a key that fits."""

import html
import re

from toynn_course.exercises import QUIZZES
from toynn_course.exercises.engine.question import UNSURE
from toynn_course.kit.quizzes import AFTER, BEFORE, KEY, first_quiz, last_quiz
from toynn_course.kit.schedules import SCHEDULES

FIELDS = re.compile(r"<fieldset>.*?</fieldset>", flags=re.DOTALL)
OPTION = re.compile(r'<input type="radio"[^>]*> (.*?)</label>')


def sheets(kit, name):
    """The options of each question on a sheet, in their order."""
    text = (kit / name).read_text(encoding="utf-8")
    return [[html.unescape(o) for o in OPTION.findall(part)] for part in FIELDS.findall(text)]


def test_both_sheets_ask_every_question_with_every_option(kit):
    for name in (BEFORE, AFTER):
        for options, question in zip(sheets(kit, name), first_quiz().questions, strict=True):
            assert {*options} == {option.text for option in question.options}
            assert options[-1] == UNSURE.text


def test_the_last_quiz_of_the_course_is_the_one_that_comes_after(kit):
    assert last_quiz().first == first_quiz().id == "00.quiz"
    assert last_quiz().id == max(QUIZZES)


def test_no_sheet_says_what_is_right(kit):
    for name in (BEFORE, AFTER):
        text = (kit / name).read_text(encoding="utf-8")
        assert "Right" not in text
        assert "Not right" not in text
        for question in first_quiz().questions:
            assert all(o.misconception not in text for o in question.options if o.misconception)


def test_the_letters_of_the_key_are_the_places_of_the_right_options(kit):
    text = (kit / KEY).read_text(encoding="utf-8")
    found = re.findall(r'<th scope="row">(\d)</th><td>([a-f])</td><td>([a-f])</td>', text)
    rights = [
        next(option.text for option in question.options if option.right)
        for question in first_quiz().questions
    ]
    for at, name in ((1, BEFORE), (2, AFTER)):
        places = ["abcdef".index(row[at]) for row in found]
        chosen = [s[p] for s, p in zip(sheets(kit, name), places, strict=True)]
        assert chosen == rights


def test_a_ticket_asks_before_it_tells(kit):
    for schedule in SCHEDULES:
        name = schedule.file.replace("schedule", "exit_ticket")
        asked, told = (kit / name).read_text(encoding="utf-8").split("For the instructor")
        assert "One good answer" not in asked
        assert told.count("One good answer") == len(schedule.ticket)
