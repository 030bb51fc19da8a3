"""The figures of notebook 12, and of its exercises and predictions.

Those over several splits and starts are in tests/course/writing/test_figures.py.
"""

import math
from functools import cache

import numpy as np

from tests.notebooks.prose import Claim, claim_tests
from tests.notebooks.test_attention_12 import cells as attention_cells
from toynn import Network, train
from toynn.datasets import names
from toynn_course.exercises import PREDICTIONS
from toynn_course.exercises.nb12 import stranger
from toynn_course.writing import Letters, hold_out

GPT_3, GPT_3_TOKENS = 175e9, 300e9  # Brown et al. 2020, tables 2.1 and 2.2
LETTERS = Letters.of(names())
KNOWN, UNSEEN = hold_out(names(), 1000, rng=0)
OURS = 3 * 27 * 48 + 48 + 48 * 27 + 27
TOKENS = sum(map(len, KNOWN)) + len(KNOWN)  # its letters, and an end for each name


@cache
def opening():
    """The network at the top of the notebook."""
    data = LETTERS.samples(names(), context=3)
    start = Network.random((81, 48, 27), activation="tanh", output_activation="softmax", rng=0)
    how = {"cost": "cross_entropy", "batch_size": 32, "rng": 0}
    *_, last = train(start, data, epochs=4, learning_rate=0.5, **how)
    return last.network


def operations(parameters, tokens):
    """How many operations a training takes, by the rule of thumb of Kaplan et al. 2020."""
    return 6 * parameters * tokens


def by_falling_back(known, unseen, context=5, trust=10):
    """The cost of a letter if rare contexts are told by shorter ones, counted with dicts."""
    counts = {}
    for name in known:
        text = "." * context + name + "."
        for n in range(context, len(text)):
            for length in range(context + 1):
                after = counts.setdefault(text[n - length : n], {})
                after[text[n]] = after.get(text[n], 0) + 1
    total, letters = 0.0, 0
    for name in unseen:
        text = "." * context + name + "."
        for n in range(context, len(text)):
            p = counts[""].get(text[n], 0) / sum(counts[""].values())
            for length in range(1, context + 1):
                after = counts.get(text[n - length : n], {})
                p = (after.get(text[n], 0) + trust * p) / (sum(after.values()) + trust)
            total, letters = total - math.log(p), letters + 1
    return total / letters


def matrices_with_a_row_for_each_input():
    head = attention_cells()["new_head"](35, 27, 16, np.random.default_rng(0))
    return sum(len(W) == 35 for W in head.values())


CLAIMS = [
    Claim("title", "5163", lambda: len(names())),
    Claim("objectives", "1990"),
    Claim("objectives", "140"),  # minutes, an estimate
    Claim("objectives", "13"),  # writers, of notebook 11
    Claim("one-hot", "1000", lambda: len(UNSEEN)),
    Claim("epoch-ask", "4163", lambda: len(KNOWN)),
    Claim("epochs-see", "500", "epochs-measured"),
    Claim("surprise", "3.30", lambda: math.log(27)),
    Claim("count-pairs", "2.83", "count-letters"),
    Claim("count-pairs", "3.30", "count-letters"),
    Claim("count-pairs", "27 17", lambda: (math.exp(3.296), math.exp(2.827))),
    Claim("count-pairs", "1913 20,000"),  # Markov, 200 blocks of 100 letters
    Claim("pairs-ask", "2.83", "count-letters"),
    Claim("pairs-ask", "2.37", "pairs-counted"),
    Claim("parameters-task", "1.99", "falling-back"),
    Claim("parameters-task", "2.06", "longer"),
    Claim("parameters-task", "4163", lambda: len(KNOWN)),
    Claim("parameters-task", "2003"),  # Bengio et al.
    Claim("schedule-see", "2020"),
    Claim("plane-see", "26 20 23", "plane-ten"),
    Claim("plane-see", "16", lambda: np.mean([17, 19, 16, 15, 18, 15, 17, 14, 19, 12])),
    Claim("plane-see", "2.51", "plane-cost"),
    Claim("plane-see", "2.37", "pairs-counted"),
    Claim("plane-see", "12,288"),  # Brown et al. 2020, table 2.1
    Claim("sampling-task", "0.3"),
    Claim("copies-see", "88 18", "copies"),
    Claim("copies-see", "4163", lambda: len(KNOWN)),
    Claim("copies-see", "21", lambda: 1000 * 88 / 4163),
    Claim("copies-see", "4 12 19", lambda: (4, 12, 1000 * 80 / 4163)),  # of the cell copies
    Claim("copies-see", "0.95 1.3", lambda: (min(trained_to_new()), max(trained_to_new()))),
    Claim("attention-idea", "2014 2017"),
    Claim("attention-see", "33%", "attention-shares"),
    Claim("attention-see", "12.5%", lambda: 1 / 8),
    Claim("attention-see", "2.13 3057", "attention-train"),
    Claim("attention-see", "2.11", "longer"),
    Claim("attention-see", "92", lambda: 100 - 8),
    Claim("attention-see", "four", matrices_with_a_row_for_each_input),
    Claim("attention-see", "5259", lambda: OURS),
    Claim("llm", "4163 29,128", lambda: (len(KNOWN), TOKENS)),
    Claim("llm", "5259", lambda: OURS),
    Claim("llm", "2020 300 50,000 2048 96 96 175 3.2"),  # Brown et al. 2020
    Claim("llm", "2020"),  # Kaplan et al. 2020
    Claim("operations", "7.4e+09 3.2e+23 4e+13"),
    Claim("same-and-new", "2015 2016 2017 2015 2016 2020"),
    Claim("same-and-new", "70 1.4 280 300 2022"),  # Hoffmann et al. 2022
    Claim("same-and-new", "405 15.6 2024"),  # Meta 2024
    Claim("lessons", "2022 2025 2020 2021 2023"),
    Claim("just-this-answer", "2023"),  # Li et al.
    Claim("numbers-picture", "33", lambda: GPT_3 / OURS / 1e6),
    Claim("end", "2022 2015 2023 2017 1948 15"),
    # the predictions
    Claim("12.invented", "1990"),
    Claim("12.epoch", "4163", lambda: len(KNOWN)),
    Claim("12.epoch", "32", "opening"),
    Claim("12.pairs", "2.37 2.37", "pairs-counted"),
    Claim("12.copies", "4163 1000", lambda: (len(KNOWN), len(UNSEEN))),
    Claim("12.copies", "5259", lambda: OURS),
    Claim("12.copies", "0.95 1.3", lambda: (min(trained_to_new()), max(trained_to_new()))),
    Claim("12.operations", "33 33 33", lambda: (GPT_3 / OURS / 1e6,) * 3),
    Claim("12.operations", "1.3", lambda: GPT_3_TOKENS / (8 * TOKENS) / 1e6),
    Claim("12.feedback", "175 1.3"),  # Ouyang et al. 2022
    # the exercises
    Claim("12.stranger", "3.30", lambda: stranger.GUESSING),
    Claim("12.sampling", "79% 11% 11%", lambda: tuple(np.exp([3, 1, 1]) / np.exp([3, 1, 1]).sum())),
]

test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests("12_it_writes.ipynb", CLAIMS)


def test_gpt_3_took_forty_million_million_times_the_operations():
    ours, theirs = operations(OURS, 8 * TOKENS), operations(GPT_3, GPT_3_TOKENS)
    assert (round(ours / 1e9, 1), round(theirs / 1e23, 1)) == (7.4, 3.2)
    assert round(theirs / ours / 1e13) == 4
    seconds_in_a_year = 365 * 24 * 3600
    assert 1 * theirs / ours > 1e6 * seconds_in_a_year  # if ours took one second


def test_of_the_four_names_at_the_top_the_network_wrote_one_and_the_list_has_the_others():
    (right,) = [option.text for option in PREDICTIONS["12.invented"].options if option.right]
    others = {option.text for option in PREDICTIONS["12.invented"].options} - {right}
    assert right == LETTERS.write(opening(), rng=33) == "josena"
    assert right not in names()
    assert others <= set(names())


def test_falling_back_beats_a_network_of_five_letters_on_each_of_five_splits():
    for seed in range(5):
        known, unseen = hold_out(names(), 1000, rng=seed)
        assert by_falling_back(known, unseen) < 2.01  # and the networks have 2.04 to 2.06


def mean_probability(network, words):
    """How likely the network is to write one of the words, on average."""
    data = LETTERS.samples(words, context=3)
    logs = np.log((network(data.X) * data.Y).sum(axis=1))
    firsts = [0, *(np.flatnonzero(data.labels == 0)[:-1] + 1)]
    return np.exp(np.add.reduceat(logs, firsts)).mean()


@cache
def trained_to_new():
    """How many times as likely a trained name is as a new one, on average, in five splits."""
    ratios = []
    for seed in range(5):
        known, unseen = hold_out(names(), 1000, rng=seed)
        data, sizes = LETTERS.samples(known, context=3), (81, 48, 27)
        kind = {"activation": "tanh", "output_activation": "softmax"}
        network = Network.random(sizes, **kind, rng=seed)
        how = {"cost": "cross_entropy", "batch_size": 32, "rng": seed}
        for epochs, rate in ((6, 0.5), (2, 0.1)):
            *_, last = train(network, data, epochs=epochs, learning_rate=rate, **how)
            network = last.network
        ratios.append(mean_probability(network, known) / mean_probability(network, unseen))
    return ratios
