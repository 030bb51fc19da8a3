"""Where nbval finds what not to compare, whatever folder pytest is started from."""

from pathlib import Path


def pytest_configure(config):
    """Set here because in pyproject.toml a path is relative to the working directory."""
    config.option.nbval_sanitize_with = Path(__file__).parent / "tests" / "nbval_sanitize.cfg"
