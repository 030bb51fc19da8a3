"""Where nbval finds what not to compare, and which tests run side by side."""

from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling


def pytest_configure(config):
    """Set here because in pyproject.toml a path is relative to the working directory."""
    config.option.nbval_sanitize_with = Path(__file__).parent / "tests" / "nbval_sanitize.cfg"


class BrowserAndOthers(LoadScopeScheduling):
    """Two groups, each in a process of its own: Playwright leaves an event loop running in its own.

    The tests in the browser wait most of the time, so that the two share two cores well.
    """

    def _split_scope(self, nodeid):
        return "browser" if nodeid.startswith("tests/browser/") else "all else"


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_make_scheduler(config, log):
    """Tell pytest-xdist how to divide the tests."""
    return BrowserAndOthers(config, log)
