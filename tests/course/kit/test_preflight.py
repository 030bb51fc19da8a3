"""The script that checks a computer: one line each, with what to do, on any Python."""

import ast
import socket
import subprocess
import sys
from pathlib import Path

from toynn_course.kit import preflight

SCRIPT = Path(preflight.__file__)


def test_all_is_well_here_with_a_line_for_each_check():
    run = subprocess.run(
        [sys.executable, SCRIPT], capture_output=True, text=True, timeout=60, cwd=SCRIPT.parent
    )
    assert run.returncode == 0, run.stdout + run.stderr
    lines = [line for line in run.stdout.splitlines() if not line.startswith(" ")]
    assert len(lines) == len(preflight.CHECKS) + 1
    assert lines[-1] == "All is well."


def test_what_is_missing_is_named_with_what_to_do():
    missing = ("a package", preflight.package("no_such_package"))
    lines, well = preflight.report((missing, ("disk", preflight.disk)))
    assert not well
    assert lines[0].startswith("LOOK a package    is missing")
    assert lines[1].endswith(f"-> {preflight.INSTALL}")
    assert lines[-1] == "1 to look at."


def test_an_old_python_can_read_the_script_and_needs_nothing_else():
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 7))
    names = {
        name.split(".")[0]
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module] if isinstance(node, ast.ImportFrom) else
                     [alias.name for alias in node.names])
    }  # fmt: skip
    assert names <= sys.stdlib_module_names


def test_a_python_that_is_too_old_is_told_so(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 1))
    well, text, advice = preflight.python_version()
    assert (well, text) == (False, "3.9.1")
    assert advice.startswith("install Python 3.11, 3.12 or 3.13")


def test_a_port_in_use_is_no_trouble(monkeypatch):
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        monkeypatch.setattr(preflight, "PORT", server.getsockname()[1])
        well, text, advice = preflight.port()
    assert (well, advice) == (True, "")
    assert "takes the next one" in text
