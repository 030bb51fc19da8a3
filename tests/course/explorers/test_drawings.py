"""Each drawing is a static figure, too: the same pixels and words as in its explorer."""

import io
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from toynn import Network, tanh, train
from toynn.datasets import circle
from toynn_course import explorers, plots
from toynn_course.explorers.saturated import VERY
from toynn_course.explorers.walk import Place
from toynn_course.jupyter import Explorer


def runs():
    start, data = Network.random((2, 4, 1), activation=tanh, rng=7), circle(60, rng=0)
    return {"circle": (data, list(train(start, data, epochs=9, learning_rate=0.1)))}


RUNS = runs()
CASES = {
    "RoundTrip": ("RoundTripDrawing", {"z": 2.0}),
    "ActivationExplorer": ("ActivationDrawing", {"activation": "tanh", "w": -2.0, "b": 1.5}),
    "GateExplorer": (
        "GateDrawing",
        {"gate": "XOR", "w1": 2.0, "w2": -1.0, "b": -0.5, "best": (2, 0.0, 0.0, 0.0)},
    ),
    "NetworkBuilder": ("NetworkDrawing", {"layers": 2, "nodes": 3, "seed": 4, "computed": 5}),
    "FitByHand": (
        "FitDrawing",
        {"w": 0.5, "outlier": True, "tries": ((1.0, 2.0), (0.3, -1.0)), "revealed": True},
    ),
    "SaturatedNeuron": ("SaturatedDrawing", {"start": VERY, "cost": "cross-entropy", "epoch": 40}),
    "LearningRateExplorer": (
        "LearningRateDrawing",
        {"curve": "double well", "start": 9.0, "rate": 0.9, "steps": 12},
    ),
    "BowlExplorer": (
        "BowlDrawing",
        {"condition": 20, "momentum": 0.6, "rate": 0.04, "steps": 11},
    ),
    "NoisyBowlExplorer": (
        "NoisyBowlDrawing",
        {"batch": 1, "momentum": 0.5, "rate": 0.03, "steps": 20},
    ),
    "SaddleExplorer": ("SaddleDrawing", {"start": (-1.2, 0.7), "rate": 0.3, "steps": 3}),
    "DepthExplorer": (
        "DepthDrawing",
        {"depth": 17, "width": 40, "activation": "relu", "weights": "He", "seed": 3},
    ),
    "Stepper": (
        "StepperDrawing",
        {"network": "2-2-2", "position": 7, "nudge": Place(1, 0, 0), "size": 0.01},
    ),
    "TrainingViewer": ("TrainingDrawing", {"data": "circle", "epoch": 6}),
}
"""For each explorer its drawing, and values that are not those at first."""
TRAINING = {"Dashboard", "DashboardDrawing", "Run", "Setting", "Writer", "WriterDrawing"}
"""Held to each other below, and in test_writer.py."""


def made(name):
    """An explorer or a drawing by its name."""
    needs = (RUNS,) if name.startswith("Training") else ()
    return getattr(explorers, name)(*needs)


def moved(name, values):
    """An explorer whose controls have been moved to these values, one after the other."""
    explorer = made(name)
    for control, value in values.items():
        explorer.controls[control].value = value
    assert explorer.picture.trouble == ""
    return explorer


def pixels(png):
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def saved(figure):
    """A figure as matplotlib saves it, drawn from nothing."""
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=figure.dpi)
    return pixels(file.getvalue())


@pytest.mark.parametrize(("name", "drawing", "values"), [(n, *case) for n, case in CASES.items()])
def test_the_static_figure_is_pixel_for_pixel_what_the_explorer_shows(name, drawing, values):
    explorer, figure = moved(name, values), made(drawing).static(**values)
    assert np.array_equal(saved(figure), pixels(explorer.picture.value))
    assert plots.alt(figure) == explorer.picture.alt


@pytest.mark.parametrize(("name", "drawing", "values"), [(n, *case) for n, case in CASES.items()])
def test_the_values_make_a_difference(name, drawing, values):
    first = {"data": "circle"} if name == "TrainingViewer" else {}
    assert not np.array_equal(
        saved(made(drawing).static(**values)), saved(made(drawing).static(**first))
    )


def test_the_static_figure_of_a_run_is_what_the_dashboard_shows():
    run = explorers.Run(explorers.Setting())
    dashboard, figure = explorers.Dashboard(), explorers.DashboardDrawing().static(run=run)
    assert np.array_equal(saved(figure), pixels(dashboard.picture.value))
    assert plots.alt(figure) == dashboard.picture.alt


def test_saving_a_figure_leaves_its_explorer_as_it_was():
    explorer = moved("GateExplorer", {"w1": 1.0})
    before = explorer.picture.value
    plots.png(explorer.drawing.figure)  # of another density
    explorer.controls["w1"].value = 2.0
    explorer.controls["w1"].value = 1.0
    assert explorer.picture.value == before


def test_every_explorer_and_every_drawing_is_held_to_this():
    drawings = {drawing for drawing, _ in CASES.values()}
    named = set(explorers.__all__) - TRAINING
    assert {name for name in named if name.endswith("Drawing")} == drawings
    others = named - drawings - {"environment", "stepper_figure", "DigitPad"}
    assert set(CASES) == others
    assert all(isinstance(made(name), Explorer) for name in CASES)


def test_drawings_are_imported_and_drawn_without_widgets():
    program = """
import sys
for name in ("ipywidgets", "anywidget", "traitlets"):
    sys.modules[name] = None  # an import of it fails
from toynn_course import explorers, plots
plots.show(explorers.BowlDrawing().static(condition=10, steps=3))
for name in explorers.__all__:
    if name.endswith("Drawing") and name[:-7] not in ("Training", "Dashboard", "Writer"):
        plots.alt(getattr(explorers, name)().static())
run = explorers.Run(explorers.Setting())
plots.alt(explorers.DashboardDrawing().static(run=run))
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert "After 3 steps, at (3.645, 0)" in run.stdout  # 5 times 0.9 three times
