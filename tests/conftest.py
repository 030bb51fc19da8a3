"""What all tests share."""

import signal

import pytest
from hypothesis import settings

# The same examples in every run, and no limit on the time of one: machines differ.
settings.register_profile("toynn", derandomize=True, deadline=None)
settings.load_profile("toynn")

# What a shell starts in the background does not hear Ctrl-C, but some tests press it.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Leave the browser for the end: it is slow, and occupies the event loop once it has begun.

    There, the tests of one notebook stand together, since they share the page in which it ran; the
    last notebook comes first, since it runs for longest and may do so while others are tested.
    """
    names = sorted({name for _, name in map(place, items)}, reverse=True)
    order = {name: number for number, name in enumerate(["", *filter(None, names)])}
    items.sort(key=lambda item: (place(item)[0], order[place(item)[1]]))


def place(item):
    """Whether a test needs the browser, and the notebook that it drives there, if any."""
    if item.get_closest_marker("browser") is None:
        return False, ""
    return True, item.callspec.params.get("notebook", "") if hasattr(item, "callspec") else ""
