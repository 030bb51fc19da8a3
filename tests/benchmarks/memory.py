"""Whether ten minutes of play leave anything behind, in the kernel or in the page."""

import tempfile
import time
from pathlib import Path

from tests.benchmarks.bare import MEGABYTE, page
from tests.benchmarks.playground import missing, write
from tests.benchmarks.timing import head, row
from tests.browser.lab import ASK, OPEN, TOKEN, jupyterlab

MINUTES = 10
READY = "!!window.jupyterapp?.shell?.currentWidget?.content?.model"
RUN = "jupyterapp.commands.execute('notebook:run-all-cells')"
PLAY = "[...document.querySelectorAll('button')].find(b => b.textContent === 'Play').click()"


def asked(shown, expression):
    """The value of an expression in the kernel."""
    return shown.evaluate(f'({ASK})("{expression}")')


def kernel_memory(shown):
    """The resident memory of the kernel, in MB, without its garbage."""
    asked(shown, "__import__('gc').collect()")
    pages = asked(shown, "int(open('/proc/self/statm').read().split()[1])")
    return int(pages) * 4096 / MEGABYTE


def lines(rounds, small=False):
    """What is held after each minute of play; `rounds` are minutes, at most ten."""
    if missing():
        yield "\nMemory: not measured; it needs Chromium and the test extra."
        return
    minutes, length = (2, 2) if small else (min(rounds, MINUTES), 60)
    yield "\nThe playground, playing on and on: what is held, in MB:\n"
    yield head("minutes", "kernel", "page", "epochs")
    folder = Path(tempfile.mkdtemp(prefix="memory"))
    with jupyterlab(folder) as url:
        write(folder)
        address = f"{url}/lab/tree/notebooks/playground.ipynb?token={TOKEN}&reset"
        with page(address, folder) as shown:
            shown.wait_for(READY)
            shown.evaluate(f"({OPEN})('notebooks/playground.ipynb')")
            shown.evaluate(RUN)
            shown.wait_for("!!document.querySelector('.toynn-links')")
            shown.evaluate(PLAY)
            time.sleep(length / 2)  # until all that is needed once is there
            began = time.monotonic()
            for minute in range(minutes + 1):
                time.sleep(max(0, began + minute * length - time.monotonic()))
                held = f"{kernel_memory(shown):.1f}", f"{shown.memory():.1f}"
                yield row(minute, *held, asked(shown, "play.session.epoch"))
