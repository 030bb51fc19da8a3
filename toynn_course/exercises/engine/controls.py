"""What predictions, quizzes and challenge cards on a page are made of."""

import asyncio
from pathlib import Path

import anywidget
import ipywidgets as widgets
import traitlets

from toynn_course.jupyter import es_module

PATIENCE = 2  # seconds to wait for the page to say that nothing is on its way any more


class Form(anywidget.AnyWidget):
    """Nothing to see: it makes the controls beside it usable from the keyboard and by ear.

    spoken : what a screen reader says now
    """

    _esm = es_module(Path(__file__).with_name("controls.js"))
    spoken = traitlets.Unicode().tag(sync=True)

    def __init__(self):
        self.loop, self._waiting, self._timer = running_loop(), None, None
        super().__init__()
        self.on_msg(lambda *_: on(self.loop, self._settled))

    def once_settled(self, work):
        """Do the work once everything that was chosen before has arrived.

        ipywidgets holds a choice back while the one before it is under way, but never a click: of
        a quick reader, or in a busy kernel, it would arrive first.
        """
        self._waiting = work
        if self.loop is None:
            self._settled()
        else:
            on(self.loop, self._ask)

    def _ask(self):
        self._stop_timer()  # that of an earlier click would not wait for what came after it
        self._timer = self.loop.call_later(PATIENCE, self._settled)
        self.send("settled?")

    def _stop_timer(self):
        if self._timer:
            self._timer.cancel()
        self._timer = None

    def _settled(self):
        self._stop_timer()
        work, self._waiting = self._waiting, None
        if work:
            work()

    def say(self, text):
        """Have it read aloud, also where it is what was said last."""
        self.spoken = ""
        self.spoken = text

    def bring_into_view(self):
        """Scroll to the button beside it, and what appears below that."""
        self.send("scroll")


def radio_buttons(description, options):
    """Options one below the other, none of them chosen yet."""
    style = {"description_width": "initial"}
    return widgets.RadioButtons(
        options=options, value=None, description=description, layout={"width": "auto"}, style=style
    )


def text_field(description):
    """A field for several lines of text; what is written arrives once the reader leaves it."""
    width = {"width": "auto", "max_width": "48em"}
    return widgets.Textarea(
        description=description,
        rows=6,
        continuous_update=False,
        layout=width | {"flex_flow": "column", "align_items": "stretch"},
        style={"description_width": "initial"},
    )


def tick_box(text):
    """A box to tick, with as many lines of text as it takes."""
    return widgets.Checkbox(description=text, indent=False, layout={"width": "auto"})


def running_loop():
    """The event loop of the cell that is running, or None outside of a notebook."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def on(loop, work):
    """Do the work on that loop, since a widget may call from any thread."""
    if loop is None or loop is running_loop():
        work()
    else:
        loop.call_soon_threadsafe(work)


def as_widget(thing):
    """A widget as it is, and a figure as HTML."""
    return thing if isinstance(thing, widgets.Widget) else widgets.HTML(thing._repr_html_())


def hide(*parts):
    """Take parts off the page."""
    for part in parts:
        part.layout.display = "none"


def show(*parts):
    """Put parts back on the page."""
    for part in parts:
        part.layout.display = None
