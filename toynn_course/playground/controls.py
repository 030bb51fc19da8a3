"""Controls: the widgets around the screen of the playground, in rows and drawers."""

import ipywidgets as widgets

from toynn_course.playground.screen import HIDEABLE, SPEEDS
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
    ("play", "step", "reset", "speed", "learning_rate", "activation"),
    ("problem", "output", "regularization", "regularization_rate"),
    ("ratio", "noise", "batch_size", "regenerate"),
    ("test", "discrete", "links"),
)
DRAWERS = {
    "own": ("name", "use", "csv", "kind", "clear"),
    "seeds": ("weight_seed", "data_seed", "weights"),
    "state": ("text", "write", "load"),
}
"""What stands in the drawers that a button opens, by the name of the button."""

SETTINGS = (
    "learning_rate", "activation", "regularization", "regularization_rate", "problem", "output",
    "ratio", "noise", "batch_size", "weight_seed", "data_seed", "weights",
)  # fmt: skip
LOOKS = ("test", "discrete", "links", "speed")

POINT_CLASSES = ("low", "high", "third")


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


def drawer_button(name):
    """The button that opens a drawer."""
    return widgets.ToggleButton(description=HIDEABLE.get(name, name), layout={"width": "auto"})


def make_controls():
    """All controls by their names."""
    return {
        "play": widgets.Button(description="Play", button_style="primary", layout={"width": "6em"}),
        "step": button("Step"),
        "reset": button("Reset"),
        "speed": menu("Speed", SPEEDS, 12, value=2),
        "learning_rate": menu("Learning rate", numbers(RATES), 6.5),
        "activation": menu("Activation", list(ACTIVATIONS), 8.5),
        "regularization": menu("Regularization", REGULARIZATIONS, 5.5),
        "regularization_rate": menu("Regularization rate", numbers(REGULARIZATION_RATES), 5.5),
        "problem": menu("Problem", list(DATASETS), 10),
        "output": menu("Output", OUTPUTS["classification"], 13.5),
        "ratio": slider("Training share (%)", 10, 90, 10),
        "noise": slider("Noise (%)", 0, 50, 5),
        "batch_size": slider("Batch size", 1, 30, 1),
        "regenerate": button("Regenerate"),
        "test": widgets.Checkbox(
            description="Show test data", indent=False, layout={"width": "auto"}
        ),
        "discrete": widgets.Checkbox(
            description="Discretize output", indent=False, layout={"width": "auto"}
        ),
        "links": menu("Links show", ("weights", "gradients"), 7.5),
        **_own_controls(),
        **_seeds_and_state(),
    }


def _seeds_and_state():
    return {
        "weight_seed": seed("Weight seed"),
        "data_seed": seed("Data seed"),
        "weights": menu("First weights", WEIGHTS, 9),
        "text": widgets.Textarea(
            description="State",
            placeholder="Write the state here, or paste one and load it",
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
            placeholder="of a Network or an Activation",
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
    """The options of the activation menu: ours, the reader's, and that of a brought network."""
    options = [(name, name) for name in (*ACTIVATIONS, *names)]
    return [*options, ("your network's", OWN)] if own else options


def arranged(controls, picture):
    """The rows, the drawers with their buttons, and the picture: the children of the playground."""
    flow = {"layout": {"flex_flow": "row wrap", "align_items": "center"}}
    rows = [widgets.Box([controls[name] for name in row], **flow) for row in ROWS]
    drawers, buttons = {}, {}
    for name, names in DRAWERS.items():
        drawers[name] = widgets.Box([controls[each] for each in names], **flow)
    hidden = [
        widgets.Checkbox(value=True, description=text, indent=False, layout={"width": "auto"})
        for text in HIDEABLE.values()
    ]
    drawers["hide"] = widgets.Box(hidden, **flow)
    for name, drawer in drawers.items():
        buttons[name] = drawer_button("Show and hide controls" if name == "hide" else name)
        drawer.layout.display = "none"
        buttons[name].observe(_opener(drawer), "value")
    rows[-1].children = (*rows[-1].children, *buttons.values())
    return [*rows, *drawers.values(), picture], buttons, dict(zip(HIDEABLE, hidden, strict=True))


def _opener(drawer):
    def turn(change):
        drawer.layout.display = None if change["new"] else "none"

    return turn
