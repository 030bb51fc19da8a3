"""Each notebook, opened and run in JupyterLab as a reader does it."""

import pytest

from tests.browser.lab import NAMES, ROOT

pytestmark = pytest.mark.browser
NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("notebook", NOTEBOOKS, indirect=True)
def test_a_notebook_runs_from_top_to_bottom_and_everything_in_it_is_alive(notebook):
    assert notebook.errors() == notebook.stderr() == notebook.problems == []
    for number, area, outputs in notebook.outputs():
        assert notebook.dead(area, outputs) == [], f"cell {number}"
        assert all(area.evaluate(NAMES)), f"a picture without alt text in cell {number}"
