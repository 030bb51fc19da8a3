"""Requests: what the view asks for, as functions from State to State and from Looks to Looks."""

from dataclasses import replace

from toynn_course.playground import actions
from toynn_course.playground.looks import POINT_CLASSES


def _edit(state, _looks, message):
    text = message["value"]
    try:
        value = float(text.replace(",", ".").replace("−", "-"))
    except ValueError:
        raise ValueError(f"{text[:40]!r} is not a number; type one, such as 0.5") from None
    return actions.with_weight(state, message["layer"], message["node"], message["weight"], value)


def _point(state, looks, message):
    number, known = POINT_CLASSES.index(looks.point_class), state.my_points.classes
    if not known:
        raise ValueError("your points are amounts, from a file; remove them to add classes")
    count = max(number + 1, 2, len(known))
    classes = known if len(known) >= count else (*known, *POINT_CLASSES[len(known) : count])
    return actions.with_point(state, message["x"], message["y"], number, classes)


STATE_CHANGES = {
    "grow": lambda state, _, m: actions.with_neurons(state, m["layer"], m["by"]),
    "layers": lambda state, _, m: actions.with_layers(state, m["by"]),
    "feature": lambda state, _, m: actions.with_feature_switched(state, m["name"]),
    "dataset": lambda state, _, m: actions.with_settings(state, dataset=m["name"]),
    "edit": _edit,
    "point": _point,
    "unpoint": lambda state, _, m: actions.without_point(state, m["x"], m["y"]),
}
"""What is learned changes: each a function of a State, the Looks and the message."""


def _place(message):
    """The (layer, node) that a message is about, or None."""
    layer, node = message["layer"], message["node"]
    return None if layer is None else (int(layer), int(node))


def _want(looks, message):
    change = looks.open.union if message["on"] else looks.open.difference
    return replace(looks, open=change({message["what"]}))


LOOKS_CHANGES = {
    "show": lambda looks, message: replace(looks, shown=_place(message)),
    "select": lambda looks, message: replace(looks, card=_place(message)),
    "want": _want,
}
"""The reader only looks around, perhaps without knowing: each a function of Looks and message."""
