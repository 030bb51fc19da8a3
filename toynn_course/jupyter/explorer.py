"""Explorers: controls, and a drawing that follows them."""

import inspect
import threading
from contextlib import contextmanager
from functools import partial

import ipywidgets as widgets
import traitlets

from toynn_course.jupyter.panel import Panel
from toynn_course.jupyter.picture import Picture


class Value(traitlets.HasTraits):
    """A value that shows in no control, such as a number of steps: buttons set it."""

    value = traitlets.Any()

    def __init__(self, value):
        super().__init__(value=value)

    def set(self, value):
        """Make it another."""
        self.value = value


class Explorer(Panel):
    """Controls, and below them a drawing that follows them, in a picture and in words.

    controls : dict of name to widget or Value; the drawing follows those that its `update` takes
    drawing : Drawing
    summary : what stays of the explorer in a file, where it cannot be used
    """

    def __init__(self, controls, drawing, summary=Panel.summary):
        self.controls, self.drawing, self.summary = controls, drawing, summary
        self.picture = Picture(width=int(drawing.figure.bbox.width))
        self.lock, self.held, self.actions, self.shown = threading.RLock(), 0, {}, None
        taken = inspect.signature(drawing.update).parameters
        self.followed = {name: controls[name] for name in taken if name in controls}
        seen = [each for each in controls.values() if isinstance(each, widgets.Widget)]
        bar = widgets.Box(seen, layout={"flex_flow": "row wrap"})
        super().__init__([bar, self.picture], layout={"max_width": "100%"})
        for name, control in controls.items():
            if isinstance(control, widgets.Button):
                control.on_click(partial(self._moved, name))
            else:
                control.observe(partial(self._moved, name), "value")
        self.redraw()

    def on(self, **actions):
        """For names of controls, what is done when they are moved or pressed, before it shows."""
        self.actions |= actions

    def _moved(self, name, _change):
        with self.lock, self.telling(), self.at_once():  # a kernel may call from several threads
            self.actions.get(name, lambda: None)()

    @contextmanager
    def at_once(self):
        """Let several controls change in here, and show it once, at the end."""
        self.held += 1
        try:
            yield
        finally:
            self.held -= 1
        self.redraw()

    def redraw(self):
        """Show what the controls say, unless it is shown already."""
        values = {name: control.value for name, control in self.followed.items()}
        if not self.held and values != self.shown:
            self.shown = None  # what goes wrong is tried again
            with self.telling():
                self._show(self.drawing.update(**values))
                self.shown = values

    def _show(self, scene):
        table = [[str(cell) for cell in row] for row in scene.table]
        with self.picture.hold_sync():  # one message, so that picture and words change together
            self.picture.value, self.picture.alt = self.drawing.live.png(), scene.sentence
            self.picture.sentence, self.picture.table = scene.sentence, table
            self.picture.trouble = ""
