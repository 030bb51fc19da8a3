"""Timing: contenders take turns, so that whatever else the machine does falls on all of them.

What counts is processor time: on a quiet machine the time that passes, on a busy one still close
to it, because waiting for a turn is left out.
"""

import gc
import os
import platform
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np

HOW = (
    "Processor time on one thread. The contenders take turns; the figures are medians of the "
    "rounds, in brackets the best round."
)
"""What a benchmark says that times its contenders as this module does."""

PEERS = ("numpy", "scikit-learn", "torch")


def interleaved(contenders, rounds):
    """How long each contender takes, in every round: {name: array of seconds}.

    contenders : {name: function}, each called once before the rounds begin
    """
    for call in contenders.values():
        call()
    gc.collect()
    gc.freeze()  # nobody pays for the collector's way through what others have imported
    rows = [[_timed(call) for call in contenders.values()] for _ in range(rounds)]
    gc.unfreeze()
    return dict(zip(contenders, np.transpose(rows), strict=True))


def _timed(call):
    started = time.process_time()
    call()
    return time.process_time() - started


def cell(seconds, unit, beside=None):
    """Median, best in brackets, and how many times the median of another that is."""
    text = f"{np.median(seconds) / unit:,.0f} ({np.min(seconds) / unit:,.0f})"
    return text if beside is None else f"{text}, ×{np.median(seconds) / np.median(beside):.1f}"


def row(*cells):
    """A line of a Markdown table."""
    return f"| {' | '.join(map(str, cells))} |"


def head(*cells):
    """The first two lines of a Markdown table."""
    return f"{row(*cells)}\n{row(*('---' for _ in cells))}"


def machine():
    """What it is measured on, as a sentence."""
    processor = _processor() or platform.machine()
    versions = [f"{name} {found}" for name in PEERS if (found := _version(name))]
    python = f"Python {platform.python_version()}"
    return f"{processor}, {os.cpu_count()} cores, {python}, {', '.join(versions)}."


def _processor():
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor()
    names = [line.split(":")[1].strip() for line in text.splitlines() if "model name" in line]
    return names[0] if names else ""


def _version(name):
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
