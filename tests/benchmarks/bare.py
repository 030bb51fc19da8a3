"""A page of a browser that is driven over the browser's own protocol, and otherwise left alone.

Playwright has the browser report all that goes over the network, and the browser keeps a part of
it: its memory then grows by 200 MB in ten minutes of play, whatever the page does. So where memory
is measured, nothing but scripts and the collection of garbage is asked for here.
"""

import json
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from tests.browser.lab import CHROMIUM_ARGS, answers, find_chromium, free_port

MEGABYTE = 2**20


def renderers():
    """The processes that draw pages, of whatever browser."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if b"--type=renderer" in (folder / "cmdline").read_bytes():
                found.add(folder)
        except OSError:  # it has ended meanwhile
            continue
    return found


class Page:
    """A page, and the processes that draw it."""

    def __init__(self, port, processes):
        import websocket  # comes with JupyterLab

        pages = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list", timeout=9))
        address = next(each["webSocketDebuggerUrl"] for each in pages if each["type"] == "page")
        self.socket, self.sent = websocket.create_connection(address, timeout=60), 0
        self.processes = processes

    def call(self, method, **values):
        """Call a method of the protocol; returns its result."""
        self.sent += 1
        self.socket.send(json.dumps({"id": self.sent, "method": method, "params": values}))
        while (said := json.loads(self.socket.recv())).get("id") != self.sent:
            pass
        return said["result"]

    def evaluate(self, script):
        """The value of a script, awaited."""
        said = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        return said["result"].get("value")

    def wait_for(self, script, seconds=60):
        """Wait until a script is true."""
        deadline = time.monotonic() + seconds
        while self.evaluate(script) is not True:
            if time.monotonic() > deadline:
                raise TimeoutError(f"not within {seconds} s: {script}")
            time.sleep(0.2)

    def memory(self):
        """The resident memory of the largest of its processes, in MB, without its garbage."""
        self.call("HeapProfiler.collectGarbage")
        sizes = [int((folder / "statm").read_text().split()[1]) for folder in self.processes()]
        return max(sizes) * 4096 / MEGABYTE


@contextmanager
def page(url, folder):
    """A page of a browser of its own."""
    before, port = renderers(), free_port()
    command = [
        *(find_chromium(), "--headless", "--window-size=1280,800", *CHROMIUM_ARGS),
        f"--user-data-dir={folder / 'browser'}",
        f"--remote-debugging-port={port}",
        "--remote-allow-origins=*",
        url,
    ]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, **quiet) as browser:
        try:
            deadline = time.monotonic() + 60
            while not answers(f"http://127.0.0.1:{port}/json/version"):
                if time.monotonic() > deadline:
                    raise TimeoutError("the browser did not start")
                time.sleep(0.2)
            yield Page(port, lambda: renderers() - before)
        finally:
            browser.terminate()
