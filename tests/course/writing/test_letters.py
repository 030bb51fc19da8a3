"""Letters: samples against a loop, words out of them again, and what a network writes."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, strategies

from toynn import Layer, Network, softmax
from toynn.datasets import names
from toynn_course.writing import Letters, with_temperature
from toynn_course.writing.letters import LONGEST

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
words = strategies.lists(
    strategies.text(strategies.sampled_from("abcñé ß語ा-'"), min_size=1, max_size=9),
    min_size=1,
    max_size=6,
)
contexts = strategies.integers(1, 5)


def network_for(letters, context, rng=0):
    sizes = context * len(letters), 4, len(letters)
    return Network.random(sizes, activation="tanh", output_activation=softmax, rng=rng)


def that_says(letters, biases):
    """A network that answers with the same probabilities whatever it sees."""
    n = len(letters)
    return Network([Layer(np.zeros((n, n)), biases, softmax)])


def test_the_letters_of_the_names_are_an_end_mark_and_the_alphabet():
    letters = Letters.of(names())
    assert letters.symbols == f".{ALPHABET}"
    assert (len(letters), letters.end) == (27, ".")


def test_a_full_stop_in_a_word_makes_another_mark_the_end():
    letters = Letters.of(["st. ives", "ely"])
    assert letters.symbols == "| .eilstvy"
    assert letters.words(letters.samples(["st. ives"], 2)) == ["st. ives"]


def test_samples_are_those_of_a_loop():
    letters, context = Letters.of(["ann", "eva"]), 2
    rows = []
    for word in ("eva", "ann"):
        text = ".." + word + "."
        rows += [(text[at - 2], text[at - 1], text[at]) for at in range(context, len(text))]
    data = letters.samples(["eva", "ann"], context)
    assert data.X.shape == (8, 2 * 5)
    for x, y, (older, newer, after) in zip(data.X, data.Y, rows, strict=True):
        expected = [float(s == older) for s in ".aenv"] + [float(s == newer) for s in ".aenv"]
        assert x.tolist() == expected
        assert y.tolist() == [float(s == after) for s in ".aenv"]
    assert data.inputs[:2] == ("2 back: .", "2 back: a")
    assert data.inputs[-1] == "1 back: v"
    assert "".join(data.classes) == letters.symbols


@given(words, contexts)
def test_words_come_out_of_their_samples_again(words, context):
    letters = Letters.of(words)
    data = letters.samples(words, context)
    assert len(data) == sum(len(word) + 1 for word in words)
    assert (data.X.reshape(len(data), context, -1).sum(axis=2) == 1).all()
    assert letters.words(data) == words
    assert {len(seen) for seen, _ in letters.pairs(data)} == {context}


@given(words, contexts)
def test_each_context_ends_with_the_letter_that_came_before(words, context):
    letters = Letters.of(words)
    pairs = letters.pairs(letters.samples(words, context))
    for (_, before), (seen, _) in pairwise(pairs):
        expected = letters.end * context if before == letters.end else before
        assert seen.endswith(expected[-context:])


def test_letters_in_two_pieces_are_one():
    letters = Letters.of(["zoe\u0301"])
    assert letters.symbols == ".ozé"
    assert letters.words(letters.samples(["zoé", "zoe\u0301"], 1)) == ["zoé", "zoé"]


def test_a_capital_is_a_small_letter_where_only_that_is_known():
    assert Letters.of(["ann"]).spelled("ANNa") == "anna"
    assert Letters.of(["Ann"]).spelled("nA") == "nA"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda letters: letters.samples(["anné"]), "the letter 'é' is in none of the words"),
        (lambda letters: letters.samples(["an.n"]), "has the end mark"),
        (lambda letters: letters.samples([]), "words is empty"),
        (lambda letters: letters.samples(["ann", ""]), "holds an empty text"),
        (lambda letters: letters.samples(["ann"] * 2_000_000, 5), "MB of memory; take fewer words"),
        (lambda letters: letters.samples(["ann"], 0), "context is 0"),
        (lambda letters: letters.write(network_for(letters, 2), "bo"), "the letter 'b' is in none"),
        (lambda letters: letters.write(network_for(letters, 2), "a."), "the end mark '.' in it"),
        (lambda letters: letters.write(network_for(Letters.of(["xyzw"]), 2)), "does not read and"),
        (lambda letters: letters.write(Network.random((8, 4), rng=0)), "4 outputs with softmax"),
        (lambda letters: letters.write(network_for(letters, 2), temperature=-1), "at least 0"),
        (lambda letters: letters.write(network_for(letters, 2), 3), "the text is 3, expected"),
        (lambda letters: letters.pairs("ann"), "data is a str, expected a Dataset"),
        (
            lambda letters: letters.pairs(Letters.of(["xy"]).samples(["xy"])),
            "was not made of these",
        ),
        (lambda letters: Letters.of(".|¶■"), "words is '"),
        (lambda letters: Letters.of([".|¶■"]), "take one of these out"),
        (lambda letters: Letters.of([3]), "words holds 3, expected texts"),
        (lambda letters: Letters("aba"), "expected an end mark and letters, each once"),
    ],
)
def test_what_cannot_be_done_is_said(call, said):
    with pytest.raises((ValueError, TypeError)) as error:
        call(Letters.of(["anne"] * 2 + ["an"]))
    assert said in str(error.value)


@pytest.mark.parametrize("context", [1, 2, 5])
def test_at_temperature_1_the_probabilities_are_the_answer_of_the_network(context):
    letters = Letters.of(names())
    network = network_for(letters, context, rng=3)
    row = [0.0] * (27 * context)
    text = ("....." + "mar")[-context:]
    for place, letter in enumerate(text):
        row[27 * place + (".abcdefghijklmnopqrstuvwxyz".index(letter))] = 1.0
    assert letters.probabilities(network, "mar") == pytest.approx(network(row), abs=1e-15)
    assert letters.probabilities(network, "mar").sum() == pytest.approx(1)


def test_the_context_follows_from_the_network_and_what_lies_before_it_makes_no_difference():
    letters = Letters.of(names())
    network = network_for(letters, 3)
    ends_alike = [letters.probabilities(network, text) for text in ("mar", "tamar", "..mar")]
    assert np.array_equal(ends_alike[0], ends_alike[1])
    assert np.array_equal(ends_alike[0], ends_alike[2])
    assert not np.array_equal(ends_alike[0], letters.probabilities(network, "ma"))


def test_a_word_is_what_its_steps_say():
    letters = Letters.of(names())
    network = network_for(letters, 3)
    steps = list(letters.steps(network, "mar", temperature=0.7, rng=5))
    word = letters.write(network, "mar", temperature=0.7, rng=5)
    assert word == "mar" + "".join(step.letter for step in steps).rstrip(".")
    assert [step.seen for step in steps[:2]] == ["mar", "ar" + steps[0].letter]
    for number, step in enumerate(steps):
        shares = letters.probabilities(network, word[: 3 + number], 0.7)
        assert step.probability == shares[letters.symbols.index(step.letter)]
        assert step.likeliest == letters.symbols[shares.argmax()]


def test_a_network_that_never_ends_is_stopped():
    letters = Letters.of(["ab"])
    endless = that_says(letters, [-1000.0, 0.0, -1000.0])
    assert letters.write(endless) == "a" * LONGEST
    assert letters.write(endless, "b" * 100) == "b" * 100 + "a" * LONGEST


def test_a_network_that_ends_at_once_writes_nothing():
    letters = Letters.of(["ab"])
    silent = that_says(letters, [1000.0, 0.0, 0.0])
    assert letters.write(silent) == ""
    assert letters.write(silent, "ba") == "ba"


def test_letters_are_drawn_as_often_as_they_are_probable():
    letters = Letters.of(["ab"])
    network = that_says(letters, np.log([0.5, 0.3, 0.2]))
    rng = np.random.default_rng(0)
    firsts = [(letters.write(network, rng=rng) or ".")[0] for _ in range(4000)]
    shares = [firsts.count(symbol) / 4000 for symbol in ".ab"]
    assert shares == pytest.approx([0.5, 0.3, 0.2], abs=0.03)  # four standard errors


def test_the_same_seed_writes_the_same_and_a_generator_goes_on():
    letters = Letters.of(names())
    network = network_for(letters, 2)
    assert letters.write(network, rng=4) == letters.write(network, rng=4)
    rng = np.random.default_rng(4)
    assert len({letters.write(network, rng=rng) for _ in range(10)}) > 5


def test_probabilities_with_a_temperature_are_those_of_the_sums_divided_by_it():
    letters = Letters.of(["ab"])
    z = np.array([0.3, -1.0, 2.0])
    found = letters.probabilities(that_says(letters, z), temperature=2.5)
    powers = [np.exp(each / 2.5) for each in z]
    assert found == pytest.approx([each / sum(powers) for each in powers])
    assert np.array_equal(found, with_temperature(z, 2.5))
