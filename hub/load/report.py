"""What a run has found, as lines to read."""


def lines(run):
    """The report of a run, line by line; `run` is what `measure` returns."""
    asked, machine, load = run["asked"], run["machine"], run["load"]
    pauses = f"{asked['think']:g} s between cells" if asked["think"] else "no pause between cells"
    yield f"{asked['learners']} at once, each runs {asked['notebook']}, {pauses}."
    yield (
        f"{machine['system']}, {machine['cores']} cores, {machine['gigabytes']} GB, "
        f"Python {machine['python']}, JupyterHub {machine['jupyterhub']}, "
        f"JupyterLab {machine['jupyterlab']}, {machine['date']}; "
        f"load {load['before']} before, {load['after']} after."
    )
    yield ""
    yield from _table("seconds", run["seconds"], SECONDS)
    yield ""
    yield from _table("MB in memory, for each learner", run["memory"], MEMORY, digits=0)
    yield f"hub {run['memory']['hub']:.0f} MB, proxy {run['memory']['proxy']:.0f} MB"
    yield ""
    yield from _table("seconds of processor time, for each learner", run["processor"], PROCESSOR)
    yield (
        f"for all of them: hub {run['processor']['hub']:.1f} s, "
        f"proxy {run['processor']['proxy']:.1f} s, "
        f"this test itself {run['taken']['tool_processor']:.1f} s"
    )
    yield ""
    yield from _table("in other units", {**run["play"], "page": run["megabytes_received"]}, OTHER)
    yield ""
    yield {0: "no error", 1: "1 error"}.get(len(run["errors"]), f"{len(run['errors'])} errors")
    yield from (f"  {error}" for error in run["errors"])


SECONDS = {
    "server": "until the server is ready",
    "kernel": "until the kernel has answered",
    "first_cell": "the first cell",
    "cell": "a cell",
    "notebook": "all cells",
}
MEMORY = {
    "server": "server (PSS)",
    "kernel": "kernel (PSS)",
    "server_alone": "server (USS)",
    "kernel_alone": "kernel (USS)",
    "kernel_peak": "kernel, at its largest (RSS)",
}
PROCESSOR = {
    "server_start": "server, until it is ready",
    "kernel_open": "kernel, until the first cell is done",
    "all_cells": "server and kernel, for all cells",
}
OTHER = {
    "page": "MB sent to the page",
    "frames": "frames a second of the playground",
    "epochs": "epochs a second",
    "megabytes": "MB a second sent to the page while it plays",
    "cores": "cores that server and kernel then keep busy",
}
"""The rows of each table: their names in a run, and in the report."""


def _table(title, found, rows, digits=2):
    yield f"{title:46} {'median':>8} {'95%':>8} {'most':>8}"
    for name, label in rows.items():
        if found[name]:
            numbers = (f"{found[name][each]:8.{digits}f}" for each in ("median", "p95", "most"))
            yield f"  {label:44} {' '.join(numbers)}"
