"""Slips that 06.six and 06.backprop have in common, as edits of lines that both have."""

import numpy as np

DELTA_O = "(a_o - y) * sigmoid.derivative(z_o)"
IN_W1, IN_W2 = "np.outer(delta_h, x)", "np.outer(delta_o, a_h)"
SLIPS = []


def slip(*texts, **answers):
    """Keep what `Exercise.mistake` takes."""
    SLIPS.append((texts, answers))


def add_slips(ex):
    """Add all of them to the mistakes of an exercise."""
    for texts, answers in SLIPS:
        ex.mistake(*texts, **answers)


def same_delta_everywhere(found):
    """The last result, delta_o, is the same in every case."""
    return all(np.array_equal(each.value[3], found[0].value[3]) for each in found)


# fmt: off
slip("delta_o is always the same",
    "Your delta_o is the same for every network that the check tries, so it does not depend on "
    "the arguments. Names like `delta_out` belong to the one network of the cells above.",
    "Use nothing but the arguments, and what you computed from them.",
    edits=[{DELTA_O: "np.full(len(b2), 0.1)"}],
    when=same_delta_everywhere)
slip("the wrong sign",
    "All your numbers have the right size and the wrong sign. dC/da is output minus target, "
    "and you have target minus output, so a step with this gradient would go uphill.",
    "If an output is below its target, is dC/da_o positive or negative?",
    edits=[{"(a_o - y)": "(y - a_o)"}])
slip("a forgotten bracket around a_o - y",
    "Without brackets, only y is multiplied by the slope, and a_o stays as it is. The slope "
    "belongs to the whole difference.",
    "What does Python compute first in `a_o - y * slope`?",
    f"`{DELTA_O}`",
    edits=[{"(a_o - y)": "a_o - y"}])
slip("no slope of the sigmoid at the output",
    "Your delta_o is a_o - y, which is dC/da_o. delta_o is dC/dz_o, and between z_o and a_o "
    "there is the sigmoid: its slope is a factor too.",
    "How much does a_o grow for each unit of z_o?",
    "Multiply by `sigmoid.derivative(z_o)`.",
    edits=[{DELTA_O: "a_o - y"}, {DELTA_O: "a_o - y", " * sigmoid.derivative(z_h)": ""}])
slip("no slope of the sigmoid at the hidden nodes",
    "What comes back through W2 is dC/da_h. delta_h is dC/dz_h: one more link, and its factor "
    "is the slope of the sigmoid.",
    "Which factor leads from a_h back to z_h?",
    "Multiply by `sigmoid.derivative(z_h)`.",
    edits=[{" * sigmoid.derivative(z_h)": ""}])
slip("the slope at a instead of z",
    "You took the slope of the sigmoid at a, which has already been through the sigmoid. The "
    "formula needs the slope at z.",
    "What do you pass to `sigmoid.derivative`?",
    "`sigmoid.derivative(z)`, or `a * (1 - a)` without a call.",
    edits=[{"derivative(z_o)": "derivative(a_o)", "derivative(z_h)": "derivative(a_h)"},
           {"derivative(z_o)": "derivative(a_o)"}, {"derivative(z_h)": "derivative(a_h)"}])
slip("a factor of 2",
    "All your numbers are twice, or half, of what they should be. The cost is ½ (a - y)², summed "
    "over the outputs: the ½ cancels the 2 of the square, so dC/da is a - y, and nothing is left.",
    "Where do you multiply or divide by 2, or by `len(y)`?",
    edits=[{"(a_o - y)": "2 * (a_o - y)"}, {"(a_o - y)": "(a_o - y) / 2"}])
slip("only for targets of 0 or 1",
    "Your results are right only if the targets are 0 or 1. A target may be any number, and "
    "the argument `y` holds it.",
    f"`{DELTA_O}`",
    edits=[{"(a_o - y)": "(a_o - 1)"}, {"(a_o - y)": "np.where(y == 1, a_o - 1, a_o)"}])
slip("the activation where the link ends",
    "In the derivative of a weight you use the activation of the node where its link ends. It "
    "should be that of the node where it begins: `x` for W1, `a_h` for W2.",
    "Which node's activation is the weight multiplied by on the way forward?",
    edits=[{IN_W1: "np.outer(delta_h, a_h)"}, {IN_W2: "np.outer(delta_o, a_o)"},
           {IN_W1: "np.outer(delta_h, a_h)", IN_W2: "np.outer(delta_o, a_o)"}])
slip("a_j instead of a_k",
    "You give both weights of a hidden node the same derivative. That of w_jk needs the "
    "activation of node k, the second letter; yours has that of node j. (The article's program "
    "does the same.)",
    "The two links to h1 begin at x1 and at x2. Which two numbers pass along them?",
    f"`{IN_W1}` has delta_h[j] * x[k] in row j, column k.",
    edits=[{IN_W1: "np.outer(delta_h * x, [1, 1])"},
           {IN_W1: "np.outer(delta_h * x, [1, 1])", IN_W2: "np.outer(delta_o * a_h, [1, 1])"}])
slip("rows and columns are swapped",
    "The derivative with respect to a matrix looks like the matrix: row j for the node where "
    "the link ends, column k for the node where it begins. Yours has them the other way round.",
    "In `np.outer(u, v)` the first one, u, counts the rows.",
    edits=[{IN_W1: "np.outer(x, delta_h)", IN_W2: "np.outer(a_h, delta_o)"},
           {IN_W1: "np.outer(x, delta_h)"}, {IN_W2: "np.outer(a_h, delta_o)"}])
slip("number by number",
    "`*` multiplies number by number, so your dW1 has 2 numbers. W1 has 4, and each of them "
    "needs a derivative: every delta times every input.",
    f"`{IN_W1}`",
    edits=[{IN_W1: "delta_h * x"}, {IN_W1: "delta_h * x", IN_W2: "delta_o * a_h"}])
slip("W2 was updated too early",
    "You changed W2 by a step before you went back through it. The gradient belongs to the "
    "network that gave the output, with the W2 of the argument.",
    "Find all the derivatives first. The step comes later, somewhere else.",
    edits=[
        {DELTA_O: f"{DELTA_O}\n    W2 = W2 - {rate} * np.outer(delta_o, a_h)"}
        for rate in (1, 0.5, 0.1)
    ])
slip("cut to whole numbers",
    "When the inputs are whole numbers, so are some of your derivatives: an array made like `x`, "
    "with `np.zeros_like(x)` or `dtype=x.dtype`, has no room for decimals.",
    "`np.zeros((2, 2))` holds decimals.",
    edits=[{IN_W1: f"{IN_W1}.astype(x.dtype)"}])
