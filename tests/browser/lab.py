"""JupyterLab in a real browser: start it, run a notebook in it, use and question the page.

lab.open("01_a_network_learns.ipynb")
lab.run_all()
cell = lab.cell("watch(")                       # by number, or by words of its source
with lab.changes(cell.locator("img")):          # fails unless the picture changes
    lab.press(lab.control("Epoch", cell), "ArrowRight", times=3)
lab.screenshot("/tmp/after.png")
"""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from pathlib import Path

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZE = {"width": 1280, "height": 800}
SECONDS = 60  # to wait at most, on a busy machine; every wait ends as soon as there is an answer
TOKEN = "test"  # noqa: S105 - the server listens on this machine, for as long as the tests run

# The notebook in front, for the scripts below.
BOOK = "const panel = jupyterapp.shell.currentWidget, book = panel.content;"

# Keeps what the kernel complains of: what a widget's callback says stands in no cell's output.
# (JupyterLab asks a new kernel for widgets that it cannot know; that is no complaint of ours.)
READY = f"""async path => {{
    while (jupyterapp.shell.currentWidget?.context?.path !== path)
        await new Promise(done => setTimeout(done, 20));
    {BOOK}
    await panel.context.ready; await panel.revealed; await panel.sessionContext.ready;
    await panel.sessionContext.session.kernel.info;
    window.said = [];
    panel.sessionContext.iopubMessage.connect((_, {{ header, content }}) => {{
        const stderr = content.name == "stderr" && !content.text.startsWith("No such comm");
        if (stderr || header.msg_type == "error") said.push({{ header, content }});
    }});
}}"""

OPEN = f"""async path => {{
    await jupyterapp.restored;
    await jupyterapp.commands.execute("docmanager:open", {{ path }});
    await ({READY})(path);
}}"""

# Ends the kernel and leaves the page to the next notebook.
LEAVE = f"""async () => {{ {BOOK}
    await panel?.sessionContext?.shutdown();
    panel?.dispose();
}}"""

IDLE = f"""() => {{ {BOOK}
    return panel.sessionContext.session.kernel.status == "idle";
}}"""

CELLS = f"""() => {{ {BOOK}
    return book.model.sharedModel.cells.map(cell => cell.toJSON());
}}"""

# The value of an expression in the kernel, also while it goes on training.
ASK = """async expression => {
    const kernel = jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const reply = await kernel.requestExecute(
        { code: "", silent: true, user_expressions: { value: expression } }).done;
    const { status, data, evalue } = reply.content.user_expressions.value;
    if (status != "ok") throw new Error(evalue);
    return data["text/plain"];
}"""

# JupyterLab draws only the cells near the view, so each is brought there before it is looked at.
SHOW = f"""async number => {{ {BOOK}
    book.activeCellIndex = number;
    await book.scrollToItem(number, "start");
    await book.widgets[number].ready;
}}"""

# Whether a cell is drawn already, because the view is near.
DRAWN = f"""number => {{ {BOOK}
    return book.widgets[number].node.isConnected;
}}"""

# Why the widgets of an output area (by the places of their outputs) are not alive.
DEAD = """(area, places) => places.flatMap(place => {
    const output = area.children[place].querySelector(".jp-OutputArea-output");
    const messages = ["Error displaying widget", "Error creating widget", "Loading widget",
                      "Click to show javascript error"];
    return messages.filter(message => output.textContent.includes(message)).concat(
        output.matches(".jp-RenderedText") ? ["shows as text"] : [],
        output.textContent.trim() || output.querySelector(":not(div)") ? [] : ["shows nothing"]);
})"""

# What a screen reader would call each picture. JupyterLab calls one without a name "Image".
# What is hidden from it is drawn beside words that say the same: tests/browser/test_access.py.
NAMES = """area => [...area.querySelectorAll("img, canvas, svg[role=img]")]
    .filter(picture => !picture.closest("[aria-hidden=true]"))
    .map(picture => (picture.getAttribute("alt") ?? picture.getAttribute("aria-label") ?? "")
        .trim().replace(/^Image$/, ""))"""

# Two pages of JupyterLab that load at once may take each other for one; none of ours does. And a
# notebook that is closed soon after it was opened may leave JupyterLab's own request unanswered.
JUPYTERLABS_OWN = ("Window name candidate", "Canceled future for create_subshell_request")

# One value that differs when what an element shows differs.
LOOK = """element => element.tagName == "IMG" ? element.src
    : element.tagName == "CANVAS" ? element.toDataURL() : element.innerHTML"""


def find_chromium():
    """The path of a Chromium: $CHROMIUM, or one on the path; None without."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(url):
    """Whether a server is there already."""
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except (urllib.error.URLError, ConnectionError):
        return False


@contextlib.contextmanager
def jupyterlab(folder, program="jupyterlab", app="LabApp"):
    """A JupyterLab, set up as the README's command does it, on a copy of the notebooks.

    Everything that it reads or writes is in ``folder``; yields its address. Another program that
    shows notebooks in a browser may take its place: its module, and the name of its settings.
    """
    work = folder / "work"
    leave = shutil.ignore_patterns(".ipynb_checkpoints")
    shutil.copytree(ROOT / "notebooks", work / "notebooks", ignore=leave)
    homes = {
        "IPYTHONDIR": "ipython",
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    }
    port = free_port()
    command = [
        *(sys.executable, "-m", program, "--no-browser"),
        f"--config={ROOT / 'jupyter_lab_config.py'}",
        f"--ServerApp.root_dir={work}",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--IdentityProvider.token={TOKEN}",
        f"--{app}.expose_app_in_browser=True",
    ]
    # After a restart a kernel's debugger may warn on stderr of what is not ours.
    quiet = {"PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    env = os.environ | quiet | {name: str(folder / home) for name, home in homes.items()}
    log = folder / "jupyterlab.log"
    with (
        log.open("w") as out,
        subprocess.Popen(
            command, env=env, cwd=work, stdin=subprocess.DEVNULL, stdout=out, stderr=out
        ) as server,
    ):
        try:
            url = f"http://127.0.0.1:{port}"
            deadline = time.monotonic() + 60
            while not answers(f"{url}/api?token={TOKEN}"):
                if server.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(f"{program} did not start:\n{log.read_text()}")
                time.sleep(0.1)
            yield url
        finally:
            server.terminate()


class Labs:
    """Pages of one JupyterLab, which are used again: it takes seconds to load."""

    def __init__(self, context, url):
        self.context, self.url, self.free = context, url, []

    @contextlib.contextmanager
    def page(self):
        """A page without a notebook, until the block ends."""
        lab = self.free.pop() if self.free else Lab(self.context, self.url)
        lab.page.bring_to_front()
        yield lab
        lab.leave()
        self.free.append(lab)


class Lab:
    """A page with one notebook in it. The waits end as soon as there is an answer."""

    def __init__(self, context, url):
        self.url = url
        self.page = context.new_page()
        self.page.set_default_timeout(1000 * SECONDS)
        self.problems = []  # errors on the page's console, and requests that leave the machine
        self.ran = []  # the cells as the last run of all of them left them
        self.page.on("console", self._note_message)
        self.page.on("pageerror", self._note_error)
        self.page.on("request", self._note_request)

    def _note_message(self, message):
        # Stored outputs may name widgets that a new kernel cannot know; dead_widgets sees the rest.
        if message.type == "error" and "widget model not found" not in message.text:
            self.problems.append(f"console: {message.text} ({message.location['url']})")

    def _note_error(self, error):
        said = error.stack or error.message
        if not any(own in said for own in JUPYTERLABS_OWN):
            self.problems.append(f"page: {said}")

    def _note_request(self, request):
        if not request.url.startswith((self.url, self.url.replace("http", "ws"), "data:", "blob:")):
            self.problems.append(f"request to {request.url}")

    def open(self, notebook):
        """Open a notebook of the folder notebooks/ and wait until its kernel is ready."""
        self.load()
        self.page.evaluate(OPEN, f"notebooks/{notebook}")

    def load(self):
        """Load JupyterLab, unless it is there already."""
        if self.page.url == "about:blank":
            own = uuid.uuid4().hex  # JupyterLab loads a page again that shares its workspace
            self.page.goto(f"{self.url}/lab/workspaces/{own}?token={TOKEN}&reset")
            self.page.wait_for_function("window.jupyterapp")

    def run_all(self):
        """Run all cells, wait until the kernel is idle; a cell that was not run is an error."""
        self.page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
        self.page.wait_for_function(IDLE)
        self.ran = self.page.evaluate(CELLS)
        left = [
            cell["source"]
            for cell in self.ran
            if cell["cell_type"] == "code"
            and cell["source"].strip()
            and not cell["execution_count"]
        ]
        assert self.errors() or not left, f"not run: {left}"

    def errors(self):
        """The exceptions since the notebook was opened, in cells and in callbacks of widgets."""
        said = self.page.evaluate("said.filter(message => message.header.msg_type == 'error')")
        return [
            f"{message['content']['ename']}: {message['content']['evalue']}" for message in said
        ]

    def stderr(self):
        """What was written to stderr since the notebook was opened, warnings above all."""
        said = self.page.evaluate("said.filter(message => message.content.name == 'stderr')")
        return [message["content"]["text"] for message in said]

    def cell(self, which):
        """Scroll to a cell, by its number or by words of its source; returns its element."""
        if isinstance(which, str):
            sources = [cell["source"] for cell in self.page.evaluate(CELLS)]
            which = next(n for n, source in enumerate(sources) if which in source)
        self.page.evaluate(SHOW, which)
        cell = self._drawn(which)
        cell.wait_for()
        return cell

    def _drawn(self, number):
        """The element of a cell that is near the view."""
        return self.page.locator(f'.jp-Notebook .jp-Cell[data-windowed-list-index="{number}"]')

    def outputs(self):
        """For each cell with outputs its number, its area, its outputs; scrolls where it must."""
        for number, cell in enumerate(self.page.evaluate(CELLS)):
            if cell.get("outputs"):
                drawn = self.page.evaluate(DRAWN, number)
                element = self._drawn(number) if drawn else self.cell(number)
                area = element.locator(".jp-Cell-outputArea").first
                area.wait_for(state="attached")
                yield number, area, cell["outputs"]

    def dead_widgets(self, seconds=SECONDS):
        """What shows that a widget is not alive, one line each; waits for those that still load."""
        return [
            f"cell {number}: {reason}"
            for number, area, outputs in self.outputs()
            for reason in self.dead(area, outputs, seconds)
        ]

    def dead(self, area, outputs, seconds=SECONDS):
        """The same for one of the areas that `outputs` yields."""
        kinds = ["".join(output.get("data", ())) for output in outputs]
        places = [place for place, kind in enumerate(kinds) if "widget-view+json" in kind]
        return self._settled(lambda: area.evaluate(DEAD, places), seconds)

    def _settled(self, problems, seconds):
        """The problems that are still there when the time is up; at once if there are none."""
        deadline = time.monotonic() + seconds
        while (found := problems()) and time.monotonic() < deadline:
            self.page.wait_for_timeout(50)
        return found

    def pictures(self):
        """The alt text of each picture in the outputs, with the cell's number; "" where none."""
        return [(n, name) for n, area, _ in self.outputs() for name in area.evaluate(NAMES)]

    def control(self, label, within=None):
        """What takes the keyboard in the widget called so: a slider's handle, a button, a field."""
        within = within or self.page.locator(".jp-Notebook")
        labelled = within.locator(f'.widget-label:text-is("{label}")').locator("xpath=..")
        return (
            labelled.locator(".noUi-handle, input, select, textarea, button")
            .or_(within.get_by_role("button", name=label, exact=True))
            .or_(within.get_by_role("checkbox", name=label, exact=True))
            .or_(within.get_by_role("radio", name=label, exact=True))
            .first
        )

    def press(self, control, key, times=1):
        """Focus a control, once it shows, and press a key: one that is hidden takes no focus."""
        control.wait_for()
        control.focus()
        for _ in range(times):
            self.page.keyboard.press(key)

    def theme(self, name):
        """Change to the theme "JupyterLab Light" or "JupyterLab Dark".

        JupyterLab covers the page while it changes, and trips when it is to change again before
        the cover is taken away ("removeChild ..."), so this waits until it is gone.
        """
        self.page.evaluate(
            "theme => jupyterapp.commands.execute('apputils:change-theme', { theme })", name
        )
        self.page.wait_for_function(
            """light => document.body.dataset.jpThemeLight == light
                && !document.getElementById("jupyterlab-splash")""",
            arg=str(name.endswith("Light")).lower(),
        )

    @contextlib.contextmanager
    def changes(self, element, seconds=SECONDS):
        """Fail unless what the element shows is another after the block than before."""
        before = element.evaluate(LOOK)
        yield
        same = self._settled(lambda: element.evaluate(LOOK) == before, seconds)
        assert not same, f"{element} did not change within {seconds} s"

    def agree(self, one, other, seconds=SECONDS):
        """Fail unless two readings come to be the same; between the two the page may move on."""
        apart = self._settled(lambda: one() != other(), seconds)
        assert not apart, f"{one()!r} and {other()!r} still differ after {seconds} s"

    def ask(self, expression):
        """The repr of an expression in the kernel, on one line."""
        return re.sub(r"\n\s*", " ", self.page.evaluate(ASK, expression))

    def comes_to(self, expression, value):
        """Fail unless an expression in the kernel comes to have this value."""
        self.agree(lambda: self.ask(expression), lambda: repr(value))

    def screenshot(self, path, of=None):
        """A picture of the page, or of one element."""
        (of or self.page).screenshot(path=path)

    def close(self):
        """End the kernel and close the page."""
        self.page.evaluate(LEAVE)
        self.page.close()

    def leave(self):
        """End the kernel and close the notebook; the page is as it was at first."""
        self.page.evaluate(LEAVE)
        self.page.set_viewport_size(SIZE)
        self.page.mouse.move(0, 0)
        self.problems.clear()
