"""The instructor's kit: python -m toynn_course.kit FOLDER.

Writes schedules, what to say at each prediction, common mistakes, paper sheets, quizzes, exit
tickets, notebooks with their solutions, and slides, if the extra for these is installed.
"""

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path

from toynn_course.kit.files import write_kit
from toynn_course.kit.lessons import NOTEBOOKS

NEEDED = ("latex2mathml", "sphinx_revealjs")
WITHOUT = 'There are no slides: pip install -e ".[slides]" adds what makes them.\n'


def main(arguments=None):
    """Do what the command line says. Returns the text to print, or raises SystemExit."""
    parser = argparse.ArgumentParser(prog="python -m toynn_course.kit", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write it; made if it is not there")
    parser.add_argument("--notebooks", default=NOTEBOOKS, help="where the notebooks are")
    options = parser.parse_args(arguments)
    slides = _slides()
    try:
        written = write_kit(options.folder, options.notebooks, slides=slides)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    found = f"{len(written)} files are in {options.folder}. Begin with {written[0]}.\n"
    return found if slides else found + WITHOUT


def _slides():
    """What writes the slides, or None where something for it is missing."""
    if any(find_spec(name) is None for name in NEEDED):
        return None
    from toynn_course.slides import write_slides

    return write_slides


if __name__ == "__main__":
    sys.stdout.write(main())
