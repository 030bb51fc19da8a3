"""The harness itself: it must see what is broken, and move what can be moved."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

BROKEN = (
    "import warnings; warnings.warn('old')",
    "from IPython.display import HTML; HTML('<img src=\"data:,\">')",
    "import anywidget; anywidget.AnyWidget(_esm='export default { render() { oops() } }')",
    "1 / 0",
    "'never run'",
)

WIDGETS = """
from ipywidgets import *
rate, kind = IntSlider(description="Rate"), ToggleButtons(description="Kind", options="ab")
box, reset = Checkbox(description="Box"), Button(description="Reset")
shown = HTML()
def show(change=None):
    shown.value = f"rate {rate.value}, kind {kind.value}, box {box.value}"
def restart(button):
    rate.value = 0
def fail(button):
    raise ValueError("in a callback")
for control in (rate, kind, box):
    control.observe(show, "value")
reset.on_click(restart)
broken = Button(description="Broken")
broken.on_click(fail)
"""


def test_what_is_broken_in_a_notebook_is_seen(lab, write):
    lab.open(write(*BROKEN))
    lab.run_all()
    assert lab.errors() == ["ZeroDivisionError: division by zero"]
    assert "UserWarning: old" in lab.stderr()[0]
    assert lab.pictures() == [(1, "")]
    assert lab.dead_widgets(seconds=1) == ["cell 2: shows nothing"]
    assert any("oops" in problem for problem in lab.problems)


@pytest.fixture(scope="module")
def widgets(labs, write):
    """A page with a cell of widgets far down, and others that stand still or fail."""
    with labs.page() as lab:
        shown = "VBox([rate, kind, box, reset, shown])"
        lab.open(write(WIDGETS, *["# far down\n" * 30] * 3, shown, "HTML('still')", "broken"))
        lab.run_all()
        yield lab


def test_a_widget_is_driven_with_the_keyboard_alone(widgets):
    cell = widgets.cell("VBox([")
    shown = cell.locator(".widget-html-content")
    for label, key, expected in [
        ("Rate", "ArrowRight", "rate 1, kind a, box False"),
        ("Box", "Space", "rate 1, kind a, box True"),
        ("b", "Enter", "rate 1, kind b, box True"),
        ("Reset", "Enter", "rate 0, kind b, box True"),
    ]:
        with widgets.changes(shown):
            widgets.press(widgets.control(label, cell), key)
        expect(shown).to_have_text(expected)
    assert widgets.dead_widgets() == []
    assert widgets.problems == []


def test_a_picture_that_stays_the_same_is_seen(widgets):
    shown = widgets.cell(5).locator(".widget-html-content")
    with (
        pytest.raises(AssertionError, match="did not change"),
        widgets.changes(shown, seconds=0.2),
    ):
        widgets.press(shown, "ArrowRight")


def test_an_exception_in_a_callback_is_seen(widgets):
    cell = widgets.cell(6)
    assert widgets.errors() == []
    widgets.press(widgets.control("Broken", cell), "Enter")
    widgets.page.wait_for_function("said.length")
    assert widgets.errors() == ["ValueError: in a callback"]
