"""The program that the playground shows ends with the very network that is on the screen."""

import contextlib
import io
import itertools

import numpy as np
import pytest

from tests.course.playground.test_own import bump, net
from toynn import Activation
from toynn_course.playground import Playground, Session, Settings
from toynn_course.playground.code import MOST_EVENTS, code_for
from toynn_course.playground.problems import Points
from toynn_course.playground.settings import DATASETS, FEATURES, OUTPUTS, REGULARIZATIONS


def ran(code, **own):
    """What a program leaves behind in a namespace of its own, and what it printed."""
    names, printed = dict(own), io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "<shown>", "exec"), names)  # noqa: S102 - it is for running
    return names, printed.getvalue()


def check(session, **own):
    """The program has the same network, bit for bit, the same points, and prints the losses."""
    names, printed = ran(code_for(session), **own)
    assert names["network"] == session.network
    for name, mine in (("training", session.training_data), ("test", session.test_data)):
        assert np.array_equal(names[name].X, mine.X)
        assert np.array_equal(names[name].Y, mine.Y)
    losses = [line.rsplit(" ", 1) for line in printed.splitlines()]
    assert [name for name, _ in losses] == ["training loss", "test loss"]
    assert [float(value) for _, value in losses] == list(session.losses[1:])


EVERY = [
    (problem, dataset, output)
    for problem in DATASETS
    if problem != "my points"
    for dataset, output in itertools.product(DATASETS[problem], OUTPUTS[problem])
]


@pytest.mark.parametrize(("problem", "dataset", "output"), EVERY)
def test_every_data_set_with_every_output(problem, dataset, output):
    values = {"problem": problem, "dataset": dataset, "output": output}
    session = Session(Settings().changed(**values, noise=15, ratio=30, data_seed=7, weight_seed=3))
    session.train(2)
    check(session)


@pytest.mark.parametrize("feature", FEATURES)
def test_every_feature(feature):
    session = Session(Settings(features=(feature,)))
    session.train()
    check(session)


def test_all_features_and_six_layers():
    session = Session(Settings(features=FEATURES, hidden=(8, 7, 6, 5, 4, 3), activation="relu"))
    session.train()
    check(session)


@pytest.mark.parametrize(
    "values",
    [
        {"hidden": ()},
        {"hidden": (), "weights": "zero"},
        {"weights": "zero", "activation": "sigmoid"},
        {"activation": "linear", "batch_size": 1, "ratio": 10},
        {"batch_size": 30, "ratio": 90, "noise": 50},
        {"batch_size": 17, "learning_rate": 0.00001},
        {"learning_rate": 10},
    ],
    ids=str,
)
def test_other_settings(values):
    session = Session(Settings(**values))
    check(session)
    session.train(2)
    check(session)


@pytest.mark.parametrize("kind", REGULARIZATIONS)
@pytest.mark.parametrize("rate", [0, 0.003, 1])
def test_every_regularization(kind, rate):
    session = Session(Settings(regularization=kind, regularization_rate=rate, learning_rate=0.1))
    session.train(2)
    check(session)


def test_all_that_can_be_done_on_the_way():
    session = Session(Settings(dataset="moons", noise=10))
    session.train(2)
    session.edit(0, 1, 1, -0.75)
    session.regenerate()
    session.change(learning_rate=0.3)
    session.train()
    session.edit(2, 0, None, 1 / 3)
    session.change(regularization="L1", regularization_rate=0.01)
    session.train()
    session.regenerate()
    session.train()
    session.change(regularization="L2")
    session.train(3)
    check(session)


def test_it_imports_no_more_than_it_uses():
    session = Session(Settings(regularization="L2", regularization_rate=0.01))
    session.train(2)
    assert "import Dataset, L2, Network, quadratic, train\n" in code_for(session)
    for _ in range(MOST_EVENTS):
        session.edit(0, 0, 0, 1)
    assert "import Dataset, Layer, Network, quadratic\n" in code_for(session)
    check(session)


def test_a_training_that_diverged_ends_with_the_last_good_network():
    session = Session(Settings().changed(problem="regression", learning_rate=10))
    session.train(50)
    assert session.diverged
    check(session)


@pytest.mark.parametrize("again", ["nothing", "reset", "regenerate"])
@pytest.mark.parametrize(
    "network",
    [net(2, 3, 2, 1), net(2, 5, 1, output="sigmoid"), net(2, 3, 2, output="softmax"),
     net(2, 16, 1, activation="softplus", output="leaky_relu"), net(2, 1, output="identity")],
    ids=str,
)  # fmt: skip
def test_a_network_of_the_readers_own(network, again):
    session = Session(Settings(dataset="gauss"))
    session.use(network)
    check(session)
    session.train()
    getattr(session, again, int)()
    session.train()
    check(session)


def test_a_network_with_an_activation_of_the_readers_own():
    session = Session()
    session.use(net(2, 3, 1, activation=bump))
    session.train(2)
    check(session, bump=bump)
    assert "# bump is your own: define it here" in code_for(session)
    session.change(hidden=(2, 2), activation="bump", features=("X1", "X2"))
    session.train()
    check(session, bump=bump)


def test_a_name_that_python_would_not_take():
    odd = Activation("x\nimport os # 2", np.sin, np.cos)
    session = Session(Settings(hidden=(2,)), [odd])
    session.change(activation=odd.name)
    session.train()
    check(session, f_x_import_os___2=odd)
    assert not any("import os" in line for line in code_for(session).splitlines())
    session = Session(Settings(hidden=(2,)), [word := Activation("lambda", np.sin, np.cos)])
    session.change(activation="lambda")
    check(session, f_lambda=word)


@pytest.mark.parametrize("n", [1, 2, 3, 5, 12])
@pytest.mark.parametrize("ratio", [10, 50, 90])
def test_own_points_few_or_many(n, ratio):
    rng = np.random.default_rng(n)
    session = Session(Settings(ratio=ratio))
    session.set_points(Points(rng.uniform(-6, 6, (n, 2)), (np.arange(n) % 2).astype(float)))
    session.train(2)
    check(session)
    session.regenerate()
    session.train()
    check(session)


@pytest.mark.parametrize("output", OUTPUTS["my points"])
def test_own_points_with_every_output(output):
    session = Session()
    places = np.random.default_rng(1).uniform(-6, 6, (20, 2))
    session.set_points(Points(places, (places[:, 0] > 0).astype(float), ("left", "right")))
    session.change(output=output)
    session.train(2)
    check(session)


def test_own_points_of_three_classes_and_own_amounts():
    session = Session()
    places = np.random.default_rng(1).uniform(-6, 6, (21, 2))
    session.set_points(Points(places, np.arange(21.0) % 3, ("a", "b", "c")))
    session.train(2)
    check(session)
    session.set_points(Points(places, places[:, 1] / 7, ()))
    session.train(2)
    check(session)


@pytest.mark.parametrize("others", [{}, {"output": "softmax, cross-entropy"}], ids=str)
def test_when_much_was_done_the_program_begins_with_the_numbers(others):
    session = Session(Settings(**others))
    for n in range(MOST_EVENTS):
        session.edit(0, 0, 0, n / 7)
    check(session)
    assert "random" in code_for(session)
    session.train()
    session.regenerate()
    session.train()
    check(session)
    assert "Network([" in code_for(session)
    assert code_for(session).count("\n") < 40


def test_many_epochs_at_one_rate_are_one_line():
    session = Session()
    for _ in range(9):
        session.train()
    assert code_for(session).count("train(network") == 1
    assert "epochs=9" in code_for(session)


def test_without_points_the_program_says_so_and_runs():
    session = Session(Settings().changed(problem="my points"))
    names, printed = ran(code_for(session))
    assert "no points yet" in code_for(session)
    assert printed == ""
    assert "network" not in names


def test_the_code_of_the_playground_is_that_of_its_session_and_shows_when_it_is_wanted():
    playground = Playground()
    assert playground.picture.code == ""
    playground._heard(None, {"kind": "want", "what": "code", "on": True}, [])
    assert playground.picture.code == playground.code == code_for(playground.session)
    playground.controls["step"].click()
    assert "epochs=1" in playground.picture.code
    assert playground.picture.code == playground.code


def test_a_state_that_was_loaded_has_the_same_program():
    one, other = Playground(dataset="xor"), Playground()
    one.session.train(2)
    one.session.edit(0, 0, 0, 0.1)
    one.session.regenerate()
    one.session.train(2)
    other.load(one.state)
    assert other.code == one.code
    check(other.session)
