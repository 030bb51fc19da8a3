"""Each notebook, opened and run in JupyterLab as a reader does it."""

import nbformat
import pytest
from nbval.plugin import IPyNbFile, coalesce_streams

from tests.browser.lab import NAMES, ROOT

pytestmark = pytest.mark.browser
NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("notebook", NOTEBOOKS, indirect=True)
def test_a_notebook_runs_from_top_to_bottom_and_everything_in_it_is_alive(notebook):
    assert notebook.errors() == notebook.stderr() == notebook.problems == []
    for number, area, outputs in notebook.outputs():
        assert notebook.dead(area, outputs) == [], f"cell {number}"
        assert all(area.evaluate(NAMES)), f"a picture without alt text in cell {number}"


@pytest.mark.parametrize("notebook", NOTEBOOKS, indirect=True)
def test_a_notebook_shows_what_its_file_says(notebook, request):
    path = ROOT / "notebooks" / request.node.callspec.params["notebook"]
    file = IPyNbFile.from_parent(request.session, path=path)
    file.setup_sanitize_files()
    ran = [cell["outputs"] for cell in notebook.ran if cell["cell_type"] == "code"]
    for cell, outputs in zip(file.collect(), ran, strict=True):
        if cell.options["check"]:
            pair = map(coalesce_streams, (nbformat.from_dict(outputs), cell.cell.outputs))
            assert cell.compare_outputs(*pair), "\n".join(cell.comparison_traceback)
