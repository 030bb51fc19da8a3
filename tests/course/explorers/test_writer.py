"""The writer: it shows what the network says, and what is typed or chosen does it no harm."""

import asyncio
from datetime import UTC, datetime

import numpy as np
import pytest

from tests.course.explorers.test_drawings import pixels, saved
from toynn.datasets import names
from toynn_course import plots
from toynn_course.explorers import Writer, WriterDrawing
from toynn_course.explorers.writer import written
from toynn_course.writing import COPIED, Corpus, Practice

FEW = names()[::20]


@pytest.fixture(scope="module")
def practice():
    """A network that has learned a little."""
    practice = Practice(Corpus.of(FEW, "names"), context=2, hidden=8)
    practice.to(2, epochs=4)
    return practice


def writer(practice=None, **more):
    """A writer with few names; practice : one that has been trained."""
    made = Writer(list(FEW), **{"context": 2, "hidden": 8, "epochs": 4, **more})
    if practice:
        made.controls["practice"].set(practice)
    assert made.picture.trouble == ""
    return made


def upload(made, content, name="mine.txt"):
    """What the upload button hands over."""
    file = {"name": name, "type": "text/plain", "size": len(content), "content": content}
    made.controls["upload"].value = ({**file, "last_modified": datetime.now(UTC)},)


def shown_bars(drawing):
    """How high the bars are."""
    return np.array([path.vertices[:, 1].max() for path in drawing.bars.get_paths()])


def test_the_bars_are_the_probabilities_of_the_next_letter(practice):
    made = writer(practice)
    for beginning, temperature in (("", 1.0), ("mar", 1.0), ("mar", 0.2), ("jo", 3.0)):
        made.controls["beginning"].value = beginning
        made.controls["temperature"].value = temperature
        shares = practice.corpus.letters.probabilities(practice.network, beginning, temperature)
        assert shown_bars(made.drawing) == pytest.approx(shares)
        top = practice.corpus.letters.symbols[shares.argmax()]
        where = f"After “{beginning}” comes" if beginning else "A word begins with"
        assert f"{where} {'the end' if top == '.' else top} with" in made.picture.sentence
        assert f"(temperature {temperature:g})" in made.picture.sentence


def test_the_curves_are_the_notes(practice):
    drawing = WriterDrawing()
    drawing.update(practice, epochs=4)
    for line, field in zip(drawing.curves, ("trained_with", "held_out"), strict=True):
        assert line.get_xdata() == tuple(note.epoch for note in practice.notes)
        assert line.get_ydata() == tuple(getattr(note, field) for note in practice.notes)
    assert drawing.guess.get_ydata()[0] == pytest.approx(np.log(len(practice.corpus.letters)))


def test_the_static_figure_is_what_the_writer_shows(practice):
    made = writer(practice)
    made.controls["beginning"].value = "ma"
    figure = WriterDrawing().static(practice=practice, epochs=4, start="ma")
    assert np.array_equal(saved(figure), pixels(made.picture.value))
    assert plots.alt(figure) == made.picture.alt


def test_ten_words_are_told_with_where_they_are_from_and_how_probable_each_letter_was(practice):
    made = writer(practice, temperature=0.5)
    words = written(practice, temperature=0.5)
    assert len(words) == 10
    assert [row[0] for row in made.picture.table[1:]] == [word.text for word in words]
    assert [row[1] for row in made.picture.table[1:]] == [word.origin for word in words]
    for word in words:
        assert word.origin == practice.corpus.origin(word.text)
        mark = " (copied)" if word.origin == COPIED else ""
        assert f"{word.text}{mark}" in made.picture.sentence
    first = words[0].steps[0]
    assert made.picture.table[1][2].startswith(f"{first.letter} {first.probability:.0%}, ")
    assert f"Copied: {sum(word.origin == COPIED for word in words)} of 10." in made.picture.sentence


def test_each_press_writes_other_words_and_a_seed_brings_them_back(practice):
    made = writer(practice)
    seen = [made.picture.sentence]
    for _ in range(2):
        made.controls["ten"].click()
        seen.append(made.picture.sentence)
    assert len(set(seen)) == 3
    made.controls["seed"].value = 3
    assert made.picture.sentence not in seen
    made.controls["seed"].value = 0
    assert made.picture.sentence == seen[-1]


def test_write_on_goes_on_from_the_beginning_letter_by_letter(practice):
    made = writer(practice)
    made.controls["beginning"].value = "Mar"
    made.controls["on"].click()
    (word,) = written(practice, "mar", 1.0, (0, 1), 1)
    assert f"It wrote: {word.text}" in made.picture.sentence
    head, *rows = made.picture.table
    assert head == ["letter", "it saw", "probability", "most probable"]
    assert [row[0] for row in rows] == [*word.text[3:], "end"]
    assert rows[0][1] == "ar"


def test_a_network_that_was_trained_comes_back_with_its_settings():
    made = writer()
    made.controls["practice"].value.to(1, epochs=4)
    first = made.controls["practice"].value
    for name, value in (("temperature", 0.5), ("seed", 4), ("beginning", "an"), ("epochs", 9)):
        made.controls[name].value = value
        assert made.controls["practice"].value is first
    made.controls["context"].value = 4
    assert "sees 4 letters, with 8 hidden nodes: new, not trained yet" in made.picture.sentence
    made.controls["hidden"].value = 9
    assert "with 9 hidden nodes: new, not trained yet" in made.picture.sentence
    made.controls["context"].value, made.controls["hidden"].value = 2, 8
    assert made.controls["practice"].value is first
    assert "1 of 9 epochs" in made.picture.sentence
    made.controls["reset"].click()
    assert "new, not trained yet" in made.picture.sentence


@pytest.mark.parametrize(
    ("typed", "said"),
    [("maß", "the letter 'ß' is in none of the words"), ("a.", "has the end mark '.' in it")],
)
def test_what_cannot_be_spelled_is_said_in_one_line_and_the_picture_stays(practice, typed, said):
    made = writer(practice)
    made.controls["beginning"].value = "ma"
    before = made.picture.value, made.picture.sentence
    made.controls["beginning"].value = typed
    assert said in made.picture.trouble
    assert "\n" not in made.picture.trouble
    assert (made.picture.value, made.picture.sentence) == before
    made.controls["beginning"].value = "mal"
    assert made.picture.trouble == ""
    assert "After “mal”" in made.picture.sentence


def test_the_readers_own_words_are_taken_from_a_file():
    made = writer()
    made.controls["beginning"].value = "mar"
    upload(made, "Łódź\nGdańsk\nKraków\nToruń\nSopot\n".encode())
    assert made.picture.trouble == ""
    assert made.controls["list"].options == ("words of your list", "words in mine.txt")
    assert made.controls["beginning"].value == ""
    assert "it learns from 4 words in mine.txt" in made.picture.sentence
    made.controls["beginning"].value = "ŁÓ"
    assert "After “łó”" in made.picture.sentence
    made.controls["list"].value = "words of your list"
    assert made.controls["beginning"].value == ""
    assert "words of your list" in made.picture.sentence


def test_a_second_file_of_the_same_name_takes_the_place_of_the_first():
    made = writer()
    upload(made, b"ann\neva\n")
    upload(made, b"tom\nkim\nzoe\n")
    assert made.controls["practice"].value.corpus.letters.symbols == ".eikmotz"
    made.controls["reset"].click()
    assert made.picture.trouble == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "mine.txt has no words"),
        (b"ann", "has only one word"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is not a text file"),
        ("zoé\n".encode("latin-1"), "is not text in UTF-8"),
        ("\n".join(map(str, range(1_000_000))).encode(), "has more than 50,000 words"),
    ],
)
def test_a_file_that_is_no_list_of_words_changes_nothing(content, said):
    made = writer()
    before = made.picture.sentence, made.controls["practice"].value
    upload(made, content)
    assert said in made.picture.trouble
    assert (made.picture.sentence, made.controls["practice"].value) == before
    upload(made, b"ann\neva\n")
    assert made.picture.trouble == ""


def test_words_may_come_from_a_path(tmp_path):
    path = tmp_path / "towns.txt"
    path.write_text("ely\nbath\nwells\nst. ives\n", encoding="utf-8")
    assert "from 3 words in towns.txt" in Writer(path).picture.sentence
    assert "from 3 words in towns.txt" in Writer(str(path)).picture.sentence
    path.write_text("")
    with pytest.raises(ValueError, match="has no words"):
        Writer(path)


def test_letters_that_the_font_does_not_have_are_told_in_words_without_a_warning():
    made = Writer(["ลพบุรี", "สระบุรี", "東京", "大阪", "हिन्दी"], context=1)
    made.controls["on"].click()
    assert made.picture.trouble == ""
    many = [chr(0x4E00 + 7 * number) + chr(0x4E00 + number) for number in range(90)]
    made = Writer(many, context=1)
    assert made.picture.trouble == ""
    assert len(shown_bars(made.drawing)) == 40


async def until(holds):
    """Return once something holds; what never does ends in the timeout of the test."""
    while not holds():
        await asyncio.sleep(0.001)


def test_train_trains_pauses_and_drops_what_is_not_needed_at_the_end():
    async def use():
        made = writer(epochs=20)
        train, practice = made.controls["train"], made.controls["practice"].value
        train.click()
        assert train.description == "Pause"
        await until(lambda: practice.epoch >= 0.3)
        train.click()
        await until(lambda: train.description == "Train")
        paused = practice.n_steps
        assert 0.3 < practice.notes[-1].epoch == practice.epoch < 19
        end = made.controls["epochs"].value = int(practice.epoch) + 2
        train.click()
        await until(lambda: train.description == "Train")
        assert practice.epoch == end
        assert practice.n_steps > paused
        assert f"{end} of {end} epochs" in made.picture.sentence
        assert "samples" not in vars(practice)
        shares = practice.corpus.letters.probabilities(practice.network)
        assert shown_bars(made.drawing) == pytest.approx(shares)
        train.click()  # at the end it begins again
        await until(lambda: made.controls["practice"].value is not practice)
        made.controls["context"].value = 3  # which pauses
        await until(lambda: train.description == "Train")
        assert made.picture.trouble == ""

    asyncio.run(asyncio.wait_for(use(), timeout=60))


def test_while_it_trains_other_tasks_run_and_a_beginning_is_answered():
    async def use():
        made, turns = writer(epochs=30), 0
        practice = made.controls["practice"].value
        made.controls["train"].click()
        while practice.epoch < 20:  # more than a moment's work, also on a fast machine
            await asyncio.sleep(0)
            turns += 1
        made.controls["beginning"].value = "jo"
        assert "After “jo”" in made.picture.sentence
        made.controls["beginning"].value = "jß"
        assert "'ß'" in made.picture.trouble
        made.controls["reset"].click()
        await until(lambda: made.controls["train"].description == "Train")
        return turns

    assert asyncio.run(asyncio.wait_for(use(), timeout=60)) >= 5


@pytest.mark.parametrize("setting", [{"context": 8}, {"hidden": 1}, {"epochs": 0}])
def test_a_setting_beyond_its_slider_is_refused(setting):
    with pytest.raises(ValueError, match=r"is [810], expected a whole number from \d to \d+"):
        writer(**setting)
