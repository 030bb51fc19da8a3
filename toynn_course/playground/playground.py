"""The playground: the controls and the screen around a session, and what happens when."""

import threading
from contextlib import contextmanager
from functools import partial

from toynn_course.jupyter import Panel, Player
from toynn_course.playground import actions, notebook, saved
from toynn_course.playground.code import code_for
from toynn_course.playground.controls import Controls
from toynn_course.playground.handshake import Handshake
from toynn_course.playground.looks import Looks
from toynn_course.playground.pace import PAUSE, Pace
from toynn_course.playground.problems import NO_POINTS
from toynn_course.playground.reading import points_from, uploaded_points
from toynn_course.playground.requests import LOOKS_CHANGES, STATE_CHANGES
from toynn_course.playground.screen import Screen
from toynn_course.playground.session import Session
from toynn_course.playground.settings import Settings


class Sentence(str):
    """A sentence that a cell shows without quotes."""

    __slots__ = ()

    def __repr__(self):
        return str(self)


class Playground(Panel):
    """A network to build, to train and to take apart on the screen; what it trains is toynn's.

    hide : names in HIDEABLE, of what an instructor does not want to show
    activations : your own Activations, which the menu then offers, too
    **settings : those of `Settings`, such as dataset="spiral", hidden=(8, 8)

    Raises ValueError or TypeError if a setting is not one that its control has.

    told : what went wrong, in one line, until the reader does something else; else empty

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
        self.looks, self.told, self.lock = Looks(hide=hide), "", threading.RLock()
        self.controls, self.picture = Controls(self.lock), Screen()
        self.handshake, self.pace, self.framed = Handshake(self.picture.send), Pace(), None
        super().__init__([*self.controls.rows, self.picture], layout={"max_width": "100%"})
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
            return saved.to_text(self.session.state, self.looks.choices)

    @property
    def code(self):
        """A program, with toynn, that does again what was done on the screen."""
        return code_for(self.session.state)

    def set(self, **settings):
        """Set some controls, as by hand. Returns a sentence, also when it did not work."""
        return self._do(lambda: self.session.change(**settings), "Set.")

    def use(self, own):
        """Let your own Network or Activation learn, if it passes its gradient check."""
        return self._do(lambda: self.session.use(own), f"{own!r} is on the screen now.")

    def load(self, text):
        """Restore a state that `state` has written."""
        return self._do(lambda: self._restore(text), "The state is on the screen now.")

    def load_points(self, path):
        """Take your own points from a CSV file: x1, x2 and what they are, in three columns."""
        take = self.session.set_points
        return self._do(lambda: take(points_from(path)), "The points are on the screen now.")

    def undo(self):
        """Return to what was before the last change, or before Play."""
        return self._do(lambda: self._at_rest(self.session.undo), "Undone.")

    def redo(self):
        """Take back the last undo."""
        return self._do(lambda: self._at_rest(self.session.redo), "Done again.")

    def play(self):
        """Train until `pause`, showing frame after frame."""
        actions.require_points(self.session.state)
        self.framed = None
        self.handshake.begin()
        self.player.play()

    def pause(self):
        """Stop after the frame that is being shown."""
        self.player.pause()

    # What happens when.

    def frame(self):
        """Train on and show it, unless the browser still has frames to draw; False at an end."""
        with self.lock:
            if self.handshake.is_full:
                return not self.handshake.is_over
            epochs = self.pace.epochs(self.looks.speed)
            # one step for undo, from Play to the next thing that the reader does
            on = self.session.state is self.framed
            with self.pace.timing(epochs):
                (self.session.go_on if on else self.session.train)(epochs)
            self.framed = self.session.state
            self.show()
            return not self.session.diverged

    def show(self):
        """Send the browser all that it shows."""
        with self.lock:
            state, number = self.session.state, self.handshake.next_number()
            playing = self.player.playing if number > 1 else False
            self.looks = self.looks.fitting(state.network)
            trouble = " ".join(filter(None, (self.told, state.diverged)))
            how = {"number": number, "playing": playing, "trouble": trouble}
            self.picture.show(state, self.looks, **how)
            if not playing:
                self.controls.show(state, self.looks)

    def refresh(self):
        """Show a change: at once, or with the next frame where there is one."""
        if self.player.playing:
            self.controls.show(self.session.state, self.looks)
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
                self.controls.show(self.session.state, self.looks)
                self.tell(error)

    def tell(self, error):
        """Say in one line what went wrong, until the reader does something else."""
        super().tell(error)
        self.told = self.picture.trouble

    def _do(self, act, done="", *, looking=False):
        """Do something that may be refused, and show it; a sentence says how it went."""
        with self.telling(looking=looking):
            act()
            self.refresh()
        return Sentence(self.told or done)

    def _at_rest(self, act):
        """Pause, and then do something that has no place between two frames."""
        self.pause()
        act()

    def _look(self, change):
        self.looks = change(self.looks)

    def _restore(self, text):
        state, choices = saved.from_text(text, self.session.activations.values())
        self.looks = self.looks.with_choices(choices)
        self.session.do(lambda _: state)

    def _playing_changed(self, playing):
        with self.lock:
            self.controls.show_playing(playing)
            if not playing:
                self.show()

    def _connect(self):
        """Let the controls and the view do what they say."""
        controls, session = self.controls, self.session
        for name, act in {
            "play": lambda: self.pause() if self.player.playing else self.play(),
            "step": lambda: self._at_rest(session.train),
            "undo": lambda: self._at_rest(session.undo),
            "redo": lambda: self._at_rest(session.redo),
            "reset": session.new_weights,
            "regenerate": session.regenerate,
            "clear": lambda: session.set_points(NO_POINTS),
            "use": lambda: session.use(notebook.named(controls["name"].value.strip())),
            "write": lambda: controls.write(self.state),
            "load": lambda: self._restore(controls["text"].value),
        }.items():
            controls.on_click(name, partial(self.handshake.in_turn, partial(self._do, act)))
        controls.on_any_change(self.handshake.note_change)
        controls.on_setting(lambda **values: self._do(partial(session.change, **values)))
        controls.on_look(lambda change: self._do(partial(self._look, change)))
        controls.on_file(lambda *file: self._do(lambda: session.set_points(uploaded_points(*file))))
        controls.on_opening("own", lambda: controls.suggest(notebook.usable()))
        self.picture.on_msg(self._heard)

    def _heard(self, _widget, message, _buffers):
        """Do what the view says was done there."""
        kind = message.get("kind")
        if kind == "seen":
            self.handshake.acknowledge(message["number"])
        elif kind == "turn":
            self.handshake.take_turn(message["turn"])
        elif kind in ("opened", "closed"):
            self.handshake.count_views(1 if kind == "opened" else -1)
            if not self.handshake.views:  # nobody looks
                self.pause()
        else:
            with self.lock:
                if not self.handshake.is_late(message):
                    self._answer(kind, message)

    def _answer(self, kind, message):
        if kind in LOOKS_CHANGES:
            change = LOOKS_CHANGES[kind]
            self._do(lambda: self._look(lambda looks: change(looks, message)), looking=True)
        elif kind in STATE_CHANGES:
            act = partial(self.session.do, STATE_CHANGES[kind], self.looks, message)
            self.handshake.in_turn(partial(self._do, act))
        elif kind in ("undo", "redo"):
            act = partial(self._at_rest, getattr(self.session, kind))
            self.handshake.in_turn(partial(self._do, act))
