"""09.fewest: the disc in the ring with as few weights and biases as possible."""

from toynn_course.exercises.engine import settings_form
from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.engine.settings_form import settings_problem
from toynn_course.exercises.nb09 import trials
from toynn_course.exercises.nb09.trials import Trial, n_numbers, tried, where

SQUARES = ("X1^2", "X2^2")


def use(answer):
    """Train; it is right if there are no more than three numbers."""
    few = n_numbers(len(answer["features"]), answer["hidden"]) <= 3
    return tried(0.02, few, **answer)


ex = Exercise(
    "09.fewest",
    title="Fewest numbers wins",
    task="The disc inside the ring once more, tanh, rate 0.1, a test loss below 0.02 within 200 "
    "epochs for all seeds from 0 to 4. Any features, any hidden layers. Find the network with the "
    "fewest numbers, weights and biases together. The playground opens with 25.",
    stub='fewest_try = {\n    "features": ...,  # such as ("X1", "X2")\n'
    '    "hidden": ...,  # such as (4, 2), or () for no hidden layer\n}',
    reference={"features": SQUARES, "hidden": ()},
    read=settings_form.as_settings,
    form=settings_problem("fewest_try", "features", "hidden"),
    use=use,
    cases=(case(shown="the circle", expected=Trial(right=True)),),
    seconds=30.0,
    progress=trials.PROGRESS,
    hints=(
        "Better features beat depth. One of the cards shows it.",
        "Without a hidden layer there is one weight for each feature, and one bias.",
        "Which two features, added up, say how far from the middle a point is?",
    ),
    why="Why not give a network all the features you can think of, and no hidden layer?",
    because="For two inputs you can try them all. For the 64 pixels of a digit nobody knows which "
    "products and squares matter, and there are thousands. Hidden layers find features of their "
    "own.",
)

ex.right({"features": ["x2^2", "X1^2"], "hidden": []})

# fmt: off
ex.mistake("one feature cannot say where the ring is",
    "Two numbers, and no seed is solved. Any one feature has the same value at some points of the "
    "disc and at some of the ring, so it cannot tell them apart.",
    "Which two features, added up, say how far from the middle a point is?",
    when=where(
        lambda t, features, hidden, **_: t.solved == len(hidden) == 0 and len(features) == 1
    ),
    wrong=[{"features": ("X1^2",)}])
ex.mistake("no circle in the features",
    "Not all seeds are solved. Without a hidden layer the boundary is where a weighted sum of your "
    "features is 0, and with these features that is never a circle.",
    "In which inputs is a circle a straight line?",
    "The disc is where X1² + X2² is small.",
    when=where(
        lambda trial, features, hidden, **_: (
            trial.solved < 5 and not hidden and not {*SQUARES} <= {*features}
        )
    ),
    wrong=[{"features": ("X1", "X2")}, {"features": ("X1^2", "X2")}])
ex.mistake(trials.OVERFITTED,
    trials.OVERFITTED_TEXT,
    "Look for better features before you take more neurons.",
    when=trials.OVERFIT,
    wrong=[{"features": ("X1", "X2"), "hidden": (3,)}])
ex.mistake("none of the seeds",
    "None of the five seeds is solved in 200 epochs.",
    "Look for better features before you take more neurons.",
    when=trials.NONE,
    wrong=[{"features": ("X1", "X2"), "hidden": (2,)}])
ex.mistake(trials.LUCKY,
    trials.LUCKY_TEXT,
    "Look for better features before you take more neurons.",
    when=trials.SOME,
    wrong=[{"features": ("X1", "X2"), "hidden": (3, 1)}])
ex.mistake("hidden neurons that better features replace",
    "All five seeds are solved, but it can be done with fewer numbers. A layer of 4 for X1 and X2 "
    "has 17: 8 weights and 4 biases, then 4 weights and 1 bias. With the right features you need "
    "no hidden layer.",
    "Without a hidden layer the boundary is a line in the inputs. In which inputs is a circle a "
    "line?",
    "X1² + X2² is the same everywhere on a circle.",
    when=where(lambda trial, hidden, **_: trial.solved == 5 and hidden != ()),
    wrong=[{"features": ("X1", "X2"), "hidden": (4,)}, {"hidden": (3,)}])
ex.mistake("more features than it takes",
    "All five seeds are solved, and without a hidden layer. But each feature brings a weight, and "
    "not all of yours are needed.",
    "Which of them make a circle?",
    when=trials.ALL,
    wrong=[{"features": ("X1", *SQUARES)}])
