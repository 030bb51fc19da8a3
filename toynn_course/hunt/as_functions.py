"""The article's program as two functions of all its numbers in a row: what a test can ask."""

import numpy as np

from toynn_course.hunt.article_program import Program


def small_program(sizes=(2, 2), **fixed):
    """One run of the article's program, with biases that are not 0, as they are after a step.

    fixed : sign_fixed and index_fixed, to fix either mistake
    """
    return Program(sizes, weights=(-1, 1), biases=(-1, 1), runs=1, rng=1, **fixed)


def as_functions(program, data):
    """cost(w), gradient(w) and w: the numbers that the program has now, in a row.

    program : Program of one run; the cost is that of all samples together
    """
    shapes = [array.shape for array in (*program.weights, *program.biases)]
    ends = np.cumsum([int(np.prod(shape)) for shape in shapes])
    n_layers = len(program.weights)

    def put(w):
        parts = np.split(np.asarray(w, dtype=float), ends[:-1])
        arrays = [part.reshape(shape) for part, shape in zip(parts, shapes, strict=True)]
        program.weights, program.biases = arrays[:n_layers], arrays[n_layers:]

    def cost(w):
        put(w)
        return float(program.total_cost(data.X, data.Y)[0])

    def gradient(w):
        put(w)
        samples = [program.gradient(x, y) for x, y in data]
        layers = [
            [sum(parts) for parts in zip(*each, strict=True)] for each in zip(*samples, strict=True)
        ]
        return np.concatenate([each[i].ravel() for i in (0, 1) for each in layers])

    w = np.concatenate([array.ravel() for array in (*program.weights, *program.biases)])
    return cost, gradient, w
