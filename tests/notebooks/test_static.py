"""The notebooks as they stand in the repository, read and not run."""

import json
import re
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = sorted(Path(__file__).parents[2].glob("notebooks/*.ipynb"))
KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
METADATA = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
CELL_METADATA = {"tags", "slideshow"}
STORE = "store it with: python -m tests.notebooks.store"


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.name)
def path(request):
    return request.param


@pytest.fixture
def book(path):
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def cells(book):
    return book["cells"]


@pytest.fixture
def code(cells):
    return [cell for cell in cells if cell["cell_type"] == "code" and "".join(cell["source"])]


@pytest.fixture
def prose(cells):
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]


@pytest.fixture
def outputs(code):
    return [output for cell in code for output in cell["outputs"]]


@pytest.fixture
def html(outputs):
    return ["".join(output.get("data", {}).get("text/html", "")) for output in outputs]


def test_it_is_a_valid_notebook(book):
    nbformat.validate(book)


def test_it_was_run_once_from_top_to_bottom(code):
    assert [cell["execution_count"] for cell in code] == [*range(1, len(code) + 1)], STORE


def test_no_error_and_no_warning_is_stored(outputs):
    kinds = {output.get("name", output["output_type"]) for output in outputs}
    assert not kinds & {"error", "stderr"}


def test_it_is_smaller_than_500_kilobytes(path):
    assert path.stat().st_size < 500_000


def test_its_metadata_says_python_3_and_nothing_of_a_machine_or_a_moment(book, cells):
    assert book["metadata"] == METADATA, STORE
    assert {key for cell in cells for key in cell["metadata"]} <= CELL_METADATA, STORE


def test_it_has_one_title_at_its_top_and_leaves_out_no_level_of_heading(prose):
    text = re.sub(r"^```.*?^```", "", "\n".join(prose), flags=re.DOTALL | re.MULTILINE)
    levels = [len(mark) for mark in re.findall(r"^(#{1,6}) ", text, flags=re.MULTILINE)]
    assert prose[0].startswith("# ")
    assert levels.count(1) == 1
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))


def test_no_code_cell_has_more_than_25_lines(code):
    assert [cell for cell in code if "".join(cell["source"]).count("\n") >= 25] == []


def test_every_picture_says_what_it_shows(prose, outputs, html):
    assert [text for text in prose if "![](" in text] == []
    pictures = re.findall(r"<img\b[^>]*>", "\n".join([*prose, *html]))
    named = re.compile(r"""\balt=(["'])(?!\1|Image\1).+?\1""", flags=re.DOTALL)
    assert [picture for picture in pictures if not named.search(picture)] == []
    kinds = {kind for output in outputs for kind in output.get("data", ())}
    assert not kinds & {"image/png", "image/jpeg"}, "JupyterLab shows these without alt text"


def test_nothing_in_it_points_to_a_place_on_somebodys_machine(cells):
    texts = re.sub(r"data:image/[a-z+]+;base64,[^\"'\\]+", "", json.dumps(cells))
    assert re.findall(r"(?:/home|/root|/Users|/tmp|/work|[A-Z]:\\\\)/?[\w.-]+", texts) == []


@pytest.mark.parametrize("habit", ["pip install", "sys.path", "filterwarnings", "np.random.seed"])
def test_no_cell_changes_the_readers_system(code, habit):
    assert [cell for cell in code if habit in "".join(cell["source"])] == []
