"""CSV files: what is in them comes out, and every problem is reported with its line and column."""

import csv

import numpy as np
import pytest
from hypothesis import given, strategies

from toynn import csv_file
from toynn.datasets import read_csv


@pytest.fixture
def write(tmp_path):
    """A function that writes a CSV file and returns its path."""

    def write(text, encoding="utf-8"):
        path = tmp_path / "houses.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def test_a_csv_file_gives_its_other_columns_as_inputs(write):
    data = read_csv(write("area,price,rooms\n50,1.5,2\n80,2.5,3\n"), targets="price")
    assert data.X.tolist() == [[50, 2], [80, 3]]
    assert data.Y.tolist() == [[1.5], [2.5]]
    assert (data.name, data.inputs, data.classes) == ("houses", ("area", "rooms"), ())


def test_several_columns_can_be_targets_in_the_order_asked_for(write):
    data = read_csv(write("a,b,c\n1,2,3\n4,5,6\n"), targets=["c", "a"])
    assert data.X.tolist() == [[2], [5]]
    assert data.Y.tolist() == [[3, 1], [6, 4]]


def test_a_target_column_of_words_becomes_one_hot(write):
    data = read_csv(write("size,kind\n1,dog\n2,cat\n3,dog\n"), targets="kind")
    assert data.classes == ("cat", "dog")
    assert data.Y.tolist() == [[0, 1], [1, 0], [0, 1]]
    assert data.labels.tolist() == [1, 0, 1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_spaces_empty_lines_quotes_and_marks_of_other_programs_do_no_harm(write, end, encoding):
    text = 'á, "b,c" ,d\n\n 1 ,2,3\n\n"4",5,-6e-1\n'.replace("\n", end).replace(' "b,c" ', '"b,c"')
    data = read_csv(write(text, encoding), targets="d")
    assert data.inputs == ("á", "b,c")
    assert data.X.tolist() == [[1, 2], [4, 5]]
    assert data.Y.tolist() == [[3], [-0.6]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1,2\n,4\n", ["line 3", "'a' is missing", "leave the line out"]),
        ("a,b\n1,\n3,4\n", ["line 2", "'b' is missing", "leave the line out"]),
        ("a,b\n1,dog\n3,\n5,cat\n", ["line 3", "'b' is missing", "leave the line out"]),
        ("a,b\n1,2\nx,4\n", ["line 3", "'a' is 'x'", "expected a number", "leave the column out"]),
        ("a,b\n1,2\n3,x\n", ["line 3", "'b' is 'x'", "expected a number", "leave the column out"]),
        ("a,b\n1,2\nnan,4\n", ["line 3", "'a' is 'nan'", "expected a number"]),
        ("a,b\n1,2\ninf,4\n", ["line 3", "'a' is 'inf'", "expected a number"]),
        ("a,b\n\n1,2\n\nx,4\n", ["line 5", "'a' is 'x'"]),
        (
            "a,b\n1,2\n3\n",
            ["line 3", "number of values is 1", "2 columns", "write one value for each"],
        ),
        (
            "a,b\n1,2,3\n",
            ["line 2", "number of values is 3", "2 columns", "write one value for each"],
        ),
        ("a,b\n", ["no rows", "expected a line of column names"]),
        ("", ["no rows", "expected a line of column names"]),
        ("a;b\n1;2\n", ["single column, 'a;b'", "put commas between"]),
        ("b\n1\n", ["single column, 'b'", "expected some for inputs"]),
        ("a,c\n1,2\n", ["columns a, c", "targets=['b']", "choose some of them"]),
        ("a,b,a\n1,2,3\n", ["columns a, b, a", "name each column once"]),
        (f"a,b\n1,{'x' * 200_000}\n", ["cannot be read", "save it again as CSV UTF-8"]),
    ],
    ids=repr,
)
def test_a_csv_file_that_cannot_be_used_is_refused_with_the_line_and_the_column(write, text, said):
    path = write(text)
    with pytest.raises(ValueError, match=r"houses\.csv") as caught:
        read_csv(path, targets="b")
    assert [part for part in said if part not in str(caught.value)] == []


def test_a_csv_file_in_another_encoding_is_refused(write):
    with pytest.raises(ValueError, match=r"cannot be read .* in UTF-8 .* save it again"):
        read_csv(write("a,b\n1,é\n", encoding="latin-1"), targets="b")


@pytest.mark.parametrize("targets", [["a", "b"], [], [2], [["a"]]])
def test_a_csv_file_needs_some_columns_for_inputs_and_some_for_targets(write, targets):
    with pytest.raises(ValueError, match="choose some of them as targets and leave some as inputs"):
        read_csv(write("a,b\n1,2\n"), targets=targets)


def test_a_csv_file_that_is_not_there_is_said_to_be_missing(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_csv(tmp_path / "none.csv", targets="b")


words = strategies.text("abcä,;\"' \n-", min_size=1).filter(lambda word: word.strip() == word)
finite = strategies.floats(allow_nan=False, allow_infinity=False)


@given(strategies.lists(strategies.tuples(finite, finite, words), min_size=1))
def test_what_the_csv_module_writes_is_read_as_it_was(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("csv") / "points.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("x", "y", "kind"), *rows])
    X, Y, inputs, classes = csv_file.read(path, "kind")
    assert (inputs, classes) == (["x", "y"], sorted({word for _, _, word in rows}))
    assert X.tolist() == [[x, y] for x, y, _ in rows]
    assert [classes[place] for place in Y.argmax(axis=1)] == [word for _, _, word in rows]
    assert np.array_equal(Y.sum(axis=1), np.ones(len(rows)))
