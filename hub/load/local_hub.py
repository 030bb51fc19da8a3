"""A JupyterHub on this machine, for as long as a block runs, and nothing left of it afterwards."""

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from hub.load import processes
from hub.load.client import HERE

CONFIG = Path(__file__).with_name("jupyterhub_config.py")
PROXY = "configurable-http-proxy"
READY = 60
"""Seconds in which a hub has to answer."""

POLITE = 15
"""Seconds in which a hub may end its servers itself."""


@dataclass(frozen=True)
class Hub:
    """A hub that runs: its address, the token that may do everything, and its process."""

    url: str
    token: str
    pid: int


def find_proxy():
    """The path of JupyterHub's proxy; None if it is not there.

    It is looked for on the path and in the folder node_modules, where `npm install` puts it.
    """
    return shutil.which(PROXY) or shutil.which(PROXY, path=str(Path("node_modules/.bin").resolve()))


def missing():
    """What a hub needs and is not here, as a sentence; empty if all is here."""
    if find_spec("jupyterhub") is None:
        return 'JupyterHub is not installed: pip install -e ".[hub]"'
    if find_proxy() is None:
        return f"JupyterHub's proxy is not installed: npm install {PROXY}"
    return ""


@contextmanager
def local_hub(folder, learners):
    """A Hub that keeps its files in a folder and runs until the block ends.

    learners : how many servers may run at once

    Raises RuntimeError if something that it needs is missing, or if it does not start.
    """
    if missing():
        raise RuntimeError(missing())
    asked = {
        "folder": str(folder),
        "ports": free_ports(3),
        "proxy": find_proxy(),
        "learners": learners,
        "token": secrets.token_hex(16),
    }
    log = Path(folder, "hub.log")
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", "jupyterhub", f"--config={CONFIG}"],
            env=os.environ | {"TOYNN_LOAD_TEST": json.dumps(asked)},
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,  # Ctrl-C is for this program, which then ends the hub in order
        )
    try:
        url = f"http://{HERE}:{asked['ports'][0]}"
        _wait(process, url, log)
        yield Hub(url, asked["token"], process.pid)
    finally:
        with undisturbed():
            _end(process, folder)


def free_ports(n):
    """Ports of this machine that nobody listens on."""
    probes = [socket.socket() for _ in range(n)]
    for probe in probes:
        probe.bind((HERE, 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


@contextmanager
def undisturbed():
    """Let no Ctrl-C interrupt the block: it tidies up."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _wait(process, url, log):
    end = time.monotonic() + READY
    while not _answers(url):
        if process.poll() is not None or time.monotonic() > end:
            text = log.read_text(encoding="utf-8")
            raise RuntimeError(f"JupyterHub did not start:\n{text[-3000:]}")
        time.sleep(0.2)


def _answers(url):
    try:
        with urllib.request.urlopen(f"{url}/hub/api/", timeout=5):  # noqa: S310 - on this machine
            return True
    except OSError:  # refused, too slow, or not ready: it is still starting
        return False


def _end(process, folder):
    """End the hub, which ends its servers and its proxy; then whatever it has left behind."""
    process.terminate()
    try:
        process.wait(POLITE)
    except subprocess.TimeoutExpired:
        process.kill()
    process.wait()
    processes.end(processes.named(folder), POLITE)
