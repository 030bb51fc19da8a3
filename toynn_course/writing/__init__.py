"""Writing: a network learns to write words letter by letter, with nothing that toynn did not have.

>>> from toynn import Network, train
>>> from toynn.datasets import names
>>> letters = Letters.of(names())
>>> data = letters.samples(names()[:500], context=2)
>>> start = Network.random((54, 16, 27), activation="tanh", output_activation="softmax", rng=0)
>>> how = {"cost": "cross_entropy", "batch_size": 32, "learning_rate": 0.5, "rng": 0}
>>> *_, last = train(start, data, epochs=3, **how)
>>> letters.write(last.network, "mar", rng=1)
'maris'
"""

from toynn_course.writing.embedding import VOWELS, Cut, best_cut, places
from toynn_course.writing.letters import Letters, Step
from toynn_course.writing.origins import (
    COPIED,
    INVENTED,
    UNSEEN,
    hold_out,
    origin,
    share_copied,
)
from toynn_course.writing.practice import Corpus, Note, Practice
from toynn_course.writing.temperature import draw, with_temperature
from toynn_course.writing.words import as_words, read_words

__all__ = [
    "COPIED",
    "INVENTED",
    "UNSEEN",
    "VOWELS",
    "Corpus",
    "Cut",
    "Letters",
    "Note",
    "Practice",
    "Step",
    "as_words",
    "best_cut",
    "draw",
    "hold_out",
    "origin",
    "places",
    "read_words",
    "share_copied",
    "with_temperature",
]
