"""The head of attention in notebook 12: the code of its own cells, held to nudges and to loops."""

import contextlib
import io
import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from toynn import cross_entropy, softmax
from toynn.datasets import names
from toynn_course.writing import Letters, hold_out

BOOK = Path(__file__).parents[2] / "notebooks" / "12_it_writes.ipynb"
PLACES, SIZES = 5, (4, 3, 2)  # inputs, outputs, and the size of query, key and value


@cache
def cells():
    """What the cells with the head define."""
    book = json.loads(BOOK.read_text(encoding="utf-8"))
    sources = {cell["id"]: "".join(cell["source"]) for cell in book["cells"]}
    names = {"np": np, "cross_entropy": cross_entropy, "softmax": softmax}
    for name in ("attention-forward", "attention-backward"):
        exec(sources[name], names)  # noqa: S102 - our own lines
    defined, _, _ = sources["attention-check"].partition("rng = ")
    exec(defined, names)  # noqa: S102 - our own lines
    return names


@pytest.fixture(params=range(3))
def head(request):
    """A small head, inputs and targets."""
    rng = np.random.default_rng(request.param)
    P = cells()["new_head"](*SIZES, rng)
    return P, rng.normal(size=(6, PLACES, 4)), np.eye(3)[rng.integers(3, size=6)]


def by_loops(P, x):
    """The logits of one sample and its shares of attention, one number at a time."""
    size = SIZES[2]
    last = x[-1]
    query = [sum(last[i] * P["query"][i, d] for i in range(4)) for d in range(size)]
    fits = []
    for place in range(PLACES):
        key = [sum(x[place][i] * P["key"][i, d] for i in range(4)) for d in range(size)]
        fits.append(sum(q * k for q, k in zip(query, key, strict=True)) / size**0.5)
    total = sum(np.exp(fit) for fit in fits)
    shares = [np.exp(fit) / total for fit in fits]
    heard = [
        sum(share * x[place] @ P["value"][:, d] for place, share in enumerate(shares))
        for d in range(size)
    ]
    return heard @ P["out"] + last @ P["skip"], shares


def test_it_is_what_a_loop_over_places_gives(head):
    P, X, _ = head
    logits, kept = cells()["attend"](P, X)
    for one, x in enumerate(X):
        theirs, shares = by_loops(P, x)
        assert np.allclose(logits[one], theirs)
        assert np.allclose(kept[4][one], shares)


def test_its_attention_adds_up_to_1_and_is_above_0_everywhere(head):
    P, X, _ = head
    attention = cells()["attend"](P, X)[1][4]
    assert attention.shape == X.shape[:2]
    assert np.allclose(attention.sum(axis=1), 1)
    assert (attention > 0).all()


def test_its_gradient_is_what_nudges_measure(head):
    P, X, Y = head
    slopes = cells()["attend_back"](P, X, Y, *cells()["attend"](P, X))
    assert slopes.keys() == P.keys()
    for name, W in P.items():
        for place in np.ndindex(W.shape):
            nudge = np.zeros(W.shape)
            nudge[place] = 1e-5
            ends = [
                cross_entropy(softmax(cells()["attend"](P | {name: W + e}, X)[0]), Y)
                for e in (nudge, -nudge)
            ]
            assert np.isclose(slopes[name][place], (ends[0] - ends[1]) / 2e-5, atol=1e-8)


def test_a_key_that_fits_the_query_is_listened_to():
    P = {name: np.zeros((4, 2)) for name in ("query", "key", "value")}
    P |= {"out": np.zeros((2, 3)), "skip": np.zeros((4, 3))}
    P["query"][0, 0] = P["key"][1, 0] = 5.0
    X = np.zeros((1, PLACES, 4))
    X[0, -1, 0] = 1  # the last place asks,
    X[0, 2, 1] = 1  # and the third one has the key
    attention = cells()["attend"](P, X)[1][4][0]
    assert attention.argmax() == 2
    assert attention[2] > 0.999
    assert np.allclose(np.delete(attention, 2), attention[0])


def test_without_a_query_it_listens_to_all_places_alike(head):
    P, X, _ = head
    P = P | {"query": np.zeros_like(P["query"])}
    assert np.allclose(cells()["attend"](P, X)[1][4], 1 / PLACES)


def test_trained_on_the_names_it_listens_most_to_the_letter_before_the_last():
    book = json.loads(BOOK.read_text(encoding="utf-8"))
    (source,) = ["".join(c["source"]) for c in book["cells"] if c["id"] == "attention-train"]
    known, unseen = hold_out(names(), 1000, rng=0)
    for seed in (1, 2, 3, 4):
        here = cells() | {"letters": Letters.of(names()), "known": known, "unseen": unseen}
        here["surprise"] = lambda outputs, data: cross_entropy(outputs, data.Y)
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(source.replace("default_rng(0)", f"default_rng({seed})"), here)  # noqa: S102 - ours
        assert 2.12 < float(printed.getvalue().split()[-1]) < 2.15
        shares = here["attend"](here["head"], here["X_test"])[1][4].mean(axis=0)
        assert shares.argmax() == 6
        assert shares[6] > 2 / 8
