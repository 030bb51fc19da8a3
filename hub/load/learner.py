"""A simulated learner: gets a server through the hub, opens a kernel, and runs a notebook."""

import asyncio
import json
import time
from dataclasses import dataclass, field

from hub.load import playing, processes
from hub.load.kernel import Kernel

SPAWN = 180
"""Seconds in which a server has to be ready, and a kernel to answer: with many, it takes long."""


@dataclass
class Lesson:
    """What a learner met, filled in on the way, so that what went before an error is kept.

    server : seconds from the click until the server was ready
    starting : processor time of the server until then, in seconds
    opening : processor time of the kernel until it had answered the first cell, in seconds; 0 if
        it never did
    kernel : seconds from asking for a kernel until it had answered once
    cells : seconds for each cell, in their order
    working : processor time of server and kernel for all cells, without playing, in seconds; 0 if
        a cell gave no answer
    errors : what went wrong, a line each
    received : bytes that the kernel sent to the page
    play : what the playground did, if it was played with; else None
    pid : the process of the server
    """

    name: str
    server: float | None = None
    starting: float = 0.0
    opening: float = 0.0
    kernel: float | None = None
    cells: list[float] = field(default_factory=list)
    working: float = 0.0
    errors: list[str] = field(default_factory=list)
    received: int = 0
    play: playing.Play | None = None
    pid: int | None = None


@dataclass(frozen=True)
class Plan:
    """What each learner does.

    cells : the sources of the code cells
    folder : of the notebook, in the learner's home
    think : seconds between two cells, on average
    limit : seconds that a cell may take
    play : seconds to play with the playground, as soon as the notebook shows it; 0 not to
    """

    cells: tuple[str, ...]
    folder: str
    think: float
    limit: float
    play: float


async def learn(client, name, plan, rng):
    """Do what the plan says. Returns a Lesson, also when something goes wrong.

    rng : a random.Random of the learner's own, for the pauses
    """
    lesson = Lesson(name)
    try:
        await _start(client, lesson)
        await _work(client, lesson, plan, rng)
    except Exception as error:  # noqa: BLE001 - whatever happens to one learner is a result
        lesson.errors.append(f"{type(error).__name__}: {error}")
    return lesson


async def _start(client, lesson):
    """Ask for a server, as a click on "Start" does, and wait until it is ready."""
    user, began = f"/hub/api/users/{lesson.name}", time.perf_counter()
    await client.ask("POST", user, seconds=SPAWN)
    await client.ask("POST", f"{user}/server", seconds=SPAWN)
    events = await client.ask("GET", f"{user}/server/progress", seconds=SPAWN)
    require_ready(events)
    lesson.server = time.perf_counter() - began
    known = json.loads(await client.ask("GET", user, seconds=SPAWN))
    lesson.pid = known["servers"][""]["state"]["pid"]
    lesson.starting = processes.processor_time(lesson.pid)


def require_ready(events):
    """Look at the last event of a server that starts; raises RuntimeError unless it is ready.

    events : what the hub sends the page that waits, a line "data: {...}" for each event
    """
    lines = [line for line in events.splitlines() if line.startswith("data:")]
    last = json.loads(lines[-1].removeprefix("data:")) if lines else {}
    if not last.get("ready"):
        raise RuntimeError(f"the server did not start: {last.get('message', 'no reason given')}")


async def _work(client, lesson, plan, rng):
    """Open a kernel, as a page with the notebook does, and run the cells."""
    began = time.perf_counter()
    user, wanted = f"/user/{lesson.name}", {"name": "python3", "path": plan.folder}
    opened = await client.ask("POST", f"{user}/api/kernels", seconds=SPAWN, body=wanted)
    channels = f"{user}/api/kernels/{json.loads(opened)['id']}/channels"
    kernel = Kernel(await client.connect(channels, seconds=SPAWN))
    try:
        _note(lesson, await kernel.run("", SPAWN), "the kernel")
        lesson.kernel = time.perf_counter() - began
        await _run_cells(kernel, lesson, plan, rng)
    finally:
        lesson.received = kernel.received
        kernel.socket.close()


async def _run_cells(kernel, lesson, plan, rng):
    """Run the cells, with pauses, and play once; stop at a cell that gives no answer."""
    for number, source in enumerate(plan.cells):
        await asyncio.sleep(rng.uniform(0, 2 * plan.think))
        answer = await kernel.run(source, plan.limit)
        _note(lesson, answer, f"code cell {number}")
        lesson.cells.append(answer.seconds)
        if answer.seconds >= plan.limit:
            return  # the kernel is still busy, and would answer nothing else
        if number == 0:
            lesson.opening = _processor(lesson) - processes.processor_time(lesson.pid)
        if plan.play and not lesson.play and playing.screen_of(kernel):
            lesson.play = await playing.play(kernel, plan.play, lambda: _processor(lesson))
    if plan.play and not lesson.play:
        lesson.errors.append("the notebook has shown no playground: leave out --play")
    played = lesson.play.cores * plan.play if lesson.play else 0
    lesson.working = _processor(lesson) - played


def _processor(lesson):
    """The processor time of a learner's server and kernels, in seconds."""
    return sum(map(processes.processor_time, [lesson.pid, *processes.children(lesson.pid)]))


def _note(lesson, answer, where):
    if answer.error:
        lesson.errors.append(f"{where}: {answer.error}")
