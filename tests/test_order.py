"""Which tests a command runs, and what one process gets of them."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import order
from tests.order import SITE, group, is_left_out, run_twice

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("asked", [[], ["tests", "toynn", "notebooks"], ["tests/test_readme.py"]])
def test_the_sites_tests_are_left_out_where_nobody_names_them(asked):
    assert is_left_out(SITE, asked, ROOT)


@pytest.mark.parametrize(
    "asked", ["tests/site", "tests/site/test_use.py::test_a_slider_moves_its_picture"]
)
def test_they_run_where_they_are_named(asked):
    assert not is_left_out(SITE, [asked], ROOT)
    assert not is_left_out(SITE, [f"../{asked}"], ROOT / "notebooks")


def test_no_other_folder_is_left_out():
    for folder in ROOT.glob("tests/*/"):
        assert folder == SITE or not is_left_out(folder, [], ROOT)


def test_notebooks_of_the_site_are_shared_one_by_one_and_what_shares_a_page_stays_together():
    def together(path):
        return group(f"{path}::test_a") == group(f"{path}::test_b")

    assert not together("tests/site/test_notebooks.py")
    assert together("tests/site/test_book.py")
    assert together("tests/site/test_use.py")
    assert group("tests/browser/test_lab.py::test_a") == group("tests/browser/test_kit.py::test_b")


CELL = SimpleNamespace(path=ROOT / "notebooks" / "02_one_neuron.ipynb")
OTHER = SimpleNamespace(path=ROOT / "notebooks" / "03_from_neuron_to_network.ipynb")
IN_BROWSER = SimpleNamespace(
    path=ROOT / "tests" / "browser" / "test_each_notebook.py",
    callspec=SimpleNamespace(params={"notebook": "02_one_neuron.ipynb"}),
)


@pytest.mark.parametrize(
    ("chromium", "items", "twice"),
    [
        ("chromium", [CELL, OTHER, IN_BROWSER], [CELL]),
        ("chromium", [CELL, OTHER], []),
        (None, [CELL, OTHER, IN_BROWSER], []),
    ],
)
def test_a_notebook_runs_outside_the_browser_only_where_it_does_not_run_inside(
    chromium, items, twice, monkeypatch
):
    monkeypatch.setattr(order, "find_chromium", lambda: chromium)
    assert run_twice(items) == twice
