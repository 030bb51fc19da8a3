"""The handshake with the view in the browser: what is on its way, and in which order it counts."""

import time

AHEAD = 24
"""How many frames may be on their way to the browser. It answers when it has drawn some."""

PATIENCE = 300
"""Seconds without an answer of the browser, as from a hidden page, after which playing ends."""

REPLACING = {"show", "select", "dataset", "edit"}
"""The kinds of messages of the view that replace an earlier one about the same thing."""


class Handshake:
    """What is known of the views: how many there are, and how far they have followed.

    sent, drawn : the numbers of the last frame sent, and of the last one known to be drawn
    views : how many views are open
    last_ack : when a view was last heard to have drawn a frame
    """

    def __init__(self):
        self.sent = self.drawn = self.views = 0
        self.last_ack = time.monotonic()
        self.newest = {}  # when the newest message about each thing was sent

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

    def is_late(self, message):
        """Whether a newer message has replaced this one: the kernel hears them in two threads."""
        aspects = ("kind", "layer", "node", "weight") if message["kind"] == "edit" else ("kind",)
        subject = tuple(message.get(name) for name in aspects)
        newest, at = self.newest.get(subject, 0), message.get("at", 0)
        self.newest[subject] = max(newest, at)
        return at < newest and message["kind"] in REPLACING
