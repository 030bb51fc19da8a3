"""Notes: what an answer prints and what NumPy warns of, kept instead of shown."""

import contextlib
import io
import warnings

MOST_PRINTED = 1000  # characters that are kept
MOST_WARNINGS = 10


class Notes(io.TextIOBase):
    """Keeps the beginning of what is printed, and the texts of NumPy's warnings.

    printed : what was printed since the last `take`, up to a limit
    warnings : the different warnings since then, in their order
    """

    def __init__(self):
        self.printed, self.warnings = "", ()

    def write(self, text):
        """Keep a piece of text, unless there is enough of it already."""
        if len(self.printed) < MOST_PRINTED:
            self.printed = (self.printed + text)[:MOST_PRINTED]
        return len(text)

    def warn(self, message, category, *_place, **_more):
        """Keep a warning; the signature is that of `warnings.showwarning`."""
        text = str(message)
        is_new = text not in self.warnings and len(self.warnings) < MOST_WARNINGS
        if issubclass(category, RuntimeWarning) and is_new:
            self.warnings += (text,)

    def show(self, data, *_more, **_even_more):
        """Keep the text of a rich output; the signature is that of IPython's `publish`."""
        self.write(f"{data.get('text/plain', '')}\n")

    def take(self):
        """What was printed and which warnings there were since the last time."""
        taken = self.printed, self.warnings
        self.printed, self.warnings = "", ()
        return taken

    @contextlib.contextmanager
    def taken(self):
        """Within this, whatever is printed or warned of goes to these notes, and errors nowhere."""
        with (
            warnings.catch_warnings(),
            contextlib.redirect_stdout(self),
            contextlib.redirect_stderr(Notes()),
        ):
            warnings.simplefilter("always")
            warnings.showwarning = self.warn
            yield
