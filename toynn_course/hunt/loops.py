"""Three training loops of notebook 08, each with one mistake, as people really make them."""

import inspect

from toynn import backward, descend, forward, quadratic


def program_a(start, data, epochs, rate, size, rng):
    network = start
    for _ in range(epochs):
        for X, Y in data.batches(size, rng):
            gradients = backward(network, forward(network, X), Y, quadratic)
            network = descend(start, gradients, rate)
        yield quadratic(network(data.X), data.Y)


def program_b(network, data, epochs, rate, size, rng):
    X, Y = data.X, data.Y
    for _ in range(epochs):
        X = rng.permutation(X)
        Y = rng.permutation(Y)
        for i in range(0, len(X), size):
            x, y = X[i : i + size], Y[i : i + size]
            gradients = backward(network, forward(network, x), y, quadratic)
            network = descend(network, gradients, rate)
        yield quadratic(network(data.X), data.Y)


def program_c(network, data, epochs, rate, rule):
    for _ in range(epochs):
        memory = None
        gradients = backward(network, forward(network, data.X), data.Y, quadratic)
        directions, memory = rule.directions(gradients, memory)
        network = descend(network, directions, rate)
        yield quadratic(network(data.X), data.Y)


def numbered(program):
    """The text of a program, with a number before each line.

    >>> print(numbered(program_c).splitlines()[2])
    3          memory = None
    """
    lines = inspect.getsource(program).rstrip().splitlines()
    return "\n".join(f"{number:<2} {line}" for number, line in enumerate(lines, 1))
