"""Blocks: the paragraphs, lists and tables of a text, and which of them belong on a slide."""

import re
from typing import NamedTuple

MOST_WORDS = 30
"""A paragraph of more words is read out, and not shown: it becomes a note."""

START = re.compile(
    r"(?P<heading>#{1,6} )|(?P<folded><details)|(?P<drawing><svg|<img|!\[)|(?P<table>\|)"
    r"|(?P<items>[-*] |\d+\. )|(?P<formula>\$\$)|(?P<code>```)"
)
WHOLE = re.compile(r"(?ms)<details.*?</details>|<svg.*?</svg>|^```.*?^```|\$\$.*?\$\$")
"""What may hold empty lines and is one block all the same."""

SENTENCE = re.compile(r"(?:(?<=[.?!:])|(?<=[.?!:]\*\*))\s+(?=[A-Z*`$“(])")


class Block(NamedTuple):
    """A stretch of Markdown between two empty lines; kind : a group of START, or "paragraph"."""

    kind: str
    text: str

    @property
    def level(self):
        """The level of a heading."""
        return len(self.text) - len(self.text.lstrip("#"))


def blocks_of(text):
    """The blocks of a text, in their order."""
    kept = []

    def take(found):
        kept.append(found[0])
        return f"\n\n\0{len(kept) - 1}\0\n\n"

    parts = re.split(r"\n\s*\n", WHOLE.sub(take, text))
    texts = [re.sub(r"\0(\d+)\0", lambda at: kept[int(at[1])], part).strip() for part in parts]
    return [each for part in filter(None, texts) for each in _apart(part)]


def _apart(text):
    """A heading may have its text right below it."""
    found = START.match(text)
    kind = found.lastgroup if found else "paragraph"
    first, _, rest = text.partition("\n")
    if kind == "heading" and rest.strip():
        return [Block(kind, first), *blocks_of(rest)]
    return [Block(kind, text)]


def on_slide(block):
    """What of a block stands on the slide: all of it, a few sentences, or nothing.

    Of a long paragraph that is what it asks, and where it gives something its name.
    """
    if block.kind == "folded":
        return ""
    if block.kind != "paragraph" or n_words(block.text) <= MOST_WORDS:
        return block.text
    sentences = SENTENCE.split(" ".join(block.text.split()))
    shown = [each for each in sentences if _stands_out(each) and n_words(each) <= MOST_WORDS]
    return " ".join(shown)


def _stands_out(sentence):
    """Whether a sentence asks something, or sets a word in bold because it is a new one."""
    asks, names = sentence.rstrip("*").endswith("?"), re.search(r"\*\*[a-z][^*]*\*\*", sentence)
    return sentence.count("**") % 2 == 0 and (asks or bool(names))


def n_words(text):
    """How many words there are in a text."""
    return len(text.split())
