"""Widgets one below the other, wherever the notebook runs."""

import anywidget
import ipywidgets as widgets


class Column(widgets.VBox):
    """Widgets one below the other: what a cell shows of ours is one of these, or an AnyWidget.

    Google Colab draws widgets that are not ipywidgets' own only if the message that shows them
    says who draws them. anywidget writes that into the message, and ipywidgets does not
    (https://github.com/manzt/anywidget/issues/63).
    """

    _repr_mimebundle_ = anywidget.AnyWidget._repr_mimebundle_
