"""toynn: neural networks small enough to read, for a course on how deep learning works.

Read the modules in this order: activations, costs, network, backprop, descent, datasets, metrics,
training. This package needs NumPy alone; plots, exercises and explore stand on top of it.
"""

from toynn.activations import (
    ACTIVATIONS,
    Activation,
    identity,
    leaky_relu,
    relu,
    sigmoid,
    softmax,
    softplus,
    step,
    tanh,
)
from toynn.backprop import Gradient, backward, numerical_gradient
from toynn.costs import COSTS, Cost, absolute, binary_cross_entropy, cross_entropy, quadratic
from toynn.datasets import Dataset
from toynn.descent import L1, L2, LearningRate, descend
from toynn.metrics import accuracy, confusion_matrix, most_likely, threshold
from toynn.network import ForwardPass, Layer, Network, Node, forward
from toynn.side_by_side import train_many
from toynn.training import Epoch, one_epoch, train
from toynn.watching import early_stopping, progress, report, until_flat

__version__ = "0.1.0"

__all__ = [
    "ACTIVATIONS",
    "COSTS",
    "L1",
    "L2",
    "Activation",
    "Cost",
    "Dataset",
    "Epoch",
    "ForwardPass",
    "Gradient",
    "Layer",
    "LearningRate",
    "Network",
    "Node",
    "absolute",
    "accuracy",
    "backward",
    "binary_cross_entropy",
    "confusion_matrix",
    "cross_entropy",
    "descend",
    "early_stopping",
    "forward",
    "identity",
    "leaky_relu",
    "most_likely",
    "numerical_gradient",
    "one_epoch",
    "progress",
    "quadratic",
    "relu",
    "report",
    "sigmoid",
    "softmax",
    "softplus",
    "step",
    "tanh",
    "threshold",
    "train",
    "train_many",
    "until_flat",
]
