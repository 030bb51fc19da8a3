"""Which way a weight moves the cost, how good a gradient's prediction is, and what matters most."""

from toynn_course.exercises.engine.question import Explanation, Option, Prediction

SIGN = Prediction(
    id="06.sign",
    question="In the network above the output is 0.3720, and it should be 1. Now `w_hx`, which is "
    "0.4, is raised a little; `w_oh` stays at -1.4. Which sign does dC/dw_hx have?",
    options=(
        Option(
            "Negative: a larger weight raises the output",
            "That would hold if every weight between w_hx and the output were above 0. Here a "
            "larger w_hx makes a_h larger, and `w_oh` = -1.4 turns that into a lower output.",
            misconception="a larger weight makes a larger output",
        ),
        Option(
            "Positive: a larger weight lowers the output",
            "A larger w_hx makes z_h and a_h larger, since x = 2 is above 0. Through `w_oh` = -1.4 "
            "that makes the output lower, further away from 1: the cost rises.",
            right=True,
        ),
        Option(
            "Zero: only the weight at the output counts",
            "w_hx is further away from the cost, but its change is passed on: by a_h to z_o, "
            "by z_o to a_o, and by a_o to the cost.",
            misconception="only the last layer counts",
        ),
        Option(
            "Either: it takes the numbers to tell",
            "For the size it does. For the sign it is enough to follow the signs: x is above 0, "
            "the slope of the sigmoid always is, w_oh is below 0, and a_o - y is below 0.",
            misconception="a sign cannot be found without all the numbers",
        ),
    ),
)

NUDGE = Prediction(
    id="06.nudge",
    question="`w_hx` is nudged by 0.1. The gradient predicts a change of the cost by +0.0081, and "
    "the cost really changes by +0.0077: the prediction is 4.7% off. How far off is it for a nudge "
    "of 0.01?",
    ordered=True,
    options=(
        Option(
            "As far: 4.7%",
            "It would be if the gradient were wrong. A right gradient is the slope at this very "
            "place, and the closer you stay to the place, the better it fits.",
            misconception="a gradient holds as well far away as near",
        ),
        Option(
            "A tenth as far: 0.43%",
            "The curve of the cost bends away from the straight line of the prediction, and seen "
            "from ten times closer it looks ten times straighter.",
            right=True,
        ),
        Option(
            "A hundredth as far: 0.05%",
            "The gap itself does become a hundred times smaller. But the change that it is a part "
            "of becomes ten times smaller as well, so the share falls by ten only.",
            misconception="mixing up the gap with its share of the change",
        ),
        Option(
            "Not at all: a small nudge is predicted exactly",
            "Only a straight line would be predicted exactly. The cost is curved here, so a little "
            "is always left; it only becomes small.",
            misconception="a derivative predicts exactly",
        ),
    ),
)

MOST = Prediction(
    id="06.most",
    question="A 2-2-1 network gets the inputs x1 = 1 and x2 = 0.5. Each of its six weights is "
    "nudged by the same small amount, one at a time. Which nudge changes the cost most?",
    options=(
        Option(
            "That of the largest weight: 1.9, to h1 from x2",
            "It changes the cost least of all six: its gradient is -0.0035. How large a weight is "
            "does not come into its own derivative, delta_j a_k.",
            misconception="a big weight matters most",
        ),
        Option(
            "That of the most negative weight: -1.2, to h2 from x2",
            "Its gradient is 0.0152, the fourth of six. Neither size nor sign of a weight says how "
            "much a change of it does.",
            misconception="a strongly negative weight matters most",
        ),
        Option(
            "That of the smallest weight: 0.5, to o from h1",
            "Its gradient is -0.0947, 27 times that of the largest weight. It ends at o, where "
            "delta is largest, and begins at h1, whose activation 0.852 is the larger of the two.",
            right=True,
        ),
        Option(
            "None: the same nudge does the same everywhere",
            "The nudge is the same, but its effect is multiplied on its way to the cost by an "
            "activation, by slopes and by weights, and these differ from link to link.",
            misconception="all weights count alike",
        ),
    ),
)

WHY_BACKWARD = Explanation(
    id="06.why_backward",
    question="Backpropagation begins at the cost and works its way to the inputs. Why in that "
    "order?",
    model="Every weight reaches the cost along a path, and the slopes along that path multiply. "
    "The paths of all weights end in the same links, those close to the cost. If you begin there, "
    "you compute each of these products once, keep it as the delta of its node, and use it for "
    "every weight further in front. One pass back is enough for all weights, where nudging takes "
    "two passes for each of them.",
    points=(
        "The slopes along the path from a weight to the cost multiply.",
        "The paths of many weights share their last part.",
        "From the back, each shared product is computed once and used again.",
    ),
)
