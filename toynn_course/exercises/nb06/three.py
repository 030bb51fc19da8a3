"""06.three: the way back through three nodes in a row, p, q and r, with three blanks."""

import numpy as np

from toynn.activations import sigmoid
from toynn_course.exercises.engine.exercise import Exercise

THREE = {"p": 0.5, "target": 0.0, "w_qp": 0.6, "b_q": 0.9, "w_rq": 2.0, "b_r": -0.4}
P, TARGET, W_QP, B_Q, W_RQ, B_R = THREE.values()
Z_Q = W_QP * P + B_Q
A_Q = float(sigmoid(Z_Q))
Z_R = W_RQ * A_Q + B_R
A_R = float(sigmoid(Z_R))
ERROR, SLOPE_R, SLOPE_Q = A_R - TARGET, A_R * (1 - A_R), A_Q * (1 - A_Q)
DELTA_R = ERROR * SLOPE_R
DELTA_Q = W_RQ * DELTA_R * SLOPE_Q
RIGHT = {"delta_r": DELTA_R, "delta_q": DELTA_Q, "dw_qp": DELTA_Q * P}


def as_numbers(answer):
    """An array of a single number counts as that number."""
    if not isinstance(answer, dict):
        return answer
    return {key: v.item() if getattr(v, "size", 0) == 1 else v for key, v in answer.items()}


ex = Exercise(
    "06.three",
    title="1-1-1 with three blanks",
    task="Fill in the three blanks for the network with p = 0.5 and target 0. Numbers with four "
    "decimal places will do (the last one may be off by one), and so will expressions.",
    stub="delta_r = ...  # dC/dz_r\ndelta_q = ...  # dC/dz_q\ndw_qp = ...  # dC/dw_qp",
    reference={name: round(value, 4) for name, value in RIGHT.items()},
    read=as_numbers,
    rtol=0,
    atol=1.2e-4,
    hints=(
        "Start at the cost: `delta_r` is dC/da_r times f'(z_r).",
        "`delta_q` is w_rq times `delta_r` times f'(z_q).",
        "`dw_qp` is `delta_q` times the number that w_qp is multiplied by on the way forward.",
    ),
    why="Here all three numbers depend on dC/da_r. What are they if the output is exactly the "
    "target?",
    because="All 0: dC/da_r = a_r - target is a factor of each of them. At its lowest point the "
    "cost is flat in every direction.",
)

ex.right(RIGHT, {"delta_r": np.float32(0.1392), "delta_q": np.array([[DELTA_Q]]), "dw_qp": 0.0249})

# fmt: off
ex.mistake("the wrong sign",
    "Your number has the right size and the wrong sign. The output is 0.7571 and should be 0, so "
    "raising z_r, z_q or w_qp a little raises the cost: all three derivatives are positive.",
    "dC/da_r is a_r - target. And the minus of gradient descent belongs to the step.",
    wrong=[{name: -value} for name, value in RIGHT.items()])
ex.mistake("a slope of the sigmoid is missing",
    "You stopped at the activation: that number is dC/da. A delta is dC/dz, one link further back, "
    "and the slope of the sigmoid between z and a is a factor too.",
    "Multiply by f'(z_r) = a_r (1 - a_r) at r, and by f'(z_q) = a_q (1 - a_q) at q.",
    wrong=[{"delta_r": ERROR}, {"delta_q": W_RQ * DELTA_R}])
ex.mistake("the slope of the sigmoid at another place",
    "The slope at r is f'(z_r) = a_r (1 - a_r) = 0.1839, and at q it is f'(z_q) = 0.1779. You "
    "multiplied by something else instead: the slope at a, that of another node, or z (1 - z).",
    "`sigmoid.derivative(z_r)` needs z; `a_r * (1 - a_r)` is the same number.",
    wrong=[{"delta_r": ERROR * sigmoid.derivative(A_R)}, {"delta_r": ERROR * Z_R * (1 - Z_R)},
           {"delta_q": W_RQ * DELTA_R * sigmoid.derivative(A_Q)},
           {"delta_q": W_RQ * DELTA_R * Z_Q * (1 - Z_Q)}, {"delta_q": W_RQ * DELTA_R * SLOPE_R}])
ex.mistake("a forgotten bracket in a (1 - a)",
    "`... * a * 1 - a` multiplies first and subtracts a at the very end.",
    "`a_r * (1 - a_r)`, and `a_q * (1 - a_q)`",
    wrong=[{"delta_r": ERROR * A_R - A_R}, {"delta_q": W_RQ * DELTA_R * A_Q - A_Q}])
ex.mistake("twice as much",
    "Your `delta_r` is twice the right one. The cost is ½ (a_r - target)², and its ½ cancels the 2 "
    "that comes from the square.",
    "dC/da_r is a_r - target, without a 2.",
    wrong=[{"delta_r": 2 * DELTA_R}])
ex.mistake("the cost itself",
    "0.2866 is the cost C. `delta_r` says how fast C changes with z_r.",
    "For each unit of a_r, C changes by a_r - target. And a_r, for each unit of z_r?",
    wrong=[{"delta_r": ERROR**2 / 2}])
ex.mistake("the two deltas are swapped",
    "You have the right two numbers, but swapped. `delta_r` belongs to r, the output.",
    "The way back starts at the output, and `delta_r` is needed to compute `delta_q`.",
    wrong=[{"delta_r": DELTA_Q, "delta_q": DELTA_R}])
ex.mistake("the network of the section above",
    "-0.1467 belongs to the network with x, h and o further up. This one has the nodes p, q and r.",
    "The cell above the blanks prints z_q, a_q, z_r and a_r of this network.",
    wrong=[{"delta_r": -0.1467}])
ex.mistake("the weight between q and r is missing",
    "0.0248 is `delta_r` times f'(z_q). Between a_q and z_r there is also the weight w_rq = 2.",
    "z_r grows by w_rq for each unit of a_q.",
    wrong=[{"delta_q": DELTA_R * SLOPE_Q}])
ex.mistake("back through the weight in front of q",
    "You multiplied by w_qp = 0.6, which leads into q. Between q and r there is w_rq.",
    "Which weight is a_q multiplied by on the way forward?",
    wrong=[{"delta_q": W_QP * DELTA_R * SLOPE_Q}])
ex.mistake("w_rq was updated too early",
    "You changed w_rq by a step first and went back through the new weight. The gradient belongs "
    "to the network that gave the output, where w_rq = 2.",
    "Find all the derivatives first, then take the step.",
    wrong=[
        {"delta_q": (W_RQ - rate * DELTA_R * A_Q) * DELTA_R * SLOPE_Q} for rate in (1, 0.5, 0.1)
    ])
ex.mistake("the activation where the link ends",
    "You multiplied `delta_q` by a_q. A weight needs the activation where its link begins: at p.",
    "z_q = w_qp p + b_q. By how much does z_q grow when w_qp grows by 1?",
    wrong=[{"dw_qp": DELTA_Q * A_Q}])
ex.mistake("the input is missing",
    "0.0495 is dC/db_q. For the weight there is one more factor, the input p.",
    "What is w_qp multiplied by on the way forward?",
    wrong=[{"dw_qp": DELTA_Q}])
ex.mistake("the weight instead of its input",
    "You multiplied `delta_q` by w_qp = 0.6. That gives dC/dp; for dC/dw_qp the factor is p.",
    "When w_qp moves in w_qp p + b_q, what is it multiplied by?",
    wrong=[{"dw_qp": DELTA_Q * W_QP}])
ex.mistake("the delta of r",
    "You multiplied p by `delta_r`. The link w_qp ends at q, so its derivative needs `delta_q`.",
    "w_jk needs the delta of j, its first letter, and the activation of k, its second.",
    wrong=[{"dw_qp": DELTA_R * P}])
