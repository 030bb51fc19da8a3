"""A reader's own words: what is in the file comes out, and every problem is said in one line."""

import pytest
from hypothesis import given, strategies

from toynn_course.writing import Letters, read_words
from toynn_course.writing.words import LONGEST_WORD, MOST_WORDS, words_in


@pytest.fixture
def write(tmp_path):
    """A function that writes the bytes of a file and returns its path."""

    def write(content, name="towns.txt"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_words_of_any_alphabet_come_out_as_they_are(write, encoding, end):
    towns = ["são tomé", "łódź", "אילת", "москва", "ลพบุรี", "東京", "o'fallon", "ọ̀yọ́"]
    path = write(end.join(towns).encode(encoding))
    words = read_words(path)
    assert words == read_words(str(path))
    assert len(words) == len(towns)
    assert words[0] == "são tomé"
    letters = Letters.of(words)
    assert letters.words(letters.samples(words, 3)) == list(words)


def test_capitals_spaces_empty_lines_and_repeated_words_do_no_harm(write):
    content = b"\n  Anna \n\nBERTA\t\nanna\nrio   negro\n"
    assert read_words(write(content)) == ("anna", "berta", "rio negro")
    assert read_words(write(content), lower=False)[:2] == ("Anna", "BERTA")


def test_letters_in_two_pieces_are_put_together(write):
    assert read_words(write("zoe\u0301\nzoé\nİ\n".encode())) == ("zoé", "i̇")


def hundred_thousands(n):
    return "".join(f"w{number}\n" for number in range(n)).encode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "towns.txt has no words, expected one on each line"),
        (b"\n  \n", "has no words"),
        (b"ann", "has only one word, 'ann', expected two or more; put each word on a line"),
        (b"ann, eva, ida", "has only one word, 'ann, eva, ida'"),
        (b"ann\nann\n", "has only one word"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not a text file"),
        (b"PK\x03\x04\x14\0\x06", "is not a text file"),
        (b"ann\n\x07\x08bell\n", "line 2 holds the character '\\x07', which is no letter"),
        ("ann\nzoé\n".encode("latin-1"), "is not text in UTF-8 (line 2); open it in a text editor"),
        (b"\xff\xfea", "is not text in UTF-8"),
        (b"ann\n" + b"eva " * 20 + b"\n", "line 2 has 79 letters, expected a word of at most 40"),
        (hundred_thousands(1_000_000), "has more than 50,000 words, and a network would take"),
    ],
)  # fmt: skip
def test_what_is_no_list_of_words_is_refused_in_one_line(write, content, said):
    with pytest.raises(ValueError, match=r"towns\.txt") as error:
        read_words(write(content))
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_far_too_large_is_not_even_read(write, monkeypatch):
    monkeypatch.setattr("toynn_course.writing.words.MOST_BYTES", 10)
    with pytest.raises(ValueError, match="expected a list of at most 50,000 words"):
        read_words(write(b"ann\neva\nida\n"))


def test_a_file_that_is_not_there_is_named_and_a_folder_is_no_file(tmp_path):
    for path in (tmp_path / "nowhere.txt", tmp_path):
        with pytest.raises(FileNotFoundError) as error:
            read_words(path)
        assert str(error.value).startswith(f"there is no file {path}; give its name")
    with pytest.raises(TypeError, match="path is 42, expected the name of a file"):
        read_words(42)


def test_the_longest_word_and_the_most_words_are_taken():
    assert words_in(b"a" * LONGEST_WORD + b"\nb\n", "it") == ("a" * LONGEST_WORD, "b")
    assert len(words_in(hundred_thousands(MOST_WORDS), "it")) == MOST_WORDS
    with pytest.raises(ValueError, match="more than 50,000"):
        words_in(hundred_thousands(MOST_WORDS + 1), "it")


@given(strategies.binary(max_size=200))
def test_whatever_the_bytes_are_they_are_words_or_refused(content):
    try:
        words = words_in(content, "it")
    except ValueError as error:
        problem = str(error)
    else:
        problem = ""
        assert len(words) > 1
        assert Letters.of(words).words(Letters.of(words).samples(words, 2)) == list(words)
    assert problem.startswith("it" * bool(problem))
