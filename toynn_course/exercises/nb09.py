"""Notebook 09, the playground: its exercises, and the predictions of the challenge cards."""
# ruff: noqa: D103, PIE790 - answers need no docstring, and stubs hold a ...

import functools
from itertools import pairwise

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, Mistake, case
from toynn_course.exercises.engine.question import Option, Prediction
from toynn_course.playground import experiments

SEEDS = range(5)
SINES = ("X1", "X2", "sin(X1)", "sin(X2)")
SQUARES = ("X1^2", "X2^2")

# --- how an answer that is a network is tried: it is trained, once from each seed


@functools.cache
def trained(settings, epochs, limit):
    """A run from each seed, which ends once it is solved; settings : (name, value) pairs."""
    return experiments.run_many(dict(settings), epochs, SEEDS, limit, stop=True)


def tried(limit, most, epochs=200, **settings):
    """What the seeds come to; if all are solved, up to `most` neurons are as good as `most`."""
    settings["hidden"] = as_layers(settings["hidden"])
    settings["features"] = tuple(settings.get("features", ("X1", "X2")))
    pairs = tuple(sorted(settings.items()))
    runs = trained(pairs, epochs, limit)
    solved = sum(each.solved is not None for each in runs)
    return {
        "seeds that are solved": solved,
        "seeds with so low a training loss": sum(
            each.solved is not None or each.training < limit for each in runs
        ),
        "hidden neurons": max(sum(settings["hidden"]), most if solved == len(runs) else 0),
    }


def as_layers(hidden):
    """The neurons of each hidden layer; a number alone is one layer."""
    return (hidden,) if isinstance(hidden, int) else tuple(hidden)


def n_numbers(n_inputs, hidden):
    """How many weights and biases a network with one output has."""
    sizes = [n_inputs, *hidden, 1]
    return sum((before + 1) * after for before, after in pairwise(sizes))


def solved_by_none(seen):
    return seen.value["seeds that are solved"] == 0


def solved_by_some(seen):
    return 0 < seen.value["seeds that are solved"] < len(SEEDS)


def fits_but_fails(seen):
    fits = seen.value["seeds with so low a training loss"] == len(SEEDS)
    return fits and seen.value["seeds that are solved"] < len(SEEDS)


def solved_with_more(seen):
    return seen.value["seeds that are solved"] == len(SEEDS)


LUCKY = "one lucky seed"
LUCKY_MESSAGE = (
    "Some of the five seeds are solved, and not all. Look at one of those and you would call the "
    "task done; start again and it fails. What counts is that all five get there."
)
OVERFITTED = "over-fitting called success"
OVERFITTED_MESSAGE = (
    "On the training points every seed gets below the limit, and on the test points not every one "
    "does. What it gets right by heart is worth nothing on new points: the test loss decides."
)
LARGER = "more neurons than it takes"
LARGER_MESSAGE = (
    "All five seeds are solved, and with fewer neurons they still are. More of them is more to "
    "train, more to store, and more to learn by heart with."
)

# --- 09.solved


def share_solved__stub(runs, limit):
    """The share of runs that are solved; a run is a pair (training loss, test loss)."""
    ...


def share_solved__solution(runs, limit):
    """The share of runs that are solved; a run is a pair (training loss, test loss)."""
    return sum(test < limit for training, test in runs) / len(runs)


def share_solved__loop(runs, limit):
    solved = 0
    for run in runs:
        if run[1] < limit:
            solved += 1
    return solved / len(runs)


def share_solved__mean(runs, limit):
    return np.mean(np.array(runs)[:, 1] < limit)


def share_solved__list(runs, limit):
    return len([1 for _, test in runs if limit > test]) / len(runs)


def share_solved__float32(runs, limit):
    tests = np.asarray(runs, dtype=np.float32)[:, 1]
    return np.float32(np.count_nonzero(tests < np.float32(limit))) / np.float32(len(runs))


def share_solved__on_training(runs, limit):
    return sum(training < limit for training, test in runs) / len(runs)


def share_solved__on_all(runs, limit):
    return sum((training + test) / 2 < limit for training, test in runs) / len(runs)


def share_solved__both(runs, limit):
    return sum(training < limit and test < limit for training, test in runs) / len(runs)


def share_solved__any(runs, limit):
    return float(any(test < limit for training, test in runs))


def share_solved__best(runs, limit):
    return 1.0 if min(test for training, test in runs) < limit else 0.0


def share_solved__mean_loss(runs, limit):
    return float(np.mean([test for training, test in runs]) < limit)


def share_solved__count(runs, limit):
    return sum(test < limit for training, test in runs)


def share_solved__percent(runs, limit):
    return 100 * sum(test < limit for training, test in runs) / len(runs)


def share_solved__failed(runs, limit):
    return sum(test >= limit for training, test in runs) / len(runs)


def share_solved__gap(runs, limit):
    return sum(test - training < limit for training, test in runs) / len(runs)


SOLVED = Exercise(
    id="09.solved",
    title="What counts as solved",
    task="Write `share_solved(runs, limit)`: the share of runs, between 0 and 1, whose loss on "
    "points that were not trained with is below the limit. Each run is a pair (training loss, "
    "test loss).",
    stub=share_solved__stub,
    solution=share_solved__solution,
    also_right=(
        share_solved__loop,
        share_solved__mean,
        share_solved__list,
        share_solved__float32,
    ),
    cases=(
        case([(0.001, 0.5)], 0.02),
        case([(0.001, 0.01), (0.03, 0.015), (0.01, 0.03), (0.015, 0.4)], 0.02),
        case([(0.05, 0.06), (0.5, 0.001), (0.04, 0.049), (0.001, 0.08)], 0.05),
    ),
    expects="one number between 0 and 1",
    mistakes=(
        Mistake(
            name="success judged on the training points",
            wrong=share_solved__on_training,
            message="You compare the training loss with the limit. The network has seen those "
            "points, so a low loss there may be learnt by heart: 0.001 in training and 0.5 in the "
            "test is a failure.",
            hints=("Which of the two numbers of a run is of points that it has not seen?",),
        ),
        Mistake(
            name="training points among the test points",
            wrong=share_solved__on_all,
            message="You take the mean of both losses, as if one had measured on all points. The "
            "points that it has learnt from make the result look better than it is.",
            hints=("Leave the training loss out of it.",),
        ),
        Mistake(
            name="the training loss has a say",
            wrong=share_solved__both,
            also=(share_solved__gap,),
            message="You ask something of the training loss, too. Whether a run is solved is "
            "decided by its test loss alone, however it did in training.",
            hints=("Only the second number of each pair is needed.",),
        ),
        Mistake(
            name="one lucky seed is enough",
            wrong=share_solved__any,
            also=(share_solved__best,),
            message="You look for the best run. With enough starts there is nearly always a lucky "
            "one; asked for is how large a share of them got there.",
            hints=("Count the runs below the limit, and divide by how many runs there are.",),
        ),
        Mistake(
            name="the mean loss in place of the share",
            wrong=share_solved__mean_loss,
            message="You compare the mean of the test losses with the limit. One bad run can lift "
            "the mean above it although all the others are solved.",
            hints=("Compare each run with the limit first, then count.",),
        ),
        Mistake(
            name="the number of runs, not their share",
            wrong=share_solved__count,
            message="That is how many runs are solved. Divide by how many there are.",
            hints=("`/ len(runs)`",),
        ),
        Mistake(
            name="percent",
            wrong=share_solved__percent,
            message="That is the share in percent; asked for is a number between 0 and 1.",
            hints=("Leave out the 100.",),
        ),
        Mistake(
            name="the share that failed",
            wrong=share_solved__failed,
            message="That is the share that is not solved: solved is below the limit.",
            hints=("Turn the comparison round.",),
        ),
    ),
    hints=(
        "For a single run: is `run[1] < limit`?",
        "Count the runs for which it is so, and divide by `len(runs)`.",
    ),
    question="Five of ten runs are solved. What would you expect of the next ten?",
    answer="Not five. If half of all starts were good ones, ten of them would often give three or "
    "seven. For four neurons on XOR the next ten gave two. A share of ten runs is a rough number.",
)

# --- 09.circle


def circle_tried(hidden):
    return tried(0.02, 4, hidden=hidden, learning_rate=0.1)


CIRCLE = Exercise(
    id="09.circle",
    title="The smallest network for the circle",
    task="The disc in the ring: inputs X1 and X2, tanh, rate 0.1. Give hidden layers with as few "
    "neurons as you can, so that all seeds from 0 to 4 get below a test loss of 0.02 within 200 "
    "epochs.",
    stub="circle_hidden = ...  # neurons in each hidden layer, such as (8, 8)",
    solution=(4,),
    also_right=([4], 4),
    use=circle_tried,
    cases=(case(says="the circle, seeds 0 to 4,"),),
    expects="up to six numbers from 1 to 8, such as (8, 8)",
    seconds=30.0,
    mistakes=(
        Mistake(
            name="no hidden layer",
            wrong=(),
            when=lambda seen: solved_by_none(seen) and seen.value["hidden neurons"] == 0,
            message="Without a hidden layer the network draws one line, and no line goes round a "
            "disc.",
            hints=("How many lines does it take to go round?",),
        ),
        Mistake(
            name="a boundary that cannot close",
            wrong=(2,),
            when=solved_by_none,
            message="None of the five seeds is solved. Each neuron of the first layer is one "
            "straight cut, and two cuts leave a strip or a wedge, open at its ends. A second layer "
            "of one or two does not add cuts.",
            hints=("Put all neurons in the first layer.", "More than three."),
        ),
        Mistake(
            name=OVERFITTED,
            wrong=(3,),
            when=fits_but_fails,
            message=OVERFITTED_MESSAGE,
            hints=(
                "Three cuts do close, but where they run is decided by few points.",
                "One neuron more.",
            ),
        ),
        Mistake(
            name=LUCKY,
            wrong=(3, 1),
            when=solved_by_some,
            message=LUCKY_MESSAGE,
            hints=("Put all neurons in one layer.",),
        ),
        Mistake(
            name=LARGER,
            wrong=(8,),
            also=((4, 2),),
            when=solved_with_more,
            message=LARGER_MESSAGE,
            hints=("Three straight cuts close. How many neurons did you take?", "Try four."),
        ),
    ),
    hints=("Each neuron of the first layer is one straight cut.", "One layer is enough."),
    question="Three neurons can close the boundary. Why are four safer?",
    answer="With three every cut has to be in a good place. With four one may be in a poor one, "
    "and the others still go round. Some room makes training easier, and too much of it invites "
    "learning by heart.",
)

# --- 09.xor


def xor_tried(answer):
    hidden, activation = answer["hidden"], answer["activation"]
    found = tried(0.02, 5, dataset="xor", hidden=hidden, activation=activation, learning_rate=0.1)
    return found | {"bends": activation != "linear"}


XOR = Exercise(
    id="09.xor",
    title="The smallest network for XOR",
    task="XOR with X1 and X2, rate 0.1. Choose the activation and the hidden layers, with as few "
    "neurons as you can, so that all seeds from 0 to 4 get below a test loss of 0.02 within 200 "
    "epochs.",
    stub='xor_try = {\n    "activation": ...,  # "relu", "tanh", "sigmoid" or "linear"\n'
    '    "hidden": ...,  # such as (8, 8)\n}',
    solution={"activation": "relu", "hidden": (5,)},
    also_right=({"activation": "relu", "hidden": [5]}, {"activation": "relu", "hidden": 5}),
    use=xor_tried,
    cases=(case(says="XOR, seeds 0 to 4,"),),
    expects='the name of an activation, such as "tanh", and up to six numbers from 1 to 8, such '
    "as (8, 8)",
    seconds=30.0,
    mistakes=(
        Mistake(
            name="layers without bends",
            wrong={"activation": "linear", "hidden": (5,)},
            when=lambda seen: not seen.value["bends"],
            message="Linear layers fold into one, so the network draws a line, however many "
            "neurons it has. XOR takes at least two.",
            hints=("Choose an activation with a bend.", "Which one kept its corners sharp?"),
        ),
        Mistake(
            name="too few cuts, or too slow ones",
            wrong={"activation": "relu", "hidden": (2,)},
            when=solved_by_none,
            message="None of the five seeds is solved. By hand two neurons can do XOR; training "
            "from random weights does not find them, and with a sigmoid it takes longer than this.",
            hints=("Give it more neurons in the first layer.", "Compare relu with tanh."),
        ),
        Mistake(
            name=OVERFITTED,
            wrong={"activation": "tanh", "hidden": (6,)},
            when=fits_but_fails,
            message=OVERFITTED_MESSAGE,
            hints=("The boundary of XOR has corners. Which activation makes them?",),
        ),
        Mistake(
            name=LUCKY,
            wrong={"activation": "relu", "hidden": (3,)},
            when=solved_by_some,
            message=LUCKY_MESSAGE,
            hints=("With relu one neuron more or two make it safe.",),
        ),
        Mistake(
            name=LARGER,
            wrong={"activation": "relu", "hidden": (8,)},
            when=solved_with_more,
            message=LARGER_MESSAGE,
            hints=("Try relu, and go down from eight one by one.", "Five."),
        ),
    ),
    hints=("Begin with eight neurons in one layer, and take away one after the other.",),
    question="By hand two hidden neurons are enough for the four corners of XOR. Why does "
    "training need five here?",
    answer="Two can hold the answer; training has to find it from random weights. With more "
    "neurons it is likelier that some begin where the way down is good. And these are 500 points, "
    "up to the edges of the squares, and not four corners.",
)

# --- 09.spiral


def spiral_tried(answer):
    return tried(0.05, 12, dataset="spiral", learning_rate=0.1, **answer)


SPIRAL = Exercise(
    id="09.spiral",
    title="A small network for the spiral",
    task="The spiral with tanh and rate 0.1. Choose the features and the hidden layers, with 12 "
    "hidden neurons at most, so that all seeds from 0 to 4 get below a test loss of 0.05 within "
    "200 epochs.",
    stub='spiral_try = {\n    "features": ...,  # such as ("X1", "X2", "X1X2")\n'
    '    "hidden": ...,  # such as (8, 8)\n}',
    solution={"features": SINES, "hidden": (6, 6)},
    also_right=({"features": list(SINES), "hidden": [6, 6]}, {"features": SINES, "hidden": (8, 2)}),
    use=spiral_tried,
    cases=(case(says="the spiral, seeds 0 to 4,"),),
    expects='names of features, such as ("X1", "X2", "X1^2"), and up to six '
    "numbers from 1 to 8, such as (8, 8)",
    seconds=30.0,
    mistakes=(
        Mistake(
            name="depth where features would do",
            wrong={"features": ("X1", "X2"), "hidden": (6, 6)},
            when=solved_by_none,
            message="None of the five seeds is solved in 200 epochs. The arms go up and down along "
            "each axis, and each time further out. What the inputs do not say of that, the network "
            "has to build, bend by bend.",
            hints=(
                "Which features go up and down, and which say how far out?",
                "Take sin(X1) and sin(X2) besides X1 and X2.",
            ),
        ),
        Mistake(
            name=OVERFITTED,
            wrong={"features": SINES, "hidden": (8,)},
            when=fits_but_fails,
            message=OVERFITTED_MESSAGE,
            hints=("Share the neurons out among two layers.", "Six and six."),
        ),
        Mistake(
            name=LUCKY,
            wrong={"features": SINES, "hidden": (5, 2)},
            when=solved_by_some,
            message=LUCKY_MESSAGE,
            hints=("There is room for more: 12 neurons are allowed.", "Two layers, the same size."),
        ),
        Mistake(
            name=LARGER,
            wrong={"features": SINES, "hidden": (8, 8)},
            when=solved_with_more,
            message=LARGER_MESSAGE,
            hints=("The task allows 12 hidden neurons.", "Two layers of the same size."),
        ),
    ),
    hints=(
        "The features first: which of them go up and down?",
        "Then two layers. Try them in the playground with `play.set(dataset='spiral', ...)`.",
    ),
    question="With all seven features, layers of six and six solve four of the five seeds, not "
    "five. Why is more input not always better?",
    answer="Each feature brings weights to be learnt, and room to learn by heart. X1² and "
    "X2² say how far out a point is, and little else; on a spiral that distracts more than it "
    "helps.",
)

# --- 09.fewest


def fewest_tried(answer):
    found = tried(0.02, 0, learning_rate=0.1, **answer)
    numbers = n_numbers(len(answer["features"]), as_layers(answer["hidden"]))
    return {
        "seeds that are solved": found["seeds that are solved"],
        "weights and biases": numbers,
    }


FEWEST = Exercise(
    id="09.fewest",
    title="Fewest numbers wins",
    task="The disc in the ring once more, tanh, rate 0.1, test loss below 0.02 within 200 epochs "
    "for all seeds from 0 to 4. Any features, any hidden layers; what counts is the number of "
    "weights and biases. The opening network has 25.",
    stub='fewest_try = {\n    "features": ...,  # such as ("X1", "X2")\n'
    '    "hidden": ...,  # such as (4, 2), or () for no hidden layer\n}',
    solution={"features": SQUARES, "hidden": ()},
    also_right=(
        {"features": list(SQUARES), "hidden": []},
        {"features": ("X2^2", "X1^2"), "hidden": ()},
    ),
    use=fewest_tried,
    cases=(case(says="the circle, seeds 0 to 4,"),),
    expects='names of features, such as ("X1", "X2", "X1^2"), and up to six '
    "numbers from 1 to 8, such as (8, 8)",
    seconds=30.0,
    mistakes=(
        Mistake(
            name="one feature cannot say where the ring is",
            wrong={"features": ("X1^2",), "hidden": ()},
            when=lambda seen: solved_by_none(seen) and seen.value["weights and biases"] < 3,
            message="Two numbers, and no seed is solved: one feature alone does not tell how far "
            "from the middle a point is, and that is what decides.",
            hints=("Which two features added up say how far from the middle a point is?",),
        ),
        Mistake(
            name="features without a curve",
            wrong={"features": ("X1", "X2"), "hidden": ()},
            when=solved_by_none,
            message="No seed is solved. Without a hidden layer the boundary is a line in the "
            "features, so the features have to bring the curve.",
            hints=("The disc is where X1² + X2² is small.",),
        ),
        Mistake(
            name=LUCKY,
            wrong={"features": ("X1", "X2"), "hidden": (3,)},
            when=solved_by_some,
            message=LUCKY_MESSAGE,
            hints=("Look for better features before you take more neurons.",),
        ),
        Mistake(
            name="neurons where features would do",
            wrong={"features": ("X1", "X2"), "hidden": (4,)},
            also=({"features": ("X1", "X2"), "hidden": (4, 2)},),
            message="All five seeds are solved. As you count: layers of 4 and 2 make 25 numbers, "
            "one layer of 4 makes 17. With other features the hidden layers can go.",
            hints=(
                "Without a hidden layer it draws a line. In which inputs is a circle a line?",
                "X1² + X2² = constant.",
            ),
        ),
    ),
    hints=(
        "Better features beat depth: one of the cards shows it.",
        "Without a hidden layer there is one weight a feature, and one bias.",
    ),
    question="Why not give a network all the features that one can think of, and no hidden layer?",
    answer="For two inputs one can think of them all; for the 64 pixels of a digit nobody knows "
    "which products and squares matter, and there are thousands. Hidden layers find features of "
    "their own.",
)

# --- 09.why

WHY = Exercise(
    id="09.why",
    title="Four failures",
    task="For each card give the letter of what went wrong.",
    stub='why = {\n    "Layers without bends": ...,\n    "Asleep": ...,\n    "Twins": ...,\n'
    '    "Memorise": ...,\n}',
    solution={"Layers without bends": "B", "Asleep": "A", "Twins": "D", "Memorise": "C"},
    mistakes=(
        Mistake(
            name=OVERFITTED,
            wrong={"Memorise": "F"},
            message="Its training loss is the lowest of all, and that is all that is good about "
            "it. On points that it has not seen it is worse than guessing.",
            hints=("Compare the two losses in its table.",),
        ),
        Mistake(
            name="more neurons as the cure for everything",
            wrong={"Layers without bends": "E"},
            also=({"Asleep": "E"}, {"Twins": "E"}, {"Memorise": "E"}),
            message="None of the four lacks neurons. Without bends more neurons still draw a line, "
            "asleep they sleep on, twins become triplets, and who learns by heart gets more room.",
            hints=("Ask of each what it has too little of, if not neurons.",),
        ),
        Mistake(
            name="no gradient, for another reason",
            wrong={"Asleep": "D"},
            also=({"Twins": "A"},),
            message="In both cases little or no gradient arrives. Asleep it is the slopes of many "
            "sigmoids that make it small; with twins it is the start that makes it 0.",
            hints=("Which of the two begins with random weights?",),
        ),
        Mistake(
            name="the bend taken for the slope",
            wrong={"Layers without bends": "A"},
            message="The slope of a linear activation is 1 everywhere: the gradient arrives "
            "unchanged. What it lacks is a bend.",
            hints=("What do a weighted sum of weighted sums make?",),
        ),
    ),
    hints=(
        "Which of them begins with the same number everywhere?",
        "Which of them has a low training loss?",
    ),
    question="Which of the four would more epochs cure?",
    answer="None for certain. Asleep might wake up some day; the boundary without bends, the twins "
    "and what was learnt by heart stay as they are, or get worse.",
)

# --- the challenge cards (challenges.py says what happened over the seeds)

LINE = Prediction(
    id="09.line",
    question="Two clouds, one above right and one below left. The network has no hidden layer: two "
    "inputs, one output. How many epochs does it need?",
    options=(
        Option(
            "One or two",
            "A line is enough, and in one epoch the network takes 25 steps, one for each batch of "
            "10 of its 250 training points.",
            right=True,
        ),
        Option(
            "Some fifty",
            "An epoch is not one step. It is 25 of them here, one for each batch of 10 points.",
            misconception="an epoch is one step",
        ),
        Option(
            "It never gets there without a hidden layer",
            "A hidden layer is needed where one line is not enough. Between these two clouds there "
            "is room for a line.",
            misconception="a network needs a hidden layer",
        ),
    ),
)

NO_LINE = Prediction(
    id="09.no_line",
    question="The same network without a hidden layer, on a disc inside a ring. What does it come "
    "to in 100 epochs?",
    options=(
        Option(
            "It gets there, only more slowly",
            "More epochs find the best line. They do not make another shape of it.",
            misconception="training long enough solves everything",
        ),
        Option(
            "A loss of about 0.5, and about half of the points right: as good as guessing",
            "No line has the disc on one side and the ring on the other. The best that is left is "
            "to answer 0 everywhere, half way between -1 and 1, and ½ (0 - 1)² is 0.5.",
            right=True,
        ),
        Option(
            "About three quarters right, as the line cuts off half of the ring",
            "A line that cuts off a part of the ring leaves the other part on the side of the "
            "disc. It is hardly better than none.",
        ),
    ),
)

BETTER = Prediction(
    id="09.squares",
    question="The disc in the ring again, still without a hidden layer, but the inputs are X1² and "
    "X2² in place of X1 and X2. Is a straight cut enough now?",
    options=(
        Option(
            "No, a network without a hidden layer can draw lines only",
            "It draws a line, but in the plane of its inputs. A line X1² + X2² = constant is a "
            "circle in the plane of X1 and X2.",
            misconception="without a hidden layer there are only straight boundaries",
        ),
        Option(
            "Yes, and every start finds it",
            "Eight of ten found it. In the other two both weights began well above 0. With inputs "
            "up to 25 the ring was then answered with 1 from the beginning, where tanh is flat.",
            misconception="what can be represented is always found",
        ),
        Option(
            "Yes, and most starts find it, but not all",
            "Eight of ten, within 30 epochs. The other two began on the wrong side of tanh, where "
            "it is flat: there the gradient is almost 0, and they stayed.",
            right=True,
        ),
    ),
)

PRODUCT = Prediction(
    id="09.product",
    question="The four squares of XOR, no hidden layer, and a single input: the product X1X2. How "
    "many numbers does the network have, and does it get there?",
    options=(
        Option(
            "Two, and it gets there in a few epochs",
            "One weight and one bias. The product is above 0 exactly where the two have the same "
            "sign, so the feature is the answer already.",
            right=True,
        ),
        Option(
            "Two, and that is too few for XOR",
            "XOR needs a hidden layer if the inputs are X1 and X2. With the product as its input "
            "there is nothing left to do but to pass it on.",
            misconception="XOR needs a hidden layer, whatever the inputs",
        ),
        Option(
            "Three, and it gets there after some hundred epochs",
            "X1X2 is one input, so there are one weight and one bias. It takes about four epochs.",
        ),
    ),
)

NO_BENDS = Prediction(
    id="09.no_bends",
    question="Disc in a ring, inputs X1 and X2, two hidden layers of 4 and 2, 25 numbers. All "
    "activations in the hidden layers are linear. What does it draw?",
    options=(
        Option(
            "A closed curve, as two hidden layers are enough for that",
            "It is not the layers that bend a boundary, it is what stands between them.",
            misconception="layers alone make a boundary bend",
        ),
        Option(
            "A line: the layers together are one layer",
            "A weighted sum of weighted sums is a weighted sum. 25 numbers do what 3 could do.",
            right=True,
        ),
        Option(
            "A polygon with four sides, one for each neuron of the first layer",
            "With tanh or relu you would be right. Linear neurons are added up to one slope.",
            misconception="every hidden neuron adds a side, whatever its activation",
        ),
    ),
)

BENDS = Prediction(
    id="09.bends",
    question="Disc in a ring, one hidden layer with tanh. How many neurons does a boundary need to "
    "close around the disc?",
    options=(
        Option(
            "One is enough, as tanh is curved",
            "One neuron has one straight cut; tanh only makes the way from one side to the other "
            "smooth. Along the cut it is as straight as ever.",
            misconception="a curved activation makes a curved boundary",
        ),
        Option(
            "Two: one for each side",
            "Two cuts make a strip or a wedge, and both are open at their ends. Two neurons get "
            "about 8 of 10 points right, and never all.",
        ),
        Option(
            "Three, as three straight cuts make a triangle",
            "Three sides close. With tanh three of ten starts were through within 300 epochs, and "
            "the others were close behind; with relu nine of ten.",
            right=True,
        ),
        Option(
            "Dozens, since a circle has no corners",
            "The corners are rounded off by the way in which the cuts are added up. Three do.",
            misconception="each hidden neuron draws a visible straight piece",
        ),
    ),
)

WIDTH = Prediction(
    id="09.width",
    question="XOR with X1 and X2, tanh. By hand two hidden neurons are enough for its four corners "
    "(notebook 03). Here there are 500 points and random starts. How often do 2, and how often do "
    "4, get there in 300 epochs?",
    options=(
        Option(
            "Both always, as two are enough",
            "That two can do it says that good weights exist, and not that training finds them.",
            misconception="what can be represented is always found",
        ),
        Option(
            "Two never, four in about half of the starts",
            "None of ten with two, five of ten with four. More neurons begin in more places, so "
            "it is likelier that some begin well.",
            right=True,
        ),
        Option(
            "Two in about half of the starts, four always",
            "Both do worse than that: none of ten, and five of ten.",
        ),
    ),
)

DEFAULT = Prediction(
    id="09.default",
    question="The playground as it opens: disc in a ring, tanh, layers of 4 and 2. Ten starts, 300 "
    "epochs each. How different are they?",
    options=(
        Option(
            "All ten take about the same number of epochs",
            "The slowest took three times as long as the fastest: 158 epochs against 52.",
            misconception="a network's training time is a fixed number",
        ),
        Option(
            "All get there, the slowest three times as late as the fastest",
            "Between 52 and 158 epochs, for the same task and the same settings. So one run says "
            "little about a setting.",
            right=True,
        ),
        Option(
            "About half of them get stuck",
            "With XOR and four neurons half were not there in this time. Here all ten were.",
        ),
    ),
)

RATE = Prediction(
    id="09.rate",
    question="The same network with three other rates: 0.0001, 0.3 and 10. (0.03 was the usual "
    "one.) What do they do in 100, 300 and 100 epochs?",
    options=(
        Option(
            "Too slow; faster; does not learn at all",
            "With 0.0001 nothing has happened yet. With 0.3 it is there after some 17 epochs and "
            "then restless. With 10 every step throws the weights somewhere else.",
            right=True,
        ),
        Option(
            "Slow but safe; too fast; it diverges to infinity",
            "0.0001 is so safe that it stays where it was. And tanh keeps every output between -1 "
            "and 1, so that the loss cannot grow without end: it stays high.",
            misconception="a smaller rate is safer",
        ),
        Option(
            "All three arrive, one after the other",
            "Only the middle one does. A rate is not just a speed.",
            misconception="the rate is only a speed",
        ),
    ),
)

ASLEEP = Prediction(
    id="09.asleep",
    question="Disc in a ring, three hidden layers of 8 and the sigmoid in place of tanh: 177 "
    "numbers. What is the loss after 300 epochs?",
    options=(
        Option(
            "Near 0, and sooner than with layers of 4 and 2",
            "There is room for it, but the gradient hardly reaches the first layers.",
            misconception="deeper is better",
        ),
        Option(
            "Half of what it was: slower, but on its way",
            "It is not even on its way. The curve is flat from the first epoch on.",
        ),
        Option(
            "Still about 0.5, where it was after the first epoch",
            "The slope of the sigmoid is 0.25 at best. Three layers of it, with small weights, "
            "leave next to nothing of the gradient for the first one. Notebook 10 is about this.",
            right=True,
        ),
    ),
)

TWINS = Prediction(
    id="09.twins",
    question="The usual network, but all weights and biases begin at 0. What happens?",
    options=(
        Option(
            "It learns as usual: 0 is as good a start as any",
            "For a single neuron it is. In a layer it makes all neurons the same.",
            misconception="the start does not matter",
        ),
        Option(
            "Nothing: only the bias of the output ever moves",
            "The output weights are 0, so no gradient comes back to the hidden neurons; and the "
            "hidden outputs are tanh(0) = 0, so none comes to the output weights either.",
            right=True,
        ),
        Option(
            "It learns, but more slowly",
            "To be slow there would have to be a gradient. It is exactly 0 for every weight.",
        ),
        Option(
            "Python stops with a division by zero",
            "Nothing is divided by a weight. 0 is a number like any other.",
        ),
    ),
)

ARMS = Prediction(
    id="09.arms",
    question="Two spirals, layers of 8 and 8 with tanh. With X1 and X2 it gets 1500 epochs, with "
    "sin(X1) and sin(X2) besides only 300. Which gets more starts below a loss of 0.05?",
    options=(
        Option(
            "The one with 1500 epochs",
            "One of five, against all ten with the two sines. Five times the time did not make up "
            "for the better inputs.",
            misconception="training longer makes up for poor inputs",
        ),
        Option(
            "The one with the sines",
            "All ten of its starts, and half of them by epoch 119. The arms of a spiral go up and "
            "down along each axis, and that is what a sine does.",
            right=True,
        ),
        Option(
            "Neither: a spiral needs more layers",
            "Two layers of 8 can do it: the loss does fall, and most points are right even without "
            "the sines.",
            misconception="a hard task needs a deeper network",
        ),
    ),
)

MEMORISE = Prediction(
    id="09.memorise",
    question="Disc in a ring, but many labels are wrong (noise 50) and only 50 of 500 points are "
    "there to train with. One hidden layer of 2, one of 8, and three of 8. Which has the lowest "
    "test loss after 800 epochs?",
    options=(
        Option(
            "Three layers of 8: it has the lowest training loss",
            "It does have that, 0.09. It has learnt the wrong labels by heart, and pays for them "
            "on points that it has not seen: 0.58, more than guessing costs.",
            misconception="over-fitting called success",
        ),
        Option(
            "One layer of 8, the golden mean",
            "A good idea, but 33 numbers for 50 points are still too many: 0.54.",
        ),
        Option(
            "One layer of 2, which fits the training points worst",
            "A test loss of 0.45, though it cannot even close the boundary. What it cannot draw, "
            "it cannot learn by heart.",
            right=True,
        ),
    ),
)

RESTRAIN = Prediction(
    id="09.restrain",
    question="The three layers of 8 that learnt by heart came to a test loss of about 0.58. Now "
    "each step also pulls every weight towards 0 (L2, rate 0.03). What becomes of the two losses?",
    options=(
        Option(
            "Both fall: regularisation makes training better",
            "The pull works against the training points. Their loss rises, from 0.09 to 0.28.",
            misconception="regularisation helps on the training points",
        ),
        Option(
            "The training loss rises, the test loss falls",
            "0.28 in place of 0.09, and 0.39 in place of 0.58. A network with small weights is "
            "smooth: it cannot make an island around every wrong point.",
            right=True,
        ),
        Option(
            "Both rise, as the network is held back",
            "It is held back from what is particular to 50 points. What holds for the others it "
            "still learns.",
        ),
        Option(
            "Nothing much: 0.03 is a small number",
            "It is applied in every step, and there are 4000 of them: 5 an epoch, for 800 epochs.",
        ),
    ),
)
