"""The writer's picture: what learning costs, and how probable each letter is to come next.

What the network writes appears below it in words, each with where it comes from.
"""

from typing import NamedTuple

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from toynn_course import plots
from toynn_course.plots.drawing import Drawing
from toynn_course.plots.letter_bars import (
    frame_bars,
    named,
    outlines,
    places,
    shown_symbols,
    tell_next,
)
from toynn_course.plots.page import styled, tidy
from toynn_course.plots.words import counted, percent
from toynn_course.writing import COPIED, UNSEEN, Step

FLOORS = (1.5, 1.0, 0.5, 0.0)
"""Where the scale of the cost may begin; the highest of these that lies below the curves."""


class Word(NamedTuple):
    """What was written, where it is from, and how each letter came about."""

    text: str
    origin: str
    steps: tuple[Step, ...]


def written(practice, start="", temperature=1.0, dice=(0, 0), many=10):
    """Words by the network as it was at the last note.

    start : what all of them begin with; dice : numbers that the draws follow from
    """
    rng, letters = np.random.default_rng(dice), practice.corpus.letters
    words = []
    for _ in range(many):
        steps = tuple(letters.steps(practice.noted, start, temperature, rng))
        text = start + "".join(step.letter for step in steps).removesuffix(letters.end)
        words.append(Word(text, practice.corpus.origin(text), steps))
    return words


class WriterDrawing(Drawing):
    """The costs of a Practice, and the probabilities of the letter that comes next."""

    def __init__(self):
        self.asked, self.words = None, []
        super().__init__()

    def update(
        self, practice, progress=None, epochs=8, start="", temperature=1.0, seed=0, turn=0, many=10
    ):
        """The curves and the bars, and words that the network writes.

        practice : Practice; progress : how far it has come, which tells an Explorer that it has
            gone on
        epochs : how many there will be
        start : what the words begin with; temperature : see `toynn_course.writing`
        seed, turn : what the draws follow from; many : words to write; 1 is told letter by letter
        """
        letters = practice.corpus.letters
        shares = letters.probabilities(practice.network, start, temperature)
        shown = shown_symbols(letters.symbols, shares)
        symbols = "".join(letters.symbols[number] for number in shown)
        self._frame(practice, epochs, symbols)
        epoch, known, held_out = zip(*practice.notes, strict=True) if practice.notes else ((),) * 3
        for line, costs in zip(self.curves, (known, held_out), strict=True):
            line.set_data(epoch, costs)
        self.bars.set_verts(outlines(shares[shown], places(symbols, letters.end)))
        asked = practice, len(practice.notes), start, temperature, (seed, turn), many
        if asked != self.asked:  # what is written changes with each note, and not with each step
            self.words = written(practice, start, temperature, (seed, turn), many)
            self.asked = asked
        sentences = tell(practice, epochs), tell_next(letters.symbols, shares, start)
        told = f"{sentences[1].removesuffix('.')} (temperature {temperature:g})."
        return self.scene(
            " ".join([sentences[0], told, tell_words(self.words)]), table(self.words, letters.end)
        )

    def _frame(self, practice, epochs, symbols):
        """Draw again what stays, if it has changed: the scales, and the letters below the bars."""
        guess = np.log(len(practice.corpus.letters))
        lowest = min([guess, *(min(note[1:]) for note in practice.notes)])
        floor = next(floor for floor in FLOORS if floor < lowest or floor == 0)
        if self.changed(epochs, symbols, guess, floor):
            left, right = self.axes
            left.set(xlim=(0, epochs), ylim=(floor, guess + 0.15 * (guess - floor)))
            self.guess.set_ydata([guess, guess])
            self.guess_name.set_position((0.98 * epochs, guess))
            frame_bars(right, symbols, practice.corpus.letters.end)

    @styled
    def draw(self):
        """The two panels, still empty."""
        figure = Figure(figsize=(9, 3.5), dpi=100)
        left, right = self.axes = figure.subplots(1, 2, width_ratios=(1, 1.75))
        figure.subplots_adjust(left=0.065, right=0.99, top=0.9, bottom=0.235, wspace=0.2)
        self.guess = left.axhline(0, color=plots.GREY, linestyle=":", linewidth=1.5)
        look = {"ha": "right", "va": "bottom", "fontsize": 11, "color": plots.TEXT[plots.GREY]}
        self.guess_name = left.text(0, 0, "guessing", **look)
        self.curves = [
            left.plot([], [], "--", color=plots.ORANGE, linewidth=2)[0],
            left.plot([], [], "-", color=plots.BLUE, linewidth=2)[0],
        ]
        names = ["words it trains with", "held-out words"]
        figure.legend(
            self.curves, names, loc="lower left", ncols=2, frameon=False, fontsize=11,
            handlelength=2, columnspacing=1.2, bbox_to_anchor=(0.0, -0.015),
        )  # fmt: skip
        left.set(title="Cost of a letter", xlabel="epoch")
        right.set(title="The next letter")
        tidy(left)
        left.grid(axis="y", color=plots.PALE, linewidth=0.8)
        self.bars = right.add_collection(PolyCollection([], facecolor=plots.BLUE))
        return figure, [*self.curves, self.bars]


def tell(practice, epochs):
    """How far a practice has come, in a sentence or two."""
    corpus, guess = practice.corpus, np.log(len(practice.corpus.letters))
    sees = counted(practice.context, "letter")
    who = f"A network that sees {sees}, with {counted(practice.hidden, 'hidden node')}"
    if not practice.notes:
        n = len(corpus.trained_with)
        return f"{who}: new, not trained yet. Press Train, and it learns from {n:,} {corpus.name}."
    note = practice.notes[-1]
    far = f"{round(note.epoch, 2):g} of {counted(epochs, 'epoch')}"
    return (
        f"{who}, {far}: a letter of words it trains with costs {note.trained_with:.2f}, of "
        f"held-out words {note.held_out:.2f}, and a guess {guess:.2f}."
    )


def tell_words(words):
    """The words that were written, and which of them are copied, in sentences."""
    said = ", ".join(_marked(word) for word in words)
    if len(words) == 1:
        return f"It wrote: {said}."
    copied = sum(word.origin == COPIED for word in words)
    return f"It wrote: {said}. Copied: {copied} of {len(words)}."


def _marked(word):
    mark = {COPIED: " (copied)", UNSEEN: " (real, but it never saw it)"}.get(word.origin, "")
    return f"{word.text or 'nothing'}{mark}"


def table(words, end):
    """Several words with their letters; of a single word a row for each letter."""
    if len(words) == 1:
        rows = [
            [
                named(step.letter, end),
                step.seen,
                percent(step.probability),
                named(step.likeliest, end),
            ]
            for step in words[0].steps
        ]
        return [["letter", "it saw", "probability", "most probable"], *rows]
    rows = [[word.text or "(nothing)", word.origin, _letters(word, end)] for word in words]
    return [["word", "from", "how probable each letter was"], *rows]


def _letters(word, end):
    """Each letter of a word with its probability."""
    return ", ".join(f"{named(step.letter, end)} {step.probability:.0%}" for step in word.steps)
