"""12.stranger: design a name that surprises the writer more than random letters would."""

import math
import unicodedata
from dataclasses import dataclass, field
from functools import cache

from toynn import Network, train
from toynn.datasets import names
from toynn_course.exercises.engine.description import InWords, described
from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.writing import Letters

CONTEXT, HIDDEN, LEAST, MOST = 3, 48, 4, 12
GUESSING = math.log(27)  # what each letter costs if all symbols are equally likely
VOWELS = set("aeiouy")


@cache
def writer():
    """The letters of the names, and a network that was trained on all of them."""
    letters = Letters.of(names())
    data = letters.samples(names(), context=CONTEXT)
    sizes = (data.n_inputs, HIDDEN, data.n_outputs)
    network = Network.random(sizes, activation="tanh", output_activation="softmax", rng=0)
    how = {"batch_size": 32, "cost": "cross_entropy", "rng": 0}
    for epochs, rate in ((6, 0.5), (2, 0.1)):
        *_, last = train(network, data, epochs=epochs, learning_rate=rate, **how)
        network = last.network
    return letters, network


def costs_of(name):
    """What each letter of a name costs, and its end."""
    letters, network = writer()
    samples = letters.samples([name], context=CONTEXT)
    given = (network(samples.X) * samples.Y).sum(axis=1)
    return [-math.log(p) for p in given]


@dataclass(frozen=True)
class Surprise(InWords):
    """How much a name surprises the writer. All that are right are equal.

    cost : per letter, the end counted
    dearest : the letter that surprises it most, and what that one costs
    listed : whether the name is one of those it was trained on
    """

    right: bool
    name: str = field(default="", compare=False)
    cost: float = field(default=0.0, compare=False)
    dearest: tuple = field(default=("", 0.0), compare=False)
    listed: bool = field(default=False, compare=False)

    def in_words(self):
        """The cost per letter, and where most of it comes from."""
        if not self.name:
            return f"more than {GUESSING:.2f} per letter"
        letter, cost = self.dearest
        what = "the end of the name" if letter == "." else f"the letter {letter}"
        return (
            f"{self.cost:.2f} per letter; what surprises it most is {what}, which costs {cost:.1f}"
        )


def judged(name):
    """How much the writer is surprised by a name."""
    costs = costs_of(name)
    cost, listed = sum(costs) / len(costs), name in set(names())
    dearest = max(zip([*name, "."], costs, strict=True), key=lambda pair: pair[1])
    right = cost > GUESSING and not listed and bool(VOWELS & set(name))
    return Surprise(right, name, cost, dearest, listed)


def as_name(answer):
    """A name in small letters, without spaces around it."""
    return answer.strip().lower() if isinstance(answer, str) else answer


def problem(name):
    """A sentence about what is wrong with the form of an answer, or ""."""
    if not isinstance(name, str):
        return f'`stranger` is {described(name)}. It should be a name, such as `"mary"`.'
    unknown = sorted({letter for letter in name if not "a" <= letter <= "z"})
    if unknown:
        plain = unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode()
        try_ = f" Write it as {plain!r}?" if plain.isalpha() else ""
        return (
            f"The network has 27 symbols, and {unknown[0]!r} is none of them: there is no input "
            f"for it. Use the letters a to z.{try_}"
        )
    if not LEAST <= len(name) <= MOST:
        return f"{name!r} has {len(name)} letters. Find a name of {LEAST} to {MOST}."
    return ""


def where(sign):
    """A sign of a mistake, from the Surprise."""
    return lambda found: sign(found[0].value)


ex = Exercise(
    "12.stranger",
    title="A name it would never write",
    task="Find a first name that people bear somewhere in the world (we take your word for it) and "
    "that surprises the network more than random letters would: a cost of more than 3.30 per "
    "letter. It has 4 to 12 letters from a to z, at least one of a, e, i, o, u, y among them, and "
    "is not on the list of names.",
    stub="stranger = ...  # a name",
    reference="zbigniew",
    read=as_name,
    form=problem,
    use=judged,
    cases=(case(shown="the network of three letters", expected=Surprise(right=True)),),
    seconds=60.0,
    progress="Training a network on all the names first; this takes a few seconds ...",
    hints=(
        "The list comes from the United States. In which languages do names look different?",
        "Which pairs of letters has it hardly ever seen? A name full of those is expensive.",
        "Try names from Poland, Wales, Croatia, Nigeria, or from Mexico before the Spanish.",
    ),
    why="Somebody uses our network to tell real names from typing errors. What would go wrong?",
    because="It would call the names of millions of people errors. It knows what is usual among "
    "the names that it was shown, and nothing else. Who makes the list decides what is usual.",
)

ex.right("Zbigniew", " zbigniew ")

ex.mistake(
    "it is on the list",
    "That name is on the list, so the network was trained on it. (It may still be surprised: it "
    "has too few numbers to memorise them all.) Find one that is not.",
    "`name in names()` tells you.",
    when=where(lambda found: found.listed),
    wrong=["mary", "xochitl", "james"],
)
ex.mistake(
    "nobody could say it",
    "There is no vowel in it. A row of consonants surprises the network, but it is hardly a name "
    "that people bear. At least one of a, e, i, o, u, y should be in it.",
    "Think of people that you have met, or of football teams.",
    when=where(lambda found: not VOWELS & set(found.name)),
    wrong=["xqzj", "kkkk"],
)
ex.mistake(
    "it sounds like the list",
    "That name is not on the list, but it could be: it costs hardly more than the names that the "
    "network was trained on. It knows all these pairs of letters.",
    "Try a name from a language whose spelling is far from English.",
    when=where(lambda found: found.cost < 2.6),
    wrong=["marabella", "jolena"],
)
