"""A sandbox: nothing that an answer does harms the kernel, or is shown beside the check.

While an answer runs, what would end the kernel or wait for the keyboard raises an exception in the
answer instead, what it prints is kept in notes, its time and its memory are limited, and what it
assigns to NumPy's or Python's own names is put back. The guards hold for the answer's threads only:
the kernel itself may go on, and may still be shut down.

This protects a reader from a slip, not a computer from an attack: code can close the kernel's
sockets, delete files, or crash compiled code, and no guard in the same process prevents that.
"""

import _thread
import builtins
import contextlib
import functools
import getpass
import io
import math
import os
import signal
import sys
import threading
import time

import numpy as np

from toynn_course.exercises.engine.memory import limited_memory
from toynn_course.exercises.engine.notes import Notes
from toynn_course.exercises.engine.replacement import kept, replaced
from toynn_course.exercises.engine.time_limit import HookWithoutTimeUp, TimeUp, stop_threads, within

__all__ = ["AskedError", "LeftError", "Notes", "TimeUp", "run"]

LIBRARIES = (builtins, math, time, os, signal, np, np.linalg, np.random)
ENDING = {  # what ends a process, or lets a signal do so
    builtins: ("exit", "quit"),
    sys: ("exit",),
    os: ("_exit", "abort", "kill", "killpg", "execv", "execve"),
    signal: ("raise_signal", "pthread_kill", "alarm", "setitimer"),
    _thread: ("interrupt_main",),
}
ASKING = {builtins: ("input", "breakpoint"), getpass: ("getpass",)}
DEEPEST = 10_000  # calls within calls: with many more, compiled code may crash the kernel


class LeftError(SystemExit):
    """The answer called what ends the whole program: its text is the call, such as "exit()"."""


class AskedError(BaseException):
    """The answer waits for the keyboard: its text is the call, such as "input()".

    A BaseException, since otherwise `except Exception` in a loop would ask for ever.
    """


def run(work, seconds, notes=None):
    """Call work() under all guards, for at most that many seconds.

    Returns "ended", "stopped", or "running" for what could not be stopped and was left behind.
    """
    notes = notes or Notes()
    guarded = _Guarded()

    def guarded_work():
        guarded.join()
        work()

    with limited_memory(), _everything_restored(), notes.taken(), guarded.within(notes):
        state = within(seconds, guarded_work)
        return state if guarded.threads_stopped() else "running"


class _Guarded:
    """The threads that are guarded: the answer's, and those that it starts."""

    def __init__(self):
        self.others = {thread.ident for thread in threading.enumerate()}
        self.is_over = False

    def join(self):
        """Guard this thread as well."""
        self.others.discard(threading.get_ident())

    def is_here(self):
        """Whether this thread is guarded."""
        return not self.is_over and threading.get_ident() not in self.others

    @contextlib.contextmanager
    def within(self, notes):
        """Within this, the guards stand."""
        try:
            with replaced(*self._guards(), *_jupyter_guards(self, notes)):
                yield
        finally:
            self.is_over = True  # a guard that a second Ctrl-C leaves behind does nothing

    def _guards(self):
        """The replacements in Python's own modules, as (namespace, name, value)."""
        for kinds, error in ((ENDING, LeftError), (ASKING, AskedError)):
            for module, names in kinds.items():
                for name in filter(vars(module).__contains__, names):
                    place = "" if module is builtins else f"{module.__name__}."
                    call = f"{place.lstrip('_')}{name}()"
                    yield vars(module), name, self.raising(error(call), vars(module)[name])
        yield vars(sys), "stdin", _Keyboard()
        yield vars(threading), "excepthook", threading.__excepthook__  # says nothing of TimeUp
        yield vars(sys), "unraisablehook", HookWithoutTimeUp(sys.unraisablehook)
        yield vars(sys), "setrecursionlimit", _limit_recursion
        yield vars(time), "sleep", _sleep_in_steps

    def raising(self, error, original):
        """A function that raises this error where it is guarded, and else does what it did."""

        @functools.wraps(original)
        def guard(*arguments, **more):
            if self.is_here():
                raise type(error)(*error.args)
            return original(*arguments, **more)

        return guard

    def threads_stopped(self):
        """Stop the threads that the answer has left behind; whether all of them did stop."""
        left = [thread for thread in threading.enumerate() if self._left(thread)]
        for thread in left:
            thread.join(0.05)  # it may be about to end
        return stop_threads(left)

    def _left(self, thread):
        """A thread of a library, such as that of a progress bar, may stay."""
        kind = type(thread)
        own = kind in (threading.Thread, threading.Timer) or kind.__module__ == "__main__"
        return own and thread.ident not in self.others | {threading.get_ident()}


def _jupyter_guards(guarded, notes):
    """The replacements in a notebook, where `exit` and `display` are IPython's own."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if shell is None:
        return
    for name in ("exit", "quit"):
        original = shell.user_ns.get(name)
        if original is getattr(shell, "exiter", ...):
            yield shell.user_ns, name, guarded.raising(LeftError(f"{name}()"), original)
    if hasattr(shell, "ask_exit"):  # a kernel in a browser cannot be left
        leaving = guarded.raising(LeftError("exit()"), shell.ask_exit)
        yield vars(shell), "ask_exit", leaving
    yield vars(shell.display_pub), "publish", notes.show


class _Keyboard(io.TextIOBase):
    """A keyboard that nobody types on."""

    def readline(self, *_size):
        """Refuse to wait for a line."""
        raise AskedError("sys.stdin.readline()")

    def read(self, *_size):
        """Refuse to wait for a text."""
        raise AskedError("sys.stdin.read()")


_sleep = time.sleep
_set_recursion_limit = sys.setrecursionlimit


def _sleep_in_steps(seconds):
    """Sleep, but notice between two steps that the time is up."""
    end = time.monotonic() + seconds
    _sleep(min(seconds, 0.01))
    while (rest := end - time.monotonic()) > 0:
        _sleep(min(rest, 0.01))


def _limit_recursion(limit):
    """Set the limit to recursion, within reason."""
    _set_recursion_limit(min(limit, DEEPEST))


@contextlib.contextmanager
def _everything_restored():
    """Within this, an answer may change settings and names; afterwards they are as before."""
    depth, figures = sys.getrecursionlimit(), _figures()
    try:
        with _folder_kept(), kept(*map(vars, LIBRARIES)):
            yield
    finally:
        sys.setrecursionlimit(depth)
        for number in _figures() - figures:
            sys.modules["matplotlib.pyplot"].close(number)


@contextlib.contextmanager
def _folder_kept():
    """Within this, `os.chdir` may be called."""
    folder = os.path.realpath(os.curdir)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # the folder may be gone
            os.chdir(folder)


def _figures():
    """The numbers of the figures that pyplot has open, which a notebook shows after the cell."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    return set(pyplot.get_fignums()) if pyplot else set()
