"""A time limit: an answer is stopped when its time is up, whatever it catches.

An answer runs in a thread of its own, so that Ctrl-C reaches the reader's thread at once, and so
that an answer that does not stop can be left behind. From Python 3.12 on, `sys.monitoring` raises
TimeUp at every step of that thread once its time is up. In Python 3.11 an exception is sent into
the thread, and brings a trace function with it that does the same. The Python of a browser has no
threads: there the events are on from the beginning, and each looks at the clock.

What nothing here can stop is a single call that never leaves compiled code. If it lets other
threads run, as `time.sleep` does, it is left behind; if it does not, as `sum(itertools.count())`,
only a restart of the kernel helps.
"""

import contextlib
import ctypes
import functools
import sys
import sysconfig
import threading
import time
from pathlib import Path

from toynn_course.exercises.engine import notes

PAUSE = 0.005  # seconds between two looks at an answer that should be stopping
GRACE = 0.1  # seconds in which a library may finish what it is doing, such as releasing a lock
PATIENCE = 0.5  # seconds of trying to stop an answer


class TimeUp(SystemExit):
    """The answer's time is up. `except Exception` lets it pass, and a thread ends by it quietly."""


def within(seconds, work):
    """Call work(), for at most that many seconds.

    Returns "ended", "stopped", or "running" for what could not be stopped and was left behind.
    """
    worker = _Worker(work)
    try:
        worker.start()
        worker.wait(seconds)
        worker.stop()
    except RuntimeError:  # there are no threads here
        return _without_threads(seconds, work)
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
        """Do the work, and keep how it ended."""
        try:
            self.work()
            self.state = "ended"
        except TimeUp:
            self.state = "stopped"
        except BaseException as error:  # noqa: BLE001 - to be raised where the result is awaited
            self.state, self.error = "ended", error
        finally:
            sys.settrace(None)  # else TimeUp would be raised in what Python does as a thread ends
            sys.setprofile(None)

    def wait(self, seconds):
        """Return when it has ended, or after that many seconds."""
        end = time.monotonic() + seconds
        while self.is_alive() and time.monotonic() < end:
            self.join(min(0.05, seconds))  # Windows hears Ctrl-C only between two waits

    def stop(self):
        """Raise TimeUp in it until it ends, or patience does."""
        end = time.monotonic() + PATIENCE
        while self.ident is None and time.monotonic() < end:  # Ctrl-C came while it was starting
            time.sleep(PAUSE)
        if stop_threads([self]) and self.state == "running":
            self.state = "stopped"


def stop_threads(threads):
    """Raise TimeUp in these threads until they end; whether all of them did."""
    alive = [thread for thread in threads if thread.is_alive()]
    end = time.monotonic() + PATIENCE
    with _alarm({thread.ident for thread in alive}) as ring:
        while alive and time.monotonic() < end:
            ring()
            alive[0].join(PAUSE)
            alive = [thread for thread in alive if thread.is_alive()]
    for thread in alive:
        _send_to(thread.ident)  # so that it ends when it comes back from where it is stuck
    return not alive


@contextlib.contextmanager
def _alarm(threads):
    """Gives a function that raises TimeUp in the threads with these numbers."""
    tool = _free_tool() if threads else None
    if tool is None:
        yield lambda: [_send_to(thread) for thread in threads]
        return
    with _Watch(tool, threads, time.monotonic()):
        yield lambda: None  # it rings at every step already


def _send_to(thread):
    """Raise TimeUp once in a thread, when it next runs Python code."""
    number = ctypes.c_ulong(thread or 0)  # it has none while it is being started
    ctypes.pythonapi.PyThreadState_SetAsyncExc(number, ctypes.py_object(_Echo))


def _without_threads(seconds, work):
    """The same in this thread, by looking at the clock again and again."""
    tool, end = _free_tool(), time.monotonic() + seconds
    watch = _Trace(end) if tool is None else _Watch(tool, {threading.get_ident()}, end)
    try:
        with watch:
            work()
    except TimeUp:
        return "stopped"
    return "ended"


class _Watch:
    """Raises TimeUp at every step that these threads take in Python after the end of their time.

    Within this; from Python 3.12 on. What an answer catches is raised again at its next step. Only
    code of the reader's is stopped at first, so that a library can clean up behind itself.
    """

    def __init__(self, tool, threads, end):
        self.tool, self.threads, self.end = tool, threads, end
        events = sys.monitoring.events
        # A call or a jump happens in every endless loop and recursion; lines cost five times more.
        self.seldom = events.JUMP | events.PY_START | events.PY_RESUME
        self.often = self.seldom | events.LINE | events.PY_THROW
        self.events = self.often if end <= time.monotonic() else self.seldom

    def __enter__(self):
        sys.monitoring.use_tool_id(self.tool, "toynn")
        self._call(self.look)
        sys.monitoring.set_events(self.tool, self.events)

    def __exit__(self, *_error):
        sys.monitoring.set_events(self.tool, 0)
        self._call(None)
        sys.monitoring.free_tool_id(self.tool)

    def _call(self, function):
        """Let this function be called at each event, or none."""
        for number in range(self.often.bit_length()):
            if self.often & 1 << number:
                sys.monitoring.register_callback(self.tool, 1 << number, function)

    def look(self, code, *_place):
        """Raise TimeUp if the time is up and this is a place for it."""
        now = time.monotonic()
        if now < self.end or threading.get_ident() not in self.threads:
            return
        if _may_be_left(code.co_filename, now > self.end + GRACE):
            self._look_more_often()
            raise TimeUp

    def _look_more_often(self):
        """Look at every line from now on; an answer may catch TimeUp."""
        if self.events != self.often:
            self.events = self.often
            sys.monitoring.set_events(self.tool, self.events)


@functools.cache
def _may_be_left(filename, in_a_hurry):
    """Whether TimeUp may be raised in code of this file.

    Never here, where a thread ends, where a compiled function prints, or where modules are imported
    and a lock would stay closed.
    """
    if filename in (__file__, notes.__file__, threading.__file__) or filename.startswith("<frozen"):
        return False
    return in_a_hurry or not filename.startswith(_libraries())


@functools.cache
def _libraries():
    """The folders in which Python and the installed packages are."""
    kinds = "stdlib", "platstdlib", "purelib", "platlib"
    return tuple({str(Path(sysconfig.get_path(kind))) for kind in kinds})


class HookWithoutTimeUp:
    """A `sys.unraisablehook` that does what an earlier one does, but says nothing of TimeUp.

    Where Python itself calls a function, such as `__del__`, nobody could catch TimeUp; and nobody
    needs to, since it comes again at the next step.
    """

    def __init__(self, earlier):
        self.earlier = earlier

    def __call__(self, unraisable):
        """Report what could not be raised, as `sys.unraisablehook` documents it."""
        if not issubclass(unraisable.exc_type, TimeUp):
            self.earlier(unraisable)


class _Trace:
    """The same for Python 3.11, in this thread only.

    Python forgets a trace function once it has raised, and a profile function as well. So each of
    them puts the other one back.
    """

    def __init__(self, end):
        self.end, self.earlier, self.is_on = end, (sys.gettrace(), sys.getprofile()), True
        self.look = self.look  # kept, since Python may still call one that was replaced, and crash

    def __enter__(self):
        sys.settrace(self.look)

    def __exit__(self, *_error):
        self.is_on = False
        sys.settrace(self.earlier[0])
        sys.setprofile(self.earlier[1])

    def look(self, frame, *_event):
        """Raise TimeUp if the time is up and this is a place for it."""
        frame.f_trace_opcodes = True  # a loop of one line has no further lines
        now = time.monotonic()
        if self.is_on and now >= self.end:
            self.arm()
            if _may_be_left(frame.f_code.co_filename, now > self.end + GRACE):
                raise TimeUp
        return self.look

    def arm(self):
        """Look at the next step, wherever it is, and at the next call or return."""
        sys.settrace(self.look)
        sys.setprofile(self.look)
        frame = sys._getframe()
        while frame:
            frame.f_trace, frame = self.look, frame.f_back


class _Echo(TimeUp):
    """What is sent into a thread: if the answer catches it, TimeUp is raised again."""

    def __init__(self):
        super().__init__()
        if not hasattr(sys, "monitoring"):
            earlier = getattr(sys.gettrace() or sys.getprofile(), "__self__", None)
            trace = earlier if isinstance(earlier, _Trace) else _Trace(time.monotonic())
            trace.arm()


def _free_tool():
    """The number of a monitoring tool that nobody uses, or None."""
    if not hasattr(sys, "monitoring"):
        return None
    free = (n for n in (3, 4, 5, 2, 1, 0) if sys.monitoring.get_tool(n) is None)
    return next(free, None)
