"""Every action is a function from State to State: what was before stays as it was, and returns."""

import copy
from dataclasses import FrozenInstanceError, fields

import numpy as np
import pytest

from tests.course.playground.test_own import bump, net, root
from tests.course.playground.test_session import kept
from toynn_course.playground import Playground, Session, Settings, actions
from toynn_course.playground.actions import opened, trained
from toynn_course.playground.problems import NO_POINTS, Points
from toynn_course.playground.undo import MOST_STEPS, Undoable

POINTS = Points(np.eye(6, 2) * 3, np.arange(6.0) % 2)
NAMELESS = Points(np.eye(1, 2), np.array([5.0]))

ACTIONS = {
    "other settings": lambda s: actions.with_settings(s, noise=20, hidden=(3,)),
    "another rate": lambda s: actions.with_settings(s, learning_rate=0.3),
    "new weights": actions.with_new_weights,
    "new points": actions.with_new_points,
    "reset": actions.restarted,
    "two epochs": lambda s: trained(s, 2),
    "a weight": lambda s: actions.with_weight(s, 0, 1, 1, 0.75),
    "a bias": lambda s: actions.with_weight(s, 2, 0, None, -1),
    "a neuron more": lambda s: actions.with_neurons(s, 0, 1),
    "a layer less": lambda s: actions.with_layers(s, -1),
    "a feature": lambda s: actions.with_feature_switched(s, "X1X2"),
    "a network": lambda s: actions.with_own(s, net(2, 5, 1)),
    "an activation": lambda s: actions.with_own(s, bump),
    "points": lambda s: actions.with_points(s, POINTS),
    "a point": lambda s: actions.with_point(s, 1, 2, 1),
    "no points": lambda s: actions.with_points(s, NO_POINTS),
}

REFUSED = {
    "no such setting": lambda s: actions.with_settings(s, learning_rte=1),
    "no such value": lambda s: actions.with_settings(s, noise=7, dataset="xor"),
    "too many neurons": lambda s: actions.with_neurons(s, 0, 9),
    "no feature left": lambda s: actions.with_feature_switched(
        actions.with_feature_switched(s, "X1"), "X2"
    ),
    "no such weight": lambda s: actions.with_weight(s, 9, 0, 0, 1),
    "no number": lambda s: actions.with_weight(s, 0, 0, 0, np.nan),
    "a network that does not fit": lambda s: actions.with_own(s, net(3, 5, 1)),
    "an activation with holes": lambda s: actions.with_own(s, root),
    "no point to remove": lambda s: actions.without_point(s, 0, 0),
    "a class without a name": lambda s: actions.with_points(s, NAMELESS),
}  # fmt: skip


@pytest.fixture
def state():
    """A state in which something was done, so that there is something to lose."""
    return actions.with_weight(trained(opened(Settings(dataset="moons")), 3), 0, 0, 0, 0.5)


def parts(state):
    """The very objects that a state is made of."""
    return [getattr(state, each.name) for each in fields(state)]


@pytest.mark.parametrize("act", ACTIONS.values(), ids=ACTIONS)
def test_an_action_returns_another_state_and_leaves_this_one_as_it_was(state, act):
    before, made_of = copy.deepcopy(kept(state)[:-3]), parts(state)
    after = act(state)
    assert after is not state
    assert kept(state)[:6] == before[:6]
    assert all(one is other for one, other in zip(parts(state), made_of, strict=True))
    assert kept(act(state))[:6] == kept(after)[:6]  # of the same state the same once more


@pytest.mark.parametrize("act", REFUSED.values(), ids=REFUSED)
def test_a_session_in_which_an_action_fails_has_the_very_state_of_before(state, act):
    session = Session.of(state)
    with pytest.raises((ValueError, TypeError, IndexError)):
        session.do(act)
    assert session.state is state
    with pytest.raises(ValueError, match="nothing to undo"):
        session.undo()


def test_nobody_can_change_a_state(state):
    with pytest.raises(FrozenInstanceError):
        state.epoch = 7
    with pytest.raises(TypeError):
        state.activations["mine"] = bump
    with pytest.raises(ValueError, match="read-only"):
        state.network.layers[0].weights[0, 0] = 1


def test_what_changes_nothing_is_the_same_state(state):
    assert actions.with_settings(state, noise=0) is state
    begun = opened(Settings())
    assert actions.restarted(begun) is begun


def test_losses_are_worked_out_once_and_stay_through_a_change_of_the_rate(state):
    before = state.measured
    assert state.losses == state.losses
    assert actions.with_settings(state, learning_rate=1).measured is before


# Undo and redo.


@pytest.mark.parametrize("act", ACTIONS.values(), ids=ACTIONS)
def test_undo_takes_back_any_action_and_redo_does_it_again(state, act):
    session = Session.of(state)
    session.do(act)
    after = kept(session)
    session.undo()
    assert kept(session) == kept(state)
    session.redo()
    assert kept(session) == after


def test_undo_goes_back_step_by_step_and_a_new_step_ends_the_way_forward():
    session = Session()
    for noise in (5, 10, 15):
        session.change(noise=noise)
    session.undo()
    session.undo()
    assert session.settings.noise == 5
    session.redo()
    assert session.settings.noise == 10
    session.change(noise=50)
    with pytest.raises(ValueError, match="nothing to redo"):
        session.redo()
    session.undo()
    assert session.settings.noise == 10


def test_only_so_many_steps_are_kept_and_none_of_them_holds_what_was_measured():
    session = Session(Settings(hidden=(2,), ratio=10, batch_size=30))
    for _ in range(MOST_STEPS + 5):
        session.train()
        session.losses  # noqa: B018 - what is looked at is kept, as long as it is on the screen
    assert len(session.steps.past) == MOST_STEPS
    assert not any(
        {"training_pass", "test_pass"} & {*vars(each.measured)} for each in session.steps.past
    )
    for _ in range(MOST_STEPS):
        session.undo()
    assert session.epoch == 5


def test_all_epochs_of_playing_are_one_step_and_each_click_is_another():
    playground = Playground()
    playground.controls["step"].click()
    playground.controls["step"].click()
    for _ in range(5):
        playground.frame()
    assert playground.session.epoch > 5
    playground.controls["undo"].click()
    assert playground.session.epoch == 2
    playground.controls["undo"].click()
    assert playground.session.epoch == 1
    playground.controls["redo"].click()
    playground.controls["redo"].click()
    assert playground.session.epoch > 5
    assert playground.picture.facts["numbers"][0][1] == f"{playground.session.epoch:07,}"


def test_a_rate_changed_while_it_plays_is_undone_without_the_epochs_before_it():
    playground = Playground()
    playground.controls["speed"].value = 2
    playground.frame(), playground.frame()
    playground.controls["learning_rate"].value = 0.3
    playground.frame(), playground.frame()
    assert playground.session.epoch == 8
    playground.controls["undo"].click()
    playground.controls["undo"].click()
    assert (playground.session.epoch, playground.session.settings.learning_rate) == (4, 0.03)
    assert playground.controls["learning_rate"].value == 0.03


def test_undo_in_the_playground_shows_what_was_before_or_says_that_there_is_nothing():
    playground = Playground()
    playground.controls["noise"].value = 25
    assert playground.undo() == "Undone."
    assert playground.controls["noise"].value == 0
    assert "nothing to undo" in playground.undo()
    assert playground.redo() == "Done again."
    assert playground.controls["noise"].value == 25
    playground._heard(None, {"kind": "undo"}, [])
    assert playground.session.settings.noise == 0
    playground._heard(None, {"kind": "redo"}, [])
    assert playground.session.settings.noise == 25
    playground.controls["redo"].click()
    assert "nothing to redo" in playground.picture.trouble


def test_undo_pauses_first_and_leaves_alone_how_it_looks():
    playground = Playground()
    playground.controls["test"].value = True
    playground.player.playing = True
    playground.frame()
    playground.controls["undo"].click()
    assert not playground.player.playing
    assert (playground.session.epoch, playground.looks.test) == (0, True)


def test_a_state_that_was_loaded_is_undone_too():
    playground, other = Playground(dataset="xor"), Playground(dataset="spiral")
    playground.load(other.state)
    assert playground.session.settings.dataset == "spiral"
    playground.undo()
    assert playground.session.settings.dataset == "xor"
    assert playground.picture.plan["dataset"] == "xor"


def test_an_undoable_is_a_value_as_well(state):
    one = Undoable(state)
    two = one.changed(trained(state))
    assert (one.now, one.past) == (state, ())
    assert two.undone().redone().now is not state
    assert two.past[0].network is state.network
