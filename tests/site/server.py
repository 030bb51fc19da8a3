"""A server of files, as a host of static pages is one, and a place where other requests end."""

import contextlib
import http.server
import threading
from functools import partial


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


def files(folder):
    """A server of the files in a folder."""
    return serving(partial(Files, directory=folder))


@contextlib.contextmanager
def no_way_out():
    """A proxy that refuses; yields its address, and the list of what it was asked for."""
    asked = []
    with serving(type("Refused", (Refusing,), {"asked": asked})) as address:
        yield address, asked
