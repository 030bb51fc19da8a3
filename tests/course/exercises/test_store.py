"""What is kept of a reader's answers: in which files, how it survives damage, and how it goes."""

import json
import subprocess
import sys

import pytest

from toynn_course.exercises import answers
from toynn_course.exercises.engine import store
from toynn_course.exercises.engine.store import keep, kept, reader

ODD = 'One line,\nanother; "quotes", \\ and `ticks` 🎈 é \ud83c ' + "long " * 5000
"""What a text may hold, half of an emoji included."""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder for each test; returns where the answers go in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path / ".toynn"


def write_as_before(folder, *questions):
    """Write the file as it was called at first."""
    folder.mkdir(exist_ok=True)
    lines = [json.dumps({"question": each, "answer": "Left"}) + "\n" for each in questions]
    (folder / "answers.jsonl").write_text("".join(lines))


def test_answers_are_kept_shown_and_removed(folder):
    assert "No answers are kept yet." in repr(answers())
    assert keep("02.bias", "Left", confidence="certain", right=False) == ""
    keep("02.gate", "XOR", confidence="guessing", right=True)
    assert "02.bias: Left (certain, not right)." in repr(answers())
    assert [each["answer"] for each in kept("02.gate")[0]] == ["XOR"]
    assert "1 of 2" in repr(answers.forget("02.bias"))
    assert [each["question"] for each in kept()[0]] == ["02.gate"]
    answers.forget()
    assert kept() == ([], "")
    assert list(folder.iterdir()) == []


def test_the_file_is_lines_of_json_and_its_name_does_not_say_so(folder):
    keep("02.bias", "Left")
    keep("02.gate", "XOR")
    (file,) = folder.iterdir()
    assert "json" not in file.name
    assert [json.loads(line)["answer"] for line in file.read_text().splitlines()] == ["Left", "XOR"]


def test_a_text_comes_back_as_it_was_written():
    keep("05.why", ODD, ticks=[])
    assert [each["answer"] for each in kept("05.why")[0]] == [ODD]
    assert "🎈" in repr(answers())


def test_answers_in_the_file_of_before_are_still_there_and_can_be_removed(folder):
    write_as_before(folder, "02.bias", "02.gate")
    keep("03.linear", "No")
    assert [each["question"] for each in kept()[0]] == ["02.bias", "02.gate", "03.linear"]
    assert "Removed: 1 of 3" in repr(answers.forget("02.bias"))
    assert [each["question"] for each in kept()[0]] == ["02.gate", "03.linear"]
    assert "Removed: 2 of 2" in repr(answers.forget())
    assert list(folder.iterdir()) == []


def test_no_answer_is_lost_where_the_disk_is_too_full_to_remove_another(folder, monkeypatch):
    number = reader()
    keep("02.bias", "Left")
    keep("02.gate", "XOR")
    before = kept()

    def half_of_it(records, file):
        file.write_text("{half")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(store, "_append", half_of_it)
        assert "could not be removed: No space left" in repr(answers.forget("02.bias"))
    assert (kept(), reader()) == (before, number)
    assert [each.name for each in folder.iterdir()] == ["answers.txt"]
    assert "Removed: 1 of 2" in repr(answers.forget("02.bias"))


@pytest.mark.parametrize("name", ["answers.txt", "answers.jsonl"])
@pytest.mark.parametrize(
    "damage", [b"{broken", b"\xff\xfe\x00", b"5\n", b'{"question": 3}\n', b'["02.bias"]\n']
)
def test_a_damaged_file_is_set_aside_and_what_can_be_read_is_used(folder, name, damage):
    write_as_before(folder, "01.watch")
    keep("02.bias", "Left")
    with (folder / name).open("ab") as file:
        file.write(damage)
    keep("02.gate", "XOR")
    found, trouble = kept()
    assert [each["question"] for each in found] == ["01.watch", "02.bias", "02.gate"]
    assert "answers-damaged-1.txt" in trouble
    assert damage.strip() in (folder / "answers-damaged-1.txt").read_bytes()
    assert kept() == (found, "")


def test_two_kernels_lose_nothing_of_each_other():
    script = """if True:
        import sys
        from toynn_course.exercises.engine.store import keep, reader
        print(reader())
        for i in range(200):
            assert not keep("02.bias", sys.argv[1] * 50, number=i)
        """
    command = [sys.executable, "-c", script]
    writers = [subprocess.Popen([*command, name], stdout=subprocess.PIPE) for name in "ab"]
    one, other = (each.communicate()[0] for each in writers)
    found, trouble = kept()
    assert (len(found), trouble) == (400, "")
    assert one == other


def test_where_nothing_can_be_written_a_sentence_says_so(tmp_path):
    (tmp_path / ".toynn").write_text("a file, where the folder should be")
    assert "could not be kept" in keep("02.bias", "Left")
    found, trouble = kept()
    assert found == []
    assert trouble.count("cannot be read") == 1
    assert "Removed: 0 of 0" in repr(answers.forget())


# --- the reader's number


def test_a_reader_has_one_number_until_everything_is_forgotten():
    number = reader()
    keep("02.bias", "Left")
    assert number
    assert reader() == number
    answers.forget("02.bias")
    assert reader() == number
    answers.forget()
    assert reader() not in {"", number}


def test_the_number_is_no_answer_and_survives_damage(folder):
    number = reader()
    assert kept() == ([], "")
    assert "No answers are kept yet." in repr(answers())
    with (folder / "answers.txt").open("ab") as file:
        file.write(b"{broken")
    assert "still used: 0." in kept()[1]
    assert reader() == number


def test_where_nothing_can_be_kept_there_is_no_number(tmp_path):
    (tmp_path / ".toynn").write_text("a file, where the folder should be")
    assert reader() == ""


# --- what is shown


def test_of_an_explanation_the_last_state_is_shown():
    for ticks in ([], ["one"], ["one", "two"]):
        keep("05.why", "Since it is steep.", ticks=ticks)
    keep("05.why", "Since it is steep there.", ticks=["one"])
    shown = repr(answers()).splitlines()[1:3]
    assert [line.split(". 2")[0] for line in shown] == [
        "05.why: “Since it is steep.” (points ticked: 2)",
        "05.why: “Since it is steep there.” (points ticked: 1)",
    ]


def test_of_a_quiz_that_is_not_marked_only_the_number_of_answers_is_shown():
    keep("00.quiz", {"00.bias": "At x = 3", "00.weight": "Nothing"})
    keep("12.quiz", {"00.bias": "At x = 3", "00.weight": "Nothing"}, right=1)
    shown = repr(answers())
    assert "00.quiz: 2 answers." in shown
    assert "12.quiz: 1 of 2 right." in shown
