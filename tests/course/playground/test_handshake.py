"""What crosses to the browser, how much of it, and how much is worked out for it."""

import ast
import inspect
import types
from dataclasses import fields, is_dataclass

import numpy as np
import pytest

from toynn import Activation, Network
from toynn_course.playground import Playground, messages
from toynn_course.playground.frames import FINE, QUICK, SMALL
from toynn_course.playground.handshake import AHEAD, PATIENCE, THROTTLED, Handshake
from toynn_course.playground.looks import MOST_EPOCHS, SMOOTH, SPEEDS
from toynn_course.playground.pace import TRAINING, Pace
from toynn_course.playground.screen import SCRIPTS, VIEW, Screen


class Counted:
    """A playground whose hidden neurons write down how many samples each pass has."""

    def __init__(self, **settings):
        self.rows = []
        kind = Activation("noted", self.note, lambda z: 1 - np.tanh(z) ** 2, (-1, 1))
        self.playground = Playground(**settings)
        self.playground.controls["speed"].value = 1
        sizes = (2, 3, 1)
        self.playground.use(Network.random(sizes, activation=[kind, "tanh"], rng=0))
        self.playground.player.playing = True
        self.playground.frame()

    def note(self, z):
        self.rows.append(len(z))
        return np.tanh(z)

    def frame(self):
        """The passes of one frame, by the number of their samples."""
        self.rows.clear()
        self.playground.frame()
        return self.rows


def test_a_frame_takes_a_pass_for_each_batch_and_three_for_showing():
    counted = Counted()
    training, test, maps = 250, 250, SMALL**2 + QUICK**2
    assert counted.frame() == [10] * 25 + [training, test, maps]


def test_a_frame_of_several_epochs_shows_but_the_last():
    counted = Counted()
    counted.playground.controls["speed"].value = 5
    assert counted.frame().count(SMALL**2 + QUICK**2) == 1
    assert counted.frame().count(10) == 5 * 25
    assert counted.frame().count(250) == 5 * 2  # the losses of each epoch are in the chart


def test_a_frame_that_nobody_trained_takes_one_pass_for_the_maps_and_none_for_the_losses():
    counted = Counted()
    counted.playground.pause()
    counted.rows.clear()
    counted.playground.controls["discrete"].value = True
    assert counted.rows == [SMALL**2 + FINE**2]


@pytest.mark.parametrize("look", ["gradients", "card"])
def test_gradients_are_sent_where_they_are_seen_and_need_no_pass_of_their_own(look):
    counted = Counted()
    assert counted.playground.picture.slopes == b""
    if look == "card":
        counted.playground._heard(None, {"kind": "select", "layer": 0, "node": 0}, [])
    else:
        counted.playground.controls["links"].value = "gradients"
    passes = [rows for rows in counted.frame() if rows not in (1, 61)]  # one neuron's curve
    assert len(passes) == 25 + 3
    picture = counted.playground.picture
    assert len(picture.slopes) == len(picture.weights) > 0


def test_losses_and_gradients_are_worked_out_once_in_a_frame(monkeypatch):
    playground, calls = Playground(), []
    measured = type(playground.session.state.measured)
    monkeypatch.setattr(measured, "_loss", lambda self, passed, data: calls.append(id(data)) or 0.5)
    playground.controls["speed"].value = 1
    calls.clear()
    playground.frame()
    assert len(calls) == len(set(calls)) == 2  # of the training and of the test data


# Messages.

MESSAGES = [kind for _, kind in inspect.getmembers(messages, is_dataclass)]


@pytest.mark.parametrize("kind", MESSAGES, ids=lambda kind: kind.__name__)
def test_every_field_of_a_message_says_what_it_is(kind):
    body = ast.parse(inspect.getsource(kind)).body[0].body[1:]
    for field, text in zip(body[::2], body[1::2], strict=True):
        assert isinstance(field, ast.AnnAssign)
        assert text.value.value.strip().endswith(".")
    assert len(body) == 2 * len(fields(kind))


def test_a_message_crosses_by_the_traits_of_the_screen():
    known = set(Screen.class_trait_names(sync=True))
    assert {each.name for each in fields(messages.Frame)} | {"plan", "facts"} <= known


@pytest.mark.parametrize("kind", [messages.Facts, messages.Plan, messages.Curve])
def test_the_view_reads_every_field_that_is_sent(kind):
    text = "".join((VIEW / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    unread = [each.name for each in fields(kind) if not any(
        mark in text for mark in (f".{each.name}", f"{each.name},", f"{each.name} }}")
    )]  # fmt: skip
    assert unread == []


def test_every_script_of_the_view_is_joined():
    assert {path.stem for path in VIEW.glob("*.js")} == set(SCRIPTS)


# The handshake.


def test_frames_wait_while_too_many_are_on_their_way():
    handshake = Handshake(print)
    handshake.count_views(1)
    for _ in range(AHEAD):
        assert not handshake.is_full
        handshake.next_number()
    assert handshake.is_full
    handshake.acknowledge(1)
    assert not handshake.is_full
    handshake.acknowledge(0)  # the kernel hears them in two threads
    assert handshake.drawn == 1


def test_a_view_that_opens_or_closes_has_nothing_left_to_draw():
    handshake = Handshake(print)
    for more in (1, 1, -1, -1, -1):
        for _ in range(AHEAD):
            handshake.next_number()
        handshake.count_views(more)
        assert not handshake.is_full
    assert handshake.views == 0


def test_playing_is_over_when_nobody_has_answered_for_long():
    handshake = Handshake(print)
    assert not handshake.is_over
    handshake.last_ack -= PATIENCE
    assert handshake.is_over
    handshake.begin()
    assert not handshake.is_over


def opened(sent):
    """A handshake with one view, to which messages are sent by putting them into a list."""
    handshake = Handshake(sent.append)
    handshake.count_views(1)
    return handshake


def test_a_click_comes_at_once_where_no_control_was_moved_lately():
    sent, done = [], []
    handshake = opened(sent)
    handshake.in_turn(lambda: done.append("click"))
    handshake.note_change()
    handshake.last_change -= 2 * THROTTLED
    handshake.in_turn(lambda: done.append("another"))
    assert (done, sent) == (["click", "another"], [])


def test_a_click_waits_for_a_change_of_a_control_that_is_held_back():
    sent, done = [], []
    handshake = opened(sent)
    handshake.note_change()
    handshake.in_turn(lambda: done.append("click"))
    handshake.last_change -= 2 * THROTTLED
    handshake.in_turn(lambda: done.append("another"))  # not before the first one
    assert done == []
    done.append("the change that was held back")
    for message in sent:
        handshake.take_turn(message["turn"])
        handshake.take_turn(message["turn"])  # from another view
    assert done == ["the change that was held back", "click", "another"]


def test_a_click_does_not_wait_for_a_view_that_is_closed():
    sent, done = [], []
    handshake = opened(sent)
    handshake.note_change()
    handshake.in_turn(lambda: done.append("click"))
    handshake.count_views(-1)
    handshake.in_turn(lambda: done.append("another"))
    assert done == ["click", "another"]


def test_a_button_of_the_playground_takes_its_turn():
    playground, sent = Playground(), []
    playground.handshake.send = sent.append
    playground._heard(None, {"kind": "opened"}, [])
    playground.controls["noise"].value = 5
    playground.controls["step"].click()
    playground._heard(None, {"kind": "grow", "layer": 0, "by": 1}, [])
    playground.controls["noise"].value = 10  # was held back
    assert (playground.session.epoch, playground.session.settings.hidden) == (0, (4, 2))
    playground._heard(None, sent[0], [])
    assert (playground.session.epoch, playground.session.settings.noise) == (1, 10)
    playground._heard(None, sent[1], [])
    assert playground.session.settings.hidden == (5, 2)


# The pace.


@pytest.mark.parametrize("speed", [speed for speed in SPEEDS.values() if speed != SMOOTH])
def test_a_speed_that_the_reader_has_chosen_holds(speed):
    pace = Pace()
    pace.seconds = 1.0
    assert pace.epochs(speed) == speed


@pytest.mark.parametrize(
    ("seconds", "epochs"),
    [(0, 1), (TRAINING / 100, MOST_EPOCHS), (TRAINING / 3, 3), (TRAINING, 1), (10 * TRAINING, 1)],
)
def test_a_smooth_frame_takes_as_many_epochs_as_there_is_time_for(seconds, epochs):
    pace = Pace()
    pace.seconds = seconds
    assert pace.epochs(SMOOTH) == epochs


def test_the_pace_follows_what_epochs_take_and_forgets_one_that_was_held_up(monkeypatch):
    clock = iter([0, 0.010, 1, 1.010, 2, 2.100, 3, 3.010, 4, 4.010])
    monkeypatch.setattr("toynn_course.playground.pace.time.perf_counter", lambda: next(clock))
    pace = Pace()
    for _ in range(2):
        with pace.timing(epochs=5):
            pass
    assert pace.seconds == pytest.approx(0.002)
    with pace.timing(epochs=5):
        pass
    assert pace.epochs(SMOOTH) == 3
    for _ in range(2):
        with pace.timing(epochs=5):
            pass
    assert pace.epochs(SMOOTH) == 4


def test_the_widget_is_small_enough_to_read_in_one_sitting():
    source = inspect.getsource(inspect.getmodule(Playground))
    kinds = (types.FunctionType, property)
    methods = [each for each in vars(Playground).values() if isinstance(each, kinds)]
    assert len(source.splitlines()) <= 250
    assert len(methods) <= 25
