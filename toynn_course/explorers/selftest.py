"""Self-test: says whether all is there that the course needs."""

import sys
from importlib import metadata

from packaging.requirements import Requirement


def environment():
    """The versions of Python and of the packages that the course needs, a line each.

    What is missing is said, with what to do about it.
    """
    lines = [f"{'Python':<14}{sys.version.split()[0]}"]
    return Lines([*lines, *(f"{name:<14}{_version(name)}" for name in _needed())])


MISSING = (
    "is loaded when a cell imports it"
    if sys.platform == "emscripten"  # a browser loads what is large only where it is used
    else "is missing: run the install command of the README once more"
)


class Lines(list):
    """Lines of text that show as such at the end of a cell."""

    def __repr__(self):
        return "\n".join(self)


def _needed():
    """The packages that the course needs here: not those of extras, nor of other platforms."""
    lines = map(Requirement, metadata.requires("toynn") or ())
    return [it.name for it in lines if not it.marker or it.marker.evaluate({"extra": ""})]


def _version(name):
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return MISSING
