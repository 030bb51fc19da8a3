"""The network builder, beside sums that are done in plain loops."""

import itertools
import math

import numpy as np
import pytest

from toynn import Network, identity, tanh
from toynn_course.explorers import NetworkBuilder
from toynn_course.explorers.builder import CHOICES, EXAMPLE, equivalent


def by_hand(network, x, bend):
    """The output of every node of every layer, with a loop over nodes and inputs."""
    activations = []
    for layer in network.layers:
        before, x = x, []
        for row, bias in zip(layer.weights.tolist(), layer.biases.tolist(), strict=True):
            z = bias + sum(w * v for w, v in zip(row, before, strict=True))
            x.append(bend(z))
        activations.append(x)
    return activations


BENDS = {
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    "tanh": math.tanh,
    "relu": lambda z: max(z, 0.0),
    "linear": lambda z: z,
}


@pytest.mark.parametrize("activation", CHOICES)
def test_every_node_shows_what_a_loop_computes(activation):
    builder = NetworkBuilder()
    builder.controls["layers"].value = 2
    builder.controls["activation"].value = activation
    limits = {"weights": (-1, 1), "biases": (-1, 1)}
    network = Network.random((2, 5, 5, 2), activation=CHOICES[activation], rng=0, **limits)
    expected = by_hand(network, EXAMPLE[:2], BENDS[activation])
    for number, layer in enumerate(expected, 1):
        for node, a in enumerate(layer, 1):
            builder.controls["next"].click()
            assert f"Layer {number}, node {node}: z = " in builder.picture.sentence
            assert f"a = f(z) = {a:z.2f}." in builder.picture.sentence


@pytest.mark.parametrize(
    ("inputs", "layers", "nodes", "outputs"), [(2, 1, 5, 2), (1, 0, 3, 1), (4, 3, 6, 3)]
)
def test_the_table_counts_a_weight_for_each_link_and_a_bias_for_each_node(
    inputs, layers, nodes, outputs
):
    builder = NetworkBuilder()
    for name, value in [
        ("inputs", inputs),
        ("layers", layers),
        ("nodes", nodes),
        ("outputs", outputs),
    ]:
        builder.controls[name].value = value
    sizes = (inputs, *[nodes] * layers, outputs)
    links = sum(a * b for a, b in itertools.pairwise(sizes))
    assert builder.picture.table[-1][-1] == str(links + sum(sizes[1:]))
    assert sum(len(lines.get_segments()) for lines in builder.drawing.links) == links
    assert builder.picture.trouble == ""


def test_every_control_changes_the_picture():
    builder = NetworkBuilder()
    changes = [("inputs", 3), ("layers", 2), ("nodes", 4), ("outputs", 1), ("seed", 3)]
    for name, value in changes:
        before = builder.picture.value
        builder.controls[name].value = value
        assert builder.picture.value != before, name
    before = builder.picture.value
    builder.controls["next"].click()
    assert builder.picture.value != before
    builder.controls["again"].click()
    assert builder.picture.value == before
    builder.controls["activation"].value = "linear"
    assert "Linear: a single layer gives the same answers" in builder.picture.sentence


def test_one_linear_layer_answers_like_all_of_them():
    network = Network.random((3, 4, 2, 2), activation=identity, biases=(-1, 1), rng=0)
    one = Network([equivalent(network)])
    for x in np.random.default_rng(1).normal(size=(5, 3)):
        assert one(x) == pytest.approx(by_hand(network, x.tolist(), lambda z: z)[-1])


def test_with_a_bend_no_such_layer_exists():
    network = Network.random((3, 4, 2, 2), activation=tanh, biases=(-1, 1), rng=0)
    one = Network([equivalent(network)])
    assert np.abs(one([1, 1, 1]) - network([1, 1, 1])).max() > 0.01
