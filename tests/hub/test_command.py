"""The command of the load test: what it takes, what it refuses, and what it says."""

import json

import pytest

from hub.load import __main__ as command
from hub.load.client import Client, on_this_machine
from hub.load.run import MOST_LEARNERS, Asked

BOOK = "notebooks/05_gradient_descent.ipynb"


@pytest.fixture(autouse=True)
def in_the_folder_of_toynn(monkeypatch, pytestconfig):
    monkeypatch.chdir(pytestconfig.rootpath)


def test_a_number_is_enough_and_means_notebook_05_without_pauses():
    asked, file = command.parse(["6"])
    assert asked == Asked(learners=6, notebook=BOOK, think=0, limit=120, play=0)
    assert file is None


def test_all_that_can_be_asked_for_is_understood(tmp_path):
    words = ["2", "--notebook", "notebooks/09_playground.ipynb", "--think", "1.5", "--limit", "30"]
    asked, file = command.parse([*words, "--play", "10", "--json", str(tmp_path / "run.json")])
    assert asked == Asked(2, "notebooks/09_playground.ipynb", think=1.5, limit=30, play=10)
    assert file == tmp_path / "run.json"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["0"], "the number of learners is 0, expected 1 to 30"),
        ([str(MOST_LEARNERS + 1)], "the number of learners is 31, expected 1 to 30"),
        (["3000"], "the number of learners is 3000, expected 1 to 30"),
        (["1", "--think", "-1"], "the pause between cells is -1, expected 0 to 120"),
        (["1", "--think", "nan"], "the pause between cells is nan, expected 0 to 120"),
        (["1", "--limit", "0"], "the limit of a cell is 0, expected 0.1 to 600"),
        (["1", "--limit", "1e9"], "the limit of a cell is 1e+09, expected 0.1 to 600"),
        (["1", "--play", "301"], "the time to play is 301, expected 0 to 300"),
        (["1", "--notebook", "notebooks/none.ipynb"], "there is no notebook notebooks/none.ipynb"),
        ([], "learners"),
        (["six"], "invalid int value"),
        (["1", "--hub", "https://hub.example.org"], "unrecognized arguments: --hub"),
    ],
)
def test_what_is_out_of_bounds_is_refused_in_a_sentence(words, complaint, capsys):
    with pytest.raises(SystemExit) as stopped:
        command.parse(words)
    assert stopped.value.code == 2
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize(
    "url",
    [
        "https://hub.example.org",
        "http://127.0.0.1.example.org:8000",
        "http://127.0.0.2:8000",
        "http://0.0.0.0:8000",
        "http://127.0.0.1@example.org/",
        "127.0.0.1:8000",
    ],
)
def test_a_hub_on_another_machine_is_refused_before_anything_is_sent(url):
    with pytest.raises(ValueError, match=r"expected 127\.0\.0\.1"):
        Client(url, "token")


def test_a_hub_on_this_machine_is_taken():
    assert on_this_machine("http://127.0.0.1:8000") == "http://127.0.0.1:8000"


def test_without_jupyterhub_it_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr(command, "missing", lambda: "JupyterHub is not installed")
    monkeypatch.setattr("sys.argv", ["hub.load", "1"])
    assert command.main() == 2
    assert capsys.readouterr().err == "JupyterHub is not installed\n"


@pytest.mark.parametrize(("errors", "code"), [([], 0), (["learner0, code cell 3: no answer"], 1)])
def test_an_error_of_a_learner_is_a_failure_of_the_command(
    errors, code, synthetic, monkeypatch, capsys, tmp_path
):
    run = synthetic(errors=errors)
    monkeypatch.setattr(command, "missing", lambda: "")
    monkeypatch.setattr(command, "measure", lambda asked: run)
    monkeypatch.setattr("sys.argv", ["hub.load", "2", "--json", str(tmp_path / "run.json")])
    assert command.main() == code
    assert json.loads((tmp_path / "run.json").read_text()) == command.rounded(run)
    printed = capsys.readouterr().out.splitlines()
    assert printed[-1] == (f"  {errors[0]}" if errors else "no error")


def test_numbers_are_written_with_three_digits():
    found = command.rounded({"a": 0.123456, "b": {"c": 2, "d": [], "e": "1.23456"}})
    assert found == {"a": 0.123, "b": {"c": 2, "d": [], "e": "1.23456"}}
