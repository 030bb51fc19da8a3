"""What a site is made of, and what is kept of it from one build to the next."""

import json
from pathlib import Path

import pytest

from toynn_course.site import __main__ as command
from toynn_course.site import performance, project
from toynn_course.site.project import fingerprint, notebooks

FIRST = notebooks()[0]


def test_another_picture_of_the_playground_is_another_fingerprint(tmp_path, monkeypatch):
    monkeypatch.setattr(project, "SHOT", tmp_path / "shot.png")
    found = set()
    for picture in (b"old", b"new"):
        project.SHOT.write_bytes(picture)
        found.add(fingerprint(FIRST.path))
    assert len(found) == 2


def test_a_folder_without_notebooks_is_refused_in_a_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command, "NEEDED", ())
    with pytest.raises(SystemExit):
        command.main([str(tmp_path / "public"), "--notebooks", str(tmp_path)])
    assert f"there are no notebooks in {tmp_path}; say where" in capsys.readouterr().err


def test_a_build_that_is_stopped_while_it_writes_leaves_nothing_to_trip_over(tmp_path, monkeypatch):
    monkeypatch.setattr(performance, "_performed", lambda _: [])
    monkeypatch.setattr(performance, "_exchange", lambda *_: None)

    def stopped(path, text, **_):
        path.write_bytes(text[:100].encode())
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", stopped)
        with pytest.raises(KeyboardInterrupt):
            performance.with_stills(FIRST, cache=tmp_path)
    assert performance.with_stills(FIRST, cache=tmp_path) == FIRST.content
    (kept,) = tmp_path.glob("*.json")
    assert json.loads(kept.read_text(encoding="utf-8")) == FIRST.content
