"""What `import toynn` takes beside `import numpy`, each in a Python of its own."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from tests.benchmarks.timing import HOW, cell, head, row

ROOT = Path(__file__).parents[2]
MODULES = ("numpy", "toynn")
AIM = 1.3

TIMED_IMPORT = """
import sys
from importlib import import_module
from time import process_time
started = process_time()
import_module(sys.argv[1])
print(process_time() - started)
"""


def seconds_to_import(module, bytecode):
    """How long a new Python takes to import the module, without its own start.

    bytecode : the folder where compiled modules are kept, as they are in any installation
    """
    variables = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", TIMED_IMPORT, module]
    done = subprocess.run(
        command, cwd=ROOT, env=variables, check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def measured(rounds):
    """Seconds of each round: {module: array}. The modules take turns."""
    with TemporaryDirectory() as bytecode:
        for module in MODULES:
            seconds_to_import(module, bytecode)  # compiles it, once
        rows = [[seconds_to_import(module, bytecode) for module in MODULES] for _ in range(rounds)]
    return dict(zip(MODULES, np.transpose(rows), strict=True))


def lines(rounds, small=False):
    """The import times as a table."""
    numpy, toynn = measured(1 if small else rounds).values()
    ratio, best = np.median(toynn) / np.median(numpy), toynn.min() / numpy.min()
    yield f"\nTime of an import, in ms, without the start of Python.\n{HOW}\n"
    yield head("`import numpy`", "`import toynn`", "ratio")
    yield row(cell(numpy, 1e-3), cell(toynn, 1e-3), f"{ratio:.2f} ({best:.2f})")
    yield f"\nThe aim is a ratio of at most {AIM}: {'met' if ratio <= AIM else 'missed'}."
