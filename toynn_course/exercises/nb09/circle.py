"""09.circle: the smallest network for the disc in the ring."""

from toynn_course.exercises.engine import settings_form
from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.engine.settings_form import layers_problem
from toynn_course.exercises.nb09 import trials
from toynn_course.exercises.nb09.trials import Trial, tried, where

ex = Exercise(
    "09.circle",
    title="The smallest network for the circle",
    task="The disc inside the ring: inputs X1 and X2, tanh, rate 0.1. Find the hidden layers with "
    "the fewest neurons in all (at most 8 in each of at most 6 layers) that bring all seeds from 0 "
    "to 4 below a test loss of 0.02 within 200 epochs.",
    stub="circle_hidden = ...  # neurons in each hidden layer, such as (8, 8)",
    reference=(4,),
    read=settings_form.as_layers,
    form=lambda hidden: layers_problem(hidden, "circle_hidden"),
    use=lambda hidden: tried(0.02, sum(hidden) <= 4, hidden=hidden),
    cases=(case(shown="the circle", expected=Trial(right=True)),),
    seconds=30.0,
    progress=trials.PROGRESS,
    hints=(
        "Each neuron of the first layer is one straight cut. How many does it take to go round?",
        "One layer is enough.",
        "Try `tries(200, hidden=(3,), learning_rate=0.1)` and one neuron more.",
    ),
    why="Three neurons can close the boundary. Why are four safer?",
    because="With three, every cut has to be in a good place. With four, one of them may end up in "
    "a poor place, and the others still go round. Some room makes training easier; too much of it "
    "invites memorising.",
)

ex.right([4], 4, 4.0)

# fmt: off
ex.mistake("no hidden layer",
    "Without a hidden layer the network draws one straight line, and no line goes round a disc.",
    "How many lines does it take to go round?",
    when=trials.NO_LAYER,
    wrong=[()])
ex.mistake(trials.ONE_CUT,
    trials.ONE_CUT_TEXT,
    "Put the neurons into the first layer.",
    when=trials.NARROW,
    wrong=[(1,), (1, 3)])
ex.mistake("two cuts do not close",
    "None of the five seeds is solved. Each of your two neurons is a straight cut, and two cuts "
    "enclose a strip or a wedge, which is still open at its ends.",
    "How many straight cuts does it take to go round a disc?",
    "More than three, to be safe.",
    when=where(lambda trial, hidden, **_: hidden == (2,) and trial.solved == 0),
    wrong=[(2,)])
ex.mistake(trials.OVERFITTED,
    trials.OVERFITTED_TEXT,
    "Look at both losses of each seed: `tries(200, hidden=(3,), learning_rate=0.1)`.",
    "Three straight cuts can close. One neuron more makes it safe; six are more than it takes.",
    when=trials.OVERFIT,
    wrong=[(3,), (6,)])
ex.mistake("neurons behind the first layer",
    "Not all five seeds are solved. Only the neurons of the first layer are cuts; those of a later "
    "layer do not add any, they combine the cuts that are there.",
    "Put all neurons into one layer.",
    when=where(lambda trial, hidden, **_: len(hidden) > 1 and trial.solved < 5),
    wrong=[(2, 2), (3, 1)])
ex.mistake("more neurons than it takes",
    "All five seeds are solved, but it can be done with fewer neurons. More neurons are more to "
    "train, more to store, and more to memorise with.",
    "Three straight cuts can close. How many neurons do you have, in all layers together?",
    "Try one layer, and take neurons away, one at a time.",
    when=trials.ALL,
    wrong=[(8,), (4, 2), (5,)])
