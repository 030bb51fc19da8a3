"""Notes: what an answer prints, and what NumPy warns of, kept instead of shown."""

import contextlib
import io
import warnings

MOST_PRINTED = 1000  # characters that are kept


class Notes(io.TextIOBase):
    """Keeps what is printed and warned, up to a limit."""

    def __init__(self):
        self.printed, self.warned = "", {}

    def write(self, text):
        """Keep a printed text."""
        if len(self.printed) < MOST_PRINTED:
            self.printed = (self.printed + text)[:MOST_PRINTED]
        return len(text)

    def warn(self, message, category, *_place, **_more):
        """Keep a warning of NumPy's."""
        if issubclass(category, RuntimeWarning) and len(self.warned) < 10:
            self.warned[str(message)] = True

    def take(self):
        """What was noted since the last time."""
        taken = {"printed": self.printed, "warned": tuple(self.warned)}
        self.printed, self.warned = "", {}
        return taken


@contextlib.contextmanager
def noting():
    """Within this, print and NumPy's warnings go to the notes."""
    notes = Notes()
    with (
        warnings.catch_warnings(),
        contextlib.redirect_stdout(notes),
        contextlib.redirect_stderr(notes),
    ):
        warnings.simplefilter("always")
        warnings.showwarning = notes.warn
        yield notes
