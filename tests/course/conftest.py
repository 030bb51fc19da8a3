"""What the tests of the course share."""

import sys

import pytest


@pytest.fixture(autouse=True)
def no_widget_outlives_its_test():
    """Let go of the widgets of a test: ipywidgets keeps each one, with its figure."""
    yield
    if "ipywidgets" in sys.modules:
        sys.modules["ipywidgets"].Widget.close_all()
