"""The site: python -m toynn_course.site FOLDER.

Writes into the folder the course as a book to read, and into its folder `lite` the notebooks to
run in a browser. Any server of files can show both.
"""

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from toynn_course.site.book import build_book
from toynn_course.site.lite import build_lite
from toynn_course.site.project import NOTEBOOKS, notebooks

NEEDED = ("sphinx", "myst_nb", "sphinx_book_theme", "mathjax", "hatchling", "jupyterlite_core")
"""Some of what the extra "site" installs."""


def main(arguments=None):
    """Do what the command line says. Returns the text to print, or raises SystemExit."""
    parser = _parser()
    options = parser.parse_args(arguments)
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise SystemExit(f'{", ".join(missing)}: not installed. pip install -e ".[site]" does it.')
    try:
        found = notebooks(options.notebooks)
    except ValueError as error:
        parser.error(str(error))
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as sources:
        build_book(folder, Path(sources, "book"), found)
        build_lite(folder / "lite", Path(sources, "lite"), found, alone=options.alone)
    return f"{len(found)} notebooks are in {folder}, to read and to run.\n"


def _parser():
    parser = argparse.ArgumentParser(prog="python -m toynn_course.site", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write it; made if it is not there")
    parser.add_argument(
        "--alone",
        action="store_true",
        help="put all of Pyodide into it, too, so that a page asks no other address for anything",
    )
    parser.add_argument("--notebooks", default=NOTEBOOKS, help="where the notebooks are")
    return parser


if __name__ == "__main__":
    sys.stdout.write(main())
