"""Projector mode: thicker lines and darker greys while it is on, and nothing while it is off."""

import pytest
from matplotlib.colors import to_hex

from toynn_course import plots, projector
from toynn_course.explorers import LearningRateDrawing
from toynn_course.plots.projection import PROJECTION, THICKER
from toynn_course.projector.page import PageLook


@pytest.fixture
def on():
    projector.on()
    yield
    projector.off()


def line():
    """A picture with one grey line and a grey word."""
    ax = plots.describe(plots.new_axes(), "A grey line.")
    (drawn,) = ax.plot([0, 1], [0, 1], color=plots.GREY, linewidth=2)
    word = ax.text(0.5, 0.5, "here", color=plots.TEXT[plots.GREY])
    return ax, drawn, word


def test_lines_are_thicker_and_greys_darker_while_it_is_on(on):
    ax, drawn, word = line()
    plots.picture(ax)._repr_html_()
    assert drawn.get_linewidth() == 2 * THICKER
    assert to_hex(drawn.get_color()) == to_hex(word.get_color()) == plots.INK


def test_showing_a_figure_twice_changes_it_once(on):
    ax, drawn, _ = line()
    assert plots.picture(ax)._repr_html_() == plots.picture(ax)._repr_html_()
    assert drawn.get_linewidth() == 2 * THICKER


def test_nothing_changes_while_it_is_off():
    ax, drawn, _ = line()
    plots.picture(ax)._repr_html_()
    assert not PROJECTION.on
    assert (drawn.get_linewidth(), drawn.get_color()) == (2, plots.GREY)


def test_an_explorer_that_is_opened_later_is_drawn_for_the_projector(on):
    usual = max(line.get_linewidth() for line in _lines(LearningRateDrawing()))
    projector.off()
    assert usual == THICKER * max(line.get_linewidth() for line in _lines(LearningRateDrawing()))


def _lines(drawing):
    return [line for axes in drawing.figure.axes for line in axes.lines]


def test_the_page_gets_a_style_sheet_with_larger_type_and_says_so():
    look = PageLook(projected=True, sentence="It is on.")
    assert "--jp-content-font-size1: 20px" in look.style_sheet
    assert "zoom: 1.35" in look.style_sheet
    assert repr(look) == "It is on."
