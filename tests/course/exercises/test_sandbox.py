"""The sandbox: whatever an answer does, the kernel lives on and the check says what happened."""

# ruff: noqa: PLW0108, S112 - a guard is found where its name is looked up when it is called

import _thread
import builtins
import contextlib
import gc
import getpass
import itertools
import math
import os
import signal
import subprocess
import sys
import threading
import time
import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from toynn_course.exercises import EXERCISES
from toynn_course.exercises.engine import outcome, sandbox, time_limit
from toynn_course.exercises.engine.memory import limited_memory
from toynn_course.exercises.engine.sandbox import AskedError, LeftError, Notes, run
from toynn_course.exercises.engine.time_limit import TimeUp, within
from toynn_course.exercises.engine.verdict import judge

SIGMOID = replace(EXERCISES["02.sigmoid"], seconds=60)  # ample, on a slow machine as well
SOON_OVER = replace(SIGMOID, seconds=0.2)
press_ctrl_c = signal.pthread_kill  # the sandbox guards the one in `signal`


def message(action, exercise=SIGMOID):
    """What the check says to an answer that does this first."""

    def sigmoid(z):
        action()
        return 1 / (1 + np.exp(-z))

    return judge(exercise, sigmoid).message


def threads():
    """Those that are alive."""
    return set(threading.enumerate())


def wait_for_others_than(before):
    """Return once no thread but these is alive; one that stays ends in a timeout."""
    while threads() - before:
        time.sleep(0.01)


@pytest.fixture
def no_threads(monkeypatch):
    """As in a browser: no thread can be started."""

    def start(self):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(time_limit._Worker, "start", start)


@pytest.fixture(params=["threads", "no threads"])
def anywhere(request):
    """With threads and without."""
    if request.param == "no threads":
        request.getfixturevalue("no_threads")


# --- what would end the kernel, or wait for the keyboard


def raise_system_exit():
    raise SystemExit


LEAVING = {
    "exit()": lambda: exit(),  # noqa: PLR1722 - what a reader writes
    "quit()": lambda: quit(),  # noqa: PLR1722
    "sys.exit()": lambda: sys.exit(3),
    "SystemExit": raise_system_exit,
    "os._exit()": lambda: os._exit(0),
    "os.abort()": lambda: os.abort(),
    "os.kill()": lambda: os.kill(os.getpid(), signal.SIGTERM),
    "signal.raise_signal()": lambda: signal.raise_signal(signal.SIGINT),
    "thread.interrupt_main()": lambda: _thread.interrupt_main(),
}


@pytest.mark.parametrize("call", LEAVING)
def test_what_would_end_the_kernel_ends_the_answer_only(call, anywhere):
    said = message(LEAVING[call])
    assert call in said
    assert "which would end the whole program" in said
    assert not sys.stdin.closed


ASKING = {
    "input()": lambda: input("z? "),
    "getpass.getpass()": lambda: getpass.getpass(),
    "sys.stdin.readline()": lambda: sys.stdin.readline(),
    "breakpoint()": lambda: breakpoint(),  # noqa: T100
}


@pytest.mark.parametrize("call", ASKING)
def test_nobody_is_waited_for(call, anywhere):
    said = message(ASKING[call])
    assert call in said
    assert "the check cannot type" in said


def test_a_loop_that_asks_until_it_gets_a_number_is_left_at_once():
    def ask():
        while True:
            with contextlib.suppress(Exception):
                return float(input())

    assert "input()" in message(ask)


def test_exceptions_of_the_guards_name_the_call():
    found = []

    def work():
        for action in (*LEAVING.values(), *ASKING.values()):
            try:
                action()
            except (LeftError, AskedError) as error:
                found.append(str(error))
            except SystemExit:
                found.append("SystemExit")

    assert run(work, 5) == "ended"
    assert found == [*LEAVING, *ASKING]


def test_the_guards_are_for_the_answer_alone():
    left = []

    def other():
        try:
            sys.exit(1)
        except SystemExit as error:
            left.append(type(error))

    waiting = threading.Event()
    thread = threading.Thread(target=lambda: (waiting.wait(5), other()))
    thread.start()
    run(lambda: (waiting.set(), time.sleep(0.1)), 5)
    thread.join()
    assert left == [SystemExit]


def test_everything_is_as_before_afterwards(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def meddle():
        np.exp = math.pi = builtins.print = None
        del np.log, builtins.len
        os.chdir("/")
        sys.setrecursionlimit(10**9)
        np.seterr(all="raise")
        warnings.simplefilter("ignore")
        sys.stdout = sys.stderr = sys.stdin = None

    def settings():
        return (
            [dict(vars(each)) for each in (builtins, math, os, signal, time, np)],
            (sys.stdin, sys.stdout, sys.stderr, sys.exit, sys.setrecursionlimit),
            (Path.cwd(), sys.getrecursionlimit(), warnings.filters[:], np.geterr()),
        )

    before = settings()
    assert run(meddle, 5) == "ended"
    assert settings() == before


# --- time


def for_ever():
    while True:
        pass


def stubborn():
    while True:
        try:
            for_ever()
        except:  # noqa: E722 - what a reader writes
            continue


def stubborn_in_its_cleaning_up():
    try:
        for_ever()
    except BaseException:  # noqa: BLE001
        for_ever()
    finally:
        stubborn()


def suppressing():
    while True:
        with contextlib.suppress(BaseException), contextlib.suppress(BaseException):
            for_ever()


def recursive():
    while True:
        try:
            recursive()
        except BaseException:  # noqa: BLE001
            continue


def none(_):
    return False


ENDLESS = {
    "loop": for_ever,
    "loop that catches everything": stubborn,
    "loops in except and finally": stubborn_in_its_cleaning_up,
    "loop that suppresses everything": suppressing,
    "generator": lambda: sum(1 for _ in itertools.count()),
    "comprehension": lambda: [0 for _ in iter(int, 1) if False],
    "compiled loop over a function": lambda: any(map(none, itertools.count())),
    "sleep": lambda: time.sleep(1000),
    "printing": lambda: [print("again") for _ in itertools.count()],
    "numpy": lambda: [np.exp(np.ones(9)) for _ in iter(int, 1)],
}


CATCHING = {stubborn, stubborn_in_its_cleaning_up, suppressing}
if sys.version_info >= (3, 12):  # Python 3.11 leaves it behind
    ENDLESS["recursion that catches everything"] = recursive


@pytest.mark.parametrize("kind", ENDLESS)
def test_what_never_ends_is_stopped_and_leaves_nothing_behind(kind):
    before = threads()
    said = message(ENDLESS[kind], SOON_OVER)
    assert "was still running after 0.2 seconds, and was stopped" in said
    wait_for_others_than(before)


@pytest.mark.parametrize("kind", ENDLESS)
def test_where_threads_cannot_start_it_is_stopped_as_well(kind, no_threads):
    if sys.version_info < (3, 12) and ENDLESS[kind] in CATCHING:
        pytest.skip("a trace function is forgotten once it has raised")
    traced = sys.gettrace()
    said = message(ENDLESS[kind], SOON_OVER)
    assert "was still running after 0.2 seconds, and was stopped" in said
    assert sys.gettrace() == traced


@pytest.fixture
def reported(monkeypatch):
    """What Python cannot raise, and reports: compiled code takes it, which nothing can stop."""
    found = []
    monkeypatch.setattr(sys, "unraisablehook", found.append)
    return found


def test_what_is_stopped_while_python_cleans_up_is_not_reported(reported, anywhere):
    class Endless:
        def __del__(self):
            for_ever()

    def work():
        Endless()
        for_ever()

    assert run(work, 0.1) == "stopped"
    assert reported == []


def test_what_goes_wrong_while_python_cleans_up_is_reported_as_ever(reported):
    class Wrong:
        def __del__(self):
            raise ZeroDivisionError

    assert run(Wrong, 5) == "ended"
    assert [each.exc_type for each in reported] == [ZeroDivisionError]


def test_nothing_is_reported_however_often_the_garbage_is_collected(reported):
    """Each collection calls Python code, in which TimeUp may come; Python 3.11 crashed, too."""

    def watch(_phase, _found):
        pass

    thresholds = gc.get_threshold()
    gc.callbacks.append(watch)
    gc.set_threshold(2)
    try:
        states = {run(work, 0.05) for work in (for_ever, stubborn, in_another_thread) * 5}
    finally:
        gc.set_threshold(*thresholds)
        gc.callbacks.remove(watch)
    assert states <= {"stopped", "ended"}
    assert reported == []


def in_another_thread():
    threading.Thread(target=for_ever).start()


def test_a_recursion_without_an_end_is_an_error_of_its_own():
    def even():
        return odd()

    def odd():
        return even()

    assert "RecursionError" in message(even)


def test_of_many_calls_within_calls_only_the_last_is_described(monkeypatch):
    described = []
    monkeypatch.setattr(outcome, "_place", lambda step: described.append(step) or {})

    def deep(n):
        return deep(n - 1) if n else 1 / 0

    message(lambda: deep(100))
    assert len(described) == len(SIGMOID.all_cases)


def test_work_that_ends_about_when_its_time_is_up_ends_well():
    def work():
        end = time.perf_counter() + 0.01
        while time.perf_counter() < end:
            pass

    assert {within(0.01, work) for _ in range(100)} <= {"ended", "stopped"}


def test_what_cannot_be_stopped_is_left_behind_with_a_sentence(monkeypatch):
    monkeypatch.setattr(time_limit, "PATIENCE", 0.1)
    said = message(lambda: sandbox._sleep(2), SOON_OVER)
    assert "goes on in the background. Restart the kernel" in said


@pytest.mark.skipif(sys.version_info < (3, 12), reason="sys.monitoring is new in Python 3.12")
class TestMonitoring:
    def test_only_the_thread_of_the_answer_is_stopped(self):
        counted = itertools.count()
        busy = threading.Thread(target=lambda: [None for _ in range(10**6) if next(counted) < 0])
        busy.start()
        assert within(0.05, for_ever) == "stopped"
        busy.join()
        assert next(counted) == 10**6

    def test_the_tool_of_a_debugger_is_left_alone(self):
        taken = [n for n in range(6) if sys.monitoring.get_tool(n) is None]
        for number in taken[:-1]:
            sys.monitoring.use_tool_id(number, "another")
        try:
            assert within(0.05, stubborn) == "stopped"
            sys.monitoring.use_tool_id(taken[-1], "another")
            assert within(0.05, for_ever) == "stopped"
            assert time_limit._without_threads(0.05, for_ever) == "stopped"
        finally:
            for number in taken:
                if sys.monitoring.get_tool(number) == "another":
                    sys.monitoring.free_tool_id(number)
        assert [n for n in range(6) if sys.monitoring.get_tool(n) is None] == taken

    def test_a_library_may_release_its_locks_before_it_is_stopped(self, tmp_path, monkeypatch):
        (tmp_path / "endless.py").write_text("while True: pass")
        monkeypatch.syspath_prepend(tmp_path)

        def importing():
            import endless  # noqa: F401

        assert within(0.05, importing) == "stopped"
        assert within(0.05, importing) == "stopped"  # and not locked
        assert "endless" not in sys.modules


def test_an_answer_that_catches_everything_does_not_hang():
    script = """if True:
        from dataclasses import replace
        from toynn_course.exercises import EXERCISES
        from toynn_course.exercises.engine.verdict import judge

        def sigmoid(z):
            while True:
                try:
                    z = z + 1
                except:
                    pass

        print(judge(replace(EXERCISES["02.sigmoid"], seconds=0.1), sigmoid).message)
        """
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=30
    )
    assert "was still running after 0.1 seconds" in done.stdout
    assert done.stderr == ""


def test_an_error_of_our_own_is_not_lost():
    with pytest.raises(ZeroDivisionError):
        within(1, lambda: 1 / 0)


def test_an_answer_is_stopped_in_another_thread_as_well():
    found = []
    thread = threading.Thread(target=lambda: found.append(message(for_ever, SOON_OVER)))
    thread.start()
    thread.join(timeout=5)
    assert "still running after 0.2 seconds" in found[0]


def test_a_thread_that_an_answer_leaves_behind_is_stopped():
    before = threads()
    assert run(lambda: threading.Thread(target=for_ever).start(), 5) == "ended"
    wait_for_others_than(before)


def test_the_interrupt_of_the_reader_passes_at_once():
    def add():
        press_ctrl_c(threading.main_thread().ident, signal.SIGINT)  # as Jupyter does
        for_ever()

    before = threads()
    with pytest.raises(KeyboardInterrupt):
        message(add, replace(SIGMOID, seconds=600))  # longer than the limit of any test
    wait_for_others_than(before)
    assert sys.exit.__module__ == "sys"


@pytest.mark.parametrize("moment", ["start", "wait", "stop"])
def test_an_answer_is_stopped_whenever_ctrl_c_comes(moment, monkeypatch):
    method, interrupts = getattr(time_limit._Worker, moment), [KeyboardInterrupt]

    def interrupted(worker, *seconds):
        if moment == "start":
            method(worker)
        if interrupts:
            raise interrupts.pop()
        method(worker, *seconds)

    monkeypatch.setattr(time_limit._Worker, moment, interrupted)
    before = threads()
    with pytest.raises(KeyboardInterrupt):
        within(0.1, for_ever)
    wait_for_others_than(before)


# --- memory

HUGE = {
    "np.ones": lambda: np.ones(10**11),
    "np.zeros": lambda: np.zeros(10**11),
    "np.empty": lambda: np.empty((10**6, 10**5)),
    "a square": lambda: np.ones((10**10, 10**10)),
    "a long row": lambda: np.ones(10**19),
    "list": lambda: [0] * 10**11,
    "bytearray": lambda: bytearray(10**11),
    "text": lambda: "x" * 10**12,
}
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")


@on_linux
@pytest.mark.parametrize("kind", HUGE)
def test_far_too_much_memory_is_refused(kind):
    assert "asked for far more memory than the task needs" in message(HUGE[kind])


@on_linux
def test_an_answer_that_asks_again_and_again_is_stopped_in_the_end():
    def hoard():
        hoarded = []
        while True:
            with contextlib.suppress(MemoryError):
                hoarded.append(bytearray(10**7))

    said = message(hoard, SOON_OVER)
    assert "was still running" in said


@on_linux
def test_the_limit_on_memory_is_lifted_afterwards():
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    with limited_memory(2**28), pytest.raises(MemoryError):
        np.ones(2**27)
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    assert np.ones(2**16).sum() == 2**16


# --- results

ODD_RESULTS = {
    "a generator": lambda z: (z for _ in itertools.count()),
    "far more than the task asks for": lambda z: [0.0] * 2_000_000,
    "Python stopped with a TypeError": lambda z: setattr(np, "exp", None) or np.exp(z),
}


@pytest.mark.parametrize("words", ODD_RESULTS)
def test_an_odd_result_gets_a_sentence(words):
    assert words in judge(SIGMOID, ODD_RESULTS[words]).message
    assert np.exp(0) == 1


# --- notes


def test_a_million_lines_are_not_shown(capfd):
    notes = Notes()
    assert run(lambda: [print("line", i) for i in range(10**6)], 60, notes) == "ended"
    printed, warned = notes.take()
    assert printed.startswith("line 0\nline 1\n")
    assert (len(printed), warned) == (1000, ())
    assert tuple(capfd.readouterr()) == ("", "")


def test_warnings_of_numpy_are_noted_once_each():
    def warn():
        with np.errstate(all="warn"):
            np.exp(np.array([1000.0, 2000.0]))
            np.exp(np.array([1000.0]))
            np.log(np.zeros(2))
        warnings.warn("not of numpy", UserWarning, stacklevel=1)

    notes = Notes()
    run(warn, 5, notes)
    wanted = "overflow encountered in exp", "divide by zero encountered in log"
    assert notes.take() == ("", wanted)
    assert notes.take() == ("", ())


def test_an_answer_leaves_streams_and_warnings_as_they_were():
    before = sys.stdout, sys.stderr, warnings.filters[:], np.geterr()
    message(lambda: np.log(-np.ones(2)) is print("log"))
    assert (sys.stdout, sys.stderr, warnings.filters[:], np.geterr()) == before


def test_time_up_is_no_error_of_the_answer():
    assert issubclass(TimeUp, SystemExit)
    assert not issubclass(TimeUp, Exception)
