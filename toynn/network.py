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
from typing import NamedTuple

import numpy as np

from toynn import checks, storage
from toynn.activations import ACTIVATIONS, Activation, sigmoid, softmax
from toynn.initial import uniform, weights_of


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
        self.__dict__.update(
            weights=tuple(checks.as_row(self.weights, "weights").tolist()),
            bias=checks.as_number(self.bias, "bias"),
            activation=checks.named(self.activation, ACTIVATIONS, "activation"),
        )

    def z(self, inputs):
        """The weighted sum z = w_1 x_1 + w_2 x_2 + ... + b. Raises ValueError if sizes differ."""
        inputs = checks.one_per_weight(inputs, self)
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
        weights = checks.as_table(self.weights, "weights", row="node")
        biases = checks.one_bias_per_node(self.biases, weights)
        activation = checks.named(self.activation, ACTIVATIONS, "activation")
        checks.nodes_can_share(weights, activation == softmax)
        frozen = checks.read_only(weights.copy(), biases.copy())
        self.__dict__.update(weights=frozen[0], biases=frozen[1], activation=activation)

    @property
    def n_inputs(self):
        """How many inputs each node takes."""
        return self.weights.shape[1]

    def z(self, inputs):
        """The weighted sums z = W x + b, for one sample or a row of sums for each.

        inputs : array; `forward` and a call of the layer have checked it, and this does not
        """
        return inputs.dot(self.weights.T) + self.biases  # W x for every row at once, hence the .T

    def __call__(self, inputs):
        """The outputs a = f(z) of all nodes. Raises ValueError if the sizes differ."""
        return self.activation(self.z(checks.one_per_input(inputs, self)))

    def __getitem__(self, j):
        return Node(self.weights[j], float(self.biases[j]), self.activation)

    def __len__(self):
        return len(self.biases)

    def __eq__(self, other):
        if not isinstance(other, Layer):
            return NotImplemented
        mine, theirs = (self.weights, self.biases), (other.weights, other.biases)
        same = all(map(np.array_equal, mine, theirs))
        return same and self.activation == other.activation

    __hash__ = None

    def __repr__(self):
        return f"Layer({self.n_inputs}-{len(self)}, {self.activation})"


class ForwardPass(NamedTuple):
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


@checks.first(checks.inputs_fit)
def forward(network, X):
    """Pass the inputs through the network, and keep every z and a.

    X : array, shape (n_samples, n_inputs), or (n_inputs,) for one sample

    Raises ValueError if X has another number of columns than the network has inputs.

    >>> network = Network([Layer([[2.0, -1.0]], [0.5]), Layer([[4.0]], [-2.0])])
    >>> passed = forward(network, [[1, 3]])
    >>> [z.round(4).tolist() for z in passed.zs], passed.output.round(4)
    ([[[-0.5]], [[-0.4898]]], array([[0.3799]]))
    """
    zs, activations = [], [X]
    for layer in network.layers:
        zs.append(layer.z(activations[-1]))
        activations.append(layer.activation.f(zs[-1]))
    return ForwardPass(tuple(zs), tuple(activations))


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
        layers = checks.some_of(Layer, self.layers, "layers")
        checks.layers_fit(layers, only_last=softmax)
        self.__dict__.update(layers=layers)

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
        sizes, rng = checks.as_sizes(sizes), checks.as_rng(rng)
        activations = checks.one_per_layer(activation, output_activation, len(sizes) - 1)
        draw_weights, draw_biases = weights_of(weights), uniform(biases, "biases")
        shapes = zip(sizes[1:], sizes, activations)
        layers = [Layer(draw_weights(rng, n, m), draw_biases(rng, n), f) for n, m, f in shapes]
        return cls(layers)

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
            (layer.weights, layer.biases, checks.name_to_save(layer.activation, ACTIVATIONS))
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
