"""What holds the figures of the notebooks: it must fail when a reader would see a wrong one."""

import nbformat
import pytest

from tests.notebooks import prose
from tests.notebooks.prose import Claim, check, figures, unclaimed, written


@pytest.fixture
def book(tmp_path, monkeypatch):
    """Writes a notebook with cells of text after a cell of code that prints 0.25 and 0.887."""
    monkeypatch.setattr(prose, "FOLDER", tmp_path)
    prose.cells.cache_clear()

    def write(**texts):
        output = nbformat.v4.new_output("stream", text="0.25 and 0.887\n")
        code = nbformat.v4.new_code_cell("steepest = 3.5", id="code", outputs=[output])
        cells = [nbformat.v4.new_markdown_cell(text, id=name) for name, text in texts.items()]
        nbformat.write(nbformat.v4.new_notebook(cells=[code, *cells]), tmp_path / "book.ipynb")
        return "book.ipynb"

    yield write
    prose.cells.cache_clear()


@pytest.mark.parametrize(
    ("words", "figure", "value"),
    [
        ("The slope is 0.25.", "0.25", 0.2501),
        ("It is $-0.5$, so", "-0.5", -0.5),
        ("It is −0.5, so", "-0.5", -0.5),
        ("a change of +0.0077", "+0.0077", 0.00771),
        ("There are 1,797 images", "1,797", 1797),
        ("There are 1797 images", "1797", 1797),
        ("97% are right", "97%", 0.972),
        (r"$97\%$ are right", "97%", 0.972),
        ("Five steps lead there", "five", 5),
        ("In the fourth epoch", "fourth", 4),
        ("half of it is lost", "half", 0.51),
        ("a 2-5-2 network", "5", 5),
        ("from 0 to 0.00", "0.00", -0.001),
    ],
)
def test_a_figure_holds_as_it_is_written(book, words, figure, value):
    check(Claim("here", figure, lambda: value), book(here=words))


@pytest.mark.parametrize("figure", ["0.25", "1,797", "97%", "five", "-0.5"])
def test_a_claim_fails_when_its_cell_no_longer_has_the_figure(book, figure):
    notebook = book(here="The figure has gone.", there=f"It is {figure} here.")
    with pytest.raises(AssertionError, match="here does not hold"):
        check(Claim("here", figure), notebook)


@pytest.mark.parametrize(
    ("figure", "longer"),
    [
        ("0.25", "10.25"),
        ("0.25", "0.251"),
        ("0.25", "-0.25"),
        ("435", "1435"),
        ("435", "435.5"),
        ("797", "1,797"),
        ("97", "97%"),
        ("97", "97th"),
        ("5", "w5"),
        ("five", "fives"),
        ("0.5", "half"),
    ],
)
def test_a_part_of_a_longer_figure_is_another_figure(book, figure, longer):
    with pytest.raises(AssertionError, match="here does not hold"):
        check(Claim("here", figure), book(here=f"It is {longer} here."))


def test_a_figure_that_is_claimed_twice_has_to_be_there_twice(book):
    check(Claim("here", "8 8"), book(here="8 weights, then 8 more"))
    with pytest.raises(AssertionError, match="here does not hold"):
        check(Claim("here", "8 8 8"), "book.ipynb")


def test_figures_of_a_row_or_a_sum_have_to_follow_each_other(book):
    table = "| hidden | 10 | 5 | 15 |\n| output | 10 | 2 | 12 |\n\nOne of $2 \\cdot 10 = 20$."
    notebook = book(here=table)
    check(Claim("here", "10 | 2 | 12"), notebook)
    check(Claim("here", "2 · 10 = 20"), notebook)
    for row in ("10 | 2 | 15", "10 | 12", "2 · 10 = 21"):
        with pytest.raises(AssertionError, match="here does not hold"):
            check(Claim("here", row), notebook)


@pytest.mark.parametrize(
    ("figure", "value"),
    [("0.25", 0.26), ("-0.5", 0.5), ("1,797", 1798), ("97%", 0.96), ("five", 6), ("half", 0.6)],
)
def test_a_claim_fails_when_something_else_comes_out(book, figure, value):
    with pytest.raises(AssertionError, match="comes out"):
        check(Claim("here", figure, lambda: value), book(here=f"It is {figure} here."))


def test_a_claim_fails_when_one_of_its_values_moves_or_is_missing(book):
    notebook = book(here="from 3 to 0.25")
    check(Claim("here", "3 0.25", lambda: (3, 0.25)), notebook)
    with pytest.raises(AssertionError, match="comes out"):
        check(Claim("here", "3 0.25", lambda: (4, 0.25)), notebook)
    with pytest.raises(ValueError, match="longer"):
        check(Claim("here", "3 0.25", lambda: (3,)), notebook)


def test_a_share_that_a_cell_prints_is_a_percentage_of_the_text(book):
    notebook = book(here="88.7% or 25%", there="88.6% or 25%")
    check(Claim("here", "88.7% 25%", "code"), notebook)
    with pytest.raises(AssertionError, match="code does not have"):
        check(Claim("there", "88.6% 25%", "code"), notebook)


def test_the_words_of_a_prediction_and_of_an_exercise_are_places_as_well(book):
    check(Claim("04.two", "0.9 0.8"), book())
    with pytest.raises(AssertionError, match=r"04\.slow does not hold"):
        check(Claim("04.slow", "233"), book())
    with pytest.raises(KeyError, match=r"04\.nothing"):
        check(Claim("04.nothing", "233"), book())


def test_a_cell_that_is_not_there_and_one_that_is_there_twice_fail(book):
    notebook = book(here="It is 0.25.", there="It is 0.25.")
    with pytest.raises(AssertionError, match="0 cells with the id 'elsewhere'"):
        check(Claim("elsewhere", "0.25"), notebook)
    path = prose.FOLDER / notebook
    path.write_text(path.read_text(encoding="utf-8").replace('"there"', '"here"'), encoding="utf-8")
    prose.cells.cache_clear()
    with pytest.raises(AssertionError, match="2 cells with the id 'here'"):
        check(Claim("here", "0.25"), notebook)


@pytest.mark.parametrize("words", ["It is 0.25.", "With 3.5, it is (0.25).", "Six of 12 are 3."])
def test_figures_of_the_code_and_the_outputs_above_need_no_claim(book, words):
    assert unclaimed(book(here=words), []) == []


@pytest.mark.parametrize("figure", ["0.125", "1,030,301", "435", "-710", "10.25", "0.2", "98.05%"])
def test_any_other_figure_does(book, figure):
    notebook = book(here=f"At the end it is {figure}, as you see.", there=f"Again: {figure}.")
    assert unclaimed(notebook, []) == [f"here: {figure}", f"there: {figure}"]
    assert unclaimed(notebook, [Claim("there", figure)]) == [f"here: {figure}"]
    assert unclaimed(notebook, [Claim("here", figure)]) == []


def test_the_parts_of_the_text_that_are_figures():
    text = r"At $w = 10$ two of 1,797 (0.5%) lie at −1.5; the 2-5-2 net has 27, h1 has $x_1$."
    assert figures(text) == ["10", "two", "1,797", "0.5%", "-1.5", "2", "5", "2", "27"]


def test_a_value_is_written_like_the_figure():
    assert written(1234.5678, "1,000.0") == "1,234.6"
    assert written(0.00431, "0.43%") == "0.43%"
    assert written(3, "two") == "3"
