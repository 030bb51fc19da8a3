"""Run the benchmarks, each against its peers."""

import argparse
import os
from importlib import import_module

from tests.benchmarks import BENCHMARKS

ONE_THREAD = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS")


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", choices=BENCHMARKS, help="this benchmark alone")
    parser.add_argument("--rounds", type=int, default=15, help="rounds to measure (%(default)s)")
    parser.add_argument(
        "--tensorflow-playground",
        metavar="FOLDER",
        help="a built copy of the TensorFlow Playground, to measure beside ours",
    )
    asked = parser.parse_args()
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))  # read once, when NumPy is imported

    from tests.benchmarks.timing import machine

    print(machine(), flush=True)
    options = {"playground": {"tensorflow_playground": asked.tensorflow_playground}}
    for name in [asked.only] if asked.only else BENCHMARKS:
        for line in import_module(BENCHMARKS[name]).lines(asked.rounds, **options.get(name, {})):
            print(line, flush=True)


if __name__ == "__main__":
    main()
