"""The page to keep: what is on it, what never runs in it, and what it makes of damaged files."""

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from toynn import Activation, Network
from toynn_course.exercises import EXERCISES, EXPLANATIONS, PREDICTIONS, QUIZZES
from toynn_course.exercises.engine.store import keep
from toynn_course.what_i_built import what_i_built
from toynn_course.what_i_built.__main__ import main

ROOT = Path(__file__).parents[3]
EVIL = "</p><script>alert(1)</script><img src=x onerror='alert(2)'>\"'&\ud83c"
SECOND = next(each for each in QUIZZES.values() if each.first)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder for each test, in which it runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


VOID = {"meta", "img"}
"""Elements that have no end."""


class Reader(HTMLParser):
    """Reads a page as a browser does: its text, its elements, and whether all are closed."""

    def __init__(self, source):
        super().__init__()
        self.open, self.elements, self.said = [], [], []
        self.feed(source)
        assert self.open == []
        self.text = re.sub(r"\s+", " ", "".join(self.said))

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("style", "title"):
            self.said.append(data)

    def all(self, name):
        return [attrs for tag, attrs in self.elements if tag == name]


def written():
    what_i_built()
    return Reader(Path("what_i_built.html").read_text(encoding="utf-8"))


def notebook(name, answer, said="Right."):
    """A notebook with one exercise, and what its check said."""
    output = {"output_type": "execute_result", "data": {"text/plain": [f"{said}\n", "More."]}}
    cells = [
        {"cell_type": "markdown", "source": ["# 02 · One neuron\n", "More."], "metadata": {}},
        {
            "cell_type": "code",
            "source": answer.splitlines(keepends=True),
            "metadata": {"tags": [f"exercise:{name}"]},
            "outputs": [],
        },
        {
            "cell_type": "code",
            "source": [f'check("{name}", {EXERCISES[name].name})'],
            "metadata": {},
            "outputs": [output] if said else [],
        },
    ]
    return json.dumps({"cells": cells})


def wrong_and_right(asked):
    right = next(option for option in asked.options if option.right)
    return next(option for option in asked.options if not option.right), right


def test_an_empty_folder_makes_a_page_that_says_what_to_do():
    page = written()
    assert "There is nothing here yet." in page.text
    assert "Networks" not in page.text


def test_a_prediction_stands_beside_what_is_right_with_how_sure_the_reader_was():
    asked = PREDICTIONS["02.bias"]
    wrong, right = wrong_and_right(asked)
    keep(asked.id, wrong.text, confidence="certain", right=False)
    keep(asked.id, right.text, confidence="guessing", right=True)
    page = written()
    assert f"I said: {wrong.text} (certain). That was not right." in page.text
    assert f"Later I said: {right.text}." in page.text
    assert "Why: " in page.text
    assert "1 prediction, 0 right at first. Of the 1 you were certain of, 0" in page.text


def test_what_is_right_is_told_where_the_reader_did_not_find_it():
    wrong, right = wrong_and_right(PREDICTIONS["02.bias"])
    keep("02.bias", wrong.text, confidence="guessing", right=False)
    assert f"Right: {right.text}." in written().text


def test_an_explanation_stands_beside_a_good_answer():
    asked = next(iter(EXPLANATIONS.values()))
    keep(asked.id, "Because\nit is <so>.", ticks=[asked.points[0]])
    page = written()
    assert "Because it is <so>." in page.text
    assert f"Points that I ticked: 1 of {len(asked.points)}." in page.text
    assert "1 explanation in your own words." in page.text


def test_both_answers_to_the_quiz_stand_side_by_side_and_right_is_told_only_at_the_end():
    first = QUIZZES[SECOND.first]
    wrong = {each.id: wrong_and_right(each)[0].text for each in first.questions}
    right = {each.id: wrong_and_right(each)[1].text for each in first.questions}
    keep(first.id, wrong)
    page = written()
    assert "You have not answered them again yet" in page.text
    assert "not right" not in page.text
    assert not any(text in page.text for text in right.values() if len(text) > 25)
    keep(SECOND.id, right, right=8)
    page = written()
    assert [text for text in wrong.values() if f"{text}: not right" not in page.text] == []
    assert [text for text in right.values() if f"{text}: right" not in page.text] == []


@pytest.mark.parametrize(
    ("code", "said", "shown"),
    [
        ("def sigmoid(z):\n    return 1 < 2", "Right.", "The check said: Right."),
        ("def sigmoid(z):\n    return z", "Not right yet.", "The check said: Not right yet."),
        ("def sigmoid(z):\n    return z", "A known mistake: upside down.", "A known mistake: ups"),
        ("def sigmoid(z):\n    return z", "", "It was not checked."),
    ],
)
def test_an_exercise_is_shown_with_what_its_check_said(code, said, shown):
    Path("02_one_neuron.ipynb").write_text(notebook("02.sigmoid", code, said), encoding="utf-8")
    page = written()
    assert "02 · One neuron" in page.text
    assert re.sub(r"\s+", " ", code) in page.text
    assert shown in page.text
    assert f"1 exercise attempted, {int(said == 'Right.')} solved." in page.text


@pytest.mark.parametrize("said", ["Not attempted yet.", ""])
def test_a_stub_is_no_exercise_of_the_reader(said):
    book = notebook("02.sigmoid", EXERCISES["02.sigmoid"].stub_source, said)
    Path("02_one_neuron.ipynb").write_text(book, encoding="utf-8")
    assert "There is nothing here yet." in written().text


def test_the_notebooks_as_they_come_have_no_exercise_of_the_reader_in_them():
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        Path(path.name).write_bytes(path.read_bytes())
    assert "There is nothing here yet." in written().text


def test_a_network_that_was_saved_is_drawn_with_words_for_those_who_do_not_see_it():
    Network.random((2, 3, 1), activation="tanh", rng=0).save("mine")
    page = written()
    assert "Network(2-3-1, tanh): 13 numbers." in page.text
    (image,) = page.all("img")
    assert image["src"].startswith("data:image/png;base64,")
    assert "2 inputs, a hidden layer of 3 nodes, 1 output" in image["alt"]


def test_files_that_are_no_networks_or_cannot_be_read_do_no_harm():
    own = Activation("own", lambda z: z**3, lambda z: 3 * z**2)
    Network.random((2, 1), activation=own, rng=0).save("own")
    Path("data.npz").write_bytes(b"PK nothing of the kind")
    Path("02_damaged.ipynb").write_text('{"cells": [', encoding="utf-8")
    Path("03_odd.ipynb").write_text('{"cells": [{"cell_type": "code"}, 3]}', encoding="utf-8")
    Path("04_list.ipynb").write_text("[]", encoding="utf-8")
    assert "There is nothing here yet." in written().text


def test_nothing_that_a_reader_wrote_is_run():
    asked, explained = PREDICTIONS["02.bias"], next(iter(EXPLANATIONS.values()))
    keep(asked.id, asked.options[0].text, confidence=EVIL)
    keep(explained.id, EVIL, ticks=[EVIL])
    keep(SECOND.first, {each.id: EVIL for each in SECOND.questions})
    keep(SECOND.id, {each.id: EVIL for each in SECOND.questions})
    keep(EVIL, EVIL)
    Path("02_one_neuron.ipynb").write_text(
        notebook("02.sigmoid", f"# {EVIL}".encode("utf-8", "replace").decode(), ""),
        encoding="utf-8",
    )
    Network.random((2, 1), rng=0).save("<script>alert(3)<")
    page = written()
    assert page.all("script") == []
    assert all("onerror" not in attrs for _, attrs in page.elements)
    assert "<script>alert(1)</script>" in page.text  # as text
    assert "script" in page.text.split("Networks")[1]
    (policy,) = [each for each in page.all("meta") if "http-equiv" in each]
    assert policy["content"].startswith("default-src 'none'")


def test_a_damaged_file_of_answers_gives_what_could_be_read_and_says_so(folder):
    wrong, _ = wrong_and_right(PREDICTIONS["02.bias"])
    keep("02.bias", wrong.text, confidence=["odd"])
    odd = [
        {"question": "02.bias", "answer": {"a": 1}},
        {"question": SECOND.first, "answer": "a text"},
        {"question": SECOND.first, "answer": {"00.bias": ["a", "list"], "7": 8}},
        {"question": "99.unknown", "answer": "x"},
        {"question": next(iter(EXPLANATIONS)), "answer": "It is so.", "ticks": 3},
    ]
    with (folder / ".toynn" / "answers.txt").open("a", encoding="utf-8") as file:
        file.write("".join(f"{json.dumps(each)}\n" for each in odd) + '{"question": "02.b')
    page = written()
    assert f"I said: {wrong.text}" in page.text
    assert "Some of your answers could not be read." in page.text
    assert "It is so." in page.text


def test_headings_come_in_their_order_and_every_table_has_its_heads():
    first = QUIZZES[SECOND.first]
    keep(first.id, {each.id: each.options[0].text for each in first.questions})
    keep("02.bias", PREDICTIONS["02.bias"].options[0].text, confidence="certain")
    Network.random((2, 1), rng=0).save("mine")
    page = written()
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.all("html") == [{"lang": "en"}]
    assert {each["scope"] for each in page.all("th")} == {"row", "col"}


def test_an_earlier_page_is_replaced_and_another_file_is_not():
    assert repr(what_i_built("mine.html")) == repr(what_i_built("mine.html"))
    Path("notes.html").write_text("<p>Mine.</p>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"notes.html is another file, and would be lost"):
        what_i_built("notes.html")
    assert 'href="mine.html"' in what_i_built("mine.html")._repr_html_()


def test_the_command_finds_the_answers_of_the_notebooks(folder, monkeypatch, capsys):
    (folder / "notebooks").mkdir()
    monkeypatch.chdir(folder / "notebooks")
    keep("02.bias", PREDICTIONS["02.bias"].options[0].text, confidence="certain")
    monkeypatch.chdir(folder)
    assert "notebooks" in main([])
    assert "1 prediction" in (folder / "notebooks" / "what_i_built.html").read_text("utf-8")
    (folder / "elsewhere").mkdir()
    assert str(folder / "elsewhere") in main([str(folder / "elsewhere")])
    with pytest.raises(SystemExit):
        main([str(folder / "nowhere")])
    assert "nowhere" in capsys.readouterr().err


def test_it_runs_from_the_command_line(folder):
    command = [sys.executable, "-m", "toynn_course.what_i_built", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert (folder / "what_i_built.html").exists()
