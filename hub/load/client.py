"""A client of the hub on this machine, and of no other."""

import json
from urllib.parse import urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

HERE = "127.0.0.1"
AT_ONCE = 100
"""Requests that may be on their way at the same time: more than there are learners."""

LARGEST = 100_000_000
"""Bytes of the largest message of a kernel that is read."""


def on_this_machine(url):
    """The address, if it is one of this machine; raises ValueError if it is not."""
    host = urlsplit(url).hostname
    if host != HERE:
        raise ValueError(
            f"{url} is at {host}, expected {HERE}: a load test is for a hub that it has started "
            "itself on this machine; never aim it at one that people work on"
        )
    return url


class Client:
    """What asks a hub for things, with its token; raises ValueError for one on another machine.

    url : such as "http://127.0.0.1:8000"
    """

    def __init__(self, url, token):
        self.url, self.headers = on_this_machine(url), {"Authorization": f"token {token}"}
        self.http = AsyncHTTPClient(force_instance=True, max_clients=AT_ONCE)

    async def ask(self, method, path, *, seconds, body=None):
        """The body of the answer, as text; raises tornado's HTTPClientError for a refusal."""
        request = HTTPRequest(
            f"{self.url}{path}",
            method,
            self.headers,
            None if body is None else json.dumps(body),
            request_timeout=seconds,
            allow_nonstandard_methods=True,  # a POST may be empty
        )
        return (await self.http.fetch(request)).body.decode()

    async def connect(self, path, *, seconds):
        """A websocket."""
        address = f"{self.url.replace('http', 'ws', 1)}{path}"
        request = HTTPRequest(address, headers=self.headers, connect_timeout=seconds)
        return await websocket_connect(request, max_message_size=LARGEST)

    def close(self):
        """End what is still open."""
        self.http.close()
