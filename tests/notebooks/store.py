"""Run notebooks and store what they print: python -m tests.notebooks.store [notebook ...].

Each is run from top to bottom in a new kernel; only the outputs and the counts are new, and
the metadata holds nothing of this machine or this moment.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from tests.notebooks.test_static import CELL_METADATA, METADATA, NOTEBOOKS


def store(path):
    """Run one notebook in place."""
    book = nbformat.read(path, as_version=4)
    NotebookClient(
        book,
        timeout=60,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        store_widget_state=False,
        record_timing=False,
        coalesce_streams=True,
    ).execute()
    book.metadata = nbformat.from_dict(METADATA)
    for cell in book.cells:
        cell.metadata = {key: cell.metadata[key] for key in CELL_METADATA & cell.metadata.keys()}
    nbformat.write(book, path)


if __name__ == "__main__":
    for notebook in map(Path, sys.argv[1:] or NOTEBOOKS):
        print(notebook)
        store(notebook)
