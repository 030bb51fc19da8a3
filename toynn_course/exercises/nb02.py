"""Notebook 02, one neuron: its exercises and predictions."""
# ruff: noqa: ARG001, D103, PIE790 - wrong answers ignore arguments, and stubs hold a ...

import math

import numpy as np

from toynn.activations import sigmoid
from toynn_course.exercises.engine.exercise import Exercise, Mistake, case
from toynn_course.exercises.engine.outcome import gives_one_number, overflows
from toynn_course.exercises.engine.question import Option, Prediction

# --- 02.sigmoid


def sigmoid__stub(z):
    """The sigmoid 1 / (1 + e^-z) of a number, or of every number in an array."""
    ...


def sigmoid__solution(z):
    """The sigmoid 1 / (1 + e^-z) of a number, or of every number in an array."""
    return 1 / (1 + np.exp(np.minimum(-z, 700)))  # e^709 is the last power a float can hold


def sigmoid__with_tanh(z):
    return (1 + np.tanh(z / 2)) / 2


def sigmoid__loop(z):
    z = np.asarray(z, dtype=float)
    a = np.empty(z.shape)
    for place, value in np.ndenumerate(z):
        power = math.exp(-abs(value))
        a[place] = 1 / (1 + power) if value >= 0 else power / (1 + power)
    return a


def sigmoid__lists(z):
    if np.ndim(z):
        return [sigmoid__lists(value) for value in z]
    return 1 / (1 + math.exp(-z)) if z > -700 else 0.0


def sigmoid__float32(z):
    return np.float32(0.5) * (1 + np.tanh(np.asarray(z, dtype=np.float32) / 2))


def sigmoid__overflows(z):
    return 1 / (1 + np.exp(-z))


def sigmoid__math_overflows(z):
    if np.ndim(z):
        return np.array([1 / (1 + math.exp(-value)) for value in z])
    return 1 / (1 + math.exp(-z))


def sigmoid__one_number(z):
    return 1 / (1 + np.exp(np.minimum(-np.mean(z), 700)))


def sigmoid__one_by_one(z):
    return 1 / (1 + math.exp(min(-z, 700)))


def sigmoid__falling(z):
    return 1 / (1 + np.exp(np.minimum(z, 700)))


SIGMOID = Exercise(
    id="02.sigmoid",
    title="The sigmoid",
    task="Write `sigmoid(z)`, for a number and for an array, without a warning at z = -1000.",
    stub=sigmoid__stub,
    solution=sigmoid__solution,
    also_right=(sigmoid__with_tanh, sigmoid__loop, sigmoid__lists, sigmoid__float32),
    cases=(
        case(0.0),
        case(2.0),
        case(np.array([-2.0, 0.0, 2.0])),
        case(-1000.0),
        case(np.array([-1000.0, 1000.0])),
    ),
    mistakes=(
        Mistake(
            name="the power overflows",
            wrong=sigmoid__overflows,
            also=(sigmoid__math_overflows,),
            when=overflows,
            message="The formula is right, but at z = -1000 it asks for e^1000, and a float ends "
            "at about e^709. What comes out may still look right; the number on the way was not.",
            hints=(
                "Which number does `exp` get when z is -1000? And when z is 1000?",
                "However large the power is beyond e^700, the result is 0. So stop it there.",
                "`np.minimum(-z, 700)` is -z, but never more than 700, for numbers and for arrays.",
            ),
        ),
        Mistake(
            name="one number for a whole array",
            wrong=sigmoid__one_number,
            when=gives_one_number,
            message="An array of three numbers went in and a single number came out. A layer hands "
            "all its sums over at once and wants one output for each.",
            hints=(
                "Where do the numbers of the array become one? Look for sum, mean, max or [0].",
                "`np.exp`, `+` and `/` work on every number of an array: no loop, no sum needed.",
            ),
        ),
        Mistake(
            name="math.exp takes one number at a time",
            wrong=sigmoid__one_by_one,
            message="`math.exp` and `min` know single numbers only, so an array stops them.",
            hints=(
                "NumPy has its own exp, for numbers and for arrays.",
                "`np.exp` in place of `math.exp`, and `np.minimum` in place of `min`.",
            ),
        ),
        Mistake(
            name="the sign of z",
            wrong=sigmoid__falling,
            message="Your curve falls where the sigmoid rises: large z gives 0, and small z gives "
            "1. That is e^z where the formula has e^-z.",
            hints=("Try z = 2 by hand: e^-2 is 0.135, so sigmoid(2) is 1 / 1.135.",),
        ),
    ),
    hints=(
        "The formula, word for word: one divided by (one plus e to the power of minus z).",
        "e to a power is `np.exp(...)`; it takes numbers and arrays.",
        "`1 / (1 + np.exp(-z))` is right in every place but one: far left, -z is too large for it.",
    ),
    question="Why does bounding the power at 700 change no result?",
    answer="Because 1 / (1 + e^700) is 0 to three hundred decimal places. The true value at "
    "z = -1000 is smaller still, and nothing that we compute could tell the two apart.",
)

# --- 02.dsigmoid


def dsigmoid__stub(z):
    """The slope of the sigmoid at z."""
    ...


def dsigmoid__solution(z):
    """The slope of the sigmoid at z."""
    a = sigmoid(z)
    return a * (1 - a)


def dsigmoid__written_out(z):
    power = np.exp(-np.abs(z))
    return power / (1 + power) ** 2


def dsigmoid__loop(z):
    slopes = [sigmoid(value) * (1 - sigmoid(value)) for value in np.ravel(z)]
    return np.array(slopes).reshape(np.shape(z))


def dsigmoid__lists(z):
    if np.ndim(z):
        return [dsigmoid__lists(value) for value in z]
    return sigmoid(z) - sigmoid(z) ** 2


def dsigmoid__float32(z):
    a = np.float32(1) * np.asarray(sigmoid(z), dtype=np.float32)
    return a * (1 - a)


def dsigmoid__of_z(z):
    return z * (1 - z)


def dsigmoid__twice(z):
    a = sigmoid(sigmoid(z))
    return a * (1 - a)


def dsigmoid__itself(z):
    return sigmoid(z)


def dsigmoid__falling(z):
    a = sigmoid(z)
    return a * (a - 1)


DSIGMOID = Exercise(
    id="02.dsigmoid",
    title="The slope of the sigmoid",
    task="Write `dsigmoid(z)`, the slope of the sigmoid at z: a (1 - a), where a = sigmoid(z).",
    stub=dsigmoid__stub,
    solution=dsigmoid__solution,
    also_right=(dsigmoid__written_out, dsigmoid__loop, dsigmoid__lists, dsigmoid__float32),
    cases=(case(2.0), case(0.0), case(np.array([-2.0, 0.0, 1.0]))),
    mistakes=(
        Mistake(
            name="a (1 - a) with z in place of a",
            wrong=dsigmoid__of_z,
            message="The a in a (1 - a) is the output of the sigmoid, and you put in z itself. At "
            "z = 2 that gives -2, a slope downwards, and the sigmoid never falls.",
            hints=(
                "Which of the two does the formula want, the sum z or the output a?",
                "Compute a = sigmoid(z) first, in a line of its own.",
            ),
        ),
        Mistake(
            name="the sigmoid applied twice",
            wrong=dsigmoid__twice,
            message="At z = 2 you get 0.207, and the slope there is 0.105. 0.207 is what comes of "
            "sigmoid(sigmoid(z)): a went through the sigmoid a second time.",
            hints=(
                "Count how often `sigmoid` is called between z and your result.",
                "Once you have a = sigmoid(z), the rest is a multiplication: a (1 - a).",
            ),
        ),
        Mistake(
            name="the value in place of the slope",
            wrong=dsigmoid__itself,
            message="That is how high the curve is at z. Asked for is how steep it is there.",
            hints=("With a for the height, the slope is a (1 - a).",),
        ),
        Mistake(
            name="the sign of the slope",
            wrong=dsigmoid__falling,
            message="The size is right and the sign is not: the sigmoid rises everywhere, so its "
            "slope is never below 0.",
            hints=("a (1 - a), not a (a - 1).",),
        ),
    ),
    hints=(
        "Two steps: the output a first, then the slope out of a alone.",
        "a = sigmoid(z).",
        "The slope is a (1 - a): at z = 0, where a is a half, that is a quarter.",
    ),
    question="Where is the slope largest, how large is it there, and what is left of an error that "
    "is multiplied by it ten times?",
    answer="At z = 0, where a = 0.5: 0.5 times 0.5 is 0.25. Ten times in a row leave at most "
    "0.25^10, less than a millionth. Notebook 10 meets networks that stop learning because of it.",
)

# --- 02.by_hand

BY_HAND = Exercise(
    id="02.by_hand",
    title="A neuron by hand",
    task="For w = (0.5, -1.5), b = 2 and the inputs x = (4, 2), fill in the blanks.",
    stub="first = ...  # w1 x1\nsecond = ...  # w2 x2\nz = ...  # the weighted sum\n"
    "decision = ...  # 1 or 0",
    solution={"first": 2.0, "second": -3.0, "z": 1.0, "decision": 1},
    also_right=(
        {"first": 0.5 * 4, "second": -1.5 * 2, "z": 0.5 * 4 - 1.5 * 2 + 2, "decision": True},
        {"first": 2, "second": -3, "z": 1, "decision": 1.0},
        {"first": np.float32(2), "second": np.float64(-3), "z": np.array(1.0), "decision": 1},
    ),
    mistakes=(
        Mistake(
            name="minus b",
            wrong={"z": 2.0 - 3.0 - 2.0},
            message="The products are right, but you take b away where it is added: z = w1 x1 + "
            "w2 x2 + b.",
            hints=("The products make -1 together. Add 2 to that.",),
        ),
        Mistake(
            name="b is forgotten",
            wrong={"z": 2.0 - 3.0},
            message="Your z is the sum of the two products, without the bias.",
            hints=("b = 2 is added at the end.",),
        ),
        Mistake(
            name="the inputs are swapped",
            wrong={"first": 0.5 * 2, "second": -1.5 * 4},
            message="Each weight belongs to the input with the same number: w1 to x1, and w2 to "
            "x2. You have multiplied w1 by x2, and w2 by x1.",
            hints=("w1 = 0.5 and x1 = 4.",),
        ),
        Mistake(
            name="the sign of the second weight",
            wrong={"second": 3.0},
            message="w2 is -1.5, so the second product is below 0.",
            hints=("-1.5 times 2 is -3.",),
        ),
        Mistake(
            name="the output in place of the decision",
            wrong={"decision": float(sigmoid(1.0))},
            also=({"decision": 0.731}, {"decision": 0.73}),
            message="That is the output a of the neuron. The decision is what it rounds to: 1 if "
            "it is 0.5 or more, else 0.",
            hints=("A decision has no decimals: is 0.73 at least 0.5?",),
        ),
        Mistake(
            name="the wrong side",
            wrong={"decision": 0},
            message="The sigmoid is one half at z = 0, and above it for every z above 0. On which "
            "side of 0 is z?",
            hints=("If your z is below 0, look at the bias: it is added.",),
        ),
    ),
    hints=(
        "Two products, then their sum plus the bias, then a look at the sign of z.",
        "w1 x1 is 0.5 times 4.",
        "z is -1 plus the bias. Where z is 0 or more, the output is 0.5 or more.",
    ),
    question="You needed no calculator for the decision. Why not?",
    answer="The sigmoid rises and is 0.5 at z = 0, so the sign of z decides. Its exact value, "
    "0.731 here, does not matter for that.",
)

# --- 02.neuron


def neuron__stub(x, w, b):
    """The output of one neuron with weights w and bias b for the inputs x."""
    ...


def neuron__solution(x, w, b):
    """The output of one neuron with weights w and bias b for the inputs x."""
    z = np.dot(w, x) + b
    return sigmoid(z)


def neuron__loop(x, w, b):
    z = b
    for weight, value in zip(w, x, strict=True):
        z += weight * value
    return sigmoid(z)


def neuron__sum(x, w, b):
    return 1 / (1 + math.exp(-(np.sum(np.multiply(w, x)) + b)))


def neuron__lists(x, w, b):
    z = sum(weight * value for weight, value in zip(list(w), list(x), strict=True))
    return [sigmoid(z + b)][0]


def neuron__float32(x, w, b):
    z = np.float32(b) + np.asarray(w, dtype=np.float32) @ np.asarray(x, dtype=np.float32)
    return np.float32(sigmoid(z))


def neuron__minus_b(x, w, b):
    return sigmoid(np.dot(w, x) - b)


def neuron__without_b(x, w, b):
    return sigmoid(np.dot(w, x))


def neuron__without_sum(x, w, b):
    return sigmoid(np.multiply(w, x) + b)


def neuron__b_each(x, w, b):
    return sigmoid(np.sum(np.multiply(w, x) + b))


def neuron__z(x, w, b):
    return np.dot(w, x) + b


NEURON = Exercise(
    id="02.neuron",
    title="A neuron",
    task="Write `neuron(x, w, b)`: the weighted sum of the inputs, plus b, through the sigmoid.",
    stub=neuron__stub,
    solution=neuron__solution,
    also_right=(neuron__loop, neuron__sum, neuron__lists, neuron__float32),
    cases=(
        case(np.array([1.0, 3.0]), np.array([2.0, -1.0]), 0.5),
        case(np.array([1.0, 0.0, -1.0]), np.array([0.5, 2.0, 1.0]), -0.25),
        case(np.array([2.0]), np.array([1.0]), 1.0),
    ),
    expects="one number",
    mistakes=(
        Mistake(
            name="minus b",
            wrong=neuron__minus_b,
            message="You take b away where it is added: z = w x + b. The article's code does the "
            "same, while its text says + b; with a minus, b is the threshold that the sum must "
            "pass, with a plus the threshold is -b.",
            hints=(
                "With b = 0.5 and a weighted sum of -1, z is -0.5.",
                "z = (w1 x1 + w2 x2 + ...) + b.",
            ),
        ),
        Mistake(
            name="b is forgotten",
            wrong=neuron__without_b,
            message="b goes in and has no effect. Without it every neuron has its cut through the "
            "point where all inputs are 0, however the weights are turned.",
            hints=("Where in z = w x + b does your code have the b?",),
        ),
        Mistake(
            name="no sum",
            wrong=neuron__without_sum,
            message="One output came for each input. A neuron adds up all its weighted inputs and "
            "has one output.",
            hints=(
                "`w * x` is a product for each input. What turns them into one number?",
                "`np.dot(w, x)` multiplies and adds up in one go; so does `w @ x`.",
            ),
        ),
        Mistake(
            name="b once for each input",
            wrong=neuron__b_each,
            message="b is added to each product, before the sum: with two inputs it counts twice.",
            hints=("Add up first; b comes to the sum, once.",),
        ),
        Mistake(
            name="z in place of a",
            wrong=neuron__z,
            message="That is the weighted sum z. The neuron's output is a = sigmoid(z).",
            hints=("Put z through the sigmoid before you return it.",),
        ),
    ),
    hints=(
        "By hand, for x = (1, 3), w = (2, -1), b = 0.5: z is 2 times 1 plus -1 times 3 plus 0.5.",
        "Two lines: z = w x + b, where w x is a sum of products; then a = sigmoid(z).",
        "`np.dot(w, x)` is the sum of products.",
    ),
    question="Two inputs, and you double both weights and b. What changes, and what stays?",
    answer="The cut stays where it is, since w x + b = 0 has the same solutions when everything is "
    "doubled. The step across it becomes twice as steep: the neuron is surer of the same decision.",
)

# --- 02.and, 02.or, 02.nand

CORNERS = tuple(case(x1, x2, says=f"the inputs {x1} and {x2}") for x1 in (0, 1) for x2 in (0, 1))


def fires(gate, x1, x2):
    """1 if the neuron with these w1, w2, b gives 0.5 or more, else 0."""
    w1, w2, b = np.hstack([np.ravel(part) for part in gate]).astype(float)
    return int(sigmoid(w1 * x1 + w2 * x2 + b) >= 0.5)


def gate(name, solution, also_right, mistakes, hints, question, answer):
    """The exercise of finding a neuron that computes AND, OR or NAND."""
    return Exercise(
        id=f"02.{name}",
        title=f"A neuron that computes {name.upper()}",
        task=f"Find w1, w2 and b that make a neuron compute {name.upper()}; many are right.",
        stub=f"{name}_gate = ...  # w1, w2, b",
        expects="three numbers: w1, w2 and b, such as (1, 2, -0.5)",
        use=fires,
        cases=CORNERS,
        solution=solution,
        also_right=also_right,
        mistakes=mistakes,
        hints=hints,
        question=question,
        answer=answer,
    )


AND = gate(
    "and",
    solution=(1, 1, -1.5),
    also_right=([10, 10, -15], np.array([0.3, 0.2, -0.4]), ((1.0, 1.0), -2.0)),
    mistakes=(
        Mistake(
            name="that is OR",
            wrong=(1, 1, -0.5),
            message="One input of 1 is enough for your neuron; AND wants both.",
            hints=(
                "The sum must stay below 0 when only one input is 1.",
                "Move b further below 0: past the weight of one input, not past that of both.",
            ),
        ),
        Mistake(
            name="it always says 1",
            wrong=(1, 1, 1.5),
            message="Your neuron says 1 even where both inputs are 0. There z is b alone, so b "
            "must be below 0: it is added to the sum, and the sum must first make up for it.",
            hints=("With w1 = w2 = 1, the sum is 0, 1, 1, 2. Which b leaves only the 2 above 0?",),
        ),
        Mistake(
            name="it always says 0",
            wrong=(1, 1, -3),
            message="Your neuron never says 1: even both inputs together do not make up for b.",
            hints=("For the inputs 1 and 1, z is w1 + w2 + b. It must not be below 0.",),
        ),
        Mistake(
            name="all four the wrong way round",
            wrong=(-1, -1, 1.5),
            message="Your neuron says 1 exactly where AND says 0: it computes NAND.",
            hints=("Turn the signs of w1, w2 and b round.",),
        ),
    ),
    hints=(
        "Take w1 = w2 = 1. The sum is then 0, 1, 1 and 2 for the four pairs of inputs.",
        "b moves all four sums together. Only the last may stay at 0 or above.",
        "Any b between -2 and -1 does it.",
    ),
    question="Your three numbers and the ones of the solution may differ. How can both be right?",
    answer="A gate asks only on which side of the cut each of the four points lies. The cut can "
    "move and turn, as long as it passes no point.",
)

OR = gate(
    "or",
    solution=(1, 1, -0.5),
    also_right=([20, 20, -10], np.array([0.7, 0.9, -0.2]), ((3.0, 2.0), -1.0)),
    mistakes=(
        Mistake(
            name="that is AND",
            wrong=(1, 1, -1.5),
            message="Your neuron wants both inputs; for OR one is enough.",
            hints=(
                "One weight alone must make up for b: bring b closer to 0, or raise the weights.",
            ),
        ),
        Mistake(
            name="it always says 1",
            wrong=(1, 1, 0.5),
            message="Your neuron says 1 even where both inputs are 0. There z is b alone, so b "
            "must be below 0.",
            hints=("Keep the weights, and take a b just below 0.",),
        ),
        Mistake(
            name="it always says 0",
            wrong=(1, 1, -3),
            message="Your neuron never says 1: no input makes up for b.",
            hints=("For the inputs 1 and 0, z is w1 + b. It must not be below 0.",),
        ),
    ),
    hints=(
        "Begin with the neuron for AND: which of the three numbers must change, and which way?",
        "With w1 = w2 = 1 the sums are 0, 1, 1 and 2. Only the first may end below 0.",
        "Any b between -1 and 0 does it.",
    ),
    question="From AND to OR only b changed. What did that do to the cut?",
    answer="It moved it without turning it: towards (0, 0), past the two points with a single 1.",
)

NAND = gate(
    "nand",
    solution=(-1, -1, 1.5),
    also_right=([-10, -10, 15], np.array([-0.3, -0.2, 0.4]), ((-2.0, -2.0), 3.0)),
    mistakes=(
        Mistake(
            name="that is AND",
            wrong=(1, 1, -1.5),
            message="Your neuron computes AND, and NAND is its opposite at all four points.",
            hints=("What happens to z when the signs of w1, w2 and b are turned round?",),
        ),
        Mistake(
            name="that is NOR",
            wrong=(-1, -1, 0.5),
            message="One input of 1 already silences your neuron; NAND falls silent only when both "
            "are 1.",
            hints=("A larger b leaves room for one input, but not for both.",),
        ),
        Mistake(
            name="it always says 1",
            wrong=(1, 1, 1.5),
            message="Your neuron says 1 everywhere; for the inputs 1 and 1 NAND is 0.",
            hints=("An input of 1 must make z smaller: which sign has its weight?",),
        ),
    ),
    hints=(
        "NAND is AND turned round. Which neuron gives the opposite answer at every point?",
        "Turning the sign of w1, w2 and b turns the sign of z.",
        "w1 = w2 = -1: the sums are 0, -1, -1 and -2, and only the last may end below 0.",
    ),
    question="Every logic circuit can be built of NAND gates. What follows for networks?",
    answer="Neurons in several layers can compute every logic function, XOR among them, although "
    "a single neuron cannot. Notebook 03 connects them.",
)

# --- predictions

BIAS = Prediction(
    id="02.bias",
    question="A neuron with one input has w = 1 and b = 0: its curve crosses 0.5 at x = 0. "
    "Now b goes from 0 to -3. What does the curve do?",
    options=(
        Option(
            "It moves to the left, by 3",
            "A smaller b sounds like smaller x, but b is added to the sum: x has to make up for "
            "the -3 before z is back at 0, so the curve crosses 0.5 later, not earlier.",
            misconception="b moves the curve the way it moves itself",
        ),
        Option(
            "It moves to the right, by 3",
            "z = x - 3 is 0 at x = 3. In general the curve crosses 0.5 at x = -b / w.",
            right=True,
        ),
        Option(
            "It moves down, by 3",
            "b is added before the sigmoid, not after it: whatever b is, the output stays between "
            "0 and 1.",
            misconception="b is added to the output",
        ),
        Option(
            "It becomes flatter",
            "How steep the curve is lies with w alone; b only moves it.",
            misconception="b changes the slope",
        ),
    ),
)

GATE = Prediction(
    id="02.gate",
    question="One neuron, two inputs that are 0 or 1, and you may choose w1, w2 and b freely. "
    "For which of these is there no choice that gets all four pairs of inputs right?",
    options=(
        Option(
            "AND",
            "AND can be done: a cut between (1, 1) and the three other points, for instance "
            "w1 = w2 = 1, b = -1.5.",
        ),
        Option(
            "OR",
            "OR can be done: a cut between (0, 0) and the three other points, for instance "
            "w1 = w2 = 1, b = -0.5.",
        ),
        Option(
            "NAND",
            "NAND can be done: it is AND with all three signs turned round.",
            misconception="a neuron cannot say no",
        ),
        Option(
            "XOR",
            "The two points that should give 1 are opposite corners of the square, and so are the "
            "other two. One straight cut leaves at least one of the four on its wrong side.",
            right=True,
        ),
        Option(
            "None: with the right numbers each of them works",
            "Three of them do. However you choose, a neuron is one straight cut; XOR needs two.",
            misconception="some choice of numbers computes anything",
        ),
    ),
)
