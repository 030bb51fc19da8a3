"""A server of files, as a host of static pages is one, and a place where other requests end."""

import contextlib
import gzip
import http.server
import threading
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

TEXTS = {".css", ".html", ".ipynb", ".js", ".json", ".svg", ".wasm"}
"""What a public host compresses on its way."""


class Files(http.server.SimpleHTTPRequestHandler):
    """Hands out files.

    JupyterLite asks for files that may not be there: that is no error, as it is none on a host.
    """

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".wasm": "application/wasm",
        ".whl": "application/zip",
    }

    def log_message(self, *_):
        """Print nothing."""

    def handle(self):
        """Answer a request, unless the page has gone meanwhile."""
        with contextlib.suppress(ConnectionError):
            super().handle()


class Noting(Files):
    """Hands out files, and notes which."""

    def __init__(self, *arguments, asked, **more):
        self.asked = asked
        super().__init__(*arguments, **more)

    def do_GET(self):
        """Note a path, and answer."""
        self.asked.append(unquote(urlsplit(self.path).path))
        super().do_GET()


def megabytes(folder, asked):
    """What files weigh on their way to a reader, those that compress well compressed.

    folder : Path; asked : their paths as a server gets them
    """
    paths = (Path(folder, each.lstrip("/")) for each in set(asked))
    return sum(_on_its_way(path) for path in paths if path.is_file()) / 10**6


def _on_its_way(path):
    """The bytes of a file as a public host sends it."""
    data = path.read_bytes()
    return len(gzip.compress(data, 6)) if path.suffix in TEXTS else len(data)


class Refusing(http.server.BaseHTTPRequestHandler):
    """What a browser takes for its way into the world: it notes what is asked for, and refuses."""

    asked = ()

    def _refuse(self):
        self.asked.append(self.path)
        self.send_error(502)

    do_GET = do_POST = do_HEAD = do_CONNECT = _refuse  # noqa: N815 - what the server calls

    def log_message(self, *_):
        """Print nothing."""


@contextlib.contextmanager
def serving(handler):
    """A server on this machine, as long as the block lasts; yields its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def files(folder, asked=None):
    """A server of the files in a folder; asked : a list to note their paths in, if any."""
    asked = [] if asked is None else asked
    return serving(partial(Noting, directory=folder, asked=asked))


@contextlib.contextmanager
def no_way_out():
    """A proxy that refuses; yields its address, and the list of what it was asked for."""
    asked = []
    with serving(type("Refused", (Refusing,), {"asked": asked})) as address:
        yield address, asked
