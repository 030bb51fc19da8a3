"""Limits: an answer may take so much time and so much memory, and then it is stopped.

No way of stopping code works everywhere, so there are three: a timer signal (main thread of Linux
and macOS, also for code that sleeps), a second thread that raises an exception in the first
(Windows, and threads other than the main one), and a look at the clock before every line (the
Python of a browser, which has neither). What none of them can stop is a single call that stays
inside compiled code for ever, such as sum(itertools.count()): there the kernel must be restarted.
"""

import contextlib
import ctypes
import functools
import os
import signal
import sys
import threading
import time
from pathlib import Path

import numpy as np

ROOM = 2**30  # bytes that an answer may ask for: a thousand times what an exercise needs
AGAIN = 0.05  # seconds until an answer that has caught TimeUp is stopped once more


class TimeUp(BaseException):
    """The answer's time is over. Not an Exception, so that `except Exception` lets it pass."""


def within(seconds, work):
    """Call work(); True if it ended by itself, False if it was stopped after so many seconds."""
    watch = _watch(seconds)
    try:
        work()
    except TimeUp:
        return False
    finally:
        _stop(watch)
    return True


def _watch(seconds):
    """The first watch that works here, running."""
    if sys.platform != "emscripten":
        if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
            return _Timer(seconds)
        with contextlib.suppress(RuntimeError):  # no more threads can be started
            return _Watchdog(seconds)
    return _Clock(seconds)


def _stop(watch):
    """Stop the watch, even if it goes off while it is being stopped."""
    while True:
        try:
            return watch.stop()
        except TimeUp:
            continue


class _Timer:
    """A signal from the operating system."""

    def __init__(self, seconds):
        self.started = time.monotonic()
        self.earlier = signal.signal(signal.SIGALRM, self._ring)
        self.earlier_timer = signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)

    def stop(self):
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self.earlier or signal.SIG_DFL)
        left, interval = self.earlier_timer
        if left:
            passed = time.monotonic() - self.started
            signal.setitimer(signal.ITIMER_REAL, max(left - passed, 0.001), interval)

    def _ring(self, *_signal):
        raise TimeUp


class _Watchdog:
    """A second thread, which raises TimeUp in this one."""

    def __init__(self, seconds):
        self.watched = ctypes.c_ulong(threading.get_ident())
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._wait, args=(seconds,), daemon=True)
        self.thread.start()

    def stop(self):
        self.over.set()
        self.thread.join()
        self._raise(None)  # takes back one that was on its way

    def _wait(self, seconds):
        while not self.over.wait(seconds):
            self._raise(ctypes.py_object(TimeUp))
            seconds = AGAIN

    def _raise(self, error):
        ctypes.pythonapi.PyThreadState_SetAsyncExc(self.watched, error)


class _Clock:
    """A look at the clock before every line of Python."""

    def __init__(self, seconds):
        self.end = time.monotonic() + seconds
        self.earlier = sys.gettrace()
        sys.settrace(self._look)

    def stop(self):
        sys.settrace(self.earlier)

    def _look(self, *_event):
        if time.monotonic() > self.end:
            raise TimeUp
        return self._look


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
