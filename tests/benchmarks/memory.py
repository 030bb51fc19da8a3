"""Whether ten minutes of play leave anything behind, in the kernel or in the page."""

import gc
import time
from pathlib import Path

from tests.benchmarks.playground import ASK, browser_and_server, missing, play, playground
from tests.benchmarks.timing import head, row

MINUTES = 10
MEGABYTE = 2**20


def kernel_memory(lab):
    """The resident memory of the kernel, in MB, when what is garbage has been collected."""
    lab.page.evaluate(ASK, "__import__('gc').collect()")
    pages = lab.page.evaluate(ASK, "int(open('/proc/self/statm').read().split()[1])")
    return int(pages) * 4096 / MEGABYTE


def page_memory(session):
    """The memory that the page's scripts hold, in MB, when what is garbage has been collected."""
    session.send("HeapProfiler.collectGarbage")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(each["value"] for each in metrics if each["name"] == "JSHeapUsedSize") / MEGABYTE


def browser_memory():
    """The resident memory of the browser's largest renderer, in MB."""
    sizes = [0]
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if b"--type=renderer" in (folder / "cmdline").read_bytes():
                sizes.append(int((folder / "statm").read_text().split()[1]) * 4096 / MEGABYTE)
        except OSError:  # it has ended meanwhile
            continue
    return max(sizes)


def lines(rounds, small=False):
    """What is held after each minute of play; `rounds` are minutes, at most ten."""
    if missing():
        yield "\nMemory: not measured; it needs Chromium and the test extra."
        return
    gc.collect()
    minutes, length = (2, 2) if small else (min(rounds, MINUTES), 60)
    yield "\nThe playground, playing on and on: what is held, in MB:\n"
    yield head("minutes", "kernel", "scripts of the page", "renderer of the browser", "epochs")
    with (
        browser_and_server() as (browser, url, folder),
        playground(browser, url, folder, "") as (lab, cell),
    ):
        session = lab.page.context.new_cdp_session(lab.page)
        session.send("Performance.enable")
        play(lab, cell)
        began = time.monotonic()
        for minute in range(minutes + 1):
            lab.page.wait_for_timeout(max(0, 1000 * (began + minute * length - time.monotonic())))
            held = kernel_memory(lab), page_memory(session), browser_memory()
            epochs = lab.page.evaluate(ASK, "play.session.epoch")
            yield row(minute, *(f"{each:.1f}" for each in held), epochs)
