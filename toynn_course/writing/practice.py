"""Practice: a network learns to write, a moment at a time, so that a notebook can do other things.

The learning rate drops towards the end: large steps find the valley, small ones go down into it.
"""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from toynn import LearningRate, Network, backward, checks, cross_entropy, descend, forward
from toynn_course.writing.letters import Letters
from toynn_course.writing.origins import hold_out, origin
from toynn_course.writing.words import as_words

BATCH = 32
RATES = LearningRate.of(0.5), LearningRate.of(0.1)
DROP = 0.75  # of the epochs go by at the first rate
NOTES = 4  # in an epoch, on how it goes

# A practice checks what it is given once, so its steps go without.
forward, backward, descend = map(checks.without, (forward, backward, descend))


@dataclass(frozen=True)
class Corpus:
    """Words to learn from, and others that are held out to test with.

    name : what the list is called

    >>> corpus = Corpus.of(["ann", "eva", "ida", "lea", "mia"])
    >>> len(corpus.trained_with), len(corpus.held_out), corpus.letters.symbols
    (4, 1, '.adeilmnv')
    """

    name: str
    trained_with: tuple[str, ...]
    held_out: tuple[str, ...]
    letters: Letters

    @classmethod
    def of(cls, words, name="words", *, rng=0):
        """The words, of which a fifth is held out, but never more than 1000."""
        words = as_words(words)
        return cls(name, *hold_out(words, rng=rng), Letters.of(words))

    @cached_property
    def _sets(self):
        return frozenset(self.trained_with), frozenset(self.held_out)

    def origin(self, word):
        """Where a written word is from: see `toynn_course.writing.origin`."""
        return origin(word, *self._sets)


class Note(NamedTuple):
    """How a practice goes.

    epoch : how often it has been through the words, such as 1.25
    trained_with, held_out : the mean cost of a letter, of as many words of either kind
    """

    epoch: float
    trained_with: float
    held_out: float


class Practice:
    """A network that learns to write, and notes on how it goes.

    corpus : Corpus; context : how many letters it sees; hidden : the number of its hidden nodes
    seed : where its weights begin, and how the samples are shuffled

    Raises TypeError or ValueError if one of them is something else.

    Attributes
    ----------
    network : Network as it is now
    noted : Network as it was at the last note
    notes : list of Notes, oldest first; empty before the first step

    >>> practice = Practice(Corpus.of(["ann", "anna", "hanna", "nan", "hannah"]), context=2)
    >>> practice.to(3, epochs=4)
    >>> practice, [note.epoch for note in practice.notes]
    (Practice(2 letters seen, 48 hidden nodes, 3 of 4 epochs), [0.0, 1.0, 2.0, 3.0])
    """

    def __init__(self, corpus, context=3, hidden=48, seed=0):
        checks.is_a(Corpus, corpus, "corpus", "Practice(Corpus.of(words))")
        self.corpus, self.seed = corpus, seed
        self.context = checks.as_whole(context, "context")
        self.hidden = checks.as_whole(hidden, "hidden")
        n = len(corpus.letters)
        self.network = self.noted = Network.random(
            (context * n, hidden, n), activation="tanh", output_activation="softmax", rng=seed
        )
        self.notes, self.n_steps, self.epochs = [], 0, None
        self.rng, self.coming = np.random.default_rng(seed), None

    def __repr__(self):
        how = f"{self.context} letters seen, {self.hidden} hidden nodes"
        far = f"{self.epoch:g} of {self.epochs} epochs" if self.epochs else "not begun"
        return f"Practice({how}, {far})"

    @cached_property
    def samples(self):
        """What it trains with."""
        return self.corpus.letters.samples(self.corpus.trained_with, self.context)

    @cached_property
    def tests(self):
        """What its notes are about: as many of the words it trains with as are held out; these."""
        held_out, n = self.corpus.held_out, len(self.corpus.held_out)
        known = self.corpus.trained_with[:n]
        return [self.corpus.letters.samples(words, self.context) for words in (known, held_out)]

    @cached_property
    def per_epoch(self):
        """The number of steps in an epoch."""
        return math.ceil(len(self.samples) / BATCH)

    @property
    def epoch(self):
        """How often it has been through the words."""
        return self.n_steps / self.per_epoch if self.n_steps else 0.0

    def step(self, epochs):
        """Train with the next few samples. epochs : how many there will be: it sets the rate."""
        if self.coming is None:
            self.coming = self._batches()
            self.note()
        self.epochs, (X, Y) = epochs, next(self.coming)
        gradients = backward(self.network, forward(self.network, X), Y, cross_entropy)
        rate = RATES[self.n_steps >= DROP * epochs * self.per_epoch]
        self.network = descend(self.network, gradients, rate)
        self.n_steps += 1
        if self._quarters(self.n_steps) > self._quarters(self.n_steps - 1):
            self.note()

    def to(self, epoch, epochs):
        """Train until it has been through the words so often."""
        while self.epoch < epoch:
            self.step(epochs)

    def note(self):
        """Measure how it goes, unless that is noted already."""
        if not self.notes or self.notes[-1].epoch < self.epoch:
            costs = [self._cost(data) for data in self.tests]
            self.notes.append(Note(self.epoch, *costs))
            self.noted = self.network

    def rest(self):
        """Note how it goes; after a whole epoch let go of the samples, which fill the memory."""
        if self.n_steps:
            self.note()
        if self.n_steps and self.n_steps % self.per_epoch == 0:
            self.coming = None
            for name in ("samples", "tests"):
                self.__dict__.pop(name, None)

    def _batches(self):
        """Samples for each step, for ever, in another order in each epoch."""
        while True:
            yield from self.samples.batches(min(BATCH, len(self.samples)), self.rng)

    def _quarters(self, n_steps):
        return NOTES * n_steps // self.per_epoch

    def _cost(self, data):
        return cross_entropy.mean(forward(self.network, data.X).output, data.Y)
