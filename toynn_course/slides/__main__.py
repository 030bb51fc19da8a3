"""Slides for all notebooks: python -m toynn_course.slides FOLDER.

The pages need nothing but a browser. The notebooks in the folder `live` are the same slides with
live controls, for JupyterLab with jupyterlab-deck.
"""

import argparse
import sys
from pathlib import Path

from toynn_course.slides.decks import NOTEBOOKS, write_slides


def main(arguments=None):
    """Do what the command line says. Returns the text to print, or raises SystemExit."""
    parser = argparse.ArgumentParser(prog="python -m toynn_course.slides", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write them; made if it is not there")
    parser.add_argument("--notebooks", default=NOTEBOOKS, help="where the notebooks are")
    options = parser.parse_args(arguments)
    try:
        written = write_slides(options.notebooks, options.folder)
    except (OSError, ValueError, ImportError) as error:
        parser.error(str(error))
    return f"{len(written)} files are in {options.folder}.\n"


if __name__ == "__main__":
    sys.stdout.write(main())
