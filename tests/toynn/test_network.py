"""Networks against a loop in plain Python and against scikit-learn with the same weights."""

import io
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings, strategies
from sklearn.neural_network import MLPClassifier, MLPRegressor

from tests.toynn import plain
from tests.toynn.cases import OF_A_NODE, seeds, sizes
from toynn import (
    ACTIVATIONS,
    Activation,
    Layer,
    Network,
    Node,
    forward,
    relu,
    sigmoid,
    softmax,
    tanh,
)

bump = Activation("bump", lambda z: np.exp(-(z**2)), lambda z: -2 * z * np.exp(-(z**2)), (0, 1))


def random_network(sizes, seed, activation="tanh", output="sigmoid"):
    return Network.random(
        sizes,
        activation=activation,
        output_activation=output,
        weights=(-1, 1),
        biases=(-1, 1),
        rng=seed,
    )


# Nodes and layers


def test_a_node_is_the_sum_of_weights_times_inputs_plus_the_bias():
    node = Node(weights=[2.0, -1.0], bias=0.5)
    assert node.z([1, 3]) == -0.5  # 2 * 1 - 1 * 3 + 0.5
    assert node([1, 3]) == pytest.approx(0.3775406687981454)  # 1 / (1 + e^0.5)
    assert type(node.z([1, 3])) is float
    assert type(node([1, 3])) is float


@given(sizes, strategies.sampled_from(OF_A_NODE), seeds)
def test_each_node_gives_what_its_layer_gives(shape, activation, seed):
    network = random_network(shape, seed, activation, activation)
    a = np.random.default_rng(seed).normal(size=shape[0])
    for layer in network.layers:
        assert [node.z(a) for node in layer] == pytest.approx(layer.z(a).tolist(), abs=1e-14)
        assert [node(a) for node in layer] == pytest.approx(layer(a).tolist(), abs=1e-14)
        a = layer(a)


def test_a_layer_reads_as_a_sequence_of_its_nodes():
    layer = Layer([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [7.0, 8.0, 9.0], tanh)
    assert len(layer) == 3
    assert layer.n_inputs == 2
    assert layer[1] == Node((3.0, 4.0), 8.0, tanh)
    assert list(layer)[-1] == layer[-1] == Node((5.0, 6.0), 9.0, tanh)
    with pytest.raises(IndexError):
        layer[3]


# The forward pass


@given(sizes, strategies.sampled_from([*OF_A_NODE, "softmax"]), strategies.integers(1, 4), seeds)
def test_a_forward_pass_is_that_of_a_loop_over_nodes(shape, output, n_samples, seed):
    shape = (*shape[:-1], shape[-1] + 1)  # softmax takes two outputs and more
    network = random_network(shape, seed, "tanh", output)
    X = np.random.default_rng(seed).normal(size=(n_samples, shape[0]))
    passed = forward(network, X)
    for i, x in enumerate(X.tolist()):
        zs, activations = plain.passed(plain.parameters(network), x)
        for found, expected in zip(passed.zs, zs, strict=True):
            assert found[i].tolist() == pytest.approx([z.real for z in expected], abs=1e-13)
        for found, expected in zip(passed.activations, activations, strict=True):
            assert found[i].tolist() == pytest.approx([a.real for a in expected], abs=1e-13)
    assert passed.output is passed.activations[-1]
    assert np.array_equal(network(X), passed.output)


def test_one_sample_gives_one_row_without_its_outer_brackets():
    network = random_network((3, 4, 2), 0)
    X = np.random.default_rng(0).normal(size=(5, 3))
    assert network(X).shape == (5, 2)
    assert network(X[2]).shape == (2,)
    assert network(X[2].tolist()) == pytest.approx(network(X)[2])


@pytest.mark.parametrize("output", ["softmax", "identity"])
@pytest.mark.parametrize("hidden", ["identity", "logistic", "tanh", "relu"])
def test_the_same_weights_give_the_same_outputs_in_scikit_learn(hidden, output):
    rng = np.random.default_rng(0)
    X = rng.normal(size=(20, 6))
    kind, targets = (
        (MLPClassifier, np.arange(20) % 3)
        if output == "softmax"
        else (MLPRegressor, rng.normal(size=(20, 3)))
    )
    theirs = kind(hidden_layer_sizes=(5, 4), activation=hidden, solver="sgd").partial_fit(
        X, targets, **({"classes": [0, 1, 2]} if output == "softmax" else {})
    )
    names = ["sigmoid" if hidden == "logistic" else hidden] * 2 + [output]
    parts = zip(theirs.coefs_, theirs.intercepts_, names, strict=True)
    ours = Network([Layer(W.T, b, name) for W, b, name in parts])
    answers = theirs.predict_proba(X) if output == "softmax" else theirs.predict(X)
    assert np.abs(ours(X) - answers).max() < 1e-12


@pytest.mark.parametrize("output", ACTIVATIONS)
@pytest.mark.parametrize("hidden", [name for name in ACTIVATIONS if name != "softmax"])
@pytest.mark.parametrize("x", [1000.0, -1000.0])
def test_no_network_warns_or_gives_nan_at_z_of_a_thousand(hidden, output, x):
    network = Network([Layer(np.eye(2), [0, 0], hidden), Layer(np.eye(2), [x, -x], output)])
    with np.errstate(divide="raise", over="raise", invalid="raise"):
        assert np.isfinite(network([[x, -x], [x, x], [0, 0]])).all()


# Making networks


def test_a_network_has_a_weight_for_each_connection_and_a_bias_for_each_node():
    network = Network.random((2, 5, 2), rng=0)
    assert [layer.weights.shape for layer in network.layers] == [(5, 2), (2, 5)]
    assert [layer.biases.shape for layer in network.layers] == [(5,), (2,)]
    assert network.n_parameters == 27  # 5 * 2 + 5, then 2 * 5 + 2
    assert network.sizes == (2, 5, 2)


def test_random_weights_and_biases_fill_their_limits():
    network = Network.random((60, 60, 60), weights=(-1, 3), biases=(5, 6), rng=0)
    for layer in network.layers:
        W, b = layer.weights, layer.biases
        # of 3600 even draws from an interval of length 4, the outermost lie within 0.02 of its ends
        assert -1 <= W.min() < -0.98
        assert 2.98 < W.max() <= 3
        assert W.mean() == pytest.approx(1, abs=0.1)  # five times 4 / sqrt(12 * 3600)
        assert 5 <= b.min() < 5.2
        assert 5.8 < b.max() <= 6


def test_biases_start_at_zero_unless_told_otherwise():
    network = Network.random((4, 4, 4), rng=0)
    assert not any(layer.biases.any() for layer in network.layers)


@pytest.mark.parametrize(
    ("scheme", "variance"),
    [
        ("xavier", 2 / (90 + 60)),  # 2 / (inputs + nodes)
        ("he", 2 / 90),  # 2 / inputs
    ],
)
def test_a_named_scheme_draws_weights_of_its_variance(scheme, variance):
    W = Network.random((90, 60), weights=scheme, rng=0).layers[0].weights
    # 5400 draws: the variance of a sample is off by sqrt(2 / 5400) = 2%, five times that is 10%
    assert W.var() == pytest.approx(variance, rel=0.1)
    assert W.mean() == pytest.approx(0, abs=5 * (variance / 5400) ** 0.5)
    # normal, not uniform: 4.6% lie beyond two standard deviations, none do when uniform
    assert (np.abs(W) > 2 * variance**0.5).mean() == pytest.approx(0.0455, abs=0.015)


def test_xavier_is_the_scheme_when_none_is_named():
    assert Network.random((3, 4), rng=0) == Network.random((3, 4), weights="xavier", rng=0)


def test_the_zero_scheme_makes_every_weight_zero():
    assert not Network.random((3, 4), weights="zero", rng=0).layers[0].weights.any()


def test_the_same_seed_makes_the_same_network_and_another_seed_another_one():
    assert Network.random((3, 4, 2), rng=7) == Network.random((3, 4, 2), rng=7)
    assert Network.random((3, 4, 2), rng=7) == Network.random(
        (3, 4, 2), rng=np.random.default_rng(7)
    )
    assert Network.random((3, 4, 2), rng=7) != Network.random((3, 4, 2), rng=8)


def test_layers_are_drawn_one_after_another_not_alike():
    first, second = Network.random((4, 4, 4), biases=(-1, 1), rng=0).layers
    assert not np.isin(first.weights, second.weights).any()
    assert not np.isin(first.biases, second.biases).any()


def test_a_network_is_drawn_without_the_global_random_state():
    before = np.random.get_state()[1].copy()  # noqa: NPY002 - this is the state to leave alone
    Network.random((3, 4, 2), biases=(-1, 1), rng=0)
    assert np.array_equal(before, np.random.get_state()[1])  # noqa: NPY002


def test_layers_have_the_activations_they_were_given():
    def activations(**options):
        return [layer.activation for layer in Network.random((2, 3, 3, 2), rng=0, **options).layers]

    assert activations() == [sigmoid] * 3
    assert activations(activation="tanh") == [tanh] * 3
    assert activations(activation=tanh, output_activation="softmax") == [tanh, tanh, softmax]
    assert activations(activation=["relu", tanh, bump]) == [relu, tanh, bump]


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({}, "Network(2-5-2, sigmoid)"),
        ({"activation": "tanh", "output_activation": "sigmoid"}, "Network(2-5-2, tanh, sigmoid)"),
    ],
)
def test_a_network_shows_its_sizes_and_activations(options, text):
    assert repr(Network.random((2, 5, 2), rng=0, **options)) == text


def test_a_network_of_many_activations_shows_them_all():
    network = Network.random((1, 1, 1, 1), activation=["relu", "tanh", "sigmoid"], rng=0)
    assert repr(network) == "Network(1-1-1-1, relu, tanh, sigmoid)"


# A network is a value


def test_a_network_cannot_be_changed_in_place():
    network = random_network((2, 3, 2), 0)
    with pytest.raises(AttributeError):
        network.layers = ()
    with pytest.raises(AttributeError):
        network.layers[0].weights = np.zeros((3, 2))
    for array in (network.layers[0].weights, network.layers[0].biases):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1.0


def test_a_layer_keeps_its_own_copy_of_the_arrays_it_came_from():
    W, b = np.ones((2, 3)), np.zeros(2)
    layer = Layer(W, b)
    W[:] = b[:] = 5.0
    assert layer == Layer(np.ones((2, 3)), np.zeros(2))


@pytest.mark.parametrize(
    "other",
    [
        Layer([[1.0, 2.5]], [3.0], tanh),
        Layer([[1.0, 2.0]], [3.5], tanh),
        Layer([[1.0, 2.0]], [3.0], sigmoid),
        Layer([[1.0, 2.0], [1.0, 2.0]], [3.0, 3.0], tanh),
    ],
)
def test_networks_are_equal_when_every_number_and_activation_is(other):
    layer = Layer([[1.0, 2.0]], [3.0], tanh)
    assert Network([layer]) == Network([Layer([[1.0, 2.0]], [3.0], "tanh")])
    assert Network([layer]) != Network([other])
    assert layer != "something else"


# Saving and loading


@settings(max_examples=15)
@given(sizes, strategies.sampled_from([*OF_A_NODE, "softmax"]), seeds)
def test_a_saved_network_loads_as_it_was(tmp_path_factory, shape, output, seed):
    network = random_network((*shape[:-1], shape[-1] + 1), seed, "relu", output)
    path = network.save(tmp_path_factory.mktemp("saved") / "network.npz")
    assert Network.load(path) == network
    assert Network.load(str(path)) == network


def test_the_ending_of_the_file_may_be_left_out(tmp_path):
    first, second = random_network((2, 2), 0), random_network((2, 2), 1)
    assert first.save(tmp_path / "net.v1") == tmp_path / "net.v1.npz"
    assert second.save(str(tmp_path / "net.v2")) == tmp_path / "net.v2.npz"
    assert Network.load(tmp_path / "net.v1") == first
    assert Network.load(tmp_path / "net.v2") == second
    assert {path.name for path in tmp_path.iterdir()} == {"net.v1.npz", "net.v2.npz"}


def test_saving_again_replaces_the_file(tmp_path):
    random_network((2, 2), 0).save(tmp_path / "net")
    random_network((3, 1), 1).save(tmp_path / "net")
    assert Network.load(tmp_path / "net") == random_network((3, 1), 1)


def test_a_save_that_fails_leaves_the_earlier_file_whole(tmp_path, monkeypatch):
    network = random_network((2, 2), 0)
    network.save(tmp_path / "net")

    def full(path, **arrays):
        Path(path).write_bytes(b"half of it")
        raise OSError("no space left")

    monkeypatch.setattr(np, "savez", full)
    with pytest.raises(OSError, match="no space"):
        random_network((2, 2), 1).save(tmp_path / "net")
    assert Network.load(tmp_path / "net") == network


def test_a_saved_network_holds_plain_numbers_and_no_pickle(tmp_path):
    path = random_network((2, 3, 2), 0).save(tmp_path / "net")
    with np.load(path, allow_pickle=False) as arrays:
        kinds = {name: arrays[name].dtype.kind for name in arrays}
    assert kinds == {
        "toynn": "U",
        "weights_0": "f",
        "biases_0": "f",
        "weights_1": "f",
        "biases_1": "f",
    }


def test_a_network_with_an_activation_of_ones_own_is_loaded_with_it(tmp_path):
    network = random_network((2, 3, 2), 0, bump)
    path = network.save(tmp_path / "net")
    assert Network.load(path, activations=[bump]) == network
    with pytest.raises(
        ValueError, match=r"'bump', which toynn does not have; .*activations=\[bump"
    ):
        Network.load(path)


def test_an_activation_that_has_the_name_of_another_is_not_saved(tmp_path):
    own = Activation("sigmoid", np.tanh, lambda z: 1 - np.tanh(z) ** 2)
    with pytest.raises(ValueError, match=r"called 'sigmoid', .* give yours another name"):
        random_network((2, 2), 0, own, own).save(tmp_path / "net")
    assert list(tmp_path.iterdir()) == []


def saved(tmp_path):
    return random_network((2, 3, 2), 0).save(tmp_path / "net").read_bytes()


def refused(path):
    """Loading the file is refused with a sentence that names it and says what to do."""
    with pytest.raises(ValueError, match="is damaged or was not written by") as caught:
        Network.load(path)
    assert str(path) in str(caught.value)
    assert "save the network again, or choose another file" in str(caught.value)


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_short_is_refused(tmp_path, share):
    whole = saved(tmp_path)
    path = tmp_path / "cut.npz"
    path.write_bytes(whole[: int(share * len(whole))])
    refused(path)


def test_a_file_with_one_wrong_byte_is_refused_or_loads_as_it_was(tmp_path):
    whole, path = saved(tmp_path), tmp_path / "damaged.npz"
    loaded, messages = [], []
    for at in range(0, len(whole), 5):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            loaded.append(Network.load(path))
        except ValueError as error:
            messages.append(str(error))
    assert all(str(path) in message for message in messages)
    assert all(network == random_network((2, 3, 2), 0) for network in loaded)
    assert len(messages) > len(loaded)  # which had a date changed, or the like, that nobody reads


def archive(**arrays):
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def npy(array):
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def zipped(**files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


one = np.array(["sigmoid"])


@pytest.mark.parametrize(
    "content",
    {
        "text": b"sepal length,sepal width\n5.1,3.5\n",
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "a pickle": pickle.dumps([1, 2, 3]),
        "a single array": npy(np.ones(3)),
        "a zip of other things": zipped(readme="nothing"),
        "someone else's arrays": archive(X=np.ones((2, 2))),
        "no layers": archive(toynn=np.array([], dtype=str)),
        "a layer missing": archive(toynn=one),
        "biases missing": archive(toynn=one, weights_0=np.ones((1, 2))),
        "weights of text": archive(toynn=one, weights_0=[["a"]], biases_0=[0.0]),
        "weights that are not finite": archive(toynn=one, weights_0=[[np.nan]], biases_0=[0.0]),
        "weights of another shape": archive(toynn=one, weights_0=np.ones(3), biases_0=[0.0]),
        "too many biases": archive(toynn=one, weights_0=[[1.0]], biases_0=[0.0, 0.0]),
        "layers that do not fit": archive(
            toynn=np.array(["tanh", "tanh"]),
            weights_0=[[1.0]],
            biases_0=[0.0],
            weights_1=[[1.0, 1.0]],
            biases_1=[0.0],
        ),
        "objects": archive(toynn=np.array([{"a": 1}], dtype=object)),
    }.items(),
    ids=lambda item: item[0],
)
def test_a_foreign_file_is_refused(tmp_path, content):
    path = tmp_path / "foreign.npz"
    path.write_bytes(content[1])
    refused(path)


def test_a_file_that_is_not_there_is_told_apart_from_a_damaged_one(tmp_path):
    with pytest.raises(FileNotFoundError):
        Network.load(tmp_path / "none.npz")
    with pytest.raises(IsADirectoryError):
        Network.load(tmp_path)
