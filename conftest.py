"""What pytest does in this project, whatever folder or file it is started with."""

import gc
import os
from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling

from tests.order import group, is_left_out, place, run_twice

# The tests share the cores already, and threads that wait for each other's small matrix products
# would take twice the time. NumPy and PyTorch read this when they are imported, in kernels as well.
for library in ("OPENBLAS", "OMP"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")


def pytest_addoption(parser):
    """An option for the tests of the site."""
    parser.addoption(
        "--every-notebook",
        action="store_true",
        help="run every notebook in the site's browser, and not only a few that tell the most",
    )


def pytest_ignore_collect(collection_path, config):
    """Leave the tests of the site to the command that names them: they build it first."""
    return is_left_out(collection_path, config.args, config.invocation_params.dir) or None


def pytest_configure(config):
    """Say where nbval finds what not to compare: a path in pyproject.toml would be relative."""
    config.option.nbval_sanitize_with = Path(__file__).parent / "tests" / "nbval_sanitize.cfg"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Bring the tests of one notebook in the browser together: they share the page where it ran.

    Where several processes share the tests the browser begins at once, since it takes longest; one
    process leaves it for the end. What runs in the browser need not run outside it as well.
    """
    twice = set(run_twice(items))
    config.hook.pytest_deselected(items=list(twice))
    items[:] = [item for item in items if item not in twice]
    several = hasattr(config, "workerinput")
    items.sort(key=lambda item: (place(item)[0] != several, place(item)[1]))


def pytest_collection_finish():
    """Spare the garbage collector the tests themselves: they stay until the end."""
    gc.collect()
    gc.freeze()


class Scheduler(LoadScopeScheduling):
    """Gives each process the tests of one group after the other."""

    def _split_scope(self, nodeid):
        return group(nodeid)


def pytest_xdist_make_scheduler(config, log):
    """Make what shares the tests among processes."""
    return Scheduler(config, log)
