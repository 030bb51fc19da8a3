"""07.layer: the gradient of one layer, from its deltas."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, case

ex = Exercise(
    "07.layer",
    title="One layer",
    task="Write `layer_gradient(delta, a)`: dC/dW and dC/db of one layer, as a pair. Both arrays "
    "have a row for each sample: `delta` has dC/dz of each node, `a` what the layer was given. The "
    "cost is a mean over the samples, so both results are means as well.",
    hints=(
        "For one sample, dC/dw_jk is delta_j times a_k, and dC/db_j is delta_j.",
        "`delta.T @ a` multiplies every delta with every a and adds up over the samples.",
        "`delta.T @ a / n` and `delta.sum(axis=0) / n`, with n = `len(delta)`.",
    ),
    why="Suppose every sample is in the data twice. What happens to the gradient?",
    because="Nothing: a mean stays the same. Had you taken the sum, it would have doubled, and "
    "with it every step downhill.",
    expects="a pair of arrays, dC/dW and dC/db",
    cases=(
        case(np.array([[1.0, 2.0], [3.0, -1.0]]), np.array([[1.0, 0.0, 2.0], [0.5, 1.0, -1.0]])),
        case(np.array([[0.5, -2.0]]), np.array([[1.0, 3.0, -1.0]])),
        case(np.array([[1, 2], [0, 4], [-3, 1]]), np.array([[2, 1], [1, 5], [0, 3]])),
        case(np.array([[0.5, 1, 2], [4, 3, 2], [1, 0, 1]]), np.array([[2, 1], [0, 1], [3, 0.5]])),
    ),
    draw=lambda rng: (rng.uniform(-1, 1, (4, 3)).round(2), rng.uniform(-1, 1, (4, 2)).round(2)),
)


@ex.solution
def layer_gradient(delta, a):
    """The pair dC/dW and dC/db of one layer, as means over the samples.

    delta : dC/dz, a row for each sample; a : what the layer was given, a row for each sample
    """
    n = len(delta)
    return delta.T @ a / n, delta.sum(axis=0) / n


WEIGHTS, BIASES = "delta.T @ a / n", "delta.sum(axis=0) / n"


@ex.right
def sample_by_sample(delta, a):
    outer = [np.outer(d, row) for d, row in zip(delta, a, strict=True)]
    return sum(outer) / len(outer), np.mean(delta, axis=0)


ex.right(edits=[{WEIGHTS: "(delta / n).T @ a"}, {WEIGHTS: "np.einsum('nj,nk->jk', delta, a) / n"}])

# fmt: off
ex.mistake("the sum over the samples, not the mean",
    "You add up over the samples and do not divide by their number. The cost is a mean, so its "
    "derivatives are means, too.",
    "How many samples are there? `len(delta)` knows.",
    edits=[{"delta.T @ a / n": "delta.T @ a", BIASES: "delta.sum(axis=0)"},
           {WEIGHTS: "delta.T @ a"}, {BIASES: "delta.sum(axis=0)"}])
ex.mistake("rows and columns are swapped",
    "Your dC/dW has a row for each input. W has a row for each node, and its gradient must have "
    "the same shape, or you cannot subtract it.",
    "In which order should `delta.T` and `a` be multiplied?",
    "`delta.T @ a`",
    edits=[{"delta.T @ a": "a.T @ delta"}])
ex.mistake("nothing is transposed",
    "You multiply `delta @ a`. Both have a row for each sample, so the columns of the one do not "
    "fit the rows of the other.",
    "The samples are what should be summed over. Turn one of the two with `.T`.",
    edits=[{"delta.T @ a": "delta @ a"}])
ex.mistake("number by number",
    "You multiply with `*`, number by number. Here every delta meets every activation, and the "
    "samples are added up: that is what `@` does.",
    "`delta.T @ a`",
    edits=[{"delta.T @ a": "delta * a"}, {"delta.T @ a": "delta.T * a"}])
ex.mistake("divided by something else",
    "You do not divide by the number of samples, but by another size of the arrays, such as the "
    "number of nodes.",
    "Samples are rows: `len(delta)`.",
    edits=[edit for size in ("delta.shape[1]", "delta.size", "a.shape[1]", "a.size")
           for edit in ({"len(delta)": size}, {WEIGHTS: f"delta.T @ a / {size}"},
                        {BIASES: f"delta.sum(axis=0) / {size}"})])
ex.mistake("the biases have a number for each sample",
    "Your dC/db adds up over the nodes, or does not add up at all. It needs one number for each "
    "node: the mean of a column.",
    "`axis=0` adds up over the rows, `axis=1` over the columns.",
    edits=[{BIASES: "delta.sum(axis=1) / n"}, {BIASES: "delta.mean(axis=1)"},
           {BIASES: "delta / n"}, {BIASES: "delta"}])
ex.mistake("one number for all biases",
    "Your dC/db is a single number. Each node has a bias of its own, so there is one for each.",
    "Give `sum` or `mean` an axis.",
    edits=[{BIASES: "delta.sum() / n"}, {BIASES: "delta.mean()"}])
ex.mistake("the bias with a minus sign",
    "Your dC/db has the wrong sign. z grows by 1 for each unit of b, so the factor is +1.",
    "z = Wa + b. What is dz/db?",
    edits=[{BIASES: "-delta.sum(axis=0) / n"}])
ex.mistake("one sample only",
    "You look at one sample. The gradient is the mean over all of them.",
    "Which rows of `delta` and `a` do you use?",
    edits=[{WEIGHTS: f"np.outer(delta[{i}], a[{i}])", BIASES: f"delta[{i}]"} for i in (0, -1)])
ex.mistake("the wrong index",
    "All numbers in a row of your dC/dW are the same. Weight w_jk gets the activation that it was "
    "multiplied by: a_k, the one with its second index.",
    "delta has the first index of w_jk. Which index does a have?",
    edits=[{WEIGHTS: "(delta * (a @ np.eye(a.shape[1], delta.shape[1]))).sum(axis=0)[:, None] / n "
                     "* np.ones(a.shape[1])"}])
