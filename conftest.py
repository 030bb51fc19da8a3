"""Where nbval finds what not to compare, and which tests run side by side."""

from pathlib import Path

import pytest


def pytest_configure(config):
    """Set here because in pyproject.toml a path is relative to the working directory."""
    config.option.nbval_sanitize_with = Path(__file__).parent / "tests" / "nbval_sanitize.cfg"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Two groups, one a process: Playwright leaves an event loop running in its own.

    The tests in the browser wait most of the time, so that the two share two cores well.
    """
    for item in items:
        group = "browser" if item.get_closest_marker("browser") else "all else"
        item.add_marker(pytest.mark.xdist_group(group))
