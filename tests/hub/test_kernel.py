"""What a simulated learner says to a kernel, and understands of it: with a socket that is none."""

import asyncio
import json
import struct

import pytest

from hub.load import playing
from hub.load.kernel import Kernel


class Socket:
    """Answers each message that is written with what `replies` makes of it."""

    def __init__(self, replies):
        self.replies, self.written, self.waiting = replies, [], asyncio.Queue()

    async def write_message(self, text):
        message = json.loads(text)
        self.written.append(message)
        for reply in self.replies(message):
            self.waiting.put_nowait(reply)

    async def read_message(self):
        return await self.waiting.get()


def reply(asked, kind, **content):
    """A message of the kernel, as the server passes it on."""
    parent = {"msg_id": asked["header"]["msg_id"]}
    return {"msg_type": kind, "header": {}, "parent_header": parent, "content": content}


def ok(asked):
    yield json.dumps(reply(asked, "status", execution_state="busy"))
    yield json.dumps(reply(asked, "execute_reply", status="ok"))
    yield json.dumps(reply(asked, "status", execution_state="idle"))


def run(replies, source="1 + 1", limit=60):
    """How a cell goes with a kernel that replies like this: the Answer, the kernel, its socket."""

    async def go():
        socket = Socket(replies)
        kernel = Kernel(socket)
        return await kernel.run(source, limit), kernel, socket

    return asyncio.run(go())


def test_a_cell_is_sent_and_its_answer_waited_for():
    answer, kernel, socket = run(ok)
    (asked,) = socket.written
    assert asked["content"]["code"] == "1 + 1"
    assert asked["channel"] == "shell"
    assert not answer.error
    assert kernel.received == sum(len(text) for text in ok(asked))


def test_idle_before_the_reply_is_not_yet_the_end():
    def turned_round(asked):
        busy, replied, idle = ok(asked)
        yield from (busy, idle, replied)

    assert not run(turned_round)[0].error


def test_the_answer_to_another_cell_is_not_taken_for_ones_own():
    def with_a_stranger(asked):
        stranger = {"header": {"msg_id": "another"}}
        yield json.dumps(reply(stranger, "execute_reply", status="error", ename="E", evalue="e"))
        yield json.dumps(reply(stranger, "status", execution_state="idle"))
        yield from ok(asked)

    assert not run(with_a_stranger)[0].error


def test_an_error_of_a_cell_is_told_in_a_line():
    def failing(asked):
        yield json.dumps(reply(asked, "status", execution_state="idle"))
        said = {"status": "error", "ename": "NameError", "evalue": "x is not\ndefined"}
        yield json.dumps(reply(asked, "execute_reply", **said))

    assert run(failing)[0].error == "NameError: x is not"


def test_a_kernel_that_says_nothing_is_waited_for_no_longer_than_the_limit():
    answer = run(lambda asked: [], limit=0.1)[0]
    assert answer.error == "no answer within 0.1 s"
    assert answer.seconds >= 0.1


def test_a_connection_that_closes_is_an_error():
    with pytest.raises(ConnectionError):
        run(lambda asked: [None])


def binary(message, *buffers):
    """A message with buffers: their number, where each part begins, and the parts."""
    parts = [json.dumps(message).encode(), *buffers]
    starts = [4 * (len(parts) + 1)]
    for part in parts[:-1]:
        starts.append(starts[-1] + len(part))
    return struct.pack(f"!{len(parts) + 1}I", len(parts), *starts) + b"".join(parts)


def test_a_message_with_pictures_in_it_is_understood_and_its_widget_remembered():
    def with_a_widget(asked):
        opened = reply(asked, "comm_open", comm_id="c1", data={"state": {"facts": {}}})
        yield binary(opened, b"\0" * 100, b"\1" * 50)
        yield from ok(asked)

    answer, kernel, _ = run(with_a_widget)
    assert not answer.error
    assert kernel.comms == {"c1": {"facts": {}}}


WIDGETS = {"slider": {"value": 3}, "button": {"description": "Play"}, "screen": {"facts": {}}}


def play(seconds, frames):
    """Plays with a playground that sends as many frames when Play is pressed, 10 epochs each."""

    def replies(message):
        content = message["content"]
        if content["comm_id"] == "button" and content["data"]["content"] == {"event": "click"}:
            for number in range(1, frames + 1):
                facts = {"number": number, "numbers": [["Epoch", f"{10 * number:,}"]]}
                state = {"method": "update", "state": {"facts": facts}}
                yield json.dumps(reply(message, "comm_msg", comm_id="screen", data=state))
                yield json.dumps(reply(message, "comm_msg", comm_id="slider", data={"state": {}}))

    async def go():
        socket = Socket(replies)
        kernel = Kernel(socket)
        kernel.comms = WIDGETS
        return await playing.play(kernel, seconds, iter((3.0, 5.0)).__next__), socket.written

    return asyncio.run(go())


def test_frames_and_epochs_of_the_playground_are_counted():
    found, _ = play(seconds=0.5, frames=201)
    # from the first frame to the last there are 200 times 10 epochs
    assert found.epochs / found.frames == pytest.approx(10 * 200 / 201)
    assert 0 < found.frames <= 201 / 0.5
    assert found.cores / found.frames == pytest.approx((5 - 3) / 201)


def test_a_learner_opens_the_view_plays_answers_and_pauses():
    _, written = play(seconds=0.2, frames=3)
    said = [(each["content"]["comm_id"], each["content"]["data"]["content"]) for each in written]
    assert [where for where, _ in said] == ["screen", "button", "screen", "button"]
    assert said[0][1]["kind"] == "opened"
    assert (said[2][1]["kind"], said[2][1]["number"]) == ("seen", 1)


def test_a_playground_that_sends_nothing_has_no_frames():
    found, _ = play(seconds=0.1, frames=0)
    assert (found.frames, found.epochs) == (0, 0)


def test_a_playground_is_known_by_what_its_view_is_sent():
    kernel = Kernel(None)
    assert playing.screen_of(kernel) is None
    kernel.comms = WIDGETS
    assert playing.screen_of(kernel) == "screen"


def test_an_epoch_is_read_with_its_thousands():
    assert playing.epoch_of({"numbers": [["Epoch", "12,345"]]}) == 12345
