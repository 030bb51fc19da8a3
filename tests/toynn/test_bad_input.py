"""Bad input: each is refused with what came, what was expected and what to do."""

import re
from fractions import Fraction

import numpy as np
import pytest

from toynn import (
    L1,
    L2,
    Activation,
    Cost,
    Dataset,
    Gradient,
    Layer,
    LearningRate,
    Network,
    Node,
    accuracy,
    backward,
    binary_cross_entropy,
    confusion_matrix,
    cross_entropy,
    descend,
    early_stopping,
    forward,
    numerical_gradient,
    one_epoch,
    quadratic,
    report,
    softmax,
    tanh,
    threshold,
    train,
    until_flat,
)
from toynn.datasets import circle, gate, read_csv, shifted, swap

nan, inf = float("nan"), float("inf")
network = Network.random((2, 3, 2), rng=0)
passed = forward(network, swap().X)
one_of_two = Network.random((2, 3, 2), output_activation=softmax, rng=0)
mine = Activation("mine", np.abs)


def trained(network=network, data=None, **options):
    options = {"epochs": 2, "learning_rate": 1.0} | options
    return train(network, swap() if data is None else data, **options)


def made(sizes=(2, 3, 2), rng=0, **options):
    return Network.random(sizes, rng=rng, **options)


CASES = {
    # name: (call, error, what came, what was expected, what to do)
    "inputs: too many": (
        lambda: network([1, 2, 3]),
        (ValueError, "X has 3 columns", "takes 2 inputs", "pass one row per sample"),
    ),
    "inputs: too few, in rows": (
        lambda: forward(network, [[1], [2]]),
        (ValueError, "X has 1 columns", "Network(2-3-2, sigmoid) takes 2", "shape (n_samples, 2)"),
    ),
    "inputs: too many for a layer": (
        lambda: network.layers[0]([1, 2, 3]),
        (ValueError, "inputs have shape (3,)", "takes 2 inputs", "give one number for each"),
    ),
    "inputs: a number for a layer": (
        lambda: network.layers[0](1),
        (ValueError, "inputs have shape ()", "takes 2 inputs", "give one number for each"),
    ),
    "inputs: too many for a node": (
        lambda: network.layers[0][0]([1, 2, 3]),
        (ValueError, "inputs have shape (3,)", "2 weights", "give a row of 2 numbers"),
    ),
    "inputs: rows for a node": (
        lambda: network.layers[0][0].z([[1, 2], [3, 4]]),
        (ValueError, "inputs have shape (2, 2)", "2 weights", "give a row of 2 numbers"),
    ),
    "inputs: a single number": (
        lambda: network(5),
        (ValueError, "X has shape ()", "one row per sample", "write one sample as [[...]]"),
    ),
    "inputs: three dimensions": (
        lambda: network(np.ones((1, 2, 2))),
        (ValueError, "X has shape (1, 2, 2)", "one row per sample", "write one sample as"),
    ),
    "outputs: too many targets": (
        lambda: backward(network, passed, [[1, 2, 3]] * 2, quadratic),
        (ValueError, "targets have shape (2, 3)", "outputs (2, 2)", "one target for each output"),
    ),
    "outputs: too few samples": (
        lambda: backward(network, passed, [[1, 2]], quadratic),
        (ValueError, "targets have shape (1, 2)", "outputs (2, 2)", "one row for each sample"),
    ),
    "outputs: of the data": (
        lambda: trained(made((2, 3))),
        (ValueError, "2 inputs and 2 outputs", "takes 2 and gives 3", "of sizes (2, ..., 2)"),
    ),
    "inputs: of the data": (
        lambda: trained(made((3, 2))),
        (ValueError, "2 inputs and 2 outputs", "takes 3 and gives 2", "of sizes (2, ..., 2)"),
    ),
    "data: fewer targets than inputs": (
        lambda: Dataset([[1], [2]], [[1]]),
        (ValueError, "X has 2 rows", "Y has 1", "give one target row per sample"),
    ),
    "data: a flat list of targets": (
        lambda: Dataset([[1], [2]], [1, 2]),
        (ValueError, "Y has shape (2,)", "one row per sample", ".reshape(-1, 1)"),
    ),
    "data: nothing, as objects": (
        lambda: Dataset(np.array([], dtype=object), [[1]]),
        (ValueError, "X has shape (0,)", "a table with one row per sample", "at least one row"),
    ),
    "data: nothing, as texts": (
        lambda: Dataset(np.array([], dtype=str), [[1]]),
        (ValueError, "X has shape (0,)", "a table with one row per sample", "at least one row"),
    ),
    "numbers: beyond the largest float": (
        lambda: network([10**309, 1]),
        (TypeError, "X holds 1000", "expected numbers only", "turn every value into a number"),
    ),
    "numbers: a rate beyond the largest float": (
        lambda: trained(learning_rate=10**309),
        (ValueError, "learning_rate is 1000", "a finite number of at least 0", "such as 0.1"),
    ),
    "numbers: one that is nan": (
        lambda: Node(nan, 0),
        (ValueError, "weights is nan", "expected a finite number", "correct the value"),
    ),
    "ragged rows: in data": (
        lambda: Dataset([[1, 2], [3]], [[1], [2]]),
        (ValueError, "X is ragged: row 0 has 2 values but row 1 has 1", "", "the same number"),
    ),
    "ragged rows: of inputs": (
        lambda: network([[1, 2], [3, 4, 5]]),
        (ValueError, "X is ragged: row 0 has 2 values but row 1 has 3", "", "the same number"),
    ),
    "ragged rows: a number among them": (
        lambda: network([[1, 2], 3]),
        (ValueError, "X is ragged: row 0 has 2 values but row 1 has 1", "", "the same number"),
    ),
    "ragged rows: further in": (
        lambda: Dataset([[1, [2, 3]]], [[1]]),
        (ValueError, "X does not form a table", "", "the same number of values"),
    ),
    "ragged rows: of targets": (
        lambda: backward(network, passed, [[1, 2], [3]], quadratic),
        (ValueError, "targets is ragged", "row 1 has 1", "the same number of values"),
    ),
    "ragged rows: of weights": (
        lambda: Layer([[1, 2], [3]], [0, 0]),
        (ValueError, "weights is ragged", "row 1 has 1", "the same number of values"),
    ),
    "strings: in data": (
        lambda: Dataset([[1, 2], [3, "four"]], [[1], [2]]),
        (TypeError, "X holds 'four'", "expected numbers only", "turn every value into a number"),
    ),
    "strings: of digits": (
        lambda: network(["1", "2"]),
        (TypeError, "X holds '1'", "expected numbers only", "turn every value into a number"),
    ),
    "strings: a node's input": (
        lambda: network.layers[0][0]([1, "two"]),
        (TypeError, "inputs holds 'two'", "expected numbers only", "turn every value"),
    ),
    "strings: a layer's input": (
        lambda: network.layers[0]([1, "two"]),
        (TypeError, "inputs holds 'two'", "expected numbers only", "turn every value"),
    ),
    "strings: z": (
        lambda: tanh("high"),
        (TypeError, "z holds 'high'", "expected numbers only", "turn every value into a number"),
    ),
    "strings: outputs": (
        lambda: threshold(["high"]),
        (TypeError, "outputs holds 'high'", "expected numbers only", "turn every value"),
    ),
    "gaps: None in data": (
        lambda: Dataset([[1, None]], [[1]]),
        (TypeError, "X holds None", "expected numbers only", "leave out the rows that have none"),
    ),
    "complex numbers": (
        lambda: network([1j, 2]),
        (TypeError, "X holds 1j", "expected numbers only", "turn every value into a number"),
    ),
    "NaN: in data": (
        lambda: Dataset([[1, 2], [3, nan]], [[1], [2]]),
        (ValueError, "X[1, 1] is nan", "expected a finite number", "leave out its row"),
    ),
    "NaN: in targets": (
        lambda: Dataset([[1, 2]], [[nan]]),
        (ValueError, "Y[0, 0] is nan", "expected a finite number", "correct the value"),
    ),
    "NaN: among inputs": (
        lambda: network([1, nan]),
        (ValueError, "X[0, 1] is nan", "expected a finite number", "correct the value"),
    ),
    "infinity: in data": (
        lambda: Dataset([[1, -inf]], [[1]]),
        (ValueError, "X[0, 1] is -inf", "expected a finite number", "leave out its row"),
    ),
    "infinity: in weights": (
        lambda: Layer([[inf]], [0]),
        (ValueError, "weights[0, 0] is inf", "expected a finite number", "correct the value"),
    ),
    "NaN: in biases": (
        lambda: Layer([[1]], [nan]),
        (ValueError, "biases[0] is nan", "expected a finite number", "correct the value"),
    ),
    "empty data": (
        lambda: Dataset([], []),
        (ValueError, "X has shape (0,)", "one row per sample", "at least one row"),
    ),
    "empty data: no columns": (
        lambda: Dataset([[], []], [[1], [2]]),
        (ValueError, "X has shape (2, 0)", "one row per", "row and column"),
    ),
    "empty inputs": (
        lambda: network(np.ones((0, 2))),
        (ValueError, "X has shape (0, 2)", "one row per", "at least one row"),
    ),
    "empty rows of a data set": (
        lambda: swap()[5:],
        (ValueError, "X has shape (0, 2)", "one row per", "at least one row"),
    ),
    "sizes: of length 1": (
        lambda: made((2,)),
        (ValueError, "sizes is (2,)", "at least the number of inputs", "write (2, 5, 2)"),
    ),
    "sizes: none": (
        lambda: made(()),
        (ValueError, "sizes is ()", "at least the number of inputs", "write (2, 5, 2)"),
    ),
    "sizes: a number": (
        lambda: made(5),
        (ValueError, "sizes is 5", "at least the number of inputs", "write (2, 5, 2)"),
    ),
    "sizes: a string": (
        lambda: made("252"),
        (ValueError, "sizes is '252'", "at least the number of inputs", "write (2, 5, 2)"),
    ),
    "sizes: zero": (
        lambda: made((2, 0, 1)),
        (ValueError, "sizes[1] is 0", "a whole number of at least 1", "give a larger one"),
    ),
    "sizes: negative": (
        lambda: made((-2, 1)),
        (ValueError, "sizes[0] is -2", "a whole number of at least 1", "give a larger one"),
    ),
    "sizes: fractional": (
        lambda: made((2, 1.5)),
        (TypeError, "sizes[1] is 1.5", "expected a whole number", "without a decimal point"),
    ),
    "sizes: an array within": (
        lambda: made((2, np.array([3, 4]))),
        (TypeError, "sizes[1] is array([3, 4])", "expected a whole number", "such as 10"),
    ),
    "sizes: true": (
        lambda: made((2, True)),
        (TypeError, "sizes[1] is True", "expected a whole number", "without a decimal point"),
    ),
    "epochs: zero": (
        lambda: trained(epochs=0),
        (ValueError, "epochs is 0", "a whole number of at least 1", "give a larger one"),
    ),
    "epochs: negative": (
        lambda: trained(epochs=-5),
        (ValueError, "epochs is -5", "a whole number of at least 1", "give a larger one"),
    ),
    "epochs: fractional": (
        lambda: trained(epochs=2.5),
        (TypeError, "epochs is 2.5", "expected a whole number", "without a decimal point"),
    ),
    "epochs: a string": (
        lambda: trained(epochs="10"),
        (TypeError, "epochs is '10'", "expected a whole number", "without a decimal point"),
    ),
    "batch size: zero": (
        lambda: trained(batch_size=0),
        (ValueError, "batch_size is 0", "a whole number of at least 1", "give a larger one"),
    ),
    "batch size: larger than the data": (
        lambda: trained(batch_size=3),
        (ValueError, "batch_size is 3", "only 2 samples", "use batch_size=None"),
    ),
    "batch size: fractional": (
        lambda: trained(batch_size=1.0),
        (TypeError, "batch_size is 1.0", "expected a whole number", "without a decimal point"),
    ),
    "learning rate: negative": (
        lambda: trained(learning_rate=-0.1),
        (ValueError, "learning_rate is -0.1", "a finite number of at least 0", "such as 0.1"),
    ),
    "learning rate: NaN": (
        lambda: trained(learning_rate=nan),
        (ValueError, "learning_rate is nan", "a finite number of at least 0", "such as 0.1"),
    ),
    "learning rate: infinite": (
        lambda: trained(learning_rate=inf),
        (ValueError, "learning_rate is inf", "a finite number of at least 0", "such as 0.1"),
    ),
    "learning rate: a string": (
        lambda: trained(learning_rate="fast"),
        (TypeError, "learning_rate is 'fast'", "expected a number", "such as 0.1"),
    ),
    "learning rate: true": (
        lambda: trained(learning_rate=True),
        (TypeError, "learning_rate is True", "expected a number", "such as 0.1"),
    ),
    "learning rate: negative for weights": (
        lambda: LearningRate(weights=-1, biases=0),
        (ValueError, "rate of the weights is -1", "a finite number of at least 0", "such as 0.1"),
    ),
    "learning rate: NaN for biases": (
        lambda: LearningRate(weights=1, biases=nan),
        (ValueError, "rate of the biases is nan", "a finite number of at least 0", "such as 0.1"),
    ),
    "learning rate: negative, of a step": (
        lambda: descend(network, backward(network, passed, swap().Y, quadratic), -1),
        (ValueError, "learning_rate is -1", "a finite number of at least 0", "such as 0.1"),
    ),
    "penalty: negative": (
        lambda: L1(-0.1),
        (ValueError, "rate of the penalty is -0.1", "a finite number of at least 0", "such as"),
    ),
    "penalty: NaN": (
        lambda: L2(nan),
        (ValueError, "rate of the penalty is nan", "a finite number of at least 0", "such as"),
    ),
    "penalty: its rate alone": (
        lambda: trained(penalty=0.1),
        (TypeError, "penalty is 0.1", "expected a penalty", "write L2(0.01)"),
    ),
    "penalty: its rate alone, in a step": (
        lambda: descend(network, backward(network, passed, swap().Y, quadratic), 1, 0.1),
        (TypeError, "penalty is 0.1", "expected a penalty", "write L2(0.01)"),
    ),
    "activation: unknown, nearly right": (
        lambda: made(activation="sigmod"),
        (ValueError, "no activation called 'sigmod'", "did you mean 'sigmoid'?", "The names are"),
    ),
    "activation: unknown": (
        lambda: made(output_activation="xyz"),
        (ValueError, "no activation called 'xyz'", "choose one of sigmoid, tanh", "softmax"),
    ),
    "activation: not a name": (
        lambda: Node([1], 0, np.tanh),
        (TypeError, "activation is <ufunc 'tanh'>", "expected a name", "choose one of sigmoid"),
    ),
    "activation: of a cost": (
        lambda: binary_cross_entropy([0.5], [1.0], "xyz"),
        (ValueError, "no activation called 'xyz'", "choose one of", "sigmoid"),
    ),
    "activations: too many": (
        lambda: made(activation=["tanh"] * 3),
        (ValueError, "3 activations", "for 2 layers", "give one for each layer"),
    ),
    "cost: unknown": (
        lambda: trained(cost="quadratc"),
        (ValueError, "no cost called 'quadratc'", "did you mean 'quadratic'?", "The names are"),
    ),
    "cost: not a name": (
        lambda: trained(cost=3),
        (TypeError, "cost is 3", "expected a name", "choose one of quadratic"),
    ),
    "cost: unknown, in backward": (
        lambda: backward(network, passed, swap().Y, "mse"),
        (ValueError, "no cost called 'mse'", "choose one of", "quadratic"),
    ),
    "softmax: with the quadratic cost": (
        lambda: trained(made(output_activation="softmax")),
        (
            ValueError,
            "quadratic does not go with softmax",
            "one answer",
            "use cross_entropy",
        ),
    ),
    "softmax: with the quadratic cost, in backward": (
        lambda: backward(one_of_two, forward(one_of_two, swap().X), swap().Y, quadratic),
        (
            ValueError,
            "quadratic does not go with softmax",
            "one answer",
            "use cross_entropy",
        ),
    ),
    "softmax: in a hidden layer": (
        lambda: made(activation="softmax"),
        (ValueError, "layer 1 is hidden and has softmax", "belongs to the output", "use tanh"),
    ),
    "softmax: over one node": (
        lambda: made((2, 1), activation="softmax"),
        (ValueError, "softmax over a single node", "always 1", "use sigmoid for one output"),
    ),
    "softmax: targets that share no answer": (
        lambda: trained(
            made(output_activation="softmax"), Dataset([[1, 0]], [[1, 1]]), cost="cross_entropy"
        ),
        (ValueError, "add up to 2", "add up to 1", "use sigmoid for several answers"),
    ),
    "cross-entropy: targets of which one shares no answer": (
        lambda: trained(
            made(output_activation="softmax"),
            Dataset([[1, 0], [0, 1]], [[1, 0], [1, 1]]),
            cost="cross_entropy",
        ),
        (ValueError, "add up to 2", "must add up to 1", "use sigmoid for several answers"),
    ),
    "cross-entropy: outputs of which one shares no answer": (
        lambda: cross_entropy([[0.5, 0.5], [0.9, 0.9]], [[1, 0], [0, 1]]),
        (
            ValueError,
            "add up to 1.8",
            "share one answer and add up to 1",
            "use binary_cross_entropy",
        ),
    ),
    "cross-entropy: a single output": (
        lambda: cross_entropy([[1.0]], [[1.0]]),
        (
            ValueError,
            "a single output",
            "of softmax, which are several",
            "use binary_cross_entropy",
        ),
    ),
    "cross-entropy: with tanh": (
        lambda: trained(made(activation="tanh"), cost="binary_cross_entropy"),
        (
            ValueError,
            "not go with tanh",
            "outputs from 0 to 1",
            "binary_cross_entropy with sigmoid",
        ),
    ),
    "cross-entropy: with targets of -1": (
        lambda: trained(made((2, 1)), circle(10, rng=0), cost="binary_cross_entropy"),
        (ValueError, "targets run from -1 to 1", "takes 0 to 1", "rescale the targets"),
    ),
    "training: with step": (
        lambda: trained(made(activation="step", output_activation="sigmoid")),
        (TypeError, "step has no derivative", "is needed here", "use sigmoid or tanh"),
    ),
    "training: with an output of step": (
        lambda: trained(made(output_activation="step")),
        (TypeError, "step has no derivative", "is needed here", "use sigmoid or tanh"),
    ),
    "training: with one's own without a derivative": (
        lambda: trained(made(activation=mine)),
        (
            TypeError,
            "mine has no derivative",
            "is needed here",
            "Activation('mine', f, f_prime)",
        ),
    ),
    "training: the kind of a penalty for one": (
        lambda: trained(penalty=L2),
        (TypeError, "penalty is <class", "expected a penalty", "write L2(0.01)"),
    ),
    "training: a whole number for a network": (
        lambda: trained(5),
        (TypeError, "network is an int", "expected a Network", "write train(network,"),
    ),
    "training: arrays for a data set": (
        lambda: trained(data=([[1, 0]], [[0, 1]])),
        (TypeError, "data is a tuple", "expected a Dataset", "write train(network, Dataset(X, Y)"),
    ),
    "training: the two the wrong way round": (
        lambda: trained(swap(), network),
        (TypeError, "network is a Dataset", "expected a Network", "write train(network,"),
    ),
    "training: a name for a decision": (
        lambda: trained(decide="rounding"),
        (TypeError, "decide is 'rounding'", "expected a function", "pass threshold"),
    ),
    "training: a fractional seed": (
        lambda: trained(rng=0.5),
        (TypeError, "rng is 0.5", "expected a whole number", "without a decimal point"),
    ),
    "seed: none": (
        lambda: made(rng=None),
        (TypeError, "rng is None", "expected a whole number", "such as 10"),
    ),
    "seed: negative": (
        lambda: made(rng=-1),
        (ValueError, "rng is -1", "a whole number of at least 0", "give a larger one"),
    ),
    "weights: the wrong way round": (
        lambda: made(weights=(1, -1)),
        (ValueError, "weights is (1, -1)", "the lower number first", "write (-1, 1)"),
    ),
    "weights: a number": (
        lambda: made(weights=0.5),
        (TypeError, "weights is 0.5", "expected a pair", "such as (-1, 1)"),
    ),
    "weights: NaN": (
        lambda: made(weights=(nan, 1)),
        (ValueError, "weights is nan", "expected a finite number", "such as 0.1"),
    ),
    "weights: an unknown scheme": (
        lambda: made(weights="xavir"),
        (ValueError, "called 'xavir'", "did you mean 'xavier'?", "The names are xavier, he, zero"),
    ),
    "biases: three numbers": (
        lambda: made(biases=(0, 0, 0)),
        (TypeError, "biases is (0, 0, 0)", "expected a pair", "such as (-1, 1)"),
    ),
    "a layer: too many biases": (
        lambda: Layer([[1, 2]], [0, 0]),
        (ValueError, "biases have shape (2,)", "weights (1, 2)", "give one bias per node"),
    ),
    "a layer: a flat row of weights": (
        lambda: Layer([1, 2], [0]),
        (ValueError, "weights has shape (2,)", "one row per node", "write one node as [[...]]"),
    ),
    "a node: a table of weights": (
        lambda: Node([[1, 2], [3, 4]], 0),
        (ValueError, "weights have shape (2, 2)", "a row of numbers", "one weight for each input"),
    ),
    "a node: no number for a bias": (
        lambda: Node([1, 2], None),
        (TypeError, "bias is None", "expected a number", "such as 0.1"),
    ),
    "a network: layers that do not fit": (
        lambda: Network([Layer([[1, 2]], [0]), Layer([[1, 2]], [0])]),
        (ValueError, "layer 2 takes 2 inputs", "layer 1 has 1 nodes", "must be the same"),
    ),
    "a network: no layers": (
        lambda: Network([]),
        (TypeError, "layers is []", "expected one Layer or more", "in a list"),
    ),
    "a network: something else": (
        lambda: Network([(2, 3)]),
        (TypeError, "layers is [(2, 3)]", "expected one Layer or more", "in a list"),
    ),
    "backward: outputs for a pass": (
        lambda: backward(network, network([1, 0]), [[0, 1]], quadratic),
        (
            TypeError,
            "passed is of the type ndarray",
            "expected what forward returned",
            "write forward(network, X)",
        ),
    ),
    "gradients: too few": (
        lambda: descend(network, [], 1.0),
        (ValueError, "number of gradients is 0", "has 2 layers", "give what backward returned"),
    ),
    "gradients: of another shape": (
        lambda: descend(Network([Layer([[1.0], [2.0]], [0, 0])]), [Gradient([[1.0]], [1.0])], 1),
        (ValueError, "the shapes (1, 1) and (1,)", "has weights (2, 1)", "give what backward"),
    ),
    "nudge: zero": (
        lambda: numerical_gradient(network, swap().X, swap().Y, quadratic, nudge=0),
        (ValueError, "nudge is 0", "a number above 0", "leave it at 1e-5"),
    ),
    "nudge: NaN": (
        lambda: numerical_gradient(network, swap().X, swap().Y, quadratic, nudge=nan),
        (ValueError, "nudge is nan", "expected a finite number", "such as 0.1"),
    ),
    "one's own activation: no function": (
        lambda: Activation("mine", 3),
        (TypeError, "f of mine is 3", "expected a function of z", ""),
    ),
    "one's own activation: of single numbers": (
        lambda: Activation("mine", lambda z: max(z, 0)),
        (ValueError, "f of mine", "an array of the same shape", "such as np.maximum"),
    ),
    "one's own activation: a derivative that is a number": (
        lambda: Activation("mine", np.abs, lambda z: 1.0),
        (ValueError, "f_prime of mine", "gave ()", "expected an array of the same shape"),
    ),
    "accuracy: of different shapes": (
        lambda: accuracy([[1, 0]], [[1]]),
        (ValueError, "decisions have shape (1, 2)", "targets (1, 1)", "one target for each"),
    ),
    "confusion matrix: outputs that are no decisions": (
        lambda: confusion_matrix([[0.9, 0.1]], [[1, 0]]),
        (
            ValueError,
            "decisions are not one-hot",
            "a single 1 and 0 everywhere else",
            "with most_likely",
        ),
    ),
    "confusion matrix: targets with two answers": (
        lambda: confusion_matrix([[1, 0]], [[1, 1]]),
        (
            ValueError,
            "targets are not one-hot",
            "a single 1 and 0 everywhere else",
            "with most_likely",
        ),
    ),
    "confusion matrix: of different lengths": (
        lambda: confusion_matrix([[1, 0]], [[1, 0], [1, 0]]),
        (ValueError, "shape (1, 2) and targets (2, 2)", "the same shape", "one target for each"),
    ),
    "report: every 0": (
        lambda: report(trained(), every=0),
        (ValueError, "every is 0", "a whole number of at least 1", "give a larger one"),
    ),
    "until flat: a negative tolerance": (
        lambda: until_flat(trained(), tolerance=-1),
        (ValueError, "tolerance is -1", "a finite number of at least 0", "such as 0.1"),
    ),
    "until flat: no patience": (
        lambda: until_flat(trained(), tolerance=0, patience=0),
        (ValueError, "patience is 0", "a whole number of at least 1", "give a larger one"),
    ),
    "early stopping: no patience": (
        lambda: early_stopping(trained(), swap(), patience=0),
        (ValueError, "patience is 0", "a whole number of at least 1", "give a larger one"),
    ),
    "early stopping: arrays for a data set": (
        lambda: early_stopping(trained(), swap().X),
        (TypeError, "validation is an ndarray", "expected a Dataset", "data.split(rng=0)"),
    ),
    "early stopping: an unknown cost": (
        lambda: early_stopping(trained(), swap(), cost="mse"),
        (ValueError, "no cost called 'mse'", "choose one of", "quadratic"),
    ),
    "split: nothing to train with": (
        lambda: swap().split(1.0, rng=0),
        (ValueError, "test=1.0 of 2 samples", "0 to train", "choose another share"),
    ),
    "split: nothing to test with": (
        lambda: swap().split(0.0, rng=0),
        (ValueError, "test=0.0 of 2 samples", "0 to test with", "choose another share"),
    ),
    "split: a negative share": (
        lambda: swap().split(-0.5, rng=0),
        (ValueError, "test is -0.5", "a finite number of at least 0", "such as 0.1"),
    ),
    "gate: unknown": (
        lambda: gate("not"),
        (ValueError, "no gate called 'not'", "choose one of", "and, or, nand, xor"),
    ),
    "cloud: too few points": (
        lambda: circle(1, rng=0),
        (ValueError, "n is 1", "a whole number of at least 2", "give a larger one"),
    ),
    "cloud: too much noise": (
        lambda: circle(noise=50, rng=0),
        (ValueError, "noise is 50", "a share from 0 to 1", "0.5 is already a lot"),
    ),
    "shifted: no images": (
        lambda: shifted(swap(), rng=0),
        (ValueError, "has 2 inputs", "the pixels of square images", "use digits()"),
    ),
    "shifted: by half a pixel": (
        lambda: shifted(Dataset(np.ones((1, 4)), [[1]]), rng=0, by=0.5),
        (TypeError, "by is 0.5", "expected a whole number", "without a decimal point"),
    ),
    "CSV: the number of a column": (
        lambda: read_csv("none.csv", targets=2),
        (TypeError, "targets is 2", "expected names of columns", "write targets='price'"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_refused_with_what_came_what_was_expected_and_what_to_do(name):
    call, (error, *parts) = CASES[name]
    with pytest.raises(error) as caught:
        call()
    assert type(caught.value) is error
    assert [part for part in parts if part not in str(caught.value)] == []


@pytest.mark.parametrize("name", CASES)
def test_an_error_is_one_or_two_plain_sentences(name):
    call, (error, *_) = CASES[name]
    with pytest.raises(error) as caught:
        call()
    message = str(caught.value)
    assert len(message) < 300
    assert "\n" not in message
    assert not re.search(r"np\.|<function|object at 0x|dtype", message.replace("np.maximum", ""))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: forward(network), "forward() missing 1 required positional argument: 'X'"),
        (lambda: descend(network, [], 0.1, pen=1), "descend() got an unexpected keyword argument"),
        (lambda: one_epoch(network, swap()), "one_epoch() missing 3 required positional arguments"),
    ],
)
def test_an_argument_that_is_missing_or_unknown_is_one_of_the_function_that_was_called(call, said):
    with pytest.raises(TypeError, match=re.escape(said)):
        call()


def test_good_input_of_other_kinds_is_taken():
    assert made((np.int64(2), 3)).sizes == (2, 3)
    assert made([2, 3]).sizes == (2, 3)
    assert network([True, False]).shape == (2,)
    assert np.array_equal(network(np.array([1, 0.5], dtype=object)), network([1, 0.5]))
    assert np.array_equal(network([Fraction(1, 2), 10**30]), network([0.5, 1e30]))
    assert network(np.array([1, 0], dtype=np.int8)).shape == (2,)
    assert made(weights=[-1, 1]) == made(weights=(-1, 1))
    assert LearningRate.of(np.float32(0.5)) == LearningRate(weights=0.5, biases=0.5)
    assert len(list(trained(epochs=np.int64(2), batch_size=np.int64(1)))) == 3
    assert Cost("mine", quadratic.f, quadratic.f_prime)([1.0], [0.0]) == 0.5
