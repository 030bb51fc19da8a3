"""A kernel at the other end of a websocket, spoken to as a notebook's page speaks to it."""

import asyncio
import json
import time
import uuid
from dataclasses import dataclass

from jupyter_server.services.kernels.connection.base import deserialize_binary_message


@dataclass(frozen=True)
class Answer:
    """How a cell went.

    seconds : from sending it until the kernel was idle again
    error : empty if all went well
    """

    seconds: float
    error: str = ""


class Kernel:
    """A kernel. It keeps count of what it sent, and remembers the widgets that it opened.

    received : bytes
    comms : the first state of each widget, by its id
    """

    def __init__(self, socket):
        self.socket, self.session = socket, uuid.uuid4().hex
        self.received, self.comms = 0, {}

    async def run(self, source, limit):
        """Run a cell. Returns an Answer, also when the kernel takes more than `limit` seconds."""
        began = time.perf_counter()
        try:
            async with asyncio.timeout(limit):
                error = await self._run(source)
        except TimeoutError:
            error = f"no answer within {limit:g} s"
        return Answer(time.perf_counter() - began, error)

    async def _run(self, source):
        asked = await self.send(
            "execute_request",
            {
                "code": source,
                "silent": False,
                "store_history": True,
                "user_expressions": {},
                "allow_stdin": False,
                "stop_on_error": False,
            },
        )
        error, replied, idle = "", False, False
        while not (replied and idle):
            message = await self.next_message()
            if message["parent_header"].get("msg_id") != asked:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "execute_reply":
                replied = True
                error = "" if content["status"] == "ok" else _said(content)
            idle = idle or (kind == "status" and content["execution_state"] == "idle")
        return error

    async def send(self, kind, content):
        """Send a message on the shell channel. Returns its id."""
        header = {
            "msg_id": uuid.uuid4().hex,
            "msg_type": kind,
            "session": self.session,
            "username": "",
            "version": "5.3",
        }
        parts = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
        await self.socket.write_message(json.dumps({**parts, "channel": "shell", "buffers": []}))
        return header["msg_id"]

    async def next_message(self):
        """The next message of the kernel; raises ConnectionError if it has gone."""
        raw = await self.socket.read_message()
        if raw is None:
            raise ConnectionError("the connection to the kernel was closed")
        self.received += len(raw)
        message = deserialize_binary_message(raw) if isinstance(raw, bytes) else json.loads(raw)
        if message["msg_type"] == "comm_open":
            content = message["content"]
            self.comms[content["comm_id"]] = content["data"].get("state", {})
        return message


def _said(content):
    """The error of a cell, in one line."""
    return f"{content.get('ename', content['status'])}: {content.get('evalue', '')}".splitlines()[0]
