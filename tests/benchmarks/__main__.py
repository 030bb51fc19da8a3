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
    asked = parser.parse_args()
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))  # read once, when NumPy is imported

    from tests.benchmarks.timing import machine

    print(machine(), flush=True)
    for name in [asked.only] if asked.only else BENCHMARKS:
        for line in import_module(BENCHMARKS[name]).lines(asked.rounds):
            print(line, flush=True)


if __name__ == "__main__":
    main()
