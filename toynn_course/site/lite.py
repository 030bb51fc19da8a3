"""The course in the browser: JupyterLite, with the notebooks and a Python that runs in the page."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from toynn_course.site.distribution import AT_ONCE, write_distribution

NARROW = Path(__file__).with_name("narrow.html").read_text(encoding="utf-8")
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
SETTINGS = {
    "@jupyterlab/apputils-extension:themes": {"adaptive-theme": True},
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": True,
    },
}

KEYS = "this._bubblingKeydown=null!==(t=e.bubblingKeydown)&&void 0!==t&&t;"
HEARD = "this._bubblingKeydown=!0;"
"""JupyterLab hears a key after the control with the focus; JupyterLite forgets to ask for that."""


def build_lite(target, source, notebooks, *, alone):
    """Write the course in the browser into a folder.

    target : Path of the folder; source : Path of a folder to make, for what it is made of
    notebooks : list of Notebook
    alone : whether nothing may be loaded from anywhere else
    """
    shutil.rmtree(target, ignore_errors=True)
    write_distribution(source / "static" / "pyodide", alone=alone)
    (source / "notebooks").mkdir()
    for notebook in notebooks:
        shutil.copy(notebook.path, source / "notebooks")
    (source / "jupyter-lite.json").write_text(json.dumps(_configuration()), encoding="utf-8")
    (source / "overrides.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    _run_jupyterlite(source, target)
    _let_controls_hear_first(target)
    _make_room_on_a_phone(target / "lab" / "index.html")


def _configuration():
    """What the page tells JupyterLite before it starts."""
    options = {"packages": AT_ONCE, "lockFileURL": "static/pyodide/pyodide-lock.json"}
    kernel = {"disablePyPIFallback": True, "loadPyodideOptions": options}
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "toynn",
            "exposeAppInBrowser": True,  # the tests of the site speak to it
            "litePluginSettings": {KERNEL: kernel},
        },
    }


def _run_jupyterlite(source, target):
    """Let JupyterLite write its pages. Raises CalledProcessError if it fails."""
    options = ["--apps=lab", "--contents=notebooks", "--no-sourcemaps"]
    options += ["--no-unused-shared-packages", f"--output-dir={target}"]
    command = [sys.executable, "-m", "jupyterlite_core", "build", *options]
    subprocess.run(command, cwd=source, check=True, capture_output=True)  # noqa: S603 - our own


def _let_controls_hear_first(target):
    """Arrow keys move a slider, and not the cell. Raises ValueError if JupyterLite has changed."""
    (script,) = (target / "build").glob("jlab_core.*.js")
    text = script.read_text(encoding="utf-8")
    if text.count(KEYS) != 1:
        raise ValueError(f"{script.name} is not that of the JupyterLite which this was made for")
    script.write_text(text.replace(KEYS, HEARD), encoding="utf-8")


def _make_room_on_a_phone(page):
    """Where the page is narrow, the notebook takes all of it."""
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("</head>", f"{NARROW}</head>", 1), encoding="utf-8")
