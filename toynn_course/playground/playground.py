"""The playground: the controls and the screen around a session, and what happens when."""

import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import ipywidgets as widgets

import toynn
from toynn.activations import Activation
from toynn.network import Network
from toynn_course.jupyter import Panel, Player
from toynn_course.playground import frames, state
from toynn_course.playground.code import code_for
from toynn_course.playground.controls import (
    LOOKS,
    POINT_CLASSES,
    SETTINGS,
    activation_options,
    arranged,
    make_controls,
)
from toynn_course.playground.problems import NO_POINTS
from toynn_course.playground.reading import points_from
from toynn_course.playground.screen import (
    HIDEABLE,
    Looks,
    Screen,
    facts_of,
    plan_of,
    points_of,
    samples_of,
)
from toynn_course.playground.session import Session
from toynn_course.playground.settings import FEATURES, NEW_LAYER, OUTPUTS, Settings, in_room
from toynn_course.playground.words import weight_table

PAUSE = 0.012
"""Seconds between two frames, at least: a screen shows no more than 60 in a second."""

AHEAD = 8
"""How many frames may be on their way to the browser. It says when it has drawn one."""

PATIENCE = 300
"""Seconds without such word from the browser, as from a hidden page, after which playing ends."""

LOOKING = {"show", "select", "want"}
"""What the view says when the reader looks at something. The pointer alone may do that: a line that
appears moves the page under it. So such a message takes no line away."""

REPLACING = {"show", "select", "dataset", "edit"}
"""What the view says that replaces what it said of the same thing before."""

SELDOM = 30
"""While it plays, the table and the code are new every so many frames, if they are open."""


class Said(str):
    """A sentence that a cell shows as it stands."""

    __slots__ = ()

    def __repr__(self):
        return str(self)


class Playground(Panel):
    """A network to build, to train and to take apart on the screen; what it trains is toynn's.

    hide : names in HIDEABLE, of what an instructor does not want to show
    activations : your own Activations, which the menu then offers, too
    **settings : those of `Settings`, such as dataset="spiral", hidden=(8, 8)

    Raises ValueError or TypeError if a setting is not one that its control has.

    Examples
    --------
    >>> play = Playground(dataset="xor", hidden=(4,))
    >>> play.set(learning_rate=0.1), play.set(noise=7)
    (Set., That did not work: noise is 7, expected one of 0, 5, ...
    >>> play.network
    Network(2-4-1, tanh)
    """

    summary = "Run this cell: a playground appears here, with a network that learns on the screen."

    def __init__(self, *, hide=(), activations=(), **settings):
        self.session = Session(Settings().changed(**settings), activations)
        self.looks = Looks(hide=hide)
        self.lock, self.syncing, self.told = threading.RLock(), False, ""
        self.picture, self.controls = Screen(), make_controls()
        self.sent = self.seen = self.views = self.drawn = 0
        self.heard_at, self.wanted, self.mapped = time.monotonic(), set(), None
        self.newest = {}  # when the newest message of each kind was sent
        children, self.drawers, self.boxes = arranged(self.controls, self.picture)
        super().__init__(children, layout={"max_width": "100%"})
        self.player = Player(
            self.frame, seconds=PAUSE, changed=self._playing_changed, trouble=self.tell
        )
        self._connect()
        self.show()

    # What a reader calls from a cell.

    @property
    def network(self):
        """The network as it is now, a toynn Network like any other."""
        return self.session.network

    @property
    def state(self):
        """The whole state, as one line of text that `load` takes."""
        with self.lock:
            look = {name: getattr(self.looks, name) for name in (*LOOKS, "hide")}
            return state.to_text(self.session, look)

    @property
    def code(self):
        """A program, with toynn, that does again what was done on the screen."""
        with self.lock:
            return code_for(self.session)

    def set(self, **settings):
        """Set some controls, as by hand. Returns a sentence, also when it did not work."""
        return self._try(lambda: self.session.change(**settings), "Set.")

    def use(self, own):
        """Let your own Network or Activation learn, if it passes its gradient check."""
        return self._try(lambda: self.session.use(own), f"{own!r} is on the screen now.")

    def load(self, text):
        """Restore a state that `state` has written."""
        return self._try(lambda: self._restore(text), "The state is on the screen now.")

    def load_points(self, path):
        """Take your own points from a CSV file: x1, x2 and what they are, in three columns."""
        return self._try(lambda: self._read(path), "The points are on the screen now.")

    def play(self):
        """Train until `pause`, showing frame after frame."""
        self.session.require_points()
        self.heard_at = time.monotonic()
        self.player.play()

    def pause(self):
        """Stop after the frame that is being shown."""
        self.player.pause()

    # What happens when.

    def frame(self):
        """Train on and show it, unless the browser still has frames to draw; False at an end."""
        with self.lock:
            if self.sent - self.seen >= AHEAD:
                return time.monotonic() - self.heard_at < PATIENCE
            self.session.train(self.looks.speed)
            self.show()
            return not self.session.diverged

    def show(self):
        """Send the browser all that it shows."""
        with self.lock:
            playing, self.sent = self.player.playing if self.sent else False, self.sent + 1
            side = frames.QUICK if playing else frames.FINE
            self._keep_places()
            frame = frames.frame(self.session, self.looks.shown, side)
            new_points = self._points_changed()
            with self.picture.hold_sync():  # one message, so that picture and words agree
                self.picture.plan = plan_of(self.session, self.looks)
                for name in ("maps", "big", "weights", "slopes", "chart"):
                    setattr(self.picture, name, getattr(frame, name))
                if new_points:
                    self.picture.points = points_of(self.session)
                    self.picture.samples = samples_of(self.session.settings.problem)
                if not playing or self.sent % SELDOM == 0:
                    self._look_up()
                others = {"number": self.sent, "playing": playing, "points": self.drawn}
                self.picture.facts = facts_of(self.session, self.looks, frame, **others)
                lines = filter(None, (self.told, self.session.diverged))
                self.picture.trouble = " ".join(lines)
            if not playing:
                self._sync()

    def refresh(self):
        """Show a change: at once, or with the next frame where there is one."""
        if self.player.playing:
            self._sync()
        else:
            self.show()

    @contextmanager
    def telling(self, *, looking=False):
        """Say what goes wrong in here in one line, and set the controls back to what holds.

        looking : whether the reader only looks around, so that the line of before stays
        """
        with self.lock:
            self.told = self.told if looking else ""
            try:
                yield
            except Exception as error:  # noqa: BLE001 - a control that raises would go dead
                self._sync()
                self.tell(error)

    def tell(self, error):
        """Say in one line what went wrong, until the reader does something else."""
        super().tell(error)
        self.told = self.picture.trouble

    def _try(self, action, done):
        """Do something that may be refused; a sentence says how it went."""
        with self.telling():
            action()
            self.refresh()
        return Said(self.told or done)

    def _connect(self):
        clicks = {
            "play": self._toggle, "step": self._step, "reset": self._reset,
            "regenerate": self._regenerate, "use": self._use_named, "clear": self._clear,
            "write": self._write, "load": self._load,
        }  # fmt: skip
        for name, act in clicks.items():
            self.controls[name].on_click(lambda _, act=act: self._do(act))
        for name in SETTINGS:
            self.controls[name].observe(self._setter(name), "value")
        for name in LOOKS:
            self.controls[name].observe(self._looker(name), "value")
        for name, box in self.boxes.items():
            box.observe(self._hider(name), "value")
        self.controls["csv"].observe(self._uploaded, "value")
        self.drawers["own"].observe(self._list_own, "value")
        self.picture.on_msg(self._heard)

    def _do(self, act, *, looking=False):
        """What a click does, and then the picture of it."""
        with self.telling(looking=looking):
            if act() is not False:
                self.refresh()

    def _by_hand(self, act):
        """What a control does that the reader has moved, and not `_sync`, in whatever thread."""
        with self.lock:
            if not self.syncing:
                self._do(act)

    def _toggle(self):
        if self.player.playing:
            self.pause()
        else:
            self.play()
        return False  # playing shows its own frames

    def _step(self):
        self.pause()
        self.session.train()

    def _reset(self):
        self.session.new_weights()

    def _regenerate(self):
        self.session.regenerate()

    def _clear(self):
        self.session.set_points(NO_POINTS)

    def _load(self):
        self._restore(self.controls["text"].value)

    def _setter(self, name):
        return lambda change: self._by_hand(lambda: self.session.change(**{name: change["new"]}))

    def _looker(self, name):
        def look(change):
            if name == "test":
                self.mapped = None
            setattr(self.looks, name, change["new"])

        return lambda change: self._by_hand(lambda: look(change))

    def _hider(self, name):
        def hide(change):
            hidden = set(self.looks.hide) - {name} if change["new"] else {*self.looks.hide, name}
            self.looks.hide = tuple(each for each in HIDEABLE if each in hidden)

        return lambda change: self._by_hand(lambda: hide(change))

    def _playing_changed(self, playing):
        with self.lock:
            self.controls["play"].description = "Pause" if playing else "Play"
            if not playing:
                self.show()

    # What the view in the browser says.

    def _heard(self, _widget, message, _buffers):
        answers = {
            "grow": self._grow, "layers": self._layers, "feature": self._feature,
            "dataset": self._dataset, "edit": self._edit, "point": self._point,
            "unpoint": self._unpoint, "show": self._shown, "select": self._select,
            "want": self._want,
        }  # fmt: skip
        kind = message.get("kind")
        if kind == "seen":
            self.seen = max(self.seen, message["number"])
            self.heard_at = time.monotonic()
        elif kind in ("opened", "closed"):
            self._watched(1 if kind == "opened" else -1)
        elif kind in answers:
            with self.lock:
                if not self._is_late(message):
                    self._do(lambda: answers[kind](message), looking=kind in LOOKING)

    def _is_late(self, message):
        """Whether a newer message has replaced this one: the kernel hears them in two threads."""
        what = ("kind", "layer", "node", "weight") if message["kind"] == "edit" else ("kind",)
        subject = tuple(message.get(name) for name in what)
        newest, at = self.newest.get(subject, 0), message.get("at", 0)
        self.newest[subject] = max(newest, at)
        return at < newest and message["kind"] in REPLACING

    def _watched(self, by):
        """Count the views; nobody looks when the last one is closed, so playing ends."""
        self.views = max(self.views + by, 0)
        self.seen = self.sent
        if not self.views:
            self.pause()

    def _grow(self, message):
        hidden = list(in_room(self.session.settings.hidden))
        hidden[message["layer"]] += message["by"]
        self.session.change(hidden=tuple(hidden))

    def _layers(self, message):
        hidden = in_room(self.session.settings.hidden)
        new = (*hidden, NEW_LAYER) if message["by"] > 0 else hidden[:-1]
        self.session.change(hidden=new)

    def _feature(self, message):
        on = set(self.session.settings.features) ^ {message["name"]}
        self.session.change(features=tuple(on))

    def _dataset(self, message):
        self.session.change(dataset=message["name"])

    def _edit(self, message):
        try:
            value = float(message["value"].replace(",", ".").replace("−", "-"))
        except ValueError:
            raise ValueError(
                f"{message['value'][:40]!r} is not a number; type one, such as 0.5"
            ) from None
        self.session.edit(message["layer"], message["node"], message["weight"], value)

    def _point(self, message):
        names, which = POINT_CLASSES, POINT_CLASSES.index(self.controls["kind"].value)
        known = self.session.my_points.classes
        count = max(which + 1, 2, len(known))
        classes = known if len(known) >= count else (*known, *names[len(known) : count])
        if not known:
            raise ValueError("your points are amounts, from a file; remove them to add classes")
        self.session.add_point(message["x"], message["y"], which, classes)

    def _unpoint(self, message):
        self.session.remove_point(message["x"], message["y"])

    def _shown(self, message):
        layer, node = message["layer"], message["node"]
        self.looks.shown = None if layer is None else (int(layer), int(node))

    def _select(self, message):
        layer, node = message["layer"], message["node"]
        self.looks.card = None if layer is None else (int(layer), int(node))

    def _want(self, message):
        (self.wanted.add if message["on"] else self.wanted.discard)(message["what"])
        self._look_up()

    # The rest.

    def _keep_places(self):
        """Forget a neuron that is no longer there."""
        sizes = dict(enumerate(self.session.network.sizes[1:]))
        for name in ("shown", "card"):
            layer, node = getattr(self.looks, name) or (None, None)
            size = len(FEATURES) if (name, layer) == ("shown", -1) else sizes.get(layer, 0)
            if layer is not None and not 0 <= node < size:
                setattr(self.looks, name, None)

    def _points_changed(self):
        now = (self.session.training, self.looks.test)
        changed, self.mapped = now != self.mapped, now
        self.drawn += changed
        return changed

    def _look_up(self):
        """The table and the code, where they are open."""
        if "table" in self.wanted:
            self.picture.table = weight_table(self.session)
        if "code" in self.wanted:
            self.picture.code = code_for(self.session)

    def _sync(self):
        """Set the controls to what the session and the looks say."""
        self.syncing = True
        try:
            settings = self.session.settings
            self._offer(settings)
            for name in SETTINGS:
                self.controls[name].value = getattr(settings, name)
            for name in LOOKS:
                self.controls[name].value = getattr(self.looks, name)
            for name, box in self.boxes.items():
                box.value = name not in self.looks.hide
            self._hide()
        finally:
            self.syncing = False

    def _offer(self, settings):
        """The options of the menus that depend on other controls."""
        own = self.session.brought is not None
        offers = {
            "output": [(name, name) for name in OUTPUTS[settings.problem]],
            "activation": activation_options(self.session.activations, own),
        }
        for name, options in offers.items():
            if list(self.controls[name].options) != options:
                self.controls[name].options = options

    def _hide(self):
        for name in HIDEABLE:
            for widget in (self.controls.get(name), self.drawers.get(name)):
                if isinstance(widget, widgets.Widget):
                    widget.layout.display = "none" if name in self.looks.hide else None

    def _restore(self, text):
        session, look = state.from_text(text, self.session.activations.values())
        try:
            looks = Looks(**look)
        except (TypeError, ValueError) as error:
            raise ValueError(
                f"this state does not describe a screen ({error}); copy it again from where it "
                "came from"
            ) from None
        self.session, self.looks, self.mapped = session, looks, None

    def _write(self):
        self.controls["text"].value = self.state

    def _use_named(self):
        name = self.controls["name"].value.strip()
        own = _notebook().get(name)
        if not name or own is None:
            raise ValueError(
                f"there is nothing called {name!r} in this notebook; run the cell that makes your "
                "network or activation, then type its name"
            )
        self.session.use(own)

    def _list_own(self, _change):
        """Say which networks and activations the notebook has."""
        names = [
            name
            for name, value in _notebook().items()
            if isinstance(value, Network | Activation)
            and not name.startswith("_")
            and value is not getattr(toynn, name, None)  # imported, and in the menu already
        ]
        if names:
            self.controls["name"].placeholder = f"such as {', '.join(names[-3:])}"

    def _uploaded(self, change):
        if change["new"]:
            self._do(lambda: self._take_file(change["new"][0]))

    def _take_file(self, file):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / (Path(file["name"]).name or "points.csv")
            path.write_bytes(bytes(file["content"]))
            try:
                self._read(path)
            except ValueError as error:
                raise ValueError(str(error).replace(str(path), path.name)) from None

    def _read(self, path):
        self.session.set_points(points_from(path))


def _notebook():
    """The names in the reader's notebook; none where there is no notebook."""
    from IPython import get_ipython

    shell = get_ipython()
    return shell.user_ns if shell else {}
