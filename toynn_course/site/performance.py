"""Performances: a notebook run once from top to bottom, to learn what its widgets would show."""

import json
import tempfile

from toynn_course.site.project import CACHE, fingerprint

FIRST = "from toynn_course.site.stills import show_stills\nshow_stills()"
WIDGET = "application/vnd.jupyter.widget-view+json"
QUIET = ["--log-level=ERROR"]  # a kernel warns of its local sockets, which is no news here
SECONDS = 600  # for one cell, on a machine that does other things as well


def with_stills(notebook, cache=CACHE):
    """The content of a notebook, its outputs as they are in the file, each widget with its still.

    notebook : Notebook; cache : the folder in which the result is kept, and found the next time
    """
    kept = cache / f"{notebook.name}-{fingerprint(notebook.path)[:16]}.json"
    if not kept.exists():
        content = notebook.content
        _exchange(content, _performed(content))
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(".part")
        part.write_text(json.dumps(content), encoding="utf-8")
        part.replace(kept)  # at once: a build that is stopped leaves no half of it
    return json.loads(kept.read_text(encoding="utf-8"))


def _performed(content):
    """The outputs of each cell of code, when the notebook is run in an empty folder."""
    import nbformat
    from nbclient import NotebookClient

    played = nbformat.reads(json.dumps(content), as_version=4)
    played.cells.insert(0, nbformat.v4.new_code_cell(FIRST))
    with tempfile.TemporaryDirectory() as folder:  # nobody has answered anything there
        where = {"metadata": {"path": folder}}
        client = NotebookClient(played, timeout=SECONDS, kernel_name="python3", resources=where)
        client.extra_arguments = QUIET
        client.execute()
    return [cell.get("outputs", []) for cell in played.cells[1:]]


def _exchange(content, performed):
    """Give each widget in the outputs of a notebook the HTML that it had in the performance."""
    for cell, outputs in zip(content["cells"], performed, strict=True):
        stills = (each["data"]["text/html"] for each in outputs if WIDGET in each.get("data", {}))
        for output in cell.get("outputs", []):
            if WIDGET in output.get("data", {}):
                output["data"] = {"text/html": next(stills)}
