"""10.he: initial weights for relu, which throws half of its sums away."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise
from toynn_course.exercises.nb10.draws import REPEATS, TWINS, cases, measured

ex = Exercise(
    "10.he",
    title="He's start",
    task="Write `he(rng, n_nodes, n_inputs)`: the initial weights of a layer of relu nodes as an "
    "array with a row for each node, drawn around 0 so that the mean square of the activations "
    "stays the same from layer to layer. Any distribution will do.",
    hints=(
        "Without relu the variance would be 1 / n_inputs.",
        "Relu lets half of the mean square through. What makes up for that?",
        "Twice the variance, 2 / n_inputs. Take its square root for `rng.normal`.",
    ),
    why="Leaky relu multiplies the negative sums by 0.01 instead of 0. Would you need another "
    "start?",
    because="Hardly. What it lets through is (1 + 0.01²) / 2 of the mean square instead of 1 / 2, "
    "so the variance would be 2 / (1.0001 n_inputs). If the leak were 1, there would be no "
    "nonlinearity left, and the formula would give 1 / n_inputs.",
    expects="an array with a row for each node",
    cases=cases("he"),
    use=measured,
)


@ex.solution
def he(rng, n_nodes, n_inputs):
    """Initial weights that relu needs, a row for each node."""
    spread = np.sqrt(2 / n_inputs)
    return rng.normal(0, spread, (n_nodes, n_inputs))


SPREAD, DRAW = "np.sqrt(2 / n_inputs)", "rng.normal(0, spread, (n_nodes, n_inputs))"
ex.right(
    edits=[
        {DRAW: "rng.standard_normal((n_nodes, n_inputs)) * spread"},
        {SPREAD: "(n_inputs / 2) ** -0.5"},
        {DRAW: "rng.uniform(-((6 / n_inputs) ** 0.5), (6 / n_inputs) ** 0.5, (n_nodes, n_inputs))"},
        {DRAW: "[rng.normal(0, spread, n_inputs) for _ in range(n_nodes)]"},
    ]
)

ex.mistake(
    "the variance instead of the standard deviation",
    "You draw with a standard deviation of 2 / n_inputs, but that is the variance. For 100 inputs "
    "your weights spread by 0.02 instead of 0.14.",
    "`rng.normal` wants the standard deviation. It is the square root of the variance.",
    edits=[{SPREAD: "2 / n_inputs"}],
)
ex.mistake(
    "the nodes are counted instead of the inputs",
    "You divide by the number of nodes. A sum has a term for each input, so it is the number of "
    "inputs that makes it large.",
    "How many terms does the sum of one node have?",
    edits=[{"2 / n_inputs": "2 / n_nodes"}],
)
ex.mistake(
    "Xavier's start",
    "This is Xavier's start, which is made for tanh. Behind relu half of the mean square is lost "
    "in every layer.",
    "Only the inputs count here, and relu needs twice the variance.",
    edits=[{"2 / n_inputs": "2 / (n_inputs + n_nodes)"}],
)
ex.mistake(
    "half of it is lost in each layer",
    "Your variance is 1 / n_inputs. The sums keep their mean square with it, and then relu sets "
    "the negative half of them to 0.",
    "What makes up for a loss of one half?",
    edits=[{"2 / n_inputs": "1 / n_inputs"}],
)
ex.mistake(
    "the spread is doubled",
    "You double the standard deviation, so the variance becomes four times as large and the "
    "activations grow from layer to layer. It is the variance that should be doubled.",
    "The 2 belongs below the root.",
    edits=[{SPREAD: "2 / np.sqrt(n_inputs)"}],
)
ex.mistake(
    "halved instead of doubled",
    "You make the weights smaller where relu already makes the activations smaller. Twice the "
    "variance makes up for it.",
    "2 / n_inputs",
    edits=[{SPREAD: "np.sqrt(0.5 / n_inputs)"}, {SPREAD: "0.5 / np.sqrt(n_inputs)"}],
)
ex.mistake(
    "the root of one part alone",
    "You take the square root of the 2 and not of the number of inputs. It is the root of the "
    "whole fraction.",
    "`np.sqrt(2 / n_inputs)`",
    edits=[{SPREAD: "np.sqrt(2) / n_inputs"}],
)
ex.mistake(
    "limits mixed up with the standard deviation",
    "You use the standard deviation as the limit of a uniform distribution, or the limit as the "
    "standard deviation. Numbers drawn evenly between -c and c spread by c / √3.",
    "Either `rng.normal` with the spread, or `rng.uniform` with √3 times the spread.",
    edits=[
        {DRAW: "rng.uniform(-spread, spread, (n_nodes, n_inputs))"},
        {SPREAD: "np.sqrt(6 / n_inputs)"},
    ],
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
    edits=[{DRAW: "np.tile(rng.normal(0, spread, n_inputs), (n_nodes, 1))"}],
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
    "the negative weights are cut off",
    "Your weights pass through a relu of their own. It is the activations that relu cuts; the "
    "weights should lie on both sides of 0.",
    "Return what `rng.normal` gives.",
    edits=[
        {DRAW: f"np.maximum({DRAW}, 0)"},
        {DRAW: f"abs({DRAW})"},
        {DRAW: "spread * rng.random((n_nodes, n_inputs))"},
    ],
)
