"""Let simulated learners run a notebook, all at once, on a hub that is started here for it.

Nothing but this machine is touched, and what was started is ended, also after Ctrl-C.
"""

import argparse
import json
import signal
import sys
from pathlib import Path

from hub.load import report
from hub.load.local_hub import missing
from hub.load.run import MOST_LEARNERS, MOST_LIMIT, MOST_PLAY, MOST_THINKING, Asked, measure

NOTEBOOK = "notebooks/05_gradient_descent.ipynb"


def parse(arguments=None):
    """What the command line asks for: an Asked, and where to write it. May raise SystemExit."""
    parser = argparse.ArgumentParser(prog="python -m hub.load", description=__doc__)
    add = parser.add_argument
    add("learners", type=int, help=f"how many, at most {MOST_LEARNERS}")
    add("--notebook", default=NOTEBOOK, help="what each of them runs (%(default)s)")
    for name, default, most, meaning in (
        ("--think", 0, MOST_THINKING, "the pause between two cells, on average"),
        ("--limit", 120, MOST_LIMIT, "how long a cell may take"),
        ("--play", 0, MOST_PLAY, "play with the playground, once it shows"),
    ):
        text = f"{meaning}: {default} if you don't say, at most {most}"
        add(name, type=float, default=default, metavar="SECONDS", help=text)
    add("--json", type=Path, metavar="FILE", help="write what was measured to a file, too")
    given = vars(parser.parse_args(arguments))
    file = given.pop("json")
    try:
        return Asked(**given), file
    except ValueError as error:
        parser.error(str(error))


def main():
    """Do what the command line says.

    Returns a number for the shell: 0 if no learner met an error, 1 if one did, 2 if something that
    it needs is not installed, 130 if it was stopped.
    """
    asked, file = parse()
    if missing():
        sys.stderr.write(f"{missing()}\n")
        return 2
    for each in (signal.SIGINT, signal.SIGTERM):  # it tidies up, also where nobody presses Ctrl-C
        signal.signal(each, signal.default_int_handler)
    try:
        run = measure(asked)
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; what was started has been ended.\n")
        return 130
    sys.stdout.write("".join(f"{line}\n" for line in report.lines(run)))
    if file:
        file.write_text(json.dumps(rounded(run), indent=1) + "\n", encoding="utf-8")
    return 1 if run["errors"] else 0


def rounded(value):
    """The same, with each number rounded to three decimal places."""
    if isinstance(value, dict):
        return {name: rounded(each) for name, each in value.items()}
    return round(value, 3) if isinstance(value, float) else value


if __name__ == "__main__":
    sys.exit(main())
