"""How large a server has to be: the tables of sizing.md, from what the load test has measured.

`python -m hub.sizing` rewrites them. The folder measured/ has one file for each run, as
`python -m hub.load ... --json FILE` wrote it, and once.json with what was measured by hand.
"""

import json
from dataclasses import dataclass
from math import ceil
from pathlib import Path

FOLDER = Path(__file__).parent
PAGE = FOLDER / "sizing.md"
CLASSES = (30, 300, 3000)

RESERVE = 1.25
"""What memory is multiplied with: learners also do what nobody has thought of."""

KERNELS = 2
"""Kernels of a learner: the notebook of today, and one that they have not closed."""

ARRIVING = 120
"""Seconds in which everybody wants to be in: a class begins at once."""

FRAMES = 10
"""Frames a second that a playground should still show."""

PLAYING = 1 / 3
"""The part of the learners who play at the same moment, in the lesson with the playground."""

LOADING = 300
"""Seconds in which everybody's browser loads JupyterLab for the first time."""


@dataclass(frozen=True)
class Learner:
    """What one learner takes: the largest median of any run, so that every notebook fits.

    server, kernel : MB of memory
    start : seconds of processor time until the first cell is done
    frame : seconds of processor time for a frame of the playground
    frame_size : MB that a frame sends to the page
    hub : seconds that the hub itself computes for a learner who comes
    page : MB that a browser loads at the first visit, with a notebook
    home : MB on the disk
    """

    server: float
    kernel: float
    start: float
    frame: float
    frame_size: float
    hub: float
    page: float
    home: float


def measured(folder=FOLDER / "measured"):
    """What the runs of the load test have found: by notebook, then by the number of learners."""
    files = [file for file in folder.glob("*.json") if file.name != "once.json"]
    runs = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    return sorted(runs, key=lambda run: (run["asked"]["notebook"], run["asked"]["learners"]))


def once(folder=FOLDER / "measured"):
    """What was measured by hand, without the load test."""
    return json.loads((folder / "once.json").read_text(encoding="utf-8"))


def learner(runs, seen):
    """The Learner of some runs, one of which at least has played.

    runs : what `measured` gives; seen : what `once` gives
    """

    def largest(value):
        return max(value(run) for run in runs)

    played = [run["play"] for run in runs if run["play"]["frames"]]
    return Learner(
        server=largest(lambda run: run["memory"]["server"]["median"]),
        kernel=largest(lambda run: run["memory"]["kernel"]["median"]),
        start=largest(_start),
        frame=max(play["cores"]["median"] / play["frames"]["median"] for play in played),
        frame_size=max(play["megabytes"]["median"] / play["frames"]["median"] for play in played),
        hub=largest(lambda run: run["processor"]["hub"] / run["asked"]["learners"]),
        page=seen["page"] + largest(lambda run: run["megabytes_received"]["median"]),
        home=seen["home"],
    )


def _start(run):
    used = run["processor"]
    return used["server_start"]["median"] + used["kernel_open"]["median"]


def measured_table(runs):
    """What the runs have found: a Markdown table with a column for each."""
    yield _row("", *(_name(run["asked"]) for run in runs))
    yield _row("---", *("---:" for _ in runs))
    for label, cell in ROWS.items():
        yield _row(label, *map(cell, runs))


def _name(asked):
    number = asked["notebook"][:2]
    played = f", with {asked['play']:g} s of Play" if asked["play"] else ""
    thought = f", {asked['think']:g} s of thought" if asked["think"] else ""
    return f"{asked['learners']} × {number}{thought}{played}"


def _seconds(name):
    return lambda run: _three(run["seconds"][name], 1)


def _three(found, digits):
    """The median, and in brackets the largest."""
    return f"{found['median']:.{digits}f} ({found['most']:.{digits}f})" if found else ""


def _cell(run):
    found = run["seconds"]["cell"]
    return f"{found['median']:.2f}, {found['p95']:.1f}, {found['most']:.1f}"


ROWS = {
    "errors": lambda run: len(run["errors"]),
    "load of the machine before": lambda run: run["load"]["before"],
    "s until the server is ready": _seconds("server"),
    "s until the kernel answers": _seconds("kernel"),
    "s for the first cell": _seconds("first_cell"),
    "s for a cell: median, 95%, most": _cell,
    "s for all cells": _seconds("notebook"),
    "MB of memory, server": lambda run: _three(run["memory"]["server"], 0),
    "MB of memory, kernel": lambda run: _three(run["memory"]["kernel"], 0),
    "MB of memory, hub and proxy": lambda run: (
        f"{run['memory']['hub']:.0f} + {run['memory']['proxy']:.0f}"
    ),
    "processor s, server and kernel until the first cell is done": lambda run: f"{_start(run):.1f}",
    "processor s, server and kernel for all cells": lambda run: _three(
        run["processor"]["all_cells"], 1
    ),
    "processor s, hub, for all learners": lambda run: f"{run['processor']['hub']:.1f}",
    "MB sent to a page": lambda run: _three(run["megabytes_received"], 1),
    "frames a second of a playground": lambda run: _three(run["play"]["frames"], 1),
    "epochs a second of a playground": lambda run: _three(run["play"]["epochs"], 0),
    "cores that a playing learner uses": lambda run: _three(run["play"]["cores"], 2),
}
"""The rows of what was measured: a name, and what makes the cell of a run; empty if it was not."""


def computed_table(runs, seen):
    """What follows for each size of a class: a Markdown table with a row for each."""
    yield _row(*HEAD)
    yield _row(*("---:" for _ in HEAD))
    for n in CLASSES:
        yield _row(*size(n, learner(runs, seen), runs[-1]["memory"]))


HEAD = (
    "learners at once", "memory, GB", "cores, at the start", "cores, while a third plays",
    "hub's own work at the start, minutes", "disk, GB", "line at the start, Mbit/s",
    "line while a third plays, Mbit/s",
)  # fmt: skip


def size(n, one, memory):
    """What n learners take, all at once, in the order of HEAD; whole numbers are rounded up."""
    megabytes = memory["hub"] + memory["proxy"] + n * (one.server + KERNELS * one.kernel)
    frames = n * PLAYING * FRAMES
    return (
        n,
        ceil(megabytes * RESERVE / 1000),
        ceil(n * one.start / ARRIVING),
        ceil(frames * one.frame),
        f"{n * one.hub / 60:.1f}",
        ceil(n * one.home / 1000),
        ceil(n * one.page * 8 / LOADING),
        ceil(frames * one.frame_size * 8),
    )


def _row(*cells):
    return f"| {' | '.join(map(str, cells))} |"


def where(runs):
    """What the runs were measured on, a sentence for each machine."""
    return sorted({_machine(run["machine"]) for run in runs})


def _machine(found):
    return (
        f"{found['date']}: {found['system']}, {found['cores']} cores, {found['gigabytes']} GB, "
        f"Python {found['python']}, JupyterHub {found['jupyterhub']}, JupyterLab "
        f"{found['jupyterlab']}, NumPy {found['numpy']}, matplotlib {found['matplotlib']}."
    )


def filled(text, runs, seen):
    """The text of the page with new tables, each between the two comments that name it."""
    blocks = {
        "machine": where(runs),
        "measured": measured_table(runs),
        "computed": computed_table(runs, seen),
    }
    for name, lines in blocks.items():
        begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
        before, _, rest = text.partition(begin)
        after = rest.partition(end)[2]
        text = "".join((before, begin, *(f"{line}\n" for line in lines), end, after))
    return text


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text("utf-8"), measured(), once()), encoding="utf-8")
