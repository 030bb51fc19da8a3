"""Each notebook, opened and run in JupyterLab as a reader does it."""

import pytest

from tests.browser.lab import ROOT

pytestmark = pytest.mark.browser
NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_from_top_to_bottom_and_everything_in_it_is_alive(lab, name):
    lab.open(name)
    assert nameless(lab) == [], "before it is run"
    lab.run_all()
    assert lab.errors() == []
    assert lab.stderr() == []
    assert lab.dead_widgets() == []
    assert nameless(lab) == []
    assert lab.problems == []


def nameless(lab):
    """The numbers of the cells with a picture that has no alt text."""
    return [number for number, alt in lab.pictures() if not alt]
