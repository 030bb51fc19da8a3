"""09.spiral: a small network for the spiral, and its features."""

from toynn_course.exercises.engine import settings_form
from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.engine.settings_form import settings_problem
from toynn_course.exercises.nb09 import trials
from toynn_course.exercises.nb09.trials import Trial, tried, where
from toynn_course.playground.settings import FEATURES

SINES = {"sin(X1)", "sin(X2)"}
MOST = 12


def problem(answer):
    """What is wrong with the form, the number of neurons included."""
    found = settings_problem("spiral_try", "features", "hidden")(answer)
    n = 0 if found else sum(answer["hidden"])
    return f"'hidden' has {n} neurons in all. The task allows {MOST}." if n > MOST else found


def with_sines(number):
    """A sign: not all seeds are solved, and this many of the two sines are among the features."""
    return where(
        lambda trial, features, **_: trial.solved < 5 and len(SINES & {*features}) == number
    )


ex = Exercise(
    "09.spiral",
    title="A small network for the spiral",
    task="The spiral with tanh and rate 0.1. Choose the features and the hidden layers (at most 12 "
    "hidden neurons in all, and at most 8 in each layer) so that all seeds from 0 to 4 get below a "
    "test loss of 0.05 within 200 epochs.",
    stub='spiral_try = {\n    "features": ...,  # such as ("X1", "X2", "X1X2")\n'
    '    "hidden": ...,  # such as (8, 8)\n}',
    reference={"features": ("X1", "X2", "sin(X1)", "sin(X2)"), "hidden": (6, 6)},
    read=settings_form.as_settings,
    form=problem,
    use=lambda answer: tried(0.05, dataset="spiral", **answer),
    cases=(case(shown="the spiral", expected=Trial(right=True)),),
    seconds=30.0,
    progress=trials.PROGRESS,
    hints=(
        "First the features: which of them go up and down, as the arms do?",
        "Then two layers. Try them in the playground with `play.set(dataset='spiral', ...)`.",
    ),
    why="With all seven features, layers of six and six solve four of the five seeds, not five. "
    "Why is more input not always better?",
    because="Each feature brings weights that have to be trained, and room to memorise with. What "
    "X1², X2² and X1X2 say about a point helped less here than it cost. (Four seeds against five "
    "would prove little. But of the ten seeds after those, all seven features solve none, and X1, "
    "X2 and the two sines solve nine.)",
)

ex.right(
    {"features": {"sin(x1)", "sin(x2)", "X1", "X2"}, "hidden": [6, 6]},
    {"features": ("X1", "X2", "sin(X1)", "sin(X2)"), "hidden": (8, 2)},
)

# fmt: off
ex.mistake("no hidden layer",
    "Without a hidden layer, the output is one weighted sum of your features, and no such sum "
    "winds round as the spiral does.",
    "Give it two layers.",
    when=trials.NO_LAYER,
    wrong=[{"hidden": ()}])
ex.mistake("features that do not go up and down",
    "Not all five seeds are solved. Along each axis the arms of the spiral go up and down, again "
    "and again, and none of your features does. So the network has to build that, bend by bend.",
    "Which two of the seven features go up and down?",
    "Use sin(X1) and sin(X2) as well as X1 and X2.",
    when=with_sines(0),
    wrong=[{"features": ("X1", "X2")}, {"features": ("X1", "X2", "X1X2"), "hidden": (4, 4, 4)}])
ex.mistake("one of the two sines",
    "Not all five seeds are solved. The arms go up and down along both axes, and you give the "
    "network a sine of only one.",
    "Use sin(X1) and sin(X2).",
    when=with_sines(1),
    wrong=[{"features": ("X1", "X2", "sin(X1)"), "hidden": (8, 4)}])
ex.mistake("nothing but the sines",
    "Not all five seeds are solved. To the sines alone, places that are far apart look the same: "
    "sin(0.5) and sin(2.64) are both 0.48.",
    "Which features tell such places apart?",
    "Use X1 and X2 as well.",
    when=where(lambda trial, features, **_: trial.solved < 5 and {*features} == SINES),
    wrong=[{"features": ("sin(X1)", "sin(X2)"), "hidden": (8, 4)}])
ex.mistake(trials.OVERFITTED,
    trials.OVERFITTED_TEXT,
    "Two layers, with the same number of neurons.",
    when=trials.OVERFIT,
    wrong=[{"hidden": (8,)}, {"hidden": (8, 4)}])
ex.mistake("none of the seeds",
    "None of the five seeds is solved in 200 epochs. Your features have the sines; it is the "
    "hidden layers that do not get there.",
    "12 neurons are allowed. Two layers, the same size.",
    when=trials.NONE,
    wrong=[{"hidden": (2, 2, 2, 2, 2, 2)}])
ex.mistake(trials.LUCKY,
    trials.LUCKY_TEXT,
    "12 hidden neurons are allowed. And more features are not always better.",
    "Two layers of the same size.",
    when=trials.SOME,
    wrong=[{"hidden": (4, 8)}, {"features": FEATURES}])
