"""What holds the numbers of the notebooks' text: it must notice one that nobody has checked."""

import nbformat
import pytest

from tests.notebooks import prose


@pytest.fixture
def book(tmp_path, monkeypatch):
    """A notebook with one cell of text after one of code that prints 0.25."""
    monkeypatch.setattr(prose, "FOLDER", tmp_path)

    def write(words, code="steepest = 3.5"):
        cell = nbformat.v4.new_code_cell(code, outputs=[nbformat.v4.new_output("stream")])
        cell.outputs[0].text = "0.25\n"
        made = nbformat.v4.new_notebook(cells=[cell, nbformat.v4.new_markdown_cell(words)])
        nbformat.write(made, tmp_path / "book.ipynb")
        return "book.ipynb"

    return write


@pytest.mark.parametrize("words", ["It is 0.25.", "With 3.5, it is (0.25).", "Six of 12 are 3."])
def test_numbers_of_the_code_and_the_outputs_above_are_known(book, words):
    assert prose.unchecked(book(words), []) == []


@pytest.mark.parametrize("number", ["0.125", "1,030,301", "435", "10.25", "0.2"])
def test_any_other_number_is_found(book, number):
    name = book(f"At the end it is {number}, as you see.")
    assert len(prose.unchecked(name, [])) == 1
    assert prose.unchecked(name, [("it is %s", lambda: number)]) == []
    assert prose.unchecked(name, [], given=number) == []


def test_words_are_found_across_lines_and_in_quotations(book):
    name = book("> The slope\n> is never\n> above 0.25.")
    assert prose.said("is never above %.2f", 0.25) in prose.text(name)
