"""Origins: which of the words that a network writes it has copied, and which it has invented."""

import numpy as np

from toynn import checks
from toynn_course.writing.words import as_words

COPIED, UNSEEN, INVENTED = "copied", "real, but never seen", "invented"
"""It was trained with the word; the word was held out, so it never saw it; neither."""


def hold_out(words, n=None, *, rng):
    """The words, each once, in two parts to train and to test with: none is in both, none is lost.

    n : how many to test with; None for a fifth of them, but never more than 1000
    rng : int or numpy Generator that shuffles the words first

    Raises ValueError if either part would be empty.

    >>> train, test = hold_out(["ann", "eva", "ida", "lea", "mia"], rng=0)
    >>> train, test
    (('mia', 'lea', 'ann', 'eva'), ('ida',))
    """
    words = tuple(dict.fromkeys(as_words(words)))
    if len(words) < 2:
        raise ValueError(
            f"words holds {words[0]!r:.60} alone, expected two or more: some to train with, and "
            "some to test with"
        )
    n = min(1000, max(1, len(words) // 5)) if n is None else checks.as_whole(n, "n")
    if n >= len(words):
        raise ValueError(
            f"n is {n}, which leaves none of {len(words)} words to train with; hold out fewer"
        )
    shuffled = [words[i] for i in checks.as_rng(rng).permutation(len(words))]
    return tuple(shuffled[n:]), tuple(shuffled[:n])


def origin(word, trained_with, held_out=()):
    """Where a written word is from: COPIED, UNSEEN or INVENTED.

    trained_with, held_out : sets of words

    >>> [origin(word, {"ann"}, {"eva"}) for word in ("ann", "eva", "evann")]
    ['copied', 'real, but never seen', 'invented']
    """
    return COPIED if word in trained_with else UNSEEN if word in held_out else INVENTED


def share_copied(written, trained_with):
    """How many of the written words are copied, as a share from 0 to 1.

    Raises ValueError if nothing was written.

    >>> share_copied(["ann", "evann", "iva", "ida"], {"ann", "eva", "ida"})
    0.5
    """
    written = list(written)
    if not written:
        raise ValueError("written is empty, expected a word or more; write some first")
    known = set(trained_with)
    return float(np.mean([word in known for word in written]))
