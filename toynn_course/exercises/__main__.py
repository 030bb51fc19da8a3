"""For instructors: python -m toynn_course.exercises solutions FOLDER.

Writes every notebook into the folder, with the solutions in its exercises. `mistakes` instead of
`solutions` puts a wrong answer in each, to see what the reader is told then.
"""

import argparse
import sys
from pathlib import Path

from toynn_course.exercises.engine.notebooks import with_mistakes, with_solutions, write_all

FILL = {"solutions": with_solutions, "mistakes": with_mistakes}
NOTEBOOKS = Path(__file__).parents[2] / "notebooks"  # where they are in a copy of the project


def main(arguments=None):
    """Do what the command line says. Returns the text to print, or raises SystemExit."""
    parser = argparse.ArgumentParser(prog="python -m toynn_course.exercises", description=__doc__)
    parser.add_argument("what", choices=FILL)
    parser.add_argument("folder", help="where to write them; made if it is not there")
    parser.add_argument("--notebooks", default=NOTEBOOKS, help="where the notebooks are")
    options = parser.parse_args(arguments)
    try:
        written = write_all(options.notebooks, options.folder, FILL[options.what])
    except (OSError, ValueError) as error:
        parser.error(str(error))
    names = "\n".join(f"  {path.name}" for path in written)
    return f"{len(written)} notebooks with {options.what} are in {options.folder}:\n{names}\n"


if __name__ == "__main__":
    sys.stdout.write(main())
