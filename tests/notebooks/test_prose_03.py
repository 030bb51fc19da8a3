"""The numbers in the text of notebook 03."""

import itertools

import pytest

from tests.notebooks.prose import said, text, unchecked
from toynn import Network

NOTEBOOK = "03_from_neuron_to_network.ipynb"


def n_numbers(*sizes):
    """Weights and biases, counted link by link and node by node."""
    links = sum(a * b for a, b in itertools.pairwise(sizes))
    return links + sum(sizes[1:])


CLAIMS = [
    ("two nodes with two weights and a bias each: six numbers", tuple),  # 2 (2 + 1)
    ("| hidden layer: 5 nodes, 2 inputs each | %d | %d | %d |", lambda: (5 * 2, 5, 5 * 2 + 5)),
    ("| output layer: 2 nodes, 5 inputs each | %d | %d | %d |", lambda: (2 * 5, 2, 2 * 5 + 2)),
    ("| in all | %d | %d | %d |", lambda: (5 * 2 + 2 * 5, 5 + 2, n_numbers(2, 5, 2))),
    ("That makes %d numbers", lambda: n_numbers(2, 2, 5, 2)),  # its inputs are a layer of nodes
    ("else counts as we do here: %d", lambda: n_numbers(2, 5, 2)),
    ("%d numbers in four layers, and %d", lambda: (n_numbers(2, 6, 6, 6, 1), n_numbers(2, 1))),
    (
        "A network of sizes 2-5-2 has %d numbers",
        lambda: Network.random((2, 5, 2), rng=0).n_parameters,
    ),
]


@pytest.mark.parametrize(("words", "recompute"), CLAIMS)
def test_the_text_says_what_comes_out(words, recompute):
    assert said(words, recompute()) in text(NOTEBOOK)


def test_no_number_stands_in_the_text_unchecked():
    assert unchecked(NOTEBOOK, CLAIMS) == []
