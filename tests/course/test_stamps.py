"""Stamps: words that are put together from glyphs look like those that matplotlib draws."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from toynn_course.plots.stamps import FONT, Stamps, word


def ink(text, stamped, dpi=100):
    """Where the ink of a word lies that is centred in a picture of 200 by 60 points."""
    figure = Figure(figsize=(2, 0.6), dpi=dpi)
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set(xlim=(0, 1), ylim=(0, 1))
    ax.axis("off")
    if stamped:
        ax.add_artist(Stamps()).set_words([(0.5, 0.5, text)])
    else:
        ax.text(0.5, 0.5, text, fontproperties=FONT, ha="center", va="center")
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    rows, columns = np.nonzero(np.asarray(canvas.buffer_rgba())[..., 0] < 128)
    return columns.min(), columns.max(), rows.min(), rows.max()


@pytest.mark.parametrize("dpi", [100, 200])
@pytest.mark.parametrize("text", ["1", "−0.07", "≈ 1", "5.9", "> 999", "−37"])
def test_a_word_lies_where_matplotlib_would_put_it(text, dpi):
    apart = np.subtract(ink(text, True, dpi), ink(text, False, dpi))
    assert np.abs(apart).max() <= 3 * dpi / 100


def test_a_word_is_as_wide_as_its_characters():
    assert word("0.07", 100).shape[1] == sum(word(each, 100).shape[1] for each in "0.07")
    assert word("11", 100).shape[1] == 2 * word("1", 100).shape[1]


def test_there_may_be_no_words():
    figure = Figure()
    figure.add_axes((0, 0, 1, 1)).add_artist(Stamps()).set_words([])
    FigureCanvasAgg(figure).draw()
