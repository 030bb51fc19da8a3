"""09.xor: the smallest network for XOR, and its activation."""

from toynn_course.exercises.engine import settings_form
from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.engine.settings_form import settings_problem
from toynn_course.exercises.nb09 import trials
from toynn_course.exercises.nb09.trials import Trial, tried, where

ex = Exercise(
    "09.xor",
    title="The smallest network for XOR",
    task="XOR with X1 and X2, rate 0.1. Choose the activation, and find the hidden layers with "
    "the fewest neurons in all that bring all seeds from 0 to 4 below a test loss of 0.02 within "
    "200 epochs.",
    stub='xor_try = {\n    "activation": ...,  # "relu", "tanh", "sigmoid" or "linear"\n'
    '    "hidden": ...,  # such as (8, 8)\n}',
    reference={"activation": "relu", "hidden": (5,)},
    read=settings_form.as_settings,
    form=settings_problem("xor_try", "activation", "hidden"),
    use=lambda answer: tried(0.02, sum(answer["hidden"]) <= 5, dataset="xor", **answer),
    cases=(case(shown="XOR", expected=Trial(right=True)),),
    seconds=30.0,
    progress=trials.PROGRESS,
    hints=(
        "Start with eight neurons in one layer, and take them away, one at a time.",
        "The boundary of XOR has corners. Which activation makes corners?",
    ),
    why="By hand, two hidden neurons are enough for the four corners of XOR. Why does training "
    "need five here?",
    because="Two neurons can hold the answer, but training has to find it from random weights. "
    "With more neurons, it is likelier that enough of them start in a good place. And here there "
    "are 500 points all over the squares, not just four corners.",
)

ex.right({"activation": "ReLU", "hidden": [5]}, {"activation": "relu", "hidden": 5})

# fmt: off
ex.mistake("layers without bends",
    "Linear layers fold into one, so the network draws one straight line, however many neurons it "
    "has. XOR takes at least two.",
    "Choose an activation that is not a straight line.",
    when=where(lambda trial, activation, **_: activation == "linear" and not trial.right),
    wrong=[{"activation": "linear"}])
ex.mistake("no hidden layer",
    "Without a hidden layer the network draws one straight line, and no line separates XOR.",
    "Each neuron of the first layer is a cut. How many cuts does XOR take?",
    when=trials.NO_LAYER,
    wrong=[{"hidden": ()}])
ex.mistake(trials.ONE_CUT,
    trials.ONE_CUT_TEXT,
    "Put the neurons into the first layer.",
    when=trials.NARROW,
    wrong=[{"hidden": (1, 4)}])
ex.mistake("the sigmoid takes too long",
    "Not all five seeds are solved within 200 epochs. The slope of the sigmoid is 0.25 at most, "
    "that of relu and tanh goes up to 1. So a smaller part of the gradient gets through.",
    "Compare relu with tanh, with the same layers.",
    when=where(lambda trial, activation, **_: activation == "sigmoid" and trial.solved < 5),
    wrong=[{"activation": "sigmoid"}])
ex.mistake("none of the seeds",
    "None of the five seeds is solved in 200 epochs. That a few neurons can draw XOR, as you saw "
    "by hand, does not mean that training finds the right weights from a random start.",
    "Give it more neurons, in the first layer.",
    "Compare relu with tanh.",
    when=trials.NONE,
    wrong=[{"hidden": (2,)}, {"activation": "tanh", "hidden": (2,)}])
ex.mistake(trials.OVERFITTED,
    trials.OVERFITTED_TEXT,
    "The boundary of XOR has corners. Which activation makes corners?",
    when=trials.OVERFIT,
    wrong=[{"activation": "tanh", "hidden": (6,)}])
ex.mistake(trials.LUCKY,
    trials.LUCKY_TEXT,
    "Look at the seeds one by one: `tries(200, dataset='xor', hidden=(3,), learning_rate=0.1)`.",
    "With relu, one neuron or two more make it safe.",
    when=trials.SOME,
    wrong=[{"hidden": (4,)}, {"hidden": (3, 2)}, {"activation": "tanh"}])
ex.mistake("more neurons than it takes",
    "All five seeds are solved, but it can be done with fewer neurons.",
    "Try relu and one layer, and take neurons away, one at a time.",
    when=trials.ALL,
    wrong=[{"hidden": (8,)}, {"hidden": (6,)}])
