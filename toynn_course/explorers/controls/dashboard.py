"""The dashboard: what a training is made of, as controls, and buttons that run, pin and forget."""

import time
from functools import partial

import ipywidgets as widgets

from toynn_course.explorers.controls.look import box, button, menu, sized, whole
from toynn_course.explorers.dashboard import PINS, DashboardDrawing
from toynn_course.explorers.runs import PROBLEMS, RULES, Run, Setting
from toynn_course.jupyter import Explorer, Player, Value

RATES = (1e-5, 1e-4, 1e-3, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100)
BATCHES = [("1", 1), ("4", 4), ("16", 16), ("64", 64), ("all", 0)]
TOLERANCES = [("0", 0.0), *((f"{t:g}", t) for t in (1e-6, 1e-5, 1e-4, 1e-3, 1e-2))]
PATIENCES = [("forever", 0), *((str(n), n) for n in (1, 10, 50, 100, 500))]
EPOCHS_A_FRAME = 10  # so that the curve can be watched
SECONDS_A_FRAME = 0.01  # of training, so that other cells are not kept waiting
REST = 0.005  # between frames


def settings(setting):
    """A control for each part of a Setting, under its name."""
    narrow = {"width": "12em", "label": "5em"}
    return {
        "data": menu("Data", PROBLEMS, setting.data, **narrow),
        "rate": widgets.SelectionSlider(
            options=[(f"{rate:g}", rate) for rate in RATES], value=setting.rate,
            description="Learning rate", **sized("22em", "7em"),
        ),
        "rule": menu("Optimizer", RULES, setting.rule, width="14em", label="5.5em"),
        "batch": widgets.Dropdown(
            options=BATCHES, value=setting.batch, description="Batch", **sized("11em", "4em")
        ),
        "shuffle": box("Shuffle", value=setting.shuffle, width="8em"),
        "summed": widgets.Dropdown(
            options=[("mean", False), ("sum", True)], value=setting.summed,
            description="Gradient", **sized("13em", "5.5em"),
        ),
        "hidden": whole("Hidden nodes", setting.hidden, 1, 8, width="20em", label="7em"),
        "patience": widgets.Dropdown(
            options=PATIENCES, value=setting.patience, description="Patience",
            **sized("13em", "5em"),
        ),
        "tolerance": widgets.Dropdown(
            options=TOLERANCES, value=setting.tolerance, description="Tolerance",
            **sized("13em", "5.5em"),
        ),
        "seed": whole("Seed", setting.seed, 0, 39, width="20em", label="4em"),
    }  # fmt: skip


def Dashboard(data="xor", *, epochs=1000, **changes):
    """A training to set up, to run and to pin: cost, accuracy and gradient norm as they come.

    data : a key of PROBLEMS; changes : other fields of the Setting to begin with
    epochs : how many to train when Train is pressed

    >>> Dashboard("moons", rate=0.1)
    Run this cell: a dashboard to train networks with appears here.
    """
    parts = settings(Setting(data, **changes))
    bench = Bench(parts, epochs)
    summary = "Run this cell: a dashboard to train networks with appears here."
    controls = {**parts, **bench.buttons, **bench.values}
    explorer = Explorer(controls, DashboardDrawing(), summary)
    explorer.on(**dict.fromkeys(parts, bench.begin), **bench.actions)
    bench.player = Player(
        partial(bench.advance, explorer), seconds=REST, changed=bench.say, trouble=explorer.tell
    )
    return explorer


class Bench:
    """What the buttons do: they train the run in hand, begin another, and pin it.

    parts : the controls of a Setting; epochs : how many to train at once
    """

    def __init__(self, parts, epochs):
        self.parts, self.at_once, self.goal = parts, epochs, 0
        self.run, self.epoch, self.pins = Value(self.new()), Value(0), Value(())
        self.values = {"run": self.run, "epochs": self.epoch, "pins": self.pins}
        texts = "Train", "One epoch", "Reset", "Pin this run", "Remove pins"
        actions = self.train, self.step, self.reset, self.pin, self.unpin
        self.actions = {action.__name__: action for action in actions}
        self.buttons = dict(zip(self.actions, map(button, texts), strict=True))

    def new(self):
        """A run with the settings of the controls."""
        return Run(Setting(**{name: part.value for name, part in self.parts.items()}))

    @property
    def now(self):
        """The epoch that the run has reached."""
        return self.run.value.records[-1].number

    def begin(self):
        """Take a new run; if one is being trained, the new one is trained instead."""
        self.run.set(self.new())
        self.epoch.set(0)

    def advance(self, explorer):
        """Train for a moment, and show it; False at the end, or where it cannot be shown."""
        end = time.perf_counter() + SECONDS_A_FRAME
        with explorer.lock:  # a kernel may move a control in another thread
            goal = min(self.goal, self.now + EPOCHS_A_FRAME)
            while self.now < goal and not self.run.value.over and time.perf_counter() < end:
                self.run.value.to(self.now + 1)
        self.epoch.set(self.now)
        return self.now < self.goal and not self.run.value.over and not explorer.picture.trouble

    def say(self, playing):
        """Name the button by what it does next."""
        self.buttons["train"].description = "Pause" if playing else "Train"

    def train(self):
        """Train on from here, or from the beginning where this is the end; or pause."""
        if self.player.playing:
            self.player.pause()
            return
        if self.run.value.over:
            self.begin()
        self.goal = self.now + self.at_once
        self.player.play()

    def step(self):
        """Pause, and train for one epoch."""
        self.player.pause()
        self.run.value.to(self.now + 1)
        self.epoch.set(self.now)

    def reset(self):
        """Pause, and begin again."""
        self.player.pause()
        self.begin()

    def pin(self):
        """Keep this run in the picture, and begin another; a fourth replaces the oldest."""
        self.pins.set((*self.pins.value, self.run.value)[-len(PINS) :])
        self.begin()

    def unpin(self):
        """Take all pins out of the picture."""
        self.pins.set(())
