"""A hub that starts is asked until it answers."""

import socket
import urllib.request

from hub.load import local_hub


def test_a_hub_that_takes_long_to_answer_is_not_there_yet(monkeypatch):
    ask = urllib.request.urlopen
    monkeypatch.setattr(urllib.request, "urlopen", lambda url, timeout: ask(url, timeout=0.1))
    with socket.create_server((local_hub.HERE, 0)) as silent:
        assert not local_hub._answers(f"http://{local_hub.HERE}:{silent.getsockname()[1]}")
