"""Where a test belongs."""

from pathlib import Path

from tests.browser.lab import find_chromium

SITE = Path(__file__).parent / "site"
RUN_IN_A_BROWSER = Path(__file__).parent / "browser" / "test_each_notebook.py"


def place(item):
    """Whether a test needs the browser, and the notebook that it drives there, if any."""
    if SITE in item.path.parents or item.get_closest_marker("browser") is None:
        return False, ""
    return True, item.callspec.params.get("notebook", "") if hasattr(item, "callspec") else ""


def group(nodeid):
    """The tests that one process should run.

    Those of a file, and all that share the JupyterLab of tests/browser. A notebook of the site has
    a page of its own, and any process may run it.
    """
    path = nodeid.partition("::")[0]
    if path == "tests/site/test_notebooks.py":
        return nodeid
    return "browser" if path.startswith("tests/browser/") else path


def is_left_out(path, asked, here):
    """Whether a path is that of the site's tests, and nobody asked for any of them.

    asked : what the command line of pytest names; here : the folder that it was typed in
    """
    named = [Path(here, each.partition("::")[0]).resolve() for each in asked]
    return path == SITE and not any(SITE in (each, *each.parents) for each in named)


def run_twice(items):
    """The cells that nbval would run of notebooks whose outputs the browser tests compare as well.

    Nothing is left out where there is no browser, or where its tests were not asked for.
    """
    if not find_chromium():
        return []
    tests = [item for item in items if item.path == RUN_IN_A_BROWSER]
    notebooks = {item.callspec.params["notebook"] for item in tests}
    return [item for item in items if item.path.suffix == ".ipynb" and item.path.name in notebooks]
