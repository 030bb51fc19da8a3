"""Gradient descent as a path of places, and what the drawings of one have in common."""

from typing import NamedTuple

import numpy as np

FAR = 1e9  # beyond it a path has diverged, and ends before a number can overflow
LOWEST_RATE, HIGHEST_RATE = 1e-4, 10.0
ROOMS = (10, 20, 50, 100, 200, 500, 1000, 2000)  # numbers of steps that an axis can end with
MOST_STEPS = ROOMS[-1]
NOTHING = 1e-12  # a number as small as this is written as 0
HEAD = 9  # length of the head of an arrow, in pixels


class Path(NamedTuple):
    """The places that gradient descent came to, the start first, and how it ended.

    places : array, shape (n_steps + 1,) or (n_steps + 1, n_parameters)
    end : "arrived", "diverged", or "" if it could go on
    """

    places: np.ndarray
    end: str

    @property
    def n_steps(self):
        """How many steps were taken."""
        return len(self.places) - 1


def path(gradient, start, rate, steps, arrived=None, momentum=0.0):
    """Walk downhill from start: w - rate * gradient(w), again and again.

    gradient : function from a place to the derivatives of the cost there
    arrived : function that is true where the path may end; None to take all steps
    momentum : the share of the last step that each step keeps

    >>> path(lambda w: 2 * w, 10.0, 0.1, steps=3)
    Path(places=array([10.  ,  8.  ,  6.4 ,  5.12]), end='')
    """
    places, step = [start], 0.0
    end = _end(start, arrived)
    while len(places) <= steps and not end:
        step = momentum * step - rate * gradient(start)
        start = start + step
        places.append(start)
        end = _end(start, arrived)
    return Path(np.array(places), end)


def _end(place, arrived):
    if np.abs(place).max() > FAR:
        return "diverged"
    return "arrived" if arrived and arrived(place) else ""


def checked_rate(rate):
    """The learning rate. Raises ValueError if the explorers cannot use it."""
    if not LOWEST_RATE <= rate <= HIGHEST_RATE:
        raise ValueError(
            f"the learning rate is {rate:g}, expected {LOWEST_RATE:g} to {HIGHEST_RATE:g}; "
            "type another."
        )
    return rate


def number(value):
    """A number with four digits that count, or all of them where it is large.

    >>> number(3.4867844), number(-10.0), number(-1e-30), number(-10240.0), number(25937424601.0)
    ('3.487', '−10', '0', '−10,240', '2.594e+10')
    """
    value = 0.0 if abs(value) < NOTHING else value
    text = f"{value:,.0f}" if 1e4 <= abs(value) < FAR else f"{value:.4g}"
    return text.replace("-", "−")


def count(n_steps):
    """The number of steps in words that go on: 1 step, 2 steps."""
    return f"{n_steps} step" if n_steps == 1 else f"{n_steps} steps"


def room(n_steps):
    """A round number of steps that an axis can end with, so that it seldom changes."""
    return next(size for size in ROOMS if size >= n_steps)


def as_a_map(axes, reach):
    """Let the scales reach as far up and down, and be as long to both sides as above."""
    box = axes.get_window_extent()
    wide = reach * box.width / box.height
    axes.set(xlim=(-wide, wide), ylim=(-reach, reach))


def strokes(axes, xs, ys):
    """Arrows from each place to the next, as the points of one line with gaps in it.

    A single line is drawn much faster than arrows. Its heads are open, and as large on the screen
    however far the scales reach; an arrow shorter than its head is left without one.
    """
    tails, ends = np.array([xs[:-1], ys[:-1]]), np.array([xs[1:], ys[1:]])
    pixels = np.diag(axes.transData.get_matrix())[:2, None]  # of the screen, for one of the scale
    along = (ends - tails) * pixels
    length = np.hypot(*along)
    along = np.where(length > HEAD, along / np.maximum(length, HEAD), np.nan)
    across = np.array([-along[1], along[0]])
    one, other = (ends - (along + side * across) * HEAD / pixels for side in (0.45, -0.45))
    gap = np.full_like(ends, np.nan)
    points = np.stack([tails, ends, gap, one, ends, other, gap], axis=-1)
    return points.reshape(2, -1)
