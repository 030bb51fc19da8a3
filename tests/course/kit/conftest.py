"""The kit, written once for all its tests."""

import pytest

from toynn_course.kit.files import write_kit
from toynn_course.kit.lessons import NOTEBOOKS, lessons


@pytest.fixture(scope="session")
def kit(tmp_path_factory):
    """The folder of a kit without slides, which have tests of their own."""
    folder = tmp_path_factory.mktemp("kit")
    write_kit(folder, NOTEBOOKS)
    return folder


@pytest.fixture(scope="session")
def known():
    return lessons()
