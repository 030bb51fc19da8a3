"""The pace of playing: how many epochs a frame takes, so that frames follow each other smoothly."""

import time
from contextlib import contextmanager

from toynn_course.playground.looks import MOST_EPOCHS, SMOOTH

PAUSE = 0.012
"""Seconds between two frames, at least: a screen shows no more than 60 in a second."""

TRAINING = 0.016
"""Seconds for which a frame may train, about, and still be one of thirty in a second."""


class Pace:
    """How long an epoch takes, as it was in the last frames.

    seconds : for an epoch; 0 before the first one
    """

    seconds = 0.0

    def epochs(self, speed):
        """How many epochs the next frame takes; `speed` is one of SPEEDS."""
        if speed != SMOOTH:
            return speed
        return round(min(MOST_EPOCHS, max(1, TRAINING / self.seconds))) if self.seconds else 1

    @contextmanager
    def timing(self, epochs):
        """Take the time of some epochs, of which one that is held up does not count for much."""
        began = time.perf_counter()
        yield
        seconds = (time.perf_counter() - began) / epochs
        self.seconds += 0.2 * (seconds - self.seconds) if self.seconds else seconds
