"""Where a test belongs."""


def place(item):
    """Whether a test needs the browser, and the notebook that it drives there, if any."""
    if item.get_closest_marker("browser") is None:
        return False, ""
    return True, item.callspec.params.get("notebook", "") if hasattr(item, "callspec") else ""


def group(nodeid):
    """The tests that one process should run: those of a file, and all that share the browser."""
    path = nodeid.partition("::")[0]
    return "browser" if path.startswith("tests/browser/") else path
