"""Memory: an answer may ask for only so much of it, so that it cannot fill the whole computer."""

import contextlib
import functools
import os
import sys
from pathlib import Path

import numpy as np

ROOM = 2**30  # bytes that an answer may ask for: a thousand times what an exercise needs


@contextlib.contextmanager
def limited_memory(room=ROOM):
    """Within this, asking for more memory than that raises a MemoryError. Linux only.

    A browser gives its Python 2 to 4 GB, and Windows refuses what is not there. macOS promises any
    amount and then slows down.
    """
    if sys.platform != "linux":
        yield
        return
    import resource  # not there on Windows

    _fill_blas_buffers()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = _memory_in_use() + room
    if soft != resource.RLIM_INFINITY:
        limit = min(limit, soft)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _memory_in_use():
    """The size of this process's address space, in bytes."""
    pages = Path("/proc/self/statm").read_text().split()[0]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


@functools.cache
def _fill_blas_buffers():
    """Let NumPy's matrix library take its buffers, one per processor, before memory is counted."""
    square = np.ones((300, 300))
    return float((square @ square)[0, 0])
