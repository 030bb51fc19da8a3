"""The load test itself, with one learner and a notebook of three cells, on a real hub."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from hub.load import processes
from hub.load.local_hub import find_proxy, missing

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())

CELLS = ["import toynn", "print(toynn.Network.random((2, 1), rng=0))", "1 / 0"]


@pytest.fixture
def command(write_notebook, tmp_path):
    """A function that starts the load test, with one learner, in a folder of its own."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()

    def start(cells, *words):
        return subprocess.Popen(
            [sys.executable, "-m", "hub.load", "1", "--notebook", write_notebook(cells), *words],
            env={**os.environ, "TMPDIR": str(temporary)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start


def test_a_learner_runs_every_cell_is_measured_and_nothing_is_left(command, tmp_path):
    with command(CELLS, "--json", str(tmp_path / "run.json")) as process:
        printed, complaints = process.communicate()
    assert complaints == ""
    assert process.returncode == 1  # the last cell divides by zero
    error = "learner0, code cell 2: ZeroDivisionError: division by zero"
    assert printed.endswith(f"\n1 error\n  {error}\n")
    run = json.loads((tmp_path / "run.json").read_text())
    assert run["errors"] == [error]
    assert run["seconds"]["server"]["most"] > run["seconds"]["first_cell"]["most"] > 0
    assert run["memory"]["kernel"]["most"] > 20
    done, opened = run["processor"]["all_cells"]["most"], run["processor"]["kernel_open"]["most"]
    assert done > opened > 0
    assert_nothing_is_left(tmp_path)


def test_ctrl_c_ends_all_that_was_started(command, tmp_path):
    with command(["import time", "time.sleep(600)"], "--limit", "600") as process:
        while not kernels(tmp_path):
            assert process.poll() is None
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate()
    assert process.returncode == 130
    assert complaints == "Stopped; what was started has been ended.\n"
    assert_nothing_is_left(tmp_path)


def kernels(folder):
    """The files in which kernels say where they listen."""
    return list((folder / "temporary").glob("*/homes/*/.local/share/jupyter/runtime/kernel-*.json"))


def assert_nothing_is_left(folder):
    assert list((folder / "temporary").iterdir()) == []
    assert processes.named(folder / "temporary") == []


def test_the_proxy_that_was_found_is_there():
    assert os.access(find_proxy(), os.X_OK)
