"""The command: what it says when it has written, and when it cannot."""

import pytest

from toynn_course.kit import __main__ as command


def test_it_says_what_is_there_and_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(command, "NEEDED", ("no_such_package",))
    text = command.main([str(tmp_path / "kit")])
    assert f"files are in {tmp_path / 'kit'}" in text
    assert 'pip install -e ".[slides]"' in text
    assert (tmp_path / "kit" / "index.html").exists()


def test_a_folder_without_notebooks_is_told_in_a_line(tmp_path, capsys):
    with pytest.raises(SystemExit):
        command.main([str(tmp_path / "kit"), "--notebooks", str(tmp_path)])
    assert "there are no notebooks in" in capsys.readouterr().err
