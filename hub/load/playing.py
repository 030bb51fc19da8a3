"""Plays with a playground as its page does: presses Play, and answers the frames that come."""

import asyncio
import re
import time
from dataclasses import dataclass

ANSWER_EVERY = 0.25
"""Seconds between two answers to frames: what the playground's own view does (handshake.js)."""


@dataclass(frozen=True)
class Play:
    """What came while it played.

    frames, epochs, megabytes : in a second
    cores : how many cores the learner's server and kernel kept busy
    """

    frames: float
    epochs: float
    megabytes: float
    cores: float


async def play(kernel, seconds, processor):
    """Press Play, watch for some seconds, press Pause. Returns a Play.

    kernel : a Kernel whose notebook has shown a playground
    processor : function of nothing, the processor time that the learner has used, in seconds
    """
    screen, button = screen_of(kernel), _comm(kernel, lambda of: of.get("description") == "Play")
    await _say(kernel, screen, {"kind": "opened"})
    await _press(kernel, button)
    before = kernel.received, processor(), time.perf_counter()
    facts = await _watch(kernel, screen, seconds)
    after = kernel.received, processor(), time.perf_counter()
    await _press(kernel, button)
    received, used, taken = (late - early for early, late in zip(before, after, strict=True))
    epochs = epoch_of(facts[-1]) - epoch_of(facts[0]) if facts else 0
    return Play(len(facts) / taken, epochs / taken, received / taken / 1e6, used / taken)


def screen_of(kernel):
    """The id of the playground's view; None as long as the notebook has shown none."""
    return _comm(kernel, lambda state: "facts" in state)


def _comm(kernel, fits):
    """The id of the first widget that the kernel has opened with such a state, or None."""
    return next((comm for comm, state in kernel.comms.items() if fits(state)), None)


def epoch_of(facts):
    """The counter of epochs, as a number; its label comes first, and digits may be grouped."""
    return int(re.sub(r"\D", "", facts["numbers"][0][1]))


async def _watch(kernel, screen, seconds):
    """What each frame says that comes in these seconds, while its view answers as it should."""
    found, answered, end = [], 0.0, time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            async with asyncio.timeout(max(0.0, end - time.monotonic())):
                message = await kernel.next_message()
        except TimeoutError:
            break
        facts = facts_of(message, screen)
        if facts is None:
            continue
        found.append(facts)
        if time.monotonic() >= answered + ANSWER_EVERY:
            answered = time.monotonic()
            await _say(kernel, screen, {"kind": "seen", "number": facts["number"]})
    return found


def facts_of(message, screen):
    """What a message says of a frame, or None if it is about something else."""
    content = message["content"]
    if message["msg_type"] != "comm_msg" or content["comm_id"] != screen:
        return None
    return content["data"].get("state", {}).get("facts")


async def _say(kernel, screen, words):
    words = {**words, "at": time.time_ns() // 1_000_000}
    await _custom(kernel, screen, words)


async def _press(kernel, button):
    await _custom(kernel, button, {"event": "click"})


async def _custom(kernel, comm, content):
    data = {"method": "custom", "content": content}
    await kernel.send("comm_msg", {"comm_id": comm, "data": data})
