"""The screen: the widget whose view draws what it is sent, and tells what was done there."""

from pathlib import Path

import anywidget
import traitlets

from toynn_course.jupyter import STYLES, es_module
from toynn_course.playground import frames, picture, words
from toynn_course.playground.code import code_for
from toynn_course.playground.messages import wire

VIEW = Path(__file__).parent / "view"
SCRIPTS = (
    "drawing", "colours", "markers", "links", "network", "card", "map", "chart", "numbers",
    "thumbnails", "details", "handshake", "screen",
)  # fmt: skip
"""The scripts of the view, one for each thing that is drawn, in the order of their joining."""

SELDOM = 30
"""While it plays, the table and the code are renewed once in this many frames, if they are open."""


class Screen(anywidget.AnyWidget):
    """The view: the network with its maps, the large map, the chart, and the words.

    Its traits are those of the messages: see `messages`.
    """

    _esm = es_module(*(VIEW / f"{name}.js" for name in SCRIPTS))
    _css = "".join(file.read_text(encoding="utf-8") for file in (STYLES, VIEW / "screen.css"))
    plan = traitlets.Dict().tag(sync=True)
    facts = traitlets.Dict().tag(sync=True)
    maps = traitlets.Bytes().tag(sync=True)
    big = traitlets.Bytes().tag(sync=True)
    weights = traitlets.Bytes().tag(sync=True)
    slopes = traitlets.Bytes().tag(sync=True)
    chart = traitlets.Bytes().tag(sync=True)
    points = traitlets.Bytes().tag(sync=True)
    samples = traitlets.Bytes().tag(sync=True)
    table = traitlets.List().tag(sync=True)
    code = traitlets.Unicode().tag(sync=True)
    trouble = traitlets.Unicode().tag(sync=True)

    def __init__(self):
        super().__init__()
        self.planned = self.mapped = None  # what the plan and the points that are shown came from
        self.n_mapped, self.opened = 0, frozenset()

    def show(self, state, looks, *, number, playing, trouble):
        """Send the browser a picture: one message, so that all in it agrees."""
        side = frames.QUICK if playing else frames.FINE
        frame = frames.frame(state, looks.shown, side, looks.wants_slopes)
        with self.hold_sync():
            self._plan(state, looks)
            self._map(state, looks)
            if not playing or number % SELDOM == 0 or looks.open != self.opened:
                self._detail(state, looks)
            how = {"number": number, "playing": playing, "points": self.n_mapped}
            self._take(frame)
            self._take(picture.facts_of(state, looks, frame, **how))
            self.trouble = trouble

    def _detail(self, state, looks):
        self.opened = looks.open
        if "table" in looks.open:
            self.table = words.weight_table(state)
        if "code" in looks.open:
            self.code = code_for(state)

    def _plan(self, state, looks):
        now = state.settings, state.start, state.points, looks.hide
        if now != self.planned:
            self._take(picture.plan_of(state, looks))
            self.samples = picture.samples_of(state.settings.problem)
            self.planned = now

    def _map(self, state, looks):
        now = state.training, looks.test
        if now != self.mapped:
            self.points = picture.points_of(state)
            self.mapped, self.n_mapped = now, self.n_mapped + 1

    def _take(self, message):
        for name, value in wire(message).items():
            setattr(self, name, value)
