"""The figures of notebook 03."""

import itertools

from tests.notebooks.prose import Claim, claim_tests
from toynn import Network

NOTEBOOK = "03_from_neuron_to_network.ipynb"


def n_numbers(*sizes):
    """Weights and biases, counted link by link and node by node."""
    links = sum(a * b for a, b in itertools.pairwise(sizes))
    return links + sum(sizes[1:])


CLAIMS = [
    Claim("counting-parameters", "six", lambda: n_numbers(2, 2)),
    Claim("counting-parameters", "10 | 5 | 15", lambda: (5 * 2, 5, 5 * 2 + 5)),
    Claim("counting-parameters", "10 | 2 | 12", lambda: (2 * 5, 2, 2 * 5 + 2)),
    Claim("counting-parameters", "20 | 7 | 27", lambda: (5 * 2 + 2 * 5, 5 + 2, n_numbers(2, 5, 2))),
    Claim("article-parameters", "33", lambda: n_numbers(2, 2, 5, 2)),  # its inputs are nodes
    Claim("article-parameters", "27", lambda: n_numbers(2, 5, 2)),
    Claim(
        "linear-layers-collapse",
        "109 3",
        lambda: (n_numbers(2, 6, 6, 6, 1), n_numbers(2, 1)),
    ),
    Claim("summary", "27", lambda: Network.random((2, 5, 2), rng=0).n_parameters),
]

test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests(NOTEBOOK, CLAIMS)
