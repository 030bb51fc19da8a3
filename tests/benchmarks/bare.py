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


def parent(process):
    """The number of the process that started this one; 0 where there is none."""
    try:
        return int(Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1])
    except OSError:  # it has ended meanwhile
        return 0


def descends(process, ancestor):
    """Whether a process was started by another, or by one that was."""
    while process not in (0, ancestor):
        process = parent(process)
    return process == ancestor


def renderers(browser):
    """The folders of the processes that draw the pages of a browser."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if b"--type=renderer" in (folder / "cmdline").read_bytes():
                found.append(folder)
        except OSError:
            continue
    return [folder for folder in found if descends(int(folder.name), browser)]


class Page:
    """A page of the browser whose process is `browser`."""

    def __init__(self, port, browser):
        import websocket  # comes with JupyterLab

        pages = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list", timeout=9))
        address = next(each["webSocketDebuggerUrl"] for each in pages if each["type"] == "page")
        self.socket, self.sent = websocket.create_connection(address, timeout=60), 0
        self.browser = browser

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
        sizes = [
            int((folder / "statm").read_text().split()[1]) for folder in renderers(self.browser)
        ]
        return max(sizes) * 4096 / MEGABYTE


@contextmanager
def page(url, folder):
    """A page of a browser of its own."""
    port = free_port()
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
            yield Page(port, browser.pid)
        finally:
            browser.terminate()
