"""12.samples: a name as questions and answers, letter by letter."""

from toynn_course.exercises.engine.exercise import Exercise, case

ex = Exercise(
    "12.samples",
    title="A name becomes samples",
    task='Write `samples(name, context)`: a list of pairs `("..m", "a")`, one for each letter of '
    "the name and one for its end. First the `context` letters before it, then the letter itself. "
    "Where the name has not begun yet, and where it ends, stands the end mark, a full stop.",
    hints=(
        "Put the end marks in front of the name and one behind it, then slide a window along it.",
        'For "jo" and a context of 2 the text to slide along is "..jo.".',
        "`padded[n : n + context]` is a context. Which letter comes after it?",
    ),
    why="A name of four letters makes five samples. What would the network never learn without the "
    "fifth?",
    because="When to stop. The fifth sample says that after these letters the name is over. "
    "Without it, the network would write one endless name.",
    expects="a list of pairs of texts",
    cases=(
        case("jo", 2),
        case("mary", 3),
        case("anna", 1),
        case("bo", 5),
        case("élodie", 2),
        case("x", 1),
    ),
    draw=lambda rng: ("".join(rng.choice(list("abcde"), 6)), int(rng.integers(1, 8))),
)


@ex.solution
def samples(name, context):
    """Pairs of the letters before, and the letter that came: one for each letter and the end."""
    padded = "." * context + name + "."
    return [(padded[n : n + context], padded[n + context]) for n in range(len(name) + 1)]


PADDED, PAIR = '"." * context + name + "."', "(padded[n : n + context], padded[n + context])"
RANGE = "range(len(name) + 1)"


@ex.right
def window(name, context):
    before, found = "." * context, []
    for letter in name + ".":
        found.append((before, letter))
        before = before[1:] + letter
    return found


@ex.right
def cut_from_the_past(name, context):
    found = []
    for n, letter in enumerate([*name, "."]):
        past = name[:n]
        found.append([past[-context:].rjust(context, "."), letter])
    return found


@ex.right
def zipped(name, context):
    padded = "." * context + name
    return list(zip((padded[n : n + context] for n in range(len(name) + 1)), name + ".", strict=1))


ex.mistake(
    "the end of the name is missing",
    'Your last pair asks for the last letter, and nothing says that the name ends there. "jo" '
    'needs a third pair, ("jo", "."). A network that never sees an end never stops writing.',
    "What comes after the last letter?",
    "One more pair than there are letters.",
    edits=[{RANGE: "range(len(name))"}],
)
ex.mistake(
    "the letter itself is in its context",
    "The last letter of each of your contexts is the one that the network should guess. It would "
    "learn to copy that letter, and know nothing when it has to write one.",
    "The context ends right before the letter.",
    "`padded[n : n + context]`, and the letter at `n + context`.",
    edits=[
        {PAIR: "(padded[n + 1 : n + context + 1], padded[n + context])"},
        {PAIR: "(padded[n : n + context], padded[n + context - 1])"},
        {PAIR: "(padded[n : n + context + 1], padded[n + context])"},
        {PAIR: "(padded[n + 1 : n + context + 1], padded[n + context])", RANGE: "range(len(name))"},
    ],
)


@ex.mistake("no end marks before the name")
def from_the_first_full_context(name, context):
    """Your first context is the first one that is full, so no pair asks how a name begins.

    For "jo" and a context of 2 the first pair should be ("..", "j").

    - What stands before the first letter?
    - Put `context` end marks in front of the name.
    """
    text = name + "."
    return [(text[n : n + context], text[n + context]) for n in range(len(text) - context)]


@ex.mistake("no end marks before the name")
def without_the_end_too(name, context):
    return [(name[n : n + context], name[n + context]) for n in range(len(name) - context)]


@ex.mistake("contexts of different lengths")
def unpadded(name, context):
    """The contexts at the beginning of a name are too short: yours begins with ("", "j").

    A network has as many inputs as it has, so every context needs the same length. Fill up with
    end marks, on the left.

    - For "jo" and a context of 2 the first context is "..".
    """
    text = name + "."
    return [(text[max(0, n - context) : n], text[n]) for n in range(len(text))]


@ex.mistake("contexts of different lengths")
def one_mark_only(name, context):
    text = "." + name + "."
    return [(text[max(0, n - context) : n], text[n]) for n in range(1, len(text))]


@ex.mistake("the whole past as the context")
def everything_before(name, context):
    """Your context grows with the name. It should be the last `context` letters and no more.

    - Of the letters so far, the last `context`: `before[-context:]`.
    """
    text = "." * context + name + "."
    return [(text[: n + context], text[n + context]) for n in range(len(name) + 1)]


@ex.mistake("the end marks on the wrong side")
def padded_on_the_right(name, context):
    """You fill up on the right: "j." where ".j" should be.

    The letter right before the one to guess matters most, and it should always have the same
    place: the last one.

    - `rjust` fills up on the left, `ljust` on the right.
    """
    text = name + "."
    return [(text[:n][-context:].ljust(context, "."), text[n]) for n in range(len(text))]


@ex.mistake("the context is backwards")
def newest_first(name, context):
    """Your context is read from right to left: "oj" where "jo" should be.

    - The letters stay in the order of the name.
    """
    text = "." * context + name + "."
    return [(text[n : n + context][::-1], text[n + context]) for n in range(len(name) + 1)]


ex.mistake(
    "the letter first, then its context",
    "Your pairs are the wrong way round: the letters before come first, then the letter that came.",
    '("..", "j"), and not ("j", "..").',
    edits=[{PAIR: "(padded[n + context], padded[n : n + context])"}],
)
ex.mistake(
    "the context is one letter too short",
    "Your contexts have one letter less than `context` says.",
    "In Python the end of a slice does not belong to it.",
    edits=[{PAIR: "(padded[n + 1 : n + context], padded[n + context])"}],
)
ex.mistake(
    "one end mark in front, whatever the context",
    'In front of your name stands a single end mark. For a context of 3 there should be three: "..m'
    'a" is what comes before the "r" of mary.',
    "`context` marks in front, one behind.",
    edits=[{PADDED: '"." + name + "."', RANGE: "range(len(name) + 2 - context)"}],
)
ex.mistake(
    "another end mark",
    "The end mark of this exercise is a full stop. You use another sign, or a space.",
    'Write "." in both places.',
    edits=[{PADDED: f'"{mark}" * context + name + "{mark}"'} for mark in " #-_$^"],
)
ex.mistake(
    "as many ends as beginnings",
    "You go on after the end of the name: your last pairs ask what comes after the end mark. The "
    "name is over with its first end mark.",
    "One end mark behind the name is enough.",
    edits=[
        {PADDED: '"." * context + name + "." * context', RANGE: "range(len(name) + context)"},
    ],
)
ex.mistake(
    "one text instead of two",
    'A pair has two parts: ("..", "j"). You join them to one text.',
    "Put a comma between the context and the letter, in brackets.",
    edits=[{PAIR: "padded[n : n + context + 1]"}],
)
ex.mistake(
    "the context as a list",
    'Your context is a list of letters. It should be one text: ".j", and not [".", "j"].',
    '`"".join(letters)` makes one text of a list.',
    edits=[{PAIR: "(list(padded[n : n + context]), padded[n + context])"}],
)
ex.mistake(
    "only the first pair",
    "You return after the first pair. A `return` inside a loop ends the function.",
    "Collect the pairs in a list, and return the list after the loop.",
    edits=[{f"{RANGE}]": f"{RANGE}][:1]"}],
)
