"""The handshake with the view in the browser: what is on its way, and in which order it counts."""

import itertools
import time

AHEAD = 24
"""How many frames may be on their way to the browser. It answers when it has drawn some."""

PATIENCE = 300
"""Seconds without an answer of the browser, as from a hidden page, after which playing ends."""

THROTTLED = 1
"""Seconds after a change of a control in which another one may still be held back by ipywidgets."""

REPLACING = {"show", "select", "dataset", "edit"}
"""The kinds of messages of the view that replace an earlier one about the same thing."""


class Handshake:
    """What is known of the views: how many there are, and how far they have followed.

    sent, drawn : the numbers of the last frame sent, and of the last one known to be drawn
    views : how many views are open
    last_ack : when a view was last heard to have drawn a frame
    send : a function of a message to the view
    """

    def __init__(self, send):
        self.send, self.sent, self.drawn, self.views = send, 0, 0, 0
        self.last_ack, self.last_change = time.monotonic(), float("-inf")
        self.newest = {}  # when the newest message about each thing was sent
        self.waiting, self.turns = {}, itertools.count()

    def next_number(self):
        """The number of a frame that is about to be sent."""
        self.sent += 1
        return self.sent

    def begin(self):
        """Playing begins: only from now on is a view late."""
        self.last_ack = time.monotonic()

    def acknowledge(self, number):
        """Take note that a view has drawn this frame, and with it all before."""
        self.drawn = max(self.drawn, number)
        self.last_ack = time.monotonic()

    @property
    def is_full(self):
        """Whether the views still have frames enough to draw."""
        return self.sent - self.drawn >= AHEAD

    @property
    def is_over(self):
        """Whether no view has drawn anything for so long that nobody can be looking."""
        return time.monotonic() - self.last_ack >= PATIENCE

    def count_views(self, more):
        """Take note that a view was opened, 1, or closed, -1; nothing is on its way any more."""
        self.views = max(self.views + more, 0)
        self.drawn = self.sent
        if not self.views:
            for turn in list(self.waiting):
                self.take_turn(turn)

    def is_late(self, message):
        """Whether a newer message has replaced this one: the kernel hears them in two threads."""
        aspects = ("kind", "layer", "node", "weight") if message["kind"] == "edit" else ("kind",)
        subject = tuple(message.get(name) for name in aspects)
        newest, at = self.newest.get(subject, 0), message.get("at", 0)
        self.newest[subject] = max(newest, at)
        return at < newest and message["kind"] in REPLACING

    def note_change(self):
        """Take note that the reader has moved a control."""
        self.last_change = time.monotonic()

    def in_turn(self, act):
        """Call act() after the changes of controls that were made before it.

        The browser sends one change of a control, and holds back the next until the kernel is
        done with it. A click is not held back, and so it may be heard first. When the view has
        answered a message that is sent now, the changes of before have been heard, too.
        """
        settled = time.monotonic() - self.last_change > THROTTLED
        if not self.views or (settled and not self.waiting):
            act()
            return
        turn = next(self.turns)
        self.waiting[turn] = act
        self.send({"kind": "turn", "turn": turn})

    def take_turn(self, turn):
        """Call what waits for this answer of a view; another view may have given it before."""
        act = self.waiting.pop(turn, None)
        if act:
            act()
