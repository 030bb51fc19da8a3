"""Panels: controls with a picture below them."""

from contextlib import contextmanager

from toynn_course.jupyter.column import Column


class Panel(Column):
    """Controls with a picture below them, in which what goes wrong is one line, and no traceback.

    A subclass has `picture`, a widget with a trait `trouble` for that line.
    """

    summary = "Run this cell: controls and a picture appear here."

    @contextmanager
    def telling(self):
        """Say what goes wrong in here in one line, and stay usable."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - a control that raises would go dead in silence
            self.tell(error)

    def tell(self, error):
        """Say in one line what went wrong."""
        why = str(error).rstrip(".")
        self.picture.trouble = f"That did not work: {why}. The picture has not changed."

    def __repr__(self):
        return self.summary
