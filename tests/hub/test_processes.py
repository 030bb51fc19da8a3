"""What processes use, and that what a test has started is found and ended."""

import os
import subprocess
import sys

import psutil
import pytest

from hub.load import processes

STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True)"


@pytest.fixture
def started(tmp_path):
    """A process that works in a folder, and ends only when it is forced to."""
    with subprocess.Popen(
        [sys.executable, "-c", f"{STUBBORN}; time.sleep(600)"],
        env={**os.environ, "HOME": str(tmp_path / "homes" / "learner0")},
        stdout=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        process.stdout.readline()
        yield process
        process.kill()


def test_a_process_is_found_by_the_folder_that_it_works_in(started, tmp_path):
    assert [each.pid for each in processes.named(tmp_path)] == [started.pid]
    assert processes.named(tmp_path / "another") == []


def test_a_process_that_does_not_listen_is_ended_by_force(started, tmp_path):
    processes.end(processes.named(tmp_path), seconds=0.2)
    assert not psutil.pid_exists(started.pid)


def test_a_process_that_has_ended_by_itself_is_no_trouble(started, tmp_path):
    found = processes.named(tmp_path)
    started.kill()
    started.wait()
    processes.end(found, seconds=0.2)


def test_what_a_process_uses_is_at_least_what_it_holds():
    kept = bytearray(os.urandom(30_000_000))
    found = processes.used(os.getpid())
    assert len(kept) / 1e6 <= found.uss <= found.pss
    assert found.processor > 0


def test_a_process_that_was_started_is_a_child(started):
    assert started.pid in processes.children(os.getpid())
