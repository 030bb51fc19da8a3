"""Three programs of notebook 12, each with one mistake: two write words, one cuts them up."""

import numpy as np


def program_a(network, letters, context, rng):
    word, seen = "", "." * context
    while len(word) < 30:
        p = letters.probabilities(network, seen)
        letter = rng.choice(list(letters.symbols), p=p)
        if letter == ".":
            break
        word += letter
        seen = seen[:-1] + letter
    return word


def program_b(network, letters, context, seed):
    word = ""
    while len(word) < 30:
        seen = ("." * context + word)[-context:]
        p = letters.probabilities(network, seen)
        rng = np.random.default_rng(seed)
        letter = rng.choice(list(letters.symbols), p=p)
        if letter == ".":
            break
        word += letter
    return word


def program_c(words, context):
    pairs = []
    for word in words:
        text = "." * context + word + "."
        for n in range(context, len(text)):
            seen, came = text[n - context + 1 : n + 1], text[n]
            pairs.append((seen, came))
    return pairs
