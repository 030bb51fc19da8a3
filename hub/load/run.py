"""A run of the load test: a hub, its learners, and what was measured of them."""

import asyncio
import os
import platform
import random
import shutil
import statistics
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from math import ceil
from pathlib import Path

import nbformat
import psutil

from hub.load import processes
from hub.load.client import Client
from hub.load.learner import Plan, learn
from hub.load.local_hub import local_hub

MOST_LEARNERS = 30
MOST_THINKING = 120
MOST_LIMIT = 600
MOST_PLAY = 300

PACKAGES = ("jupyterhub", "jupyterlab", "ipykernel", "numpy", "matplotlib", "toynn")


@dataclass(frozen=True)
class Asked:
    """What a run should do.

    learners : how many at once, from 1 to MOST_LEARNERS
    notebook : the path of the notebook that each of them runs
    think : seconds between two cells, on average, from 0 to MOST_THINKING
    limit : seconds that a cell may take, above 0, up to MOST_LIMIT
    play : seconds to play with its playground, once it shows; 0 not to, up to MOST_PLAY

    Raises ValueError if a number is out of its bounds or there is no such notebook.
    """

    learners: int
    notebook: str
    think: float = 0.0
    limit: float = 120.0
    play: float = 0.0

    def __post_init__(self):
        """Check the bounds: the test is for one machine, and has an end."""
        _within("the number of learners", self.learners, 1, MOST_LEARNERS)
        _within("the pause between cells", self.think, 0, MOST_THINKING)
        _within("the limit of a cell", self.limit, 0.1, MOST_LIMIT)
        _within("the time to play", self.play, 0, MOST_PLAY)
        if not Path(self.notebook).is_file():
            raise ValueError(f"there is no notebook {self.notebook}; start in the folder of toynn")


def _within(what, number, least, most):
    if not least <= number <= most:
        raise ValueError(f"{what} is {number:g}, expected {least:g} to {most:g}")


def measure(asked):
    """Do a run. Returns what was measured, as a dict that JSON can hold: see `figures`."""
    with tempfile.TemporaryDirectory(prefix="toynn-hub-", ignore_cleanup_errors=True) as folder:
        names = [f"learner{number}" for number in range(asked.learners)]
        for name in names:
            _give_notebooks(Path(folder, "homes", name, "toynn"), asked.notebook)
        load_before, own_before = os.getloadavg()[0], time.process_time()
        with local_hub(folder, asked.learners) as hub:
            hub_before, began = processes.processor_time(hub.pid), time.perf_counter()
            lessons = asyncio.run(_lessons(hub, names, asked))
            taken = time.perf_counter() - began
            memory = _memory(hub, lessons)
        return {
            "machine": machine(),
            "asked": {**asdict(asked), "notebook": Path(asked.notebook).name},
            "load": {"before": round(load_before, 1), "after": round(os.getloadavg()[0], 1)},
            "taken": {"all": taken, "tool_processor": time.process_time() - own_before},
            **figures(lessons, memory, hub_before),
        }


def _give_notebooks(home, notebook):
    """Put a copy of the notebook's folder into a learner's home, as a git pull does."""
    source = Path(notebook).parent
    leave = shutil.ignore_patterns(".ipynb_checkpoints", ".toynn", "__pycache__")
    shutil.copytree(source, home / source.name, ignore=leave)


async def _lessons(hub, names, asked):
    """The Lessons of all learners, who begin at the same moment."""
    plan = Plan(
        cells=cells_of(asked.notebook),
        folder=f"toynn/{Path(asked.notebook).parent.name}",
        think=asked.think,
        limit=asked.limit,
        play=asked.play,
    )
    client = Client(hub.url, hub.token)
    try:
        each = (learn(client, name, plan, random.Random(name)) for name in names)  # noqa: S311
        return await asyncio.gather(*each)
    finally:
        client.close()


def cells_of(notebook):
    """The sources of a notebook's code cells that hold anything, in their order."""
    cells = nbformat.read(notebook, as_version=4).cells
    return tuple(cell.source for cell in cells if cell.cell_type == "code" and cell.source.strip())


def _memory(hub, lessons):
    """The Used of each process, by what it is: hub, proxy, and lists of servers and kernels."""
    servers = [lesson.pid for lesson in lessons if lesson.pid and psutil.pid_exists(lesson.pid)]
    kernels = [pid for server in servers for pid in processes.children(server)]
    others = [pid for pid in processes.children(hub.pid) if pid not in servers]
    return {
        "hub": processes.used(hub.pid),
        "proxy": processes.used(others[0]),
        "servers": [processes.used(pid) for pid in servers],
        "kernels": [processes.used(pid) for pid in kernels],
    }


def figures(lessons, memory, hub_before):
    """What was measured of all learners together, as a dict that JSON can hold.

    lessons : a list of Lesson
    memory : {"hub": Used, "proxy": Used, "servers": list of Used, "kernels": list of Used}
    hub_before : processor time of the hub before the learners came, in seconds
    """
    done = [lesson for lesson in lessons if lesson.kernel is not None]
    played = [lesson.play for lesson in done if lesson.play]
    servers, kernels = memory["servers"], memory["kernels"]
    return {
        "seconds": {
            "server": spread(lesson.server for lesson in lessons if lesson.server is not None),
            "kernel": spread(lesson.kernel for lesson in done),
            "first_cell": spread(lesson.cells[0] for lesson in done if lesson.cells),
            "cell": spread(seconds for lesson in done for seconds in lesson.cells),
            "notebook": spread(sum(lesson.cells) for lesson in done if lesson.working),
        },
        "errors": [f"{lesson.name}, {error}" for lesson in lessons for error in lesson.errors],
        "megabytes_received": spread(lesson.received / 1e6 for lesson in done),
        "play": {
            "frames": spread(each.frames for each in played),
            "epochs": spread(each.epochs for each in played),
            "megabytes": spread(each.megabytes for each in played),
            "cores": spread(each.cores for each in played),
        },
        "memory": {
            "hub": memory["hub"].pss,
            "proxy": memory["proxy"].pss,
            "server": spread(each.pss for each in servers),
            "kernel": spread(each.pss for each in kernels),
            "server_alone": spread(each.uss for each in servers),
            "kernel_alone": spread(each.uss for each in kernels),
            "server_peak": spread(each.peak for each in servers),
            "kernel_peak": spread(each.peak for each in kernels),
        },
        "processor": {
            "hub": memory["hub"].processor - hub_before,
            "proxy": memory["proxy"].processor,
            "server_start": spread(lesson.starting for lesson in lessons if lesson.pid),
            "kernel_open": spread(lesson.opening for lesson in done if lesson.opening),
            "all_cells": spread(lesson.working for lesson in done if lesson.working),
        },
    }


def spread(values):
    """The median of some numbers, that below which 95% of them are, and the largest; {} of none."""
    found = sorted(values)
    if not found:
        return {}
    return {
        "median": statistics.median(found),
        "p95": found[ceil(0.95 * len(found)) - 1],
        "most": found[-1],
    }


def machine():
    """What a run is measured on, and when."""
    return {
        "date": date.today().isoformat(),  # noqa: DTZ011 - the day on the wall
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "gigabytes": round(psutil.virtual_memory().total / 1e9),
        "python": platform.python_version(),
        **{name: _version(name) for name in PACKAGES},
    }


def _version(name):
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"
