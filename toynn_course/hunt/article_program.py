"""The article's program, rebuilt from what it does, with its two wrong derivatives.

It differs from toynn in four ways, and all four are kept here:

- The inputs enter a layer of nodes with weights and biases of its own, so that sizes (2, 2) are
  two weighted layers.
- A node subtracts its bias, but its derivative with respect to the bias is taken to be 1, as if
  it added it.
- After the first layer, the derivative of z_j with respect to w_jk is taken to be the activation of
  the node before that has number j, where it should be number k; it is 0 where there is no node j.
- Costs and gradients are sums over the samples, not means.

Either mistake can be fixed, to see what the other does alone. Many runs are trained side by side:
the first axis of every array is the run.
"""

import numpy as np


class Program:
    """Networks of the same sizes, one for each run, with random weights and biases."""

    def __init__(self, sizes, weights, biases, *, runs, rng, sign_fixed=False, index_fixed=False):
        rng = np.random.default_rng(rng)
        before = (sizes[0], *sizes[:-1])  # the first layer takes the inputs, one for each node
        self.weights = [
            rng.uniform(*weights, (runs, n, m)) for n, m in zip(sizes, before, strict=True)
        ]
        self.biases = [rng.uniform(*biases, (runs, n)) for n in sizes]
        self.sign = 1 if sign_fixed else -1
        self.index_fixed = index_fixed

    def calculate(self, inputs):
        """The inputs of one sample, then the activations of each layer."""
        runs = len(self.weights[0])
        activations = [np.tile(np.asarray(inputs, dtype=float), (runs, 1))]
        for W, b in zip(self.weights, self.biases, strict=True):
            z = np.einsum("rjk,rk->rj", W, activations[-1]) + self.sign * b
            activations.append(1 / (1 + np.exp(-z)))
        return activations

    def cost(self, inputs, targets):
        """The cost of one sample, summed over the outputs."""
        return ((self.calculate(inputs)[-1] - targets) ** 2).sum(axis=1) / 2

    def z_by_weight(self, layer, activations):
        """What is taken for dz_j/dw_jk: an array (runs, nodes, nodes before)."""
        before, W = activations[layer], self.weights[layer]
        if layer == 0 or self.index_fixed:
            return np.broadcast_to(before[:, None, :], W.shape)
        own_number = np.zeros(W.shape[:2])
        n = min(W.shape[1:])
        own_number[:, :n] = before[:, :n]
        return np.broadcast_to(own_number[:, :, None], W.shape)

    def gradient(self, inputs, targets):
        """For each layer, what is taken for the derivatives of one sample's cost."""
        activations = self.calculate(inputs)
        by_activation, gradients = activations[-1] - targets, []
        for layer in reversed(range(len(self.weights))):
            a = activations[layer + 1]
            by_z = by_activation * a * (1 - a)
            by_weight = by_z[:, :, None] * self.z_by_weight(layer, activations)
            gradients.append((by_weight, by_z))
            by_activation = np.einsum("rj,rjk->rk", by_z, self.weights[layer])
        return gradients[::-1]

    def train(self, X, Y, *, weight_rate, bias_rate, epochs):
        """Step after step, each with the sum over all samples."""
        for _ in range(epochs):
            samples = [self.gradient(x, y) for x, y in zip(X, Y, strict=True)]
            for layer, of_layer in enumerate(zip(*samples, strict=True)):
                by_weights, by_biases = map(sum, zip(*of_layer, strict=True))
                self.weights[layer] = self.weights[layer] - weight_rate * by_weights
                self.biases[layer] = self.biases[layer] - bias_rate * by_biases

    def total_cost(self, X, Y):
        """The cost of each run, summed over the samples."""
        return sum(self.cost(x, y) for x, y in zip(X, Y, strict=True))

    def n_right(self, X, Y):
        """How many runs answer every sample right when outputs are rounded, 0.5 upwards."""
        right = [
            (np.floor(self.calculate(x)[-1] + 0.5) == y).all(axis=1)
            for x, y in zip(X, Y, strict=True)
        ]
        return int(np.all(right, axis=0).sum())
