"""Questions on the page: predictions, quizzes and explanations, and the order of their options."""

import asyncio
import html
import re
from collections import Counter

import ipywidgets as widgets
import pytest

from toynn_course.exercises import (
    EXPLANATIONS,
    PREDICTIONS,
    QUIZZES,
    answers,
    explain,
    predict,
    quiz,
)
from toynn_course.exercises.engine import controls
from toynn_course.exercises.engine import prediction as predicting
from toynn_course.exercises.engine.explanation import EMPTY, MORE, Notepad
from toynn_course.exercises.engine.prediction import Gate
from toynn_course.exercises.engine.question import UNSURE, Explanation, Option, Prediction, Quiz
from toynn_course.exercises.engine.quiz import KEPT, SecondSheet, Sheet
from toynn_course.exercises.engine.store import keep, kept

READERS = [str(number) for number in range(400)]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder for each test; returns where the answers go in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path / ".toynn"


# --- what is asked

QUESTIONS = {
    question.id: question
    for question in [
        *PREDICTIONS.values(),
        *(each for quiz in QUIZZES.values() for each in quiz.questions),
    ]
}
each_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda each: each.id)
BANNED = re.compile(r"in place of|by heart|on (?:its|their) own side|\b(?:is|are) to be\b|whoever")
"""Words that tests/notebooks would not find, since questions are not cells."""


def wrong_ones(question):
    """The options that are wrong; not to know is not wrong."""
    return [option for option in question.options if not option.right and option is not UNSURE]


def test_what_stays_of_a_prediction_in_a_file_says_what_follows_the_answer():
    assert "what it is about opens after your answer" in repr(predict("02.bias", then=widgets.HTML))
    assert "an explanation after your answer" in repr(predict("02.bias"))


@each_question
def test_one_option_is_right_and_every_wrong_one_is_an_idea_that_has_a_name(question):
    wrong = wrong_ones(question)
    (right,) = [option for option in question.options if option.right]
    assert 2 <= len(wrong) <= 3
    assert len({option.text for option in question.options}) == len(question.options)
    assert all(option.why for option in [right, *wrong])
    assert all(option.misconception for option in wrong)
    assert not right.misconception
    assert "`" not in "".join(option.text for option in question.options)


def test_the_right_option_is_not_to_be_told_by_its_length():
    longest = [
        max(q.options, key=lambda option: len(option.text)).right for q in QUESTIONS.values()
    ]
    shortest = [
        min(q.options, key=lambda option: len(option.text)).right for q in QUESTIONS.values()
    ]
    assert sum(longest) < len(QUESTIONS) / 3
    assert sum(shortest) < len(QUESTIONS) / 3


@each_question
def test_the_english_of_a_question_has_none_of_the_words_of_a_translation(question):
    texts = [question.question, *(text for o in question.options for text in (o.text, o.why))]
    assert not BANNED.search(" ".join(texts))


def test_ids_begin_with_the_number_of_their_notebook():
    for name in [*PREDICTIONS, *QUIZZES, *EXPLANATIONS]:
        assert re.match(r"\d\d\.", name)


# --- the order of the options

SHUFFLED = [question for question in QUESTIONS.values() if not question.ordered]
ORDERED = [question for question in QUESTIONS.values() if question.ordered]


def place(question, reader=""):
    """Where the right option is for that reader, counted from 0."""
    return [option.right for option in question.shuffled(reader).options].index(True)


@pytest.mark.parametrize("question", SHUFFLED, ids=lambda question: question.id)
def test_over_many_readers_the_right_option_is_in_every_place_as_often(question):
    free = sum(not option.last for option in question.options)
    counts = Counter(place(question, reader) for reader in READERS)
    assert set(counts) == set(range(free))
    even = len(READERS) / free
    # Six standard deviations of a count: no question falls out by bad luck.
    assert all(abs(n - even) < 6 * (even * (1 - 1 / free)) ** 0.5 for n in counts.values()), counts


@pytest.mark.parametrize("reader", ["", *READERS[:20]])
def test_for_one_reader_the_right_option_is_in_every_place_now_and_then(reader):
    counts = Counter(place(question, reader) for question in SHUFFLED)
    assert max(counts.values()) < 0.6 * len(SHUFFLED)
    assert {0, 1, 2} <= set(counts)


def test_on_a_scale_the_right_option_is_not_always_in_the_middle():
    ends = [place(each) in {0, len(each.options) - 1} for each in ORDERED]
    assert any(ends)
    assert not all(ends)


@pytest.mark.parametrize("question", ORDERED, ids=lambda question: question.id)
def test_a_scale_keeps_its_order(question):
    assert question.shuffled("1").options == question.options


def test_an_option_that_belongs_last_stays_last():
    ends = {
        question.shuffled(r).options[-1]
        for question in QUIZZES["00.quiz"].questions
        for r in READERS[:9]
    }
    assert ends == {UNSURE}


def test_a_reader_sees_the_same_order_again_and_another_reader_another():
    def texts():
        return [
            list(predict(name).options.options) for name in ("02.bias", "05.zigzag", "09.twins")
        ]

    first = texts()
    assert texts() == first
    answers.forget()  # the number of the reader, too
    others = []
    for _ in range(5):
        others.append(texts())
        answers.forget()
    assert any(each != first for each in others)


def test_where_nothing_can_be_kept_the_order_is_that_of_the_id(tmp_path):
    (tmp_path / ".toynn").write_text("a file, where the folder should be")
    wanted = [option.text for option in PREDICTIONS["02.bias"].shuffled("").options]
    assert list(predict("02.bias").options.options) == wanted


def test_the_explanations_stand_in_the_order_of_the_options():
    gate = predict("02.bias")
    texts = list(gate.options.options)
    press(gate, texts[0], "certain")
    shown = re.findall(
        r"<strong>(?:Right|Not right): (.*?)(?: \(your answer\))?\.</strong>",
        gate.explanation.value,
    )
    assert shown == texts


# --- predictions

SIDE = Prediction(
    "99.side",
    "Which `side`?",
    (Option("Left", "It is not."), Option("Right", "It is, by `-b / w`.", right=True)),
)


def press(gate, option=None, confidence=None):
    if option:
        gate.options.value = option
    if confidence:
        gate.confidence.value = confidence
    gate.button.click()


def test_what_it_is_about_opens_only_after_an_answer():
    made = []

    def explorer():
        made.append(Gate(SIDE))
        return made[-1]

    gate = Gate(SIDE, explorer)
    press(gate)
    press(gate, "Left")
    assert not made
    assert gate.form.spoken
    assert "Choose an answer, and how sure you are, first." in gate.note.value
    press(gate, confidence="certain")
    assert list(gate.opened.children) == made
    assert "That is not right." in gate.explanation.value
    assert gate.form.spoken == "That is not right."
    assert "You were certain" in gate.explanation.value
    assert "Not right: Left (your answer)." in gate.explanation.value
    assert "Right: Right." in gate.explanation.value
    assert "<code>-b / w</code>" in gate.explanation.value


def test_an_earlier_answer_is_shown_at_once_and_can_be_given_again():
    press(Gate(SIDE), "Left", "guessing")
    opened = []
    gate = Gate(SIDE, lambda: opened.append(Gate(SIDE)) or opened[-1])
    assert opened
    assert "You said: Left (guessing)" in gate.explanation.value
    assert gate.button.description == "Answer again"
    press(gate)
    assert gate.options.value is None
    assert gate.explanation.layout.display == "none"
    press(gate, "Right", "certain")
    assert "That is right." in gate.explanation.value
    assert len(opened) == 1
    assert [each["answer"] for each in kept("99.side")[0]] == ["Left", "Right"]


def test_what_cannot_be_opened_is_said_in_a_line():
    gate = Gate(SIDE, lambda: 1 / 0)
    press(gate, "Left", "certain")
    assert "What should open here did not (division by zero)" in gate.note.value


def test_no_line_hides_another_where_two_things_go_wrong(monkeypatch):
    monkeypatch.setattr(predicting, "keep", lambda *_, **__: "Your answer could not be kept.")
    gate = Gate(SIDE, lambda: 1 / 0)
    press(gate, "Left", "certain")
    for words in ("Your answer could not be kept.", "What should open here did not"):
        assert words in gate.note.value
        assert words in gate.form.spoken
    assert gate.form.spoken.startswith("That is not right.")


def clicked(gate):
    """Choose, and click at once."""
    press(gate, "Right", "certain")
    return kept("99.side")[0]


def test_a_click_waits_for_the_choices_that_were_made_before_it():
    async def in_a_notebook():
        gate = Gate(SIDE)
        assert clicked(gate) == []
        gate.options.value = "Left"  # chosen before the click, and held back on its way
        gate.form._handle_custom_msg("settled", [])
        gate.form._handle_custom_msg("settled", [])  # from a second view of the output

    asyncio.run(in_a_notebook())
    assert [each["answer"] for each in kept("99.side")[0]] == ["Left"]


def test_a_click_does_not_wait_for_a_page_that_says_nothing(monkeypatch):
    async def in_a_notebook():
        assert clicked(Gate(SIDE)) == []
        await asyncio.sleep(0.05)

    monkeypatch.setattr(controls, "PATIENCE", 0.01)
    asyncio.run(in_a_notebook())
    assert [each["answer"] for each in kept("99.side")[0]] == ["Right"]


def test_a_click_waits_as_long_as_ever_where_there_was_another_just_before_it(monkeypatch):
    async def in_a_notebook():
        gate = Gate(SIDE)
        clicked(gate)
        gate.form._handle_custom_msg("settled", [])
        gate.button.click()  # to answer again
        gate.form._handle_custom_msg("settled", [])
        await asyncio.sleep(0.15)
        clicked(gate)
        await asyncio.sleep(0.1)  # by now the patience with the first click would have ended
        gate.options.value = "Left"
        gate.form._handle_custom_msg("settled", [])

    monkeypatch.setattr(controls, "PATIENCE", 0.2)
    asyncio.run(in_a_notebook())
    assert [each["answer"] for each in kept("99.side")[0]] == ["Right", "Left"]


def test_an_answer_that_is_no_longer_an_option_is_asked_for_again():
    keep("99.side", "Up", confidence="certain")
    assert Gate(SIDE).button.description == "Commit"


def test_the_text_of_a_prediction_is_one_line_and_always_the_same():
    before = repr(predict("02.bias"))
    press(predict("02.bias"), "It moves down, by 3", "certain")
    assert repr(predict("02.bias")) == before
    assert len(before) <= 110


# --- quizzes

FIRST = Quiz(
    "98.quiz",
    "Before",
    (
        Prediction("99.side", SIDE.question, (*SIDE.options, UNSURE)),
        Prediction(
            "99.up",
            "Up?",
            (Option("Yes", "It is.", right=True), Option("No", "It is.", misconception="gravity")),
        ),
    ),
)
AGAIN = Quiz("99.quiz", "After", FIRST.questions, first="98.quiz")


def answer(sheet, *texts):
    for options, text in zip(sheet.options.values(), texts, strict=True):
        options.value = text
    sheet.button.click()
    return sheet


def said(widget):
    """All that a widget says apart from its options, also to a screen reader."""
    return f"{widget.told.value} {widget.form.spoken}"


def test_a_quiz_wants_all_its_answers():
    sheet = answer(Sheet(FIRST), "Left", None)
    assert sheet.form.spoken == "Still open: question 2."
    assert "Still open: question 2." in sheet.told.value
    assert kept() == ([], "")


@pytest.mark.parametrize("texts", [("Left", "No"), ("Right", "Yes"), (UNSURE.text, "Yes")])
def test_the_first_quiz_says_the_same_whatever_is_answered(texts):
    sheet = answer(Sheet(FIRST), *texts)
    again = Sheet(FIRST)  # when the cell is run again
    for each in (sheet, again):
        assert each.form.spoken == KEPT
        assert not re.search(r"\b(right|wrong|not right|of 2)\b|gravity|-b / w", said(each))
    assert [options.value for options in again.options.values()] == [*texts]
    assert "right" not in kept("98.quiz")[0][0]
    assert "98.quiz: 2 answers." in repr(answers())


def test_answers_to_the_first_quiz_can_be_changed():
    sheet = answer(Sheet(FIRST), "Left", "No")
    answer(sheet, "Right", "No")
    assert [options.value for options in Sheet(FIRST).options.values()] == ["Right", "No"]
    assert "Right: <strong>right" in said(answer(SecondSheet(AGAIN), "Left", "No"))


def test_where_the_answers_cannot_be_kept_the_first_quiz_says_so(folder):
    folder.write_text("a file, where the folder should be")
    assert "could not be kept" in said(answer(Sheet(FIRST), "Left", "No"))


def test_the_second_quiz_shows_then_and_now_side_by_side_and_then_why():
    answer(Sheet(FIRST), "Left", "Yes")
    sheet = answer(SecondSheet(AGAIN), "Right", "No")
    assert sheet.form.spoken == (
        "You got 1 of 2 right. The first time it was 1. Ideas behind your other answers: “gravity” "
        "(question 2)."
    )
    table, why = sheet.told.value.split("</table>")
    assert re.findall(r'scope="col"[^>]*>([^<]*)', table) == ["Then", "Now"]
    assert re.findall(r"<td[^>]*>(.*?)</td>", table) == [
        f"{text}: <strong>{mark}</strong>"
        for text, mark in [
            ("Left", "not right"),
            ("Right", "right"),
            ("Yes", "right"),
            ("No", "not right"),
        ]
    ]
    assert table.count('scope="rowgroup" colspan="2"') == 2
    assert "Not right: No (your answer)." in why
    assert UNSURE.text not in why
    assert SecondSheet(AGAIN).told.value == sheet.told.value  # when the cell is run again


def test_who_does_not_know_is_not_told_that_it_is_wrong():
    answer(Sheet(FIRST), UNSURE.text, "Yes")
    sheet = answer(SecondSheet(AGAIN), UNSURE.text, "Yes")
    assert sheet.told.value.count(f">{html.escape(UNSURE.text)}</td>") == 2


def test_the_second_quiz_says_where_no_first_answer_is_kept():
    sheet = answer(SecondSheet(AGAIN), "Right", "No")
    assert "No answers from the first time are kept in this folder." in sheet.form.spoken
    assert sheet.told.value.count("No answer is kept.") == 2


def test_a_first_answer_that_is_no_option_any_more_is_shown_as_it_was():
    keep("98.quiz", {"99.side": "<Up>", "99.up": "Yes"})
    sheet = answer(SecondSheet(AGAIN), "Right", "No")
    assert ">&lt;Up&gt;</td>" in sheet.told.value
    assert "The first time it was 1." in sheet.form.spoken


def test_the_second_quiz_can_be_answered_again():
    sheet = answer(SecondSheet(AGAIN), "Right", "No")
    sheet.button.click()
    assert sheet.asked.layout.display is None
    assert (sheet.told.value, sheet.form.spoken) == ("", "")
    assert {options.value for options in sheet.options.values()} == {None}
    assert "You got 2 of 2 right." in said(answer(sheet, "Right", "Yes"))


def test_the_quizzes_of_the_course_ask_the_same_before_and_after():
    before, after = quiz("00.quiz"), quiz("12.quiz")
    assert (type(before), type(after)) == (Sheet, SecondSheet)
    assert list(before.options) == list(after.options)
    assert all(UNSURE in question.options for question in before.questions)


# --- explanations

WHY = Explanation("99.why", "Why `x`?", "Since `x` is so.", ("It says that.", "It says why."))
TEXT = 'First line,\n"second" <b>line</b> 🎈'


def write(notepad, text):
    notepad.text.value = text
    notepad.button.click()
    return notepad


@pytest.mark.parametrize(("text", "line"), [("", EMPTY), (" \n ", EMPTY), ("It is so.", MORE)])
def test_too_little_to_compare_gets_a_friendly_line(text, line):
    notepad = write(Notepad(WHY), text)
    assert line in notepad.note.value
    assert notepad.form.spoken == line
    assert notepad.compared.layout.display == "none"
    assert "Since" not in notepad.compared.value
    assert kept() == ([], "")


def test_the_readers_text_is_shown_beside_the_model_answer():
    notepad = write(Notepad(WHY), TEXT)
    assert "First line,\n&quot;second&quot; &lt;b&gt;line&lt;/b&gt; 🎈" in notepad.compared.value
    assert "Since <code>x</code> is so." in notepad.compared.value
    assert notepad.form.spoken
    assert notepad.text.layout.display == "none"
    assert [point.description for point in notepad.points] == [*WHY.points]


def test_text_and_ticks_are_there_when_the_cell_is_run_again():
    notepad = write(Notepad(WHY), TEXT)
    notepad.points[1].value = True
    again = Notepad(WHY)
    assert [point.value for point in again.points] == [False, True]
    assert again.compared.value == notepad.compared.value
    assert [each["ticks"] for each in kept("99.why")[0]] == [[], ["It says why."]]
    assert "(points ticked: 1)" in repr(answers())


def test_a_text_can_be_written_again_and_keeps_its_ticks():
    notepad = write(Notepad(WHY), TEXT)
    notepad.points[0].value = True
    notepad.button.click()
    assert notepad.text.value == TEXT
    assert notepad.text.layout.display is None
    assert notepad.compared.layout.display == notepad.look.layout.display == "none"
    write(notepad, TEXT + " And more.")
    assert kept("99.why")[0][-1]["answer"] == TEXT + " And more."
    assert kept("99.why")[0][-1]["ticks"] == ["It says that."]


def test_where_a_text_cannot_be_kept_it_is_compared_and_a_sentence_says_so(folder):
    folder.write_text("a file, where the folder should be")
    notepad = write(Notepad(WHY), TEXT)
    assert "could not be kept" in notepad.note.value
    assert "could not be kept" in notepad.form.spoken
    assert "Since" in notepad.compared.value


def test_a_damaged_store_is_told_of_and_the_text_is_still_there(folder):
    write(Notepad(WHY), TEXT)
    with (folder / "answers.txt").open("ab") as file:
        file.write(b"{broken")
    again = Notepad(WHY)
    assert "answers-damaged-1.txt" in again.note.value
    assert again.text.value == TEXT


@pytest.mark.parametrize("explanation", EXPLANATIONS.values(), ids=lambda each: each.id)
def test_an_explanation_has_a_model_answer_and_two_or_three_points(explanation):
    assert 30 <= len(explanation.model.split()) <= 120
    assert 2 <= len(explanation.points) <= 3
    assert all(len(point) < 90 and "`" not in point for point in explanation.points)
    assert explanation.question.endswith("?")
    assert len(repr(explain(explanation.id))) <= 110
