"""Controls: the widgets around the screen of the playground, in rows and drawers."""

from dataclasses import replace

import ipywidgets as widgets

from toynn_course.playground.looks import HIDEABLE, LINKS, LOOKS, POINT_CLASSES, SMOOTH, SPEEDS
from toynn_course.playground.settings import (
    ACTIVATIONS,
    DATASETS,
    LARGEST_SEED,
    OUTPUTS,
    OWN,
    RATES,
    REGULARIZATION_RATES,
    REGULARIZATIONS,
    WEIGHTS,
)

ROWS = (
    ("play", "step", "reset", "undo", "redo", "speed", "learning_rate", "activation"),
    ("problem", "output", "regularization", "regularization_rate"),
    ("ratio", "noise", "batch_size", "regenerate"),
    ("test", "discrete", "links"),
)
DRAWERS = {
    "own": ("name", "use", "csv", "kind", "clear"),
    "seeds": ("weight_seed", "data_seed", "weights"),
    "state": ("text", "write", "load"),
}
"""What is in the drawers that a button opens, by the name of the button."""

SETTINGS = (
    "learning_rate", "activation", "regularization", "regularization_rate", "problem", "output",
    "ratio", "noise", "batch_size", "weight_seed", "data_seed", "weights",
)  # fmt: skip


def plain(value):
    """A number as the menus of the playground write it.

    >>> plain(0.00001), plain(3)
    ('0.00001', '3')
    """
    return f"{value:.5f}".rstrip("0").rstrip(".") if value else "0"


def width_of(label):
    """How wide a label is, about, in em."""
    return 0.53 * len(label) + 1


def menu(label, options, width, **more):
    """A drop-down menu with its label."""
    return widgets.Dropdown(
        options=options,
        description=label,
        layout={"width": f"{width_of(label) + width:.1f}em"},
        style={"description_width": f"{width_of(label):.1f}em"},
        **more,
    )


def slider(label, low, high, step):
    """A slider of whole numbers with its label."""
    return widgets.IntSlider(
        value=low,
        min=low,
        max=high,
        step=step,
        description=label,
        layout={"width": f"{width_of(label) + 11:.1f}em"},
        style={"description_width": f"{width_of(label):.1f}em"},
    )


def seed(label):
    """A box for a seed."""
    return widgets.BoundedIntText(
        max=LARGEST_SEED,
        description=label,
        layout={"width": f"{width_of(label) + 6.5:.1f}em"},
        style={"description_width": f"{width_of(label):.1f}em"},
    )


def numbers(values):
    """Options of a menu of numbers."""
    return [(plain(value), value) for value in values]


def button(text, **options):
    """A button that is as wide as its words need."""
    return widgets.Button(description=text, layout={"width": "auto"}, **options)


def tick(text, **options):
    """A box to tick."""
    return widgets.Checkbox(description=text, indent=False, layout={"width": "auto"}, **options)


def make_controls():
    """All controls by their names."""
    return {
        "play": widgets.Button(description="Play", button_style="primary", layout={"width": "5em"}),
        "step": button("Step"),
        "reset": button("Reset"),
        "undo": button("Undo"),
        "redo": button("Redo"),
        "speed": menu(
            "Speed",
            SPEEDS,
            10.5,
            value=SMOOTH,
            tooltip="How many epochs there are from one picture to the next",
        ),
        "learning_rate": menu("Learning rate", numbers(RATES), 6.5),
        "activation": menu("Activation", list(ACTIVATIONS), 8.5),
        "regularization": menu("Regularisation", REGULARIZATIONS, 5.5),
        "regularization_rate": menu("Regularisation rate", numbers(REGULARIZATION_RATES), 5.5),
        "problem": menu("Problem", list(DATASETS), 10),
        "output": menu("Output", OUTPUTS["classification"], 13.5),
        "ratio": slider("Training set (%)", 10, 90, 10),
        "noise": slider("Noise (%)", 0, 50, 5),
        "batch_size": slider("Batch size", 1, 30, 1),
        "regenerate": button("New points"),
        "test": tick("Show the test set"),
        "discrete": tick("Show decisions only"),
        "links": menu("Links show", LINKS, 7.5),
        **_own_controls(),
        **_seeds_and_state(),
    }


def make_boxes():
    """A box to tick for each control that can be hidden, by its name."""
    return {name: tick(text, value=True) for name, text in HIDEABLE.items()}


def _seeds_and_state():
    return {
        "weight_seed": seed("Weight seed"),
        "data_seed": seed("Data seed"),
        "weights": menu("Initial weights", WEIGHTS, 9),
        "text": widgets.Textarea(
            description="State",
            placeholder="Press Write the state, or paste one here and press Load the state",
            layout={"width": "min(44em, 100%)", "height": "5em"},
            style={"description_width": "4em"},
        ),
        "write": button("Write the state"),
        "load": button("Load the state"),
    }


def _own_controls():
    return {
        "name": widgets.Text(
            description="Name",
            placeholder="of your Network or Activation",
            layout={"width": "22em"},
            style={"description_width": "4em"},
        ),
        "use": button("Use it"),
        "csv": widgets.FileUpload(
            accept=".csv", description="Points from a CSV file", layout={"width": "auto"}
        ),
        "kind": menu("New points are", POINT_CLASSES, 8),
        "clear": button("Remove my points"),
    }


def activation_options(names, own):
    """The options of the activation menu: ours, the reader's, and that of the reader's network."""
    options = [(name, name) for name in (*ACTIVATIONS, *names)]
    return [*options, ("your network's", OWN)] if own else options


class Controls:
    """The widgets around the screen by their names, in rows and in drawers that a button opens.

    What the reader moves calls a function; what `show` sets calls none.

    rows : the widgets that are shown, from above; boxes : those that hide a control, by its name
    drawers : the buttons that open a drawer, by its name
    lock : what `show` is called under: another thread may move a control meanwhile
    """

    def __init__(self, lock):
        self.lock, self.being_set = lock, False
        self.by_name, self.boxes = make_controls(), make_boxes()
        contents = {name: [self[each] for each in names] for name, names in DRAWERS.items()}
        contents["hide"] = list(self.boxes.values())
        drawers = {name: _row(inside) for name, inside in contents.items()}
        self.drawers = {name: _opener(name, drawer) for name, drawer in drawers.items()}
        *rows, last = [[self[name] for name in row] for row in ROWS]
        self.rows = [*map(_row, [*rows, [*last, *self.drawers.values()]]), *drawers.values()]

    def __getitem__(self, name):
        return self.by_name[name]

    def get(self, name):
        """The control of that name, or None."""
        return self.by_name.get(name)

    def on_click(self, name, act):
        """Let a click on a button call act()."""
        self[name].on_click(lambda _: act())

    def on_any_change(self, act):
        """Let any control that the reader moves call act()."""
        for widget in self.by_name.values():
            if widget.has_trait("value"):
                self._on_change(widget, lambda _: act())

    def on_setting(self, act):
        """Let a control of a setting call act(name=value)."""
        for name in SETTINGS:
            self._on_change(self[name], lambda value, name=name: act(**{name: value}))

    def on_look(self, act):
        """Let what changes the looks alone call act(change), with a function of Looks."""
        for name, field in {**dict(zip(LOOKS, LOOKS, strict=True)), "kind": "point_class"}.items():
            self._on_change(
                self[name],
                lambda value, field=field: act(lambda looks: replace(looks, **{field: value})),
            )
        for name, box in self.boxes.items():
            self._on_change(
                box, lambda on, name=name: act(lambda looks: looks.hiding(name, not on))
            )

    def on_file(self, act):
        """Let a file that was uploaded call act(name, content)."""

        def take(files):
            if files:
                act(files[0]["name"], bytes(files[0]["content"]))
                self["csv"].value = ()  # or the same file, chosen again, would be no change

        self._on_change(self["csv"], take)

    def on_opening(self, name, act):
        """Let a drawer that is opened or closed call act()."""
        self._on_change(self.drawers[name], lambda _: act())

    def _on_change(self, widget, act):
        def changed(change):
            with self.lock:
                if not self.being_set:
                    act(change["new"])

        widget.observe(changed, "value")

    def show(self, state, looks):
        """Set every control to what holds."""
        self.being_set = True
        try:
            self._offer(state)
            for source, names in ((state.settings, SETTINGS), (looks, LOOKS)):
                for name in names:
                    self[name].value = getattr(source, name)
            for name, box in self.boxes.items():
                box.value = name not in looks.hide
            self._hide(looks.hide)
        finally:
            self.being_set = False

    def show_playing(self, playing):
        """Let the button that plays say what it does next."""
        self["play"].description = "Pause" if playing else "Play"

    def suggest(self, names):
        """Say under "Your own" which names there are in the notebook."""
        if names:
            self["name"].placeholder = f"such as {', '.join(names[-3:])}"

    def write(self, text):
        """Write a saved state into its box."""
        self["text"].value = text

    def _offer(self, state):
        """The options of the menus that depend on other controls."""
        own = state.user_network is not None
        offers = {
            "output": [(name, name) for name in OUTPUTS[state.settings.problem]],
            "activation": activation_options(state.activations, own),
        }
        for name, options in offers.items():
            if list(self[name].options) != options:
                self[name].options = options

    def _hide(self, hidden):
        for name in HIDEABLE:
            for widget in (self.get(name), self.drawers.get(name)):
                if widget is not None:
                    widget.layout.display = "none" if name in hidden else None


def _row(children):
    return widgets.Box(children, layout={"flex_flow": "row wrap", "align_items": "center"})


def _opener(name, drawer):
    """The button that opens a drawer, which is closed at first."""
    text = "Show and hide controls" if name == "hide" else HIDEABLE[name]
    button = widgets.ToggleButton(description=text, layout={"width": "auto"})
    drawer.layout.display = "none"

    def turn(change):
        drawer.layout.display = None if change["new"] else "none"

    button.observe(turn, "value")
    return button
