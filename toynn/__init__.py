"""toynn: neural networks small enough to read, for a course on how deep learning works.

Read the modules in this order: activations, costs, initial, network, backprop, descent, metrics,
datasets, training, watching, and then side_by_side. What is asked of arguments and files is in
checks, csv_file and storage. All of it needs NumPy alone.
"""

from types import ModuleType as _Module

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
from toynn.descent import L1, L2, Adam, LearningRate, Momentum, descend
from toynn.metrics import accuracy, confusion_matrix, most_likely, threshold
from toynn.network import ForwardPass, Layer, Network, Node, forward
from toynn.side_by_side import train_many
from toynn.training import Epoch, one_epoch, train
from toynn.watching import early_stopping, progress, report, until_flat

__version__ = "0.1.0"

__all__ = [name for name, it in globals().items() if name[0] != "_" and type(it) is not _Module]
"""All of the names above, and none of the modules."""
