"""The writer: a network that learns to write words, and writes them, letter by letter."""

import time
from functools import partial
from pathlib import Path

import ipywidgets as widgets

from toynn.datasets import names
from toynn_course.explorers.controls.look import button, menu, sized, whole
from toynn_course.explorers.writer import WriterDrawing
from toynn_course.jupyter import Explorer, Player, Value
from toynn_course.writing import Corpus, Practice, read_words
from toynn_course.writing.words import words_in

SECONDS_A_FRAME = 0.015  # of training, so that other cells are not kept waiting
REST = 0.005  # between frames
NAMES = "names"
TEN = 10


def settings(lists, context, hidden, temperature, epochs):
    """What a reader can set, by name."""
    return {
        "list": menu("Words", lists, width="17em", label="4em"),
        "upload": widgets.FileUpload(
            accept=".txt,text/plain", description="Your own words", layout={"width": "14em"}
        ),
        "context": whole("Letters it sees", context, 1, 5, width="20em", label="8em"),
        "hidden": whole("Hidden nodes", hidden, 2, 96, width="20em", label="7em"),
        "epochs": whole("Epochs", epochs, 1, 30, width="19em", label="4.5em"),
        "temperature": widgets.FloatSlider(
            value=temperature, min=0, max=3, step=0.1, description="Temperature",
            readout_format=".1f", **sized("21em", "6.5em"),
        ),
        "seed": whole("Seed", 0, 0, 39, width="19em", label="3.5em"),
        "beginning": widgets.Text(description="Beginning", **sized("17em", "5.5em")),
    }  # fmt: skip


def Writer(words=None, *, context=3, hidden=48, temperature=1.0, epochs=8, rng=0):
    """A network that learns to write words: set it up, train it, let it write, write on with it.

    words : the path of a text file with one word on each line, or a list of words; None for the
        names in `toynn.datasets`
    context, hidden, temperature, epochs : what the controls say at first
    rng : int, which words are held out and where the weights begin

    >>> Writer()
    Run this cell: a network that learns to write appears here.
    """
    corpus = corpus_of(words, rng)
    parts = settings([corpus.name], context, hidden, temperature, epochs)
    desk = Desk(parts, corpus, rng)
    summary = "Run this cell: a network that learns to write appears here."
    explorer = Explorer({**parts, **desk.buttons, **desk.values}, WriterDrawing(), summary)
    explorer.on(**desk.actions)
    desk.player = Player(
        partial(desk.advance, explorer), seconds=REST, changed=desk.say, trouble=explorer.tell
    )
    return explorer


def corpus_of(words, rng=0):
    """A Corpus of a file, of a list, or of the names."""
    if words is None:
        return Corpus.of(names(), NAMES, rng=rng)
    if isinstance(words, str | Path):
        return Corpus.of(read_words(words), f"words in {Path(words).name}", rng=rng)
    return Corpus.of(words, "words of your list", rng=rng)


class Desk:
    """What the controls do: choose a network, train it, and let it write.

    parts : the controls of `settings`; corpus : the first Corpus; rng : int

    A network that has been trained is kept, so that going back to its settings brings it back.
    """

    def __init__(self, parts, corpus, rng):
        self.parts, self.rng, self.player = parts, rng, None
        self.corpora, self.practices = {corpus.name: corpus}, {}
        self.practice, self.progress = Value(self.chosen()), Value((0, 0))
        self.start, self.turn, self.many = Value(""), Value(0), Value(TEN)
        self.values = {
            "practice": self.practice, "progress": self.progress, "start": self.start,
            "turn": self.turn, "many": self.many,
        }  # fmt: skip
        texts = {"train": "Train", "reset": "Reset", "ten": "Write ten", "on": "Write on"}
        self.buttons = {name: button(text) for name, text in texts.items()}
        self.actions = {name: getattr(self, f"_{name}") for name in texts} | {
            **dict.fromkeys(("list", "context", "hidden"), self._choose),
            "upload": self._upload,
            "beginning": self._begin,
        }

    def chosen(self):
        """The Practice of what the controls say: the one there was before, or a new one."""
        key = self.parts["list"].value, self.parts["context"].value, self.parts["hidden"].value
        if key not in self.practices:
            self.practices[key] = Practice(self.corpora[key[0]], *key[1:], seed=self.rng)
        return self.practices[key]

    def advance(self, explorer):
        """Train for a moment, and show it; False at the end, or where it cannot be shown."""
        end = time.perf_counter() + SECONDS_A_FRAME
        with explorer.lock:  # a kernel may move a control in another thread
            while not self.over and time.perf_counter() < end:
                self.practice.value.step(self.parts["epochs"].value)
        self._show_progress()
        return not self.over and not explorer.picture.trouble

    @property
    def over(self):
        """Whether the network has been through all its epochs."""
        return self.practice.value.epoch >= self.parts["epochs"].value

    def say(self, playing):
        """Name the button by what it does next; after the last step show what it has come to."""
        self.buttons["train"].description = "Pause" if playing else "Train"
        if not playing:
            self.practice.value.rest()
            self._show_progress()

    def _show_progress(self):
        practice = self.practice.value
        self.progress.set((practice.n_steps, len(practice.notes)))

    def _train(self):
        """Train on from here, or from the beginning where this is the end; or pause."""
        if self.player.playing:
            self.player.pause()
            return
        if self.over:
            self._reset()
        self.player.play()

    def _reset(self):
        """Forget what this network has learned."""
        self._pause()
        key = next(key for key, each in self.practices.items() if each is self.practice.value)
        del self.practices[key]
        self._choose()

    def _choose(self):
        """Take the network that the controls ask for, and the beginning if it can be spelled."""
        self._pause()
        self.practice.set(self.chosen())
        self._show_progress()
        try:
            self._begin()
        except ValueError:  # of other letters, which the reader has not asked for just now
            self.parts["beginning"].value = ""

    def _pause(self):
        if self.player.playing:
            self.player.pause()
            self.practice.value.rest()

    def _ten(self):
        """Write ten other words."""
        self._write(TEN)

    def _on(self):
        """Write one word on from the beginning, and tell each of its letters."""
        self._write(1)

    def _write(self, many):
        self.many.set(many)
        self.turn.set(self.turn.value + 1)

    def _begin(self):
        """Take the beginning that is typed, if it can be spelled."""
        letters = self.practice.value.corpus.letters
        self.start.set(letters.without_end(self.parts["beginning"].value))

    def _upload(self):
        """Take the words of a file that was chosen."""
        if not self.parts["upload"].value:
            return
        file = self.parts["upload"].value[0]
        words = words_in(bytes(file["content"]), file["name"])
        corpus = Corpus.of(words, f"words in {file['name']}", rng=self.rng)
        self.corpora[corpus.name] = corpus
        self.practices = {key: it for key, it in self.practices.items() if key[0] != corpus.name}
        self.parts["beginning"].value = ""
        self.parts["list"].options = list(self.corpora)
        self.parts["list"].value = corpus.name
        self._choose()  # for where the list has named this file before
