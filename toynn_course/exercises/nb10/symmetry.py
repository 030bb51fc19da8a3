"""10.symmetry: debug an initialisation whose nodes are all the same."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise
from toynn_course.exercises.nb10.draws import REPEATS, TWINS, cases, in_every_case, measured


def _reused(drawn, _n_nodes, n_inputs):
    return drawn.different_weights == n_inputs


def _one_number_a_node(drawn, n_nodes, _n_inputs):
    return drawn.different_nodes == drawn.different_weights == n_nodes


ex = Exercise(
    "10.symmetry",
    title="Find the twins",
    task="Repair the line `rows = ...` of `start`, so that every single weight is a draw of its "
    "own. Leave the spread as it is.",
    hints=(
        "In Python `[row] * 3` holds the same row three times. How often is `rng` asked?",
        "A draw for each node: a list comprehension over `range(n_nodes)` asks again each time.",
        "`rows = [rng.normal(0, spread, n_inputs) for _ in range(n_nodes)]`",
    ),
    why="All biases may begin at 0, and in toynn they do. Why does that not make twins?",
    because="Two nodes are twins only if all their numbers are the same. With different weights "
    "they give different outputs and get different gradients, and after the first step their "
    "biases differ, too.",
    expects="an array with a row for each node",
    cases=cases("start"),
    use=measured,
)


@ex.solution(blanks=("rows",))
def start(rng, n_nodes, n_inputs):
    """Initial weights of a layer, a row for each node."""
    spread = np.sqrt(1 / n_inputs)
    rows = [rng.normal(0, spread, n_inputs) for _ in range(n_nodes)]
    return np.array(rows)


ROW = "rng.normal(0, spread, n_inputs)"
ROWS = f"[{ROW} for _ in range(n_nodes)]"
ex.right(
    edits=[
        {ROWS: "rng.normal(0, spread, (n_nodes, n_inputs))"},
        {ROWS: "spread * rng.standard_normal((n_nodes, n_inputs))"},
        {ROWS: "[[rng.normal(0, spread) for _ in range(n_inputs)] for _ in range(n_nodes)]"},
    ]
)

ex.mistake(
    "still twins",
    "All nodes still have the same weights: one row is drawn, and then repeated.",
    "`rng` has to be asked again for each node.",
    "Does your list hold the same row several times, or does a generator start over in it?",
    when=TWINS,
    edits=[
        {ROWS: f"[{ROW}] * n_nodes"},
        {ROWS: f"np.tile({ROW}, (n_nodes, 1))"},
        {ROWS: f"[np.random.default_rng(0){ROW[3:]} for _ in range(n_nodes)]"},
    ],
)
ex.mistake(
    "one row in another order for each node",
    "Your nodes are no longer twins, but they share the numbers of a single row, in another order. "
    "Each weight should be a draw of its own.",
    "Draw new numbers for each node instead of shuffling the old ones.",
    when=in_every_case(_reused),
    edits=[
        {
            "    rows": f"    row = {ROW}\n    rows",
            ROWS: "[rng.permutation(row) for _ in range(n_nodes)]",
        },
        {
            "    rows": f"    row = {ROW}\n    rows",
            ROWS: "[np.roll(row, j) for j in range(n_nodes)]",
        },
    ],
)
ex.mistake(
    "one number for all weights of a node",
    "Your nodes differ, but within a node all weights are the same, so it can do no more than add "
    "its inputs up. Each weight should be a draw of its own.",
    "A row needs `n_inputs` draws.",
    when=in_every_case(_one_number_a_node),
    edits=[
        {ROWS: "[[rng.normal(0, spread)] * n_inputs for _ in range(n_nodes)]"},
        {ROWS: "[np.full(n_inputs, rng.normal(0, spread)) for _ in range(n_nodes)]"},
    ],
)
ex.mistake(
    "every layer gets the same numbers",
    "Within a layer the nodes differ now. But you draw from a generator with a seed of your own, "
    "which starts over in each call, so that the next layer of this size is a copy.",
    "Use the argument: `rng.normal(...)`.",
    when=REPEATS,
    edits=[
        {ROWS: "np.random.default_rng(0).normal(0, spread, (n_nodes, n_inputs))"},
        {ROWS: "[np.random.default_rng(j).normal(0, spread, n_inputs) for j in range(n_nodes)]"},
    ],
)
ex.mistake(
    "rows and columns are swapped",
    "You draw as many rows as there are inputs. Row j belongs to node j: there are n_nodes rows of "
    "n_inputs numbers.",
    "The loop runs over the nodes.",
    edits=[{ROWS: "[rng.normal(0, spread, n_nodes) for _ in range(n_inputs)]"}],
)
ex.mistake(
    "the row itself, moved a little for each node",
    "Your nodes differ by a constant only, and so they are still nearly one node. Each weight "
    "should be a draw of its own.",
    "Draw new numbers for each node instead of moving the old ones.",
    edits=[
        {
            "    rows": f"    row = {ROW}\n    rows",
            ROWS: f"[row + {more} for j in range(n_nodes)]",
        }
        for more in ("j", "0.1 * j", "0.01 * j")
    ],
)
ex.mistake(
    "another spread",
    "Your nodes differ, but their weights do not spread by √(1 / n_inputs) any more.",
    "Leave `spread` as it is, and use it once.",
    edits=[
        {ROWS: "rng.normal(0, 1, (n_nodes, n_inputs))"},
        {ROWS: "rng.normal(0, spread**2, (n_nodes, n_inputs))"},
        {ROWS: "rng.uniform(-spread, spread, (n_nodes, n_inputs))"},
    ],
)
