"""A state is one line of text: it restores all of it, and a damaged one nothing at all."""

import base64
import json
import math
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from tests.course.playground.test_own import bump, net
from tests.course.playground.test_session import kept
from toynn import Activation
from toynn_course.playground import Playground, Session, Settings
from toynn_course.playground.code import code_for
from toynn_course.playground.looks import HIDEABLE
from toynn_course.playground.problems import Points
from toynn_course.playground.saved import HEAD, LARGEST, from_text, to_text
from toynn_course.playground.settings import (
    ACTIVATIONS,
    BATCH_SIZES,
    DATASETS,
    FEATURES,
    NOISES,
    OUTPUTS,
    RATES,
    RATIOS,
    REGULARIZATION_RATES,
    REGULARIZATIONS,
    WEIGHTS,
)


def contents(text):
    """What a state holds."""
    return json.loads(zlib.decompress(base64.urlsafe_b64decode(text.removeprefix(HEAD))))


def written(state):
    """A state that holds just this."""
    return HEAD + base64.urlsafe_b64encode(zlib.compress(json.dumps(state).encode())).decode()


def close(one, other):
    """Losses are kept with five digits, all else exactly."""
    return [tuple(pair) for pair in one] == [pytest.approx(tuple(pair), rel=1e-4) for pair in other]


def check(session, activations=()):
    """A session comes back as it was, and goes on as the one before."""
    state, screen = from_text(to_text(session.state, {"speed": 5}), activations)
    back = Session.of(state)
    assert screen == {"speed": 5}
    for one, other in zip(kept(back), kept(session), strict=True):
        if one and isinstance(one, list) and hasattr(one[0], "epoch"):
            assert close(one, other)
        elif not isinstance(one, dict):
            assert one == other
    assert back.start == session.start
    assert np.array_equal(back.my_points.places, session.my_points.places)
    assert back.my_points.classes == session.my_points.classes
    assert (back.every, back.first_seed) == (session.every, session.first_seed)
    assert code_for(back) == code_for(session)
    if len(session.points):
        for each in (back, session):
            each.train(2)
            each.regenerate()
            each.train()
    assert back.network == session.network
    assert back.losses == session.losses
    assert close(back.history, session.history)
    back.new_weights(), session.new_weights()
    assert back.network == session.network


def of(values):
    return st.sampled_from(list(values))


@st.composite
def settings(draw):
    """Any setting of all controls."""
    problem = draw(of(["classification", "regression", "several classes"]))
    return Settings(
        learning_rate=draw(of(RATES)),
        activation=draw(of(ACTIVATIONS)),
        regularization=draw(of(REGULARIZATIONS)),
        regularization_rate=draw(of(REGULARIZATION_RATES)),
        problem=problem,
        dataset=draw(of(DATASETS[problem])),
        output=draw(of(OUTPUTS[problem])),
        ratio=draw(of(RATIOS)),
        noise=draw(of(NOISES)),
        batch_size=draw(of(BATCH_SIZES[4:])),
        features=tuple(draw(st.sets(of(FEATURES), min_size=1))),
        hidden=tuple(draw(st.lists(st.integers(1, 8), max_size=6))),
        weights=draw(of(WEIGHTS)),
        data_seed=draw(st.integers(0, 10**6)),
        weight_seed=draw(st.integers(0, 10**6)),
    )


@how(max_examples=40)
@given(
    settings=settings(),
    epochs=st.integers(0, 3),
    again=st.booleans(),
    value=st.floats(-3, 3) | st.none(),
)
def test_any_state_comes_back_and_goes_on_as_before(settings, epochs, again, value):
    session = Session(settings)
    session.train(epochs)
    if value is not None:
        session.edit(0, 0, 0, value)
        session.edit(len(session.network.layers) - 1, 0, None, value)
    if again:
        session.regenerate()
        session.train()
    check(session)


def test_a_long_training_comes_back_with_its_chart():
    session = Session(Settings(hidden=(), ratio=10, batch_size=30))
    session.train(900)
    assert session.every == 4
    check(session)
    assert len(to_text(session.state, {})) < 20_000


@pytest.mark.parametrize("epochs", [399, 400, 401, 800, 801])
def test_a_state_may_be_written_in_any_epoch(epochs):
    session = Session(Settings(hidden=(), ratio=10, batch_size=30, features=("X1",)))
    session.train(epochs)
    check(session)


def test_a_training_that_diverged_comes_back_with_its_sentence():
    session = Session(Settings().changed(problem="regression", learning_rate=10))
    session.train(50)
    assert session.diverged
    check(session)


def test_a_network_that_blew_up_comes_back():
    session = Session()
    session.edit(0, 0, 0, 1.5e308)
    session.edit(2, 0, 0, -1.5e308)
    back, _ = from_text(to_text(session.state, {}))
    assert back.network == session.network


def test_own_points_network_and_activation_come_back():
    places = np.random.default_rng(0).uniform(-6, 6, (17, 2))
    for targets, classes in (
        (np.arange(17.0) % 2, ("ja", "<b>né</b>")),
        (np.arange(17.0) % 3, ("a", "b", "c")),
        (places[:, 0] / 3, ()),
    ):
        session = Session()
        session.set_points(Points(places, targets, classes))
        session.train(3)
        check(session)
        session.change(problem="classification")
        check(session)
    session = Session(activations=[bump])
    session.change(activation="bump")
    check(session, [bump])
    session.use(net(2, 5, 3, 1, activation=bump))
    session.train(2)
    check(session, [bump])
    check(Session(Settings().changed(problem="my points")))


def test_the_state_of_an_own_network_loads_again_in_the_same_playground():
    playground = Playground()
    playground.use(net(2, 12, 1, activation=bump))
    playground.session.train()
    state, network = playground.state, playground.network
    playground.set(features=("X1",))
    assert playground.load(state) == "The state is on the screen now."
    assert playground.network == network
    assert playground.session.user_network is not None


def test_a_state_is_one_line_without_a_blank_and_may_be_pasted_in_several():
    session = Session()
    session.train(30)
    text = to_text(session.state, {})
    assert len(text.split()) == 1
    folded = "\n  ".join(text[at : at + 76] for at in range(0, len(text), 76)) + "\n"
    assert kept(from_text(folded)[0]) == kept(from_text(text)[0])


def test_how_the_screen_looked_comes_back_too():
    one, other = Playground(hide=("noise", "play")), Playground()
    one.controls["test"].value = one.controls["discrete"].value = True
    one.controls["links"].value, one.controls["speed"].value = "gradients", 20
    assert other.load(one.state) == "The state is on the screen now."
    assert other.looks == one.looks
    assert other.controls["links"].value == "gradients"
    assert other.controls["noise"].layout.display == "none"
    assert not other.controls.boxes["play"].value
    assert other.state == one.state


def test_what_is_open_stays_open_when_a_state_is_loaded():
    made = Playground(dataset="spiral")
    made._heard(None, {"kind": "want", "what": "code", "on": True}, [])
    made._heard(None, {"kind": "select", "layer": 0, "node": 1}, [])
    made.controls["kind"].value = "high"
    made.load(Playground(dataset="circle").state)
    assert made.picture.code == made.code
    assert made.looks.card == (0, 1)
    assert made.looks.point_class == made.controls["kind"].value == "high"


# Damaged ones.


@pytest.fixture(scope="module")
def shared():
    """A playground that many damaged states are tried on: `refused` finds it as it was before."""
    return playground()


def playground():
    made = Playground(dataset="xor", hidden=(3,))
    made.session.train(3)
    made.show()
    return made


def refused(made, text):
    """It is refused in one line, and the playground is as before: a line, the state, the screen."""
    before, state, facts = made.state, made.session.state, dict(made.picture.facts)
    said = made.load(text)
    assert said == made.picture.trouble
    assert said.startswith("That did not work: "), said
    assert "\n" not in said
    assert len(said) < 600
    assert made.session.state is state
    assert made.state == before
    assert made.picture.facts == facts
    return said


def test_every_state_that_was_cut_is_refused():
    made = playground()
    state = made.state
    rng = np.random.default_rng(1)
    for length in {*range(40), *rng.integers(0, len(state), 80).tolist(), *range(-20, 0)}:
        refused(made, state[:length])


def test_a_character_that_changed_is_found_or_makes_no_difference():
    made = playground()
    state, rng = made.state, np.random.default_rng(2)
    same = 0
    for at in rng.integers(0, len(state), 150).tolist():
        letter = str(rng.choice(list("AZaz09-_=!é ")))
        if letter == state[at]:
            continue
        odd = state[:at] + letter + state[at + 1 :]
        try:
            back, _ = from_text(odd)
        except ValueError:
            refused(made, odd)
        else:
            same += 1
            assert kept(back) == kept(from_text(state)[0])
    assert same < 15  # such as a letter of which the last bits do not count


def test_characters_that_are_lost_or_doubled_are_found():
    made = playground()
    state, rng = made.state, np.random.default_rng(3)
    for at in rng.integers(len(HEAD), len(state) - 8, 60).tolist():
        refused(made, state[:at] + state[at + 1 :])
        refused(made, state[:at] + state[at : at + 4] + state[at:])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no state here"),
        ("   \n", "no state here"),
        (None, "no state here"),
        (7, "no state here"),
        (b"toynn-playground-1.", "no state here"),
        ("#activation=tanh&batchSize=10&dataset=circle", "begins with 'toynn-playground-1.'"),
        ("toynn-playground-2.eJyrVkrLz1eyUkpKLFKqBQAdegQ0", "begins with"),
        (HEAD, "damaged"),
        (HEAD + "ééé", "damaged"),
        (HEAD + "AAAA", "damaged"),
        ("x" * 10**6, "no state of a playground"),
        (HEAD + "A" * 10**6, "damaged"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_is_no_state_is_refused_in_words(shared, text, why):
    assert why in refused(shared, text)


@pytest.mark.parametrize(
    "other",
    [None, 1, [], {}, "text", [[]], True, {"settings": {}}, {"settings": None}, {"screen": {}}],
    ids=repr,
)
def test_json_of_something_else_is_refused(shared, other):
    assert "does not describe a playground" in refused(shared, written(other))


def test_what_unpacks_without_end_is_refused_at_once():
    bomb = zlib.compress(b'{"settings": "' + b"0" * (50 * LARGEST) + b'"}', 9)
    text = HEAD + base64.urlsafe_b64encode(bomb).decode()
    assert len(text) < 300_000
    assert "damaged" in refused(playground(), text)
    deep = zlib.compress(b"[" * 10**6 + b"]" * 10**6)
    assert "damaged" in refused(playground(), HEAD + base64.urlsafe_b64encode(deep).decode())


NAN, INF = math.nan, math.inf

CHANGED = {
    "NaN weight": lambda s: put(s["network"][0]["W"][0], 0, NAN),
    "infinite bias": lambda s: put(s["network"][0]["b"], 0, INF),
    "a weight that is text": lambda s: put(s["network"][0]["W"][0], 0, "1"),
    "a weight that is a list": lambda s: put(s["network"][0]["W"][0], 0, [1]),
    "a huge whole number": lambda s: put(s["network"][0]["W"][0], 0, 10**400),
    "a layer less": lambda s: s["network"].pop(),
    "no layers": lambda s: put(s, "network", []),
    "a neuron less": lambda s: s["network"][0]["W"].pop(),
    "a weight less": lambda s: s["network"][0]["W"][0].pop(),
    "other sizes": lambda s: put(s["settings"], "hidden", [4]),
    "other features": lambda s: put(s["settings"], "features", ["X1"]),
    "another activation": lambda s: put(s["network"][0], "f", "relu"),
    "softmax in the middle": lambda s: put(s["network"][0], "f", "softmax"),
    "an activation that is a list": lambda s: put(s["network"][0], "f", ["tanh"]),
    "own without a network": lambda s: put(s["settings"], "activation", "own"),
    "a network without own": lambda s: put(s, "brought", s["network"]),
    "other output": lambda s: put(s["settings"], "output", "softmax, cross-entropy"),
    "a data set of another problem": lambda s: put(s["settings"], "dataset", "plane"),
    "a batch of half a point": lambda s: put(s["settings"], "batch_size", 0.5),
    "a batch of 10**9": lambda s: put(s["settings"], "batch_size", 10**9),
    "a million neurons": lambda s: put(s["settings"], "hidden", [10**6]),
    "a seed that is text": lambda s: put(s["settings"], "data_seed", "0"),
    "a negative seed": lambda s: put(s["settings"], "weight_seed", -1),
    "a setting more": lambda s: put(s["settings"], "colour", "red"),
    "true for a rate": lambda s: put(s["settings"], "learning_rate", True),
    "an activation that is a number": lambda s: put(s["settings"], "activation", 3),
    "features in one text": lambda s: put(s["settings"], "features", "X1"),
    "a negative epoch": lambda s: put(s, "epoch", -1),
    "an epoch that is a share": lambda s: put(s, "epoch", 0.5),
    "an epoch without end": lambda s: put(s, "epoch", 10**300),
    "an epoch that was not reached": lambda s: put(s, "epoch", 10),
    "every 0": lambda s: put(s, "every", 0),
    "every without end": lambda s: put(s, "every", 10**300),
    "no losses": lambda s: put(s, "losses", []),
    "a loss less": lambda s: s["losses"].pop(),
    "NaN loss": lambda s: put(s["losses"][1], 0, NAN),
    "a loss that is text": lambda s: put(s["losses"][1], 0, "low"),
    "three losses": lambda s: s["losses"][1].append(1),
    "losses that are null": lambda s: put(s, "losses", None),
    "events that are no list": lambda s: put(s, "events", 5),
    "an event of half": lambda s: put(s, "events", [["trained"]]),
    "an event of no kind": lambda s: put(s, "events", [["import os", {}]]),
    "a code as rate": lambda s: put(s["events"][0][1], "learning_rate", "__import__('os')"),
    "NaN rate": lambda s: put(s["events"][0][1], "learning_rate", NAN),
    "a code as epochs": lambda s: put(s["events"][0][1], "epochs", "1) or print(1"),
    "a code as penalty": lambda s: put(s["events"][0][1], "penalty", ["print", 1]),
    "NaN penalty": lambda s: put(s["events"][0][1], "penalty", ["L2", NAN]),
    "NaN edit": lambda s: s["events"].append(edit(value=NAN)),
    "a code as value": lambda s: s["events"].append(edit(value="print(1)")),
    "a code as layer": lambda s: s["events"].append(edit(layer="print(1)")),
    "a code as weight": lambda s: s["events"].append(edit(weight="print(1)")),
    "a code as seed": lambda s: s["events"].append(["regenerated", {"data_seed": "print(1)"}]),
    "a code as first seed": lambda s: put(s, "first_seed", "print(1)"),
    "NaN point": lambda s: put(s, "points", [[[NAN, 1]], [0], ["a"]]),
    "a point with three places": lambda s: put(s, "points", [[[1, 2, 3]], [0], ["a"]]),
    "a target more": lambda s: put(s, "points", [[[1, 2]], [0, 1], ["a", "b"]]),
    "a class that has no name": lambda s: put(s, "points", [[[1, 2]], [4], ["a", "b"]]),
    "many classes": lambda s: put(s, "points", [[[1, 2]], [0], ["a"] * 8]),
    "many points": lambda s: put(s, "points", [[[1, 2]] * 2001, [0] * 2001, ["a"]]),
    "points that are null": lambda s: put(s, "points", None),
    "a screen that is null": lambda s: put(s, "screen", None),
    "a screen that is a number": lambda s: put(s, "screen", 3),
    "a choice that there is not": lambda s: put(s["screen"], "colour", 1),
    "a speed of 3": lambda s: put(s["screen"], "speed", 3),
    "a speed of 2.0": lambda s: put(s["screen"], "speed", 2.0),
    "a speed of true": lambda s: put(s["screen"], "speed", True),
    "links of something": lambda s: put(s["screen"], "links", ["weights"]),
    "test of 5": lambda s: put(s["screen"], "test", 5),
    "discrete of text": lambda s: put(s["screen"], "discrete", "no"),
    "to hide what there is not": lambda s: put(s["screen"], "hide", ["all"]),
    "to hide a list": lambda s: put(s["screen"], "hide", [["play"]]),
    "to hide a number": lambda s: put(s["screen"], "hide", 5),
    "to show what there is not": lambda s: put(s["screen"], "shown", [99, 99]),
} | {f"without {name}": (lambda s, name=name: s.pop(name)) for name in (
    "settings", "epoch", "every", "first_seed", "network", "brought", "losses", "diverged",
    "events", "points", "screen",
)}  # fmt: skip

HARMLESS = {"to show what there is not"}


def put(place, at, value):
    place[at] = value


def edit(**values):
    return ["edited", {"layer": 0, "node": 0, "weight": 0, "value": 1.0} | values]


@pytest.mark.parametrize("name", [name for name in CHANGED if name not in HARMLESS])
def test_a_state_in_which_something_does_not_fit_is_refused(shared, name):
    state = contents(shared.state)
    CHANGED[name](state)
    assert "Traceback" not in refused(shared, written(state))


def test_a_place_that_is_not_there_does_not_break_the_screen():
    made = playground()
    state = contents(made.state)
    state["screen"]["shown"] = [99, 99]
    assert made.load(written(state)) == "The state is on the screen now."
    assert made.looks.shown is None


def test_an_own_network_of_other_sizes_than_its_settings_is_refused():
    made = playground()
    made.use(net(2, 5, 1))
    state = contents(made.state)
    state["settings"]["hidden"] = [3]
    assert "does not belong" in refused(made, written(state))


def test_an_own_network_that_fails_its_gradient_check_is_refused_from_a_state_too():
    made = Playground()
    made.use(net(2, 5, 1, activation=bump))
    text = made.state
    false = Activation("bump", np.tanh, np.sin)
    with pytest.raises(ValueError, match="derivative of bump"):
        from_text(text, [false])


@pytest.mark.parametrize("hidden", [(), (3,)])
def test_an_activation_that_is_not_known_here_is_named_with_its_cure(hidden):
    made = Playground(activations=[bump], activation="bump", hidden=hidden)
    said = refused(playground(), made.state)
    assert "'bump'" in said
    assert "pass it to use(activation) first" in said
    made.use(net(2, 3, 1, activation=bump))
    other = playground()
    assert "pass it to use(activation) first" in refused(other, made.state)
    other.use(bump)
    assert other.load(made.state) == "The state is on the screen now."
    assert other.network == made.network


def test_nothing_from_a_state_gets_into_the_code_but_numbers():
    made = playground()
    made.session.set_points(Points(np.eye(4, 2), np.array([0.0, 1, 0, 1]), ("a", "b")))
    state = contents(made.state)
    evil = '"); __import__("os").system("evil") #'
    state["points"][2] = [evil, f"{evil}\nimport evil"]
    state["diverged"] = evil
    state["screen"]["links"] = "weights"
    assert made.load(written(state)) == "The state is on the screen now."
    assert "evil" not in made.code
    for change in (
        lambda s: put(s["settings"], "dataset", evil),
        lambda s: put(s["settings"], "problem", evil),
        lambda s: put(s["settings"], "activation", evil),
        lambda s: put(s["settings"], "features", [evil]),
        lambda s: put(s["network"][0], "f", evil),
        lambda s: put(s["settings"], "ratio", evil),
    ):
        odd = contents(made.state)
        change(odd)
        refused(made, written(odd))


def test_a_state_is_loaded_from_its_box_and_a_wrong_one_leaves_the_screen():
    one, other = playground(), Playground()
    one.controls["write"].click()
    assert one.controls["text"].value == one.state
    other.controls["text"].value = one.controls["text"].value
    other.controls["load"].click()
    assert other.network == one.network
    assert other.picture.trouble == ""
    other.controls["text"].value = "nonsense"
    other.controls["load"].click()
    assert "'nonsense' is no state" in other.picture.trouble
    assert other.network == one.network
    assert set(HIDEABLE) >= {"state", "own"}
