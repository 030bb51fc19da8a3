"""Words: a list of your own to learn from, out of a text file with one word on each line.

Files come from many programs. What cannot be used is said with its line and with what to do.
"""

import re
import unicodedata
from pathlib import Path

MOST_WORDS = 50_000  # with ten times as many as there are names, an epoch takes half a minute
LONGEST_WORD = 40  # letters: a longer line is a sentence
MOST_BYTES = 100_000_000  # of a file that is opened at all
UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # how a file begins that some editors call "Unicode"


def read_words(path, *, lower=True):
    r"""The words in a text file, one on each line, as a tuple.

    path : of a file in UTF-8, in any alphabet
    lower : whether capitals become small letters, so that A and a are one letter

    A line is a word as a whole: spaces within it, as in "são tomé", are letters like others. Empty
    lines are left out, and so is a word that came before: a network that is tested with what it was
    trained with tells you nothing.

    Raises FileNotFoundError if there is no such file, and ValueError if the file is no text, has
    fewer than two words or too many, or a line that is too long for a word.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "rivers.txt")
    ...     _ = path.write_text("Níger\nAmazonas\nRio Negro\n", encoding="utf-8")
    ...     read_words(path)
    ('níger', 'amazonas', 'rio negro')
    """
    if not isinstance(path, str | Path):
        raise TypeError(f"path is {path!r:.60}, expected the name of a file such as 'my_words.txt'")
    path = Path(path)
    if not path.is_file():
        raise FileNotFoundError(
            f"there is no file {path}; give its name in the folder of this notebook"
        )
    if (size := path.stat().st_size) > MOST_BYTES:
        raise ValueError(
            f"{path.name} has {size / 1e6:,.0f} MB, expected a list of at most {MOST_WORDS:,} "
            "words; choose another file"
        )
    return words_in(path.read_bytes(), path.name, lower=lower)


def words_in(content, name, *, lower=True):
    """The same, where the bytes of the file are there already; name : of the file, for errors."""
    words = {}  # a dict keeps the order, and each word once
    for number, line in enumerate(_text(content, name).splitlines(), 1):
        words[_word(line, number, name, lower)] = number
        if len(words) - ("" in words) > MOST_WORDS:
            raise ValueError(
                f"{name} has more than {MOST_WORDS:,} words, and a network would take very long to "
                "learn from them; keep a part of them"
            )
    return _enough(tuple(filter(None, words)), name)


def as_words(words):
    r"""The words of a list as a tuple, each letter in one piece (NFC).

    Raises TypeError or ValueError unless they are a list of texts with a letter or more each.

    >>> as_words(["ann", "zoe\u0301"])
    ('ann', 'zoé')
    """
    if isinstance(words, str) or not hasattr(words, "__iter__"):
        raise TypeError(f"words is {words!r:.60}, expected a list of words such as ['ann', 'eva']")
    words = tuple(words)
    for word in words:
        if not isinstance(word, str):
            raise TypeError(f"words holds {word!r:.60}, expected texts such as 'ann'")
    if not words or not all(words):
        raise ValueError("words is empty or holds an empty text, expected words such as 'ann'")
    return tuple(unicodedata.normalize("NFC", word) for word in words)


def _text(content, name):
    """The text that the bytes of a file stand for."""
    encoding = "utf-16" if content.startswith(UTF_16) else "utf-8-sig"
    if encoding != "utf-16" and b"\0" in content:
        raise ValueError(
            f"{name} is not a text file; save the words as plain text, one on each line"
        )
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ValueError(
            f"{name} is not text in UTF-8 (line {line}); open it in a text editor and save it "
            "again with the encoding UTF-8"
        ) from None


def _word(line, number, name, lower):
    """The word on a line, with its spaces in order."""
    word = " ".join(line.split())
    word = unicodedata.normalize("NFC", word.lower() if lower else word)
    if odd := re.search(r"[\x00-\x1f\x7f-\x9f]", word):
        raise ValueError(
            f"{name}, line {number} holds the character {odd[0]!r}, which is no letter; save the "
            "words as plain text, one on each line"
        )
    if len(word) > LONGEST_WORD:
        raise ValueError(
            f"{name}, line {number} has {len(word):,} letters, expected a word of at most "
            f"{LONGEST_WORD}; put each word on a line of its own"
        )
    return word


def _enough(words, name):
    """The words, if there are at least two."""
    if not words:
        raise ValueError(f"{name} has no words, expected one on each line; choose another file")
    if len(words) == 1:
        raise ValueError(
            f"{name} has only one word, {words[0]!r}, expected two or more; put each word on a "
            "line of its own"
        )
    return words
