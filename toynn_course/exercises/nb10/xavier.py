"""10.xavier: initial weights that keep samples and gradients alive, for tanh."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise
from toynn_course.exercises.nb10.draws import REPEATS, TWINS, cases, measured

ex = Exercise(
    "10.xavier",
    title="Xavier's start",
    task="Write `xavier(rng, n_nodes, n_inputs)`: the initial weights of a layer as an array with "
    "a row for each node and a column for each input, drawn around 0 with the variance 2 / "
    "(n_inputs + n_nodes). A normal distribution or a uniform one, both will do.",
    hints=(
        "For 100 inputs and 400 nodes the variance is 2 / 500 = 0.004.",
        "`rng.normal` wants the standard deviation. How does it come out of the variance?",
        "`rng.normal(0, np.sqrt(2 / (n_inputs + n_nodes)), (n_nodes, n_inputs))`",
    ),
    why="The variance of the samples asks for 1 / n_inputs. Why does Xavier use the number of "
    "nodes as well?",
    because="On the way back the roles are swapped: each input of the layer gets a sum over its "
    "nodes, so the gradient asks for 1 / n_nodes. Both cannot be had unless the layer is square, "
    "and 2 / (n_inputs + n_nodes) lies between the two.",
    expects="an array with a row for each node",
    cases=cases("xavier"),
    use=measured,
)


@ex.solution
def xavier(rng, n_nodes, n_inputs):
    """Initial weights with the variance 2 / (n_inputs + n_nodes), a row for each node."""
    spread = np.sqrt(2 / (n_inputs + n_nodes))
    return rng.normal(0, spread, (n_nodes, n_inputs))


SPREAD, DRAW = "np.sqrt(2 / (n_inputs + n_nodes))", "rng.normal(0, spread, (n_nodes, n_inputs))"
ex.right(
    edits=[
        {DRAW: "spread * rng.standard_normal((n_nodes, n_inputs))"},
        {DRAW: "rng.uniform(-spread * 3**0.5, spread * 3**0.5, (n_nodes, n_inputs))"},
        {DRAW: "[[rng.normal(0, spread) for _ in range(n_inputs)] for _ in range(n_nodes)]"},
        {DRAW: "rng.normal(0, spread, (n_inputs, n_nodes)).T"},
    ]
)

ex.mistake(
    "the variance instead of the standard deviation",
    "You draw with a standard deviation of 2 / (n_inputs + n_nodes), but that is the variance. For "
    "100 inputs and 400 nodes your weights spread by 0.004 instead of 0.063.",
    "`rng.normal` wants the standard deviation. It is the square root of the variance.",
    edits=[{SPREAD: "2 / (n_inputs + n_nodes)"}],
)
ex.mistake(
    "limits mixed up with the standard deviation",
    "You use the standard deviation as the limit of a uniform distribution, or the limit as the "
    "standard deviation. Numbers drawn evenly between -c and c spread by c / √3.",
    "Either `rng.normal` with the spread, or `rng.uniform` with √3 times the spread.",
    edits=[
        {DRAW: "rng.uniform(-spread, spread, (n_nodes, n_inputs))"},
        {SPREAD: "np.sqrt(6 / (n_inputs + n_nodes))"},
    ],
)
ex.mistake(
    "only one of the two numbers counts",
    "Your variance depends on the inputs alone or on the nodes alone. Xavier's start takes both, "
    "since the gradient travels the other way: 2 divided by their sum.",
    "`n_inputs + n_nodes`, in brackets, below the 2.",
    edits=[
        {SPREAD: f"np.sqrt({number} / {fan})"}
        for number in (1, 2)
        for fan in ("n_inputs", "n_nodes")
    ],
)
ex.mistake(
    "the 2 is missing",
    "Your variance is 1 / (n_inputs + n_nodes). For a layer with as many nodes as inputs that is "
    "half of what the samples need.",
    "With 100 inputs and 100 nodes the variance should be 1 / 100.",
    edits=[{SPREAD: "np.sqrt(1 / (n_inputs + n_nodes))"}],
)
ex.mistake(
    "a bracket is missing",
    "Only one of the two numbers is below the 2, and the other is added afterwards. So your "
    "weights are as large as the square root of a whole number of nodes.",
    "`2 / (n_inputs + n_nodes)`",
    edits=[
        {SPREAD: "np.sqrt(2 / n_inputs + n_nodes)"},
        {SPREAD: "np.sqrt(2 / n_nodes + n_inputs)"},
    ],
)
ex.mistake(
    "the root of the 2 alone",
    "You take the square root of one part of the fraction and not of the other. It is the root of "
    "the whole fraction.",
    "`np.sqrt(2 / (n_inputs + n_nodes))`",
    edits=[
        {SPREAD: "np.sqrt(2) / (n_inputs + n_nodes)"},
        {SPREAD: "2 / np.sqrt(n_inputs + n_nodes)"},
    ],
)
ex.mistake(
    "multiplied instead of added",
    "You divide by the number of weights, n_inputs × n_nodes. Xavier's start divides by the sum of "
    "the two.",
    "For 100 inputs and 400 nodes: 2 / 500.",
    edits=[{"n_inputs + n_nodes))": "n_inputs * n_nodes))"}],
)
ex.mistake(
    "rows and columns are swapped",
    "Your array has a row for each input. In this course row j belongs to node j, so the shape is "
    "(n_nodes, n_inputs).",
    "The third argument of `rng.normal` is the shape.",
    edits=[{DRAW: "rng.normal(0, spread, (n_inputs, n_nodes))"}],
)
ex.mistake(
    "all nodes are twins",
    "You draw the weights of one node and give them to all of them. Nodes that begin alike stay "
    "alike.",
    "Ask for all the numbers at once: the shape is `(n_nodes, n_inputs)`.",
    when=TWINS,
    edits=[
        {DRAW: "np.tile(rng.normal(0, spread, n_inputs), (n_nodes, 1))"},
        {DRAW: "np.full((n_nodes, n_inputs), spread)"},
    ],
)
ex.mistake(
    "every layer gets the same numbers",
    "You do not draw from `rng`, but from a generator with a seed of your own. It starts over in "
    "each call, so that layers of one size are copies of each other.",
    "Use the argument: `rng.normal(...)`.",
    when=REPEATS,
    edits=[{DRAW: "np.random.default_rng(0).normal(0, spread, (n_nodes, n_inputs))"}],
)
ex.mistake(
    "all weights are positive",
    "Your weights lie on one side of 0, so the sums of all nodes drift in the same direction. "
    "Draw them around 0.",
    "The first argument of `rng.normal` is the mean. `rng.random` gives numbers from 0 to 1.",
    edits=[
        {DRAW: "spread * rng.random((n_nodes, n_inputs))"},
        {DRAW: "abs(rng.normal(0, spread, (n_nodes, n_inputs)))"},
        {DRAW: "rng.uniform(0, spread, (n_nodes, n_inputs))"},
    ],
)
