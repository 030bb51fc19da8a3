"""How the controls look: sliders, menus and boxes, wide enough for their labels."""

import ipywidgets as widgets


def sized(width, label):
    """Keyword arguments that give a control its width, and its label enough of it."""
    return {"layout": {"width": width}, "style": {"description_width": label}}


def tenths(text, value, reach, width="21em", label="5.5em"):
    """A slider from -reach to reach in steps of 0.1."""
    return widgets.FloatSlider(
        value=value, min=-reach, max=reach, step=0.1, description=text, readout_format=".1f",
        **sized(width, label),
    )  # fmt: skip


def whole(text, value, low, high, width="19em", label="8em"):
    """A slider for a whole number. Raises ValueError if it is to begin beyond one of its ends."""
    if not low <= value <= high:
        raise ValueError(f"{text} is {value!r}, expected a whole number from {low} to {high}")
    return widgets.IntSlider(
        value=value, min=low, max=high, description=text, **sized(width, label)
    )


def menu(text, options, value=None, width="15em", label="5.5em"):
    """A menu; value : what is chosen at first, None for the first option."""
    chosen = {} if value is None else {"value": value}
    return widgets.Dropdown(
        options=list(options), description=text, **chosen, **sized(width, label)
    )


def box(text, value=True, width="10em"):
    """A box to tick."""
    return widgets.Checkbox(
        value=value, description=text, indent=False, layout={"width": width, "margin": "2px 1em"}
    )


def button(text, **layout):
    """A button; `Explorer.on` says what it does."""
    return widgets.Button(description=text, layout=layout)
