"""03.count: how many weights and biases a network has."""
# ruff: noqa: RUF007 - zip is what the hint shows

from toynn_course.exercises.engine.exercise import Exercise, case

ex = Exercise(
    "03.count",
    title="Count the parameters",
    task="Write `count_params(sizes)`: how many weights and biases a network has. `sizes` is a "
    "tuple of two or more sizes, such as (2, 5, 2).",
    hints=(
        "How many numbers does one node have if k inputs go into it?",
        "A layer of j nodes with k inputs has j × k weights and j biases.",
        "Take the sizes in pairs: `zip(sizes[:-1], sizes[1:])`.",
    ),
    why="Which layer of (64, 30, 10) has most of the parameters, and why?",
    because="The first: 30 nodes with 64 weights and a bias each make 1950. The second has only "
    "310. What matters is the product of two neighbouring sizes.",
    cases=(case((2, 5, 2)), case((3, 1)), case((1, 4, 2)), case((4, 3, 6, 2))),
    draw=lambda rng: (tuple(rng.integers(2, 30, size=5).tolist()),),
)


@ex.solution
def count_params(sizes):
    """How many weights and biases a network of these sizes has; (2, 5, 2) has 27."""
    total = 0
    for n_inputs, n_nodes in zip(sizes[:-1], sizes[1:], strict=True):
        total += n_nodes * n_inputs + n_nodes
    return total


# fmt: off
ex.right(edits=[{"= 0": "= 0.0", "n_nodes * n_inputs + n_nodes": "(n_inputs + 1) * n_nodes"},
                {"sizes[:-1], sizes[1:]": "sizes[-2::-1], sizes[:0:-1]"},
                {"[:-1], sizes[1:], strict=True": ", sizes[1:]"}])

ex.mistake("the biases are missing",
    "For (2, 5, 2) you count 20: only the weights. Each of the 7 nodes has a bias too.",
    "Add the number of nodes of each layer.",
    edits=[{" + n_nodes": ""}])
ex.mistake("nodes are counted, not their numbers",
    "You add up sizes, which counts nodes. But a node has several numbers: a weight for each of "
    "its inputs, and a bias.",
    "How many numbers does one node of the first layer of (2, 5, 2) have?",
    edits=[{"n_nodes * n_inputs + ": ""}, {"= 0": "= sizes[0]", "n_nodes * n_inputs + ": ""}])
ex.mistake("the inputs have biases",
    "For (2, 5, 2) you count 29: you gave the two inputs a bias each. But inputs compute nothing.",
    "Count biases from the second size on.",
    edits=[{"= 0": "= sizes[0]"}])
ex.mistake("the number of biases",
    "You do not count one bias for each node. Every node has exactly one, however many "
    "inputs it has: 7 in (2, 5, 2), and 1 in (3, 1).",
    "A layer of 5 nodes has 5 biases, and the output layer is a layer like any other.",
    edits=[
        {"= 0": "= -sizes[-1]"},
        *({"+ n_nodes": f"+ {wrong}"} for wrong in ("n_inputs", "n_nodes * n_inputs", "1")),
    ])
ex.mistake("the inputs are a layer",
    "For (2, 5, 2) you count 33: you gave the inputs weights and biases. But inputs have none.",
    "The first pair of sizes is 2 and 5, the second 5 and 2. There is no third pair.",
    edits=[{"= 0": f"= sizes[0] * sizes[{place}] + sizes[0]"} for place in (0, -1)])
ex.mistake("layers are missing",
    "You leave out layers. In (2, 5, 2) the hidden layer has 15 numbers and the output layer 12.",
    "`total += ...` adds. `return` belongs after the loop, at the same depth as `for`.",
    edits=[{"+=": "="}, {"    return": "        return"},
           {"[:-1], sizes[1:]": "[:-2], sizes[1:-1]"}])
ex.mistake("three sizes only",
    "Your function is right for three sizes, such as (2, 5, 2), but fails with two and with four. "
    "(3, 1) is a network too, with 4 numbers, and so is (4, 3, 6, 2).",
    "A loop takes as many layers as there are: `zip(sizes[:-1], sizes[1:])` gives the pairs.",
    edits=[{"    total = 0": "    first, middle, last = sizes\n    total = 0"}],
    when=lambda found: all(each.right == (len(each.inputs[0]) == 3) for each in found))
