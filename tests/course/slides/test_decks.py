"""The deck of a notebook: it needs no server, loses nothing, and tells no answer too early."""

import html
import json
import re

import nbformat
import pytest

from toynn_course.exercises import PREDICTIONS
from toynn_course.slides import asked
from toynn_course.slides.decks import NOTEBOOKS, deck_page, live_notebook
from toynn_course.slides.formulas import with_mathml

pytest.importorskip("sphinx_revealjs")
PATH = NOTEBOOKS / "06_backpropagation_by_hand.ipynb"


@pytest.fixture(scope="module")
def notebook():
    return nbformat.read(PATH, as_version=4)


@pytest.fixture(scope="module")
def page(notebook):
    return deck_page(notebook)


@pytest.fixture(scope="module")
def slides(page):
    """What stands between the head and the programs of the page."""
    return page.partition("<body>")[2].partition("<script>")[0]


@pytest.fixture(scope="module")
def live(notebook):
    return nbformat.from_dict(live_notebook(notebook))


def test_the_page_loads_nothing_from_anywhere(page):
    assert '<html lang="en">' in page
    head_and_slides = page.partition("<script>")[0]
    assert re.findall(r"<(?:script|link|iframe)[^>]*(?:src|href)=", head_and_slides) == []
    assert not re.search(r"@import|url\((?!data:)", head_and_slides)
    assert re.findall(r"<script[^>]+>", page) == []
    assert set(re.findall(r'<img[^>]*src="(\w+:)', page)) == {"data:"}


def test_every_section_is_closed(slides):
    assert slides.count("<section") == slides.count("</section>") > 60
    assert slides.count("<aside") == slides.count("</aside>") > 10


def test_every_picture_of_the_notebook_is_there_with_its_words(slides, notebook):
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    pictures = [output.get("data", {}).get("text/html", "") for output in outputs]
    alts = re.findall(r'<img alt="([^"]+)"', "".join(pictures))
    assert len(alts) > 3
    assert set(alts) <= set(re.findall(r'<img alt="([^"]+)"', slides))


def test_every_prediction_is_asked_and_its_reasons_are_only_in_the_notes(slides):
    shown = re.sub(r"<aside.*?</aside>", "", slides, flags=re.DOTALL)
    for name, question in PREDICTIONS.items():
        if name.startswith("06."):
            for option in question.options:
                assert html.escape(option.text) in shown
                words = html.escape(option.why.partition("`")[0], quote=False)
                assert words in slides
                assert len(words) < 9 or words not in shown


def test_no_formula_is_left_as_latex(slides):
    text = re.sub(r"<(pre|code).*?</\1>", "", slides, flags=re.DOTALL)
    assert not re.search(r"\$\$?[^$<]+\$|\\(?:frac|partial|delta|text)", text)
    assert text.count("<math") > 30


def test_code_and_formulas_are_told_apart():
    found = with_mathml("Costs `$5` and $x_1$, but\n```\n$y$\n```")
    assert "`$5`" in found
    assert "$y$" in found
    assert "<msub><mi>x</mi><mn>1</mn></msub>" in found


def test_aligned_equations_are_a_table():
    assert with_mathml(r"$$\begin{aligned} a &= b \\ c &= d \end{aligned}$$").count("<mtr>") == 2


def test_the_live_notebook_is_valid_and_says_of_each_cell_where_it_stands(live):
    nbformat.validate(live)
    kinds = {cell.metadata.get("slideshow", {}).get("slide_type") for cell in live.cells}
    assert kinds == {"slide", "notes", "skip", None}
    assert live.cells[0].source == "from toynn_course import projector; projector.on()"


def test_the_live_notebook_has_all_the_code_of_the_notebook_in_its_order(live, notebook):
    def sources(book):
        return [cell.source for cell in book.cells if cell.cell_type == "code"]

    assert sources(live)[1:] == sources(notebook)


def test_the_live_notebook_has_all_the_words_of_the_notebook(live, notebook):
    def words(book):
        return {
            w for cell in book.cells if cell.cell_type == "markdown" for w in cell.source.split()
        }

    assert words(notebook) <= words(live)


def test_the_live_notebook_holds_no_dead_controls(live):
    assert "widget-view" not in json.dumps(live)


def test_the_picture_of_an_explorer_has_its_words():
    shown = asked.picture_in('predict("05.slow", then=lambda: LearningRateExplorer(rate=0.05))')
    assert re.match(r'<img alt="At the start, w = 10, the cost is 100', shown)


def test_what_needs_other_cells_shows_no_picture():
    assert asked.picture_in("TrainingViewer(runs)") == ""
    assert asked.picture_in("plots.show(figure)") == ""


def test_no_code_of_a_cell_runs_while_its_picture_is_made(capsys):
    assert asked.picture_in('LearningRateExplorer(rate=print("run"))') == ""
    assert capsys.readouterr().out == ""
