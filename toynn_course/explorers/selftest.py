"""Self-test: says whether all is there that the course needs."""

import re
import sys
from importlib import metadata


def environment():
    """The versions of Python and of the packages that the course needs, a line each.

    What is missing is said, with what to do about it.
    """
    names = [re.match(r"[\w-]+", line)[0] for line in metadata.requires("toynn") or ()]
    needed = [name for name in dict.fromkeys(names) if name not in _extras()]
    lines = [f"{'Python':<14}{sys.version.split()[0]}"]
    return Lines([*lines, *(f"{name:<14}{_version(name)}" for name in needed)])


class Lines(list):
    """Lines of text that show as such at the end of a cell."""

    def __repr__(self):
        return "\n".join(self)


def _extras():
    """Packages that only the tests need."""
    lines = metadata.requires("toynn") or ()
    return {re.match(r"[\w-]+", line)[0] for line in lines if "extra ==" in line}


def _version(name):
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "is missing: run the install command of the README once more"
