"""What the tests of the load test share: lessons and processes that never were."""

import nbformat
import pytest

from hub.load.learner import Lesson
from hub.load.processes import Used
from hub.load.run import figures


@pytest.fixture
def synthetic():
    """A function that makes a run of two learners, of three cells each, with round numbers."""

    def make(**changed):
        lessons = [
            Lesson("learner0", server=4.0, starting=1.0, opening=2.0, kernel=1.0,
                   cells=[3.0, 0.1, 0.2], working=9.0, received=1_000_000, pid=11),
            Lesson("learner1", server=6.0, starting=1.2, opening=2.2, kernel=2.0,
                   cells=[5.0, 0.3, 0.4], working=10.0, received=2_000_000, pid=12),
        ]  # fmt: skip
        memory = {
            "hub": Used(pss=90, uss=80, peak=100, processor=7),
            "proxy": Used(pss=50, uss=45, peak=60, processor=1),
            "servers": [Used(80, 70, 120, 3), Used(82, 72, 122, 4)],
            "kernels": [Used(150, 140, 210, 9), Used(160, 150, 230, 10)],
        }
        machine = {"date": "2026-11-26", "system": "Linux x86_64", "cores": 2, "gigabytes": 24,
                   "python": "3.12.1", "jupyterhub": "6.1.1", "jupyterlab": "4.6.6"}  # fmt: skip
        asked = {"learners": 2, "notebook": "05.ipynb", "think": 0.0, "limit": 120.0, "play": 0.0}
        return {
            "machine": machine,
            "asked": asked,
            "load": {"before": 0.1, "after": 2.2},
            "taken": {"all": 12.3, "tool_processor": 0.5},
            **figures(lessons, memory, hub_before=4),
            **changed,
        }

    return make


@pytest.fixture
def write_notebook(tmp_path):
    """A function that writes a notebook with these cells. Returns its path."""

    def write(code, text=()):
        cells = [*map(nbformat.v4.new_markdown_cell, text), *map(nbformat.v4.new_code_cell, code)]
        path = tmp_path / "course" / "book.ipynb"
        path.parent.mkdir()
        nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
        return str(path)

    return write
