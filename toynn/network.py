"""Networks: layers of nodes, and the numbers that pass through them.

The letters of the equations, what they are, and their shapes; samples are always rows:

    X      inputs         (n_samples, n_inputs)   what the network is given
    Y      targets        (n_samples, n_outputs)  what it should answer
    W      weights        (n_nodes, n_inputs)     of one layer; w_jk leads to node j from node k
    b      biases         (n_nodes,)              of one layer
    z      weighted sums  (n_samples, n_nodes)    z = W a + b, with a of the layer before
    a      activations    (n_samples, n_nodes)    a = f(z); the last ones are the outputs
    delta                 (n_samples, n_nodes)    dC/dz, for each sample on its own

The inputs are no layer: sizes (2, 5, 2) are 2 inputs, 5 hidden nodes and 2 output nodes.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from toynn import storage
from toynn.activations import ACTIVATIONS, Activation, sigmoid, softmax
from toynn.checks import (
    as_finite,
    as_number,
    as_numbers,
    as_range,
    as_rng,
    as_rows,
    as_table,
    as_whole,
    name_to_save,
    named,
)


@dataclass(frozen=True)
class Node:
    """One neuron: a weight for each input, and a bias.

    Parameters
    ----------
    weights : sequence of n_inputs numbers
    bias : number
    activation : Activation or its name

    Examples
    --------
    >>> node = Node(weights=[2.0, -1.0], bias=0.5)
    >>> node.z([1, 3]), round(node([1, 3]), 4)
    (-0.5, 0.3775)
    """

    weights: tuple[float, ...]
    bias: float
    activation: Activation = sigmoid

    def __post_init__(self):
        weights = as_finite(self.weights, "weights")
        if weights.ndim != 1:
            raise ValueError(
                f"weights have shape {weights.shape}, expected a row of numbers; "
                "give one weight for each input"
            )
        _set(self, weights=tuple(weights.tolist()), bias=as_number(self.bias, "bias"))
        _set(self, activation=named(self.activation, ACTIVATIONS, "activation"))

    def z(self, inputs):
        """The weighted sum z = w_1 x_1 + w_2 x_2 + ... + b. Raises ValueError if sizes differ."""
        inputs = as_numbers(inputs, "inputs")
        if inputs.shape != (len(self.weights),):
            raise ValueError(
                f"inputs of shape {inputs.shape} came, but the node has {len(self.weights)} "
                f"weights; give a row of {len(self.weights)} numbers"
            )
        total = self.bias
        for weight, value in zip(self.weights, inputs, strict=True):
            total += weight * value
        return float(total)

    def __call__(self, inputs):
        """The node's output a = f(z)."""
        return self.activation(self.z(inputs))


@dataclass(frozen=True, eq=False, repr=False)
class Layer:
    """Nodes side by side, all fed by the same inputs.

    Parameters
    ----------
    weights : array, shape (n_nodes, n_inputs)
    biases : array, shape (n_nodes,)
    activation : Activation or its name

    Raises ValueError or TypeError if the shapes do not fit or a number is not finite.

    Examples
    --------
    >>> layer = Layer(weights=[[2.0, -1.0], [0.0, 1.0]], biases=[0.5, 0.0], activation="identity")
    >>> layer, layer([1, 3])
    (Layer(2-2, identity), array([-0.5,  3. ]))
    >>> layer[1]
    Node(weights=(0.0, 1.0), bias=0.0, activation=identity)
    """

    weights: np.ndarray
    biases: np.ndarray
    activation: Activation = sigmoid

    def __post_init__(self):
        weights = as_table(self.weights, "weights", row="node").copy()
        biases = as_finite(self.biases, "biases").copy()
        if biases.shape != (len(weights),):
            raise ValueError(
                f"biases have shape {biases.shape} but weights {weights.shape}; "
                f"give one bias a node, shape ({len(weights)},)"
            )
        activation = named(self.activation, ACTIVATIONS, "activation")
        if activation == softmax and len(weights) == 1:
            raise ValueError(
                "softmax over a single node is always 1; "
                "use sigmoid for one output, or softmax for two and more"
            )
        _set(self, weights=_frozen(weights), biases=_frozen(biases), activation=activation)

    @classmethod
    def _made(cls, weights, biases, activation):
        """A layer of arrays that need no check, because they were computed from checked ones."""
        layer = object.__new__(cls)
        layer.__dict__.update(
            weights=_frozen(weights), biases=_frozen(biases), activation=activation
        )
        return layer

    @property
    def n_inputs(self):
        """How many inputs each node takes."""
        return self.weights.shape[1]

    def z(self, inputs):
        """The weighted sums z = W x + b, for one sample or a row of sums for each."""
        return inputs @ self.weights.T + self.biases  # W x for every row at once, hence the .T

    def __call__(self, inputs):
        """The outputs a = f(z) of all nodes. Raises ValueError if the sizes differ."""
        inputs = as_numbers(inputs, "inputs")
        if inputs.ndim == 0 or inputs.shape[-1] != self.n_inputs:
            raise ValueError(
                f"inputs of shape {inputs.shape} came, but {self} takes {self.n_inputs} inputs; "
                f"give one number for each, as a row or in rows of {self.n_inputs}"
            )
        return self.activation(self.z(inputs))

    def __getitem__(self, j):
        return Node(self.weights[j], float(self.biases[j]), self.activation)

    def __len__(self):
        return len(self.biases)

    def __eq__(self, other):
        if not isinstance(other, Layer):
            return NotImplemented
        return (
            np.array_equal(self.weights, other.weights)
            and np.array_equal(self.biases, other.biases)
            and self.activation == other.activation
        )

    __hash__ = None

    def __repr__(self):
        return f"Layer({self.n_inputs}-{len(self)}, {self.activation})"


@dataclass(frozen=True, repr=False)
class Network:
    """Layers, each fed by the one before it.

    Parameters
    ----------
    layers : sequence of Layer, in the order in which the numbers pass through them

    Raises ValueError if a layer does not fit the one before, or if softmax is not the last.

    Examples
    --------
    >>> network = Network.random((2, 5, 2), activation="tanh", output_activation="sigmoid", rng=0)
    >>> network, network.sizes, network.n_parameters
    (Network(2-5-2, tanh, sigmoid), (2, 5, 2), 27)
    >>> network([1, 0]).round(2)
    array([0.46, 0.57])
    """

    layers: tuple[Layer, ...]

    def __post_init__(self):
        layers = tuple(self.layers)
        if not layers or not all(isinstance(layer, Layer) for layer in layers):
            raise TypeError(f"layers is {self.layers!r}, expected one Layer or more in a list")
        for number, (before, after) in enumerate(pairwise(layers), 1):
            if after.n_inputs != len(before):
                raise ValueError(
                    f"layer {number + 1} takes {after.n_inputs} inputs, but layer {number} has "
                    f"{len(before)} nodes; the two numbers must be the same"
                )
            if before.activation == softmax:
                raise ValueError(
                    f"layer {number} is hidden and has softmax, which belongs to the output layer; "
                    "use tanh or relu in hidden layers"
                )
        _set(self, layers=layers)

    @classmethod
    def random(
        cls,
        sizes,
        *,
        activation=sigmoid,
        output_activation=None,
        weights="xavier",
        biases=(0, 0),
        rng,
    ):
        """A network with random weights and biases.

        Parameters
        ----------
        sizes : the number of inputs, of nodes in each hidden layer, and of outputs
        activation : an Activation or its name, or a list with one for each layer
        output_activation : that of the last layer, where it is another one
        weights : (low, high), uniform between the two, or the name of a scheme in SCHEMES
        biases : (low, high), uniform between the two
        rng : int or numpy Generator

        Raises ValueError or TypeError if one of them is not as described.
        """
        sizes = _as_sizes(sizes)
        activations = _one_a_layer(activation, output_activation, len(sizes) - 1)
        rng = as_rng(rng)
        draw = _scheme(weights)
        low, high = as_range(biases, "biases")
        return cls(
            [
                Layer(draw(rng, n_nodes, n_inputs), rng.uniform(low, high, n_nodes), f)
                for n_inputs, n_nodes, f in zip(sizes, sizes[1:], activations, strict=False)
            ]
        )

    @classmethod
    def _made(cls, layers):
        """A network of layers that are known to fit."""
        network = object.__new__(cls)
        network.__dict__["layers"] = layers
        return network

    def __call__(self, X):
        """The outputs for the inputs.

        X : array, shape (n_inputs,) for one sample or (n_samples, n_inputs)

        Returns an array of shape (n_outputs,) or (n_samples, n_outputs).
        """
        outputs = forward(self, X).output
        return outputs[0] if np.ndim(X) == 1 else outputs

    @property
    def sizes(self):
        """The number of inputs, and of nodes in each layer."""
        return (self.layers[0].n_inputs, *map(len, self.layers))

    @property
    def n_parameters(self):
        """How many weights and biases there are, in all."""
        return sum(layer.weights.size + layer.biases.size for layer in self.layers)

    def __repr__(self):
        names = [layer.activation.name for layer in self.layers]
        if len(set(names[:-1])) <= 1:
            names = list(dict.fromkeys([names[0], names[-1]]))
        return f"Network({'-'.join(map(str, self.sizes))}, {', '.join(names)})"

    def save(self, path):
        """Write the network to a .npz file, and return its path.

        Activations are kept by name. Raises ValueError for an activation of your own that has the
        name of one of toynn's.
        """
        layers = [
            (layer.weights, layer.biases, name_to_save(layer.activation, ACTIVATIONS))
            for layer in self.layers
        ]
        return storage.save(path, layers)

    @classmethod
    def load(cls, path, activations=()):
        """The network in a .npz file that `save` wrote.

        activations : your own Activations, where the network has some that are not in ACTIVATIONS

        Raises ValueError if the file is damaged, or is not one of toynn's.
        """
        known = ACTIVATIONS | {own.name: own for own in activations}
        with storage.opened(path, known) as layers:
            return cls([Layer(weights, biases, known[name]) for weights, biases, name in layers])


@dataclass(frozen=True)
class ForwardPass:
    """What one pass through a network leaves behind: everything `backward` needs.

    zs : for each layer its weighted sums, shape (n_samples, n_nodes)
    activations : the inputs X, then for each layer its activations
    """

    zs: tuple[np.ndarray, ...]
    activations: tuple[np.ndarray, ...]

    @property
    def output(self):
        """The activations of the last layer, shape (n_samples, n_outputs)."""
        return self.activations[-1]


def forward(network, X):
    """Pass the inputs through the network, and keep every z and a.

    X : array, shape (n_samples, n_inputs), or (n_inputs,) for one sample

    Raises ValueError if X has another number of columns than the network has inputs.

    >>> network = Network([Layer([[2.0, -1.0]], [0.5]), Layer([[4.0]], [-2.0])])
    >>> passed = forward(network, [[1, 3]])
    >>> [z.round(4).tolist() for z in passed.zs], passed.output.round(4)
    ([[[-0.5]], [[-0.4898]]], array([[0.3799]]))
    """
    a = _as_inputs(network, X)
    zs, activations = [], [a]
    for layer in network.layers:
        z = layer.z(a)
        a = layer.activation(z)
        zs.append(z)
        activations.append(a)
    return ForwardPass(tuple(zs), tuple(activations))


def _xavier(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(2 / (n_inputs + n_nodes)), (n_nodes, n_inputs))


def _he(rng, n_nodes, n_inputs):
    return rng.normal(0, np.sqrt(2 / n_inputs), (n_nodes, n_inputs))


def _zero(_rng, n_nodes, n_inputs):
    return np.zeros((n_nodes, n_inputs))


SCHEMES = {"xavier": _xavier, "he": _he, "zero": _zero}
"""Weights by name: Xavier (Glorot and Bengio 2010, eq. 12), He (He et al. 2015, eq. 10), zero."""


def _scheme(weights):
    """A function that draws the weights of one layer."""
    if isinstance(weights, str):
        return named(weights, SCHEMES, "scheme for the weights")
    low, high = as_range(weights, "weights")
    return lambda rng, n_nodes, n_inputs: rng.uniform(low, high, (n_nodes, n_inputs))


def _as_sizes(sizes):
    """At least two whole numbers."""
    if not hasattr(sizes, "__len__") or isinstance(sizes, str) or len(sizes) < 2:
        raise ValueError(
            f"sizes is {sizes!r}, expected at least the number of inputs and the number of "
            "outputs; write (2, 5, 2) for 2 inputs, 5 hidden nodes and 2 outputs"
        )
    return [as_whole(size, f"sizes[{i}]") for i, size in enumerate(sizes)]


def _one_a_layer(activation, output_activation, n_layers):
    """A list with the Activation of each layer."""
    each = list(activation) if isinstance(activation, list | tuple) else [activation] * n_layers
    if len(each) != n_layers:
        raise ValueError(
            f"{len(each)} activations came for {n_layers} layers; "
            "give one for each layer after the inputs, or a single one for all"
        )
    if output_activation is not None:
        each[-1] = output_activation
    return [named(f, ACTIVATIONS, "activation") for f in each]


def _as_inputs(network, X):
    """Inputs as a table with a column for each input of the network."""
    X = as_rows(X, "X")
    n_inputs = network.layers[0].n_inputs
    if X.shape[1] != n_inputs:
        raise ValueError(
            f"X has {X.shape[1]} columns but {network} takes {n_inputs} inputs; "
            f"pass one row per sample, shape (n_samples, {n_inputs})"
        )
    return X


def _frozen(array):
    array.flags.writeable = False
    return array


def _set(record, **values):
    """Set fields of a frozen record while it is being made."""
    record.__dict__.update(values)
