"""Notebook 04, how wrong: its exercises and predictions."""
# ruff: noqa: D103, PIE790 - answers need no docstring, and stubs hold a ...

import math

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, Mistake, case
from toynn_course.exercises.engine.outcome import overflows
from toynn_course.exercises.engine.question import Option, Prediction

OUTPUT, TARGET = np.array([0.8, 0.4]), np.array([1.0, 0.0])
OUTPUTS = np.array([[0.8, 0.4], [0.3, 0.6], [0.9, 0.2]])
TARGETS = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])

# --- 04.sample


def sample_cost__stub(a, y):
    """The quadratic cost of one sample: outputs a and targets y, one number for each output."""
    ...


def sample_cost__solution(a, y):
    """The quadratic cost of one sample: outputs a and targets y, one number for each output."""
    return np.sum((a - y) ** 2) / 2


def sample_cost__loop(a, y):
    total = 0.0
    for output, target in zip(a, y, strict=True):
        total += 0.5 * (output - target) ** 2
    return total


def sample_cost__dot(a, y):
    d = np.asarray(a) - np.asarray(y)
    return d @ d / 2


def sample_cost__lists(a, y):
    return sum((output - target) ** 2 for output, target in zip(list(a), list(y), strict=True)) / 2


def sample_cost__float32(a, y):
    d = np.asarray(a, dtype=np.float32) - np.asarray(y, dtype=np.float32)
    return np.float32(0.5) * (d * d).sum()


def sample_cost__no_half(a, y):
    return np.sum((a - y) ** 2)


def sample_cost__a_number_each(a, y):
    return (a - y) ** 2 / 2


def sample_cost__not_squared(a, y):
    return np.sum(a - y) / 2


def sample_cost__absolute(a, y):
    return np.sum(np.abs(a - y))


def sample_cost__mean_over_outputs(a, y):
    return np.mean((a - y) ** 2) / 2


def sample_cost__square_of_sum(a, y):
    return np.sum(a - y) ** 2 / 2


SAMPLE = Exercise(
    id="04.sample",
    title="What one sample costs",
    task="Write `sample_cost(a, y)`: the quadratic cost of one sample with several outputs.",
    stub=sample_cost__stub,
    solution=sample_cost__solution,
    also_right=(
        sample_cost__loop,
        sample_cost__dot,
        sample_cost__lists,
        sample_cost__float32,
    ),
    cases=(
        case(np.array([0.8]), np.array([1.0])),
        case(OUTPUT, TARGET),
        case(np.array([0.1, 0.7, 0.4]), np.array([0.0, 1.0, 1.0])),
    ),
    mistakes=(
        Mistake(
            name="the half is missing",
            wrong=sample_cost__no_half,
            message="Your cost is twice as large as it should be: the formula has a half, so that "
            "the derivative comes out as a - y, without a 2.",
            hints=("Divide by 2 at the end.",),
        ),
        Mistake(
            name="one number for each output",
            wrong=sample_cost__a_number_each,
            message="You return a cost for each output. A sample has one cost, the sum over its "
            "outputs.",
            hints=("`np.sum(...)` makes one number of an array.",),
        ),
        Mistake(
            name="not squared",
            wrong=sample_cost__not_squared,
            message="Without the square, an output that is too high makes up for another that is "
            "too low, and a cost can be negative.",
            hints=("Square each difference before you add them up: `(a - y) ** 2`.",),
        ),
        Mistake(
            name="the absolute cost",
            wrong=sample_cost__absolute,
            message="That is the absolute cost, |a - y|. The quadratic one squares and halves.",
            hints=("`(a - y) ** 2 / 2` in place of `np.abs(a - y)`.",),
        ),
        Mistake(
            name="the mean over the outputs",
            wrong=sample_cost__mean_over_outputs,
            message="You take the mean over the outputs of one sample. Here the outputs are added "
            "up; the mean is taken over samples, later.",
            hints=("`np.sum` in place of `np.mean`.",),
        ),
        Mistake(
            name="the square of the sum",
            wrong=sample_cost__square_of_sum,
            message="You add up the differences first and square the sum, so that differences in "
            "opposite directions cancel. Square each one first.",
            hints=("The square belongs inside the sum.",),
        ),
    ),
    hints=(
        "Three steps: the differences, their squares, half of the sum.",
        "`(a - y) ** 2` works on a whole array.",
    ),
    question="What would change in training if the half were left out?",
    answer="Every derivative would be twice as large, as if the learning rate were doubled. The "
    "lowest point would be the same.",
)

# --- 04.slope


def sample_slope__stub(a, y):
    """The derivative of the quadratic cost by each output: an array like a."""
    ...


def sample_slope__solution(a, y):
    """The derivative of the quadratic cost by each output: an array like a."""
    return a - y


def sample_slope__loop(a, y):
    slopes = []
    for output, target in zip(a, y, strict=True):
        slopes.append(output - target)
    return np.array(slopes)


def sample_slope__lists(a, y):
    return [output - target for output, target in zip(a, y, strict=True)]


def sample_slope__float32(a, y):
    return np.subtract(a, y, dtype=np.float32)


def sample_slope__differences(a, y):
    nudge, slopes = 1e-6, []
    for k in range(len(a)):
        above, below = np.array(a, dtype=float), np.array(a, dtype=float)
        above[k] += nudge
        below[k] -= nudge
        rise = np.sum((above - y) ** 2) / 2 - np.sum((below - y) ** 2) / 2
        slopes.append(rise / (2 * nudge))
    return np.array(slopes)


def sample_slope__wrong_sign(a, y):
    return y - a


def sample_slope__twice(a, y):
    return 2 * (a - y)


def sample_slope__one_number(a, y):
    return np.sum(a - y)


def sample_slope__the_cost(a, y):
    return (a - y) ** 2 / 2


def sample_slope__sign_only(a, y):
    return np.sign(a - y)


SLOPE = Exercise(
    id="04.slope",
    title="Which way to move an output",
    task="Write `sample_slope(a, y)`: the derivative of the quadratic cost by each output.",
    stub=sample_slope__stub,
    solution=sample_slope__solution,
    also_right=(
        sample_slope__loop,
        sample_slope__lists,
        sample_slope__float32,
        sample_slope__differences,
    ),
    cases=(
        case(np.array([0.8]), np.array([1.0])),
        case(OUTPUT, TARGET),
        case(np.array([0.1, 0.7, 0.4]), np.array([0.0, 1.0, 1.0])),
    ),
    mistakes=(
        Mistake(
            name="the sign",
            wrong=sample_slope__wrong_sign,
            message="Yours is y - a, the way the output should go. The derivative says which way "
            "the cost rises: a - y.",
            hints=(
                "If the output is too low, does the cost rise or fall when the output grows?",
                "The derivative of (a - y)^2 by a is 2 (a - y).",
            ),
        ),
        Mistake(
            name="a factor of 2",
            wrong=sample_slope__twice,
            message="The 2 of the square and the half of the formula cancel.",
            hints=("Half of 2 (a - y).",),
        ),
        Mistake(
            name="one number for all outputs",
            wrong=sample_slope__one_number,
            message="You return one number. Each output has a derivative of its own, since each "
            "can be moved on its own.",
            hints=("Leave out the sum.",),
        ),
        Mistake(
            name="the cost in place of its derivative",
            wrong=sample_slope__the_cost,
            message="That is the cost of each output. The derivative says how fast it changes.",
            hints=("The derivative of half a square is what is squared.",),
        ),
        Mistake(
            name="the derivative of the absolute cost",
            wrong=sample_slope__sign_only,
            message="1 or -1, however far the output is off: that belongs to |a - y|. The slope of "
            "the quadratic cost grows with the distance.",
            hints=("Leave out the sign function.",),
        ),
    ),
    hints=(
        "Half of a square: what is its derivative by a?",
        "Test yours with a nudge: move a by 0.001 and see by how much the cost changes.",
    ),
    question="Where is this derivative 0, and what does that mean?",
    answer="Where a = y: the output is right, and moving it either way makes the cost rise.",
)

# --- 04.mean


def mean_cost__stub(outputs, targets):
    """The mean quadratic cost over samples: tables with a row for each sample."""
    ...


def mean_cost__solution(outputs, targets):
    """The mean quadratic cost over samples: tables with a row for each sample."""
    return np.sum((outputs - targets) ** 2) / 2 / len(outputs)


def mean_cost__of_rows(outputs, targets):
    return np.mean(np.sum((outputs - targets) ** 2, axis=1) / 2)


def mean_cost__loop(outputs, targets):
    total = 0.0
    for a, y in zip(outputs, targets, strict=True):
        for output, target in zip(a, y, strict=True):
            total += (output - target) ** 2 / 2
    return total / len(outputs)


def mean_cost__lists(outputs, targets):
    rows = zip(outputs.tolist(), targets.tolist(), strict=True)
    costs = [sum((p - q) ** 2 for p, q in zip(a, y, strict=True)) / 2 for a, y in rows]
    return sum(costs) / len(costs)


def mean_cost__float32(outputs, targets):
    d = (outputs - targets).astype(np.float32)
    return (d**2).sum(axis=1).mean() / 2


def mean_cost__sum(outputs, targets):
    return np.sum((outputs - targets) ** 2) / 2


def mean_cost__over_everything(outputs, targets):
    return np.mean((outputs - targets) ** 2) / 2


def mean_cost__no_half(outputs, targets):
    return np.sum((outputs - targets) ** 2) / len(outputs)


def mean_cost__a_cost_each(outputs, targets):
    return np.sum((outputs - targets) ** 2, axis=1) / 2


def mean_cost__over_outputs(outputs, targets):
    return np.sum((outputs - targets) ** 2) / 2 / outputs.shape[1]


MEAN = Exercise(
    id="04.mean",
    title="The mean over samples",
    task="Write `mean_cost(outputs, targets)`: the mean quadratic cost of a table of samples.",
    stub=mean_cost__stub,
    solution=mean_cost__solution,
    also_right=(mean_cost__of_rows, mean_cost__loop, mean_cost__lists, mean_cost__float32),
    cases=(
        case(OUTPUTS[:1], TARGETS[:1]),
        case(OUTPUTS, TARGETS),
        case(OUTPUTS[:, :1], TARGETS[:, :1]),
    ),
    mistakes=(
        Mistake(
            name="the sum in place of the mean",
            wrong=mean_cost__sum,
            message="You add the samples up, so your cost grows with their number: n times as many "
            "samples, n times the cost, though the network answers no worse.",
            hints=(
                "Divide by the number of samples.",
                "`len(outputs)` is the number of rows, and a row is a sample.",
            ),
        ),
        Mistake(
            name="the mean over everything",
            wrong=mean_cost__over_everything,
            message="You divide by the number of outputs, too. Outputs of one sample are added up; "
            "only samples are averaged.",
            hints=("`np.mean` of a table divides by rows times columns.",),
        ),
        Mistake(
            name="the half is missing",
            wrong=mean_cost__no_half,
            message="Your cost is twice as large as it should be: the half is missing.",
            hints=("Each sample costs half of its squared differences.",),
        ),
        Mistake(
            name="a cost for each sample",
            wrong=mean_cost__a_cost_each,
            message="You return the cost of each sample. What is asked for is their mean, one "
            "number.",
            hints=("`np.mean(...)` of what you have.",),
        ),
        Mistake(
            name="divided by the outputs",
            wrong=mean_cost__over_outputs,
            message="You divide by the number of columns. The samples are the rows.",
            hints=("`len(outputs)` or `outputs.shape[0]`.",),
        ),
    ),
    hints=(
        "First the cost of all samples together, then one division.",
        "`len(outputs)` is the number of samples.",
    ),
    question="You double the data by taking every sample twice. What happens to the mean cost?",
    answer="Nothing. That is why it is the mean: a learning rate that suits 100 samples suits "
    "1000 of the same kind.",
)

# --- 04.entropy


def log_cost__stub(a, y):
    """The cross-entropy of one output a between 0 and 1, with the target y, 0 or 1."""
    ...


def log_cost__solution(a, y):
    """The cross-entropy of one output a between 0 and 1, with the target y, 0 or 1."""
    given = a if y == 1 else 1 - a
    return -math.log(max(given, 1e-15))


def log_cost__formula(a, y):
    a = np.clip(a, 1e-15, 1 - 1e-15)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


def log_cost__cases(a, y):
    share = max(abs(1 - y - a), 1e-15)
    return -np.log(share)


def log_cost__float32(a, y):
    return np.float32(-np.log(np.maximum(np.where(y == 1, a, 1 - a), 1e-15)))


def log_cost__bare(a, y):
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


def log_cost__bare_math(a, y):
    return -(y * math.log(a) + (1 - y) * math.log(1 - a))


def log_cost__no_minus(a, y):
    return math.log(max(a if y == 1 else 1 - a, 1e-15))


def log_cost__only_ones(a, y):
    return -y * math.log(max(a, 1e-15))


def log_cost__log10(a, y):
    return -math.log10(max(a if y == 1 else 1 - a, 1e-15))


def log_cost__log2(a, y):
    return -math.log2(max(a if y == 1 else 1 - a, 1e-15))


def log_cost__other_way(a, y):
    return -math.log(max(1 - a if y == 1 else a, 1e-15))


ENTROPY = Exercise(
    id="04.entropy",
    title="Cross-entropy",
    task="Write `log_cost(a, y)` for one output. It should be a number also for a = 0 and a = 1: "
    "keep what you take the logarithm of at 1e-15 or more.",
    stub=log_cost__stub,
    solution=log_cost__solution,
    also_right=(log_cost__formula, log_cost__cases, log_cost__float32),
    cases=(case(0.8, 1), case(0.8, 0), case(0.3, 0), case(0.01, 1), case(0.0, 1), case(1.0, 1)),
    tolerance=1e-3,
    mistakes=(
        Mistake(
            name="the logarithm of 0",
            wrong=log_cost__bare,
            also=(log_cost__bare_math,),
            when=overflows,
            message="The formula is right, but a sigmoid that is far out answers exactly 0 or 1 in "
            "floats, and the logarithm of 0 does not exist. 0 times infinity is not a number.",
            hints=(
                "Keep what goes into the logarithm away from 0.",
                "`max(..., 1e-15)` or `np.clip(a, 1e-15, 1 - 1e-15)`.",
            ),
        ),
        Mistake(
            name="the minus is missing",
            wrong=log_cost__no_minus,
            message="The logarithm of a number below 1 is negative, so your cost is, too.",
            hints=("A minus in front.",),
        ),
        Mistake(
            name="only where the target is 1",
            wrong=log_cost__only_ones,
            message="Where the target is 0 your cost is 0, whatever the output. An output of 0.8 "
            "should cost something there, too.",
            hints=("With the target 0, what was given to the right answer is 1 - a.",),
        ),
        Mistake(
            name="another logarithm",
            wrong=log_cost__log10,
            also=(log_cost__log2,),
            message="The natural logarithm is meant, to the base e: it is the one whose derivative "
            "is 1/a.",
            hints=("`math.log` and `np.log` are natural.",),
        ),
        Mistake(
            name="the other way round",
            wrong=log_cost__other_way,
            message="Your cost is low where the output is wrong. What counts is the share given to "
            "the right answer: a for the target 1, and 1 - a for the target 0.",
            hints=("Try a = 0.99 with the target 1: it should cost almost nothing.",),
        ),
    ),
    hints=(
        "How much of its trust did the output give to the right answer? Take -log of that.",
        "For the target 1 that is a, for the target 0 it is 1 - a.",
    ),
    question="An output of 0.01 where 1 is right costs 4.6, one of 0.001 costs 6.9. And 0.0001?",
    answer="9.2: every factor of ten adds 2.3, the logarithm of 10. So nothing that is certain and "
    "wrong comes cheap.",
)

# --- 04.two

TWO = Exercise(
    id="04.two",
    title="The same accuracy, another cost",
    task="Two networks answer 0.9, 0.8, 0.4 and 0.6, 0.6, 0.4, where 1, 1, 1 is right. Give the "
    "accuracy of each (above 0.5 counts as 1), and the mean quadratic cost of each, to 4 digits.",
    stub="""accuracy_first = ...
accuracy_second = ...
cost_first = ...
cost_second = ...""",
    solution={
        "accuracy_first": 2 / 3,
        "accuracy_second": 2 / 3,
        "cost_first": 0.41 / 6,
        "cost_second": 0.68 / 6,
    },
    also_right=(
        {
            "accuracy_first": 0.667,
            "accuracy_second": 0.667,
            "cost_first": 0.0683,
            "cost_second": 0.1133,
        },
        {
            "accuracy_first": np.float32(2 / 3),
            "accuracy_second": np.float32(2 / 3),
            "cost_first": np.float32(0.41 / 6),
            "cost_second": np.float32(0.68 / 6),
        },
        {
            "accuracy_first": np.mean([1, 1, 0]),
            "accuracy_second": np.mean([1, 1, 0]),
            "cost_first": np.mean((np.array([0.9, 0.8, 0.4]) - 1) ** 2) / 2,
            "cost_second": np.mean((np.array([0.6, 0.6, 0.4]) - 1) ** 2) / 2,
        },
    ),
    tolerance=6e-4,
    expects="four numbers",
    mistakes=(
        Mistake(
            name="the sum in place of the mean",
            wrong={"cost_first": 0.205},
            also=({"cost_second": 0.34},),
            message="That is the sum over the three samples. Divide by their number.",
            hints=("Three samples, so divide by 3.",),
        ),
        Mistake(
            name="the half is missing",
            wrong={"cost_first": 0.41 / 3},
            also=({"cost_second": 0.68 / 3},),
            message="Each sample costs half of its squared difference.",
            hints=("Divide by 2.",),
        ),
        Mistake(
            name="the share of errors",
            wrong={"accuracy_first": 1 / 3},
            also=({"accuracy_second": 1 / 3},),
            message="That is the share that is wrong. The accuracy is the share that is right.",
            hints=("How many of the three answers are above 0.5?",),
        ),
        Mistake(
            name="the mean of the answers",
            wrong={"accuracy_first": 0.7},
            also=({"accuracy_second": 1.6 / 3},),
            message="That is the mean of the answers. The accuracy counts decisions: 1 for each "
            "that is right, 0 for each that is wrong.",
            hints=("0.9 counts as 1, 0.4 as 0.",),
        ),
        Mistake(
            name="a count in place of a share",
            wrong={"accuracy_first": 2},
            also=({"accuracy_second": 2},),
            message="Two answers are right. The accuracy is the share of all three.",
            hints=("2 of 3.",),
        ),
    ),
    hints=(
        "Accuracy first: which of the answers are above 0.5?",
        "Cost: the differences to 1, squared, halved, and averaged over the three samples.",
    ),
    question="Which of the two would you rather go on training, and could accuracy tell you?",
    answer="The first is closer. Accuracy cannot tell them apart: it does not see how far an "
    "answer is from the threshold.",
)

# --- predictions

SLOW = Prediction(
    id="04.slow",
    question="A sigmoid neuron gets the input 1 and should answer 0. It can start at 0.82 "
    "(w = 0.6, b = 0.9) or at 0.98 (w = 2, b = 2), and learns with the quadratic cost. From which "
    "start is it below 0.5 first?",
    options=(
        Option(
            "From 0.98: it is more wrong, so it is corrected more",
            "That is what a learner would wish for. But a step is proportional to (a - y) times "
            "the slope of the sigmoid, and at 0.98 the sigmoid is nearly flat.",
            misconception="the more wrong, the larger the step",
        ),
        Option(
            "From 0.82, and by far",
            "It takes 36 epochs from there, and 232 from 0.98. At z = 4 the slope is 0.018, at "
            "z = 1.5 it is 0.149: eight times as steep.",
            right=True,
        ),
        Option(
            "About the same from both: 0.82 and 0.98 are close",
            "The outputs are close, their z are not: 1.5 and 4. And the slope falls off quickly "
            "with z.",
            misconception="what counts is the output, not the slope",
        ),
    ),
)

OUTLIER = Prediction(
    id="04.outlier",
    question="One of 151 flowers has a typing error: a petal width of 20 cm in place of 0.2. By "
    "how much does that move the best line, with the quadratic and with the absolute cost?",
    options=(
        Option(
            "Neither moves: one flower in 151 does not count",
            "With squares it counts a lot: a distance of 20 costs as much as 400 distances of 1.",
            misconception="one sample of many cannot matter",
        ),
        Option(
            "The quadratic one moves visibly, the absolute one hardly",
            "Squares make far points heavy. To the absolute cost a point pulls with the same force "
            "however far away it is.",
            right=True,
        ),
        Option(
            "The absolute one moves more",
            "It is the other way round: the slope of |a - y| is 1 or -1 wherever the point is.",
            misconception="the absolute cost is the sharper one",
        ),
    ),
)
