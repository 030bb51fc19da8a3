"""Letters: words as samples for a network, and what a network answers as words.

A sample asks what comes next, and the word itself knows the answer: nobody has to label anything.
What a network sees is the context, the last few letters; before the first letter of a word stand
end marks, and another one comes after its last.
"""

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from toynn import Dataset, Network, checks, forward, softmax
from toynn_course.writing.temperature import draw, with_temperature
from toynn_course.writing.words import as_words

# A network is checked once, before the first letter that it writes.
forward = checks.without(forward)

END_MARKS = ".|¶■"  # the first of these that is no letter of the words
LONGEST = 40  # letters that are written after a beginning, if no end mark comes before
MOST_NUMBERS = 40_000_000  # in the inputs of a data set, which then take 320 MB


class Step(NamedTuple):
    """How a letter was written.

    seen : the letters that the network saw
    letter : what was drawn
    probability : that of this letter
    likeliest : the most probable letter instead
    """

    seen: str
    letter: str
    probability: float
    likeliest: str


@dataclass(frozen=True)
class Letters:
    """The letters of some words, each with a number: its place in a one-hot row.

    symbols : text, the end mark first, then each letter once

    Raises ValueError if a symbol is there twice, or if there are fewer than two.

    Examples
    --------
    >>> letters = Letters.of(["ann", "eva"])
    >>> letters
    Letters(symbols='.aenv')
    >>> data = letters.samples(["eva"], context=2)
    >>> data
    Dataset(letters: 4 samples, 10 inputs, 5 outputs)
    >>> letters.pairs(data)
    [('..', 'e'), ('.e', 'v'), ('ev', 'a'), ('va', '.')]
    """

    symbols: str

    def __post_init__(self):
        if len(self.symbols) < 2 or len(set(self.symbols)) < len(self.symbols):
            raise ValueError(
                f"symbols is {self.symbols!r:.60}, expected an end mark and letters, each once; "
                "make them with Letters.of(words)"
            )

    @classmethod
    def of(cls, words):
        """The letters that occur in the words, in the order of the alphabet, after an end mark."""
        used = set().union(*as_words(words))
        end = next((mark for mark in END_MARKS if mark not in used), None)
        if end is None:
            raise ValueError(f"the words have all of {END_MARKS} in them; take one of these out")
        return cls(end + "".join(sorted(used)))

    def __len__(self):
        return len(self.symbols)

    @property
    def end(self):
        """The end mark."""
        return self.symbols[0]

    @cached_property
    def number(self):
        """The number of each symbol, as a dict."""
        return {symbol: number for number, symbol in enumerate(self.symbols)}

    @cached_property
    def hot(self):
        """The one-hot row of each symbol, as a table."""
        return np.eye(len(self), dtype=bool)

    def spelled(self, text):
        """The text in these letters: a capital as a small letter, if only that is one of them.

        Raises ValueError if a letter of the text is none of them.

        >>> Letters.of(["ann", "eva"]).spelled("Eve")
        'eve'
        """
        if not isinstance(text, str):
            raise TypeError(f"the text is {text!r:.60}, expected letters such as 'ann'")
        return "".join(map(self._known, unicodedata.normalize("NFC", text)))

    def without_end(self, text):
        """The text in these letters, if no end mark is in it."""
        spelled = self.spelled(text)
        if self.end in spelled:
            raise ValueError(f"{text!r:.60} has the end mark {self.end!r} in it; leave it out")
        return spelled

    def _known(self, letter):
        found = next((each for each in (letter, letter.lower()) if each in self.number), None)
        if found is None:
            known = self.symbols[1:] if len(self) <= 60 else f"{self.symbols[1:60]}…"
            raise ValueError(
                f"the letter {letter!r} is in none of the words, so the network has no input for "
                f"it; use only these: {known}"
            )
        return found

    def samples(self, words, context=3):
        """A sample for each letter of the words, and for the end of each: a Dataset.

        words : list of words; context : how many letters the network sees

        X : shape (n_samples, context * len(letters)), a one-hot row for each letter seen, the
            oldest first; Y : shape (n_samples, len(letters)), the letter that comes next

        Raises ValueError if a letter is unknown, or if the samples would fill the memory.
        """
        words, context = as_words(words), checks.as_whole(context, "context")
        self._fits(sum(map(len, words)) + len(words), context)
        windows = np.concatenate([self._windows(word, context) for word in words])
        X = self.hot[windows[:, :-1]].reshape(len(windows), -1)
        names = [f"{back} back: {each}" for back in range(context, 0, -1) for each in self.symbols]
        return Dataset(X, self.hot[windows[:, -1]], "letters", names, self.symbols)

    def _windows(self, word, context):
        """For each letter of a word and for its end, the numbers of its context and its own."""
        numbers = [self.number[letter] for letter in self.without_end(word)]
        return np.lib.stride_tricks.sliding_window_view([0] * context + numbers + [0], context + 1)

    def _fits(self, n, context):
        if n * context * len(self) > MOST_NUMBERS:
            size = n * context * len(self) * 8 / 1e6
            raise ValueError(
                f"{n:,} samples of {context} × {len(self):,} inputs would take {size:,.0f} MB of "
                "memory; take fewer words, or a shorter context"
            )

    def pairs(self, data):
        """The samples as they are read: what the network sees, and what comes next.

        Raises TypeError or ValueError if these are no samples of these letters.
        """
        checks.is_a(Dataset, data, "data", "letters.pairs(letters.samples(words))")
        if data.n_inputs % len(self) or data.n_outputs != len(self):
            raise ValueError(
                f"{data} was not made of these letters, expected {len(self)} inputs for each "
                f"letter seen and {len(self)} outputs; make it with letters.samples(words)"
            )
        seen = data.X.reshape(len(data), -1, len(self)).argmax(axis=2)
        contexts = ["".join(self.symbols[number] for number in row) for row in seen]
        return list(zip(contexts, (self.symbols[number] for number in data.labels), strict=True))

    def words(self, data):
        """The words that the samples were made of.

        >>> letters = Letters.of(["ann", "eva"])
        >>> letters.words(letters.samples(["eva", "ann"]))
        ['eva', 'ann']
        """
        return "".join(after for _, after in self.pairs(data)).split(self.end)[:-1]

    def context_of(self, network):
        """How many letters a network sees. Raises ValueError if it is none for these letters."""
        checks.is_a(Network, network, "network", "letters.write(network)")
        n, sizes = len(self), network.sizes
        if sizes[0] % n or sizes[-1] != n or network.layers[-1].activation != softmax:
            raise ValueError(
                f"{network} does not read and write these letters, expected {n} inputs for each "
                f"letter seen and {n} outputs with softmax; train one on letters.samples(words)"
            )
        return sizes[0] // n

    def probabilities(self, network, beginning="", temperature=1.0):
        """How probable each symbol is after a beginning: array, shape (len(letters),).

        network : Network that was trained on samples of these letters; its inputs say how many
            letters of the beginning it sees
        temperature : see `with_temperature`

        >>> letters = Letters.of(["ann", "eva"])
        >>> unsure = Network.random((10, 5), activation="softmax", weights=(0, 0), rng=0)
        >>> letters.probabilities(unsure, "ev")
        array([0.2, 0.2, 0.2, 0.2, 0.2])
        """
        context = self.context_of(network)
        return self._shares(network, self._seen(self.spelled(beginning), context), temperature)

    def _seen(self, text, context):
        """The last letters of a text, with end marks before it."""
        return (self.end * context + text)[-context:]

    def _shares(self, network, seen, temperature):
        row = self.hot[[self.number[letter] for letter in seen]].reshape(1, -1)
        return with_temperature(forward(network, row).zs[-1][0], temperature)

    def steps(self, network, beginning="", temperature=1.0, rng=0):
        """Write on from a beginning, letter by letter: yields a Step for each, the end included."""
        context, word = self.context_of(network), self.without_end(beginning)
        rng = checks.as_rng(rng)
        for _ in range(LONGEST):
            seen = self._seen(word, context)
            shares = self._shares(network, seen, temperature)
            number = draw(shares, rng)
            likeliest = self.symbols[shares.argmax()]
            yield Step(seen, self.symbols[number], float(shares[number]), likeliest)
            if number == 0:
                return
            word += self.symbols[number]

    def write(self, network, beginning="", temperature=1.0, rng=0):
        """A word: the beginning, and what the network writes after it, of at most 40 letters.

        rng : int, or numpy Generator to write another word each time

        Raises ValueError if a letter of the beginning is unknown, or if the network is none for
        these letters.

        >>> letters = Letters.of(["ann", "eva"])
        >>> unsure = Network.random((10, 5), activation="softmax", weights=(0, 0), rng=0)
        >>> letters.write(unsure, "ev", rng=0)
        'evna'
        """
        steps = self.steps(network, beginning, temperature, rng)
        written = "".join(step.letter for step in steps)
        return self.spelled(beginning) + written.removesuffix(self.end)
