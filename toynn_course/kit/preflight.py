"""Checks a computer before a class: python preflight.py, with the Python of the course.

Prints one line for each check, and what to do where something is missing. It needs no browser and
no network, and runs with any Python from 3.6 on, so that it can say that one is too old.
"""

import importlib
import os
import shutil
import socket
import sys
import tempfile
import time
from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 13)
PORT = 8888
ROOM = 1.0  # gigabytes on the disk
INSTALL = "run the README's first command in the folder of the course"


def python_version():
    """Which Python this is."""
    text = ".".join(map(str, sys.version_info[:3]))
    fits = sys.version_info[:2] >= OLDEST
    advice = "" if fits else "install Python 3.11, 3.12 or 3.13, and then " + INSTALL
    if sys.version_info[:2] > NEWEST:
        text += ", newer than what the course was tested with"
    return fits, text, advice


def environment():
    """Whether this is the Python of the course."""
    inside = sys.prefix != sys.base_prefix
    advice = "start this script with .venv/bin/python (on Windows .venv\\Scripts\\python)"
    return inside, sys.prefix, "" if inside else advice


def package(name):
    """A check of whether a package is there, and which version."""

    def check():
        try:
            module = importlib.import_module(name)
        except Exception as error:  # noqa: BLE001 - a damaged package may raise anything
            return False, f"is missing ({error})", INSTALL
        return True, getattr(module, "__version__", "is there"), ""

    return check


def training():
    """Whether a network learns here, and how fast."""
    try:
        from toynn import Network, datasets, train

        began = time.perf_counter()
        start = Network.random((2, 5, 2), weights=(-1, 1), rng=0)
        *_, last = train(start, datasets.swap(), epochs=1000, learning_rate=1.0)
        seconds = time.perf_counter() - began
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is what this line says
        return False, str(error), INSTALL
    right = last.accuracy == 1
    text = f"1000 epochs in {seconds:.1f} s, accuracy {last.accuracy:.0%}"
    return right, text, "" if right else "send this line to the makers of the course"


def controls():
    """Whether JupyterLab has what draws sliders and the playground."""
    wanted = ("@jupyter-widgets/jupyterlab-manager", "anywidget")
    folders = [Path(sys.prefix, "share", "jupyter", "labextensions", name) for name in wanted]
    missing = [folder.name for folder in folders if not folder.exists()]
    text = "missing: " + ", ".join(missing) if missing else "sliders and playground can be drawn"
    return not missing, text, INSTALL if missing else ""


def port():
    """Whether JupyterLab's usual port is free."""
    with socket.socket() as probe:
        free = probe.connect_ex(("127.0.0.1", PORT)) != 0
    text = "free" if free else "in use, so JupyterLab takes the next one"
    return True, text, ""


def loopback():
    """Whether a program may talk to another one on this machine, as a browser must."""
    try:
        with socket.socket() as server:
            server.bind(("127.0.0.1", 0))
            server.listen(1)
            with socket.create_connection(server.getsockname(), timeout=5):
                return True, "programs on this machine can talk to each other", ""
    except OSError as error:
        advice = "let the firewall allow connections to 127.0.0.1"
        return False, str(error), advice


def writing():
    """Whether answers can be kept in this folder."""
    try:
        with tempfile.NamedTemporaryFile(dir=".", prefix=".toynn-"):
            return True, "files can be written to " + str(Path.cwd()), ""
    except OSError as error:
        return False, str(error), "copy the course to a folder of your own"


def disk():
    """Whether there is room."""
    free = shutil.disk_usage(".").free / 1e9
    advice = "" if free > ROOM else "free some room: the course needs about a gigabyte"
    return free > ROOM, f"{free:.1f} GB free", advice


def proxy():
    """Whether a proxy might stand between the browser and JupyterLab."""
    names = [name for name in ("http_proxy", "HTTP_PROXY") if os.environ.get(name)]
    skipped = os.environ.get("no_proxy", "") + os.environ.get("NO_PROXY", "")
    fits = not names or "127.0.0.1" in skipped or "localhost" in skipped
    advice = "" if fits else "if the page stays empty, set NO_PROXY=127.0.0.1,localhost"
    return True, "none" if not names else "there is one", advice


CHECKS = (
    ("Python", python_version),
    ("environment", environment),
    ("NumPy", package("numpy")),
    ("matplotlib", package("matplotlib")),
    ("ipywidgets", package("ipywidgets")),
    ("anywidget", package("anywidget")),
    ("JupyterLab", package("jupyterlab")),
    ("toynn", package("toynn")),
    ("training", training),
    ("controls", controls),
    ("loopback", loopback),
    (f"port {PORT}", port),
    ("writing", writing),
    ("disk", disk),
    ("proxy", proxy),
)


def report(checks=CHECKS):
    """A line for each check, and one at the end; and whether all is well."""
    lines, trouble = [], 0
    for name, check in checks:
        well, text, advice = check()
        trouble += not well
        mark = "ok  " if well else "LOOK"
        lines.append(f"{mark} {name:<12} {text}")
        if advice:
            lines.append("                  -> " + advice)
    end = "All is well." if not trouble else f"{trouble} to look at."
    return [*lines, end], not trouble


def main():
    """Print the report; 1 for the shell where something is missing."""
    lines, well = report()
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
