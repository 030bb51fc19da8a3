"""What makes pictures quickly makes the same pictures as what takes its time."""

import io

import numpy as np
import pytest
from matplotlib.figure import Figure
from PIL import Image

from toynn_course import plots
from toynn_course.plots.raster import quick_png
from toynn_course.plots.shades import Shades, middles


@pytest.mark.parametrize("shape", [(1, 1, 3), (7, 5, 4), (390, 900, 4)])
def test_a_quick_png_has_the_pixels_that_it_was_made_of(shape):
    noise = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
    read = Image.open(io.BytesIO(quick_png(noise)))
    assert np.array_equal(np.asarray(read), noise[:, :, :3])


def square():
    """Axes that are all of a figure of 90 by 70 pixels."""
    figure = Figure(figsize=(0.9, 0.7), dpi=100)
    return figure.add_axes((0, 0, 1, 1), xlim=(-1, 1), ylim=(0, 2))


def pixels(ax):
    file = io.BytesIO()
    ax.set_axis_off()
    ax.figure.savefig(file, format="png", dpi=100)
    return np.asarray(Image.open(file).convert("RGB")).astype(int)


def test_shades_are_what_an_image_of_matplotlib_would_be():
    values = np.random.default_rng(0).normal(0, 1, (7, 9))
    ours, theirs = square(), square()
    ours.add_artist(Shades(-2, 1)).set_values(values)
    theirs.imshow(
        values, cmap=plots.DIVERGING, vmin=-2, vmax=1, origin="lower", extent=(-1, 1, 0, 2),
        interpolation="bilinear", aspect="auto",
    )  # fmt: skip
    inner = slice(6, -6)  # at the edges matplotlib mixes in what is outside
    apart = np.abs(pixels(ours) - pixels(theirs))[inner, inner]
    assert apart.max() <= 4  # of 255: the palette has 256 steps
    assert np.ptp(pixels(ours)) > 50


def test_the_middles_of_cells_lie_half_a_cell_inside():
    assert middles(-1, 1, 4).tolist() == [-0.75, -0.25, 0.25, 0.75]
