"""Write the page of a folder: python -m toynn_course.what_i_built [FOLDER]."""

import argparse
import contextlib
import sys
from pathlib import Path

from toynn_course.exercises.engine.store import FOLDER
from toynn_course.what_i_built.command import FILE, what_i_built


def main(arguments=None):
    """Do what the command line says. Returns the text to print, or raises SystemExit."""
    parser = argparse.ArgumentParser(
        prog="python -m toynn_course.what_i_built",
        description=f"Write {FILE}, a page of your own answers, exercises and networks.",
    )
    parser.add_argument("folder", nargs="?", help="where your notebooks are; else they are found")
    folder = Path(parser.parse_args(arguments).folder or _found())
    try:
        with contextlib.chdir(folder):
            what_i_built()
    except (OSError, ValueError) as error:
        parser.error(str(error))
    return f"Your page is written: {folder / FILE}\n"


def _found():
    """The folder with the answers: this one, or the one with the notebooks in it."""
    here = (Path(), Path("notebooks"))
    return next((folder for folder in here if (folder / FOLDER).exists()), Path())


if __name__ == "__main__":
    sys.stdout.write(main())
