"""Benchmarks: how fast things are, beside their peers in the same run.

`python -m tests.benchmarks` from the root of the repository runs them all, `--only NAME` one.
A benchmark is a module with a function `lines(rounds, small=False)`, which yields what to print,
line by line; `small` is for a quick try that shows it works and says nothing about speed. It
becomes known by its line in BENCHMARKS.
"""

BENCHMARKS = {
    "steps": "tests.benchmarks.steps",
    "many": "tests.benchmarks.many",
    "imports": "tests.benchmarks.imports",
    "sliders": "tests.benchmarks.sliders",
    "epochs": "tests.benchmarks.epochs",
    "playground": "tests.benchmarks.playground",
    "memory": "tests.benchmarks.memory",
    "site": "tests.benchmarks.site",
}
"""The module of each benchmark, by the name that `--only` takes."""
