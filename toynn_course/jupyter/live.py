"""Live figures: controls, and a picture that is new before the finger leaves the key.

What costs time in a figure is drawing its axes and text. So a live figure is drawn once; after
that only the artists that move are drawn, on a copy of the rest.
"""

import io
import threading
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import anywidget
import ipywidgets as widgets
import traitlets
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

from toynn_course.jupyter.javascript import STYLES, es_module

HERE = Path(__file__).parent


class Scene(NamedTuple):
    """What a picture shows, in words: a sentence, and rows of text, the first one the header."""

    sentence: str
    table: Sequence[Sequence[str]] = ()


class LiveFigure:
    """A matplotlib figure that is drawn once, and then only where it moves.

    figure : matplotlib Figure; moving : the artists that change from picture to picture
    """

    def __init__(self, figure, moving):
        self.figure, self.moving = figure, list(moving)
        self.canvas = FigureCanvasAgg(figure)
        self.background = None
        for artist in self.moving:
            artist.set_animated(True)

    def refresh(self):
        """Draw everything anew next time: for when an axis, a title or a label has changed."""
        self.background = None

    def png(self):
        """The figure as it is now, as the bytes of a PNG file."""
        if self.background is None:
            self.canvas.draw()
            self.background = self.canvas.copy_from_bbox(self.figure.bbox)
        self.canvas.restore_region(self.background)
        for artist in self.moving:
            artist.axes.draw_artist(artist)
        size, file = self.canvas.get_width_height(), io.BytesIO()
        image = Image.frombuffer("RGBA", size, self.canvas.buffer_rgba()).convert("RGB")
        image.save(file, "png", compress_level=1)  # the size matters less than the time
        return file.getvalue()


class Picture(anywidget.AnyWidget):
    """A PNG on the page, with alt text, a sentence, a table, and a line for what went wrong."""

    _esm = es_module(HERE / "picture.js")
    _css = STYLES
    value = traitlets.Bytes().tag(sync=True)
    alt = traitlets.Unicode().tag(sync=True)
    width = traitlets.Int().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    table = traitlets.List().tag(sync=True)
    trouble = traitlets.Unicode().tag(sync=True)


class Panel(widgets.VBox):
    """Controls with a picture below them, in which what goes wrong is one line, and no traceback.

    A subclass has `picture`, a widget with a trait `trouble` for that line.
    """

    summary = "Run this cell: controls and a picture appear here."

    @contextmanager
    def telling(self):
        """Say what goes wrong in here in one line, and stay usable."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - a control that raises would go dead in silence
            self.tell(error)

    def tell(self, error):
        """Say in one line what went wrong."""
        why = str(error).rstrip(".")
        self.picture.trouble = f"That did not work: {why}. The picture is the one before."

    def button(self, text, action, **options):
        """A button that calls action()."""

        def act(_):
            with self.telling():
                action()

        button = widgets.Button(description=text, **options)
        button.on_click(act)
        return button

    def __repr__(self):
        return self.summary


class Explorer(Panel):
    """Controls, and below them a picture that follows, in a figure and in words.

    A subclass hands over its controls and its figure, and says in `scene` how a picture comes
    from the values of the controls.

    controls : dict of name to widget; those with a value move the picture
    figure : matplotlib Figure; moving : its artists that `scene` moves
    """

    def __init__(self, controls, figure, moving):
        self.controls, self.live = controls, LiveFigure(figure, moving)
        self.picture = Picture(width=int(figure.bbox.width))
        self.lock, self.held = threading.RLock(), 0
        bar = widgets.Box(list(controls.values()), layout={"flex_flow": "row wrap"})
        super().__init__([bar, self.picture], layout={"max_width": "100%"})
        for control in controls.values():
            if control.has_trait("value"):
                control.observe(self._moved, "value")
        self.redraw()

    def scene(self, **values):
        """Move the artists to where the values of the controls want them, and return a Scene."""
        raise NotImplementedError

    @property
    def values(self):
        """The value of each control that has one, by its name."""
        return {name: c.value for name, c in self.controls.items() if c.has_trait("value")}

    def redraw(self):
        """Show what the controls say. What goes wrong is told in a line below the picture."""
        with self.lock:  # a kernel may call from several threads
            if not self.held:
                with self.telling():
                    self._show(self.scene(**self.values))

    def _moved(self, _change):
        self.redraw()

    def _show(self, scene):
        table = [[str(cell) for cell in row] for row in scene.table]
        with self.picture.hold_sync():  # one message, so that picture and words change together
            self.picture.value, self.picture.alt = self.live.png(), scene.sentence
            self.picture.sentence, self.picture.table = scene.sentence, table
            self.picture.trouble = ""

    @contextmanager
    def at_once(self):
        """Let several controls change in here, and show it once, at the end."""
        self.held += 1
        try:
            yield
        finally:
            self.held -= 1
        self.redraw()
