"""What a function that draws does, measured on many draws."""

from dataclasses import dataclass

import numpy as np

from toynn_course.exercises.engine.description import InWords

DRAWS = 1500
NEAR = 0.06  # so far a share may be from the right one: more than four times its spread


@dataclass(eq=False)
class Shares(InWords):
    """How often each place was drawn.

    shares : for each place; the last is that of everything that is no place at all
    repeatable : whether the same generator gives the same draws again
    varies : whether two draws ever differ
    kind : the type of what came, where that is no whole number
    """

    shares: np.ndarray
    repeatable: bool = True
    varies: bool = True
    kind: str = ""

    def __eq__(self, other):
        """Whether two functions draw alike, as far as chance can tell."""
        return (
            isinstance(other, Shares)
            and self.shares.shape == other.shares.shape
            and bool(np.allclose(self.shares, other.shares, rtol=0, atol=NEAR))
            and bool(np.array_equal(self.shares == 0, other.shares == 0))
            and (self.repeatable, self.kind) == (other.repeatable, other.kind)
        )

    __hash__ = None

    def in_words(self):
        """The share of each place, and what is unusual about the draws."""
        if self.kind:
            return f"{self.kind} where a whole number should come"
        told = [f"{n} in {share:.0%}" for n, share in enumerate(self.shares[:-1])]
        text = f"{', '.join(told)} of {DRAWS} draws"
        if self.shares[-1]:
            text += f" and something that is no place in {self.shares[-1]:.0%}"
        return text if self.repeatable else f"{text}, and others from the same generator"


def measured(draw, weights, seed):
    """What can be told of many draws, or what came instead of a number."""
    rng, again, kept = np.random.default_rng(seed), np.random.default_rng(seed), weights.copy()
    first = draw(weights, rng)
    if first is None or first is ...:
        return first
    if np.ndim(first) or not isinstance(first, int | np.integer) or isinstance(first, bool):
        return Shares(np.zeros(len(kept) + 1), kind=_kind(first))
    drawn = [first, *(draw(kept.copy(), rng) for _ in range(DRAWS - 1))]
    repeated = [draw(kept.copy(), again) for _ in range(20)]
    return Shares(_shares(drawn, len(kept)), repeated == drawn[:20], len({*drawn}) > 1)


def _kind(value):
    """What came, where a draw is no whole number."""
    if np.ndim(value) == 1:
        whole = all(isinstance(each, int | np.integer) for each in value)
        return f"{len(value)} {'whole numbers' if whole else 'numbers'}"
    return "a float" if isinstance(value, float) else f"a {type(value).__name__}"


def _shares(drawn, n):
    places = np.array([each if 0 <= each < n else n for each in drawn])
    return np.bincount(places, minlength=n + 1) / len(drawn)
