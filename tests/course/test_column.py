"""What a cell shows of ours tells Google Colab who draws it, and tells nobody else anything."""

import importlib
import pkgutil
import sys
from types import SimpleNamespace

import ipywidgets as widgets
import pytest

import toynn_course
from toynn import Network, datasets
from toynn_course.exercises import explain, predict, quiz
from toynn_course.exercises.challenge_cards import ChallengeCards
from toynn_course.explorers import DigitPad, RoundTrip
from toynn_course.jupyter import Column
from toynn_course.playground import Playground
from toynn_course.projector.page import PageLook

VIEW = "application/vnd.jupyter.widget-view+json"
MANAGER = "https://example.org/manager.min.js"

SHOWN = {
    "explorer": RoundTrip,
    "playground": Playground,
    "cards": lambda: ChallengeCards(Playground()),
    "pad": lambda: DigitPad(Network.random((64, 10), rng=0), datasets.digits()[:3]),
    "prediction": lambda: predict("02.bias"),
    "quiz": lambda: quiz("00.quiz"),
    "explanation": lambda: explain("05.why_small_steps"),
    "projector": lambda: PageLook(projected=False, sentence="It is off."),
}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Answers are kept in the folder that a notebook runs in."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def colab(monkeypatch):
    """The module by which anywidget knows Google Colab, as far as it asks it."""
    output = SimpleNamespace(
        enable_custom_widget_manager=lambda: None, _widgets=SimpleNamespace(_installed_url=MANAGER)
    )
    monkeypatch.setitem(sys.modules, "google.colab.output", output)


@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN)
def test_colab_hears_who_draws_what_a_cell_shows(colab, show):
    shown = show()
    data, metadata = shown._repr_mimebundle_()
    assert data[VIEW]["model_id"] == shown.model_id
    assert metadata == {VIEW: {"colab": {"custom_widget_manager": {"url": MANAGER}}}}


@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN)
def test_elsewhere_a_cell_shows_what_ipywidgets_would_show(show):
    shown = show()
    data, metadata = shown._repr_mimebundle_()
    usual = widgets.DOMWidget._repr_mimebundle_(shown)
    usual[VIEW]["version_minor"] = 1  # a later minor version of the protocol, which anywidget names
    assert (data, metadata) == (usual, {})


def test_every_box_of_ours_is_such_a_column():
    for module in pkgutil.walk_packages(toynn_course.__path__, "toynn_course."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    kinds = widgets.Box, widgets.VBox, widgets.HBox
    boxes = [box for kind in kinds for box in kind.__subclasses__()]
    assert [box for box in boxes if box.__module__.startswith("toynn_course")] == [Column]
