"""Autograd: numbers that remember what they were made from, and so can find every slope.

After micrograd by Andrej Karpathy, with a table of slopes where micrograd has closures.
"""

import math


class Value:
    """A number, what it was made from, and how the last result changes with it.

    data : the number
    made_from : pairs (value, slope): what went in, and how steeply this number rises with it
    grad : the derivative of the result with respect to this number, once `backward` was called
    sign : how it was made, for a picture; name : what it is called there

    >>> x = Value(3.0)
    >>> y = x * x + x
    >>> y.backward()
    >>> y.data, x.grad  # the derivative of x² + x is 2x + 1
    (12.0, 7.0)
    """

    def __init__(self, data, made_from=(), sign="", name=""):
        self.data, self.made_from, self.grad = data, made_from, 0.0
        self.sign, self.name = sign, name

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)), "+")

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)), "×")

    def tanh(self):
        """The hyperbolic tangent, whose slope is 1 - tanh²."""
        t = math.tanh(self.data)
        return Value(t, ((self, 1 - t * t),), "tanh")

    def in_order(self, seen=None):
        """The value and all behind it, each once, and after everything it was made from."""
        seen = {} if seen is None else seen
        if self not in seen:
            for value, _ in self.made_from:
                value.in_order(seen)
            seen[self] = True
        return list(seen)

    def pass_back(self):
        """Add a share, slope times grad, to the grad of each value that this one was made from."""
        for value, slope in self.made_from:
            value.grad += slope * self.grad

    def backward(self):
        """Add the derivative of this value with respect to everything behind it to each grad.

        Call it once for each result that you compute: like PyTorch's, it sets nothing back to 0.
        """
        self.grad = 1.0
        for value in reversed(self.in_order()):
            value.pass_back()

    def __repr__(self):
        return f"Value({self.data:.4g}, grad {self.grad:.4g})"
