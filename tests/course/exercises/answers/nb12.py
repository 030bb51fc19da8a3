# ruff: noqa: C400, PERF401, RET503, RUF005, S311
"""Answers to the exercises of notebook 12."""

import math
import random
from itertools import accumulate

import numpy as np

from tests.course.exercises.answers import Answers
from toynn import softmax

samples = Answers("12.samples")


@samples.right("a loop that shifts its window")
def _(name, context):
    window, pairs = list("." * context), []
    for letter in list(name) + ["."]:
        pairs.append(("".join(window), letter))
        window = [*window[1:], letter]
    return pairs


@samples.right("a generator made into a list")
def _(name, context):
    text = context * "." + name + "."
    return list((text[i - context : i], text[i]) for i in range(context, len(text)))


@samples.right("the padding is worked out for each letter")
def _(name, context):
    result = []
    for i in range(len(name) + 1):
        before = name[max(0, i - context) : i]
        before = "." * (context - len(before)) + before
        after = name[i] if i < len(name) else "."
        result.append((before, after))
    return result


@samples.right("recursion, pairs as lists")
def _(name, context):
    def go(before, left):
        if not left:
            return []
        return [[before, left[0]], *go((before + left[0])[-context:], left[1:])]

    return go("." * context, name + ".")


@samples.right("an array of texts")
def _(name, context):
    text = "." * context + name + "."
    return np.array([(text[i : i + context], text[i + context]) for i in range(len(name) + 1)])


@samples.wrong("one sample for each letter", named="the end of the name is missing")
def _(name, context):
    text = "." * context + name
    return [(text[i : i + context], text[i + context]) for i in range(len(name))]


@samples.wrong("the window ends with the letter", named="the letter itself is in its context")
def _(name, context):
    text = "." * context + name + "."
    return [(text[i + 1 : i + context + 1], text[i + context]) for i in range(len(name) + 1)]


@samples.wrong("the letter before is the target", named="the letter itself is in its context")
def _(name, context):
    text = "." * context + name + "."
    return [(text[i : i + context], text[i + context - 1]) for i in range(len(name) + 1)]


@samples.wrong("begins at the first full context", named="no end marks before the name")
def _(name, context):
    text = name + "."
    pairs = []
    for i in range(context, len(text)):
        pairs.append((text[i - context : i], text[i]))
    return pairs


@samples.wrong("negative slices at the beginning")
def _(name, context):
    text = name + "."
    return [(text[i - context : i], text[i]) for i in range(len(text))]


@samples.wrong("short contexts at the beginning", named="contexts of different lengths")
def _(name, context):
    return [(name[:i][-context:], (name + ".")[i]) for i in range(len(name) + 1)]


@samples.wrong("everything so far", named="the whole past as the context")
def _(name, context):
    before, pairs = "." * context, []
    for letter in name + ".":
        pairs.append((before, letter))
        before += letter
    return pairs


@samples.wrong("ljust for rjust", named="the end marks on the wrong side")
def _(name, context):
    text = name + "."
    return [(text[max(0, i - context) : i].ljust(context, "."), text[i]) for i in range(len(text))]


@samples.wrong("newest letter first", named="the context is backwards")
def _(name, context):
    before, pairs = "." * context, []
    for letter in name + ".":
        pairs.append((before, letter))
        before = letter + before[:-1]
    return pairs


@samples.wrong("target first", named="the letter first, then its context")
def _(name, context):
    text = "." * context + name + "."
    return [(text[i + context], text[i : i + context]) for i in range(len(name) + 1)]


@samples.wrong("spaces for end marks", named="another end mark")
def _(name, context):
    text = " " * context + name + " "
    return [(text[i : i + context], text[i + context]) for i in range(len(name) + 1)]


@samples.wrong("joined", named="one text instead of two")
def _(name, context):
    text = "." * context + name + "."
    return [text[i : i + context + 1] for i in range(len(name) + 1)]


@samples.wrong("return in the loop", named="only the first pair")
def _(name, context):
    text = "." * context + name + "."
    for i in range(len(name) + 1):
        return [(text[i : i + context], text[i + context])]


@samples.wrong("the context as a list of letters", named="the context as a list")
def _(name, context):
    text = "." * context + name + "."
    return [(list(text[i : i + context]), text[i + context]) for i in range(len(name) + 1)]


@samples.wrong("always three letters")
def _(name, context):
    text = "..." + name + "."
    return [(text[i : i + 3], text[i + 3]) for i in range(len(name) + 1)]


@samples.wrong("a dict")
def _(name, context):
    text = "." * context + name + "."
    return {text[i : i + context]: text[i + context] for i in range(len(name) + 1)}


draw = Answers("12.sampling")


@draw.right("choice")
def _(weights, rng):
    return rng.choice(np.arange(len(weights)), p=weights / np.sum(weights))


@draw.right("a ruler, by hand")
def _(weights, rng):
    throw, reached = rng.random() * float(np.sum(weights)), 0.0
    for place, weight in enumerate(weights):
        reached += weight
        if throw < reached:
            return place
    return len(weights) - 1


@draw.right("searchsorted")
def _(weights, rng):
    edges = np.cumsum(weights) / np.sum(weights)
    return np.searchsorted(edges, rng.random(), side="right")


@draw.right("argmax of the first edge beyond the throw")
def _(weights, rng):
    return int((np.cumsum(weights) > rng.uniform(0, np.sum(weights))).argmax())


@draw.right("a race of exponential waiting times")
def _(weights, rng):
    with np.errstate(divide="ignore"):
        waits = rng.exponential(size=len(weights)) / np.where(weights > 0, weights, 1e-300)
    return int(np.argmin(waits))


@draw.wrong("argmax", named="always the most likely one")
def _(weights, rng):
    return np.argmax(weights)


@draw.wrong("argmax of a list", named="always the most likely one")
def _(weights, rng):
    weights = list(weights)
    return weights.index(max(weights))


@draw.wrong("p not normalised", named="not divided by the sum")
def _(weights, rng):
    return rng.choice(len(weights), p=weights)


@draw.wrong("a ruler longer than 1", named="the ruler is longer than the throw")
def _(weights, rng):
    return int(np.searchsorted(np.cumsum(weights), rng.random()))


@draw.wrong("a seed in the function", named="the same seed each time")
def _(weights, rng):
    rng = np.random.default_rng(42)
    return rng.choice(len(weights), p=weights / weights.sum())


@draw.wrong("a new generator without a seed", named="chance from somewhere else")
def _(weights, rng):
    return np.random.default_rng().choice(len(weights), p=weights / weights.sum())


@draw.wrong("Python's own random", named="chance from somewhere else")
def _(weights, rng):
    return random.choices(range(len(weights)), weights)[0]


@draw.wrong("uniform", named="the weights are ignored")
def _(weights, rng):
    return rng.integers(len(weights))


@draw.wrong("softmax of the counts", named="softmax of what are no logits")
def _(weights, rng):
    return rng.choice(len(weights), p=softmax(weights))


@draw.wrong("counted from 1", named="counted from 1")
def _(weights, rng):
    return rng.choice(np.arange(1, len(weights) + 1), p=weights / weights.sum())


@draw.wrong("size=1", named="a list of many draws")
def _(weights, rng):
    return rng.choice(len(weights), size=1, p=weights / weights.sum())


@draw.wrong("the weight itself", named="a weight instead of its place")
def _(weights, rng):
    return rng.choice(weights, p=weights / weights.sum())


@draw.wrong("the probabilities, not a draw")
def _(weights, rng):
    return weights / weights.sum()


@draw.wrong("the last place never comes")
def _(weights, rng):
    edges = list(accumulate(weights / weights.sum()))
    return min(int(np.searchsorted(edges, rng.random(), side="right")), max(len(weights) - 2, 0))


@draw.wrong("the places upside down")
def _(weights, rng):
    return rng.choice(len(weights), p=weights[::-1] / weights.sum())


heated = Answers("12.temperature")


@heated.right("toynn's softmax")
def _(logits, temperature):
    return softmax(np.array(logits) / temperature)


@heated.right("by hand, shifted")
def _(logits, temperature):
    z = np.array(logits) / temperature
    e = np.exp(z - np.max(z))
    return e / np.sum(e)


@heated.right("times one over T")
def _(logits, temperature):
    beta = 1 / temperature
    return softmax(beta * np.asarray(logits, dtype=float))


@heated.right("logarithms and back")
def _(logits, temperature):
    z = np.asarray(logits) / temperature
    top = z.max()
    return np.exp(z - top - np.log(np.exp(z - top).sum()))


@heated.right("a list of floats")
def _(logits, temperature):
    top = max(logits) / temperature
    e = [math.exp(z / temperature - top) for z in logits]
    return [each / sum(e) for each in e]


@heated.wrong("after", named="after the softmax")
def _(logits, temperature):
    return softmax(logits) / temperature


@heated.wrong("after, and normalised again", named="the temperature cancels")
def _(logits, temperature):
    p = softmax(logits) / temperature
    return p / p.sum()


@heated.wrong("the temperature is forgotten", named="the temperature cancels")
def _(logits, temperature):
    return softmax(logits)


@heated.wrong("times T", named="upside down")
def _(logits, temperature):
    return softmax(logits * temperature)


@heated.wrong("p to the power of T", named="upside down")
def _(logits, temperature):
    p = softmax(logits) ** temperature
    return p / p.sum()


@heated.wrong("softmax of the probabilities", named="softmax twice")
def _(logits, temperature):
    return softmax(softmax(logits) / temperature)


@heated.wrong(
    "a power, not normalised", named="the power of the probabilities, not divided by their sum"
)
def _(logits, temperature):
    return softmax(logits) ** (1 / temperature)


@heated.wrong("no care for large numbers", named="a power overflows")
def _(logits, temperature):
    e = np.exp(logits / temperature)
    return e / e.sum()


@heated.wrong("only e to the power", named="not divided by the sum")
def _(logits, temperature):
    return np.exp((logits - np.max(logits)) / temperature)


@heated.wrong("only divided", named="no softmax at all")
def _(logits, temperature):
    return logits / temperature


@heated.wrong("the temperature below the line", named="after the softmax")
def _(logits, temperature):
    e = np.exp(logits - logits.max())
    return e / (temperature * e.sum())


@heated.wrong("a whole division")
def _(logits, temperature):
    return softmax(logits // temperature)


@heated.wrong("argmax", named="only the most likely one")
def _(logits, temperature):
    p = np.zeros(len(logits))
    p[np.argmax(logits)] = 1
    return p


costs = Answers("12.parameters")
NETWORK, TABLE = "network, 5 letters", "table, 5 letters"

costs.right("computed", {NETWORK: 135 * 64 + 64 + 64 * 27 + 27, TABLE: 27**6})
costs.right("in round numbers", {NETWORK: 10_000, TABLE: 400_000_000})
costs.right("without biases", {NETWORK: 135 * 64 + 64 * 27, TABLE: 27**5 * 27})
costs.right("as a tuple", (10459, 387420489))
costs.right("as floats", {NETWORK: 1.04e4, TABLE: 3.87e8})

costs.wrong("5 inputs", {NETWORK: 5 * 64 + 64 + 64 * 27 + 27, TABLE: 27**6},
            named="one input for each letter")  # fmt: skip
costs.wrong(
    "the hidden layer alone", {NETWORK: 135 * 64, TABLE: 27**6}, named="only the first layer"
)
costs.wrong("27 inputs", {NETWORK: 27 * 64 + 64 * 27, TABLE: 27**6}, named="one letter only")
costs.wrong("all three multiplied", {NETWORK: 135 * 64 * 27, TABLE: 27**6},
            named="multiplied instead of added")  # fmt: skip
costs.wrong("27 times 5", {NETWORK: 10459, TABLE: 27 * 5}, named="added instead of multiplied")
costs.wrong("the rows only", {NETWORK: 10459, TABLE: 27**5},
            named="the contexts without what comes after them")  # fmt: skip
costs.wrong("26 letters", {NETWORK: 10459, TABLE: 26**6}, named="26 instead of 27")
costs.wrong("5 to the 27", {NETWORK: 10459, TABLE: 5**27}, named="the exponent the wrong way round")
costs.wrong("a million", {NETWORK: 10459, TABLE: 1e6})
costs.wrong("half", {NETWORK: 5259, TABLE: 27**6})
costs.wrong("texts", {NETWORK: "10459", TABLE: "27**6"}, told="text")

stranger = Answers("12.stranger")

stranger.right("Croatian", "hrvoje")
stranger.right("Zulu, with a capital", "Sbusiso")
stranger.right("Irish", "aoife")
stranger.right("Igbo, with spaces", " ikechukwu ")
stranger.right("Vietnamese", "nguyen")

stranger.wrong("on the list", "mary", named="it is on the list")
stranger.wrong("strange, but on the list", "Xochitl", named="it is on the list")
stranger.wrong("consonants", "xkcd", named="nobody could say it")
stranger.wrong("a key held down", "zzzzzz", named="nobody could say it")
stranger.wrong("sounds American", "marabella", named="it sounds like the list")
stranger.wrong("Xhosa, but easy", "zanele", named="it sounds like the list")
stranger.wrong("Igbo, not quite enough", "uzoamaka")
stranger.wrong("with an accent", "Søren", told="no input for it")
stranger.wrong("two names", "anne-marie", told="no input for it")
stranger.wrong("too short", "ng", told="2 letters")
stranger.wrong("too long", "wolfeschlegelstein", told="18 letters")
stranger.wrong("a number", 42, told="name")
stranger.wrong("a list", ["hrvoje"], told="name")

debug = Answers("12.debug")
LINES = {"A": 9, "B": 6, "C": 6}

debug.right("another order", {"C": 6, "A": 9, "B": 6})
debug.right("a tuple", (9, 6, 6))
debug.right("a list", [9, 6, 6])
debug.right("floats", {"A": 9.0, "B": 6.0, "C": 6.0})
debug.right("numbers of NumPy", dict(zip("ABC", np.array([9, 6, 6]), strict=True)))

debug.wrong("A never stops, so its stop", LINES | {"A": 6}, named="line 6 of A is right")
debug.wrong("the limit of A", LINES | {"A": 3}, named="line 3 of A is right")
debug.wrong("the beginning of A", LINES | {"A": 2}, named="line 2 of A is right")
debug.wrong("how A asks the network", LINES | {"A": 4}, named="line 4 of A is right")
debug.wrong("the draw of B", LINES | {"B": 7}, named="line 7 of B is right")
debug.wrong("the context of B", LINES | {"B": 4}, named="line 4 of B is right")
debug.wrong("the range of C", LINES | {"C": 5}, named="line 5 of C is right")
debug.wrong("the end marks of C", LINES | {"C": 4}, named="line 4 of C is right")
debug.wrong("from 0", {"A": 8, "B": 5, "C": 5}, named="line 8 of A is right")
debug.wrong("the top line", LINES | {"B": 1}, named="the first line of B")
debug.wrong("a line that is not there", LINES | {"C": 12})
debug.wrong("the text of the line", LINES | {"A": "seen = seen[:-1] + letter"}, told="Write")
debug.wrong("C is not answered", {"A": 9, "B": 6}, told="missing")
debug.wrong("one number", 9, told="a dict")
