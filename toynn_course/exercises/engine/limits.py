"""Limits: an answer may take so much time and so much memory, and then it is stopped.

An answer runs in a thread of its own, so that this one can go on without it when its time is over.
The Python of a browser has no threads; there the clock is looked at before every line. What this
cannot stop is a single call that never leaves compiled code, such as sum(itertools.count()): there
the kernel must be restarted.
"""

import contextlib
import ctypes
import functools
import os
import sys
import threading
import time
from pathlib import Path

import numpy as np

ROOM = 2**30  # bytes that an answer may ask for: a thousand times what an exercise needs
AGAIN = 0.005  # seconds until an answer that has caught TimeUp is stopped once more
PATIENCE = 0.5  # seconds of trying to stop it


class TimeUp(SystemExit):
    """The answer's time is over. `except Exception` lets it pass, and a thread ends by it."""


def within(seconds, work):
    """Call work(), for so many seconds at most.

    Returns "ended", "stopped", or "running" for what could not be stopped and was left behind.
    """
    worker = _Worker(work)
    try:
        worker.start()
        worker.join(seconds)
        worker.stop()
    except RuntimeError:  # there are no threads here
        return _by_the_clock(seconds, work)
    except BaseException:  # Ctrl-C, which may come while it is being started or stopped
        worker.stop()
        raise
    if worker.error:
        raise worker.error
    return worker.state


class _Worker(threading.Thread):
    """A thread that can be stopped."""

    def __init__(self, work):
        super().__init__(daemon=True)
        self.work, self.state, self.error = work, "running", None

    def run(self):
        try:
            self.work()
            self.state = "ended"
        except TimeUp:
            self.state = "stopped"
        except BaseException as error:  # noqa: BLE001 - to be raised where the result is awaited
            self.state, self.error = "ended", error

    def stop(self):
        """Raise TimeUp in it until it ends, or patience does."""
        end = time.monotonic() + PATIENCE
        while self.state == "running" and time.monotonic() < end:
            thread = ctypes.c_ulong(self.ident or 0)  # it has none while it is being started
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(TimeUp))
            time.sleep(AGAIN)
        if self.state != "running":
            self.join()


def _by_the_clock(seconds, work):
    """The same without threads: look at the clock before every line of Python."""
    end = time.monotonic() + seconds
    earlier = sys.gettrace()

    def look(*_event):
        if time.monotonic() > end:
            raise TimeUp
        return look

    sys.settrace(look)
    try:
        work()
    except TimeUp:
        return "stopped"
    finally:
        sys.settrace(earlier)
    return "ended"


@contextlib.contextmanager
def limited_memory(room=ROOM):
    """Within this, asking for more memory than that ends in a MemoryError. Linux only."""
    if sys.platform != "linux":
        yield
        return
    import resource  # not there on Windows

    _fill_blas_buffers()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = _memory_in_use() + room
    if soft != resource.RLIM_INFINITY:
        limit = min(limit, soft)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _memory_in_use():
    """The size of this process's address space, in bytes."""
    pages = Path("/proc/self/statm").read_text().split()[0]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


@functools.cache
def _fill_blas_buffers():
    """Let NumPy's matrix library take its buffers, one a processor, before memory is counted."""
    square = np.ones((300, 300))
    return float((square @ square)[0, 0])
